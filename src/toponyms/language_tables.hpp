// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language.hpp"
#include "text/document.hpp"
#include "toponyms/country_code.hpp"
#include "toponyms/cue_words.hpp"
#include "toponyms/use_model.hpp"

namespace yaqut::toponyms {

/// What the recognizer and the resolver know of one language.
struct LanguageTables {
    Language language;
    CueWords words;
    UseModel model;
    CountrySet home_countries; ///< whose small places are named as a matter of course

    explicit LanguageTables(Language tables_of);
};

/// The tables of a language, read once for the whole program.
[[nodiscard]] const LanguageTables& language_tables(Language language);

/// `language`, or for Language::other the language whose tables fit the document's letters.
[[nodiscard]] Language language_for(const text::Document& document, Language language);

} // namespace yaqut::toponyms
