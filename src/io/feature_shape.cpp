// SPDX-License-Identifier: Apache-2.0
#include "io/feature_shape.hpp"

#include <cmath>
#include <memory>
#include <numbers>

#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "io/gdal_library.hpp"
#include "spatial/geodesic.hpp"

namespace yaqut::io {

namespace {

struct Gdal {
    decltype(::OGR_G_IsEmpty)* OGR_G_IsEmpty = gdal_function<decltype(::OGR_G_IsEmpty)>("OGR_G_IsEmpty");
    decltype(::OGR_G_Clone)* OGR_G_Clone = gdal_function<decltype(::OGR_G_Clone)>("OGR_G_Clone");
    decltype(::OGR_G_DestroyGeometry)* OGR_G_DestroyGeometry =
        gdal_function<decltype(::OGR_G_DestroyGeometry)>("OGR_G_DestroyGeometry");
    decltype(::OGR_G_GetDimension)* OGR_G_GetDimension =
        gdal_function<decltype(::OGR_G_GetDimension)>("OGR_G_GetDimension");
    decltype(::OGR_G_GetGeometryType)* OGR_G_GetGeometryType =
        gdal_function<decltype(::OGR_G_GetGeometryType)>("OGR_G_GetGeometryType");
    decltype(::OGR_G_GetX)* OGR_G_GetX = gdal_function<decltype(::OGR_G_GetX)>("OGR_G_GetX");
    decltype(::OGR_G_GetY)* OGR_G_GetY = gdal_function<decltype(::OGR_G_GetY)>("OGR_G_GetY");
    decltype(::OGR_G_PointOnSurface)* OGR_G_PointOnSurface =
        gdal_function<decltype(::OGR_G_PointOnSurface)>("OGR_G_PointOnSurface");
    decltype(::OGR_G_Centroid)* OGR_G_Centroid = gdal_function<decltype(::OGR_G_Centroid)>("OGR_G_Centroid");
    decltype(::OGR_G_CreateGeometry)* OGR_G_CreateGeometry =
        gdal_function<decltype(::OGR_G_CreateGeometry)>("OGR_G_CreateGeometry");
    decltype(::OGR_G_Area)* OGR_G_Area = gdal_function<decltype(::OGR_G_Area)>("OGR_G_Area");
    decltype(::OGR_G_GetEnvelope)* OGR_G_GetEnvelope =
        gdal_function<decltype(::OGR_G_GetEnvelope)>("OGR_G_GetEnvelope");
    decltype(::OGR_G_GetSpatialReference)* OGR_G_GetSpatialReference =
        gdal_function<decltype(::OGR_G_GetSpatialReference)>("OGR_G_GetSpatialReference");
    decltype(::OGR_G_Transform)* OGR_G_Transform = gdal_function<decltype(::OGR_G_Transform)>("OGR_G_Transform");
    decltype(::OSRIsSame)* OSRIsSame = gdal_function<decltype(::OSRIsSame)>("OSRIsSame");
    decltype(::OCTNewCoordinateTransformation)* OCTNewCoordinateTransformation =
        gdal_function<decltype(::OCTNewCoordinateTransformation)>("OCTNewCoordinateTransformation");
    decltype(::OCTDestroyCoordinateTransformation)* OCTDestroyCoordinateTransformation =
        gdal_function<decltype(::OCTDestroyCoordinateTransformation)>("OCTDestroyCoordinateTransformation");
    decltype(::OGR_GT_Flatten)* OGR_GT_Flatten = gdal_function<decltype(::OGR_GT_Flatten)>("OGR_GT_Flatten");
    decltype(::OSRNewSpatialReference)* OSRNewSpatialReference =
        gdal_function<decltype(::OSRNewSpatialReference)>("OSRNewSpatialReference");
    decltype(::OSRImportFromEPSG)* OSRImportFromEPSG =
        gdal_function<decltype(::OSRImportFromEPSG)>("OSRImportFromEPSG");
    decltype(::OSRSetAxisMappingStrategy)* OSRSetAxisMappingStrategy =
        gdal_function<decltype(::OSRSetAxisMappingStrategy)>("OSRSetAxisMappingStrategy");

    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(nullptr);

