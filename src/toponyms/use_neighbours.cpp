// SPDX-License-Identifier: Apache-2.0
// Features of what stands beside a name: other names, and the verbs and prepositions of governments.
#include "toponyms/use_features.hpp"

namespace yaqut::toponyms {

using text::Clitic;

void UseContext::neighbour_features(std::size_t candidate, UseFeatures& out) const {
    const auto& names = m_candidates.names;
    const NameCandidate& name = names[candidate];
    const auto describe = [&](const NameCandidate& other, std::size_t gap) {
        const NameSummary& summary = m_candidates.summary(other);
        const std::size_t kind = summary.demonym_only ? 1 : (summary.ambiguous ? 2 : (summary.country ? 3 : 0));
        return gap * 4 + kind;
    };
    std::size_t listed = 0;
    if (candidate > 0) {
        const NameCandidate& other = names[candidate - 1];
        const std::size_t gap = name.tokens.begin - other.tokens.end;
        if (gap <= 2 && m_document.sentence_of(other.tokens.begin) == m_document.sentence_of(name.tokens.begin)) {
            const bool waw = text::has_clitic(name.clitics, Clitic::waw);
            out.add(UseSlot::neighbour_before, describe(other, gap * 2 + (waw ? 1U : 0U)));
            listed += gap <= 1 ? 1 : 0;
        }
    }
    if (candidate + 1 < names.size()) {
        const NameCandidate& other = names[candidate + 1];
        const std::size_t gap = other.tokens.begin - name.tokens.end;
        if (gap <= 2 && m_document.sentence_of(other.tokens.begin) == m_document.sentence_of(name.tokens.begin)) {
            const bool waw = text::has_clitic(other.clitics, Clitic::waw);
            out.add(UseSlot::neighbour_after, describe(other, gap * 2 + (waw ? 1U : 0U)));
            listed += gap <= 1 ? 1 : 0;
        }
    }
    out.add(UseSlot::listed, listed);
}

/// A guess at what an Arabic word is by its letters: 0 noun with the article, 1 verb like تتوقع، يرى، 2 verb like
/// أعلنت، 3 verb or noun with a pronoun, 4 other.
std::size_t UseContext::shape_of_word(std::size_t token) const {
    if (m_words[token].any(bit(Cue::witness) | bit(Cue::arrive) | bit(Cue::leave))) {
        return 4; // شهدت مصر: verbs that take places
    }
    constexpr std::size_t shortest_verb = 8; // bytes: four letters
    const std::string_view key = m_document.strict(m_document.token(token));
    const std::string_view word =
        key.starts_with("و") && key.size() > shortest_verb ? key.substr(std::string_view("و").size()) : key;
    if (word.starts_with("ال")) {
        return 0;
    }
    if (word.ends_with("ها") || word.ends_with("ه") || word.ends_with("هم")) {
        return 3;
    }
    if (word.size() >= shortest_verb && (word.starts_with("ت") || word.starts_with("ي")) && !word.ends_with("ة")) {
        return 1;
    }
    return word.size() >= shortest_verb && word.ends_with("ت") && !word.ends_with("ات") ? 2 : 4;
}

/// May the name stand for a state: a country, a capital, a seat of government.
bool UseContext::is_power(const NameCandidate& name) const {
    const NameSummary& summary = m_candidates.summary(name);
    return name.match != MatchKind::descriptor &&
           (m_words[name.tokens.begin].is(Cue::seat) || summary.capital || summary.feature == FeatureClass::country);
}

/// The shape of the word after a name (0 to 4), or of the next one when that is a particle: السعودية قد أعلنت (5 to 9).
std::size_t UseContext::verb_after(const Surroundings& s) const {
    constexpr std::size_t shapes = 5;
    const auto after = static_cast<std::size_t>(s.after1);
    if (m_words[after].is(Cue::function) && s.after2 >= 0) {
        return shapes + shape_of_word(static_cast<std::size_t>(s.after2));
    }
    return shape_of_word(after);
}

/// What makes a name stand for a government: a verb of saying or will after it, or a list of states in brackets.
void UseContext::government_features(std::size_t candidate, UseFeatures& out) const {
    const NameCandidate& name = m_candidates.names[candidate];
    const Surroundings& s = m_surroundings[candidate];
    if (s.governor == 0 && s.org_head < 0 && s.after_mark == 0 && s.after1 >= 0) {
        const WordInfo& next = m_words[static_cast<std::size_t>(s.after1)];
        if (next.is(Cue::statement)) {
            out.add(UseSlot::verb_after, 1);
        } else if (next.is(Cue::witness)) {
            out.add(UseSlot::verb_after, 2);
        } else if (next.is(Cue::function) && s.after2 >= 0 &&
                   m_words[static_cast<std::size_t>(s.after2)].is(Cue::statement)) {
            out.add(UseSlot::verb_after, 3); // ليبيا لا تتحمل
        }
    }
    const NameSummary& summary = m_candidates.summary(name);
    const bool seat = m_words[name.tokens.begin].is(Cue::seat);
    if (is_power(name)) {
        constexpr std::size_t governors = 9;
        const std::size_t kind = seat ? 2U : (summary.capital ? 1U : 0U);
        out.add(UseSlot::power_governor, kind * governors + s.governor);
        if (m_arabic && s.governor == 0 && s.before1 >= 0 && s.before_mark == 0) {
            constexpr std::size_t shapes = 5;
            out.add(UseSlot::power_before, kind * shapes + shape_of_word(static_cast<std::size_t>(s.before1)));
        }
        if (m_arabic && s.governor == 0 && s.after1 >= 0 && s.after_mark == 0) {
            constexpr std::size_t ways = 10;
            out.add(UseSlot::power_after, kind * ways + verb_after(s));
        }
    }
    if (!m_some_states) {
        return;
    }
    // دول الجوار (الجزائر، تشاد)
    constexpr std::uint32_t longest_list = 24;
    constexpr std::uint32_t words_before = 4;
    const TokenRange sentence = m_document.sentences()[m_document.sentence_of(name.tokens.begin)].tokens;
    std::uint32_t at = name.tokens.begin;
    for (std::uint32_t step = 0; step < longest_list && at > sentence.begin; ++step) {
        --at;
        const Mark mark = mark_of(m_document, at);
        if (mark == Mark::closing || mark == Mark::stop || m_words[at].any(prepositions | verbs)) {
            return;
        }
        if (mark == Mark::opening) {
            const std::uint32_t first = at - std::min(at - sentence.begin, words_before);
            for (std::uint32_t before = first; before < at; ++before) {
                if (m_words[before].is(Cue::states)) {
                    out.add(UseSlot::states_list, 1);
                    return;
                }
            }
            return;
        }
    }
}

} // namespace yaqut::toponyms
