// SPDX-License-Identifier: Apache-2.0
#include "dates/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

#include "core/error.hpp"
#include "dates/vocabulary_names.hpp"
#include "lexicon/phrase_table.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

namespace yaqut::dates {

namespace {

using text::Clitic;

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
constexpr std::string_view hamza = "\xD8\xA1";           // ء

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
    case Word::takes_of:
    case Word::nowadays:
    case Word::season_noun:
    case Word::each_weekday:
    case Word::named_day:
    case Word::outlet:
    case Word::complement:
    case Word::preposition:
    case Word::published:
    case Word::past_verb:
    case Word::future_verb:
    case Word::scheduled:
    case Word::not_future:
    case Word::future_ending: return false;
    default: return true;
    }
}

} // namespace

Vocabulary::Vocabulary(Language language) : m_language(language), m_known(filter_words), m_hashes(1), m_senses(1) {
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
        entry.word = names::word_of(name, row);
        entry.flags = names::flags_of(name, row);
        entry.value = names::value_of(row);
        if (entry.word == Word::future_ending) {
            const auto endings = row.list("words");
            m_future_endings.assign(endings.begin(), endings.end());
            continue;
        }
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
    m_entries.reserve(m_spellings.size());
    for (const Spelling& spelling : m_spellings) {
        if (m_senses.size() == 1 || m_hashes.back() != spelling.hash) {
            add_senses(spelling.hash);
        }
        Senses& senses = m_senses.back();
        senses.kinds |= Senses::bit(spelling.entry.word);
        ++senses.count;
        m_entries.push_back(spelling.entry);
        m_entries.back().begins = begins_expression(spelling.entry.word);
        senses.begins = senses.begins || m_entries.back().begins;
    }
    m_spellings = {};
    index_senses();
}

void Vocabulary::add_senses(std::uint64_t hash) {
    if (m_senses.size() > std::numeric_limits<SensesId>::max()) {
        throw TableError(std::string(to_string(m_language)) + "/dates_words", "too many spellings of words");
    }
    Senses senses;
    senses.first = static_cast<std::uint32_t>(m_entries.size());
    m_senses.push_back(senses);
    m_hashes.push_back(hash);
}

void Vocabulary::index_senses() {
    m_slots.assign(std::bit_ceil(m_senses.size() * 2), 0);
    for (std::size_t id = 1; id < m_senses.size(); ++id) {
        const std::uint64_t hash = m_hashes[id];
        m_known[(hash >> 6U) & (filter_words - 1)] |= filter_bits(hash);
        std::size_t slot = hash & (m_slots.size() - 1);
        while (m_slots[slot] != 0) {
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        m_slots[slot] = static_cast<SensesId>(id);
    }
}

SensesId Vocabulary::senses_of(const text::Token& token) const {
    const std::uint64_t hash = token.loose_hash;
    if ((m_known[(hash >> 6U) & (filter_words - 1)] & filter_bits(hash)) != filter_bits(hash)) {
        return 0;
    }
    std::size_t slot = hash & (m_slots.size() - 1);
    while (m_slots[slot] != 0 && m_hashes[m_slots[slot]] != hash) {
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    return m_slots[slot];
}

std::optional<Hit> Vocabulary::complete(const text::Document& document, std::size_t token, std::size_t limit,
                                        const Entry& entry) const {
    const text::Token& first = document.token(token);
    if (entry.has(Flag::capital) && !first.capital) {
        return std::nullopt;
    }
    if (entry.has(Flag::plain) &&
        (document.strict(first).starts_with(alef_with_madda) || document.strict(first).ends_with(hamza))) {
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

} // namespace yaqut::dates
