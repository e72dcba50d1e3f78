// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/geocode_options.hpp"
#include "core/location.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geocode/answer.hpp"
#include "io/table_writer.hpp"

namespace yaqut::cli {

/// Which cells of a row the look-up takes, and which columns it adds.
class GeocodeLayout {
  public:
    /// Throws UsageError: a column that is not there (lists those that are), none chosen, a template that is none.
    GeocodeLayout(const GeocodeOptions& options, const std::vector<std::string>& columns);

    using Row = std::vector<std::string>;

    /// The text to look up; empty when the cell that it begins with is.
    [[nodiscard]] std::string name_of(const Row& row) const;
    [[nodiscard]] std::string_view country_of(const Row& row) const { return cell(row, m_country); }
    [[nodiscard]] std::string_view admin1_of(const Row& row) const { return cell(row, m_admin1); }
    /// The coordinates that a row has already in columns such as lat and lon.
    [[nodiscard]] std::optional<Location> location_of(const Row& row) const;

    /// The table's columns, then the new ones.
    [[nodiscard]] const std::vector<io::TableColumn>& output_columns() const { return m_output; }

    struct Result {
        const geocode::Answer* answer = nullptr;
        std::optional<Location> kept; ///< coordinates that the row had already
        bool best = false;            ///< give the place also when it is not ok
    };
    /// Values of the new columns; `point` gets where the row is, if it is known.
    [[nodiscard]] std::vector<io::FieldValue> values(const gazetteer::Gazetteer& gazetteer, const Result& result,
                                                     std::optional<Location>& point) const;

  private:
    using Column = std::optional<std::size_t>;
    struct Piece {
        std::string text; ///< before the cell
        Column column;
    };
    [[nodiscard]] static std::string_view cell(const Row& row, Column column) {
        return column ? std::string_view(row[*column]) : std::string_view();
    }
    [[nodiscard]] std::size_t find(const std::string& name, const char* option) const;
    void read_template(const std::string& text);
    void find_coordinates();
    void add_output_columns(bool candidates);

    std::vector<std::string> m_columns;
    std::vector<Piece> m_pieces;
    Column m_country;
    Column m_admin1;
    Column m_lat;
    Column m_lon;
    bool m_candidates;
    std::vector<io::TableColumn> m_output;
};

} // namespace yaqut::cli
