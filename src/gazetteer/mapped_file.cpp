// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/mapped_file.hpp"

#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.hpp"

namespace yaqut::gazetteer {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const char* action) {
    throw GazetteerError(file.string(), std::string(action) + ": " + std::generic_category().message(errno));
}

class Descriptor {
  public:
    explicit Descriptor(const std::filesystem::path& file) : m_number(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (m_number < 0) {
            fail(file, "cannot be opened");
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(m_number); }

    [[nodiscard]] int number() const { return m_number; }

  private:
    int m_number;
};

} // namespace

MappedFile::MappedFile(const std::filesystem::path& file) {
    const Descriptor descriptor(file);
    struct stat status {};
    if (::fstat(descriptor.number(), &status) != 0) {
        fail(file, "cannot be examined");
    }
    if (!S_ISREG(status.st_mode)) {
        throw GazetteerError(file.string(), "expected a regular file");
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) {
        return;
    }
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor.number(), 0);
    if (address == MAP_FAILED) {
        fail(file, "cannot be mapped");
    }
    m_bytes = {static_cast<const std::byte*>(address), size};
}

MappedFile::~MappedFile() {
    if (!m_bytes.empty()) {
        ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
    }
}

} // namespace yaqut::gazetteer
