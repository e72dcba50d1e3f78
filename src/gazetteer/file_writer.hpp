// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>

#include "gazetteer/format.hpp"

namespace yaqut::gazetteer {

/// Writes a gazetteer file section by section under a temporary name beside the wanted one, and renames it at the end.
/// Every function throws OutputError. Without finish() nothing is left behind.
class FileWriter {
  public:
    explicit FileWriter(const std::filesystem::path& file);
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;
    ~FileWriter();

    /// Sections come in the order of their ids, each once.
    template <typename Records> void add(format::SectionId id, const Records& records) {
        static_assert(std::is_trivially_copyable_v<typename Records::value_type>);
        begin(id);
        append(std::as_bytes(std::span(records)));
        end();
    }

    /// A section in pieces: begin(), any number of append(), end().
    void begin(format::SectionId id);
    void append(std::span<const std::byte> bytes) { write(bytes); }
    void end();

    /// Completes `header` (sizes, sections, checksums), writes it and renames the file.
    void finish(format::Header header);

  private:
    struct Hash;

    void write(std::span<const std::byte> bytes);
    void pad();
    [[noreturn]] void fail(const char* what) const;

    std::filesystem::path m_file;
    std::filesystem::path m_temporary;
    std::ofstream m_stream;
    std::unique_ptr<Hash> m_hash;
    std::array<format::Section, format::section_room> m_sections{};
    std::uint64_t m_position = 0;
    std::size_t m_section = 0; ///< the open one
    bool m_finished = false;
};

} // namespace yaqut::gazetteer
