// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "core/toponym.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/clitics.hpp"
#include "text/document.hpp"
#include "text/word_cache.hpp"
#include "toponyms/name_summary.hpp"

namespace yaqut::toponyms {

/// Which readings of an Arabic word begin names of a gazetteer: for most words none.
struct NameStarts {
    static constexpr std::uint8_t whole = 1;         ///< the word itself
    static constexpr std::uint8_t longer = 1U << 1;  ///< the word itself, and more words follow in some of the names
    static constexpr std::uint8_t reading = 1U << 2; ///< without proclitics that are taken off freely
    static constexpr std::uint8_t rare = 1U << 3;    ///< without others
    static constexpr std::uint8_t fused = 1U << 4;   ///< a name of several words that is written as this one
    static constexpr std::uint8_t usual = whole | reading | fused;

    std::uint8_t bits = 0;

    [[nodiscard]] bool any(std::uint8_t kinds) const { return (bits & kinds) != 0; }
    void add(std::uint8_t kind, bool when = true) { bits = static_cast<std::uint8_t>(bits | (when ? kind : 0U)); }
};

/// Some of NameMemory::readings.
struct ReadingRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// What a name means wherever it stands: the same in all texts.
struct KnownName {
    NameSummary summary;
    std::uint32_t index = 0; ///< of its summary in the text below
    std::uint64_t text = 0;  ///< the last text that had the name
    /// The name's own places and those that it is the nationality of, once somebody asked for them.
    std::array<std::optional<std::vector<Candidate>>, 2> places;
};

/// A reading of a word with what the gazetteer has for it.
struct KnownReading {
    text::Reading reading; ///< of any token of the word: source_begin counts for none
    gazetteer::Probe probe;
    bool same_spelling = false; ///< one of the names is spelt so
    bool demonym = false;       ///< one of the names is a demonym
    bool country = false;       ///< one of the names, no demonym, is a country's; unless it is the word's only reading
};

/// The names that one worker met in its last texts, read from the gazetteer once per name instead of once per text.
/// Kept in the worker's word cache. What it has met before changes nothing but the time that a text takes.
class NameMemory final : public text::WordCache::Facts {
  public:
    NameMemory();
    ~NameMemory() override;

    /// A new text begins: names that were handed out before may go.
    void begin_text();
    [[nodiscard]] std::uint64_t text() const { return m_text; }

    /// The name with this key, valid until the next text; its summary is made by make() the first time.
    template <typename Make> [[nodiscard]] KnownName& name(std::uint64_t key, Make&& make) {
        std::size_t at = slot_of(key);
        if (m_slots[at].name == nullptr) {
            if (2 * (m_names.size() + 1) > m_slots.size()) {
                grow();
                at = slot_of(key);
            }
            m_slots[at] = {key, &m_names.emplace_back()};
            m_slots[at].name->summary = make();
        }
        return *m_slots[at].name;
    }

    /// Bring what name() will read nearer: first where it looks the key up, then the name that is likely there.
    void fetch(std::uint64_t key) const { __builtin_prefetch(&m_slots[key & (m_slots.size() - 1)]); }
    void fetch_name(std::uint64_t key) const { __builtin_prefetch(m_slots[slot_of(key)].name); }

    void forget() override;

    std::vector<KnownReading> readings; ///< those that begin names, word by word

    /// Lists of the text at hand, whose memory the next one uses again.
    struct TokenLists {
        std::vector<NameStarts> starts; ///< per token
        std::vector<std::uint32_t> worth_a_look;
        std::vector<std::uint32_t> rare;
        std::vector<std::uint32_t> list; ///< of tokens
        std::vector<std::uint64_t> keys; ///< of the names found
    };
    TokenLists lists;

  private:
    struct Slot {
        std::uint64_t key = 0;
        KnownName* name = nullptr;
    };

    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
        std::size_t at = key & (m_slots.size() - 1);
        while (m_slots[at].name != nullptr && m_slots[at].key != key) {
            at = (at + 1) & (m_slots.size() - 1);
        }
        return at;
    }
    void grow();
    void clear_names();

    std::vector<Slot> m_slots; ///< open addressing, a power of two, at most half full
    std::deque<KnownName> m_names;
    std::uint64_t m_text = 0;
};

} // namespace yaqut::toponyms
