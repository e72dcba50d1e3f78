// SPDX-License-Identifier: Apache-2.0
#include "events/word_tags.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "text/key_hash.hpp"

namespace yaqut::events {

namespace {

constexpr std::string_view waw = "و";
constexpr std::string_view fa = "ف";
constexpr std::string_view ta_marbuta = "ة";
constexpr std::size_t longest_phrase = 5;

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
    WordTagger(const text::Document& document, const Rules& rules, std::vector<Tag>& tags)
        : m_document(document), m_rules(rules), m_arabic(rules.language() == Language::ar),
          m_readings(document, rules.words()), m_tags(tags) {}

    [[nodiscard]] SentenceWords tag_sentence(TokenRange tokens);

  private:
    [[nodiscard]] bool only_with_pronoun(std::uint32_t form) const;
    [[nodiscard]] WordReading arabic_reading(const text::Token& token) const;
    [[nodiscard]] WordReading latin_reading(const text::Token& token) const;
    void tag_word(std::uint32_t token, std::uint32_t limit, WordReading reading);

    const text::Document& m_document;
    const Rules& m_rules;
    bool m_arabic;
    text::WordFacts<WordReading> m_readings;
    std::vector<Tag>& m_tags;
};

bool WordTagger::only_with_pronoun(std::uint32_t form) const {
    const std::span<const Sense> senses = m_rules.senses(m_rules.entry(form));
    return !senses.empty() && std::all_of(senses.begin(), senses.end(),
                                          [](const Sense& s) { return has_flag(s.flags, FormFlag::possessed); });
}

WordReading WordTagger::latin_reading(const text::Token& token) const {
    if (const std::uint32_t form = m_rules.find_form(token.strict_hash)) {
        return {form, false};
    }
    const std::string_view rest = after_elision(m_document.strict(token));
    return {rest.empty() ? 0 : m_rules.find_form(text::KeyHash::of(rest)), false};
}

WordReading WordTagger::arabic_reading(const text::Token& token) const {
    // The loose key does not tell ة from the pronoun ه: وزارة is no visit.
    const bool feminine = m_document.strict(token).ends_with(ta_marbuta);
    const auto accepted = [&](std::uint32_t form) {
        return form != 0 && feminine && only_with_pronoun(form) ? 0 : form;
    };
    if (const std::uint32_t form = m_rules.find_form(token.loose_hash)) {
        return {accepted(form), false};
    }
    const std::string_view key = m_document.loose(token);
    if (key.size() < 6 || !(key.starts_with(waw) || key.starts_with(fa))) {
        return {};
    }
    const std::uint32_t form = accepted(m_rules.find_form(text::KeyHash::of(key.substr(2))));
    return {form, form != 0};
}

void WordTagger::tag_word(std::uint32_t token, std::uint32_t limit, WordReading reading) {
    Tag& tag = m_tags[token];
    const Entry* known = &m_rules.entry(reading.form);
    tag.conjoined = reading.conjoined;
    if (known->extends) {
        // A longer phrase that begins here takes the place of its first word's readings.
        std::uint64_t hash = m_rules.hash_of(reading.form);
        const Entry* longer = known;
        for (std::uint32_t next = token + 1; longer != nullptr && longer->extends; ++next) {
            if (next >= limit || next >= token + longest_phrase) {
                break;
            }
            const text::Token& word = m_document.token(next);
            hash = text::extend_phrase(hash, m_arabic ? word.loose_hash : word.strict_hash);
            longer = m_rules.find(hash);
            if (longer != nullptr && longer->senses.count > 0) {
                known = longer;
                tag.length = static_cast<std::uint8_t>(next + 1 - token);
            }
        }
    }
    if (known->senses.count > 0) {
        tag.entry = known;
        tag.casualty_word = known->casualty;
        tag.event_word = known->event;
    }
}

SentenceWords WordTagger::tag_sentence(TokenRange tokens) {
    SentenceWords words;
    NumberSet wanted;
    std::uint32_t phrase_end = 0;
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
        const text::Token& word = m_document.token(token);
        Tag& tag = m_tags[token];
        if (word.kind != text::TokenKind::word) {
            tag.punct = word.kind == text::TokenKind::punct;
            continue;
        }
        const WordReading reading =
            m_readings.of(word, [&] { return m_arabic ? arabic_reading(word) : latin_reading(word); });
        if (reading.form == 0) {
            continue;
        }
        tag_word(token, tokens.end, reading);
        if (token < phrase_end) {
            // "under the control of": the words of such a phrase have no readings of their own.
            tag.entry = &no_entry;
            tag.event_word = false;
            continue;
        }
        const Entry& entry = *tag.entry;
        if (tag.length > 1 && entry.cues.has(Cue::no_event)) {
            phrase_end = token + tag.length;
        }
        words.may_tell |= entry.casualty || entry.event || wanted.may_meet(entry.seconds);
        words.harm |= entry.harm;
        words.seconds |= entry.seconds;
        wanted |= entry.wanted;
    }
    return words;
}

} // namespace

WordTags::WordTags(const text::Document& document, const Rules& rules) : tags(document.size()) {
    WordTagger tagger(document, rules, tags);
    sentences.reserve(document.sentences().size());
    for (const text::Sentence& sentence : document.sentences()) {
        sentences.push_back(tagger.tag_sentence(sentence.tokens));
        may_tell |= sentences.back().may_tell;
    }
}

} // namespace yaqut::events
