// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "events/word_forms.hpp"

namespace yaqut::events {

namespace {

using namespace std::string_view_literals;
using enum FormFlag;

constexpr std::array object_pronouns{"ه"sv, "ها"sv, "هم"sv, "هما"sv, "هن"sv};
constexpr std::array noun_pronouns{"ه"sv, "ها"sv, "هم"sv, "هما"sv, "نا"sv};
constexpr FormFlag past_form = verb | past;
constexpr FormFlag present_form = verb | present | marked;

/// Collects forms of one word.
class Forms {
  public:
    void add(FormFlag flags, std::string_view a, std::string_view b = {}, std::string_view c = {},
             std::string_view d = {}) {
        WordForm form;
        form.text.reserve(a.size() + b.size() + c.size() + d.size());
        form.text.append(a).append(b).append(c).append(d);
        form.flags = flags;
        m_forms.push_back(std::move(form));
    }
    [[nodiscard]] std::vector<WordForm> take() { return std::move(m_forms); }

  private:
    std::vector<WordForm> m_forms;
};

std::string_view without_last(std::string_view word) {
    std::size_t size = word.size();
    do {
        --size;
    } while (size > 0 && (static_cast<unsigned char>(word[size]) & 0xC0U) == 0x80U);
    return word.substr(0, size);
}

/// Pasts that end in a weak letter (استولى, دعا) drop it before ت and وا and turn it to ا before a pronoun.
void add_past(Forms& forms, std::string_view past_word) {
    const bool weak = past_word.ends_with("ى"sv) || past_word.ends_with("ا"sv);
    const std::string_view root = weak ? without_last(past_word) : past_word;
    forms.add(past_form, past_word);
    for (const std::string_view ending : {"ت"sv, "وا"sv, "تا"sv}) {
        forms.add(past_form | marked, root, ending);
    }
    if (weak) {
        forms.add(past_form | marked, root, "ي"sv);
        forms.add(past_form | marked, root, "يت"sv);
    } else {
        forms.add(past_form | marked, root, "ا"sv);
        forms.add(past_form | marked, root, "نا"sv);
    }
    constexpr std::string_view alef = "ا";
    // هاجم -> هوجم; ووصل would be "and he arrived"
    if (past_word.size() == 8 && past_word.substr(2, 2) == alef && !past_word.starts_with("و"sv)) {
        const std::string passive = std::string(past_word.substr(0, 2)) + "و" + std::string(past_word.substr(4));
        for (const std::string_view ending : {""sv, "ت"sv, "وا"sv}) {
            forms.add(past_form | marked, passive, ending);
        }
    }
    for (const std::string_view pronoun : object_pronouns) {
        forms.add(past_form | possessed, root, weak ? "ا"sv : ""sv, pronoun);
        forms.add(past_form | marked | possessed, root, "ت"sv, pronoun);
        forms.add(past_form | marked | possessed, root, "و"sv, pronoun);
    }
}

void add_present(Forms& forms, std::string_view stem) {
    const bool weak = stem.ends_with("ي"sv) || stem.ends_with("و"sv) || stem.ends_with("ى"sv);
    const std::string_view root = weak ? without_last(stem) : stem;
    constexpr std::array<std::pair<std::string_view, FormFlag>, 3> leads{
        {{""sv, present_form}, {"س"sv, verb | future | marked}, {"ل"sv, verb | purpose | marked}}};
    for (const auto& [lead, flags] : leads) {
        for (const std::string_view person : {"ي"sv, "ت"sv}) { // what we do or will do is not news
            forms.add(flags, lead, person, stem);
            if (weak && lead.empty()) {
                forms.add(flags, person, root); // after لم: يلتق
            }
            for (const std::string_view ending : {"ون"sv, "وا"sv, "ان"sv}) {
                forms.add(flags, lead, person, root, ending);
            }
            for (const std::string_view pronoun : object_pronouns) {
                forms.add(flags | possessed, lead, person, stem, pronoun);
            }
        }
    }
}

constexpr std::string_view ta_marbuta = "ة";

void add_bare_noun(Forms& forms, std::string_view base, FormFlag flags) {
    constexpr std::array<std::pair<std::string_view, FormFlag>, 8> leads{{{""sv, none},
                                                                          {"ال"sv, definite},
                                                                          {"ب"sv, with_ba},
                                                                          {"بال"sv, with_ba | definite},
                                                                          {"ل"sv, with_lam},
                                                                          {"لل"sv, with_lam | definite},
                                                                          {"ك"sv, none},
                                                                          {"كال"sv, definite}}};
    for (const auto& [lead, more] : leads) {
        forms.add(noun | flags | more, lead, base);
    }
}

void add_possessed(Forms& forms, std::string_view root, std::string_view joint, FormFlag flags) {
    for (const std::string_view pronoun : noun_pronouns) {
        forms.add(noun | flags | possessed, root, joint, pronoun);
        forms.add(noun | flags | possessed | with_ba, "ب"sv, root, joint, pronoun);
        forms.add(noun | flags | possessed | with_lam, "ل"sv, root, joint, pronoun);
    }
}

void add_noun(Forms& forms, std::string_view base, FormFlag flags, bool sound_plural) {
    add_bare_noun(forms, base, flags);
    const bool feminine = base.ends_with(ta_marbuta);
    const std::string_view root = feminine ? without_last(base) : base;
    const bool accusative = !feminine && !sound_plural && !base.ends_with("ا"sv) && !base.ends_with("ى"sv) &&
                            !base.ends_with("ين"sv) && !base.ends_with("ون"sv);
    if (accusative) {
        forms.add(noun | flags, base, "ا"sv);
    }
    const std::string_view joint = feminine ? "ت"sv : ""sv;
    add_possessed(forms, root, joint, flags);
    if (base.ends_with("اء"sv)) { // لقائه, لقاؤه: the hamza is written by its vowel
        const std::string_view cut = without_last(base);
        add_possessed(forms, cut, "ئ"sv, flags);
        add_possessed(forms, cut, "ؤ"sv, flags);
    }
}

bool is_dual_of(std::string_view form, std::string_view singular) {
    const bool feminine = singular.ends_with(ta_marbuta);
    const std::string root = std::string(feminine ? without_last(singular) : singular) + (feminine ? "ت" : "");
    return form == root + "ين" || form == root + "ان";
}

} // namespace

std::vector<WordForm> arabic_verb_forms(std::string_view past, std::string_view stem, const Words& extra) {
    Forms forms;
    add_past(forms, past);
    if (!stem.empty()) {
        add_present(forms, stem);
    }
    for (const std::string_view form : extra) {
        const bool imperfect = form.starts_with("ي"sv) || form.starts_with("ت"sv);
        forms.add(imperfect ? present_form : past_form | marked, form);
    }
    return forms.take();
}

std::vector<WordForm> arabic_noun_forms(std::string_view singular, const Words& plurals, const Words& extra) {
    Forms forms;
    add_noun(forms, singular, none, false);
    for (const std::string_view form : plurals) {
        add_noun(forms, form, FormFlag::plural, form.ends_with("ات"sv));
    }
    for (const std::string_view form : extra) {
        add_bare_noun(forms, form, is_dual_of(form, singular) ? dual : none);
    }
    return forms.take();
}

} // namespace yaqut::events
