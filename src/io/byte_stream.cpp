// SPDX-License-Identifier: Apache-2.0
#include "io/byte_stream.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/poll.h>
#include <unistd.h>

#include "core/error.hpp"
#include "io/virtual_files.hpp"

namespace yaqut::io {

namespace {

[[noreturn]] void throw_system_error(int code) {
    throw Error(code == ENOENT ? "no such file or folder" : std::generic_category().message(code));
}

class FileStream : public ByteStream {
  public:
    explicit FileStream(int descriptor, bool owned) : m_descriptor(descriptor), m_owned(owned) {}
    ~FileStream() override {
        if (m_owned) {
            ::close(m_descriptor);
        }
    }

    std::size_t read(char* to, std::size_t size) override {
        for (;;) {
            wait();
            const ssize_t got = ::read(m_descriptor, to, size);
            if (got >= 0) {
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) {
                throw_system_error(errno);
            }
        }
    }

  private:
    /// Standard input may become another file while nothing comes (the program's end on Ctrl-C makes it an empty one),
    /// which a read that has begun would not notice.
    void wait() const {
        constexpr int milliseconds = 200;
        pollfd ready{m_descriptor, POLLIN, 0};
        while (m_descriptor == STDIN_FILENO && ::poll(&ready, 1, milliseconds) == 0) {
        }
    }

    int m_descriptor;
    bool m_owned;
};

class MemoryStream : public ByteStream {
  public:
    explicit MemoryStream(std::string bytes) : m_bytes(std::move(bytes)) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t got = m_bytes.copy(to, size, m_position);
        m_position += got;
        return got;
    }

  private:
    std::string m_bytes;
    std::size_t m_position = 0;
};

} // namespace

std::unique_ptr<ByteStream> open_stream(const std::string& path) {
    if (path == "-") {
        return std::make_unique<FileStream>(STDIN_FILENO, false);
    }
    if (is_virtual_path(path)) {
        return open_virtual_file(path);
    }
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        throw_system_error(errno);
    }
    return std::make_unique<FileStream>(descriptor, true);
}

std::unique_ptr<ByteStream> stream_of(std::string bytes) { return std::make_unique<MemoryStream>(std::move(bytes)); }

} // namespace yaqut::io
