// SPDX-License-Identifier: Apache-2.0
#include "toponyms/names.hpp"

#include <algorithm>
#include <memory>

#include "toponyms/descriptor_names.hpp"
#include "toponyms/name_matcher.hpp"
#include "toponyms/use_features.hpp"

namespace yaqut::toponyms {

using gazetteer::NameEntry;

namespace {

/// Descriptors that are no part of the name.
constexpr CueSet outside_names = bit(Cue::settlement) | bit(Cue::admin) | bit(Cue::quarter);

/// The worker's memory, or `own` for a document without a worker; a new text begins for it.
NameMemory& memory_for(const text::Document& document, const NameFacts& facts, std::unique_ptr<NameMemory>& own) {
    const auto make = [] { return std::make_unique<NameMemory>(); };
    if (document.words() == nullptr) {
        own = make();
    }
    NameMemory& memory = own ? *own : static_cast<NameMemory&>(document.words()->facts(facts.names.number(), make));
    memory.begin_text();
    return memory;
}

SpareCandidates& spare_candidates(text::WordCache& words, const NameFacts& facts) {
    const auto make = [] { return std::make_unique<SpareCandidates>(); };
    return static_cast<SpareCandidates&>(words.facts(facts.candidates.number(), make));
}

NameCandidates empty_candidates(const text::Document& document, const NameFacts& facts) {
    return document.words() == nullptr ? NameCandidates{}
                                       : std::move(spare_candidates(*document.words(), facts).candidates);
}

class Finder {
  public:
    Finder(const gazetteer::Gazetteer& gazetteer, const text::Document& document, std::span<const WordInfo> words,
           const NameFacts& facts)
        : m_gazetteer(gazetteer), m_document(document), m_words(words), m_found(empty_candidates(document, facts)),
          m_memory(memory_for(document, facts, m_found.own_memory)), m_keys(m_memory.lists.keys),
          m_matcher(gazetteer, document, words, facts, m_memory) {
        m_keys.clear();
    }

    NameCandidates run() {
        std::size_t next = 0; // all before it is read
        const auto worth_a_look = m_matcher.worth_a_look();
        for (std::size_t at = 0; at < worth_a_look.size(); ++at) {
            m_matcher.look_on(at);
            if (worth_a_look[at] >= next) {
                next = step(worth_a_look[at]);
            }
        }
        add_rare_clitics();
        summarise_names();
        if (m_found.names.size() > m_usual) { // those with rare proclitics came last
            sort_names();
        }
        return std::move(m_found);
    }

  private:
    std::size_t step(std::size_t i) {
        const text::Token& token = m_document.token(i);
        if (token.kind != text::TokenKind::word) {
            return i + 1;
        }
        const auto name = m_matcher.match(i);
        if (token.script == text::Script::latin) {
            const auto found = name ? name : beside_latin_descriptor(m_document, m_words, i);
            return found ? add(*found) : i + 1;
        }
        const bool descriptor = m_words[i].any(descriptors);
        // مدينة معسكر, but not مستشفى مدينة عفرين
        const bool described = name && i > 0 && m_words[i - 1].any(descriptors) && !m_words[i].any(outside_names);
        if (name && (is_direction_of_next(*name) || is_anaphor(*name) || (!described && is_head(*name)))) {
            return i + 1;
        }
        if (descriptor && !described && (!name || name->tokens.size() == 1)) {
            // A word that is both, like معسكر (camp, Mascara), describes what follows if anything does.
            // A kingdom that is named so alone (المملكة) describes nothing unknown.
            const std::size_t next = step_descriptor(i, name && m_words[i].is(Cue::state_word));
            if (next > i + 1 || !name || m_next_is_name) {
                return next;
            }
        }
        return name ? add(*name) : i + 1;
    }

    [[nodiscard]] bool is_hash(std::size_t token) const { return mark_of(m_document, token) == Mark::hash; }

    /// جنوب غرب سوريا: only directions, and what they belong to follows.
    [[nodiscard]] bool is_direction_of_next(const NameCandidate& name) const {
        const std::uint32_t end = name.tokens.end;
        for (std::uint32_t at = name.tokens.begin; at < end; ++at) {
            if (!m_words[at].is(Cue::direction)) {
                return false;
            }
        }
        return end < m_document.size() && m_document.token(end).kind == text::TokenKind::word &&
               !m_document.token(end).newline_before && m_matcher.match(end);
    }

