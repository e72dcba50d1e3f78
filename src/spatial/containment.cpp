// SPDX-License-Identifier: Apache-2.0
#include "spatial/containment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <mutex>
#include <numbers>
#include <utility>

#include <geos_c.h>

#include "core/error.hpp"
#include "spatial/geodesic.hpp"
#include "spatial/geos_geometry.hpp"

namespace yaqut::spatial {

namespace {

constexpr double radians_per_degree = std::numbers::pi / 180.0;
constexpr double km_per_degree = earth_radius_km * radians_per_degree;

/// Areas that cross the antimeridian go on beyond +-180 degrees, so that a point may be found there, too.
constexpr std::array<double, 3> shifts{0.0, 360.0, -360.0};

struct Area {
    std::size_t number = 0;
    std::string id;
    GeosGeometry geometry; ///< null when left out
    const GEOSPreparedGeometry* prepared = nullptr;
    std::once_flag once; ///< prepared on first use: most areas are never asked
};

/// Offset from the origin to the nearest point of the segment a-b, all on a plane.
Location nearest_offset(Location a, Location b) {
    const double dx = b.lon - a.lon;
    const double dy = b.lat - a.lat;
    const double square = dx * dx + dy * dy;
    const double along = square > 0.0 ? std::clamp(-(a.lon * dx + a.lat * dy) / square, 0.0, 1.0) : 0.0;
    return {a.lon + along * dx, a.lat + along * dy};
}

/// On a plane that is true around `point`; only the nearest place of the ring is measured on the sphere.
double km_to_ring(Location point, const Ring& ring) {
    const double narrowing = std::max(std::cos(point.lat * radians_per_degree), 1e-9);
    const auto offset = [&](const Location& vertex) {
        return Location{(vertex.lon - point.lon) * narrowing, vertex.lat - point.lat};
    };
    double best_square = std::numeric_limits<double>::infinity();
    Location best{};
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Location near = nearest_offset(offset(ring[i - 1]), offset(ring[i]));
        const double square = near.lon * near.lon + near.lat * near.lat;
        if (square < best_square) {
            best_square = square;
            best = near;
        }
    }
    return distance_km(point, {point.lon + best.lon / narrowing, point.lat + best.lat});
}

GeosGeometry made(const GeosContext& context, GEOSGeometry* geometry, const char* call) {
    if (geometry == nullptr) {
        context.fail(call);
    }
    return {geometry, GeosDeleter{&context}};
}

/// A box around the point that holds everything within `km`.
GeosGeometry box_around(const GeosContext& context, Location point, double km) {
    constexpr double rim = 1.01; // the plane is not the sphere
    const double lat = std::min(rim * km / km_per_degree, 180.0);
    constexpr double near_pole = 89.0;
    const double widest = std::abs(point.lat) + lat;
    const double lon = widest < near_pole ? lat / std::cos(widest * radians_per_degree) : 180.0;
    return made(
        context,
        GEOSGeom_createRectangle_r(context.get(), point.lon - lon, point.lat - lat, point.lon + lon, point.lat + lat),
        "GEOSGeom_createRectangle");
}

} // namespace

struct ContainmentIndex::Impl {
    GeosContext context; ///< builds and frees; queries use the context of their thread
    std::vector<std::unique_ptr<Area>> areas;
    std::vector<Problem> problems;
    GEOSSTRtree_t* tree = nullptr;

    explicit Impl(std::span<const Polygon> polygons);
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl();

    void load(const Polygon& polygon);
    void plant();
    [[nodiscard]] std::vector<std::size_t> candidates(const GeosContext& own, const GEOSGeometry* box) const;
    [[nodiscard]] bool contains(const GeosContext& own, std::size_t number, const GEOSGeometry* point) const;
};

ContainmentIndex::Impl::Impl(std::span<const Polygon> polygons) {
    areas.reserve(polygons.size());
    for (const Polygon& polygon : polygons) {
        load(polygon);
    }
    plant();
}

ContainmentIndex::Impl::~Impl() {
    if (tree != nullptr) {
        GEOSSTRtree_destroy_r(context.get(), tree);
    }
    for (const auto& area : areas) {
        if (area->prepared != nullptr) {
            GEOSPreparedGeom_destroy_r(context.get(), area->prepared);
        }
    }
}

void ContainmentIndex::Impl::load(const Polygon& polygon) {
    const std::size_t number = areas.size();
    Area& area = *areas.emplace_back(std::make_unique<Area>());
    area.number = number;
    area.id = polygon.id;
    try {
        GeosGeometry geometry = to_geos(context, polygon);
        const bool valid = is_valid(context, geometry.get());
        if (!valid) {
            geometry = make_valid(context, geometry.get());
        }
        if (GEOSisEmpty_r(context.get(), geometry.get()) != 0) {
            problems.push_back({number, "no area", true});
            return;
        }
        if (!valid) {
            problems.push_back({number, "repaired", false});
        }
        area.geometry = std::move(geometry);
    } catch (const Error& error) {
        problems.push_back({number, error.what(), true});
    }
}

