// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"
#include "events/rule_data.hpp"

namespace yaqut::events {

/// All that the event tables of one language come to, as lists of plain data.
template <template <typename> typename List> struct RuleLists {
    List<std::uint64_t> hashes;   ///< of all forms and beginnings of phrases, in order
    List<std::uint16_t> entry_of; ///< by form: index of its entry, never 0
    List<std::uint32_t> buckets;  ///< 2^n + 1: the first form whose hash begins with these n bits
    List<std::uint64_t> words;    ///< a bit table of the hashes of words: 2^n numbers
    List<std::uint64_t> phrases;  ///< the same for phrases
    List<Entry> entries;          ///< the first one is empty
    List<Sense> senses;
    List<GroupData> groups;
    List<TriggerRule> triggers;
    List<PatternRule> patterns;  ///< in order of first groups
    List<Group> unless;          ///< of triggers and patterns
    List<GroupName> group_names; ///< in order of the names
    List<char> names;            ///< one after the other

    /// Calls act(list) for each list of `lists`, always in the same order.
    template <typename Lists, typename Act> static void for_each(Lists& lists, Act&& act) {
        act(lists.hashes);
        act(lists.entry_of);
        act(lists.buckets);
        act(lists.words);
        act(lists.phrases);
        act(lists.entries);
        act(lists.senses);
        act(lists.groups);
        act(lists.triggers);
        act(lists.patterns);
        act(lists.unless);
        act(lists.group_names);
        act(lists.names);
    }
};

/// The two bits of a hash in a bit table of `size` numbers: which number, and the bits in it.
struct TableBits {
    TableBits(std::uint64_t hash, std::size_t size)
        : number((hash >> 26U) & (size - 1)),
          bits(std::uint64_t{1} << ((hash >> 20U) & 63U) | std::uint64_t{1} << ((hash >> 14U) & 63U)) {}

    std::size_t number;
    std::uint64_t bits;
};

template <typename T> using OwnedList = std::vector<T>;
template <typename T> using ListView = std::span<const T>;
using RuleData = RuleLists<OwnedList>;
using RuleView = RuleLists<ListView>;

/// The lists one after the other as they lie in memory, for a program of the same kind of processor.
[[nodiscard]] std::string rule_image(const RuleData& data);
/// The lists in an image, which must outlive them and begin at a multiple of 64 bytes. Throws TableError when it is
/// none.
[[nodiscard]] RuleView view_rules(std::string_view image);

/// The image that the build made; empty for a language without tables.
[[nodiscard]] std::string_view embedded_rules(Language language);

} // namespace yaqut::events
