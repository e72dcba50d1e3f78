// SPDX-License-Identifier: Apache-2.0
/// Rows on their way into a table of a database, a megabyte a statement.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace yaqut::io {

class SqlSession;

/// Gathers rows as JSON and inserts them together, which is several times as fast as one statement a row. The session
/// must outlive it; rows not sent are lost with it. Failures: OutputError of the session.
class StagedRows {
  public:
    /// `table` as SQL wants its name; it must exist before rows are sent.
    StagedRows(SqlSession& session, std::string table) : m_session(session), m_table(std::move(table)) {}

    /// One row, a JSON object whose keys are columns; a megabyte of rows is sent.
    void add(std::string_view object);

    /// Inserts what has gathered.
    void send();

  private:
    SqlSession& m_session;
    std::string m_table;
    std::string m_rows; // "[{..},\n{..}"
};

} // namespace yaqut::io
