// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "spatial/geodesic.hpp"
#include "unit/toponyms/small_gazetteer.hpp"

using namespace yaqut;
using toponyms::test::Reading;

TEST_CASE("the article's country decides between namesakes") {
    const Reading libya("اندلع قتال في ليبيا. وسمع دوي انفجارات في طرابلس، بينما تقدمت قوات من سرت وبنغازي.");
    CHECK(libya.place("طرابلس") == "t:tripoli-ly");
    const Reading lebanon("اندلعت مواجهات في لبنان. وانتشر الجيش اللبناني في طرابلس بعد هدوء في بيروت.");
    CHECK(lebanon.place("طرابلس") == "t:tripoli-lb");
}

TEST_CASE("a name is its country unless a descriptor says otherwise") {
    const Reading country("ارتفعت الأسعار في تونس هذا العام.");
    CHECK(country.place("تونس") == "t:tn");
    const Reading city("تظاهر المئات في مدينة تونس أمس.");
    CHECK(city.place("تونس") == "t:tunis");
}

TEST_CASE("what belongs to towns is in the capital, what belongs to countries is not") {
    const auto place = [](const char* text) { return std::string(Reading(text).place("تونس")); };
    CHECK(place("أصدرت المحكمة الابتدائية بتونس حكمها أمس.") == "t:tunis");
    CHECK(place("ازدحمت شوارع تونس أمس.") == "t:tunis");
    CHECK(place("أغلقت حدود تونس أمس.") == "t:tn");
    CHECK(place("ارتفعت الأسعار في تونس وليبيا هذا العام.") == "t:tn");
}

TEST_CASE("a descriptor picks the kind of place") {
    const Reading state("أعلنت السلطات في ولاية الخرطوم حظر التجول بالسودان.");
    CHECK(state.place("الخرطوم") == "t:khartoum-state");
    const Reading city("أعلنت السلطات في مدينة الخرطوم حظر التجول بالسودان.");
    CHECK(city.place("الخرطوم") == "t:khartoum");
}

TEST_CASE("the districts of a list are districts") {
    const Reading text("نزلت أمطار غزيرة بمعتمديات الزهورية والنخيلات في تونس.");
    CHECK(text.place("الزهورية") == "t:zuhur-district");
    CHECK(text.place("النخيلات") == "t:nakhla-district");
    CHECK(Reading("نزلت أمطار غزيرة في الزهورية في تونس.").place("الزهورية") == "t:zuhur");
}

TEST_CASE("a village that is known as the town of X is not the only town of X") {
    const Reading libya("سقطت قذائف على بلدة درنة في ليبيا، ونزح سكان إلى طبرق.");
    CHECK(libya.place("درنة") == "t:derna");
    const Reading lebanon("سقطت قذائف على بلدة درنة في لبنان، ونزح سكان إلى بيروت.");
    CHECK(lebanon.place("درنة") == "t:derna-lb");
}

TEST_CASE("explicit containment") {
    const Reading texas("A storm damaged houses in Paris, Texas, on Sunday.", Language::en);
    CHECK(texas.place("Paris") == "t:paris-tx");
    const Reading france("A storm damaged houses in Paris, France, on Sunday.", Language::en);
    CHECK(france.place("Paris") == "t:paris");
}

TEST_CASE("the longest name wins over its parts") {
    const Reading text("توقفت الرحلات في مطار طرابلس الدولي أمس.");
    const auto* airport = text.at("مطار طرابلس الدولي");
    REQUIRE(airport != nullptr);
    REQUIRE(airport->place.has_value());
    CHECK(airport->place->id == "t:tip");
    CHECK_FALSE(airport->is_fallback);
}

TEST_CASE("a site that the gazetteer lacks falls back to the town around it") {
    const Reading text("سيطرت القوات على معسكر الدفاع الساحلي في مدينة درنة شرقي ليبيا.");
    const auto* camp = text.at("معسكر الدفاع الساحلي");
    REQUIRE(camp != nullptr);
    CHECK(camp->mention.candidates.empty());
    CHECK(camp->mention.descriptor_feature == FeatureClass::facility);
    REQUIRE(camp->place.has_value());
    CHECK(camp->place->id == "t:derna");
    CHECK(camp->is_fallback);
    CHECK(text.at("معسكر") == nullptr); // and is not the Algerian town
}

