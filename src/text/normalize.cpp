// SPDX-License-Identifier: Apache-2.0
#include "text/normalize.hpp"

#include <algorithm>

#include "text/document.hpp"
#include "text/normalizer.hpp"
#include "text/source_map.hpp"
#include "text/utf8.hpp"

namespace yaqut::text {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n'; }

} // namespace

NormalizedText normalize_strict(std::string_view utf8) {
    NormalizedText text;
    SourceMap map;
    text.key.resize(normalize_into(utf8, text.key, map));
    text.source_begin.reserve(text.key.size());
    for (std::size_t i = 0; i < text.key.size(); ++i) {
        text.source_begin.push_back(is_continuation(text.key[i]) ? text.source_begin.back()
                                                                 : map.source_of(text.key, i));
    }
    text.source_end.resize(text.key.size());
    auto end = static_cast<std::uint32_t>(utf8.size());
    for (std::size_t i = text.key.size(); i-- > 0;) {
        if (i + 1 < text.key.size() && text.source_begin[i + 1] != text.source_begin[i]) {
            end = text.source_begin[i + 1];
        }
        text.source_end[i] = end;
    }
    return text;
}

std::string strict_key(std::string_view utf8) {
    std::string key;
    SourceMap map;
    key.resize(normalize_into(utf8, key, map));
    if (!key.empty() && is_space(key.back())) {
        key.pop_back();
    }
    if (!key.empty() && is_space(key.front())) {
        key.erase(0, 1);
    }
    return key;
}

std::string loose_key(std::string_view utf8) {
    const Document document(utf8, Document::Parts::tokens);
    std::string key;
    for (const Token& token : document.tokens()) {
        if (token.kind == TokenKind::punct) {
            continue;
        }
        if (!key.empty()) {
            key += ' ';
        }
        key += document.loose(token);
    }
    return key;
}

} // namespace yaqut::text
