// SPDX-License-Identifier: Apache-2.0
#include "io/grapheme_cut.hpp"

#include <unicode/brkiter.h>
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

std::string_view GraphemeCutter::cut(std::string_view utf8, std::size_t max_bytes) {
    if (utf8.size() <= max_bytes) {
        return utf8;
    }
    // What comes long after the cut does not matter to it: a hostile text of megabytes is looked at no further.
    const std::string_view looked_at = utf8.substr(0, max_bytes + 256);
    UErrorCode status = U_ZERO_ERROR;
    UText* text = utext_openUTF8(nullptr, looked_at.data(), static_cast<std::int64_t>(looked_at.size()), &status);
    m_breaks->iterator->setText(text, status);
    const std::int32_t end =
        U_FAILURE(status) ? 0 : m_breaks->iterator->preceding(static_cast<std::int32_t>(max_bytes + 1));
    utext_close(text);
    if (end > 0) {
        return utf8.substr(0, static_cast<std::size_t>(end));
    }
    while (max_bytes > 0 && text::is_continuation(utf8[max_bytes])) {
        --max_bytes;
    }
    return utf8.substr(0, max_bytes);
}

} // namespace yaqut::io
