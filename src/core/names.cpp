// SPDX-License-Identifier: Apache-2.0
// The words that enumerations have in files and outputs, each list in the order of its enumeration.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "core/event.hpp"
#include "core/place.hpp"
#include "core/timex.hpp"
#include "core/toponym.hpp"

namespace yaqut {

namespace {

using namespace std::string_view_literals;

constexpr std::array feature_names{"country"sv, "adm1"sv,     "adm2"sv,     "city"sv,   "district"sv,
                                   "airport"sv, "facility"sv, "camp"sv,     "region"sv, "sea"sv,
                                   "water"sv,   "island"sv,   "mountain"sv, "road"sv,   "other"sv};
constexpr std::array use_names{"location"sv, "metonym"sv, "org"sv, "demonym"sv, "person"sv, "source"sv, "other"sv};
constexpr std::array match_names{"strict"sv, "loose"sv, "fused"sv, "descriptor"sv, "offset"sv};
constexpr std::array timex_names{"DATE"sv, "TIME"sv, "DURATION"sv, "SET"sv};
constexpr std::array precision_names{"day"sv,   "week"sv,  "month"sv,   "year"sv,
                                     "range"sv, "vague"sv, "ongoing"sv, "unknown"sv};
constexpr std::array basis_names{"explicit"sv, "dct"sv, "expression"sv, "inherited"sv, "none"sv};
constexpr std::array status_names{"asserted"sv, "planned"sv, "negated"sv, "background"sv};
constexpr std::array geo_precision_names{"site"sv,  "district"sv, "city"sv,     "offset"sv, "area"sv,
                                         "admin"sv, "country"sv,  "inferred"sv, "none"sv};
constexpr std::array<std::string_view, event_type_count> event_names{
    "AIRSTRIKE",     "SHELLING",  "ARMED_CLASH",     "BOMBING",     "SUICIDE_BOMBING", "ATTACK",
    "ASSASSINATION", "KILLING",   "ABDUCTION",       "SIEGE",       "CAPTURE",         "RAID",
    "WITHDRAWAL",    "SHOOTDOWN", "WEAPONS_SEIZURE", "DESTRUCTION", "MOBILIZE",        "PROTEST",
    "RIOT",          "ARREST",    "TRIAL",           "RELEASE",     "VISIT",           "MEETING",
    "AGREEMENT",     "CEASEFIRE", "STATEMENT",       "VOTE",        "APPOINTMENT",     "DISPLACEMENT",
    "AID",           "SANCTION",  "CRASH",           "FIRE_BLAST",  "FLOOD_STORM",     "EARTHQUAKE"};

template <typename Enum, std::size_t Size>
std::string_view name_of(Enum value, const std::array<std::string_view, Size>& names) {
    return names.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t Size>
std::optional<Enum> value_of(std::string_view name, const std::array<std::string_view, Size>& names) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view to_string(FeatureClass feature) { return name_of(feature, feature_names); }
std::optional<FeatureClass> parse_feature_class(std::string_view name) {
    return value_of<FeatureClass>(name, feature_names);
}
std::string_view to_string(ToponymUse use) { return name_of(use, use_names); }
std::string_view to_string(MatchKind match) { return name_of(match, match_names); }
std::string_view to_string(TimexType type) { return name_of(type, timex_names); }
std::string_view to_string(DatePrecision precision) { return name_of(precision, precision_names); }
std::string_view to_string(TimexBasis basis) { return name_of(basis, basis_names); }
std::string_view to_string(EventStatus status) { return name_of(status, status_names); }
std::string_view to_string(GeoPrecision precision) { return name_of(precision, geo_precision_names); }
std::string_view to_string(EventType type) { return name_of(type, event_names); }
std::optional<EventType> parse_event_type(std::string_view name) { return value_of<EventType>(name, event_names); }

std::optional<std::uint32_t> geonames_id(std::string_view place_id) {
    constexpr std::string_view prefix = "gn:";
    if (!place_id.starts_with(prefix)) {
        return std::nullopt;
    }
    place_id.remove_prefix(prefix.size());
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(place_id.data(), place_id.data() + place_id.size(), number);
    if (error != std::errc{} || end != place_id.data() + place_id.size()) {
        return std::nullopt;
    }
    return number;
}

} // namespace yaqut
