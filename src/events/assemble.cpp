// SPDX-License-Identifier: Apache-2.0
#include "events/assemble.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>

#include "core/scratch.hpp"
#include "events/confidence.hpp"
#include "events/lands.hpp"
#include "events/place_certainty.hpp"
#include "events/places.hpp"
#include "text/code_points.hpp"
#include "text/key_hash.hpp"

namespace yaqut::events {

namespace {

constexpr std::string_view part_end = "\x1f"; ///< between the parts of an identity
constexpr int recent_days = 7;                ///< what is told as earlier but happened in the last week is still news

class Assembler {
  public:
    /// `end`: of the last trigger.
    Assembler(const EventContext& context, const TaggedText& text, std::uint32_t end)
        : m_context(context), m_text(text), m_map(std::string_view(context.article.text).substr(0, end)) {}

    void build(Event& event, const Cluster& cluster) const;
    /// Gives the country instead of an unsure place in it, no place when the text does not name the country.
    void widen(Event& event);

  private:
    void set_place(Event& event, const Draft& draft) const;
    void set_date(Event& event, const Draft& draft) const;
    void set_status(Event& event, const Draft& draft) const;
    void set_source(Event& event, const Draft& draft) const;

    const EventContext& m_context;
    const TaggedText& m_text;
    text::CodePointMap m_map;
    std::optional<Lands> m_lands; ///< when somebody asked
};

/// "name|id|score"
std::string alternative(const Alternative& other) {
    std::array<char, 48> score{}; // room for any number
    const auto [end, error] = std::to_chars(score.data(), score.data() + score.size(), static_cast<double>(other.score),
                                            std::chars_format::fixed, 6);
    const std::string_view digits(score.data(),
                                  error == std::errc() ? static_cast<std::size_t>(end - score.data()) : 0);
    std::string text;
    text.reserve(other.place.name.size() + other.place.id.size() + digits.size() + 2);
    text.append(other.place.name).append("|").append(other.place.id).append("|").append(digits);
    return text;
}

EventPlace event_place(const TaggedText& text, const ResolvedToponym& toponym) {
    EventPlace place;
    place.text = std::string(text.document().source(toponym.mention.span));
    if (toponym.is_fallback && !toponym.mention.descriptor.empty()) {
        const TextSpan whole = toponym.mention.descriptor.joined(toponym.mention.span);
        place.text = std::string(text.document().source(whole));
    }
    if (toponym.place) {
        const Place& found = *toponym.place;
        place.id = found.id;
        place.name = found.name;
        place.name_ar = found.name_ar;
        place.country = found.country;
        place.admin1 = found.admin1;
        place.admin1_code = found.admin1_code;
        place.feature_code = found.feature_code;
        place.feature = found.feature;
        place.location = found.location;
    }
    if (toponym.location) {
        place.location = toponym.location;
    }
    place.radius_km = toponym.radius_km;
    place.score = toponym.score;
    for (const Candidate& candidate : toponym.mention.candidates) {
        if (toponym.place && candidate.place == toponym.place->index) {
            place.match = to_string(candidate.match);
            break;
        }
    }
    place.why.reserve(toponym.reasons.size());
    for (const Reason& reason : toponym.reasons) {
        place.why.emplace_back(reason.code);
    }
    place.alternatives.reserve(toponym.alternatives.size());
    for (const Alternative& other : toponym.alternatives) {
        place.alternatives.push_back(alternative(other));
    }
    place.candidate_count = static_cast<std::uint32_t>(toponym.mention.candidates.size());
    return place;
}

void Assembler::set_place(Event& event, const Draft& draft) const {
    if (!draft.place.known()) {
        event.why_no_place = "no place in the text";
        return;
    }
    const ResolvedToponym& toponym = m_text.toponyms()[static_cast<std::size_t>(draft.place.toponym)];
    event.place = event_place(m_text, toponym);
    const GeoPrecision precision = geo_precision(toponym);
    const bool inferred = draft.place.link == Link::context && precision != GeoPrecision::country;
    event.geo_precision = inferred ? GeoPrecision::inferred : precision;
}

void Assembler::widen(Event& event) {
    if (event.geo_precision == GeoPrecision::country || !event.place) {
        return;
    }
    if (!m_lands) {
        m_lands.emplace(m_text);
    }
    const std::int32_t country = m_lands->named(m_text, event.place->country);
    if (country < 0) {
        event.place.reset();
        event.geo_precision = GeoPrecision::none;
        event.why_no_place = "none of the places named is likely enough";
        return;
    }
    event.place = event_place(m_text, m_text.toponyms()[static_cast<std::size_t>(country)]);
    event.place->why.insert(event.place->why.begin(), "unsure place in it");
    event.geo_precision = GeoPrecision::country;
}

void Assembler::set_date(Event& event, const Draft& draft) const {
    if (draft.date.timex >= 0) {
        const Timex& timex = m_text.timexes()[static_cast<std::size_t>(draft.date.timex)];
        event.date_text = std::string(m_text.document().source(timex.span));
        event.date_basis = draft.date.link == Link::context ? TimexBasis::inherited : timex.basis;
        event.why_no_date = timex.why_open.empty() ? "the date is open" : timex.why_open;
    } else if (draft.date.ongoing) {
        event.date_basis = m_context.dct ? TimexBasis::dct : TimexBasis::none;
        event.why_no_date = "no publication date";
    } else if (draft.date.range && draft.date.range->last) { // the day after another one
        event.date_basis = TimexBasis::inherited;
    } else {
        event.why_no_date = draft.date.unsure ? "no date is sure enough" : "no date in the text";
    }
    if (draft.date.range) {
        event.when = draft.date.range;
        event.date_precision = draft.date.range->precision;
        event.why_no_date = {};
    }
    if (draft.date.ongoing) {
        event.date_precision = DatePrecision::ongoing;
    }
}

void Assembler::set_status(Event& event, const Draft& draft) const {
    event.status = draft.status;
    if (draft.status != EventStatus::asserted) {
        return;
    }
    if (event.when && event.when->first && m_context.dct && days_between(*m_context.dct, *event.when->first) > 1) {
        event.status = EventStatus::planned; // of a day after publication, wherever on earth that was
        return;
    }
    const bool old = event.when && event.when->last && m_context.dct &&
                     days_between(*event.when->last, *m_context.dct) > recent_days;
    const bool undated = draft.pluperfect && !draft.date.known();
    if (old || undated || draft.ended) {
        event.status = EventStatus::background;
    }
}

void Assembler::set_source(Event& event, const Draft& draft) const {
    const text::Document& document = m_text.document();
    EventSource source;
    source.article_id = m_context.article.id;
    source.title = m_context.article.title;
    source.source = m_context.article.source;
    source.url = m_context.article.url;
    source.language = to_string(m_context.language);
    source.published = m_context.dct;
    source.published_source = m_context.article.dct_source;
    source.sentence = std::string(document.source(document.sentences()[draft.sentence].span));
    const TextSpan span = m_map.to_code_points(event.trigger);
    source.begin = span.begin;
    source.end = span.end;
    event.sources.push_back(std::move(source));
}

void Assembler::build(Event& event, const Cluster& cluster) const {
    const Draft& draft = cluster.event;
    event.type = draft.type;
    event.trigger = m_text.document().span_of(draft.trigger);
    event.trigger_text = std::string(m_text.document().source(event.trigger));
    set_place(event, draft);
    set_date(event, draft);
    set_status(event, draft);
    event.fatalities = draft.fatalities;
    event.injured = draft.injured;
    event.missing = draft.missing;
    event.displaced = draft.displaced;
    for (const DraftActor& actor : draft.actors) {
        event.actors.push_back({actor.span, std::string(m_text.document().source(actor.span)), actor.role});
    }
    event.attribution = std::string(m_text.document().source(draft.attribution));
    set_source(event, draft);
}

/// Hash of what identifies an event: article, type, place and date.
text::KeyHash identity(const std::string& article_id, const Event& event) {
    text::KeyHash hash;
    const auto part = [&](std::string_view text) { hash.add(text).add(part_end); };
    part(article_id);
    part(to_string(event.type));
    if (event.place) {
        part(event.place->id.empty() ? event.place->text : event.place->id);
    }
    if (event.when) {
        part(event.when->first ? to_iso_string(*event.when->first) : "..");
        part(event.when->last ? to_iso_string(*event.when->last) : "..");
    }
    return hash;
}

/// 16 hex digits; `ordinal` tells apart events of one identity.
std::string event_id(text::KeyHash identity, std::uint32_t ordinal) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string id(16, '0');
    std::uint64_t value = identity.add(std::to_string(ordinal)).add(part_end).value();
    for (std::size_t i = id.size(); i-- > 0; value >>= 4U) {
        id[i] = digits[value & 15U];
    }
    return id;
}

void set_ids(const std::string& article_id, std::vector<Event>& events) {
    struct Identified {
        text::KeyHash hash;
        std::uint64_t value = 0;
        Event* event = nullptr;
    };
    ScratchVector<Identified> all;
    all.reserve(events.size());
    for (Event& event : events) {
        const text::KeyHash hash = identity(article_id, event);
        all.push_back({hash, hash.value(), &event});
    }
    std::sort(all.begin(), all.end(), [](const Identified& a, const Identified& b) {
        return std::tie(a.value, a.event) < std::tie(b.value, b.event);
    });
    std::uint32_t ordinal = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        ordinal = i > 0 && all[i].value == all[i - 1].value ? ordinal + 1 : 0;
        all[i].event->id = event_id(all[i].hash, ordinal);
    }
}

