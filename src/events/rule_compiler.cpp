// SPDX-License-Identifier: Apache-2.0
#include "events/rule_compiler.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "core/error.hpp"
#include "events/rule_rows.hpp"
#include "lexicon/table.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

namespace yaqut::events {

namespace {

using namespace std::string_view_literals;

constexpr std::array word_tables{"event_light_verbs"sv, "event_status"sv, "event_places"sv, "event_quantities"sv,
                                 "event_words"sv};

class RuleCompiler {
  public:
    explicit RuleCompiler(Language language) : m_language(language) {}
    RuleData compile();

  private:
    struct Item {
        std::uint64_t hash = 0;
        Sense sense;
    };
    /// What makes two forms share an entry.
    struct Known {
        std::vector<Sense> senses;
        bool extends = false;
    };
    struct Earlier {
        bool operator()(const Known& a, const Known& b) const;
    };

    [[nodiscard]] std::optional<Group> group(std::string_view name) const;
    Group group_of(std::string_view name);
    Group new_group();
    Slice unless_list(const std::vector<std::string_view>& names);
    void add_form(std::string_view text, Sense sense);
    void add_row(const lexicon::Row& row, std::string_view word_column, Group group);
    void load_words(std::string_view table);
    void load_triggers(std::string_view table);
    void load_patterns(std::string_view table);
    void number_seconds();
    void index();
    void add_indexed(std::uint64_t hash, Known known);
    [[nodiscard]] Entry entry_of(const Known& known);
    void set_buckets();
    void set_bit_tables();
    void name_groups();

    Language m_language;
    RuleData m_data;
    std::map<std::string, Group, std::less<>> m_groups;
    std::vector<std::optional<Cue>> m_cue_of;           ///< by group
    std::vector<std::int32_t> m_second_number;          ///< by group; -1: stands second in no rule
    std::vector<std::vector<PatternRule>> m_patterns;   ///< by first group
    std::vector<Item> m_items;                          ///< all forms with one sense each
    std::vector<std::uint64_t> m_extending;             ///< what begins a phrase
    std::vector<std::uint64_t> m_words;                 ///< that are forms or begin phrases
    std::vector<std::uint64_t> m_phrases;               ///< of several words, their beginnings among them
    std::map<Known, std::uint16_t, Earlier> m_entry_of; ///< index of the entry
};

RuleData RuleCompiler::compile() {
    const std::string folder = std::string(to_string(m_language)) + "/";
    if (!lexicon::exists(folder + "event_triggers")) {
        return {};
    }
    for (const std::string_view table : word_tables) {
        if (lexicon::exists(folder + std::string(table))) {
            load_words(folder + std::string(table));
        }
    }
    load_triggers(folder + "event_triggers");
    load_patterns(folder + "event_patterns");
    number_seconds();
    index();
    set_buckets();
    set_bit_tables();
    name_groups();
    return std::move(m_data);
}

Group RuleCompiler::new_group() {
    const auto group = static_cast<Group>(m_data.groups.size());
    m_data.groups.emplace_back();
    m_patterns.emplace_back();
    m_cue_of.emplace_back();
    return group;
}

Group RuleCompiler::group_of(std::string_view name) {
    if (const auto known = this->group(name)) {
        return *known;
    }
    const Group group = new_group();
    m_groups.emplace(name, group);
    const auto cue = std::find(cue_names.begin(), cue_names.end(), name);
    if (cue != cue_names.end()) {
        m_cue_of[group] = static_cast<Cue>(cue - cue_names.begin());
    }
    return group;
}

std::optional<Group> RuleCompiler::group(std::string_view name) const {
    const auto found = m_groups.find(name);
    return found == m_groups.end() ? std::nullopt : std::optional(found->second);
}

Slice RuleCompiler::unless_list(const std::vector<std::string_view>& names) {
    const Slice list{static_cast<std::uint32_t>(m_data.unless.size()), static_cast<std::uint32_t>(names.size())};
    for (const std::string_view name : names) {
        m_data.unless.push_back(group_of(name));
    }
    return list;
}

void RuleCompiler::add_form(std::string_view text, Sense sense) {
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
        (begin == 0 ? m_words : m_phrases).push_back(*phrase);
        begin = end < key.size() && key[end] == ' ' ? end + 1 : end;
    }
    if (phrase) {
        m_items.push_back({*phrase, sense});
    }
}

void RuleCompiler::add_row(const lexicon::Row& row, std::string_view word_column, Group group) {
    const std::string_view pos = row["pos"];
    for (const std::string_view word : row.list(word_column)) {
        for (const WordForm& form : forms_of(m_language, pos, word, row)) {
            add_form(form.text, {group, form.flags});
        }
    }
}

void RuleCompiler::load_words(std::string_view table) {
    const lexicon::Table words = lexicon::load(table);
    for (const lexicon::Row& row : words.rows()) {
        add_row(row, "word", group_of(row["group"]));
    }
}

void RuleCompiler::load_triggers(std::string_view table) {
    const lexicon::Table rows = lexicon::load(table);
    for (const lexicon::Row& row : rows.rows()) {
        std::vector<std::string_view> unless;
        TriggerRule rule;
        rule.type = event_type(row);
        rule.gate = gate(row["gate"]);
        rule.traits = read_tags(row["tags"], unless);
        rule.unless = unless_list(unless);
        const std::string_view word = row["word"];
        rule.word = word_key(row["type"], std::string(row["pos"]) + " " + std::string(word.substr(0, word.find('|'))));
        const Group group = new_group();
        m_data.groups[group].trigger = static_cast<std::int32_t>(m_data.triggers.size());
        m_data.triggers.push_back(rule);
        add_row(row, "word", group);
    }
}

void RuleCompiler::load_patterns(std::string_view table) {
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
        rule.word = word_key(row["type"], std::string(row["first"]) + " + " + std::string(row["second"]));
        rule.unless = unless_list(unless);
        m_patterns[*group(row["first"])].push_back(rule);
    }
}

