// SPDX-License-Identifier: Apache-2.0
#include "toponyms/resolver.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <optional>
#include <span>

#include "spatial/geodesic.hpp"
#include "toponyms/containing_place.hpp"
#include "toponyms/language_tables.hpp"
#include "toponyms/map_model.hpp"
#include "toponyms/offset_phrases.hpp"
#include "toponyms/resolution.hpp"
#include "toponyms/similar_names.hpp"

namespace yaqut::toponyms {

namespace {

constexpr float sure_enough = 0.2F; // below: unresolved
constexpr std::size_t most_alternatives = 5;
constexpr std::size_t most_reasons = 4;
constexpr double offset_error = 0.2; // of the distance

/// The grounds by which the choice leads the next best one, heaviest first.
std::vector<Reason> reasons_for(const PlaceChoice& choice, const PlaceChoice* next, const ResolutionModel& model) {
    std::array<Reason, most_reasons + 1> heaviest;
    std::size_t count = 0;
    for (std::size_t i = 0; i < ground_count; ++i) {
        if (choice.grounds.at(i) <= 0.0F || model.weights().at(i) <= 0.0F) {
            continue;
        }
        const float against = next == nullptr ? 0.0F : next->grounds.at(i);
        const float weight = model.weights().at(i) * (choice.grounds.at(i) - against);
        constexpr float negligible = 0.05F;
        if (weight > negligible) {
            std::size_t at = count;
            for (; at > 0 && heaviest.at(at - 1).weight < weight; --at) {
                heaviest.at(at) = heaviest.at(at - 1);
            }
            heaviest.at(at) = {ground_names.at(i), weight};
            count = std::min(count + 1, most_reasons);
        }
    }
    return {heaviest.begin(), heaviest.begin() + count};
}

using Ranking = std::vector<const PlaceChoice*>;

/// The choices by falling probability.
void rank(const NameGroup& group, Ranking& ranked) {
    ranked.clear();
    for (const PlaceChoice& choice : group.choices) {
        const auto after =
            std::upper_bound(ranked.begin(), ranked.end(), &choice, [](const PlaceChoice* a, const PlaceChoice* b) {
                return a->probability > b->probability;
            });
        ranked.insert(after, &choice);
    }
}

void give_scores(const NameGroup& group, std::vector<Candidate>& candidates) {
    for (std::size_t i = 0; i < group.choices.size(); ++i) {
        const PlaceChoice& choice = group.choices[i];
        if (i < candidates.size() && candidates[i].place == choice.place.index) {
            candidates[i].score = choice.probability;
            continue;
        }
        // Mentions of one name need not have met the same entries: the group holds those of the first mention.
        for (Candidate& candidate : candidates) {
            if (candidate.place == choice.place.index) {
                candidate.score = choice.probability;
            }
        }
    }
}

/// The place that the group's choices come to, and those that it might be instead.
void choose(ResolvedToponym& result, const NameGroup& group, const ResolutionModel& model, Ranking& ranked) {
    rank(group, ranked);
    std::size_t next = 0;
    if (!ranked.empty() && ranked.front()->probability >= sure_enough) {
        const PlaceChoice& choice = *ranked.front();
        result.place = choice.place;
        result.location = choice.place.location;
        result.radius_km = radius_of(choice.place);
        result.score = choice.probability;
        result.reasons = reasons_for(choice, ranked.size() > 1 ? ranked[1] : nullptr, model);
        next = 1;
    }
    const std::size_t end = std::min(ranked.size(), next + most_alternatives);
    result.alternatives.reserve(end - next);
    for (; next < end; ++next) {
        result.alternatives.push_back({ranked[next]->place, ranked[next]->probability});
    }
}

/// The same for a further mention of the group.
void choose_again(ResolvedToponym& result, const ResolvedToponym& first) {
    result.place = first.place;
    result.location = first.location;
    result.radius_km = first.radius_km;
    result.score = first.score;
    result.reasons = first.reasons;
    result.alternatives = first.alternatives;
}

CountryStanding standing_of(const NameGroup& group, PlaceIndex place) {
    const auto chosen = std::find_if(group.choices.begin(), group.choices.end(),
                                     [place](const PlaceChoice& choice) { return choice.place.index == place; });
    if (chosen == group.choices.end()) {
        return {};
    }
    const auto ground = [chosen](Ground g) { return chosen->grounds[static_cast<std::size_t>(g)]; };
    constexpr float little = 0.15F; // the root of its share
    const bool alone = ground(Ground::no_context) > 0.0F || chosen->place.country.empty();
    return {.foreign = ground(Ground::foreign) > 0.0F, .spoken_of = alone || ground(Ground::country_context) >= little};
}

/// Moves the mentions to `results`, with what each means by its group: the same for all mentions of one group.
void choose_places(const Resolution& resolution, const ResolutionModel& model, std::span<ToponymMention> mentions,
                   std::vector<ResolvedToponym>& results, std::span<CountryStanding> countries) {
    Ranking ranked;
    std::vector<std::size_t> first_of(resolution.groups().size(), mentions.size());
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        ResolvedToponym& result = results.emplace_back();
        result.mention = std::move(mentions[i]);
        const std::int32_t number = resolution.group_of(i);
        if (number < 0) {
            continue;
        }
        const NameGroup& group = resolution.groups()[static_cast<std::size_t>(number)];
        give_scores(group, result.mention.candidates);
        std::size_t& first = first_of[static_cast<std::size_t>(number)];
        if (first < i) {
            choose_again(result, results[first]);
            countries[i] = countries[first];
        } else {
            first = i;
            choose(result, group, model, ranked);
            countries[i] = result.place ? standing_of(group, result.place->index) : CountryStanding{};
        }
        result.is_fallback = result.place && contains_only(result.mention, *result.place);
    }
}

bool is_offset(const ResolvedToponym& r) {
    return r.location && !r.mention.candidates.empty() && r.mention.candidates.front().match == MatchKind::offset;
}

/// Moves offset mentions from their anchors by the distance and direction that the text gives.
void shift_offsets(const text::Document& document, std::vector<ResolvedToponym>& results) {
    if (std::none_of(results.begin(), results.end(), is_offset)) {
        return;
    }
    const auto words = language_tables(language_for(document, document.language())).words.annotate(document);
    for (ResolvedToponym& result : results) {
        if (!is_offset(result)) {
            continue;
        }
        if (const auto phrase = offset_phrase_at(document, words, result.mention.tokens.begin)) {
            result.location = spatial::destination(*result.location, phrase->bearing, phrase->km);
            result.radius_km = std::max(result.radius_km, offset_error * phrase->km);
            std::vector<Reason> reasons(1, Reason{"distance and direction", 1.0F});
            reasons.insert(reasons.end(), result.reasons.begin(), result.reasons.end());
            result.reasons = std::move(reasons);
        }
    }
}

/// What may be no place, what may be anywhere in a wide one, and what is spelled otherwise, is for no map.
void keep_off(ResolvedToponym& result) {
    const bool similar = result.place && result.mention.candidates.empty() && !result.is_fallback;
    if (similar) {
        result.on_map = false;
        result.why_not_on_map = "the gazetteer spells it otherwise";
    } else if (result.mention.doubtful) {
        result.on_map = false;
        result.why_not_on_map = "perhaps no place";
    } else if (result.within) {
        result.why_not_on_map = "only what it is in or near is known";
    }
}

/// The next place of the sentence that tells where something is: no country, no sea, no point of its own making.
void find_neighbour(const text::Document& document, std::span<const ResolvedToponym> results, std::size_t index,
                    MapView& view) {
    constexpr std::uint32_t reach = 15; // tokens
    constexpr std::uint32_t close = 4;
    const ToponymMention& own = results[index].mention;
    std::uint32_t least = reach + 1;
    const auto look = [&](const ResolvedToponym& other, std::uint32_t gap, bool behind) {
        constexpr std::array wide{FeatureClass::country, FeatureClass::region, FeatureClass::sea, FeatureClass::water};
        const bool narrow = other.place && !other.is_fallback && !other.mention.doubtful &&
                            other.mention.use == ToponymUse::location &&
                            other.place->index != results[index].place->index &&
                            std::find(wide.begin(), wide.end(), other.place->feature) == wide.end();
        if (!narrow || gap >= least ||
            document.sentence_of(other.mention.tokens.begin) != document.sentence_of(own.tokens.begin)) {
            return;
        }
        least = gap;
        view.neighbour_km =
            spatial::distance_km(other.place->location, results[index].place->location) - radius_of(*other.place);
        view.close_behind = behind && gap <= close;
    };
    for (std::size_t i = index + 1; i < results.size(); ++i) {
        const std::uint32_t begin = results[i].mention.tokens.begin;
        if (begin >= own.tokens.end + least) {
            break;
        }
        look(results[i], std::max(begin, own.tokens.end) - own.tokens.end, true);
    }
    for (std::size_t i = index; i-- > 0;) {
        const std::uint32_t end = results[i].mention.tokens.end;
        if (end + least <= own.tokens.begin) {
            break;
        }
        look(results[i], own.tokens.begin - std::min(end, own.tokens.begin), false);
    }
}

/// صلاح الدين والأنبار وكركوك: is a name of the list beside this one a first-level unit of its country?
bool is_beside_unit(std::span<const ResolvedToponym> results, std::size_t index) {
    const ResolvedToponym& own = results[index];
    const auto is_unit = [&own](const ResolvedToponym& other, std::uint32_t gap) {
        return gap <= 1 && other.place && other.mention.use == ToponymUse::location &&
               has_cue(other.mention.cues, MentionCue::list_member) && other.place->feature == FeatureClass::adm1 &&
               other.place->country == own.place->country && !holds(*other.place, *own.place);
    };
    const auto gap_of = [](const ToponymMention& first, const ToponymMention& second) {
        return second.tokens.begin - std::min(second.tokens.begin, first.tokens.end);
    };
    return has_cue(own.mention.cues, MentionCue::list_member) &&
           ((index > 0 && is_unit(results[index - 1], gap_of(results[index - 1].mention, own.mention))) ||
            (index + 1 < results.size() &&
             is_unit(results[index + 1], gap_of(own.mention, results[index + 1].mention))));
}

MapView view_of(const text::Document& document, std::span<const ResolvedToponym> results, std::size_t index,
                const Resolution& resolution) {
    MapView view{results[index]};
    const std::int32_t group = resolution.group_of(index);
    view.group = group < 0 ? nullptr : &resolution.groups()[static_cast<std::size_t>(group)];
    if (results[index].place && results[index].mention.use == ToponymUse::location) {
        view.offset = is_offset(results[index]);
        view.beside_unit = is_beside_unit(results, index);
        find_neighbour(document, results, index, view);
        const std::uint32_t next = results[index].mention.tokens.end;
        const bool word = next < document.size() && document.token(next).kind == text::TokenKind::word;
        view.next_word = word ? document.token(next).loose_hash : 0;
    }
    return view;
}

} // namespace