    /// جنوب المدينة: the town that the article is about, not Medina.
    [[nodiscard]] bool is_anaphor(const NameCandidate& name) const {
        const std::uint32_t first = name.tokens.begin;
        return name.tokens.size() == 1 && first > 0 && m_words[first].is(Cue::territory) &&
               m_words[first - 1].is(Cue::direction) && name.clitics == text::Clitic::none;
    }

    /// بجامعة سيدني، بورصة قطر: the head of an organisation's name, not Djamaa or Bursa.
    [[nodiscard]] bool is_head(const NameCandidate& name) const {
        return name.tokens.size() == 1 && m_words[name.tokens.begin].any(bit(Cue::education) | bit(Cue::business));
    }

    [[nodiscard]] bool ends_quote(const NameCandidate& name) const {
        return name.tokens.end < m_document.size() && mark_of(m_document, name.tokens.end) == Mark::quote;
    }

    /// قرية بني كعب: more than the department of Bolivia.
    [[nodiscard]] bool goes_on(const NameCandidate& known, std::size_t descriptor) const {
        return known.tokens.size() == 1 && m_words[known.tokens.begin].begins_names &&
               after_descriptor(m_document, m_words, descriptor);
    }

    std::size_t step_descriptor(std::size_t i, bool known_only) {
        m_next_is_name = false;
        const std::size_t next = i + 1 < m_document.size() && is_hash(i + 1) ? i + 2 : i + 1; // مدينة #جنين
        if (next < m_document.size() && m_document.token(next).kind == text::TokenKind::word) {
            const auto known = m_matcher.match(next);
            if (known && !goes_on(*known, i)) {
                m_next_is_name = true;
                return i + 1; // it comes with the next step
            }
        }
        if (known_only) {
            return i + 1;
        }
        const bool quoted = next < m_document.size() && mark_of(m_document, i + 1) == Mark::quote;
        if (auto known = quoted ? m_matcher.match(i + 2) : std::nullopt; known && ends_quote(*known)) {
            known->descriptor = static_cast<std::uint32_t>(i);
            return add(*known); // ملعب "الجوهرة"
        }
        const auto name = quoted ? in_quotes_after(m_document, m_words, i) : after_descriptor(m_document, m_words, i);
        return name ? add(*name) : i + 1;
    }

    /// مدينة بنغازي as a name of its own: the descriptor is no part of the span when the rest is a name, too.
    void trim_descriptor(NameCandidate& name) const {
        const std::uint32_t first = name.tokens.begin;
        if (name.tokens.size() < 2 || !m_words[first].any(outside_names) ||
            m_document.token(first + 1).kind != text::TokenKind::word ||
            m_document.token(first).script != text::Script::arabic) {
            return;
        }
        const auto rest = m_matcher.match(first + 1);
        if (rest && rest->tokens.end == name.tokens.end && rest->clitics == text::Clitic::none) {
            if (m_words[first].is(Cue::settlement)) { // a place that is known as "the town of X" is not the only X
                name.bare = rest->names;
                name.bare_check = static_cast<std::uint32_t>(rest->strict_hash);
            }
            name.descriptor = first;
            name.tokens.begin = first + 1;
            name.span = rest->span;
            name.clitics = text::Clitic::none;
        }
    }

    std::size_t add(const NameCandidate& name) {
        add_one(name);
        while (const auto member = member_after(m_found.names.back())) {
            add_one(*member);
        }
        return m_found.names.back().tokens.end;
    }

