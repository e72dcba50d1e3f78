// SPDX-License-Identifier: Apache-2.0
#include "io/shape_geometry.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "io/binary_bytes.hpp"
#include "io/layer_writer.hpp"

namespace yaqut::io {

namespace {

constexpr std::uint64_t header_bytes = 100;
constexpr std::uint64_t row_header_bytes = 8;
constexpr std::uint64_t index_row_bytes = 8;
constexpr std::uint64_t type_null = 0;
constexpr std::uint64_t type_point = 1;
constexpr std::uint64_t type_polygon = 5;

using Box = std::optional<std::array<double, 4>>;

/// Lengths are counted in words of 16 bits.
void append_words(std::string& out, std::uint64_t bytes) { append_big_endian(out, bytes / 2, 4); }

void widen(Box& box, Location point) {
    std::array<double, 4>& edges = box ? *box : box.emplace(std::array{point.lon, point.lat, point.lon, point.lat});
    edges = {std::min(edges[0], point.lon), std::min(edges[1], point.lat), std::max(edges[2], point.lon),
             std::max(edges[3], point.lat)};
}

} // namespace

ShapeGeometry::ShapeGeometry(const std::string& base, LayerGeometry geometry, bool overwrite)
    : m_geometry(geometry), m_shapes(base + ".shp", overwrite), m_index(base + ".shx", overwrite),
      m_bytes(header_bytes) {
    m_shapes.write(header(header_bytes));
    m_index.write(header(header_bytes));
}

std::string ShapeGeometry::header(std::uint64_t bytes) const {
    constexpr std::uint64_t file_code = 9994;
    constexpr std::uint64_t version = 1000;
    std::string header;
    append_big_endian(header, file_code, 4);
    header.resize(24, '\0');
    append_words(header, bytes);
    append_little_endian(header, version, 4);
    append_little_endian(header, m_geometry == LayerGeometry::point ? type_point : type_polygon, 4);
    for (const double edge : m_box.value_or(std::array{0.0, 0.0, 0.0, 0.0})) {
        append_double(header, edge);
    }
    header.resize(header_bytes, '\0');
    return header;
}

/// Outer rings clockwise, holes the other way: the reverse of GeoJSON.
void ShapeGeometry::append_area(std::string& row, const spatial::Polygon& area) {
    std::string starts;
    std::string points;
    std::uint64_t ring_count = 0;
    std::uint64_t point_count = 0;
    Box box;
    for (const spatial::PolygonPart& part : area.parts) {
        for (const spatial::Ring& ring : part.rings) {
            append_little_endian(starts, point_count, 4);
            ++ring_count;
            point_count += ring.size();
            std::for_each(ring.rbegin(), ring.rend(), [&](const Location& point) {
                append_double(points, point.lon);
                append_double(points, point.lat);
                widen(box, point);
                widen(m_box, point);
            });
        }
    }
    append_little_endian(row, type_polygon, 4);
    for (const double edge : box.value_or(std::array{0.0, 0.0, 0.0, 0.0})) {
        append_double(row, edge);
    }
    append_little_endian(row, ring_count, 4);
    append_little_endian(row, point_count, 4);
    row.append(starts).append(points);
}

void ShapeGeometry::add(const Feature& feature) {
    std::string shape;
    if (m_geometry == LayerGeometry::point && feature.point) {
        append_little_endian(shape, type_point, 4);
        append_double(shape, feature.point->lon);
        append_double(shape, feature.point->lat);
        widen(m_box, *feature.point);
    } else if (m_geometry == LayerGeometry::multipolygon && feature.located()) {
        append_area(shape, *feature.area);
    } else {
        append_little_endian(shape, type_null, 4);
    }
    std::string row;
    append_words(row, m_bytes);
    append_words(row, shape.size());
    m_index.write(row);
    row.clear();
    append_big_endian(row, ++m_rows, 4);
    append_words(row, shape.size());
    m_shapes.write(row.append(shape));
    m_bytes += row_header_bytes + shape.size();
    if (m_bytes > shapefile_limit) {
        throw OutputError(m_shapes.path(), "a shapefile holds at most 2 GB: write GeoJSON, or fewer events");
    }
}

void ShapeGeometry::complete() {
    m_shapes.rewrite_start(header(m_bytes));
    m_index.rewrite_start(header(header_bytes + m_rows * index_row_bytes));
    m_shapes.complete();
    m_index.complete();
}

void ShapeGeometry::publish() {
    m_index.publish();
    m_shapes.publish();
}

} // namespace yaqut::io
