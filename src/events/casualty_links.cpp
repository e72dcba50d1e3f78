// SPDX-License-Identifier: Apache-2.0
#include "events/casualty_links.hpp"

#include <algorithm>

namespace yaqut::events {

namespace {

constexpr std::uint32_t cause_reach = 60; ///< tokens between a casualty and its cause
constexpr int per_break = 6;

bool tells_casualties(const TaggedText& text, TokenRange range) {
    for (std::uint32_t token = range.begin; token < range.end; ++token) {
        if (text[token].entry == nullptr) {
            continue;
        }
        if (text[token].casualty_word || text.has(token, Cue::dead) || text.has(token, Cue::wounded) ||
            text.has(token, Cue::injury) || text.has(token, Cue::losses)) {
            return true;
        }
    }
    return false;
}

bool is_casualty(const Draft& draft) { return has_trait(draft.traits, Trait::casualty); }

/// The event of the sentence that these casualties come from: the nearest, counting clause boundaries as distance.
Draft* cause_of(const TaggedText& text, std::uint32_t token, std::vector<Draft>& drafts) {
    Draft* best = nullptr;
    int best_distance = static_cast<int>(cause_reach);
    for (Draft& draft : drafts) {
        if (is_casualty(draft) || !may_cause_casualties(draft.type) || draft.status == EventStatus::planned) {
            continue;
        }
        const std::uint32_t at = draft.trigger.begin;
        const int gap = static_cast<int>(at > token ? at - token : token - at);
        const bool causal = at > token && at > 0 && text.has(at - 1, Cue::in);
        const int distance = gap + per_break * text.breaks_between(token, at) - (causal ? 4 : 0);
        if (distance < best_distance) {
            best = &draft;
            best_distance = distance;
        }
    }
    return best;
}

void give(Draft& draft, const Casualties& casualties) {
    if (!draft.fatalities.known()) {
        draft.fatalities = casualties.dead;
    }
    if (!draft.injured.known()) {
        draft.injured = casualties.injured;
    }
}

} // namespace

void link_casualties(const TaggedText& text, const QuantityReader& reader, std::uint32_t sentence,
                     std::vector<Draft>& drafts, std::vector<Draft>& earlier) {
    const TokenRange range = text.document().sentences()[sentence].tokens;
    const bool any_word = std::any_of(drafts.begin(), drafts.end(), is_casualty);
    if (!any_word && !tells_casualties(text, range)) {
        return;
    }
    const std::uint32_t block = text.document().sentences()[sentence].block;
    std::vector<std::uint32_t> absorbed;
    for (const Casualties& casualties : reader.read(text, sentence)) {
        if (Draft* cause = cause_of(text, casualties.token, drafts)) {
            give(*cause, casualties);
            absorbed.push_back(casualties.token);
            continue;
        }
        const auto own = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& d) {
            return is_casualty(d) && d.extent.begin <= casualties.token && casualties.token < d.extent.end;
        });
        const auto any = own != drafts.end() ? own : std::find_if(drafts.begin(), drafts.end(), is_casualty);
        if (any != drafts.end()) {
            give(*any, casualties);
        } else if (!earlier.empty() && block - earlier.back().block <= 1 && may_cause_casualties(earlier.back().type)) {
            give(earlier.back(), casualties);
        }
    }
    std::erase_if(drafts, [&](const Draft& draft) {
        return is_casualty(draft) && std::any_of(absorbed.begin(), absorbed.end(), [&](std::uint32_t token) {
                   return draft.extent.begin <= token && token < draft.extent.end;
               });
    });
}

} // namespace yaqut::events
