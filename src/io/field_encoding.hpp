// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace yaqut::io {

/// Brings the texts of a table to UTF-8. Those that are UTF-8 stay; for the others the encoding is found out once, from
/// the beginning of the file. Not safe to share between threads.
class FieldEncoding {
  public:
    /// `encoding`: ICU's name for it; empty: found out when needed.
    FieldEncoding(std::string path, std::string encoding) : m_path(std::move(path)), m_encoding(std::move(encoding)) {}

    /// Throws Error for an encoding that nobody knows.
    [[nodiscard]] std::string utf8(std::string_view text);

  private:
    void find_out(std::string_view text);

    std::string m_path;
    std::string m_encoding;
};

} // namespace yaqut::io
