// SPDX-License-Identifier: Apache-2.0
#include "geocode/query.hpp"

#include <algorithm>

#include "gazetteer/key_words.hpp"
#include "gazetteer/name_keys.hpp"
#include "lexicon/table.hpp"
#include "text/key_hash.hpp"

namespace yaqut::geocode {

namespace {

constexpr std::size_t most_bytes = 1000; // longer cells hold no name
constexpr std::size_t most_words = 8;
constexpr std::size_t most_containers = 4;

/// Marks between a name and what it lies in. A hyphen counts when it stands free.
bool separates(const text::Document& document, std::size_t index) {
    const text::Token& token = document.token(index);
    if (token.kind != text::TokenKind::punct) {
        return false;
    }
    const std::string_view mark = document.strict(token);
    if (mark == "-") {
        return token.space_before && index + 1 < document.size() && document.token(index + 1).space_before;
    }
    return mark.size() == 1 && std::string_view(",;/|()[]").find(mark.front()) != std::string_view::npos;
}

/// The ranges between separators and line ends that hold a word.
std::vector<TokenRange> parts_of(const text::Document& document) {
    std::vector<TokenRange> parts;
    std::uint32_t begin = 0;
    bool words = false;
    const auto close = [&](std::uint32_t end) {
        if (words) {
            parts.push_back({begin, end});
        }
        words = false;
    };
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        if (separates(document, i)) {
            close(i);
            begin = i + 1;
            continue;
        }
        if (document.token(i).newline_before && i > begin) {
            close(i);
            begin = i;
        }
        words = words || document.token(i).kind != text::TokenKind::punct;
    }
    close(static_cast<std::uint32_t>(document.size()));
    return parts;
}

NameForm form_of(const text::Document& document, TokenRange range) {
    NameForm form;
    text::KeyHash fused;
    std::size_t words = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const text::Token& token = document.token(i);
        if (token.kind == text::TokenKind::punct) {
            continue;
        }
        if (++words > most_words) {
            return {};
        }
        form.phrase = words == 1 ? token.loose_hash : text::extend_phrase(form.phrase, token.loose_hash);
        form.strict = words == 1 ? token.strict_hash : text::extend_phrase(form.strict, token.strict_hash);
        form.loose.append(words == 1 ? 0 : 1, ' ').append(document.loose(token));
        fused.add(document.loose(token));
    }
    form.fused = fused.value();
    return form;
}

bool has_word(const text::Document& document, TokenRange range) {
    return std::any_of(document.tokens().begin() + range.begin, document.tokens().begin() + range.end,
                       [](const text::Token& token) { return token.kind != text::TokenKind::punct; });
}

} // namespace

QueryReader::QueryReader() {
    for (const char* name : {"ar/descriptors", "en/descriptors", "fr/descriptors"}) {
        const lexicon::Table table = lexicon::load(name);
        for (const lexicon::Row& row : table.rows()) {
            if (const auto feature = parse_feature_class(row["feature"])) {
                m_descriptors.add(row["word"], static_cast<std::uint32_t>(m_features.size()));
                m_features.push_back(*feature);
            }
        }
    }
}

NameForm QueryReader::form_of_loose(std::string_view loose) {
    NameForm form;
    form.loose = loose;
    form.phrase = gazetteer::phrase_of_loose(loose);
    form.fused = text::KeyHash::of(gazetteer::joined(loose));
    return form;
}

void QueryReader::add_forms(const text::Document& document, TokenRange name, Query& query) const {
    const auto add = [&](TokenRange range, std::span<const std::uint32_t> values) {
        NameForm form = has_word(document, range) ? form_of(document, range) : NameForm{};
        if (!form.loose.empty()) {
            form.descriptor = values.empty() ? std::nullopt : std::optional(m_features[values.front()]);
            query.forms.push_back(std::move(form));
        }
    };
    add(name, {});
    if (const auto front = m_descriptors.longest(document, name.begin, name.end)) {
        add({name.begin + front->token_count, name.end}, front->values);
    }
    constexpr std::uint32_t longest_descriptor = 3;
    const std::uint32_t first = name.end - std::min(longest_descriptor, name.end - name.begin - 1);
    for (std::uint32_t i = first; i < name.end; ++i) {
        const auto back = m_descriptors.longest(document, i, name.end);
        if (back && i + back->token_count == name.end) {
            add({name.begin, i}, back->values);
            return;
        }
    }
}

Query QueryReader::read(std::string_view text) const {
    Query query;
    if (text.empty() || text.size() > most_bytes) {
        return query;
    }
    const text::Document document(text, text::Document::Parts::tokens);
    const std::vector<TokenRange> parts = parts_of(document);
    if (parts.empty()) {
        return query;
    }
    add_forms(document, parts.front(), query);
    for (std::size_t i = std::min(parts.size() - 1, most_containers); i > 0; --i) {
        query.containers.emplace_back(document.source(document.span_of(parts[i])));
    }
    return query;
}

} // namespace yaqut::geocode
