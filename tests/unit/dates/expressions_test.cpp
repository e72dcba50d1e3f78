// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "core/language.hpp"
#include "dates/reader.hpp"
#include "dates/tagger.hpp"
#include "dates/tense.hpp"
#include "dates/vocabulary.hpp"
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

/// What the words around an expression say of its direction, as the table writes it.
std::string_view tense_of(const text::Document& document, TokenRange tokens, Language language) {
    static const std::array<dates::Vocabulary, 3> words{
        dates::Vocabulary(Language::ar), dates::Vocabulary(Language::en), dates::Vocabulary(Language::fr)};
    static const std::array<lexicon::NumberWords, 3> numbers{
        lexicon::NumberWords(Language::ar), lexicon::NumberWords(Language::en), lexicon::NumberWords(Language::fr)};
    const auto index = static_cast<std::size_t>(language);
    dates::Reader reader(document, words.at(index), numbers.at(index));
    const TokenRange sentence = document.sentences()[document.sentence_of(tokens.begin)].tokens;
    reader.set_range(sentence.begin, sentence.end);
    switch (dates::tense_around(reader, tokens, language).tense) {
    case dates::Tense::past: return "past";
    case dates::Tense::future: return "future";
    default: return "";
    }
}

void check_expression(const lexicon::Row& row, const text::Document& document, const Timex& timex) {
    CHECK_MESSAGE(to_string(timex.type) == row["type"], row["sentence"]);
    CHECK_MESSAGE(timex.value == row["value"], row["sentence"]);
    if (!row["tense"].empty()) {
        CHECK_MESSAGE(tense_of(document, timex.tokens, *parse_language(row["lang"])) == row["tense"], row["sentence"]);
    }
    CHECK_MESSAGE((timex.range ? iso(timex.range->first) : "") == row["first"], row["sentence"]);
    CHECK_MESSAGE((timex.range ? iso(timex.range->last) : "") == row["last"], row["sentence"]);
    CHECK_MESSAGE(timex.range.has_value() == timex.why_open.empty(), row["sentence"]);
    CHECK(document.span_of(timex.tokens).end == timex.span.end);
    const bool relative_without_dct = row["dct"].empty() && timex.basis != TimexBasis::explicit_date;
    CHECK_MESSAGE(!(relative_without_dct && timex.range), row["sentence"]);
}

/// The expression with this text; nullptr when there is none.
const Timex* find(const text::Document& document, const std::vector<Timex>& found, std::string_view text) {
    const auto match = std::find_if(found.begin(), found.end(),
                                    [&](const Timex& timex) { return document.source(timex.span) == text; });
    return match == found.end() ? nullptr : &*match;
}

} // namespace

TEST_CASE("expressions of the table") {
    const std::string text = read_table();
    const lexicon::Table table("expressions", text);
    CHECK(table.rows().size() >= 600);
    const dates::Tagger tagger;
    for (const lexicon::Row& row : table.rows()) {
        const text::Document document(row["sentence"]);
        const Language language = *parse_language(row["lang"]);
        const auto found = tagger.tag(document, parse_iso_date(row["dct"]), language);
        INFO("line ", row.line(), ": ", row["sentence"], " -> ", show(document, found));
        if (row["text"] == "-") {
            CHECK(found.empty());
            continue;
        }
        const Timex* const timex = find(document, found, row["text"]);
        REQUIRE_MESSAGE(timex != nullptr, row["text"]);
        check_expression(row, document, *timex);
        if (!row["dct"].empty()) {
            const auto undated = tagger.tag(document, std::nullopt, language);
            const Timex* const open = find(document, undated, row["text"]);
            REQUIRE_MESSAGE(open != nullptr, row["text"]);
            CHECK_MESSAGE(open->value == row["no_dct"], row["sentence"]);
        }
    }
}
