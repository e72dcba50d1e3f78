// SPDX-License-Identifier: Apache-2.0
#include "io/osm_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <unordered_set>

#include "core/error.hpp"
#include "io/gdal_setting.hpp"
#include "io/memory_file.hpp"
#include "io/name_script.hpp"
#include "io/osm_features.hpp"
#include "io/place_values.hpp"
#include "io/vector_reader.hpp"
#include "text/key_hash.hpp"

namespace yaqut::io {

namespace {

using namespace std::string_view_literals;

struct NameTag {
    std::string_view key;
    Language language;
    NameKind kind;
};
/// In the order in which names are preferred.
constexpr std::array name_tags{
    NameTag{"name:en"sv, Language::en, NameKind::official},
    NameTag{"name:ar"sv, Language::ar, NameKind::official},
    NameTag{"name:fr"sv, Language::fr, NameKind::official},
    NameTag{"name"sv, Language::other, NameKind::official},
    NameTag{"int_name"sv, Language::other, NameKind::alternate},
    NameTag{"official_name:ar"sv, Language::ar, NameKind::official},
    NameTag{"official_name:en"sv, Language::en, NameKind::official},
    NameTag{"official_name:fr"sv, Language::fr, NameKind::official},
    NameTag{"official_name"sv, Language::other, NameKind::official},
    NameTag{"short_name:ar"sv, Language::ar, NameKind::short_name},
    NameTag{"short_name:en"sv, Language::en, NameKind::short_name},
    NameTag{"short_name"sv, Language::other, NameKind::short_name},
    NameTag{"alt_name:ar"sv, Language::ar, NameKind::alternate},
    NameTag{"alt_name:en"sv, Language::en, NameKind::alternate},
    NameTag{"alt_name:fr"sv, Language::fr, NameKind::alternate},
    NameTag{"alt_name"sv, Language::other, NameKind::alternate},
    NameTag{"loc_name:ar"sv, Language::ar, NameKind::colloquial},
    NameTag{"loc_name"sv, Language::other, NameKind::colloquial},
    NameTag{"old_name:ar"sv, Language::ar, NameKind::historic},
    NameTag{"old_name:en"sv, Language::en, NameKind::historic},
    NameTag{"old_name"sv, Language::other, NameKind::historic},
};
constexpr std::array country_keys{"ISO3166-1:alpha2"sv, "ISO3166-1"sv, "addr:country"sv, "is_in:country_code"sv};

/// Layers of the driver, in its order, and what its ids stand for.
enum Layer : std::size_t { points, lines, multipolygons, multilinestrings };

/// GDAL reads XML that is cut off as if it ended there.
void check_end_of_xml(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (stream.get() != '<') {
        return; // PBF, compressed, or no file of the system
    }
    std::array<char, 256> tail{};
    stream.seekg(0, std::ios::end);
    const auto size = std::min<std::streamoff>(stream.tellg(), tail.size());
    stream.seekg(-size, std::ios::end);
    stream.read(tail.data(), size);
    if (std::string_view(tail.data(), static_cast<std::size_t>(size)).find("</osm>") == std::string_view::npos) {
        throw InputError(file, "cut off: expected </osm> at its end");
    }
}

class OsmPlaces : public PlaceSource {
  public:
    OsmPlaces(const OsmPlacesInput& input, RowReport report)
        : m_file(std::filesystem::path(input.source).filename().string()), m_report(std::move(report)),
          m_keys(all_keys(m_features)), m_configuration(osm_driver_configuration(m_keys)),
          m_temp("CPL_TMPDIR", temp_folder_or(input.temp_folder)),
          m_reader(input.source, options_of(input, m_configuration.path())) {
        check_end_of_xml(input.source);
        for (std::size_t layer = 0; layer < m_reader.layer_count(); ++layer) {
            m_columns.push_back(m_reader.columns(layer));
        }
    }

