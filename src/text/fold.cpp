// SPDX-License-Identifier: Apache-2.0
#include "text/fold.hpp"

#include <algorithm>
#include <vector>

#include "text/normalize.hpp"
#include "text/unicode.hpp"

namespace yaqut::text {

namespace {

/// Letters that canonical decomposition leaves whole although they are spelled without their stroke or as two letters.
std::string_view plain_spelling(char32_t cp) {
    switch (cp) {
    case 0x00DF: return "ss";
    case 0x00E6: return "ae";
    case 0x0153: return "oe";
    case 0x00F8: return "o";
    case 0x0142: return "l";
    case 0x0131: return "i";
    case 0x00F0:
    case 0x0111: return "d";
    case 0x00FE: return "th";
    case 0x0127: return "h";
    case 0x0167: return "t";
    case 0x0259: return "e";
    default: return {};
    }
}

void fold_general(char32_t cp, bool final, std::string& out) {
    if (cp == U'\'' || cp == U'.') {
        return;
    }
    if (cp < 0x80) {
        out += static_cast<char>(cp);
    } else if (in(cp, 0x0600, 0x07FF)) {
        append_utf8(final ? fold_final_letter(cp) : fold_arabic_letter(cp), out);
    } else if (const std::string_view plain = plain_spelling(cp); !plain.empty()) {
        out += plain;
    } else if (const Cluster parts = decompose(cp); classify(parts.code_points[0]) == CharClass::latin) {
        for (std::size_t i = 0; i < parts.size; ++i) {
            if (!is_mark(parts.code_points[i])) {
                append_utf8(parts.code_points[i], out);
            }
        }
    } else if (!in(cp, 0x0300, 0x036F)) {
        append_utf8(cp, out);
    }
}

/// Foldings of U+0080..U+024F and U+1E00..U+1EFF, where the Latin letters of names are.
class LatinFolds {
  public:
    LatinFolds() : m_folds(latin_end + additional_size) {
        for (char32_t cp = 0x80; cp < latin_end; ++cp) {
            fold_general(cp, false, m_folds[cp]);
        }
        for (char32_t i = 0; i < additional_size; ++i) {
            fold_general(additional + i, false, m_folds[latin_end + i]);
        }
    }
    [[nodiscard]] const std::string* find(char32_t cp) const {
        if (in(cp, 0x80, latin_end - 1)) {
            return &m_folds[cp];
        }
        return in(cp, additional, additional + additional_size - 1) ? &m_folds[latin_end + cp - additional] : nullptr;
    }

  private:
    static constexpr char32_t latin_end = 0x250;
    static constexpr char32_t additional = 0x1E00;
    static constexpr char32_t additional_size = 0x100;
    std::vector<std::string> m_folds;
};

} // namespace

void append_loose(std::string_view word, std::string& out) {
    if (is_plain_arabic(word)) {
        fold_arabic(word, [&](char first, char second) {
            out += first;
            out += second;
        });
        return;
    }
    static const LatinFolds folds;
    const std::string_view counted = word.substr(0, size_without_final_hamza(word));
    for (std::size_t i = 0; i < counted.size();) {
        const Utf8Char c = utf8_char(counted, i);
        i += c.size;
        if (const std::string* fold = folds.find(c.code_point)) {
            out += *fold;
        } else {
            fold_general(c.code_point, i == counted.size(), out);
        }
    }
}

} // namespace yaqut::text
