// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace yaqut::text {

/// Number of a word in a WordCache, counted from 0.
using WordId = std::uint32_t;
inline constexpr WordId no_word = 0xFFFFFFFF; ///< of tokens whose word is in no cache

/// A strict key of a few bytes with zeros behind it, hashed and compared eight bytes at a time.
struct ShortKey {
    static constexpr std::size_t longest = 22; ///< bytes: eleven Arabic letters, which few words exceed
    static constexpr std::size_t read_size = 24;
    std::array<std::uint64_t, 3> parts{};

    /// The first `size` bytes, at most `longest`, of those at `bytes`, where read_size bytes may be read.
    [[nodiscard]] static ShortKey read(const char* bytes, std::size_t size);
    [[nodiscard]] std::uint64_t hash() const;
    friend bool operator==(const ShortKey& a, const ShortKey& b) {
        return ((a.parts[0] ^ b.parts[0]) | (a.parts[1] ^ b.parts[1]) | (a.parts[2] ^ b.parts[2])) == 0;
    }
};

/// The words that one worker met more than once in its last texts: each is folded and hashed once, and has a number
/// under which any stage keeps what it finds out about the word (word_facts.hpp). What a cache has met before changes
/// nothing but the time that a text takes. For one thread at a time. Bounded, and small enough for a near cache: long
/// words, words met once and, when it is full, new words stay outside.
class WordCache {
  public:
    static constexpr std::size_t usual_words = std::size_t{1} << 17U;

    /// One line of the processor's cache.
    struct alignas(64) Word {
        ShortKey strict;
        std::array<char, ShortKey::read_size - 1> loose{}; ///< read whole, of any size
        std::uint8_t loose_size = 0;
        std::uint64_t strict_hash = 0;
        std::uint64_t loose_hash = 0;
    };

    /// For at most 262,143 words.
    explicit WordCache(std::size_t most_words = usual_words);
    WordCache(const WordCache&) = delete;
    WordCache& operator=(const WordCache&) = delete;
    ~WordCache();

    /// Forgets all words when few more fit. Call it between texts: a document that was read with the cache may not be
    /// used afterwards.
    void make_room();

    [[nodiscard]] std::size_t size() const { return m_words.size(); }
    [[nodiscard]] const Word& operator[](WordId id) const { return m_words[id]; }

    /// The number of the word; no_word when the cache does not have it. `hash` is that of the key.
    [[nodiscard]] WordId find(const ShortKey& key, std::uint64_t hash) const {
        for (std::size_t step = 0; step < longest_search; ++step) {
            const Slot slot = m_slots[(hash + step) & m_mask];
            if (slot == free_slot) {
                break;
            }
            if (may_be(slot, hash) && m_words[id_of(slot)].strict == key) {
                return id_of(slot);
            }
        }
        return no_word;
    }
    /// Bring what find() will read nearer: first the slot of one word or several, then what is likely the word, whose
    /// number it gives; no_word when find() would give that.
    void fetch_slot(std::uint64_t hash) const { __builtin_prefetch(&m_slots[hash & m_mask]); }
    [[nodiscard]] WordId fetch_word(std::uint64_t hash) const {
        for (std::size_t step = 0; step < longest_search; ++step) {
            const Slot slot = m_slots[(hash + step) & m_mask];
            if (slot == free_slot) {
                break;
            }
            if (may_be(slot, hash)) {
                __builtin_prefetch(&m_words[id_of(slot)]);
                __builtin_prefetch(&m_rows[id_of(slot)]);
                return id_of(slot);
            }
        }
        return no_word;
    }
    /// The same as find(), when fetch_word() gave `likely`; a word that was added since need not be found.
    [[nodiscard]] WordId find(const ShortKey& key, std::uint64_t hash, WordId likely) const {
        return likely == no_word || m_words[likely].strict == key ? likely : find(key, hash);
    }
    /// Shall a word that find() did not find be added? From the second time on that it is asked for.
    [[nodiscard]] bool wants(std::uint64_t hash);
    /// Adds a word that wants() wants.
    WordId add(const Word& word, std::uint64_t hash);