    bool next(ImportedPlace& place) override {
        while (m_reader.next()) {
            if (m_report.progress) {
                m_report.progress(m_reader.progress().value_or(0.0));
            }
            if (m_reader.layer() <= multilinestrings && read(place)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::string description() const override { return m_file; }

  private:
    static std::vector<std::string> all_keys(const OsmFeatures& features) {
        std::vector<std::string> keys;
        keys.reserve(name_tags.size());
        for (const NameTag& tag : name_tags) {
            keys.emplace_back(tag.key);
        }
        keys.insert(keys.end(), country_keys.begin(), country_keys.end());
        keys.emplace_back("population");
        for (std::string& key : features.keys()) {
            keys.push_back(std::move(key));
        }
        return keys;
    }

    static VectorOptions options_of(const OsmPlacesInput& input, const std::string& configuration) {
        VectorOptions options;
        options.driver = "OSM";
        options.all_layers = true;
        options.open_options = {"CONFIG_FILE=" + configuration,
                                "MAX_TMPFILE_SIZE=" +
                                    std::to_string(std::max<std::uint64_t>(1, input.memory_limit >> 20U)),
                                "INTERLEAVED_READING=YES"};
        return options;
    }

    /// Reads the columns of the feature; values are kept until the next one.
    void read_tags() {
        const std::vector<std::string>& columns = m_columns.at(m_reader.layer());
        m_tags.clear();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (std::string value = m_reader.field(i); !value.empty()) {
                m_tags.emplace_back(columns[i], std::move(value));
            }
        }
    }

    [[nodiscard]] std::string_view tag(std::string_view key) const {
        const auto found =
            std::find_if(m_tags.begin(), m_tags.end(), [key](const auto& tag) { return tag.first == key; });
        return found == m_tags.end() ? std::string_view() : std::string_view(found->second);
    }

    [[nodiscard]] bool read(ImportedPlace& place) {
        read_tags();
        const auto meaning = m_features.find([this](std::string_view key) { return tag(key); });
        if (!meaning) {
            return false;
        }
        place = ImportedPlace{};
        read_names(place);
        if (place.names.empty()) {
            return false;
        }
        const auto shape = m_reader.shape();
        if (!shape) {
            m_report.skipped(m_reader.where() + ": expected a geometry, found none that is usable");
            return false;
        }
        place.feature = meaning->feature;
        place.feature_code = meaning->feature_code;
        place.location = shape->location;
        place.radius_km = static_cast<float>(shape->radius_km);
        if (m_reader.layer() == lines && !first_in_neighbourhood(place)) {
            return false;
        }
        place.id = id();
        place.population = parse_population(tag("population")).value_or(0);
        for (const std::string_view key : country_keys) {
            if (auto code = place.country.empty() ? parse_country(tag(key)) : std::nullopt) {
                place.country = *code;
            }
        }
        place.source = "osm";
        place.licence = "ODbL 1.0, OpenStreetMap contributors";
        return true;
    }

    void read_names(ImportedPlace& place) const {
        for (const NameTag& name : name_tags) {
            add_names(place, tag(name.key), name.language, name.kind);
        }
    }

    [[nodiscard]] std::string id() const {
        if (const std::string_view way = tag("osm_way_id"); !way.empty()) {
            return "osm:w" + std::string(way);
        }
        constexpr std::array letters{'n', 'w', 'r', 'r'};
        return std::string("osm:") + letters.at(m_reader.layer()) + std::string(tag("osm_id"));
    }

    /// One piece of a river for about a hundred kilometres, one of a road for ten.
    [[nodiscard]] bool first_in_neighbourhood(const ImportedPlace& place) {
        const double cells_per_degree = place.feature == FeatureClass::road ? 10.0 : 1.0;
        text::KeyHash hash;
        hash.add(place.names.front().text).add(to_string(place.feature));
        hash.add(std::to_string(std::floor(place.location.lat * cells_per_degree)));
        hash.add(std::to_string(std::floor(place.location.lon * cells_per_degree)));
        return m_pieces.insert(hash.value()).second;
    }

    std::string m_file;
    RowReport m_report;
    OsmFeatures m_features;
    std::vector<std::string> m_keys;
    MemoryFile m_configuration; ///< read by the driver when it opens the source
    GdalSetting m_temp;         ///< without it, the driver writes into the current folder
    VectorReader m_reader;
    std::vector<std::vector<std::string>> m_columns; ///< of each layer
    std::vector<std::pair<std::string_view, std::string>> m_tags;
    std::unordered_set<std::uint64_t> m_pieces;
};

} // namespace

std::unique_ptr<PlaceSource> make_osm_places(const OsmPlacesInput& input, RowReport report) {
    return std::make_unique<OsmPlaces>(input, std::move(report));
}

} // namespace yaqut::io
