// SPDX-License-Identifier: Apache-2.0
#include "spatial/geos_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include <geos_c.h>

#include "core/error.hpp"

namespace yaqut::spatial {

namespace {

constexpr double half_circle = 180.0;
constexpr double full_circle = 360.0;
constexpr std::size_t smallest_ring = 4;

struct Extent {
    double west = 0.0;
    double east = 0.0;
};

void check_finite(const Polygon& polygon) {
    for (const PolygonPart& part : polygon.parts) {
        for (const Ring& ring : part.rings) {
            for (const Location& point : ring) {
                if (!std::isfinite(point.lon) || !std::isfinite(point.lat)) {
                    throw Error("polygon " + polygon.id + ": a coordinate is not a finite number");
                }
            }
        }
    }
}

bool on_antimeridian(const Location& point) { return std::abs(point.lon) == half_circle; }

/// Makes longitudes continuous where the ring jumps over the antimeridian. A ring that does not come back to where it
/// began (around a pole), or that only runs along the antimeridian, stays as it is.
Ring unrolled(const Ring& ring) {
    Ring result = ring;
    double shift = 0.0;
    bool crosses = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double step = ring[i].lon - ring[i - 1].lon;
        if (std::abs(step) > half_circle) {
            shift += step > 0.0 ? -full_circle : full_circle;
            crosses = crosses || !(on_antimeridian(ring[i]) && on_antimeridian(ring[i - 1]));
        }
        result[i].lon += shift;
    }
    return crosses && shift == 0.0 ? result : ring;
}

Extent extent_of(const Ring& ring) {
    const auto [west, east] =
        std::minmax_element(ring.begin(), ring.end(), [](const auto& a, const auto& b) { return a.lon < b.lon; });
    return {west->lon, east->lon};
}

/// Brings a hole to the side of the antimeridian on which its outer ring was unrolled.
void move_into(Ring& hole, Extent outer) {
    const Extent own = extent_of(hole);
    double shift = 0.0;
    if (own.west < outer.west && own.east + full_circle <= outer.east) {
        shift = full_circle;
    } else if (own.east > outer.east && own.west - full_circle >= outer.west) {
        shift = -full_circle;
    }
    for (Location& point : hole) {
        point.lon += shift;
    }
}

Ring closed(Ring ring) {
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(ring.front());
    }
    return ring;
}

GEOSGeometry* make_ring(const GeosContext& context, const Ring& ring) {
    std::vector<double> buffer;
    buffer.reserve(ring.size() * 2);
    for (const Location& point : ring) {
        buffer.push_back(point.lon);
        buffer.push_back(point.lat);
    }
    GEOSCoordSequence* points =
        GEOSCoordSeq_copyFromBuffer_r(context.get(), buffer.data(), static_cast<unsigned>(ring.size()), 0, 0);
    if (points == nullptr) {
        context.fail("GEOSCoordSeq_copyFromBuffer");
    }
    GEOSGeometry* made = GEOSGeom_createLinearRing_r(context.get(), points); // takes the points
    if (made == nullptr) {
        context.fail("GEOSGeom_createLinearRing");
    }
    return made;
}

/// Hands the geometries over to a function of GEOS that takes them all.
std::vector<GEOSGeometry*> released(std::vector<GeosGeometry>& geometries) {
    std::vector<GEOSGeometry*> result;
    result.reserve(geometries.size());
    for (GeosGeometry& geometry : geometries) {
        result.push_back(geometry.release());
    }
    return result;
}

/// Null when the outer ring has too few points.
GeosGeometry make_part(const GeosContext& context, const PolygonPart& part) {
    if (part.rings.empty()) {
        return {nullptr, GeosDeleter{&context}};
    }
    const Ring outer = unrolled(closed(part.rings.front()));
    if (outer.size() < smallest_ring) {
        return {nullptr, GeosDeleter{&context}};
    }
    const Extent extent = extent_of(outer);
    GeosGeometry shell = owned(context, make_ring(context, outer), "ring");
    std::vector<GeosGeometry> holes;
    for (std::size_t i = 1; i < part.rings.size(); ++i) {
        Ring hole = unrolled(closed(part.rings[i]));
        if (hole.size() >= smallest_ring) {
            move_into(hole, extent);
            holes.push_back(owned(context, make_ring(context, hole), "ring"));
        }
    }
    std::vector<GEOSGeometry*> taken = released(holes);
    return owned(
        context,
        GEOSGeom_createPolygon_r(context.get(), shell.release(), taken.data(), static_cast<unsigned>(taken.size())),
        "GEOSGeom_createPolygon");
}

