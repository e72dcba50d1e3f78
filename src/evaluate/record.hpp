// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/location.hpp"
#include "core/span.hpp"

namespace yaqut::evaluate {

/// Gold and predictions in one shape, as annotation JSON gives them. Spans are code points. Absent keys are nullopt or
/// empty.
struct Mention {
    TextSpan span;
    std::string text;
    std::optional<std::string> use;
    std::string type; ///< the corpus's own word for the kind of mention
    std::string name;
    std::optional<Location> location;
    std::string country;
    std::string feature;
    std::optional<std::int64_t> geonameid;
    std::optional<std::array<double, 4>> bbox; ///< west, south, east, north
    bool nested = false;
    bool suspect = false;
};

struct TimeExpression {
    TextSpan span;
    std::string text;
    std::optional<std::string> value;
    bool value_issue = false;
};

struct EventRecord {
    TextSpan span;
    std::string type;
    std::string place;
    std::optional<Location> location;
    std::string country;
    std::string geo_precision;
    std::optional<Date> date_start;
    std::optional<Date> date_end;
    std::string date_precision;
    bool optional = false; ///< gold only: never punished when absent
};

/// One article. A list that a corpus does not label is nullopt.
struct Record {
    std::string id;
    bool partial = false;         ///< gold: other time expressions in the text are unlabelled
    std::vector<TextSpan> ignore; ///< spans that are neither rewarded nor punished
    std::optional<std::vector<Mention>> toponyms;
    std::optional<std::vector<TimeExpression>> timexes;
    std::optional<std::vector<EventRecord>> events;
};

/// Gold with what was found in the same article.
struct Pair {
    const Record* gold;
    const Record* found;
};

} // namespace yaqut::evaluate
