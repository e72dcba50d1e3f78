// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::events {

/// What the letters of a form say. Combined as bits.
enum class FormFlag : std::uint16_t {
    none = 0,
    verb = 1U << 0,
    noun = 1U << 1,
    past = 1U << 2,
    present = 1U << 3,
    future = 1U << 4,  ///< سيفعل
    purpose = 1U << 5, ///< ليفعل: in order to
    marked = 1U << 6, ///< ending or prefix that only a verb has (قتلوا); a bare form may be a verbal noun (قتل)
    plural = 1U << 7,
    dual = 1U << 8,
    definite = 1U << 9,   ///< with the article
    possessed = 1U << 10, ///< with a pronoun: his visit; for verbs with an object pronoun
    with_ba = 1U << 11,
    with_lam = 1U << 12,
    participle = 1U << 13, ///< English -ing, French -ant
};

[[nodiscard]] constexpr FormFlag operator|(FormFlag a, FormFlag b) {
    return static_cast<FormFlag>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b));
}
[[nodiscard]] constexpr bool has_flag(FormFlag set, FormFlag flag) {
    return (static_cast<std::uint16_t>(set) & static_cast<std::uint16_t>(flag)) != 0;
}

struct WordForm {
    std::string text;
    FormFlag flags = FormFlag::none;

    friend bool operator==(const WordForm&, const WordForm&) = default;
};

using Words = std::vector<std::string_view>;

/// Forms of an Arabic verb: past with person endings and object pronouns, present with prefixes and endings, future
/// with س, purpose with ل. `past` is the third person masculine, `stem` the present without its prefix (may be
/// empty), `extra` further forms as they are. Without و and ف, which readers take off. May hold a form twice.
[[nodiscard]] std::vector<WordForm> arabic_verb_forms(std::string_view past, std::string_view stem, const Words& extra);

/// Forms of an Arabic noun: the singular, `plurals` and `extra` with article, ب ل ك, pronouns and the accusative ا.
[[nodiscard]] std::vector<WordForm> arabic_noun_forms(std::string_view singular, const Words& plurals,
                                                      const Words& extra);

/// English: base, -s, -ed, -ing by the spelling rules; `extra` are irregular pasts.
[[nodiscard]] std::vector<WordForm> english_verb_forms(std::string_view base, const Words& extra);
[[nodiscard]] std::vector<WordForm> english_noun_forms(std::string_view singular, const Words& plurals);

/// French: a verb in -er by rule, any other from `participle` and `extra`; participles with gender and number.
[[nodiscard]] std::vector<WordForm> french_verb_forms(std::string_view infinitive, std::string_view participle,
                                                      const Words& extra);
[[nodiscard]] std::vector<WordForm> french_noun_forms(std::string_view singular, const Words& plurals);

} // namespace yaqut::events
