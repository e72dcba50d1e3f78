// SPDX-License-Identifier: Apache-2.0
#include "spatial/admin_units.hpp"

#include <algorithm>

namespace yaqut::spatial {

namespace {

ContainmentIndex index_of(std::vector<AdminUnit>& units) {
    std::vector<Polygon> areas;
    areas.reserve(units.size());
    for (AdminUnit& unit : units) {
        areas.push_back(std::move(unit.area));
        unit.area = {};
    }
    return ContainmentIndex(areas);
}

} // namespace

AdminUnits::AdminUnits(std::vector<AdminUnit> units) : m_units(std::move(units)), m_index(index_of(m_units)) {
    for (const AdminUnit& unit : m_units) {
        m_countries.push_back(unit.country);
    }
    std::sort(m_countries.begin(), m_countries.end());
    m_countries.erase(std::unique(m_countries.begin(), m_countries.end()), m_countries.end());
}

const AdminUnit* AdminUnits::find(Location point, std::string_view country) const {
    const AdminUnit* best = nullptr;
    double best_km = 0.0;
    bool best_agrees = false;
    const auto offer = [&](std::size_t number, double km) {
        const AdminUnit& unit = m_units[number];
        const bool agrees = !country.empty() && unit.country == country;
        if (best == nullptr || agrees > best_agrees || (agrees == best_agrees && km < best_km)) {
            best = &unit;
            best_km = km;
            best_agrees = agrees;
        }
    };
    for (const std::size_t number : m_index.containing(point)) {
        offer(number, 0.0);
    }
    if (best == nullptr || (!country.empty() && !best_agrees)) {
        for (const ContainmentIndex::Nearest& area : m_index.within(point, snap_km)) {
            offer(area.polygon, area.km);
        }
    }
    return best;
}

bool AdminUnits::contradicts(Location point, std::string_view country, double km) const {
    if (!std::binary_search(m_countries.begin(), m_countries.end(), country)) {
        return false;
    }
    const std::vector<std::size_t> inside = m_index.containing(point);
    const auto agrees = [&](std::size_t number) { return m_units[number].country == country; };
    if (inside.empty() || std::any_of(inside.begin(), inside.end(), agrees)) {
        return false;
    }
    const auto near = m_index.within(point, km);
    return std::none_of(near.begin(), near.end(),
                        [&](const ContainmentIndex::Nearest& area) { return agrees(area.polygon); });
}

} // namespace yaqut::spatial
