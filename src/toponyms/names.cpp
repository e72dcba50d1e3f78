// SPDX-License-Identifier: Apache-2.0
#include "toponyms/names.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "toponyms/name_matcher.hpp"

namespace yaqut::toponyms {

using gazetteer::NameEntry;

namespace {

constexpr std::size_t entries_read = 64; // of one name: the rest cannot change what is said about it
constexpr std::size_t countries_kept = 8;
constexpr std::uint32_t longest_descriptor_name = 3; // words

/// Words that end a name after a descriptor.
constexpr CueSet stop_words = prepositions | verbs | bit(Cue::function) | bit(Cue::time) | bit(Cue::quantity) |
                              bit(Cue::given_name) | titles | bit(Cue::direction) | bit(Cue::support) |
                              bit(Cue::states) | bit(Cue::people) | bit(Cue::distance) | org_heads | descriptors;

NameSummary summarise(const gazetteer::Gazetteer& gazetteer, const NameCandidate& name) {
    NameSummary summary;
    summary.demonym_only = !name.names.empty();
    double best = -1.0;
    const auto check = static_cast<std::uint32_t>(name.strict_hash);
    const std::size_t count = std::min(name.names.size(), entries_read);
    for (const NameEntry& entry : name.names.first(count)) {
        if (name.match == MatchKind::strict && entry.strict_check != check) {
            continue; // another spelling: the text says what it means
        }
        const Place place = gazetteer.place(entry.place);
        const bool demonym = entry.kind == NameKind::demonym;
        summary.demonym_only &= demonym;
        summary.demonym |= demonym;
        summary.ambiguous |= entry.ambiguous != 0;
        summary.country |= place.feature == FeatureClass::country;
        summary.population = std::max(summary.population, place.population);
        const bool known =
            std::find(summary.countries.begin(), summary.countries.end(), place.country) != summary.countries.end();
        if (!known && !place.country.empty() && summary.countries.size() < countries_kept) {
            summary.countries.push_back(place.country);
        }
        if (const double value = importance(place); value > best) {
            best = value;
            summary.feature = place.feature;
            summary.kind = entry.kind;
            summary.country_code = place.country;
            summary.capital = place.feature_code == "PPLC";
        }
    }
    return summary;
}

/// The words of a name that the gazetteer does not have, after the descriptor at `token`.
std::optional<NameCandidate> after_descriptor(const text::Document& document, std::span<const WordInfo> words,
                                              std::size_t token) {
    const std::size_t limit = document.sentences()[document.sentence_of(token)].tokens.end;
    const auto first = lexicon::next_word(document, token, limit);
    if (!first) {
        return std::nullopt;
    }
    const auto fits = [&](std::size_t at) {
        const text::Token& word = document.token(at);
        return word.kind == text::TokenKind::word && word.script == text::Script::arabic && !words[at].any(stop_words);
    };
    std::size_t last = *first;
    if (!fits(*first)) {
        // معبر رأس جدير، مخيم تل الزعتر: a name may begin with the word for a headland or a hill.
        const auto next = lexicon::next_word(document, *first, limit);
        const bool begins = document.token(*first).script == text::Script::arabic && words[*first].cues != 0 &&
                            (words[*first].cues & ~(bit(Cue::mountain) | bit(Cue::water))) == 0;
        if (!begins || words[*first].clitics != text::Clitic::none || !next || !fits(*next)) {
            return std::nullopt;
        }
        last = *next;
    }
    for (std::uint32_t count = 1; count < longest_descriptor_name; ++count) {
        const auto next = lexicon::next_word(document, last, limit);
        // Adjectives and second parts carry the article: معسكر الدفاع الجوي.
        if (!next || !fits(*next) || !document.strict(document.token(*next)).starts_with("ال") ||
            !document.strict(document.token(last)).starts_with("ال")) {
            break;
        }
        last = *next;
    }
    NameCandidate found;
    const bool whole = words[token].any(named_descriptors);
    std::size_t begin = whole ? token : *first;
    const CueSet kind = words[token].cues & named_descriptors;
    while (whole && begin > 0 && words[begin - 1].any(kind) && !document.token(begin).newline_before) {
        --begin; // a descriptor of several words
    }
    found.tokens = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)};
    found.span = document.span_of(found.tokens);
    if (whole && words[begin].clitics != text::Clitic::none) {
        for (const text::Reading& reading : text::readings(document, document.token(begin))) {
            if (reading.clitics == words[begin].clitics) {
                found.span.begin = reading.source_begin;
                break;
            }
        }
    }
    found.match = MatchKind::descriptor;
    found.descriptor = static_cast<std::uint32_t>(token);
    found.loose_hash = document.token(*first).loose_hash;
    found.strict_hash = document.token(*first).strict_hash;
    return found;
}

