// SPDX-License-Identifier: Apache-2.0
#include "events/packed_reports.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <unordered_set>

#include "core/error.hpp"
#include "events/text_table.hpp"

namespace yaqut::events {

namespace {

/// Some members of events are texts of the program's own: what is read back must live as long. There are few.
std::string_view immortal(std::string_view text) {
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    static std::mutex mutex;
    static std::unordered_set<std::string, Hash, std::equal_to<>> texts;
    if (text.empty()) {
        return {};
    }
    const std::lock_guard lock(mutex);
    const auto known = texts.find(text);
    return known != texts.end() ? *known : *texts.emplace(text).first;
}

std::int64_t day_number(Date date) { return std::chrono::sys_days(date).time_since_epoch().count(); }

class EventWriter {
  public:
    EventWriter(TextTable& texts, PackedWriter& out) : m_texts(texts), m_out(out) {}

    void write(const Event& event) {
        text(event.id);
        m_out.byte(static_cast<std::uint8_t>(event.type));
        span(event.trigger);
        text(event.trigger_text);
        m_out.byte(static_cast<std::uint8_t>(event.status));
        m_out.byte(static_cast<std::uint8_t>(event.geo_precision));
        text(event.why_no_place);
        place(event.place);
        range(event.when);
        m_out.byte(static_cast<std::uint8_t>(event.date_precision));
        m_out.byte(static_cast<std::uint8_t>(event.date_basis));
        text(event.date_text);
        text(event.why_no_date);
        quantity(event.fatalities);
        quantity(event.injured);
        quantity(event.missing);
        quantity(event.displaced);
        list(event.actors, [this](const Actor& each) { actor(each); });
        text(event.attribution);
        m_out.real(static_cast<double>(event.confidence));
        list(event.sources, [this](const EventSource& each) { source(each); });
    }

  private:
    void text(std::string_view value) { m_out.number(m_texts.number_of(value)); }

    void span(TextSpan value) {
        m_out.number(value.begin);
        m_out.number(value.end);
    }

    template <typename Item, typename Write> void list(const std::vector<Item>& items, Write write) {
        m_out.number(items.size());
        for (const Item& item : items) {
            write(item);
        }
    }

    void date(const std::optional<Date>& value) {
        m_out.byte(value ? 1 : 0);
        if (value) {
            m_out.signed_number(day_number(*value));
        }
    }

    void range(const std::optional<DateRange>& value) {
        m_out.byte(value ? 1 : 0);
        if (value) {
            date(value->first);
            date(value->last);
            m_out.byte(static_cast<std::uint8_t>(value->precision));
        }
    }

    void quantity(const Quantity& value) {
        for (const auto& number : {value.min, value.best, value.max}) {
            m_out.byte(number ? 1 : 0);
            if (number) {
                m_out.signed_number(*number);
            }
        }
    }

    void place(const std::optional<EventPlace>& value) {
        m_out.byte(value ? 1 : 0);
        if (!value) {
            return;
        }
        for (const auto* each : {&value->id, &value->text, &value->name, &value->name_ar, &value->country,
                                 &value->admin1, &value->admin1_code, &value->feature_code, &value->match}) {
            text(*each);
        }
        m_out.byte(static_cast<std::uint8_t>(value->feature));
        m_out.byte(value->location ? 1 : 0);
        if (value->location) {
            m_out.real(value->location->lon);
            m_out.real(value->location->lat);
        }
        m_out.real(value->radius_km);
        m_out.real(static_cast<double>(value->score));
        m_out.byte(static_cast<std::uint8_t>((value->certainty ? 2 : 0) + (value->sure ? 1 : 0)));
        if (value->certainty) {
            m_out.number(static_cast<std::uint64_t>(std::lround(*value->certainty * certainty_steps)));
        }
        list(value->why, [this](const std::string& each) { text(each); });
        list(value->alternatives, [this](const std::string& each) { text(each); });
        m_out.number(value->candidate_count);
    }

    void actor(const Actor& value) {
        span(value.span);
        text(value.text);
        text(value.role);
    }

    void source(const EventSource& value) {
        for (const auto* each : {&value.article_id, &value.title, &value.source, &value.url, &value.language,
                                 &value.published_source, &value.sentence}) {
            text(*each);
        }
        date(value.published);
        m_out.number(value.begin);
        m_out.number(value.end);
    }

    TextTable& m_texts;
    PackedWriter& m_out;
};

/// The mirror image of EventWriter.
class EventReader {
  public:
    EventReader(std::string_view bytes, const std::vector<std::string_view>& texts) : m_in(bytes), m_texts(texts) {}

    /// Every member is set; texts and lists keep their memory.
    void read(Event& event) {
        event.id = text();
        event.type = one_of<EventType>(event_type_count - 1);
        event.trigger = span();
        event.trigger_text = text();
        event.status = one_of<EventStatus>(static_cast<std::size_t>(EventStatus::background));
        event.geo_precision = one_of<GeoPrecision>(static_cast<std::size_t>(GeoPrecision::none));
        event.why_no_place = immortal(text());
        place(event.place);
        event.when = range();
        event.date_precision = date_precision();
        event.date_basis = one_of<TimexBasis>(static_cast<std::size_t>(TimexBasis::none));
        event.date_text = text();
        event.why_no_date = immortal(text());
        event.fatalities = quantity();
        event.injured = quantity();
        event.missing = quantity();
        event.displaced = quantity();
        list(event.actors, [this](Actor& each) { actor(each); });
        event.attribution = text();
        event.confidence = static_cast<float>(m_in.real());
        list(event.sources, [this](EventSource& each) { source(each); });
    }

