// SPDX-License-Identifier: Apache-2.0
#include "dates/dct.hpp"

#include "dates/calendar.hpp"

namespace yaqut::dates {

namespace {

constexpr int first_year = 1990; // no news site is older
constexpr int last_year = 2099;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Without scheme, host, query and fragment.
std::string_view path_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) {
        url.remove_prefix(scheme + 3);
        const auto slash = url.find('/');
        url = slash == std::string_view::npos ? std::string_view{} : url.substr(slash);
    }
    return url.substr(0, url.find_first_of("?#"));
}

/// Reads a run of `least` to `most` digits that ends there; nullopt when it is longer or shorter.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t size = 0;
    int value = 0;
    while (size < text.size() && size <= most && is_digit(text[size])) {
        value = value * 10 + (text[size++] - '0');
    }
    if (size < least || size > most) {
        return std::nullopt;
    }
    text.remove_prefix(size);
    return value;
}

std::optional<Date> separated_date(std::string_view text, char separator) {
    const auto year = take_number(text, 4, 4);
    if (!year || text.empty() || text.front() != separator) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto month = take_number(text, 1, 2);
    if (!month || text.empty() || text.front() != separator) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto day = take_number(text, 1, 2);
    return day ? make_date(*year, *month, *day) : std::nullopt;
}

std::optional<Date> compact_date(std::string_view text) {
    auto number = take_number(text, 8, 8);
    return number ? make_date(*number / 10000, *number / 100 % 100, *number % 100) : std::nullopt;
}

std::optional<Date> date_at(std::string_view text) {
    for (const char separator : {'/', '-', '_'}) {
        if (const auto date = separated_date(text, separator)) {
            return date;
        }
    }
    return compact_date(text);
}

} // namespace

std::optional<std::pair<Date, std::string>> dct_from_url(std::string_view url) {
    const std::string_view path = path_of(url);
    std::optional<Date> found;
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (!is_digit(path[i]) || is_digit(path[i - 1])) {
            continue;
        }
        const auto date = date_at(path.substr(i));
        const int year = date ? static_cast<int>(date->year()) : 0;
        if (year < first_year || year > last_year) {
            continue;
        }
        if (found && *found != *date) {
            return std::nullopt;
        }
        found = date;
    }
    return found ? std::optional{std::pair{*found, std::string("url")}} : std::nullopt;
}

} // namespace yaqut::dates
