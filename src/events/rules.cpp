// SPDX-License-Identifier: Apache-2.0
#include "events/rules.hpp"

#include <algorithm>
#include <bit>

#include "core/error.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

namespace yaqut::events {

namespace {

using namespace std::string_view_literals;

constexpr std::array word_tables{"event_light_verbs"sv, "event_status"sv, "event_places"sv, "event_quantities"sv,
                                 "event_words"sv};
constexpr std::size_t filter_bits_per_form = 16;

std::uint64_t filter_position(std::uint64_t hash, std::size_t words) { return (hash >> 20U) & (words * 64U - 1U); }

EventType event_type(const lexicon::Row& row) {
    const std::optional<EventType> type = parse_event_type(row["type"]);
    if (!type) {
        throw TableError("event tables",
                         "unknown event type " + std::string(row["type"]) + " in line " + std::to_string(row.line()));
    }
    return *type;
}

Gate gate(std::string_view word) {
    if (word == "strong"sv) {
        return Gate::strong;
    }
    return word == "lone"sv ? Gate::lone : Gate::weak;
}

std::uint8_t trait(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Trait>, 7> known{{{"casualty"sv, Trait::casualty},
                                                                       {"generic"sv, Trait::generic},
                                                                       {"state"sv, Trait::state},
                                                                       {"place"sv, Trait::place},
                                                                       {"lone"sv, Trait::lone},
                                                                       {"adopt"sv, Trait::adopt},
                                                                       {"wide"sv, Trait::wide}}};
    for (const auto& [name, value] : known) {
        if (name == word) {
            return static_cast<std::uint8_t>(value);
        }
    }
    throw TableError("event tables", "unknown tag " + std::string(word));
}

/// The tags of a row, cut at spaces; those that name a group go to `unless`.
std::uint8_t read_tags(std::string_view cell, std::vector<std::string_view>& unless) {
    constexpr std::string_view prefix = "unless:";
    std::uint8_t traits = 0;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(' '), cell.size());
        const std::string_view tag = cell.substr(0, end);
        cell.remove_prefix(std::min(end + 1, cell.size()));
        if (tag.starts_with(prefix)) {
            unless.push_back(tag.substr(prefix.size()));
        } else if (!tag.empty()) {
            traits |= trait(tag);
        }
    }
    return traits;
}

std::vector<WordForm> forms_of(Language language, std::string_view pos, std::string_view word,
                               const lexicon::Row& row) {
    const Words extra = row.list("extra");
    const Words stems = row.list("stem");
    const std::string_view stem = row["stem"];
    if (pos == "verb"sv) {
        switch (language) {
        case Language::ar: return arabic_verb_forms(word, stem, extra);
        case Language::fr: return french_verb_forms(word, stem, extra);
        default: return english_verb_forms(word, extra);
        }
    }
    if (pos == "noun"sv) {
        switch (language) {
        case Language::ar: return arabic_noun_forms(word, stems, extra);
        case Language::fr: return french_noun_forms(word, stems);
        default: return english_noun_forms(word, stems);
        }
    }
    return {{std::string(word), FormFlag::none}};
}

} // namespace

Rules::Rules(Language language) : m_language(language) {
    const std::string folder = std::string(to_string(language)) + "/";
    if (!lexicon::exists(folder + "event_triggers")) {
        return;
    }
    for (const std::string_view table : word_tables) {
        if (lexicon::exists(folder + std::string(table))) {
            load_words(folder + std::string(table));
        }
    }
    load_triggers(folder + "event_triggers");
    load_patterns(folder + "event_patterns");
    index();
}

Group Rules::new_group() {
    const auto group = static_cast<Group>(m_trigger_of.size());
    m_trigger_of.push_back(-1);
    m_patterns.emplace_back();
    m_cue_of.push_back(cue_count);
    return group;
}

Group Rules::group_of(std::string_view name) {
    const auto found = m_groups.find(name);
    if (found != m_groups.end()) {
        return found->second;
    }
    const Group group = new_group();
    m_groups.emplace(name, group);
    const auto cue = std::find(cue_names.begin(), cue_names.end(), name);
    if (cue != cue_names.end()) {
        m_cue_of[group] = static_cast<std::uint8_t>(cue - cue_names.begin());
    }
    return group;
}

std::optional<Group> Rules::group(std::string_view name) const {
    const auto found = m_groups.find(name);
    return found == m_groups.end() ? std::nullopt : std::optional(found->second);
}

void Rules::add_form(std::string_view text, Sense sense) {
    const std::string key = m_language == Language::ar ? text::loose_key(text) : text::strict_key(text);
    std::optional<std::uint64_t> phrase;
    std::size_t begin = 0;
    while (begin < key.size()) {
        // A hyphen is a token of its own, as in a document.
        const std::size_t end = key[begin] == '-' ? begin + 1 : std::min(key.find_first_of(" -", begin), key.size());
        const std::uint64_t word = text::KeyHash::of(std::string_view(key).substr(begin, end - begin));
        if (phrase) {
            m_extending.push_back(*phrase);
        }
        phrase = phrase ? text::extend_phrase(*phrase, word) : word;
        begin = end < key.size() && key[end] == ' ' ? end + 1 : end;
    }
    if (phrase) {
        m_items.push_back({*phrase, sense});
    }
}

