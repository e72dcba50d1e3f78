// SPDX-License-Identifier: Apache-2.0
#include "toponyms/offset_phrases.hpp"

#include <array>
#include <charconv>

#include "spatial/direction.hpp"

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

/// Reads a phrase that begins with a number, word by word.
class Reader {
  public:
    Reader(const text::Document& document, std::span<const WordInfo> words, std::size_t token)
        : m_document(document), m_words(words), m_at(token),
          m_end(document.sentences()[document.sentence_of(token)].tokens.end) {}

    [[nodiscard]] std::optional<OffsetPhrase> read() {
        const std::size_t first = m_at;
        const auto number = number_of(m_document, m_document.token(m_at));
        ++m_at;
        static_cast<void>(skip_mark("-")); // 20-km
        if (!number || m_at >= m_end || !m_words[m_at].is(Cue::distance)) {
            return std::nullopt;
        }
        const double km = *number * (is_mile(m_document, m_document.token(m_at)) ? km_per_mile : 1.0);
        while (m_at < m_end && m_words[m_at].is(Cue::distance)) {
            ++m_at;
        }
        skip_bracket();
        if (km > farthest_km || !skip_to_direction()) {
            return std::nullopt;
        }
        const std::optional<double> bearing = read_direction();
        if (!bearing) {
            return std::nullopt;
        }
        while (m_at < m_end && (m_words[m_at].is(Cue::from) || m_words[m_at].any(descriptors | bit(Cue::function)))) {
            ++m_at;
        }
        return OffsetPhrase{{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(m_at)}, km, *bearing};
    }

  private:
    [[nodiscard]] bool skip_mark(std::string_view mark) {
        const bool there = m_at < m_end && m_document.token(m_at).kind == text::TokenKind::punct &&
                           m_document.strict(m_document.token(m_at)) == mark;
        m_at += there ? 1 : 0;
        return there;
    }

    /// 10 miles (16 kilometres) north of X
    void skip_bracket() {
        constexpr std::size_t longest = 5; // tokens in it
        const std::size_t open = m_at;
        if (!skip_mark("(")) {
            return;
        }
        while (m_at < m_end && m_at <= open + longest) {
            if (skip_mark(")")) {
                return;
            }
            ++m_at;
        }
        m_at = open;
    }

    /// إلى الشمال من، to the north of
    [[nodiscard]] bool skip_to_direction() {
        constexpr std::size_t gap = 2;
        for (std::size_t skipped = 0; m_at < m_end && m_words[m_at].bearing < 0; ++m_at) {
            if (++skipped > gap || !m_words[m_at].any(prepositions | bit(Cue::function))) {
                return false;
            }
        }
        return m_at < m_end;
    }

    /// One or more words of direction, read together: غرب شمال غربي is west-northwest. None for "north and west".
    [[nodiscard]] std::optional<double> read_direction() {
        constexpr std::size_t most = 3;
        std::array<double, most> bearings{};
        std::size_t count = 0;
        while (m_at < m_end) {
            const WordInfo& word = m_words[m_at];
            const bool joined = count > 0 && m_document.strict(m_document.token(m_at)) == "-" && m_at + 1 < m_end &&
                                m_words[m_at + 1].bearing >= 0;
            if (word.bearing < 0 && !joined) {
                break;
            }
            if (count > 0 && text::has_clitic(word.clitics, text::Clitic::waw)) {
                return std::nullopt;
            }
            // The words of one phrase bear the same direction.
            if (word.bearing >= 0 && (count == 0 || bearings.at(count - 1) != word.bearing)) {
                if (count == most) {
                    return std::nullopt;
                }
                bearings.at(count++) = word.bearing;
            }
            ++m_at;
        }
        auto direction = spatial::nearest_direction(bearings.at(count - 1));
        while (--count > 0) {
            const auto both = spatial::combine(spatial::nearest_direction(bearings.at(count - 1)), direction);
            if (!both) {
                return std::nullopt;
            }
            direction = *both;
        }
        return spatial::bearing_deg(direction);
    }

    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    std::size_t m_at;
    std::size_t m_end; ///< of the sentence
};

} // namespace

std::optional<OffsetPhrase> offset_phrase_at(const text::Document& document, std::span<const WordInfo> words,
                                             std::size_t token) {
    return Reader(document, words, token).read();
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
