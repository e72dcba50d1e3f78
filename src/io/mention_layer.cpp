// SPDX-License-Identifier: Apache-2.0
#include "io/mention_layer.hpp"

#include <algorithm>
#include <cmath>

#include "io/event_schema.hpp"
#include "io/event_values.hpp"
#include "io/side_layers.hpp"
#include "text/code_points.hpp"
#include "text/document.hpp"

namespace yaqut::io {

namespace {

constexpr auto text_type = FieldType::text;
constexpr auto integer = FieldType::integer;
constexpr auto real = FieldType::real;

FieldValue text(std::string_view value) { return value.empty() ? FieldValue{} : FieldValue{std::string(value)}; }

/// A point that was computed from distance and direction, not the place's own.
bool is_computed(const ResolvedToponym& toponym) {
    return toponym.location && (!toponym.place || *toponym.location != toponym.place->location);
}

int where_precision(const ResolvedToponym& toponym) {
    constexpr int exact = 1;
    constexpr int near = 2;
    if (is_computed(toponym)) {
        return near;
    }
    return ucdp_where_precision(toponym.place->feature, toponym.is_fallback ? near : exact);
}

std::string_view match_of(const ResolvedToponym& toponym) {
    const auto& candidates = toponym.mention.candidates;
    const auto chosen = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return toponym.place && candidate.place == toponym.place->index;
    });
    return chosen == candidates.end() ? std::string_view() : to_string(chosen->match);
}

std::string reasons_of(const ResolvedToponym& toponym) {
    std::string out;
    for (const Reason& reason : toponym.reasons) {
        out.append(out.empty() ? "" : "; ").append(reason.code);
    }
    return out;
}

std::string others_of(const ResolvedToponym& toponym) {
    constexpr std::size_t most = 5;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, toponym.alternatives.size()); ++i) {
        const auto& [place, score] = toponym.alternatives[i];
        out.append(out.empty() ? "" : ";").append(place.name).append("|").append(place.id).append("|");
        out += std::to_string(score);
    }
    return out;
}

/// The mentions of one article.
class Mentions {
  public:
    Mentions(const Article& article, const Annotation& annotation, DrawnPoints drawn, const UnitSurface& surface)
        : m_article(article), m_annotation(annotation), m_drawn(drawn), m_surface(surface), m_document(article.text),
          m_code_points(article.text) {}

    std::vector<SideFeature> all() {
        std::vector<SideFeature> result;
        for (const ResolvedToponym& toponym : m_annotation.toponyms) {
            const bool located = toponym.location ? toponym.location->valid() : toponym.place.has_value();
            if (located) {
                result.push_back(feature_of(toponym));
            }
        }
        return result;
    }

  private:
    /// Mentions come in the order of the text, and so do sentences.
    std::string_view sentence_of(TextSpan span) {
        const auto sentences = m_document.sentences();
        while (m_sentence < sentences.size() && sentences[m_sentence].span.end <= span.begin) {
            ++m_sentence;
        }
        const bool inside = m_sentence < sentences.size() && sentences[m_sentence].span.begin <= span.begin;
        return inside ? m_document.source(sentences[m_sentence].span) : std::string_view();
    }

    void locate(const ResolvedToponym& toponym, SideFeature& feature, double& radius_km) const {
        feature.point = toponym.location ? toponym.location : toponym.place->location;
        radius_km = toponym.radius_km;
        if (!is_computed(toponym)) {
            locate_place(*toponym.place, feature, radius_km);
        }
        if (!toponym.on_map && !m_drawn.unsure) {
            feature.point.reset();
        }
    }

    void locate_place(const Place& place, SideFeature& feature, double& radius_km) const {
        if (place.feature == FeatureClass::adm1) {
            if (const auto surface = m_surface(place.id, place.country, place.admin1_code)) {
                feature.point = surface->location;
                radius_km = surface->reach_km;
            }
        }
        const bool left_out = place.feature == FeatureClass::country && !m_drawn.countries;
        if (left_out) {
            feature.point.reset();
        }
    }

    SideFeature feature_of(const ResolvedToponym& toponym);

    const Article& m_article;
    const Annotation& m_annotation;
    DrawnPoints m_drawn;
    const UnitSurface& m_surface;
    text::Document m_document;
    text::CodePointMap m_code_points;
    std::size_t m_sentence = 0;
};

