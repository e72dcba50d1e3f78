// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_dataset.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "core/error.hpp"
#include "io/gdal_library.hpp"
#include "io/gdal_setting.hpp"
#include "io/output_file.hpp"
#include "io/readable.hpp"

namespace yaqut::io {

namespace {

// NOLINTNEXTLINE(bugprone-macro-parentheses): the argument is a name to declare
#define YAQUT_GDAL(function) decltype(::function)* function = gdal_function<decltype(::function)>(#function)

/// The functions of GDAL that are used, under their own names.
struct Gdal {
    YAQUT_GDAL(CPLSetConfigOption);
    YAQUT_GDAL(GDALGetDriverByName);
    YAQUT_GDAL(GDALCreate);
    YAQUT_GDAL(GDALDatasetCreateLayer);
    YAQUT_GDAL(GDALDatasetStartTransaction);
    YAQUT_GDAL(GDALDatasetCommitTransaction);
    YAQUT_GDAL(GDALSetMetadataItem);
    YAQUT_GDAL(GDALFlushCache);
    YAQUT_GDAL(GDALClose);
    YAQUT_GDAL(OGR_Fld_Create);
    YAQUT_GDAL(OGR_Fld_SetWidth);
    YAQUT_GDAL(OGR_Fld_SetPrecision);
    YAQUT_GDAL(OGR_Fld_Destroy);
    YAQUT_GDAL(OGR_L_CreateField);
    YAQUT_GDAL(OGR_L_GetLayerDefn);
    YAQUT_GDAL(OGR_L_CreateFeature);
    YAQUT_GDAL(OGR_L_GetFeatureCount);
    YAQUT_GDAL(OGR_F_Create);
    YAQUT_GDAL(OGR_F_Destroy);
    YAQUT_GDAL(OGR_F_SetFID);
    YAQUT_GDAL(OGR_F_GetGeometryRef);
    YAQUT_GDAL(OGR_F_SetFieldNull);
    YAQUT_GDAL(OGR_F_SetFieldString);
    YAQUT_GDAL(OGR_F_SetFieldInteger64);
    YAQUT_GDAL(OGR_F_SetFieldDouble);
    YAQUT_GDAL(OGR_F_SetFieldDateTime);
    YAQUT_GDAL(OGR_F_SetGeometryDirectly);
    YAQUT_GDAL(OGR_G_CreateGeometry);
    YAQUT_GDAL(OGR_G_CreateFromWkb);
    YAQUT_GDAL(OGR_G_SetPoint_2D);
    YAQUT_GDAL(OSRNewSpatialReference);
    YAQUT_GDAL(OSRImportFromEPSG);
    YAQUT_GDAL(OSRSetAxisMappingStrategy);
    YAQUT_GDAL(OSRDestroySpatialReference);
};

#undef YAQUT_GDAL

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

/// One driver alone: registering all of them takes ten times as long.
void register_driver(const std::string& driver) {
    struct Known {
        std::string_view driver;
        const char* function;
    };
    static constexpr std::array known{Known{"ESRI Shapefile", "RegisterOGRShape"},
                                      Known{"GPKG", "RegisterOGRGeoPackage"},
                                      Known{"FlatGeobuf", "RegisterOGRFlatGeobuf"},
                                      Known{"LIBKML", "RegisterOGRLIBKML"}, Known{"XLSX", "RegisterOGRXLSX"}};
    for (const Known& entry : known) {
        if (entry.driver == driver) {
            gdal_function<void()>(entry.function)();
        }
    }
}

/// A list of "KEY=VALUE" as GDAL takes it. It ends in a null and borrows the texts.
std::vector<char*> option_list(const std::vector<std::string>& options) {
    std::vector<char*> list;
    list.reserve(options.size() + 1);
    for (const std::string& option : options) {
        list.push_back(const_cast<char*>(option.c_str())); // GDAL's type; it only reads
    }
    list.push_back(nullptr);
    return list;
}

OGRFieldType ogr_type(const Column& column) {
    constexpr int widest_int = 9; // digits that always fit 32 bits
    switch (column.type) {
    case FieldType::integer: return column.width <= widest_int ? OFTInteger : OFTInteger64;
    case FieldType::real: return OFTReal;
    case FieldType::date: return OFTDate;
    case FieldType::time: return OFTDateTime;
    case FieldType::text: break;
    }
    return OFTString;
}

OGRwkbGeometryType ogr_type(LayerGeometry geometry) {
    switch (geometry) {
    case LayerGeometry::point: return wkbPoint;
    case LayerGeometry::multipolygon: return wkbMultiPolygon;
    case LayerGeometry::none: break;
    }
    return wkbNone;
}

void append_bytes(std::string& out, const void* bytes, std::size_t size) {
    out.append(static_cast<const char*>(bytes), size);
}

void append_count(std::string& out, std::size_t number) {
    const auto count = static_cast<std::uint32_t>(number);
    append_bytes(out, &count, sizeof(count));
}

/// A geometry in WKB: the byte order of this machine, the type, the number of parts.
void begin_wkb(std::string& out, OGRwkbGeometryType type, std::size_t parts) {
    out += std::endian::native == std::endian::little ? '\1' : '\0';
    append_count(out, static_cast<std::size_t>(type));
    append_count(out, parts);
}

std::string to_wkb(const spatial::Polygon& area) {
    std::string out;
    begin_wkb(out, wkbMultiPolygon, area.parts.size());
    for (const spatial::PolygonPart& part : area.parts) {
        begin_wkb(out, wkbPolygon, part.rings.size());
        for (const spatial::Ring& ring : part.rings) {
            append_count(out, ring.size());
            for (const Location& point : ring) {
                append_bytes(out, &point.lon, sizeof(double));
                append_bytes(out, &point.lat, sizeof(double));
            }
        }
    }
    return out;
}

bool fits(std::int64_t number, std::uint8_t digits) { return std::to_string(number).size() <= digits; }

} // namespace

/// The failures of GDAL while one of its functions runs.
struct GdalDataset::Failures {
    const std::string& shown;
    GdalErrors errors;

