// SPDX-License-Identifier: Apache-2.0
#include "toponyms/use_features.hpp"

#include <algorithm>
#include <bit>

#include "text/key_hash.hpp"

namespace yaqut::toponyms {

using text::Clitic;
using text::Token;
using text::TokenKind;

namespace {

template <typename Function> void for_each_cue(CueSet set, Function function) {
    while (set != 0) {
        function(static_cast<std::size_t>(std::countr_zero(set)));
        set &= set - 1;
    }
}

std::size_t clitic_value(Clitic clitics) {
    const std::size_t waw = text::has_clitic(clitics, Clitic::waw) ? 1 : 0;
    if (text::has_clitic(clitics, Clitic::fa) || text::has_clitic(clitics, Clitic::kaf)) {
        return 6;
    }
    if (text::has_clitic(clitics, Clitic::ba)) {
        return 2 + waw;
    }
    if (text::has_clitic(clitics, Clitic::lam)) {
        return 4 + waw;
    }
    return clitics == Clitic::none ? 0 : (waw == 1 ? 1 : 7);
}

std::size_t size_value(std::uint32_t population) {
    constexpr std::array<std::uint32_t, 7> steps{0, 1'000, 10'000, 50'000, 200'000, 1'000'000, 5'000'000};
    std::size_t value = 0;
    while (value < steps.size() && population > steps.at(value)) {
        ++value;
    }
    return value;
}

} // namespace

void UseContext::features(std::size_t candidate, UseFeatures& out) const {
    out.clear();
    name_features(candidate, out);
    word_features(candidate, out);
    cue_features(candidate, out);
    chain_features(candidate, out);
    place_features(candidate, out);
    neighbour_features(candidate, out);
    latin_features(candidate, out);
    government_features(candidate, out);
    sport_features(candidate, out);
    title_features(candidate, out);
    longer_name_features(candidate, out);
}

/// مركز كاليفورنيا للعلوم، عين الزرقاء: names that go on before or behind what the gazetteer has of them.
void UseContext::longer_name_features(std::size_t candidate, UseFeatures& out) const {
    const NameCandidate& name = m_candidates.names[candidate];
    const Surroundings& s = m_surroundings[candidate];
    const std::size_t ambiguous = m_candidates.summary(name).ambiguous ? 1 : 0;
    if (s.before1 >= 0 && s.before_mark == 0 && name.clitics == Clitic::none &&
        m_words[static_cast<std::size_t>(s.before1)].begins_names) {
        out.add(UseSlot::goes_on, ambiguous);
    }
    if (s.after1 < 0 || s.after_mark != 0 ||
        !m_document.strict(m_document.token(static_cast<std::size_t>(s.after1))).starts_with("لل")) {
        return;
    }
    constexpr std::size_t begin = 2;
    const bool described = s.before1 >= 0 && m_words[static_cast<std::size_t>(s.before1)].any(descriptors);
    const std::size_t head = s.org_head >= 0 ? 2 : (described ? 1 : 0);
    out.add(UseSlot::goes_on, begin + head * 2 + ambiguous);
}

/// Of words that only their descriptor makes a name.
void UseContext::unknown_features(const NameCandidate& name, UseFeatures& out) const {
    out.add_word(UseSlot::descriptor_word, m_document.token(*name.descriptor).loose_hash, *name.descriptor);
    // معسكر الدفاع الجوي may be a name, معسكر تدريب hardly.
    const bool after = *name.descriptor < name.tokens.end; // the name follows its descriptor
    const std::uint32_t own_word = after ? std::max(*name.descriptor + 1, name.tokens.begin) : name.tokens.begin;
    out.add_word(UseSlot::token_word, name.loose_hash, own_word);
    const Token& own = m_document.token(name.tokens.end - 1);
    const std::size_t length = std::min<std::size_t>(name.tokens.end - own_word, 3);
    const bool article = m_document.strict(own).starts_with("ال");
    const bool feminine = m_document.strict(own).ends_with("ة");
    const std::size_t shape = length * 4 + (article ? 2U : 0U) + (feminine ? 1U : 0U);
    out.add(UseSlot::unknown_shape, shape * 2 + (m_tweet ? 1U : 0U));
    const bool ordinary = m_words[own_word].ordinary;
    const bool quoted = own_word > 0 && mark_of(m_document, own_word - 1) == Mark::quote;
    for_each_cue(m_words[*name.descriptor].cues & descriptors, [&](std::size_t cue) {
        if (article || quoted) {
            out.add(UseSlot::unknown_cue, cue);
        }
        if (ordinary) {
            out.add(UseSlot::unknown_ordinary, cue);
        }
    });
}

void UseContext::name_features(std::size_t candidate, UseFeatures& out) const {
    const NameCandidate& name = m_candidates.names[candidate];
    const NameSummary& summary = m_candidates.summary(name);
    const Token& first = m_document.token(name.tokens.begin);
    const bool ambiguous = summary.ambiguous;
    const std::size_t letters = name.span.size() / (first.script == text::Script::arabic ? 2U : 1U);
    const std::size_t place = static_cast<std::size_t>(summary.feature);
    const std::size_t clitic = clitic_value(name.clitics);
    out.add(UseSlot::bias, 0);
    out.add(UseSlot::words, name.tokens.size() - std::size_t{1});
    out.add(UseSlot::letters, std::min<std::size_t>(letters, 8));
    out.add(UseSlot::match, static_cast<std::size_t>(name.match));
    out.add(UseSlot::ambiguous, ambiguous ? 1 : 0);
    out.add(UseSlot::clitic, clitic);
    out.add(UseSlot::clitic_ambiguous, clitic * 2 + (ambiguous ? 1 : 0));
    out.add(UseSlot::hashtag, first.hashtag ? 1 : 0);
    out.add(UseSlot::tweet, m_tweet ? 1 : 0);
    out.add(UseSlot::tweet_match,
            static_cast<std::size_t>(name.match) * 4 + (m_tweet ? 2U : 0U) + (ambiguous ? 1U : 0U));
    if (name.match == MatchKind::descriptor) {
        unknown_features(name, out);
        return;
    }
    out.add(UseSlot::place, place);
    out.add(UseSlot::place_ambiguous, place * 2 + (ambiguous ? 1 : 0));
    out.add(UseSlot::size, size_value(summary.population));
    out.add(UseSlot::size_ambiguous, size_value(summary.population) * 2 + (ambiguous ? 1 : 0));
    out.add(UseSlot::name_kind, static_cast<std::size_t>(summary.kind));
    out.add(UseSlot::demonym, summary.demonym_only ? 2 : (summary.demonym ? 1 : 0));
    out.add(UseSlot::letters_ambiguous, std::min<std::size_t>(letters, 8) * 2 + (ambiguous ? 1 : 0));
    out.add(UseSlot::article, m_document.strict(first).starts_with("ال") ? 1 : 0);
    if (name.tokens.size() == 1 && m_words[name.tokens.begin].ordinary) {
        out.add(UseSlot::ordinary, follows_its_noun(candidate) ? 2 : 1);
    }
    if (name.match == MatchKind::loose) {
        const std::string_view last = m_document.strict(m_document.token(name.tokens.end - 1));
        if (last.ends_with("ه")) {
            out.add(UseSlot::ha_for_ta, m_tweet ? 1 : 2); // حديثه: the town, or "his speech"
        } else if (last.ends_with("ء")) {
            out.add(UseSlot::ha_for_ta, 3); // إيواء is written with more than ايوا
        }
    }
    out.add_word(UseSlot::name_word, name.loose_hash, name.tokens.begin);
    if (name.clitics != Clitic::none || name.tokens.size() > 1) {
        out.add_word(UseSlot::token_word, first.loose_hash, name.tokens.begin);
    }
}

/// الوقت القصير: a word with the article after another one that is no cue may be its adjective.
bool UseContext::follows_its_noun(std::size_t candidate) const {
    const Surroundings& s = m_surroundings[candidate];
    if (s.before1 < 0 || s.before_mark != 0) {
        return false;
    }
    const auto before = static_cast<std::size_t>(s.before1);
    const Token& first = m_document.token(m_candidates.names[candidate].tokens.begin);
    constexpr std::string_view article = "ال";
    return m_words[before].cues == 0 && m_document.strict(m_document.token(before)).find(article) <= article.size() &&
           m_document.strict(first).starts_with(article);
}

void UseContext::word_features(std::size_t candidate, UseFeatures& out) const {
    const Surroundings& s = m_surroundings[candidate];
    const auto add = [&](UseSlot slot, std::int32_t at) {
        if (at >= 0) {
            out.add_word(slot, m_document.token(static_cast<std::size_t>(at)).loose_hash, static_cast<std::size_t>(at));
        }
    };
    add(UseSlot::before1_word, s.before1);
    add(UseSlot::before2_word, s.before2);
    add(UseSlot::after1_word, s.after1);
    add(UseSlot::after2_word, s.after2);
    add(UseSlot::org_word, s.org_head);
    if (s.before1 >= 0) {
        const auto at = static_cast<std::size_t>(s.before1);
        const std::string_view key = m_document.loose(m_document.token(at));
        const std::size_t size = std::min<std::size_t>(key.size(), m_arabic ? 4 : 3);
        out.add_word(UseSlot::before1_end, text::KeyHash::of(key.substr(key.size() - size)), at);
    }
    if (s.after1 >= 0) {
        const auto at = static_cast<std::size_t>(s.after1);
        const std::string_view key = m_document.loose(m_document.token(at));
        const std::size_t size = std::min<std::size_t>(key.size(), 4);
        const std::string_view part =
            m_arabic ? key.substr(0, size) : key.substr(key.size() - std::min<std::size_t>(3, size));
        out.add_word(UseSlot::after1_start, text::KeyHash::of(part), at);
    }
}

void UseContext::cue_features(std::size_t candidate, UseFeatures& out) const {
    const NameCandidate& name = m_candidates.names[candidate];
    const NameSummary& summary = m_candidates.summary(name);
    const Surroundings& s = m_surroundings[candidate];
    const auto add = [&](UseSlot slot, std::int32_t at) {
        if (at >= 0) {
            for_each_cue(m_words[static_cast<std::size_t>(at)].cues, [&](std::size_t cue) { out.add(slot, cue); });
        }
    };
    add(UseSlot::before1_cue, s.before1);
    add(UseSlot::before2_cue, s.before2);
    add(UseSlot::before3_cue, s.before3);
    add(UseSlot::after1_cue, s.after1);
    add(UseSlot::after2_cue, s.after2);
    if (summary.ambiguous) {
        add(UseSlot::before1_cue_ambiguous, s.before1);
        add(UseSlot::after1_cue_ambiguous, s.after1);
    }
    if (name.match != MatchKind::descriptor) {
        if (s.before1 >= 0) {
            for_each_cue(m_words[static_cast<std::size_t>(s.before1)].cues, [&](std::size_t cue) {
                out.add(UseSlot::before1_cue_place, cue * 4 + place_group(summary.feature));
            });
        }
        // الاتحاد الأوروبي only begins like the newspaper, بن قردان like a person.
        constexpr CueSet whole = bit(Cue::outlet) | bit(Cue::agency) | bit(Cue::territory) | bit(Cue::joiner);
        const CueSet own = m_words[name.tokens.begin].cues & (m_words[name.tokens.end - 1].cues | ~whole);
        for_each_cue(own, [&](std::size_t cue) { out.add(UseSlot::own_cue, cue); });
    }
    if (s.before1 >= 0) {
        out.add(UseSlot::before_clitic, clitic_value(m_words[static_cast<std::size_t>(s.before1)].clitics));
    }
    out.add(UseSlot::before_mark, s.before_mark);
    out.add(UseSlot::after_mark, s.after_mark);
    out.add(UseSlot::governor, s.governor);
    out.add(UseSlot::governor_ambiguous, s.governor * std::size_t{2} + (summary.ambiguous ? 1U : 0U));
}

void UseContext::chain_features(std::size_t candidate, UseFeatures& out) const {
    const NameCandidate& name = m_candidates.names[candidate];
    const Surroundings& s = m_surroundings[candidate];
    if (s.org_head >= 0) {
        const auto head = static_cast<std::size_t>(s.org_head);
        const std::size_t distance = std::min<std::size_t>(name.tokens.begin - head, 5) - 1;
        const bool locative = text::has_clitic(name.clitics, Clitic::ba) || text::has_clitic(name.clitics, Clitic::waw);
        std::size_t depth = 1; // مجلس شورى ثوار بنغازي: three heads
        while (depth < 4 && head >= depth && m_words[head - depth].any(org_heads)) {
            ++depth;
        }
        out.add(UseSlot::org_depth, (depth - 1) * 2 + (locative ? 1U : 0U));
        for_each_cue((m_words[head].cues & org_heads) >> static_cast<unsigned>(Cue::armed), [&](std::size_t kind) {
            out.add(UseSlot::org_chain, kind * 10 + distance * 2 + (locative ? 1U : 0U));
        });
    }
    if (s.title >= 0) {
        const auto title = static_cast<std::size_t>(s.title);
        const std::size_t distance = std::min<std::size_t>(name.tokens.begin - title, 4) - 1;
        constexpr CueSet wanted = titles | bit(Cue::given_name);
        CueSet kinds = (m_words[title].cues & wanted) >> static_cast<unsigned>(Cue::state);
        if (m_words[title].is(Cue::joiner)) {
            kinds |= CueSet{1} << 8U;
        }
        for_each_cue(kinds, [&](std::size_t kind) { out.add(UseSlot::title_chain, kind * 4 + distance); });
    }
    // 20 كيلومترا شرق X
    const auto is = [this](std::int32_t at, Cue cue) {
        return at >= 0 && m_words[static_cast<std::size_t>(at)].is(cue);
    };
    const bool direction = is(s.before1, Cue::direction) || is(s.before2, Cue::direction);
    if (direction && (is(s.before2, Cue::distance) || is(s.before3, Cue::distance))) {
        out.add(UseSlot::after_offset, 1);
    }
    // السفير ... في X: a post held there.
    constexpr std::uint32_t reach = 7;
    const TokenRange sentence = m_document.sentences()[m_document.sentence_of(name.tokens.begin)].tokens;
    for (std::uint32_t step = 1; step <= reach && sentence.begin + step <= name.tokens.begin; ++step) {
        const WordInfo& word = m_words[name.tokens.begin - step];
        if (word.is(Cue::post)) {
            out.add(UseSlot::envoy, step <= 3 ? 1 : 2);
            break;
        }
    }
}

/// Is it in a country whose small places are named as a matter of course, or in one that the article names?
void UseContext::country_features(std::size_t candidate, UseFeatures& out) const {
    const NameCandidate& name = m_candidates.names[candidate];
    const NameSummary& summary = m_candidates.summary(name);
    const Surroundings& s = m_surroundings[candidate];
    const Standing& standing = m_standings[name.summary];
    const bool home = standing.home;
    if (name.match != MatchKind::descriptor) {
        out.add(UseSlot::home_size, size_value(summary.population) * 2 + (home ? 1U : 0U));
        out.add(UseSlot::home_governor, s.governor * std::size_t{4} + (summary.ambiguous ? 2U : 0U) + (home ? 1U : 0U));
        out.add(UseSlot::home_place,
                place_group(summary.feature) * 4 + (summary.ambiguous ? 2U : 0U) + (home ? 1U : 0U));
    }
    const std::size_t supported = standing.supported;
    out.add(UseSlot::supported, supported);
    out.add(UseSlot::company,
            standing.company * std::size_t{8} + place_group(summary.feature) * 2 + (summary.ambiguous ? 1U : 0U));
    out.add(UseSlot::supported_ambiguous,
            supported * 8 + place_group(summary.feature) * 2 + (summary.ambiguous ? 1U : 0U));
}

void UseContext::place_features(std::size_t candidate, UseFeatures& out) const {
    const NameCandidate& name = m_candidates.names[candidate];
    const NameSummary& summary = m_candidates.summary(name);
    const Surroundings& s = m_surroundings[candidate];
    if (name.descriptor && m_words[*name.descriptor].feature) {
        const auto described = static_cast<std::size_t>(*m_words[*name.descriptor].feature);
        constexpr std::size_t classes = static_cast<std::size_t>(FeatureClass::other) + 1;
        out.add(UseSlot::descriptor_place, described * classes + static_cast<std::size_t>(summary.feature));
        if (name.match != MatchKind::descriptor) {
            out.add_word(UseSlot::descriptor_word, m_document.token(*name.descriptor).loose_hash, *name.descriptor);
        }
    }
    country_features(candidate, out);
    out.add(UseSlot::dateline, s.dateline);
    out.add(UseSlot::named_elsewhere, s.named ? 1 : 0);
    const bool opened = s.before_mark == static_cast<std::uint8_t>(Mark::opening);
    const bool closed = s.after_mark == static_cast<std::uint8_t>(Mark::closing);
    out.add(UseSlot::alone_in_brackets, opened && closed ? 2 : (opened || closed ? 1 : 0));
    constexpr auto quote = static_cast<std::uint8_t>(Mark::quote);
    out.add(UseSlot::quoted, s.before_mark == quote || s.after_mark == quote ? 1 : 0);
    const auto& block = m_document.blocks()[m_document.block_of(name.tokens.begin)];
    out.add(UseSlot::block, static_cast<std::size_t>(block.kind));
    const bool ends = name.tokens.end + 2 >= block.tokens.end;
    const bool begins = name.tokens.begin == block.tokens.begin;
    out.add(UseSlot::position, begins ? 1 : (ends ? 2 : 0));
    out.add(UseSlot::repeated, s.repeated);
    out.add(UseSlot::elsewhere, s.elsewhere ? 1 : 0);
    out.add(UseSlot::elsewhere_ambiguous, (s.elsewhere ? 2U : 0U) + (summary.ambiguous ? 1U : 0U));
    if (s.before1 >= 0 && !m_arabic) {
        out.add(UseSlot::has_before, 0);
        const std::size_t demonym = summary.demonym_only ? 2 : (summary.demonym ? 1 : 0);
        if (demonym != 0 && s.before_mark == 0) {
            out.add(UseSlot::demonym_before, demonym - 1); // the French government
        }
    }
}

void UseContext::latin_features(std::size_t candidate, UseFeatures& out) const {
    const NameCandidate& name = m_candidates.names[candidate];
    const Token& first = m_document.token(name.tokens.begin);
    const Surroundings& s = m_surroundings[candidate];
    if (first.script != text::Script::latin) {
        return;
    }
    const NameSummary& summary = m_candidates.summary(name);
    const bool starts = s.before_mark == static_cast<std::uint8_t>(Mark::edge);
    const std::size_t capital = first.all_capitals ? 2 : (first.capital ? 1 : 0);
    out.add(UseSlot::capital, capital);
    out.add(UseSlot::capital_ambiguous, capital * 4 + (starts ? 2U : 0U) + (summary.ambiguous ? 1U : 0U));
    const auto shape = [&](std::int32_t at, bool direct) -> std::size_t {
        if (at < 0) {
            return 0;
        }
        const Token& token = m_document.token(static_cast<std::size_t>(at));
        return (token.capital ? 1U : 2U) + (direct ? 0U : 2U);
    };
    out.add(UseSlot::capital_before, shape(s.before1, s.before_mark == 0));
    out.add(UseSlot::capital_after, shape(s.after1, s.after_mark == 0));
    // An organisation whose head follows: Boston Police Department.
    std::uint32_t at = name.tokens.end;
    for (std::size_t step = 0; step < 4 && at < m_document.size(); ++step, ++at) {
        const Token& token = m_document.token(at);
        if (token.kind != TokenKind::word || !(token.capital || m_words[at].is(Cue::from))) {
            break;
        }
        if (m_words[at].any(org_heads)) {
            for_each_cue((m_words[at].cues & org_heads) >> static_cast<unsigned>(Cue::armed),
                         [&](std::size_t kind) { out.add(UseSlot::org_after, kind * 4 + step); });
            out.add_word(UseSlot::org_word, token.loose_hash, at);
            break;
        }
    }
}

} // namespace yaqut::toponyms
