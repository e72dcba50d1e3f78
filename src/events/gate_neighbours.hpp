// SPDX-License-Identifier: Apache-2.0
// The words beside a mention, each with a weight of its own: what the named features of the gate cannot tell apart.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "events/draft.hpp"
#include "events/status_words.hpp"
#include "events/tagged_text.hpp"
#include "text/key_hash.hpp"

namespace yaqut::events {

/// Where a neighbour stands.
enum class Beside : std::uint8_t {
    self,   ///< the mention's own form
    before, ///< the word before it, as written
    after,
    ahead,  ///< one of a few before it, without the article
    behind, ///< one of a few after it
};
inline constexpr std::array<std::string_view, 5> beside_names{"self", "before", "after", "ahead", "behind"};

struct Neighbour {
    Beside where = Beside::self;
    std::string_view word;  ///< loose key; "@place", "@time" and "@number" stand for all of them, "@end" for none
    std::uint64_t hash = 0; ///< of the word
};

/// Names a neighbour to what is learned about it, by the hash of its word.
[[nodiscard]] constexpr std::uint32_t neighbour_key(Beside where, std::uint64_t word) {
    return static_cast<std::uint32_t>(text::extend_phrase(static_cast<std::uint64_t>(where) + 1, word));
}
[[nodiscard]] constexpr std::uint32_t neighbour_key(const Neighbour& neighbour) {
    return neighbour_key(neighbour.where, neighbour.hash);
}

/// The neighbours of one mention, within its sentence; each word of a side once.
class Neighbours {
  public:
    Neighbours(const TaggedText& text, const Draft& draft);

    [[nodiscard]] const Neighbour* begin() const { return m_all.data(); }
    [[nodiscard]] const Neighbour* end() const { return m_all.data() + m_size; }

  private:
    void add(Beside where, HashedWord word);

    static constexpr std::uint32_t reach = 4; ///< tokens
    std::array<Neighbour, 3 + 2 * reach> m_all{};
    std::uint32_t m_size = 0;
};

} // namespace yaqut::events
