// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "events/gate_model.hpp"
#include "events/gate_neighbours.hpp"
#include "lexicon/table.hpp"
#include "story.hpp"

using namespace yaqut;
using namespace yaqut::events;
using namespace yaqut::events::testing;

namespace {

/// A table of weights in which all features weigh nothing but those of `rows`.
std::string features_with(std::string_view feature, std::string_view weight) {
    std::string table = "feature\tweight\n";
    for (const std::string_view name : gate_feature_names) {
        table += std::string(name) + "\t" + (name == feature ? std::string(weight) : "0") + "\n";
    }
    return table;
}

} // namespace

TEST_CASE("each reason of refusal and each type has a feature of its name") {
    const auto name = [](GateFeature f) { return gate_feature_names[static_cast<std::size_t>(f)]; };
    CHECK(name(feature_of(Refusal::question)) == "refused_question");
    CHECK(name(feature_of(Refusal::weak)) == "refused_weak");
    CHECK(name(feature_of(EventType::airstrike)) == "type_airstrike");
    CHECK(name(feature_of(EventType::earthquake)) == "type_earthquake");
    CHECK(name(GateFeature::base) == "base");
}

TEST_CASE("rows of the event tables have weights of their own") {
    const std::string features = features_with("base", "0.5");
    const std::string words = "type\trow\tweight\nAIRSTRIKE\tnoun غارة\t1.5\nATTACK\tattack_noun + air\t-2\n";
    const std::string neighbours = "where\tword\tweight\nbefore\tفي\t0.5\nahead\tفي\t-0.25\n";
    const GateWeights weights(lexicon::Table("features", features), lexicon::Table("words", words),
                              lexicon::Table("neighbours", neighbours));
    CHECK(weights.of_word(word_key("AIRSTRIKE", "noun غارة")) == doctest::Approx(1.5));
    CHECK(weights.of_word(word_key("ATTACK", "attack_noun + air")) == doctest::Approx(-2.0));
    CHECK(weights.of_word(word_key("ATTACK", "noun غارة")) == 0.0F);
    const std::uint64_t word = text::KeyHash::of("في");
    CHECK(weights.of_neighbour(neighbour_key(Beside::before, word)) == doctest::Approx(0.5));
    CHECK(weights.of_neighbour(neighbour_key(Beside::ahead, word)) == doctest::Approx(-0.25));
    CHECK(weights.of_neighbour(neighbour_key(Beside::after, word)) == 0.0F);
}

TEST_CASE("weights are found by key among many") {
    std::vector<std::pair<std::uint32_t, float>> all;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        all.emplace_back(i * 64, 1.0F + static_cast<float>(i)); // keys that meet in the table
    }
    const KeyedWeights weights(all);
    CHECK(weights.of(0) == 1.0F);
    CHECK(weights.of(64 * 999) == 1000.0F);
    CHECK(weights.of(63) == 0.0F);
    CHECK(weights.of(64 * 1000) == 0.0F);
    CHECK(KeyedWeights({}).of(7) == 0.0F);
}

TEST_CASE("tables of weights must name every feature and hold numbers") {
    const lexicon::Table words("words", "type\trow\tweight\n");
    const std::string bad = features_with("base", "much");
    const lexicon::Table neighbours("neighbours", "where\tword\tweight\n");
    CHECK_THROWS_AS(GateWeights(lexicon::Table("features", bad), words, neighbours), TableError);
    const std::string good = features_with("base", "1");
    const lexicon::Table sideways("neighbours", "where\tword\tweight\nabove\tفي\t1\n");
    CHECK_THROWS_AS(GateWeights(lexicon::Table("features", good), words, sideways), TableError);
    CHECK_THROWS_AS(GateWeights(lexicon::Table("features", "feature\tweight\nbase\t1\n"), words, neighbours),
                    TableError);
}

TEST_CASE("words beside a mention decide when nothing else does") {
    std::string features = features_with("base", "-1");
    features.replace(features.find("beside\t0"), 8, "beside\t1");
    const std::string neighbours = "where\tword\tweight\nbefore\tشهود\t2\nbehind\tمصنع\t3\n";
    const Extractor extractor(GateWeights(lexicon::Table("features", features),
                                          lexicon::Table("words", "type\trow\tweight\n"),
                                          lexicon::Table("neighbours", neighbours)));
    const auto told = [&](const std::string& text) {
        Article article;
        article.text = text;
        const text::Document document(article.text);
        return extractor.extract({document, article, Language::ar, {}, {}, std::nullopt}).size();
    };
    CHECK(told("ذكر سكان غارة على المخزن القديم.") == 0);
    CHECK(told("ذكر شهود غارة على المخزن القديم.") == 1);
    CHECK(told("ذكر سكان غارة على المصنع القديم.") == 1); // without its article
    CHECK(told("ذكر سكان غارة على المخزن القديم قرب المصنع.") == 0);
}

TEST_CASE("what is called for, asked or made a name of is no event, told facts are") {
    CHECK(Story("وقعت غارة جوية على مخزن في درنة الخميس.").events().size() == 1);
    CHECK(Story("هل تقع غارة جوية على درنة؟").events().empty());
    CHECK(Story("دعا الوزير إلى وقف إطلاق النار في غزة.").events().empty());
}
