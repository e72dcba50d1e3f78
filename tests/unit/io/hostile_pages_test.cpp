// SPDX-License-Identifier: Apache-2.0
// Pages that are made to break their reader end in a message, in time that grows with their length only.
#include <chrono>
#include <filesystem>
#include <random>

#include <doctest/doctest.h>

#include "files.hpp"
#include "io/page_article.hpp"
#include "io/readable.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::contains;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += part;
    }
    return out;
}

/// The message, or "read" when the page was read.
std::string outcome(const std::string& page) {
    try {
        (void)io::read_page(page, {"id", "page.html", {}});
        return "read";
    } catch (const Error& error) {
        return error.what();
    }
}

const std::string sentence = "<p>The harbour was closed on Monday after a storm that lasted two days.</p>";

} // namespace

TEST_CASE("hostile pages: depth, attributes, size") {
    CHECK(contains(outcome(repeated("<div>", 200'000) + sentence), "nested more than 512 deep"));
    CHECK(outcome(repeated("<b>", 300) + sentence) == "read");
    std::string names;
    for (int i = 0; i < 6000; ++i) {
        names += " a" + std::to_string(i) + (i % 3 == 0 ? "" : i % 3 == 1 ? "='<'" : "=\">\"");
    }
    CHECK(contains(outcome("<p" + names + ">" + sentence), "more than 5000 attributes"));
    CHECK(contains(outcome("<!-- a=' --><p" + names + ">" + sentence), "more than 5000 attributes"));
    CHECK(contains(outcome("<p a==' " + names + ">" + sentence), "more than 5000 attributes"));
    CHECK(contains(outcome("<p a\"b='" + names + ">" + sentence), "more than 5000 attributes"));
    const std::string thousand = names.substr(0, 10'000);
    CHECK(contains(outcome(repeated("<p" + thousand + ">", 2000) + sentence), "more than 5000 attributes"));
    CHECK(outcome("<script>" + repeated("for (i=0;i<n;i++) { a = 'b'; }\n", 100) + "</script>" + sentence) == "read");
    CHECK(contains(outcome(repeated("<br>", 2'100'000) + sentence), "more than 2000000 elements"));
    CHECK(outcome(repeated("<p", 100'000) + sentence) != "");
    CHECK(outcome(sentence + repeated("</div>", 500'000)) == "read");
    CHECK(outcome("<p>" + repeated("&#1575;", 500'000)) == "read");
    CHECK(outcome("<script type='application/ld+json'>" + repeated("[", 500'000) + "</script>" + sentence) == "read");
    CHECK(outcome("<script type='application/ld+json'>" + repeated("[{\"@graph\":", 200'000) + "1" +
                  repeated("}]", 200'000) + "</script>" + sentence) == "read");
    CHECK(outcome("<div class='" + repeated("a-", 500'000) + "'>" + sentence) == "read");
    CHECK(outcome(repeated("<header>", 400) + repeated("<p>x</p>", 5000) + sentence) == "read");
    CHECK(outcome("<html a=b>" + sentence + "<html c=d><body e=f><head><title>x<body>") == "read");
    CHECK(contains(outcome("<!DOCTYPE html><ul><li><a href=x>menu</a></ul>"), "no text of an article"));
    CHECK(contains(outcome(""), "no text of an article"));
}

TEST_CASE("hostile pages: entities of their own and files are not opened") {
    const test::Folder folder;
    const std::string secret = folder.write("secret.txt", "secret words of the owner");
    const std::string page = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://" + secret + "\">]><html><body>" + sentence +
                             "<p>&x; and a few more words to make it a sentence.</p><iframe src=\"file://" + secret +
                             "\"></iframe></body></html>";
    const auto read = io::read_page(page, {"id", "page.html", {}});
    CHECK_FALSE(contains(read.article.text, "secret words"));
    CHECK(contains(read.article.text, "The harbour was closed"));
}

TEST_CASE("hostile pages: any bytes") {
    std::vector<std::string> pages;
    for (const auto& entry : std::filesystem::directory_iterator(YAQUT_SOURCE_DIR "/tests/pages")) {
        if (entry.path().extension() == ".html" && entry.file_size() < 8000) {
            pages.push_back(test::read_all(entry.path().string()));
        }
    }
    REQUIRE(pages.size() > 30);
    std::mt19937 random(11);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    std::size_t articles = 0;
    for (int round = 0; round < 20'000 && (round < 300 || std::chrono::steady_clock::now() < end); ++round) {
        std::string page = pages[random() % pages.size()];
        for (auto change = random() % 12; change > 0 && !page.empty(); --change) {
            const std::size_t at = random() % page.size();
            switch (random() % 5) {
            case 0: page[at] = static_cast<char>(random() % 256); break;
            case 1: page.erase(at, random() % 40); break;
            case 2: page.insert(at, page.substr(random() % page.size(), random() % 60)); break;
            case 3: page[at] = "<>&;\"'/=-!"[random() % 10]; break;
            default: page.resize(random() % 8 == 0 ? at : page.size());
            }
        }
        try {
            const auto read = io::read_page(page, {"id", "page.html", {}});
            CHECK(io::is_valid_utf8(read.article.text));
            CHECK_FALSE(read.article.text.empty());
            for (const StatedFact& fact : read.article.stated) {
                CHECK(io::is_valid_utf8(fact.value));
            }
            ++articles;
        } catch (const Error&) { // a message is what is wanted
        }
    }
    CHECK(articles > 100);
}
