// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace yaqut::io {

/// Keys under which a record may carry its day of publication, the best first.
/// datePublished and dateCreated are those of JSON-LD.
inline constexpr std::array<std::string_view, 10> date_keys{
    "dct",          "datePublished", "date",    "published",   "date_published",
    "published_at", "publish_date",  "pubDate", "dateCreated", "time"};

/// What yaqut takes from a JSON object: the strings and numbers of these keys, as text. nullopt: absent or null.
struct JsonRecord {
    std::optional<std::string> id;
    std::optional<std::string> text;
    std::optional<std::string> title;
    std::optional<std::string> language;
    std::optional<std::string> source;
    std::optional<std::string> url;
    std::array<std::optional<std::string>, date_keys.size()> dates; ///< in the order of date_keys
    std::string keys;                                               ///< names of its keys, cut after some, for messages

    /// Where the value of the key belongs; nullptr: it is not wanted.
    [[nodiscard]] std::optional<std::string>* slot(std::string_view key);
};

/// Broken JSON or JSON of another kind.
class JsonFault : public std::runtime_error {
  public:
    JsonFault(std::size_t byte, const std::string& what) : std::runtime_error(what), m_byte(byte) {}
    /// Where, counted from 0.
    [[nodiscard]] std::size_t byte() const { return m_byte; }

  private:
    std::size_t m_byte;
};

/// Reads one object; whatever is nested in it is skipped. Throws JsonFault: broken, no object, or `text` is no string.
[[nodiscard]] JsonRecord parse_json_record(std::string_view json);

} // namespace yaqut::io
