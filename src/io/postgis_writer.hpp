// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "io/layer_writer.hpp"

namespace yaqut::io {

/// Is it the name of a database ("PG:dbname=gis") rather than of a file?
[[nodiscard]] bool is_database(std::string_view output);

/// Two tables of a PostGIS database: `options.name` for events with a point, "unlocated" for the others. They are made
/// when they are not there; else events that are there under the same event_id are replaced where they differ, events
/// that have gained or lost their point change the table, and all others stay. All of it in one transaction that begins
/// with the first event and ends in finish(): until then nobody sees anything of it. Columns that others have added to
/// the tables are left alone. Throws OutputError when there is no server, no PostGIS, or a table of another shape.
[[nodiscard]] std::unique_ptr<LayerWriter> open_postgis(const std::string& connection, const LayerOptions& options);

} // namespace yaqut::io
