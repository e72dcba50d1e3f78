// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scratch.hpp"
#include "events/draft.hpp"
#include "events/land_parts.hpp"
#include "events/lands.hpp"
#include "events/link_model.hpp"
#include "events/link_words.hpp"
#include "events/place_features.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// How a place name hangs in its sentence.
enum class Governor : std::uint8_t { none, in, on, against, to, from, of };

/// A place in the text: a toponym that may supply a place, or a word that stands for one named before.
struct Site {
    TokenRange tokens; ///< with its descriptor
    std::int32_t toponym = -1;
    std::uint32_t sentence = 0;
    Governor governor = Governor::none;
    bool anaphor = false;
    bool topic = false;               ///< opens its paragraph: "And in Derna, ..."
    bool around = false;              ///< "near", "east of", "in the suburbs of"
    bool office = false;              ///< "the governor of"
    bool side = false;                ///< a country of which a side is meant: "the south-east of Turkey"
    std::optional<EventType> claimed; ///< "the attack on", "the battle of": whose own place it is
    bool holds_finer = false;         ///< a place in it is named beside it
    bool in_coarser = false;          ///< the place around it is named beside it
    bool holds_finer_far = false;     ///< a place in it is named farther off
    bool in_coarser_far = false;
    float names = 0.0F;      ///< how often the article names the place, logarithm
    float home_share = 0.0F; ///< of the article's names, in its country
    bool home = false;       ///< in the country that most names are in
};

/// Trigger tokens of a sentence, in order, without those that only give casualties.
using EventTokens = ScratchVector<std::uint32_t>;

/// Toponyms and the scores of what was offered; -1: no place.
using OfferedPlaces = ScratchVector<std::pair<std::int32_t, float>>;

/// Links events to places. Every place that the text offers an event is a choice, "none" is another; named features
/// (events/place_features.hpp) and learned weights decide. First what the event's own sentence, its paragraph's topic
/// or its section's heading say; then, for events without such a place, what the context says.
class PlaceLinker {
  public:
    /// `text` must outlive the linker, and so must `trace` (may be null), which takes down all choices. `parts` are the
    /// toponyms of the text behind its mentions.
    explicit PlaceLinker(const TaggedText& text, std::span<const LandPart> parts, LinkTrace* trace = nullptr);

    /// The place that the event's own sentence gives; the paragraph topic or the section heading else. Leaves the draft
    /// without a place when none is likely.
    void link(Draft& draft, const EventTokens& events) const;
    /// One word may tell what happened in several places ("the storm hit the towns of A, B and C"): an event for each,
    /// unless it counts victims, which are those of all.
    void spread(std::vector<Draft>& drafts) const;
    /// For events still without a place: that of another event of the sentence or of the story, the place named last or
    /// next, that of the lead, the one that the article mostly speaks of, or a country named in whatever way. `drafts`
    /// are in order of their triggers.
    void infer(std::vector<Draft>& drafts) const;

  private:
    using PlaceScore = LinkScore<PlaceFeature>;
    using InferenceScore = LinkScore<InferenceFeature>;
    struct Inferred {
        std::int32_t toponym = -1;
        InferenceScore score;
        Link link = Link::context;
    };
    using Options = ScratchVector<Inferred>;
    /// How present a place is in the article.
    struct Presence {
        std::array<int, 3> events{}; ///< that the text states to be there, by sphere
    };
    /// What the whole article offers.
    struct Scene {
        std::int32_t main = -1;                          ///< toponym of the place that it mostly speaks of
        const Site* lead = nullptr;                      ///< the finest place of its first sentences
        ScratchMap<std::string_view, Presence> places{}; ///< by id of the gazetteer
    };

