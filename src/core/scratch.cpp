// SPDX-License-Identifier: Apache-2.0
#include "core/scratch.hpp"

#include <algorithm>

namespace yaqut {

namespace {

constexpr std::size_t block_bytes = std::size_t{256} << 10U;
constexpr std::size_t most_kept = std::size_t{4} << 20U; ///< bytes: what a text of that many needs is rare

std::size_t size_of(const std::vector<std::max_align_t>& block) { return block.size() * sizeof(std::max_align_t); }

} // namespace

Scratch::~Scratch() { m_of_thread = nullptr; }

/// Goes with the thread.
Scratch& Scratch::make() {
    thread_local Scratch scratch;
    m_of_thread = &scratch;
    return scratch;
}

void Scratch::grow(std::size_t bytes) {
    const std::size_t before = m_blocks.empty() ? 0 : size_of(m_blocks.back());
    const std::size_t size = std::max({block_bytes, 2 * before, bytes});
    m_blocks.emplace_back(size / sizeof(std::max_align_t) + 1);
    m_next = reinterpret_cast<std::byte*>(m_blocks.back().data()); // NOLINT: memory for anything
    m_end = m_next + size_of(m_blocks.back());
}

/// Keeps the largest block: the next text likely fits into it.
void Scratch::clear() noexcept {
    if (m_blocks.size() > 1) {
        std::swap(m_blocks.front(), m_blocks.back());
        m_blocks.resize(1);
    }
    if (size_of(m_blocks.front()) > most_kept) {
        m_blocks.clear();
        m_next = nullptr;
        m_end = nullptr;
        return;
    }
    m_next = reinterpret_cast<std::byte*>(m_blocks.front().data()); // NOLINT: memory for anything
    m_end = m_next + size_of(m_blocks.front());
}

} // namespace yaqut
