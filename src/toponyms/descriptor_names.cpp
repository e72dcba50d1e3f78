// SPDX-License-Identifier: Apache-2.0
#include "toponyms/descriptor_names.hpp"

#include "lexicon/phrase_table.hpp"
#include "toponyms/use_features.hpp"

namespace yaqut::toponyms {

namespace {

constexpr std::uint32_t longest_descriptor_name = 3; // words

/// Words that end a name after a descriptor.
constexpr CueSet stop_words = prepositions | verbs | bit(Cue::function) | bit(Cue::time) | bit(Cue::quantity) |
                              bit(Cue::given_name) | titles | bit(Cue::direction) | bit(Cue::support) |
                              bit(Cue::states) | bit(Cue::people) | bit(Cue::distance) | org_heads | descriptors;

/// منطقة يرتادها الناس، سوق شعبية: a word with a pronoun, or behind a site's descriptor an adjective without the
/// article, is no name.
bool is_clause_or_adjective(std::string_view word, bool site) {
    constexpr std::size_t stem = 6; // bytes: three letters
    const auto ends = [&](std::string_view ending) {
        return word.size() >= stem + ending.size() && word.ends_with(ending);
    };
    const bool adjective = site && !word.starts_with("ال") && ends("ية");
    return ends("ها") || ends("هما") || adjective;
}

} // namespace

std::optional<NameCandidate> after_descriptor(const text::Document& document, std::span<const WordInfo> words,
                                              std::size_t token) {
    const std::size_t limit = document.sentences()[document.sentence_of(token)].tokens.end;
    const auto first = lexicon::next_word(document, token, limit);
    if (!first) {
        return std::nullopt;
    }
    const bool site = words[token].any(bit(Cue::street) | bit(Cue::building));
    const auto fits = [&](std::size_t at) {
        const text::Token& word = document.token(at);
        return word.kind == text::TokenKind::word && word.script == text::Script::arabic &&
               !words[at].any(stop_words) && !document.strict(word).starts_with("لل") && // مخيم للنازحين
               !is_clause_or_adjective(document.strict(word), site);
    };
    std::size_t last = *first;
    if (!fits(*first)) {
        // معبر رأس جدير، مخيم تل الزعتر: a name may begin with the word for a headland or a hill.
        const auto next = lexicon::next_word(document, *first, limit);
        const bool begins = document.token(*first).script == text::Script::arabic && words[*first].cues != 0 &&
                            (words[*first].cues & ~(bit(Cue::mountain) | bit(Cue::water))) == 0;
        if (!begins || words[*first].clitics != text::Clitic::none || !next || !fits(*next)) {
            return std::nullopt;
        }
        last = *next;
    }
    if (words[last].begins_names) {
        const auto next = lexicon::next_word(document, last, limit);
        if (!next || document.token(*next).kind != text::TokenKind::word ||
            words[*next].any(stop_words & ~bit(Cue::given_name))) {
            return std::nullopt;
        }
        last = *next;
    }
    for (std::uint32_t count = 1; count < longest_descriptor_name; ++count) {
        const auto next = lexicon::next_word(document, last, limit);
        // Adjectives and second parts carry the article: معسكر الدفاع الجوي.
        if (!next || !fits(*next) || !document.strict(document.token(*next)).starts_with("ال") ||
            !document.strict(document.token(last)).starts_with("ال")) {
            break;
        }
        last = *next;
    }
    NameCandidate found;
    const bool whole = words[token].any(named_descriptors);
    std::size_t begin = whole ? token : *first;
    const CueSet kind = words[token].cues & named_descriptors;
    while (whole && begin > 0 && words[begin - 1].any(kind) && !document.token(begin).newline_before) {
        --begin; // a descriptor of several words
    }
    found.tokens = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)};
    found.span = document.span_of(found.tokens);
    if (whole && words[begin].clitics != text::Clitic::none) {
        for (const text::Reading& reading : text::readings(document, document.token(begin))) {
            if (reading.clitics == words[begin].clitics) {
                found.span.begin = reading.source_begin;
                break;
            }
        }
    }
    found.match = MatchKind::descriptor;
    found.descriptor = static_cast<std::uint32_t>(token);
    found.loose_hash = document.token(*first).loose_hash;
    found.strict_hash = document.token(*first).strict_hash;
    return found;
}

