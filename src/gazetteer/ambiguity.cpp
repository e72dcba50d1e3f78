// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/ambiguity.hpp"

#include <algorithm>

#include "gazetteer/line_reader.hpp"
#include "gazetteer/table_rows.hpp"
#include "text/utf8.hpp"

namespace yaqut::gazetteer {

namespace {

/// Letters of a loose key, without the Arabic article.
std::size_t letters_of(const NameKeys& name) {
    constexpr std::string_view arabic_article = "\xD8\xA7\xD9\x84"; // ال
    std::string_view key = name.loose;
    if (name.script == text::Script::arabic && key.starts_with(arabic_article)) {
        key.remove_prefix(arabic_article.size());
    }
    return static_cast<std::size_t>(
        std::count_if(key.begin(), key.end(), [](char c) { return c != ' ' && !text::is_continuation(c); }));
}

} // namespace

void AmbiguityRule::add(const FileView& base, Terms& terms) {
    for (const format::AmbiguousRecord& record : base.ambiguous) {
        m_reasons.emplace(record.hash, terms.number(base.term(record.reason)));
    }
}

void AmbiguityRule::add(const AmbiguityFiles& files, Terms& terms) {
    if (!files.names.empty()) {
        TableRows rows(files.names, {"name", "why"});
        while (rows.next()) {
            const NameKeys keys = keys_of(rows.cell("name"));
            if (keys.usable()) {
                m_reasons.insert_or_assign(keys.phrase, terms.number(rows.cell("why")));
            }
        }
    }
    if (!files.never.empty()) {
        LineReader lines(files.never);
        while (const auto line = lines.next()) {
            for (std::size_t begin = 0; begin <= line->size() && !line->starts_with('#');) {
                const std::size_t end = std::min(line->find('|', begin), line->size());
                add_never(line->substr(begin, end - begin));
                begin = end + 1;
            }
        }
    }
}

void AmbiguityRule::add_never(std::string_view name) {
    if (const NameKeys keys = keys_of(name); keys.usable()) {
        m_reasons.emplace(keys.phrase, 0); // what the list of ambiguous names has stays
    }
}

bool AmbiguityRule::is_ambiguous(const NameKeys& name, NameKind kind, FeatureClass feature, float importance) const {
    if (feature == FeatureClass::country && kind != NameKind::demonym) {
        return false;
    }
    if (const auto found = m_reasons.find(name.phrase); found != m_reasons.end()) {
        return found->second != 0;
    }
    constexpr std::size_t short_name = 3;
    constexpr float well_known = 0.62F;
    return kind != NameKind::demonym && importance < well_known && letters_of(name) <= short_name;
}

std::vector<format::AmbiguousRecord> AmbiguityRule::records() const {
    std::vector<format::AmbiguousRecord> records;
    for (const auto& [hash, reason] : m_reasons) {
        records.push_back({hash, reason, 0});
    }
    return records;
}

} // namespace yaqut::gazetteer
