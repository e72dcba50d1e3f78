// SPDX-License-Identifier: Apache-2.0
#include "toponyms/name_matcher.hpp"

#include <algorithm>
#include <array>

#include "text/key_hash.hpp"
#include "text/words.hpp"
#include "toponyms/name_entries.hpp"

namespace yaqut::toponyms {

namespace {

constexpr std::size_t longest_name = 9; // words

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

std::optional<text::Reading> without_apostrophe(const text::Document& document, const text::Token& token,
                                                std::uint32_t& source_end) {
    source_end = token.span.end;
    if (token.script == text::Script::arabic && token.strict_size == token.loose_size) {
        return std::nullopt; // the loose key has no apostrophes
    }
    const std::string_view strict = document.strict(token);
    const std::string_view loose = document.loose(token);
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

std::optional<NameCandidate> NameMatcher::match(std::size_t token) const {
    return m_document.token(token).script == text::Script::arabic ? match_arabic(token) : match_latin(token);
}

std::optional<NameCandidate> NameMatcher::match_arabic(std::size_t token) const {
    const text::Token& word = m_document.token(token);
    const NameStarts starts = m_starts[token];
    std::optional<NameCandidate> best;
    if (starts.any(NameStarts::whole | NameStarts::reading)) {
        const bool common = m_words[token].cues != 0 && m_words[token].clitics == Clitic::none;
        const ReadingRange range = m_readings.of(word, [&] { return keep_readings(word, starts); });
        const KnownReading* best_known = nullptr;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            const KnownReading& known = m_memory.readings[i];
            const bool whole = known.reading.clitics == Clitic::none;
            auto found = match_reading(token, known);
            if (!found || (common && !whole && found->tokens.size() == 1)) {
                continue;
            }
            if (!best || found->tokens.size() > best->tokens.size() ||
                means_country(*found, known, *best, *best_known) || is_adjective(*found, *best)) {
                best = found;
                best_known = &known;
            }
        }
        if (word.word == text::no_word) {
            m_memory.readings.resize(range.begin); // kept for nobody
        }
    }
    return best || !starts.any(NameStarts::fused) ? best : match_fused(token);
}

/// بروسيا: in Russia rather than Prussia. Does the first reading of the same words mean a country, and the other none?
bool NameMatcher::means_country(const NameCandidate& reading, const KnownReading& known, const NameCandidate& other,
                                const KnownReading& other_known) const {
    const auto country = [this](const NameCandidate& name, const KnownReading& first) {
        return name.tokens.size() == 1 ? first.country : some_country(name.names);
    };
    return reading.tokens == other.tokens && country(reading, known) && !country(other, other_known);
}

bool NameMatcher::some_country(std::span<const NameEntry> names) const {
    return std::any_of(names.begin(), names.end(), [this](const NameEntry& entry) {
        return entry.kind != NameKind::demonym && m_gazetteer.feature(entry.place) == FeatureClass::country;
    });
}

/// الخارجية الهندية: a nationality rather than the town, where the word before has the article, too.
bool NameMatcher::is_adjective(const NameCandidate& reading, const NameCandidate& other) const {
    const std::uint32_t first = reading.tokens.begin;
    constexpr std::string_view article = "ال";
    return text::has_clitic(reading.clitics, Clitic::article) && reading.tokens == other.tokens && first > 0 &&
           !m_document.token(first).newline_before && !some_demonym(other.names) &&
           m_document.strict(m_document.token(first - 1)).starts_with(article);
}

std::optional<NameCandidate> NameMatcher::match_rare_clitic(std::size_t token,
                                                            std::span<const std::uint64_t> established) const {
    const text::Token& word = m_document.token(token);
    if (m_words[token].cues != 0 || !m_starts[token].any(NameStarts::rare)) {
        return std::nullopt;
    }
    for (const text::Reading& reading : text::readings(m_document, word)) {
        if (!usual(reading.clitics) && std::binary_search(established.begin(), established.end(), reading.loose_hash)) {
            if (auto found = match_reading(token, known_reading(reading))) {
                return found;
            }
        }
    }
    return std::nullopt;
}

std::optional<NameCandidate> NameMatcher::match_reading(std::size_t token, const KnownReading& known) const {
    text::Reading reading = known.reading;
    reading.source_begin = m_document.source_begin(m_document.token(token), reading.word_begin);
    auto found = extend(token, reading, known.probe);
    if (!found) {
        return found;
    }
    const bool first_word = found->tokens.size() == 1;
    // Taking the article off leaves an ordinary noun, unless it is a nationality.
    if (text::has_clitic(reading.clitics, Clitic::article) &&
        !(first_word ? known.demonym : some_demonym(found->names))) {
        return std::nullopt;
    }
    const bool same = first_word ? known.same_spelling : spelt_the_same(found->names, found->strict_hash);
    found->match = same ? MatchKind::strict : MatchKind::loose;
    return found;
}

std::optional<NameCandidate> NameMatcher::extend(std::size_t token, const text::Reading& first) const {
    auto found = extend(token, first, m_gazetteer.probe(first.loose_hash));
    if (found) {
        found->match = spelt_the_same(found->names, found->strict_hash) ? MatchKind::strict : MatchKind::loose;
    }
    return found;
}

/// Without the kind of match. `probe`: of the first word.
std::optional<NameCandidate> NameMatcher::extend(std::size_t token, const text::Reading& first,
                                                 gazetteer::Probe probe) const {
    const std::size_t limit = std::min<std::size_t>(m_document.sentences()[m_document.sentence_of(token)].tokens.end,
                                                    token + 2 * longest_name);
    std::optional<NameCandidate> best;
    const auto take = [&](std::span<const NameEntry> names, std::size_t last, std::uint32_t end, std::uint64_t loose,
                          std::uint64_t strict) {
        if (!names.empty()) {
            best = NameCandidate{};
            best->tokens = {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(last + 1)};
            best->span = {first.source_begin, end};
            best->clitics = first.clitics;
            best->key_begin = first.key_begin;
            best->names = names;
            best->loose_hash = loose;
            best->strict_hash = strict;
        }
    };
    std::uint64_t loose = first.loose_hash;
    std::uint64_t strict = first.strict_hash;
    std::optional<std::size_t> at = token;
    while (at) {
        take(probe.names, *at, m_document.token(*at).span.end, loose, strict);
        at = probe.extends ? next_of_name(m_document, *at, limit) : std::nullopt;
        if (at) {
            const text::Token& word = m_document.token(*at);
            std::uint32_t end = 0;
            if (const auto bare = without_apostrophe(m_document, word, end)) { // New York's
                const std::uint64_t hash = text::extend_phrase(loose, bare->loose_hash);
                take(m_gazetteer.probe(hash).names, *at, end, hash, text::extend_phrase(strict, bare->strict_hash));
            }
            loose = text::extend_phrase(loose, word.loose_hash);
            strict = text::extend_phrase(strict, word.strict_hash);
            probe = m_gazetteer.probe(loose);
        }
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
