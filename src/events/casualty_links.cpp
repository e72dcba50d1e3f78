// SPDX-License-Identifier: Apache-2.0
#include "events/casualty_links.hpp"

#include <algorithm>
#include <span>

#include "core/scratch.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t cause_reach = 60; ///< tokens between a casualty and its cause
constexpr int per_break = 6;
constexpr std::uint32_t own_place_reach = 10; ///< tokens from a word of killing to the place of the killing

bool is_casualty(const Draft& draft) { return has_trait(draft.traits, Trait::casualty); }

/// The first place after the token that the clause gives with a preposition; -1 when there is none.
std::int32_t place_after(const TaggedText& text, std::uint32_t token, std::uint32_t end) {
    bool in = false;
    for (std::uint32_t t = token + 1; t < std::min(end, token + own_place_reach) && !text[t].break_before; ++t) {
        const std::int32_t toponym = text.toponym(t);
        in |= text.has(t, Cue::in);
        if (toponym < 0) {
            continue;
        }
        const ToponymMention& mention = text.toponyms()[static_cast<std::size_t>(toponym)].mention;
        const bool placed = in || has_cue(mention.cues, MentionCue::locative);
        return placed && mention.use == ToponymUse::location ? toponym : -1;
    }
    return -1;
}

bool same_place(const TaggedText& text, std::int32_t a, std::int32_t b) {
    const ResolvedToponym& first = text.toponyms()[static_cast<std::size_t>(a)];
    const ResolvedToponym& second = text.toponyms()[static_cast<std::size_t>(b)];
    return !first.place || !second.place || first.place->id == second.place->id;
}

/// "They broke up a march in one town, and doctors said that a man was killed in another": told side by side, each with
/// a place of its own.
bool stands_apart(const TaggedText& text, const Draft& cause, std::uint32_t token, std::uint32_t end) {
    if (token < cause.trigger.begin || text.breaks_between(token, cause.trigger.begin) == 0) {
        return false;
    }
    const std::int32_t here = place_after(text, token, end);
    const std::int32_t there = here < 0 ? -1 : place_after(text, cause.trigger.begin, token);
    return there >= 0 && !same_place(text, here, there);
}

/// "87 were killed in the town, while the rebels retook another": two stories in one sentence.
bool contrasted(const TaggedText& text, std::uint32_t a, std::uint32_t b) {
    for (std::uint32_t t = std::min(a, b) + 1; t < std::max(a, b); ++t) {
        if (text.has(t, Cue::meanwhile)) {
            return true;
        }
    }
    return false;
}

/// The event of the sentence that these casualties come from: the nearest, counting clause boundaries as distance.
Draft* cause_of(const TaggedText& text, std::uint32_t token, bool dead, std::vector<Draft>& drafts) {
    Draft* best = nullptr;
    int best_distance = static_cast<int>(cause_reach);
    for (Draft& draft : drafts) {
        if (dead && draft.type == EventType::protest) {
            continue; // those who march are killed by somebody: that is told as a killing
        }
        const bool harmless = !may_cause_casualties(draft.type) || draft.status == EventStatus::planned;
        const bool gain = draft.type == EventType::capture || draft.type == EventType::destruction;
        if (is_casualty(draft) || harmless || (gain && contrasted(text, token, draft.trigger.begin))) {
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
    draft.missing = refined(draft.missing, casualties.missing);
    draft.displaced = refined(draft.displaced, casualties.displaced);
}

/// Where the drafts tell of people leaving home, in order.
ScratchVector<std::uint32_t> leaving_in(std::span<const Draft> drafts) {
    ScratchVector<std::uint32_t> tokens;
    for (const Draft& draft : drafts) {
        if (draft.type == EventType::displacement) {
            tokens.push_back(draft.trigger.begin);
        }
    }
    std::sort(tokens.begin(), tokens.end());
    return tokens;
}

/// Displaced people belong to what is told of their leaving, here or in the event told last: without it, they may have
/// left for another reason.
void give_displaced(const Casualties& casualties, std::vector<Draft>& drafts, Draft* last) {
    const auto leaving = [](const Draft& draft) { return draft.type == EventType::displacement; };
    const auto here = std::find_if(drafts.begin(), drafts.end(),
                                   [&](const Draft& draft) { return leaving(draft) && !draft.displaced.known(); });
    if (here != drafts.end()) {
        give(*here, casualties);
    } else if (last != nullptr && leaving(*last) && std::none_of(drafts.begin(), drafts.end(), leaving)) {
        give(*last, casualties);
    }
}

} // namespace

void link_casualties(const TaggedText& text, const QuantityReader& reader, std::uint32_t sentence,
                     std::vector<Draft>& drafts, std::vector<Draft>& earlier) {
    const TokenRange range = text.document().sentences()[sentence].tokens;
    const bool any_word = std::any_of(drafts.begin(), drafts.end(), is_casualty);
    const ScratchVector<std::uint32_t> leaving = leaving_in(drafts);
    if (!any_word && leaving.empty() && !text.words_of(sentence).harm) {
        return;
    }
    const std::uint32_t block = text.document().sentences()[sentence].block;
    Draft* const last = earlier.empty() || block - earlier.back().block > 1 ? nullptr : &earlier.back();
    if (drafts.empty() && last == nullptr) {
        return; // nothing that they could belong to
    }
    std::vector<std::uint32_t> absorbed;
    for (const Casualties& casualties : reader.read(text, sentence, leaving)) {
        if (casualties.displaced.known()) {
            give_displaced(casualties, drafts, last);
            continue;
        }
        Draft* cause = cause_of(text, casualties.token, casualties.dead.known(), drafts);
        if (cause != nullptr && !stands_apart(text, *cause, casualties.token, range.end)) {
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
        } else if (last != nullptr && may_cause_casualties(last->type)) {
            give(*last, casualties);
        }
    }
    std::erase_if(drafts, [&](const Draft& draft) {
        return is_casualty(draft) && std::any_of(absorbed.begin(), absorbed.end(), [&](std::uint32_t token) {
                   return draft.extent.begin <= token && token < draft.extent.end;
               });
    });
}

} // namespace yaqut::events