/// village of X, X County: up to three capital words beside a descriptor that are no name known.
std::optional<NameCandidate> beside_latin_descriptor(const text::Document& document, std::span<const WordInfo> words,
                                                     std::size_t token) {
    constexpr CueSet fitting = bit(Cue::settlement) | bit(Cue::admin) | bit(Cue::quarter);
    const TokenRange sentence = document.sentences()[document.sentence_of(token)].tokens;
    const auto fits = [&](std::size_t at) { return document.token(at).capital && words[at].cues == 0; };
    if (!fits(token)) {
        return std::nullopt;
    }
    std::size_t last = token;
    auto next = lexicon::next_word(document, last, sentence.end);
    for (std::uint32_t count = 1; count < longest_descriptor_name && next && fits(*next); ++count) {
        last = *next;
        next = lexicon::next_word(document, last, sentence.end);
    }
    NameCandidate found;
    if (token > sentence.begin && words[token - 1].is(Cue::from) && words[token - 1].any(fitting)) {
        std::size_t descriptor = token - 1;
        while (descriptor > sentence.begin && words[descriptor - 1].any(words[token - 1].cues & fitting)) {
            --descriptor;
        }
        found.descriptor = static_cast<std::uint32_t>(descriptor);
    } else if (next && words[*next].any(fitting) && words[*next].feature && document.token(*next).capital) {
        found.descriptor = static_cast<std::uint32_t>(*next);
    } else {
        return std::nullopt;
    }
    found.tokens = {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(last + 1)};
    found.span = document.span_of(found.tokens);
    found.match = MatchKind::descriptor;
    found.loose_hash = document.token(token).loose_hash;
    found.strict_hash = document.token(token).strict_hash;
    return found;
}

class Finder {
  public:
    Finder(const gazetteer::Gazetteer& gazetteer, const text::Document& document, std::span<const WordInfo> words)
        : m_gazetteer(gazetteer), m_document(document), m_words(words),
          m_matcher(gazetteer, document, words, lower_case_text(document)) {}

    NameCandidates run() {
        for (std::size_t i = 0; i < m_document.size();) {
            i = step(i);
        }
        add_rare_clitics();
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
        const bool described = name && i > 0 && m_words[i - 1].any(descriptors); // مدينة معسكر
        if (descriptor && !described && (!name || name->tokens.size() == 1)) {
            // A word that is both, like معسكر (camp, Mascara), describes what follows if anything does.
            const std::size_t next = step_descriptor(i);
            if (next > i + 1 || !name || m_next_is_name) {
                return next;
            }
        }
        return name ? add(*name) : i + 1;
    }

    std::size_t step_descriptor(std::size_t i) {
        m_next_is_name = false;
        if (i + 1 < m_document.size() && m_document.token(i + 1).kind == text::TokenKind::word) {
            if (m_matcher.match(i + 1)) {
                m_next_is_name = true;
                return i + 1; // it comes with the next step
            }
        }
        const auto name = after_descriptor(m_document, m_words, i);
        return name ? add(*name) : i + 1;
    }

    /// مدينة بنغازي as a name of its own: the descriptor is no part of the span when the rest is a name, too.
    void trim_descriptor(NameCandidate& name) const {
        constexpr CueSet outside = bit(Cue::settlement) | bit(Cue::admin) | bit(Cue::quarter);
        const std::uint32_t first = name.tokens.begin;
        if (name.tokens.size() < 2 || !m_words[first].any(outside) ||
            m_document.token(first + 1).kind != text::TokenKind::word ||
            m_document.token(first).script != text::Script::arabic) {
            return;
        }
        const auto rest = m_matcher.match(first + 1);
        if (rest && rest->tokens.end == name.tokens.end && rest->clitics == text::Clitic::none) {
            name.descriptor = first;
            name.tokens.begin = first + 1;
            name.span = rest->span;
            name.clitics = text::Clitic::none;
        }
    }

    std::size_t add(NameCandidate name) {
        if (name.match != MatchKind::descriptor) {
            trim_descriptor(name);
        }
        if (!name.descriptor && name.tokens.begin > 0) {
            const std::uint32_t before = name.tokens.begin - 1;
            const bool bare =
                !text::has_clitic(name.clitics, text::Clitic::waw) && !text::has_clitic(name.clitics, text::Clitic::ba);
            if (m_words[before].any(descriptors) && bare && !m_document.token(name.tokens.begin).newline_before) {
                name.descriptor = before;
            }
        }
        if (!name.descriptor && name.match != MatchKind::descriptor) {
            name.descriptor = descriptor_before_nationality(name);
        }
        if (!name.descriptor && has_latin_descriptor_after(name)) {
            name.descriptor = name.tokens.end;
        }
        const std::uint64_t key = name.loose_hash ^ (name.strict_hash << 1U) ^ static_cast<std::uint64_t>(name.match);
        const auto [slot, fresh] = m_known.try_emplace(key, static_cast<std::uint32_t>(m_found.summaries.size()));
        if (fresh) {
            m_found.summaries.push_back(summarise(m_gazetteer, name));
        }
        name.summary = slot->second;
        m_established.insert(name.loose_hash);
        m_found.names.push_back(name);
        return name.tokens.end;
    }

