// SPDX-License-Identifier: Apache-2.0
#include "use_priors.hpp"

#include <array>

#include "toponyms/use_features.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

std::uint32_t row_of(UseSlot slot, std::size_t value) {
    return use_slot_begin.at(static_cast<std::size_t>(slot)) + static_cast<std::uint32_t>(value);
}

/// Features whose values are numbers: see where they are made for what the numbers mean.
void add_chains_and_shapes(std::vector<Prior>& priors) {
    constexpr std::size_t org_values = 10;
    constexpr std::size_t org_kinds = 8;
    for (std::size_t value = 0; value < org_kinds * org_values; value += 2) {
        priors.push_back({row_of(UseSlot::org_chain, value), ToponymUse::org, 0.7F});
    }
    priors.push_back({row_of(UseSlot::org_chain, 0), ToponymUse::org, 1.8F}); // ثوار طرابلس
    for (const std::size_t depth : {2U, 4U, 6U}) {
        priors.push_back({row_of(UseSlot::org_depth, depth), ToponymUse::org, 1.5F});
    }
    for (const std::size_t with_ba : {2U, 3U}) { // بطبرق، وبطبرق
        priors.push_back({row_of(UseSlot::clitic, with_ba), ToponymUse::location, 1.0F});
    }
    // Powers: countries, capitals and seats of government, by the preposition before them.
    constexpr std::size_t governors = 9;
    for (std::size_t kind = 0; kind < 3; ++kind) {
        constexpr std::array<float, 3> weights{0.5F, 1.0F, 3.0F};
        const float weight = weights.at(kind);
        constexpr std::size_t shapes = 5;
        for (const std::size_t verb : {1U, 2U, 3U}) { // تتوقع القاهرة
            priors.push_back({row_of(UseSlot::power_before, kind * shapes + verb), ToponymUse::metonym, 1.0F});
        }
        for (const std::size_t none_between_with :
             {std::size_t{0}, 1 + static_cast<std::size_t>(Cue::between), 1 + static_cast<std::size_t>(Cue::with)}) {
            priors.push_back(
                {row_of(UseSlot::power_governor, kind * governors + none_between_with), ToponymUse::metonym, weight});
        }
        priors.push_back({row_of(UseSlot::power_governor, kind * governors + 1), ToponymUse::location, 1.0F});
    }
    constexpr std::size_t lam = 8; // جيش لليبيا
    priors.push_back({row_of(UseSlot::power_governor, lam), ToponymUse::location, 5.0F});
    constexpr std::size_t club = static_cast<std::size_t>(Cue::club) - static_cast<std::size_t>(Cue::armed);
    priors.push_back({row_of(UseSlot::org_chain, club * org_values), ToponymUse::org, 2.0F});
    for (const Cue head : {Cue::education, Cue::business}) { // جامعة دمشق، بنك مصر
        const std::size_t kind = static_cast<std::size_t>(head) - static_cast<std::size_t>(Cue::armed);
        priors.push_back({row_of(UseSlot::org_chain, kind * org_values), ToponymUse::org, 1.5F});
    }
    constexpr std::size_t in_home = 1 * 4 + 1; // governed by "in", in a country of the language, unambiguous
    priors.push_back({row_of(UseSlot::home_governor, in_home), ToponymUse::location, 2.0F});
    priors.push_back({row_of(UseSlot::home_governor, in_home), ToponymUse::other, -1.0F});
    constexpr std::size_t title_distances = 4;
    for (const std::size_t kind : {0U, 2U, 3U, 4U, 5U, 6U, 8U}) { // titles but posts, given names, "son of"
        priors.push_back({row_of(UseSlot::title_chain, kind * title_distances), ToponymUse::person, 1.0F});
        priors.push_back({row_of(UseSlot::title_chain, kind * title_distances + 1), ToponymUse::person, 0.5F});
    }
    for (const std::size_t kind : {0U, 1U}) { // أمير قطر، سفير فرنسا
        priors.push_back({row_of(UseSlot::title_power, kind * title_distances + 1), ToponymUse::metonym, 1.5F});
    }
    priors.push_back({row_of(UseSlot::named_elsewhere, 1), ToponymUse::person, 2.0F});
    constexpr std::size_t behind_head = 2 + 2 * 2; // goes on with لل، and an organisation's head is before it
    for (const std::size_t goes_on : {behind_head, behind_head + 1}) {
        priors.push_back({row_of(UseSlot::goes_on, goes_on), ToponymUse::org, 2.0F}); // معهد دبي للتصميم
    }
    priors.push_back({row_of(UseSlot::dateline, 1), ToponymUse::source, 7.0F});
    priors.push_back({row_of(UseSlot::verb_after, 1), ToponymUse::metonym, 1.5F});
    priors.push_back({row_of(UseSlot::verb_after, 3), ToponymUse::metonym, 3.0F});
    priors.push_back({row_of(UseSlot::verb_after, 2), ToponymUse::location, 1.5F});
    priors.push_back({row_of(UseSlot::states_list, 1), ToponymUse::metonym, 3.0F});
    for (const std::size_t shape : {20U, 22U, 28U, 30U}) { // two or three words with the article, not in a tweet
        priors.push_back({row_of(UseSlot::unknown_shape, shape), ToponymUse::location, 2.0F});
    }
    priors.push_back({row_of(UseSlot::after_offset, 1), ToponymUse::location, 3.0F});
    priors.push_back({row_of(UseSlot::demonym, 2), ToponymUse::demonym, 2.0F});
    priors.push_back({row_of(UseSlot::ambiguous, 1), ToponymUse::other, 1.0F});
}

} // namespace

