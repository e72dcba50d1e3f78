// SPDX-License-Identifier: Apache-2.0
#include "dates/dateline.hpp"

#include <algorithm>
#include <array>

namespace yaqut::dates {

namespace {

constexpr std::uint32_t last_block = 3; ///< datelines stand in the blocks before it
constexpr std::size_t most_before = 12; ///< tokens from the beginning of the line
constexpr std::size_t most_words_before = 6;
constexpr std::size_t longest_credit = 6;    ///< tokens in brackets behind the date
constexpr std::size_t longest_headline = 25; ///< tokens

/// Looks at the line around one date.
class Line {
  public:
    explicit Line(const Reader& reader) : m_reader(reader) {}

    /// Is this a place for datelines: the beginning of the text, with nothing but headlines before it?
    [[nodiscard]] bool stands_early(std::size_t at) const {
        const std::uint32_t block = m_reader.document().block_of(at);
        for (std::uint32_t before = 0; before < std::min(block, last_block); ++before) {
            const TokenRange tokens = m_reader.document().blocks()[before].tokens;
            const bool announces =
                !tokens.empty() && (m_reader.is_mark(tokens.end - 1, ":") || m_reader.is_mark(tokens.end - 1, "."));
            if (announces || tokens.end - tokens.begin > longest_headline) {
                return false; // a list follows: fixtures, a chronology
            }
        }
        return block < last_block;
    }

    /// First token of the line, or nothing when it is too far away.
    [[nodiscard]] std::optional<std::size_t> begin_of(std::size_t at) const {
        for (std::size_t back = 0; back <= most_before && back <= at; ++back) {
            if (at == back || m_reader.token(at - back).newline_before) {
                return at - back;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool ends_at(std::size_t at) const {
        return at >= m_reader.limit() || m_reader.token(at).newline_before;
    }

    /// "Published on" and the like before the date.
    [[nodiscard]] bool is_labelled(std::size_t begin, std::size_t at) const {
        for (std::size_t i = begin; i < std::min(at, begin + 2); ++i) {
            if (is_label(i, at)) {
                return true;
            }
        }
        return false;
    }

    /// Place, agency or both: a few words, the last of which is no preposition.
    [[nodiscard]] bool names_place(std::size_t begin, std::size_t at) const {
        std::size_t words = 0;
        for (std::size_t i = begin; i < at; ++i) {
            words += m_reader.token(i).kind == text::TokenKind::word ? 1U : 0U;
        }
        return words > 0 && words <= most_words_before && !governed(at);
    }

    [[nodiscard]] bool has_bracket(std::size_t begin, std::size_t at) const {
        for (std::size_t i = begin; i < at; ++i) {
            if (m_reader.is_mark(i, ")")) {
                return true;
            }
        }
        return false;
    }

    /// Is there a word like "published" at `i`, with nothing but marks up to the date?
    [[nodiscard]] bool is_label(std::size_t i, std::size_t at) const {
        const auto label = m_reader.find(i, Word::published);
        if (!label || label->next > at) {
            return false;
        }
        for (std::size_t mark = label->next; mark < at; ++mark) {
            if (m_reader.token(mark).kind != text::TokenKind::punct && !m_reader.is(mark, Word::weekday)) {
                return false;
            }
        }
        return true;
    }

    /// Behind the date: a dash, or an agency in brackets.
    [[nodiscard]] bool closes(std::size_t at) const {
        if (at >= m_reader.limit() || is_dash(at)) {
            return at < m_reader.limit();
        }
        if (!m_reader.is_mark(at, "(") && !m_reader.is_mark(at, "/")) {
            return false;
        }
        for (std::size_t i = at + 1; i < std::min(m_reader.limit(), at + longest_credit); ++i) {
            if (m_reader.is_mark(i, ")") || m_reader.is_mark(i, "/")) {
                return m_reader.token(at + 1).kind == text::TokenKind::word; // not the hour of a match
            }
        }
        return false;
    }

    [[nodiscard]] bool is_colon(std::size_t at) const { return m_reader.is_mark(at, ":"); }

  private:
    [[nodiscard]] bool is_dash(std::size_t at) const {
        constexpr std::array<std::string_view, 3> marks{"-", "\xE2\x80\x93", "\xD9\x80"};
        return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return m_reader.is_mark(at, mark); });
    }

    /// "On 13 September - the day of the vote": part of a sentence.
    [[nodiscard]] bool governed(std::size_t at) const {
        constexpr std::array<Word, 8> prepositions{Word::in,    Word::since, Word::until,   Word::from,
                                                   Word::after, Word::ago,   Word::between, Word::of};
        return std::any_of(prepositions.begin(), prepositions.end(),
                           [&](Word word) { return m_reader.before(at, word).has_value(); });
    }

    const Reader& m_reader;
};

bool is_one_day(const Expression& expression) {
    return expression.shape == Shape::calendar && expression.day != 0 && expression.month != 0 &&
           expression.last_day == 0 && expression.last_month == 0 && !expression.hijri && !expression.day_of_month &&
           !expression.commemorates && !expression.from_today && expression.relation == Relation::none &&
           expression.year_relation == Relation::none && !expression.since;
}

bool stands_in_dateline(const Line& line, TokenRange date) {
    const auto begin = line.begin_of(date.begin);
    if (!begin) {
        return false;
    }
    if (line.is_labelled(*begin, date.begin)) {
        return true;
    }
    if (*begin == date.begin) { // alone on its line, below the headline
        return date.begin > 0 && line.ends_at(date.end);
    }
    const bool behind_agency = line.is_colon(date.end) && line.has_bracket(*begin, date.begin);
    return line.names_place(*begin, date.begin) && (behind_agency || line.closes(date.end));
}

/// واشنطن 15 - 8 (أ ف ب): day and month in figures, which are a date nowhere else.
std::optional<Expression> figures(const Reader& reader, const text::Block& block) {
    const Line line(reader);
    const std::size_t end = std::min<std::size_t>(block.tokens.end, block.tokens.begin + most_words_before);
    for (std::size_t at = block.tokens.begin + 1; at < end; ++at) {
        const auto date = reader.numeric_date(at, true);
        if (!date || date->year != 0) {
            continue;
        }
        Expression expression = Reader::start(at, reader.token(at).span.begin, Shape::calendar);
        take(*date, expression);
        reader.finish(expression, date->next);
        if (reader.is_mark(date->next, "(") && line.stands_early(at) && stands_in_dateline(line, expression.tokens)) {
            return expression;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<Expression> dateline_dates(const Reader& reader, const std::vector<Expression>& expressions) {
    const text::Document& document = reader.document();
    const Line line(reader);
    std::vector<Expression> found;
    for (const Expression& expression : expressions) {
        if (!is_one_day(expression) || !stands_in_dateline(line, expression.tokens)) {
            continue;
        }
        if (!line.stands_early(expression.tokens.begin) && found.empty()) {
            break;
        }
        found.push_back(expression); // further ones only to see whether they agree
    }
    for (std::uint32_t i = 0; found.empty() && i < std::min<std::size_t>(last_block, document.blocks().size()); ++i) {
        if (const auto date = figures(reader, document.blocks()[i])) {
            found.push_back(*date);
        }
    }
    return found;
}

} // namespace yaqut::dates
