// SPDX-License-Identifier: Apache-2.0
#include "events/tagged_text.hpp"

#include <algorithm>

#include "text/key_hash.hpp"

namespace yaqut::events {

namespace {

constexpr std::string_view waw = "و";
constexpr std::string_view fa = "ف";
constexpr std::string_view ta_marbuta = "ة";
constexpr std::size_t longest_phrase = 5;

bool ends_clause(std::string_view mark) {
    return mark == "," || mark == ";" || mark == ":" || mark == "-" || mark == "(";
}

/// l'attaque, d'une, qu'il: where the word proper begins.
std::string_view after_elision(std::string_view word) {
    const std::size_t mark = word.find('\'');
    if (mark == 0 || mark > 2 || mark + 2 >= word.size()) {
        return {};
    }
    return word.substr(mark + 1);
}

} // namespace

TaggedText::TaggedText(const text::Document& document, const Rules& rules, std::span<const ResolvedToponym> toponyms,
                       std::span<const Timex> timexes)
    : m_document(document), m_rules(rules), m_toponyms(toponyms), m_timexes(timexes), m_tags(document.size()),
      m_toponym(document.size(), -1), m_timex(document.size(), -1) {
    const auto mark = [&](std::vector<std::int32_t>& map, TokenRange range, std::size_t index) {
        for (std::size_t token = range.begin; token < std::min<std::size_t>(range.end, map.size()); ++token) {
            map[token] = static_cast<std::int32_t>(index);
        }
    };
    for (std::size_t i = 0; i < toponyms.size(); ++i) {
        mark(m_toponym, toponyms[i].mention.tokens, i);
    }
    for (std::size_t i = 0; i < timexes.size(); ++i) {
        mark(m_timex, timexes[i].tokens, i);
    }
    tag_words();
    number_clauses();
}

bool TaggedText::only_with_pronoun(const Entry& entry) const {
    const std::span<const Sense> senses = m_rules.senses(entry);
    return !senses.empty() && std::all_of(senses.begin(), senses.end(),
                                          [](const Sense& s) { return has_flag(s.flags, FormFlag::possessed); });
}

WordReading TaggedText::reading(const text::Token& token) const {
    bool conjoined = false;
    const Entry* entry = m_rules.language() == Language::ar ? find_arabic(token, conjoined) : find_latin(token);
    return {m_rules.number_of(entry), conjoined};
}

const Entry* TaggedText::find_latin(const text::Token& token) const {
    if (const Entry* entry = m_rules.find(token.strict_hash)) {
        return entry;
    }
    const std::string_view rest = after_elision(m_document.strict(token));
    return rest.empty() ? nullptr : m_rules.find(text::KeyHash::of(rest));
}

const Entry* TaggedText::find_arabic(const text::Token& token, bool& conjoined) const {
    // The loose key does not tell ة from the pronoun ه: وزارة is no visit.
    const bool feminine = m_document.strict(token).ends_with(ta_marbuta);
    if (const Entry* entry = m_rules.find(token.loose_hash)) {
        return feminine && only_with_pronoun(*entry) ? nullptr : entry;
    }
    const std::string_view key = m_document.loose(token);
    if (key.size() < 6 || !(key.starts_with(waw) || key.starts_with(fa))) {
        return nullptr;
    }
    const Entry* entry = m_rules.find(text::KeyHash::of(key.substr(2)));
    if (entry != nullptr && feminine && only_with_pronoun(*entry)) {
        return nullptr;
    }
    conjoined = entry != nullptr;
    return entry;
}

void TaggedText::tag(std::size_t token, std::size_t limit, WordReading reading) {
    const Entry* entry = m_rules.numbered(reading.entry);
    if (entry == nullptr) {
        return;
    }
    Tag& tag = m_tags[token];
    tag.conjoined = reading.conjoined;
    tag.entry = entry;
    tag.cues = entry->cues;
    // A longer phrase that begins here takes the place of its first word's readings.
    std::uint64_t hash = entry->hash;
    for (std::size_t next = token + 1; entry != nullptr && entry->extends; ++next) {
        if (next >= limit || next >= token + longest_phrase) {
            break;
        }
        const text::Token& word = m_document.token(next);
        hash = text::extend_phrase(hash, m_rules.language() == Language::ar ? word.loose_hash : word.strict_hash);
        entry = m_rules.find(hash);
        if (entry != nullptr && entry->count > 0) {
            tag.entry = entry;
            tag.cues = entry->cues;
            tag.length = static_cast<std::uint8_t>(next + 1 - token);
        }
    }
    if (tag.entry->count == 0) {
        tag.entry = nullptr;
        return;
    }
    tag.casualty_word = tag.entry->casualty;
    tag.event_word = tag.entry->event;
}

void TaggedText::tag_words() {
    const text::WordFacts<WordReading> readings(m_document, m_rules.words());
    for (const text::Sentence& sentence : m_document.sentences()) {
        for (std::size_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const text::Token& word = m_document.token(token);
            if (word.kind == text::TokenKind::word) {
                tag(token, sentence.tokens.end, readings.of(word, [&] { return reading(word); }));
            }
            m_tags[token].punct = word.kind == text::TokenKind::punct;
        }
        // "under the control of": the words of such a phrase have no readings of their own.
        for (std::size_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const std::size_t end = std::min<std::size_t>(sentence.tokens.end, token + m_tags[token].length);
            for (std::size_t next = token + 1; next < end && has(token, Cue::no_event); ++next) {
                m_tags[next].entry = nullptr;
                m_tags[next].cues = {};
                m_tags[next].event_word = false;
            }
        }
    }
}

bool TaggedText::breaks_clause(std::size_t token) const {
    const Tag& tag = m_tags[token];
    if (tag.punct) {
        return ends_clause(m_document.strict(m_document.token(token)));
    }
    if (tag.cues.has_any({Cue::relative, Cue::when, Cue::after_that, Cue::that})) {
        return true;
    }
    if (!tag.conjoined) {
        return false;
    }
    // و before a verb begins a clause; before a noun it joins two parts of one.
    const std::span<const Sense> senses = this->senses(token);
    return std::all_of(senses.begin(), senses.end(), [](const Sense& s) { return has_flag(s.flags, FormFlag::verb); });
}

void TaggedText::number_clauses() {
    for (const text::Sentence& sentence : m_document.sentences()) {
        std::uint16_t clause = 0;
        std::uint16_t commas = 0;
        std::uint16_t quotes = 0;
        for (std::size_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            if (token > sentence.tokens.begin && breaks_clause(token)) {
                ++clause;
                m_tags[token].break_before = true;
                commas = static_cast<std::uint16_t>(commas + (m_tags[token].punct ? 1 : 0));
            }
            m_tags[token].commas = commas;
            m_tags[token].clause = clause;
            m_tags[token].quotes = quotes;
            if (m_tags[token].punct && m_document.strict(m_document.token(token)) == "\"") {
                ++quotes;
            }
        }
    }
}

const Sense* TaggedText::sense(std::size_t token, Group group) const {
    for (const Sense& sense : senses(token)) {
        if (sense.group == group) {
            return &sense;
        }
    }
    return nullptr;
}

bool TaggedText::has_form(std::size_t token, FormFlag flag) const {
    const std::span<const Sense> list = senses(token);
    return std::any_of(list.begin(), list.end(), [&](const Sense& s) { return has_flag(s.flags, flag); });
}

int TaggedText::commas_between(std::size_t a, std::size_t b) const {
    return std::abs(static_cast<int>(m_tags[a].commas) - static_cast<int>(m_tags[b].commas));
}

int TaggedText::breaks_between(std::size_t a, std::size_t b) const {
    return std::abs(static_cast<int>(m_tags[a].clause) - static_cast<int>(m_tags[b].clause));
}

} // namespace yaqut::events
