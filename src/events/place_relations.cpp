// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "events/places.hpp"
#include "spatial/geodesic.hpp"

namespace yaqut::events {

namespace {

constexpr float per_token = 0.3F;
constexpr float per_comma = 1.5F;
constexpr float per_break = 2.5F;
constexpr float per_quotation = 3.0F;
constexpr float per_event = 4.0F; ///< another event's trigger stands between

float apart(const TaggedText& text, const Draft& draft, const Site& site) {
    const int commas = text.commas_between(draft.trigger.begin, site.tokens.begin);
    const int breaks = text.breaks_between(draft.trigger.begin, site.tokens.begin) - commas;
    return per_comma * static_cast<float>(commas) + per_break * static_cast<float>(breaks);
}

bool takes_object_place(EventType type) {
    switch (type) {
    case EventType::visit:
    case EventType::capture:
    case EventType::siege:
    case EventType::airstrike:
    case EventType::shelling:
    case EventType::armed_clash:
    case EventType::raid:
    case EventType::attack:
    case EventType::destruction: return true;
    default: return false;
    }
}

bool is_target_type(EventType type) {
    switch (type) {
    case EventType::visit:
    case EventType::mobilize:
    case EventType::aid:
    case EventType::raid:
    case EventType::displacement: return true;
    default: return false;
    }
}

} // namespace

bool supplies_place(const ResolvedToponym& toponym) {
    constexpr MentionCue barred = MentionCue::title_complement | MentionCue::origin | MentionCue::dateline |
                                  MentionCue::credit | MentionCue::region_gloss | MentionCue::offset_anchor |
                                  MentionCue::reporter_base;
    const ToponymMention& mention = toponym.mention;
    return mention.use == ToponymUse::location && !has_cue(mention.cues, barred) &&
           (toponym.place.has_value() || toponym.location.has_value());
}

int place_rank(const ResolvedToponym& toponym) {
    if (!toponym.place) {
        return 4;
    }
    switch (toponym.place->feature) {
    case FeatureClass::country: return 0;
    case FeatureClass::adm1: return 1;
    case FeatureClass::region:
    case FeatureClass::sea:
    case FeatureClass::adm2: return 2;
    case FeatureClass::city: return 3;
    default: return 4;
    }
}

GeoPrecision geo_precision(const ResolvedToponym& toponym) {
    if (!toponym.place || std::any_of(toponym.mention.candidates.begin(), toponym.mention.candidates.end(),
                                      [](const Candidate& c) { return c.match == MatchKind::offset; })) {
        return GeoPrecision::offset;
    }
    switch (toponym.place->feature) {
    case FeatureClass::country: return GeoPrecision::country;
    case FeatureClass::adm1:
    case FeatureClass::adm2: return GeoPrecision::admin;
    case FeatureClass::city: return GeoPrecision::city;
    case FeatureClass::district: return GeoPrecision::district;
    case FeatureClass::region:
    case FeatureClass::sea:
    case FeatureClass::water:
    case FeatureClass::island:
    case FeatureClass::mountain: return GeoPrecision::area;
    default: return GeoPrecision::site;
    }
}

bool same_area(const ResolvedToponym& a, const ResolvedToponym& b, double reach_km) {
    const bool same_country = a.place && b.place && !a.place->country.empty() && a.place->country == b.place->country;
    if ((place_rank(a) == 0 || place_rank(b) == 0) && a.place && b.place) {
        return same_country;
    }
    if (a.place && b.place && a.place->id == b.place->id) {
        return true;
    }
    if (!a.location || !b.location) {
        return false;
    }
    const bool coarse = std::min(place_rank(a), place_rank(b)) <= 2;
    if (coarse && a.place && b.place) {
        // An area is known by its point only: its extent is guessed from the radius, or taken as a province's.
        const double extent = std::max({a.radius_km, b.radius_km, 80.0});
        const bool in_unit = same_country && !a.place->admin1.empty() && a.place->admin1 == b.place->admin1;
        return in_unit || spatial::distance_km(*a.location, *b.location) <= extent;
    }
    return spatial::distance_km(*a.location, *b.location) <= reach_km;
}

float PlaceLinker::relation(const Draft& draft, const Site& site, const EventTokens& events) const {
    const bool after = site.tokens.begin >= draft.trigger.begin;
    float score = after ? after_trigger(draft, site) : before_trigger(draft, site);
    score -= m_text.quoted_apart(draft.trigger.begin, site.tokens.begin) ? per_quotation : 0.0F;
    const std::uint32_t low = after ? draft.trigger.end : site.tokens.end;
    const std::uint32_t high = after ? site.tokens.begin : draft.trigger.begin;
    const auto from = std::lower_bound(events.begin(), events.end(), low);
    const auto to = std::lower_bound(from, events.end(), high);
    return score - static_cast<float>(to - from) * (site.topic ? 0.5F : per_event);
}

/// "Rockets fired from the town in the north": "from" governs the names after it.
bool PlaceLinker::starts_from(const Draft& draft, const Site& site) const {
    for (std::uint32_t t = site.tokens.begin; t > draft.extent.end && site.tokens.begin - t < 3; --t) {
        if (m_text.has(t - 1, Cue::from)) {
            return true;
        }
    }
    return false;
}

float PlaceLinker::after_trigger(const Draft& draft, const Site& site) const {
    const std::uint32_t from = std::min(draft.extent.end, site.tokens.begin);
    const auto distance = static_cast<float>(site.tokens.begin - from);
    float base = 4.0F;
    if (draft.type == EventType::shelling && starts_from(draft, site)) {
        return 1.0F; // fired from there at somewhere else
    }
    switch (site.governor) {
    case Governor::in: base = 10.0F; break;
    case Governor::on: base = takes_object_place(draft.type) ? 10.0F : 6.0F; break;
    case Governor::to: base = is_target_type(draft.type) ? 10.0F : 4.0F; break;
    case Governor::from: base = draft.type == EventType::withdrawal ? 10.0F : 1.0F; break;
    case Governor::against: base = 2.0F; break;
    case Governor::of: base = takes_object_place(draft.type) ? 6.0F : 4.0F; break;
    case Governor::none: break;
    }
    for (std::uint32_t token = site.tokens.begin; token > draft.extent.end && site.tokens.begin - token < 2; --token) {
        if (m_text.has(token - 1, Cue::witness)) { // "the clashes that the town saw"
            return 10.0F - per_token * distance;
        }
    }
    if (distance <= 1.0F && site.governor == Governor::none && takes_object_place(draft.type)) {
        base = 10.0F;
    }
    return base - per_token * distance - apart(m_text, draft, site);
}

float PlaceLinker::before_trigger(const Draft& draft, const Site& site) const {
    if (site.topic) {
        return 8.0F;
    }
    const auto distance = static_cast<float>(draft.trigger.begin - std::min(site.tokens.end, draft.trigger.begin));
    const int breaks = m_text.breaks_between(draft.trigger.begin, site.tokens.begin);
    const TokenRange sentence = m_text.document().sentences()[draft.sentence].tokens;
    const std::uint32_t first = site.tokens.begin;
    for (std::uint32_t token = first; token > sentence.begin && first - token < 3; --token) {
        if (m_text.has(token - 1, Cue::witness) && breaks == 0) {
            return 10.0F - per_token * distance;
        }
    }
    if (const auto where = m_text.rules().group("where"); where && breaks <= 2) { // "to the port, where he met ..."
        const std::uint32_t end = site.tokens.end;
        const std::uint32_t next = end < draft.trigger.begin && m_text[end].punct ? end + 1 : end;
        if (next < draft.trigger.begin && m_text.sense(next, *where) != nullptr && draft.trigger.begin - next < 8) {
            return 9.0F - per_token * distance;
        }
    }
    // The place is the subject of such a verb: "the city had seen ..."
    for (std::uint32_t token = site.tokens.end; token < std::min(draft.trigger.begin, site.tokens.end + 3); ++token) {
        if (m_text.has(token, Cue::witness) && m_text.has_form(token, FormFlag::verb) && breaks == 0) {
            return 10.0F - per_token * distance;
        }
    }
    const auto people = m_text.rules().group("inhabitants");
    if (people && breaks <= 1 && first > sentence.begin && m_text.sense(first - 1, *people) != nullptr &&
        (draft.type == EventType::protest || draft.type == EventType::riot)) {
        return 8.0F - per_token * distance; // "the people of the town, who took to the streets"
    }
    float base = 2.5F;
    const bool arrives = site.governor == Governor::to && draft.type == EventType::visit;
    const bool located = site.governor == Governor::in || site.governor == Governor::on || arrives;
    const bool opens = first == sentence.begin && breaks == 0; // the subject: "Benghazi still sees fighting"
    if (site.governor == Governor::from || site.governor == Governor::against) {
        base = 1.0F;
    } else if (located || opens) {
        base = 7.0F;
    }
    return base - per_token * distance - apart(m_text, draft, site);
}

} // namespace yaqut::events
