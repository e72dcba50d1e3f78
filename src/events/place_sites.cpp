// SPDX-License-Identifier: Apache-2.0
// The places of an article: names with their prepositions, and words that stand for names.
#include <algorithm>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t governor_reach = 4; ///< tokens before a name in which its preposition stands
constexpr std::uint32_t direction_words = 4;
constexpr std::uint32_t arrival_reach = 9; ///< tokens from a verb of arriving to where
constexpr std::uint32_t gloss_reach = 12;  ///< tokens from a place to the country that it lies in a side of
constexpr std::uint32_t pronoun_reach = 8; ///< tokens from a noun to the pronoun that takes it up
constexpr int antecedent_reach = 64;       ///< toponyms to look back for what "the city" stands for

} // namespace

/// "On the road to the town": along it.
bool PlaceLinker::follows_road(std::uint32_t preposition) const {
    return preposition > 0 && m_text.has(preposition - 1, Cue::road);
}

/// "In the left side of the town": its "of" is the "from" of Arabic and French.
bool PlaceLinker::is_part(std::uint32_t preposition, std::uint32_t begin) const {
    for (std::uint32_t t = preposition; t > begin && preposition - t < 2; --t) {
        if (m_text.has(t - 1, Cue::part)) {
            return true;
        }
    }
    return false;
}

/// The last word of "the south of", "au nord de".
bool PlaceLinker::ends_direction(std::uint32_t token, std::uint32_t begin) const {
    for (std::uint32_t t = token; t > begin && token - t < direction_words; --t) {
        const std::uint32_t first = t - 1;
        if (m_text.has(first, Cue::direction) && first + m_text[first].length == token + 1) {
            return m_text[first].length > 1;
        }
    }
    return false;
}

Governor PlaceLinker::governor_before(std::uint32_t first) const {
    const text::Document& document = m_text.document();
    const TokenRange sentence = document.sentences()[document.sentence_of(first)].tokens;
    for (std::uint32_t token = first; token > sentence.begin && first - token < governor_reach; --token) {
        const std::uint32_t before = token - 1;
        if (m_text[before].punct) {
            return Governor::none;
        }
        if (ends_direction(before, sentence.begin)) {
            return Governor::in;
        }
        if (m_text.has(before, Cue::in)) {
            return Governor::in;
        }
        if (m_text.has(before, Cue::on)) {
            return Governor::on;
        }
        if (m_text.has(before, Cue::to)) {
            return follows_road(before) ? Governor::in : Governor::to;
        }
        if (m_text.has(before, Cue::from) || m_text.has(before, Cue::leaving)) {
            return is_part(before, sentence.begin) ? Governor::in : Governor::from;
        }
        if (m_text.has(before, Cue::against)) {
            return Governor::against;
        }
        if (m_text.has_form(before, FormFlag::with_ba)) {
            return Governor::in;
        }
        if (m_text.has_form(before, FormFlag::marked)) {
            return Governor::none;
        }
    }
    return Governor::of;
}

/// The preposition of a name: written together with it or with its descriptor, else the one before it.
Governor PlaceLinker::governor_of(const Site& site, const ToponymMention& mention) const {
    const text::Document& document = m_text.document();
    const std::uint32_t first = site.tokens.begin;
    const text::Token& token = document.token(first);
    const bool described = first != mention.tokens.begin;
    const std::uint32_t name = described ? mention.descriptor.begin : mention.span.begin;
    const std::string_view lead = document.source({token.span.begin, std::max(name, token.span.begin)});
    if (lead.find("ب") != std::string_view::npos || (described && document.loose(token).starts_with("ب"))) {
        return Governor::in;
    }
    const Governor before = lead.find("ل") != std::string_view::npos ? Governor::to : governor_before(first);
    const bool keeps = before == Governor::on || before == Governor::to;
    if (has_cue(mention.cues, MentionCue::locative) && !keeps) {
        return Governor::in;
    }
    // و joins it to the place before: both hang on the same word.
    if (before == Governor::of && !m_sites.empty()) {
        const Site& last = m_sites.back();
        const bool adjoins = last.sentence == site.sentence && first - last.tokens.end <= 1;
        if (adjoins && m_text.breaks_between(first, last.tokens.begin) == 0) {
            return last.governor;
        }
    }
    return before;
}

