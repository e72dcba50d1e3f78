// SPDX-License-Identifier: Apache-2.0
// Any bytes may stand in an input: whatever comes out is text, and nothing but messages comes of the rest.
#include <doctest/doctest.h>

#include <random>

#include "files.hpp"
#include "io/readable.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::Folder;
using yaqut::test::read_inputs;

namespace {

/// Replaces, removes, doubles and inserts bytes.
std::string mutate(std::string text, std::mt19937& random) {
    const std::string marks = std::string("{}[]\",:\\\n\r- #") + test::bytes_of("\0\xFF\xC3\xD9\x80");
    std::uniform_int_distribution<std::size_t> mark(0, marks.size() - 1);
    for (int change = 0; change < 6 && !text.empty(); ++change) {
        std::uniform_int_distribution<std::size_t> place(0, text.size() - 1);
        const std::size_t at = place(random);
        switch (random() % 4) {
        case 0: text[at] = marks[mark(random)]; break;
        case 1: text.erase(at, random() % 5); break;
        case 2: text.insert(at, 1, marks[mark(random)]); break;
        default: text.insert(at, text.substr(at, random() % 20));
        }
    }
    return text;
}

} // namespace

TEST_CASE("mutated inputs") {
    const Folder folder;
    std::mt19937 random(7);
    const std::string lines =
        "{\"id\":\"1\",\"text\":\"وصل الوفد إلى المدينة.\",\"dct\":\"2020-01-02\"}\n"
        "{\"id\":\"2\",\"text\":\"عاد \\u0627\\ud83d\\ude00\",\"x\":[1,{\"y\":null}],\"time\":1.5e9}\n";
    const std::string array = "[\n {\"text\": \"First.\"},\n {\"text\": \"Second.\", \"url\": \"u\"}\n]\n";
    const std::string plain = "---\ntitle: \"عنوان\"\ndate: 2020-01-02\n---\nأغلقت السلطات الميناء.\n";
    const std::string feed =
        "<rss><channel><title>F</title><item><title>A</title><pubDate>Wed, 13 Jul 2016 08:00:00 GMT"
        "</pubDate><description>وصل الوفد &lt;b&gt;إلى&lt;/b&gt; المدينة.</description></item>"
        "<item><content><![CDATA[<p>Second.</p>]]></content></item></channel></rss>";
    const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1b\r\n"
                             "<p>The port was closed.</p>\r\n0\r\n\r\n";
    const std::string archive =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2020-01-02T00:00:00Z\r\nContent-Length: " +
        std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
    std::size_t articles = 0;
    std::size_t errors = 0;
    for (int round = 0; round < 1500; ++round) {
        const auto reading = read_inputs(
            {folder.write("a.jsonl", mutate(lines, random)), folder.write("b", mutate(lines, random)),
             folder.write("c.json", mutate(array, random)), folder.write("d.txt", mutate(plain, random)),
             folder.write("e.rss", mutate(feed, random)), folder.write("f.warc", mutate(archive + archive, random))});
        for (const Article& article : reading.articles) {
            CHECK(io::is_valid_utf8(article.text));
            CHECK(io::is_valid_utf8(article.id));
            CHECK(article.dct.has_value() == !article.dct_source.empty());
        }
        for (const std::string& error : reading.errors) {
            CHECK(error.starts_with(folder.path()));
            CHECK(io::is_valid_utf8(error));
        }
        articles += reading.articles.size();
        errors += reading.errors.size();
    }
    CHECK(articles > 2000);
    CHECK(errors > 1000);
}
