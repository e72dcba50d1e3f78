// SPDX-License-Identifier: Apache-2.0
#include "toponyms/cue_words.hpp"

#include <algorithm>
#include <string>

#include "core/error.hpp"
#include "lexicon/table.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

namespace yaqut::toponyms {

using namespace std::string_view_literals;

const std::array<std::string_view, cue_count> cue_names{
    "in"sv,         "near"sv,      "to"sv,        "from"sv,       "on"sv,        "between"sv,   "with"sv,
    "settlement"sv, "capital"sv,   "admin"sv,     "state_word"sv, "quarter"sv,   "area"sv,      "street"sv,
    "base"sv,       "airport"sv,   "port"sv,      "camp"sv,       "crossing"sv,  "mountain"sv,  "water"sv,
    "sea"sv,        "island"sv,    "region"sv,    "oil"sv,        "building"sv,  "direction"sv, "armed"sv,
    "government"sv, "education"sv, "business"sv,  "civil_org"sv,  "club"sv,      "press"sv,     "operation"sv,
    "state"sv,      "post"sv,      "speaker"sv,   "military"sv,   "religious"sv, "civil"sv,     "given_name"sv,
    "outlet"sv,     "agency"sv,    "marker"sv,    "statement"sv,  "witness"sv,   "arrive"sv,    "leave"sv,
    "support"sv,    "states"sv,    "territory"sv, "reporter"sv,   "distance"sv,  "heading"sv,   "seat"sv,
    "people"sv,     "quantity"sv,  "time"sv,      "function"sv,   "joiner"sv,    "company"sv,   "sport"sv,
    "born"sv};

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
/// Pronouns written together with the verb that they are the object of: تتهمه.
constexpr std::array<std::string_view, 3> objects{"ه", "ها", "هم"};

Cue parse_cue(std::string_view table, std::string_view name) {
    // Two tables use a word for different things: a state as a descriptor, "civil" of organisations.
    if (table.ends_with("descriptors") && name == "state") {
        return Cue::state_word;
    }
    if (table.ends_with("org_heads")) {
        if (name == "civil") {
            return Cue::civil_org;
        }
        if (name == "media") {
            return Cue::press;
        }
    }
    const auto found = std::find(cue_names.begin(), cue_names.end(), name);
    if (found == cue_names.end()) {
        throw TableError(std::string(table), "unknown class '" + std::string(name) + "'");
    }
    return static_cast<Cue>(found - cue_names.begin());
}

WordInfo word_of(Cue cue) {
    WordInfo info;
    info.cues = bit(cue);
    return info;
}

void merge(WordInfo& into, const WordInfo& from) {
    into.cues |= from.cues;
    into.feature = into.feature ? into.feature : from.feature;
    into.bearing = into.bearing >= 0 ? into.bearing : from.bearing;
    into.ordinary |= from.ordinary;
}

} // namespace

CueWords::CueWords(Language language) : m_language(language), m_slots(4096), m_filter(filter_bits / 64) {
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
    load_ordinary_words(prefix + "ordinary_words"); // last: they only add to what a word is
    m_pending.clear();
    m_pending.shrink_to_fit();
    std::erase_if(m_spellings, [](const auto& entry) { return entry.second.size() < 2; });
}

void CueWords::load(std::string_view table, std::string_view word_column, std::string_view class_column) {
    const lexicon::Table rows = lexicon::load(table);
    const bool describes = table.ends_with("descriptors");
    for (const lexicon::Row& row : rows.rows()) {
        WordInfo info;
        info.cues = bit(parse_cue(table, row[class_column]));
        if (describes) {
            info.feature = parse_feature_class(row["feature"]);
        }
        add(row[word_column], info);
    }
}

void CueWords::load_given_names(std::string_view table) {
    const lexicon::Table rows = lexicon::load(table);
    for (const lexicon::Row& row : rows.rows()) {
        add(row["word"], word_of(Cue::given_name));
    }
}

