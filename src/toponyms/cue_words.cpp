// SPDX-License-Identifier: Apache-2.0
#include "toponyms/cue_words.hpp"

#include <algorithm>
#include <memory>
#include <string>

#include "text/key_hash.hpp"
#include "text/normalize.hpp"

namespace yaqut::toponyms {

namespace {

/// Proclitics that cue words are met with in running text, and the letters that take them off the article.
struct Proclitic {
    std::string_view letters;
    text::Clitic clitics;
};

using text::Clitic;
constexpr std::array<Proclitic, 6> proclitics{{{"و", Clitic::waw},
                                               {"ف", Clitic::fa},
                                               {"ب", Clitic::ba},
                                               {"ل", Clitic::lam},
                                               {"وب", Clitic::waw | Clitic::ba},
                                               {"ول", Clitic::waw | Clitic::lam}}};
constexpr std::string_view article = "ال";
/// What a word is in names, whatever its spelling.
void merge_roles(WordInfo& into, const WordInfo& from) {
    into.ordinary = into.ordinary || from.ordinary;
    into.begins_names = into.begins_names || from.begins_names;
    into.governs = into.governs || from.governs;
    into.rules = into.rules || from.rules;
    into.shared = into.shared || from.shared;
    into.dual = into.dual || from.dual;
    into.urban = into.urban || from.urban;
    into.national = into.national || from.national;
}

void merge(WordInfo& into, const WordInfo& from) {
    into.cues |= from.cues;
    into.feature = into.feature ? into.feature : from.feature;
    into.bearing = into.bearing >= 0 ? into.bearing : from.bearing;
    merge_roles(into, from);
}

} // namespace

CueWords::CueWords(Language language) : m_language(language), m_infos(1), m_slots(4096), m_filter(filter_bits / 64) {
    const std::string prefix = std::string(to_string(language)) + "/";
    load(prefix + "prepositions", "word", "kind");
    load(prefix + "descriptors", "word", "role");
    load(prefix + "org_heads", "word", "kind");
    load(prefix + "titles", "word", "kind");
    load(prefix + "media", "name", "kind");
    load(prefix + "toponym_words", "word", "class");
    load_given_names(prefix + "given_names");
    load_statement_verbs(prefix + "statement_verbs");
    load_directions(prefix + "directions");
    for (const auto& [word, info] : m_pending) {
        add_with_clitics(word, info);
    }
    if (language == Language::ar) { // no capitals tell names from words; last: they only add to what a word is
        load_ordinary_words(prefix + "ordinary_words");
        load_roles(prefix + "word_roles");
    }
    m_pending.clear();
    m_pending.shrink_to_fit();
    keep_spellings_that_differ();
    keep_each_info_once();
}

/// Where there is only one spelling, it has the classes of its loose key anyway.
void CueWords::keep_spellings_that_differ() {
    std::erase_if(m_spellings, [](const auto& entry) { return entry.second.size() < 2; });
    for (const auto& [hash, spellings] : m_spellings) {
        const WordInfo& loose = m_infos[find(hash)->info];
        for (const Slot& spelling : spellings) {
            merge_roles(m_infos[spelling.info], loose);
        }
    }
}

/// Tens of thousands of words have a few hundred different infos.
void CueWords::keep_each_info_once() {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<WordInfo> once(1);
    std::unordered_multimap<CueSet, std::uint32_t> known;
    std::vector<std::uint32_t> numbers(m_infos.size(), none);
    const auto renumber = [&](Slot& slot) {
        std::uint32_t& number = numbers[slot.info];
        if (slot.hash == 0 || number != none) {
            slot.info = slot.hash == 0 ? 0 : number;
            return;
        }
        const WordInfo& info = m_infos[slot.info];
        const auto [begin, end] = known.equal_range(info.cues);
        const auto found = std::find_if(begin, end, [&](const auto& entry) { return once[entry.second] == info; });
        number = found != end ? found->second : static_cast<std::uint32_t>(once.size());
        if (found == end) {
            known.emplace(info.cues, number);
            once.push_back(info);
        }
        slot.info = number;
    };
    std::for_each(m_slots.begin(), m_slots.end(), renumber);
    for (auto& [hash, spellings] : m_spellings) {
        std::for_each(spellings.begin(), spellings.end(), renumber);
    }
    m_infos = std::move(once);
}

void CueWords::add(std::string_view phrase, const WordInfo& info) {
    const text::Document document(phrase, text::Document::Parts::tokens);
    if (document.size() == 1) {
        insert(document.token(0).loose_hash, info, true);
        note_spelling(document.token(0), info);
        if (m_language == Language::ar) {
            m_pending.emplace_back(phrase, info);
        }
        return;
    }
    m_phrases.add(phrase, static_cast<std::uint32_t>(m_phrase_infos.size()));
    if (m_language == Language::ar) {
        m_phrases.add(std::string(proclitics.front().letters).append(phrase),
                      static_cast<std::uint32_t>(m_phrase_infos.size()));
    }
    m_phrase_infos.push_back(info);
}

void CueWords::note_spelling(const text::Token& token, const WordInfo& info) {
    std::vector<Slot>& spellings = m_spellings[token.loose_hash];
    const auto known = std::find_if(spellings.begin(), spellings.end(),
                                    [&token](const Slot& slot) { return slot.hash == token.strict_hash; });
    if (known == spellings.end()) {
        spellings.push_back({token.strict_hash, static_cast<std::uint32_t>(m_infos.size())});
        m_infos.push_back(info);
    } else {
        merge(m_infos[known->info], info);
    }
}

const CueWords::Slot* CueWords::exact(const text::Token& token) const {
    const auto spellings = m_spellings.find(token.loose_hash);
    if (spellings == m_spellings.end()) {
        return nullptr;
    }
    for (const Slot& slot : spellings->second) {
        if (slot.hash == token.strict_hash) {
            return &slot;
        }
    }
    return nullptr;
}

void CueWords::add_with_clitics(std::string_view word, const WordInfo& info) {
    for (const Proclitic& proclitic : proclitics) {
        WordInfo with = info;
        with.clitics = proclitic.clitics;
        std::string form(proclitic.letters);
        if (word.starts_with(article) && text::has_clitic(proclitic.clitics, Clitic::lam)) {
            form += "ل"; // للمدينة: the article loses its alef
            form += word.substr(article.size());
        } else {
            form += word;
        }
        insert(text::KeyHash::of(text::loose_key(form)), with, false);
    }
}

void CueWords::insert(std::uint64_t hash, const WordInfo& info, bool replace) {
    if (2 * (m_used + 1) > m_slots.size()) {
        grow();
    }
    m_filter[filter_word(hash)] |= std::uint64_t{1} << (hash & 63U);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].hash != 0 && m_slots[at].hash != hash) {
        at = (at + 1) & mask;
    }
    Slot& slot = m_slots[at];
    if (slot.hash == 0) {
        slot = {hash, static_cast<std::uint32_t>(m_infos.size())};
        m_infos.push_back(info);
        ++m_used;
    } else if (replace || m_infos[slot.info].clitics == info.clitics) {
        // A word of the tables wins over another word with a proclitic that is written the same.
        merge(m_infos[slot.info], info);
    }
}

