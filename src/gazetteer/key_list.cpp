// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/key_list.hpp"

#include <algorithm>
#include <optional>

#include "gazetteer/edit_rows.hpp"
#include "text/utf8.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr std::size_t keys_per_block = 64;
constexpr std::size_t most_letters = 64;

void append_number(std::string& out, std::size_t number) {
    for (; number >= 0x80U; number >>= 7U) {
        out += static_cast<char>(0x80U | (number & 0x7FU));
    }
    out += static_cast<char>(number);
}

/// Walks the keys of a piece of the list.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    /// False at the end, and where the list is damaged.
    bool next() {
        const auto shared = number();
        const auto size = number();
        if (!shared || !size || *shared > m_key.size() || *size > m_text.size()) {
            return false;
        }
        m_shared = *shared;
        m_key.resize(*shared);
        m_key += m_text.substr(0, *size);
        m_text.remove_prefix(*size);
        return true;
    }
    [[nodiscard]] std::string_view key() const { return m_key; }
    [[nodiscard]] std::size_t shared() const { return m_shared; } ///< bytes, with the key before

  private:
    std::optional<std::size_t> number() {
        std::size_t value = 0;
        for (unsigned shift = 0; shift < 28 && !m_text.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_text.front());
            m_text.remove_prefix(1);
            value |= static_cast<std::size_t>(byte & 0x7FU) << shift;
            if (byte < 0x80U) {
                return value;
            }
        }
        return std::nullopt;
    }

    std::string_view m_text;
    std::string m_key;
    std::size_t m_shared = 0;
};

std::size_t shared_bytes(std::string_view before, std::string_view key) {
    std::size_t shared = 0;
    while (shared < before.size() && shared < key.size() && before[shared] == key[shared]) {
        ++shared;
    }
    while (shared > 0 && shared < key.size() && text::is_continuation(key[shared])) {
        --shared;
    }
    return shared;
}

/// The letters of the key that the walk is at, as far as they were pushed to the rows.
class Spelling {
  public:
    explicit Spelling(EditRows& rows) : m_rows(rows) {}

    /// Goes on with `key`, which shares `shared` bytes with the key before. False: it is out of reach.
    bool follow(std::string_view key, std::size_t shared) {
        while (!m_ends.empty() && m_ends.back() > shared) {
            m_ends.pop_back();
        }
        m_rows.pop_to(m_ends.size());
        if (m_hopeless_at > 0 && m_ends.size() >= m_hopeless_at) {
            return false;
        }
        m_hopeless_at = 0;
        std::size_t position = m_ends.empty() ? 0 : m_ends.back();
        while (position < key.size()) {
            const text::Utf8Char letter = text::utf8_char(key, position);
            position += letter.size;
            m_rows.push(letter.code_point);
            m_ends.push_back(position);
            if (m_rows.hopeless()) {
                m_hopeless_at = m_ends.size();
                return false;
            }
        }
        return true;
    }

    /// Bytes of the key up to the letter from which on nothing is in reach, after follow() gave false.
    [[nodiscard]] std::size_t hopeless_bytes() const { return m_hopeless_at > 0 ? m_ends[m_hopeless_at - 1] : 0; }

  private:
    EditRows& m_rows;
    std::vector<std::size_t> m_ends; ///< byte after each letter
    std::size_t m_hopeless_at = 0;   ///< letters; 0: it is not
};

} // namespace

std::string_view KeyList::block_text(std::size_t block) const {
    const std::uint64_t begin = m_blocks[block];
    return begin <= m_text.size() ? m_text.substr(begin) : std::string_view();
}

void KeyList::with_prefix(std::string_view prefix, const std::function<bool(std::string_view key)>& use) const {
    std::size_t low = 0;
    std::size_t high = m_blocks.size(); // the first block whose first key is not below the prefix
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        Cursor first(block_text(middle));
        if (first.next() && first.key() < prefix) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (m_blocks.empty()) {
        return;
    }
    for (Cursor cursor(block_text(low > 0 ? low - 1 : 0)); cursor.next();) {
        if (cursor.key().starts_with(prefix)) {
            if (!use(cursor.key())) {
                return;
            }
        } else if (cursor.key() > prefix) {
            return;
        }
    }
}

std::string KeyList::first_key(std::size_t block) const {
    Cursor cursor(block < m_blocks.size() ? block_text(block) : std::string_view());
    return cursor.next() ? std::string(cursor.key()) : std::string();
}

std::size_t KeyList::last_block_with(std::string_view prefix, std::size_t block) const {
    std::size_t step = 1;
    while (block + step < m_blocks.size() && first_key(block + step).starts_with(prefix)) {
        block += step;
        step *= 2;
    }
    for (; step > 0; step /= 2) {
        if (block + step < m_blocks.size() && first_key(block + step).starts_with(prefix)) {
            block += step;
        }
    }
    return block;
}

void KeyList::near(std::string_view key, unsigned most,
                   const std::function<void(std::string_view key, unsigned edits)>& use) const {
    std::u32string letters = code_points_of(key);
    if (letters.size() > most_letters || m_blocks.empty()) {
        return;
    }
    EditRows rows(std::move(letters), most);
    Spelling spelling(rows);
    Cursor cursor(block_text(0));
    std::size_t block = 0;
    std::size_t in_block = 0;
    std::string next_first = first_key(1);
    while (cursor.next()) {
        if (in_block++ == keys_per_block) {
            in_block = 1;
            next_first = first_key(++block + 1);
        }
        if (spelling.follow(cursor.key(), cursor.shared())) {
            if (rows.distance() <= most) {
                use(cursor.key(), rows.distance());
            }
            continue;
        }
        // Blocks of keys that all begin in the same hopeless way are leapt over.
        const std::string_view prefix = cursor.key().substr(0, spelling.hopeless_bytes());
        if (!prefix.empty() && next_first.starts_with(prefix)) {
            block = last_block_with(prefix, block + 1);
            cursor = Cursor(block_text(block));
            in_block = 0;
            next_first = first_key(block + 1);
        }
    }
}

void KeyListEncoder::add(std::string_view key, std::string& out) {
    if (m_count > 0 && key == m_before) {
        return;
    }
    const std::size_t begin = out.size();
    std::size_t shared = 0;
    if (m_count % keys_per_block == 0) {
        m_blocks.push_back(m_bytes);
    } else {
        shared = shared_bytes(m_before, key);
    }
    append_number(out, shared);
    append_number(out, key.size() - shared);
    out += key.substr(shared);
    m_before = key;
    m_bytes += out.size() - begin;
    ++m_count;
}

} // namespace yaqut::gazetteer
