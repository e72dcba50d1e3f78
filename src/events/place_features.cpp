// SPDX-License-Identifier: Apache-2.0
// What the sentence says for or against each of its places as the place of an event.
#include <algorithm>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t longest_distance = 30; ///< tokens; farther is all the same
constexpr std::uint32_t far_distance = 12;
constexpr std::uint32_t border_reach = 3; ///< tokens from "border" to the country beyond it
constexpr std::uint32_t origin_reach = 4; ///< tokens from "a young man" to where he is from
constexpr int most_marks = 4;
constexpr int many_marks = 3;
constexpr std::size_t most_rivals = 3;

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
    case EventType::shelling:
    case EventType::displacement: return true;
    default: return false;
    }
}

float limited(std::uint32_t distance) { return static_cast<float>(std::min(distance, longest_distance)); }

PlaceFeature rank_feature(const ResolvedToponym& toponym) {
    constexpr std::array ranks{PlaceFeature::country, PlaceFeature::province, PlaceFeature::area, PlaceFeature::town,
                               PlaceFeature::site};
    return ranks[static_cast<std::size_t>(place_rank(toponym))];
}

} // namespace

LinkScore<PlaceFeature> PlaceLinker::score_none(const Draft& draft) const {
    PlaceScore score(m_weights, m_trace != nullptr);
    score.add(PlaceFeature::none);
    score.add_if(draft.verb, PlaceFeature::none_verb);
    score.add_if(sphere_of(draft.type) == Sphere::politics, PlaceFeature::none_politics);
    score.add_if(has_trait(draft.traits, Trait::casualty), PlaceFeature::none_casualty);
    score.add_if(draft.headline, PlaceFeature::none_headline);
    score.add_value(m_words.of_none(draft));
    return score;
}

LinkScore<PlaceFeature> PlaceLinker::score_site(const Draft& draft, std::size_t index,
                                                const EventTokens& events) const {
    const Site& site = m_sites[index];
    PlaceScore score(m_weights, m_trace != nullptr);
    if (site.tokens.begin >= draft.trigger.begin) {
        add_after(score, draft, site);
    } else {
        add_before(score, draft, site);
    }
    add_kind(score, draft, site);
    add_clauses(score, draft, index);
    add_rivals(score, draft, index, events);
    add_presence(score, draft, site);
    add_level(score, draft.type, place_rank(toponym_of(site.toponym)) == 0);
    score.add_value(m_words.of_target(draft, target_of(site)));
    return score;
}

LinkTarget PlaceLinker::target_of(const Site& site) const {
    if (site.anaphor) {
        return {site.tokens, {}, false};
    }
    const ToponymMention& mention = toponym_of(site.toponym).mention;
    const std::uint32_t begin = m_text.document().token(mention.tokens.begin).span.begin;
    const TextSpan clitic{begin, std::max(begin, mention.span.begin)};
    return {site.tokens, m_text.document().source(clitic), site.tokens.begin == mention.tokens.begin};
}

/// The kind of place, whatever the grammar.
void PlaceLinker::add_kind(PlaceScore& score, const Draft& draft, const Site& site) const {
    const ResolvedToponym& toponym = toponym_of(site.toponym);
    score.add_if(m_text.quoted_apart(draft.trigger.begin, site.tokens.begin), PlaceFeature::quoted_apart);
    score.add_if(site.anaphor, PlaceFeature::anaphor);
    score.add_if(follows(site, Cue::except, 2), PlaceFeature::excepted);
    score.add(rank_feature(toponym));
    if (place_rank(toponym) == 0) {
        score.add_if(follows(site, Cue::border, border_reach), PlaceFeature::border);
        const bool politics = sphere_of(draft.type) == Sphere::politics;
        score.add(politics ? PlaceFeature::politics_country : PlaceFeature::violence_country);
    }
    score.add_if(toponym.is_fallback, PlaceFeature::fallback);
    score.add_if(site.holds_finer, PlaceFeature::holds_finer);
    score.add_if(site.in_coarser, PlaceFeature::in_coarser);
    score.add_if(site.holds_finer_far && !site.holds_finer, PlaceFeature::holds_finer_far);
    score.add_if(site.in_coarser_far && !site.in_coarser, PlaceFeature::in_coarser_far);
    const bool decision = draft.type == EventType::vote || draft.type == EventType::appointment;
    score.add_if(decision && place_rank(toponym) > 0, PlaceFeature::decision);
    score.add(PlaceFeature::doubtful_use, 1.0F - toponym.mention.use_score);
    score.add(PlaceFeature::doubtful_place, 1.0F - toponym.score);
}

