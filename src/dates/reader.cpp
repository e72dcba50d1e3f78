// SPDX-License-Identifier: Apache-2.0
#include "dates/reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "dates/calendar.hpp"

namespace yaqut::dates {

namespace {

constexpr int earliest_year = 1000; // smaller four-digit numbers do not exist
constexpr int latest_year = 2100;
constexpr int century_pivot = 50; // 13/7/49 is 2049, 13/7/50 is 1950

} // namespace

void take(const Quantity& amount, Expression& expression) {
    expression.unit = amount.unit;
    expression.count = amount.count;
    expression.half = amount.half;
}

void take(const NumericDate& date, Expression& expression) {
    expression.day = date.day;
    expression.month = date.month;
    expression.year = date.year;
    expression.short_year = date.short_year;
}

std::optional<Hit> Reader::before(std::size_t at, Word word) const {
    if (at <= m_begin) {
        return std::nullopt;
    }
    const auto hit = find(at - 1, at, word);
    return hit && hit->next == at ? hit : std::nullopt;
}

std::optional<Hit> Reader::find_entry(std::size_t at, std::size_t limit, Word word) const {
    for (const Entry& entry : entries(at)) {
        if (entry.word == word) {
            if (auto hit = m_words.complete(m_document, at, limit, entry)) {
                return hit;
            }
        }
    }
    return std::nullopt;
}

bool Reader::is_before(std::size_t at, Word word, int value) const {
    if (at <= m_begin) {
        return false;
    }
    const auto known = entries(at - 1);
    return std::any_of(known.begin(), known.end(), [&](const Entry& entry) {
        return entry.word == word && entry.value == value && entry.rest_size == 0;
    });
}

bool Reader::is_mark(std::size_t at, std::string_view mark) const {
    return at < m_limit && token(at).kind == text::TokenKind::punct && m_document.strict(token(at)) == mark;
}

std::optional<Digits> Reader::digits(std::size_t at) const {
    constexpr std::size_t most = 4;
    if (at >= m_limit || token(at).kind != text::TokenKind::number) {
        return std::nullopt;
    }
    const std::string_view key = m_document.strict(token(at));
    // A separator in the source (2,000) makes it a count; Arabic digits take two bytes each.
    const std::size_t source_size = token(at).span.size();
    if (key.empty() || key.size() > most || (source_size != key.size() && source_size != 2 * key.size())) {
        return std::nullopt;
    }
    Digits result;
    for (const char c : key) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        result.value = result.value * 10 + (c - '0');
    }
    result.size = static_cast<int>(key.size());
    return result;
}

std::optional<lexicon::Number> Reader::number(std::size_t at) const {
    if (at >= m_limit) {
        return std::nullopt;
    }
    if (m_last_number_at != at) {
        m_last_number = m_numbers.read(m_document, at, m_limit);
        m_last_number_at = at;
    }
    return m_last_number;
}

std::optional<int> Reader::year(std::size_t at) const {
    const auto found = digits(at);
    if (!found || found->size != 4 || found->value < earliest_year || found->value > latest_year) {
        return std::nullopt;
    }
    return found->value;
}

std::optional<NumericDate> Reader::numeric_date(std::size_t at, bool without_year) const {
    const auto first = digits(at);
    if (!first || at + 2 >= m_limit || token(at + 1).kind != text::TokenKind::punct) {
        return std::nullopt;
    }
    const std::string_view mark = m_document.strict(token(at + 1));
    const bool dash = mark == "-" || mark == "\xE2\x80\x93";
    if (!dash && mark != "/" && mark != "." && mark != "\\") {
        return std::nullopt;
    }
    const auto second = digits(at + 2);
    if (!second || second->size > 2) {
        return std::nullopt;
    }
    const Digits third = is_mark(at + 3, mark) ? digits(at + 4).value_or(Digits{}) : Digits{};
    const bool has_third = third.size > 0;
    NumericDate date;
    date.next = at + 3;
    if (first->size == 4 && has_third && third.size <= 2) {
        date = {third.value, second->value, first->value, false, at + 5};
    } else if (first->size <= 2 && (third.size == 4 || (third.size == 2 && mark == "/"))) {
        date = {first->value, second->value, third.value, third.size == 2, at + 5};
    } else if (first->size <= 2 && !has_third && without_year && (mark == "/" || dash)) {
        date.day = first->value;
        date.month = second->value;
    } else {
        return std::nullopt;
    }
    if (date.month > 12 && date.day <= 12) {
        std::swap(date.day, date.month); // month first, as in the United States
    }
    if (date.short_year) {
        date.year += date.year < century_pivot ? 2000 : 1900;
    }
    const int any_leap_year = 2000;
    const bool possible = make_date(date.year == 0 ? any_leap_year : date.year, date.month, date.day).has_value();
    return possible && (date.year == 0 || date.year >= earliest_year) ? std::optional{date} : std::nullopt;
}

Expression Reader::start(std::size_t at, std::uint32_t source_begin, Shape shape) {
    Expression expression;
    expression.tokens.begin = static_cast<std::uint32_t>(at);
    expression.span.begin = source_begin;
    expression.shape = shape;
    return expression;
}

void Reader::finish(Expression& expression, std::size_t end) const {
    expression.tokens.end = static_cast<std::uint32_t>(end);
    expression.span.end = token(end - 1).span.end;
}

namespace {

/// 14,30 and 14.30 as one token; minutes of two digits.
bool read_joined_clock(std::string_view key, Expression& expression) {
    const std::size_t mark = key.find_first_of(".,");
    if (mark == std::string_view::npos || mark == 0 || mark > 2 || key.size() != mark + 3) {
        return false;
    }
    int hour = 0;
    int minute = 0;
    const auto* const end = key.data() + key.size();
    const auto hours = std::from_chars(key.data(), key.data() + mark, hour);
    const auto minutes = std::from_chars(key.data() + mark + 1, end, minute);
    if (hours.ptr != key.data() + mark || minutes.ptr != end || hour > 24 || minute > 59) {
        return false;
    }
    expression.hour = hour;
    expression.minute = minute;
    return true;
}

} // namespace

std::optional<std::size_t> Reader::clock_digits(std::size_t at, Expression& expression) const {
    if (at < m_limit && token(at).kind == text::TokenKind::number &&
        read_joined_clock(m_document.strict(token(at)), expression)) {
        return at + 1;
    }
    const auto hour = digits(at);
    if (!hour || hour->size > 2 || hour->value > 24) {
        return std::nullopt;
    }
    const bool colon = is_mark(at + 1, ":") || is_mark(at + 1, ".");
    const auto minute = colon && !token(at + 1).space_before ? digits(at + 2) : std::nullopt;
    if (!minute || minute->size != 2 || minute->value > 59) {
        return std::nullopt;
    }
    expression.hour = hour->value;
    expression.minute = minute->value;
    return at + 3;
}

std::optional<Expression> Reader::bare_year(std::size_t at) const {
    const auto value = year(at);
    if (!value || is(at + 1, Word::counted)) {
        return std::nullopt;
    }
    Expression expression = start(at, token(at).span.begin, Shape::calendar);
    expression.year = *value;
    finish(expression, at + 1);
    return expression;
}

} // namespace yaqut::dates
