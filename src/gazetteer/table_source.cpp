// SPDX-License-Identifier: Apache-2.0
#include <numeric>
#include <span>
#include <utility>

#include "gazetteer/builder.hpp"
#include "gazetteer/source_tables.hpp"

namespace yaqut::gazetteer {

namespace {

/// The names of each place, in the order of the table.
class NamesOfPlaces {
  public:
    explicit NamesOfPlaces(const SourceTables& tables)
        : m_begin(tables.places.size() + 1), m_names(tables.names.size()) {
        for (const SourceName& name : tables.names) {
            ++m_begin[name.place + 1];
        }
        std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
        std::vector<std::size_t> next(m_begin.begin(), m_begin.end() - 1);
        for (std::size_t i = 0; i < tables.names.size(); ++i) {
            m_names[next[tables.names[i].place]++] = i;
        }
    }
    [[nodiscard]] std::span<const std::size_t> of(std::size_t place) const {
        return std::span(m_names).subspan(m_begin[place], m_begin[place + 1] - m_begin[place]);
    }

  private:
    std::vector<std::size_t> m_begin;
    std::vector<std::size_t> m_names;
};

class TableSource : public PlaceSource {
  public:
    TableSource(const BuildInput& input, const Report& report)
        : m_complaints(report), m_tables(read_source_tables(input, m_complaints)), m_names(m_tables) {}

    bool next(ImportedPlace& place) override {
        while (m_next < m_tables.places.size()) {
            const std::size_t number = m_next++;
            if (m_names.of(number).empty()) {
                m_complaints.skip(m_tables.places_file + ":" + std::to_string(m_tables.places[number].line),
                                  "the place " + std::string(text(m_tables.places[number].id)) + " has no name");
                continue;
            }
            fill(number, place);
            return true;
        }
        return false;
    }

    [[nodiscard]] std::string description() const override { return m_tables.created_from; }

  private:
    [[nodiscard]] std::string_view text(StringRef ref) const { return m_tables.strings.view(ref); }
    [[nodiscard]] const std::string& term(std::uint32_t number) const { return m_tables.terms.texts()[number]; }

    void fill(std::size_t number, ImportedPlace& place) const {
        const SourcePlace& row = m_tables.places[number];
        place.id = text(row.id);
        place.location = row.location;
        place.feature = row.feature;
        place.feature_code = term(row.feature_code);
        place.country.assign(row.country.data(), row.country[0] == '\0' ? 0 : row.country.size());
        place.admin1_code = term(row.admin1_code);
        place.admin1 = term(row.admin1);
        place.population = row.population;
        place.radius_km = row.radius_km;
        place.importance = row.importance;
        place.source = term(row.source);
        const auto licence = m_tables.licences.find(place.source);
        place.licence = licence == m_tables.licences.end() ? std::string() : licence->second;
        const auto names = m_names.of(number);
        place.names.resize(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            const SourceName& name = m_tables.names[names[i]];
            place.names[i].text = text(name.text);
            place.names[i].language = name.language;
            place.names[i].kind = name.kind;
            place.names[i].ambiguous = name.ambiguous;
        }
    }

    Complaints m_complaints;
    SourceTables m_tables;
    NamesOfPlaces m_names;
    std::size_t m_next = 0;
};

} // namespace

std::unique_ptr<PlaceSource> make_table_source(const BuildInput& input, const Report& report) {
    return std::make_unique<TableSource>(input, report);
}

} // namespace yaqut::gazetteer
