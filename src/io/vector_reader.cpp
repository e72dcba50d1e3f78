// SPDX-License-Identifier: Apache-2.0
#include "io/vector_reader.hpp"

#include <algorithm>
#include <filesystem>

#include <gdal.h>
#include <ogr_api.h>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/feature_shape.hpp"
#include "io/field_encoding.hpp"
#include "io/gdal_library.hpp"
#include "io/gdal_setting.hpp"
#include "io/readable.hpp"
#include "io/vector_path.hpp"

namespace yaqut::io {

namespace {

struct Gdal {
    decltype(::GDALAllRegister)* GDALAllRegister = gdal_function<decltype(::GDALAllRegister)>("GDALAllRegister");
    decltype(::GDALOpenEx)* GDALOpenEx = gdal_function<decltype(::GDALOpenEx)>("GDALOpenEx");
    decltype(::GDALClose)* GDALClose = gdal_function<decltype(::GDALClose)>("GDALClose");
    decltype(::GDALGetDatasetDriver)* GDALGetDatasetDriver =
        gdal_function<decltype(::GDALGetDatasetDriver)>("GDALGetDatasetDriver");
    decltype(::GDALGetDriverShortName)* GDALGetDriverShortName =
        gdal_function<decltype(::GDALGetDriverShortName)>("GDALGetDriverShortName");
    decltype(::GDALDatasetGetLayerCount)* GDALDatasetGetLayerCount =
        gdal_function<decltype(::GDALDatasetGetLayerCount)>("GDALDatasetGetLayerCount");
    decltype(::GDALDatasetGetLayer)* GDALDatasetGetLayer =
        gdal_function<decltype(::GDALDatasetGetLayer)>("GDALDatasetGetLayer");
    decltype(::GDALDatasetGetLayerByName)* GDALDatasetGetLayerByName =
        gdal_function<decltype(::GDALDatasetGetLayerByName)>("GDALDatasetGetLayerByName");
    decltype(::GDALDatasetGetNextFeature)* GDALDatasetGetNextFeature =
        gdal_function<decltype(::GDALDatasetGetNextFeature)>("GDALDatasetGetNextFeature");
    decltype(::OGR_L_GetName)* OGR_L_GetName = gdal_function<decltype(::OGR_L_GetName)>("OGR_L_GetName");
    decltype(::OGR_L_GetLayerDefn)* OGR_L_GetLayerDefn =
        gdal_function<decltype(::OGR_L_GetLayerDefn)>("OGR_L_GetLayerDefn");
    decltype(::OGR_L_GetGeomType)* OGR_L_GetGeomType =
        gdal_function<decltype(::OGR_L_GetGeomType)>("OGR_L_GetGeomType");
    decltype(::OGR_L_GetNextFeature)* OGR_L_GetNextFeature =
        gdal_function<decltype(::OGR_L_GetNextFeature)>("OGR_L_GetNextFeature");
    decltype(::OGR_L_GetFeatureCount)* OGR_L_GetFeatureCount =
        gdal_function<decltype(::OGR_L_GetFeatureCount)>("OGR_L_GetFeatureCount");
    decltype(::OGR_FD_GetFieldCount)* OGR_FD_GetFieldCount =
        gdal_function<decltype(::OGR_FD_GetFieldCount)>("OGR_FD_GetFieldCount");
    decltype(::OGR_FD_GetFieldDefn)* OGR_FD_GetFieldDefn =
        gdal_function<decltype(::OGR_FD_GetFieldDefn)>("OGR_FD_GetFieldDefn");
    decltype(::OGR_Fld_GetNameRef)* OGR_Fld_GetNameRef =
        gdal_function<decltype(::OGR_Fld_GetNameRef)>("OGR_Fld_GetNameRef");
    decltype(::OGR_F_IsFieldSetAndNotNull)* OGR_F_IsFieldSetAndNotNull =
        gdal_function<decltype(::OGR_F_IsFieldSetAndNotNull)>("OGR_F_IsFieldSetAndNotNull");
    decltype(::OGR_F_GetFieldAsString)* OGR_F_GetFieldAsString =
        gdal_function<decltype(::OGR_F_GetFieldAsString)>("OGR_F_GetFieldAsString");
    decltype(::OGR_F_GetFID)* OGR_F_GetFID = gdal_function<decltype(::OGR_F_GetFID)>("OGR_F_GetFID");
    decltype(::OGR_F_GetGeometryRef)* OGR_F_GetGeometryRef =
        gdal_function<decltype(::OGR_F_GetGeometryRef)>("OGR_F_GetGeometryRef");
    decltype(::OGR_F_Destroy)* OGR_F_Destroy = gdal_function<decltype(::OGR_F_Destroy)>("OGR_F_Destroy");