    /// العاصمة الأردنية عمان
    [[nodiscard]] std::optional<std::uint32_t> descriptor_before_nationality(const NameCandidate& name) const {
        if (m_found.names.empty() || name.clitics != text::Clitic::none) {
            return std::nullopt;
        }
        const NameCandidate& last = m_found.names.back();
        const bool nationality = last.tokens.end == name.tokens.begin && m_found.summary(last).demonym_only;
        if (!nationality || last.tokens.begin == 0 || m_document.token(name.tokens.begin).newline_before) {
            return std::nullopt;
        }
        const std::uint32_t before = last.tokens.begin - 1;
        const bool fits = m_words[before].any(bit(Cue::capital) | bit(Cue::settlement)) && m_words[before].feature;
        return fits ? std::optional{before} : std::nullopt;
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
        std::vector<NameCandidate> more;
        std::size_t next = 0;
        for (std::size_t i = 0; i < m_document.size(); ++i) {
            while (next < m_found.names.size() && m_found.names[next].tokens.end <= i) {
                ++next;
            }
            const bool taken =
                next < m_found.names.size() && m_found.names[next].tokens.contains(static_cast<std::uint32_t>(i));
            if (!taken && m_document.token(i).kind == text::TokenKind::word) {
                if (auto name = m_matcher.match_rare_clitic(i, m_established)) {
                    more.push_back(*name);
                }
            }
        }
        for (NameCandidate& name : more) {
            add(name);
        }
        if (!more.empty()) {
            std::sort(m_found.names.begin(), m_found.names.end(),
                      [](const NameCandidate& a, const NameCandidate& b) { return a.tokens.begin < b.tokens.begin; });
        }
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    NameMatcher m_matcher;
    NameCandidates m_found;
    std::unordered_map<std::uint64_t, std::uint32_t> m_known; ///< summaries by name
    std::unordered_set<std::uint64_t> m_established;
    bool m_next_is_name = false; ///< a known name follows the descriptor looked at last
};

} // namespace

double importance(const Place& place) {
    const double people = std::log10(static_cast<double>(place.population) + 1.0); // 0 to 9
    switch (place.feature) {
    case FeatureClass::country: return 10.0;
    case FeatureClass::region:
    case FeatureClass::sea: return 6.0;
    case FeatureClass::adm1: return std::max(people - 1.5, 4.5);
    case FeatureClass::adm2: return std::max(people - 2.5, 2.5);
    case FeatureClass::city: return people + (place.feature_code == "PPLC" ? 1.5 : 0.0);
    case FeatureClass::district: return std::max(people - 1.0, 1.0);
    default: return std::max(people, 3.0);
    }
}

std::vector<Candidate> places_of(const gazetteer::Gazetteer& gazetteer, const NameCandidate& name, bool demonym,
                                 std::size_t limit) {
    struct Ranked {
        double value;
        Candidate candidate;
    };
    std::vector<Ranked> ranked;
    const auto check = static_cast<std::uint32_t>(name.strict_hash);
    constexpr std::size_t most = 512;
    const auto names = name.names.first(std::min(name.names.size(), most));
    const auto level = [demonym](const NameEntry& entry) {
        return (entry.kind == NameKind::demonym) != demonym ? 2 : (entry.kind == NameKind::translit ? 1 : 0);
    };
    int best_level = 2; // spellings made by rule count only where no real name is written so
    for (const NameEntry& entry : names) {
        best_level = std::min(best_level, level(entry));
    }
    for (const NameEntry& entry : names) {
        if (level(entry) != best_level) {
            continue;
        }
        const bool same = name.match != MatchKind::fused && entry.strict_check == check;
        const MatchKind match =
            name.match == MatchKind::fused ? MatchKind::fused : (same ? MatchKind::strict : MatchKind::loose);
        const auto known = std::find_if(ranked.begin(), ranked.end(),
                                        [&](const Ranked& r) { return r.candidate.place == entry.place; });
        if (known != ranked.end()) {
            known->candidate.match = std::min(known->candidate.match, match);
            known->candidate.name = std::min(known->candidate.name, entry.kind);
            continue;
        }
        const double value = importance(gazetteer.place(entry.place)) + (match == MatchKind::strict ? 1.0 : 0.0);
        ranked.push_back({value, {entry.place, match, 0.0F, entry.kind}});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.value > b.value; });
    std::vector<Candidate> candidates;
    for (const Ranked& r : ranked) {
        if (candidates.size() == limit) {
            break;
        }
        candidates.push_back(r.candidate);
    }
    return candidates;
}

NameCandidates find_names(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
                          std::span<const WordInfo> words, Language /*language*/) {
    return Finder(gazetteer, document, words).run();
}

} // namespace yaqut::toponyms
