// SPDX-License-Identifier: Apache-2.0
// What a word needs beside it to tell an event rather than to mention one.
#include <algorithm>

#include "events/status_words.hpp"
#include "events/triggers.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t gate_reach = 4;   ///< tokens to a light verb
constexpr std::uint32_t place_reach = 5;  ///< tokens to a place after the noun
constexpr std::uint32_t office_reach = 6; ///< tokens from a verb of coming and going to the title of its subject
constexpr std::uint32_t side_reach = 6;   ///< tokens to the armed side that fought
constexpr std::uint32_t wide_reach = 60;  ///< tokens to casualties or a date in the sentence

} // namespace

namespace {

/// Where a light verb may stand before the noun: places and dates between them do not count.
std::uint32_t carrier_begin(const TaggedText& text, std::uint32_t first, std::uint32_t begin) {
    std::uint32_t token = first;
    for (std::uint32_t left = gate_reach; token > begin && left > 0; --token) {
        left -= text.toponym(token - 1) < 0 && text.timex(token - 1) < 0 ? 1U : 0U;
    }
    return token;
}

/// A light verb near the noun, or a word like "during" or "after" before it.
bool is_carried(const TaggedText& text, const Draft& draft, TokenRange sentence, const CueSet& cues) {
    if (!cues.has_any({Cue::light, Cue::witness, Cue::amid, Cue::in})) {
        return false;
    }
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t from = carrier_begin(text, first, sentence.begin);
    const std::uint32_t to = std::min(sentence.end, draft.extent.end + gate_reach);
    for (std::uint32_t token = from; token < to; ++token) {
        if (text.has(token, Cue::light) || text.has(token, Cue::witness)) {
            return true;
        }
    }
    if (first == sentence.begin) {
        return false;
    }
    if (text.has(first - 1, Cue::amid)) {
        return true;
    }
    for (std::uint32_t token = from; token < first && text.has(first - 1, Cue::in); ++token) {
        if (text[token].casualty_word || text.has(token, Cue::injury) || text.has(token, Cue::person)) {
            return true; // killed ... in an attack
        }
    }
    return false;
}

/// A number or victims directly after the noun.
bool is_counted(const TaggedText& text, const Draft& draft, TokenRange sentence) {
    const bool casualty = has_trait(draft.traits, Trait::casualty) || draft.type == EventType::arrest;
    for (std::uint32_t token = draft.extent.end; token < std::min(sentence.end, draft.extent.end + 3); ++token) {
        const bool number = text.document().token(token).kind == text::TokenKind::number && text.timex(token) < 0;
        const bool victims = casualty && (text.has(token, Cue::person) || text.has(token, Cue::title));
        const bool word = !casualty && text.has(token, Cue::count_word);
        if (number || word || victims || text.has(token, Cue::several) || text.has(token, Cue::tens) ||
            text.has(token, Cue::hundreds)) {
            return true;
        }
    }
    return false;
}

/// "Fighting between the army and gunmen", "battles against the rebels": who fought whom is told of what happened.
bool names_sides(const TaggedText& text, const Draft& draft, TokenRange sentence) {
    if (draft.type != EventType::armed_clash && draft.type != EventType::riot) {
        return false;
    }
    const std::uint32_t reach = std::min(sentence.end, draft.extent.end + side_reach);
    bool opposed = false;
    for (std::uint32_t token = draft.extent.end; token < reach && !text[token].punct; ++token) {
        opposed |= text.has(token, Cue::between) || text.has(token, Cue::against);
        if (opposed && text.has(token, Cue::armed)) {
            return true;
        }
    }
    return false;
}

bool has_place_after(const TaggedText& text, const Draft& draft, TokenRange sentence) {
    const std::uint32_t reach = std::min(sentence.end, draft.extent.end + place_reach);
    for (std::uint32_t token = draft.extent.end; token < reach && !text[token].punct; ++token) {
        const std::int32_t toponym = text.toponym(token);
        if (text.has(token, Cue::anaphor_city) || text.has(token, Cue::anaphor_country) ||
            text.has(token, Cue::there)) {
            return true;
        }
        if (toponym >= 0 && text.toponyms()[static_cast<std::size_t>(toponym)].mention.use == ToponymUse::location) {
            return true;
        }
    }
    return false;
}

} // namespace