    void add_one(NameCandidate name) {
        if (name.match != MatchKind::descriptor) {
            trim_descriptor(name);
        }
        if (!name.descriptor && name.tokens.begin > 0) {
            const Mark mark = mark_of(m_document, name.tokens.begin - 1);
            const bool wrapped = is_hash(name.tokens.begin - 1) || mark == Mark::opening || mark == Mark::quote;
            const std::uint32_t before = name.tokens.begin - (wrapped && name.tokens.begin > 1 ? 2 : 1);
            const bool bare =
                !text::has_clitic(name.clitics, text::Clitic::waw) && !text::has_clitic(name.clitics, text::Clitic::ba);
            if (m_words[before].any(descriptors) && bare && !m_document.token(name.tokens.begin).newline_before) {
                name.descriptor = before;
            }
        }
        if (!name.descriptor && name.match != MatchKind::descriptor) {
            name.descriptor = descriptor_before_nationality(name);
        }
        if (!name.descriptor && name.match != MatchKind::descriptor) {
            name.descriptor = descriptor_of_list(name);
            if (!name.descriptor) {
                name.descriptor = shared_descriptor_before(m_document, m_words, name.tokens.begin);
            }
            name.listed = name.descriptor.has_value();
        }
        if (!name.descriptor && has_latin_descriptor_after(name)) {
            name.descriptor = name.tokens.end;
        }
        const std::uint64_t key = key_of(name);
        m_memory.fetch(key);
        m_keys.push_back(key);
        m_found.names.push_back(name);
    }

    /// قرى X وY: the next member of the list, if no gazetteer has it.
    [[nodiscard]] std::optional<NameCandidate> member_after(const NameCandidate& name) const {
        const std::uint32_t next = name.tokens.end;
        if (!name.descriptor || !m_words[*name.descriptor].shared || next >= m_document.size() ||
            (name.listed && m_words[*name.descriptor].dual) || !is_of_kind(name, m_words[*name.descriptor]) ||
            m_matcher.match(next)) {
            return std::nullopt;
        }
        return listed_member(m_document, m_words, next, *name.descriptor);
    }

    /// Is the name one of those that the descriptor promises? أحياء حلب are not called so.
    [[nodiscard]] bool is_of_kind(const NameCandidate& name, const WordInfo& descriptor) const {
        const auto agrees = [&](const NameEntry& entry) {
            const FeatureClass feature = m_gazetteer.feature(entry.place);
            const bool unit = feature == FeatureClass::adm1 || feature == FeatureClass::adm2;
            return descriptor.is(Cue::admin) ? unit
                                             : feature == FeatureClass::city || feature == FeatureClass::district;
        };
        const auto entries = name.names.first(std::min(name.names.size(), entries_read));
        return descriptor.dual || name.match == MatchKind::descriptor ||
               std::any_of(entries.begin(), entries.end(), agrees);
    }

    /// Equal keys: the same summary.
    [[nodiscard]] static std::uint64_t key_of(const NameCandidate& name) {
        const bool article = text::has_clitic(name.clitics, text::Clitic::article);
        return name.loose_hash ^ (name.strict_hash << 1U) ^ static_cast<std::uint64_t>(name.match) ^
               (article ? 1U << 8U : 0U) ^ (name.bare.empty() ? 0U : 1U << 9U);
    }

    /// Gives the names added since the last call their summaries, which add() asked for: a name seen long ago is far
    /// from the processor.
    void summarise_names() {
        const auto fetch = [this](std::size_t i) {
            if (i < m_keys.size()) {
                m_memory.fetch_name(m_keys[i]);
            }
        };
        constexpr std::size_t ahead = 4;
        for (std::size_t i = 0; i < ahead; ++i) {
            fetch(m_summarised + i);
        }
        for (; m_summarised < m_keys.size(); ++m_summarised) {
            fetch(m_summarised + ahead);
            NameCandidate& name = m_found.names[m_summarised];
            KnownName& known = m_memory.name(m_keys[m_summarised], [&] { return summarise(m_gazetteer, name); });
            if (known.text != m_memory.text()) {
                known.text = m_memory.text();
                known.index = static_cast<std::uint32_t>(m_found.summaries.size());
                m_found.summaries.push_back(known.summary);
                m_found.known.push_back(&known);
            }
            name.summary = known.index;
        }
    }

    /// العاصمة الأردنية عمان
    [[nodiscard]] std::optional<std::uint32_t> descriptor_before_nationality(const NameCandidate& name) {
        if (m_found.names.empty() || name.clitics != text::Clitic::none) {
            return std::nullopt;
        }
        const NameCandidate& last = m_found.names.back();
        if (last.tokens.end != name.tokens.begin || last.tokens.begin == 0 ||
            m_document.token(name.tokens.begin).newline_before) {
            return std::nullopt;
        }
        const std::uint32_t before = last.tokens.begin - 1;
        if (!m_words[before].any(bit(Cue::capital) | bit(Cue::settlement)) || !m_words[before].feature) {
            return std::nullopt;
        }
        summarise_names();
        return m_found.summary(last).demonym_only ? std::optional{before} : std::nullopt;
    }

