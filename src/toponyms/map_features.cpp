// SPDX-License-Identifier: Apache-2.0
#include "toponyms/map_features.hpp"

#include <algorithm>
#include <cmath>

#include "toponyms/use_features.hpp"

namespace yaqut::toponyms {

using namespace std::string_view_literals;

// clang-format off
const std::array<std::string_view, map_slot_count> map_slot_names{
    "bias"sv, "location"sv, "metonym"sv, "organisation"sv, "no name"sv, "nationality"sv, "place"sv, "rival"sv,
    "feature"sv, "descriptor"sv, "match"sv, "name kind"sv, "fallback"sv, "cue"sv, "cue group"sv, "ambiguous"sv,
    "importance"sv, "small"sv, "level"sv, "repeated"sv, "standing"sv, "ground"sv, "words"sv, "nil"sv, "called"sv,
    "named"sv, "located"sv, "unnamed"sv, "neighbour"sv, "land"sv, "part"sv};
// clang-format on

namespace {

/// How many of the steps the value reaches.
template <std::size_t Count> std::size_t step(float value, const std::array<float, Count>& steps) {
    return static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end(), value) - steps.begin());
}

constexpr std::array sure{.6F, .7F, .8F, .87F, .92F, .95F, .97F, .98F, .99F, .995F, .998F};
constexpr std::array unlikely{.002F, .005F, .01F, .02F, .04F, .08F, .15F, .3F};

class Finder {
  public:
    Finder(const MapView& view, MapFeatures& out)
        : m_view(view), m_toponym(view.toponym), m_mention(view.toponym.mention), m_group(view.group), m_out(out) {
        if (m_group != nullptr && m_toponym.place && !m_toponym.is_fallback) {
            const auto& choices = m_group->choices;
            const auto chosen = std::find_if(choices.begin(), choices.end(), [&](const PlaceChoice& c) {
                return c.place.index == m_toponym.place->index;
            });
            m_choice = chosen == choices.end() ? nullptr : &*chosen;
        }
        m_feature = m_toponym.place ? m_toponym.place->feature : FeatureClass::other;
        m_kind = place_group(m_feature);
    }

    void run() {
        add(MapSlot::bias, 0);
        use();
        place();
        surroundings();
        name();
        if (m_choice != nullptr) {
            choice();
            level();
        }
    }

  private:
    void add(MapSlot slot, std::size_t value) {
        m_out.push_back({slot, static_cast<std::uint8_t>(std::min(value, map_slot_values - 1))});
    }

    [[nodiscard]] float probability(ToponymUse use) const { return m_mention.uses.at(static_cast<std::size_t>(use)); }

    void use() {
        add(MapSlot::location, step(probability(ToponymUse::location), sure));
        add(MapSlot::metonym, step(probability(ToponymUse::metonym), unlikely));
        add(MapSlot::organisation, step(probability(ToponymUse::org), unlikely));
        add(MapSlot::no_name, step(probability(ToponymUse::other), unlikely));
        add(MapSlot::nationality, step(probability(ToponymUse::demonym), unlikely));
    }

    void place() {
        add(MapSlot::place, step(m_toponym.score, sure));
        const auto& others = m_toponym.alternatives;
        add(MapSlot::rival, others.empty() ? 0 : 1 + step(others.front().score, unlikely));
        add(MapSlot::feature, static_cast<std::size_t>(m_feature));
        add(MapSlot::fallback, m_toponym.is_fallback ? 1 : 0);
        const bool known = m_choice != nullptr;
        add(MapSlot::match,
            known ? static_cast<std::size_t>(m_choice->match) : static_cast<std::size_t>(MatchKind::descriptor));
        add(MapSlot::words, std::min<std::size_t>(m_mention.tokens.size(), 4));
    }

    void surroundings() {
        constexpr std::size_t cues = 15;
        for (std::size_t i = 0; i < cues; ++i) {
            if (has_cue(m_mention.cues, static_cast<MentionCue>(1U << i))) {
                add(MapSlot::cue, i);
                add(MapSlot::cue_group, i * 4 + m_kind);
            }
        }
        const bool ambiguous = has_cue(m_mention.cues, MentionCue::ambiguous);
        add(MapSlot::ambiguous, m_kind * 4 + (ambiguous ? 2U : 0U) + (m_mention.descriptor_feature ? 1U : 0U));
        const std::size_t named = m_group == nullptr ? 1 : m_group->mentions.size();
        add(MapSlot::repeated, std::min<std::size_t>(named, 6));
    }

