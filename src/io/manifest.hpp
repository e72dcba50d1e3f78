// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "io/article_source.hpp"

namespace yaqut::io {

/// A table that says what is known about files: columns file (relative to the table's folder), and any of date, title,
/// url, source, lang. What it says counts more than what the file says.
class Manifest {
  public:
    /// Reads CSV, or any table that GDAL opens. Throws InputError: cannot be read, no column "file", none of the
    /// others.
    explicit Manifest(const std::string& path);

    /// Completes an article of the file that `shown` names. A date that is none becomes a warning.
    void apply(const std::string& shown, ReadArticle& read);

    /// The file was read before: its row is used.
    void mark_used(const std::string& shown);

    /// Rows whose files no article came from.
    [[nodiscard]] std::size_t unused() const;

  private:
    struct Row {
        std::string where;
        std::string date;
        std::string title;
        std::string url;
        std::string source;
        std::string language;
        bool used = false;
    };
    std::unordered_map<std::string, Row> m_rows; ///< by absolute path
};

} // namespace yaqut::io
