// SPDX-License-Identifier: Apache-2.0
// Which words of a text begin names.
#include <algorithm>

#include "text/key_hash.hpp"
#include "toponyms/name_entries.hpp"
#include "toponyms/name_matcher.hpp"

namespace yaqut::toponyms {

namespace {

/// Only letters of the word itself may begin a reading: most words need no look at their readings.
constexpr std::array<std::string_view, 4> usual_letters{"و", "ب", "ل", "ا"};
constexpr std::array<std::string_view, 3> rare_letters{"ف", "ك", "أ"};

template <std::size_t Size>
bool starts_with_any(std::string_view key, const std::array<std::string_view, Size>& letters) {
    return std::any_of(letters.begin(), letters.end(), [key](std::string_view l) { return key.starts_with(l); });
}

/// A text without any capital letter is a message typed in haste: there, small letters say nothing.
bool lower_case_text(const text::Document& document) {
    return std::none_of(document.tokens().begin(), document.tokens().end(), [](const text::Token& t) {
        return t.kind == text::TokenKind::word && t.script == text::Script::latin && t.capital;
    });
}

} // namespace

NameMatcher::NameMatcher(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
                         std::span<const WordInfo> words, const NameFacts& facts, NameMemory& memory)
    : m_gazetteer(gazetteer), m_document(document), m_words(words), m_memory(memory),
      m_readings(document, facts.readings), m_starts(memory.lists.starts), m_worth_a_look(memory.lists.worth_a_look),
      m_rare(memory.lists.rare) {
    find_starts(facts);
}

/// Most words have a number, and begin no name: for them this is one look at what is known. The loops over all tokens
/// have no branch that depends on them, since words and marks come as luck has it.
void NameMatcher::find_starts(const NameFacts& facts) {
    const text::WordFacts<NameStarts> known(m_document, facts.starts);
    const auto tokens = m_document.tokens();
    std::vector<std::uint32_t>& list = m_memory.lists.list;
    m_starts.resize(tokens.size());
    list.resize(tokens.size());
    std::size_t others = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const text::Token& token = tokens[i];
        const bool found = known.look(token, m_starts[i]);
        const bool other = token.kind == text::TokenKind::word && (!found || token.script != text::Script::arabic);
        list[others] = static_cast<std::uint32_t>(i);
        others += other ? 1U : 0U;
    }
    find_new_starts(std::span(list).first(others), known);
    m_worth_a_look.resize(tokens.size());
    m_rare.resize(tokens.size());
    std::size_t worth = 0;
    std::size_t rare = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const CueSet cues = m_words[i].cues;
        const NameStarts starts = m_starts[i];
        m_worth_a_look[worth] = m_rare[rare] = static_cast<std::uint32_t>(i);
        worth += ((starts.bits & NameStarts::usual) | (cues & descriptors)) != 0 ? 1U : 0U;
        rare += starts.any(NameStarts::rare) && cues == 0 ? 1U : 0U;
    }
    m_worth_a_look.resize(worth);
    m_rare.resize(rare);
    fetch_names();
}

/// The words that are not known yet, and those of other scripts. What the gazetteer has for words without a number is
/// asked for some words ahead.
void NameMatcher::find_new_starts(std::span<const std::uint32_t> tokens, const text::WordFacts<NameStarts>& known) {
    std::array<NewWords, 2> blocks;
    const auto part = [tokens](std::size_t begin) {
        return tokens.subspan(std::min(begin, tokens.size()),
                              std::min(block, tokens.size() - std::min(begin, tokens.size())));
    };
    read_ahead(part(0), blocks[0]);
    for (std::size_t begin = 0; begin < tokens.size(); begin += block) {
        const NewWords& words = blocks[begin / block % 2];
        look_nearer(words);
        read_ahead(part(begin + block), blocks[(begin / block + 1) % 2]);
        const NewWord* word = words.begin();
        for (const std::uint32_t i : part(begin)) {
            const text::Token& token = m_document.token(i);
            NameStarts starts;
            if (token.script != text::Script::arabic) {
                starts.add(NameStarts::whole, latin_may_start(token));
            } else if (token.word != text::no_word) {
                starts = known.of(token, [&] { return starts_of(token); });
            } else {
                starts = starts_of(token, word->readings);
            }
            word += token.word == text::no_word ? 1 : 0;
            m_starts[i] = starts;
        }
    }
}

/// Asks for what starts_of() will read for those of the words that have no number.
void NameMatcher::read_ahead(std::span<const std::uint32_t> tokens, NewWords& words) const {
    words.clear();
    for (const std::uint32_t i : tokens) {
        const text::Token& token = m_document.token(i);
        if (token.word != text::no_word) {
            continue;
        }
        NewWord& word = words.add(i);
        m_gazetteer.fetch_beginning(token.loose_hash);
        if (token.loose_size >= shortest_fused_name) {
            m_gazetteer.fetch_fused(token.loose_hash);
        }
        find_readings(token, word.readings);
        for (const text::LooseReading& reading : word.readings) {
            m_gazetteer.fetch_beginning(reading.loose_hash);
        }
    }
}

