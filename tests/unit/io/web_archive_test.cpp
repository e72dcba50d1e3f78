// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <doctest/doctest.h>

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include "files.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::contains;
using yaqut::test::Folder;
using yaqut::test::read_inputs;

namespace {

std::string record(const std::string& fields, const std::string& content) {
    return "WARC/1.0\r\n" + fields + "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content +
           "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& http) {
    return record("WARC-Type: response\r\nWARC-Target-URI: " + url +
                      "\r\nWARC-Date: 2022-05-06T07:08:09Z\r\nContent-Type: application/http;msgtype=response\r\n",
                  http);
}

const std::string info = record("WARC-Type: warcinfo\r\n", "software: none\r\n");
const std::string body = "<html><body><p>أغلقت السلطات الميناء صباح الاثنين بعد العاصفة.</p></body></html>";
const std::string ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n";

std::string packed(const std::string& path, std::string_view bytes) {
    VSILFILE* file = VSIFOpenL(("/vsigzip/" + path).c_str(), "wb");
    REQUIRE(file != nullptr);
    VSIFWriteL(bytes.data(), 1, bytes.size(), file);
    VSIFCloseL(file);
    return test::read_all(path);
}

} // namespace

TEST_CASE("web archives: pages among other records") {
    const Folder folder;
    const std::string gzip = packed(folder.path("body.gz"), body);
    const std::string archive =
        info + response("https://a.example/1", ok + "\r\n" + body) +
        response("https://a.example/x.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\npng") +
        response("https://a.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + body) +
        response("https://a.example/2", ok + "Content-Encoding: gzip\r\n\r\n" + gzip) +
        response("https://a.example/3", ok + "Transfer-Encoding: chunked\r\n\r\n5\r\n" + body.substr(0, 5) +
                                            "\r\n200\r\n" + body.substr(5) + std::string(0x200 - body.size() + 5, ' ') +
                                            "\r\n0\r\n\r\n") +
        response("https://a.example/menu", ok + "\r\n<html><a href=x>x</a></html>") +
        response("https://a.example/4",
                 ok +
                     "\r\n<html><head><link rel=canonical href='https://a.example/four'><meta name=date "
                     "content=2022-05-01></head>" +
                     body);
    const auto reading = read_inputs({folder.write("a.warc", archive)});
    REQUIRE(reading.articles.size() == 4);
    const Article& first = reading.articles[0];
    CHECK(first.text == "أغلقت السلطات الميناء صباح الاثنين بعد العاصفة.");
    CHECK(first.url == "https://a.example/1");
    CHECK_FALSE(first.dct); // the day of the visit is not that of publication
    CHECK(first.id == "a:" + std::to_string(info.size()));
    CHECK(contains(first.origin, "a.warc: record at byte " + std::to_string(info.size())));
    CHECK(std::count(first.stated.begin(), first.stated.end(),
                     StatedFact{"crawled", "2022-05-06T07:08:09Z", "WARC-Date"}) == 1);
    CHECK(reading.articles[1].text == first.text);
    CHECK(reading.articles[2].text == first.text);
    CHECK(reading.articles[3].url == "https://a.example/four");
    CHECK(to_iso_string(*reading.articles[3].dct) == "2022-05-01");
    REQUIRE(reading.errors.size() == 1);
    CHECK(contains(reading.errors[0], "no text of an article found in the page"));
}

TEST_CASE("web archives: every record packed on its own") {
    const Folder folder;
    const std::string one = packed(folder.path("one.gz"), info);
    const std::string two = packed(folder.path("two.gz"), response("https://a.example/1", ok + "\r\n" + body));
    const auto reading = read_inputs({folder.write("in/a.warc.gz", one + two + two)});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[1].text == "أغلقت السلطات الميناء صباح الاثنين بعد العاصفة.");
}

TEST_CASE("web archives: broken ones") {
    const Folder folder;
    const std::string good = response("https://a.example/1", ok + "\r\n" + body);
    std::string zeros = packed(folder.path("zeros.gz"), std::string(3'000'000, ' '));
    io::ReaderOptions options;
    options.max_article_bytes = 1'000'000;
    const auto reading =
        read_inputs({folder.write("cut.warc", good + good.substr(0, good.size() / 2)),
                     folder.write("b.warc", "WARC/1.0\r\nContent-Length: -3\r\n\r\n"), folder.write("c.warc", "hello"),
                     folder.write("d.warc", response("u", ok + "Content-Encoding: gzip\r\n\r\n" + zeros) +
                                                response("u", ok + "Content-Encoding: br\r\n\r\nxx") +
                                                response("u", ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n") + good)},
                    options);
    CHECK(reading.articles.size() == 2);
    const std::vector<std::string> expected{"cut.warc: record at byte " + std::to_string(good.size()) + ": cut off",
                                            "b.warc: record at byte 0: expected a Content-Length, found \"-3\"",
                                            "c.warc: record at byte 0: expected \"WARC/1.0\", found \"hello\"",
                                            "the packed body is broken, or longer than",
                                            "expected a body packed with gzip or deflate, found br",
                                            "the chunks of the body are broken"};
    REQUIRE(reading.errors.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK_MESSAGE(contains(reading.errors[i], expected[i]), reading.errors[i]);
    }
}