void CueWords::load_statement_verbs(std::string_view table) {
    const lexicon::Table rows = lexicon::load(table);
    for (const lexicon::Row& row : rows.rows()) {
        add(row["word"], word_of(Cue::statement));
        for (const std::string_view object : objects) {
            if (m_language == Language::ar && row["word"].find(' ') == std::string_view::npos) {
                add(std::string(row["word"]).append(object), word_of(Cue::statement));
            }
        }
    }
}

void CueWords::load_directions(std::string_view table) {
    const lexicon::Table rows = lexicon::load(table);
    for (const lexicon::Row& row : rows.rows()) {
        WordInfo info = word_of(Cue::direction);
        if (!row["bearing"].empty()) {
            info.bearing = static_cast<std::int16_t>(row.number("bearing"));
        }
        add(row["word"], info);
    }
}

void CueWords::load_ordinary_words(const std::string& table) {
    if (!lexicon::exists(table)) {
        return;
    }
    WordInfo info;
    info.ordinary = true;
    const lexicon::Table rows = lexicon::load(table);
    for (const lexicon::Row& row : rows.rows()) {
        insert(text::KeyHash::of(row["word"]), info, true); // the table holds loose keys
    }
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
        spellings.push_back({token.strict_hash, info});
    } else {
        merge(known->info, info);
    }
}

const WordInfo* CueWords::exact(const text::Token& token) const {
    const auto spellings = m_spellings.find(token.loose_hash);
    if (spellings == m_spellings.end()) {
        return nullptr;
    }
    for (const Slot& slot : spellings->second) {
        if (slot.hash == token.strict_hash) {
            return &slot.info;
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
    m_filter[(hash >> 6U) % m_filter.size()] |= std::uint64_t{1} << (hash & 63U);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].hash != 0 && m_slots[at].hash != hash) {
        at = (at + 1) & mask;
    }
    Slot& slot = m_slots[at];
    if (slot.hash == 0) {
        slot = {hash, info};
        ++m_used;
    } else if (replace || slot.info.clitics == info.clitics) {
        // A word of the tables wins over another word with a proclitic that is written the same.
        merge(slot.info, info);
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

const WordInfo* CueWords::find(std::uint64_t hash) const {
    if ((m_filter[(hash >> 6U) % m_filter.size()] >> (hash & 63U) & 1U) == 0) {
        return nullptr;
    }
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask; m_slots[at].hash != 0; at = (at + 1) & mask) {
        if (m_slots[at].hash == hash) {
            return &m_slots[at].info;
        }
    }
    return nullptr;
}

/// Of a word that find() finds.
WordInfo CueWords::info_of(const text::Token& token) const {
    const WordInfo* found = find(token.loose_hash);
    const WordInfo* own = exact(token);
    WordInfo info = own != nullptr ? *own : *found;
    info.ordinary = found->ordinary;
    return info;
}

std::vector<WordInfo> CueWords::annotate(const text::Document& document) const {
    const text::WordFacts<Standing> standings(document, m_standings);
    const text::WordFacts<WordInfo> known_infos(document, m_infos);
    std::vector<WordInfo> infos(document.size());
    for (std::size_t i = 0; i < document.size(); ++i) {
        const text::Token& token = document.token(i);
        if (token.kind != text::TokenKind::word) {
            continue;
        }
        const Standing standing = standings.of(token, [&] {
            return Standing{.known = find(token.loose_hash) != nullptr, .begins_phrase = m_phrases.may_begin(token)};
        });
        if (standing.known) {
            const CueSet earlier = infos[i].cues; // of a phrase that began before
            infos[i] = known_infos.of(token, [&] { return info_of(token); });
            infos[i].cues |= earlier;
        }
        if (!standing.begins_phrase) {
            continue;
        }
        if (const auto match = m_phrases.longest(document, i, document.size())) {
            for (const std::uint32_t value : match->values) {
                for (std::size_t k = i; k < i + match->token_count; ++k) {
                    merge(infos[k], m_phrase_infos[value]);
                }
            }
        }
    }
    return infos;
}

} // namespace yaqut::toponyms
