// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "io/event_schema.hpp"
#include "io/readable.hpp"

namespace yaqut::test {

struct Feature {
    std::map<std::string, std::string> values; ///< as text; fields that are not set are left out
    bool has_geometry = false;
    double x = 0.0;
    double y = 0.0;
};

/// A layer as GDAL reads it.
struct Layer {
    std::vector<Feature> features;
    std::map<std::string, OGRFieldType> types;
    OGRwkbGeometryType geometry = wkbUnknown;
    std::string epsg;
};

inline Layer open_with_gdal(const std::string& path, const char* name = nullptr) {
    GDALAllRegister();
    GDALDatasetH dataset = GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    REQUIRE_MESSAGE(dataset != nullptr, path);
    OGRLayerH ogr = name == nullptr ? GDALDatasetGetLayer(dataset, 0) : GDALDatasetGetLayerByName(dataset, name);
    REQUIRE_MESSAGE(ogr != nullptr, path);
    Layer layer;
    layer.geometry = OGR_L_GetGeomType(ogr);
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(ogr);
    if (reference != nullptr && OSRAutoIdentifyEPSG(reference) == OGRERR_NONE &&
        OSRGetAuthorityCode(reference, nullptr) != nullptr) {
        layer.epsg = OSRGetAuthorityCode(reference, nullptr);
    }
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(ogr);
    while (OGRFeatureH ogr_feature = OGR_L_GetNextFeature(ogr)) {
        Feature feature;
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
            layer.types[OGR_Fld_GetNameRef(field)] = OGR_Fld_GetType(field);
            if (OGR_F_IsFieldSetAndNotNull(ogr_feature, i) != 0) {
                feature.values[OGR_Fld_GetNameRef(field)] = OGR_F_GetFieldAsString(ogr_feature, i);
            }
        }
        if (OGRGeometryH geometry = OGR_F_GetGeometryRef(ogr_feature)) {
            feature.has_geometry = true;
            if (OGR_G_GetGeometryType(geometry) == wkbPoint) {
                feature.x = OGR_G_GetX(geometry, 0);
                feature.y = OGR_G_GetY(geometry, 0);
            }
        }
        layer.features.push_back(feature);
        OGR_F_Destroy(ogr_feature);
    }
    GDALClose(dataset);
    return layer;
}

/// What a column holds, as GDAL gives it back from a shapefile; empty: null.
inline std::string expected_value(const io::EventField& field, const Event& event) {
    const io::FieldValue value = field.value(event, io::event_point(event, {}));
    if (const auto* text = std::get_if<std::string>(&value)) {
        return io::readable(*text, 10'000);
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        std::string iso = to_iso_string(*date);
        std::replace(iso.begin(), iso.end(), '-', '/');
        return iso;
    }
    return "";
}

} // namespace yaqut::test
