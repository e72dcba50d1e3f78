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

/// "2016-07-13", "2016/07/13", "20160713", with whatever time follows.
std::optional<Date> parse_year_first(std::string_view text) {
    const auto ends_at = [text](std::size_t size) {
        return text.size() == size || text[size] == 'T' || text[size] == 't' || text[size] == ' ';
    };
    if (text.size() >= 10 && (text[4] == '-' || text[4] == '/') && text[7] == text[4] && ends_at(10)) {
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

/// "Wed, 13 Jul 2016 08:00:00 GMT": the names of months are part of the format, not of a language.
std::optional<Date> parse_mail_date(std::string_view text) {
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    if (const std::size_t comma = text.find(','); comma != std::string_view::npos) {
        text.remove_prefix(comma + 1);
    }
    const std::string day(next_word(text));
    const std::string name = lower_ascii(next_word(text));
    const std::string_view year = next_word(text);
    const auto month = std::find(months.begin(), months.end(), name.substr(0, 3));
    if (day.size() > 2 || year.size() != 4 || month == months.end()) {
        return std::nullopt;
    }
    const std::string number = std::to_string(month - months.begin() + 1);
    return from_iso_parts(year, number.size() == 1 ? "0" + number : number, day.size() == 1 ? "0" + day : day);
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
    return parse_mail_date(text);
}

} // namespace yaqut::io
