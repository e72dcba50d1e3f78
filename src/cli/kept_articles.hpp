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

/// The articles that a GeoPackage or a database holds already, for --append: known by their ids.
class KeptArticles {
  public:
    /// `place`: a GeoPackage, or the name of a database. Nothing there: no articles yet.
    explicit KeptArticles(std::string place);

    /// Hands over what is kept and what it says, article by article; from then on they are known. Throws InputError
    /// when it has events but no reports, or such of another version.
    void read(const std::function<void(const io::KeptReports& kept, std::vector<Event> events)>& use);
    [[nodiscard]] bool knows(std::string_view article_id) const;

    /// Must what is kept be written again? A database has it.
    [[nodiscard]] bool is_rewritten() const;
    /// Throws OutputError when somebody else has changed the file since: what came in would be lost. Databases see that
    /// by themselves.
    void check_unchanged() const;

    [[nodiscard]] static io::KeptReports pack(const std::string& article_id, const std::vector<Event>& events);

  private:
    std::string m_place;
    io::FileStamp m_stamp;
    std::unordered_set<std::uint64_t> m_known; ///< hashes of ids
};

} // namespace yaqut::cli
