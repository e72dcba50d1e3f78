// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::gazetteer {

/// Sorted keys, front-coded: each is stored as the number of bytes that it shares with the one before it, the number of
/// its other bytes (both LEB128) and these bytes. Every 64th key begins a block and shares nothing. Shared bytes end
/// between characters. A damaged list gives wrong keys or ends early.
class KeyList {
  public:
    KeyList() = default;
    KeyList(std::span<const std::uint64_t> blocks, std::string_view text) : m_blocks(blocks), m_text(text) {}

    [[nodiscard]] bool empty() const { return m_blocks.empty(); }

    /// Calls `use` for the keys that begin with `prefix`, in their order, until it returns false.
    void with_prefix(std::string_view prefix, const std::function<bool(std::string_view key)>& use) const;

    /// Calls `use` for the keys within `most` edits of `key`: a letter put in, left out or replaced, or two neighbours
    /// exchanged. Nothing for keys of more than 64 letters.
    void near(std::string_view key, unsigned most,
              const std::function<void(std::string_view key, unsigned edits)>& use) const;

  private:
    [[nodiscard]] std::string_view block_text(std::size_t block) const;
    [[nodiscard]] std::string first_key(std::size_t block) const; ///< empty beyond the last one
    /// The last block from `block` on whose first key begins with `prefix`, as that of `block` does.
    [[nodiscard]] std::size_t last_block_with(std::string_view prefix, std::size_t block) const;

    std::span<const std::uint64_t> m_blocks;
    std::string_view m_text;
};

/// Encodes a KeyList: keys come sorted; one that was added just before is passed over.
class KeyListEncoder {
  public:
    /// Appends the code of `key` to `out`.
    void add(std::string_view key, std::string& out);
    [[nodiscard]] const std::vector<std::uint64_t>& blocks() const { return m_blocks; }

  private:
    std::vector<std::uint64_t> m_blocks;
    std::string m_before;
    std::uint64_t m_count = 0;
    std::uint64_t m_bytes = 0;
};

} // namespace yaqut::gazetteer
