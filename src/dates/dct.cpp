// SPDX-License-Identifier: Apache-2.0
#include "dates/dct.hpp"

#include <algorithm>
#include <array>

#include "dates/calendar.hpp"

namespace yaqut::dates {

namespace {

constexpr int first_year = 1990; // no news site is older
constexpr int last_year = 2099;

constexpr std::size_t longest_name = 9; // of a month
constexpr char lower_case = 0x20;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
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

/// 9, 09, sep, september: the names of months that web addresses use. Takes it off the text.
std::optional<int> take_month(std::string_view& text) {
    constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
    if (const auto number = take_number(text, 1, 2)) {
        return number;
    }
    std::string word;
    while (word.size() < text.size() && word.size() < longest_name && is_letter(text[word.size()])) {
        word.push_back(static_cast<char>(text[word.size()] | lower_case));
    }
    constexpr std::size_t shortest = 3;
    const auto name = std::find_if(names.begin(), names.end(), [&](std::string_view full) {
        return word.size() >= shortest && full.starts_with(word) && (word.size() == shortest || word == full);
    });
    if (name == names.end()) {
        return std::nullopt;
    }
    text.remove_prefix(word.size());
    return static_cast<int>(name - names.begin()) + 1;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// Year, month, day.
std::optional<Date> year_first(std::string_view text, char separator) {
    const auto year = take_number(text, 4, 4);
    const auto month = year && take(text, separator) ? take_month(text) : std::nullopt;
    const auto day = month && take(text, separator) ? take_number(text, 1, 2) : std::nullopt;
    return day ? make_date(*year, *month, *day) : std::nullopt;
}

/// Day, month, year in one part of the path, where no other reading is possible: 13-09-2018, 3-sep-2018.
std::optional<Date> day_first(std::string_view text, char separator) {
    constexpr int months = 12;
    const auto day = take_number(text, 1, 2);
    const bool named = day && text.size() > 1 && is_letter(text[1]);
    const auto month = day && take(text, separator) ? take_month(text) : std::nullopt;
    const auto year = month && take(text, separator) ? take_number(text, 4, 4) : std::nullopt;
    return year && (named || (separator != '/' && *day > months)) ? make_date(*year, *month, *day) : std::nullopt;
}

std::optional<Date> compact_date(std::string_view text) {
    auto number = take_number(text, 8, 8);
    return number ? make_date(*number / 10000, *number / 100 % 100, *number % 100) : std::nullopt;
}

std::optional<Date> date_at(std::string_view text) {
    for (const char separator : {'/', '-', '_'}) {
        if (const auto date = year_first(text, separator)) {
            return date;
        }
        if (const auto date = day_first(text, separator)) {
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
