// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/source_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/error.hpp"
#include "gazetteer/name_text.hpp"
#include "gazetteer/table_rows.hpp"

namespace yaqut::gazetteer {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_id = 255;

std::array<char, 2> country_code(std::string_view cell) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (cell.empty()) {
        return {};
    }
    if (cell.size() != 2 || !is_capital(cell[0]) || !is_capital(cell[1])) {
        throw BadRow{"cc: expected a two-letter country code, found \"" + std::string(cell) + "\""};
    }
    return {cell[0], cell[1]};
}

struct PlaceColumns {
    explicit PlaceColumns(const TableRows& rows)
        : id(rows.find("id")), feature(rows.find("class")), code(rows.find("fcode")), lat(rows.find("lat")),
          lon(rows.find("lon")), radius(rows.find("radius_km")), country(rows.find("cc")),
          admin1_code(rows.find("adm1")), admin1(rows.find("adm1_name")), population(rows.find("pop")),
          importance(rows.find("importance")), source(rows.find("src")) {}
    std::optional<std::size_t> id, feature, code, lat, lon, radius, country, admin1_code, admin1, population,
        importance, source;
};

/// 0 for an empty cell.
float importance_in(std::string_view cell) {
    const double value = number_at_least_0(cell, "importance");
    if (value > 1.0) {
        throw BadRow{"importance: expected 0 to 1, found \"" + std::string(cell) + "\""};
    }
    return static_cast<float>(value);
}

SourcePlace read_place(const TableRows& rows, const PlaceColumns& columns, SourceTables& tables) {
    SourcePlace place;
    const std::string_view id = rows.cell(columns.id);
    if (id.empty() || id.size() > longest_id) {
        throw BadRow{"id: expected 1 to 255 bytes, found " + std::to_string(id.size())};
    }
    const auto feature = parse_feature_class(rows.cell(columns.feature));
    if (!feature) {
        throw BadRow{"class: unknown \"" + std::string(rows.cell(columns.feature)) + "\""};
    }
    place.feature = *feature;
    place.location = {number_in(rows.cell(columns.lon), "lon"), number_in(rows.cell(columns.lat), "lat")};
    if (!place.location.valid()) {
        throw BadRow{"lat, lon: outside of the world"};
    }
    constexpr double most_people = std::numeric_limits<std::uint32_t>::max();
    place.population = static_cast<std::uint32_t>(
        std::min(std::floor(number_at_least_0(rows.cell(columns.population), "pop")), most_people));
    place.radius_km = static_cast<float>(number_at_least_0(rows.cell(columns.radius), "radius_km"));
    place.importance = importance_in(rows.cell(columns.importance));
    place.country = country_code(rows.cell(columns.country));
    place.line = rows.lines().line();
    place.feature_code = tables.terms.number(rows.cell(columns.code));
    place.admin1 = tables.terms.number(rows.cell(columns.admin1));
    place.admin1_code = tables.terms.number(rows.cell(columns.admin1_code));
    place.source = tables.terms.number(rows.cell(columns.source));
    place.id = tables.strings.add(id);
    return place;
}

using PlaceNumbers = std::unordered_map<std::string, std::uint32_t>;

PlaceNumbers read_places(const BuildInput& input, SourceTables& tables, Complaints& complaints) {
    TableRows rows(input.places, {"id", "class", "lat", "lon"});
    const PlaceColumns columns(rows);
    PlaceNumbers numbers;
    while (rows.next()) {
        try {
            const SourcePlace place = read_place(rows, columns, tables);
            const auto number = static_cast<std::uint32_t>(tables.places.size());
            if (!numbers.try_emplace(std::string(rows.cell(columns.id)), number).second) {
                throw BadRow{"id: there is a place " + std::string(rows.cell(columns.id)) + " above"};
            }
            tables.places.push_back(place);
        } catch (const BadRow& bad) {
            complaints.skip(rows.lines().where(), bad.what);
        }
    }
    tables.places_file = input.places.filename().string();
    tables.created_from = tables.places_file + " " + rows.lines().checksum();
    return numbers;
}

struct NameColumns {
    explicit NameColumns(const TableRows& rows)
        : place(rows.find("place_id")), name(rows.find("name")), language(rows.find("lang")), kind(rows.find("kind")),
          ambiguous(rows.find("ambig")) {}
    std::optional<std::size_t> place, name, language, kind, ambiguous;
};

bool flag(std::string_view cell) {
    if (!cell.empty() && cell != "0" && cell != "1") {
        throw BadRow{"ambig: expected 0 or 1, found \"" + std::string(cell) + "\""};
    }
    return cell == "1";
}

SourceName read_name(const TableRows& rows, const NameColumns& columns, const PlaceNumbers& places,
                     StringArena& strings) {
    SourceName name;
    const auto place = places.find(std::string(rows.cell(columns.place)));
    if (place == places.end()) {
        throw BadRow{"place_id: no place " + std::string(rows.cell(columns.place))};
    }
    name.place = place->second;
    const std::string_view kind = rows.cell(columns.kind);
    const auto parsed = kind.empty() ? NameKind::alternate : parse_name_kind(kind);
    if (!parsed) {
        throw BadRow{"kind: unknown \"" + std::string(kind) + "\""};
    }
    name.kind = *parsed;
    name.language = parse_language(rows.cell(columns.language)).value_or(Language::other);
    name.ambiguous = flag(rows.cell(columns.ambiguous));
    const std::string_view text = rows.cell(columns.name);
    check_name(text);
    name.text = strings.add(text);
    name.line = rows.lines().line();
    return name;
}

void read_names(const BuildInput& input, const PlaceNumbers& places, SourceTables& tables, Complaints& complaints) {
    TableRows rows(input.names, {"place_id", "name"});
    const NameColumns columns(rows);
    while (rows.next()) {
        try {
            tables.names.push_back(read_name(rows, columns, places, tables.strings));
        } catch (const BadRow& bad) {
            complaints.skip(rows.lines().where(), bad.what);
        }
    }
    tables.names_file = input.names.filename().string();
    tables.created_from += ", " + tables.names_file + " " + rows.lines().checksum();
}

void read_licences(const BuildInput& input, SourceTables& tables) {
    if (input.licences.empty()) {
        return;
    }
    TableRows rows(input.licences, {"src", "licence"});
    while (rows.next()) {
        tables.licences[std::string(rows.cell("src"))] = rows.cell("licence");
    }
}

} // namespace

SourceTables read_source_tables(const BuildInput& input, Complaints& complaints) {
    SourceTables tables;
    const PlaceNumbers numbers = read_places(input, tables, complaints);
    read_names(input, numbers, tables, complaints);
    read_licences(input, tables);
    return tables;
}

std::optional<NameKind> parse_name_kind(std::string_view word) {
    constexpr std::array words{"official"sv,   "short"sv,   "alt"sv,      "historic"sv,
                               "colloquial"sv, "demonym"sv, "translit"sv, "abbrev"sv};
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<NameKind>(found - words.begin()));
}

} // namespace yaqut::gazetteer
