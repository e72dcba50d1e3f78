// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "events/draft.hpp"
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
    bool topic = false; ///< opens its paragraph: "And in Derna, ..."
};

/// Trigger tokens of a sentence, in order, without those that only give casualties.
using EventTokens = std::vector<std::uint32_t>;

/// Links events to places by grammar first, then by paragraph topic, section heading and what was told before. Works
/// through the article's drafts in order.
class PlaceLinker {
  public:
    explicit PlaceLinker(const TaggedText& text);

    /// The place that the event's own sentence gives, by the best grammatical link; the paragraph topic or the section
    /// heading else. Leaves the draft without a place when there is none.
    void link(Draft& draft, const EventTokens& events) const;
    /// Within one sentence, events without a place of their own take that of the nearest event that has one ("met him
    /// during his visit to Cairo").
    void share(std::vector<Draft>& drafts) const;
    /// One word may tell what happened in several places ("the storm hit the towns of A, B and C"): an event for each,
    /// unless it counts victims, which are those of all.
    void spread(std::vector<Draft>& drafts) const;
    /// For events still without a place: that of another event of the paragraph, of the article before it, or the
    /// place that the article mostly speaks of.
    void infer(std::vector<Draft>& drafts) const;

  private:
    void collect_toponyms();
    void collect_anaphors();
    [[nodiscard]] std::int32_t antecedent(std::uint32_t token, Cue kind) const;
    [[nodiscard]] bool follows_road(std::uint32_t preposition) const;
    [[nodiscard]] bool is_part(std::uint32_t preposition, std::uint32_t begin) const;
    [[nodiscard]] bool ends_direction(std::uint32_t token, std::uint32_t begin) const;
    [[nodiscard]] Governor governor_before(std::uint32_t first) const;
    [[nodiscard]] Governor governor_of(const Site& site, const ToponymMention& mention) const;
    [[nodiscard]] bool is_gloss(const Site& site) const;
    [[nodiscard]] bool is_origin(const Site& site) const;
    [[nodiscard]] bool is_part_of(const ResolvedToponym& toponym) const;
    [[nodiscard]] bool is_reached(std::size_t index) const;
    void add_anaphor(std::uint32_t token, Cue kind);
    [[nodiscard]] float relation(const Draft& draft, const Site& site, const EventTokens& events) const;
    [[nodiscard]] bool starts_from(const Draft& draft, const Site& site) const;
    [[nodiscard]] float after_trigger(const Draft& draft, const Site& site) const;
    [[nodiscard]] float before_trigger(const Draft& draft, const Site& site) const;
    [[nodiscard]] bool is_remote(const Draft& draft, const Site& site) const;
    [[nodiscard]] const Site* refine(const Draft& draft, const Site& chosen, const EventTokens& events) const;
    [[nodiscard]] const Site* topic_of(const Draft& draft) const;
    [[nodiscard]] const Site* heading_of(const Draft& draft) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> sites_of(std::uint32_t sentence) const;
    [[nodiscard]] bool joins_list(const Site& before, const Site& site) const;
    [[nodiscard]] const Draft* neighbour(const std::vector<Draft>& drafts, std::size_t index) const;
    [[nodiscard]] std::int32_t town_around(std::int32_t toponym) const;
    [[nodiscard]] std::int32_t main_place() const;
    [[nodiscard]] bool named_near(const Draft& draft, std::int32_t toponym) const;
    [[nodiscard]] std::int32_t main_country() const;

    const TaggedText& m_text;
    std::vector<Site> m_sites;               ///< in order of tokens
    std::vector<std::uint32_t> m_first_site; ///< by sentence, one more at the end
};

/// May this mention put an event on the map?
[[nodiscard]] bool supplies_place(const ResolvedToponym& toponym);
/// A continent, an ocean, the Middle East: never inferred, and linked only when it stands next to the event.
[[nodiscard]] bool is_vast(const ResolvedToponym& toponym);
/// Finer places have higher ranks: country 0 ... site 5.
[[nodiscard]] int place_rank(const ResolvedToponym& toponym);
[[nodiscard]] GeoPrecision geo_precision(const ResolvedToponym& toponym);
/// One may contain or be the other: the same place, a country and a place in it, or near each other.
[[nodiscard]] bool same_area(const ResolvedToponym& a, const ResolvedToponym& b, double reach_km);

} // namespace yaqut::events