/// Takes down what confidence and certainty are made of.
void add_choices(LinkTrace& trace, const Event& event, const Cluster& cluster, ConfidenceScore& score,
                 std::optional<PlaceCertaintyScore>& certainty) {
    const auto add = [&](std::string_view stage, std::int32_t target, float value, std::vector<LinkFeature>& parts) {
        trace.push_back({event.trigger, event.type, stage, {{target, {}, value, std::move(parts), {}}}});
    };
    if (certainty) {
        add("place_certainty", cluster.event.place.toponym, certainty->value(), certainty->parts());
    }
    add("confidence", -1, score.value(), score.parts());
}

} // namespace

std::vector<Event> assemble(const EventContext& context, const TaggedText& text, const ScratchVector<Cluster>& clusters,
                            LinkTrace* trace) {
    std::vector<Event> events;
    if (clusters.empty()) {
        return events;
    }
    std::uint32_t last = 0;
    for (const Cluster& cluster : clusters) {
        last = std::max(last, text.document().span_of(cluster.event.trigger).end);
    }
    Assembler assembler(context, text, last);
    const PlaceCompany company(text, clusters, context.dct);
    events.reserve(clusters.size());
    for (const Cluster& cluster : clusters) {
        Event& event = events.emplace_back(); // where it stays: events are large
        assembler.build(event, cluster);
        const bool placed = cluster.event.place.known();
        std::optional<PlaceCertaintyScore> certainty;
        if (placed) {
            certainty = score_place_certainty(text, cluster, company, trace != nullptr);
        }
        ConfidenceScore score = score_confidence(event, cluster, placed ? certainty->value() : 0.0F, trace != nullptr);
        event.confidence = to_confidence(score);
        if (trace != nullptr) {
            add_choices(*trace, event, cluster, score, certainty);
        }
        if (certainty && event.place) {
            event.place->certainty = to_certainty(*certainty);
            event.place->sure = certainty->value() >= least_place_certainty_on_map();
        }
        const bool sure = !event.place || event.confidence >= least_confidence();
        if (trace == nullptr && placed && certainty->value() < least_place_certainty()) {
            assembler.widen(event);
        }
        if (trace == nullptr && !sure) {
            events.pop_back();
        }
    }
    const auto earlier = [](const Event& a, const Event& b) { return a.trigger.begin < b.trigger.begin; };
    if (!std::is_sorted(events.begin(), events.end(), earlier)) {
        std::stable_sort(events.begin(), events.end(), earlier);
    }
    set_ids(context.article.id, events);
    return events;
}

} // namespace yaqut::events
