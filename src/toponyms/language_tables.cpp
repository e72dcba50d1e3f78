// SPDX-License-Identifier: Apache-2.0
#include "toponyms/language_tables.hpp"

#include <string>

#include "lexicon/table.hpp"

namespace yaqut::toponyms {

namespace {

/// A language without weights of its own borrows the English ones, whose features have the same meaning.
std::string weights_of(Language language) {
    std::string name = std::string(to_string(language)) + "/toponym_weights";
    return lexicon::exists(name) ? name : "en/toponym_weights";
}

} // namespace

LanguageTables::LanguageTables(Language tables_of)
    : language(tables_of), words(tables_of), model(weights_of(tables_of)) {
    const std::string table = std::string(to_string(tables_of)) + "/toponym_home_countries";
    if (lexicon::exists(table)) {
        const lexicon::Table countries = lexicon::load(table);
        for (const lexicon::Row& row : countries.rows()) {
            home_countries.set(country_code(row["country"]));
        }
    }
}

const LanguageTables& language_tables(Language language) {
    static const LanguageTables arabic(Language::ar);
    static const LanguageTables english(Language::en);
    static const LanguageTables french(Language::fr);
    switch (language) {
    case Language::ar: return arabic;
    case Language::fr: return french;
    default: return english;
    }
}

Language language_for(const text::Document& document, Language language) {
    if (language != Language::other) {
        return language;
    }
    std::size_t arabic = 0;
    std::size_t latin = 0;
    for (const text::Token& token : document.tokens()) {
        arabic += token.script == text::Script::arabic ? 1 : 0;
        latin += token.script == text::Script::latin ? 1 : 0;
    }
    return arabic > latin ? Language::ar : Language::en;
}

} // namespace yaqut::toponyms
