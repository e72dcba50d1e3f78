// SPDX-License-Identifier: Apache-2.0
#include "text/visible_end.hpp"

#include <algorithm>
#include <array>

#include "text/char_rules.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace yaqut::text {

std::uint32_t visible_end(std::string_view source, TextSpan span) {
    constexpr std::array<std::string_view, 3> pairs{"\xE2\x80", "\xE2\x81", "\xEF\xBB"};
    std::uint32_t end = span.end;
    while (end >= span.begin + 4) {
        const std::string_view tail = source.substr(end - 3, 3);
        const bool three = std::find(pairs.begin(), pairs.end(), tail.substr(0, 2)) != pairs.end();
        const bool two = tail.substr(1) == "\xD8\x9C" || tail.substr(1) == "\xC2\xAD";
        if (three && classify(utf8_char(tail, 0).code_point) == CharClass::punct && !is_continuation(tail[0])) {
            end -= 3;
        } else if (two) {
            end -= 2;
        } else {
            break;
        }
    }
    return end;
}

} // namespace yaqut::text
