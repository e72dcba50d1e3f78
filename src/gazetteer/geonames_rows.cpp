// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/geonames_rows.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "gazetteer/complaints.hpp"
#include "gazetteer/name_text.hpp"
#include "gazetteer/table_rows.hpp"

namespace yaqut::gazetteer {

namespace {

/// Positions of the columns in geonames' files, from 0.
namespace place_column {
enum : std::size_t {
    id,
    name,
    ascii,
    others,
    lat,
    lon,
    feature_class,
    code,
    country,
    admin1 = 10,
    people = 14,
    all = 19
};
}
namespace alternate_column {
enum : std::size_t { place = 1, language, name, preferred, shortened, colloquial, historic, all };
}

void expect_columns(std::size_t expected, std::size_t found) {
    if (found < expected) {
        throw BadRow{"expected " + std::to_string(expected) + " columns, found " + std::to_string(found)};
    }
}

std::uint32_t id_in(std::string_view cell) {
    std::uint32_t id = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), id);
    if (error != std::errc{} || end != cell.data() + cell.size() || id == 0) {
        throw BadRow{"geonameid: expected a number above 0, found \"" + std::string(cell) + "\""};
    }
    return id;
}

std::uint32_t people_in(std::string_view cell) {
    constexpr double most = std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(std::min(number_at_least_0(cell, "population"), most));
}

/// GeoNames puts "1" where something holds and nothing where it does not.
bool flag(std::string_view cell) { return cell == "1"; }

/// The language of names that are kept: nullopt for links, postal codes and languages that are not read.
std::optional<Language> wanted_language(std::string_view code) {
    if (code.empty()) {
        return Language::other;
    }
    const auto is = [code](std::string_view language) {
        return code.starts_with(language) && (code.size() == 2 || code[2] == '-');
    };
    return is("ar")   ? std::optional(Language::ar)
           : is("en") ? std::optional(Language::en)
           : is("fr") ? std::optional(Language::fr)
                      : std::nullopt;
}

/// Does the script fit the language? Names without one must be Latin or Arabic.
bool wanted_script(std::string_view name, Language& language) {
    const NameScript script = script_of_name(name);
    if (language == Language::ar) {
        return script == NameScript::arabic || script == NameScript::other_arabic;
    }
    if (language == Language::other && script == NameScript::arabic) {
        language = Language::ar;
        return true;
    }
    return script == NameScript::latin;
}

} // namespace

GeoNamesRow read_geonames_row(std::string_view line, std::vector<std::string_view>& cells) {
    using namespace place_column;
    split_cells(line, cells);
    expect_columns(all, cells.size());
    GeoNamesRow row;
    row.id = id_in(cells[id]);
    row.name = cells[name];
    row.ascii_name = cells[ascii];
    row.other_names = cells[others];
    row.location = {number_in(cells[lon], "longitude"), number_in(cells[lat], "latitude")};
    if (!row.location.valid()) {
        throw BadRow{"expected a latitude of -90 to 90 and a longitude of -180 to 180, found " +
                     std::string(cells[lat]) + " and " + std::string(cells[lon])};
    }
    row.feature_class = cells[feature_class];
    row.feature_code = cells[code];
    row.country = cells[country];
    row.admin1_code = cells[admin1];
    row.population = people_in(cells[people]);
    check_name(row.name);
    if (!is_clean_utf8(row.other_names)) {
        throw BadRow{"alternatenames: expected UTF-8 without control characters, found other bytes"};
    }
    return row;
}

AlternateRow read_alternate_row(std::string_view line, std::vector<std::string_view>& cells) {
    using namespace alternate_column;
    split_cells(line, cells);
    expect_columns(all, cells.size());
    AlternateRow row;
    row.place = id_in(cells[place]);
    const auto tongue = wanted_language(cells[language]);
    if (!tongue) {
        return row;
    }
    row.language = *tongue;
    row.name = cells[name];
    check_name(row.name);
    row.wanted = wanted_script(row.name, row.language);
    row.preferred = flag(cells[preferred]);
    row.kind = flag(cells[historic])     ? NameKind::historic
               : flag(cells[colloquial]) ? NameKind::colloquial
               : flag(cells[shortened])  ? NameKind::short_name
               : row.preferred           ? NameKind::official
                                         : NameKind::alternate;
    return row;
}

} // namespace yaqut::gazetteer
