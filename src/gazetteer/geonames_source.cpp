// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/geonames_source.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "gazetteer/complaints.hpp"
#include "gazetteer/external_sort.hpp"
#include "gazetteer/geonames_features.hpp"
#include "gazetteer/geonames_rows.hpp"
#include "gazetteer/line_reader.hpp"
#include "gazetteer/name_keys.hpp"
#include "gazetteer/name_text.hpp"
#include "gazetteer/place_blob.hpp"
#include "lexicon/table.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr const char* source_name = "geonames";
constexpr const char* source_licence = "CC BY 4.0";

/// Sorted rows: GeoNames id, line number, then what the row holds.
constexpr std::size_t head = 8;

/// A name of alternateNamesV2.txt with what decides about its rank.
struct Alternate {
    ImportedName name;
    int rank = 0;
};

int rank_of(NameKind kind, bool preferred) {
    switch (kind) {
    case NameKind::historic:
    case NameKind::colloquial: return 3;
    case NameKind::short_name: return preferred ? 0 : 2;
    default: return preferred ? 0 : 1;
    }
}

/// Arabic words such as محافظة, which begin names of units, as the table of descriptors has them.
std::unordered_set<std::string> unit_words() {
    std::unordered_set<std::string> words;
    const lexicon::Table table = lexicon::load("ar/descriptors");
    for (const lexicon::Row& row : table.rows()) {
        if (row["role"] == "admin") {
            words.insert(keys_of(row["word"]).loose);
        }
    }
    return words;
}

class GeoNamesSource : public PlaceSource {
  public:
    GeoNamesSource(GeoNamesInput input, Report report)
        : m_input(std::move(input)), m_complaints(std::move(report)), m_unit_words(unit_words()), m_places(space()),
          m_alternates(space()), m_has_alternates(m_input.alternate_names != nullptr) {}

    bool next(ImportedPlace& place) override {
        if (!m_read) {
            m_read = true;
            read_places();
            read_alternates();
        }
        for (const std::string_view* row = m_places.next(); row != nullptr; row = m_places.next()) {
            const std::uint32_t id = ordered_number(*row);
            const std::uint32_t line = ordered_number(row->substr(4));
            if (id == m_last_id) {
                complain(line, "geonameid: there is a place " + std::to_string(id) + " above");
                continue;
            }
            m_last_id = id;
            m_line.assign(row->substr(head));
            fill(read_geonames_row(m_line, m_cells), place);
            if (!place.names.empty()) {
                return true;
            }
            complain(line, "name: expected one in Latin or Arabic letters, found none");
        }
        return false;
    }

    [[nodiscard]] std::string description() const override { return m_description; }

  private:
    [[nodiscard]] WorkSpace space() const {
        const auto folder = m_input.temp_folder.empty() ? std::filesystem::temp_directory_path() : m_input.temp_folder;
        return {folder, m_input.memory_limit / 2};
    }

    void complain(std::uint32_t line, const std::string& what) {
        m_complaints.skip(m_input.places_name + ":" + std::to_string(line), what);
    }

    [[nodiscard]] bool wanted_country(std::string_view code) const {
        return m_input.countries.empty() ||
               std::find(m_input.countries.begin(), m_input.countries.end(), code) != m_input.countries.end();
    }

    /// Reads line by line; `use` may throw BadRow.
    template <typename Use> void read_lines(std::unique_ptr<ByteStream> bytes, const std::string& name, Use use) {
        LineReader lines(std::move(bytes), name);
        while (const auto line = lines.next()) {
            if (line->empty() || line->front() == '#') {
                continue;
            }
            try {
                use(*line, lines.line());
            } catch (const BadRow& bad) {
                m_complaints.skip(lines.where(), bad.what);
            }
        }
        m_description += (m_description.empty() ? "" : ", ") + name + " " + lines.checksum();
    }

    void begin_blob(std::uint32_t id, std::uint64_t line) {
        m_blob.clear();
        append_ordered(id, m_blob);
        append_ordered(static_cast<std::uint32_t>(line), m_blob);
    }

    void read_places() {
        read_lines(std::move(m_input.places), m_input.places_name, [this](std::string_view line, std::uint64_t number) {
            const GeoNamesRow row = read_geonames_row(line, m_cells);
            if (!wanted_country(row.country) || !m_features.find(row.feature_class, row.feature_code)) {
                return;
            }
            begin_blob(row.id, number);
            m_blob += line;
            m_places.add(m_blob);
            if (!m_input.countries.empty()) {
                m_kept.push_back(row.id);
            }
        });
        std::sort(m_kept.begin(), m_kept.end());
        m_places.finish();
    }

    void read_alternates() {
        if (m_has_alternates) {
            read_lines(std::move(m_input.alternate_names), m_input.alternate_names_name,
                       [this](std::string_view line, std::uint64_t number) {
                           const AlternateRow row = read_alternate_row(line, m_cells);
                           if (row.wanted && is_kept(row.place)) {
                               begin_blob(row.place, number);
                               m_blob += static_cast<char>(row.language);
                               m_blob += static_cast<char>(row.kind);
                               m_blob += row.preferred ? '1' : '0';
                               m_blob += row.name;
                               m_alternates.add(m_blob);
                           }
                       });
        }
        m_alternates.finish();
        m_alternate = m_alternates.next();
    }

