// SPDX-License-Identifier: Apache-2.0
#include "spatial/polygon.hpp"

#include <utility>

#include <geos_c.h>

#include "spatial/geos_geometry.hpp"

namespace yaqut::spatial {

bool is_valid(const Polygon& polygon) {
    const GeosContext& context = GeosContext::of_thread();
    for (const PolygonPart& part : polygon.parts) {
        for (const Ring& ring : part.rings) {
            // GEOS cannot even hold these.
            constexpr std::size_t smallest_ring = 4;
            if (ring.size() < smallest_ring || ring.front() != ring.back()) {
                return false;
            }
        }
    }
    return !polygon.parts.empty() && is_valid(context, to_geos(context, polygon).get());
}

Polygon make_valid(const Polygon& polygon) {
    const GeosContext& context = GeosContext::of_thread();
    const GeosGeometry geometry = to_geos(context, polygon);
    Polygon result = from_geos(context, make_valid(context, geometry.get()).get());
    result.id = polygon.id;
    return result;
}

Polygon close_gaps(const Polygon& polygon, double width_deg) {
    const GeosContext& context = GeosContext::of_thread();
    const auto grown = [&context](const GEOSGeom_t* geometry, double by) {
        constexpr int corners = 1;
        constexpr double sharpest = 2.0; // corners longer than this are cut off
        return owned(
            context,
            GEOSBufferWithStyle_r(context.get(), geometry, by, corners, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, sharpest),
            "GEOSBufferWithStyle");
    };
    const GeosGeometry wide = grown(to_geos(context, polygon).get(), width_deg / 2.0); // valid, whatever it is made of
    Polygon result = from_geos(context, grown(wide.get(), -width_deg / 2.0).get());
    result.id = polygon.id;
    return result;
}

Polygon unite(std::string id, std::span<const Polygon> polygons) {
    const GeosContext& context = GeosContext::of_thread();
    std::vector<GeosGeometry> valid;
    for (const Polygon& polygon : polygons) {
        GeosGeometry geometry = to_geos(context, polygon);
        const bool good = is_valid(context, geometry.get()); // which takes much less time than to repair it
        valid.push_back(good ? std::move(geometry) : make_valid(context, geometry.get()));
    }
    std::vector<GEOSGeometry*> taken;
    taken.reserve(valid.size());
    for (GeosGeometry& geometry : valid) {
        taken.push_back(geometry.release());
    }
    const GeosGeometry all(GEOSGeom_createCollection_r(context.get(), GEOS_GEOMETRYCOLLECTION, taken.data(),
                                                       static_cast<unsigned>(taken.size())),
                           GeosDeleter{&context});
    const GeosGeometry united(all ? GEOSUnaryUnion_r(context.get(), all.get()) : nullptr, GeosDeleter{&context});
    if (!united) {
        context.fail("GEOSUnaryUnion");
    }
    Polygon result = from_geos(context, united.get());
    result.id = std::move(id);
    return result;
}

} // namespace yaqut::spatial
