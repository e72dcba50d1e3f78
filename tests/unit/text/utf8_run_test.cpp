// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/code_points.hpp"
#include "text/utf8_run.hpp"

using namespace yaqut;

namespace {

/// The same, character by character.
template <typename Stop> std::size_t slow_run(std::string_view text, Stop stop) {
    std::size_t at = 0;
    while (at < text.size()) {
        const text::Utf8Char c = text::utf8_char(text, at);
        if (!c.valid || stop(c.code_point)) {
            break;
        }
        at += c.size;
    }
    return at;
}

std::string random_text(std::mt19937& random) {
    const std::vector<std::string> parts{"a",          "سلام", "ب",      " ",
                                         "\"",         "/",    "\n",     "\x7F",
                                         "\xC2\x85",   "é",    "\u200F", "\xF0\x9F\x98\x80",
                                         "\xD8",       "\xA7", "\xFF",   "كلمات كثيرة جدا",
                                         "plain words"};
    std::string text;
    const std::size_t count = random() % 12;
    for (std::size_t i = 0; i < count; ++i) {
        // The damaged and the special ones are rare, so that runs get long.
        text += parts[random() % 4 == 0 ? random() % parts.size() : random() % 4];
    }
    return text;
}

} // namespace

TEST_CASE("utf8 run: as character by character") {
    using text::Controls;
    std::mt19937 random(3);
    for (int round = 0; round < 20000; ++round) {
        const std::string text = random_text(random);
        const auto ascii = [](char32_t c) { return c < 0x20 || c == '"' || c == '/'; };
        const auto all = [](char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); };
        CHECK(text::utf8_run<Controls::pass>(text) == slow_run(text, [](char32_t) { return false; }));
        CHECK(text::utf8_run<Controls::stop_ascii, '"', '/'>(text) == slow_run(text, ascii));
        CHECK(text::utf8_run<Controls::stop_all>(text) == slow_run(text, all));
    }
}

TEST_CASE("code points: long texts, whole and damaged") {
    std::mt19937 random(4);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        while (text.size() < 400) {
            text += random_text(random);
        }
        const text::CodePointMap map(text);
        std::uint32_t count = 0;
        for (std::size_t at = 0; at < text.size(); ++count) {
            CHECK(map.to_code_points(static_cast<std::uint32_t>(at)) == count);
            at += text::utf8_char(text, at).size;
        }
        CHECK(map.size() == count);
    }
}
