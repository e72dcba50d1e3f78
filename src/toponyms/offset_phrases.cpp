// SPDX-License-Identifier: Apache-2.0
#include "toponyms/offset_phrases.hpp"

#include <charconv>

namespace yaqut::toponyms {

namespace {

constexpr double km_per_mile = 1.609344;
constexpr double farthest_km = 2000.0;

std::optional<double> number_of(const text::Document& document, const text::Token& token) {
    if (token.kind != text::TokenKind::number) {
        return std::nullopt;
    }
    const std::string_view key = document.strict(token);
    double value = 0.0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
    if (error != std::errc() || end != key.data() + key.size() || value <= 0.0) {
        return std::nullopt;
    }
    return value;
}

bool is_mile(const text::Document& document, const text::Token& token) {
    const std::string_view key = document.loose(token);
    return key.starts_with("mi") || key.starts_with("ميل") || key.starts_with("اميال");
}

} // namespace

std::optional<OffsetPhrase> offset_phrase_at(const text::Document& document, std::span<const WordInfo> words,
                                             std::size_t token) {
    const auto number = number_of(document, document.token(token));
    const std::size_t end = document.sentences()[document.sentence_of(token)].tokens.end;
    if (!number || token + 2 >= end) {
        return std::nullopt;
    }
    std::size_t at = token + 1;
    if (document.token(at).kind == text::TokenKind::punct && document.strict(document.token(at)) == "-") {
        ++at; // 20-km
    }
    if (at >= end || !words[at].is(Cue::distance)) {
        return std::nullopt;
    }
    const bool mile = is_mile(document, document.token(at));
    constexpr std::size_t gap = 2; // إلى الشمال من، to the north of
    std::size_t skipped = 0;
    for (++at; at < end && words[at].bearing < 0; ++at) {
        if (++skipped > gap || !words[at].any(prepositions | bit(Cue::function))) {
            return std::nullopt;
        }
    }
    if (at >= end) {
        return std::nullopt;
    }
    OffsetPhrase phrase;
    phrase.km = *number * (mile ? km_per_mile : 1.0);
    phrase.bearing = words[at].bearing;
    ++at;
    while (at < end && words[at].bearing >= 0) { // the rest of "north east"
        ++at;
    }
    while (at < end && (words[at].is(Cue::from) || words[at].any(descriptors))) {
        ++at;
    }
    phrase.tokens = {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(at)};
    return phrase.km <= farthest_km ? std::optional{phrase} : std::nullopt;
}

std::vector<OffsetPhrase> find_offset_phrases(const text::Document& document, std::span<const WordInfo> words) {
    std::vector<OffsetPhrase> phrases;
    const auto tokens = document.tokens();
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
        if (tokens[i].kind == text::TokenKind::number) {
            if (const auto phrase = offset_phrase_at(document, words, i)) {
                phrases.push_back(*phrase);
            }
        }
    }
    return phrases;
}

} // namespace yaqut::toponyms
