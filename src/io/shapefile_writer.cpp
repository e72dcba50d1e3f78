// SPDX-License-Identifier: Apache-2.0
#include "io/shapefile_writer.hpp"

#include <array>
#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/event_schema.hpp"
#include "io/gdal_dataset.hpp"
#include "io/output_file.hpp"
#include "io/shapefile_check.hpp"
#include "io/style_file.hpp"
#include "io/work_folder.hpp"

namespace yaqut::io {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 5> part_endings{".dbf", ".shx", ".prj", ".cpg", ".shp"};
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

/// Without a reference system: the .prj is written by ourselves, without asking PROJ's database.
GdalLayerPlan layer_plan(const std::string& name) {
    const std::string day = time_of_making().substr(0, 10); // today's would give another file tomorrow
    return {.name = name,
            .geometry = LayerGeometry::point,
            .columns = event_columns(),
            .options = {"ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=" + day},
            .reference_system = false,
            .fixed_width = true};
}

class Shapefile : public LayerWriter {
  public:
    Shapefile(std::string base, const LayerOptions& options)
        : m_base(std::move(base)), m_options(options), m_folder(checked(m_base, options)),
          m_work(m_folder.file(fs::path(m_base).filename())),
          m_dataset("ESRI Shapefile", m_work + ".shp", m_base + ".shp") {
        if (options.style) {
            m_style.emplace(m_base + ".qml", options.overwrite);
        }
        m_dataset.add_layer(layer_plan(options.name));
    }

    void write(const Event& event) override;
    LayerReport finish() override;

  private:
    /// Looks at the names before anything is created; gives the path to create the work folder for.
    static std::string checked(const std::string& base, const LayerOptions& options) {
        for (const char* ending : part_endings) {
            check_may_write(base + ending, options.overwrite);
        }
        return base + ".shp";
    }

    void write_side_files();
    void publish_parts();

    std::string m_base; ///< the result's path without ".shp"
    LayerOptions m_options;
    WorkFolder m_folder;
    std::string m_work; ///< the same in the work folder
    GdalDataset m_dataset;
    std::optional<StyleFile> m_style;
    LayerReport m_report;
};

void Shapefile::write(const Event& event) {
    static const std::uint64_t record_size = bytes_per_record();
    constexpr std::uint64_t header_room = 4096;
    constexpr std::uint64_t most_bytes = (std::uint64_t{1} << 31U) - 1;
    if (header_room + (m_report.events + 1) * record_size > most_bytes) {
        throw OutputError(m_base + ".dbf", "a shapefile holds at most 2 GB, that is " +
                                               std::to_string(m_report.events) +
                                               " events: write GeoJSON, or fewer events");
    }
    const std::optional<Location> point = event_point(event, m_options.country_points);
    m_dataset.add(0, event_values(event, point), point);
    ++m_report.events;
    m_report.located += point ? 1U : 0U;
}

void Shapefile::write_side_files() {
    const auto write = [this](const char* ending, const std::string& content) {
        OutputFile file(m_work + ending, true);
        file.write(content);
        file.complete();
        file.publish();
    };
    write(".prj", wgs84_esri);
    write(".cpg", "UTF-8");
}

/// The .shp comes last: a reader that sees it finds the others.
void Shapefile::publish_parts() {
    for (const char* ending : stale_endings) {
        std::error_code ignored;
        fs::remove(m_base + ending, ignored);
    }
    m_report.files.push_back(m_base + ".shp");
    for (const char* ending : part_endings) {
        check_may_write(m_base + ending, m_options.overwrite); // it may have come since
        publish(m_work + ending, m_base + ending);
        if (std::string_view(ending) != ".shp") {
            m_report.files.push_back(m_base + ending);
        }
    }
    if (m_style) {
        m_style->write();
        m_report.files.push_back(m_style->path());
    }
}

LayerReport Shapefile::finish() {
    m_dataset.close();
    m_report.truncated = m_dataset.truncated();
    write_side_files();
    check_shapefile(m_work, m_base, m_report.events);
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
