// SPDX-License-Identifier: Apache-2.0
#include "io/column_map.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "io/ascii.hpp"

namespace yaqut::io {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, place_field_count> field_names{
    "name"sv,    "name_ar"sv, "name_en"sv,    "name_fr"sv, "alt_names"sv, "class"sv,
    "country"sv, "admin1"sv,  "population"sv, "id"sv,      "lat"sv,       "lon"sv};

std::optional<PlaceField> parse_field(std::string_view name) {
    const auto found = std::find(field_names.begin(), field_names.end(), name);
    return found == field_names.end() ? std::nullopt
                                      : std::optional{static_cast<PlaceField>(found - field_names.begin())};
}

template <typename Texts> std::string joined(const Texts& texts) {
    std::string list;
    for (const auto& text : texts) {
        (list += list.empty() ? "" : ", ") += text;
    }
    return list;
}

} // namespace

std::string_view to_string(PlaceField field) { return field_names.at(static_cast<std::size_t>(field)); }

ColumnMap::ColumnMap(std::string_view text) {
    std::vector<std::string> pieces;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view piece = text.substr(begin, end - begin);
        // A comma inside of a column's name is not followed by FIELD=.
        if (pieces.empty() || piece.find('=') != std::string_view::npos) {
            pieces.emplace_back(piece);
        } else {
            pieces.back() += ',' + std::string(piece);
        }
        begin = end + 1;
    }
    for (const std::string& piece : pieces) {
        add(piece);
    }
    check();
}

void ColumnMap::add(std::string_view piece) {
    const std::size_t equals = piece.find('=');
    const std::string_view name = trim(piece.substr(0, equals));
    const auto field = equals == std::string_view::npos ? std::nullopt : parse_field(name);
    const std::string_view value = field ? trim(piece.substr(equals + 1)) : std::string_view();
    if (!field || value.empty()) {
        throw Error("expected FIELD=COLUMN or FIELD=:VALUE, found \"" + std::string(piece) + "\"; fields are " +
                    joined(field_names));
    }
    std::optional<Source>& source = m_sources[static_cast<std::size_t>(*field)];
    if (source) {
        throw Error("\"" + std::string(name) + "\" is given twice");
    }
    const bool constant = value.starts_with(':');
    source = constant ? Source{{}, std::string(trim(value.substr(1)))} : Source{std::string(value), {}};
}

void ColumnMap::check() const {
    const auto has = [this](PlaceField field) { return (*this)[field].has_value(); };
    if (!has(PlaceField::name) && !has(PlaceField::name_ar) && !has(PlaceField::name_en) && !has(PlaceField::name_fr)) {
        throw Error("expected a column with names: name=COLUMN, or name_ar=, name_en=, name_fr=");
    }
    if (!has(PlaceField::feature)) {
        throw Error("expected class=COLUMN, or class=:city if all are of one class");
    }
    if (has(PlaceField::lat) != has(PlaceField::lon)) {
        throw Error("expected lat= and lon= together");
    }
}

ColumnMap::Columns ColumnMap::find_in(const std::vector<std::string>& columns) const {
    Columns numbers;
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < place_field_count; ++i) {
        if (!m_sources.at(i) || m_sources.at(i)->column.empty()) {
            continue;
        }
        const auto found = std::find(columns.begin(), columns.end(), m_sources.at(i)->column);
        if (found == columns.end()) {
            missing.push_back(m_sources.at(i)->column);
        } else {
            numbers.at(i) = static_cast<std::size_t>(found - columns.begin());
        }
    }
    if (!missing.empty()) {
        throw Error("no column " + joined(missing) + "; the columns are " + joined(columns));
    }
    return numbers;
}

} // namespace yaqut::io
