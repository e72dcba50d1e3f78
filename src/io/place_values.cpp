// SPDX-License-Identifier: Apache-2.0
#include "io/place_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "io/ascii.hpp"

namespace yaqut::io {

std::optional<double> parse_degrees(std::string_view text, double most) {
    std::string number(trim(text));
    if (number.find('.') == std::string::npos) {
        std::replace(number.begin(), number.end(), ',', '.');
    }
    if (number.starts_with('+')) {
        number.erase(0, 1);
    }
    double value = 0.0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (number.empty() || error != std::errc{} || end != number.data() + number.size() || !(std::abs(value) <= most)) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::uint32_t> parse_population(std::string_view text) {
    constexpr std::uint64_t most = 2'000'000'000;
    constexpr std::size_t group = 3;
    text = trim(text);
    std::uint64_t value = 0;
    std::size_t since_mark = 0;
    bool marked = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            value = value * 10 + static_cast<std::uint64_t>(text[i] - '0');
            ++since_mark;
            if (value > most) {
                return std::nullopt;
            }
            continue;
        }
        const bool separator = text[i] == ',' || text[i] == ' ' || text[i] == '.' || text[i] == '\'';
        // A table that knows only real numbers writes 12000.0.
        if (text[i] == '.' && !marked && text.find_first_not_of('0', i + 1) == std::string_view::npos &&
            text.size() - i - 1 != group) {
            break;
        }
        if (!separator || since_mark == 0 || since_mark > group || (marked && since_mark != group)) {
            return std::nullopt;
        }
        marked = true;
        since_mark = 0;
    }
    if (text.empty() || !is_digit(text.front()) || (marked && since_mark != group)) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(value);
}

std::optional<std::string> parse_country(std::string_view text) {
    std::string code(trim(text));
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return code.size() == 2 && letters ? std::optional{code} : std::nullopt;
}

} // namespace yaqut::io