/// Numbers the second groups of the rules, and puts the rules in order of their first groups.
void RuleCompiler::number_seconds() {
    m_second_number.assign(m_patterns.size(), -1);
    std::int32_t numbers = 0;
    for (std::size_t first = 0; first < m_patterns.size(); ++first) {
        Slice& rules = m_data.groups[first].patterns;
        rules = {static_cast<std::uint32_t>(m_data.patterns.size()),
                 static_cast<std::uint32_t>(m_patterns[first].size())};
        for (PatternRule& rule : m_patterns[first]) {
            std::int32_t& number = m_second_number[rule.second];
            number = number < 0 ? numbers++ : number;
            rule.second_number = static_cast<std::uint16_t>(number);
            m_data.patterns.push_back(rule);
        }
    }
}

bool RuleCompiler::Earlier::operator()(const Known& a, const Known& b) const {
    const auto before = [](const Sense& x, const Sense& y) {
        return std::tie(x.group, x.flags) < std::tie(y.group, y.flags);
    };
    if (a.extends != b.extends) {
        return b.extends;
    }
    return std::lexicographical_compare(a.senses.begin(), a.senses.end(), b.senses.begin(), b.senses.end(), before);
}

void RuleCompiler::index() {
    const auto order = [](const Item& a, const Item& b) {
        return std::tuple(a.hash, a.sense.group, a.sense.flags) < std::tuple(b.hash, b.sense.group, b.sense.flags);
    };
    std::sort(m_items.begin(), m_items.end(), order);
    std::sort(m_extending.begin(), m_extending.end());
    m_extending.erase(std::unique(m_extending.begin(), m_extending.end()), m_extending.end());
    auto extending = m_extending.begin();
    const auto add_beginnings = [&](std::uint64_t before) { // those that are no words themselves
        for (; extending != m_extending.end() && *extending < before; ++extending) {
            add_indexed(*extending, {{}, true});
        }
    };
    for (std::size_t i = 0; i < m_items.size();) {
        const std::uint64_t hash = m_items[i].hash;
        add_beginnings(hash);
        Known known;
        for (; i < m_items.size() && m_items[i].hash == hash; ++i) {
            if (known.senses.empty() || known.senses.back() != m_items[i].sense) {
                known.senses.push_back(m_items[i].sense);
            }
        }
        known.extends = extending != m_extending.end() && *extending == hash;
        extending += known.extends ? 1 : 0;
        add_indexed(hash, std::move(known));
    }
    add_beginnings(~std::uint64_t{0});
}

