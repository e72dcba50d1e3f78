// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/location.hpp"
#include "core/place.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/complaints.hpp"
#include "gazetteer/terms.hpp"

namespace yaqut::gazetteer {

/// A text in a StringArena.
struct StringRef {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
};

/// Many short texts in one piece of memory. Views are valid until the next add().
class StringArena {
  public:
    StringRef add(std::string_view text) {
        const StringRef ref{m_text.size(), static_cast<std::uint32_t>(text.size())};
        m_text += text;
        return ref;
    }
    [[nodiscard]] std::string_view view(StringRef ref) const {
        return std::string_view(m_text).substr(ref.offset, ref.size);
    }

  private:
    std::string m_text;
};

struct SourcePlace {
    StringRef id;
    Location location;
    std::uint64_t line = 0;
    std::uint32_t population = 0;
    float radius_km = 0.0F;
    float importance = 0.0F;
    std::uint32_t feature_code = 0; ///< term
    std::uint32_t admin1 = 0;       ///< term
    std::uint32_t admin1_code = 0;  ///< term
    std::uint32_t source = 0;       ///< term
    FeatureClass feature = FeatureClass::other;
    std::array<char, 2> country{};
};

struct SourceName {
    StringRef text;
    std::uint64_t line = 0;
    std::uint32_t place = 0; ///< position in SourceTables::places
    Language language = Language::other;
    NameKind kind = NameKind::alternate;
    bool ambiguous = false;
};

/// The rows of both tables, in the order of the files.
struct SourceTables {
    StringArena strings;
    Terms terms;
    std::vector<SourcePlace> places;
    std::vector<SourceName> names;
    std::string places_file; ///< names of the files without their folders
    std::string names_file;
    std::string created_from;                              ///< "places.tsv 0123456789abcdef, names.tsv ..."
    std::unordered_map<std::string, std::string> licences; ///< by source
};

/// Bad rows are complained about and left out. Throws InputError when a file cannot be read or lacks a column.
[[nodiscard]] SourceTables read_source_tables(const BuildInput& input, Complaints& complaints);

/// The word for a kind in names.tsv: official, short, alt, historic, colloquial, demonym, translit, abbrev.
[[nodiscard]] std::optional<NameKind> parse_name_kind(std::string_view word);

} // namespace yaqut::gazetteer