namespace {

/// The event's own word stands before the place.
bool touches(const Draft& draft, const Site& site) {
    return site.tokens.begin >= draft.extent.end && site.tokens.begin - draft.extent.end <= 1;
}

} // namespace

/// "Tried for the killing of guards in the town": the place of the crime.
bool PlaceLinker::is_of_victims(const Draft& draft, std::uint32_t low, std::uint32_t high) const {
    if (draft.type != EventType::trial && draft.type != EventType::arrest) {
        return false;
    }
    for (std::uint32_t t = low; t < high; ++t) {
        if (m_text[t].casualty_word) {
            return true;
        }
    }
    return false;
}

/// "A young man from the town": where somebody comes from.
bool PlaceLinker::is_origin(const Site& site) const {
    const std::uint32_t first = site.tokens.begin;
    if (site.governor != Governor::from) {
        return false;
    }
    for (std::uint32_t t = first; t > 0 && first - t < origin_reach && !m_text[t - 1].punct; --t) {
        if (m_text.has(t - 1, Cue::person) || m_text.has(t - 1, Cue::inhabitants)) {
            return true;
        }
    }
    return false;
}

/// The clause of the place: where somebody speaks of the event, or what is told of somebody beside it.
void PlaceLinker::add_clauses(PlaceScore& score, const Draft& draft, std::size_t index) const {
    const Site& site = m_sites[index];
    const bool after = site.tokens.begin >= draft.trigger.begin;
    const std::uint32_t low = after ? std::min(draft.extent.end, site.tokens.begin) : site.tokens.end;
    const std::uint32_t high = after ? site.tokens.begin : draft.trigger.begin;
    CueSet next; // to the event's word
    CueSet between;
    for (std::uint32_t t = low; t < high; ++t) {
        (after && t <= low + 1 ? next : between) |= m_text.cues(t);
    }
    const bool relative = between.has(Cue::relative);
    const bool own = next.has(Cue::relative); // "the attack that hit": of the event
    between |= next;
    const bool that = between.has(Cue::that);
    score.add_if(!after && that, PlaceFeature::before_that);
    score.add_if(!after && relative, PlaceFeature::before_relative);
    score.add_if(own && !relative, PlaceFeature::after_own_relative);
    score.add_if(after && relative, PlaceFeature::after_relative);
    const bool apart = m_text.breaks_between(draft.trigger.begin, site.tokens.begin) > 0;
    score.add_if(site.anaphor && apart, PlaceFeature::anaphor_apart);
    const bool said = that || between.has_any({Cue::say, Cue::react});
    score.add_if(after && said, PlaceFeature::after_said);
    score.add_if(after && between.has(Cue::when), PlaceFeature::after_when);
    score.add_if(is_origin(site), PlaceFeature::origin);
    score.add_if(site.side, PlaceFeature::side);
    const auto [begin, end] = sites_of(site.sentence);
    const std::size_t first = first_site_after(begin, end, draft.extent.end);
    score.add_if(after && index == first && site.governor == Governor::in, PlaceFeature::first_in);
}

