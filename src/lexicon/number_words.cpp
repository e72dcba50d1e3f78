// SPDX-License-Identifier: Apache-2.0
#include "lexicon/number_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "core/error.hpp"
#include "lexicon/table.hpp"
#include "text/key_hash.hpp"

namespace yaqut::lexicon {

namespace {

constexpr double largest_whole = 9.0e15; // beyond this a double no longer counts by one

std::optional<double> parse_value(std::string_view digits) {
    constexpr std::size_t exact_digits = 15; // a double holds such an integer as it is
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!digits.empty() && digits.size() <= exact_digits && std::all_of(digits.begin(), digits.end(), is_digit)) {
        std::int64_t whole = 0;
        for (const char c : digits) {
            whole = whole * 10 + (c - '0');
        }
        return static_cast<double>(whole);
    }
    double value = 0.0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole_text = error == std::errc{} && end == digits.data() + digits.size();
    return whole_text && std::isfinite(value) ? std::optional{value} : std::nullopt;
}

/// Tokens that follow each other in one number may be parted by white space or by one joining hyphen.
bool on_same_line(const text::Document& document, std::size_t token, std::size_t limit) {
    return token < limit && !document.token(token).newline_before;
}

std::string_view and_word(Language language) {
    return language == Language::ar ? "\xD9\x88" : "and"; // و: the letter that adds, not a word of a list
}

} // namespace

std::optional<std::int64_t> Number::whole() const {
    if (value < 0.0 || value > largest_whole || value != std::floor(value)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(value);
}

/// The running sum of a number. Each part must fit behind the parts before it, or the number ends there.
class NumberWords::Sum {
  public:
    explicit Sum(Language language) : m_language(language) {}

    [[nodiscard]] bool add(const Item& item) {
        if (m_ordinal && item.word.kind != Kind::ten) {
            return false;
        }
        const bool fits = fits_in(item);
        if (fits) {
            m_last = item.word.kind;
            m_digits = m_digits || item.digits;
            m_empty = false;
        }
        return fits;
    }

    [[nodiscard]] double value() const { return m_total + m_group; }
    [[nodiscard]] bool ordinal() const { return m_ordinal; }

  private:
    [[nodiscard]] bool fits_in(const Item& item) {
        switch (item.word.kind) {
        case Kind::unit:
        case Kind::teen:
        case Kind::ten: return item.digits ? add_digits(item) : add_small(item);
        case Kind::hundred: return add_hundred(item);
        case Kind::scale: return add_scale(item);
        case Kind::fraction: return add_fraction(item);
        case Kind::ordinal: return add_ordinal(item);
        }
        return false;
    }

    bool add_digits(const Item& item) {
        if (!m_empty && (!item.added || m_group != 0.0 || item.word.value >= m_scale)) {
            return false;
        }
        m_group = item.word.value;
        return true;
    }

    bool add_small(const Item& item) {
        if (!m_empty && !room_for(item)) {
            return false;
        }
        m_group += item.word.value;
        return true;
    }

    /// Arabic adds everything with و, units before tens; English and French put tens before units.
    [[nodiscard]] bool room_for(const Item& item) const {
        if (m_digits && m_group != 0.0) {
            return false;
        }
        if (m_language == Language::ar && !item.added) {
            return false;
        }
        const double below_hundred = std::fmod(m_group, 100.0);
        if (below_hundred == 0.0) {
            return true;
        }
        const bool ten_after_unit =
            item.word.kind == Kind::ten && below_hundred < 10.0 && (m_last == Kind::unit || m_last == Kind::ordinal);
        const bool unit_after_ten = item.word.kind == Kind::unit && m_last == Kind::ten && !item.added;
        return m_language == Language::ar ? ten_after_unit : unit_after_ten;
    }

    bool add_hundred(const Item& item) {
        const bool multiplies =
            !item.added && item.word.value == 100.0 && m_group >= 1.0 && m_group < 100.0 && !m_empty;
        if (multiplies) {
            m_group *= item.word.value;
            return true;
        }
        if (!m_empty && (m_group != 0.0 || (m_language == Language::ar && !item.added))) {
            return false;
        }
        m_group += item.word.value;
        return true;
    }

    bool add_scale(const Item& item) {
        const double scale = item.word.value;
        if (scale == m_scale && m_last == Kind::fraction && !item.added) {
            return true; // مليون ونصف المليون: the scale is only repeated
        }
        if (scale >= m_scale) {
            return false;
        }
        if (!m_empty && m_group == 0.0 && !item.added) {
            return false;
        }
        if (item.added && m_group != 0.0) {
            return false;
        }
        m_total += (m_group == 0.0 ? 1.0 : m_group) * scale;
        m_group = 0.0;
        m_scale = scale;
        return true;
    }

    bool add_fraction(const Item& item) {
        if (m_empty) {
            m_group = item.word.value;
            return true;
        }
        if (!item.added || m_last == Kind::fraction) {
            return false;
        }
        m_total += item.word.value * (m_last == Kind::scale ? m_scale : 1.0);
        return true;
    }

    bool add_ordinal(const Item& item) {
        const bool after_ten = m_last == Kind::ten && item.word.value < 10.0 && !item.added;
        if (!m_empty && (m_language == Language::ar || !after_ten)) {
            return false;
        }
        m_group += item.word.value;
        m_ordinal = true;
        return true;
    }

    Language m_language;
    double m_total = 0.0;
    double m_group = 0.0;                                     ///< below the next scale word
    double m_scale = std::numeric_limits<double>::infinity(); ///< of the last scale word
    Kind m_last = Kind::unit;
    bool m_empty = true;
    bool m_digits = false;
    bool m_ordinal = false;
};

NumberWords::Kind NumberWords::parse_kind(std::string_view name) {
    constexpr std::array<std::string_view, 7> names{"unit", "teen", "ten", "hundred", "scale", "fraction", "ordinal"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<Kind>(i);
        }
    }
    throw TableError("numbers", "unknown kind \"" + std::string(name) + '"');
}

