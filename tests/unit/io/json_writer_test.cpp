// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <limits>
#include <random>

#include <nlohmann/json.hpp>

#include "files.hpp"
#include "io/json_writer.hpp"
#include "io/readable.hpp"

using namespace yaqut;

namespace {

std::string number(double value, int decimals) {
    std::string out;
    io::append_number(out, value, decimals);
    return out;
}

std::string json_string(std::string_view text) {
    std::string out;
    io::append_json_string(out, text);
    return out;
}

} // namespace

TEST_CASE("json writer: numbers") {
    CHECK(number(0.9, 6) == "0.9");
    CHECK(number(20.0, 6) == "20");
    CHECK(number(100.0, 0) == "100");
    CHECK(number(-0.0000001, 6) == "0");
    CHECK(number(-13.1875554, 6) == "-13.187555");
    CHECK(number(1e300, 2).size() == 301);
    CHECK(number(std::numeric_limits<double>::quiet_NaN(), 2) == "null");
    CHECK(number(std::numeric_limits<double>::infinity(), 2) == "null");
    CHECK(number(-std::numeric_limits<double>::max(), 20).size() == 310);
}

TEST_CASE("json writer: strings") {
    CHECK(json_string("طرابلس") == "\"طرابلس\"");
    CHECK(json_string("a\"b\\c/d\n\r\t") == R"("a\"b\\c/d\n\r\t")");
    CHECK(json_string(test::bytes_of("\0\x1F\x7F")) == "\"\\u0000\\u001f\x7F\"");
    CHECK(json_string("</script>") == R"("<\/script>")");
    CHECK(json_string("/") == "\"/\"");
    CHECK(json_string("a\xC3(\xED\xA0\x80\xF0\x9F") ==
          "\"a\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("json writer: any bytes give JSON with the same text") {
    std::mt19937 random(20);
    std::uniform_int_distribution<int> length(0, 60);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 3000; ++round) {
        std::string text(static_cast<std::size_t>(length(random)), ' ');
        for (char& c : text) {
            c = static_cast<char>(round % 2 == 0 ? byte(random) : byte(random) % 64);
        }
        CHECK(nlohmann::json::parse(json_string(text)).get<std::string>() == io::valid_utf8(text));
    }
}

TEST_CASE("json writer: structure") {
    io::JsonWriter json;
    json.begin_object().key("a").begin_array().value(std::int64_t{1}).null().begin_object().end_object().end_array();
    json.key("b").value(true).key("c").value(1.25, 1).key("d").value(parse_iso_date("2020-01-02"));
    json.key("e")
        .value(std::optional<Date>{})
        .key("f")
        .text_or_null("")
        .key("g")
        .begin_array()
        .end_array()
        .end_object();
    CHECK(json.text() == R"({"a":[1,null,{}],"b":true,"c":1.2,"d":"2020-01-02","e":null,"f":null,"g":[]})");
}