/// "In the south of the district": a preposition before the direction makes it the place itself, no gloss.
bool PlaceLinker::is_part_of(const ResolvedToponym& toponym) const {
    const ToponymMention& mention = toponym.mention;
    const std::uint32_t first = mention.tokens.begin;
    if (!has_cue(mention.cues, MentionCue::region_gloss) || !toponym.place || place_rank(toponym) == 0 || first < 2) {
        return false;
    }
    // "The south of the province", "fighting east of the town": no place stands before it that it could locate.
    const bool alone = m_sites.empty() || m_sites.back().tokens.end + 3 < first;
    if (alone && ends_direction(first - 1, 0) && mention.use == ToponymUse::location) {
        return true;
    }
    const Tag& before = m_text[first - 2];
    const bool told = before.event_word || m_text.has(first - 2, Cue::light) || m_text.has(first - 2, Cue::witness);
    if (alone && m_text.has(first - 1, Cue::direction) && told && mention.use == ToponymUse::location) {
        return true;
    }
    const bool directed = m_text.has(first - 1, Cue::direction) && m_text.has(first - 2, Cue::in);
    return directed && !m_text.has(first - 2, Cue::direction) && mention.use == ToponymUse::location;
}

/// "The south-east of Turkey sees clashes": no place in it is named, so the country is all that is known.
bool PlaceLinker::is_side_of_land(const ResolvedToponym& toponym) const {
    const ToponymMention& mention = toponym.mention;
    if (!has_cue(mention.cues, MentionCue::region_gloss) || mention.use != ToponymUse::location || !toponym.place ||
        place_rank(toponym) > 0) {
        return false;
    }
    const std::uint32_t first = mention.tokens.begin;
    const std::uint32_t begin = m_text.document().sentences()[m_text.document().sentence_of(first)].tokens.begin;
    for (std::uint32_t t = first; t > begin && first - t < gloss_reach; --t) {
        const std::int32_t before = m_text.toponym(t - 1);
        if (before < 0 || toponym_of(before).mention.use != ToponymUse::location) {
            continue;
        }
        const std::optional<Place>& place = toponym_of(before).place;
        if (!place || place->country == toponym.place->country) {
            return false; // where that place lies
        }
    }
    return true;
}

/// "The envoy arrived in Benghazi" (وصل المبعوث إلى بنغازي) reads like the envoy to Benghazi: the verb of arriving
/// wants a destination, and the last إلى of its clause names it.
bool PlaceLinker::is_reached(std::size_t index) const {
    const ResolvedToponym& toponym = m_text.toponyms()[index];
    const ToponymMention& mention = toponym.mention;
    if (!has_cue(mention.cues, MentionCue::title_complement) || mention.use != ToponymUse::location || !toponym.place) {
        return false;
    }
    const text::Document& document = m_text.document();
    const std::uint32_t first = mention.tokens.begin;
    const TokenRange sentence = document.sentences()[document.sentence_of(first)].tokens;
    for (std::uint32_t t = mention.tokens.end; t < sentence.end && !m_text[t].break_before; ++t) {
        if (m_text.has(t, Cue::to)) {
            return false;
        }
    }
    if (first == sentence.begin || !m_text.has(first - 1, Cue::to)) {
        return false;
    }
    for (std::uint32_t t = first; t > sentence.begin && first - t < arrival_reach && !m_text[t].break_before; --t) {
        if (m_text.has(t - 1, Cue::arrive)) {
            return true;
        }
    }
    return false;
}