    [[nodiscard]] bool is_kept(std::uint32_t id) const {
        return m_input.countries.empty() || std::binary_search(m_kept.begin(), m_kept.end(), id);
    }

    void fill(const GeoNamesRow& row, ImportedPlace& place) {
        place.id = "gn:" + std::to_string(row.id);
        place.location = row.location;
        place.feature = m_features.find(row.feature_class, row.feature_code).value_or(FeatureClass::other);
        place.feature_code = row.feature_code;
        place.country = row.country;
        place.admin1_code = row.admin1_code;
        place.admin1.clear();
        place.population = row.population;
        place.radius_km = 0.0F;
        place.importance = 0.0F;
        place.source = source_name;
        place.licence = source_licence;
        place.names.clear();
        take_alternates(row.id);
        if (!m_has_alternates) {
            take_other_names(row.other_names);
        }
        fill_names(row, place);
    }

    /// The rows of alternateNamesV2.txt for this place; those of places that are not there are passed over.
    void take_alternates(std::uint32_t id) {
        m_names.clear();
        for (; m_alternate != nullptr && ordered_number(*m_alternate) <= id; m_alternate = m_alternates.next()) {
            if (ordered_number(*m_alternate) == id) {
                const std::string_view row = m_alternate->substr(head);
                const auto kind = static_cast<NameKind>(row[1]);
                m_names.push_back({{std::string(row.substr(3)), static_cast<Language>(row[0]), kind, std::nullopt},
                                   rank_of(kind, row[2] == '1')});
            }
        }
    }

    /// The names that stand in the row itself, without their languages.
    void take_other_names(std::string_view names) {
        for (std::size_t begin = 0; begin < names.size();) {
            const std::size_t end = std::min(names.find(',', begin), names.size());
            const std::string_view name = names.substr(begin, end - begin);
            begin = end + 1;
            const NameScript script = fault_of_name(name) ? NameScript::other : script_of_name(name);
            if (script == NameScript::arabic || script == NameScript::latin) {
                const Language language = script == NameScript::arabic ? Language::ar : Language::other;
                m_names.push_back({{std::string(name), language, NameKind::alternate, std::nullopt}, 1});
            }
        }
    }

    /// محافظة X is no name of the town X.
    [[nodiscard]] bool names_a_unit(const ImportedName& name, FeatureClass feature) const {
        if (name.language != Language::ar || (feature != FeatureClass::city && feature != FeatureClass::district)) {
            return false;
        }
        const NameKeys keys = keys_of(name.text);
        return keys.words > 1 && m_unit_words.contains(keys.loose.substr(0, keys.loose.find(' ')));
    }

    void fill_names(const GeoNamesRow& row, ImportedPlace& place) {
        std::stable_sort(m_names.begin(), m_names.end(),
                         [](const Alternate& a, const Alternate& b) { return a.rank < b.rank; });
        const auto english = std::find_if(m_names.begin(), m_names.end(), [](const Alternate& name) {
            return name.rank == 0 && name.name.language == Language::en;
        });
        if (english != m_names.end()) {
            place.names.push_back(english->name);
        }
        const NameScript script = script_of_name(row.name);
        if (script == NameScript::latin || script == NameScript::arabic) {
            const Language language = script == NameScript::arabic ? Language::ar : Language::other;
            place.names.push_back({std::string(row.name), language, NameKind::official, {}});
        }
        if (row.ascii_name != row.name && script_of_name(row.ascii_name) == NameScript::latin &&
            !fault_of_name(row.ascii_name) && keys_of(row.ascii_name).phrase != keys_of(row.name).phrase) {
            place.names.push_back({std::string(row.ascii_name), Language::other, NameKind::alternate, {}});
        }
        for (const Alternate& name : m_names) {
            if (!names_a_unit(name.name, place.feature)) {
                place.names.push_back(name.name);
            }
        }
        drop_doubles(place.names);
    }

    /// Of names with the same letters the first one stays; it gets the language of a later one when it has none.
    void drop_doubles(std::vector<ImportedName>& names) {
        std::unordered_map<std::string, std::size_t> seen;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto [same, is_new] = seen.try_emplace(names[i].text, kept);
            if (is_new) {
                std::swap(names[kept++], names[i]);
            } else if (names[same->second].language == Language::other) {
                names[same->second].language = names[i].language;
            }
        }
        names.resize(kept);
    }

    GeoNamesInput m_input;
    Complaints m_complaints;
    GeoNamesFeatures m_features;
    std::unordered_set<std::string> m_unit_words;
    BlobSorter m_places;
    BlobSorter m_alternates;
    bool m_has_alternates;
    bool m_read = false;
    std::vector<std::uint32_t> m_kept; ///< ids of places, when countries are chosen
    const std::string_view* m_alternate = nullptr;
    std::uint32_t m_last_id = 0;
    std::string m_description;
    std::vector<std::string_view> m_cells; // used again from row to row, like those below
    std::string m_line;
    std::string m_blob;
    std::vector<Alternate> m_names;
};

} // namespace

std::unique_ptr<PlaceSource> make_geonames_source(GeoNamesInput input, Report report) {
    return std::make_unique<GeoNamesSource>(std::move(input), std::move(report));
}

} // namespace yaqut::gazetteer
