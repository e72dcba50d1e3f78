// SPDX-License-Identifier: Apache-2.0
// More places that the context offers an event: of the lead, of what is told next, of the same event told elsewhere,
// and the countries that the text names in whatever way.
#include <algorithm>
#include <cstdlib>

#include "events/places.hpp"
#include "events/twins.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t lead_sentences = 3; ///< with the headline
constexpr int most_events = 4;
constexpr std::uint32_t most_since = 10; ///< sentences
constexpr std::uint32_t next_sentences = 2;
constexpr std::uint32_t land_reach = 40; ///< tokens

} // namespace

bool is_decision(EventType type) {
    switch (type) {
    case EventType::vote:
    case EventType::appointment:
    case EventType::trial:
    case EventType::arrest:
    case EventType::release:
    case EventType::sanction: return true;
    default: return false;
    }
}

PlaceLinker::Scene PlaceLinker::scene(const std::vector<Draft>& drafts) const {
    Scene scene{main_place()};
    for (const Site& site : m_sites) {
        if (site.sentence >= lead_sentences) {
            break;
        }
        const ResolvedToponym& toponym = toponym_of(site.toponym);
        if (is_vast(toponym)) {
            continue;
        }
        const bool passed = site.governor == Governor::from || site.governor == Governor::to;
        const bool finer = scene.lead == nullptr || place_rank(toponym) > place_rank(toponym_of(scene.lead->toponym));
        if (finer && !passed && !is_beyond_border(m_text, site.tokens.begin)) {
            scene.lead = &site;
        }
    }
    for (const Draft& draft : drafts) {
        const bool stated = draft.place.known() && draft.place.link != Link::context;
        if (stated && toponym_of(draft.place.toponym).place) {
            Presence& presence = scene.places[toponym_of(draft.place.toponym).place->id];
            ++presence.events[static_cast<std::size_t>(sphere_of(draft.type))];
        }
    }
    return scene;
}

/// Sentences between the event and where the place was named last before it; the cap when it was not.
std::uint32_t PlaceLinker::sentences_since(const Draft& draft, std::string_view place) const {
    for (std::size_t i = first_site_after(0, m_sites.size(), draft.trigger.begin); i-- > 0;) {
        const std::uint32_t since = draft.sentence - m_sites[i].sentence;
        if (since >= most_since) {
            break;
        }
        const std::optional<Place>& named = toponym_of(m_sites[i].toponym).place;
        if (named && named->id == place) {
            return since;
        }
    }
    return most_since;
}

PlaceLinker::NamedLands PlaceLinker::lands_named(const Draft& draft) const {
    const auto& names = m_lands.names();
    auto it = std::partition_point(names.begin(), names.end(),
                                   [&](const LandName& name) { return name.sentence < draft.sentence; });
    NamedLands named;
    for (; it != names.end() && it->sentence == draft.sentence; ++it) {
        if (std::find(named.begin(), named.end(), it->country) == named.end()) {
            named.push_back(it->country);
        }
    }
    return named;
}

/// Which of the places lie in other countries than those that the event's sentence names.
void PlaceLinker::add_named_lands(Options& options, const NamedLands& named) const {
    for (Inferred& option : options) {
        const std::optional<Place>& place = toponym_of(option.toponym).place;
        const std::string_view country = place ? std::string_view(place->country) : std::string_view();
        const bool here = std::find(named.begin(), named.end(), country) != named.end();
        option.score.add_if(!here && !named.empty(), InferenceFeature::here_other);
    }
}

/// What speaks for no place, besides the event's own words.
void PlaceLinker::add_unknown(InferenceScore& score, const Draft& draft, const NamedLands& named, std::size_t options) {
    constexpr float some_options = 4.0F;
    score.add_if(named.size() > 1, InferenceFeature::none_lands);
    score.add(InferenceFeature::none_options, static_cast<float>(options) / some_options);
    score.add_if(is_decision(draft.type), InferenceFeature::none_decision);
    score.add_if(draft.type == EventType::meeting, InferenceFeature::none_meeting);
    score.add_if(draft.type == EventType::visit, InferenceFeature::none_visit);
}