void PlaceLinker::collect_toponyms(std::span<const LandPart> parts) {
    const text::Document& document = m_text.document();
    const std::size_t mentions = m_text.mentions().size();
    // "Northern Iraq": the country's name stands where its part does.
    const auto part_of = [&](std::size_t country) {
        const auto found =
            std::find_if(parts.begin(), parts.end(), [country](const LandPart& p) { return p.country == country; });
        return found == parts.end() ? country : mentions + static_cast<std::size_t>(found - parts.begin());
    };
    for (std::size_t i = 0; i < m_text.toponyms().size(); ++i) {
        const ResolvedToponym& toponym = m_text.toponyms()[i];
        const ToponymMention& mention = toponym.mention;
        const bool named = !mention.tokens.empty() && mention.tokens.end <= m_text.size();
        const bool taken = i >= mentions && m_text.mentions()[parts[i - mentions].country].mention.use ==
                                                ToponymUse::location; // by the country's own name
        if (!named || taken || is_the_town(toponym)) {
            continue;
        }
        const bool side = is_side_of_land(toponym);
        if (!supplies_place(toponym) && !is_part_of(toponym) && !is_reached(i) && !side) {
            continue;
        }
        Site site;
        site.tokens = mention.tokens;
        site.toponym = static_cast<std::int32_t>(part_of(i));
        site.sentence = document.sentence_of(mention.tokens.begin);
        const std::uint32_t begin = document.sentences()[site.sentence].tokens.begin;
        while (site.tokens.begin > begin && !mention.descriptor.empty() &&
               document.token(site.tokens.begin - 1).span.end > mention.descriptor.begin) {
            --site.tokens.begin;
        }
        if (is_gloss(site) || is_no_scene(site)) {
            continue;
        }
        site.governor = governor_of(site, mention);
        const bool directed = site.tokens.begin > begin && m_text.has(site.tokens.begin - 1, Cue::direction);
        site.side = side || (directed && place_rank(toponym) == 0);
        site.office = phrase_before(site.tokens.begin, begin, Cue::office_of) > 0;
        site.around = is_around(site) && part_of(i) == i;
        site.claimed = claimant(site);
        const TokenRange block = document.blocks()[document.sentences()[site.sentence].block].tokens;
        const bool opens = site.tokens.begin == block.begin + 1 && m_text.has(block.begin, Cue::in) &&
                           mention.tokens.end < block.end && m_text[mention.tokens.end].punct;
        site.topic = opens || has_cue(mention.cues, MentionCue::paragraph_topic);
        m_sites.push_back(site);
    }
}

namespace {

bool stands_for(Cue kind, const ResolvedToponym& toponym) {
    const bool location = supplies_place(toponym);
    const int rank = place_rank(toponym);
    switch (kind) {
    case Cue::anaphor_city: {
        const std::optional<FeatureClass> said = toponym.mention.descriptor_feature; // "the quarter of ..."
        const bool part = said && *said != FeatureClass::city;
        return location && toponym.place->feature == FeatureClass::city && !part;
    }
    case Cue::anaphor_capital: return location && toponym.place->feature_code == "PPLC";
    case Cue::anaphor_country: return location && rank == 0;
    case Cue::anaphor_area: return location && rank >= 1;
    case Cue::anaphor_site: return location && rank >= 4;
    default: return location;
    }
}

/// The town in an organisation's name, the country of a demonym or government: no places themselves, but they tell
/// which one is meant.
bool hints_at(Cue kind, const ResolvedToponym& toponym) {
    const ToponymUse use = toponym.mention.use;
    if (kind == Cue::anaphor_city) {
        return toponym.place->feature == FeatureClass::city && use == ToponymUse::org;
    }
    return kind == Cue::anaphor_country && place_rank(toponym) == 0 &&
           (use == ToponymUse::demonym || use == ToponymUse::metonym);
}

} // namespace

/// The place that "the city", "the country", "there" stands for: the topic of the paragraph, or the last one before.
std::int32_t PlaceLinker::antecedent(std::uint32_t token, Cue kind) const {
    const text::Document& document = m_text.document();
    const std::span<const ResolvedToponym> toponyms = m_text.toponyms().first(m_text.mentions().size());
    const auto behind = std::partition_point(toponyms.begin(), toponyms.end(), [&](const ResolvedToponym& t) {
        return t.mention.span.begin < document.token(token).span.begin;
    });
    std::int32_t nearest = -1;
    std::string_view hinted; // named in this paragraph, but not as a location
    const std::uint32_t block = document.block_of(token);
    int steps = 0;
    for (auto it = behind; it != toponyms.begin() && steps < antecedent_reach; ++steps) {
        --it;
        if (!it->place || it->mention.tokens.end > token) {
            continue;
        }
        const bool here = document.block_of(it->mention.tokens.begin) == block;
        if (here && hinted.empty() && nearest < 0 && hints_at(kind, *it)) {
            hinted = it->place->id;
        }
        if (!stands_for(kind, *it)) {
            continue;
        }
        const auto index = static_cast<std::int32_t>(static_cast<std::size_t>(it - toponyms.begin()));
        if (here && has_cue(it->mention.cues, MentionCue::paragraph_topic) && kind != Cue::anaphor_country) {
            return index;
        }
        if (!here && !hinted.empty() && it->place->id == hinted) {
            return index;
        }
        if (nearest < 0 || (here && !hinted.empty() && it->place->id == hinted)) {
            nearest = index;
        }
    }
    return nearest;
}

