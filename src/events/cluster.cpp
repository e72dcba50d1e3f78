// SPDX-License-Identifier: Apache-2.0
#include "events/cluster.hpp"

#include <algorithm>

#include "events/dates.hpp"
#include "events/join_scores.hpp"
#include "events/place_tellings.hpp"
#include "events/places.hpp"
#include "events/quantities.hpp"
#include "events/told_again.hpp"

namespace yaqut::events {

namespace {

constexpr std::size_t look_back = 40; ///< clusters that a mention is compared with
constexpr double same_place_km = 25.0;
constexpr double echo_place_km = 100.0;
constexpr int same_date_days = 1;
constexpr int longest_story = 14;         ///< days
constexpr int telling_days = 5;           ///< from an event to when it is told
constexpr std::uint32_t story_blocks = 3; ///< paragraphs in which a lead's "attack" is still told exactly

/// Types of which a toll told in another sentence may be the result.
bool kills(EventType type) {
    return is_violent(type) || type == EventType::crash || type == EventType::fire_blast || type == EventType::riot ||
           type == EventType::flood_storm || type == EventType::earthquake;
}

bool is_blast(EventType type) {
    return type == EventType::bombing || type == EventType::suicide_bombing || type == EventType::fire_blast ||
           type == EventType::airstrike || type == EventType::shelling;
}

bool is_punctual(EventType type) {
    return type == EventType::airstrike || type == EventType::bombing || type == EventType::suicide_bombing;
}

/// Verbs of such types tell one act each: they join others only for a reason.
bool needs_reason(const Draft& draft) {
    if (!draft.verb || draft.headline) {
        return false;
    }
    switch (draft.type) {
    case EventType::appointment:
    case EventType::arrest:
    case EventType::displacement:
    case EventType::release:
    case EventType::capture:
    case EventType::destruction:
    case EventType::meeting:
    case EventType::raid:
    case EventType::shelling:
    case EventType::visit:
    case EventType::weapons_seizure: return true;
    default: return false;
    }
}

/// The fullest mention in the body stands for the event, of equals the first: headlines announce it, later ones come
/// back to it.
int telling(const Draft& draft) {
    const bool placed = draft.place.known() && draft.place.link == Link::stated;
    const bool dated = draft.date.range && draft.date.link == Link::stated && !draft.date.telling;
    return (placed ? 1 : 0) + (dated ? 1 : 0) + (draft.headline ? -8 : 0) + (draft.tentative ? -8 : 0) +
           (is_orphan(draft) ? -6 : 0);
}

/// May a generic word of this type stand for an event of the other?
bool stands_for(const Draft& generic, EventType other) {
    if (!is_generic(generic)) {
        return false;
    }
    switch (generic.type) {
    case EventType::bombing: return is_blast(other);
    case EventType::shelling: return other == EventType::airstrike;
    default:
        return is_violent(other) && other != EventType::armed_clash && other != EventType::raid &&
               other != EventType::killing && other != EventType::assassination;
    }
}

class Clusterer {
  public:
    Clusterer(const TaggedText& text, const std::vector<Draft>& drafts, LinkTrace* trace)
        : m_text(text), m_drafts(drafts), m_trace(trace), m_scorer(text, drafts, trace != nullptr) {}

    ScratchVector<Cluster> run();

  private:
    [[nodiscard]] bool may_join(const Draft& draft, const Cluster& cluster) const;
    [[nodiscard]] Cluster* event_of(std::uint32_t index, ScratchVector<Cluster>& clusters) const;
    [[nodiscard]] bool types_meet(const Draft& draft, const Cluster& cluster) const;
    [[nodiscard]] bool places_meet(const Draft& a, const Draft& b) const;
    [[nodiscard]] bool dates_meet(const Draft& a, const Draft& b) const;
    [[nodiscard]] static bool statuses_meet(const Draft& a, const Draft& b);
    void join(Cluster& cluster, std::uint32_t index) const;
    [[nodiscard]] PlaceVotes votes(const Cluster& cluster) const;
    [[nodiscard]] const ResolvedToponym& toponym(const PlaceLink& place) const {
        return m_text.toponyms()[static_cast<std::size_t>(place.toponym)];
    }