/// How present the place is in the article and around the event, whatever offers it.
void PlaceLinker::add_presence(Inferred& option, const Draft& draft, const Scene& scene) const {
    const ResolvedToponym& toponym = toponym_of(option.toponym);
    if (!toponym.place) {
        return;
    }
    const auto found = scene.places.find(toponym.place->id);
    const Presence presence = found == scene.places.end() ? Presence{} : found->second;
    const auto sphere = static_cast<std::size_t>(sphere_of(draft.type));
    const std::uint32_t since = sentences_since(draft, toponym.place->id);
    option.score.add(InferenceFeature::present_since, static_cast<float>(since));
    option.score.add(InferenceFeature::present_events,
                     static_cast<float>(std::min(presence.events[sphere], most_events)));
    if (m_lands.main() >= 0) {
        const bool home = toponym_of(m_lands.main()).place->country == toponym.place->country;
        option.score.add_if(!home, InferenceFeature::present_foreign);
        option.score.add_if(home && place_rank(toponym) > 0, InferenceFeature::present_home_town);
    }
}

/// The finest place of the first sentences, the first of these when there are several.
void PlaceLinker::add_lead(Options& options, const Scene& scene) const {
    if (scene.lead == nullptr) {
        return;
    }
    option_for(options, town_around(scene.lead->toponym)).score.add(InferenceFeature::lead);
}

/// The first place after the event's sentence.
void PlaceLinker::add_next(Options& options, const Draft& draft) const {
    const std::size_t first = m_first_site[draft.sentence + 1];
    if (first == m_sites.size()) {
        return;
    }
    const Site& site = m_sites[first];
    const std::uint32_t block = m_text.document().sentences()[site.sentence].block;
    if (site.sentence - draft.sentence > next_sentences || block - draft.block > 1 ||
        is_vast(toponym_of(site.toponym))) {
        return;
    }
    option_for(options, site.toponym);
}

/// The nearest event of the same type whose place the text states.
void PlaceLinker::add_twin(Options& options, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const auto fits = [&](const Draft& other) {
        return other.type == draft.type && other.sentence != draft.sentence && other.place.link != Link::context &&
               other.place.known();
    };
    const Draft* const twin = twin_of(drafts, index, fits);
    if (twin == nullptr) {
        return;
    }
    option_for(options, twin->place.toponym).score.add(InferenceFeature::twin);
}

void PlaceLinker::add_land(Options& options, const Draft& draft, const Land& land) const {
    const ToponymUse use = toponym_of(land.toponym).mention.use;
    Inferred& option = option_for(options, land.toponym);
    option.score.add(InferenceFeature::land);
    option.score.add_if(use == ToponymUse::metonym || use == ToponymUse::org, InferenceFeature::land_government);
    const bool decision = is_decision(draft.type);
    option.score.add_if(!decision && sphere_of(draft.type) == Sphere::politics, InferenceFeature::land_politics);
}

/// "An Iranian court sentenced": the country named last before the event in its sentence, and the first one after it.
void PlaceLinker::add_lands(Options& options, const Draft& draft) const {
    const auto& lands = m_lands.all();
    const auto after = std::partition_point(lands.begin(), lands.end(),
                                            [&](const Land& land) { return land.tokens.begin < draft.trigger.begin; });
    const auto near = [&](const Land& land) {
        return land.sentence == draft.sentence && land.tokens.begin <= draft.trigger.begin + land_reach &&
               draft.trigger.begin <= land.tokens.begin + land_reach;
    };
    const Land* before = after != lands.begin() && near(*(after - 1)) ? &*(after - 1) : nullptr;
    const Land* behind = after != lands.end() && near(*after) ? &*after : nullptr;
    const bool rival = before != nullptr && behind != nullptr &&
                       toponym_of(before->toponym).place->id != toponym_of(behind->toponym).place->id;
    for (const Land* land : {before, behind}) {
        if (land != nullptr && (land == before || before == nullptr || rival)) {
            add_land(options, draft, *land);
        }
    }
}

void PlaceLinker::add_home(Options& options, const Draft& draft) const {
    if (m_lands.main() < 0) {
        return;
    }
    Inferred& option = option_for(options, m_lands.main());
    option.score.add(InferenceFeature::home_share, m_lands.share());
    const bool decision = is_decision(draft.type);
    option.score.add_if(!decision && sphere_of(draft.type) == Sphere::politics, InferenceFeature::home_politics);
    option.score.add_if(sphere_of(draft.type) == Sphere::violence, InferenceFeature::home_violence);
}

} // namespace yaqut::events