void CueWords::grow() {
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& slot : old) {
        if (slot.hash != 0) {
            std::size_t at = slot.hash & mask;
            while (m_slots[at].hash != 0) {
                at = (at + 1) & mask;
            }
            m_slots[at] = slot;
        }
    }
}

const CueWords::Slot* CueWords::find(std::uint64_t hash) const {
    if ((m_filter[filter_word(hash)] >> (hash & 63U) & 1U) == 0) {
        return nullptr;
    }
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask; m_slots[at].hash != 0; at = (at + 1) & mask) {
        if (m_slots[at].hash == hash) {
            return &m_slots[at];
        }
    }
    return nullptr;
}

CueWords::Standing CueWords::standing_of(const text::Token& token) const {
    Standing standing;
    standing.bits = m_phrases.may_begin(token) ? 1 : 0;
    if (const Slot* found = find(token.loose_hash)) {
        const Slot* own = exact(token);
        standing.bits |= (own != nullptr ? *own : *found).info << 1U;
    }
    return standing;
}

/// What is known of single words first. The loops over all tokens have no branch that depends on them: words known and
/// unknown, and marks, come as luck has it.
std::vector<WordInfo> CueWords::annotate(const text::Document& document) const {
    const text::WordFacts<Standing> standings(document, m_standings);
    const auto tokens = document.tokens();
    Spare own;
    Spare& memory = document.words() == nullptr ? own : spare(*document.words());
    memory.standings.resize(tokens.size());
    memory.list.resize(tokens.size());
    std::size_t new_words = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool known = standings.look(tokens[i], memory.standings[i]);
        memory.list[new_words] = static_cast<std::uint32_t>(i);
        new_words += !known && tokens[i].kind == text::TokenKind::word ? 1U : 0U;
    }
    for (const std::uint32_t i : std::span(memory.list).first(new_words)) {
        memory.standings[i] = standings.of(tokens[i], [&] { return standing_of(tokens[i]); });
    }
    std::vector<WordInfo> infos = std::move(memory.infos);
    infos.resize(tokens.size());
    std::size_t phrases = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Standing standing = memory.standings[i];
        infos[i] = m_infos[standing.info()];
        memory.list[phrases] = static_cast<std::uint32_t>(i);
        phrases += standing.begins_phrase() ? 1U : 0U;
    }
    for (const std::uint32_t i : std::span(memory.list).first(phrases)) {
        add_phrases(document, i, memory.standings, infos);
    }
    return infos;
}

