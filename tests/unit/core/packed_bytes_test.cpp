// SPDX-License-Identifier: Apache-2.0
#include "core/packed_bytes.hpp"

#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include "core/error.hpp"

using namespace yaqut;

TEST_CASE("what is packed comes back, in the same order") {
    PackedWriter out;
    constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
    constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
    for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, largest}) {
        out.number(number);
    }
    for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{64}, smallest}) {
        out.signed_number(number);
    }
    out.fixed(largest - 5);
    out.real(-0.1);
    out.text("بنغازي");
    out.text("");
    PackedReader in(out.bytes());
    for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, largest}) {
        CHECK(in.number() == number);
    }
    for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{64}, smallest}) {
        CHECK(in.signed_number() == number);
    }
    CHECK(in.fixed() == largest - 5);
    CHECK(in.real() == -0.1);
    CHECK(in.text() == "بنغازي");
    CHECK(in.text().empty());
    CHECK(in.at_end());
}

TEST_CASE("small numbers are short, also below zero") {
    PackedWriter out;
    out.number(100);
    out.signed_number(-60);
    CHECK(out.bytes().size() == 2);
}

TEST_CASE("bytes that end too early are an error") {
    PackedWriter out;
    out.text("a text of some length");
    for (std::size_t size = 0; size < out.bytes().size(); ++size) {
        PackedReader in(std::string_view(out.bytes()).substr(0, size));
        CHECK_THROWS_AS((void)in.text(), Error);
    }
    CHECK_THROWS_AS((void)PackedReader("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").number(), Error);
    CHECK_THROWS_AS((void)PackedReader("\x05"
                                       "abc")
                        .count(),
                    Error);
    CHECK_THROWS_AS((void)PackedReader("1234567").fixed(), Error);
}
