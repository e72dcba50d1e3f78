// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <unistd.h>

namespace yaqut::test {

/// A literal with all its bytes, also after a NUL.
template <std::size_t Size> std::string bytes_of(const char (&literal)[Size]) { return {literal, Size - 1}; }

/// A folder of the test's own, removed with all that is in it.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "yaqut-io-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    [[nodiscard]] std::string path(std::string_view name = "") const {
        return name.empty() ? m_path.string() : (m_path / name).string();
    }

    /// Writes a file, with the folders that it needs, and gives its path.
    std::string write(std::string_view name, std::string_view bytes) const {
        std::filesystem::create_directories((m_path / name).parent_path());
        std::ofstream file(m_path / name, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        REQUIRE(file.good());
        return path(name);
    }

    /// How many files and folders are directly in it, hidden ones included.
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(m_path), std::filesystem::directory_iterator()));
    }

  private:
    std::filesystem::path m_path;
};

inline std::string read_all(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

} // namespace yaqut::test