namespace {

/// The day after a verb of saying is that of the telling and makes no event of what is told.
bool dates_speech(const TaggedText& text, std::uint32_t token) {
    constexpr std::uint32_t reach = 8;
    const TokenRange sentence = text.document().sentences()[text.document().sentence_of(token)].tokens;
    for (std::uint32_t t = token; t > sentence.begin && token - t < reach; --t) {
        if (text.has(t - 1, Cue::say)) {
            return true;
        }
        if (text[t - 1].event_word || text[t - 1].casualty_word || text.has(t - 1, Cue::that)) {
            return false;
        }
    }
    return false;
}

bool is_dated(const TaggedText& text, const Draft& draft, TokenRange sentence) {
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t from = std::max(sentence.begin, first - std::min(first, wide_reach));
    const std::uint32_t to = std::min(sentence.end, draft.extent.end + wide_reach);
    for (std::uint32_t token = from; token < to; ++token) {
        if (text.timex(token) >= 0 && text.breaks_between(token, first) <= 1 && !dates_speech(text, token)) {
            return true;
        }
    }
    return false;
}

bool tells_victims(const TaggedText& text, const Draft& draft, TokenRange sentence) {
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t from = std::max(sentence.begin, first - std::min(first, wide_reach));
    const std::uint32_t to = std::min(sentence.end, draft.extent.end + wide_reach);
    for (std::uint32_t token = from; token < to; ++token) {
        if (text.has(token, Cue::dead) || text.has(token, Cue::wounded)) {
            return true;
        }
    }
    return false;
}

/// A minister, a delegation: whose coming and going is news.
bool has_office(const TaggedText& text, const Draft& draft, TokenRange sentence) {
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t from = first > sentence.begin + office_reach ? first - office_reach : sentence.begin;
    const std::uint32_t to = std::min(sentence.end, draft.extent.end + office_reach);
    for (std::uint32_t token = from; token < to; ++token) {
        if (text.has(token, Cue::title) || text.has(token, Cue::guest)) {
            return true;
        }
    }
    return false;
}

} // namespace

SentenceCues read_cues(const TaggedText& text, std::uint32_t sentence) {
    SentenceCues found;
    const TokenRange tokens = text.document().sentences()[sentence].tokens;
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
        found.cues |= text.cues(token);
        found.timed |= text.timex(token) >= 0;
    }
    return found;
}

GateSigns read_signs(const TaggedText& text, const Draft& draft, const SentenceCues& cues) {
    const TokenRange sentence = sentence_of(text, draft);
    GateSigns signs;
    signs.carried = !draft.verb && is_carried(text, draft, sentence, cues.cues);
    signs.counted = !draft.verb && is_counted(text, draft, sentence);
    signs.place_after = has_place_after(text, draft, sentence);
    signs.sides = cues.cues.has(Cue::armed) && names_sides(text, draft, sentence);
    signs.dated = cues.timed && is_dated(text, draft, sentence);
    signs.victims = cues.cues.has_any({Cue::dead, Cue::wounded}) && tells_victims(text, draft, sentence);
    signs.office = cues.cues.has_any({Cue::title, Cue::guest}) && has_office(text, draft, sentence);
    return signs;
}

bool is_weak(const Draft& draft, const GateSigns& signs) {
    const bool strong = draft.gate == Gate::strong || draft.status == EventStatus::planned;
    if (strong || draft.headline || draft.ongoing || draft.ended || (draft.verb && draft.gate != Gate::weak)) {
        return false;
    }
    if (draft.verb) {
        return !signs.office && !signs.dated;
    }
    if (draft.gate == Gate::lone || has_trait(draft.traits, Trait::lone)) {
        return !signs.carried && !(sphere_of(draft.type) != Sphere::politics && signs.place_after);
    }
    return !signs.any_of_noun();
}

} // namespace yaqut::events
