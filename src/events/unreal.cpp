// SPDX-License-Identifier: Apache-2.0
// Events that the text speaks of without telling that they happened.
#include <algorithm>
#include <array>
#include <utility>

#include "events/status_words.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t list_reach = 24;      ///< tokens from a demand to the last thing demanded
constexpr std::uint32_t outlook_reach = 8;    ///< tokens from a noun to its verb
constexpr std::uint32_t goal_reach = 3;       ///< tokens from "the battle for" to what is fought for
constexpr std::uint32_t condition_reach = 10; ///< tokens from a verb to its condition
constexpr std::uint32_t wide_reach = 60;      ///< tokens to a date in the sentence
constexpr CueSet wishes{Cue::call, Cue::threat, Cue::accusation, Cue::wish};

bool is_question(const TaggedText& text, const Draft& draft) {
    const TokenRange sentence = sentence_of(text, draft);
    for (std::uint32_t token = sentence.end; token > sentence.begin && token + 2 > sentence.end; --token) {
        if (text.document().strict(text.document().token(token - 1)) == "?") {
            return true;
        }
    }
    return false;
}

/// "must that the forces withdraw": the duty or condition stands before the conjunction that opens the clause.
bool is_governed(const TaggedText& text, const Draft& draft, std::uint32_t begin) {
    const std::uint32_t start = sentence_of(text, draft).begin;
    if (!text.has(begin, Cue::that) || begin == start) {
        return false;
    }
    const std::uint32_t near = begin > start + 3 ? begin - 3 : start;
    const bool wished = draft.verb && has_flag(draft.flags, FormFlag::present) && // "he hopes that they meet"
                        any_before(text, near, begin, wishes);
    return wished || any_before(text, near, begin, {Cue::necessity, Cue::hypothetical, Cue::purpose, Cue::avert});
}

/// "Perhaps the army will launch an attack": قد before the present of the carrying verb.
bool is_doubtful(const TaggedText& text, const Draft& draft, const Front& front) {
    if (draft.verb || !front.clause.has(Cue::qad)) {
        return false;
    }
    for (std::uint32_t token = front.begin + 1; token < draft.extent.begin; ++token) {
        if (text.has(token - 1, Cue::qad) && text.has_form(token, FormFlag::present)) {
            return true;
        }
    }
    return false;
}

/// "They kept the minister from visiting the school": the verb may stand far before من.
bool is_prevented(const TaggedText& text, const Draft& draft, const CueSet& before) {
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t start = sentence_of(text, draft).begin;
    if (draft.verb || !before.has(Cue::prevent) || !text.has(first - 1, Cue::from)) {
        return false;
    }
    for (std::uint32_t token = first - 1; token > start && first - token < far_governor_reach; --token) {
        if (text.has(token, Cue::relative) || text.has(token, Cue::that)) {
            return false;
        }
        if (text.has(token - 1, Cue::prevent)) {
            return true;
        }
    }
    return false;
}

/// "The absence of raids": عدم before a verbal noun tells what does not happen, not that it did not.
bool is_absent(const TaggedText& text, const Draft& draft, const CueSet& before) {
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t start = sentence_of(text, draft).begin;
    if (draft.verb || !before.has(Cue::absence)) {
        return false;
    }
    for (std::uint32_t token = first; token > start && first - token < 3; --token) {
        if (text.has(token - 1, Cue::absence)) {
            return true;
        }
    }
    return false;
}

/// "Charges made ready for blowing up": ل after what is prepared or meant for it.
bool is_prepared(const TaggedText& text, const Draft& draft) {
    const std::uint32_t first = draft.extent.begin;
    return has_flag(draft.flags, FormFlag::with_lam) && first > sentence_of(text, draft).begin &&
           text.has(first - 1, Cue::prepared);
}

/// عندما يصل, in the present: when(ever) it happens, not that it did.
bool is_habit(const TaggedText& text, const Draft& draft) {
    const std::uint32_t first = draft.extent.begin;
    return draft.verb && has_flag(draft.flags, FormFlag::present) && first > sentence_of(text, draft).begin &&
           text.has(first - 1, Cue::whenever);
}

/// "Possible strikes": the doubt stands after the Arabic noun and its adjective.
bool is_possible(const TaggedText& text, const Draft& draft) {
    if (draft.verb || text.rules().language() != Language::ar) {
        return false;
    }
    const std::uint32_t end = std::min(sentence_of(text, draft).end, draft.extent.end + 3);
    for (std::uint32_t token = draft.extent.end; token < end && !text[token].punct && text.timex(token) < 0; ++token) {
        if (text.has(token, Cue::possible)) {
            return true;
        }
    }
    return false;
}

