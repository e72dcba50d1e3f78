// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/event.hpp"
#include "core/packed_bytes.hpp"

namespace yaqut::events {

/// Changes when records of an earlier program would be read wrongly.
inline constexpr std::uint8_t packed_reports_version = 3;

/// The events of one article in few bytes, for runs with more of them than fit memory as they are, and for files:
/// texts that return in the article are there once. Every member of an event is kept.
[[nodiscard]] std::string pack_reports(std::string_view article_id, std::span<const Event> events);
/// The same, behind what was written before.
void pack_reports(std::string_view article_id, std::span<const Event* const> events, PackedWriter& out);

/// The article of such bytes, without reading the rest. Throws yaqut::Error.
[[nodiscard]] std::string_view packed_article(std::string_view bytes);

/// What pack_reports() made. The bytes are hostile: all members throw yaqut::Error when they are damaged.
class PackedReports {
  public:
    PackedReports() = default; ///< of no article
    /// The bytes must outlive the object. Throws yaqut::Error for another version, too.
    explicit PackedReports(std::string_view bytes) { open(bytes); }
    /// The same for an object that is used again. After an exception nothing but open() may be called.
    void open(std::string_view bytes);

    [[nodiscard]] std::string_view article_id() const { return m_article_id; }
    [[nodiscard]] std::size_t size() const { return m_events.size(); }
    [[nodiscard]] Event event(std::size_t index) const;
    /// The same into an event that was another one before: its memory is used again.
    void read(std::size_t index, Event& event) const;
    [[nodiscard]] std::vector<Event> events() const;

  private:
    std::string_view m_article_id;
    std::vector<std::string_view> m_texts;
    std::vector<std::string_view> m_events;
};

} // namespace yaqut::events
