// SPDX-License-Identifier: Apache-2.0
#include "geocode/spelling.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "geocode/code_points.hpp"
#include "lexicon/table.hpp"

namespace yaqut::geocode {

namespace {

constexpr double exchanged = 0.7;
constexpr double doubled = 0.4; // a letter written twice, or once instead of twice

std::uint64_t pair_of(char32_t a, char32_t b) {
    return (static_cast<std::uint64_t>(std::min(a, b)) << 32U) | static_cast<std::uint64_t>(std::max(a, b));
}

} // namespace

Spelling::Spelling() {
    const lexicon::Table table = lexicon::load("geocode_confusions");
    for (const lexicon::Row& row : table.rows()) {
        const std::u32string letters = code_points_of(row["letters"]);
        const double cost = static_cast<double>(row.number("cost")) / 100.0;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            if (row["kind"] == "left_out") {
                m_left_out[letters[i]] = cost;
                continue;
            }
            const std::size_t end = row["kind"] == "keyboard" ? std::min(i + 2, letters.size()) : letters.size();
            for (std::size_t j = i + 1; j < end; ++j) {
                add_pair(letters[i], letters[j], cost);
            }
        }
    }
}

void Spelling::add_pair(char32_t a, char32_t b, double cost) {
    const auto [at, added] = m_pairs.try_emplace(pair_of(a, b), cost);
    at->second = std::min(at->second, cost);
}

double Spelling::replaced(char32_t a, char32_t b) const {
    if (a == b) {
        return 0.0;
    }
    const auto found = m_pairs.find(pair_of(a, b));
    return found == m_pairs.end() ? 1.0 : found->second;
}

double Spelling::left_out(char32_t letter, char32_t before) const {
    if (letter == before) {
        return doubled;
    }
    const auto found = m_left_out.find(letter);
    return found == m_left_out.end() ? 1.0 : found->second;
}

double Spelling::distance(std::u32string_view a, std::u32string_view b, double most) const {
    constexpr std::size_t longest = 64;
    if (a.size() > longest || b.size() > longest) {
        return most;
    }
    using Line = std::array<double, longest + 1>;
    std::array<Line, 3> lines; // the row being filled, the one above, and that above it
    lines[0][0] = 0.0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
        lines[0][j] = lines[0][j - 1] + left_out(b[j - 1], j > 1 ? b[j - 2] : U'\0');
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const Line& above = lines[(i - 1) % 3];
        const Line& before_that = lines[(i + 1) % 3];
        Line& now = lines[i % 3];
        const double out = left_out(a[i - 1], i > 1 ? a[i - 2] : U'\0');
        double least = now[0] = above[0] + out;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            double best = above[j - 1] + replaced(a[i - 1], b[j - 1]);
            best = std::min(best, above[j] + out);
            best = std::min(best, now[j - 1] + left_out(b[j - 1], j > 1 ? b[j - 2] : U'\0'));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                best = std::min(best, before_that[j - 2] + exchanged);
            }
            now[j] = best;
            least = std::min(least, best);
        }
        if (least >= most + exchanged) {
            return most;
        }
    }
    return lines[a.size() % 3][b.size()];
}

} // namespace yaqut::geocode
