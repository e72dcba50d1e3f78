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

/// How a word of a text reads in the tables.
struct WordReading {
    std::uint16_t entry = 0; ///< number; 0: none
    std::uint8_t marks = 0;  ///< of the entry
    bool cut = false;        ///< something written together with it was taken off for it: و or ف, l' or d'
};

/// The event tables of one language, with all word forms: views of what the build made of them. Immutable; empty for
/// languages without tables.
class Rules {
  public:
    explicit Rules(Language language);

    [[nodiscard]] bool empty() const { return m_lists.hashes.empty(); }
    [[nodiscard]] Language language() const { return m_language; }
    /// The number of the entry of the word with this key hash (loose for Arabic, strict otherwise); 0: none.
    [[nodiscard]] std::uint16_t find_word(std::uint64_t hash) const { return in(m_lists.words, hash) ? find(hash) : 0; }
    /// The same for a phrase of words with such hashes.
    [[nodiscard]] std::uint16_t find_phrase(std::uint64_t hash) const {
        return in(m_lists.phrases, hash) ? find(hash) : 0;
    }
    /// find_word() in three steps, each of which reads what the step before has brought nearer: may there be such a
    /// word, in which part of the list, and where in it.
    void fetch_word(std::uint64_t hash) const {
        __builtin_prefetch(&m_lists.words[TableBits(hash, m_lists.words.size()).number]);
    }
    [[nodiscard]] bool may_have_word(std::uint64_t hash) const {
        __builtin_prefetch(&m_lists.buckets[hash >> m_shift]);
        return in(m_lists.words, hash);
    }
    void fetch_forms(std::uint64_t hash) const {
        const std::uint32_t first = m_lists.buckets[hash >> m_shift];
        __builtin_prefetch(m_lists.hashes.data() + first);
        __builtin_prefetch(m_lists.entry_of.data() + first);
    }
    /// 0 for most that are no words.
    [[nodiscard]] std::uint16_t find_fetched(std::uint64_t hash) const { return find(hash); }
    /// Entry 0 is empty.
    [[nodiscard]] const Entry& entry(std::uint16_t number) const { return m_lists.entries[number]; }
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
    [[nodiscard]] static bool in(ListView<std::uint64_t> table, std::uint64_t hash) {
        const TableBits place(hash, table.size());
        return (table[place.number] & place.bits) == place.bits;
    }
    [[nodiscard]] std::uint16_t find(std::uint64_t hash) const {
        const std::size_t bucket = hash >> m_shift;
        const std::uint32_t end = m_lists.buckets[bucket + 1];
        for (std::uint32_t form = m_lists.buckets[bucket]; form < end; ++form) {
            if (m_lists.hashes[form] == hash) {
                return m_lists.entry_of[form];
            }
        }
        return 0;
    }

    Language m_language;
    text::FactKey<WordReading> m_words;
    RuleView m_lists;
    unsigned m_shift = 0; ///< of a hash for its bucket
};

} // namespace yaqut::events
