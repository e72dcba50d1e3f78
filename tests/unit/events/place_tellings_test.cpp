// SPDX-License-Identifier: Apache-2.0
// Which of the places of an event's mentions is taken, and what the other events of the article say of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.hpp"
#include "events/place_certainty.hpp"
#include "events/place_tellings.hpp"
#include "events/rules.hpp"
#include "events/tagged_text.hpp"
#include "events/word_tags.hpp"
#include "text/document.hpp"

using namespace yaqut;
using namespace yaqut::events;

namespace {

constexpr float sure = 6.0F; ///< logarithm of the odds of a choice
constexpr float unsure = -3.0F;

/// Three blasts told one after the other, the first town named again in the third sentence.
class Blasts {
  public:
    [[nodiscard]] const TaggedText& text() const { return m_text; }
    [[nodiscard]] Draft blast(std::uint32_t sentence, float odds) const {
        Draft draft;
        draft.type = EventType::bombing;
        draft.sentence = sentence;
        draft.block = m_document.sentences()[sentence].block;
        draft.trigger = {m_document.sentences()[sentence].tokens.begin,
                         m_document.sentences()[sentence].tokens.begin + 1};
        draft.extent = draft.trigger;
        draft.place = {static_cast<std::int32_t>(sentence), Link::stated, odds, odds};
        return draft;
    }
    [[nodiscard]] std::string told(const std::vector<Draft>& drafts) const {
        Cluster cluster;
        cluster.event = drafts.front();
        for (std::uint32_t i = 0; i < drafts.size(); ++i) {
            cluster.members.push_back(i);
        }
        const PlaceLink place = told_place(m_text, drafts, cluster, nullptr);
        return std::string(m_toponyms[static_cast<std::size_t>(place.toponym)].place->name);
    }
    /// A feature of the certainty of the first event, among all.
    [[nodiscard]] float feature(const std::vector<Draft>& events, PlaceCertaintyFeature wanted) const {
        std::vector<Cluster> clusters(events.size());
        for (std::uint32_t i = 0; i < events.size(); ++i) {
            clusters[i].event = events[i];
            clusters[i].members.push_back(i);
        }
        const PlaceCompany company(m_text, clusters, parse_iso_date("2021-05-10"));
        PlaceCertaintyScore score = score_place_certainty(m_text, clusters.front(), company, true);
        const auto found = std::find_if(score.parts().begin(), score.parts().end(), [wanted](const LinkFeature& part) {
            return part.first == static_cast<std::uint8_t>(wanted);
        });
        return found == score.parts().end() ? 0.0F : found->second;
    }

  private:
    [[nodiscard]] ResolvedToponym toponym(std::uint32_t sentence, std::string_view name) const {
        ResolvedToponym toponym;
        const std::uint32_t end = m_document.sentences()[sentence].tokens.end;
        toponym.mention.tokens = {end - 2, end - 1};
        toponym.mention.span = m_document.span_of(toponym.mention.tokens);
        toponym.mention.use_score = 0.95F;
        toponym.score = 0.9F;
        Place place;
        place.id = name;
        place.name = name;
        place.feature = FeatureClass::city;
        place.country = "LY";
        place.location = {name == "Derna" ? 22.6 : 13.2, 32.8};
        toponym.location = place.location;
        toponym.place = place;
        return toponym;
    }
    [[nodiscard]] static Article article() {
        Article article;
        article.text = "انفجار كبير في درنة. انفجار آخر في طرابلس. انفجار ثالث في درنة.";
        return article;
    }

    Article m_article = article();
    text::Document m_document{m_article.text};
    Rules m_rules{Language::ar};
    std::vector<ResolvedToponym> m_toponyms{toponym(0, "Derna"), toponym(1, "Tripoli"), toponym(2, "Derna")};
    TaggedText m_text{m_document, m_rules, WordTags(m_document, m_rules), m_toponyms, {}};
};

} // namespace

TEST_CASE("of the places that the tellings of an event have, the surest one is taken") {
    const Blasts blasts;
    CHECK(blasts.told({blasts.blast(0, sure), blasts.blast(1, unsure)}) == "Derna");
    CHECK(blasts.told({blasts.blast(0, unsure), blasts.blast(1, sure)}) == "Tripoli");
    CHECK(blasts.told({blasts.blast(1, 0.0F)}) == "Tripoli");
}

TEST_CASE("the certainty of a place knows how many of the article's other events are there") {
    using F = PlaceCertaintyFeature;
    const Blasts blasts;
    const Draft derna = blasts.blast(0, sure);
    CHECK(blasts.feature({derna}, F::alone) == 1.0F);
    CHECK(blasts.feature({derna, blasts.blast(1, sure), blasts.blast(2, sure)}, F::others_place) == 0.5F);
    CHECK(blasts.feature({derna, blasts.blast(1, sure), blasts.blast(2, sure)}, F::type_elsewhere) == 0.5F);
    CHECK(blasts.feature({derna, blasts.blast(1, sure)}, F::others_land) == 1.0F);
    CHECK(blasts.feature({derna, blasts.blast(1, sure)}, F::others_place) == 0.0F);
}

TEST_CASE("the certainty of a place knows how long ago the event was") {
    using F = PlaceCertaintyFeature;
    const Blasts blasts;
    Draft blast = blasts.blast(0, sure);
    CHECK(blasts.feature({blast}, F::undated) == 1.0F);
    const auto on = [&](std::string_view day, F wanted) {
        blast.date.range = DateRange{parse_iso_date(day), parse_iso_date(day), DatePrecision::day};
        return blasts.feature({blast}, wanted) == 1.0F;
    };
    CHECK(on("2021-05-12", F::to_come));
    CHECK(on("2021-05-09", F::fresh));
    CHECK(on("2021-05-01", F::recent));
    CHECK(on("2020-11-01", F::old));
    CHECK(on("2011-02-17", F::years));
}
