// SPDX-License-Identifier: Apache-2.0
// How certain the place of an event is, and what is given instead of an uncertain one.
#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "events/assemble.hpp"
#include "events/place_certainty.hpp"
#include "events/places.hpp"
#include "events/rules.hpp"
#include "events/tagged_text.hpp"
#include "events/word_tags.hpp"
#include "text/document.hpp"

using namespace yaqut;
using namespace yaqut::events;

namespace {

constexpr float sure = 6.0F; ///< logarithm of the odds of a choice
constexpr float unsure = -3.0F;

/// "A hard year in Libya. Gunmen kidnapped a merchant in Derna": one event, said to be in the town.
class Told {
  public:
    /// Without the country's name the text is the same, but nobody has recognised it.
    explicit Told(bool with_country = true) : m_toponyms(read(with_country)) {}

    [[nodiscard]] Event event(float odds) const {
        const std::vector<Event> events =
            assemble({m_document, m_article, Language::ar, m_toponyms, {}, {}}, m_text, {cluster(odds)});
        REQUIRE(events.size() == 1);
        return events.front();
    }
    [[nodiscard]] float certainty(float odds) const {
        const std::vector<Cluster> clusters{cluster(odds)};
        return score_place_certainty(m_text, clusters.front(), PlaceCompany(m_text, clusters, {}), false).value();
    }

  private:
    [[nodiscard]] Cluster cluster(float odds) const {
        Cluster cluster;
        Draft& draft = cluster.event;
        draft.type = EventType::abduction;
        draft.worth = sure;
        draft.trigger = draft.extent = tokens_of("خطف");
        draft.sentence = m_document.sentence_of(draft.trigger.begin);
        draft.place = {static_cast<std::int32_t>(m_toponyms.size()) - 1, Link::stated, odds, odds};
        draft.fatalities = {2, 2, 2};
        draft.date.range = DateRange{parse_iso_date("2020-03-01"), parse_iso_date("2020-03-01"), DatePrecision::day};
        draft.date.link = Link::stated;
        cluster.members.push_back(0);
        return cluster;
    }
    [[nodiscard]] TokenRange tokens_of(std::string_view word) const {
        TokenRange range;
        while (m_document.source(m_document.token(range.begin).span) != word) {
            ++range.begin;
        }
        range.end = range.begin + 1;
        return range;
    }
    [[nodiscard]] ResolvedToponym toponym(std::string_view name, FeatureClass feature) const {
        ResolvedToponym toponym;
        toponym.mention.tokens = tokens_of(name);
        toponym.mention.span = m_document.span_of(toponym.mention.tokens);
        toponym.mention.use_score = 0.95F;
        toponym.score = 0.9F;
        Place place;
        place.id = name;
        place.name = name;
        place.feature = feature;
        place.country = "LY";
        place.location = {22.6, 32.8};
        toponym.location = place.location;
        toponym.place = place;
        return toponym;
    }
    [[nodiscard]] std::vector<ResolvedToponym> read(bool with_country) const {
        std::vector<ResolvedToponym> toponyms;
        if (with_country) {
            toponyms.push_back(toponym("ليبيا", FeatureClass::country));
        }
        toponyms.push_back(toponym("درنة", FeatureClass::city));
        return toponyms;
    }
    [[nodiscard]] static Article article() {
        Article article;
        article.text = "عام صعب في ليبيا. خطف مسلحون تاجرا في درنة.";
        return article;
    }

    Article m_article = article();
    text::Document m_document{m_article.text};
    Rules m_rules{Language::ar};
    std::vector<ResolvedToponym> m_toponyms;
    TaggedText m_text{m_document, m_rules, WordTags(m_document, m_rules), m_toponyms, {}};
};

} // namespace

TEST_CASE("a place is the more certain the more of the choice speaks for it") {
    const Told told;
    CHECK(told.certainty(sure) > told.certainty(0.0F));
    CHECK(told.certainty(0.0F) > told.certainty(unsure));
    CHECK(told.certainty(sure) > least_place_certainty());
    CHECK(told.certainty(unsure) < least_place_certainty());
}

TEST_CASE("a place may be likely enough to be given, and not for a map") {
    const Event certain = Told().event(sure);
    REQUIRE(certain.place);
    CHECK(certain.place->sure);
    const Event likely = Told().event(0.0F);
    REQUIRE(likely.place);
    CHECK(likely.place->name == "درنة");
    CHECK_FALSE(likely.place->sure);
    CHECK(certain.place->certainty > likely.place->certainty);
    CHECK_FALSE(Told().event(unsure).place->certainty); // of the country nothing is known
}

TEST_CASE("a place that is hardly right gives way to its country, and to none where the text does not name that") {
    const Event certain = Told().event(sure);
    REQUIRE(certain.place);
    CHECK(certain.place->name == "درنة");
    CHECK(certain.geo_precision == GeoPrecision::city);
    const Event wide = Told().event(unsure);
    REQUIRE(wide.place);
    CHECK(wide.place->name == "ليبيا");
    CHECK(wide.geo_precision == GeoPrecision::country);
    REQUIRE(!wide.place->why.empty());
    CHECK(wide.place->why.front() == "unsure place in it");
    const Event nowhere = Told(false).event(unsure);
    CHECK(!nowhere.place);
    CHECK(nowhere.geo_precision == GeoPrecision::none);
    CHECK(nowhere.why_no_place == "none of the places named is likely enough");
}
