// SPDX-License-Identifier: Apache-2.0
#include "cli/record_file.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.hpp"
#include "core/packed_bytes.hpp"
#include "text/key_hash.hpp"

namespace yaqut::cli {

namespace {

constexpr std::size_t head_bytes = 16; ///< length and hash of a record

[[noreturn]] void fail(const std::string& path, const char* what, int code) {
    throw OutputError(path, std::string(what) + ": " + std::generic_category().message(code));
}

} // namespace

std::uint64_t hash_of(std::string_view bytes) { return text::KeyHash::of(bytes); }

GrowingFile::GrowingFile(std::string path) : m_path(std::move(path)) {
    m_descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (m_descriptor < 0) {
        fail(m_path, "cannot be opened", errno);
    }
    struct stat status {};
    const bool locked = ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
    const int code = errno;
    if (!locked || ::fstat(m_descriptor, &status) != 0) {
        ::close(m_descriptor);
        if (!locked && code == EWOULDBLOCK) {
            throw OutputError(m_path, "another process is at work on the same run");
        }
        fail(m_path, "cannot be used", locked ? errno : code);
    }
    m_size = static_cast<std::uint64_t>(status.st_size);
}

GrowingFile::~GrowingFile() { ::close(m_descriptor); }

void GrowingFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            fail(m_path, "cannot be written", errno);
        }
        const std::size_t done = written < 0 ? 0 : static_cast<std::size_t>(written);
        bytes.remove_prefix(done);
        m_size += done;
    }
}

void GrowingFile::cut(std::uint64_t size) {
    if (size == m_size) {
        return;
    }
    if (::ftruncate(m_descriptor, static_cast<off_t>(size)) != 0) {
        fail(m_path, "cannot be cut", errno);
    }
    m_size = size;
}

void GrowingFile::sync() const {
    if (::fdatasync(m_descriptor) != 0) {
        fail(m_path, "cannot be brought to the disk", errno);
    }
}

bool GrowingFile::read(std::uint64_t from, std::uint64_t size, std::string& out) const {
    if (from > m_size || size > m_size - from) {
        return false;
    }
    out.resize(size);
    std::size_t got = 0;
    while (got < size) {
        const ssize_t more = ::pread(m_descriptor, out.data() + got, size - got, static_cast<off_t>(from + got));
        if (more == 0) {
            return false;
        }
        if (more < 0 && errno != EINTR) {
            fail(m_path, "cannot be read", errno);
        }
        got += more < 0 ? 0 : static_cast<std::size_t>(more);
    }
    return true;
}

RecordFile::RecordFile(const std::string& path) : m_file(path) {
    std::string head;
    std::string record;
    std::uint64_t at = 0;
    while (m_file.read(at, head_bytes, head)) {
        PackedReader numbers(head);
        const std::uint64_t size = numbers.fixed();
        const std::uint64_t hash = numbers.fixed();
        if (!m_file.read(at + head_bytes, size, record) || hash_of(record) != hash) {
            break;
        }
        at += head_bytes + size;
        m_records.push_back(std::move(record));
        m_ends.push_back(at);
    }
}

void RecordFile::keep(std::size_t count) {
    const std::size_t kept = std::min(count, m_ends.size());
    m_file.cut(kept == 0 ? 0 : m_ends[kept - 1]);
}

void RecordFile::append(std::string_view record) {
    PackedWriter whole;
    whole.fixed(record.size());
    whole.fixed(hash_of(record));
    whole.raw(record);
    m_file.append(whole.bytes());
}

} // namespace yaqut::cli
