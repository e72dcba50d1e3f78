// SPDX-License-Identifier: Apache-2.0
#include "io/table_places.hpp"

#include <array>
#include <charconv>
#include <filesystem>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/name_script.hpp"
#include "io/place_classes.hpp"
#include "io/place_values.hpp"
#include "io/readable.hpp"
#include "io/vector_reader.hpp"
#include "text/key_hash.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t most_shown = 60; // bytes of a cell in a message

/// What is wrong with a row, without where it is.
class RowError : public Error {
  public:
    using Error::Error;
};

std::string expected(PlaceField field, const char* what, const std::string& found) {
    return std::string(to_string(field)) + ": expected " + what + ", found \"" + readable(found, most_shown) + '"';
}

std::string hexadecimal(std::uint64_t value) {
    std::array<char, 16> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return {digits.data(), end};
}

class TablePlaces : public PlaceSource {
  public:
    TablePlaces(TablePlacesInput input, RowReport report)
        : m_input(std::move(input)), m_report(std::move(report)), m_reader(m_input.source, options_of(m_input)),
          m_file(std::filesystem::path(m_input.source).filename().string()),
          m_stem(std::filesystem::path(m_input.source).stem().string()) {
        try {
            m_columns = m_input.map.find_in(m_reader.columns());
        } catch (const InputError&) {
            throw;
        } catch (const Error& error) {
            throw InputError(m_input.source, error.what());
        }
        if (!m_input.map[PlaceField::lat] && !m_reader.has_geometry()) {
            throw InputError(m_input.source, "has no locations of its own; name columns with lat= and lon=");
        }
    }

    bool next(ImportedPlace& place) override {
        while (m_reader.next()) {
            if (m_report.progress) {
                m_report.progress(m_reader.progress().value_or(0.0));
            }
            try {
                read(place);
                return true;
            } catch (const RowError& error) {
                m_report.skipped(m_reader.where() + ": " + error.what());
            }
        }
        return false;
    }

    [[nodiscard]] std::string description() const override { return m_file; }

  private:
    static VectorOptions options_of(const TablePlacesInput& input) {
        VectorOptions options;
        options.layer = input.layer;
        options.encoding = input.encoding;
        return options;
    }

    [[nodiscard]] std::string value(PlaceField field) const {
        const auto& column = m_columns.at(static_cast<std::size_t>(field));
        if (column) {
            return m_reader.field(*column);
        }
        const auto& source = m_input.map[field];
        return source ? source->constant : std::string();
    }

    void read(ImportedPlace& place) {
        place = ImportedPlace{};
        read_names(place);
        read_class(place);
        read_location(place);
        const std::string country = value(PlaceField::country);
        if (auto code = parse_country(country)) {
            place.country = *code;
        } else if (!trim(country).empty()) {
            note(expected(PlaceField::country, "a two-letter code", country));
        }
        place.admin1 = trim(value(PlaceField::admin1));
        const std::string population = value(PlaceField::population);
        if (const auto people = parse_population(population)) {
            place.population = *people;
        } else if (!trim(population).empty()) {
            note(expected(PlaceField::population, "a whole number", population));
        }
        place.id = id_of(place);
        place.source = m_file;
        place.licence = m_input.licence;
    }

    void read_names(ImportedPlace& place) const {
        add_name(place, value(PlaceField::name), Language::other, NameKind::official);
        add_name(place, value(PlaceField::name_ar), Language::ar, NameKind::official);
        add_name(place, value(PlaceField::name_en), Language::en, NameKind::official);
        add_name(place, value(PlaceField::name_fr), Language::fr, NameKind::official);
        add_names(place, value(PlaceField::alt_names), Language::other, NameKind::alternate);
        if (place.names.empty()) {
            throw RowError("expected a name, found none");
        }
    }

    void read_class(ImportedPlace& place) const {
        const std::string word = value(PlaceField::feature);
        const auto meaning = m_classes.find(word);
        if (!meaning) {
            throw RowError(expected(PlaceField::feature, "a class of places, a GeoNames or OpenStreetMap code", word));
        }
        place.feature = meaning->feature;
        place.feature_code = meaning->feature_code;
    }

    void read_location(ImportedPlace& place) const {
        if (!m_input.map[PlaceField::lat]) {
            const auto shape = m_reader.shape();
            if (!shape) {
                throw RowError("expected a geometry, found none, or none that can be brought to WGS 84");
            }
            place.location = shape->location;
            place.radius_km = static_cast<float>(shape->radius_km);
            return;
        }
        place.location.lat = degrees(PlaceField::lat, 90.0, "degrees from -90 to 90");
        place.location.lon = degrees(PlaceField::lon, 180.0, "degrees from -180 to 180");
        if (place.location == Location{}) {
            throw RowError("lat, lon: expected a place, found 0, 0");
        }
    }

    [[nodiscard]] double degrees(PlaceField field, double most, const char* what) const {
        const std::string text = value(field);
        const auto number = parse_degrees(text, most);
        if (!number) {
            throw RowError(expected(field, what, text));
        }
        return *number;
    }

    [[nodiscard]] std::string id_of(const ImportedPlace& place) const {
        const std::string given(trim(value(PlaceField::id)));
        if (!given.empty()) {
            return given.find(':') == std::string::npos ? m_stem + ':' + given : given; // "gn:88319" says all
        }
        text::KeyHash hash;
        for (const ImportedName& name : place.names) {
            hash.add(name.text);
            hash.add("\n");
        }
        hash.add(std::to_string(place.location.lat) + ' ' + std::to_string(place.location.lon));
        return m_stem + ':' + hexadecimal(hash.value());
    }

    void note(const std::string& what) const { m_report.noted(m_reader.where() + ": " + what); }

    TablePlacesInput m_input;
    RowReport m_report;
    VectorReader m_reader;
    std::string m_file;
    std::string m_stem;
    ColumnMap::Columns m_columns;
    PlaceClasses m_classes;
};

} // namespace

std::unique_ptr<PlaceSource> make_table_places(TablePlacesInput input, RowReport report) {
    return std::make_unique<TablePlaces>(std::move(input), std::move(report));
}

} // namespace yaqut::io
