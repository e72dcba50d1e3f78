// SPDX-License-Identifier: Apache-2.0
#include "core/date.hpp"

#include <charconv>

namespace yaqut {

namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;

bool in_range(Date date) { return date.ok() && int(date.year()) >= first_year && int(date.year()) <= last_year; }

std::optional<int> parse_digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') {
        return std::nullopt;
    }
    return value;
}

void append_padded(std::string& out, unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

} // namespace

std::string to_iso_string(Date date) {
    std::string out;
    append_padded(out, static_cast<unsigned>(int(date.year())), 4);
    out += '-';
    append_padded(out, unsigned(date.month()), 2);
    out += '-';
    append_padded(out, unsigned(date.day()), 2);
    return out;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') {
        return std::nullopt;
    }
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    const auto day = parse_digits(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    return in_range(date) ? std::optional{date} : std::nullopt;
}

std::optional<Date> add_days(Date date, int days) {
    constexpr int more_than_all = 4'000'000;
    if (days > more_than_all || days < -more_than_all) {
        return std::nullopt;
    }
    const Date result{std::chrono::sys_days{date} + std::chrono::days{days}};
    return in_range(result) ? std::optional{result} : std::nullopt;
}

int days_between(Date first, Date last) {
    return static_cast<int>((std::chrono::sys_days{last} - std::chrono::sys_days{first}).count());
}

int iso_weekday(Date date) {
    return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{date}}.iso_encoding());
}

} // namespace yaqut
