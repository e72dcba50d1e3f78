// SPDX-License-Identifier: Apache-2.0
#include "cli/geocode_layout.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace yaqut::cli {

namespace {

using io::FieldType;
using io::FieldValue;

struct NewColumn {
    const char* name;
    FieldType type;
};
constexpr std::array new_columns{NewColumn{"latitude", FieldType::real},   NewColumn{"longitude", FieldType::real},
                                 NewColumn{"geo_name", FieldType::text},   NewColumn{"place_id", FieldType::text},
                                 NewColumn{"place_type", FieldType::text}, NewColumn{"country", FieldType::text},
                                 NewColumn{"admin1", FieldType::text},     NewColumn{"where_prec", FieldType::integer},
                                 NewColumn{"score", FieldType::real},      NewColumn{"match_type", FieldType::text},
                                 NewColumn{"cand_n", FieldType::integer},  NewColumn{"cand_alt", FieldType::text},
                                 NewColumn{"geo_status", FieldType::text}, NewColumn{"geo_error", FieldType::text}};
constexpr std::string_view candidates_column = "cand_alt";

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

std::optional<double> number_in(std::string_view cell) {
    while (!cell.empty() && cell.front() == ' ') {
        cell.remove_prefix(1);
    }
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const std::string_view rest(end, static_cast<std::size_t>(cell.data() + cell.size() - end));
    const bool whole = error == std::errc() && rest.find_first_not_of(' ') == std::string_view::npos;
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

double rounded(float score) { return std::round(static_cast<double>(score) * 100.0) / 100.0; }

FieldValue text_or_null(std::string_view text) { return text.empty() ? FieldValue{} : FieldValue{std::string(text)}; }

/// "name|id|score;name|id|score".
FieldValue list_of(const gazetteer::Gazetteer& gazetteer, const geocode::Answer& answer, std::size_t from) {
    std::string list;
    for (std::size_t i = from; i < answer.candidates.size(); ++i) {
        const geocode::Candidate& candidate = answer.candidates[i];
        const Place place = gazetteer.place(candidate.place);
        char score[16];
        std::snprintf(score, sizeof score, "%.2f", rounded(candidate.score));
        list.append(list.empty() ? "" : ";").append(place.name).append("|").append(place.id).append("|").append(score);
    }
    return text_or_null(list);
}

} // namespace

GeocodeLayout::GeocodeLayout(const GeocodeOptions& options, const std::vector<std::string>& columns)
    : m_columns(columns), m_candidates(options.candidates > 0) {
    for (const std::string& name : options.columns) {
        m_pieces.push_back({m_pieces.empty() ? "" : ", ", find(name, "--column")});
    }
    if (!options.text_template.empty()) {
        read_template(options.text_template);
    }
    if (m_pieces.empty() && columns.size() == 1) {
        m_pieces.push_back({"", 0});
    }
    if (m_pieces.empty()) {
        (void)find("", "--column");
    }
    if (!options.country_column.empty()) {
        m_country = find(options.country_column, "--country-col");
    }
    if (!options.admin1_column.empty()) {
        m_admin1 = find(options.admin1_column, "--admin1-col");
    }
    find_coordinates();
    add_output_columns(m_candidates);
}

std::size_t GeocodeLayout::find(const std::string& name, const char* option) const {
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    if (!name.empty() && found != m_columns.end()) {
        return static_cast<std::size_t>(found - m_columns.begin());
    }
    const auto similar = std::find_if(m_columns.begin(), m_columns.end(),
                                      [&](const std::string& column) { return lower(column) == lower(name); });
    if (!name.empty() && similar != m_columns.end()) {
        return static_cast<std::size_t>(similar - m_columns.begin());
    }
    std::string list;
    for (const std::string& column : m_columns) {
        list += (list.empty() ? "" : ", ") + column;
    }
    throw UsageError(name.empty() ? "which column has the names? Give --column NAME; the table has: " + list
                                  : std::string(option) + ": no column \"" + name + "\"; the table has: " + list);
}

void GeocodeLayout::read_template(const std::string& text) {
    std::size_t begin = 0;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', begin)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos) {
            throw UsageError("--template: expected } after \"" + text.substr(open) + '"');
        }
        m_pieces.push_back(
            {text.substr(begin, open - begin), find(text.substr(open + 1, close - open - 1), "--template")});
        begin = close + 1;
    }
    if (m_pieces.empty()) {
        throw UsageError("--template: expected a column in braces, as in \"{village}, {admin1}\"");
    }
    m_pieces.push_back({text.substr(begin), std::nullopt});
}