TEST_CASE("a quarter of a frequent name lies in the town of the text, not in towns far away that bear the name") {
    const Reading text("سقطت قذائف على حي الوردية في مدينة درنة شرقي ليبيا.");
    const auto* quarter = text.at("الوردية");
    REQUIRE(quarter != nullptr);
    REQUIRE(quarter->place.has_value());
    CHECK(quarter->place->id == "t:derna");
    CHECK(quarter->is_fallback);
    CHECK(quarter->alternatives.size() == 3);
    CHECK(Reading("قتل ثلاثة في بلدة الوردية جنوبي ليبيا.").at("الوردية")->place->id.starts_with("t:wardiya"));
}

TEST_CASE("distance and direction give a point") {
    const Reading text("سقطت الطائرة على بعد 50 كيلومترا غرب سرت في ليبيا.");
    const ResolvedToponym* offset = nullptr;
    for (const ResolvedToponym& result : text.results()) {
        const auto& candidates = result.mention.candidates;
        if (!candidates.empty() && candidates.front().match == MatchKind::offset) {
            offset = &result;
        }
    }
    REQUIRE(offset != nullptr);
    REQUIRE(offset->location.has_value());
    const Location sirte{16.5887, 31.2089};
    CHECK(spatial::distance_km(sirte, *offset->location) == doctest::Approx(50.0).epsilon(0.01));
    CHECK(offset->location->lon < sirte.lon);
    CHECK(offset->radius_km >= 10.0);
    CHECK(text.cue("سرت", MentionCue::offset_anchor));
    CHECK(text.place("سرت") == "t:sirte");
}

TEST_CASE("every choice says how sure it is, why, and what else it might be") {
    const Reading text("اندلع قتال في ليبيا. وسمع دوي انفجارات في طرابلس.");
    const auto* tripoli = text.at("طرابلس");
    REQUIRE(tripoli != nullptr);
    CHECK(tripoli->score > 0.5F);
    CHECK(tripoli->score <= 1.0F);
    REQUIRE_FALSE(tripoli->reasons.empty());
    for (std::size_t i = 1; i < tripoli->reasons.size(); ++i) {
        CHECK(tripoli->reasons[i - 1].weight >= tripoli->reasons[i].weight);
    }
    REQUIRE_FALSE(tripoli->alternatives.empty());
    CHECK(tripoli->alternatives.front().place.id == "t:tripoli-lb");
    CHECK(tripoli->alternatives.front().score < tripoli->score);
    float sum = tripoli->score;
    for (const Alternative& alternative : tripoli->alternatives) {
        sum += alternative.score;
    }
    CHECK(sum <= 1.001F);
}

TEST_CASE("one sense per article") {
    const Reading text("انتشر الجيش اللبناني في طرابلس. وقال سكان إن الهدوء عاد إلى لبنان.\nوزار الوزير طرابلس لاحقا.");
    CHECK(text.place("طرابلس", 0) == "t:tripoli-lb");
    CHECK(text.place("طرابلس", 1) == "t:tripoli-lb");
}

TEST_CASE("mentions of one name may have met different entries of the gazetteer") {
    const std::string text = "وصل الوفد إلى طرابلس، ثم غادر طرابلس.";
    const text::Document document(text);
    std::vector<ToponymMention> mentions =
        toponyms::Recognizer(toponyms::test::small_gazetteer()).recognize(document, Language::ar);
    REQUIRE(mentions.size() == 2);
    REQUIRE(mentions[0].candidates.size() >= 2);
    mentions[1].use = mentions[0].use;
    mentions[1].candidates.erase(mentions[1].candidates.begin(), mentions[1].candidates.end() - 1);
    const auto resolved = toponyms::Resolver(toponyms::test::small_gazetteer()).resolve(document, mentions);
    REQUIRE(resolved.size() == 2);
    CHECK(resolved[1].mention.candidates.size() == 1);
    const Candidate& same = resolved[0].mention.candidates.back();
    CHECK(resolved[1].mention.candidates.front().place == same.place);
    CHECK(resolved[1].mention.candidates.front().score == doctest::Approx(same.score));
}

TEST_CASE("a capital may have a nationality between it and its descriptor") {
    const Reading text("عقد الاجتماع في العاصمة التونسية تونس أمس.");
    CHECK(text.place("تونس", 1) == "t:tunis");
}