/// Other events that may claim the place, and other places that the event may be at.
void PlaceLinker::add_rivals(PlaceScore& score, const Draft& draft, std::size_t index,
                             const EventTokens& events) const {
    const Site& site = m_sites[index];
    const bool after = site.tokens.begin >= draft.trigger.begin;
    const std::uint32_t low = after ? draft.trigger.end : site.tokens.end;
    const std::uint32_t high = after ? site.tokens.begin : draft.trigger.begin;
    const auto from = std::lower_bound(events.begin(), events.end(), low);
    const auto to = std::lower_bound(from, events.end(), high);
    const auto between = static_cast<float>(std::min<std::size_t>(static_cast<std::size_t>(to - from), most_rivals));
    score.add(site.topic && !after ? PlaceFeature::event_between_topic : PlaceFeature::event_between, between);
    const std::uint32_t distance =
        after ? site.tokens.begin - draft.trigger.begin : draft.trigger.begin - site.tokens.begin;
    const auto next = after ? std::lower_bound(to, events.end(), site.tokens.end) : from;
    bool nearer = false;
    if (after && next != events.end()) {
        nearer = *next - site.tokens.begin < distance;
    } else if (!after && next != events.begin()) {
        nearer = site.tokens.begin > *(next - 1) && site.tokens.begin - *(next - 1) < distance;
    }
    score.add_if(nearer, PlaceFeature::nearer_event);
    const bool own = m_text.breaks_between(draft.trigger.begin, site.tokens.begin) == 0 || touches(draft, site);
    score.add_if(site.claimed && *site.claimed != draft.type && !own, PlaceFeature::claimed);
    const bool alike = site.claimed && *site.claimed == draft.type && !own;
    score.add_if(alike, PlaceFeature::claimed_alike);
    score.add_if(alike && site.anaphor, PlaceFeature::claimed_anaphor);
    score.add_if(after && is_of_victims(draft, low, high), PlaceFeature::beyond_victims);
    const auto [begin, end] = sites_of(site.sentence);
    const std::size_t places = first_site_after(begin, end, high) - first_site_after(begin, end, std::min(low, high));
    // The place around it is no other place.
    const std::size_t around = site.in_coarser || site.in_coarser_far ? 1 : 0;
    score.add(PlaceFeature::place_between,
              static_cast<float>(std::min(places - std::min(places, around), most_rivals)));
    const bool sole =
        end == begin + 1 && site.governor == Governor::in && !site.anaphor && site.tokens.begin >= draft.extent.end;
    score.add_if(sole, PlaceFeature::sole);
}

/// "Rockets fired from the town in the north": "from" governs the names after it.
bool PlaceLinker::starts_from(const Draft& draft, const Site& site) const {
    for (std::uint32_t t = site.tokens.begin; t > draft.extent.end && site.tokens.begin - t < 3; --t) {
        if (m_text.has(t - 1, Cue::from)) {
            return true;
        }
        if (m_text.has(t - 1, Cue::to) || m_text.has(t - 1, Cue::on)) {
            return false;
        }
    }
    return false;
}

/// One of the words of a group stands shortly before the place: "all of the region except the town".
bool PlaceLinker::follows(const Site& site, Cue cue, std::uint32_t reach) const {
    const std::uint32_t first = site.tokens.begin;
    for (std::uint32_t t = first; t > 0 && first - t < reach && !m_text[t - 1].punct; --t) {
        if (m_text.has(t - 1, cue)) {
            return true;
        }
    }
    return false;
}

/// A verb like "saw" or "witnessed" among the words before `first`, no further back than `begin`.
bool PlaceLinker::witnessed(std::uint32_t first, std::uint32_t begin, std::uint32_t reach) const {
    for (std::uint32_t token = first; token > begin && first - token < reach; --token) {
        if (m_text.has(token - 1, Cue::witness)) {
            return true;
        }
    }
    return false;
}

PlaceFeature PlaceLinker::governor_after(const Draft& draft, const Site& site) const {
    const bool object = takes_object_place(draft.type);
    const std::uint32_t from = std::min(draft.extent.end, site.tokens.begin);
    if (draft.type == EventType::shelling && starts_from(draft, site)) {
        return PlaceFeature::after_fired_from;
    }
    if (witnessed(site.tokens.begin, draft.extent.end, 2)) {
        return PlaceFeature::after_witness;
    }
    switch (site.governor) {
    case Governor::in: return PlaceFeature::after_in;
    case Governor::on: return object ? PlaceFeature::after_on_object : PlaceFeature::after_on;
    case Governor::to: return is_target_type(draft.type) ? PlaceFeature::after_to_target : PlaceFeature::after_to;
    case Governor::from:
        // "Drove the militias from the port": what they lose.
        return draft.type == EventType::withdrawal || draft.type == EventType::capture ? PlaceFeature::after_from_left
                                                                                       : PlaceFeature::after_from;
    case Governor::against: return PlaceFeature::after_against;
    case Governor::of: return object ? PlaceFeature::after_of_object : PlaceFeature::after_of;
    case Governor::none: break;
    }
    return object && site.tokens.begin - from <= 1 ? PlaceFeature::after_adjacent : PlaceFeature::after;
}

