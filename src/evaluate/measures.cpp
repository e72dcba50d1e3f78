// SPDX-License-Identifier: Apache-2.0
#include "evaluate/measures.hpp"

#include <algorithm>
#include <tuple>

#include "evaluate/mentions.hpp"
#include "evaluate/sphere.hpp"

namespace yaqut::evaluate {

namespace {

std::uint32_t overlap(TextSpan a, TextSpan b) {
    const std::uint32_t begin = std::max(a.begin, b.begin);
    const std::uint32_t end = std::min(a.end, b.end);
    return end > begin ? end - begin : 0;
}

/// Spans of the gold that must not count, and predictions that match none of the pairs and none of those.
template <typename Skipped>
std::vector<std::size_t> spurious(const Record& gold, const std::vector<Mention>& found,
                                  const std::vector<std::pair<std::size_t, std::size_t>>& pairs, Skipped skipped) {
    std::vector<TextSpan> skip = gold.ignore;
    for (const Mention& mention : *gold.toponyms) {
        if (skipped(mention)) {
            skip.push_back(mention.span);
        }
    }
    std::set<std::size_t> matched;
    for (const auto& [i, j] : pairs) {
        matched.insert(j);
    }
    std::vector<std::size_t> result;
    for (std::size_t j = 0; j < found.size(); ++j) {
        const bool ignored =
            std::any_of(skip.begin(), skip.end(), [&](TextSpan span) { return overlap(span, found[j].span) > 0; });
        if (!matched.contains(j) && !ignored) {
            result.push_back(j);
        }
    }
    return result;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

bool right_at(const Mention& gold, const Mention& found, double limit_km) {
    if (!found.location) {
        return false;
    }
    if (gold.geonameid && *gold.geonameid != 0 && gold.geonameid == found.geonameid) {
        return true;
    }
    const Location at = *found.location;
    if (gold.bbox && (*gold.bbox)[0] <= at.lon && at.lon <= (*gold.bbox)[2] && (*gold.bbox)[1] <= at.lat &&
        at.lat <= (*gold.bbox)[3]) {
        return true;
    }
    if (gold.feature == "country") {
        return !gold.country.empty() && gold.country == found.country;
    }
    return sphere_km(*gold.location, at) <= limit_km;
}

std::vector<Mention> usable(const std::optional<std::vector<Mention>>& mentions, const std::set<std::string>& uses) {
    std::vector<Mention> result;
    for (const Mention& mention : mentions.value_or(std::vector<Mention>{})) {
        if (!mention.nested && (!mention.use || uses.contains(*mention.use))) {
            result.push_back(mention);
        }
    }
    return result;
}

std::vector<Mention> usable_located(const std::optional<std::vector<Mention>>& mentions,
                                    const std::set<std::string>& uses) {
    std::vector<Mention> located = usable(mentions, uses);
    std::erase_if(located, [](const Mention& mention) { return !mention.location || mention.suspect; });
    return located;
}

Score score(std::size_t right, std::size_t found, std::size_t gold) {
    const double precision = share(right, found);
    const double recall = share(right, gold);
    const double sum = precision + recall;
    return {precision, recall, sum > 0 ? 2 * precision * recall / sum : 0.0};
}

std::vector<std::pair<std::size_t, std::size_t>> pair_spans(std::span<const TextSpan> a, std::span<const TextSpan> b) {
    std::vector<std::tuple<std::uint32_t, std::size_t, std::size_t>> candidates;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            if (const std::uint32_t size = overlap(a[i], b[j]); size > 0) {
                candidates.emplace_back(size, i, j);
            }
        }
    }
    std::sort(candidates.begin(), candidates.end(), [](const auto& x, const auto& y) {
        return std::tuple(std::get<0>(y), std::get<1>(x), std::get<2>(x)) <
               std::tuple(std::get<0>(x), std::get<1>(y), std::get<2>(y));
    });
    std::vector<bool> used_a(a.size());
    std::vector<bool> used_b(b.size());
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [size, i, j] : candidates) {
        if (!used_a[i] && !used_b[j]) {
            used_a[i] = used_b[j] = true;
            pairs.emplace_back(i, j);
        }
    }
    return pairs;
}

