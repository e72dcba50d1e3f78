// SPDX-License-Identifier: Apache-2.0
#include "text/numbers.hpp"

namespace yaqut::text {

namespace {

constexpr std::size_t group_size = 3;
constexpr std::size_t max_digits = 256; // more are cut: no number of a text is so long

bool is_digit(std::string_view key, std::size_t position) {
    return position < key.size() && key[position] >= '0' && key[position] <= '9';
}

std::size_t digits_end(std::string_view key, std::size_t position) {
    std::size_t end = position;
    while (end - position < max_digits && is_digit(key, end)) {
        ++end;
    }
    return end;
}

/// A no-break or thin space of the source, as French sets between groups; any other white space separates numbers.
bool is_group_space(const KeyOfSource& text, std::size_t position) {
    if (position + 1 >= text.key.size()) {
        return false;
    }
    const std::uint32_t begin = text.map.at(position);
    const std::string_view space = text.source.substr(begin, text.map.at(position + 1) - begin);
    return space == "\u00A0" || space == "\u202F" || space == "\u2009";
}

/// What stands in the source at a mark of the key: Arabic has a decimal mark and a thousands mark of its own, and its
/// comma only separates.
bool is_source(const KeyOfSource& text, std::size_t position, std::string_view mark) {
    return text.source.substr(text.map.at(position)).starts_with(mark);
}

/// End of the groups of three digits that follow at `position`, each after `separator`; `position` when there are none
/// or the sequence is something else.
std::size_t groups_end(const KeyOfSource& text, std::size_t position, char separator) {
    const std::string_view key = text.key;
    std::size_t end = position;
    while (end - position < max_digits && end < key.size() && key[end] == separator && !is_source(text, end, "٫") &&
           (separator != ' ' || is_group_space(text, end))) {
        if (digits_end(key, end + 1) != end + 1 + group_size) {
            return separator == ' ' || !is_digit(key, end + 1) ? end : position;
        }
        end += 1 + group_size;
    }
    return end;
}

/// Is the number a later part of a sequence such as 13.7.2016?
bool is_inside_sequence(std::string_view key, std::size_t position) {
    return position >= 2 && (key[position - 1] == '.' || key[position - 1] == ',') && is_digit(key, position - 2);
}

} // namespace

NumberShape number_at(const KeyOfSource& text, std::size_t position) {
    const std::string_view key = text.key;
    NumberShape shape;
    shape.end = digits_end(key, position);
    if (is_inside_sequence(key, position)) {
        return shape;
    }
    char thousands = 0;
    if (shape.end - position <= group_size && key[position] != '0') {
        for (const char separator : {',', '.', ' '}) {
            const std::size_t end = groups_end(text, shape.end, separator);
            if (end != shape.end) {
                thousands = separator;
                shape.end = end;
                break;
            }
        }
    }
    const char mark = shape.end < key.size() ? key[shape.end] : '\0';
    if ((mark != '.' && mark != ',') || mark == thousands || !is_digit(key, shape.end + 1)) {
        return shape;
    }
    const bool padded = key[position] == '0' && shape.end - position > 1; // 07.2016 is a month
    if (padded || is_source(text, shape.end, "،") || is_source(text, shape.end, "٬")) {
        return shape;
    }
    const std::size_t end = digits_end(key, shape.end + 1);
    const bool goes_on = end < key.size() && (key[end] == '.' || key[end] == ',') && is_digit(key, end + 1);
    const bool list = mark == ',' && end - shape.end > group_size; // 2015,2016 is no decimal
    if (!goes_on && !list) {
        shape.decimal_mark = shape.end;
        shape.end = end;
    }
    return shape;
}

} // namespace yaqut::text
