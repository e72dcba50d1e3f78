// SPDX-License-Identifier: Apache-2.0
#include "io/annotation_json.hpp"

#include <algorithm>

#include "io/event_schema.hpp"
#include "io/json_writer.hpp"
#include "text/code_points.hpp"

namespace yaqut::io {

namespace {

constexpr int degree_decimals = 5; // about a metre
constexpr int score_decimals = 4;

/// Kilometres: one decimal is enough for what is never known better, more for facilities.
int radius_decimals(double km) { return km < 10.0 ? 2 : km < 100.0 ? 1 : 0; }

class AnnotationWriter {
  public:
    AnnotationWriter(const Article& article, const JsonOptions& options)
        : m_article(article), m_options(options), m_code_points(article.text) {}

    std::string write(const Annotation& annotation) {
        m_json.begin_object();
        header(annotation);
        toponyms(annotation);
        list("timex", annotation.timexes);
        list("events", annotation.events);
        m_json.end_object();
        return std::move(m_json.text());
    }

  private:
    void header(const Annotation& annotation) {
        m_json.key("id").value(m_article.id);
        m_json.key("lang").value(to_string(annotation.language));
        m_json.key("dct").value(annotation.dct);
        m_json.key("dct_source").text_or_null(annotation.dct ? std::string_view(annotation.dct_source) : "");
        dct_candidates(annotation.dct_candidates);
        given("title", m_article.title);
        given("source", m_article.source);
        given("url", m_article.url);
        stated();
        // Nobody else has the text that was taken out of a page: without it the offsets would mean nothing.
        if (m_options.text || !m_article.stated.empty()) {
            m_json.key("text").value(m_article.text);
        }
    }

    void dct_candidates(const std::vector<DctCandidate>& candidates) {
        if (candidates.empty()) {
            return;
        }
        m_json.key("dct_candidates").begin_array();
        for (const DctCandidate& candidate : candidates) {
            m_json.begin_object().key("value").value(candidate.value);
            m_json.key("basis").value(candidate.basis);
            m_json.key("evidence").begin_array();
            for (const TextSpan evidence : candidate.evidence) {
                m_json.begin_object();
                span(evidence);
                m_json.key("text").value(m_text).end_object();
            }
            m_json.end_array().end_object();
        }
        m_json.end_array();
    }

    /// What the page, feed or archive says about the article, and where it says so.
    void stated() {
        if (m_article.stated.empty()) {
            return;
        }
        m_json.key("stated").begin_array();
        for (const StatedFact& fact : m_article.stated) {
            m_json.begin_object().key("field").value(fact.field).key("value").value(fact.value);
            m_json.key("source").value(fact.source).end_object();
        }
        m_json.end_array();
    }

    void given(std::string_view name, std::string_view text) {
        if (!text.empty()) {
            m_json.key(name).value(text);
        }
    }

    template <typename Item> void list(std::string_view name, const std::vector<Item>& items) {
        m_json.key(name).begin_array();
        for (const Item& item : items) {
            m_json.begin_object();
            write_item(item);
            m_json.end_object();
        }
        m_json.end_array();
    }

    /// The doubtful places where they stand in the text, instead of what else the same names were taken for.
    void toponyms(const Annotation& annotation) {
        m_json.key("toponyms").begin_array();
        auto doubtful = annotation.doubtful.begin();
        const auto write = [this](const ResolvedToponym& toponym) {
            m_json.begin_object();
            write_item(toponym);
            m_json.end_object();
        };
        for (const ResolvedToponym& toponym : annotation.toponyms) {
            TextSpan told{};
            for (; doubtful != annotation.doubtful.end() && doubtful->mention.span.begin <= toponym.mention.span.begin;
                 ++doubtful) {
                write(*doubtful);
                told = doubtful->mention.span;
            }
            if (told != toponym.mention.span) {
                write(toponym);
            }
        }
        std::for_each(doubtful, annotation.doubtful.end(), write);
        m_json.end_array();
    }