CueWords::Spare& CueWords::spare(text::WordCache& words) const {
    return static_cast<Spare&>(words.facts(m_spare.number(), [] { return std::make_unique<Spare>(); }));
}

void CueWords::take_back(const text::Document& document, std::vector<WordInfo>&& infos) const {
    constexpr std::size_t most = std::size_t{1} << 16U; // tokens: more than articles have
    if (document.words() == nullptr) {
        return;
    }
    Spare& memory = spare(*document.words());
    if (infos.capacity() <= most) {
        memory.infos = std::move(infos);
    } else {
        memory.standings = {};
        memory.list = {};
    }
}

/// The longest phrase that begins at the token. Of a phrase that began before, a word of the tables has the classes
/// only.
void CueWords::add_phrases(const text::Document& document, std::size_t token, std::span<const Standing> standings,
                           std::vector<WordInfo>& infos) const {
    const auto match = m_phrases.longest(document, token, infos.size());
    if (!match) {
        return;
    }
    for (const std::uint32_t value : match->values) {
        const WordInfo& info = m_phrase_infos[value];
        merge(infos[token], info);
        if (info.bearing >= 0) { // شمال غرب is not شمال
            std::for_each_n(infos.begin() + static_cast<std::ptrdiff_t>(token), match->token_count,
                            [&info](WordInfo& word) { word.bearing = info.bearing; });
        }
        if ((info.cues & prepositions) != 0) { // عن طريق تركيا is no road
            std::for_each_n(infos.begin() + static_cast<std::ptrdiff_t>(token), match->token_count, [](WordInfo& word) {
                word.cues &= ~descriptors;
                word.feature.reset();
            });
        }
        for (std::size_t k = token + 1; k < token + match->token_count; ++k) {
            if (standings[k].info() != 0) {
                infos[k].cues |= info.cues;
            } else {
                merge(infos[k], info);
            }
        }
    }
}

} // namespace yaqut::toponyms
