// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "core/language.hpp"
#include "dates/tagger.hpp"
#include "lexicon/table.hpp"
#include "text/document.hpp"

using namespace yaqut;

namespace {

std::string read_table() {
    std::ifstream file(YAQUT_SOURCE_DIR "/tests/unit/dates/expressions.tsv");
    REQUIRE(file.good());
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string iso(const std::optional<Date>& date) { return date ? to_iso_string(*date) : std::string(); }

std::string show(const text::Document& document, const std::vector<Timex>& found) {
    std::string all;
    for (const Timex& timex : found) {
        all.append("[").append(document.source(timex.span)).append(" = ").append(timex.value).append("] ");
    }
    return all;
}

void check_expression(const lexicon::Row& row, const text::Document& document, const Timex& timex) {
    CHECK_MESSAGE(timex.value == row["value"], row["sentence"]);
    CHECK_MESSAGE((timex.range ? iso(timex.range->first) : "") == row["first"], row["sentence"]);
    CHECK_MESSAGE((timex.range ? iso(timex.range->last) : "") == row["last"], row["sentence"]);
    CHECK_MESSAGE(timex.range.has_value() == timex.why_open.empty(), row["sentence"]);
    CHECK(document.span_of(timex.tokens).end == timex.span.end);
    const bool relative_without_dct = row["dct"].empty() && timex.basis != TimexBasis::explicit_date;
    CHECK_MESSAGE(!(relative_without_dct && timex.range), row["sentence"]);
}

} // namespace

TEST_CASE("expressions of the table") {
    const std::string text = read_table();
    const lexicon::Table table("expressions", text);
    CHECK(table.rows().size() >= 250);
    const dates::Tagger tagger;
    for (const lexicon::Row& row : table.rows()) {
        const text::Document document(row["sentence"]);
        const auto found = tagger.tag(document, parse_iso_date(row["dct"]), *parse_language(row["lang"]));
        INFO("line ", row.line(), ": ", row["sentence"], " -> ", show(document, found));
        if (row["text"] == "-") {
            CHECK(found.empty());
            continue;
        }
        const auto match = std::find_if(found.begin(), found.end(),
                                        [&](const Timex& timex) { return document.source(timex.span) == row["text"]; });
        CHECK_MESSAGE(match != found.end(), row["text"]);
        if (match != found.end()) {
            check_expression(row, document, *match);
        }
    }
}