    /// A span outside the text would be a fault of the caller: it is cut, so that what comes out is at least true.
    void span(TextSpan bytes) {
        const auto size = static_cast<std::uint32_t>(m_article.text.size());
        bytes.begin = std::min(bytes.begin, size);
        bytes.end = std::clamp(bytes.end, bytes.begin, size);
        const TextSpan points = m_code_points.to_code_points(bytes);
        m_json.key("start").value(std::int64_t{points.begin});
        m_json.key("end").value(std::int64_t{points.end});
        m_text = std::string_view(m_article.text).substr(bytes.begin, bytes.size());
    }

    void location(const std::optional<Location>& location) {
        const bool known = location && location->valid();
        coordinate("lat", known, known ? location->lat : 0.0);
        coordinate("lon", known, known ? location->lon : 0.0);
    }

    void coordinate(std::string_view name, bool known, double degrees) {
        m_json.key(name);
        known ? m_json.value(degrees, degree_decimals) : m_json.null();
    }

    void radius(double km) {
        m_json.key("radius_km");
        km > 0.0 ? m_json.value(km, radius_decimals(km)) : m_json.null();
    }

    void place_id(std::string_view id) {
        m_json.key("place_id").text_or_null(id);
        if (const auto number = geonames_id(id)) {
            m_json.key("geonameid").value(std::int64_t{*number});
        }
    }

    void write_item(const ResolvedToponym& toponym) {
        const Place nothing{};
        const bool within = !toponym.place && !toponym.location && toponym.within;
        const Place& place = within ? *toponym.within : toponym.place ? *toponym.place : nothing;
        span(toponym.mention.span);
        m_json.key("text").value(m_text);
        m_json.key("use").value(to_string(toponym.mention.use));
        m_json.key("use_score").value(toponym.mention.use_score, score_decimals);
        m_json.key("name").text_or_null(place.name);
        m_json.key("name_ar").text_or_null(place.name_ar);
        place_id(place.id);
        m_json.key("country").text_or_null(place.country);
        m_json.key("admin1").text_or_null(place.admin1);
        m_json.key("feature").text_or_null(toponym.place || within ? to_string(place.feature) : "");
        location(toponym.place || within ? toponym.location.value_or(place.location) : toponym.location);
        radius(toponym.radius_km);
        m_json.key("score");
        toponym.place || toponym.location || within ? m_json.value(toponym.score, score_decimals) : m_json.null();
        if (toponym.is_fallback || within) {
            m_json.key("fallback").value(true);
        }
        if (toponym.mention.use == ToponymUse::location) {
            m_json.key("on_map").value(toponym.on_map);
            m_json.key("map_score").value(toponym.map_score, score_decimals);
            why("why_not_on_map", toponym.why_not_on_map, toponym.on_map);
        }
        reasons(toponym.reasons);
        if (m_options.candidates) {
            candidates(toponym);
        }
    }

    void reasons(const std::vector<Reason>& reasons) {
        m_json.key("reasons").begin_array();
        for (const Reason& reason : reasons) {
            m_json.begin_object().key("code").value(reason.code);
            m_json.key("weight").value(reason.weight, 3).end_object();
        }
        m_json.end_array();
    }

    void candidates(const ResolvedToponym& toponym) {
        m_json.key("candidates").begin_array();
        std::size_t left = m_options.max_candidates;
        if (toponym.place && left > 0) {
            candidate(*toponym.place, toponym.score);
            --left;
        }
        for (std::size_t i = 0; i < std::min(left, toponym.alternatives.size()); ++i) {
            candidate(toponym.alternatives[i].place, toponym.alternatives[i].score);
        }
        m_json.end_array();
    }

    void candidate(const Place& place, float score) {
        m_json.begin_object();
        m_json.key("place_id").text_or_null(place.id);
        m_json.key("name").text_or_null(place.name);
        m_json.key("country").text_or_null(place.country);
        location(place.location);
        m_json.key("score").value(score, score_decimals);
        m_json.end_object();
    }