  private:
    std::string_view text() {
        const std::uint64_t number = m_in.number();
        if (number > m_texts.size()) {
            throw Error("damaged record");
        }
        return number == 0 ? std::string_view{} : m_texts[number - 1];
    }

    template <typename Enum> Enum one_of(std::size_t last) {
        const std::uint8_t value = m_in.byte();
        if (value > last) {
            throw Error("damaged record");
        }
        return static_cast<Enum>(value);
    }
    DatePrecision date_precision() { return one_of<DatePrecision>(static_cast<std::size_t>(DatePrecision::unknown)); }

    std::uint32_t small() { return static_cast<std::uint32_t>(m_in.number()); }

    TextSpan span() {
        const std::uint32_t begin = small();
        return {begin, small()};
    }

    template <typename Item, typename Read> void list(std::vector<Item>& items, Read read) {
        const std::size_t count = m_in.count();
        items.resize(std::min(count, items.size()));
        for (std::size_t i = 0; i < count; ++i) {
            read(i < items.size() ? items[i] : items.emplace_back()); // one by one: the number is hostile
        }
    }

    std::optional<Date> date() {
        constexpr std::int64_t more_than_all = 4'000'000;
        if (m_in.byte() == 0) {
            return std::nullopt;
        }
        const std::int64_t day = m_in.signed_number();
        if (day > more_than_all || day < -more_than_all) {
            throw Error("damaged record");
        }
        return Date(std::chrono::sys_days(std::chrono::days(day)));
    }

    std::optional<DateRange> range() {
        if (m_in.byte() == 0) {
            return std::nullopt;
        }
        DateRange result;
        result.first = date();
        result.last = date();
        result.precision = date_precision();
        return result;
    }

    Quantity quantity() {
        Quantity result;
        for (auto* number : {&result.min, &result.best, &result.max}) {
            if (m_in.byte() != 0) {
                *number = m_in.signed_number();
            }
        }
        return result;
    }

    void place(std::optional<EventPlace>& place) {
        if (m_in.byte() == 0) {
            place.reset();
            return;
        }
        EventPlace& result = place ? *place : place.emplace();
        for (auto* each : {&result.id, &result.text, &result.name, &result.name_ar, &result.country, &result.admin1,
                           &result.admin1_code, &result.feature_code, &result.match}) {
            *each = text();
        }
        result.feature = one_of<FeatureClass>(static_cast<std::size_t>(FeatureClass::other));
        result.location.reset();
        if (m_in.byte() != 0) {
            const double lon = m_in.real();
            result.location = Location{lon, m_in.real()};
        }
        result.radius_km = m_in.real();
        result.score = static_cast<float>(m_in.real());
        const std::uint8_t judged = m_in.byte();
        result.sure = (judged & 1U) != 0;
        result.certainty.reset();
        if ((judged & 2U) != 0) {
            result.certainty = static_cast<float>(std::min(m_in.number(), std::uint64_t{10000})) / certainty_steps;
        }
        list(result.why, [this](std::string& each) { each = text(); });
        list(result.alternatives, [this](std::string& each) { each = text(); });
        result.candidate_count = small();
    }

    void actor(Actor& result) {
        result.span = span();
        result.text = text();
        result.role = immortal(text());
    }

    void source(EventSource& result) {
        for (auto* each : {&result.article_id, &result.title, &result.source, &result.url, &result.language,
                           &result.published_source, &result.sentence}) {
            *each = text();
        }
        result.published = date();
        result.begin = small();
        result.end = small();
    }

    PackedReader m_in;
    const std::vector<std::string_view>& m_texts;
};

void check_version(std::uint8_t version) {
    if (version != packed_reports_version) {
        throw Error("expected records of version " + std::to_string(packed_reports_version) + ", found version " +
                    std::to_string(version));
    }
}

} // namespace

std::string pack_reports(std::string_view article_id, std::span<const Event> events) {
    std::vector<const Event*> each;
    each.reserve(events.size());
    for (const Event& event : events) {
        each.push_back(&event);
    }
    PackedWriter out;
    pack_reports(article_id, each, out);
    return std::move(out.bytes());
}

void pack_reports(std::string_view article_id, std::span<const Event* const> events, PackedWriter& out) {
    TextTable texts;
    PackedWriter packed;
    std::vector<std::size_t> ends;
    ends.reserve(events.size());
    for (const Event* event : events) {
        EventWriter(texts, packed).write(*event);
        ends.push_back(packed.bytes().size());
    }
    out.byte(packed_reports_version);
    out.text(article_id);
    out.number(texts.texts().size());
    for (const std::string_view text : texts.texts()) {
        out.text(text);
    }
    out.number(ends.size());
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        out.text(std::string_view(packed.bytes()).substr(begin, end - begin));
        begin = end;
    }
}

std::string_view packed_article(std::string_view bytes) {
    PackedReader in(bytes);
    check_version(in.byte());
    return in.text();
}

void PackedReports::open(std::string_view bytes) {
    PackedReader in(bytes);
    check_version(in.byte());
    m_article_id = in.text();
    m_texts.resize(in.count());
    for (std::string_view& text : m_texts) {
        text = in.text();
    }
    m_events.resize(in.count());
    for (std::string_view& event : m_events) {
        event = in.text();
    }
}

void PackedReports::read(std::size_t index, Event& event) const {
    EventReader(m_events.at(index), m_texts).read(event);
}

Event PackedReports::event(std::size_t index) const {
    Event event;
    read(index, event);
    return event;
}

std::vector<Event> PackedReports::events() const {
    std::vector<Event> result;
    result.reserve(size());
    for (std::size_t i = 0; i < size(); ++i) {
        result.push_back(event(i));
    }
    return result;
}

} // namespace yaqut::events
