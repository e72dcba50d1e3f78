// SPDX-License-Identifier: Apache-2.0
// Places of events that have none of their own: of their sentence, their paragraph, their article.
#include <algorithm>
#include <optional>

#include "events/dates.hpp"
#include "events/places.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t share_reach = 80; ///< tokens between two events of a sentence that may share a place
constexpr int context_reach = 32;         ///< event mentions to look back for a place
constexpr int dominant_share = 2;         ///< the main place has at least one vote in so many
constexpr int fewest_votes = 4;           ///< a place named once is not what an article is about
constexpr double town_km = 30.0;          ///< from a site or quarter to the town that it belongs to
constexpr double vast_km = 300.0;         ///< regions of a larger radius say nothing about where an event was

} // namespace

bool is_vast(const ResolvedToponym& toponym) {
    if (!toponym.place || toponym.place->feature == FeatureClass::sea) {
        return true;
    }
    return toponym.place->feature != FeatureClass::country && toponym.radius_km > vast_km;
}

std::int32_t PlaceLinker::main_place() const {
    ScratchMap<std::string_view, std::pair<int, std::int32_t>> votes;
    std::int32_t best = -1;
    int best_votes = 0;
    int all_votes = 0;
    for (const Site& site : m_sites) {
        const ResolvedToponym& toponym = m_text.toponyms()[static_cast<std::size_t>(site.toponym)];
        if (is_vast(toponym)) {
            continue;
        }
        auto& [count, first] = votes.try_emplace(toponym.place->id, 0, site.toponym).first->second;
        const int weight = place_rank(toponym) == 0 ? 1 : 2;
        count += weight;
        all_votes += weight;
        if (count > best_votes) {
            best_votes = count;
            best = first;
        }
    }
    return best_votes >= fewest_votes && best_votes * dominant_share >= all_votes ? best : -1;
}

/// The place's option; a new one with the kind of place when it has none yet.
PlaceLinker::Inferred& PlaceLinker::option_for(Options& options, std::int32_t toponym) const {
    const ResolvedToponym& wanted = toponym_of(toponym);
    const auto same = [&](const Inferred& option) {
        const ResolvedToponym& other = toponym_of(option.toponym);
        return option.toponym == toponym || (wanted.place && other.place && wanted.place->id == other.place->id);
    };
    const auto found = std::find_if(options.begin(), options.end(), same);
    if (found != options.end()) {
        return *found;
    }
    Inferred option{toponym, InferenceScore(m_inference_weights, m_trace != nullptr), Link::context};
    option.score.add_if(place_rank(wanted) == 0, InferenceFeature::country);
    options.push_back(std::move(option));
    return options.back();
}

namespace {

/// The sentence, the paragraph or the heading gives it.
bool is_stated(const Draft& draft) { return draft.place.known() && draft.place.link != Link::context; }

std::uint32_t gap_between(const Draft& a, const Draft& b) {
    return a.trigger.begin > b.trigger.begin ? a.trigger.begin - b.trigger.begin : b.trigger.begin - a.trigger.begin;
}

} // namespace

/// "Met him during his visit to Cairo": the nearest other event of the sentence with a place.
void PlaceLinker::add_beside(Options& options, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const Draft* source = nullptr;
    const auto consider = [&](const Draft& other) {
        const bool stated = other.place.link == Link::stated || other.place.link == Link::anaphor;
        if (stated && (source == nullptr || gap_between(other, draft) < gap_between(*source, draft))) {
            source = &other;
        }
    };
    const auto beside = [&](std::size_t j) {
        return drafts[j].sentence == draft.sentence && gap_between(drafts[j], draft) < share_reach;
    };
    for (std::size_t j = index; j-- > 0 && beside(j);) {
        consider(drafts[j]);
    }
    for (std::size_t j = index + 1; j < drafts.size() && beside(j); ++j) {
        consider(drafts[j]);
    }
    if (source == nullptr) {
        return;
    }
    // What was itself carried over from an earlier sentence is a scene of its own events only.
    const bool carried = source->place.link == Link::anaphor;
    Inferred& option = option_for(options, carried ? town_around(source->place.toponym) : source->place.toponym);
    const int breaks = m_text.breaks_between(source->trigger.begin, draft.trigger.begin);
    option.link = breaks <= 2 ? Link::topic : Link::context;
    option.score.add(InferenceFeature::beside);
    option.score.add_if(source->ended, InferenceFeature::beside_ended);
}

namespace {

/// Each has a date of its own, and they are weeks apart: another story.
bool of_other_time(const Draft& a, const Draft& b) {
    constexpr int story_days = 14;
    return a.date.range && b.date.range && !dates_overlap(*a.date.range, *b.date.range, story_days);
}

} // namespace

/// The event told last, in this paragraph or the one before it; of the same sphere if there is one.
void PlaceLinker::add_told(Options& options, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const Draft* source = nullptr;
    int steps = 0;
    for (std::size_t j = index; j-- > 0 && steps < context_reach && draft.block - drafts[j].block <= 1; ++steps) {
        const Draft& other = drafts[j];
        const bool elsewhere = other.sentence == draft.sentence || !is_stated(other);
        if (elsewhere || is_vast(toponym_of(other.place.toponym)) || of_other_time(other, draft)) {
            continue;
        }
        const bool same_sphere = sphere_of(other.type) == sphere_of(draft.type);
        source = source == nullptr || same_sphere ? &other : source;
        if (same_sphere) {
            break;
        }
    }
    if (source == nullptr) {
        return;
    }
    Inferred& option = option_for(options, town_around(source->place.toponym));
    option.score.add(InferenceFeature::told);
    option.score.add_if(source->type == draft.type, InferenceFeature::told_same_type);
    option.score.add_if(sphere_of(draft.type) == Sphere::politics, InferenceFeature::told_politics);
}

