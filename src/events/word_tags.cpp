// SPDX-License-Identifier: Apache-2.0
#include "events/word_tags.hpp"

#include <algorithm>
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
          m_readings(document, rules.words()), m_tags(tags) {}

    /// First of all: the words that the cache does not have.
    void look_up_others();
    [[nodiscard]] SentenceWords tag_sentence(TokenRange tokens);

  private:
    [[nodiscard]] std::uint64_t hash_of(const text::Token& word) const {
        return m_arabic ? word.loose_hash : word.strict_hash;
    }
    [[nodiscard]] std::string_view after_cut(const text::Token& token) const;
    void fetch(std::uint32_t token) const;
    void read(const text::Token& word, Tag& tag) const;
    [[nodiscard]] WordReading reading(const text::Token& token) const;
    [[nodiscard]] bool misread(const text::Token& token, std::uint16_t entry) const;
    [[nodiscard]] bool only_with_pronoun(std::uint16_t entry) const;
    void read_words(TokenRange tokens);
    void take_phrase(std::uint32_t token, std::uint32_t limit);
    void weigh(std::uint32_t token, TokenRange tokens);
    void pass_phrase(std::uint32_t begin, std::uint32_t end);

    const text::Document& m_document;
    const Rules& m_rules;
    bool m_arabic;
    text::WordFacts<WordReading> m_readings;
    ScratchVector<Tag>& m_tags;
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

/// Each look-up waits for memory several times: all words go one step together, so that the waits are one.
void WordTagger::look_up_others() {
    for (std::uint32_t token = 0; token < lookahead; ++token) {
        fetch(token);
    }
    struct Search {
        std::uint32_t token;
        std::uint16_t entry;
        bool cut;
        std::uint64_t hash;
    };
    ScratchVector<Search> searches;
    searches.reserve(m_document.size() / 2);
    const auto add = [&](std::uint32_t token, bool cut, std::uint64_t hash) {
        m_rules.fetch_word(hash);
        searches.push_back({token, 0, cut, hash});
    };
    for (std::uint32_t token = 0; token < m_document.size(); ++token) {
        const text::Token& word = m_document.token(token);
        if (word.kind != text::TokenKind::word || word.word != text::no_word) {
            continue;
        }
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
            tag.marks = tag.entry->marks;
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

/// What is known of the word; what look_up_others() has found is there already.
void WordTagger::read(const text::Token& word, Tag& tag) const {
    if (word.word == text::no_word) {
        return;
    }
    const WordReading read = m_readings.of(word, [&] { return reading(word); });
    if (read.entry != 0) {
        tag.entry = &m_rules.entry(read.entry);
        tag.marks = read.marks;
        tag.conjoined = m_arabic && read.cut;
    }
}

/// What the words say alone. What is to be weighed lies far apart in memory: it is asked for here.
void WordTagger::read_words(TokenRange tokens) {
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
        fetch(token + lookahead);
        const text::Token& word = m_document.token(token);
        Tag& tag = m_tags[token];
        if (word.kind != text::TokenKind::word) {
            tag.punct = word.kind == text::TokenKind::punct;
            continue;
        }
        read(word, tag);
        m_words.marks |= tag.marks;
        if ((tag.marks & weighed) != 0) {
            __builtin_prefetch(tag.entry);
            m_weighed.push_back(token);
        }
    }
}

SentenceWords WordTagger::tag_sentence(TokenRange tokens) {
    m_words = {};
    m_wanted = {};
    m_phrase_end = tokens.begin;
    m_weighed.clear();
    read_words(tokens);
    for (const std::uint32_t token : m_weighed) {
        weigh(token, tokens);
    }
    return m_words;
}

} // namespace

WordTags::WordTags(const text::Document& document, const Rules& rules) : tags(document.size()) {
    WordTagger tagger(document, rules, tags);
    tagger.look_up_others();
    sentences.reserve(document.sentences().size());
    for (const text::Sentence& sentence : document.sentences()) {
        sentences.push_back(tagger.tag_sentence(sentence.tokens));
        may_tell |= sentences.back().may_tell;
    }
}

} // namespace yaqut::events
