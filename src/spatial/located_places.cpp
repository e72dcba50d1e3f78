// SPDX-License-Identifier: Apache-2.0
#include "spatial/located_places.hpp"

namespace yaqut::spatial {

namespace {

constexpr double tolerated_km = 25.0;

bool lies_in_units(FeatureClass feature) { return feature != FeatureClass::sea && feature != FeatureClass::region; }

class LocatedPlaces : public PlaceSource {
  public:
    LocatedPlaces(std::unique_ptr<PlaceSource> source, std::function<const AdminUnits&()> units,
                  std::function<void(const std::string&)> report)
        : m_source(std::move(source)), m_units(std::move(units)), m_report(std::move(report)) {}

    bool next(ImportedPlace& place) override {
        if (!m_source->next(place)) {
            return false;
        }
        if (lies_in_units(place.feature)) {
            locate(place);
        }
        return true;
    }

    [[nodiscard]] std::string description() const override { return m_source->description(); }

  private:
    void locate(ImportedPlace& place) const {
        const AdminUnits& units = m_units();
        const AdminUnit* unit = units.find(place.location, place.country);
        if (!place.country.empty() && (unit == nullptr || unit->country != place.country)) {
            check(units, place, unit);
            return;
        }
        if (unit == nullptr) {
            return;
        }
        place.country = unit->country;
        if (place.feature != FeatureClass::country && place.admin1_code.empty()) {
            place.admin1_code = unit->admin1_code;
            if (place.admin1.empty()) {
                place.admin1 = unit->name;
            }
        }
    }

    void check(const AdminUnits& units, const ImportedPlace& place, const AdminUnit* unit) const {
        if (unit != nullptr && units.contradicts(place.location, place.country, tolerated_km)) {
            m_report(place.id + ' ' + place.names.front().text + ": is said to be in " + place.country +
                     ", but lies in " + unit->country + " (" + unit->name + "); kept as it is");
        }
    }

    std::unique_ptr<PlaceSource> m_source;
    std::function<const AdminUnits&()> m_units;
    std::function<void(const std::string&)> m_report;
};

} // namespace

std::unique_ptr<PlaceSource> make_located_places(std::unique_ptr<PlaceSource> source,
                                                 std::function<const AdminUnits&()> units,
                                                 std::function<void(const std::string&)> report) {
    return std::make_unique<LocatedPlaces>(std::move(source), std::move(units), std::move(report));
}

} // namespace yaqut::spatial