struct Resolver::Impl {
    const gazetteer::Gazetteer& gazetteer;
    ResolutionModel arabic{Language::ar};
    ResolutionModel latin{Language::en};
    MapModel arabic_map{Language::ar};
    MapModel latin_map{Language::en};
    text::FactKey<PlaceMemory> places{};
};

Resolver::Resolver(const gazetteer::Gazetteer& gazetteer) : m_impl(std::make_shared<const Impl>(Impl{gazetteer})) {}

std::vector<ResolvedToponym> Resolver::resolve(const text::Document& document, std::vector<ToponymMention> mentions,
                                               MapJudgement judgement, std::vector<MapFeatures>* features) const {
    Resolution resolution(m_impl->gazetteer, document, mentions, m_impl->places);
    const bool arabic = language_for(document, document.language()) == Language::ar;
    const ResolutionModel& model = arabic ? m_impl->arabic : m_impl->latin;
    resolution.run(model);
    std::vector<ResolvedToponym> results;
    results.reserve(mentions.size());
    std::vector<CountryStanding> countries(mentions.size());
    choose_places(resolution, model, mentions, results, countries);
    const ContainingPlace containing(document, results, countries);
    const SimilarNames similar(m_impl->gazetteer, document, results);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const ToponymMention& mention = results[i].mention;
        const bool unknown = mention.candidates.empty() || (!results[i].place && mention.descriptor_feature) ||
                             containing.is_elsewhere(results[i], countries[i]);
        if (unknown && mention.use == ToponymUse::location) {
            containing.apply(results, i);
            if (arabic && mention.candidates.empty()) {
                similar.apply(results, i);
            }
        }
    }
    shift_offsets(document, results);
    if (judgement == MapJudgement::left_out) {
        return results;
    }
    const MapModel& map = arabic ? m_impl->arabic_map : m_impl->latin_map;
    MapFeatures found;
    for (std::size_t i = 0; i < results.size(); ++i) {
        map.judge(results[i], view_of(document, results, i, resolution), found);
        keep_off(results[i]);
        if (features != nullptr) {
            features->push_back(found);
        }
    }
    return results;
}

} // namespace yaqut::toponyms
