// SPDX-License-Identifier: Apache-2.0
// Features of names that may stand for a team, a government's people or a person with a title.
#include "toponyms/use_features.hpp"

#include <algorithm>
#include <bit>

namespace yaqut::toponyms {

namespace {

constexpr CueSet sport_words = bit(Cue::sport) | bit(Cue::club);

/// How a name is governed, as far as teams are concerned: 0 not at all, 1 somehow, 2 by "in", 3 like an opponent.
std::size_t governed_as(const Surroundings& s) {
    const auto is = [&s](Cue cue) { return s.governor == 1 + static_cast<unsigned>(cue); };
    if (is(Cue::in)) {
        return 2;
    }
    if (is(Cue::near) || is(Cue::on) || is(Cue::with) || is(Cue::between)) {
        return 3;
    }
    return s.governor == 0 ? 0 : 1;
}

} // namespace

std::size_t place_group(FeatureClass feature) {
    switch (feature) {
    case FeatureClass::country: return 0;
    case FeatureClass::adm1:
    case FeatureClass::adm2:
    case FeatureClass::region: return 1;
    case FeatureClass::city: return 2;
    default: return 3;
    }
}

/// Words that only few articles have, so that most need not look for them around each name.
void UseContext::find_rare_words() {
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        if (m_words[i].any(sport_words | bit(Cue::states) | bit(Cue::distance))) {
            m_some_distance |= m_words[i].is(Cue::distance);
            m_some_states |= m_words[i].is(Cue::states);
            if (m_words[i].any(sport_words)) {
                m_sport_words.push_back(static_cast<std::uint32_t>(i));
            }
        }
    }
}

/// How much of the article is words of sport.
void UseContext::measure_sport() {
    constexpr std::size_t fewest = 3;
    constexpr std::array<std::size_t, 3> per_thousand{8, 20, 40};
    const std::size_t count = m_sport_words.size();
    while (count >= fewest && m_sport < per_thousand.size() &&
           count * 1000 >= per_thousand.at(m_sport) * m_words.size()) {
        ++m_sport;
    }
}

/// In a text about sport a town or country may be its team: words of sport within reach and in the whole article, and
/// how the name is governed.
void UseContext::sport_features(std::size_t candidate, UseFeatures& out) const {
    constexpr std::uint32_t reach = 15;
    constexpr std::size_t most = 3;
    if (m_sport_words.empty()) {
        return;
    }
    const NameCandidate& name = m_candidates.names[candidate];
    const TokenRange sentence = m_document.sentences()[m_document.sentence_of(name.tokens.begin)].tokens;
    const std::uint32_t first = std::max(sentence.begin, name.tokens.begin - std::min(name.tokens.begin, reach));
    const std::uint32_t last = std::min(sentence.end, name.tokens.end + reach);
    std::size_t count = 0;
    for (auto at = std::lower_bound(m_sport_words.begin(), m_sport_words.end(), first);
         at != m_sport_words.end() && *at < last && count < most; ++at) {
        count += name.tokens.contains(*at) ? 0U : 1U;
    }
    const std::size_t group = std::min<std::size_t>(place_group(m_candidates.summary(name).feature), 2);
    const std::size_t governed = governed_as(m_surroundings[candidate]);
    if (count != 0) {
        out.add(UseSlot::sport, (count * 4 + governed) * 3 + group);
    }
    if (m_sport != 0) {
        out.add(UseSlot::sport_article, (m_sport * 4 + governed) * 3 + group);
    }
}

/// أمير قطر، سفير فرنسا: the state that a title belongs to is no person.
void UseContext::title_features(std::size_t candidate, UseFeatures& out) const {
    const Surroundings& s = m_surroundings[candidate];
    const NameCandidate& name = m_candidates.names[candidate];
    if (s.title < 0) {
        return;
    }
    const auto title = static_cast<std::size_t>(s.title);
    constexpr std::string_view article = "ال";
    if (m_document.strict(m_document.token(title)).starts_with(article)) {
        return; // زار الوزير تونس
    }
    const std::size_t distance = name.tokens.begin - title > 1 ? 1 : 0;
    CueSet kinds = (m_words[title].cues & (titles | bit(Cue::given_name))) >> static_cast<unsigned>(Cue::state);
    for (; kinds != 0; kinds &= kinds - 1) {
        const auto kind = static_cast<std::size_t>(std::countr_zero(kinds));
        out.add(UseSlot::title_power, kind * 4 + distance * 2 + (is_power(name) ? 1U : 0U));
    }
}

} // namespace yaqut::toponyms
