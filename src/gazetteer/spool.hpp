// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "gazetteer/temp_file.hpp"

namespace yaqut::gazetteer {

/// Bytes collected to be read again in the same order: in memory up to the space's limit, then in a temporary file.
class Spool {
  public:
    explicit Spool(WorkSpace space) : m_space(std::move(space)) {}

    void append(std::span<const std::byte> bytes);
    void append(std::string_view text) { append(std::as_bytes(std::span(text))); }
    template <typename Record> void add(const Record& record) {
        static_assert(std::is_trivially_copyable_v<Record>);
        append(std::as_bytes(std::span(&record, 1)));
    }
    [[nodiscard]] std::uint64_t size() const { return (m_file ? m_file->size() : 0) + m_memory.size(); }

    /// Calls `use` for all bytes, piece by piece. Records of `unit` bytes that were added whole stay whole.
    template <typename Use> void for_pieces(std::size_t unit, Use use) const {
        constexpr std::size_t wanted = std::size_t{1} << 20U;
        const std::uint64_t in_file = m_file ? m_file->size() : 0;
        std::vector<std::byte> piece(m_file ? (wanted / unit + 1) * unit : 0);
        for (std::uint64_t at = 0; at < in_file;) {
            const std::size_t size = std::min<std::uint64_t>(piece.size(), in_file - at);
            m_file->read(at, std::span(piece).first(size));
            at += size;
            use(std::span<const std::byte>(piece).first(size));
        }
        use(std::span<const std::byte>(m_memory));
    }

    template <typename Record, typename Use> void for_records(Use use) const {
        for_pieces(sizeof(Record), [&](std::span<const std::byte> piece) {
            for (std::size_t at = 0; at + sizeof(Record) <= piece.size(); at += sizeof(Record)) {
                Record record;
                std::memcpy(&record, piece.data() + at, sizeof(Record));
                use(record);
            }
        });
    }

  private:
    WorkSpace m_space;
    std::vector<std::byte> m_memory;
    std::unique_ptr<TempFile> m_file;
};

} // namespace yaqut::gazetteer