    Gdal() { GDALAllRegister(); }
};

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

/// A list of texts as GDAL takes it.
class TextList {
  public:
    explicit TextList(std::vector<std::string> texts) : m_texts(std::move(texts)) {
        for (const std::string& text : m_texts) {
            m_list.push_back(text.c_str());
        }
        m_list.push_back(nullptr);
    }
    [[nodiscard]] const char* const* get() const { return m_list.data(); }

  private:
    std::vector<std::string> m_texts;
    std::vector<const char*> m_list;
};

/// Tables whose rows are the lines of a sheet, below a line with the names of the columns.
bool is_sheet(std::string_view driver) { return driver == "CSV" || driver == "XLSX" || driver == "ODS"; }

std::vector<std::string> with_headers(const std::string& path, std::vector<std::string> open_options) {
    if (ends_with(path, ".csv") || ends_with(path, ".tsv")) {
        open_options.emplace_back("HEADERS=YES");
    }
    return open_options;
}

} // namespace

struct VectorReader::Impl {
    std::string shown;
    GdalErrors errors;
    GDALDatasetH dataset = nullptr;
    bool sheet = false;
    bool all_layers = false;
    std::vector<OGRLayerH> layers;
    std::size_t current = 0;
    OGRFeatureH feature = nullptr;
    std::uint64_t row = 0;
    double share = -1.0;
    double total = -1.0;
    FieldEncoding encoding;
    ShapeReader shapes;

