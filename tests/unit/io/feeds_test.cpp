// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "files.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::contains;
using yaqut::test::Folder;
using yaqut::test::read_inputs;

TEST_CASE("feeds: RSS 2.0") {
    const Folder folder;
    const auto reading = read_inputs({folder.write("a.rss", R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>صدى الوادي</title><link>https://sada.example/</link><language>ar</language>
<image><title>شعار</title></image>
<item><title>إغلاق &amp;quot;الجسر&amp;quot;</title><link>https://sada.example/1</link><guid isPermaLink="false">n-1</guid>
<pubDate>Wed, 13 Jul 2016 08:00:00 +0300</pubDate><dc:creator>سلمى حداد</dc:creator>
<description>موجز قصير.</description>
<content:encoded><![CDATA[<p>أغلقت البلدية الجسر صباح اليوم.</p><p>وقال مهندس&nbsp;إن الإصلاح يستغرق شهرا.</p>
<p><a href="x">اقرأ أيضا: خبر آخر</a></p>]]></content:encoded></item>
<item><title>بلا نص</title><description> </description></item>
<item><title>Second</title><description>&lt;b&gt;The port&lt;/b&gt; was closed.</description></item>
</channel></rss>)")});
    REQUIRE(reading.articles.size() == 2);
    const Article& first = reading.articles[0];
    CHECK(first.id == "n-1");
    CHECK(first.title == "إغلاق \"الجسر\"");
    CHECK(first.text == "أغلقت البلدية الجسر صباح اليوم.\n\nوقال مهندس إن الإصلاح يستغرق شهرا.");
    CHECK(first.source == "صدى الوادي");
    CHECK(first.url == "https://sada.example/1");
    CHECK(first.language == Language::ar);
    CHECK(first.dct == parse_iso_date("2016-07-13"));
    CHECK(first.dct_source == "pubDate");
    CHECK(reading.articles[1].id == "a:3");
    CHECK(reading.articles[1].text == "The port was closed.");
    CHECK_FALSE(reading.articles[1].language); // the feed says Arabic, the text is not
    REQUIRE(reading.errors.size() == 1);
    CHECK(contains(reading.errors[0], "a.rss: item 2: expected an item with content or a description, found none"));
}

TEST_CASE("feeds: Atom and RDF, recognised by what they hold") {
    const Folder folder;
    const std::string atom = folder.write("atom", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Bay News</title><updated>2020-01-09T00:00:00Z</updated>
<entry><id>tag:bay,1</id><title type="html">Ferry &lt;em&gt;back&lt;/em&gt;</title>
<link rel="self" href="https://bay.example/self"/><link href="https://bay.example/1"/>
<published>2020-01-02T10:00:00Z</published><updated>2020-01-05T10:00:00Z</updated><author><name>J. Holm</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry is running again.</p></div></content></entry>
<entry><id>tag:bay,2</id><title>B</title><updated>2020-01-06T10:00:00Z</updated><summary>The pier was damaged.</summary>
</entry></feed>)");
    const std::string rdf = folder.write("feed.xml", R"(<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d">
<channel><title>Quai</title></channel><item><title>T</title><link>https://q.example/1</link>
<description>Le port est fermé.</description><dc:date>2011-03-04T00:00:00+01:00</dc:date></item></rdf:RDF>)");
    const auto reading = read_inputs({atom, rdf});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 3);
    CHECK(reading.articles[0].title == "Ferry back");
    CHECK(reading.articles[0].url == "https://bay.example/1");
    CHECK(reading.articles[0].text == "The ferry is running again.");
    CHECK(reading.articles[0].dct_source == "published");
    CHECK(to_iso_string(*reading.articles[0].dct) == "2020-01-02");
    CHECK(reading.articles[0].language == Language::en);
    CHECK(reading.articles[0].stated.back() == StatedFact{"language", "en", "feed language"});
    CHECK(reading.articles[1].dct_source == "updated");
    CHECK(to_iso_string(*reading.articles[1].dct) == "2020-01-06");
    CHECK(reading.articles[2].dct_source == "dc:date");
    CHECK(reading.articles[2].source == "Quai");
}

TEST_CASE("feeds: hostile and broken ones") {
    const Folder folder;
    const std::string laughs = folder.write("laughs.xml", R"(<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title><description>Some text.</description></item></channel></rss>)");
    const std::string secret = folder.write("secret.txt", "secret words");
    const std::string external = folder.write(
        "external.rss", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://" + secret +
                            "\">]><rss><channel><item><description>&x; here</description></item></channel></rss>");
    const std::string outside = folder.write(
        "outside.rss", "<!DOCTYPE rss SYSTEM \"file://" + secret +
                           "\"><rss><channel><item><description>A text.</description></item></channel></rss>");
    const std::string cut =
        folder.write("cut.rss", "<rss><channel><item><description>First text.</description></item><item><descrip");
    const std::string other = folder.write("other.xml", "<?xml version='1.0'?><svg><g/></svg>");
    std::string nested = "<rss>";
    for (int i = 0; i < 100'000; ++i) {
        nested += "<a>";
    }
    const std::string deep = folder.write("deep.rss", nested);
    const auto reading = read_inputs({laughs, external, outside, cut, other, deep});
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[0].text == "A text.");
    CHECK(reading.articles[1].text == "First text.");
    const std::vector<std::string> expected{"laughs.xml: it declares entities of its own",
                                            "external.rss: it declares entities of its own",
                                            "cut.rss: item 2: expected an item with content",
                                            "cut.rss: broken XML: line 1: ",
                                            "other.xml: expected an RSS, RDF or Atom feed, found XML <svg>",
                                            "deep.rss: "};
    REQUIRE(reading.errors.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK_MESSAGE(contains(reading.errors[i], expected[i]), reading.errors[i]);
    }
}
