// SPDX-License-Identifier: Apache-2.0
#include "io/shapefile_writer.hpp"

#include <array>
#include <filesystem>
#include <system_error>

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/event_schema.hpp"
#include "io/gdal_library.hpp"
#include "io/grapheme_cut.hpp"
#include "io/output_file.hpp"
#include "io/readable.hpp"
#include "io/shapefile_check.hpp"
#include "io/style_file.hpp"

namespace yaqut::io {

namespace {

namespace fs = std::filesystem;

/// The functions of GDAL that are used, under their own names.
struct Gdal {
    decltype(::GDALGetDriverByName)* GDALGetDriverByName =
        gdal_function<decltype(::GDALGetDriverByName)>("GDALGetDriverByName");
    decltype(::GDALCreate)* GDALCreate = gdal_function<decltype(::GDALCreate)>("GDALCreate");
    decltype(::GDALDatasetCreateLayer)* GDALDatasetCreateLayer =
        gdal_function<decltype(::GDALDatasetCreateLayer)>("GDALDatasetCreateLayer");
    decltype(::GDALFlushCache)* GDALFlushCache = gdal_function<decltype(::GDALFlushCache)>("GDALFlushCache");
    decltype(::GDALClose)* GDALClose = gdal_function<decltype(::GDALClose)>("GDALClose");
    decltype(::OGR_Fld_Create)* OGR_Fld_Create = gdal_function<decltype(::OGR_Fld_Create)>("OGR_Fld_Create");
    decltype(::OGR_Fld_SetWidth)* OGR_Fld_SetWidth = gdal_function<decltype(::OGR_Fld_SetWidth)>("OGR_Fld_SetWidth");
    decltype(::OGR_Fld_SetPrecision)* OGR_Fld_SetPrecision =
        gdal_function<decltype(::OGR_Fld_SetPrecision)>("OGR_Fld_SetPrecision");
    decltype(::OGR_Fld_Destroy)* OGR_Fld_Destroy = gdal_function<decltype(::OGR_Fld_Destroy)>("OGR_Fld_Destroy");
    decltype(::OGR_L_CreateField)* OGR_L_CreateField =
        gdal_function<decltype(::OGR_L_CreateField)>("OGR_L_CreateField");
    decltype(::OGR_L_GetLayerDefn)* OGR_L_GetLayerDefn =
        gdal_function<decltype(::OGR_L_GetLayerDefn)>("OGR_L_GetLayerDefn");
    decltype(::OGR_L_CreateFeature)* OGR_L_CreateFeature =
        gdal_function<decltype(::OGR_L_CreateFeature)>("OGR_L_CreateFeature");
    decltype(::OGR_F_Create)* OGR_F_Create = gdal_function<decltype(::OGR_F_Create)>("OGR_F_Create");
    decltype(::OGR_F_Destroy)* OGR_F_Destroy = gdal_function<decltype(::OGR_F_Destroy)>("OGR_F_Destroy");
    decltype(::OGR_F_SetFieldNull)* OGR_F_SetFieldNull =
        gdal_function<decltype(::OGR_F_SetFieldNull)>("OGR_F_SetFieldNull");
    decltype(::OGR_F_SetFieldString)* OGR_F_SetFieldString =
        gdal_function<decltype(::OGR_F_SetFieldString)>("OGR_F_SetFieldString");
    decltype(::OGR_F_SetFieldInteger64)* OGR_F_SetFieldInteger64 =
        gdal_function<decltype(::OGR_F_SetFieldInteger64)>("OGR_F_SetFieldInteger64");
    decltype(::OGR_F_SetFieldDouble)* OGR_F_SetFieldDouble =
        gdal_function<decltype(::OGR_F_SetFieldDouble)>("OGR_F_SetFieldDouble");
    decltype(::OGR_F_SetFieldDateTime)* OGR_F_SetFieldDateTime =
        gdal_function<decltype(::OGR_F_SetFieldDateTime)>("OGR_F_SetFieldDateTime");
    decltype(::OGR_F_SetGeometryDirectly)* OGR_F_SetGeometryDirectly =
        gdal_function<decltype(::OGR_F_SetGeometryDirectly)>("OGR_F_SetGeometryDirectly");
    decltype(::OGR_G_CreateGeometry)* OGR_G_CreateGeometry =
        gdal_function<decltype(::OGR_G_CreateGeometry)>("OGR_G_CreateGeometry");
    decltype(::OGR_G_SetPoint_2D)* OGR_G_SetPoint_2D =
        gdal_function<decltype(::OGR_G_SetPoint_2D)>("OGR_G_SetPoint_2D");