void PlaceLinker::add_after(PlaceScore& score, const Draft& draft, const Site& site) const {
    score.add(governor_after(draft, site));
    const std::uint32_t from = std::min(draft.extent.end, site.tokens.begin);
    score.add(PlaceFeature::after_distance, limited(site.tokens.begin - from));
    score.add_if(site.tokens.begin - from > far_distance, PlaceFeature::after_far);
    const int commas = m_text.commas_between(draft.trigger.begin, site.tokens.begin);
    const int breaks = m_text.breaks_between(draft.trigger.begin, site.tokens.begin) - commas;
    score.add(PlaceFeature::after_comma, static_cast<float>(std::min(commas, most_marks)));
    score.add(PlaceFeature::after_break, static_cast<float>(std::clamp(breaks, 0, most_marks)));
    score.add_if(commas + breaks >= many_marks, PlaceFeature::after_many);
}

/// "To the port, where he met ..."
bool PlaceLinker::leads_where(const Draft& draft, const Site& site) const {
    const std::uint32_t end = site.tokens.end;
    const std::uint32_t next = end < draft.trigger.begin && m_text[end].punct ? end + 1 : end;
    return next < draft.trigger.begin && m_text.has(next, Cue::where) && draft.trigger.begin - next < 8;
}

/// "The people of the town, who took to the streets"
bool PlaceLinker::has_people(const Draft& draft, const Site& site) const {
    const std::uint32_t first = site.tokens.begin;
    return first > m_text.document().sentences()[draft.sentence].tokens.begin &&
           m_text.has(first - 1, Cue::inhabitants) &&
           (draft.type == EventType::protest || draft.type == EventType::riot);
}

PlaceFeature PlaceLinker::construction_before(const Draft& draft, const Site& site) const {
    const int breaks = m_text.breaks_between(draft.trigger.begin, site.tokens.begin);
    const std::uint32_t begin = m_text.document().sentences()[draft.sentence].tokens.begin;
    const std::uint32_t first = site.tokens.begin;
    if (breaks == 0 && witnessed(first, begin, 3)) {
        return PlaceFeature::before_witness;
    }
    if (breaks <= 2 && leads_where(draft, site)) {
        return PlaceFeature::before_where;
    }
    // The place is the subject of such a verb: "the city had seen ..."
    for (std::uint32_t token = site.tokens.end; token < std::min(draft.trigger.begin, site.tokens.end + 3); ++token) {
        if (m_text.has(token, Cue::witness) && m_text.has_form(token, FormFlag::verb) && breaks == 0) {
            return PlaceFeature::before_subject;
        }
    }
    if (breaks <= 1 && has_people(draft, site)) {
        return PlaceFeature::before_inhabitants;
    }
    if (site.governor == Governor::from || site.governor == Governor::against) {
        return PlaceFeature::before_from;
    }
    if (site.governor == Governor::in || site.governor == Governor::on) {
        return PlaceFeature::before_in;
    }
    if (site.governor == Governor::to && draft.type == EventType::visit) {
        return PlaceFeature::before_to_arrival;
    }
    return first == begin && breaks == 0 ? PlaceFeature::before_opens : PlaceFeature::before;
}

void PlaceLinker::add_before(PlaceScore& score, const Draft& draft, const Site& site) const {
    if (site.topic) {
        score.add(PlaceFeature::opens_paragraph);
        return;
    }
    score.add(construction_before(draft, site));
    const std::uint32_t distance = draft.trigger.begin - std::min(site.tokens.end, draft.trigger.begin);
    score.add(PlaceFeature::before_distance, limited(distance));
    score.add_if(distance > far_distance, PlaceFeature::before_far);
    const int commas = m_text.commas_between(draft.trigger.begin, site.tokens.begin);
    const int breaks = m_text.breaks_between(draft.trigger.begin, site.tokens.begin) - commas;
    score.add(PlaceFeature::before_comma, static_cast<float>(std::min(commas, most_marks)));
    score.add(PlaceFeature::before_break, static_cast<float>(std::clamp(breaks, 0, most_marks)));
}

} // namespace yaqut::events