    const TaggedText& m_text;
    const std::vector<Draft>& m_drafts;
    LinkTrace* m_trace;
    JoinScorer m_scorer;
};

bool Clusterer::types_meet(const Draft& draft, const Cluster& cluster) const {
    const Draft& event = cluster.event;
    const bool same_sentence = draft.sentence == m_drafts[cluster.members.back()].sentence;
    if (draft.type == event.type) {
        // One resigned, and another was appointed.
        return draft.type != EventType::appointment || !same_sentence || draft.group == event.group;
    }
    if (same_sentence && !is_orphan(draft) && !is_orphan(event)) {
        return false; // told side by side: two events
    }
    const std::uint32_t distance = draft.block - m_drafts[cluster.members.back()].block;
    if (is_orphan(draft) && distance > 0 && draft.place.link == Link::stated && !event.place.known()) {
        return false; // a death with a place of its own, in another paragraph
    }
    if (is_orphan(draft) && kills(event.type)) {
        return distance <= 1 || event.first_block;
    }
    if (is_orphan(event) && kills(draft.type)) {
        return distance <= 1 || event.first_block;
    }
    if (stands_for(draft, event.type)) {
        return is_definite(draft);
    }
    const bool told = draft.place.link == Link::stated && event.place.link == Link::stated;
    const bool near = distance <= story_blocks || told;
    return stands_for(event, draft.type) && near && (event.headline || event.first_block || is_definite(draft));
}

bool Clusterer::places_meet(const Draft& a, const Draft& b) const {
    const bool weak =
        !a.place.known() || !b.place.known() || a.place.link == Link::context || b.place.link == Link::context;
    if (weak) {
        return true;
    }
    const ResolvedToponym& first = toponym(a.place);
    const ResolvedToponym& second = toponym(b.place);
    const bool body = !a.headline && !b.headline && !a.first_block && !b.first_block;
    if (body && first.is_fallback != second.is_fallback && (!a.date.range || !b.date.range)) {
        return false; // a named site and the town around it: only the date could tell that they are one
    }
    const bool one_country = (place_rank(first) == 0) != (place_rank(second) == 0);
    if (one_country && body && b.block - a.block > 2) {
        return false; // a war in a country is not a clash in one of its towns
    }
    // A town and a part of it, each with a date of its own: two events
    const bool own_dates = a.date.known() && b.date.known();
    if (place_rank(first) != place_rank(second) && body && own_dates && a.place.toponym != b.place.toponym) {
        return false;
    }
    // "The raid" next to a raid is the same one, told more exactly.
    const bool echo = b.block - a.block <= 1 && has_flag(b.flags, FormFlag::definite) && !b.another;
    const bool towns = place_rank(first) == place_rank(second) && place_rank(first) == 3;
    return same_area(first, second, echo && !towns ? echo_place_km : same_place_km);
}

namespace {

bool is_long(const Draft& draft) {
    const std::optional<DateRange>& range = draft.date.range;
    const bool stretch = range && range->first && range->last && range->precision == DatePrecision::range;
    return stretch && days_between(*range->first, *range->last) > longest_story;
}

/// A night belongs to two days; months and years that follow each other share nothing.
int slack_between(const DateLink& a, const DateLink& b) {
    const bool days = a.range->precision == DatePrecision::day && b.range->precision == DatePrecision::day;
    const bool stated = a.link == Link::stated && b.link == Link::stated && !a.telling && !b.telling;
    return days && !stated ? same_date_days : 0;
}

/// The first has a day of its own, the second the day on which it was told, soon after.
bool precedes_telling(const Draft& event, const Draft& told) {
    if (!told.date.telling || event.date.telling || !event.date.range->last || !told.date.range->last) {
        return false;
    }
    const int days = days_between(*event.date.range->last, *told.date.range->last);
    return days >= 0 && days <= telling_days;
}

} // namespace

bool Clusterer::dates_meet(const Draft& a, const Draft& b) const {
    if (is_long(a) != is_long(b) && a.date.range && b.date.range && a.date.link == Link::stated &&
        b.date.link == Link::stated) {
        return false; // a campaign since February is not the raid of today
    }
    const bool counted = a.fatalities.known() || b.fatalities.known();
    if (a.date.ongoing != b.date.ongoing && counted && is_punctual(a.type)) {
        return false; // raids that go on are not the raid that killed two
    }
    if (a.date.ongoing && b.date.ongoing) {
        return true;
    }
    if (a.date.range && b.date.range) {
        return dates_overlap(*a.date.range, *b.date.range, slack_between(a.date, b.date)) || precedes_telling(a, b) ||
               precedes_telling(b, a) || (b.date.link == Link::context && is_definite(b));
    }
    if (a.date.timex >= 0 && b.date.timex >= 0 && !a.date.range && !b.date.range) {
        const auto value = [&](const Draft& d) -> const std::string& {
            return m_text.timexes()[static_cast<std::size_t>(d.date.timex)].value;
        };
        return value(a) == value(b);
    }
    return true;
}

bool Clusterer::statuses_meet(const Draft& a, const Draft& b) {
    const auto realised = [](const Draft& d) {
        return d.status == EventStatus::asserted || d.status == EventStatus::background;
    };
    if (a.status != b.status && !(realised(a) && realised(b))) {
        return false;
    }
    // What had ended, and what went before without a date, is not what is told now.
    return a.ended == b.ended && (a.pluperfect == b.pluperfect || a.date.known() || b.date.known());
}

/// Nothing that is told of the two rules out that they are one, and verbs of one act each have a reason to join.
bool Clusterer::may_join(const Draft& draft, const Cluster& cluster) const {
    const Draft& event = cluster.event;
    if (m_drafts[cluster.members.back()].trigger == draft.trigger) {
        return false; // one word for several places
    }
    if (!types_meet(draft, cluster) || !statuses_meet(event, draft) || !places_meet(event, draft) ||
        !dates_meet(event, draft) || !compatible(event.fatalities, draft.fatalities)) {
        return false;
    }
    const bool stated = has_own_place(event) && has_own_place(draft);
    if (draft.another && !(stated && event.date.known() && draft.date.known())) {
        return false;
    }
    // A noun without the article that brings a date of its own tells something new, unless the place is the same.
    const bool fresh = !draft.verb && !draft.headline && !is_definite(draft) && !is_orphan(draft) && draft.date.range;
    if (fresh && !event.date.known() && !stated && !event.headline && !event.first_block) {
        return false;
    }
    const bool echo = event.headline && draft.type != EventType::capture;
    const bool reason =
        stated || (event.date.range && draft.date.range) || (event.fatalities.known() && draft.fatalities.known());
    return reason || echo || !needs_reason(draft);
}

void Clusterer::join(Cluster& cluster, std::uint32_t index) const {
    Draft& event = cluster.event;
    const Draft& more = m_drafts[index];
    const bool better_type =
        (is_orphan(event) && !is_orphan(more)) || (is_generic(event) && !is_generic(more) && more.type != event.type);
    const bool better_text = telling(more) > cluster.telling;
    if (better_type && !is_orphan(more)) {
        event.type = more.type;
    }
    if (better_text) {
        cluster.telling = telling(more);
        event.trigger = more.trigger;
        event.extent = more.extent;
        event.sentence = more.sentence;
        event.block = more.block;
        event.headline = more.headline;
        event.flags = more.flags;
        event.verb = more.verb;
    }
    if (!is_orphan(more)) {
        event.traits = better_type ? more.traits : event.traits;
    }
    event.place = better_place(m_text, event.place, more.place);
    event.date = better_date(event.date, more.date);
    event.fatalities = refined(event.fatalities, more.fatalities);
    event.injured = refined(event.injured, more.injured);
    event.missing = refined(event.missing, more.missing);
    event.displaced = refined(event.displaced, more.displaced);
    if (event.actors.empty()) {
        event.actors = more.actors;
    }
    if (event.attribution.empty()) {
        event.attribution = more.attribution;
    }
    event.pluperfect = event.pluperfect && more.pluperfect;
    event.tentative = event.tentative && more.tentative;
    event.worth = std::max(event.worth, more.worth);
    cluster.members.push_back(index);
}

/// The cluster that the mention is best joined to; nullptr when it is rather an event of its own.
Cluster* Clusterer::event_of(std::uint32_t index, ScratchVector<Cluster>& clusters) const {
    const Draft& draft = m_drafts[index];
    JoinScore alone = m_scorer.alone(draft);
    float best_score = alone.value();
    Cluster* best = nullptr;
    LinkChoice choice{m_text.document().span_of(draft.trigger), draft.type, "join", {}};
    for (std::size_t back = 0; back < std::min(look_back, clusters.size()); ++back) {
        Cluster& cluster = clusters[clusters.size() - 1 - back];
        if (!may_join(draft, cluster)) {
            continue;
        }
        JoinScore score = m_scorer.join(index, cluster, back == 0);
        if (score.value() > best_score) {
            best = &cluster;
            best_score = score.value();
        }
        if (m_trace != nullptr) {
            LinkOption option{static_cast<std::int32_t>(cluster.members.front()), {}, score.value(), score.parts(), {}};
            for (const std::uint32_t member : cluster.members) {
                option.members.push_back(m_text.document().span_of(m_drafts[member].trigger));
            }
            choice.options.push_back(std::move(option));
        }
    }
    if (m_trace != nullptr) {
        choice.options.push_back({-1, {}, alone.value(), alone.parts(), {}});
        m_trace->push_back(std::move(choice));
    }
    return best;
}

PlaceVotes Clusterer::votes(const Cluster& cluster) const {
    PlaceVotes votes;
    const PlaceLink& place = cluster.event.place;
    for (const std::uint32_t member : cluster.members) {
        const Draft& draft = m_drafts[member];
        if (!place.known() || !has_own_place(draft) || cluster.members.size() == 1) {
            continue;
        }
        const ResolvedToponym& ours = toponym(place);
        const ResolvedToponym& theirs = toponym(draft.place);
        const bool same =
            draft.place.toponym == place.toponym || (ours.place && theirs.place && ours.place->id == theirs.place->id);
        ++(same ? votes.alike : same_area(ours, theirs, same_place_km) ? votes.nested : votes.apart);
    }
    return votes;
}

ScratchVector<Cluster> Clusterer::run() {
    ScratchVector<Cluster> clusters;
    clusters.reserve(m_drafts.size()); // what grows leaves its old memory behind until the text is done
    for (std::uint32_t i = 0; i < m_drafts.size(); ++i) {
        if (Cluster* event = event_of(i, clusters)) {
            join(*event, i);
        } else {
            clusters.push_back({m_drafts[i], {i}, telling(m_drafts[i]), {}});
        }
    }
    std::erase_if(clusters, [](const Cluster& cluster) { return cluster.event.tentative; });
    for (Cluster& cluster : clusters) {
        cluster.event.place = told_place(m_text, m_drafts, cluster, m_trace);
        cluster.places = votes(cluster);
    }
    return clusters;
}

} // namespace

void adopt_types(std::vector<Draft>& drafts) {
    const Draft* strike = nullptr;
    for (Draft& draft : drafts) {
        const bool near = strike != nullptr && draft.block - strike->block <= 1 && draft.sentence != strike->sentence;
        if (has_trait(draft.traits, Trait::adopt) && near && draft.status != EventStatus::planned) {
            draft.type = strike->type;
        } else if (draft.type == EventType::airstrike ||
                   (draft.type == EventType::shelling && !has_trait(draft.traits, Trait::adopt))) {
            strike = &draft;
        }
    }
}

ScratchVector<Cluster> cluster_mentions(const TaggedText& text, const std::vector<Draft>& drafts, LinkTrace* trace) {
    return Clusterer(text, drafts, trace).run();
}

} // namespace yaqut::events