/// Asks for the names of words that read_ahead() saw, now that it is known whether there may be some.
void NameMatcher::look_nearer(const NewWords& words) const {
    const auto fetch = [this](std::uint64_t hash) {
        if (m_gazetteer.may_begin(hash)) {
            m_gazetteer.fetch_phrase(hash);
        }
    };
    for (const NewWord& word : words) {
        fetch(m_document.token(word.token).loose_hash);
        for (const text::LooseReading& reading : word.readings) {
            fetch(reading.loose_hash);
        }
    }
}

/// Brings nearer what match() will read: the names that begin with two words of the text.
void NameMatcher::fetch_names() const {
    for (const std::uint32_t token : m_worth_a_look) {
        if (m_starts[token].any(NameStarts::longer) && token + 1 < m_document.size()) {
            m_gazetteer.fetch_phrase(
                text::extend_phrase(m_document.token(token).loose_hash, m_document.token(token + 1).loose_hash));
        }
    }
}

/// None for words met the first time.
std::span<const KnownReading> NameMatcher::readings_known(std::size_t token) const {
    const ReadingRange range = m_readings.known(m_document.token(token)).value_or(ReadingRange{});
    return std::span(m_memory.readings).subspan(range.begin, range.end - range.begin);
}

void NameMatcher::look_on(std::size_t at) const {
    constexpr std::size_t steps = 3; // about the time that memory takes
    if (at + 2 * steps < m_worth_a_look.size()) {
        __builtin_prefetch(readings_known(m_worth_a_look[at + 2 * steps]).data());
    }
    if (at + steps >= m_worth_a_look.size()) {
        return;
    }
    const std::uint32_t token = m_worth_a_look[at + steps];
    if (token + 1 == m_document.size() || m_document.token(token + 1).kind != text::TokenKind::word) {
        return;
    }
    for (const KnownReading& known : readings_known(token)) {
        if (known.probe.extends) {
            m_gazetteer.fetch_phrase(
                text::extend_phrase(known.reading.loose_hash, m_document.token(token + 1).loose_hash));
        }
    }
}

/// Small letters begin a name only in a text or hashtag without capitals, or behind an apostrophe, which the loose key
/// does not have.
bool NameMatcher::latin_may_start(const text::Token& word) {
    if (!m_latin) {
        m_latin = true;
        m_lower_case_text = lower_case_text(m_document);
    }
    return word.capital || m_lower_case_text || word.hashtag || word.loose_size != word.strict_size;
}

/// The readings without proclitics; none for the many words that have no letter for one.
void NameMatcher::find_readings(const text::Token& word, text::LooseReadings& out) const {
    const std::string_view key = m_document.strict(word);
    if (starts_with_any(key, usual_letters) || starts_with_any(key, rare_letters)) {
        text::find_loose_readings(m_document, word, out);
    } else {
        out.clear();
    }
}

NameStarts NameMatcher::starts_of(const text::Token& word) const {
    text::LooseReadings readings;
    find_readings(word, readings);
    return starts_of(word, readings);
}

NameStarts NameMatcher::starts_of(const text::Token& word, const text::LooseReadings& readings) const {
    const auto probe = [this](std::uint64_t loose_hash) {
        return m_gazetteer.may_begin(loose_hash) ? m_gazetteer.probe(loose_hash) : gazetteer::Probe{};
    };
    NameStarts starts;
    const gazetteer::Probe whole = probe(word.loose_hash);
    starts.add(NameStarts::whole, whole.found());
    starts.add(NameStarts::longer, whole.extends);
    const bool begins_rarely = starts_with_any(m_document.strict(word), rare_letters);
    for (const text::LooseReading& reading : readings) {
        if (probe(reading.loose_hash).found()) {
            const bool taken_freely = usual(reading.clitics);
            starts.add(NameStarts::reading, taken_freely);
            starts.add(NameStarts::rare, begins_rarely && !taken_freely);
        }
    }
    starts.add(NameStarts::fused,
               word.loose_size >= shortest_fused_name && has_long_name(m_gazetteer.probe_fused(word.loose_hash)));
    return starts;
}

KnownReading NameMatcher::known_reading(const text::Reading& reading) const {
    KnownReading known{.reading = reading, .probe = m_gazetteer.probe(reading.loose_hash)};
    known.same_spelling = spelt_the_same(known.probe.names, reading.strict_hash);
    known.demonym = some_demonym(known.probe.names);
    return known;
}

/// The readings of the word that NameStarts tells of, the word itself first.
ReadingRange NameMatcher::keep_readings(const text::Token& word, NameStarts starts) const {
    auto& readings = m_memory.readings;
    ReadingRange range;
    range.begin = static_cast<std::uint32_t>(readings.size());
    if (starts.any(NameStarts::whole)) {
        readings.push_back(known_reading(whole_word(word)));
    }
    if (starts.any(NameStarts::reading)) {
        for (const text::Reading& reading : text::readings(m_document, word)) {
            if (reading.clitics != Clitic::none && usual(reading.clitics) &&
                m_gazetteer.may_begin(reading.loose_hash)) {
                readings.push_back(known_reading(reading));
                if (!readings.back().probe.found()) {
                    readings.pop_back();
                }
            }
        }
    }
    range.end = static_cast<std::uint32_t>(readings.size());
    for (std::uint32_t i = range.begin; i < range.end && range.end - range.begin > 1; ++i) {
        readings[i].country = some_country(readings[i].probe.names);
    }
    return range;
}

} // namespace yaqut::toponyms
