// SPDX-License-Identifier: Apache-2.0
#include "toponyms/map_model.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/error.hpp"
#include "lexicon/table.hpp"
#include "text/fold.hpp"
#include "text/key_hash.hpp"

namespace yaqut::toponyms {

namespace {

constexpr float enough = 0.86F; // of map_score
constexpr float hundredth = 0.01F;

/// بلدة الرحمة (20 كلم شرق سبها): a distance mostly tells where a place lies that is named beside it.
constexpr std::string_view counted_from = "a distance from the place, not the place";

/// What may be wrong, in the order of the reasons.
enum class Concern : std::uint8_t { use, level, place };
constexpr std::array<std::string_view, 3> reasons{
    "not clearly a place in this sentence", "town, unit or country: not clear", "which place of the name: not clear"};

Concern concern_of(MapSlot slot) {
    switch (slot) {
    case MapSlot::level:
    case MapSlot::feature:
    case MapSlot::descriptor:
    case MapSlot::called: return Concern::level;
    case MapSlot::place:
    case MapSlot::rival:
    case MapSlot::match:
    case MapSlot::name_kind:
    case MapSlot::fallback:
    case MapSlot::importance:
    case MapSlot::standing:
    case MapSlot::ground:
    case MapSlot::nil: return Concern::place;
    default: return Concern::use;
    }
}

/// ريف حلب, and ولاية أواكساكا where the gazetteer has the town alone: the text says that another place is meant. At
/// home, words for units are said of the towns in them, too (جهة السبيخة).
bool is_town_called_unit(const MapView& view) {
    const auto said = view.toponym.mention.descriptor_feature;
    const bool unit = said == FeatureClass::country || said == FeatureClass::adm1 || said == FeatureClass::adm2;
    return (said == FeatureClass::region || (unit && view.land == 0)) && view.toponym.place &&
           view.toponym.place->feature == FeatureClass::city;
}

/// A town that a list has among units may be the unit of its name.
bool is_town_among_units(const MapView& view) {
    if (!view.beside_unit || view.group == nullptr || view.toponym.mention.descriptor_feature ||
        view.toponym.place->feature != FeatureClass::city) {
        return false;
    }
    return std::any_of(view.group->choices.begin(), view.group->choices.end(), [&view](const PlaceChoice& choice) {
        return choice.place.feature == FeatureClass::adm1 && holds(choice.place, *view.toponym.place);
    });
}

} // namespace

MapModel::MapModel(Language language) {
    const std::string folder = std::string(to_string(language)) + "/";
    m_known = lexicon::exists(folder + "map_weights");
    if (m_known) {
        read_weights(folder + "map_weights");
        read_uses(folder + "name_uses");
        read_lands(folder + "toponym_home_countries");
        read_directions(folder + "directions");
    }
}

void MapModel::read_weights(const std::string& name) {
    const lexicon::Table table = lexicon::load(name);
    for (const lexicon::Row& row : table.rows()) {
        const auto slot = std::find(map_slot_names.begin(), map_slot_names.end(), row["feature"]);
        const long value = row.number("value");
        if (slot == map_slot_names.end() || value < 0 || value >= static_cast<long>(map_slot_values)) {
            throw TableError(table.name(), "line " + std::to_string(row.line()) +
                                               ": expected a feature and a value below " +
                                               std::to_string(map_slot_values) + ", found '" +
                                               std::string(row["feature"]) + "' " + std::string(row["value"]));
        }
        const auto at = static_cast<std::size_t>(slot - map_slot_names.begin());
        m_weights.at(at * map_slot_values + static_cast<std::size_t>(value)) =
            hundredth * static_cast<float>(row.number("weight"));
    }
}

void MapModel::read_uses(const std::string& name) {
    const lexicon::Table table = lexicon::load(name);
    m_uses.reserve(table.rows().size());
    for (const lexicon::Row& row : table.rows()) {
        m_uses[text::KeyHash::of(row["name"])] = {static_cast<std::uint8_t>(row.number("named")),
                                                  static_cast<std::uint8_t>(row.number("located"))};
    }
}

void MapModel::read_lands(const std::string& name) {
    const lexicon::Table table = lexicon::load(name);
    for (const lexicon::Row& row : table.rows()) {
        m_lands.push_back(country_code(row["country"]));
    }
}

void MapModel::read_directions(const std::string& name) {
    const lexicon::Table table = lexicon::load(name);
    for (const lexicon::Row& row : table.rows()) {
        if (row["form"] != "adjective" || row["word"].find(' ') != std::string_view::npos) {
            continue;
        }
        const std::string adjective = "ال" + std::string(row["word"]);
        for (const std::string& word : {adjective, adjective + "ة"}) {
            m_directions.insert(text::KeyHash::of(text::loose_key(word)));
        }
    }
}

void MapModel::look_up(MapView& view) const {
    view.uses = uses_of(view.toponym.mention);
    view.part = m_directions.contains(view.next_word);
    if (view.toponym.place) {
        const auto land = std::find(m_lands.begin(), m_lands.end(), country_code(view.toponym.place->country));
        view.land = land == m_lands.end() ? 0 : 1 + static_cast<std::size_t>(land - m_lands.begin());
    }
}

std::optional<NameUses> MapModel::uses_of(const ToponymMention& mention) const {
    const auto found = m_uses.find(text::KeyHash::of(mention.key));
    return found == m_uses.end() ? std::nullopt : std::optional(found->second);
}

/// The weights are centred, so that each concern's sum tells how the mention differs from most.
std::string_view MapModel::weakest(const MapFeatures& features) const {
    std::array<float, reasons.size()> sums{};
    for (const MapFeature feature : features) {
        if (feature.slot != MapSlot::bias) {
            sums.at(static_cast<std::size_t>(concern_of(feature.slot))) += weight(feature);
        }
    }
    return reasons.at(static_cast<std::size_t>(std::min_element(sums.begin(), sums.end()) - sums.begin()));
}

void MapModel::judge(ResolvedToponym& toponym, MapView view, MapFeatures& features) const {
    features.clear();
    if (toponym.mention.use != ToponymUse::location || !(toponym.place || toponym.location)) {
        return;
    }
    if (!m_known) {
        toponym.map_score = toponym.mention.use_score * toponym.score;
        toponym.on_map = true;
        return;
    }
    look_up(view);
    map_features(view, features);
    float sum = 0.0F;
    for (const MapFeature feature : features) {
        sum += weight(feature);
    }
    toponym.map_score = 1.0F / (1.0F + std::exp(-sum));
    const bool other_level = is_town_called_unit(view) || is_town_among_units(view);
    toponym.on_map = toponym.map_score >= enough && !other_level && !view.offset;
    if (!toponym.on_map) {
        toponym.why_not_on_map = view.offset ? counted_from : other_level ? reasons[1] : weakest(features);
    }
}

} // namespace yaqut::toponyms
