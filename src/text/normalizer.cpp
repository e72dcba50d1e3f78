// SPDX-License-Identifier: Apache-2.0
#include "text/normalizer.hpp"

#include "text/byte_block.hpp"
#include "text/char_rules.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace yaqut::text {

namespace {

/// More than one character can give: the longest expansion is a presentation form of 18 letters, the longest
/// rewriting a full cluster.
constexpr std::size_t slack = 256;

constexpr char32_t combining_dot_above = 0x0307;
constexpr char32_t replacement = 0xFFFD;

/// U+2000..U+206F, the general punctuation that text is full of.
CharRule punctuation_rule(char32_t cp) {
    if (in(cp, 0x2000, 0x200A) || cp == 0x202F || cp == 0x205F) {
        return {0, 0, 0, CharClass::space};
    }
    if (cp == 0x2028 || cp == 0x2029) {
        return {0, 0, 0, CharClass::newline};
    }
    if (in(cp, 0x200B, 0x200F) || in(cp, 0x202A, 0x202E) || in(cp, 0x2060, 0x206F)) {
        return {0, 0, 0, CharClass::drop};
    }
    if (in(cp, 0x2010, 0x2015)) {
        return plain_rule(CharClass::punct, U'-');
    }
    if (in(cp, 0x2018, 0x201B) || cp == 0x2032) {
        return plain_rule(CharClass::apostrophe, U'\'');
    }
    if (in(cp, 0x201C, 0x201F) || cp == 0x2033 || cp == 0x2039 || cp == 0x203A) {
        return plain_rule(CharClass::punct, U'"');
    }
    return cp == 0x2044 ? plain_rule(CharClass::punct, U'/') : CharRule{};
}

bool is_invisible(char32_t cp) {
    return cp == 0xFEFF || in(cp, 0xFE00, 0xFE0F) || cp == 0x180E || in(cp, 0x20D0, 0x20FF) ||
           in(cp, 0xE0000, 0xE0FFF) || in(cp, 0xFFF9, 0xFFFB);
}

/// Characters that only look different: Arabic presentation forms, Latin ligatures, full width forms.
bool is_compatibility_form(char32_t cp) {
    return in(cp, 0xFB50, 0xFDFF) || in(cp, 0xFE70, 0xFEFE) || in(cp, 0xFB00, 0xFB06) || in(cp, 0xFF01, 0xFF5E);
}

class Normalizer {
  public:
    Normalizer(std::string_view source, std::string& key, SourceMap& map) : m_source(source), m_key(key), m_map(map) {
        m_map.clear();
        ensure_room();
    }

    [[nodiscard]] std::size_t run() {
        while (m_position < m_source.size()) {
            copy_plain();
            if (m_position < m_source.size()) {
                next();
            }
        }
        return m_size;
    }

  private:
    /// The frequent case: characters that stand in the key as in the source but for capitals, many at a time, and the
    /// fewer than a block at the end one by one.
    void copy_plain() {
        const std::size_t plain = copy_plain_blocks(m_source.substr(m_position), m_key.data() + m_size, is_spaced());
        if (plain > 0) {
            m_map.add(m_size, m_position);
            m_position += plain;
            m_size += plain;
        }
    }

    /// Would a space be a second one, or the first character?
    [[nodiscard]] bool is_spaced() const {
        return m_size == 0 || m_key[m_size - 1] == ' ' || m_key[m_size - 1] == '\n';
    }

    /// Any character.
    void next() {
        const auto lead = static_cast<unsigned char>(m_source[m_position]);
        char32_t cp = lead;
        std::size_t length = 1;
        if (lead >= 0x80) {
            if (lead < 0xC2 || lead >= 0xE0 || m_position + 1 == m_source.size() ||
                !is_continuation(m_source[m_position + 1])) {
                long_char();
                return;
            }
            cp = (lead & 0x1FU) << 6U | (static_cast<unsigned char>(m_source[m_position + 1]) & 0x3FU);
            length = 2;
        }
        const CharRule rule = char_rules[cp];
        if (rule.size == 0) {
            special(rule.kind, cp, length);
        } else {
            put(rule, m_position);
            m_position += length;
        }
    }

