// SPDX-License-Identifier: Apache-2.0
#include "spatial/direction.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace yaqut::spatial {

namespace {

using namespace std::string_view_literals;

constexpr int points = 16;
constexpr std::array<std::string_view, points> codes{"N"sv, "NNE"sv, "NE"sv, "ENE"sv, "E"sv, "ESE"sv, "SE"sv, "SSE"sv,
                                                     "S"sv, "SSW"sv, "SW"sv, "WSW"sv, "W"sv, "WNW"sv, "NW"sv, "NNW"sv};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool same_code(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return upper(x) == upper(y); });
}

/// Nearest multiple of 360 / count degrees, as its number 0 ... count - 1.
int sector(double bearing, int count) {
    const double width = 360.0 / count;
    const int number = static_cast<int>(std::lround(std::fmod(bearing, 360.0) / width));
    return ((number % count) + count) % count;
}

} // namespace

std::string_view to_string(Direction direction) { return codes.at(static_cast<std::size_t>(direction)); }

std::optional<Direction> parse_direction(std::string_view code) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (same_code(code, codes[i])) {
            return static_cast<Direction>(i);
        }
    }
    return std::nullopt;
}

std::optional<Direction> combine(Direction first, Direction second) {
    const int from = static_cast<int>(first);
    const int turn = (static_cast<int>(second) - from + points) % points; // clockwise from the first to the second
    const int shortest = turn > points / 2 ? turn - points : turn;
    if (shortest == points / 2 || shortest % 2 != 0) {
        return std::nullopt;
    }
    return static_cast<Direction>((from + shortest / 2 + points) % points);
}

Direction main_direction(double bearing) {
    constexpr int main_points = 8;
    return static_cast<Direction>(2 * sector(bearing, main_points));
}

Direction nearest_direction(double bearing) { return static_cast<Direction>(sector(bearing, points)); }

} // namespace yaqut::spatial