    Gdal() { gdal_function<void()>("RegisterOGRShape")(); } // all drivers would take ten times as long
};

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

constexpr std::array<const char*, 5> part_endings{".dbf", ".shx", ".prj", ".cpg", ".shp"};
/// Made by other programs for the layer that was there before: wrong for the new one.
constexpr std::array<const char*, 5> stale_endings{".qix", ".sbn", ".sbx", ".idm", ".ind"};

constexpr const char* wgs84_esri =
    R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],)"
    R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])";

OGRFieldType ogr_type(const EventField& field) {
    constexpr int widest_int = 9; // digits that always fit 32 bits
    switch (field.type) {
    case FieldType::integer: return field.width <= widest_int ? OFTInteger : OFTInteger64;
    case FieldType::real: return OFTReal;
    case FieldType::date: return OFTDate;
    case FieldType::text: break;
    }
    return OFTString;
}

std::uint64_t bytes_per_record() {
    std::uint64_t bytes = 1; // the mark of deleted records
    for (const EventField& field : event_fields()) {
        bytes += field.width;
    }
    return bytes;
}

bool fits(std::int64_t number, std::uint8_t digits) { return std::to_string(number).size() <= digits; }

/// A folder for work in progress beside the result, removed with all that is in it.
class WorkFolder {
  public:
    explicit WorkFolder(const std::string& path) : m_path(temporary_name(path)) {
        std::error_code error;
        if (!fs::create_directory(m_path, error)) {
            const std::string folder = fs::path(path).parent_path().string();
            throw OutputError(path,
                              "cannot be created: " + (error ? error.message() : "the name is taken in " + folder));
        }
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    [[nodiscard]] const std::string& path() const { return m_path; }

  private:
    std::string m_path;
};

class Shapefile : public LayerWriter {
  public:
    Shapefile(std::string base, const LayerOptions& options)
        : m_base(std::move(base)), m_options(options), m_folder(checked(m_base, options)),
          m_work((fs::path(m_folder.path()) / fs::path(m_base).filename()).string()) {
        if (options.style) {
            m_style.emplace(m_base + ".qml", options.overwrite);
        }
        create_layer();
    }

