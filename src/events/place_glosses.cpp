// SPDX-License-Identifier: Apache-2.0
// Names that tell where another place is, where somebody comes from or whose office it is: no scenes of events.
#include <algorithm>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

constexpr double beside_km = 40.0;
constexpr std::uint32_t well_known = 500'000; ///< people of a town that needs no word beside its name
constexpr std::uint32_t longest_phrase = 4;   ///< tokens
constexpr std::uint32_t gloss_reach = 12;     ///< tokens from a place to the words that tell where it lies
constexpr std::uint32_t phone_reach = 8;      ///< tokens from a talk to "on the telephone"
constexpr std::uint32_t native_reach = 2;     ///< tokens from "born in" to the name
constexpr std::uint32_t clock_reach = 4;      ///< tokens from "local time" to the name

} // namespace

/// Tokens of the phrase of the group that ends before the token; 0 when none does.
std::uint32_t PlaceLinker::phrase_before(std::uint32_t token, std::uint32_t begin, Cue cue) const {
    for (std::uint32_t length = 1; length <= longest_phrase && begin + length <= token; ++length) {
        const std::uint32_t first = token - length;
        if (m_text[first].length == length && m_text.has(first, cue)) {
            return length;
        }
    }
    return 0;
}

/// A place is named shortly before the token, in its sentence; the gazetteer need not know it.
bool PlaceLinker::names_place(std::uint32_t token, std::uint32_t begin) const {
    for (std::uint32_t t = token; t > begin && token - t < gloss_reach; --t) {
        const std::int32_t toponym = m_text.toponym(t - 1);
        if (toponym >= 0 && toponym_of(toponym).mention.use == ToponymUse::location) {
            return true;
        }
    }
    return false;
}

/// "Durayhimi, south of the port", "the valley near the capital", "a village that lies east of the town": says where
/// the place before it is.
bool PlaceLinker::is_gloss(const Site& site) const {
    const std::uint32_t begin = m_text.document().sentences()[site.sentence].tokens.begin;
    std::uint32_t t = site.tokens.begin;
    while (t > begin && m_text.has(t - 1, Cue::direction)) {
        --t;
    }
    const std::uint32_t near = phrase_before(t, begin, Cue::beside);
    const bool directed = t < site.tokens.begin;
    t -= near;
    if ((!directed && near == 0) || t <= begin) {
        return false;
    }
    if (phrase_before(t, begin, Cue::lies) > 0) {
        return names_place(t, begin);
    }
    if (m_sites.empty() || m_sites.back().sentence != site.sentence) {
        return false;
    }
    if (directed && near == 0) {
        return m_text.toponym(t - 1) >= 0 || m_text[t - 1].punct;
    }
    // In a country or a province, what is near the town is no gloss of it.
    const ResolvedToponym& before = toponym_of(m_sites.back().toponym);
    const bool apposed = m_text.toponym(t - 1) == m_sites.back().toponym;
    return place_rank(before) >= 2 && (apposed || same_area(before, toponym_of(site.toponym), beside_km));
}

/// The event is near the place rather than in it.
bool PlaceLinker::is_around(const Site& site) const {
    const std::uint32_t begin = m_text.document().sentences()[site.sentence].tokens.begin;
    const std::uint32_t first = site.tokens.begin;
    return (first > begin && m_text.has(first - 1, Cue::direction)) || phrase_before(first, begin, Cue::beside) > 0;
}

/// المدينة is Medina only in an article that names another place of its country; "the airport of the city" else.
bool PlaceLinker::is_the_town(const ResolvedToponym& toponym) const {
    const TokenRange tokens = toponym.mention.tokens;
    const std::uint32_t last = tokens.end - 1;
    const bool word = m_text.has(last, Cue::anaphor_city) && m_text.has_form(last, FormFlag::definite);
    if (!word || tokens.size() > 2 || !toponym.place || toponym.place->country.empty()) {
        return false;
    }
    if (toponym.mention.descriptor.empty() && toponym.place->population < well_known) {
        return true;
    }
    return std::none_of(m_text.toponyms().begin(), m_text.toponyms().end(), [&](const ResolvedToponym& other) {
        return other.place && other.place->country == toponym.place->country && other.place->id != toponym.place->id &&
               other.mention.span.begin != toponym.mention.span.begin;
    });
}

/// "Born in", "a native of"; "at noon local time in the town".
bool PlaceLinker::is_no_scene(const Site& site) const {
    return follows(site, Cue::native, native_reach) || follows(site, Cue::clock, clock_reach);
}

/// "The battle of the coast", "the attack on the town": the event whose noun stands directly before the name.
std::optional<EventType> PlaceLinker::claimant(const Site& site) const {
    const std::uint32_t begin = m_text.document().sentences()[site.sentence].tokens.begin;
    std::uint32_t t = site.tokens.begin;
    if (t > begin && (m_text.has(t - 1, Cue::on) || m_text.has(t - 1, Cue::against))) {
        --t;
    }
    if (t == begin || !m_text[t - 1].event_word) {
        return std::nullopt;
    }
    for (const Sense& sense : m_text.senses(t - 1)) {
        const TriggerRule* rule = m_text.rules().trigger(sense.group);
        if (rule != nullptr && has_flag(sense.flags, FormFlag::noun)) {
            return rule->type;
        }
    }
    return std::nullopt;
}

/// "Met to discuss the fighting in the province": what is talked about.
bool PlaceLinker::is_matter(const Draft& draft, const Site& site) const {
    if (draft.type != EventType::meeting && draft.type != EventType::agreement) {
        return false;
    }
    for (std::uint32_t t = draft.trigger.end; t < site.tokens.begin; ++t) {
        if (m_text.has(t, Cue::matter)) {
            return true;
        }
    }
    return false;
}

/// "Discussed on the telephone": nowhere.
bool PlaceLinker::is_by_phone(const Draft& draft) const {
    const TokenRange sentence = m_text.document().sentences()[draft.sentence].tokens;
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t from = std::max(sentence.begin, first - std::min(first, phone_reach));
    const std::uint32_t to = std::min(sentence.end, draft.extent.end + phone_reach);
    for (std::uint32_t t = from; draft.type == EventType::meeting && t < to; ++t) {
        if (m_text.has(t, Cue::phone)) {
            return true;
        }
    }
    return false;
}

} // namespace yaqut::events