void GeocodeLayout::find_coordinates() {
    const auto among = [this](std::initializer_list<std::string_view> names) -> Column {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (std::find(names.begin(), names.end(), lower(m_columns[i])) != names.end()) {
                return i;
            }
        }
        return std::nullopt;
    };
    m_lat = among({"latitude", "lat", "y"});
    m_lon = among({"longitude", "lon", "lng", "long", "x"});
}

/// A name that the table has already gets "geo_" before it, and a number if that is taken, too.
void GeocodeLayout::add_output_columns(bool candidates) {
    std::vector<std::string> taken;
    for (const std::string& column : m_columns) {
        m_output.push_back({column, FieldType::text});
        taken.push_back(lower(column));
    }
    for (const NewColumn& column : new_columns) {
        if (column.name == candidates_column && !candidates) {
            continue;
        }
        std::string name = column.name;
        for (int number = 1; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number) {
            name =
                (name.starts_with("geo_") && number == 1 ? "" : "geo_") + std::string(column.name) +
                (number == 1 && !std::string_view(column.name).starts_with("geo_") ? ""
                                                                                   : '_' + std::to_string(number + 1));
        }
        taken.push_back(name);
        m_output.push_back({name, column.type});
    }
}

std::string GeocodeLayout::name_of(const Row& row) const {
    if (cell(row, m_pieces.front().column).find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return {};
    }
    std::string name;
    for (const Piece& piece : m_pieces) {
        name.append(piece.text).append(cell(row, piece.column));
    }
    return name;
}

std::optional<Location> GeocodeLayout::location_of(const Row& row) const {
    const auto lat = number_in(cell(row, m_lat));
    const auto lon = number_in(cell(row, m_lon));
    if (!lat || !lon || !Location{*lon, *lat}.valid() || (*lat == 0.0 && *lon == 0.0)) {
        return std::nullopt;
    }
    return Location{*lon, *lat};
}

std::vector<FieldValue> GeocodeLayout::values(const gazetteer::Gazetteer& gazetteer, const Result& result,
                                              std::optional<Location>& point) const {
    std::vector<FieldValue> values;
    const auto add_rest = [&](std::string_view status, std::string_view note) {
        values.emplace_back(std::string(status));
        values.push_back(text_or_null(note));
    };
    point = result.kept;
    if (result.kept) {
        values = {result.kept->lat, result.kept->lon};
        values.resize(9);
        values.emplace_back(std::string("given"));
        values.resize(m_candidates ? 12 : 11);
        add_rest("ok", {});
        return values;
    }
    const geocode::Answer& answer = *result.answer;
    const bool ok = answer.status == geocode::Status::ok;
    const bool shown = !answer.candidates.empty() && (ok || result.best);
    if (shown) {
        const geocode::Candidate& chosen = answer.candidates.front();
        const Place place = gazetteer.place(chosen.place);
        point = place.location;
        values = {place.location.lat,
                  place.location.lon,
                  text_or_null(place.name),
                  text_or_null(place.id),
                  std::string(to_string(place.feature)),
                  text_or_null(place.country),
                  text_or_null(place.admin1),
                  std::int64_t{geocode::where_precision(place.feature)},
                  rounded(chosen.score),
                  std::string(to_string(chosen.match))};
    } else {
        values.resize(8);
        values.push_back(answer.candidates.empty() ? FieldValue{}
                                                   : FieldValue{rounded(answer.candidates.front().score)});
        values.emplace_back();
    }
    values.emplace_back(std::int64_t{answer.candidate_count});
    if (m_candidates) {
        values.push_back(list_of(gazetteer, answer, shown ? 1 : 0));
    }
    add_rest(to_string(answer.status), answer.note);
    return values;
}

} // namespace yaqut::cli