/// "A visit that the king made" (زيارة قام بها), "clashes in which two died" (فيها): the pronoun takes up the event.
bool PlaceLinker::is_no_place(std::uint32_t token) const {
    const std::uint32_t begin = m_text.document().sentences()[m_text.document().sentence_of(token)].tokens.begin;
    // "There are clashes" (هناك): no place either.
    const bool opens = token == begin || m_text[token - 1].punct || m_text.has(token - 1, Cue::that) ||
                       m_text.has(token - 1, Cue::be) || m_text.has(token - 1, Cue::negation);
    if (opens && token + 1 < m_text.size() && !m_text[token + 1].punct) {
        return true;
    }
    for (std::uint32_t t = token; t > begin && token - t < pronoun_reach && !m_text[t - 1].punct; --t) {
        if (!m_text[t - 1].event_word) {
            continue;
        }
        const std::span<const Sense> senses = m_text.senses(t - 1);
        if (std::none_of(senses.begin(), senses.end(),
                         [](const Sense& s) { return has_flag(s.flags, FormFlag::verb); })) {
            return true;
        }
    }
    return false;
}

/// "The border area" (المنطقة الحدودية): which one it is, is said, and it need not be one named before.
bool PlaceLinker::is_qualified(std::uint32_t token) const {
    if (m_text.rules().language() != Language::ar || token + 1 >= m_text.size() || m_text[token + 1].punct) {
        return false;
    }
    const text::Document& document = m_text.document();
    const std::string_view next = document.loose(document.token(token + 1));
    return next.starts_with("ال") && !m_text.has(token + 1, Cue::relative) && !m_text[token + 1].event_word;
}

void PlaceLinker::add_anaphor(std::uint32_t token, Cue kind) {
    if ((kind == Cue::there && is_no_place(token)) || (kind == Cue::anaphor_area && is_qualified(token))) {
        return;
    }
    const bool alone = token + 1 >= m_text.size() || m_text.toponym(token + 1) < 0;
    const bool definite =
        m_text.has_form(token, FormFlag::definite) || kind == Cue::there || m_text.rules().language() != Language::ar;
    const std::int32_t named = m_text.toponym(token);
    if (!alone || !definite || (named >= 0 && !is_the_town(toponym_of(named)))) {
        return;
    }
    const std::int32_t toponym = antecedent(token, kind);
    if (toponym < 0) {
        return;
    }
    Site site;
    site.tokens = {token, token + 1};
    site.toponym = toponym;
    site.sentence = m_text.document().sentence_of(token);
    site.anaphor = true;
    const bool in_itself = m_text.has_form(token, FormFlag::with_ba) || kind == Cue::there;
    site.governor = in_itself ? Governor::in : governor_before(token);
    site.claimed = claimant(site);
    m_sites.push_back(site);
}

void PlaceLinker::collect_anaphors() {
    const auto sentences = m_text.document().sentences();
    for (std::uint32_t sentence = 0; sentence < sentences.size(); ++sentence) {
        const TokenRange tokens = sentences[sentence].tokens;
        const bool some = has_mark(m_text.words_of(sentence).marks, WordMark::place);
        for (std::uint32_t token = tokens.begin; some && token < tokens.end; ++token) {
            if (!has_mark(m_text[token].marks, WordMark::place)) {
                continue;
            }
            for (const Cue kind : place_cues) {
                if (m_text.has(token, kind)) {
                    add_anaphor(token, kind);
                }
            }
        }
    }
}

} // namespace yaqut::events
