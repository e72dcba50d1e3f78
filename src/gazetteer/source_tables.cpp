// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/source_tables.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>

#include "core/error.hpp"
#include "gazetteer/line_reader.hpp"

namespace yaqut::gazetteer {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_id = 255;
constexpr std::size_t longest_name = 1000;

/// A bad cell: the row is left out.
struct BadRow {
    std::string what;
};

/// Rows of a tab-separated table with named columns.
class RowReader {
  public:
    RowReader(const std::filesystem::path& file, std::initializer_list<std::string_view> required) : m_lines(file) {
        const auto header = next_line();
        split(header.value_or(""sv), m_columns);
        for (const std::string_view column : required) {
            if (!find(column)) {
                throw InputError(m_lines.where(), "expected a column " + std::string(column));
            }
        }
    }

    bool next() {
        const auto line = next_line();
        if (!line) {
            return false;
        }
        split(*line, m_cells);
        return true;
    }

    [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const {
        const auto found = std::find(m_columns.begin(), m_columns.end(), column);
        return found == m_columns.end() ? std::nullopt : std::optional(std::size_t(found - m_columns.begin()));
    }
    /// Empty when the table has no such column, or the line ends before it.
    [[nodiscard]] std::string_view cell(std::optional<std::size_t> column) const {
        return column && *column < m_cells.size() ? std::string_view(m_cells[*column]) : ""sv;
    }
    [[nodiscard]] const LineReader& lines() const { return m_lines; }

  private:
    std::optional<std::string_view> next_line() {
        auto line = m_lines.next();
        while (line && (line->empty() || line->front() == '#')) {
            line = m_lines.next();
        }
        return line;
    }
    template <typename Text> static void split(std::string_view line, std::vector<Text>& cells) {
        cells.clear();
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find('\t', begin), line.size());
            cells.emplace_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    LineReader m_lines;
    std::vector<std::string> m_columns;
    std::vector<std::string_view> m_cells;
};

double number(std::string_view cell, const char* column) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value)) {
        throw BadRow{std::string(column) + ": expected a number, found \"" + std::string(cell) + "\""};
    }
    return value;
}

/// 0 for an empty cell.
double number_at_least_0(std::string_view cell, const char* column) {
    const double value = cell.empty() ? 0.0 : number(cell, column);
    if (value < 0.0) {
        throw BadRow{std::string(column) + ": expected no negative number, found \"" + std::string(cell) + "\""};
    }
    return value;
}

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
    explicit PlaceColumns(const RowReader& rows)
        : id(rows.find("id")), feature(rows.find("class")), code(rows.find("fcode")), lat(rows.find("lat")),
          lon(rows.find("lon")), radius(rows.find("radius_km")), country(rows.find("cc")),
          admin1_code(rows.find("adm1")), admin1(rows.find("adm1_name")), population(rows.find("pop")),
          importance(rows.find("importance")) {}
    std::optional<std::size_t> id, feature, code, lat, lon, radius, country, admin1_code, admin1, population,
        importance;
};

float importance_of(std::string_view cell, FeatureClass feature, std::uint32_t population) {
    if (cell.empty()) {
        return estimated_importance(feature, population);
    }
    const double value = number_at_least_0(cell, "importance");
    if (value > 1.0) {
        throw BadRow{"importance: expected 0 to 1, found \"" + std::string(cell) + "\""};
    }
    return static_cast<float>(value);
}

SourcePlace read_place(const RowReader& rows, const PlaceColumns& columns, SourceTables& tables) {
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
    place.location = {number(rows.cell(columns.lon), "lon"), number(rows.cell(columns.lat), "lat")};
    if (!place.location.valid()) {
        throw BadRow{"lat, lon: outside of the world"};
    }
    constexpr double most_people = std::numeric_limits<std::uint32_t>::max();
    place.population = static_cast<std::uint32_t>(
        std::min(std::floor(number_at_least_0(rows.cell(columns.population), "pop")), most_people));
    place.radius_km = static_cast<float>(number_at_least_0(rows.cell(columns.radius), "radius_km"));
    place.importance = importance_of(rows.cell(columns.importance), place.feature, place.population);
    place.country = country_code(rows.cell(columns.country));
    place.line = rows.lines().line();
    place.feature_code = tables.terms.number(rows.cell(columns.code));
    place.admin1 = tables.terms.number(rows.cell(columns.admin1));
    place.admin1_code = tables.terms.number(rows.cell(columns.admin1_code));
    place.id = tables.strings.add(id);
    return place;
}

using PlaceNumbers = std::unordered_map<std::string, std::uint32_t>;

PlaceNumbers read_places(const BuildInput& input, SourceTables& tables, Complaints& complaints) {
    RowReader rows(input.places, {"id", "class", "lat", "lon"});
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
    explicit NameColumns(const RowReader& rows)
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

SourceName read_name(const RowReader& rows, const NameColumns& columns, const PlaceNumbers& places,
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
    if (text.empty() || text.size() > longest_name) {
        throw BadRow{"name: expected 1 to 1000 bytes, found " + std::to_string(text.size())};
    }
    name.text = strings.add(text);
    name.line = rows.lines().line();
    return name;
}

void read_names(const BuildInput& input, const PlaceNumbers& places, SourceTables& tables, Complaints& complaints) {
    RowReader rows(input.names, {"place_id", "name"});
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

} // namespace

std::uint32_t Terms::number(std::string_view text) {
    const auto [entry, added] = m_numbers.try_emplace(std::string(text), static_cast<std::uint32_t>(m_texts.size()));
    if (added) {
        m_texts.emplace_back(text);
    }
    return entry->second;
}

SourceTables read_source_tables(const BuildInput& input, Complaints& complaints) {
    SourceTables tables;
    const PlaceNumbers numbers = read_places(input, tables, complaints);
    read_names(input, numbers, tables, complaints);
    return tables;
}

float estimated_importance(FeatureClass feature, std::uint32_t population) {
    constexpr float most_people_log = 10.5F;
    const float by_people = std::log10(static_cast<float>(population) + 1.0F) / most_people_log;
    float by_class = 0.05F;
    switch (feature) {
    case FeatureClass::country: by_class = 0.7F; break;
    case FeatureClass::adm1: by_class = 0.4F; break;
    case FeatureClass::region:
    case FeatureClass::sea: by_class = 0.35F; break;
    case FeatureClass::adm2: by_class = 0.2F; break;
    default: break;
    }
    return std::clamp(std::max(by_people, by_class), 0.0F, 1.0F);
}

std::optional<NameKind> parse_name_kind(std::string_view word) {
    constexpr std::array words{"official"sv,   "short"sv,   "alt"sv,      "historic"sv,
                               "colloquial"sv, "demonym"sv, "translit"sv, "abbrev"sv};
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<NameKind>(found - words.begin()));
}

} // namespace yaqut::gazetteer