    explicit Failures(const std::string& name) : shown(name) {}
    void check(bool done) const {
        if (!done || errors.failed()) {
            throw OutputError(shown, "cannot be written: " + errors.message("no reason given") + full_disk_note(shown));
        }
    }
};

GdalDataset::GdalDataset(const std::string& driver, const std::string& path, std::string shown,
                         const std::vector<std::string>& options)
    : m_shown(std::move(shown)) {
    try {
        register_driver(driver);
        const Failures failures(m_shown);
        // For all threads: a file may be closed in another one than it was opened in.
        gdal().CPLSetConfigOption("OGR_CURRENT_DATE", time_of_making().c_str());
        // Of databases alone. Larger pages take fewer steps for rows like ours; and until the file gets its name,
        // nothing is lost with it that waiting for the disk would save.
        const GdalSetting pragmas("OGR_SQLITE_PRAGMA", "page_size=16384,synchronous=OFF");
        GDALDriverH handle = gdal().GDALGetDriverByName(driver.c_str());
        failures.check(handle != nullptr);
        m_dataset = gdal().GDALCreate(handle, path.c_str(), 0, 0, 0, GDT_Unknown, option_list(options).data());
        failures.check(m_dataset != nullptr);
    } catch (const OutputError&) {
        throw;
    } catch (const Error& error) { // the library is missing
        throw OutputError(m_shown, error.what());
    }
}

GdalDataset::~GdalDataset() {
    if (m_dataset != nullptr) {
        const GdalErrors silenced;
        close_quietly();
    }
}

void GdalDataset::close_quietly() {
    for (const Layer& layer : m_layers) {
        gdal().OGR_F_Destroy(static_cast<OGRFeatureH>(layer.feature));
    }
    m_layers.clear();
    gdal().GDALClose(m_dataset);
    m_dataset = nullptr;
}

std::size_t GdalDataset::add_layer(const GdalLayerPlan& plan) {
    const Gdal& api = gdal();
    const Failures failures(m_shown);
    OGRSpatialReferenceH reference = nullptr;
    if (plan.reference_system && plan.geometry != LayerGeometry::none) {
        constexpr int wgs84 = 4326;
        reference = api.OSRNewSpatialReference(nullptr);
        api.OSRImportFromEPSG(reference, wgs84);
        api.OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    }
    OGRLayerH handle = api.GDALDatasetCreateLayer(m_dataset, plan.name.c_str(), reference, ogr_type(plan.geometry),
                                                  option_list(plan.options).data());
    if (reference != nullptr) {
        api.OSRDestroySpatialReference(reference);
    }
    failures.check(handle != nullptr);
    Layer layer{handle, nullptr, plan.geometry, plan.columns, plan.fixed_width};
    create_columns(layer);
    if (m_in_transaction) {
        (void)api.OGR_L_GetFeatureCount(
            handle, FALSE); // databases make the table with its first row: they would come in that order
    }
    failures.check(true);
    layer.feature = api.OGR_F_Create(api.OGR_L_GetLayerDefn(handle));
    m_layers.push_back(std::move(layer));
    return m_layers.size() - 1;
}

void GdalDataset::create_columns(const Layer& layer) {
    const Gdal& api = gdal();
    for (const Column& column : layer.columns) {
        OGRFieldDefnH definition = api.OGR_Fld_Create(std::string(column.name).c_str(), ogr_type(column));
        if (layer.fixed_width && column.type != FieldType::date) {
            api.OGR_Fld_SetWidth(definition, column.width);
            api.OGR_Fld_SetPrecision(definition, column.decimals);
        }
        api.OGR_L_CreateField(static_cast<OGRLayerH>(layer.handle), definition, FALSE); // failures: see the caller
        api.OGR_Fld_Destroy(definition);
    }
}

void GdalDataset::set_text(const Layer& layer, int index, const std::string& text) {
    const bool clean = is_readable(text);
    const std::string cleaned = clean ? std::string() : readable(text, text.size() * 3); // a bad byte becomes three
    const std::string& shown = clean ? text : cleaned;
    const std::size_t width = layer.columns[static_cast<std::size_t>(index)].width;
    auto* const feature = static_cast<OGRFeatureH>(layer.feature);
    if (layer.fixed_width && shown.size() > width) {
        ++m_truncated;
        gdal().OGR_F_SetFieldString(feature, index, std::string(m_cutter.cut(shown, width)).c_str());
    } else {
        gdal().OGR_F_SetFieldString(feature, index, shown.c_str());
    }
}

void GdalDataset::set_value(const Layer& layer, int index, const FieldValue& value) {
    const Gdal& api = gdal();
    auto* const feature = static_cast<OGRFeatureH>(layer.feature);
    const std::uint8_t width = layer.columns[static_cast<std::size_t>(index)].width;
    if (const auto* text = std::get_if<std::string>(&value)) {
        set_text(layer, index, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value);
               number != nullptr && (!layer.fixed_width || fits(*number, width))) {
        api.OGR_F_SetFieldInteger64(feature, index, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        api.OGR_F_SetFieldDouble(feature, index, *real);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        api.OGR_F_SetFieldDateTime(feature, index, int(date->year()), static_cast<int>(unsigned(date->month())),
                                   static_cast<int>(unsigned(date->day())), 0, 0, 0, 0);
    } else {
        m_truncated += number != nullptr ? 1U : 0U;
        api.OGR_F_SetFieldNull(feature, index);
    }
}

void GdalDataset::set_geometry(const Layer& layer, const Feature& feature, const Failures& failures) {
    const Gdal& api = gdal();
    auto* const handle = static_cast<OGRFeatureH>(layer.feature);
    if (layer.geometry == LayerGeometry::none) {
        return;
    }
    if (!feature.located()) {
        api.OGR_F_SetGeometryDirectly(handle, nullptr);
    } else if (layer.geometry == LayerGeometry::point) {
        OGRGeometryH geometry = api.OGR_F_GetGeometryRef(handle);
        if (geometry == nullptr) {
            geometry = api.OGR_G_CreateGeometry(wkbPoint);
            api.OGR_F_SetGeometryDirectly(handle, geometry);
        }
        api.OGR_G_SetPoint_2D(geometry, 0, feature.point->lon, feature.point->lat);
    } else {
        const std::string wkb = to_wkb(*feature.area);
        OGRGeometryH geometry = nullptr;
        failures.check(api.OGR_G_CreateFromWkb(wkb.data(), nullptr, &geometry, static_cast<int>(wkb.size())) ==
                       OGRERR_NONE);
        api.OGR_F_SetGeometryDirectly(handle, geometry);
    }
}

void GdalDataset::add(std::size_t layer, const Feature& feature) {
    const Layer& target = m_layers.at(layer);
    const Failures failures(m_shown);
    auto* const handle = static_cast<OGRFeatureH>(target.feature);
    gdal().OGR_F_SetFID(handle, OGRNullFID); // the last one's would make it another version of that
    int index = 0;
    for (const FieldValue& value : feature.values.first(std::min(feature.values.size(), target.columns.size()))) {
        set_value(target, index++, value);
    }
    set_geometry(target, feature, failures);
    failures.check(gdal().OGR_L_CreateFeature(static_cast<OGRLayerH>(target.handle), handle) == OGRERR_NONE);
}

void GdalDataset::set_metadata(const char* key, const std::string& value) {
    const Failures failures(m_shown);
    failures.check(gdal().GDALSetMetadataItem(m_dataset, key, value.c_str(), nullptr) == CE_None);
}

void GdalDataset::begin_transaction() {
    const Failures failures(m_shown);
    failures.check(gdal().GDALDatasetStartTransaction(m_dataset, FALSE) == OGRERR_NONE);
    m_in_transaction = true;
}

void GdalDataset::close() {
    const Failures failures(m_shown);
    if (m_in_transaction) {
        failures.check(gdal().GDALDatasetCommitTransaction(m_dataset) == OGRERR_NONE);
        m_in_transaction = false;
    }
    gdal().GDALFlushCache(m_dataset);
    close_quietly();
    failures.check(true);
}

std::string time_of_making() {
    using namespace std::chrono;
    std::int64_t epoch = 946684800; // 2000-01-01
    if (const char* given = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::string_view text(given);
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        epoch = error == std::errc() && end == text.data() + text.size() && number >= 0 ? number : epoch;
    }
    const sys_seconds time{seconds{epoch}};
    const sys_days day = floor<days>(time);
    const hh_mm_ss clock(time - day);
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return to_iso_string(Date(day)) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
           two(clock.seconds().count()) + "Z";
}

} // namespace yaqut::io