    void dates(const std::optional<DateRange>& range) {
        m_json.key("date_start").value(range ? range->first : std::nullopt);
        m_json.key("date_end").value(range ? range->last : std::nullopt);
    }

    void why(std::string_view name, std::string_view reason, bool known) {
        if (!known && !reason.empty()) {
            m_json.key(name).value(reason);
        }
    }

    void write_item(const Timex& timex) {
        span(timex.span);
        m_json.key("text").value(m_text);
        m_json.key("type").value(to_string(timex.type));
        m_json.key("value").text_or_null(timex.value);
        dates(timex.range);
        m_json.key("precision").value(to_string(timex.range ? timex.range->precision : DatePrecision::unknown));
        m_json.key("basis").value(to_string(timex.basis));
        why("why_open", timex.why_open, timex.range.has_value());
        given("note", timex.note);
        if (!timex.candidates.empty()) {
            m_json.key("candidates").begin_array();
            for (const std::string& other : timex.candidates) {
                m_json.value(other);
            }
            m_json.end_array();
        }
    }

    void write_item(const Event& event) {
        m_json.key("id").value(event.id);
        m_json.key("type").value(to_string(event.type));
        span(event.trigger);
        m_json.key("trigger").value(m_text);
        place_of(event);
        dates(event.when);
        m_json.key("date_precision").value(to_string(event.date_precision));
        m_json.key("date_basis").value(to_string(event.date_basis));
        m_json.key("date_text").text_or_null(event.date_text);
        why("why_no_date", event.why_no_date, event.when.has_value());
        m_json.key("status").value(to_string(event.status));
        quantity("fatalities", event.fatalities);
        quantity("injured", event.injured);
        quantity("missing", event.missing);
        quantity("displaced", event.displaced);
        actors(event.actors);
        m_json.key("attribution").text_or_null(event.attribution);
        m_json.key("sentence")
            .text_or_null(event.sources.empty() ? std::string_view{} : event.sources.front().sentence);
        m_json.key("confidence").value(event.confidence, score_decimals);
    }

    void place_of(const Event& event) {
        const EventPlace nothing{};
        const EventPlace& place = event.place ? *event.place : nothing;
        m_json.key("place_text").text_or_null(place.text);
        m_json.key("place_name").text_or_null(place.name);
        m_json.key("place_name_ar").text_or_null(place.name_ar);
        place_id(place.id);
        m_json.key("country").text_or_null(place.country);
        m_json.key("admin1").text_or_null(place.admin1);
        location(place.location);
        radius(place.radius_km);
        m_json.key("geo_precision").value(to_string(event.geo_precision));
        m_json.key("place_certainty");
        place.certainty ? m_json.value(*place.certainty, score_decimals) : m_json.null();
        m_json.key("on_map").value(event_point(event, {}).has_value());
        why("why_no_place", event.why_no_place, event.place.has_value());
    }

    void quantity(std::string_view name, const Quantity& quantity) {
        m_json.key(name);
        if (!quantity.known()) {
            m_json.null();
            return;
        }
        m_json.begin_object();
        count("min", quantity.min);
        count("best", quantity.best);
        count("max", quantity.max);
        m_json.end_object();
    }

    void count(std::string_view name, const std::optional<std::int64_t>& people) {
        m_json.key(name);
        people ? m_json.value(*people) : m_json.null();
    }

    void actors(const std::vector<Actor>& actors) {
        m_json.key("actors").begin_array();
        for (const Actor& actor : actors) {
            m_json.begin_object().key("text").value(actor.text);
            m_json.key("role").text_or_null(actor.role);
            span(actor.span);
            m_json.end_object();
        }
        m_json.end_array();
    }

    const Article& m_article;
    const JsonOptions& m_options;
    text::CodePointMap m_code_points;
    JsonWriter m_json;
    std::string_view m_text; ///< of the last span
};

} // namespace

std::string annotation_to_json(const Article& article, const Annotation& annotation, const JsonOptions& options) {
    return AnnotationWriter(article, options).write(annotation);
}

} // namespace yaqut::io
