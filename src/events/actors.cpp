// SPDX-License-Identifier: Apache-2.0
#include "events/actors.hpp"

#include <algorithm>

#include "events/triggers.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t search_reach = 12; ///< tokens from the trigger to an actor's first word
constexpr std::uint32_t name_length = 8;   ///< tokens of an actor at most

bool heads_actor(const TaggedText& text, std::uint32_t token) {
    if (text.toponym(token) >= 0) {
        const ToponymUse use = text.toponyms()[static_cast<std::size_t>(text.toponym(token))].mention.use;
        return use == ToponymUse::metonym;
    }
    return text.has(token, Cue::armed) || text.has(token, Cue::title);
}

/// Belongs to the name that begins before it: no verb, preposition, date or mark.
bool continues(const TaggedText& text, std::uint32_t token) {
    if (text[token].punct || text.timex(token) >= 0 || text[token].break_before) {
        return false;
    }
    if (text.has(token, Cue::member_of)) {
        return true;
    }
    constexpr std::array stops{Cue::in,    Cue::on,      Cue::to,  Cue::from,    Cue::against,
                               Cue::light, Cue::ongoing, Cue::say, Cue::witness, Cue::according,
                               Cue::qad,   Cue::be,      Cue::by};
    for (const Cue stop : stops) {
        if (text.has(token, stop)) {
            return false;
        }
    }
    const bool verb = text.has_form(token, FormFlag::verb) && !text.has_form(token, FormFlag::noun);
    return !verb && !text.has_form(token, FormFlag::with_ba);
}

TokenRange name_from(const TaggedText& text, std::uint32_t first, std::uint32_t limit) {
    std::uint32_t end = first + 1;
    while (end < std::min(limit, first + name_length) && continues(text, end)) {
        ++end;
    }
    return {first, end};
}

void add(const TaggedText& text, Draft& draft, TokenRange tokens, std::string_view role) {
    const TextSpan span = text.document().span_of(tokens);
    const auto same = [&](const DraftActor& actor) { return actor.span.overlaps(span); };
    if (!draft.actors.full() && std::none_of(draft.actors.begin(), draft.actors.end(), same)) {
        draft.actors.push_back({span, role});
    }
}

/// The role of a name that stands after the trigger, by what governs it.
std::string_view role_after(const TaggedText& text, const Draft& draft, std::uint32_t token) {
    for (std::uint32_t before = token; before > draft.trigger.begin && token - before < 2; --before) {
        const std::uint32_t t = before - 1;
        if (text.has(t, Cue::against) || text.has(t, Cue::on)) {
            return "target";
        }
        if (text.has(t, Cue::by)) {
            return "attacker";
        }
        if (text.has(t, Cue::between)) {
            return "side";
        }
        if (text.has(t, Cue::light)) {
            return "attacker";
        }
    }
    if (draft.type == EventType::armed_clash) {
        return "side";
    }
    if (!is_violent(draft.type)) {
        return "participant";
    }
    if (has_trait(draft.traits, Trait::casualty)) {
        return "victim";
    }
    return draft.verb ? "attacker" : "target";
}

} // namespace

void find_actors(const TaggedText& text, Draft& draft) {
    const TokenRange sentence = text.document().sentences()[draft.sentence].tokens;
    const std::uint32_t limit = std::min(sentence.end, draft.trigger.end + search_reach);
    for (std::uint32_t token = draft.trigger.end; token < limit; ++token) {
        if (heads_actor(text, token)) {
            const TokenRange name = name_from(text, token, sentence.end);
            add(text, draft, name, role_after(text, draft, token));
            token = name.end - 1;
        }
    }
    const std::uint32_t from =
        draft.trigger.begin > sentence.begin + search_reach ? draft.trigger.begin - search_reach : sentence.begin;
    for (std::uint32_t token = draft.trigger.begin; token > from; --token) {
        const std::uint32_t before = token - 1;
        if (text[before].punct && text[before].break_before) {
            break;
        }
        if (heads_actor(text, before) && (before == sentence.begin || !text.has(before - 1, Cue::in))) {
            const std::string_view role = is_violent(draft.type) ? "attacker" : "participant";
            add(text, draft, name_from(text, before, draft.trigger.begin), role);
            break;
        }
    }
}

TextSpan find_attribution(const TaggedText& text, std::uint32_t sentence, std::uint32_t trigger) {
    const text::Document& document = text.document();
    const TokenRange tokens = document.sentences()[sentence].tokens;
    constexpr std::uint32_t reach = 60;
    const std::uint32_t from = trigger > tokens.begin + reach ? trigger - reach : tokens.begin;
    const std::uint32_t limit = std::min(tokens.end, trigger + reach);
    for (std::uint32_t token = from; token < limit; ++token) {
        const bool quoted = text.has(token, Cue::according) || (text.has(token, Cue::say) && token < trigger);
        if (!quoted) {
            continue;
        }
        const std::uint32_t first = token + text[token].length;
        std::uint32_t end = first;
        while (end < std::min(tokens.end, first + name_length) && !text[end].punct && !text[end].break_before &&
               text.timex(end) < 0) {
            ++end;
        }
        if (end > first && end - first < name_length) {
            return document.span_of({first, end});
        }
    }
    return {};
}

} // namespace yaqut::events
