// SPDX-License-Identifier: Apache-2.0
#include "events/trigger_patterns.hpp"

#include <algorithm>
#include <optional>

namespace yaqut::events {

namespace {

constexpr std::uint32_t parenthesis_words = 14;

/// The token after text between paired hyphens (-which had joined them-) or of a date between commas (", on
/// Thursday,"); the token itself when there is no pair.
std::uint32_t skip_parenthesis(const TaggedText& text, std::uint32_t token, std::uint32_t limit) {
    const auto is = [&](std::uint32_t t, std::string_view mark) {
        return text.document().strict(text.document().token(t)) == mark;
    };
    if (is(token, ",")) {
        std::uint32_t t = token + 1;
        while (t < std::min(limit, token + parenthesis_words) && text.timex(t) >= 0) {
            ++t;
        }
        return t > token + 1 && t < limit && is(t, ",") ? t + 1 : token;
    }
    if (!is(token, "-")) {
        return token;
    }
    for (std::uint32_t t = token + 1; t < std::min(limit, token + parenthesis_words); ++t) {
        if (is(t, "-")) {
            return t + 1;
        }
    }
    return token;
}

/// The first word of the rule's second group after `begin`.
std::optional<std::uint32_t> find_second(const TaggedText& text, const PatternRule& rule, std::uint32_t begin,
                                         std::uint32_t limit, bool verb_first) {
    std::uint32_t reach = std::min<std::uint32_t>(limit, begin + rule.gap + 1U);
    for (std::uint32_t token = begin; token < reach; ++token) {
        if (text.timex(token) >= 0) { // a date between the two sets nothing apart
            reach = std::min(limit, reach + 1);
            continue;
        }
        if (text[token].punct && text[token].break_before) {
            const std::uint32_t after = skip_parenthesis(text, token, limit);
            if (after == token) {
                return std::nullopt;
            }
            reach = std::min(limit, reach + (after - token));
            token = after - 1;
            continue;
        }
        if (text[token].entry->seconds.may_have(rule.second_number) && text.sense(token, rule.second) != nullptr) {
            return token;
        }
        if (verb_first && (text.has(token, Cue::that) || text.has(token, Cue::relative))) {
            return std::nullopt; // "they arrested, said the man who ...": the object stands before the next clause
        }
        if (text.toponym(token) >= 0) { // nor does a place: they freed in the town a journalist
            reach = std::min(limit, reach + 1);
        }
    }
    return std::nullopt;
}

} // namespace

void find_pattern_hits(const TaggedText& text, std::uint32_t token, std::uint32_t limit,
                       ScratchVector<PatternHit>& hits) {
    const NumberSet& seconds = text.words_of(text.document().sentence_of(token)).seconds;
    if (!text[token].entry->wanted.may_meet(seconds)) {
        return;
    }
    for (const Sense& sense : text.senses(token)) {
        for (const PatternRule& rule : text.rules().patterns(sense.group)) {
            if (!seconds.may_have(rule.second_number)) {
                continue;
            }
            const bool verb_first = !rule.head_second && has_flag(sense.flags, FormFlag::verb);
            if (const auto second = find_second(text, rule, token + text[token].length, limit, verb_first)) {
                hits.push_back({&rule, token, *second});
            }
        }
    }
}

} // namespace yaqut::events
