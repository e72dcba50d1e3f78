// SPDX-License-Identifier: Apache-2.0
#include "toponyms/recognizer.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "text/key_hash.hpp"
#include "toponyms/analysis.hpp"
#include "toponyms/level_cues.hpp"
#include "toponyms/mention_cues.hpp"
#include "toponyms/name_matcher.hpp"
#include "toponyms/offset_phrases.hpp"
#include "toponyms/use_decision.hpp"
#include "toponyms/use_lists.hpp"

namespace yaqut::toponyms {

namespace {

constexpr std::size_t most_candidates = 32; // of one mention, most important first

/// The places that the name may mean, looked up once per name and worker.
const std::vector<Candidate>& places_of(const gazetteer::Gazetteer& gazetteer, const NameCandidate& name,
                                        KnownName& known, bool demonym) {
    auto& places = known.places.at(demonym ? 1 : 0);
    if (!places) {
        places = places_of(gazetteer, name, demonym, most_candidates);
    }
    return *places;
}

/// مديريات الظاهر وباقم: the districts, which the gazetteer has as مديرية الظاهر، مديرية باقم.
void add_listed_units(const gazetteer::Gazetteer& gazetteer, const Analysis& analysis, const NameCandidate& name,
                      ToponymMention& mention) {
    if (mention.descriptor_feature != FeatureClass::adm2 || mention.candidates.size() == most_candidates ||
        !(name.listed || analysis.words()[*name.descriptor].shared)) {
        return;
    }
    for (const std::uint64_t head : analysis.tables().words.unit_heads()) {
        std::uint64_t phrase = head;
        for (std::size_t at = 0; at < mention.key.size();) {
            const std::size_t end = std::min(mention.key.find(' ', at), mention.key.size());
            phrase = text::extend_phrase(phrase, text::KeyHash::of(std::string_view(mention.key).substr(at, end - at)));
            at = end + 1;
        }
        for (const gazetteer::NameEntry& entry : gazetteer.probe(phrase).names) {
            const bool known = std::any_of(mention.candidates.begin(), mention.candidates.end(),
                                           [&](const Candidate& c) { return c.place == entry.place; });
            if (!known && gazetteer.feature(entry.place) == FeatureClass::adm2 &&
                mention.candidates.size() < most_candidates) {
                mention.candidates.push_back({entry.place, MatchKind::strict, 0.0F, entry.kind});
            }
        }
    }
}

ToponymMention mention_of(const gazetteer::Gazetteer& gazetteer, const Analysis& analysis, std::size_t candidate,
                          ToponymUse use) {
    const NameCandidate& name = analysis.candidates().names[candidate];
    const text::Document& document = analysis.context().document();
    ToponymMention mention;
    mention.use = use;
    mention.span = name.span;
    mention.tokens = name.tokens;
    mention.cues = mention_cues(analysis.context(), candidate);
    if (analysis.candidates().summary(name).ambiguous) {
        mention.cues = mention.cues | MentionCue::ambiguous;
    }
    if (name.descriptor) {
        if (*name.descriptor < name.tokens.end && !name.listed) {
            mention.descriptor = document.token(*name.descriptor).span;
        }
        mention.descriptor_feature = analysis.words()[*name.descriptor].feature;
    }
    mention.key = name_key(document, name);
    KnownName& known = *analysis.candidates().known[name.summary];
    mention.candidates = places_of(gazetteer, name, known, use == ToponymUse::demonym);
    add_listed_units(gazetteer, analysis, name, mention);
    if (means_unit(gazetteer, analysis.context(), candidate, mention.candidates)) {
        mention.descriptor_feature = FeatureClass::adm1;
        std::erase_if(mention.candidates, [&](const Candidate& place) { // والي تونس
            return gazetteer.feature(place.place) == FeatureClass::country;
        });
    }
    if (has_levels(gazetteer, mention.candidates)) {
        mention.cues = mention.cues | level_cue(analysis.context(), candidate);
    }
    if (goes_on_from_before(analysis.context(), candidate)) {
        mention.cues = mention.cues | MentionCue::ambiguous; // عين X is not X in another country
    }
    return mention;
}

/// By position; of two that begin together the longer one first.
bool comes_before(const ToponymMention& a, const ToponymMention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

/// The location that an offset phrase counts from: what follows it, also after a demonym and more descriptors
/// (20 كلم شرق العاصمة اللبنانية بيروت).
std::vector<ToponymMention>::iterator anchor_of(const Analysis& analysis, const OffsetPhrase& phrase,
                                                std::vector<ToponymMention>& mentions) {
    constexpr std::uint32_t reach = 4; // tokens
    auto at = std::lower_bound(mentions.begin(), mentions.end(), phrase.tokens.end,
                               [](const ToponymMention& m, std::uint32_t t) { return m.tokens.begin < t; });
    std::uint32_t token = phrase.tokens.end;
    while (at != mentions.end() && at->tokens.begin - phrase.tokens.end <= reach) {
        for (; token < at->tokens.begin; ++token) {
            if (!analysis.words()[token].any(descriptors | bit(Cue::from) | bit(Cue::function))) {
                return mentions.end();
            }
        }
        if (at->use != ToponymUse::demonym) {
            return at->use == ToponymUse::location && !at->doubtful ? at : mentions.end();
        }
        token = std::max(token, at->tokens.end);
        ++at;
    }
    return mentions.end();
}

/// Distances are counted from towns: 180 كلم شرق الجزائر is not meant from the middle of the country.
void count_from_town(const gazetteer::Gazetteer& gazetteer, ToponymMention& anchor) {
    if (!anchor.descriptor_feature && has_seat_of_its_name(gazetteer, anchor.candidates)) {
        anchor.descriptor_feature = FeatureClass::city;
    }
}

/// Adds a mention for each offset phrase that a location follows, and marks that location as its anchor.
void add_offsets(const gazetteer::Gazetteer& gazetteer, const Analysis& analysis,
                 std::vector<ToponymMention>& mentions) {
    const text::Document& document = analysis.context().document();
    std::vector<ToponymMention> offsets;
    for (const OffsetPhrase& phrase : find_offset_phrases(document, analysis.words())) {
        const auto anchor = anchor_of(analysis, phrase, mentions);
        if (anchor == mentions.end()) {
            continue;
        }
        anchor->cues = anchor->cues | MentionCue::offset_anchor | MentionCue::nested;
        count_from_town(gazetteer, *anchor);
        ToponymMention offset = *anchor;
        offset.tokens = {phrase.tokens.begin, anchor->tokens.end};
        offset.span = document.span_of(phrase.tokens).joined(anchor->span);
        offset.cues = MentionCue::locative;
        offset.descriptor = {};
        if (offset.descriptor_feature != FeatureClass::city) {
            offset.descriptor_feature.reset();
        }
        for (Candidate& candidate : offset.candidates) {
            candidate.match = MatchKind::offset;
        }
        offsets.push_back(std::move(offset));
    }
    mentions.insert(mentions.end(), std::make_move_iterator(offsets.begin()), std::make_move_iterator(offsets.end()));
}

/// A list of many whose next member is in no gazetteer may have ended: بمعابر آمنة والسماح لهم.
bool is_doubtful_member(const Analysis& analysis, const NameCandidate& name) {
    return name.listed && name.match == MatchKind::descriptor && !analysis.words()[*name.descriptor].dual;
}

/// The probabilities of all candidates' uses.
std::vector<UseScores> scores_of(const Analysis& analysis, const UseDecision& decision) {
    const std::size_t count = analysis.candidates().names.size();
    std::vector<UseScores> scores(count);
    UseFeatures features;
    for (std::size_t i = 0; i < count; ++i) {
        analysis.context().features(i, features);
        scores[i] = analysis.tables().model.scores(features);
        const NameCandidate& name = analysis.candidates().names[i];
        if (i > 0 && name.listed && name.match == MatchKind::descriptor) {
            scores[i] = scores[i - 1]; // a word by which nothing is known: as the names of its list
        }
    }
    if (decision.lists_agree) {
        agree_in_lists(analysis.context(), scores);
    }
    return scores;
}

} // namespace

struct Recognizer::Impl {
    const gazetteer::Gazetteer& gazetteer;
    NameFacts facts;
};

Recognizer::Recognizer(const gazetteer::Gazetteer& gazetteer)
    : m_impl(std::make_shared<const Impl>(Impl{gazetteer, {}})) {
    for (const Language language : {Language::ar, Language::en, Language::fr}) {
        static_cast<void>(language_tables(language)); // a broken table shows here, not in the first article
    }
}

std::vector<ToponymMention> Recognizer::recognize(const text::Document& document, Language language) const {
    const Analysis analysis(m_impl->gazetteer, document, language, m_impl->facts);
    std::vector<ToponymMention> mentions;
    mentions.reserve(analysis.candidates().names.size());
    const UseDecision decision = use_decision(analysis.tables().language);
    const std::vector<UseScores> scores = scores_of(analysis, decision);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const bool unknown = analysis.candidates().names[i].match == MatchKind::descriptor;
        const auto add = [&](std::pair<ToponymUse, float> use, bool doubtful) {
            ToponymMention& mention = mentions.emplace_back(mention_of(m_impl->gazetteer, analysis, i, use.first));
            mention.use_score = use.second;
            mention.uses = scores[i];
            mention.doubtful = doubtful;
        };
        if (const auto place = unknown ? std::nullopt : decision.doubtful_use(scores[i])) {
            add(*place, true);
        }
        if (const auto best = decision.use(scores[i]); decision.keeps(best.first, best.second, unknown)) {
            add(best, is_doubtful_member(analysis, analysis.candidates().names[i]));
        }
    }
    if (analysis.context().names_distance()) {
        add_offsets(m_impl->gazetteer, analysis, mentions);
    }
    if (!std::is_sorted(mentions.begin(), mentions.end(), comes_before)) {
        std::stable_sort(mentions.begin(), mentions.end(), comes_before);
    }
    return mentions;
}

std::string name_key(const text::Document& document, const NameCandidate& name) {
    std::string key;
    for (std::uint32_t at = name.tokens.begin; at < name.tokens.end; ++at) {
        const text::Token& token = document.token(at);
        if (token.kind == text::TokenKind::punct) {
            continue;
        }
        if (!key.empty()) {
            key += ' ';
        }
        std::uint32_t end = 0;
        if (at == name.tokens.begin && name.clitics != text::Clitic::none) {
            if (!text::has_clitic(name.clitics, text::Clitic::lam)) { // else several readings take the same letters
                key += text::remaining_loose(document, token, {.key_begin = name.key_begin});
                continue;
            }
            for (const text::Reading& reading : text::readings(document, token)) {
                if (reading.clitics == name.clitics && reading.source_begin == name.span.begin) {
                    key += text::remaining_loose(document, token, reading);
                    break;
                }
            }
        } else if (without_apostrophe(document, token, end)) {
            const std::string_view loose = document.loose(token);
            key += end == token.span.end ? loose.substr(1) : loose.substr(0, loose.size() - 1);
        } else {
            key += document.loose(token);
        }
    }
    return key;
}

} // namespace yaqut::toponyms
