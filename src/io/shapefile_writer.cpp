// SPDX-License-Identifier: Apache-2.0
#include "io/shapefile_writer.hpp"

#include <array>
#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/dbf_file.hpp"
#include "io/event_schema.hpp"
#include "io/output_file.hpp"
#include "io/set_aside.hpp"
#include "io/shape_points.hpp"
#include "io/style_file.hpp"

namespace yaqut::io {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 5> part_endings{".dbf", ".prj", ".cpg", ".shx", ".shp"};
/// Made by other programs for the layer that was there before: wrong for the new one.
constexpr std::array<const char*, 5> stale_endings{".qix", ".sbn", ".sbx", ".idm", ".ind"};

constexpr const char* wgs84_esri =
    R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],)"
    R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])";

std::uint64_t bytes_per_record() {
    std::uint64_t bytes = 1; // the mark of deleted records
    for (const EventField& field : event_fields()) {
        bytes += field.width;
    }
    return bytes;
}

class Shapefile : public LayerWriter {
  public:
    Shapefile(std::string base, const LayerOptions& options)
        : m_base(std::move(base)), m_options(options), m_points(m_base, options.overwrite),
          m_table(m_base + ".dbf", event_columns(), options.overwrite), m_system(m_base + ".prj", options.overwrite),
          m_encoding(m_base + ".cpg", options.overwrite) {
        if (options.style) {
            m_style.emplace(m_base + ".qml", options.overwrite);
        }
        m_system.write(wgs84_esri);
        m_encoding.write("UTF-8");
    }

    void write(const Event& event) override;
    LayerReport finish() override;

  private:
    void publish_parts();

    std::string m_base; ///< the path without ".shp"
    LayerOptions m_options;
    ShapePoints m_points;
    DbfFile m_table;
    OutputFile m_system;
    OutputFile m_encoding;
    std::optional<StyleFile> m_style;
    LayerReport m_report;
};

void Shapefile::write(const Event& event) {
    static const std::uint64_t record_size = bytes_per_record();
    constexpr std::uint64_t header_room = 4096;
    if (header_room + (m_report.events + 1) * record_size > m_options.shapefile_bytes) {
        throw OutputError(m_base + ".dbf", "a shapefile holds at most " + std::to_string(m_options.shapefile_bytes) +
                                               " bytes, that is " + std::to_string(m_report.events) +
                                               " events: write GeoJSON, or fewer events");
    }
    const std::optional<Location> point = event_point(event, m_options.country_points);
    m_table.add(event_values(event, point));
    m_points.add(point);
    ++m_report.events;
    m_report.located += point ? 1U : 0U;
}

/// The .shp comes last: a reader that sees it finds the others.
void Shapefile::publish_parts() {
    for (const char* ending : stale_endings) {
        std::error_code ignored;
        fs::remove(m_base + ending, ignored);
    }
    SetAside old(m_base, part_endings, m_options.overwrite);
    m_table.publish();
    m_system.publish();
    m_encoding.publish();
    m_points.publish();
    old.complete();
    for (const char* ending : {".shp", ".dbf", ".shx", ".prj", ".cpg"}) {
        m_report.files.push_back(m_base + ending);
    }
    if (m_style) {
        m_style->write();
        m_report.files.push_back(m_style->path());
    }
}

LayerReport Shapefile::finish() {
    m_table.complete();
    m_points.complete();
    m_system.complete();
    m_encoding.complete();
    m_report.truncated = m_table.truncated();
    publish_parts();
    return m_report;
}

} // namespace

std::unique_ptr<LayerWriter> open_shapefile(const std::string& path, const LayerOptions& options) {
    if (path == "-") {
        throw OutputError("standard output", "a shapefile has several files and cannot go there");
    }
    const std::string base = ends_with(path, ".shp") ? path.substr(0, path.size() - 4) : path;
    return std::make_unique<Shapefile>(base, options);
}

} // namespace yaqut::io
