// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>

#include "io/plain_record.hpp"

using namespace yaqut;

namespace {

/// nullopt: refused.
std::optional<io::JsonRecord> parse(const std::string& json) {
    try {
        return io::parse_json_record(json);
    } catch (const io::JsonFault&) {
        return std::nullopt;
    }
}

bool same(const io::JsonRecord& a, const io::JsonRecord& b) {
    return a.id == b.id && a.text == b.text && a.title == b.title && a.language == b.language && a.source == b.source &&
           a.url == b.url && a.dates == b.dates;
}

} // namespace

TEST_CASE("plain record: the values of the keys") {
    const auto record = io::read_plain_record(
        R"( {"id" : 17, "text":"سطر\n\"ثان\"\u0627 \ud83d\ude00","title":null,"n":true,"x":"\t","lang":"ar","dct":"2019-01-02"} )");
    REQUIRE(record);
    CHECK(record->id == "17");
    CHECK(record->text == "سطر\n\"ثان\"ا \xF0\x9F\x98\x80");
    CHECK_FALSE(record->title);
    CHECK(record->language == "ar");
    CHECK(record->dates.at(0) == "2019-01-02");
}

TEST_CASE("plain record: what is left to the parser") {
    for (const std::string json : {R"({"text":"x","a":[1]})",
                                   R"({"text":"x","a":{"b":1}})",
                                   R"({"text":"x","a":1.5})",
                                   R"({"text":"x","a":-1})",
                                   R"({"text":"x","a":1e3})",
                                   R"({"text":"x","a":01})",
                                   R"({"text":1})",
                                   R"({"text":true})",
                                   R"({"title":"x"})",
                                   R"({"text":null})",
                                   R"({"text":"x"} x)",
                                   R"({"text":"x",})",
                                   R"({"text":"x")",
                                   R"({"text":"x)",
                                   R"([])",
                                   "",
                                   R"({"text":"\ud800"})",
                                   R"({"text":"\udc00"})",
                                   R"({"text":"\ud800\u0041"})",
                                   R"({"text":"\u00g1"})",
                                   R"({"text":"\x"})",
                                   R"({"text":"\)",
                                   "{\"text\":\"a\nb\"}",
                                   "{\"text\":\"\xFF\"}",
                                   R"({"text":"x","a":nul})",
                                   R"({"text":"x","a":123456789012345678901})",
                                   "\xEF\xBB\xBF{\"text\":\"x\"}",
                                   R"({})",
                                   R"({"text":"x","a":1)"}) {
        CHECK_MESSAGE(!io::read_plain_record(json), json);
    }
}

TEST_CASE("plain record: damaged records are read as the parser reads them, or left to it") {
    const std::string whole =
        R"({"id":"n1","title":"عنوان \"x\"","text":"سطر\nثان \u0627\ud83d\ude00 é","time":1620518400,"tags":null,"b":false})";
    std::mt19937 random(7);
    int read = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string json = whole;
        for (int change = 0; change < 1 + round % 3; ++change) {
            const std::size_t at = random() % json.size();
            const std::string_view alphabet = "{}[]\",:\\u0n1.e-tf \xC3\xA9\xD8\n";
            switch (random() % 3) {
            case 0: json[at] = alphabet[random() % alphabet.size()]; break;
            case 1: json.erase(at, 1); break;
            default: json.insert(at, 1, alphabet[random() % alphabet.size()]);
            }
        }
        if (const auto plain = io::read_plain_record(json)) {
            ++read;
            const auto record = parse(json);
            REQUIRE_MESSAGE(record, json);
            CHECK_MESSAGE(same(*plain, *record), json);
        }
    }
    CHECK(read > 1000);
}