void RuleCompiler::add_indexed(std::uint64_t hash, Known known) {
    if (m_data.entries.empty()) {
        m_data.entries.emplace_back();
    }
    const auto [found, added] = m_entry_of.try_emplace(std::move(known), 0);
    if (added) {
        if (m_data.entries.size() > UINT16_MAX) {
            throw TableError("event tables", "more than 65,536 kinds of words");
        }
        found->second = static_cast<std::uint16_t>(m_data.entries.size());
        m_data.entries.push_back(entry_of(found->first));
    }
    m_data.hashes.push_back(hash);
    m_data.entry_of.push_back(found->second);
}

Entry RuleCompiler::entry_of(const Known& known) {
    Entry entry;
    entry.senses = {static_cast<std::uint32_t>(m_data.senses.size()), static_cast<std::uint32_t>(known.senses.size())};
    for (const Sense& sense : known.senses) {
        m_data.senses.push_back(sense);
        entry.forms = entry.forms | sense.flags;
        const GroupData& group = m_data.groups[sense.group];
        if (group.trigger >= 0) {
            const TriggerRule& rule = m_data.triggers[static_cast<std::size_t>(group.trigger)];
            (has_trait(rule.traits, Trait::casualty) ? entry.casualty : entry.event) = true;
        }
        if (m_cue_of[sense.group]) {
            entry.cues.add(*m_cue_of[sense.group]);
        }
        if (m_second_number[sense.group] >= 0) {
            entry.seconds.add(static_cast<std::uint32_t>(m_second_number[sense.group]));
        }
        for (const PatternRule& rule : m_patterns[sense.group]) {
            entry.wanted.add(static_cast<std::uint32_t>(m_second_number[rule.second]));
        }
    }
    const bool side = entry.seconds != NumberSet() || entry.wanted != NumberSet();
    entry.harm = entry.casualty || entry.cues.has_any({Cue::dead, Cue::wounded, Cue::injury, Cue::losses, Cue::missing,
                                                       Cue::go_missing, Cue::displaced});
    const bool stands_for =
        std::any_of(place_cues.begin(), place_cues.end(), [&](Cue cue) { return entry.cues.has(cue); });
    const auto mark_if = [&](bool holds, WordMark mark) {
        entry.marks |= holds ? static_cast<std::uint8_t>(mark) : std::uint8_t{0};
    };
    mark_if(known.extends, WordMark::extends);
    mark_if(entry.harm || entry.event || side, WordMark::matters);
    mark_if(entry.cues.has_any({Cue::relative, Cue::when, Cue::after_that, Cue::that}), WordMark::opens);
    mark_if(stands_for, WordMark::place);
    mark_if(entry.cues.has_any(topic_cues), WordMark::topic);
    return entry;
}

/// A bucket for each beginning of a hash, about as many as there are hashes.
void RuleCompiler::set_buckets() {
    const auto bits = static_cast<unsigned>(std::bit_width(m_data.hashes.size()));
    m_data.buckets.resize((std::size_t{1} << bits) + 1);
    for (const std::uint64_t hash : m_data.hashes) {
        ++m_data.buckets[(hash >> (64U - bits)) + 1];
    }
    for (std::size_t i = 1; i < m_data.buckets.size(); ++i) {
        m_data.buckets[i] += m_data.buckets[i - 1];
    }
}

void RuleCompiler::set_bit_tables() {
    const auto set = [](std::vector<std::uint64_t>& table, std::vector<std::uint64_t>& hashes, std::size_t bits) {
        std::sort(hashes.begin(), hashes.end());
        hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
        table.resize(std::bit_ceil(hashes.size() * bits / 64 + 1));
        for (const std::uint64_t hash : hashes) {
            const TableBits place(hash, table.size());
            table[place.number] |= place.bits;
        }
    };
    set(m_data.words, m_words, 8); // few others pass: more numbers would not stay in the cache
    set(m_data.phrases, m_phrases, 16);
}

void RuleCompiler::name_groups() {
    for (const auto& [name, group] : m_groups) {
        const Slice text{static_cast<std::uint32_t>(m_data.names.size()), static_cast<std::uint32_t>(name.size())};
        m_data.group_names.push_back({text, group});
        m_data.names.insert(m_data.names.end(), name.begin(), name.end());
    }
}

} // namespace

RuleData compile_rules(Language language) { return RuleCompiler(language).compile(); }

} // namespace yaqut::events
