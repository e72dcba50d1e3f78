// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace yaqut::test {

/// Texts at random, the same ones in every run.
class Generator {
  public:
    explicit Generator(unsigned seed) : m_engine(seed) {}

    std::size_t below(std::size_t bound) { return m_engine() % bound; }

    template <typename Container> const auto& one_of(const Container& items) { return items[below(items.size())]; }

    /// Up to `most` characters of the given ones.
    std::string of(std::u32string_view alphabet, std::size_t most) {
        std::string text;
        for (std::size_t i = below(most + 1); i > 0; --i) {
            text::append_utf8(alphabet[below(alphabet.size())], text);
        }
        return text;
    }

    /// Bytes without any order.
    std::string bytes(std::size_t most) {
        std::string text(below(most + 1), '\0');
        for (char& c : text) {
            c = static_cast<char>(below(256));
        }
        return text;
    }

    /// What news may hold, and what it should not: words, numbers, marks, ligatures, other scripts, stray bytes.
    std::string soup(std::size_t most_pieces) {
        std::string text;
        for (std::size_t i = below(most_pieces + 1); i > 0; --i) {
            text += piece();
        }
        return text;
    }

    static constexpr std::u32string_view arabic = U"ابتثجحخدذرزسشصضطظعغفقكلمنهوىيءآأؤإئةٱکیپچگڤڨژ";
    static constexpr std::u32string_view arabic_marks =
        U"\u064B\u064E\u064F\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u0640";
    static constexpr std::u32string_view latin = U"abcdeilnoqrstuvyzABCEILNOSTUZéèàçïôÉÀŁłøœŒßšŽñăđ";
    static constexpr std::u32string_view latin_marks = U"\u0300\u0301\u0302\u0303\u0308\u030C\u0323\u0327";
    static constexpr std::u32string_view marks = U".,;:!?،؛؟()[]\"«»“”'’`-–—…#_/%@&*+=";
    static constexpr std::u32string_view digits = U"0123456789٠١٢٣٤٥٦٧٨٩۰۱۵";
    static constexpr std::u32string_view spaces = U"    \n\n\r\t\u00A0\u2003\u202F\u2028";
    static constexpr std::u32string_view invisible =
        U"\u200B\u200C\u200D\u200E\u200F\u202B\u2066\u061C\uFEFF\u00AD\uFE0F";
    static constexpr std::u32string_view odd =
        U"ﻻﷲﷺﻷﭐﮐﯼﺍ\uFC5E\uFE70ﬁＡ１\u1100\u1161\u11A8\u0915\u093C\u09C7\u09BEЖйΩΆ漢字\u212B\u2126\u0344\u0130\u1E9E"
        U"\u00BD\u20AC\U0001F600\U0001F3FD\u0308\u0338\u20E3\uFFFD\U000E0041";

  private:
    std::string piece() {
        switch (below(12)) {
        case 0:
        case 1:
        case 2: return of(arabic, 8);
        case 3: return of(arabic_marks, 2);
        case 4: return of(latin, 8);
        case 5: return of(latin_marks, 2);
        case 6: return of(marks, 3);
        case 7: return of(digits, 5);
        case 8: return of(spaces, 3);
        case 9: return of(invisible, 2);
        case 10: return of(odd, 3);
        default: return below(3) == 0 ? bytes(4) : " ";
        }
    }

    std::mt19937 m_engine;
};

} // namespace yaqut::test
