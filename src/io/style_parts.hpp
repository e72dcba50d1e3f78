// SPDX-License-Identifier: Apache-2.0
// Inside of this folder: parts that the styles of several layers share.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "io/column.hpp"
#include "io/event_schema.hpp"
#include "io/xml_writer.hpp"

namespace yaqut::io {

/// "English / Arabic".
[[nodiscard]] std::string both(const Labels& labels);

/// "#rrggbb" as QGIS writes colours: "red,green,blue,alpha".
[[nodiscard]] std::string rgba(std::string_view hex, int alpha = 255);

void style_option(Xml& xml, std::string_view name, std::string_view value);
/// A round mark; the size is in millimetres.
void marker_symbol(Xml& xml, std::string_view name, std::string_view colour, std::string_view size);
/// `fill` may be fully transparent; the width of the outline is in millimetres.
void fill_symbol(Xml& xml, std::string_view name, std::string_view fill, std::string_view outline,
                 std::string_view width);
void aliases(Xml& xml, std::span<const Column> columns, std::string_view labels = {});
/// Time by the days of date_start and date_end. Two expressions, not two fields: with fields QGIS loses events of one
/// day, or shows them in the wrong frame.
void time_by_days(Xml& xml);

/// The root of a style file around its elements.
[[nodiscard]] std::string qml(std::string_view elements, bool labels);

} // namespace yaqut::io
