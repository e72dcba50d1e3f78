// SPDX-License-Identifier: Apache-2.0
// Every page of tests/pages against what stands in the .expected file beside it: lines "key: value", "---", the text.
#include <algorithm>
#include <filesystem>
#include <map>

#include <doctest/doctest.h>

#include "files.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::contains;
using yaqut::test::read_inputs;

namespace {

struct Expected {
    std::map<std::string, std::string> values;
    std::vector<std::string> captions;
    std::string text;
};

Expected read_expected(const std::string& path) {
    Expected expected;
    std::istringstream lines(test::read_all(path));
    for (std::string line; std::getline(lines, line) && line != "---";) {
        const std::size_t colon = line.find(':');
        REQUIRE_MESSAGE(colon != std::string::npos, path);
        const std::string value = colon + 2 < line.size() ? line.substr(colon + 2) : "";
        if (line.starts_with("caption:")) {
            expected.captions.push_back(value);
        } else {
            expected.values[line.substr(0, colon)] = value;
        }
    }
    std::ostringstream text;
    text << lines.rdbuf();
    expected.text = text.str();
    expected.text.pop_back(); // the end of the last line
    return expected;
}

std::vector<std::string> stated(const Article& article, std::string_view field) {
    std::vector<std::string> values;
    for (const StatedFact& fact : article.stated) {
        if (fact.field == field) {
            values.push_back(fact.value);
        }
    }
    return values;
}

void compare(const Article& article, Expected& expected) {
    const auto& values = expected.values;
    CHECK(article.title == values.at("title"));
    CHECK((article.dct ? to_iso_string(*article.dct) : "") == values.at("date"));
    CHECK(article.dct_source == values.at("date source"));
    CHECK(article.url == values.at("url"));
    CHECK((article.language ? std::string(to_string(*article.language)) : "") == values.at("lang"));
    CHECK(article.source == values.at("outlet"));
    const auto authors = stated(article, "author");
    CHECK((authors.empty() ? "" : authors.front()) == values.at("author"));
    CHECK(stated(article, "caption") == expected.captions);
    CHECK(article.text == expected.text);
}

} // namespace

TEST_CASE("saved pages") {
    std::vector<std::string> pages;
    for (const auto& entry : std::filesystem::directory_iterator(YAQUT_SOURCE_DIR "/tests/pages")) {
        if (entry.path().extension() == ".html") {
            pages.push_back(entry.path().string());
        }
    }
    std::sort(pages.begin(), pages.end());
    CHECK(pages.size() >= 40);
    for (const std::string& page : pages) {
        INFO(page);
        const auto reading = read_inputs({page});
        CHECK(reading.errors.empty());
        REQUIRE(reading.articles.size() == 1);
        Expected expected = read_expected(std::filesystem::path(page).replace_extension(".expected").string());
        compare(reading.articles[0], expected);
        const std::string& warning = expected.values.at("warning");
        REQUIRE(reading.warnings.size() == (warning.empty() ? 0 : 1));
        CHECK((warning.empty() || contains(reading.warnings[0], warning)));
    }
}

TEST_CASE("saved pages: every statement has its source, and disagreement is noted") {
    const auto reading = read_inputs({YAQUT_SOURCE_DIR "/tests/pages/33-dates-disagree.html"});
    REQUIRE(reading.articles.size() == 1);
    const auto& facts = reading.articles[0].stated;
    for (const StatedFact& fact : facts) {
        CHECK_FALSE(fact.source.empty());
    }
    CHECK(stated(reading.articles[0], "modified") == std::vector<std::string>{"2016-03-25"});
    CHECK(stated(reading.articles[0], "published") ==
          std::vector<std::string>{"2016-03-20T22:00:00Z", "2016-03-21T01:00:00+03:00", "2019-01-01"});
    CHECK(stated(reading.articles[0], "note") ==
          std::vector<std::string>{"days of publication disagree: 2016-03-20 (json-ld datePublished), 2016-03-21 (meta "
                                   "article:published_time), 2019-01-01 (meta date)"});
    CHECK(stated(read_inputs({YAQUT_SOURCE_DIR "/tests/pages/02-graph.html"}).articles[0], "note").empty());
}