    Impl(const std::string& path, const VectorOptions& options)
        : shown(std::filesystem::path(path).filename().string()), all_layers(options.all_layers),
          encoding(path, options.encoding) {
        const std::string opened = vector_path(path);
        // The first row names the columns, also when nothing but its place tells it from the others.
        const GdalSetting xlsx("OGR_XLSX_HEADERS", "FORCE");
        const GdalSetting ods("OGR_ODS_HEADERS", "FORCE");
        const TextList open_options(with_headers(opened, options.open_options));
        const TextList drivers({options.driver});
        dataset = gdal().GDALOpenEx(opened.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                    options.driver.empty() ? nullptr : drivers.get(), open_options.get(), nullptr);
        if (dataset == nullptr) {
            throw InputError(path, "cannot be read as a table or map layer: " +
                                       errors.message("it is of no kind that is known here"));
        }
        sheet = is_sheet(gdal().GDALGetDriverShortName(gdal().GDALGetDatasetDriver(dataset)));
        choose_layers(path, options.layer);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() {
        drop_feature();
        if (dataset != nullptr) {
            gdal().GDALClose(dataset);
        }
    }

    void drop_feature() {
        if (feature != nullptr) {
            gdal().OGR_F_Destroy(feature);
            feature = nullptr;
        }
    }

    void choose_layers(const std::string& path, const std::string& wanted) {
        std::string list;
        for (int i = 0; i < gdal().GDALDatasetGetLayerCount(dataset); ++i) {
            OGRLayerH layer = gdal().GDALDatasetGetLayer(dataset, i);
            const std::string name = valid_utf8(gdal().OGR_L_GetName(layer));
            list += (list.empty() ? "" : ", ") + name;
            if (wanted.empty() || wanted == name) {
                layers.push_back(layer);
            }
        }
        if (layers.empty()) {
            throw InputError(path, wanted.empty() ? "has no layer" : "no layer \"" + wanted + "\"; it has " + list);
        }
        if (!all_layers && layers.size() > 1) {
            throw InputError(path, "has several layers; choose one with --layer: " + list);
        }
        if (!all_layers) {
            total = static_cast<double>(gdal().OGR_L_GetFeatureCount(layers.front(), FALSE));
        }
    }

    [[nodiscard]] OGRFeatureH read_feature() {
        if (!all_layers) {
            return gdal().OGR_L_GetNextFeature(layers.front());
        }
        OGRLayerH layer = nullptr;
        OGRFeatureH found = gdal().GDALDatasetGetNextFeature(dataset, &layer, &share, nullptr, nullptr);
        current = static_cast<std::size_t>(std::find(layers.begin(), layers.end(), layer) - layers.begin());
        return found;
    }
};

VectorReader::VectorReader(const std::string& path, const VectorOptions& options)
    : m_impl(std::make_unique<Impl>(path, options)) {}
VectorReader::~VectorReader() = default;

std::size_t VectorReader::layer_count() const { return m_impl->layers.size(); }
std::size_t VectorReader::layer() const { return m_impl->current; }

std::string VectorReader::layer_name(std::size_t layer) const {
    return valid_utf8(gdal().OGR_L_GetName(m_impl->layers.at(layer)));
}

std::vector<std::string> VectorReader::columns(std::size_t layer) const {
    OGRFeatureDefnH definition = gdal().OGR_L_GetLayerDefn(m_impl->layers.at(layer));
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(gdal().OGR_FD_GetFieldCount(definition)));
    for (int i = 0; i < gdal().OGR_FD_GetFieldCount(definition); ++i) {
        names.push_back(m_impl->encoding.utf8(gdal().OGR_Fld_GetNameRef(gdal().OGR_FD_GetFieldDefn(definition, i))));
    }
    return names;
}

bool VectorReader::has_geometry(std::size_t layer) const {
    return gdal().OGR_L_GetGeomType(m_impl->layers.at(layer)) != wkbNone;
}

bool VectorReader::next() {
    m_impl->drop_feature();
    m_impl->errors.forget();
    m_impl->feature = m_impl->read_feature();
    if (m_impl->feature == nullptr && m_impl->errors.failed()) {
        throw InputError(m_impl->shown, "damaged or cut off after row " + std::to_string(m_impl->row) + ": " +
                                            m_impl->errors.message("it cannot be read on"));
    }
    ++m_impl->row;
    return m_impl->feature != nullptr;
}

std::string VectorReader::field(std::size_t column) const {
    const int index = static_cast<int>(column);
    if (gdal().OGR_F_IsFieldSetAndNotNull(m_impl->feature, index) == 0) {
        return {};
    }
    return m_impl->encoding.utf8(gdal().OGR_F_GetFieldAsString(m_impl->feature, index));
}

std::optional<FeatureShape> VectorReader::shape() const {
    return m_impl->shapes.shape_of(gdal().OGR_F_GetGeometryRef(m_impl->feature));
}

std::string VectorReader::where() const {
    if (m_impl->sheet) {
        return m_impl->shown + ':' + std::to_string(m_impl->row + 1);
    }
    return m_impl->shown + ": feature " + std::to_string(gdal().OGR_F_GetFID(m_impl->feature));
}

std::optional<double> VectorReader::progress() const {
    if (m_impl->share >= 0.0) {
        return m_impl->share;
    }
    return m_impl->total > 0.0 ? std::optional{std::min(1.0, static_cast<double>(m_impl->row) / m_impl->total)}
                               : std::nullopt;
}

} // namespace yaqut::io
