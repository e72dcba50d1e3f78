// SPDX-License-Identifier: Apache-2.0
#include "events/word_tags.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <span>
#include <string_view>

#include "text/key_hash.hpp"

namespace yaqut::events {

namespace {

constexpr std::string_view waw = "و";
constexpr std::string_view fa = "ف";
constexpr std::string_view ta_marbuta = "ة";
constexpr std::size_t longest_phrase = 5;
constexpr auto weighed = static_cast<std::uint8_t>(WordMark::extends) | static_cast<std::uint8_t>(WordMark::matters);
constexpr std::uint32_t lookahead = 16; ///< tokens

/// l'attaque, d'une, qu'il: where the word proper begins.
std::string_view after_elision(std::string_view word) {
    const std::size_t mark = word.find('\'');
    if (mark == 0 || mark > 2 || mark + 2 >= word.size()) {
        return {};
    }
    return word.substr(mark + 1);
}

class WordTagger {
  public:
    WordTagger(const text::Document& document, const Rules& rules, ScratchVector<Tag>& tags)
        : m_document(document), m_rules(rules), m_arabic(rules.language() == Language::ar),
          m_readings(document, rules.words()), m_tags(tags), m_marks(document.size() + step) {}

    /// First of all: what the words say alone.
    void read_words();
    [[nodiscard]] SentenceWords tag_sentence(TokenRange tokens);

  private:
    static constexpr std::uint32_t step = sizeof(std::uint64_t); ///< marks that are looked at together

    [[nodiscard]] std::uint64_t hash_of(const text::Token& word) const {
        return m_arabic ? word.loose_hash : word.strict_hash;
    }
    [[nodiscard]] std::string_view after_cut(const text::Token& token) const;
    void fetch(std::uint32_t token) const;
    void look_up_others(std::span<const std::uint32_t> tokens);
    [[nodiscard]] WordReading reading(const text::Token& token) const;
    [[nodiscard]] bool misread(const text::Token& token, std::uint16_t entry) const;
    [[nodiscard]] bool only_with_pronoun(std::uint16_t entry) const;
    void gather_marks(TokenRange tokens);
    void take_phrase(std::uint32_t token, std::uint32_t limit);
    void weigh(std::uint32_t token, TokenRange tokens);
    void pass_phrase(std::uint32_t begin, std::uint32_t end);

