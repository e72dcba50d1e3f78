// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "core/error.hpp"
#include "io/csv_records.hpp"
#include "io/csv_text.hpp"

using namespace yaqut;

namespace {

using Record = std::vector<std::string>;

std::vector<Record> records(std::string text, char delimiter = ',') {
    io::CsvRecords reader(io::stream_of(std::move(text)), "test.csv");
    std::vector<Record> result;
    for (Record cells; reader.next(delimiter, cells);) {
        result.push_back(cells);
    }
    return result;
}

} // namespace

TEST_CASE("cells of CSV with quotes, line ends and empty lines") {
    CHECK(records("a,b\n1,2\n") == std::vector<Record>{{"a", "b"}, {"1", "2"}});
    CHECK(records("a;b\r\n1;\r\n\r\n;2", ';') == std::vector<Record>{{"a", "b"}, {"1", ""}, {"", "2"}});
    CHECK(records("\"a\nb\",\"say \"\"x\"\"\"\n") == std::vector<Record>{{"a\nb", "say \"x\""}});
    CHECK(records("\"a\"b,5\" tall\n") == std::vector<Record>{{"ab", "5\" tall"}});
    CHECK(records("a\rb") == std::vector<Record>{{"a"}, {"b"}});
    CHECK(records("").empty());
    CHECK(records("\n\n").empty());
}

TEST_CASE("a cell over the edge of what is read at once") {
    const std::string longer(600'000, 'x');
    CHECK(records("\"" + longer + "\"\"" + longer + "\",y\n") == std::vector<Record>{{longer + '"' + longer, "y"}});
    CHECK(records(longer + ",y\n") == std::vector<Record>{{longer, "y"}});
}

TEST_CASE("faults of CSV name the line") {
    CHECK_THROWS_WITH_AS(records("a\nb\n\"c\nd"), "test.csv:3: a quote that begins here is not closed", InputError);
    CHECK_THROWS_AS(records(std::string(17U << 20U, 'x')), InputError);
    CHECK_THROWS_AS(records(std::string(20'000, ',')), InputError);
}

TEST_CASE("cells are written so that they are read again") {
    for (const std::string cell : {"plain", "with, comma", "two\nlines", "say \"x\"", " space ", "", "بنغازي"}) {
        std::string line;
        io::append_csv_cell(line, cell);
        line += ",end\n";
        CHECK(records(line) == std::vector<Record>{{cell, "end"}});
    }
    std::string line;
    io::append_csv_cell(line, "a;b", ';');
    CHECK(line == "\"a;b\"");
}