SideFeature Mentions::feature_of(const ResolvedToponym& toponym) {
    const Place nothing{};
    const Place& place = toponym.place ? *toponym.place : nothing;
    const ToponymMention& mention = toponym.mention;
    const TextSpan points = m_code_points.to_code_points(mention.span);
    SideFeature feature;
    double radius_km = 0.0;
    locate(toponym, feature, radius_km);
    const auto coordinate = [&](double Location::*member) {
        return feature.point ? FieldValue{(*feature.point).*member} : FieldValue{};
    };
    feature.id = m_article.id + "#" + std::to_string(points.begin);
    feature.values = {feature.id,
                      text(m_article.id),
                      std::string(to_string(mention.use)),
                      double{mention.use_score},
                      text(m_document.source(mention.span)),
                      text(m_document.source(mention.descriptor)),
                      text(place.name),
                      text(place.name_ar),
                      text(place.id),
                      toponym.place ? text(to_string(place.feature)) : FieldValue{},
                      text(place.feature_code),
                      text(place.admin1),
                      text(place.admin1_code),
                      text(place.country),
                      country_code3(std::string(place.country)),
                      coordinate(&Location::lat),
                      coordinate(&Location::lon),
                      std::int64_t{where_precision(toponym)},
                      radius_km > 0.0 ? FieldValue{std::round(radius_km * 1000.0)} : FieldValue{},
                      std::int64_t{toponym.is_fallback ? 1 : 0},
                      std::int64_t{toponym.on_map ? 1 : 0},
                      double{toponym.score},
                      text(match_of(toponym)),
                      text(reasons_of(toponym)),
                      static_cast<std::int64_t>(mention.candidates.size()),
                      text(others_of(toponym)),
                      m_annotation.dct ? FieldValue{*m_annotation.dct} : FieldValue{},
                      text(m_article.title),
                      text(m_article.source),
                      text(m_article.url),
                      text(to_string(m_annotation.language)),
                      text(sentence_of(mention.span)),
                      std::int64_t{points.begin},
                      std::int64_t{points.end}};
    return feature;
}

} // namespace

std::vector<SideFeature> mentions_of(const Article& article, const Annotation& annotation, DrawnPoints drawn,
                                     const UnitSurface& surface) {
    if (annotation.toponyms.empty()) {
        return {};
    }
    return Mentions(article, annotation, drawn, surface).all();
}

std::vector<Column> mention_columns() {
    constexpr std::uint8_t name_width = 80;
    constexpr std::uint8_t long_width = 254;
    return {{"mention_id", text_type, 90, 0},
            {"article_id", text_type, name_width, 0},
            {"use", text_type, 8, 0},
            {"use_conf", real, 5, 3},
            {"place_text", text_type, name_width, 0},
            {"descriptor", text_type, 40, 0},
            {"place_name", text_type, name_width, 0},
            {"name_ar", text_type, name_width, 0},
            {"place_id", text_type, 40, 0},
            {"place_type", text_type, 12, 0},
            {"place_code", text_type, 6, 0},
            {"admin1", text_type, name_width, 0},
            {"adm1_code", text_type, 12, 0},
            {"country", text_type, 2, 0},
            {"iso3", text_type, 3, 0},
            {"latitude", real, 10, 6},
            {"longitude", real, 11, 6},
            {"where_prec", integer, 1, 0},
            {"radius_m", real, 10, 0},
            {"fallback", integer, 1, 0},
            {"on_map", integer, 1, 0},
            {"geo_conf", real, 5, 3},
            {"match_type", text_type, 12, 0},
            {"place_why", text_type, 120, 0},
            {"cand_n", integer, 10, 0},
            {"cand_alt", text_type, long_width, 0},
            {"published", FieldType::date, 8, 0},
            {"title", text_type, long_width, 0},
            {"source", text_type, name_width, 0},
            {"url", text_type, long_width, 0},
            {"lang", text_type, 3, 0},
            {"snippet", text_type, long_width, 0},
            {"txt_start", integer, 10, 0},
            {"txt_end", integer, 10, 0}};
}

} // namespace yaqut::io