    const text::Document& m_document;
    const Rules& m_rules;
    bool m_arabic;
    text::WordFacts<WordReading> m_readings;
    ScratchVector<Tag>& m_tags;
    ScratchVector<std::uint8_t> m_marks;    ///< of the words by token, as their tags have them at first
    ScratchVector<std::uint32_t> m_weighed; ///< tokens of the sentence to look into
    SentenceWords m_words;                  ///< of the sentence so far
    NumberSet m_wanted;                     ///< second groups that rules look for after its words so far
    std::uint32_t m_phrase_end = 0;         ///< of a phrase that is no event
};

/// The key of the word without what may be written together with it; empty when nothing may.
std::string_view WordTagger::after_cut(const text::Token& token) const {
    if (!m_arabic) {
        return after_elision(m_document.strict(token));
    }
    const std::string_view key = m_document.loose(token);
    return key.size() >= 6 && (key.starts_with(waw) || key.starts_with(fa)) ? key.substr(2) : std::string_view();
}

WordReading WordTagger::reading(const text::Token& token) const {
    std::uint16_t entry = m_rules.find_word(hash_of(token));
    const bool cut = entry == 0;
    if (cut) {
        const std::string_view rest = after_cut(token);
        entry = rest.empty() ? std::uint16_t{0} : m_rules.find_word(text::KeyHash::of(rest));
    }
    if (entry == 0 || misread(token, entry)) {
        return {};
    }
    return {entry, m_rules.entry(entry).marks, cut};
}

/// The loose key does not tell ة from the pronoun ه: وزارة is no visit.
bool WordTagger::misread(const text::Token& token, std::uint16_t entry) const {
    return m_arabic && m_document.strict(token).ends_with(ta_marbuta) && only_with_pronoun(entry);
}

/// Of words that the cache does not have. Each look-up waits for memory several times: all words go one step together,
/// so that the waits are one.
void WordTagger::look_up_others(std::span<const std::uint32_t> tokens) {
    struct Search {
        std::uint32_t token;
        std::uint16_t entry;
        bool cut;
        std::uint64_t hash;
    };
    ScratchVector<Search> searches;
    searches.reserve(2 * tokens.size());
    const auto add = [&](std::uint32_t token, bool cut, std::uint64_t hash) {
        m_rules.fetch_word(hash);
        searches.push_back({token, 0, cut, hash});
    };
    for (const std::uint32_t token : tokens) {
        const text::Token& word = m_document.token(token);
        add(token, false, hash_of(word));
        if (const std::string_view rest = after_cut(word); !rest.empty()) {
            add(token, true, text::KeyHash::of(rest));
        }
    }
    std::erase_if(searches, [&](const Search& search) { return !m_rules.may_have_word(search.hash); });
    for (const Search& search : searches) {
        m_rules.fetch_forms(search.hash);
    }
    for (Search& search : searches) {
        search.entry = m_rules.find_fetched(search.hash);
        __builtin_prefetch(&m_rules.entry(search.entry));
    }
    std::uint32_t whole = std::numeric_limits<std::uint32_t>::max(); // the last token that is known uncut
    for (const Search& search : searches) {
        if (search.entry == 0 || search.token == whole) {
            continue;
        }
        whole = search.token;
        if (!misread(m_document.token(search.token), search.entry)) {
            Tag& tag = m_tags[search.token];
            tag.entry = &m_rules.entry(search.entry);
            tag.marks = m_marks[search.token] = tag.entry->marks;
            tag.conjoined = m_arabic && search.cut;
        }
    }
}

bool WordTagger::only_with_pronoun(std::uint16_t entry) const {
    const std::span<const Sense> senses = m_rules.senses(m_rules.entry(entry));
    return !senses.empty() && std::all_of(senses.begin(), senses.end(),
                                          [](const Sense& s) { return has_flag(s.flags, FormFlag::possessed); });
}

/// A longer phrase that begins at the word takes the place of its readings.
void WordTagger::take_phrase(std::uint32_t token, std::uint32_t limit) {
    const text::Token& first = m_document.token(token);
    const WordReading reading = m_readings.of(first, [&] { return this->reading(first); });
    std::uint64_t hash = reading.cut ? text::KeyHash::of(after_cut(first)) : hash_of(first);
    const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(limit, token + longest_phrase));
    for (std::uint32_t next = token + 1; next < end; ++next) {
        hash = text::extend_phrase(hash, hash_of(m_document.token(next)));
        const Entry& phrase = m_rules.entry(m_rules.find_phrase(hash));
        if (phrase.senses.count > 0) {
            m_tags[token].entry = &phrase;
            m_tags[token].marks = phrase.marks;
            m_tags[token].length = static_cast<std::uint8_t>(next + 1 - token);
        }
        if (!has_mark(phrase.marks, WordMark::extends)) {
            return;
        }
    }
}

/// "Under the control of": the words of such a phrase have no readings of their own. Those that are weighed see to it
/// themselves.
void WordTagger::pass_phrase(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t token = begin; token < end; ++token) {
        Tag& tag = m_tags[token];
        if ((tag.marks & weighed) == 0) {
            tag.entry = &no_entry;
            tag.marks = 0;
        }
    }
}

