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
constexpr int most_names = 5;
constexpr int most_events = 4;
constexpr std::uint32_t most_since = 10; ///< sentences
constexpr std::uint32_t next_sentences = 2;
constexpr std::uint32_t most_paragraphs = 5;
constexpr std::uint32_t land_reach = 40; ///< tokens
constexpr std::uint32_t touching = 2;    ///< tokens

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
    const text::Document& document = m_text.document();
    for (const Site& site : m_sites) {
        const ResolvedToponym& toponym = toponym_of(site.toponym);
        if (is_vast(toponym)) {
            continue;
        }
        Presence& presence = scene.places[toponym.place->id];
        ++presence.names;
        presence.headline |=
            document.blocks()[document.sentences()[site.sentence].block].kind == text::BlockKind::headline;
        const bool passed = site.governor == Governor::from || site.governor == Governor::to;
        const bool finer = scene.lead == nullptr || place_rank(toponym) > place_rank(toponym_of(scene.lead->toponym));
        if (finer && !passed && site.sentence < lead_sentences && !is_beyond_border(m_text, site.tokens.begin)) {
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
    const text::Document& document = m_text.document();
    const auto& names = m_lands.names();
    const std::uint32_t first = document.blocks()[draft.block].first_sentence;
    const auto begin =
        std::partition_point(names.begin(), names.end(), [&](const LandName& name) { return name.sentence < first; });
    NamedLands named;
    const auto collect = [&](bool of_sentence) {
        for (auto it = begin; it != names.end() && document.sentences()[it->sentence].block == draft.block; ++it) {
            const bool here = it->sentence == draft.sentence;
            if (here == of_sentence && std::find(named.all.begin(), named.all.end(), it->country) == named.all.end()) {
                named.all.push_back(it->country);
            }
        }
    };
    collect(true);
    named.of_sentence = named.all.size();
    collect(false);
    return named;
}

/// Which of the places lie in countries that the event's sentence or paragraph names.
void PlaceLinker::add_named_lands(Options& options, const NamedLands& named) const {
    const auto country_of = [this](const Inferred& option) {
        const std::optional<Place>& place = toponym_of(option.toponym).place;
        return place ? std::string_view(place->country) : std::string_view();
    };
    for (Inferred& option : options) {
        const std::string_view country = country_of(option);
        const auto found = std::find(named.all.begin(), named.all.end(), country);
        const bool here = found - named.all.begin() < static_cast<std::ptrdiff_t>(named.of_sentence);
        option.score.add_if(here, InferenceFeature::here_named);
        option.score.add_if(!here && named.of_sentence > 0, InferenceFeature::here_other);
        option.score.add_if(found != named.all.end(), InferenceFeature::paragraph_named);
        const bool whole = place_rank(toponym_of(option.toponym)) == 0;
        const bool holds =
            whole && std::any_of(options.begin(), options.end(), [&](const Inferred& other) {
                return &other != &option && place_rank(toponym_of(other.toponym)) > 0 && country_of(other) == country;
            });
        option.score.add_if(holds, InferenceFeature::holds_offered);
    }
}

/// What speaks for no place, besides the event's own words.
void PlaceLinker::add_unknown(InferenceScore& score, const Draft& draft, const NamedLands& named,
                              std::size_t options) const {
    constexpr float some_options = 4.0F;
    score.add_if(named.of_sentence > 1, InferenceFeature::none_lands);
    score.add(InferenceFeature::none_options, static_cast<float>(options) / some_options);
    score.add_if(is_decision(draft.type), InferenceFeature::none_decision);
    score.add_if(draft.type == EventType::agreement || draft.type == EventType::sanction, InferenceFeature::none_pact);
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
    const int events = presence.events[0] + presence.events[1] + presence.events[2];
    const std::uint32_t since = sentences_since(draft, toponym.place->id);
    option.score.add(InferenceFeature::present_names, static_cast<float>(std::min(presence.names, most_names)));
    option.score.add_if(presence.headline, InferenceFeature::present_headline);
    option.score.add_if(since <= 1, InferenceFeature::present_near);
    option.score.add(InferenceFeature::present_since, static_cast<float>(since));
    option.score.add_if(since == most_since, InferenceFeature::present_later);
    option.score.add(InferenceFeature::present_events,
                     static_cast<float>(std::min(presence.events[sphere], most_events)));
    option.score.add(InferenceFeature::present_others,
                     static_cast<float>(std::min(events - presence.events[sphere], most_events)));
    if (m_lands.main() >= 0) {
        const bool home = toponym_of(m_lands.main()).place->country == toponym.place->country;
        option.score.add_if(!home, InferenceFeature::present_foreign);
        option.score.add_if(home && place_rank(toponym) > 0, InferenceFeature::present_home_town);
    }
}

/// The finest place of the first sentences, the first of these when there are several.
void PlaceLinker::add_lead(Options& options, const Draft& draft, const Scene& scene) const {
    if (scene.lead == nullptr) {
        return;
    }
    Inferred& option = option_for(options, town_around(scene.lead->toponym));
    option.score.add(InferenceFeature::lead);
    option.score.add_if(draft.headline || draft.first_block, InferenceFeature::lead_near);
    option.score.add_if(is_definite(draft), InferenceFeature::lead_definite);
    option.score.add_if(scene.lead->governor == Governor::in, InferenceFeature::lead_governed);
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
    Inferred& option = option_for(options, site.toponym);
    option.score.add(InferenceFeature::next);
    option.score.add_if(site.governor == Governor::in, InferenceFeature::next_governed);
    option.score.add_if(draft.headline || draft.first_block, InferenceFeature::next_lead);
    option.score.add_if(block != draft.block, InferenceFeature::next_paragraph);
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
    const bool after = twin->trigger.begin > draft.trigger.begin;
    const std::uint32_t paragraphs = after ? twin->block - draft.block : draft.block - twin->block;
    Inferred& option = option_for(options, twin->place.toponym);
    option.score.add(InferenceFeature::twin);
    option.score.add_if(after, InferenceFeature::twin_after);
    option.score.add_if(is_definite(draft), InferenceFeature::twin_definite);
    option.score.add(InferenceFeature::twin_paragraphs, static_cast<float>(std::min(paragraphs, most_paragraphs)));
}

void PlaceLinker::add_land(Options& options, const Draft& draft, const Land& land) const {
    const bool after = land.tokens.begin >= draft.trigger.begin;
    const std::uint32_t gap = after ? land.tokens.begin - std::min(draft.extent.end, land.tokens.begin)
                                    : draft.trigger.begin - std::min(land.tokens.end, draft.trigger.begin);
    const ToponymUse use = toponym_of(land.toponym).mention.use;
    Inferred& option = option_for(options, land.toponym);
    option.score.add(InferenceFeature::land);
    option.score.add_if(after, InferenceFeature::land_after);
    option.score.add_if(gap <= touching, InferenceFeature::land_touching);
    option.score.add(InferenceFeature::land_distance, static_cast<float>(gap) / 10.0F);
    option.score.add_if(use == ToponymUse::demonym, InferenceFeature::land_adjective);
    option.score.add_if(use == ToponymUse::metonym || use == ToponymUse::org, InferenceFeature::land_government);
    const bool decision = is_decision(draft.type);
    option.score.add_if(decision, InferenceFeature::land_decision);
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
            option_for(options, land->toponym).score.add_if(rival, InferenceFeature::land_rival);
        }
    }
}

void PlaceLinker::add_home(Options& options, const Draft& draft) const {
    if (m_lands.main() < 0) {
        return;
    }
    Inferred& option = option_for(options, m_lands.main());
    option.score.add(InferenceFeature::home);
    option.score.add(InferenceFeature::home_share, m_lands.share());
    const bool decision = is_decision(draft.type);
    option.score.add_if(decision, InferenceFeature::home_decision);
    option.score.add_if(!decision && sphere_of(draft.type) == Sphere::politics, InferenceFeature::home_politics);
    option.score.add_if(sphere_of(draft.type) == Sphere::violence, InferenceFeature::home_violence);
}

} // namespace yaqut::events