    void ensure_room() {
        const std::size_t needed = m_size + (m_source.size() - m_position) + slack;
        if (needed > m_key.size()) {
            m_key.resize(needed + needed / 2);
        }
    }

    /// A plain character.
    void put(CharRule rule, std::size_t begin) {
        m_map.add(m_size, begin);
        m_key[m_size] = rule.first;
        m_key[m_size + 1] = rule.second;
        m_size += rule.size;
    }

    void put(char32_t cp, std::size_t begin) {
        m_map.add(m_size, begin);
        m_size += write_utf8(cp, &m_key[m_size]);
    }

    void put_space(char space) {
        if (m_size > 0 && is_spaced()) {
            if (space == '\n') {
                m_key[m_size - 1] = space;
            }
            return;
        }
        put(static_cast<char32_t>(space), m_position);
    }

    void special(CharClass kind, char32_t cp, std::size_t length) {
        switch (kind) {
        case CharClass::space: put_space(' '); break;
        case CharClass::newline: put_space('\n'); break;
        case CharClass::hamza_mark: compose_hamza(cp); break;
        case CharClass::combining:
            combine(cp);
            ensure_room();
            break;
        case CharClass::tatweel: tatweel(); return;
        case CharClass::slow:
            general(cp);
            ensure_room();
            break;
        default: break;
        }
        m_position += length;
    }

    /// Characters of three and four bytes, and bytes that are no character.
    void long_char() {
        const Utf8Char c = utf8_char(m_source, m_position);
        if (!c.valid) {
            put(replacement, m_position);
        } else if (in(c.code_point, 0x2000, 0x206F)) {
            const CharRule rule = punctuation_rule(c.code_point);
            if (rule.size != 0) {
                put(rule, m_position);
            } else if (rule.kind != CharClass::slow) {
                special(rule.kind, c.code_point, c.size);
                return;
            } else {
                general(c.code_point);
            }
        } else {
            general(c.code_point);
        }
        m_position += c.size;
        ensure_room();
    }

    void general(char32_t cp) {
        if (is_invisible(cp)) {
            return;
        }
        if (is_compatibility_form(cp)) {
            put_all(compose_compatible(cp), false);
        } else if (cp == 0x0130) { // the one capital whose small letter is a cluster
            put(U'i', m_position);
            put(combining_dot_above, m_position);
        } else if (!starts_cluster(cp)) {
            combine(cp);
        } else {
            Cluster single;
            single.push(cp);
            put_all(compose(single), true);
        }
    }

    /// A presentation form never brings white space: what it stands for is one word of the source.
    void put_all(const Cluster& cluster, bool with_space) {
        for (std::size_t i = 0; i < cluster.size; ++i) {
            const char32_t cp = cluster.code_points[i];
            CharRule rule = cp < char_rules.size() ? char_rules[cp] : general_rule(cp);
            if (rule.size != 0) {
                put(rule, m_position);
            } else if (rule.kind == CharClass::slow) {
                put(to_lower(cp), m_position);
            } else if (rule.kind == CharClass::space && with_space) {
                put_space(' ');
            } else if (rule.kind == CharClass::hamza_mark) {
                compose_hamza(cp);
            } else if (rule.kind == CharClass::combining) {
                combine(cp);
            }
        }
    }

    static CharRule general_rule(char32_t cp) {
        switch (cp) {
        case 0x1680:
        case 0x3000: return {0, 0, 0, CharClass::space};
        case 0x2212: return plain_rule(CharClass::punct, U'-');
        case 0xFD3E: return plain_rule(CharClass::punct, U'(');
        case 0xFD3F: return plain_rule(CharClass::punct, U')');
        default: return {0, 0, 0, starts_cluster(cp) ? CharClass::slow : CharClass::combining};
        }
    }

    /// The last character of the key when it is a letter of the Arabic block, else 0.
    [[nodiscard]] char32_t last_arabic() const {
        if (m_size < 2 || !is_continuation(m_key[m_size - 1])) {
            return 0;
        }
        const Utf8Char c = utf8_char({&m_key[m_size - 2], 2}, 0);
        return c.valid && c.size == 2 && char_rules[c.code_point].kind == CharClass::arabic ? c.code_point : 0;
    }