    ~Shapefile() override {
        if (m_dataset != nullptr) {
            const GdalErrors silenced;
            gdal().GDALClose(m_dataset);
        }
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

    void create_layer();
    void create_fields();
    void set_field(OGRFeatureH feature, int index, const EventField& field, const FieldValue& value);
    void set_text(OGRFeatureH feature, int index, const EventField& field, const std::string& text);
    void write_side_files();
    void publish_parts();

    [[noreturn]] void fail(const GdalErrors& errors) const {
        throw OutputError(m_base + ".shp", "cannot be written: " + errors.message("no reason given"));
    }
    void check(bool done, const GdalErrors& errors) const {
        if (!done || errors.failed()) {
            fail(errors);
        }
    }

    std::string m_base; ///< the result's path without ".shp"
    LayerOptions m_options;
    WorkFolder m_folder;
    std::string m_work; ///< the same in the work folder
    GDALDatasetH m_dataset = nullptr;
    OGRLayerH m_layer = nullptr;
    GraphemeCutter m_cutter;
    std::optional<StyleFile> m_style;
    LayerReport m_report;
};

void Shapefile::create_layer() {
    const Gdal& api = gdal();
    const GdalErrors errors;
    GDALDriverH driver = api.GDALGetDriverByName("ESRI Shapefile");
    check(driver != nullptr, errors);
    m_dataset = api.GDALCreate(driver, (m_work + ".shp").c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    check(m_dataset != nullptr, errors);
    // A fixed day, or the same events would give another file tomorrow.
    std::array<char, 32> encoding{"ENCODING=UTF-8"};
    std::array<char, 40> day{"DBF_DATE_LAST_UPDATE=2000-01-01"};
    std::array<char*, 3> layer_options{encoding.data(), day.data(), nullptr};
    // Without a reference system here: the .prj is written by write_side_files(), without asking PROJ's database.
    m_layer = api.GDALDatasetCreateLayer(m_dataset, m_options.name.c_str(), nullptr, wkbPoint, layer_options.data());
    check(m_layer != nullptr, errors);
    create_fields();
    check(true, errors);
}

void Shapefile::create_fields() {
    const Gdal& api = gdal();
    for (const EventField& field : event_fields()) {
        OGRFieldDefnH definition = api.OGR_Fld_Create(std::string(field.name).c_str(), ogr_type(field));
        if (field.type != FieldType::date) {
            api.OGR_Fld_SetWidth(definition, field.width);
            api.OGR_Fld_SetPrecision(definition, field.decimals);
        }
        api.OGR_L_CreateField(m_layer, definition, FALSE); // a failure reaches the error handler of the caller
        api.OGR_Fld_Destroy(definition);
    }
}

void Shapefile::set_text(OGRFeatureH feature, int index, const EventField& field, const std::string& text) {
    const std::string clean = readable(text, text.size() * 3); // a bad byte becomes three
    const std::string cut(m_cutter.cut(clean, field.width));
    m_report.truncated += cut.size() < clean.size() ? 1U : 0U;
    gdal().OGR_F_SetFieldString(feature, index, cut.c_str());
}

void Shapefile::set_field(OGRFeatureH feature, int index, const EventField& field, const FieldValue& value) {
    const Gdal& api = gdal();
    if (const auto* text = std::get_if<std::string>(&value)) {
        set_text(feature, index, field, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value);
               number != nullptr && fits(*number, field.width)) {
        api.OGR_F_SetFieldInteger64(feature, index, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        api.OGR_F_SetFieldDouble(feature, index, *real);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        api.OGR_F_SetFieldDateTime(feature, index, int(date->year()), static_cast<int>(unsigned(date->month())),
                                   static_cast<int>(unsigned(date->day())), 0, 0, 0, 0);
    } else {
        m_report.truncated += number != nullptr ? 1U : 0U;
        api.OGR_F_SetFieldNull(feature, index);
    }
}

void Shapefile::write(const Event& event) {
    static const std::uint64_t record_size = bytes_per_record();
    constexpr std::uint64_t header_room = 4096;
    constexpr std::uint64_t most_bytes = (std::uint64_t{1} << 31U) - 1;
    if (header_room + (m_report.events + 1) * record_size > most_bytes) {
        throw OutputError(m_base + ".dbf", "a shapefile holds at most 2 GB, that is " +
                                               std::to_string(m_report.events) +
                                               " events: write GeoJSON, or fewer events");
    }
    const Gdal& api = gdal();
    const GdalErrors errors;
    const std::optional<Location> point = event_point(event, m_options.country_points);
    OGRFeatureH feature = api.OGR_F_Create(api.OGR_L_GetLayerDefn(m_layer));
    int index = 0;
    for (const EventField& field : event_fields()) {
        set_field(feature, index++, field, field.value(event, point));
    }
    if (point) {
        OGRGeometryH geometry = api.OGR_G_CreateGeometry(wkbPoint);
        api.OGR_G_SetPoint_2D(geometry, 0, point->lon, point->lat);
        api.OGR_F_SetGeometryDirectly(feature, geometry);
    }
    const bool done = api.OGR_L_CreateFeature(m_layer, feature) == OGRERR_NONE;
    api.OGR_F_Destroy(feature);
    check(done, errors);
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
    {
        const GdalErrors errors;
        gdal().GDALFlushCache(m_dataset);
        gdal().GDALClose(m_dataset);
        m_dataset = nullptr;
        check(true, errors);
    }
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
    try {
        return std::make_unique<Shapefile>(base, options);
    } catch (const OutputError&) {
        throw;
    } catch (const Error& error) {
        throw OutputError(base + ".shp", error.what());
    }
}

} // namespace yaqut::io