/// "The crossing costs the lives of thousands": what comes of it as a rule; a date would make it news.
bool is_regular_result(const TaggedText& text, const Draft& draft, const CueSet& before) {
    const std::uint32_t first = draft.extent.begin;
    const TokenRange sentence = sentence_of(text, draft);
    if (draft.verb || !before.has(Cue::general_result)) {
        return false;
    }
    for (std::uint32_t token = first; token > sentence.begin && first - token < 3; --token) {
        if (!text.has(token - 1, Cue::general_result)) {
            continue;
        }
        const auto dated = [&](std::uint32_t t) { return text.timex(t) >= 0; };
        std::uint32_t t = sentence.begin;
        while (t < std::min(sentence.end, first + wide_reach) && !dated(t)) {
            ++t;
        }
        return t == std::min(sentence.end, first + wide_reach);
    }
    return false;
}

bool is_location(const TaggedText& text, std::uint32_t token) {
    const std::int32_t toponym = text.toponym(token);
    return toponym >= 0 && text.toponyms()[static_cast<std::size_t>(toponym)].mention.use == ToponymUse::location;
}

/// "Does not target civilians", "the mercenaries who fight the army": what is said to be so in general. A place or a
/// date makes it news.
bool is_general(const TaggedText& text, const Draft& draft) {
    const std::uint32_t first = draft.extent.begin;
    if (!draft.verb || !has_flag(draft.flags, FormFlag::present) || first == sentence_of(text, draft).begin) {
        return false;
    }
    if (text.has(first - 1, Cue::generic_no)) {
        return true;
    }
    if (text.rules().language() != Language::ar || !text.has(first - 1, Cue::relative)) {
        return false;
    }
    const bool fights = draft.type == EventType::armed_clash; // "the groups that fight in the province": who they are
    const TokenRange sentence = sentence_of(text, draft);
    for (std::uint32_t token = first; token < std::min(sentence.end, first + wide_reach); ++token) {
        const bool here = text.breaks_between(first, token) == 0;
        if (here && (text.timex(token) >= 0 || (!fights && is_location(text, token)))) {
            return false;
        }
    }
    return true;
}

/// "The battle will teach them", "the recapture would be": a noun whose verb speaks of what is to come.
bool is_outlook(const TaggedText& text, const Draft& draft) {
    const bool act = sphere_of(draft.type) == Sphere::violence;
    if (draft.verb || !act || draft.headline) {
        return false;
    }
    const std::uint32_t first = draft.extent.begin;
    if (first > sentence_of(text, draft).begin && text.has(first - 1, Cue::would)) {
        return true;
    }
    const std::uint32_t end = std::min(sentence_of(text, draft).end, draft.extent.end + outlook_reach);
    for (std::uint32_t token = draft.extent.end; token < end && !text[token].punct; ++token) {
        if (text.has(token, Cue::that) || text.has(token, Cue::relative) || text.timex(token) >= 0) {
            return false;
        }
        const bool perhaps = text.has(token, Cue::qad) && token + 1 < end && // "may lead to"
                             text.document().loose(text.document().token(token + 1)).starts_with("ي");
        if (perhaps || text.has(token, Cue::would)) {
            return true;
        }
    }
    return false;
}

/// "The battle for control of the province", "going on with the liberation": what is fought for has not come about.
bool is_goal(const TaggedText& text, const Draft& draft, const CueSet& before) {
    const std::uint32_t start = sentence_of(text, draft).begin;
    const std::uint32_t first = draft.extent.begin;
    if (draft.verb || draft.type != EventType::capture || has_flag(draft.flags, FormFlag::with_lam) ||
        !before.has(Cue::goal_of)) {
        return false;
    }
    for (std::uint32_t token = first; token > start && first - token < goal_reach && !text[token - 1].punct; --token) {
        if (text.has(token - 1, Cue::goal_of)) {
            return true;
        }
    }
    return false;
}

/// "War crimes", "rules of engagement", "a solution to the conflict": the war as such, no fighting told.
bool is_of_war(const TaggedText& text, const Draft& draft) {
    const std::uint32_t first = draft.extent.begin;
    return draft.type == EventType::armed_clash && !draft.verb && has_flag(draft.flags, FormFlag::definite) &&
           first > sentence_of(text, draft).begin && text.has(first - 1, Cue::war_frame);
}

/// "Will withdraw if": a threat or a promise.
bool is_conditional(const TaggedText& text, const Draft& draft) {
    if (!draft.verb || !has_flag(draft.flags, FormFlag::future)) {
        return false;
    }
    const std::uint32_t end = std::min(sentence_of(text, draft).end, draft.extent.end + condition_reach);
    for (std::uint32_t token = draft.extent.end; token < end; ++token) {
        if (text.has(token, Cue::condition)) {
            return true;
        }
    }
    return false;
}

