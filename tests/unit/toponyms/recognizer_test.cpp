// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/toponyms/small_gazetteer.hpp"

using namespace yaqut;
using toponyms::test::Reading;

TEST_CASE("locatives make locations") {
    const Reading text("اندلعت اشتباكات عنيفة في بنغازي مساء السبت، وأصيب ثلاثة أشخاص بطبرق شرقي ليبيا.");
    CHECK(text.use("بنغازي") == ToponymUse::location);
    CHECK(text.cue("بنغازي", MentionCue::locative));
    CHECK(text.use("طبرق") == ToponymUse::location);
    CHECK(text.cue("طبرق", MentionCue::locative));
}

TEST_CASE("the span leaves proclitics out and keeps the article") {
    const Reading text("سافر الوفد للقاهرة ثم إلى بيروت وبنغازي، وشكر لليبيا دعمها.");
    const auto* cairo = text.at("لقاهرة");
    REQUIRE(cairo != nullptr);
    CHECK(cairo->mention.key == "القاهره");
    CHECK(text.use("بنغازي") == ToponymUse::location);
    CHECK(text.at("ليبيا") != nullptr);
}

TEST_CASE("a name that begins like a proclitic stays whole") {
    const Reading text("وصل رئيس الوزراء إلى بنغازي قادما من بيروت.");
    CHECK(text.use("بنغازي") == ToponymUse::location);
    CHECK(text.cue("بيروت", MentionCue::origin));
    CHECK_FALSE(text.cue("بنغازي", MentionCue::origin));
}

TEST_CASE("a name inside an organisation's name is no place") {
    const Reading text("أعلن مجلس شورى ثوار بنغازي مسؤوليته عن الهجوم في درنة.");
    CHECK(text.use("بنغازي") == ToponymUse::org);
    CHECK(text.use("درنة") == ToponymUse::location);
}

TEST_CASE("governments") {
    const Reading verb("وتؤكد القاهرة أنها تدعم الحوار.");
    CHECK(verb.use("القاهرة") == ToponymUse::metonym);
    const Reading list("اجتمع وزراء دول الجوار (الجزائر - تشاد - مصر - تونس) أمس.");
    for (const char* name : {"الجزائر", "تشاد", "مصر", "تونس"}) {
        CAPTURE(name);
        CHECK(list.use(name) == ToponymUse::metonym);
    }
    const Reading place("شهدت مصر مظاهرات حاشدة يوم الجمعة.");
    CHECK(place.use("مصر") == ToponymUse::location);
}

TEST_CASE("nationalities") {
    const Reading text("التقى مسؤولين مصريين وبحث تدريب القوات الليبية.");
    CHECK(text.use("مصريين") == ToponymUse::demonym);
    CHECK(text.use("الليبية") == ToponymUse::demonym);
    CHECK(text.place("الليبية") == "t:ly");
}

TEST_CASE("an outlet is no province") {
    const Reading outlet("قالت مصادر للجزيرة في بنغازي إن القتال مستمر.");
    CHECK(outlet.use("لجزيرة") == ToponymUse::source);
    CHECK(outlet.place("لجزيرة").empty());
    const Reading province("فر آلاف السكان من ولاية الجزيرة إلى الخرطوم في السودان.");
    CHECK(province.use("الجزيرة") == ToponymUse::location);
    CHECK(province.place("الجزيرة") == "t:jazira");
}

TEST_CASE("posts and reporters are no event places") {
    const Reading post("التقى المبعوث الدولي إلى ليبيا عددا من النواب.");
    CHECK(post.cue("ليبيا", MentionCue::title_complement));
    const Reading reporter("وقال مراسل القناة بليبيا إن الوضع هادئ.");
    CHECK(reporter.cue("ليبيا", MentionCue::reporter_base));
    CHECK_FALSE(reporter.cue("ليبيا", MentionCue::title_complement));
}

TEST_CASE("coordination, topics and glosses") {
    const Reading text("تحدثت الأنباء عن معارك في بنغازي وسرت.\nوفي درنة، قصفت طائرة مخازن المدينة شرقي ليبيا.");
    CHECK(text.use("سرت") == ToponymUse::location);
    CHECK(text.cue("سرت", MentionCue::list_member));
    CHECK(text.cue("درنة", MentionCue::paragraph_topic));
    CHECK_FALSE(text.cue("بنغازي", MentionCue::paragraph_topic));
}

