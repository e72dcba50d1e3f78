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

    /// Calls `use` for the keys that begin with `prefix`, in their order, until it returns false.
    void with_prefix(std::string_view prefix, const std::function<bool(std::string_view key)>& use) const;

    /// Calls `use` for the keys within `most` edits of `key`: a letter put in, left out or replaced, or two neighbours
    /// exchanged. Nothing for keys of more than 64 letters.
    void near(std::string_view key, unsigned most,
              const std::function<void(std::string_view key, unsigned edits)>& use) const;

  private:
    [[nodiscard]] std::string_view block_text(std::size_t block) const;

    std::span<const std::uint64_t> m_blocks;
    std::string_view m_text;
};

/// A KeyList as it goes to the file.
struct BuiltKeyList {
    std::vector<std::uint64_t> blocks;
    std::string text;
};

/// `keys` must be sorted, each key once.
[[nodiscard]] BuiltKeyList make_key_list(std::span<const std::string_view> keys);

} // namespace yaqut::gazetteer