NumberWords::NumberWords(Language language) : m_language(language), m_and(text::KeyHash::of(and_word(language))) {
    const std::string name = std::string(to_string(language)) + "/numbers";
    if (!exists(name)) {
        return;
    }
    const Table table = load(name);
    for (const Row& row : table.rows()) {
        const auto value = parse_value(row["value"]);
        if (!value) {
            throw TableError(name, "line " + std::to_string(row.line()) + ": no number in column value");
        }
        const auto index = static_cast<std::uint32_t>(m_words.size());
        m_words.push_back({*value, parse_kind(row["kind"])});
        for (const std::string_view form : row.list("word")) {
            m_table.add(form, index);
        }
    }
}

std::optional<NumberWords::Item> NumberWords::digits_at(const text::Document& document, std::size_t token,
                                                        std::size_t limit) const {
    constexpr std::size_t group_digits = 3;
    const text::Token& first = document.token(token);
    if (first.kind != text::TokenKind::number) {
        return std::nullopt;
    }
    std::string digits(document.strict(first));
    std::size_t next = token + 1;
    // French parts thousands with a space: 12 000.
    while (m_language == Language::fr && digits.size() < 12 && digits.find('.') == std::string::npos &&
           document.strict(first).size() <= group_digits && on_same_line(document, next, limit) &&
           document.token(next).kind == text::TokenKind::number &&
           document.strict(document.token(next)).size() == group_digits &&
           document.token(next).span.begin - document.token(next - 1).span.end <= 3) {
        digits += document.strict(document.token(next++));
    }
    const auto value = parse_value(digits);
    if (!value) {
        return std::nullopt;
    }
    Item item;
    item.word = {*value, Kind::unit};
    item.next = next;
    item.reading.source_begin = first.span.begin;
    item.digits = true;
    return item;
}