TEST_CASE("names of several words, hashtags and run-together names") {
    const Reading text("سيول جارفة في حفر الباطن اليوم #حفر_الباطن #حفرالباطن");
    CHECK(text.at("حفر الباطن") != nullptr);
    CHECK(text.at("حفر_الباطن") != nullptr);
    const auto* fused = text.at("حفرالباطن");
    REQUIRE(fused != nullptr);
    REQUIRE_FALSE(fused->mention.candidates.empty());
    CHECK(fused->mention.candidates.front().match == MatchKind::fused);
}

TEST_CASE("ف and ك are taken off only from names the article has elsewhere") {
    const Reading alone("قال إن فطرابلس بعيدة.");
    CHECK(alone.at("طرابلس") == nullptr);
    const Reading established("اندلع القتال في طرابلس أمس. أما الشرق فهادئ، فطرابلس وحدها مشتعلة.");
    CHECK(established.at("طرابلس", 0) != nullptr);
    CHECK(established.at("طرابلس", 1) != nullptr);
}

TEST_CASE("English capitals, possessives and nationalities") {
    const Reading text(
        "Fighting continued in Benghazi on Monday, said Libya's interior ministry. Egyptian officials met in Cairo.",
        Language::en);
    CHECK(text.use("Benghazi") == ToponymUse::location);
    CHECK(text.at("Libya") != nullptr);
    CHECK(text.use("Egyptian") == ToponymUse::demonym);
    CHECK(text.use("Cairo") == ToponymUse::location);
    const Reading small("the word sirte in small letters among Other Capitals", Language::en);
    CHECK(small.at("sirte") == nullptr);
}

TEST_CASE("French elision") {
    const Reading text("Des milliers de manifestants ont défilé à Alger, capitale de l'Algérie, selon le ministère.",
                       Language::fr);
    CHECK(text.at("Alger") != nullptr);
    CHECK(text.at("Algérie") != nullptr);
}

TEST_CASE("mentions come in order and do not overlap, whatever the text") {
    for (const char* text :
         {"", " ", "\xFF\xFE\x80", "((((((", "في في في في", "#_#_#", "مدينة", "مدينة مدينة مدينة مطار", "20 كلم",
          "l' d' 's", "ببنغازي ووبنغازي للليبيا", "بنغازي،بنغازي،بنغازي"}) {
        CAPTURE(text);
        const Reading reading(text);
        std::uint32_t end = 0;
        for (const auto& result : reading.results()) {
            CHECK(result.mention.span.begin >= end);
            CHECK(result.mention.span.begin < result.mention.span.end);
            end = result.mention.span.end;
        }
    }
}

TEST_CASE("the same text gives the same answer") {
    const char* text = "وصل وفد من القاهرة إلى طرابلس في ليبيا، ثم غادر إلى تونس.";
    const Reading first(text);
    const Reading second(text);
    REQUIRE(first.results().size() == second.results().size());
    for (std::size_t i = 0; i < first.results().size(); ++i) {
        CHECK(first.results()[i] == second.results()[i]);
    }
}

TEST_CASE("Latin names beside a descriptor that no gazetteer has") {
    const Reading before("Two people were hurt in the village of Kandoura, near Benghazi.", Language::en);
    CHECK(before.use("Kandoura") == ToponymUse::location);
    const Reading ordinary("Two people were hurt in the village on Sunday.", Language::en);
    CHECK(ordinary.results().empty());
}

TEST_CASE("an ordinary word after a descriptor is no name") {
    const Reading text("وصلت القوات إلى منطقة تعرضت للقصف قرب درنة.");
    CHECK(text.at("تعرضت") == nullptr);
    CHECK(text.use("درنة") == ToponymUse::location);
}

TEST_CASE("a word that nothing is known of is a place where a list of places has it") {
    const Reading two("سيطرت القوات على قريتي الصفصافة ومرزيقة شرق درنة في ليبيا.");
    CHECK(two.use("الصفصافة") == ToponymUse::location);
    REQUIRE(two.at("مرزيقة") != nullptr);
    CHECK(two.use("مرزيقة") == ToponymUse::location);
    CHECK_FALSE(two.at("مرزيقة")->mention.doubtful);
    const Reading many("سيطرت القوات على بلدات سرت والصفصافة والمرزيقة ثم انسحبت منها في ليبيا.");
    REQUIRE(many.at("المرزيقة") != nullptr);
    CHECK(many.at("المرزيقة")->mention.doubtful); // the list may have ended before
    const Reading ended("سيطرت القوات على مدن ليبيا وانسحبت، وعلى قريتي الصفصافة ومرزيقة وتقدمت غربا.");
    CHECK(ended.at("انسحبت") == nullptr);
    CHECK(ended.at("تقدمت") == nullptr);
    const Reading long_list("وصلت القوات إلى بلدات سرت" + [] {
        std::string members;
        for (int i = 0; i < 5000; ++i) {
            members += " والمرزيقة";
        }
        return members;
    }());
    CHECK(long_list.results().size() == 5001);
}

