// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/event.hpp"
#include "core/location.hpp"
#include "io/staged_rows.hpp"

namespace yaqut::io {

class SqlSession;

/// Inside of this folder: a table of events in a PostGIS database. New rows wait in a temporary table until merge().
/// All members throw OutputError.
class PostGisTable {
  public:
    /// `points`: it has a geometry. The session must outlive it.
    PostGisTable(SqlSession& session, std::string name, bool points, std::string comment);

    /// Is the table, if there is one in the first schema of the search path, of the shape that is written?
    void check();
    /// Makes the table, if there is none, and the temporary one. Within a transaction, as all that follows.
    void prepare();
    void stage(const Event& event, const std::optional<Location>& point);
    /// Rows of the table that `other` has waiting.
    void remove_those_of(PostGisTable& other);
    /// Puts the waiting rows in their place; says how many are new and changed: "events: 3 new, 1 changed".
    [[nodiscard]] std::string merge();

    /// All that was staged waits in waiting().
    void send();
    /// Names of the tables as SQL has them, after prepare().
    [[nodiscard]] const std::string& table() const { return m_table; }
    [[nodiscard]] std::string waiting() const { return "pg_temp.\"yaqut_" + m_name + "\""; }

  private:
    [[nodiscard]] std::string create() const;
    [[nodiscard]] std::string columns(const char* prefix) const;

    SqlSession& m_session;
    std::string m_name;  ///< plain ASCII
    std::string m_table; ///< with its schema, as SQL has it
    bool m_points;
    std::string m_comment;
    StagedRows m_rows;
};

} // namespace yaqut::io