    /// محافظات إب وتعز، وذمار
    [[nodiscard]] std::optional<std::uint32_t> descriptor_of_list(const NameCandidate& name) const {
        if (m_found.names.empty() || (name.clitics != text::Clitic::none && name.clitics != text::Clitic::waw)) {
            return std::nullopt;
        }
        const NameCandidate& last = m_found.names.back();
        if (!last.descriptor || !m_words[*last.descriptor].shared || last.tokens.end > name.tokens.begin) {
            return std::nullopt;
        }
        std::uint32_t end = last.tokens.end;
        if (end + 2 < name.tokens.begin && mark_of(m_document, end) == Mark::opening &&
            mark_of(m_document, end + 2) == Mark::closing) {
            end += 3; // محافظات إب (وسط) وتعز (جنوب)
        }
        const std::uint32_t gap = name.tokens.begin - end;
        const bool joined = (gap == 0 && name.clitics == text::Clitic::waw) ||
                            (gap == 1 && m_document.loose(m_document.token(end)) == "و");
        const Mark mark = gap == 1 ? mark_of(m_document, end) : Mark::none;
        const bool marked = mark == Mark::comma || mark == Mark::hyphen || mark == Mark::slash;
        return joined || marked ? last.descriptor : std::nullopt;
    }

    /// Fulton County, Darfur province
    [[nodiscard]] bool has_latin_descriptor_after(const NameCandidate& name) const {
        if (name.tokens.end >= m_document.size()) {
            return false;
        }
        const text::Token& next = m_document.token(name.tokens.end);
        const WordInfo& word = m_words[name.tokens.end];
        return next.kind == text::TokenKind::word && next.script == text::Script::latin && !next.newline_before &&
               word.any(bit(Cue::settlement) | bit(Cue::admin)) && word.feature.has_value();
    }

    /// فطرابلس، كتونس: only names that the article has elsewhere.
    void add_rare_clitics() {
        const auto rare = m_matcher.rare();
        m_usual = m_found.names.size();
        if (rare.empty() || m_found.names.empty()) {
            return;
        }
        std::vector<std::uint64_t> established;
        for (const NameCandidate& name : m_found.names) {
            established.push_back(name.loose_hash);
        }
        std::sort(established.begin(), established.end());
        std::vector<NameCandidate> more;
        std::size_t next = 0;
        for (const std::uint32_t i : rare) {
            while (next < m_found.names.size() && m_found.names[next].tokens.end <= i) {
                ++next;
            }
            if (next == m_found.names.size() || !m_found.names[next].tokens.contains(i)) {
                if (auto name = m_matcher.match_rare_clitic(i, established)) {
                    more.push_back(*name);
                }
            }
        }
        for (const NameCandidate& name : more) {
            add(name);
        }
    }

    void sort_names() {
        std::sort(m_found.names.begin(), m_found.names.end(),
                  [](const NameCandidate& a, const NameCandidate& b) { return a.tokens.begin < b.tokens.begin; });
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    NameCandidates m_found;
    NameMemory& m_memory;
    std::vector<std::uint64_t>& m_keys; ///< of the names
    NameMatcher m_matcher;
    std::size_t m_summarised = 0; ///< names that have their summary
    std::size_t m_usual = 0;      ///< names before those with rare proclitics
    bool m_next_is_name = false;  ///< a known name follows the descriptor looked at last
};

} // namespace

NameCandidates find_names(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
                          std::span<const WordInfo> words, const NameFacts& facts) {
    return Finder(gazetteer, document, words, facts).run();
}

void take_back(const text::Document& document, const NameFacts& facts, NameCandidates&& candidates) {
    constexpr std::size_t most = 4096; // names: more than articles have
    if (document.words() == nullptr || candidates.names.capacity() > most) {
        return;
    }
    candidates.names.clear();
    candidates.summaries.clear();
    candidates.known.clear();
    spare_candidates(*document.words(), facts).candidates = std::move(candidates);
}

} // namespace yaqut::toponyms
