// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/event_type.hpp"
#include "core/language.hpp"
#include "events/cues.hpp"
#include "events/word_forms.hpp"
#include "lexicon/table.hpp"
#include "text/word_facts.hpp"

namespace yaqut::events {

/// How much a word needs beside it to tell an event.
enum class Gate : std::uint8_t {
    strong, ///< enough alone
    weak,   ///< needs a light verb, casualties, a date or a place near it
    lone,   ///< yields to any other event of its sentence
};

enum class Trait : std::uint8_t {
    none = 0,
    casualty = 1,
    generic = 2,
    state = 4,
    place = 8,
    lone = 16,
    adopt = 32,
    wide = 64 ///< the words of `unless` may stand further off
};
[[nodiscard]] constexpr bool has_trait(std::uint8_t set, Trait trait) {
    return (set & static_cast<std::uint8_t>(trait)) != 0;
}

using Group = std::uint16_t;

/// What a group of word forms tells when it stands alone.
struct TriggerRule {
    EventType type = EventType::attack;
    Gate gate = Gate::weak;
    std::uint8_t traits = 0;
    std::vector<Group> unless; ///< no event with one of these close after it
};

/// An event told by two groups.
struct PatternRule {
    EventType type = EventType::attack;
    Gate gate = Gate::weak;
    std::uint8_t traits = 0;
    std::uint8_t gap = 0;
    bool head_second = false;
    std::vector<Group> unless; ///< as in TriggerRule
    Group second = 0;
    std::uint16_t rank = 0; ///< order in the table: the first rule that matches wins
};

/// One reading of a word form.
struct Sense {
    Group group = 0;
    FormFlag flags = FormFlag::none;

    friend bool operator==(const Sense&, const Sense&) = default;
};

/// Everything known about one word form or phrase.
struct Entry {
    std::uint64_t hash = 0;
    CueSet cues;
    std::uint32_t first = 0;
    std::uint16_t count = 0;
    bool extends = false;  ///< a phrase begins so
    bool casualty = false; ///< some reading is a word of killing
    bool event = false;    ///< some reading tells an event that is no mere casualty
};

/// How a word of a text reads in the tables: the number of its entry, and whether و or ف was taken off for it.
struct WordReading {
    std::uint32_t entry = 0;
    bool conjoined = false;
};

/// The event tables of one language, with all word forms. Immutable after construction; empty for languages without
/// tables. Throws TableError for faults in the tables.
class Rules {
  public:
    explicit Rules(Language language);

    [[nodiscard]] bool empty() const { return m_slots.empty(); }
    [[nodiscard]] Language language() const { return m_language; }
    /// The entry of a word by its key hash (loose for Arabic, strict otherwise), nullptr when there is none.
    [[nodiscard]] const Entry* find(std::uint64_t hash) const;
    /// An entry as a number, 0: none; for what is kept per word.
    [[nodiscard]] std::uint32_t number_of(const Entry* entry) const {
        return entry == nullptr ? 0 : static_cast<std::uint32_t>(entry - m_slots.data()) + 1;
    }
    [[nodiscard]] const Entry* numbered(std::uint32_t number) const {
        return number == 0 ? nullptr : &m_slots[number - 1];
    }
    /// What TaggedText keeps of each word in these tables.
    [[nodiscard]] const text::FactKey<WordReading>& words() const { return m_words; }
    [[nodiscard]] std::span<const Sense> senses(const Entry& entry) const {
        return std::span(m_senses).subspan(entry.first, entry.count);
    }
    [[nodiscard]] const TriggerRule* trigger(Group group) const {
        const std::int32_t index = m_trigger_of[group];
        return index < 0 ? nullptr : &m_triggers[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] std::span<const PatternRule> patterns(Group first) const { return m_patterns[first]; }
    /// Group of the tables by name; nullopt when this language has none.
    [[nodiscard]] std::optional<Group> group(std::string_view name) const;

  private:
    struct NameHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
    };
    struct Item {
        std::uint64_t hash = 0;
        Sense sense;
    };

    Group group_of(std::string_view name);
    Group new_group();
    void add_form(std::string_view text, Sense sense);
    void add_row(const lexicon::Row& row, std::string_view word_column, Group group);
    void load_words(std::string_view table);
    void load_triggers(std::string_view table);
    void load_patterns(std::string_view table);
    void index();
    void place(const Entry& entry);

    Language m_language;
    text::FactKey<WordReading> m_words;
    std::unordered_map<std::string, Group, NameHash, std::equal_to<>> m_groups;
    std::vector<std::uint8_t> m_cue_of;               ///< by group; cue_count: none
    std::vector<std::int32_t> m_trigger_of;           ///< by group
    std::vector<std::vector<PatternRule>> m_patterns; ///< by first group
    std::vector<TriggerRule> m_triggers;
    std::vector<Item> m_items; ///< empty after construction
    std::vector<std::uint64_t> m_extending;
    std::vector<Sense> m_senses;
    std::vector<Entry> m_slots;          ///< open addressing, a power of two; hash 0 is free
    std::vector<std::uint64_t> m_filter; ///< bit table of hashes, turns away most words without touching the slots
};

} // namespace yaqut::events