    void name() {
        const bool locative = has_cue(m_mention.cues, MentionCue::locative);
        if (m_view.uses) {
            constexpr std::array few{3.0F, 10.0F, 40.0F};
            constexpr std::array some{6.0F, 15.0F, 30.0F, 40.0F};
            add(MapSlot::named, step(static_cast<float>(m_view.uses->named), few) * 4 + described());
            add(MapSlot::located, step(static_cast<float>(m_view.uses->located), some) * 2 + (locative ? 1U : 0U));
        }
        if (m_choice == nullptr) {
            const std::string_view key = m_mention.key;
            const std::string_view last = key.substr(key.rfind(' ') + 1); // all of it where there is no space
            const bool adjective = last.ends_with("ي") || last.ends_with("ه");
            add(MapSlot::unnamed,
                (last.starts_with("ال") ? 1U : 0U) + (adjective ? 2U : 0U) + (last.size() < key.size() ? 4U : 0U));
        }
        if (m_view.part) {
            add(MapSlot::part, m_kind * 2 + (m_mention.descriptor_feature ? 1U : 0U));
        }
        if (m_view.neighbour_km) {
            constexpr std::array km{10.0F, 50.0F, 150.0F, 400.0F, 1500.0F};
            const bool wide = m_kind == 0 || m_feature == FeatureClass::region || m_feature == FeatureClass::sea;
            add(MapSlot::neighbour, step(static_cast<float>(*m_view.neighbour_km), km) * 4 +
                                        (m_view.close_behind ? 2U : 0U) + (wide ? 1U : 0U));
        }
        add(MapSlot::land, m_kind * (most_lands + 1) + std::min(m_view.land, most_lands));
        constexpr std::size_t classes = 16;
        const std::size_t said =
            m_mention.descriptor_feature ? static_cast<std::size_t>(*m_mention.descriptor_feature) : classes - 1;
        add(MapSlot::called, m_kind * classes + said);
    }

    /// Of the ground that the descriptor gives: nothing, agrees, or contradicts.
    [[nodiscard]] std::size_t described() const {
        if (!m_mention.descriptor_feature) {
            return 0;
        }
        if (m_choice == nullptr) {
            return 3;
        }
        return has(Ground::descriptor) ? 1 : (has(Ground::other_descriptor) ? 2 : 3);
    }

    [[nodiscard]] float ground(Ground ground) const { return m_choice->grounds[static_cast<std::size_t>(ground)]; }
    [[nodiscard]] bool has(Ground of) const { return ground(of) > 0.0F; }

    void choice() {
        add(MapSlot::descriptor, static_cast<std::size_t>(m_feature) * 4 + described());
        add(MapSlot::name_kind, static_cast<std::size_t>(m_choice->name));
        const std::size_t size = static_cast<std::size_t>(std::clamp(m_choice->importance * 2.0F, 0.0F, 24.0F));
        add(MapSlot::importance, size);
        if (has_cue(m_mention.cues, MentionCue::ambiguous)) {
            add(MapSlot::small, size);
        }
        constexpr std::array shares{.1F, .25F, .4F, .55F, .7F, .85F};
        add(MapSlot::standing, has(Ground::no_context)
                                   ? 20
                                   : (has(Ground::foreign) ? 10U : 0U) + step(ground(Ground::country_context), shares));
        for (const Ground of : {Ground::of_town, Ground::of_state, Ground::among_towns, Ground::among_states,
                                Ground::country_named, Ground::admin_named, Ground::named_so, Ground::containment,
                                Ground::contradiction, Ground::near_50, Ground::near_200, Ground::near_600}) {
            if (has(of)) {
                add(MapSlot::ground, static_cast<std::size_t>(of));
            }
        }
        add(MapSlot::nil, step(m_group->nil_probability, unlikely));
    }

    /// The most likely place of the same name that holds the chosen one or lies in it: a town in its governorate.
    void level() {
        const PlaceChoice* rival = nullptr;
        for (const PlaceChoice& other : m_group->choices) {
            const bool nested = holds(other.place, m_choice->place) || holds(m_choice->place, other.place);
            if (&other != m_choice && nested && (rival == nullptr || other.probability > rival->probability)) {
                rival = &other;
            }
        }
        if (rival == nullptr) {
            add(MapSlot::level, m_kind);
            return;
        }
        constexpr std::array likely{.02F, .1F, .25F};
        const std::size_t pair = 1 + m_kind * 4 + place_group(rival->place.feature);
        const std::size_t said = described() == 1 ? 4 : step(rival->probability, likely);
        add(MapSlot::level, pair * 5 + said);
    }

    const MapView& m_view;
    const ResolvedToponym& m_toponym;
    const ToponymMention& m_mention;
    const NameGroup* m_group;
    MapFeatures& m_out;
    const PlaceChoice* m_choice = nullptr;
    FeatureClass m_feature = FeatureClass::other;
    std::size_t m_kind = 0;
};

} // namespace

void map_features(const MapView& view, MapFeatures& out) {
    out.clear();
    Finder(view, out).run();
}

} // namespace yaqut::toponyms