    Gdal() {
        constexpr int code = 4326;
        OSRImportFromEPSG(wgs84, code);
        OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER); // longitude first
    }
};

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

struct Destroy {
    void operator()(void* geometry) const { gdal().OGR_G_DestroyGeometry(geometry); }
};
using Geometry = std::unique_ptr<void, Destroy>;

std::optional<Location> point_on(OGRGeometryH geometry) {
    Geometry inside(gdal().OGR_G_PointOnSurface(geometry));
    if (!inside || gdal().OGR_G_IsEmpty(inside.get()) != 0) {
        inside.reset(gdal().OGR_G_CreateGeometry(wkbPoint)); // invalid areas have a centre all the same
        if (gdal().OGR_G_Centroid(geometry, inside.get()) != OGRERR_NONE) {
            return std::nullopt;
        }
    }
    const Location location{gdal().OGR_G_GetX(inside.get(), 0), gdal().OGR_G_GetY(inside.get(), 0)};
    return location.valid() ? std::optional{location} : std::nullopt;
}

double radius_km(OGRGeometryH geometry, Location centre) {
    constexpr int area = 2;
    if (gdal().OGR_G_GetDimension(geometry) == area) {
        constexpr double km_per_degree = spatial::earth_radius_km * std::numbers::pi / 180.0;
        const double narrowing = std::cos(centre.lat * std::numbers::pi / 180.0);
        const double square_km = gdal().OGR_G_Area(geometry) * km_per_degree * km_per_degree * narrowing;
        return std::sqrt(std::max(square_km, 0.0) / std::numbers::pi);
    }
    OGREnvelope box{};
    gdal().OGR_G_GetEnvelope(geometry, &box);
    return spatial::distance_km({box.MinX, box.MinY}, {box.MaxX, box.MaxY}) / 2.0;
}

} // namespace

ShapeReader::~ShapeReader() {
    if (m_transformation != nullptr) {
        gdal().OCTDestroyCoordinateTransformation(static_cast<OGRCoordinateTransformationH>(m_transformation));
    }
}

void ShapeReader::use_system(void* system) {
    if (m_transformation != nullptr) {
        gdal().OCTDestroyCoordinateTransformation(static_cast<OGRCoordinateTransformationH>(m_transformation));
        m_transformation = nullptr;
    }
    m_system = system;
    m_impossible = false;
    if (system != nullptr && gdal().OSRIsSame(system, gdal().wgs84) == 0) {
        m_transformation = gdal().OCTNewCoordinateTransformation(system, gdal().wgs84);
        m_impossible = m_transformation == nullptr;
    }
}

std::optional<FeatureShape> ShapeReader::shape_of(void* geometry) {
    if (geometry == nullptr || gdal().OGR_G_IsEmpty(geometry) != 0) {
        return std::nullopt;
    }
    if (void* system = gdal().OGR_G_GetSpatialReference(geometry); system != m_system) {
        use_system(system);
    }
    Geometry own;
    if (m_transformation != nullptr) {
        own.reset(gdal().OGR_G_Clone(geometry));
        geometry = own.get();
    }
    if (m_impossible || (own != nullptr && gdal().OGR_G_Transform(geometry, static_cast<OGRCoordinateTransformationH>(
                                                                                m_transformation)) != OGRERR_NONE)) {
        return std::nullopt;
    }
    if (gdal().OGR_GT_Flatten(gdal().OGR_G_GetGeometryType(geometry)) == wkbPoint) {
        const Location location{gdal().OGR_G_GetX(geometry, 0), gdal().OGR_G_GetY(geometry, 0)};
        return location.valid() ? std::optional{FeatureShape{location, 0.0}} : std::nullopt;
    }
    const std::optional<Location> centre = point_on(geometry);
    return centre ? std::optional{FeatureShape{*centre, radius_km(geometry, *centre)}} : std::nullopt;
}

} // namespace yaqut::io