    /// Alef, waw and yeh with madda or hamza as marks are the letters of that name. Hamza below comes first in
    /// canonical order and so wins over the others.
    void compose_hamza(char32_t mark) {
        constexpr char32_t madda = 0x0653;
        constexpr char32_t hamza_below = 0x0655;
        const char32_t letter = last_arabic();
        char32_t composed = 0;
        if (mark == hamza_below) {
            composed = in(letter, 0x0622, 0x0623) || letter == 0x0627 ? 0x0625 : 0;
        } else if (letter == 0x0627) {
            composed = mark == madda ? 0x0622 : 0x0623;
        } else if (mark != madda && letter == 0x0648) {
            composed = 0x0624;
        } else if (mark != madda && letter == 0x064A) {
            composed = 0x0626;
        }
        if (composed != 0) {
            write_utf8(composed, &m_key[m_size - 2]);
        }
    }

    /// Inside or at the end of a word tatweel only stretches; a free-standing run of it is a dash.
    void tatweel() {
        constexpr std::size_t tatweel_bytes = 2;
        if (last_arabic() != 0) {
            m_position += tatweel_bytes;
            return;
        }
        const std::size_t begin = m_position;
        CharClass next = CharClass::tatweel;
        while (next == CharClass::tatweel || next == CharClass::drop || next == CharClass::hamza_mark) {
            const Utf8Char c = utf8_char(m_source, m_position);
            m_position += c.size;
            next = m_position < m_source.size() ? source_class(m_position) : CharClass::space;
        }
        if (next != CharClass::arabic) {
            put(U'-', begin);
        }
    }

    [[nodiscard]] CharClass source_class(std::size_t position) const {
        const Utf8Char c = utf8_char(m_source, position);
        if (c.code_point < char_rules.size()) {
            return char_rules[c.code_point].kind;
        }
        if (in(c.code_point, 0x2000, 0x206F)) {
            return punctuation_rule(c.code_point).kind;
        }
        return is_invisible(c.code_point)                                             ? CharClass::drop
               : in(c.code_point, 0xFB50, 0xFDF2) || in(c.code_point, 0xFE80, 0xFEFE) ? CharClass::arabic
                                                                                      : CharClass::slow;
    }

    /// Joins a mark to the cluster that ends the key.
    void combine(char32_t mark) {
        if (m_size == 0 || m_key[m_size - 1] == ' ' || m_key[m_size - 1] == '\n' || last_arabic() != 0) {
            return;
        }
        std::size_t begin = m_size;
        do {
            --begin;
            while (begin > 0 && is_continuation(m_key[begin])) {
                --begin;
            }
        } while (begin > 0 && !starts_cluster(char_at(begin).code_point));
        Cluster cluster;
        for (std::size_t i = begin; i < m_size; i += char_at(i).size) {
            cluster.push(char_at(i).code_point);
        }
        cluster.push(mark);
        cluster = compose(cluster);
        const CharClass base = classify(cluster.code_points[0]);
        if (base != CharClass::latin && base != CharClass::arabic && base != CharClass::other) {
            cluster.size = 1; // digits and punctuation bear no marks
        }
        const std::size_t source = m_map.source_of(m_key, begin);
        m_map.cut(begin);
        m_size = begin;
        for (std::size_t i = 0; i < cluster.size; ++i) {
            put(cluster.code_points[i], source);
        }
    }

    [[nodiscard]] Utf8Char char_at(std::size_t key_byte) const {
        return utf8_char({m_key.data() + key_byte, m_size - key_byte}, 0);
    }

    std::string_view m_source;
    std::string& m_key;
    SourceMap& m_map;
    std::size_t m_position = 0;
    std::size_t m_size = 0;
};

} // namespace

std::size_t normalize_into(std::string_view utf8, std::string& key, SourceMap& map) {
    return Normalizer(utf8, key, map).run();
}

} // namespace yaqut::text
