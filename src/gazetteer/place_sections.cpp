// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/place_sections.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace yaqut::gazetteer {

namespace {

/// The names of each place, in the order of the table.
class NamesOfPlaces {
  public:
    explicit NamesOfPlaces(const SourceTables& tables) : m_begin(tables.places.size() + 1) {
        for (const SourceName& name : tables.names) {
            m_begin[name.place + 1] += name.text.size > 0 ? 1 : 0;
        }
        std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
        m_names.resize(m_begin.back());
        std::vector<std::size_t> next(m_begin.begin(), m_begin.end() - 1);
        for (std::size_t i = 0; i < tables.names.size(); ++i) {
            if (tables.names[i].text.size > 0) {
                m_names[next[tables.names[i].place]++] = i;
            }
        }
    }
    [[nodiscard]] std::span<const std::size_t> of(std::size_t place) const {
        return std::span(m_names).subspan(m_begin[place], m_begin[place + 1] - m_begin[place]);
    }

  private:
    std::vector<std::size_t> m_begin;
    std::vector<std::size_t> m_names;
};

class Builder {
  public:
    Builder(const SourceTables& tables, const std::vector<bool>& latin, Complaints& complaints)
        : m_tables(tables), m_latin(latin), m_complaints(complaints), m_names(tables) {}

    BuiltPlaces build() {
        m_built.numbers.resize(m_tables.places.size());
        for (const std::size_t number : order_of_places()) {
            m_built.numbers[number] = static_cast<PlaceIndex>(m_built.places.size());
            add_place(number);
        }
        add_terms();
        add_ids();
        add_countries();
        return std::move(m_built);
    }

  private:
    struct Preferred {
        std::vector<std::size_t> names; ///< preferred ones first
        std::uint8_t arabic = 0;        ///< 1 + position of the Arabic one
    };

    [[nodiscard]] std::string_view id_of(std::size_t number) const {
        return m_tables.strings.view(m_tables.places[number].id);
    }

    /// By weight; places without names are left out.
    std::vector<std::size_t> order_of_places() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_tables.places.size(); ++i) {
            if (m_names.of(i).empty()) {
                m_complaints.skip(m_tables.places_file + ":" + std::to_string(m_tables.places[i].line),
                                  "the place " + std::string(id_of(i)) + " has no name");
            } else {
                order.push_back(i);
            }
        }
        std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            const SourcePlace& left = m_tables.places[a];
            const SourcePlace& right = m_tables.places[b];
            if (left.importance != right.importance) {
                return left.importance > right.importance;
            }
            if (left.population != right.population) {
                return left.population > right.population;
            }
            return id_of(a) < id_of(b);
        });
        return order;
    }

    /// The name to show, the Arabic name, then the others by their kind.
    [[nodiscard]] Preferred order_of_names(std::size_t number) const {
        Preferred result;
        result.names.assign(m_names.of(number).begin(), m_names.of(number).end());
        auto& names = result.names;
        std::stable_sort(names.begin(), names.end(), [this](std::size_t a, std::size_t b) {
            return m_tables.names[a].kind < m_tables.names[b].kind;
        });
        const auto to_front = [&](auto wanted) {
            // The first one of the table, not of the sorted names.
            const auto in_table = m_names.of(number);
            const auto first = std::find_if(in_table.begin(), in_table.end(), [&](std::size_t i) {
                return m_tables.names[i].kind != NameKind::demonym && wanted(i);
            });
            if (first == in_table.end()) {
                return false;
            }
            const auto at = std::find(names.begin(), names.end(), *first);
            std::rotate(names.begin(), at, at + 1);
            return true;
        };
        const bool arabic = to_front([&](std::size_t i) { return m_tables.names[i].language == Language::ar; });
        const bool shown =
            to_front([&](std::size_t i) { return m_tables.names[i].language != Language::ar && m_latin[i]; });
        result.arabic = arabic ? (shown ? 2 : 1) : 0;
        return result;
    }

    void add_place(std::size_t number) {
        const SourcePlace& source = m_tables.places[number];
        format::PlaceRecord record;
        record.text = m_built.strings.size();
        record.first_name = static_cast<std::uint32_t>(m_built.names.size());
        record.id_size = static_cast<std::uint8_t>(source.id.size);
        record.feature = static_cast<std::uint8_t>(source.feature);
        record.lon = static_cast<std::int32_t>(std::lround(source.location.lon * format::degrees_per_unit));
        record.lat = static_cast<std::int32_t>(std::lround(source.location.lat * format::degrees_per_unit));
        record.population = source.population;
        record.radius_km = source.radius_km;
        record.importance = source.importance;
        record.feature_code = source.feature_code;
        record.admin1 = source.admin1;
        record.admin1_code = source.admin1_code;
        record.country = source.country;
        m_built.strings += id_of(number);
        Preferred preferred = order_of_names(number);
        record.arabic_name = preferred.arabic;
        preferred.names.resize(
            std::min<std::size_t>(preferred.names.size(), std::numeric_limits<std::uint16_t>::max()));
        record.name_count = static_cast<std::uint16_t>(preferred.names.size());
        for (const std::size_t name : preferred.names) {
            add_name(m_tables.names[name]);
        }
        m_built.places.push_back(record);
    }

    void add_name(const SourceName& name) {
        const auto kind = static_cast<unsigned>(name.kind) | (name.ambiguous ? format::ambiguous_bit : 0U);
        m_built.names.push_back({static_cast<std::uint16_t>(name.text.size), static_cast<std::uint8_t>(name.language),
                                 static_cast<std::uint8_t>(kind)});
        m_built.strings += m_tables.strings.view(name.text);
    }

    void add_terms() {
        for (const std::string& text : m_tables.terms.texts()) {
            m_built.terms.push_back({m_built.strings.size(), text.size()});
            m_built.strings += text;
        }
    }

    void add_ids() {
        std::vector<std::string_view> ids;
        for (const format::PlaceRecord& record : m_built.places) {
            ids.push_back(std::string_view(m_built.strings).substr(record.text, record.id_size));
        }
        m_built.ids.resize(ids.size());
        std::iota(m_built.ids.begin(), m_built.ids.end(), PlaceIndex{0});
        std::sort(m_built.ids.begin(), m_built.ids.end(), [&](PlaceIndex a, PlaceIndex b) { return ids[a] < ids[b]; });
    }

    /// The weightiest entry of class country for each code.
    void add_countries() {
        for (PlaceIndex i = 0; i < m_built.places.size(); ++i) {
            const format::PlaceRecord& record = m_built.places[i];
            if (record.feature == static_cast<std::uint8_t>(FeatureClass::country) && record.country[0] != '\0') {
                m_built.countries.push_back({record.country, 0, i});
            }
        }
        auto& all = m_built.countries;
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
        all.erase(std::unique(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.code == b.code; }),
                  all.end());
    }

    const SourceTables& m_tables;
    const std::vector<bool>& m_latin;
    Complaints& m_complaints;
    NamesOfPlaces m_names;
    BuiltPlaces m_built;
};

} // namespace

BuiltPlaces build_places(const SourceTables& tables, const std::vector<bool>& latin, Complaints& complaints) {
    return Builder(tables, latin, complaints).build();
}

} // namespace yaqut::gazetteer
