// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::io {

/// What a table of places may tell of a place.
enum class PlaceField : std::uint8_t {
    name,
    name_ar,
    name_en,
    name_fr,
    alt_names, ///< several, separated by ';' or '|'
    feature,   ///< "class"
    country,
    admin1,
    population,
    id,
    lat,
    lon,
};
inline constexpr std::size_t place_field_count = static_cast<std::size_t>(PlaceField::lon) + 1;

[[nodiscard]] std::string_view to_string(PlaceField field);

/// Where each field comes from: a column, or one value for all rows.
class ColumnMap {
  public:
    /// "name=Ort,name_ar=ARABIC,class=:city": FIELD=COLUMN or FIELD=:VALUE, separated by commas. Throws Error: an
    /// unknown field, one given twice, no name, no class.
    explicit ColumnMap(std::string_view text);

    struct Source {
        std::string column; ///< empty for a constant
        std::string constant;
    };
    [[nodiscard]] const std::optional<Source>& operator[](PlaceField field) const {
        return m_sources[static_cast<std::size_t>(field)];
    }

    /// The map with numbers of columns. Throws Error that names the columns that are missing and those there are.
    using Columns = std::array<std::optional<std::size_t>, place_field_count>;
    [[nodiscard]] Columns find_in(const std::vector<std::string>& columns) const;

  private:
    void add(std::string_view piece);
    void check() const;

    std::array<std::optional<Source>, place_field_count> m_sources;
};

} // namespace yaqut::io