std::vector<Prior> priors_of_grammar() {
    std::vector<Prior> priors;
    const auto cue = [&priors](UseSlot slot, Cue value, ToponymUse use, float weight) {
        priors.push_back({row_of(slot, static_cast<std::size_t>(value)), use, weight});
    };
    cue(UseSlot::own_cue, Cue::outlet, ToponymUse::source, 2.5F);
    cue(UseSlot::own_cue, Cue::agency, ToponymUse::source, 2.5F);
    cue(UseSlot::before1_cue, Cue::reporter, ToponymUse::source, 1.5F);
    cue(UseSlot::before1_cue, Cue::marker, ToponymUse::source, 1.0F);
    cue(UseSlot::before1_cue, Cue::press, ToponymUse::source, 1.0F);
    for (const Cue verb : {Cue::statement, Cue::support, Cue::post}) {
        cue(UseSlot::before1_cue, verb, ToponymUse::metonym, 1.5F);
    }
    cue(UseSlot::before1_cue, Cue::between, ToponymUse::metonym, 0.7F);
    cue(UseSlot::after1_cue, Cue::statement, ToponymUse::metonym, 1.5F);
    cue(UseSlot::after2_cue, Cue::statement, ToponymUse::metonym, 1.0F);
    for (const Cue locative : {Cue::in, Cue::near, Cue::witness, Cue::direction}) {
        cue(UseSlot::before1_cue, locative, ToponymUse::location, 1.0F);
    }
    cue(UseSlot::before1_cue, Cue::witness, ToponymUse::location, 1.0F); // besides the one above
    cue(UseSlot::before1_cue, Cue::witness, ToponymUse::other, -1.0F);
    cue(UseSlot::before1_cue, Cue::witness, ToponymUse::metonym, -2.0F);
    for (const Cue verb : {Cue::arrive, Cue::leave}) {
        cue(UseSlot::before1_cue, verb, ToponymUse::location, 3.0F); // زار القاهرة
        cue(UseSlot::before1_cue, verb, ToponymUse::metonym, -3.0F);
        cue(UseSlot::before2_cue, verb, ToponymUse::location, 1.5F); // زار الوزير القاهرة
        cue(UseSlot::before2_cue, verb, ToponymUse::metonym, -1.5F);
    }
    for (const Cue site : {Cue::base, Cue::airport, Cue::port, Cue::camp, Cue::crossing}) {
        cue(UseSlot::unknown_cue, site, ToponymUse::location, 2.5F);
        cue(UseSlot::unknown_cue, site, ToponymUse::other, -1.0F);
    }
    for (auto descriptor = static_cast<std::size_t>(Cue::settlement);
         descriptor <= static_cast<std::size_t>(Cue::building); ++descriptor) {
        const float weight = descriptor == static_cast<std::size_t>(Cue::area) ? 3.0F : 1.0F;
        priors.push_back({row_of(UseSlot::unknown_ordinary, descriptor), ToponymUse::other, weight});
    }
    priors.push_back({row_of(UseSlot::ordinary, 1), ToponymUse::other, 1.0F});
    priors.push_back({row_of(UseSlot::ordinary, 2), ToponymUse::other, 3.0F});
    for (const std::size_t written_with_more : {2U, 3U}) {
        priors.push_back({row_of(UseSlot::ha_for_ta, written_with_more), ToponymUse::other, 2.0F});
    }
    cue(UseSlot::own_cue, Cue::club, ToponymUse::org, 2.0F);
    cue(UseSlot::own_cue, Cue::territory, ToponymUse::other, 4.0F); // المدينة
    cue(UseSlot::own_cue, Cue::joiner, ToponymUse::other, 3.0F);    // بن
    cue(UseSlot::before1_cue, Cue::territory, ToponymUse::location, 1.0F);
    cue(UseSlot::before2_cue, Cue::territory, ToponymUse::location, 1.0F); // الحدود مع تونس
    cue(UseSlot::own_cue, Cue::seat, ToponymUse::metonym, 2.0F);
    cue(UseSlot::own_cue, Cue::education, ToponymUse::org, 2.0F); // جامعة بيركلي, a name of the gazetteer
    add_chains_and_shapes(priors);
    return priors;
}

} // namespace yaqut::training
