// SPDX-License-Identifier: Apache-2.0
#include "toponyms/name_matcher.hpp"

#include <algorithm>
#include <array>

#include "text/key_hash.hpp"
#include "text/words.hpp"

namespace yaqut::toponyms {

using gazetteer::NameEntry;
using text::Clitic;

namespace {

constexpr std::size_t longest_name = 9;         // words
constexpr std::size_t shortest_fused_name = 12; // key bytes: six Arabic letters

/// Proclitics that are taken off freely; ف and ك are wrong far more often than right.
bool usual(Clitic clitics) {
    return !text::has_clitic(clitics, Clitic::fa) && !text::has_clitic(clitics, Clitic::kaf) &&
           !text::has_clitic(clitics, Clitic::alef);
}

bool some_demonym(std::span<const NameEntry> names) {
    return std::any_of(names.begin(), names.end(), [](const NameEntry& n) { return n.kind == NameKind::demonym; });
}

/// Only letters of the word itself may begin a reading: most words need no look at their readings.
constexpr std::array<std::string_view, 4> usual_letters{"و", "ب", "ل", "ا"};
constexpr std::array<std::string_view, 3> rare_letters{"ف", "ك", "أ"};

template <std::size_t Size>
bool starts_with_any(std::string_view key, const std::array<std::string_view, Size>& letters) {
    return std::any_of(letters.begin(), letters.end(), [key](std::string_view l) { return key.starts_with(l); });
}

bool spelt_the_same(const NameCandidate& candidate) {
    const auto check = static_cast<std::uint32_t>(candidate.strict_hash);
    return std::any_of(candidate.names.begin(), candidate.names.end(),
                       [check](const NameEntry& n) { return n.strict_check == check; });
}

bool has_long_name(std::span<const NameEntry> names) {
    return std::any_of(names.begin(), names.end(), [](const NameEntry& n) { return n.word_count > 1; });
}

text::Reading whole_word(const text::Token& token) {
    return {.source_begin = token.span.begin, .strict_hash = token.strict_hash, .loose_hash = token.loose_hash};
}

/// The next word of a name: also behind the full stop of an abbreviation, St. Louis.
std::optional<std::size_t> next_of_name(const text::Document& document, std::size_t token, std::size_t limit) {
    const auto next = lexicon::next_word(document, token, limit);
    const bool may_be_stop = !next && token + 2 < limit && document.token(token).script == text::Script::latin;
    if (!may_be_stop || document.strict(document.token(token + 1)) != "." || document.token(token + 1).space_before) {
        return next;
    }
    const text::Token& word = document.token(token + 2);
    const bool goes_on = word.kind == text::TokenKind::word && word.capital && !word.newline_before;
    return goes_on && text::is_abbreviation(document.token(token).strict_hash) ? std::optional{token + 2}
                                                                               : std::nullopt;
}

} // namespace

bool lower_case_text(const text::Document& document) {
    return std::none_of(document.tokens().begin(), document.tokens().end(), [](const text::Token& t) {
        return t.kind == text::TokenKind::word && t.script == text::Script::latin && t.capital;
    });
}

std::optional<text::Reading> without_apostrophe(const text::Document& document, const text::Token& token,
                                                std::uint32_t& source_end) {
    const std::string_view strict = document.strict(token);
    const std::string_view loose = document.loose(token);
    source_end = token.span.end;
    const std::size_t mark = strict.find('\'');
    if (mark == std::string_view::npos || loose.size() < 3) {
        return std::nullopt;
    }
    text::Reading reading = whole_word(token);
    if (mark == 1) { // l'Algérie, d'Alger
        reading.strict_hash = text::KeyHash::of(strict.substr(2));
        reading.loose_hash = text::KeyHash::of(loose.substr(1));
        reading.source_begin = document.source_begin(token, 2);
        return reading;
    }
    if (mark + 2 == strict.size() && strict.back() == 's') { // Libya's
        reading.strict_hash = text::KeyHash::of(strict.substr(0, mark));
        reading.loose_hash = text::KeyHash::of(loose.substr(0, loose.size() - 1));
        source_end = document.source_begin(token, mark);
        return reading;
    }
    return std::nullopt;
}

void NameMatcher::fetch(std::size_t token) const {
    const text::Token& word = m_document.token(token);
    if (word.kind != text::TokenKind::word) {
        return;
    }
    if (word.word == text::no_word) {
        m_gazetteer.fetch_beginning(word.loose_hash);
    } else if (word.script == text::Script::arabic && starts_of(word).whole) {
        m_gazetteer.fetch_phrase(word.loose_hash);
    }
}

std::optional<NameCandidate> NameMatcher::match(std::size_t token) const {
    return m_document.token(token).script == text::Script::arabic ? match_arabic(token) : match_latin(token);
}

NameStarts NameMatcher::starts_of(const text::Token& word) const {
    return m_starts.of(word, [&] { return work_out_starts(word); });
}

NameStarts NameMatcher::work_out_starts(const text::Token& word) const {
    const auto begins = [this](std::uint64_t loose_hash) {
        return m_gazetteer.may_begin(loose_hash) && m_gazetteer.probe(loose_hash).found();
    };
    const std::string_view key = m_document.strict(word);
    const bool begins_rarely = starts_with_any(key, rare_letters);
    NameStarts starts;
    starts.whole = begins(word.loose_hash);
    if (begins_rarely || starts_with_any(key, usual_letters)) {
        for (const text::Reading& reading : text::readings(m_document, word)) {
            if (reading.clitics != Clitic::none && begins(reading.loose_hash)) {
                starts.reading = starts.reading || usual(reading.clitics);
                starts.rare = starts.rare || (begins_rarely && !usual(reading.clitics));
            }
        }
    }
    starts.fused = word.loose_size >= shortest_fused_name && has_long_name(m_gazetteer.probe_fused(word.loose_hash));
    return starts;
}

std::optional<NameCandidate> NameMatcher::match_arabic(std::size_t token) const {
    const text::Token& word = m_document.token(token);
    const NameStarts starts = starts_of(word);
    std::optional<NameCandidate> best;
    if (starts.whole) {
        best = match_reading(token, whole_word(word));
    }
    if (starts.reading) {
        const bool common = m_words[token].cues != 0 && m_words[token].clitics == Clitic::none;
        for (const text::Reading& reading : text::readings(m_document, word)) {
            if (reading.clitics == Clitic::none || !usual(reading.clitics)) {
                continue;
            }
            auto found = match_reading(token, reading);
            if (found && common && found->tokens.size() == 1) {
                continue;
            }
            if (found && (!best || found->tokens.size() > best->tokens.size() || means_country(*found, *best) ||
                          is_adjective(*found, *best))) {
                best = found;
            }
        }
    }
    return best || !starts.fused ? best : match_fused(token);
}

/// الخارجية الهندية: a nationality rather than the town, where the word before has the article, too.
bool NameMatcher::is_adjective(const NameCandidate& reading, const NameCandidate& other) const {
    const std::uint32_t first = reading.tokens.begin;
    constexpr std::string_view article = "ال";
    return text::has_clitic(reading.clitics, Clitic::article) && reading.tokens == other.tokens && first > 0 &&
           !m_document.token(first).newline_before && !some_demonym(other.names) &&
           m_document.strict(m_document.token(first - 1)).starts_with(article);
}

/// بروسيا: in Russia rather than Prussia. Does the first reading of the same words mean a country, and the other none?
bool NameMatcher::means_country(const NameCandidate& reading, const NameCandidate& other) const {
    const auto country = [this](const NameCandidate& name) {
        return std::any_of(name.names.begin(), name.names.end(), [this](const NameEntry& entry) {
            return entry.kind != NameKind::demonym && m_gazetteer.place(entry.place).feature == FeatureClass::country;
        });
    };
    return reading.tokens == other.tokens && country(reading) && !country(other);
}

std::optional<NameCandidate>
NameMatcher::match_rare_clitic(std::size_t token, const std::unordered_set<std::uint64_t>& established) const {
    const text::Token& word = m_document.token(token);
    if (word.script != text::Script::arabic || m_words[token].cues != 0 || !starts_of(word).rare) {
        return std::nullopt;
    }
    for (const text::Reading& reading : text::readings(m_document, word)) {
        if (!usual(reading.clitics) && established.contains(reading.loose_hash)) {
            if (auto found = match_reading(token, reading)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

std::optional<NameCandidate> NameMatcher::match_reading(std::size_t token, const text::Reading& reading) const {
    if (!m_gazetteer.may_begin(reading.loose_hash)) {
        return std::nullopt;
    }
    auto found = extend(token, reading);
    // Taking the article off leaves an ordinary noun, unless it is a nationality.
    if (found && text::has_clitic(reading.clitics, Clitic::article) && !some_demonym(found->names)) {
        return std::nullopt;
    }
    return found;
}

std::optional<NameCandidate> NameMatcher::extend(std::size_t token, const text::Reading& first) const {
    const std::size_t limit = std::min<std::size_t>(m_document.sentences()[m_document.sentence_of(token)].tokens.end,
                                                    token + 2 * longest_name);
    std::optional<NameCandidate> best;
    const auto take = [&](const gazetteer::Probe& probe, std::size_t last, std::uint32_t end, std::uint64_t loose,
                          std::uint64_t strict) {
        if (!probe.names.empty()) {
            best = NameCandidate{};
            best->tokens = {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(last + 1)};
            best->span = {first.source_begin, end};
            best->clitics = first.clitics;
            best->names = probe.names;
            best->loose_hash = loose;
            best->strict_hash = strict;
        }
    };
    std::uint64_t loose = first.loose_hash;
    std::uint64_t strict = first.strict_hash;
    std::optional<std::size_t> at = token;
    while (at) {
        const gazetteer::Probe probe = m_gazetteer.probe(loose);
        take(probe, *at, m_document.token(*at).span.end, loose, strict);
        at = probe.extends ? next_of_name(m_document, *at, limit) : std::nullopt;
        if (at) {
            const text::Token& word = m_document.token(*at);
            std::uint32_t end = 0;
            if (const auto bare = without_apostrophe(m_document, word, end)) { // New York's
                const std::uint64_t hash = text::extend_phrase(loose, bare->loose_hash);
                take(m_gazetteer.probe(hash), *at, end, hash, text::extend_phrase(strict, bare->strict_hash));
            }
            loose = text::extend_phrase(loose, word.loose_hash);
            strict = text::extend_phrase(strict, word.strict_hash);
        }
    }
    if (best) {
        best->match = spelt_the_same(*best) ? MatchKind::strict : MatchKind::loose;
    }
    return best;
}

std::optional<NameCandidate> NameMatcher::match_fused(std::size_t token) const {
    const text::Token& word = m_document.token(token);
    if (word.loose_size < shortest_fused_name && !(word.hashtag && word.script == text::Script::latin)) {
        return std::nullopt;
    }
    const auto names = m_gazetteer.probe_fused(word.loose_hash);
    // A long single word that is a name was found before; here only names of several words count.
    if (!has_long_name(names)) {
        return std::nullopt;
    }
    NameCandidate found;
    found.tokens = {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(token + 1)};
    found.span = word.span;
    found.match = MatchKind::fused;
    found.names = names;
    found.loose_hash = word.loose_hash;
    found.strict_hash = word.strict_hash;
    return found;
}

std::optional<NameCandidate> NameMatcher::match_latin(std::size_t token) const {
    const text::Token& word = m_document.token(token);
    if (!word.capital && !m_lower_case_text && !word.hashtag) {
        std::uint32_t end = 0;
        const auto bare = without_apostrophe(m_document, word, end);
        // l'Algérie: the capital stands after the elided article.
        if (!bare || bare->source_begin == word.span.begin) {
            return std::nullopt;
        }
    }
    std::optional<NameCandidate> best;
    if (m_gazetteer.may_begin(word.loose_hash)) {
        best = extend(token, whole_word(word));
    }
    std::uint32_t end = 0;
    if (const auto bare = without_apostrophe(m_document, word, end); bare && !best) {
        if (m_gazetteer.may_begin(bare->loose_hash)) {
            best = end == word.span.end ? extend(token, *bare) : std::nullopt;
            if (!best && !m_gazetteer.probe(bare->loose_hash).names.empty()) {
                best = extend(token, *bare);
                if (best && best->tokens.size() > 1) {
                    best.reset();
                }
            }
            if (best && best->tokens.size() == 1) {
                best->span.end = end;
            }
        }
    }
    if (!best) {
        best = match_fused(token);
    }
    return best && written_as_name(*best) ? best : std::nullopt;
}

bool NameMatcher::written_as_name(const NameCandidate& candidate) const {
    const text::Token& first = m_document.token(candidate.tokens.begin);
    if (m_lower_case_text || candidate.tokens.size() > 1 || first.hashtag) {
        return true;
    }
    // "us" is no country: short all-letter abbreviations count in capitals only.
    return first.loose_size > 3 || first.all_capitals || first.capital;
}

} // namespace yaqut::toponyms
