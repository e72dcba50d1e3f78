// SPDX-License-Identifier: Apache-2.0
// What the names of an article say about each other.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "toponyms/resolution.hpp"

namespace yaqut::toponyms {

namespace {

/// Cosines of the angles that 50, 200 and 600 km make at the centre of the globe.
constexpr float cos_50 = 0.99996920F;
constexpr float cos_200 = 0.99950727F;
constexpr float cos_600 = 0.99556846F;

bool holds_others(const Place& place) {
    return place.feature == FeatureClass::country || place.feature == FeatureClass::adm1;
}

/// المملكة may be several countries: only the one that the article speaks of.
bool is_kingdom(const NameGroup& group, const Place& place) {
    return place.feature == FeatureClass::country && group.choices.size() > 1 &&
           std::all_of(group.choices.begin(), group.choices.end(),
                       [](const PlaceChoice& c) { return c.place.feature == FeatureClass::country; });
}

const PlaceChoice* best_choice(const NameGroup& group) {
    const auto best =
        std::max_element(group.choices.begin(), group.choices.end(),
                         [](const PlaceChoice& a, const PlaceChoice& b) { return a.probability < b.probability; });
    return best == group.choices.end() ? nullptr : &*best;
}

} // namespace

bool holds(const Place& container, const Place& place) {
    if (container.country != place.country || container.index == place.index) {
        return false;
    }
    return container.feature == FeatureClass::country ||
           (!container.admin1_code.empty() && container.admin1_code == place.admin1_code);
}

void Resolution::add_evidence(const NameGroup& group, float sign) {
    constexpr float negligible = 0.02F;
    for (const PlaceChoice& choice : group.choices) {
        if (choice.probability < negligible || choice.country_evidence < 0) {
            continue;
        }
        const float weight = sign * group.weight * choice.probability;
        Evidence& country = evidence(choice.country_evidence);
        country.weight += weight;
        m_total += weight;
        if (choice.place.feature == FeatureClass::country) {
            country.named += weight;
        } else if (choice.unit_evidence >= 0) {
            Evidence& unit = evidence(choice.unit_evidence);
            unit.weight += weight;
            unit.named += choice.place.feature == FeatureClass::adm1 ? weight : 0.0F;
        }
    }
}

void Resolution::gather_evidence() {
    std::fill(m_evidence.begin(), m_evidence.end(), Evidence{});
    m_total = 0.0F;
    for (const NameGroup& group : m_groups) {
        add_evidence(group, 1.0F);
    }
}

void Resolution::context_grounds(std::size_t index) {
    NameGroup& group = m_groups[index];
    add_evidence(group, -1.0F); // what the others say
    const bool silent = m_total < 0.2F;
    for (PlaceChoice& choice : group.choices) {
        Grounds& g = choice.grounds;
        const Place& place = choice.place;
        at(g, Ground::no_context) = silent && place.feature != FeatureClass::country ? 1.0F : 0.0F;
        if (silent || choice.country_evidence < 0) {
            at(g, Ground::country_context) = at(g, Ground::country_named) = 0.0F;
            at(g, Ground::admin_context) = at(g, Ground::foreign) = at(g, Ground::admin_named) = 0.0F;
            continue;
        }
        const Evidence& country = evidence(choice.country_evidence);
        const float share = std::max(0.0F, country.weight) / m_total;
        constexpr float absent = 0.02F;
        constexpr float known_abroad = 5.5F;
        const bool known = at(g, Ground::importance) >= known_abroad && !is_kingdom(group, place);
        at(g, Ground::foreign) = share < absent && !known ? 1.0F : 0.0F;
        at(g, Ground::country_context) = std::sqrt(share);
        at(g, Ground::country_named) = country.named > 0.3F ? 1.0F : 0.0F;
        if (choice.unit_evidence >= 0) {
            const Evidence& unit = evidence(choice.unit_evidence);
            at(g, Ground::admin_context) = std::sqrt(std::max(0.0F, unit.weight) / m_total);
            at(g, Ground::admin_named) = unit.named > 0.3F ? 1.0F : 0.0F;
        }
    }
    at(group.nil, Ground::nil_no_context) = silent ? 1.0F : 0.0F;
    containment_grounds(group);
    nearness_grounds(index);
    add_evidence(group, 1.0F);
}

void Resolution::containment_grounds(NameGroup& group) const {
    for (const std::uint32_t mention : group.mentions) {
        if (m_container[mention] < 0) {
            continue;
        }
        const auto& container =
            m_groups[static_cast<std::size_t>(m_group_of[static_cast<std::size_t>(m_container[mention])])];
        float sure = 0.0F;
        for (const PlaceChoice& c : container.choices) {
            sure += holds_others(c.place) ? c.probability : 0.0F;
        }
        for (PlaceChoice& choice : group.choices) {
            float inside = 0.0F;
            for (const PlaceChoice& c : container.choices) {
                // Any reading of the second name that contains this place confirms both.
                inside = std::max(inside, holds_others(c.place) && holds(c.place, choice.place) ? 1.0F : 0.0F);
            }
            at(choice.grounds, Ground::containment) = std::max(at(choice.grounds, Ground::containment), inside);
            if (inside == 0.0F && choice.place.feature != FeatureClass::country) {
                at(choice.grounds, Ground::contradiction) = std::max(at(choice.grounds, Ground::contradiction), sure);
            }
        }
    }
    // The other way round: the container itself is confirmed by what it contains.
    for (const std::uint32_t mention : group.mentions) {
        if (mention == 0 || m_container[mention - 1] != static_cast<std::int32_t>(mention)) {
            continue;
        }
        const auto& inner = m_groups[static_cast<std::size_t>(m_group_of[mention - 1])];
        for (PlaceChoice& choice : group.choices) {
            float held = 0.0F;
            for (const PlaceChoice& c : inner.choices) {
                held = std::max(held, holds_others(choice.place) && holds(choice.place, c.place) ? 1.0F : 0.0F);
            }
            at(choice.grounds, Ground::containment) = std::max(at(choice.grounds, Ground::containment), held);
        }
    }
}

void Resolution::order_groups() {
    const auto earlier = [this](std::uint32_t a, std::uint32_t b) {
        return m_groups[a].mentions.size() > m_groups[b].mentions.size();
    };
    m_order.resize(m_groups.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    if (!std::is_sorted(m_order.begin(), m_order.end(), earlier)) {
        std::stable_sort(m_order.begin(), m_order.end(), earlier);
    }
}

/// The likeliest places of the article, the names most mentioned first: a bounded number, since each name is compared
/// with each of them.
void Resolution::find_landmarks() {
    constexpr std::size_t most = 48;
    constexpr float likely = 0.3F;
    m_landmarks.clear();
    for (const std::uint32_t group : m_order) {
        if (m_landmarks.size() == most) {
            break;
        }
        const PlaceChoice* best = best_choice(m_groups[group]);
        if (best != nullptr && m_groups[group].weight > 0.0F && best->probability >= likely &&
            best->place.feature != FeatureClass::country) {
            m_landmarks.push_back({group, best->place.index, best->direction});
        }
    }
}

/// محافظة القنيطرة, then القنيطرة alone: the level that a descriptor or a longer name gives holds for the bare name.
bool Resolution::says_which(std::size_t other, const NameGroup& bare) const {
    const ToponymMention& mention = m_mentions[bare.mentions.front()];
    const ToponymMention& named = m_mentions[m_groups[other].mentions.front()];
    return !mention.descriptor_feature &&
           (named.descriptor_feature.has_value() || named.tokens.size() > mention.tokens.size());
}

void Resolution::nearness_grounds(std::size_t index) {
    NameGroup& group = m_groups[index];
    if (group.choices.size() < 2) {
        return;
    }
    for (PlaceChoice& choice : group.choices) {
        float nearest = -1.0F;
        bool named_so = false;
        for (const Landmark& landmark : m_landmarks) {
            if (landmark.group == index || landmark.place == choice.place.index) {
                named_so |= landmark.group != index && says_which(landmark.group, group);
                continue;
            }
            float dot = 0.0F;
            for (std::size_t k = 0; k < 3; ++k) {
                dot += landmark.direction.at(k) * choice.direction.at(k);
            }
            nearest = std::max(nearest, dot);
        }
        Grounds& g = choice.grounds;
        at(g, Ground::named_so) = named_so ? 1.0F : 0.0F;
        at(g, Ground::near_50) = nearest > cos_50 ? 1.0F : 0.0F;
        at(g, Ground::near_200) = nearest > cos_200 ? 1.0F : 0.0F;
        at(g, Ground::near_600) = nearest > cos_600 ? 1.0F : 0.0F;
    }
}

} // namespace yaqut::toponyms
