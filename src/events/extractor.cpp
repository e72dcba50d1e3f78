// SPDX-License-Identifier: Apache-2.0
#include "events/extractor.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "events/actors.hpp"
#include "events/assemble.hpp"
#include "events/casualty_links.hpp"
#include "events/cluster.hpp"
#include "events/dates.hpp"
#include "events/land_parts.hpp"
#include "events/place_levels.hpp"
#include "events/places.hpp"
#include "events/quantities.hpp"
#include "events/rules.hpp"
#include "events/triggers.hpp"

namespace yaqut::events {

struct Extractor::LanguageRules {
    explicit LanguageRules(Language language) : rules(language), quantities(language) {}
    Rules rules;
    QuantityReader quantities;
};

namespace {

/// Headings only name what follows, credits and repetitions tell nothing new.
bool tells_events(const text::Block& block) {
    return !block.duplicate && block.kind != text::BlockKind::section_heading && block.kind != text::BlockKind::credit;
}

EventTokens event_tokens(std::span<const Draft> drafts) {
    EventTokens tokens;
    for (const Draft& draft : drafts) {
        if (!has_trait(draft.traits, Trait::casualty)) {
            tokens.push_back(draft.trigger.begin);
        }
    }
    return tokens;
}

/// Teams attack, clash and capture, too: an article full of the words of sport tells no war.
bool is_sport(const TaggedText& text) {
    constexpr std::size_t fewest = 4;
    constexpr std::size_t one_in = 40;
    std::size_t count = 0;
    text.each_marked(WordMark::topic, [&](std::uint32_t token) { count += text.has(token, Cue::sport) ? 1U : 0U; });
    return count >= fewest && count * one_in >= text.size();
}

/// What sport means something else by, or does with no regard to public affairs, unless people come to harm.
bool may_be_play(const Draft& draft) {
    if (draft.fatalities.known() || draft.injured.known()) {
        return false;
    }
    switch (draft.type) {
    case EventType::abduction:
    case EventType::agreement:
    case EventType::appointment:
    case EventType::capture:
    case EventType::crash:
    case EventType::destruction:
    case EventType::flood_storm:
    case EventType::meeting:
    case EventType::release:
    case EventType::sanction:
    case EventType::siege:
    case EventType::visit:
    case EventType::vote:
    case EventType::withdrawal: return true;
    default: return is_violent(draft.type);
    }
}

bool lacks_needed_place(const Draft& draft) {
    const bool stated = draft.place.known() && (draft.place.link == Link::stated || draft.place.link == Link::anaphor);
    return has_trait(draft.traits, Trait::place) && !stated;
}

/// Words that tell no more than that there was violence yield to what else the sentence tells.
void drop_lone(std::vector<Draft>& drafts) {
    const auto lone = [](const Draft& d) { return d.gate == Gate::lone || has_trait(d.traits, Trait::lone); };
    const auto counts = [&](const Draft& d) { return !lone(d) && !has_trait(d.traits, Trait::casualty); };
    if (std::any_of(drafts.begin(), drafts.end(), counts)) {
        std::erase_if(drafts, lone);
    }
}

/// Moves the mentions of one sentence to `drafts`; returns the first of those after it.
std::vector<Draft>::iterator take_sentence(std::vector<Draft>::iterator next, std::vector<Draft>::iterator last,
                                           std::uint32_t sentence, std::vector<Draft>& drafts) {
    const auto end = std::find_if(next, last, [&](const Draft& d) { return d.sentence != sentence; });
    drafts.assign(std::make_move_iterator(next), std::make_move_iterator(end));
    drop_lone(drafts);
    return end;
}

bool worth_reading(const TaggedText& text, std::uint32_t sentence) {
    const SentenceWords& words = text.words_of(sentence);
    const std::uint32_t block = text.document().sentences()[sentence].block;
    return (words.may_tell || words.harm) && tells_events(text.document().blocks()[block]);
}

/// Memory that a worker uses for one text after the other.
struct DraftSpace final : text::WordCache::Facts {
    void forget() override {} // nothing in it belongs to a word

