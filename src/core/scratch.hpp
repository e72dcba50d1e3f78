// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace yaqut {

/// Memory of one thread for what lives no longer than the work on one text: given out one piece behind the other, free
/// again all at once when the last piece has come back, and then used for the next text. Pieces must come back on the
/// thread that took them.
class Scratch {
  public:
    [[nodiscard]] static void* take(std::size_t bytes) {
        Scratch& scratch = of_thread();
        bytes = rounded(bytes);
        if (static_cast<std::size_t>(scratch.m_end - scratch.m_next) < bytes) {
            scratch.grow(bytes);
        }
        ++scratch.m_pieces;
        std::byte* piece = scratch.m_next;
        scratch.m_next += bytes;
        return piece;
    }
    static void give_back(void* piece, std::size_t bytes) noexcept {
        Scratch& scratch = of_thread();
        if (static_cast<std::byte*>(piece) + rounded(bytes) == scratch.m_next) {
            scratch.m_next = static_cast<std::byte*>(piece); // what grows at the end grows in place
        }
        if (--scratch.m_pieces == 0) {
            scratch.clear();
        }
    }
    /// Pieces that this thread has out.
    [[nodiscard]] static std::size_t pieces() { return of_thread().m_pieces; }

    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

  private:
    Scratch() = default;
    ~Scratch();

    static constexpr std::size_t rounded(std::size_t bytes) {
        return (bytes + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    }
    [[nodiscard]] static Scratch& of_thread() { return m_of_thread != nullptr ? *m_of_thread : make(); }
    [[nodiscard]] static Scratch& make();
    void grow(std::size_t bytes);
    void clear() noexcept;

    static inline thread_local constinit Scratch* m_of_thread = nullptr;

    std::byte* m_next = nullptr;
    std::byte* m_end = nullptr;
    std::size_t m_pieces = 0;
    std::vector<std::vector<std::max_align_t>> m_blocks; ///< the last one is given out; the first stays
};

/// Lets containers have their elements there.
template <typename T> class ScratchAllocator {
  public:
    using value_type = T;
    static_assert(alignof(T) <= alignof(std::max_align_t));

    ScratchAllocator() = default;
    template <typename Other> ScratchAllocator(const ScratchAllocator<Other>& /*other*/) {} // NOLINT: containers ask
    // NOLINTBEGIN(bugprone-sizeof-expression): of pointers, too, which maps have lists of
    [[nodiscard]] T* allocate(std::size_t count) { return static_cast<T*>(Scratch::take(count * sizeof(T))); }
    void deallocate(T* piece, std::size_t count) noexcept { Scratch::give_back(piece, count * sizeof(T)); }
    // NOLINTEND(bugprone-sizeof-expression)
    friend bool operator==(const ScratchAllocator& /*a*/, const ScratchAllocator& /*b*/) { return true; }
};

/// For lists of a stage that end with it.
template <typename T> using ScratchVector = std::vector<T, ScratchAllocator<T>>;
template <typename Key, typename Value>
using ScratchMap =
    std::unordered_map<Key, Value, std::hash<Key>, std::equal_to<Key>, ScratchAllocator<std::pair<const Key, Value>>>;

} // namespace yaqut
