// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_type.hpp"
#include "core/location.hpp"
#include "core/place.hpp"
#include "core/span.hpp"
#include "core/timex.hpp"

namespace yaqut {

enum class EventStatus : std::uint8_t { asserted, planned, negated, background };

/// How exactly an event's place is known.
enum class GeoPrecision : std::uint8_t {
    site,     ///< a named facility
    district, ///< part of a town
    city,     ///< town or village
    offset,   ///< computed from distance and direction
    area,     ///< informal region, sea, river, line
    admin,    ///< administrative unit
    country,  ///< only the country is known
    inferred, ///< taken from the context, not stated with the event
    none,
};

[[nodiscard]] std::string_view to_string(EventStatus status);
[[nodiscard]] std::string_view to_string(GeoPrecision precision);

/// A count of people as the text gives it; nullopt where it does not say. Zero only when the text says none.
struct Quantity {
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> best;
    std::optional<std::int64_t> max;

    [[nodiscard]] bool known() const { return min || best || max; }
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Who takes part, as written.
struct Actor {
    TextSpan span;
    std::string text;
    std::string_view role; ///< static string: "attacker", "target", "side", "victim", "source", "participant" ...

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// Certainties are whole ten-thousandths of 1.
inline constexpr float certainty_steps = 10000.0F;

/// Where an event happened: a copy that owns its text, since events outlive the articles of a run.
struct EventPlace {
    std::string id;   ///< gazetteer id; empty for computed places
    std::string text; ///< as written in the article
    std::string name;
    std::string name_ar;
    std::string country; ///< ISO 3166-1 alpha-2
    std::string admin1;
    std::string admin1_code;
    std::string feature_code;
    FeatureClass feature = FeatureClass::other;
    std::optional<Location> location;
    double radius_km = 0.0;
    float score = 0.0F;                    ///< of the resolution, 0 to 1
    std::optional<float> certainty;        ///< how likely the event was there, in certainty_steps; nullopt: not judged
    bool sure = true;                      ///< certainty is enough for a map
    std::string match;                     ///< how the name met the gazetteer: to_string(MatchKind)
    std::vector<std::string> why;          ///< reasons of the choice, heaviest first
    std::vector<std::string> alternatives; ///< "name|id|score", best first
    std::uint32_t candidate_count = 0;

    friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

/// The article that an event rests on.
struct EventSource {
    std::string article_id;
    std::string title;
    std::string source;
    std::string url;
    std::string language; ///< ISO 639-1
    std::optional<Date> published;
    std::string published_source; ///< where the publication date comes from
    std::string sentence;         ///< the sentence with the trigger
    std::uint32_t begin = 0;      ///< of the trigger, code points into the article's text
    std::uint32_t end = 0;

    friend bool operator==(const EventSource&, const EventSource&) = default;
};

/// Something that happened (or is planned, denied, recalled): type, place, date, people.
struct Event {
    std::string id; ///< stable hash of what identifies the event: a second run updates instead of duplicating
    EventType type = EventType::statement;
    TextSpan trigger; ///< bytes into the text of the first source
    std::string trigger_text;
    EventStatus status = EventStatus::asserted;
    std::optional<EventPlace> place; ///< nullopt: the text does not say; `why_no_place`
    GeoPrecision geo_precision = GeoPrecision::none;
    std::string_view why_no_place; ///< static string
    std::optional<DateRange> when; ///< nullopt: the text does not say; `why_no_date`
    DatePrecision date_precision = DatePrecision::unknown;
    TimexBasis date_basis = TimexBasis::none;
    std::string date_text;        ///< as written
    std::string_view why_no_date; ///< static string: "no publication date", "no date in the text" ...
    Quantity fatalities;
    Quantity injured;
    Quantity missing;   ///< not found, dead or alive
    Quantity displaced; ///< who had to leave home
    std::vector<Actor> actors;
    std::string attribution;          ///< who says so, as written; empty when the article says it
    float confidence = 0.0F;          ///< 0 to 1
    std::vector<EventSource> sources; ///< the first one is shown; more after merging

    friend bool operator==(const Event&, const Event&) = default;
};

} // namespace yaqut
