// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/language.hpp"
#include "events/rule_lists.hpp"
#include "text/word_facts.hpp"

namespace yaqut::events {

/// How a word of a text reads in the tables: the number of its form, and whether و or ف was taken off for it.
struct WordReading {
    std::uint32_t form = 0; ///< 0: none
    bool conjoined = false;
};

/// The event tables of one language, with all word forms: views of what the build made of them. Immutable; empty for
/// languages without tables.
class Rules {
  public:
    explicit Rules(Language language);

    [[nodiscard]] bool empty() const { return m_lists.hashes.empty(); }
    [[nodiscard]] Language language() const { return m_language; }
    /// The form with this key hash (loose for Arabic, strict otherwise), or the phrase of words with such hashes, as a
    /// number; 0 when there is none.
    [[nodiscard]] std::uint32_t find_form(std::uint64_t hash) const {
        const std::size_t bucket = hash >> m_shift;
        const std::uint32_t end = m_lists.buckets[bucket + 1];
        for (std::uint32_t form = m_lists.buckets[bucket]; form < end; ++form) {
            if (m_lists.hashes[form] == hash) {
                return form + 1;
            }
        }
        return 0;
    }
    [[nodiscard]] std::uint64_t hash_of(std::uint32_t form) const { return m_lists.hashes[form - 1]; }
    /// What is known about a form that is not 0.
    [[nodiscard]] const Entry& entry(std::uint32_t form) const { return m_lists.entries[m_lists.entry_of[form - 1]]; }
    /// The entry of a word by its key hash, nullptr when there is none.
    [[nodiscard]] const Entry* find(std::uint64_t hash) const {
        const std::uint32_t form = find_form(hash);
        return form == 0 ? nullptr : &entry(form);
    }
    /// What TaggedText keeps of each word in these tables.
    [[nodiscard]] const text::FactKey<WordReading>& words() const { return m_words; }
    [[nodiscard]] std::span<const Sense> senses(const Entry& entry) const {
        return m_lists.senses.subspan(entry.senses.first, entry.senses.count);
    }
    [[nodiscard]] const TriggerRule* trigger(Group group) const {
        const std::int32_t index = m_lists.groups[group].trigger;
        return index < 0 ? nullptr : &m_lists.triggers[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] std::span<const PatternRule> patterns(Group first) const {
        const Slice rules = m_lists.groups[first].patterns;
        return m_lists.patterns.subspan(rules.first, rules.count);
    }
    /// The groups that take the event meaning away from what a rule finds.
    [[nodiscard]] std::span<const Group> unless(Slice list) const {
        return m_lists.unless.subspan(list.first, list.count);
    }

    /// Group of the tables by name; nullopt when this language has none. For what is set up once: what the rules ask of
    /// words is a Cue.
    [[nodiscard]] std::optional<Group> group(std::string_view name) const;

  private:
    Language m_language;
    text::FactKey<WordReading> m_words;
    RuleView m_lists;
    unsigned m_shift = 0; ///< of a hash for its bucket
};

} // namespace yaqut::events