void WordTagger::weigh(std::uint32_t token, TokenRange tokens) {
    Tag& tag = m_tags[token];
    if (has_mark(tag.marks, WordMark::extends)) {
        take_phrase(token, tokens.end);
        m_words.marks |= tag.marks;
    }
    if (token < m_phrase_end) {
        tag.casualty_word = tag.entry->casualty;
        tag.entry = &no_entry;
        tag.marks = 0;
        return;
    }
    if (!has_mark(tag.marks, WordMark::matters) && tag.length == 1) {
        return;
    }
    const Entry& entry = *tag.entry;
    tag.casualty_word = entry.casualty;
    tag.event_word = entry.event;
    if (tag.length > 1 && entry.cues.has(Cue::no_event)) {
        m_phrase_end = token + tag.length;
        pass_phrase(token + 1, m_phrase_end);
    }
    m_words.may_tell |= entry.casualty || entry.event || m_wanted.may_meet(entry.seconds);
    m_words.harm |= entry.harm;
    m_words.seconds |= entry.seconds;
    m_wanted |= entry.wanted;
}

/// Each look-up of a word is a wait for memory unless it is asked for some words before.
void WordTagger::fetch(std::uint32_t token) const {
    if (token < m_document.size()) {
        m_readings.fetch(m_document.token(token));
    }
}

/// Nothing here depends on the token, so that no branch is foreseen wrongly.
void WordTagger::read_words() {
    for (std::uint32_t token = 0; token < lookahead; ++token) {
        fetch(token);
    }
    const auto count = static_cast<std::uint32_t>(m_document.size());
    m_tags.reserve(count);
    ScratchVector<std::uint32_t> others(count + 1);
    std::size_t other = 0;
    for (std::uint32_t token = 0; token < count; ++token) {
        fetch(token + lookahead);
        const text::Token& word = m_document.token(token);
        const bool outside = word.word == text::no_word;
        WordReading read;
        if (!m_readings.look(word, read) && !outside) { // once for each word of the cache
            read = m_readings.of(word, [&] { return reading(word); });
        }
        Tag& tag = m_tags.emplace_back();
        tag.entry = &m_rules.entry(read.entry);
        tag.marks = m_marks[token] = read.marks;
        tag.conjoined = m_arabic && read.cut;
        tag.punct = word.kind == text::TokenKind::punct;
        others[other] = token;
        other += static_cast<std::size_t>(outside && word.kind == text::TokenKind::word);
    }
    look_up_others(std::span(others).first(other));
}

/// Of all words, and which of them are to be weighed: these lie far apart in memory and are asked for here.
void WordTagger::gather_marks(TokenRange tokens) {
    constexpr std::uint64_t each = 0x0101010101010101;
    std::uint64_t all = 0;
    for (std::uint32_t token = tokens.begin; token < tokens.end; token += step) {
        std::uint64_t marks = 0;
        for (std::uint32_t i = 0; i < step; ++i) { // one load
            marks |= static_cast<std::uint64_t>(m_marks[token + i]) << i * 8;
        }
        if (tokens.end - token < step) {
            marks &= ~std::uint64_t{0} >> (step - (tokens.end - token)) * 8;
        }
        all |= marks;
        for (marks &= each * weighed; marks != 0;) {
            const auto place = static_cast<std::uint32_t>(std::countr_zero(marks)) / 8;
            marks &= ~(std::uint64_t{0xFF} << place * 8);
            __builtin_prefetch(m_tags[token + place].entry);
            m_weighed.push_back(token + place);
        }
    }
    for (; all != 0; all >>= 8U) {
        m_words.marks |= static_cast<std::uint8_t>(all);
    }
}

SentenceWords WordTagger::tag_sentence(TokenRange tokens) {
    m_words = {};
    m_wanted = {};
    m_phrase_end = tokens.begin;
    m_weighed.clear();
    gather_marks(tokens);
    for (const std::uint32_t token : m_weighed) {
        weigh(token, tokens);
    }
    return m_words;
}

} // namespace

WordTags::WordTags(const text::Document& document, const Rules& rules) {
    WordTagger tagger(document, rules, tags);
    tagger.read_words();
    sentences.reserve(document.sentences().size());
    for (const text::Sentence& sentence : document.sentences()) {
        sentences.push_back(tagger.tag_sentence(sentence.tokens));
        may_tell |= sentences.back().may_tell;
    }
}

} // namespace yaqut::events
