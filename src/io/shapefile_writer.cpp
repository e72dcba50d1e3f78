// SPDX-License-Identifier: Apache-2.0
#include "io/shapefile_writer.hpp"

#include <array>
#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/dbf_file.hpp"
#include "io/output_file.hpp"
#include "io/set_aside.hpp"
#include "io/shape_geometry.hpp"
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

std::uint64_t bytes_per_record(const FeatureSchema& schema) {
    std::uint64_t bytes = 1; // the mark of deleted records
    for (const Column& column : schema.columns) {
        bytes += column.width;
    }
    return bytes;
}

class Shapefile : public FeatureWriter {
  public:
    Shapefile(std::string base, const FeatureSchema& schema, const LayerOptions& options)
        : m_base(std::move(base)), m_options(options), m_record_size(bytes_per_record(schema)),
          m_geometry(m_base, schema.geometry, options.overwrite),
          m_table(m_base + ".dbf", schema.columns, options.overwrite), m_system(m_base + ".prj", options.overwrite),
          m_encoding(m_base + ".cpg", options.overwrite) {
        if (options.style && !schema.style.empty()) {
            m_style.emplace(m_base + ".qml", schema.style, options.overwrite);
        }
        m_system.write(wgs84_esri);
        m_encoding.write("UTF-8");
    }

    void write(const Feature& feature) override;
    LayerReport finish() override;

  private:
    void publish_parts();

    std::string m_base; ///< the path without ".shp"
    LayerOptions m_options;
    std::uint64_t m_record_size;
    ShapeGeometry m_geometry;
    DbfFile m_table;
    OutputFile m_system;
    OutputFile m_encoding;
    std::optional<StyleFile> m_style;
    LayerReport m_report;
};

void Shapefile::write(const Feature& feature) {
    constexpr std::uint64_t header_room = 4096;
    if (header_room + (m_report.events + 1) * m_record_size > m_options.shapefile_bytes) {
        throw OutputError(m_base + ".dbf", "a shapefile holds at most " + std::to_string(m_options.shapefile_bytes) +
                                               " bytes, that is " + std::to_string(m_report.events) +
                                               " events: write GeoJSON, or fewer events");
    }
    m_table.add(feature.values);
    m_geometry.add(feature);
    ++m_report.events;
    m_report.located += feature.located() ? 1U : 0U;
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
    m_geometry.publish();
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
    m_geometry.complete();
    m_system.complete();
    m_encoding.complete();
    m_report.truncated = m_table.truncated();
    publish_parts();
    return m_report;
}

} // namespace

std::unique_ptr<FeatureWriter> open_shapefile(const std::string& path, const FeatureSchema& schema,
                                              const LayerOptions& options) {
    if (path == "-") {
        throw OutputError("standard output", "a shapefile has several files and cannot go there");
    }
    const std::string base = ends_with(path, ".shp") ? path.substr(0, path.size() - 4) : path;
    return std::make_unique<Shapefile>(base, schema, options);
}

} // namespace yaqut::io