Ring read_ring(const GeosContext& context, const GEOSGeometry* ring) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context.get(), ring);
    unsigned size = 0;
    if (points == nullptr || GEOSCoordSeq_getSize_r(context.get(), points, &size) == 0) {
        context.fail("GEOSGeom_getCoordSeq");
    }
    std::vector<double> buffer(std::size_t{size} * 2);
    if (GEOSCoordSeq_copyToBuffer_r(context.get(), points, buffer.data(), 0, 0) == 0) {
        context.fail("GEOSCoordSeq_copyToBuffer");
    }
    Ring result;
    result.reserve(size);
    for (std::size_t i = 0; i < buffer.size(); i += 2) {
        result.push_back({buffer[i], buffer[i + 1]});
    }
    return result;
}

} // namespace

GeosContext::GeosContext() : m_handle(GEOS_init_r()) {
    if (m_handle == nullptr) {
        throw Error("GEOS does not start");
    }
    GEOSContext_setErrorMessageHandler_r(
        m_handle, [](const char* message, void* text) { *static_cast<std::string*>(text) = message; }, &m_message);
}

GeosContext::~GeosContext() { GEOS_finish_r(m_handle); }

void GeosContext::fail(const char* call) const { throw Error(std::string("GEOS, ") + call + ": " + m_message); }

const GeosContext& GeosContext::of_thread() {
    thread_local const GeosContext context;
    return context;
}

void GeosDeleter::operator()(GEOSGeom_t* geometry) const { GEOSGeom_destroy_r(context->get(), geometry); }

GeosGeometry owned(const GeosContext& context, GEOSGeometry* geometry, const char* call) {
    if (geometry == nullptr) {
        context.fail(call);
    }
    return {geometry, GeosDeleter{&context}};
}

GeosGeometry plain_area(const GeosContext& context, const Ring& ring) {
    return owned(context, GEOSGeom_createPolygon_r(context.get(), make_ring(context, ring), nullptr, 0),
                 "GEOSGeom_createPolygon");
}

GeosGeometry to_geos(const GeosContext& context, const Polygon& polygon) {
    check_finite(polygon);
    std::vector<GeosGeometry> parts;
    for (const PolygonPart& part : polygon.parts) {
        if (GeosGeometry made = make_part(context, part)) {
            parts.push_back(std::move(made));
        }
    }
    std::vector<GEOSGeometry*> taken = released(parts);
    return owned(context,
                 GEOSGeom_createCollection_r(context.get(), GEOS_MULTIPOLYGON, taken.data(),
                                             static_cast<unsigned>(taken.size())),
                 "GEOSGeom_createCollection");
}

void for_each_ring(const GeosContext& context, const GEOSGeom_t* geometry,
                   const std::function<void(const Ring& ring, bool outer)>& use) {
    const int parts = GEOSGetNumGeometries_r(context.get(), geometry);
    for (int i = 0; i < parts; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(context.get(), geometry, i);
        if (GEOSGeomTypeId_r(context.get(), part) != GEOS_POLYGON || GEOSisEmpty_r(context.get(), part) != 0) {
            continue;
        }
        use(read_ring(context, GEOSGetExteriorRing_r(context.get(), part)), true);
        const int holes = GEOSGetNumInteriorRings_r(context.get(), part);
        for (int hole = 0; hole < holes; ++hole) {
            use(read_ring(context, GEOSGetInteriorRingN_r(context.get(), part, hole)), false);
        }
    }
}

Polygon from_geos(const GeosContext& context, const GEOSGeom_t* geometry) {
    Polygon result;
    for_each_ring(context, geometry, [&result](const Ring& ring, bool outer) {
        if (outer) {
            result.parts.emplace_back();
        }
        Ring& added = result.parts.back().rings.emplace_back(ring);
        for (Location& point : added) {
            if (std::abs(point.lon) > half_circle) {
                point.lon += point.lon > 0.0 ? -full_circle : full_circle;
            }
        }
    });
    return result;
}

bool is_valid(const GeosContext& context, const GEOSGeom_t* geometry) {
    return GEOSisValid_r(context.get(), geometry) == 1;
}

GeosGeometry make_valid(const GeosContext& context, const GEOSGeom_t* geometry) {
    GEOSMakeValidParams* parameters = GEOSMakeValidParams_create_r(context.get());
    if (parameters == nullptr) {
        context.fail("GEOSMakeValidParams_create");
    }
    GEOSMakeValidParams_setMethod_r(context.get(), parameters, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(context.get(), parameters, 0);
    GEOSGeometry* made = GEOSMakeValidWithParams_r(context.get(), geometry, parameters);
    GEOSMakeValidParams_destroy_r(context.get(), parameters);
    return owned(context, made, "GEOSMakeValidWithParams");
}

} // namespace yaqut::spatial