std::optional<NameCandidate> listed_member(const text::Document& document, std::span<const WordInfo> words,
                                           std::size_t token, std::uint32_t descriptor) {
    constexpr std::size_t shortest = 6; // bytes: three letters
    constexpr std::string_view article = "ال";
    const text::Token& word = document.token(token);
    if (word.kind != text::TokenKind::word || word.script != text::Script::arabic || word.newline_before ||
        words[token].cues != 0 || words[token].ordinary) {
        return std::nullopt;
    }
    for (const text::Reading& reading : text::readings(document, word)) {
        const std::string_view rest = document.strict(word).substr(reading.key_begin);
        if (reading.clitics != text::Clitic::waw || rest.size() < shortest ||
            !(words[descriptor].dual || rest.starts_with(article)) || is_clause_or_adjective(rest, false)) {
            continue;
        }
        NameCandidate found;
        found.tokens = {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(token + 1)};
        found.span = {reading.source_begin, word.span.end};
        found.clitics = reading.clitics;
        found.key_begin = reading.key_begin;
        found.match = MatchKind::descriptor;
        found.descriptor = descriptor;
        found.listed = true;
        found.loose_hash = reading.loose_hash;
        found.strict_hash = reading.strict_hash;
        return found;
    }
    return std::nullopt;
}

std::optional<NameCandidate> in_quotes_after(const text::Document& document, std::span<const WordInfo> words,
                                             std::size_t token) {
    const std::size_t limit = document.sentences()[document.sentence_of(token)].tokens.end;
    const std::size_t first = token + 2;
    std::size_t last = first;
    while (last < limit && document.token(last).kind == text::TokenKind::word &&
           last - first < longest_descriptor_name) {
        ++last;
    }
    if (last == first || last >= limit || mark_of(document, token + 1) != Mark::quote ||
        mark_of(document, last) != Mark::quote || words[first].any(stop_words & ~bit(Cue::given_name) & ~descriptors)) {
        return std::nullopt;
    }
    NameCandidate found;
    found.tokens = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    found.span = document.span_of(found.tokens);
    found.match = MatchKind::descriptor;
    found.descriptor = static_cast<std::uint32_t>(token);
    found.loose_hash = document.token(first).loose_hash;
    found.strict_hash = document.token(first).strict_hash;
    return found;
}

std::optional<std::uint32_t> shared_descriptor_before(const text::Document& document, std::span<const WordInfo> words,
                                                      std::uint32_t token) {
    constexpr std::uint32_t reach = 4;
    bool colon = false;
    for (std::uint32_t step = 1; step <= reach && step <= token; ++step) {
        const std::uint32_t at = token - step;
        const Mark mark = mark_of(document, at);
        if (words[at].shared && words[at].any(descriptors)) {
            return colon ? std::optional{at} : std::nullopt;
        }
        colon |= mark == Mark::colon;
        if (mark != Mark::colon && mark != Mark::comma && !words[at].is(Cue::function)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<NameCandidate> beside_latin_descriptor(const text::Document& document, std::span<const WordInfo> words,
                                                     std::size_t token) {
    constexpr CueSet fitting = bit(Cue::settlement) | bit(Cue::admin) | bit(Cue::quarter);
    const TokenRange sentence = document.sentences()[document.sentence_of(token)].tokens;
    const auto fits = [&](std::size_t at) { return document.token(at).capital && words[at].cues == 0; };
    if (!fits(token)) {
        return std::nullopt;
    }
    std::size_t last = token;
    auto next = lexicon::next_word(document, last, sentence.end);
    for (std::uint32_t count = 1; count < longest_descriptor_name && next && fits(*next); ++count) {
        last = *next;
        next = lexicon::next_word(document, last, sentence.end);
    }
    NameCandidate found;
    if (token > sentence.begin && words[token - 1].is(Cue::from) && words[token - 1].any(fitting)) {
        std::size_t descriptor = token - 1;
        while (descriptor > sentence.begin && words[descriptor - 1].any(words[token - 1].cues & fitting)) {
            --descriptor;
        }
        found.descriptor = static_cast<std::uint32_t>(descriptor);
    } else if (next && words[*next].any(fitting) && words[*next].feature && document.token(*next).capital) {
        found.descriptor = static_cast<std::uint32_t>(*next);
    } else {
        return std::nullopt;
    }
    found.tokens = {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(last + 1)};
    found.span = document.span_of(found.tokens);
    found.match = MatchKind::descriptor;
    found.loose_hash = document.token(token).loose_hash;
    found.strict_hash = document.token(token).strict_hash;
    return found;
}

} // namespace yaqut::toponyms
