// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_dataset.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "core/error.hpp"
#include "io/gdal_library.hpp"
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
    YAQUT_GDAL(OGR_F_Create);
    YAQUT_GDAL(OGR_F_Destroy);
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

struct GdalDataset::FeatureGuard {
    void* feature;
    explicit FeatureGuard(void* layer_definition)
        : feature(gdal().OGR_F_Create(static_cast<OGRFeatureDefnH>(layer_definition))) {}
    FeatureGuard(const FeatureGuard&) = delete;
    FeatureGuard& operator=(const FeatureGuard&) = delete;
    ~FeatureGuard() { gdal().OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};

GdalDataset::GdalDataset(const std::string& driver, const std::string& path, std::string shown,
                         const std::vector<std::string>& options)
    : m_shown(std::move(shown)) {
    try {
        register_driver(driver);
        const Failures failures(m_shown);
        // For all threads: a file may be closed in another one than it was opened in.
        gdal().CPLSetConfigOption("OGR_CURRENT_DATE", time_of_making().c_str());
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
        gdal().GDALClose(m_dataset);
    }
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
    Layer layer{handle, nullptr, plan.columns, plan.fixed_width};
    create_columns(layer);
    failures.check(true);
    layer.definition = api.OGR_L_GetLayerDefn(handle);
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

void GdalDataset::set_text(void* feature, int index, const Layer& layer, const std::string& text) {
    std::string clean = readable(text, text.size() * 3); // a bad byte becomes three
    if (layer.fixed_width) {
        const std::string cut(m_cutter.cut(clean, layer.columns[static_cast<std::size_t>(index)].width));
        m_truncated += cut.size() < clean.size() ? 1U : 0U;
        clean = cut;
    }
    gdal().OGR_F_SetFieldString(static_cast<OGRFeatureH>(feature), index, clean.c_str());
}

void GdalDataset::set_value(void* feature, int index, const Layer& layer, const FieldValue& value) {
    const Gdal& api = gdal();
    auto* const handle = static_cast<OGRFeatureH>(feature);
    const std::uint8_t width = layer.columns[static_cast<std::size_t>(index)].width;
    if (const auto* text = std::get_if<std::string>(&value)) {
        set_text(feature, index, layer, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value);
               number != nullptr && (!layer.fixed_width || fits(*number, width))) {
        api.OGR_F_SetFieldInteger64(handle, index, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        api.OGR_F_SetFieldDouble(handle, index, *real);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        api.OGR_F_SetFieldDateTime(handle, index, int(date->year()), static_cast<int>(unsigned(date->month())),
                                   static_cast<int>(unsigned(date->day())), 0, 0, 0, 0);
    } else {
        m_truncated += number != nullptr ? 1U : 0U;
        api.OGR_F_SetFieldNull(handle, index);
    }
}

void GdalDataset::set_values(void* feature, const Layer& layer, std::span<const FieldValue> values) {
    int index = 0;
    for (const FieldValue& value : values.first(std::min(values.size(), layer.columns.size()))) {
        set_value(feature, index++, layer, value);
    }
}

void GdalDataset::store(const Layer& layer, void* feature, const Failures& failures) {
    failures.check(gdal().OGR_L_CreateFeature(static_cast<OGRLayerH>(layer.handle),
                                              static_cast<OGRFeatureH>(feature)) == OGRERR_NONE);
}

void GdalDataset::add(std::size_t layer, std::span<const FieldValue> values, const std::optional<Location>& point) {
    const Gdal& api = gdal();
    const Layer& target = m_layers.at(layer);
    const Failures failures(m_shown);
    const FeatureGuard guard(target.definition);
    set_values(guard.feature, target, values);
    if (point) {
        OGRGeometryH geometry = api.OGR_G_CreateGeometry(wkbPoint);
        api.OGR_G_SetPoint_2D(geometry, 0, point->lon, point->lat);
        api.OGR_F_SetGeometryDirectly(static_cast<OGRFeatureH>(guard.feature), geometry);
    }
    store(target, guard.feature, failures);
}

void GdalDataset::add(std::size_t layer, std::span<const FieldValue> values, std::string_view wkb) {
    const Gdal& api = gdal();
    const Layer& target = m_layers.at(layer);
    const Failures failures(m_shown);
    const FeatureGuard guard(target.definition);
    set_values(guard.feature, target, values);
    if (!wkb.empty()) {
        OGRGeometryH geometry = nullptr;
        failures.check(api.OGR_G_CreateFromWkb(wkb.data(), nullptr, &geometry, static_cast<int>(wkb.size())) ==
                       OGRERR_NONE);
        api.OGR_F_SetGeometryDirectly(static_cast<OGRFeatureH>(guard.feature), geometry);
    }
    store(target, guard.feature, failures);
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
    gdal().GDALClose(m_dataset);
    m_dataset = nullptr;
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
