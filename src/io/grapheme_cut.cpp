// SPDX-License-Identifier: Apache-2.0
#include "io/grapheme_cut.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "core/error.hpp"
#include "text/utf8.hpp"

namespace yaqut::io {

struct GraphemeCutter::Breaks {
    std::unique_ptr<icu::BreakIterator> iterator;
};

GraphemeCutter::GraphemeCutter() : m_breaks(std::make_unique<Breaks>()) {
    UErrorCode status = U_ZERO_ERROR;
    m_breaks->iterator.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) {
        throw Error(std::string("ICU has no rules for characters: ") + u_errorName(status));
    }
}

GraphemeCutter::~GraphemeCutter() = default;

namespace {

/// Characters that join no other: between two of them a text may be cut.
bool stands_alone(char32_t c) {
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_OTHER;
}

/// Where the character begins that the byte belongs to.
std::size_t begin_of(std::string_view utf8, std::size_t byte) {
    while (byte > 0 && text::is_continuation(utf8[byte])) {
        --byte;
    }
    return byte;
}

} // namespace

std::string_view GraphemeCutter::cut(std::string_view utf8, std::size_t max_bytes) {
    if (utf8.size() <= max_bytes) {
        return utf8;
    }
    const std::size_t last = begin_of(utf8, max_bytes);
    if (last > 0 && stands_alone(text::utf8_char(utf8, last).code_point) &&
        stands_alone(text::utf8_char(utf8, begin_of(utf8, last - 1)).code_point)) {
        return utf8.substr(0, last);
    }
    // What comes long after the cut does not matter to it: a hostile text of megabytes is looked at no further.
    const std::string_view looked_at = utf8.substr(0, max_bytes + 256);
    UErrorCode status = U_ZERO_ERROR;
    UText* text = utext_openUTF8(nullptr, looked_at.data(), static_cast<std::int64_t>(looked_at.size()), &status);
    m_breaks->iterator->setText(text, status);
    std::int32_t end = U_FAILURE(status) ? 0 : static_cast<std::int32_t>(last);
    if (end > 0 && m_breaks->iterator->isBoundary(end) == 0) {
        end = m_breaks->iterator->preceding(end);
    }
    utext_close(text);
    if (end > 0) {
        return utf8.substr(0, static_cast<std::size_t>(end));
    }
    return utf8.substr(0, last);
}

} // namespace yaqut::io