void ContainmentIndex::Impl::plant() {
    constexpr std::size_t node_capacity = 10;
    tree = GEOSSTRtree_create_r(context.get(), node_capacity);
    if (tree == nullptr) {
        context.fail("GEOSSTRtree_create");
    }
    for (const auto& area : areas) {
        if (area->geometry) {
            GEOSSTRtree_insert_r(context.get(), tree, area->geometry.get(), area.get());
        }
    }
    // The first query sorts the tree; afterwards it is only read.
    const GeosGeometry anywhere =
        made(context, GEOSGeom_createPointFromXY_r(context.get(), 0.0, 0.0), "GEOSGeom_createPointFromXY");
    static_cast<void>(candidates(context, anywhere.get()));
}

std::vector<std::size_t> ContainmentIndex::Impl::candidates(const GeosContext& own, const GEOSGeometry* box) const {
    std::vector<std::size_t> numbers;
    GEOSSTRtree_query_r(
        own.get(), tree, box,
        [](void* item, void* list) {
            static_cast<std::vector<std::size_t>*>(list)->push_back(static_cast<const Area*>(item)->number);
        },
        &numbers);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

bool ContainmentIndex::Impl::contains(const GeosContext& own, std::size_t number, const GEOSGeometry* point) const {
    Area& area = *areas[number];
    std::call_once(area.once, [&] {
        area.prepared = GEOSPrepare_r(own.get(), area.geometry.get());
        if (area.prepared != nullptr) {
            // GEOS completes the prepared geometry on its first use, which must not happen in two threads at once.
            static_cast<void>(GEOSPreparedIntersects_r(own.get(), area.prepared, point));
        }
    });
    return area.prepared != nullptr && GEOSPreparedIntersects_r(own.get(), area.prepared, point) == 1;
}

ContainmentIndex::ContainmentIndex(std::span<const Polygon> polygons) : m_impl(std::make_unique<Impl>(polygons)) {}
ContainmentIndex::ContainmentIndex(ContainmentIndex&&) noexcept = default;
ContainmentIndex& ContainmentIndex::operator=(ContainmentIndex&&) noexcept = default;
ContainmentIndex::~ContainmentIndex() = default;

std::size_t ContainmentIndex::size() const { return m_impl->areas.size(); }
const std::string& ContainmentIndex::id(std::size_t polygon) const { return m_impl->areas.at(polygon)->id; }
std::span<const ContainmentIndex::Problem> ContainmentIndex::problems() const { return m_impl->problems; }

std::vector<std::size_t> ContainmentIndex::containing(Location point) const {
    std::vector<std::size_t> result;
    if (!point.valid()) {
        return result;
    }
    const GeosContext& own = GeosContext::of_thread();
    for (const double shift : shifts) {
        const GeosGeometry at =
            made(own, GEOSGeom_createPointFromXY_r(own.get(), point.lon + shift, point.lat), "point");
        for (const std::size_t number : m_impl->candidates(own, at.get())) {
            if (m_impl->contains(own, number, at.get())) {
                result.push_back(number);
            }
        }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::optional<ContainmentIndex::Nearest> ContainmentIndex::nearest(Location point, double max_km) const {
    const std::vector<std::size_t> inside = containing(point);
    if (!inside.empty()) {
        return Nearest{inside.front(), 0.0};
    }
    if (!point.valid() || !(max_km > 0.0)) {
        return std::nullopt;
    }
    std::optional<Nearest> best;
    for (const Nearest& area : within(point, max_km)) {
        if (!best || area.km < best->km) {
            best = area;
        }
    }
    return best;
}

std::vector<ContainmentIndex::Nearest> ContainmentIndex::within(Location point, double max_km) const {
    std::vector<Nearest> result;
    for (const std::size_t number : containing(point)) {
        result.push_back({number, 0.0});
    }
    if (!point.valid() || !(max_km > 0.0)) {
        return result;
    }
    const auto find = [&result](std::size_t number) {
        return std::find_if(result.begin(), result.end(), [number](const Nearest& n) { return n.polygon == number; });
    };
    const GeosContext& own = GeosContext::of_thread();
    for (const double shift : shifts) {
        const Location shifted{point.lon + shift, point.lat};
        for (const std::size_t number : m_impl->candidates(own, box_around(own, shifted, max_km).get())) {
            const auto known = find(number);
            if (known != result.end() && known->km == 0.0) {
                continue;
            }
            double km = std::numeric_limits<double>::infinity();
            for_each_ring(own, m_impl->areas[number]->geometry.get(),
                          [&](const Ring& ring, bool) { km = std::min(km, km_to_ring(shifted, ring)); });
            if (km <= max_km && known == result.end()) {
                result.push_back({number, km});
            } else if (km <= max_km) {
                known->km = std::min(known->km, km);
            }
        }
    }
    std::sort(result.begin(), result.end(), [](const Nearest& a, const Nearest& b) { return a.polygon < b.polygon; });
    return result;
}

} // namespace yaqut::spatial