std::optional<ToponymScore> score_toponyms(std::span<const Pair> pairs, const std::set<std::string>& uses,
                                           Errors& errors) {
    ToponymScore result;
    std::size_t right = 0;
    bool labelled = false;
    for (const Pair& pair : pairs) {
        if (!pair.gold->toponyms) {
            continue;
        }
        labelled = true;
        const auto gold = usable(pair.gold->toponyms, uses);
        const auto found = usable(pair.found->toponyms, uses);
        const auto matches = pair_spans(spans_of(gold), spans_of(found));
        const auto extra = spurious(*pair.gold, found, matches, [](const Mention& m) { return m.nested; });
        right += matches.size();
        result.gold += gold.size();
        result.found += matches.size() + extra.size();
        std::set<std::size_t> got;
        for (const auto& [i, j] : matches) {
            got.insert(i);
        }
        for (std::size_t i = 0; i < gold.size(); ++i) {
            if (!got.contains(i)) {
                errors["missed"].push_back(gold[i].text);
            }
        }
        for (const std::size_t j : extra) {
            errors["spurious"].push_back(found[j].text);
        }
    }
    result.score = score(right, result.found, result.gold);
    return labelled ? std::optional{result} : std::nullopt;
}

std::optional<ResolutionScore> score_resolution(std::span<const Pair> pairs, const std::set<std::string>& uses,
                                                Errors& errors) {
    ResolutionScore result;
    std::size_t at10 = 0;
    std::size_t at161 = 0;
    std::size_t found_count = 0;
    bool labelled = false;
    std::vector<double> distances;
    for (const Pair& pair : pairs) {
        if (!pair.gold->toponyms) {
            continue;
        }
        const auto gold = usable_located(pair.gold->toponyms, uses);
        const auto found = usable_located(pair.found->toponyms, uses);
        labelled = labelled || std::any_of(pair.gold->toponyms->begin(), pair.gold->toponyms->end(),
                                           [](const Mention& m) { return m.location.has_value(); });
        const auto matches = pair_spans(spans_of(gold), spans_of(found));
        const auto extra =
            spurious(*pair.gold, found, matches, [](const Mention& m) { return !m.location || m.suspect || m.nested; });
        result.gold += gold.size();
        found_count += matches.size() + extra.size();
        for (const auto& [i, j] : matches) {
            const bool right = right_at(gold[i], found[j], 161);
            at161 += right ? 1U : 0U;
            at10 += right_at(gold[i], found[j], 10) ? 1U : 0U;
            distances.push_back(sphere_km(*gold[i].location, *found[j].location));
            if (!right) {
                errors["misplaced"].push_back(gold[i].text + " -> " + found[j].name + ", " + found[j].country);
            }
        }
    }
    result.at10km = share(at10, result.gold);
    result.at161km = share(at161, result.gold);
    result.of_matched_at161km = share(at161, distances.size());
    result.end_to_end = score(at161, found_count, result.gold);
    result.median_km = median(std::move(distances));
    return labelled ? std::optional{result} : std::nullopt;
}

std::optional<TimexScore> score_timexes(std::span<const Pair> pairs, Errors& errors) {
    TimexScore result;
    std::size_t right = 0;
    std::size_t found_count = 0;
    std::size_t values = 0;
    std::size_t right_values = 0;
    bool labelled = false;
    bool partial = false;
    for (const Pair& pair : pairs) {
        if (!pair.gold->timexes) {
            continue;
        }
        labelled = true;
        partial = partial || pair.gold->partial;
        const auto& gold = *pair.gold->timexes;
        const auto found = pair.found->timexes.value_or(std::vector<TimeExpression>{});
        const auto matches = pair_spans(spans_of(gold), spans_of(found));
        right += matches.size();
        result.gold += gold.size();
        found_count += found.size();
        std::map<std::size_t, std::size_t> match_of(matches.begin(), matches.end());
        for (std::size_t i = 0; i < gold.size(); ++i) {
            if (!gold[i].value || gold[i].value->empty() || gold[i].value_issue) {
                continue;
            }
            ++values;
            const auto match = match_of.find(i);
            const auto value = match == match_of.end() ? std::nullopt : found[match->second].value;
            right_values += value == gold[i].value ? 1U : 0U;
            if (value != gold[i].value) {
                errors["timex"].push_back(gold[i].text + ": " + *gold[i].value + " != " + value.value_or("none"));
            }
        }
    }
    const Score all = score(right, found_count, result.gold);
    result.recall = all.recall;
    result.value_accuracy = share(right_values, values);
    result.score = partial ? std::nullopt : std::optional{all};
    return labelled ? std::optional{result} : std::nullopt;
}

} // namespace yaqut::evaluate
