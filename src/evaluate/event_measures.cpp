// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>

#include "evaluate/measures.hpp"
#include "evaluate/sphere.hpp"

namespace yaqut::evaluate {

namespace {

bool place_right(const EventRecord& gold, const EventRecord& found) {
    if (!gold.location || !found.location) {
        return !gold.location && !found.location;
    }
    if (gold.geo_precision == "country" || found.geo_precision == "country") {
        return gold.geo_precision == found.geo_precision && gold.country == found.country;
    }
    const bool wide = gold.geo_precision == "admin" || gold.geo_precision == "area";
    return sphere_km(*gold.location, *found.location) <= (wide ? 50 : 10);
}

bool date_right(const EventRecord& gold, const EventRecord& found) {
    const bool gold_open = !gold.date_start && !gold.date_end;
    const bool found_open = !found.date_start && !found.date_end;
    if (gold_open || found_open) {
        return gold_open && found_open;
    }
    const Date found_first = found.date_start ? *found.date_start : *found.date_end;
    const Date found_last = found.date_end ? *found.date_end : *found.date_start;
    if (gold.date_precision == "day") {
        const auto gold_last = gold.date_end ? gold.date_end : gold.date_start;
        return gold.date_start == found.date_start && *gold_last == found_last;
    }
    const Date gold_first = gold.date_start ? *gold.date_start : *gold.date_end;
    const Date gold_last = gold.date_end ? *gold.date_end : *gold.date_start;
    return gold_first <= found_last && found_first <= gold_last &&
           days_between(found_first, found_last) <= 2 * std::max(1, days_between(gold_first, gold_last));
}

/// Best pairs first: place and date right, then overlapping triggers, then events that are not optional.
std::vector<std::pair<std::size_t, std::size_t>> pair_events(const std::vector<EventRecord>& gold,
                                                             const std::vector<EventRecord>& found) {
    std::vector<std::tuple<int, bool, bool, std::size_t, std::size_t>> candidates;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        for (std::size_t j = 0; j < found.size(); ++j) {
            if (gold[i].type == found[j].type) {
                const int right =
                    static_cast<int>(place_right(gold[i], found[j])) + static_cast<int>(date_right(gold[i], found[j]));
                candidates.emplace_back(-right, !gold[i].span.overlaps(found[j].span), gold[i].optional, i, j);
            }
        }
    }
    std::sort(candidates.begin(), candidates.end());
    std::vector<bool> used_gold(gold.size());
    std::vector<bool> used_found(found.size());
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& candidate : candidates) {
        const std::size_t i = std::get<3>(candidate);
        const std::size_t j = std::get<4>(candidate);
        if (!used_gold[i] && !used_found[j]) {
            used_gold[i] = used_found[j] = true;
            pairs.emplace_back(i, j);
        }
    }
    return pairs;
}

/// A dot on the map that no gold event of the article accounts for.
bool false_point(const EventRecord& found, const std::vector<EventRecord>& gold) {
    return std::none_of(gold.begin(), gold.end(), [&](const EventRecord& event) {
        const bool wide =
            event.geo_precision == "country" || event.geo_precision == "admin" || event.geo_precision == "area";
        return event.location &&
               (sphere_km(*event.location, *found.location) <= 25 || (wide && event.country == found.country));
    });
}

std::string label(const EventRecord& event, const std::string& id) {
    return event.type + ' ' + (event.place.empty() ? "no place" : event.place) + ' ' +
           (event.date_start ? to_iso_string(*event.date_start) : "no date") + " [" + id + ']';
}

struct Counts {
    std::size_t type = 0;
    std::size_t type_place = 0;
    std::size_t type_date = 0;
    std::size_t all = 0;
};

void count_article(const Record& record, const std::vector<EventRecord>& found, EventScore& result, Counts& right,
                   Errors& errors) {
    const auto& gold = *record.events;
    std::set<std::size_t> matched_gold;
    std::set<std::size_t> matched_found;
    std::size_t absorbed = 0;
    for (const auto& [i, j] : pair_events(gold, found)) {
        matched_gold.insert(i);
        matched_found.insert(j);
        if (gold[i].optional) {
            ++absorbed;
            continue;
        }
        const bool place = place_right(gold[i], found[j]);
        const bool date = date_right(gold[i], found[j]);
        right.type += 1;
        right.type_place += place ? 1U : 0U;
        right.type_date += date ? 1U : 0U;
        right.all += place && date ? 1U : 0U;
    }
    result.found += found.size() - absorbed;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        result.gold += gold[i].optional ? 0U : 1U;
        if (!gold[i].optional && !matched_gold.contains(i)) {
            errors["event missed"].push_back(label(gold[i], record.id));
        }
    }
    for (std::size_t j = 0; j < found.size(); ++j) {
        if (!matched_found.contains(j)) {
            errors["event spurious"].push_back(label(found[j], record.id));
        }
        if (!found[j].location || found[j].geo_precision == "country") {
            continue;
        }
        ++result.points;
        if (false_point(found[j], gold)) {
            ++result.false_points;
            errors["false point"].push_back(label(found[j], record.id));
        }
    }
}

} // namespace

std::optional<EventScore> score_events(std::span<const Pair> pairs, Errors& errors) {
    EventScore result;
    Counts right;
    bool labelled = false;
    for (const Pair& pair : pairs) {
        if (pair.gold->events) {
            labelled = true;
            count_article(*pair.gold, pair.found->events.value_or(std::vector<EventRecord>{}), result, right, errors);
        }
    }
    result.type = score(right.type, result.found, result.gold);
    result.type_place = score(right.type_place, result.found, result.gold);
    result.type_date = score(right.type_date, result.found, result.gold);
    result.all = score(right.all, result.found, result.gold);
    return labelled ? std::optional{result} : std::nullopt;
}

} // namespace yaqut::evaluate
