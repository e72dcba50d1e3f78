// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <chrono>
#include <random>

#include "unit/events/story.hpp"

using namespace yaqut;
using namespace yaqut::events::testing;

TEST_CASE("any bytes are accepted") {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (int i = 0; i < 300; ++i) {
            text += static_cast<char>(random() % 256);
        }
        for (const Language language : {Language::ar, Language::en, Language::fr, Language::other}) {
            for (const Event& event : Story(text, language).events()) {
                CHECK(event.trigger.end <= text.size());
            }
        }
    }
}

TEST_CASE("words in random order give events within the text") {
    constexpr const char* words[] = {"قتل",  "غارة", "في", "على", "هجوم", "،",        "عشرة",    "مدنيين",
                                     "الذي", "لم",   "و",  "بعد", "توقف", "اشتباكات", ".",       "\"",
                                     "-",    "(",    ")",  "كان", "قد",   "زار",      "المدينة", "\n"};
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 80; ++i) {
            text += words[random() % std::size(words)];
            text += ' ';
        }
        for (const Event& event : Story(text).events()) {
            CHECK(event.trigger.begin < event.trigger.end);
            CHECK(event.trigger.end <= text.size());
            CHECK(event.confidence >= 0.0F);
            CHECK(event.confidence <= 1.0F);
        }
    }
}

TEST_CASE("time grows with the length of the text, not with its square") {
    const auto seconds = [](int repeats) {
        std::string text;
        for (int i = 0; i < repeats; ++i) {
            text += "قتل عشرة مدنيين في هجوم على المدينة وقصف الميناء ";
        }
        const Story story(text);
        const auto start = std::chrono::steady_clock::now();
        CHECK_FALSE(story.events().empty());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    seconds(100);
    const double small = seconds(1000);
    const double large = seconds(8000);
    CHECK(large < small * 8 * 6 + 0.2);
}
