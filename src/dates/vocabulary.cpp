// SPDX-License-Identifier: Apache-2.0
#include "dates/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "core/error.hpp"
#include "lexicon/phrase_table.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

namespace yaqut::dates {

namespace {

using text::Clitic;

constexpr std::array<std::pair<std::string_view, Word>, 65> word_names{{
    {"month", Word::month},
    {"hijri_month", Word::hijri_month},
    {"weekday", Word::weekday},
    {"day_offset", Word::day_offset},
    {"night_offset", Word::night_offset},
    {"unit", Word::unit},
    {"dual", Word::dual},
    {"plural", Word::plural},
    {"part", Word::part},
    {"past", Word::past},
    {"current", Word::current},
    {"future", Word::future},
    {"demonstrative", Word::demonstrative},
    {"same", Word::same},
    {"edge", Word::edge},
    {"season", Word::season},
    {"ago", Word::ago},
    {"since", Word::since},
    {"after", Word::after},
    {"before", Word::before},
    {"during", Word::during},
    {"lasting", Word::lasting},
    {"every", Word::every},
    {"some", Word::some},
    {"few", Word::few},
    {"more_than", Word::more_than},
    {"of", Word::of},
    {"in", Word::in},
    {"until", Word::until},
    {"from", Word::from},
    {"between", Word::between},
    {"conjunction", Word::conjunction},
    {"reference", Word::reference},
    {"frequency", Word::frequency},
    {"decade", Word::decade},
    {"century", Word::century},
    {"clock", Word::clock},
    {"meridiem", Word::meridiem},
    {"zone", Word::zone},
    {"gregorian", Word::gregorian},
    {"hijri", Word::hijri},
    {"before_era", Word::before_era},
    {"dated", Word::dated},
    {"counted", Word::counted},
    {"year_cue", Word::year_cue},
    {"commemoration", Word::commemoration},
    {"aged", Word::aged},
    {"named", Word::named},
    {"person", Word::person},
    {"both", Word::both},
    {"exploded", Word::exploded},
    {"article", Word::article},
    {"ordinal_mark", Word::ordinal_mark},
    {"decade_mark", Word::decade_mark},
    {"number", Word::number},
    {"no_day", Word::no_day},
    {"that", Word::that},
    {"nowadays", Word::nowadays},
    {"season_noun", Word::season_noun},
    {"each_weekday", Word::each_weekday},
    {"named_day", Word::named_day},
    {"outlet", Word::outlet},
    {"preposition", Word::preposition},
    {"minutes", Word::minutes},
    {"published", Word::published},
}};
constexpr std::array<std::pair<std::string_view, Word>, 4> cue_names{{
    {"past_verb", Word::past_verb},
    {"future_verb", Word::future_verb},
    {"scheduled", Word::scheduled},
    {"not_future", Word::not_future},
}};
constexpr std::array<std::pair<std::string_view, Flag>, 8> flag_names{{
    {"cued", Flag::cued},
    {"levant", Flag::levant},
    {"definite", Flag::definite},
    {"capital", Flag::capital},
    {"adverb", Flag::adverb},
    {"state", Flag::state},
    {"plain", Flag::plain},
    {"figure", Flag::figure},
}};
constexpr std::array<std::string_view, 12> unit_names{"second", "minute", "hour",    "day",     "week",    "month",
                                                      "year",   "decade", "century", "quarter", "weekend", "half_year"};
constexpr std::array<std::string_view, 8> part_names{"none",      "dawn",    "morning", "noon",
                                                     "afternoon", "evening", "night",   "midnight"};
constexpr std::array<std::string_view, 6> edge_names{"none", "start", "middle", "end", "early", "late"};

template <typename Names> std::optional<int> position(const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional{static_cast<int>(found - names.begin())};
}

template <typename Names, typename Value> bool look_up(const Names& names, std::string_view name, Value& value) {
    for (const auto& [known, meaning] : names) {
        if (known == name) {
            value = meaning;
            return true;
        }
    }
    return false;
}

[[noreturn]] void fail(const std::string& table, const lexicon::Row& row, std::string_view what,
                       std::string_view cell) {
    throw TableError(table, "line " + std::to_string(row.line()) + ": unknown " + std::string(what) + " \"" +
                                std::string(cell) + '"');
}

/// Values are numbers, or the names of units, parts of the day and edges.
int parse_value(const lexicon::Row& row) {
    const std::string_view cell = row["value"];
    if (cell.empty()) {
        return 0;
    }
    for (const auto& found : {position(unit_names, cell), position(part_names, cell), position(edge_names, cell)}) {
        if (found) {
            return *found;
        }
    }
    return static_cast<int>(row.number("value"));
}

struct Prefix {
    std::string_view letters;
    Clitic clitics;
    std::uint8_t bytes; ///< before the word and its article
};

// Proclitics as they are written before a word without article. ل before the article swallows its alef; the span of
// such a word begins after the first letter: للشهر gives لشهر.
constexpr std::array<Prefix, 14> plain_prefixes{{
    {"", Clitic::none, 0},
    {"\xD9\x88", Clitic::waw, 2},
    {"\xD9\x81", Clitic::fa, 2},
    {"\xD8\xA8", Clitic::ba, 2},
    {"\xD9\x83", Clitic::kaf, 2},
    {"\xD9\x84", Clitic::lam, 2},
    {"\xD9\x88\xD8\xA8", Clitic::waw | Clitic::ba, 4},
    {"\xD9\x88\xD9\x84", Clitic::waw | Clitic::lam, 4},
    {"\xD9\x88\xD9\x83", Clitic::waw | Clitic::kaf, 4},
    {"\xD9\x81\xD8\xA8", Clitic::fa | Clitic::ba, 4},
    {"\xD9\x81\xD9\x84", Clitic::fa | Clitic::lam, 4},
    {"\xD9\x84\xD9\x84", Clitic::lam | Clitic::article, 2},
    {"\xD9\x88\xD9\x84\xD9\x84", Clitic::waw | Clitic::lam | Clitic::article, 4},
    {"\xD9\x81\xD9\x84\xD9\x84", Clitic::fa | Clitic::lam | Clitic::article, 4},
}};
constexpr std::string_view article = "\xD8\xA7\xD9\x84"; // ال
constexpr std::string_view alef_with_madda = "\xD8\xA2"; // آ

/// Words that only stand inside or beside an expression.
bool begins_expression(Word word) {
    switch (word) {
    case Word::of:
    case Word::in:
    case Word::from:
    case Word::until:
    case Word::between:
    case Word::conjunction:
    case Word::few:
    case Word::meridiem:
    case Word::zone:
    case Word::gregorian:
    case Word::hijri:
    case Word::before_era:
    case Word::counted:
    case Word::year_cue:
    case Word::commemoration:
    case Word::aged:
    case Word::named:
    case Word::person:
    case Word::both:
    case Word::exploded:
    case Word::ordinal_mark:
    case Word::decade_mark:
    case Word::no_day:
    case Word::that:
    case Word::nowadays:
    case Word::season_noun:
    case Word::each_weekday:
    case Word::named_day:
    case Word::outlet:
    case Word::preposition:
    case Word::published:
    case Word::past_verb:
    case Word::future_verb:
    case Word::scheduled:
    case Word::not_future: return false;
    default: return true;
    }
}

} // namespace

Vocabulary::Vocabulary(Language language) : m_language(language), m_known(filter_words), m_beginnings(filter_words) {
    const std::string code(to_string(language));
    for (const std::string_view name : {"/dates_words", "/dates_cues"}) {
        if (lexicon::exists(code + std::string(name))) {
            add_table(code + std::string(name));
        }
    }
    if (lexicon::exists(code + "/numbers")) {
        add_numbers(code + "/numbers");
    }
    index_spellings();
}

void Vocabulary::add_numbers(const std::string& name) {
    const lexicon::Table table = lexicon::load(name);
    Entry entry;
    entry.word = Word::number;
    for (const lexicon::Row& row : table.rows()) {
        for (const std::string_view phrase : row.list("word")) {
            add_phrase(phrase, entry);
        }
    }
}

void Vocabulary::add_table(const std::string& name) {
    const lexicon::Table table = lexicon::load(name);
    for (const lexicon::Row& row : table.rows()) {
        Entry entry;
        if (!look_up(word_names, row["kind"], entry.word) && !look_up(cue_names, row["kind"], entry.word)) {
            fail(name, row, "kind", row["kind"]);
        }
        for (const std::string_view cell : row.list("flags")) {
            Flag flag = Flag::none;
            if (!look_up(flag_names, cell, flag)) {
                fail(name, row, "flag", cell);
            }
            entry.flags = static_cast<std::uint8_t>(entry.flags | static_cast<std::uint8_t>(flag));
        }
        entry.value = parse_value(row);
        for (const std::string_view phrase : row.list("words")) {
            add_phrase(phrase, entry);
        }
    }
}

void Vocabulary::add_phrase(std::string_view phrase, Entry entry) {
    const text::Document document(phrase, text::Document::Parts::tokens);
    entry.rest_begin = static_cast<std::uint32_t>(m_rests.size());
    std::string first;
    for (const text::Token& token : document.tokens()) {
        if (token.kind == text::TokenKind::punct) {
            continue; // a hyphen that joins
        }
        if (first.empty()) {
            first = document.loose(token);
        } else {
            m_rests.push_back(token.loose_hash);
            ++entry.rest_size;
        }
    }
    add_spellings(first, entry);
}

void Vocabulary::add_spellings(std::string_view word, Entry entry) {
    if (m_language == Language::ar) {
        add_arabic(word, entry);
    } else {
        add_spelling(word, entry);
    }
}

void Vocabulary::add_arabic(std::string_view word, const Entry& entry) {
    constexpr std::size_t letter = 2; // bytes
    if (word.size() <= letter) {      // م of a clock takes no proclitic: لم, بم are other words
        add_spelling(word, entry);
        return;
    }
    const bool with_article = word.starts_with(article) && word.size() > article.size() + 2;
    const std::string_view bare = with_article ? word.substr(article.size()) : word;
    for (const Prefix& prefix : plain_prefixes) {
        Entry spelled = entry;
        spelled.proclitic_bytes = prefix.bytes;
        const bool swallows = text::has_clitic(prefix.clitics, Clitic::article);
        const bool only_definite = with_article || entry.has(Flag::definite);
        if (swallows || !only_definite) {
            spelled.clitics = prefix.clitics;
            add_spelling(std::string(prefix.letters).append(bare), spelled);
        }
        if (!swallows && !text::has_clitic(prefix.clitics, Clitic::lam)) {
            spelled.clitics = prefix.clitics | Clitic::article;
            add_spelling(std::string(prefix.letters).append(article).append(bare), spelled);
        }
    }
}

void Vocabulary::add_spelling(std::string_view spelling, const Entry& entry) {
    m_spellings.push_back({text::KeyHash::of(spelling), entry});
}

void Vocabulary::index_spellings() {
    std::stable_sort(m_spellings.begin(), m_spellings.end(), [](const Spelling& a, const Spelling& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.entry.rest_size > b.entry.rest_size;
    });
    m_slots.assign(std::bit_ceil(m_spellings.size() * 2 + 1), 0);
    for (std::size_t i = 0; i < m_spellings.size(); ++i) {
        m_entries.push_back(m_spellings[i].entry);
        const std::uint64_t hash = m_spellings[i].hash;
        const std::uint64_t bit = std::uint64_t{1} << (hash & 63U);
        m_known[(hash >> 6U) & (filter_words - 1)] |= bit;
        if (begins_expression(m_spellings[i].entry.word)) {
            m_beginnings[(hash >> 6U) & (filter_words - 1)] |= bit;
        }
        if (i > 0 && m_spellings[i - 1].hash == hash) {
            continue;
        }
        std::size_t slot = hash & (m_slots.size() - 1);
        while (m_slots[slot] != 0) {
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        m_slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

std::span<const Entry> Vocabulary::entries(const text::Token& token) const {
    if (!probe(m_known, token)) {
        return {};
    }
    const std::uint64_t hash = token.loose_hash;
    std::size_t slot = hash & (m_slots.size() - 1);
    while (m_slots[slot] != 0) {
        const std::size_t first = m_slots[slot] - 1;
        if (m_spellings[first].hash == hash) {
            std::size_t last = first + 1;
            while (last < m_spellings.size() && m_spellings[last].hash == hash) {
                ++last;
            }
            return std::span(m_entries).subspan(first, last - first);
        }
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    return {};
}

std::optional<Hit> Vocabulary::complete(const text::Document& document, std::size_t token, std::size_t limit,
                                        const Entry& entry) const {
    const text::Token& first = document.token(token);
    if (entry.has(Flag::capital) && !first.capital) {
        return std::nullopt;
    }
    if (entry.has(Flag::plain) && document.strict(first).starts_with(alef_with_madda)) {
        return std::nullopt;
    }
    std::size_t last = token;
    for (std::size_t i = 0; i < entry.rest_size; ++i) {
        const auto next = lexicon::next_word(document, last, limit);
        if (!next || document.token(*next).loose_hash != m_rests[entry.rest_begin + i]) {
            return std::nullopt;
        }
        last = *next;
    }
    Hit hit;
    hit.entry = entry;
    hit.token = static_cast<std::uint32_t>(token);
    hit.next = static_cast<std::uint32_t>(last + 1);
    hit.source_begin =
        entry.proclitic_bytes == 0 ? first.span.begin : document.source_begin(first, entry.proclitic_bytes);
    return hit;
}

std::optional<Hit> Vocabulary::find(const text::Document& document, std::size_t token, std::size_t limit,
                                    Word word) const {
    if (token >= limit) {
        return std::nullopt;
    }
    for (const Entry& entry : entries(document.token(token))) {
        if (entry.word == word) {
            if (auto hit = complete(document, token, limit, entry)) {
                return hit;
            }
        }
    }
    return std::nullopt;
}

} // namespace yaqut::dates
