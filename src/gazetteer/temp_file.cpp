// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/temp_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "core/error.hpp"

namespace yaqut::gazetteer {

TempFile::TempFile(const std::filesystem::path& folder)
    : m_folder(folder.empty() ? std::filesystem::path(".") : folder), m_descriptor(-1) {
    std::string name = (m_folder / "yaqut-XXXXXX").string();
    m_descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (m_descriptor < 0) {
        fail("a temporary file cannot be created");
    }
    ::unlink(name.c_str());
}

TempFile::~TempFile() { ::close(m_descriptor); }

void TempFile::fail(const char* what) const {
    throw OutputError(m_folder.string(), std::string(what) + ": " + std::generic_category().message(errno));
}

void TempFile::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(m_descriptor, bytes.data(), bytes.size(), static_cast<off_t>(m_size));
        if (written < 0 && errno != EINTR) {
            fail("a temporary file cannot be written");
        }
        const auto done = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
        bytes = bytes.subspan(done);
        m_size += done;
    }
}

void TempFile::read(std::uint64_t offset, std::span<std::byte> to) const {
    while (!to.empty()) {
        const ssize_t count = ::pread(m_descriptor, to.data(), to.size(), static_cast<off_t>(offset));
        if (count == 0 || (count < 0 && errno != EINTR)) {
            fail("a temporary file cannot be read");
        }
        const auto done = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
        to = to.subspan(done);
        offset += done;
    }
}

TempFileReader::TempFileReader(const TempFile& file, std::uint64_t begin, std::uint64_t end, std::size_t buffer)
    : m_file(&file), m_position(begin), m_end(end), m_buffer_size(buffer) {}

std::span<const std::byte> TempFileReader::peek(std::size_t size) {
    if (m_filled - m_begin < size && m_position < m_end) {
        const std::size_t rest = m_filled - m_begin;
        if (m_buffer.size() < std::max(size, m_buffer_size)) {
            m_buffer.resize(std::max(size, m_buffer_size));
        }
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, rest);
        const std::size_t more = std::min<std::uint64_t>(m_buffer.size() - rest, m_end - m_position);
        m_file->read(m_position, std::span(m_buffer).subspan(rest, more));
        m_position += more;
        m_begin = 0;
        m_filled = rest + more;
    }
    return std::span<const std::byte>(m_buffer).subspan(m_begin, std::min(size, m_filled - m_begin));
}

} // namespace yaqut::gazetteer
