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

Polygon unite(std::string id, std::span<const Polygon> polygons) {
    const GeosContext& context = GeosContext::of_thread();
    std::vector<GeosGeometry> valid;
    for (const Polygon& polygon : polygons) {
        valid.push_back(make_valid(context, to_geos(context, polygon).get()));
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