    void collect_toponyms(std::span<const LandPart> parts);
    void collect_anaphors();
    void drop_sides();
    void share_claims();
    void mark_nested();
    void mark_presence();
    [[nodiscard]] std::int32_t town_named_before(std::size_t index) const;
    [[nodiscard]] std::int32_t antecedent(std::uint32_t token, Cue kind) const;
    [[nodiscard]] bool follows_road(std::uint32_t preposition) const;
    [[nodiscard]] bool is_part(std::uint32_t preposition, std::uint32_t begin) const;
    [[nodiscard]] bool ends_direction(std::uint32_t token, std::uint32_t begin) const;
    [[nodiscard]] Governor governor_before(std::uint32_t first) const;
    [[nodiscard]] Governor governor_of(const Site& site, const ToponymMention& mention) const;
    [[nodiscard]] bool is_gloss(const Site& site) const;
    [[nodiscard]] bool is_around(const Site& site) const;
    [[nodiscard]] bool is_the_town(const ResolvedToponym& toponym) const;
    [[nodiscard]] bool is_no_scene(const Site& site) const;
    [[nodiscard]] bool names_place(std::uint32_t token, std::uint32_t begin) const;
    [[nodiscard]] std::uint32_t phrase_before(std::uint32_t token, std::uint32_t begin, Cue cue) const;
    [[nodiscard]] bool is_part_of(const ResolvedToponym& toponym) const;
    [[nodiscard]] bool is_side_of_land(const ResolvedToponym& toponym) const;
    [[nodiscard]] bool is_reached(std::size_t index) const;
    [[nodiscard]] bool is_no_place(std::uint32_t token) const;
    [[nodiscard]] bool is_qualified(std::uint32_t token) const;
    void add_anaphor(std::uint32_t token, Cue kind);

    [[nodiscard]] PlaceScore score_none(const Draft& draft) const;
    [[nodiscard]] PlaceScore score_site(const Draft& draft, std::size_t index, const EventTokens& events) const;
    [[nodiscard]] LinkTarget target_of(const Site& site) const;
    void add_after(PlaceScore& score, const Draft& draft, const Site& site) const;
    void add_before(PlaceScore& score, const Draft& draft, const Site& site) const;
    void add_kind(PlaceScore& score, const Draft& draft, const Site& site) const;
    void add_presence(PlaceScore& score, const Draft& draft, const Site& site) const;
    static void add_level(PlaceScore& score, EventType type, bool country);
    void add_rivals(PlaceScore& score, const Draft& draft, std::size_t index, const EventTokens& events) const;
    [[nodiscard]] PlaceFeature governor_after(const Draft& draft, const Site& site) const;
    [[nodiscard]] PlaceFeature construction_before(const Draft& draft, const Site& site) const;
    [[nodiscard]] bool witnessed(std::uint32_t first, std::uint32_t begin, std::uint32_t reach) const;
    [[nodiscard]] bool leads_where(const Draft& draft, const Site& site) const;
    [[nodiscard]] bool has_people(const Draft& draft, const Site& site) const;
    [[nodiscard]] bool starts_from(const Draft& draft, const Site& site) const;
    [[nodiscard]] bool follows(const Site& site, Cue cue, std::uint32_t reach) const;
    [[nodiscard]] bool is_remote(const Draft& draft, std::size_t index) const;
    [[nodiscard]] bool is_matter(const Draft& draft, const Site& site) const;
    [[nodiscard]] bool is_origin(const Site& site) const;
    void add_clauses(PlaceScore& score, const Draft& draft, std::size_t index) const;
    [[nodiscard]] bool is_by_phone(const Draft& draft) const;
    [[nodiscard]] bool is_of_victims(const Draft& draft, std::uint32_t low, std::uint32_t high) const;
    [[nodiscard]] std::optional<EventType> claimant(const Site& site) const;
    [[nodiscard]] const Site* topic_of(const Draft& draft) const;
    [[nodiscard]] const Site* heading_of(const Draft& draft) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> sites_of(std::uint32_t sentence) const;
    /// The first of these sites that begins at the token or later.
    [[nodiscard]] std::size_t first_site_after(std::size_t begin, std::size_t end, std::uint32_t token) const;
    [[nodiscard]] const ResolvedToponym& toponym_of(std::int32_t index) const {
        return m_text.toponyms()[static_cast<std::size_t>(index)];
    }

