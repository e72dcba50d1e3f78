// SPDX-License-Identifier: Apache-2.0
#include "io/shape_points.hpp"

#include <algorithm>

#include "io/binary_bytes.hpp"

namespace yaqut::io {

namespace {

constexpr std::uint64_t header_bytes = 100;
constexpr std::uint64_t row_header_bytes = 8;
constexpr std::uint64_t index_row_bytes = 8;
constexpr std::uint64_t type_null = 0;
constexpr std::uint64_t type_point = 1;
constexpr std::uint64_t null_bytes = 4;
constexpr std::uint64_t point_bytes = 20;

/// Lengths are counted in words of 16 bits.
void append_words(std::string& out, std::uint64_t bytes) { append_big_endian(out, bytes / 2, 4); }

} // namespace

ShapePoints::ShapePoints(const std::string& base, bool overwrite)
    : m_shapes(base + ".shp", overwrite), m_index(base + ".shx", overwrite), m_bytes(header_bytes) {
    m_shapes.write(header(header_bytes));
    m_index.write(header(header_bytes));
}

std::string ShapePoints::header(std::uint64_t bytes) const {
    constexpr std::uint64_t file_code = 9994;
    constexpr std::uint64_t version = 1000;
    std::string header;
    append_big_endian(header, file_code, 4);
    header.resize(24, '\0');
    append_words(header, bytes);
    append_little_endian(header, version, 4);
    append_little_endian(header, type_point, 4);
    for (const double edge : m_box.value_or(std::array{0.0, 0.0, 0.0, 0.0})) {
        append_double(header, edge);
    }
    header.resize(header_bytes, '\0');
    return header;
}

void ShapePoints::add(const std::optional<Location>& point) {
    const std::uint64_t bytes = point ? point_bytes : null_bytes;
    std::string row;
    append_words(row, m_bytes);
    append_words(row, bytes);
    m_index.write(row);
    row.clear();
    append_big_endian(row, ++m_rows, 4);
    append_words(row, bytes);
    append_little_endian(row, point ? type_point : type_null, 4);
    if (point) {
        append_double(row, point->lon);
        append_double(row, point->lat);
        std::array<double, 4>& box =
            m_box ? *m_box : m_box.emplace(std::array{point->lon, point->lat, point->lon, point->lat});
        box = {std::min(box[0], point->lon), std::min(box[1], point->lat), std::max(box[2], point->lon),
               std::max(box[3], point->lat)};
    }
    m_shapes.write(row);
    m_bytes += row_header_bytes + bytes;
}

void ShapePoints::complete() {
    m_shapes.rewrite_start(header(m_bytes));
    m_index.rewrite_start(header(header_bytes + m_rows * index_row_bytes));
    m_shapes.complete();
    m_index.complete();
}

void ShapePoints::publish() {
    m_index.publish();
    m_shapes.publish();
}

} // namespace yaqut::io
