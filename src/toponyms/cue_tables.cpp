// SPDX-License-Identifier: Apache-2.0
// How the cue words are read from their tables.
#include <algorithm>
#include <string>

#include "core/error.hpp"
#include "lexicon/table.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"
#include "toponyms/cue_words.hpp"

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

/// للمحكمة: after ل the article loses its alef.
std::string with_proclitic(std::string_view letters, std::string_view word) {
    constexpr std::string_view article = "ال";
    constexpr std::string_view lam = "ل";
    std::string form(letters);
    if (letters.ends_with(lam) && word.starts_with(article)) {
        return form.append(lam).append(word.substr(article.size()));
    }
    return form.append(word);
}

WordInfo word_of(Cue cue) {
    WordInfo info;
    info.cues = bit(cue);
    return info;
}

} // namespace

void CueWords::load(std::string_view table, std::string_view word_column, std::string_view class_column) {
    const lexicon::Table rows = lexicon::load(table);
    const bool describes = table.ends_with("descriptors");
    for (const lexicon::Row& row : rows.rows()) {
        WordInfo info;
        info.cues = bit(parse_cue(table, row[class_column]));
        if (describes) {
            info.feature = parse_feature_class(row["feature"]);
            if (info.feature == FeatureClass::adm2) {
                m_unit_heads.push_back(text::KeyHash::of(text::loose_key(row[word_column])));
            }
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
    WordInfo info;
    info.ordinary = true;
    const lexicon::Table rows = lexicon::load(table);
    for (const lexicon::Row& row : rows.rows()) {
        insert(text::KeyHash::of(row["word"]), info, true);                    // the table holds loose keys
        insert(text::KeyHash().add("ب").add(row["word"]).value(), info, true); // بأمان
    }
}

/// Words that take part in names, or tell of their level, whatever else they are.
void CueWords::load_roles(const std::string& table) {
    constexpr std::array<std::string_view, 6> before{"", "و", "ب", "ل", "وب", "ول"};
    const lexicon::Table rows = lexicon::load(table);
    for (const lexicon::Row& row : rows.rows()) {
        const std::string_view role = row["role"];
        WordInfo info;
        info.begins_names = role == "begins";
        info.governs = role == "governs";
        info.rules = role == "rules";
        info.dual = role == "dual";
        info.shared = info.dual || role == "shared";
        info.urban = role == "urban";
        info.national = role == "national";
        if (info == WordInfo{}) {
            throw TableError(table, "unknown role '" + std::string(role) + "'");
        }
        for (const std::string_view letters : before) {
            if (letters.empty() || !info.begins_names) {
                insert(text::KeyHash::of(text::loose_key(with_proclitic(letters, row["word"]))), info, true);
            }
        }
    }
}

} // namespace yaqut::toponyms