    [[nodiscard]] float odds_of(const OfferedPlaces& offered, std::int32_t chosen) const;
    [[nodiscard]] float land_odds_of(const OfferedPlaces& offered, std::int32_t chosen) const;
    [[nodiscard]] bool joins_list(const Site& before, const Site& site) const;
    [[nodiscard]] Options inferred_for(const std::vector<Draft>& drafts, std::size_t index, const Scene& scene) const;
    [[nodiscard]] Scene scene(const std::vector<Draft>& drafts) const;
    /// The countries that the sentence of an event names in whatever way.
    using NamedLands = ScratchVector<std::string_view>;
    [[nodiscard]] NamedLands lands_named(const Draft& draft) const;
    void add_named_lands(Options& options, const NamedLands& named) const;
    static void add_unknown(InferenceScore& score, const Draft& draft, const NamedLands& named, std::size_t options);
    void add_presence(Inferred& option, const Draft& draft, const Scene& scene) const;
    [[nodiscard]] std::uint32_t sentences_since(const Draft& draft, std::string_view place) const;
    Inferred& option_for(Options& options, std::int32_t toponym) const;
    void add_beside(Options& options, const std::vector<Draft>& drafts, std::size_t index) const;
    void add_told(Options& options, const std::vector<Draft>& drafts, std::size_t index) const;
    void add_named(Options& options, const Draft& draft) const;
    void add_main(Options& options, const Draft& draft, std::int32_t main) const;
    void add_lands(Options& options, const Draft& draft) const;
    void add_land(Options& options, const Draft& draft, const Land& land) const;
    void add_home(Options& options, const Draft& draft) const;
    void add_lead(Options& options, const Scene& scene) const;
    void add_next(Options& options, const Draft& draft) const;
    void add_twin(Options& options, const std::vector<Draft>& drafts, std::size_t index) const;
    void infer_place(std::vector<Draft>& drafts, std::size_t index, const Scene& scene) const;
    [[nodiscard]] InferenceScore score_unknown(const Draft& draft) const;
    [[nodiscard]] std::int32_t town_around(std::int32_t toponym) const;
    [[nodiscard]] std::int32_t main_place() const;

    const TaggedText& m_text;
    LinkTrace* m_trace;
    const LinkWeights& m_weights;
    const LinkWeights& m_inference_weights;
    LinkWords m_words;
    Lands m_lands;
    ScratchVector<Site> m_sites;               ///< in order of tokens
    ScratchVector<std::uint32_t> m_first_site; ///< by sentence, one more at the end
};

/// May this mention put an event on the map?
[[nodiscard]] bool supplies_place(const ResolvedToponym& toponym);
/// A continent, an ocean, the Middle East: never inferred, and linked only when it stands next to the event.
[[nodiscard]] bool is_vast(const ResolvedToponym& toponym);
/// A state decides it for all of its country: elections, appointments, what courts and prisons do.
[[nodiscard]] bool is_decision(EventType type);
/// Finer places have higher ranks: country 0 ... site 5.
[[nodiscard]] inline int place_rank(const ResolvedToponym& toponym) {
    static constexpr int finest = 4;
    static constexpr auto ranks = [] {
        std::array<int, static_cast<std::size_t>(FeatureClass::other) + 1> all{};
        all.fill(finest);
        all[static_cast<std::size_t>(FeatureClass::country)] = 0;
        all[static_cast<std::size_t>(FeatureClass::adm1)] = 1;
        all[static_cast<std::size_t>(FeatureClass::adm2)] = 2;
        all[static_cast<std::size_t>(FeatureClass::region)] = 2;
        all[static_cast<std::size_t>(FeatureClass::sea)] = 2;
        all[static_cast<std::size_t>(FeatureClass::city)] = 3;
        return all;
    }();
    return toponym.place ? ranks[static_cast<std::size_t>(toponym.place->feature)] : finest;
}
[[nodiscard]] GeoPrecision geo_precision(const ResolvedToponym& toponym);
/// One may contain or be the other: the same place, a country and a place in it, or near each other.
[[nodiscard]] bool same_area(const ResolvedToponym& a, const ResolvedToponym& b, double reach_km);

} // namespace yaqut::events
