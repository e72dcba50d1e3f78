// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/builder.hpp"
#include "gazetteer/gazetteer.hpp"

/// A small gazetteer for tests.
namespace sample {

/// A folder that goes away with the object.
class TemporaryFolder {
  public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

extern const std::string places; ///< a table of places
extern const std::string names;  ///< a table of their names

void write(const std::filesystem::path& file, std::string_view bytes);
std::string read(const std::filesystem::path& file);
std::string zstd(std::string_view text);

struct Built {
    yaqut::gazetteer::BuildReport report;
    std::vector<std::string> complaints;
};

/// Writes both tables into the folder and compiles them to `output` there.
Built build(const TemporaryFolder& folder, std::string_view places_table, std::string_view names_table,
            std::string_view output = "test.yqg");

/// The sample itself, compiled to a file in the folder.
yaqut::gazetteer::Gazetteer open(const TemporaryFolder& folder);

/// The loose phrase hash of a text, its strict one, and that of its letters without spaces.
std::uint64_t phrase(std::string_view text);
std::uint64_t strict_phrase(std::string_view text);
std::uint64_t joined(std::string_view text);

/// Ids of the places that a look-up found, in its order.
std::vector<std::string> ids(const yaqut::gazetteer::Gazetteer& gazetteer,
                             std::span<const yaqut::gazetteer::NameEntry> entries);

} // namespace sample
