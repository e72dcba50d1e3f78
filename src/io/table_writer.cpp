// SPDX-License-Identifier: Apache-2.0
#include "io/table_writer.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/gdal_dataset.hpp"
#include "io/json_writer.hpp"
#include "io/output_file.hpp"
#include "io/scratch_file.hpp"
#include "io/set_aside.hpp"
#include "io/shapefile_check.hpp"

namespace yaqut::io {

namespace {

constexpr std::uint8_t text_width = 254;
constexpr std::size_t shapefile_name = 10; // bytes

/// Columns whose names differ also when case does not count, and that the format can hold.
class Names {
  public:
    Names(const std::vector<TableColumn>& columns, bool short_ascii) {
        std::set<std::string> taken{"fid", "geom", "ogc_fid"}; // names of their own in GDAL's formats
        for (const TableColumn& column : columns) {
            const std::string wanted = short_ascii ? ascii_name(column.name, m_names.size()) : column.name;
            std::string name = wanted;
            for (int number = 1; !taken.insert(lower_ascii(name)).second; ++number) {
                const std::string ending = '_' + std::to_string(number);
                name = (short_ascii ? wanted.substr(0, shapefile_name - ending.size()) : wanted) + ending;
            }
            if (name != column.name) {
                m_changed.push_back(column.name + " -> " + name);
            }
            m_names.push_back(std::move(name));
        }
    }
    [[nodiscard]] const std::vector<std::string>& all() const { return m_names; }
    [[nodiscard]] const std::vector<std::string>& changed() const { return m_changed; }

  private:
    static std::string ascii_name(std::string_view name, std::size_t number) {
        std::string result;
        for (const char c : name) {
            const char low = lower_ascii(c);
            if ((low >= 'a' && low <= 'z') || is_digit(c) || c == '_') {
                result += c;
            } else if (c == ' ' || c == '-' || c == '.') {
                result += '_';
            }
        }
        if (result.find_first_not_of("_0123456789") == std::string::npos) {
            result = "col_" + std::to_string(number + 1);
        }
        return result.substr(0, shapefile_name);
    }

    std::vector<std::string> m_names;
    std::vector<std::string> m_changed;
};

std::vector<Column> columns_of(const Names& names, const std::vector<TableColumn>& columns) {
    constexpr std::uint8_t integer_width = 9;
    constexpr std::uint8_t real_width = 12;
    constexpr std::uint8_t decimals = 6;
    std::vector<Column> result;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const FieldType type = columns[i].type;
        result.push_back({names.all()[i], type,
                          type == FieldType::text   ? text_width
                          : type == FieldType::real ? real_width
                                                    : integer_width,
                          type == FieldType::real ? decimals : std::uint8_t{0}});
    }
    return result;
}

/// What sets a format of GDAL's apart.
struct Format {
    const char* driver;
    bool points = true;       ///< has geometry
    bool only_points = false; ///< cannot hold rows without one
    bool shapefile = false;
};

Format format_of(LayerFormat format) {
    switch (format) {
    case LayerFormat::gpkg: return {.driver = "GPKG"};
    case LayerFormat::fgb: return {.driver = "FlatGeobuf", .only_points = true};
    case LayerFormat::kml: return {.driver = "LIBKML"};
    case LayerFormat::xlsx: return {.driver = "XLSX", .points = false};
    case LayerFormat::shp: return {.driver = "ESRI Shapefile", .shapefile = true};
    default: throw Error("this format cannot hold a table");
    }
}

class GdalTable : public TableWriter {
  public:
    GdalTable(const std::string& path, const Format& format, const std::vector<TableColumn>& columns, bool overwrite)
        : m_path(path), m_format(format), m_overwrite(overwrite), m_names(columns, format.shapefile),
          m_scratch(format.driver, checked(path, format, overwrite), overwrite),
          m_dataset(format.driver, m_scratch.work(), path) {
        GdalLayerPlan plan{.name = std::filesystem::path(path).stem(),
                           .geometry = format.points ? LayerGeometry::point : LayerGeometry::none,
                           .columns = columns_of(m_names, columns),
                           .options = {}};
        if (format.shapefile) {
            plan.options = {"ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=" + time_of_making().substr(0, 10)};
            plan.fixed_width = true;
        }
        m_dataset.add_layer(plan);
        if (std::string_view(format.driver) == "GPKG") {
            m_dataset.begin_transaction();
        }
    }

