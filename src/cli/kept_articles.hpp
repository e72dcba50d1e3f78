// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "core/event.hpp"
#include "io/file_stamp.hpp"
#include "io/kept_reports.hpp"

namespace yaqut::cli {

/// The articles that a GeoPackage holds already, for --append: known by their ids.
class KeptArticles {
  public:
    /// No file there: no articles yet.
    explicit KeptArticles(std::string file);

    /// Hands over what is kept and what it says, article by article; from then on they are known. Throws InputError
    /// when the file has no reports, or such of another version.
    void read(const std::function<void(const io::KeptReports& kept, std::vector<Event> events)>& use);
    [[nodiscard]] bool knows(std::string_view article_id) const;

    /// Throws OutputError when somebody else has changed the file since: what came in would be lost.
    void check_unchanged() const;

    [[nodiscard]] static io::KeptReports pack(const std::string& article_id, const std::vector<Event>& events);

  private:
    std::string m_file;
    io::FileStamp m_stamp;
    std::unordered_set<std::uint64_t> m_known; ///< hashes of ids
};

} // namespace yaqut::cli
