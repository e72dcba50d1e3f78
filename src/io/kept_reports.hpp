// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "io/feature.hpp"

namespace yaqut::io {

/// What a GeoPackage or a database keeps of each article, so that a later run can merge what it tells with what other
/// articles tell.
struct KeptReports {
    std::string article_id;
    std::int64_t version = 0; ///< of the bytes
    std::string packed;       ///< bytes that only their maker understands
};

/// The attribute table yaqut_reports: a row per article, the bytes as base64.
[[nodiscard]] FeatureSchema kept_reports_schema();
[[nodiscard]] std::vector<FieldValue> kept_reports_row(const KeptReports& reports);

/// A row as it was kept. Throws InputError with `where` and `remedy`: damaged, or of another version than `version`.
[[nodiscard]] KeptReports unpack_kept_reports(const std::string& where, const std::string& article_id,
                                              const std::string& found_version, const std::string& base64,
                                              std::int64_t version, const std::string& remedy);

/// Hands over the rows of a GeoPackage or of a PostGIS database; nothing when there are none yet. Throws InputError: no
/// GeoPackage, no such table beside events, a row is damaged or of another version than this.
void read_kept_reports(const std::string& path, std::int64_t version,
                       const std::function<void(const KeptReports&)>& use);

} // namespace yaqut::io