TEST_CASE("by way of a country is no road") {
    const Reading text("وصل المهاجرون إلى تونس عن طريق ليبيا، وأغلقت القوات طريق سرت.");
    REQUIRE(text.at("ليبيا") != nullptr);
    CHECK_FALSE(text.at("ليبيا")->mention.descriptor_feature.has_value());
    CHECK(text.at("ليبيا")->place.has_value());
    REQUIRE(text.at("سرت") != nullptr);
    CHECK(text.at("سرت")->mention.descriptor_feature == FeatureClass::road);
}

TEST_CASE("what is said of an area or of a market is not its name") {
    const Reading text("وصلوا إلى منطقة يقصدونها كل صيف، وفي سوق شعبية قرب جسر حجرية خارج طبرق بليبيا.");
    CHECK(text.at("يقصدونها") == nullptr);
    CHECK(text.at("سوق شعبية") == nullptr);
    CHECK(text.at("جسر حجرية") == nullptr);
}

TEST_CASE("a seat of government that speaks is no place") {
    const Reading text("سمع دوي انفجار قرب القاهرة. وتوقعت القاهرة عودة الوفد.");
    CHECK(text.use("القاهرة", 0) == ToponymUse::location);
    CHECK(text.use("القاهرة", 1) == ToponymUse::metonym);
}

TEST_CASE("a country behind a proclitic rather than a region that nobody names any more") {
    const Reading text("فاز المنتخب في كأس العالم المقامة بروسيا.");
    CHECK(text.at("بروسيا") == nullptr);
    CHECK(text.place("روسيا") == "t:ru");
}

TEST_CASE("a descriptor describes the hashtag after it") {
    const Reading text("وقع الانفجار في مدينة #درنة مساء السبت.");
    REQUIRE(text.at("درنة") != nullptr);
    CHECK(text.at("درنة")->mention.descriptor_feature == FeatureClass::city);
    CHECK(text.at("مدينة") == nullptr);
}

TEST_CASE("a name in quotes after its descriptor") {
    const Reading text("رست السفينة في ميناء \"ماروني\" شرق طرابلس.");
    CHECK(text.use("ماروني") == ToponymUse::location);
}

TEST_CASE("who a shelter is for is not its name") {
    const Reading text("وصلت المساعدات إلى مخيم للنازحين قرب بنغازي.");
    CHECK(text.at("مخيم للنازحين") == nullptr);
}

TEST_CASE("a dateline before an agency in brackets") {
    const Reading text("بيروت، لبنان (CNN) -- اندلعت مظاهرات حاشدة في درنة بليبيا.");
    CHECK(text.use("بيروت") == ToponymUse::source);
    CHECK(text.use("لبنان") == ToponymUse::source);
    CHECK(text.use("درنة") == ToponymUse::location);
}

TEST_CASE("the full stop of an abbreviation ends no name") {
    const Reading text("Two people died in St. Louis on Friday.", Language::en);
    CHECK(text.place("St. Louis") == "t:st-louis");
}

TEST_CASE("after a descriptor a name does not end with the word that only begins it") {
    const Reading text("اندلع حريق في بلدة سيدي حمودة ثم في قرية بني سالم، ودعا الوالي أهالي منطقة سيدي إلى الحذر.");
    CHECK(text.at("سيدي حمودة") != nullptr);
    CHECK(text.at("بني سالم") != nullptr);
    CHECK(text.at("سيدي") == nullptr);
}

TEST_CASE("a known name in quotes after its descriptor is that name") {
    const Reading text("اندلعت اشتباكات في مدينة \"بنغازي\" مساء السبت.");
    const auto* city = text.at("بنغازي");
    REQUIRE(city != nullptr);
    REQUIRE(!city->mention.candidates.empty());
    CHECK(city->mention.candidates.front().match == MatchKind::strict);
    CHECK(city->mention.descriptor_feature == FeatureClass::city);
}
