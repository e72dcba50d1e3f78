// SPDX-License-Identifier: Apache-2.0
#include "io/output_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "core/error.hpp"

namespace yaqut::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = std::size_t{64} << 10U;

[[noreturn]] void fail(const std::string& path, const char* what, int code) {
    throw OutputError(path, std::string(what) + ": " + std::generic_category().message(code));
}

bool is_special(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    return fs::is_character_file(status) || fs::is_fifo(status) || fs::is_socket(status) || fs::is_block_file(status);
}

/// A link is followed: what it points to is replaced, not the link.
std::string resolve_link(const std::string& path) {
    std::error_code error;
    if (fs::is_symlink(path, error)) {
        const fs::path target = fs::weakly_canonical(path, error);
        if (!error) {
            return target.string();
        }
    }
    return path;
}

} // namespace

void check_may_write(const std::string& path, bool overwrite) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
        throw OutputError(path, "is a folder, expected the name of a file");
    }
    if (fs::exists(status) && !overwrite && !is_special(path)) {
        throw ExistsError(path, "exists already");
    }
}

std::string temporary_name(const std::string& path) {
    const fs::path target(path);
    for (int number = 0;; ++number) {
        const std::string name =
            "." + target.filename().string() + "." + std::to_string(::getpid()) + "-" + std::to_string(number) + ".tmp";
        const fs::path temporary = target.parent_path() / name;
        std::error_code error;
        if (!fs::exists(fs::symlink_status(temporary, error))) {
            return temporary.string();
        }
    }
}

void publish(const std::string& temporary, const std::string& path) {
    if (std::rename(temporary.c_str(), path.c_str()) != 0) {
        fail(path, "cannot be put in its place", errno);
    }
}

std::string full_disk_note(const std::string& path) {
    constexpr std::uintmax_t next_to_nothing = std::uintmax_t{64} << 10U;
    std::error_code error;
    const fs::path folder = fs::path(path).parent_path();
    const fs::space_info space = fs::space(folder.empty() ? fs::path(".") : folder, error);
    return !error && space.available < next_to_nothing ? " (the disk is full)" : "";
}

OutputFile::OutputFile(std::string path, bool overwrite) : m_path(std::move(path)), m_overwrite(overwrite) {
    if (m_path == "-") {
        m_path = "standard output";
        m_descriptor = STDOUT_FILENO;
        return;
    }
    check_may_write(m_path, overwrite);
    int flags = O_WRONLY | O_CLOEXEC | O_NOCTTY;
    if (!is_special(m_path)) {
        m_path = resolve_link(m_path);
        m_temporary = temporary_name(m_path);
        flags |= O_CREAT | O_EXCL;
    }
    m_descriptor = ::open(m_temporary.empty() ? m_path.c_str() : m_temporary.c_str(), flags, 0666);
    if (m_descriptor < 0) {
        const int code = errno;
        m_temporary.clear();
        fail(m_path, "cannot be created", code);
    }
}

OutputFile::~OutputFile() {
    if (m_descriptor >= 0 && m_descriptor != STDOUT_FILENO) {
        ::close(m_descriptor);
    }
    if (!m_temporary.empty()) {
        ::unlink(m_temporary.c_str());
    }
}

void OutputFile::write(std::string_view bytes) {
    m_buffer += bytes;
    if (m_buffer.size() >= buffer_size) {
        flush();
    }
}

void OutputFile::deliver() {
    if (m_temporary.empty()) {
        flush();
    }
}

void OutputFile::flush() {
    std::string_view left = m_buffer;
    while (!left.empty()) {
        const ssize_t written = ::write(m_descriptor, left.data(), left.size());
        if (written < 0 && errno != EINTR) {
            fail(m_path, "cannot be written", errno);
        }
        left.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    m_buffer.clear();
}

void OutputFile::rewrite_start(std::string_view bytes) {
    flush();
    for (off_t at = 0; !bytes.empty();) {
        const ssize_t written = ::pwrite(m_descriptor, bytes.data(), bytes.size(), at);
        if (written < 0 && errno != EINTR) {
            fail(m_path, "cannot be written", errno);
        }
        const auto done = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
        at += static_cast<off_t>(done);
        bytes.remove_prefix(done);
    }
}

void OutputFile::complete() {
    flush();
    if (m_descriptor == STDOUT_FILENO) {
        return;
    }
    const int descriptor = m_descriptor;
    m_descriptor = -1;
    if (::close(descriptor) != 0) {
        fail(m_path, "cannot be written", errno);
    }
}

void OutputFile::publish() {
    if (m_temporary.empty()) {
        return;
    }
    check_may_write(m_path, m_overwrite); // it may have come since
    io::publish(m_temporary, m_path);
    m_temporary.clear();
}

} // namespace yaqut::io
