// SPDX-License-Identifier: Apache-2.0
#include "dates/tense.hpp"

#include <algorithm>
#include <array>

namespace yaqut::dates {

namespace {

constexpr std::size_t reach_after = 10;
constexpr std::size_t behind_is_farther = 3; ///< a cue behind the expression counts as so much more distant

/// سيلتقي, ستعقد, وسنعمل: future by its form, unless the table knows it as another word.
bool looks_like_future(std::string_view word) {
    constexpr std::array<std::string_view, 2> joined{"\xD9\x88", "\xD9\x81"}; // و ف
    constexpr std::array<std::string_view, 3> marks{"\xD8\xB3\xD9\x8A", "\xD8\xB3\xD8\xAA",
                                                    "\xD8\xB3\xD9\x86"}; // سي ست سن
    constexpr std::size_t shortest = 8;                                  // bytes: four letters
    for (const std::string_view letter : joined) {
        if (word.starts_with(letter)) {
            word.remove_prefix(letter.size());
            break;
        }
    }
    return word.size() >= shortest &&
           std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return word.starts_with(mark); });
}

/// في قتل, على عقد, بقصف: a noun that is spelled like a past verb.
bool is_noun(const Reader& reader, const Entry& entry, std::size_t at) {
    constexpr text::Clitic prepositions = text::Clitic::ba | text::Clitic::kaf | text::Clitic::lam;
    return entry.definite() || text::has_clitic(entry.clitics, prepositions) ||
           reader.before(at, Word::preposition).has_value();
}

/// reviendra, partiront: by the endings in the table, behind a stem.
bool ends_like_future(const Reader& reader, const text::Token& token) {
    constexpr std::size_t shortest_stem = 3;
    const std::string_view word = reader.document().strict(token);
    const auto& endings = reader.words().future_endings();
    return !token.capital && std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
        return word.size() >= ending.size() + shortest_stem && word.ends_with(ending);
    });
}

TenseCue cue_at(const Reader& reader, std::size_t at, Language language) {
    const text::Token& token = reader.token(at);
    if (token.kind != text::TokenKind::word) {
        return {};
    }
    bool of_time = false;
    for (const Entry& entry : reader.entries(at)) {
        const bool is_cue = entry.word >= Word::past_verb;
        if (is_cue && entry.rest_size > 0 && !reader.complete(at, entry)) {
            continue;
        }
        switch (entry.word) {
        case Word::past_verb:
            if (language != Language::ar || !is_noun(reader, entry, at)) {
                return {Tense::past, false, entry.has(Flag::state)};
            }
            break;
        case Word::future_verb: return {Tense::future, false, false};
        case Word::scheduled: return {Tense::future, true, false};
        case Word::not_future: return {};
        default: of_time = true;
        }
    }
    if (of_time) {
        return {};
    }
    if (language != Language::ar) {
        return {ends_like_future(reader, token) ? Tense::future : Tense::unknown, false, false};
    }
    return {looks_like_future(reader.document().strict(token)) ? Tense::future : Tense::unknown, false, false};
}

/// "Will be elected", "sera élu": the form is past, the auxiliary before it is not.
bool is_governed(const Reader& reader, std::size_t at, Language language) {
    constexpr std::size_t reach = 3;
    if (language == Language::ar) {
        return false;
    }
    for (std::size_t back = 1; back <= reach && at >= reader.begin() + back; ++back) {
        if (cue_at(reader, at - back, language).tense == Tense::future) {
            return true;
        }
    }
    return false;
}

} // namespace

TenseCue tense_around(const Reader& reader, TokenRange expression, Language language, std::size_t reach_before) {
    constexpr std::size_t close = 4;
    std::size_t best = reach_before + reach_after + behind_is_farther + 1;
    TenseCue found;
    for (std::size_t distance = 1; distance <= reach_before && distance <= expression.begin - reader.begin();
         ++distance) {
        const std::size_t at = expression.begin - distance;
        const TenseCue cue = cue_at(reader, at, language);
        if (cue.tense == Tense::future && distance > 1 && reader.is(at, Word::until)) {
            continue; // "until his dismissal on Thursday": the day is not that of "until"
        }
        if (cue.tense != Tense::unknown) {
            best = distance;
            found = {cue.tense, cue.weak || distance > close, cue.state};
            if (cue.tense == Tense::past && is_governed(reader, at, language)) {
                found.tense = Tense::future;
            }
            break;
        }
    }
    for (std::size_t distance = 1; distance <= reach_after && expression.end + distance <= reader.limit(); ++distance) {
        if (distance + behind_is_farther >= best || reader.is(expression.end + distance - 1, Word::complement)) {
            break;
        }
        const TenseCue cue = cue_at(reader, expression.end + distance - 1, language);
        if (cue.tense != Tense::unknown) {
            return {cue.tense, cue.weak || distance > close, cue.state};
        }
    }
    return found;
}

} // namespace yaqut::dates
