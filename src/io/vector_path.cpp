// SPDX-License-Identifier: Apache-2.0
#include "io/vector_path.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/virtual_files.hpp"

namespace yaqut::io {

namespace {

/// Endings of files that hold rows by themselves; the other parts of a shapefile do not.
constexpr std::array<std::string_view, 14> endings{".csv",  ".tsv",      ".gpkg", ".shp", ".xlsx", ".ods", ".geojson",
                                                   ".json", ".geojsonl", ".kml",  ".gml", ".fgb",  ".osm", ".pbf"};

bool holds_rows(const std::string& name) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return ends_with(name, ending); });
}

std::string in_archive(const std::string& source) {
    const std::string archive = "/vsizip/" + source;
    std::vector<std::string> members;
    try {
        members = list_virtual_folder(archive);
    } catch (const Error& error) {
        throw InputError(source, error.what());
    }
    std::erase_if(members, [](const std::string& name) { return !holds_rows(name); });
    if (members.size() == 1) {
        return archive + '/' + members.front();
    }
    std::string list;
    for (const std::string& member : members) {
        list.append("\n  ").append(archive).append("/").append(member);
    }
    throw InputError(source, members.empty() ? "expected a table or map layer in the archive, found none"
                                             : "holds several tables or map layers; name one of them:" + list);
}

} // namespace

std::string vector_path(const std::string& source) {
    if (is_virtual_path(source)) {
        return source;
    }
    std::error_code error;
    if (!std::filesystem::exists(source, error)) {
        if (source.find(':') == std::string::npos) {
            throw InputError(source, "no such file");
        }
        return source; // "PG:...": a database or a service that GDAL knows
    }
    if (ends_with(source, ".zip")) {
        return in_archive(source);
    }
    return ends_with(source, ".gz") ? "/vsigzip/" + source : source;
}

} // namespace yaqut::io
