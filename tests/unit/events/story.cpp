// SPDX-License-Identifier: Apache-2.0
#include "unit/events/story.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

namespace yaqut::events::testing {

namespace {

const Extractor& extractor() {
    static const Extractor instance;
    return instance;
}

} // namespace

Story::Story(std::string text, Language language) : m_language(language) {
    m_article.id = "test";
    m_article.text = std::move(text);
    m_document = std::make_unique<text::Document>(m_article.text);
}

TextSpan Story::find(std::string_view words, int occurrence) const {
    std::size_t at = m_article.text.find(words);
    for (; occurrence > 0 && at != std::string::npos; --occurrence) {
        at = m_article.text.find(words, at + 1);
    }
    if (at == std::string::npos) {
        throw std::logic_error("not in the story: " + std::string(words));
    }
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

TokenRange Story::tokens_of(TextSpan span) const {
    TokenRange range{static_cast<std::uint32_t>(m_document->size()), 0};
    for (std::uint32_t i = 0; i < m_document->size(); ++i) {
        if (m_document->token(i).span.overlaps(span)) {
            range.begin = std::min(range.begin, i);
            range.end = i + 1;
        }
    }
    return range;
}

Story& Story::place(std::string_view name, std::string_view id, FeatureClass feature, Location location, int occurrence,
                    MentionCue cues) {
    ResolvedToponym toponym;
    toponym.mention.span = find(name, occurrence);
    toponym.mention.tokens = tokens_of(toponym.mention.span);
    toponym.mention.cues = cues;
    Place place;
    place.id = id;
    place.name = id;
    place.feature = feature;
    place.location = location;
    place.country = "LY";
    toponym.place = place;
    toponym.location = location;
    toponym.score = 0.9F;
    toponym.mention.use_score = 0.95F;
    m_toponyms.push_back(std::move(toponym));
    return *this;
}

Story& Story::use(ToponymUse use) {
    m_toponyms.back().mention.use = use;
    return *this;
}

Story& Story::fallback() {
    m_toponyms.back().is_fallback = true;
    return *this;
}

Story& Story::date(std::string_view words, std::string_view first, std::string_view last, int occurrence) {
    Timex timex;
    timex.span = find(words, occurrence);
    timex.tokens = tokens_of(timex.span);
    const DatePrecision precision = first == last ? DatePrecision::day : DatePrecision::range;
    timex.range = DateRange{parse_iso_date(first), parse_iso_date(last), precision};
    timex.value = std::string(first);
    timex.basis = TimexBasis::dct;
    m_timexes.push_back(std::move(timex));
    return *this;
}

Story& Story::week(std::string_view words, std::string_view monday) {
    constexpr int to_sunday = 6;
    date(words, monday, monday);
    DateRange& range = *m_timexes.back().range;
    range = {range.first, add_days(*range.first, to_sunday), DatePrecision::week};
    return *this;
}

Story& Story::or_day(std::string_view day) {
    m_timexes.back().candidates = {m_timexes.back().value, std::string(day)};
    return *this;
}

Story& Story::open_date(std::string_view words, std::string_view value) {
    Timex timex;
    timex.span = find(words, 0);
    timex.tokens = tokens_of(timex.span);
    timex.value = std::string(value);
    timex.why_open = "no publication date";
    m_timexes.push_back(std::move(timex));
    return *this;
}

Story& Story::duration(std::string_view words, std::string_view value) {
    open_date(words, value);
    m_timexes.back().type = TimexType::duration;
    m_timexes.back().dates_events = false;
    return *this;
}

Story& Story::since(std::string_view words) {
    duration(words);
    m_timexes.back().since = true;
    return *this;
}

Story& Story::of(std::string_view country) {
    m_toponyms.back().place->country = country;
    return *this;
}

Story& Story::radius(double km) {
    m_toponyms.back().radius_km = km;
    return *this;
}

Story& Story::part(FeatureClass descriptor) {
    m_toponyms.back().mention.descriptor_feature = descriptor;
    return *this;
}

Story& Story::published(std::string_view day) {
    m_article.dct = parse_iso_date(day);
    return *this;
}

std::vector<Event> Story::events(LinkTrace* trace) const {
    std::vector<ResolvedToponym> toponyms = m_toponyms;
    std::vector<Timex> timexes = m_timexes;
    const auto by_span = [](const auto& a, const auto& b) { return a.begin < b.begin; };
    std::sort(toponyms.begin(), toponyms.end(),
              [&](const auto& a, const auto& b) { return by_span(a.mention.span, b.mention.span); });
    std::sort(timexes.begin(), timexes.end(), [&](const auto& a, const auto& b) { return by_span(a.span, b.span); });
    return extractor().extract({*m_document, m_article, m_language, toponyms, timexes, m_article.dct}, trace);
}

const Event* find_event(const std::vector<Event>& events, EventType type) {
    const auto found = std::find_if(events.begin(), events.end(), [&](const Event& e) { return e.type == type; });
    return found == events.end() ? nullptr : &*found;
}

std::string describe(const std::vector<Event>& events) {
    std::string text;
    for (const Event& event : events) {
        text += text.empty() ? "" : "; ";
        text += to_string(event.type);
        text += " " + (event.place ? event.place->name : "-");
        text += " " + (event.when && event.when->first ? to_iso_string(*event.when->first) : "-");
        text += " " + std::string(to_string(event.status));
    }
    return text;
}

Event one(const Story& story, EventType type) {
    const auto events = story.events();
    const Event* event = find_event(events, type);
    REQUIRE_MESSAGE(event != nullptr, describe(events));
    return *event;
}

std::string place_of(const Story& story, EventType type) {
    const Event event = one(story, type);
    return event.place ? event.place->name : "-";
}

} // namespace yaqut::events::testing