std::optional<NumberWords::Item> NumberWords::words_at(const text::Document& document, std::size_t token,
                                                       std::size_t limit, const text::Reading& reading) const {
    const auto match = m_table.longest(document, token, reading, limit);
    if (!match) {
        return std::nullopt;
    }
    Item item;
    item.word = m_words[match->values.front()];
    item.next = token + match->token_count;
    item.reading = reading;
    return item;
}

bool NumberWords::may_begin(const text::Document& document, const text::Token& word) const {
    if (word.kind != text::TokenKind::word) {
        return word.kind == text::TokenKind::number;
    }
    return text::WordFacts<bool>(document, m_key).of(word, [&] {
        const text::Readings readings = text::readings(document, word);
        return std::any_of(readings.begin(), readings.end(),
                           [&](const text::Reading& reading) { return m_table.may_begin(reading); });
    });
}

std::optional<NumberWords::Item> NumberWords::first_item(const text::Document& document, std::size_t token,
                                                         std::size_t limit) const {
    const text::Token& first = document.token(token);
    text::Reading whole;
    whole.source_begin = first.span.begin;
    whole.strict_hash = first.strict_hash;
    whole.loose_hash = first.loose_hash;
    if (first.kind == text::TokenKind::number) {
        const bool joined = token + 1 < limit && !document.token(token + 1).space_before;
        auto ordinal = joined ? words_at(document, token, limit, whole) : std::nullopt; // 26th
        return ordinal ? ordinal : digits_at(document, token, limit);
    }
    if (!may_begin(document, first)) {
        return std::nullopt;
    }
    if (auto item = words_at(document, token, limit, whole)) { // mostly, and proclitics take their time
        return item;
    }
    for (const text::Reading& reading : text::readings(document, first)) {
        if (auto item = words_at(document, token, limit, reading)) {
            return item;
        }
    }
    return std::nullopt;
}

std::optional<NumberWords::Item> NumberWords::following_item(const text::Document& document, std::size_t last,
                                                             std::size_t limit) const {
    const auto next = next_word(document, last, limit);
    if (!next) {
        return std::nullopt;
    }
    if (document.token(*next).loose_hash == m_and) {
        if (!on_same_line(document, *next + 1, limit)) {
            return std::nullopt;
        }
        auto item = first_item(document, *next + 1, limit);
        if (item) {
            item->added = true;
        }
        return item;
    }
    auto item = first_item(document, *next, limit);
    if (!item) {
        return std::nullopt;
    }
    const text::Clitic taken = item->reading.clitics;
    using text::Clitic;
    if (has_clitic(taken, Clitic::fa | Clitic::ba | Clitic::kaf | Clitic::lam | Clitic::alef)) {
        return std::nullopt; // خمسة لعشرة: another phrase begins
    }
    item->added = has_clitic(taken, Clitic::waw);
    return item;
}

std::optional<Number> NumberWords::read(const text::Document& document, std::size_t token, std::size_t limit) const {
    constexpr int longest = 16; // parts; a longer number is noise
    if (token >= limit) {
        return std::nullopt;
    }
    const auto first = first_item(document, token, limit);
    Sum sum(m_language);
    if (!first || !sum.add(*first)) {
        return std::nullopt;
    }
    std::size_t end = first->next;
    for (int part = 1; part < longest; ++part) {
        const auto item = following_item(document, end - 1, limit);
        if (!item || !sum.add(*item)) {
            break;
        }
        end = item->next;
    }
    Number number;
    number.value = sum.value();
    number.token_count = static_cast<std::uint32_t>(end - token);
    number.source_begin = first->reading.source_begin;
    number.clitics = first->reading.clitics;
    number.ordinal = sum.ordinal();
    number.digits = first->digits;
    return number;
}

} // namespace yaqut::lexicon
