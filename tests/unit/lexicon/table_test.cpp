// SPDX-License-Identifier: Apache-2.0
#include "lexicon/table.hpp"

#include <string>

#include <doctest/doctest.h>

#include "core/error.hpp"

using namespace yaqut;
using lexicon::Table;

TEST_CASE("a table has columns, rows, lists and comments") {
    const Table table("test", "# made by hand\nword\tvalue\tforms\n\none\t1\tfirst | 1st\ntwo\t2\n");
    REQUIRE(table.rows().size() == 2);
    CHECK(table.rows()[0]["word"] == "one");
    CHECK(table.rows()[0].number("value") == 1);
    CHECK(table.rows()[0].list("forms") == std::vector<std::string_view>{"first", "1st"});
    CHECK(table.rows()[1]["forms"].empty());
    CHECK(table.rows()[1].list("forms").empty());
    CHECK(table.rows()[1].line() == 5);
}

TEST_CASE("faults in a table name the table and the line") {
    const auto message = [](auto&& action) -> std::string {
        try {
            action();
        } catch (const TableError& error) {
            return error.what();
        }
        return "no error";
    };
    CHECK(message([] { Table("t", "a\tb\n1\t2\t3\n"); }) == "table t: line 2: expected 2 cells, found 3");
    CHECK(message([] {
              const Table table("t", "a\nx\n");
              static_cast<void>(table.rows()[0].number("a"));
          }) == "table t: line 2, column a: expected a whole number, found \"x\"");
    CHECK(message([] {
              const Table table("t", "a\nx\n");
              static_cast<void>(table.rows()[0]["b"]);
          }) == "table t: no column \"b\"");
    CHECK(message([] { static_cast<void>(lexicon::load("no/such")); }) == "table no/such: not built into this program");
}

TEST_CASE("every built-in table parses") {
    const auto names = lexicon::names();
    REQUIRE_FALSE(names.empty());
    for (const auto name : names) {
        CAPTURE(name);
        CHECK(lexicon::exists(name));
        const Table table = lexicon::load(name);
        CHECK_FALSE(table.rows().empty());
    }
}
