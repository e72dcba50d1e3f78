// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/toponym.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "toponyms/place_memory.hpp"
#include "toponyms/resolution_model.hpp"

namespace yaqut::toponyms {

/// A place that a name may mean, with what the article says for it.
struct PlaceChoice {
    Place place;
    MatchKind match = MatchKind::strict;
    NameKind name = NameKind::official; ///< what the name is to the place
    std::array<float, 3> direction{};   ///< unit vector to the place from the centre of the globe
    float importance = 0.0F;
    Grounds grounds{};
    float fixed_score = 0.0F; ///< what the name itself gives
    float probability = 0.0F;
    std::int32_t country_evidence = -1; ///< indices into what is gathered; -1: not in a country, a unit
    std::int32_t unit_evidence = -1;
};

/// Does the country or first-level unit `container` contain the place, by the gazetteer's codes?
[[nodiscard]] bool holds(const Place& container, const Place& place);

/// All mentions of one name in one article: they mean the same place.
struct NameGroup {
    std::span<const std::uint32_t> mentions; ///< indices
    std::span<PlaceChoice> choices;          ///< most important first
    Grounds nil{};                           ///< grounds for none of them
    float nil_probability = 0.0F;
    float weight = 1.0F; ///< how much it says about the rest of the article
};

/// The names of one article and the places they may mean, weighed together.
class Resolution {
  public:
    Resolution(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
               std::span<const ToponymMention> mentions, const text::FactKey<PlaceMemory>& places);
    Resolution(const Resolution&) = delete; // groups point into it
    Resolution& operator=(const Resolution&) = delete;

    /// Grounds that the name itself gives, then, round by round, those that the other names give.
    void run(const ResolutionModel& model);

    [[nodiscard]] std::span<const NameGroup> groups() const { return m_groups; }
    /// Index of the mention's group; -1 for mentions without candidates.
    [[nodiscard]] std::int32_t group_of(std::size_t mention) const { return m_group_of[mention]; }

  private:
    struct Evidence {
        float weight = 0.0F;
        float named = 0.0F; ///< part of weight that comes from the country's own name
    };

    enum class Company : std::uint8_t { none, town, state };

    /// Where a name most likely is: what other names are near to.
    struct Landmark {
        std::size_t group = 0;
        PlaceIndex place = 0;
        std::array<float, 3> direction{};
    };

    void find_company(const gazetteer::Gazetteer& gazetteer, const text::Document& document, PlaceMemory& places);
    void group_mentions();
    void list_mentions(std::size_t groups);
    void add_choices(const gazetteer::Gazetteer& gazetteer, PlaceMemory& places);
    void static_grounds(NameGroup& group) const;
    static void level_grounds(Grounds& g, MentionCue cues, Company company, FeatureClass feature);
    void nil_grounds(NameGroup& group) const;
    void find_containers(const text::Document& document);
    void gather_evidence();
    void order_groups();
    void find_landmarks();
    void context_grounds(std::size_t group);
    void containment_grounds(NameGroup& group) const;
    void nearness_grounds(std::size_t group);
    [[nodiscard]] bool says_which(std::size_t other, const NameGroup& bare) const;
    [[nodiscard]] bool is_barred(const NameGroup& group, const PlaceChoice& choice) const;
    void weigh(NameGroup& group, const ResolutionModel& model) const;
    void add_evidence(const NameGroup& group, float sign);
    [[nodiscard]] Evidence& evidence(std::int32_t index) { return m_evidence[static_cast<std::size_t>(index)]; }

    std::span<const ToponymMention> m_mentions;
    std::vector<NameGroup> m_groups;
    std::vector<std::uint32_t> m_members; ///< mentions, group by group
    std::vector<PlaceChoice> m_choices;   ///< group by group
    std::vector<std::int32_t> m_group_of;
    /// Per mention whose name is a country's or region's and a town's: is it joined to a town or to a country?
    std::vector<Company> m_company;
    std::vector<std::int32_t> m_container; ///< per mention: the mention after it that contains it; -1: none
    std::vector<Evidence> m_evidence;      ///< of countries and of first-level units
    std::vector<std::uint32_t> m_order;    ///< of the groups: most mentions first
    std::vector<Landmark> m_landmarks;
    float m_total = 0.0F;
};

} // namespace yaqut::toponyms