void Rules::add_row(const lexicon::Row& row, std::string_view word_column, Group group) {
    const std::string_view pos = row["pos"];
    for (const std::string_view word : row.list(word_column)) {
        for (const WordForm& form : forms_of(m_language, pos, word, row)) {
            add_form(form.text, {group, form.flags});
        }
    }
}

void Rules::load_words(std::string_view table) {
    const lexicon::Table words = lexicon::load(table);
    for (const lexicon::Row& row : words.rows()) {
        add_row(row, "word", group_of(row["group"]));
    }
}

void Rules::load_triggers(std::string_view table) {
    const lexicon::Table rows = lexicon::load(table);
    for (const lexicon::Row& row : rows.rows()) {
        std::vector<std::string_view> unless;
        TriggerRule rule{event_type(row), gate(row["gate"]), read_tags(row["tags"], unless), {}};
        for (const std::string_view name : unless) {
            rule.unless.push_back(group_of(name));
        }
        const Group group = new_group();
        m_trigger_of[group] = static_cast<std::int32_t>(m_triggers.size());
        m_triggers.push_back(std::move(rule));
        add_row(row, "word", group);
    }
}

void Rules::load_patterns(std::string_view table) {
    const lexicon::Table rows = lexicon::load(table);
    std::uint16_t rank = 0;
    for (const lexicon::Row& row : rows.rows()) {
        std::vector<std::string_view> unless;
        PatternRule rule;
        rule.type = event_type(row);
        rule.gate = gate(row["gate"]);
        rule.traits = read_tags(row["tags"], unless);
        rule.gap = static_cast<std::uint8_t>(row.number("gap"));
        rule.head_second = row["head"] == "second"sv;
        for (const std::string_view side : {row["first"], row["second"]}) {
            if (!group(side)) {
                throw TableError(std::string(table), "no words for group " + std::string(side));
            }
        }
        rule.second = *group(row["second"]);
        rule.rank = rank++;
        for (const std::string_view name : unless) {
            rule.unless.push_back(group_of(name));
        }
        m_patterns[*group(row["first"])].push_back(std::move(rule));
    }
}

void Rules::index() {
    const auto order = [](const Item& a, const Item& b) {
        return std::tuple(a.hash, a.sense.group, a.sense.flags) < std::tuple(b.hash, b.sense.group, b.sense.flags);
    };
    std::sort(m_items.begin(), m_items.end(), order);
    std::sort(m_extending.begin(), m_extending.end());
    m_slots.resize(std::bit_ceil(m_items.size() * 2 + m_extending.size()));
    m_filter.resize(std::bit_ceil(m_items.size() * filter_bits_per_form / 64 + 1));
    for (std::size_t i = 0; i < m_items.size();) {
        Entry entry{m_items[i].hash, {}, static_cast<std::uint32_t>(m_senses.size()), 0, false, false, false};
        for (; i < m_items.size() && m_items[i].hash == entry.hash; ++i) {
            const Sense& sense = m_items[i].sense;
            if (entry.count > 0 && m_senses.back().group == sense.group && m_senses.back().flags == sense.flags) {
                continue;
            }
            m_senses.push_back(sense);
            ++entry.count;
            if (const TriggerRule* rule = trigger(sense.group)) {
                (has_trait(rule->traits, Trait::casualty) ? entry.casualty : entry.event) = true;
            }
            if (m_cue_of[sense.group] < cue_count) {
                entry.cues.add(static_cast<Cue>(m_cue_of[sense.group]));
            }
        }
        entry.extends = std::binary_search(m_extending.begin(), m_extending.end(), entry.hash);
        place(entry);
    }
    m_extending.erase(std::unique(m_extending.begin(), m_extending.end()), m_extending.end());
    for (const std::uint64_t hash : m_extending) {
        if (find(hash) == nullptr) {
            place({hash, {}, 0, 0, true, false, false});
        }
    }
    m_items = {};
    m_extending = {};
}

void Rules::place(const Entry& entry) {
    std::size_t slot = entry.hash & (m_slots.size() - 1);
    while (m_slots[slot].hash != 0) {
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    m_slots[slot] = entry;
    const std::uint64_t bit = filter_position(entry.hash, m_filter.size());
    m_filter[bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
}

const Entry* Rules::find(std::uint64_t hash) const {
    const std::uint64_t bit = filter_position(hash, m_filter.size());
    if (((m_filter[bit >> 6U] >> (bit & 63U)) & 1U) == 0) {
        return nullptr;
    }
    for (std::size_t slot = hash & (m_slots.size() - 1); m_slots[slot].hash != 0;
         slot = (slot + 1) & (m_slots.size() - 1)) {
        if (m_slots[slot].hash == hash) {
            return &m_slots[slot];
        }
    }
    return nullptr;
}

} // namespace yaqut::events