    void write(std::span<const FieldValue> values, const std::optional<Location>& point) override {
        if (m_format.only_points && !point) {
            ++m_report.left_out;
            return;
        }
        m_dataset.add(0, {.values = values, .point = point});
        ++m_report.events;
        m_report.located += point ? 1U : 0U;
    }

    LayerReport finish() override {
        m_dataset.close();
        m_report.truncated = m_dataset.truncated();
        if (m_format.shapefile) {
            const std::string work = m_scratch.work().substr(0, m_scratch.work().size() - 4);
            check_shapefile(work, m_path, m_report.events);
            const std::string base = m_path.substr(0, m_path.size() - 4);
            SetAside old(base, part_endings, m_overwrite);
            for (const char* ending : part_endings) {
                publish(work + ending, base + ending);
                m_report.files.push_back(base + ending);
            }
            old.complete();
        } else {
            m_scratch.publish();
            m_report.files.push_back(m_path);
        }
        return m_report;
    }

    [[nodiscard]] std::vector<std::string> renamed() const override { return m_names.changed(); }

  private:
    static constexpr std::array<const char*, 5> part_endings{".dbf", ".shx", ".prj", ".cpg", ".shp"};

    static const std::string& checked(const std::string& path, const Format& format, bool overwrite) {
        if (path == "-") {
            throw OutputError("standard output", "this format cannot go there: name a file with -o");
        }
        if (format.shapefile && !ends_with(path, ".shp")) {
            throw OutputError(path, "expected a name that ends in .shp for a shapefile");
        }
        check_may_write(path, overwrite);
        return path;
    }

    std::string m_path;
    Format m_format;
    bool m_overwrite;
    Names m_names;
    ScratchFile m_scratch;
    GdalDataset m_dataset;
    LayerReport m_report;
};

void append_json_value(std::string& out, const FieldValue& value) {
    constexpr int decimals = 6;
    if (const auto* text = std::get_if<std::string>(&value)) {
        append_json_string(out, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        append_number(out, *real, decimals);
    } else {
        out += "null";
    }
}

/// GeoJSON as one collection, or a feature per line.
class GeoJsonTable : public TableWriter {
  public:
    GeoJsonTable(const std::string& path, bool lines, const std::vector<TableColumn>& columns, bool overwrite)
        : m_lines(lines), m_names(columns, false), m_file(path, overwrite) {
        for (const std::string& name : m_names.all()) {
            m_keys.emplace_back();
            append_json_string(m_keys.back(), name);
        }
        if (!m_lines) {
            m_file.write(R"({"type":"FeatureCollection","features":[)");
        }
    }

    void write(std::span<const FieldValue> values, const std::optional<Location>& point) override {
        constexpr int decimals = 6;
        std::string line = m_lines ? "" : m_report.events == 0 ? "\n" : ",\n";
        line += R"({"type":"Feature","geometry":)";
        if (point) {
            line += R"({"type":"Point","coordinates":[)";
            append_number(line, point->lon, decimals);
            line += ',';
            append_number(line, point->lat, decimals);
            line += "]}";
        } else {
            line += "null";
        }
        line += R"(,"properties":{)";
        for (std::size_t i = 0; i < m_keys.size() && i < values.size(); ++i) {
            line.append(i == 0 ? "" : ",").append(m_keys[i]).append(":");
            append_json_value(line, values[i]);
        }
        line += m_lines ? "}}\n" : "}}";
        m_file.write(line);
        ++m_report.events;
        m_report.located += point ? 1U : 0U;
    }

    LayerReport finish() override {
        if (!m_lines) {
            m_file.write("\n]}\n");
        }
        m_file.complete();
        m_file.publish();
        if (m_file.path() != "-") {
            m_report.files.push_back(m_file.path());
        }
        return m_report;
    }

    [[nodiscard]] std::vector<std::string> renamed() const override { return m_names.changed(); }

  private:
    bool m_lines;
    Names m_names;
    OutputFile m_file;
    std::vector<std::string> m_keys; ///< as JSON
    LayerReport m_report;
};

} // namespace

std::unique_ptr<TableWriter> open_table_writer(const std::string& path, LayerFormat format,
                                               const std::vector<TableColumn>& columns, bool overwrite) {
    if (format == LayerFormat::geojson || format == LayerFormat::geojsonl) {
        return std::make_unique<GeoJsonTable>(path, format == LayerFormat::geojsonl, columns, overwrite);
    }
    return std::make_unique<GdalTable>(path, format_of(format), columns, overwrite);
}

} // namespace yaqut::io
