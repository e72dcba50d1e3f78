// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/event.hpp"
#include "io/side_layers.hpp"

namespace yaqut::io {

/// A country or first-level unit: what it is called and where it lies.
struct AreaUnit {
    std::string id; ///< gazetteer id
    std::string name;
    std::string name_ar;
    spatial::Polygon area;
};

/// Tells of the unit with this GeoNames code, or with "" of the whole country. Without parts where the shape is not
/// known.
using FindArea = std::function<AreaUnit(const std::string& country, const std::string& admin1_code)>;

/// Counts events by country and by first-level unit.
class AreaCounts {
  public:
    void add(const Event& event);

    /// The features of the layer: countries by their codes, each followed by those of its units that have events.
    void for_each(const FindArea& find, const std::function<void(const SideFeature&)>& use) const;

    struct Counts {
        std::int64_t events = 0;
        std::int64_t country_only = 0;
        std::int64_t planned = 0;
        std::int64_t negated = 0;
        std::int64_t background = 0;
        std::int64_t dated = 0;
        std::int64_t with_deaths = 0;
        std::optional<std::int64_t> deaths;
        std::optional<std::int64_t> least_deaths;
        std::optional<std::int64_t> most_deaths;
        std::optional<std::int64_t> injured;
        std::optional<std::int64_t> missing;
        std::optional<std::int64_t> displaced;
        std::optional<Date> first;
        std::optional<Date> last;
        std::array<std::int64_t, event_type_count> by_type{};

        void add(const Event& event);
    };

  private:
    std::map<std::pair<std::string, std::string>, Counts> m_counts; ///< country and admin1_code, "" for the country
};

/// Columns of the layer.
[[nodiscard]] std::vector<Column> area_columns();

} // namespace yaqut::io
