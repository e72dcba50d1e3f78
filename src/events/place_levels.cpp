// SPDX-License-Identifier: Apache-2.0
#include "events/place_levels.hpp"

#include <algorithm>
#include <string_view>

#include "core/scratch.hpp"
#include "spatial/geodesic.hpp"

namespace yaqut::events {

namespace {

constexpr double town_state_km = 15.0;         ///< from the middle of a country to its only town
constexpr std::uint32_t town_reach = 25;       ///< tokens from a name to "the city" that stands for it
constexpr std::uint32_t countryside_reach = 3; ///< tokens from "countryside" to the name

/// What the article says of a name.
struct Named {
    bool unit = false; ///< it is called a governorate
    bool town = false; ///< it is called a town
};

class Levels {
  public:
    explicit Levels(const TaggedText& text) : m_text(text) {}

    [[nodiscard]] std::vector<ResolvedToponym> settle() const;

  private:
    [[nodiscard]] bool in_countryside(const ResolvedToponym& toponym) const;
    [[nodiscard]] bool called_town(const ResolvedToponym& toponym) const;
    [[nodiscard]] bool called_unit(const ResolvedToponym& toponym) const;

    const TaggedText& m_text;
};

/// The governorate of the same name around the town; nullptr when there is none.
const Alternative* unit_around(const ResolvedToponym& toponym) {
    if (!toponym.place || toponym.place->feature != FeatureClass::city || toponym.is_fallback) {
        return nullptr;
    }
    const auto found =
        std::find_if(toponym.alternatives.begin(), toponym.alternatives.end(), [&](const Alternative& a) {
            return a.place.feature == FeatureClass::adm1 && a.place.country == toponym.place->country &&
                   !a.place.admin1_code.empty() && a.place.admin1_code == toponym.place->admin1_code;
        });
    return found == toponym.alternatives.end() ? nullptr : &*found;
}

/// "The northern countryside of Homs", "the countryside of Aleppo and Hama".
bool Levels::in_countryside(const ResolvedToponym& toponym) const {
    const std::uint32_t first = toponym.mention.tokens.begin;
    for (std::uint32_t t = first; t > 0 && first - t < countryside_reach; --t) {
        if (m_text[t - 1].punct) {
            return false;
        }
        if (m_text.has(t - 1, Cue::countryside)) {
            return true;
        }
    }
    return false;
}

/// "The governorate of Idlib". Not "the district of Kesra of the governorate of Siliana": that says where the district
/// is, and a bare "Siliana" is the town.
bool Levels::called_unit(const ResolvedToponym& toponym) const {
    const ToponymMention& mention = toponym.mention;
    const bool unit = toponym.place && toponym.place->feature == FeatureClass::adm1;
    if (!unit || mention.descriptor_feature != FeatureClass::adm1 || mention.tokens.begin < 3) {
        return unit && mention.descriptor_feature == FeatureClass::adm1;
    }
    const std::uint32_t word = mention.tokens.begin - 1;
    const bool own = m_text.rules().language() != Language::ar || m_text.has(word, Cue::unit);
    return own && !(m_text.has(word - 1, Cue::from) && m_text.toponym(word - 2) >= 0);
}

/// The town of a country that is hardly more than a town; nullptr when it is more.
const Alternative* town_of_state(const ResolvedToponym& toponym) {
    if (!toponym.place || toponym.place->feature != FeatureClass::country ||
        toponym.mention.use != ToponymUse::location) {
        return nullptr;
    }
    const auto found =
        std::find_if(toponym.alternatives.begin(), toponym.alternatives.end(), [&](const Alternative& a) {
            return a.place.feature == FeatureClass::city && a.place.country == toponym.place->country &&
                   spatial::distance_km(a.place.location, toponym.place->location) < town_state_km;
        });
    return found == toponym.alternatives.end() ? nullptr : &*found;
}

/// "Hodeidah, ... the city": in the sentence, before another place.
bool Levels::called_town(const ResolvedToponym& toponym) const {
    const std::uint32_t end = toponym.mention.tokens.end;
    const text::Document& document = m_text.document();
    const std::uint32_t last = document.sentences()[document.sentence_of(end - 1)].tokens.end;
    for (std::uint32_t t = end; t < std::min(last, end + town_reach) && m_text.toponym(t) < 0; ++t) {
        if (m_text.has(t, Cue::anaphor_city) && m_text.has_form(t, FormFlag::definite)) {
            return true;
        }
    }
    return false;
}

std::vector<ResolvedToponym> Levels::settle() const {
    const std::span<const ResolvedToponym> toponyms = m_text.toponyms();
    ScratchMap<std::string_view, Named> names;
    ScratchVector<std::pair<std::size_t, const Alternative*>> open;
    ScratchVector<std::pair<std::size_t, const Alternative*>> towns;
    for (std::size_t i = 0; i < toponyms.size(); ++i) {
        const ResolvedToponym& toponym = toponyms[i];
        const ToponymMention& mention = toponym.mention;
        if (mention.tokens.empty() || mention.tokens.end > m_text.size()) {
            continue;
        }
        if (const Alternative* town = town_of_state(toponym)) {
            towns.emplace_back(i, town);
            continue;
        }
        const Alternative* unit = unit_around(toponym);
        const bool rural = unit != nullptr && in_countryside(toponym);
        if (unit != nullptr && (mention.descriptor.empty() || rural)) {
            open.emplace_back(i, unit);
        }
        if (unit != nullptr || (toponym.place && toponym.place->feature == FeatureClass::adm1)) {
            Named& named = names[mention.key];
            named.unit |= called_unit(toponym);
            named.town |= mention.descriptor_feature == FeatureClass::city || called_town(toponym);
        }
    }
    const auto is_town = [&](const auto& one) {
        const Named& named = names[toponyms[one.first].mention.key];
        return !in_countryside(toponyms[one.first]) && (!named.unit || named.town);
    };
    std::erase_if(open, is_town);
    open.insert(open.end(), towns.begin(), towns.end());
    std::vector<ResolvedToponym> settled;
    if (!open.empty()) {
        settled.assign(toponyms.begin(), toponyms.end());
    }
    for (const auto& [i, other] : open) {
        settled[i].place = other->place;
        settled[i].location = other->place.location;
        settled[i].radius_km = std::max(5.0, static_cast<double>(other->place.radius_km));
    }
    return settled;
}

} // namespace

std::vector<ResolvedToponym> settle_levels(const TaggedText& text) { return Levels(text).settle(); }

} // namespace yaqut::events
