// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "spatial/polygon.hpp"

// The types of the GEOS C interface, which its header stays out of.
struct GEOSContextHandle_HS;
struct GEOSGeom_t;

/// Inside of this folder: what its source files share of GEOS.
namespace yaqut::spatial {

/// A GEOS context of its own: one per thread, or one per object that frees geometries. Throws Error when a call failed.
class GeosContext {
  public:
    GeosContext();
    ~GeosContext();
    GeosContext(const GeosContext&) = delete;
    GeosContext& operator=(const GeosContext&) = delete;

    [[nodiscard]] GEOSContextHandle_HS* get() const { return m_handle; }
    /// The error that GEOS reported last.
    [[noreturn]] void fail(const char* call) const;

    /// The context of the calling thread.
    [[nodiscard]] static const GeosContext& of_thread();

  private:
    GEOSContextHandle_HS* m_handle;
    std::string m_message;
};

/// Frees with a context that must live as long as the pointer.
struct GeosDeleter {
    const GeosContext* context = nullptr;
    void operator()(GEOSGeom_t* geometry) const;
};
using GeosGeometry = std::unique_ptr<GEOSGeom_t, GeosDeleter>;

/// What a function of GEOS made, named by `call` when it failed: then throws Error.
[[nodiscard]] GeosGeometry owned(const GeosContext& context, GEOSGeom_t* made, const char* call);

/// A polygon of one closed ring, its longitudes as they are.
[[nodiscard]] GeosGeometry plain_area(const GeosContext& context, const Ring& ring);

/// As given but for the antimeridian: rings that cross it go on beyond +-180 degrees. Open rings are closed, rings of
/// fewer than four points dropped. Throws Error when a coordinate is not finite.
[[nodiscard]] GeosGeometry to_geos(const GeosContext& context, const Polygon& polygon);

/// Areas only; longitudes beyond +-180 degrees are brought back.
[[nodiscard]] Polygon from_geos(const GeosContext& context, const GEOSGeom_t* geometry);

/// Calls `use` for every ring of every polygon in the geometry, outer rings (first) and holes, longitudes as they are.
void for_each_ring(const GeosContext& context, const GEOSGeom_t* geometry,
                   const std::function<void(const Ring& ring, bool outer)>& use);

[[nodiscard]] bool is_valid(const GeosContext& context, const GEOSGeom_t* geometry);
[[nodiscard]] GeosGeometry make_valid(const GeosContext& context, const GEOSGeom_t* geometry);

} // namespace yaqut::spatial