    /// What stages keep beside the words: see word_facts.hpp.
    class Facts {
      public:
        Facts() = default;
        Facts(const Facts&) = delete;
        Facts& operator=(const Facts&) = delete;
        virtual ~Facts() = default;
        virtual void forget() = 0;
    };

    /// Beside each word there is a row of bytes for small facts, half a line of the processor's cache, zeros at first.
    static constexpr std::size_t row_bytes = 32;
    /// The rows one after the other, by WordId. They stay where they are.
    [[nodiscard]] std::byte* rows() { return reinterpret_cast<std::byte*>(m_rows.data()); }
    /// Where in each row facts with this number have `bytes` of their own; nullopt: there was no more room.
    [[nodiscard]] std::optional<std::size_t> place_in_row(std::uint64_t number, std::size_t bytes);
    /// Another number at each call.
    [[nodiscard]] static std::uint64_t new_facts_number();
    /// The facts with this number, made by make() when there are none yet.
    template <typename Make> [[nodiscard]] Facts& facts(std::uint64_t number, Make&& make) {
        for (const auto& [known, kept] : m_facts) {
            if (known == number) {
                return *kept;
            }
        }
        return *m_facts.emplace_back(number, make()).second;
    }

  private:
    static constexpr std::size_t longest_search = 128; ///< slots: chance gives runs of half of it

    /// Below a word's number, above some bits of its hash.
    using Slot = std::uint32_t;
    static constexpr Slot id_bits = 0x3FFFF;
    static constexpr Slot free_slot = id_bits;

    [[nodiscard]] static WordId id_of(Slot slot) { return slot & id_bits; }
    [[nodiscard]] static Slot check_of(std::uint64_t hash) {
        return static_cast<Slot>(hash >> 32U) & ~id_bits; // the low bits chose the slot
    }
    [[nodiscard]] static bool may_be(Slot slot, std::uint64_t hash) { return (slot & ~id_bits) == check_of(hash); }

    struct alignas(row_bytes) Row {
        std::array<std::byte, row_bytes> bytes{};
    };
    struct PlaceInRow {
        std::uint64_t number = 0;
        std::optional<std::size_t> place;
    };

    void put(WordId id, std::uint64_t hash);

    std::size_t m_most;
    std::vector<Slot> m_slots; ///< open addressing, a power of two, at most half full
    std::size_t m_mask;        ///< m_slots.size() - 1
    std::vector<Word> m_words; ///< with room for all from the start: none moves, and memory not used costs nothing
    std::vector<Row> m_rows;   ///< one per word, with room for all as well
    std::vector<PlaceInRow> m_places_in_row; ///< a handful
    std::size_t m_row_used = 0;              ///< bytes of each row
    std::vector<std::uint64_t> m_met;        ///< a bit per hash: words met once
    std::size_t m_met_count = 0;
    std::vector<std::pair<std::uint64_t, std::unique_ptr<Facts>>> m_facts; ///< a handful
};

inline ShortKey ShortKey::read(const char* bytes, std::size_t size) {
    using Bytes = std::array<unsigned char, read_size>;
    static constexpr std::array<Bytes, longest + 1> masks = [] {
        std::array<Bytes, longest + 1> result{};
        for (std::size_t kept = 0; kept < result.size(); ++kept) {
            for (std::size_t i = 0; i < kept; ++i) {
                result[kept][i] = 0xFF;
            }
        }
        return result;
    }();
    ShortKey key;
    ShortKey mask;
    std::memcpy(key.parts.data(), bytes, read_size);
    std::memcpy(mask.parts.data(), masks[size].data(), read_size);
    for (std::size_t i = 0; i < key.parts.size(); ++i) {
        key.parts[i] &= mask.parts[i]; // NOLINT: unrolled
    }
    return key;
}

inline std::uint64_t ShortKey::hash() const {
    std::uint64_t h = parts[0] * 0x9e3779b97f4a7c15ULL + parts[1] * 0xc2b2ae3d27d4eb4fULL +
                      parts[2] * 0x165667b19e3779f9ULL; // odd numbers without a pattern
    h = (h ^ (h >> 32U)) * 0xd6e8feb86659fd93ULL;
    return h ^ (h >> 32U);
}

} // namespace yaqut::text