/// "To demand the hand-over of ... and the release of ...": the second of two demands stands far from its verb.
bool shares_call(const TaggedText& text, const Draft& draft, const CueSet& before) {
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t start = sentence_of(text, draft).begin;
    const bool linked = text[first].conjoined || (first > start && text[first - 1].conjoined); // "and to a truce"
    if (draft.verb || !linked || !before.has_any(wishes)) {
        return false;
    }
    for (std::uint32_t token = first; token > start && first - token < list_reach; --token) {
        if (text.cues(token - 1).has_any(wishes)) {
            return true;
        }
        if (text.has(token - 1, Cue::that) || text.has(token - 1, Cue::relative) ||
            text.has_form(token - 1, FormFlag::past)) {
            return false;
        }
    }
    return false;
}

/// "Talks about a ceasefire": what is still to be agreed on.
bool is_sought(const TaggedText& text, const Draft& draft) {
    switch (draft.type) {
    case EventType::agreement:
    case EventType::ceasefire:
    case EventType::withdrawal:
    case EventType::release:
    case EventType::sanction: return !draft.headline && is_topic(text, draft);
    default: return false;
    }
}

/// What the shape of the mention itself and the word beside it say. In the order in which they count.
Refusal refused_beside(const TaggedText& text, const Draft& draft, const Front& front) {
    Refusal why = Refusal::none;
    const auto is = [&](bool holds, Refusal refusal) {
        why = holds ? refusal : Refusal::none;
        return holds;
    };
    const CueSet& far = front.far;
    (void)(is(is_question(text, draft), Refusal::question) ||
           is(front.clause.has(Cue::commemoration), Refusal::commemoration) ||
           is(is_governed(text, draft, front.begin), Refusal::governed) ||
           is(is_doubtful(text, draft, front), Refusal::doubtful) || is(is_habit(text, draft), Refusal::habit) ||
           is(is_general(text, draft), Refusal::general) || is(is_possible(text, draft), Refusal::possible) ||
           is(is_regular_result(text, draft, far), Refusal::regular_result) ||
           is(is_prevented(text, draft, far), Refusal::prevented) || is(is_absent(text, draft, far), Refusal::absent) ||
           is(is_prepared(text, draft), Refusal::prepared) || is(is_sought(text, draft), Refusal::sought) ||
           is(is_outlook(text, draft), Refusal::outlook) || is(is_goal(text, draft, far), Refusal::goal) ||
           is(is_of_war(text, draft), Refusal::of_war) || is(is_conditional(text, draft), Refusal::condition));
    return why;
}

/// What governs it from the front of its clause.
Refusal refused_before(const TaggedText& text, const Draft& draft, const Front& front) {
    const std::uint32_t begin = front.begin;
    const std::uint32_t first = draft.extent.begin;
    const bool past_verb =
        draft.verb && has_flag(draft.flags, FormFlag::past) && has_flag(draft.flags, FormFlag::marked);
    const std::uint32_t near = first > begin + 5 ? first - 5 : begin;
    const bool fled = first > begin && text.has(first - 1, Cue::from); // "they try to flee from the fighting"
    const bool may_try = fled || draft.type == EventType::assassination || is_tried(draft.type);
    if (!may_try && front.clause.has(Cue::attempt) && any_before(text, near, first, {Cue::attempt})) {
        return Refusal::tried;
    }
    constexpr std::array<std::pair<Cue, Refusal>, 5> of_all{{{Cue::necessity, Refusal::necessary},
                                                             {Cue::purpose, Refusal::purpose},
                                                             {Cue::charged, Refusal::charged},
                                                             {Cue::avert, Refusal::averted},
                                                             {Cue::hypothetical, Refusal::hypothetical}}};
    constexpr std::array<std::pair<Cue, Refusal>, 4> of_untold{{{Cue::call, Refusal::called},
                                                                {Cue::threat, Refusal::threatened},
                                                                {Cue::accusation, Refusal::alleged},
                                                                {Cue::wish, Refusal::wished}}};
    const auto governs = [&](const auto& pair) { return front.clause.has(pair.first); };
    if (const auto found = std::find_if(of_all.begin(), of_all.end(), governs); found != of_all.end()) {
        return found->second;
    }
    const auto found = past_verb ? of_untold.end() : std::find_if(of_untold.begin(), of_untold.end(), governs);
    if (found != of_untold.end()) {
        return found->second;
    }
    return shares_call(text, draft, front.far) ? Refusal::called : Refusal::none;
}

} // namespace

Refusal why_unreal(const TaggedText& text, const Draft& draft, const Front& front) {
    const Refusal beside = refused_beside(text, draft, front);
    if (beside != Refusal::none) {
        return beside;
    }
    if (!set_apart(text, draft, front.begin) && !draft.headline) {
        const Refusal before = refused_before(text, draft, front);
        if (before != Refusal::none) {
            return before;
        }
    }
    const std::uint32_t first = draft.extent.begin; // قد before the imperfect: perhaps.
    const bool maybe =
        draft.verb && has_flag(draft.flags, FormFlag::present) && first > front.begin && text.has(first - 1, Cue::qad);
    return maybe ? Refusal::doubtful : Refusal::none;
}

} // namespace yaqut::events
