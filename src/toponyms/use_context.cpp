// SPDX-License-Identifier: Apache-2.0
#include "toponyms/use_features.hpp"

#include <algorithm>
#include <bit>

namespace yaqut::toponyms {

using text::Clitic;
using text::Token;
using text::TokenKind;

UseContext::UseContext(const text::Document& document, std::span<const WordInfo> words,
                       const NameCandidates& candidates, Language language, const CountrySet& home_countries)
    : m_document(document), m_words(words), m_candidates(candidates), m_arabic(language == Language::ar),
      m_surroundings(candidates.names.size()), m_standings(candidates.summaries.size()) {
    for (const Token& token : document.tokens()) {
        m_tweet |= token.hashtag;
    }
    m_tweet |= document.source().size() < 2000 && document.source().find("http") != std::string_view::npos;
    if (candidates.names.empty()) {
        return;
    }
    find_rare_words();
    for (std::size_t i = 0; i < candidates.names.size(); ++i) {
        look_around(i);
        find_governor(i);
        find_org_head(i);
        find_title(i);
    }
    find_countries();
    count_repetitions();
    find_company();
    find_standings(home_countries);
    find_datelines();
    measure_sport();
}

std::int32_t UseContext::word_before(std::uint32_t token, std::uint32_t begin) const {
    for (std::uint32_t steps = 0; token > begin && steps < 2; ++steps) {
        --token;
        if (m_document.token(token).kind == TokenKind::word) {
            return static_cast<std::int32_t>(token);
        }
        const Mark mark = mark_of(m_document, token);
        if (mark == Mark::stop || mark == Mark::number) {
            break;
        }
    }
    return -1;
}

std::int32_t UseContext::word_after(std::uint32_t token, std::uint32_t end) const {
    for (std::uint32_t steps = 0; token < end && steps < 2; ++steps, ++token) {
        if (m_document.token(token).kind == TokenKind::word) {
            return static_cast<std::int32_t>(token);
        }
        const Mark mark = mark_of(m_document, token);
        if (mark == Mark::stop || mark == Mark::number) {
            break;
        }
    }
    return -1;
}

void UseContext::look_around(std::size_t candidate) {
    const NameCandidate& name = m_candidates.names[candidate];
    const TokenRange sentence = m_document.sentences()[m_document.sentence_of(name.tokens.begin)].tokens;
    Surroundings& s = m_surroundings[candidate];
    std::uint32_t first = name.tokens.begin;
    if (first > sentence.begin && mark_of(m_document, first - 1) == Mark::hash) {
        --first; // the name reads on through the sign of a hashtag
    }
    s.before_mark = static_cast<std::uint8_t>(first == sentence.begin ? Mark::edge : mark_of(m_document, first - 1));
    s.after_mark =
        static_cast<std::uint8_t>(name.tokens.end >= sentence.end ? Mark::edge : mark_of(m_document, name.tokens.end));
    s.before1 = word_before(first, sentence.begin);
    if (s.before1 >= 0) {
        s.before2 = word_before(static_cast<std::uint32_t>(s.before1), sentence.begin);
    }
    if (s.before2 >= 0) {
        s.before3 = word_before(static_cast<std::uint32_t>(s.before2), sentence.begin);
    }
    s.after1 = word_after(name.tokens.end, sentence.end);
    if (s.after1 >= 0) {
        s.after2 = word_after(static_cast<std::uint32_t>(s.after1) + 1, sentence.end);
    }
}

/// The preposition before the name, its descriptor or the names it is coordinated with.
void UseContext::find_governor(std::size_t candidate) {
    const NameCandidate& name = m_candidates.names[candidate];
    Surroundings& s = m_surroundings[candidate];
    const auto take = [&s](CueSet cues) {
        const CueSet found = cues & prepositions;
        s.governor = found == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(1 + std::countr_zero(found));
    };
    if (text::has_clitic(name.clitics, Clitic::ba)) {
        take(bit(Cue::in));
    } else if (text::has_clitic(name.clitics, Clitic::lam)) {
        s.governor = 8;
    } else if (s.before1 >= 0) {
        const WordInfo& before = m_words[static_cast<std::size_t>(s.before1)];
        take(before.cues);
        if (s.governor == 0 && before.any(descriptors | bit(Cue::direction))) {
            if (text::has_clitic(before.clitics, Clitic::ba)) {
                take(bit(Cue::in));
            } else if (s.before2 >= 0) {
                take(m_words[static_cast<std::size_t>(s.before2)].cues);
            }
        }
    }
    if (s.governor != 0 || candidate == 0) {
        return;
    }
    const NameCandidate& previous = m_candidates.names[candidate - 1];
    const bool joined = previous.tokens.end == name.tokens.begin && text::has_clitic(name.clitics, Clitic::waw);
    const bool listed = previous.tokens.end + 1 == name.tokens.begin;
    if (joined || listed) {
        s.governor = m_surroundings[candidate - 1].governor;
    }
}

void UseContext::find_org_head(std::size_t candidate) {
    const NameCandidate& name = m_candidates.names[candidate];
    Surroundings& s = m_surroundings[candidate];
    const TokenRange sentence = m_document.sentences()[m_document.sentence_of(name.tokens.begin)].tokens;
    constexpr std::uint32_t reach = 5;
    std::uint32_t at = name.tokens.begin;
    for (std::uint32_t step = 0; step < reach && at > sentence.begin; ++step) {
        --at;
        const Token& token = m_document.token(at);
        const WordInfo& word = m_words[at];
        if (token.kind == TokenKind::punct) {
            if (mark_of(m_document, at) != Mark::quote) {
                return;
            }
            continue;
        }
        if (word.any(org_heads)) {
            s.org_head = static_cast<std::int32_t>(at);
            return;
        }
        const bool latin_gap = token.script == text::Script::latin && !token.capital && !word.is(Cue::from);
        const bool ends = m_arabic ? word.any(prepositions | verbs | bit(Cue::function)) : latin_gap;
        if (ends || token.kind != TokenKind::word || word.clitics != Clitic::none) {
            return;
        }
    }
}

void UseContext::find_title(std::size_t candidate) {
    const NameCandidate& name = m_candidates.names[candidate];
    Surroundings& s = m_surroundings[candidate];
    const TokenRange sentence = m_document.sentences()[m_document.sentence_of(name.tokens.begin)].tokens;
    constexpr std::uint32_t reach = 4;
    constexpr CueSet wanted = titles | bit(Cue::given_name) | bit(Cue::joiner);
    std::uint32_t at = name.tokens.begin;
    for (std::uint32_t step = 0; step < reach && at > sentence.begin; ++step) {
        --at;
        const Token& token = m_document.token(at);
        if (token.kind != TokenKind::word) {
            return;
        }
        if (m_words[at].any(wanted)) {
            s.title = static_cast<std::int32_t>(at);
            return;
        }
        if (m_words[at].any(prepositions | verbs | bit(Cue::function))) {
            return;
        }
        if (token.script == text::Script::latin && !token.capital) {
            return;
        }
    }
}

void UseContext::find_countries() {
    for (const NameCandidate& name : m_candidates.names) {
        if (name.match == MatchKind::descriptor) {
            continue;
        }
        const NameSummary& summary = m_candidates.summary(name);
        const bool sure = summary.feature == FeatureClass::country && !summary.ambiguous;
        if (sure && summary.country_code != 0 && !names_country(summary.country_code)) {
            m_countries.push_back(summary.country_code);
        }
    }
}

bool UseContext::names_country(CountryCode code) const {
    return std::find(m_countries.begin(), m_countries.end(), code) != m_countries.end();
}

void UseContext::count_repetitions() {
    constexpr std::uint8_t most = 3;
    const auto is_clear = [this](std::size_t i) {
        const NameCandidate& name = m_candidates.names[i];
        const Surroundings& s = m_surroundings[i];
        const bool described = name.descriptor && name.match != MatchKind::descriptor;
        return described || s.governor == 1 + static_cast<unsigned>(Cue::in);
    };
    const auto follows_given_name = [this](std::size_t i) { // أبو أنس التونسي
        const Surroundings& s = m_surroundings[i];
        return s.title >= 0 && m_words[static_cast<std::size_t>(s.title)].any(bit(Cue::given_name) | bit(Cue::joiner));
    };
    for (std::size_t i = 0; i < m_candidates.names.size(); ++i) {
        Standing& standing = m_standings[m_candidates.names[i].summary];
        standing.named |= follows_given_name(i);
        standing.count = std::min<std::uint8_t>(most, static_cast<std::uint8_t>(standing.count + 1));
        standing.clear = static_cast<std::uint8_t>(std::min(200, standing.clear + (is_clear(i) ? 1 : 0)));
    }
    for (std::size_t i = 0; i < m_candidates.names.size(); ++i) {
        const Standing& standing = m_standings[m_candidates.names[i].summary];
        Surroundings& s = m_surroundings[i];
        s.repeated = standing.count;
        s.elsewhere = standing.clear > (is_clear(i) ? 1 : 0);
        s.named = standing.named;
    }
}

/// Counts the unambiguous names of the article by country, each name once.
void UseContext::find_company() {
    constexpr std::size_t most = 24; // countries: more say no more
    for (const NameCandidate& name : m_candidates.names) {
        const NameSummary& summary = m_candidates.summary(name);
        if (name.match == MatchKind::descriptor || summary.ambiguous || summary.country_code == 0 ||
            m_standings[name.summary].counted) {
            continue;
        }
        m_standings[name.summary].counted = true;
        const auto known = std::find_if(m_company.begin(), m_company.end(), [&summary](const Company& company) {
            return company.country == summary.country_code;
        });
        if (known != m_company.end()) {
            ++known->names;
        } else if (m_company.size() < most) {
            m_company.push_back({summary.country_code, 1});
        }
    }
    std::stable_sort(m_company.begin(), m_company.end(),
                     [](const Company& a, const Company& b) { return a.names > b.names; });
}

void UseContext::find_standings(const CountrySet& home_countries) {
    for (const NameCandidate& name : m_candidates.names) {
        Standing& standing = m_standings[name.summary];
        if (standing.known) {
            continue;
        }
        const NameSummary& summary = m_candidates.summary(name);
        const auto countries = summary.countries();
        standing.known = true;
        standing.home = std::any_of(countries.begin(), countries.end(),
                                    [&](CountryCode code) { return home_countries.test(code); });
        standing.supported = static_cast<std::uint8_t>(support(summary));
        const bool counted = !summary.ambiguous && name.match != MatchKind::descriptor;
        standing.company = static_cast<std::uint8_t>(company_of(summary, counted));
    }
}

/// What other names the article has of a country that the name may lie in: 0 no names at all, 1 only of other
/// countries, 2 some, 3 to 5 of the country with the most names: one, up to three, more.
std::size_t UseContext::company_of(const NameSummary& summary, bool counted) const {
    std::size_t result = m_company.size() > (counted ? 1U : 0U) ? 1 : 0;
    for (const Company& company : m_company) {
        const bool own = counted && company.country == summary.country_code;
        const std::uint32_t others = company.names - (own ? 1U : 0U);
        if (others == 0 || !summary.lies_in(company.country)) {
            continue;
        }
        const bool top = company.names == m_company.front().names;
        result = std::max<std::size_t>(result, !top ? 2 : (others == 1 ? 3 : (others <= 3 ? 4 : 5)));
    }
    return result;
}

/// Names and commas at the beginning of one of the first paragraphs: بيروت، لبنان (CNN)
void UseContext::find_datelines() {
    constexpr std::size_t first_blocks = 3;
    const auto& names = m_candidates.names;
    const auto blocks = m_document.blocks();
    std::size_t name = 0;
    for (std::size_t i = 0; i < std::min(first_blocks, blocks.size()); ++i) {
        while (name < names.size() && names[name].tokens.begin < blocks[i].tokens.begin) {
            ++name;
        }
        const std::size_t first = name;
        std::uint32_t at = blocks[i].tokens.begin;
        while (at < blocks[i].tokens.end) {
            if (name < names.size() && names[name].tokens.begin == at) {
                at = names[name++].tokens.end;
            } else if (mark_of(m_document, at) == Mark::comma) {
                ++at;
            } else {
                break;
            }
        }
        if (name == first || at + 1 >= blocks[i].tokens.end) {
            continue;
        }
        const Mark mark = mark_of(m_document, at);
        const bool agency =
            m_document.token(at + 1).all_capitals || m_words[at + 1].any(bit(Cue::outlet) | bit(Cue::agency));
        const std::uint8_t kind = mark == Mark::opening && agency                             ? 1
                                  : mark == Mark::hyphen && m_document.token(at).space_before ? 2
                                  : mark == Mark::colon                                       ? 3
                                                                                              : 0;
        for (std::size_t in_line = first; in_line < name; ++in_line) {
            m_surroundings[in_line].dateline = kind;
        }
    }
}

std::size_t UseContext::support(const NameSummary& summary) const {
    if (m_countries.empty()) {
        return 0;
    }
    const auto countries = summary.countries();
    const bool supported =
        std::any_of(countries.begin(), countries.end(), [this](CountryCode code) { return names_country(code); });
    return supported ? 1 : 2;
}

Mark mark_of(const text::Document& document, std::size_t token) {
    const Token& t = document.token(token);
    if (t.kind == TokenKind::word) {
        return Mark::none;
    }
    if (t.kind == TokenKind::number) {
        return Mark::number;
    }
    const std::string_view key = document.strict(t);
    switch (key.empty() ? '\0' : key.front()) {
    case '(':
    case '[': return Mark::opening;
    case ')':
    case ']': return Mark::closing;
    case '"':
    case '\'': return Mark::quote;
    case ',': return Mark::comma;
    case ':':
    case ';': return Mark::colon;
    case '-':
    case '_': return Mark::hyphen;
    case '/': return Mark::slash;
    case '.':
    case '!':
    case '?': return Mark::stop;
    case '#': return Mark::hash;
    default: return Mark::other;
    }
}

} // namespace yaqut::toponyms
