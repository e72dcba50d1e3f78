// SPDX-License-Identifier: Apache-2.0
#include "toponyms/resolution_model.hpp"

#include <algorithm>
#include <string>

#include "core/error.hpp"
#include "lexicon/table.hpp"

namespace yaqut::toponyms {

using namespace std::string_view_literals;

// clang-format off
const std::array<std::string_view, ground_count> ground_names{
    "importance"sv, "most important"sv, "country"sv, "first-level unit"sv, "second-level unit"sv, "town"sv,
    "capital"sv, "quarter"sv, "airport"sv, "other class"sv, "no population"sv, "no country"sv, "loose spelling"sv,
    "run-together name"sv, "other name"sv, "descriptor"sv, "other descriptor"sv, "beside country"sv, "beside town"sv,
    "seat of its namesake"sv, "words of a town"sv, "words of a country"sv, "joined to a town"sv, "joined to a country"sv, "foreign"sv, "country context"sv, "country named"sv, "no context"sv,
    "province context"sv, "province named"sv, "named so elsewhere"sv, "containment"sv, "contradiction"sv, "within 50 km"sv, "within 200 km"sv, "within 600 km"sv,
    "only candidate"sv, "none"sv, "none: small"sv, "none: ambiguous"sv, "none: no context"sv,
    "none: several words"sv, "none: Arabic"sv, "none: known"sv};
// clang-format on

namespace {

constexpr float hundredth = 0.01F;

} // namespace

ResolutionModel::ResolutionModel(Language language) {
    const std::string own = std::string(to_string(language)) + "/toponym_resolution_weights";
    const lexicon::Table table = lexicon::load(lexicon::exists(own) ? own : "en/toponym_resolution_weights");
    for (const lexicon::Row& row : table.rows()) {
        const auto found = std::find(ground_names.begin(), ground_names.end(), row["ground"]);
        if (found == ground_names.end()) {
            throw TableError(table.name(), "unknown ground '" + std::string(row["ground"]) + "'");
        }
        m_weights[static_cast<std::size_t>(found - ground_names.begin())] = // NOLINT
            hundredth * static_cast<float>(row.number("weight"));
    }
}

} // namespace yaqut::toponyms
