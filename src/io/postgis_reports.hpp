// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "io/kept_reports.hpp"
#include "io/staged_rows.hpp"

namespace yaqut::io {

class PostGisTable;
class SqlSession;

/// Inside of this folder: what `map --append` keeps in a PostGIS database. Table yaqut_reports has a row per article,
/// yaqut_event_ids the ids of the events that were made of them: those that a later run merges with others go. All
/// members throw OutputError.
class PostGisReports {
  public:
    /// Remembers what is there, so that commit-time changes by somebody else are seen. The session must outlive it.
    explicit PostGisReports(SqlSession& session);

    /// Keeps a row until finish(), in a temporary table that locks nothing.
    void stage(const KeptReports& reports);
    /// Within the transaction that changes the events, before anything else of it. `anew`: forgets all that was kept.
    void begin(bool anew);
    /// Removes events of earlier runs that have not been made again, and keeps the rows and the ids of the new ones.
    void finish(PostGisTable& located, PostGisTable& unlocated);

  private:
    void prepare();

    SqlSession& m_session;
    std::string m_state; ///< number and fingerprint of the rows when the run began
    StagedRows m_rows;
    bool m_prepared = false; ///< a table for them is there
};

/// Hands over the rows in the order of their ids. Throws InputError: there are events, but none that were written with
/// --append; a row is damaged or of another version than this.
void read_postgis_reports(const std::string& connection, std::int64_t version,
                          const std::function<void(const KeptReports&)>& use);

} // namespace yaqut::io