/// The place named last before the event, in its paragraph.
void PlaceLinker::add_named(Options& options, const Draft& draft) const {
    const std::size_t behind = first_site_after(0, m_sites.size(), draft.trigger.begin);
    if (behind == 0) {
        return;
    }
    const Site& site = m_sites[behind - 1];
    const text::Document& document = m_text.document();
    if (document.sentences()[site.sentence].block != draft.block || is_vast(toponym_of(site.toponym))) {
        return;
    }
    option_for(options, site.toponym).score.add(InferenceFeature::named);
}

void PlaceLinker::add_main(Options& options, const Draft& draft, std::int32_t main) const {
    if (main < 0) {
        return;
    }
    Inferred& option = option_for(options, main);
    option.score.add_if(sphere_of(draft.type) == Sphere::violence, InferenceFeature::main_violence);
}

LinkScore<InferenceFeature> PlaceLinker::score_unknown(const Draft& draft) const {
    InferenceScore score(m_inference_weights, m_trace != nullptr);
    score.add(InferenceFeature::none);
    score.add_if(sphere_of(draft.type) == Sphere::politics, InferenceFeature::none_politics);
    score.add_if(draft.verb, InferenceFeature::none_verb);
    return score;
}

PlaceLinker::Options PlaceLinker::inferred_for(const std::vector<Draft>& drafts, std::size_t index,
                                               const Scene& scene) const {
    Options options;
    add_beside(options, drafts, index);
    add_told(options, drafts, index);
    add_named(options, drafts[index]);
    add_main(options, drafts[index], scene.main);
    add_lead(options, scene);
    add_next(options, drafts[index]);
    add_twin(options, drafts, index);
    add_lands(options, drafts[index]);
    add_home(options, drafts[index]);
    for (Inferred& option : options) {
        const bool finer = place_rank(toponym_of(option.toponym)) > 0;
        option.score.add_if(finer && is_decision(drafts[index].type), InferenceFeature::decision_in);
        add_presence(option, drafts[index], scene);
    }
    return options;
}

void PlaceLinker::infer_place(std::vector<Draft>& drafts, std::size_t index, const Scene& scene) const {
    Draft& draft = drafts[index];
    Options options = inferred_for(drafts, index, scene);
    const NamedLands named = lands_named(draft);
    add_named_lands(options, named);
    InferenceScore unknown = score_unknown(draft);
    add_unknown(unknown, draft, named, options.size());
    float best = unknown.value();
    OfferedPlaces offered;
    offered.emplace_back(-1, best);
    for (const Inferred& option : options) {
        offered.emplace_back(option.toponym, option.score.value());
        if (option.score.value() > best) {
            best = option.score.value();
            draft.place = {option.toponym, option.link};
        }
    }
    if (draft.place.known()) {
        draft.place.odds = odds_of(offered, draft.place.toponym);
        draft.place.land_odds = land_odds_of(offered, draft.place.toponym);
    }
    if (m_trace == nullptr) {
        return;
    }
    LinkChoice choice{m_text.document().span_of(draft.trigger), draft.type, "place_inferred", {}};
    choice.options.push_back({-1, {}, unknown.value(), unknown.parts(), {}});
    for (Inferred& option : options) {
        choice.options.push_back(
            {option.toponym, {}, option.score.value(), option.score.parts(), {}, {}, toponym_of(option.toponym)});
    }
    m_trace->push_back(std::move(choice));
}

void PlaceLinker::infer(std::vector<Draft>& drafts) const {
    std::optional<Scene> seen;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        // What a body of people grants or gives by a verb has no place that the text gives.
        const bool decided = drafts[i].type == EventType::vote || drafts[i].type == EventType::appointment;
        if (!drafts[i].place.known() && !is_by_phone(drafts[i]) && !(decided && drafts[i].verb)) {
            if (!seen) {
                seen = scene(drafts);
            }
            infer_place(drafts, i, *seen);
        }
    }
}

/// An airport or a quarter is the scene of its own events only: what is told next is in the town, when the text has
/// named it before.
std::int32_t PlaceLinker::town_around(std::int32_t toponym) const {
    const ResolvedToponym& site = m_text.toponyms()[static_cast<std::size_t>(toponym)];
    if (place_rank(site) < 4) {
        return toponym;
    }
    const auto after = std::partition_point(m_sites.begin(), m_sites.end(),
                                            [&](const Site& s) { return s.tokens.begin <= site.mention.tokens.begin; });
    for (auto it = after; it != m_sites.begin();) {
        --it;
        const ResolvedToponym& town = m_text.toponyms()[static_cast<std::size_t>(it->toponym)];
        if (town.place && town.place->feature == FeatureClass::city && same_area(site, town, town_km)) {
            return it->toponym;
        }
    }
    return toponym;
}

} // namespace yaqut::events
