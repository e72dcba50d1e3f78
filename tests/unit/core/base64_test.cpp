// SPDX-License-Identifier: Apache-2.0
#include "core/base64.hpp"

#include <doctest/doctest.h>

using namespace yaqut;

TEST_CASE("base64 as in the examples of RFC 4648") {
    CHECK(to_base64("") == "");
    CHECK(to_base64("f") == "Zg==");
    CHECK(to_base64("fo") == "Zm8=");
    CHECK(to_base64("foo") == "Zm9v");
    CHECK(to_base64("foobar") == "Zm9vYmFy");
    CHECK(from_base64("Zm9vYg==") == "foob");
}

TEST_CASE("all bytes come back from base64") {
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes += static_cast<char>(i);
        CHECK(from_base64(to_base64(bytes)) == bytes);
    }
}

TEST_CASE("what is no base64 is refused") {
    for (const char* text :
         {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zg==Zg==", "Z===", "====", "Zm9v\n", "Zm_v", "Z=g="}) {
        CAPTURE(text);
        CHECK(!from_base64(text));
    }
}
