// SPDX-License-Identifier: Apache-2.0
#include "io/input_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

#include "io/ascii.hpp"

namespace yaqut::io {

namespace {

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::optional<Date> from_iso_parts(std::string_view year, std::string_view month, std::string_view day) {
    if (!all_digits(year) || !all_digits(month) || !all_digits(day)) {
        return std::nullopt;
    }
    return parse_iso_date(std::string(year).append("-").append(month).append("-").append(day));
}

/// "2016-07-13", "2016/07/13", "2016.07.13", "20160713", with whatever time or zone follows.
std::optional<Date> parse_year_first(std::string_view text) {
    const auto ends_at = [text](std::size_t size) {
        return text.size() == size || text[size] == 'T' || text[size] == 't' || text[size] == ' ' ||
               text[size] == 'Z' || text[size] == '+';
    };
    if (text.size() >= 10 && (text[4] == '-' || text[4] == '/' || text[4] == '.') && text[7] == text[4] &&
        ends_at(10)) {
        return from_iso_parts(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
    }
    if (text.size() >= 8 && ends_at(8)) {
        return from_iso_parts(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
    }
    return std::nullopt;
}

std::string_view next_word(std::string_view& text) {
    text = trim(text);
    const std::size_t size = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, size);
    text.remove_prefix(size);
    return word;
}

std::string two_digits(std::string_view number) {
    std::string digits(number);
    if (digits.size() == 1) {
        digits.insert(digits.begin(), '0');
    }
    return digits;
}

/// The English name of a month, or its first three letters: part of the formats, not of a language. Empty: none.
std::string month_number(std::string_view name) {
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto* const month = std::find(months.begin(), months.end(), lower_ascii(name.substr(0, 3)));
    return month == months.end() ? std::string() : two_digits(std::to_string(month - months.begin() + 1));
}

/// "Wed, 13 Jul 2016 08:00:00 GMT", "13 July 2016".
std::optional<Date> parse_mail_date(std::string_view text) {
    if (const std::size_t comma = text.find(','); comma != std::string_view::npos) {
        text.remove_prefix(comma + 1);
    }
    const std::string_view day = next_word(text);
    const std::string month = month_number(next_word(text));
    const std::string_view year = next_word(text);
    if (day.empty() || day.size() > 2 || year.size() != 4 || month.empty()) {
        return std::nullopt;
    }
    return from_iso_parts(year, month, two_digits(day));
}

/// "July 13, 2016".
std::optional<Date> parse_month_first(std::string_view text) {
    const std::string month = month_number(next_word(text));
    std::string_view day = next_word(text);
    const std::string_view year = next_word(text);
    if (day.ends_with(',')) {
        day.remove_suffix(1);
    }
    if (month.empty() || day.empty() || day.size() > 2 || year.size() < 4) {
        return std::nullopt;
    }
    return from_iso_parts(year.substr(0, 4), month, two_digits(day));
}

/// "13/07/2016", where the first number can be no month.
std::optional<Date> parse_day_first(std::string_view text) {
    const std::size_t first = text.find_first_of("/-.");
    const std::size_t second = first == std::string_view::npos ? first : text.find(text[first], first + 1);
    if (second == std::string_view::npos || first > 2 || second - first > 3 || text.size() < second + 5) {
        return std::nullopt;
    }
    const std::string_view day = text.substr(0, first);
    const std::string_view year = text.substr(second + 1, 4);
    const bool ends = text.size() == second + 5 || text[second + 5] == ' ' || text[second + 5] == ',';
    const bool no_month = day.size() == 2 && day > "12";
    return ends && no_month ? from_iso_parts(year, two_digits(text.substr(first + 1, second - first - 1)), day)
                            : std::nullopt;
}

std::optional<Date> parse_unix_time(std::string_view text) {
    if ((text.size() != 10 && text.size() != 13) || !all_digits(text)) {
        return std::nullopt;
    }
    std::int64_t seconds = 0;
    std::from_chars(text.data(), text.data() + 10, seconds); // milliseconds are three digits more
    return Date{std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}})};
}

} // namespace

std::optional<Date> parse_input_date(std::string_view text) {
    text = trim(text);
    if (const auto date = parse_year_first(text)) {
        return date;
    }
    if (const auto date = parse_unix_time(text)) {
        return date;
    }
    if (const auto date = parse_day_first(text)) {
        return date;
    }
    const auto date = parse_mail_date(text);
    return date ? date : parse_month_first(text);
}

} // namespace yaqut::io