    std::vector<Draft> mentions;
    std::vector<Draft> of_sentence;
    std::vector<Draft> drafts;
};

/// Empty, and not much larger than articles need.
void renew(std::vector<Draft>& drafts) {
    constexpr std::size_t most = 2048;
    drafts.clear();
    if (drafts.capacity() > most) {
        drafts.shrink_to_fit();
    }
}

DraftSpace& draft_space(text::WordCache& words) {
    static const std::uint64_t number = text::WordCache::new_facts_number();
    return static_cast<DraftSpace&>(words.facts(number, [] { return std::make_unique<DraftSpace>(); }));
}

void find_mentions(const TaggedText& text, std::vector<Draft>& drafts) {
    renew(drafts);
    TriggerSpace space;
    for (std::uint32_t sentence = 0; sentence < text.document().sentences().size(); ++sentence) {
        if (text.words_of(sentence).may_tell && worth_reading(text, sentence)) {
            find_triggers(text, sentence, space, drafts);
        }
    }
}

/// Puts the parts of countries behind the mentions.
void add_parts(const TaggedText& text, const std::vector<LandPart>& parts, std::vector<ResolvedToponym>& settled) {
    if (parts.empty()) {
        return;
    }
    if (settled.empty()) {
        settled.assign(text.mentions().begin(), text.mentions().end());
    }
    for (const LandPart& part : parts) {
        settled.push_back(part.part);
    }
}

} // namespace

Extractor::Extractor() : Extractor(GateWeights()) {}

Extractor::Extractor(GateWeights gate) : m_gate(std::move(gate)) {
    for (const Language language : {Language::ar, Language::en, Language::fr}) {
        m_rules[static_cast<std::size_t>(language)] = std::make_unique<const LanguageRules>(language);
    }
}

Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

std::vector<Event> Extractor::extract(const EventContext& context, LinkTrace* trace, GateTrace* gate_trace) const {
    const auto language = static_cast<std::size_t>(context.language);
    if (language >= m_rules.size() || m_rules[language]->rules.empty()) {
        return {};
    }
    const LanguageRules& rules = *m_rules[language];
    WordTags words(context.document, rules.rules);
    if (!words.may_tell) {
        return {};
    }
    TaggedText text(context.document, rules.rules, std::move(words), context.toponyms, context.timexes);
    std::optional<DraftSpace> own;
    text::WordCache* const cache = context.document.words();
    DraftSpace& space = cache == nullptr ? own.emplace() : draft_space(*cache);
    std::vector<Draft>& mentions = space.mentions;
    find_mentions(text, mentions);
    pass_gate(text, m_gate, mentions, gate_trace);
    if (mentions.empty()) {
        return {};
    }
    text.number_other_clauses();
    std::vector<ResolvedToponym> settled = settle_levels(text);
    const std::vector<LandPart> parts = find_land_parts(text);
    add_parts(text, parts, settled);
    if (!settled.empty()) {
        text.reread(settled);
    }
    const PlaceLinker places(text, parts, trace);
    const DateLinker dates(text, context.dct, trace);
    std::vector<Draft>& drafts = space.drafts;
    std::vector<Draft>& sentence_drafts = space.of_sentence;
    renew(drafts);
    renew(sentence_drafts);
    auto next = mentions.begin();
    for (std::uint32_t sentence = 0; sentence < context.document.sentences().size(); ++sentence) {
        if (!worth_reading(text, sentence)) {
            continue;
        }
        next = take_sentence(next, mentions.end(), sentence, sentence_drafts);
        link_casualties(text, rules.quantities, sentence, sentence_drafts, drafts);
        const EventTokens events = event_tokens(sentence_drafts);
        for (Draft& draft : sentence_drafts) {
            places.link(draft, events);
            dates.link(draft);
            find_actors(text, draft);
            draft.attribution = find_attribution(text, sentence, draft.trigger.begin);
        }
        std::erase_if(sentence_drafts, lacks_needed_place);
        dates.share(sentence_drafts);
        places.spread(sentence_drafts);
        std::move(sentence_drafts.begin(), sentence_drafts.end(), std::back_inserter(drafts));
    }
    if (is_sport(text)) {
        std::erase_if(drafts, may_be_play);
    }
    adopt_types(drafts);
    places.infer(drafts);
    dates.inherit(drafts);
    return assemble(context, text, cluster_mentions(text, drafts, trace), trace);
}

} // namespace yaqut::events