TEST_CASE("a town that the gazetteer lacks is not placed in another town") {
    const Reading text("وصل الوفد إلى بلدة الكندورة بعد زيارة إلى بنغازي.");
    const auto* town = text.at("الكندورة");
    REQUIRE(town != nullptr);
    CHECK_FALSE(town->place.has_value());
}

TEST_CASE("a unit named in the article decides between namesakes") {
    const Reading text("Fires burned across Texas. Officials in Paris closed schools.", Language::en);
    CHECK(text.place("Paris") == "t:paris-tx");
}

TEST_CASE("what only a unit has tells the unit from its town") {
    CHECK(Reading("اجتمع والي الخرطوم بالمواطنين في السودان.").place("الخرطوم") == "t:khartoum-state");
    CHECK(Reading("أصابت السيول قرية في الخرطوم بالسودان.").place("الخرطوم") == "t:khartoum-state");
    CHECK(Reading("وصل الوزير إلى الخرطوم عاصمة السودان.").place("الخرطوم") == "t:khartoum");
}

TEST_CASE("a descriptor in the plural describes the whole list") {
    const Reading text("أعلنت حالة الطوارئ في ولايات الجزيرة والخرطوم بالسودان.");
    CHECK(text.place("لخرطوم") == ""); // no such span
    CHECK(text.place("الخرطوم") == "t:khartoum-state");
    CHECK(text.at("الخرطوم")->mention.descriptor.empty());
}

TEST_CASE("a wide or a merely neighbouring place gives a site no point") {
    const Reading wide("سيطرت القوات على معسكر الدفاع الساحلي في ولاية الخرطوم بالسودان.");
    const auto* camp = wide.at("معسكر الدفاع الساحلي");
    REQUIRE(camp != nullptr);
    CHECK_FALSE(camp->place.has_value());
    CHECK_FALSE(camp->location.has_value());
    REQUIRE(camp->reasons.size() == 2);
    CHECK(camp->reasons[0].code == "no narrow containing place");
    CHECK(camp->reasons[1].code == "containing place");
    REQUIRE(camp->within.has_value()); // for who reads the mention, not for a map
    CHECK(camp->within->id == "t:khartoum-state");
    CHECK(camp->radius_km >= 60.0);
    const Reading near(
        "خرج من درنة قبل يومين رجال قالوا إنهم قاتلوا إلى جانب القوات في ليبيا قرب بلدة الصفصاف وبنغازي.");
    const auto* village = near.at("الصفصاف");
    REQUIRE(village != nullptr);
    CHECK_FALSE(village->place.has_value());
    REQUIRE(village->within.has_value());
    CHECK(village->within->id == "t:benghazi");
    CHECK(village->reasons.back().code == "named nearby");
    CHECK(village->radius_km > 30.0); // it is not in the town
}

TEST_CASE("an article about one wide country says too little of where a site is") {
    const Reading lebanon("أغلق الدفاع المدني في لبنان جسر الوردانية بعد السيول.");
    const auto* bridge = lebanon.at("جسر الوردانية");
    REQUIRE(bridge != nullptr);
    CHECK_FALSE(bridge->place.has_value());
    CHECK_FALSE(bridge->within.has_value());
    CHECK(bridge->reasons.front().code == "not in the gazetteer");
}

TEST_CASE("a town that the gazetteer spells otherwise is met by its sound in a country of the article") {
    const Reading text("أطلق مسلح النار في مدرسة بمدينة نوبليسفيل في الولايات المتحدة أمس.");
    CHECK(text.place("نوبليسفيل") == "t:noblesville");
    REQUIRE(text.at("نوبليسفيل") != nullptr);
    CHECK_FALSE(text.at("نوبليسفيل")->on_map);
    CHECK(text.at("نوبليسفيل")->reasons.front().code == "similar spelling");
    const Reading longer("اندلع حريق كبير في بلدة بورت ليستر في الولايات المتحدة أمس.");
    CHECK(longer.place("بورت ليستر") == "t:port-lester");
    const Reading elsewhere("أطلق مسلح النار في مدرسة بمدينة نوبليسفيل في فرنسا أمس.");
    REQUIRE(elsewhere.at("نوبليسفيل") != nullptr);
    CHECK_FALSE(elsewhere.at("نوبليسفيل")->place.has_value());
}
