// SPDX-License-Identifier: Apache-2.0
#include "toponyms/level_cues.hpp"

#include <algorithm>

#include "toponyms/resolution.hpp"

namespace yaqut::toponyms {

namespace {

using text::Clitic;

/// Of what a unit or country has, but no town: its governor, its villages.
enum class Having : std::uint8_t { nothing, unit, unit_or_country };

class LevelFinder {
  public:
    LevelFinder(const UseContext& context, std::size_t candidate)
        : m_document(context.document()), m_words(context.words()), m_candidates(context.candidates()),
          m_candidate(candidate), m_name(m_candidates.names[candidate]),
          m_begin(m_document.sentences()[m_document.sentence_of(m_name.tokens.begin)].tokens.begin) {}

    [[nodiscard]] Having run() const {
        const Having before = owner_before();
        if (before != Having::nothing) {
            return before;
        }
        return !m_name.descriptor && settlement_inside() ? Having::unit_or_country : Having::nothing;
    }

    /// What has the name (شوارع تونس), or is in it (المحكمة الابتدائية بتونس): a few words before.
    [[nodiscard]] MentionCue owner_cue() const {
        constexpr std::uint32_t reach = 3;
        std::uint32_t end = m_name.tokens.begin;
        const bool inside = text::has_clitic(m_name.clitics, Clitic::ba) ||
                            (m_name.clitics == Clitic::none && end > m_begin && m_words[end - 1].is(Cue::in));
        if (m_name.clitics != Clitic::none && !inside) {
            return MentionCue::none;
        }
        end -= inside && m_name.clitics == Clitic::none ? 1 : 0;
        for (std::uint32_t at = end; at > m_begin && end - at < (inside ? reach : 1); --at) {
            const WordInfo& word = m_words[at - 1];
            if (!has_word(at - 1) || word.any(prepositions)) {
                break;
            }
            if (word.urban || word.national) {
                return (word.urban ? MentionCue::of_town : MentionCue::none) |
                       (word.national ? MentionCue::of_state : MentionCue::none);
            }
        }
        return MentionCue::none;
    }

  private:
    [[nodiscard]] bool has_word(std::uint32_t token) const {
        return token >= m_begin && token < m_name.tokens.begin && m_document.token(token).kind == text::TokenKind::word;
    }

    /// والي سوسة، أمير منطقة مكة، واليا لقفصة
    [[nodiscard]] Having owner_before() const {
        const bool of = text::has_clitic(m_name.clitics, Clitic::lam) && !text::has_clitic(m_name.clitics, Clitic::waw);
        if ((m_name.clitics != Clitic::none && !of) || m_name.tokens.begin == m_begin) {
            return Having::nothing;
        }
        std::uint32_t at = m_name.tokens.begin - 1;
        if (has_word(at) && m_words[at].is(Cue::area) && at > m_begin) {
            --at;
        }
        if (!has_word(at)) {
            return Having::nothing;
        }
        const WordInfo& word = m_words[at];
        return word.governs ? Having::unit : word.rules ? Having::unit_or_country : Having::nothing;
    }

    /// بلدة في درعا، ثلاثون قرية وبلدة بدرعا، بلدة سراقب في إدلب
    [[nodiscard]] bool settlement_inside() const {
        std::uint32_t end = m_name.tokens.begin; // of what stands before the preposition
        if (!text::has_clitic(m_name.clitics, Clitic::ba)) {
            if (end == m_begin || !m_words[end - 1].is(Cue::in) || m_name.clitics != Clitic::none) {
                return false;
            }
            --end;
        }
        if (m_candidate > 0) {
            const NameCandidate& inner = m_candidates.names[m_candidate - 1];
            if (inner.tokens.end == end && inner.descriptor && !inner.listed) {
                return is_settlement(*inner.descriptor);
            }
        }
        constexpr std::uint32_t reach = 2; // قرية صغيرة في درعا
        for (std::uint32_t at = end; at > m_begin && end - at < reach; --at) {
            if (!has_word(at - 1)) {
                return false;
            }
            if (is_settlement(at - 1)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_settlement(std::uint32_t token) const {
        return m_words[token].is(Cue::settlement) || m_words[token].feature == FeatureClass::adm2;
    }

    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    const NameCandidates& m_candidates;
    std::size_t m_candidate;
    const NameCandidate& m_name;
    std::uint32_t m_begin; ///< of the sentence
};

} // namespace

bool means_unit(const gazetteer::Gazetteer& gazetteer, const UseContext& context, std::size_t candidate,
                std::span<const Candidate> places) {
    const Having having = LevelFinder(context, candidate).run();
    if (having == Having::nothing) {
        return false;
    }
    const auto some = [&](FeatureClass wanted) {
        return std::any_of(places.begin(), places.end(),
                           [&](const Candidate& c) { return gazetteer.feature(c.place) == wanted; });
    };
    return some(FeatureClass::adm1) && (having == Having::unit || !some(FeatureClass::country));
}

bool has_levels(const gazetteer::Gazetteer& gazetteer, std::span<const Candidate> places) {
    bool wide = false;
    bool town = false;
    for (const Candidate& candidate : places.size() > 1 ? places : std::span<const Candidate>()) {
        const FeatureClass feature = gazetteer.feature(candidate.place);
        wide |= feature == FeatureClass::country || feature == FeatureClass::region;
        town |= feature == FeatureClass::city;
    }
    return wide && town;
}

MentionCue level_cue(const UseContext& context, std::size_t candidate) {
    return LevelFinder(context, candidate).owner_cue();
}

bool has_seat_of_its_name(const gazetteer::Gazetteer& gazetteer, std::span<const Candidate> places) {
    return std::any_of(places.begin(), places.end(), [&](const Candidate& candidate) {
        const Place town = gazetteer.place(candidate.place);
        if (town.feature != FeatureClass::city) {
            return false;
        }
        return std::any_of(places.begin(), places.end(), [&](const Candidate& other) {
            const Place whole = gazetteer.place(other.place);
            const bool country = whole.feature == FeatureClass::country && town.feature_code == "PPLC";
            return (country || whole.feature == FeatureClass::adm1) && holds(whole, town);
        });
    });
}

bool goes_on_from_before(const UseContext& context, std::size_t candidate) {
    const NameCandidate& name = context.candidates().names[candidate];
    const Surroundings& s = context.surroundings(candidate);
    return s.before1 >= 0 && s.before_mark == 0 && name.clitics == Clitic::none && !name.descriptor &&
           context.words()[static_cast<std::size_t>(s.before1)].begins_names;
}

} // namespace yaqut::toponyms
