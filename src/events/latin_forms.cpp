// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "events/word_forms.hpp"

namespace yaqut::events {

namespace {

using namespace std::string_view_literals;
using enum FormFlag;

bool is_vowel(char letter) { return "aeiou"sv.find(letter) != std::string_view::npos; }

/// plan -> plann(ed): one short vowel before one last consonant, in words of one syllable.
bool doubles_last(std::string_view base) {
    if (base.size() < 3 || base.size() > 4 || std::count_if(base.begin(), base.end(), is_vowel) != 1) {
        return false;
    }
    const char last = base.back();
    return !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && is_vowel(base[base.size() - 2]) &&
           !is_vowel(base[base.size() - 3]);
}

bool consonant_y(std::string_view base) {
    return base.size() > 2 && base.ends_with('y') && !is_vowel(base[base.size() - 2]);
}

std::string with_s(std::string_view base) {
    if (consonant_y(base)) {
        return std::string(base.substr(0, base.size() - 1)) + "ies";
    }
    const bool hissing = base.ends_with('s') || base.ends_with('x') || base.ends_with("sh"sv) || base.ends_with("ch"sv);
    return std::string(base) + (hissing ? "es" : "s");
}

} // namespace

std::vector<WordForm> english_verb_forms(std::string_view base, const Words& extra) {
    std::string stem(base);
    if (doubles_last(base)) {
        stem += base.back();
    }
    const bool silent_e = base.ends_with('e') && !base.ends_with("ee"sv);
    const std::string cut = silent_e ? stem.substr(0, stem.size() - 1) : stem;
    std::vector<WordForm> forms{
        {std::string(base), verb | present}, {with_s(base), verb | present}, {cut + "ing", verb | participle | marked}};
    if (extra.empty()) {
        const bool ies = consonant_y(base);
        const std::string root = ies ? std::string(base.substr(0, base.size() - 1)) + "i" : cut;
        forms.push_back({(base.ends_with("ee"sv) ? stem + "d" : root + "ed"), verb | past | marked});
    }
    for (const std::string_view form : extra) {
        forms.push_back({std::string(form), verb | past | marked});
    }
    return forms;
}

std::vector<WordForm> english_noun_forms(std::string_view singular, const Words& plurals) {
    std::vector<WordForm> forms{{std::string(singular), noun}};
    if (plurals.empty()) {
        forms.push_back({with_s(singular), noun | plural});
    }
    for (const std::string_view form : plurals) {
        forms.push_back({std::string(form), noun | plural});
    }
    return forms;
}

namespace {

/// parler: parle, parlent, parlera, parla, parlait, parlant ...
void add_first_group(std::vector<WordForm>& forms, std::string_view infinitive) {
    const std::string root(infinitive.substr(0, infinitive.size() - 2));
    for (const std::string_view ending : {"e"sv, "ent"sv}) {
        forms.push_back({root + std::string(ending), verb | present});
    }
    for (const std::string_view ending : {"era"sv, "eront"sv}) {
        forms.push_back({root + std::string(ending), verb | future | marked});
    }
    const std::string soft = root.ends_with('g') ? root + "e" : root;
    for (const std::string_view ending : {"a"sv, "ait"sv, "aient"sv}) {
        forms.push_back({soft + std::string(ending), verb | past | marked});
    }
    forms.push_back({root + "èrent", verb | past | marked});
    forms.push_back({soft + "ant", verb | participle | marked});
}

/// rendre: rend, rendent, rendra; finir: finira.
void add_other_groups(std::vector<WordForm>& forms, std::string_view infinitive) {
    const bool drops_e = infinitive.ends_with("re"sv);
    if (drops_e) {
        const std::string root(infinitive.substr(0, infinitive.size() - 2));
        forms.push_back({root, verb | present});
        forms.push_back({root + "ent", verb | present});
    }
    if (drops_e || infinitive.ends_with("ir"sv)) {
        const std::string root(infinitive.substr(0, infinitive.size() - (drops_e ? 1 : 0)));
        forms.push_back({root + "a", verb | future | marked});
        forms.push_back({root + "ont", verb | future | marked});
    }
}

} // namespace

std::vector<WordForm> french_verb_forms(std::string_view infinitive, std::string_view participle_form,
                                        const Words& extra) {
    std::vector<WordForm> forms{{std::string(infinitive), verb}};
    std::string participle_stem(participle_form);
    if (infinitive.ends_with("er"sv)) {
        add_first_group(forms, infinitive);
        if (participle_stem.empty()) {
            participle_stem = std::string(infinitive.substr(0, infinitive.size() - 2)) + "é";
        }
    } else {
        add_other_groups(forms, infinitive);
    }
    if (!participle_stem.empty()) {
        for (const std::string_view ending : {""sv, "e"sv, "s"sv, "es"sv}) {
            forms.push_back({participle_stem + std::string(ending), verb | past | marked});
        }
    }
    for (const std::string_view form : extra) {
        forms.push_back({std::string(form), verb | past | marked});
    }
    return forms;
}

std::vector<WordForm> french_noun_forms(std::string_view singular, const Words& plurals) {
    std::vector<WordForm> forms{{std::string(singular), noun}};
    if (plurals.empty()) {
        forms.push_back({std::string(singular) + (singular.ends_with('s') ? "" : "s"), noun | plural});
    }
    for (const std::string_view form : plurals) {
        forms.push_back({std::string(form), noun | plural});
    }
    return forms;
}

} // namespace yaqut::events
