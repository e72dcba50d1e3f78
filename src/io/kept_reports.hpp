// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "io/feature.hpp"

namespace yaqut::io {

/// What a GeoPackage keeps of each article, so that a later run can merge what it tells with what other articles tell.
struct KeptReports {
    std::string article_id;
    std::int64_t version = 0; ///< of the bytes
    std::string packed;       ///< bytes that only their maker understands
};

/// The attribute table yaqut_reports: a row per article, the bytes as base64.
[[nodiscard]] FeatureSchema kept_reports_schema();
[[nodiscard]] std::vector<FieldValue> kept_reports_row(const KeptReports& reports);

/// Hands over the rows of a GeoPackage in their order. Throws InputError: no GeoPackage, no such table, a row is
/// damaged or of another version than this.
void read_kept_reports(const std::string& path, std::int64_t version,
                       const std::function<void(const KeptReports&)>& use);

} // namespace yaqut::io
