// SPDX-License-Identifier: Apache-2.0
#include "evaluate/class_tables.hpp"

#include <algorithm>

#include "evaluate/mentions.hpp"

namespace yaqut::evaluate {

namespace {

bool overlaps(TextSpan a, TextSpan b) { return a.begin < b.end && b.begin < a.end; }

bool ignored(const Record& gold, TextSpan span) {
    return std::any_of(gold.ignore.begin(), gold.ignore.end(), [span](TextSpan s) { return overlaps(s, span); }) ||
           std::any_of(gold.toponyms->begin(), gold.toponyms->end(),
                       [span](const Mention& m) { return m.nested && overlaps(m.span, span); });
}

std::vector<Mention> not_nested(const std::optional<std::vector<Mention>>& mentions) {
    std::vector<Mention> result = mentions.value_or(std::vector<Mention>{});
    std::erase_if(result, [](const Mention& m) { return m.nested; });
    return result;
}

} // namespace

std::map<std::string, UseRow> table_of_uses(std::span<const Pair> pairs) {
    std::map<std::string, UseRow> table;
    bool labelled = false;
    for (const Pair& pair : pairs) {
        if (!pair.gold->toponyms) {
            continue;
        }
        const auto gold = not_nested(pair.gold->toponyms);
        const auto found = not_nested(pair.found->toponyms);
        std::vector<bool> paired(found.size());
        std::vector<std::string> as(gold.size(), "missed");
        for (const auto& [i, j] : pair_spans(spans_of(gold), spans_of(found))) {
            paired[j] = true;
            as[i] = found[j].use.value_or("location");
        }
        for (std::size_t i = 0; i < gold.size(); ++i) {
            labelled |= gold[i].use.has_value();
            const std::string use = gold[i].use.value_or("location");
            UseRow& row = table[use];
            ++row.gold;
            row.right += as[i] == use ? 1U : 0U;
            if (as[i] != use) {
                ++row.instead[as[i]];
            }
        }
        for (std::size_t j = 0; j < found.size(); ++j) {
            if (paired[j] || !ignored(*pair.gold, found[j].span)) {
                ++table[found[j].use.value_or("location")].found;
            }
        }
    }
    return labelled ? table : std::map<std::string, UseRow>{};
}

std::map<std::string, PlaceRow> table_of_places(std::span<const Pair> pairs, const std::set<std::string>& uses) {
    std::map<std::string, PlaceRow> table;
    for (const Pair& pair : pairs) {
        if (!pair.gold->toponyms) {
            continue;
        }
        const auto gold = usable_located(pair.gold->toponyms, uses);
        const auto found = usable_located(pair.found->toponyms, uses);
        for (const Mention& mention : gold) {
            ++table[mention.feature.empty() ? "-" : mention.feature].gold;
        }
        for (const auto& [i, j] : pair_spans(spans_of(gold), spans_of(found))) {
            PlaceRow& row = table[gold[i].feature.empty() ? "-" : gold[i].feature];
            ++row.found;
            row.at10km += right_at(gold[i], found[j], 10) ? 1U : 0U;
            row.at161km += right_at(gold[i], found[j], 161) ? 1U : 0U;
        }
    }
    return table;
}

} // namespace yaqut::evaluate
