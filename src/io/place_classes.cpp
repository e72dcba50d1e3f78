// SPDX-License-Identifier: Apache-2.0
#include "io/place_classes.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "lexicon/table.hpp"
#include "text/normalize.hpp"

namespace yaqut::io {

namespace {

std::string key_of(std::string_view word) {
    std::string spaced(trim(word));
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    return text::loose_key(spaced);
}

} // namespace

PlaceClasses::PlaceClasses() {
    for (auto i = static_cast<int>(FeatureClass::country); i <= static_cast<int>(FeatureClass::other); ++i) {
        const auto feature = static_cast<FeatureClass>(i);
        add(to_string(feature), feature);
    }
    const lexicon::Table codes = lexicon::load("geonames_features");
    for (const lexicon::Row& row : codes.rows()) {
        const std::string_view code = row["code"]; // P.PPLA, or P alone
        if (const auto feature = parse_feature_class(row["class"])) {
            const std::string_view bare = code.substr(code.find('.') + 1);
            add(code.size() == 1 ? std::string(code) + '.' : std::string(bare), *feature,
                code.size() == 1 ? std::string_view() : bare);
        }
    }
    const lexicon::Table words = lexicon::load("place_classes");
    for (const lexicon::Row& row : words.rows()) {
        const auto feature = parse_feature_class(row["class"]);
        if (!feature) {
            throw TableError(words.name(), "unknown class in line " + std::to_string(row.line()));
        }
        for (const std::string_view word : row.list("word")) {
            add(word, *feature, row["system"] == "geonames" ? word : std::string_view());
        }
    }
    for (const char* language : {"ar", "en", "fr"}) {
        const lexicon::Table descriptors = lexicon::load(std::string(language) + "/descriptors");
        for (const lexicon::Row& row : descriptors.rows()) {
            if (const auto feature = parse_feature_class(row["feature"])) {
                add(row["word"], *feature);
            }
        }
    }
}

void PlaceClasses::add(std::string_view word, FeatureClass feature, std::string_view code) {
    m_words.try_emplace(key_of(word), Meaning{feature, code});
}

std::optional<PlaceClasses::Meaning> PlaceClasses::find(std::string_view word) const {
    std::string_view rest = trim(word);
    if (const auto found = m_words.find(key_of(rest)); found != m_words.end()) {
        return found->second;
    }
    if (rest.size() == 1) { // the letter of a GeoNames class
        const auto found = m_words.find(key_of(std::string(rest) + '.'));
        return found == m_words.end() ? std::nullopt : std::optional{found->second};
    }
    if (rest.size() > 2 && rest[1] == '.') { // P.PPL
        const auto code = m_words.find(key_of(rest.substr(2)));
        const auto found = code == m_words.end() ? m_words.find(key_of(rest.substr(0, 2))) : code;
        return found == m_words.end() ? std::nullopt : std::optional{found->second};
    }
    return std::nullopt;
}

} // namespace yaqut::io
