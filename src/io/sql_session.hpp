// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::io {

/// A connection to a PostgreSQL database, through GDAL's driver. Everything between begin() and commit() happens at
/// once, or, when the session ends before, not at all. All members throw OutputError; messages show the connection
/// without its password. One thread at a time.
class SqlSession {
  public:
    /// `connection` as GDAL takes it: "PG:dbname=gis host=localhost". Environment variables of PostgreSQL (PGHOST ...)
    /// fill in what it leaves out.
    explicit SqlSession(const std::string& connection);
    SqlSession(const SqlSession&) = delete;
    SqlSession& operator=(const SqlSession&) = delete;
    ~SqlSession();

    void execute(const std::string& sql);
    /// The first row of the answer as text; nullopt for SQL's null. Empty without a row.
    [[nodiscard]] std::vector<std::optional<std::string>> row(const std::string& sql);

    /// Hands over all rows of the answer, one by one.
    void each_row(const std::string& sql, const std::function<void(std::vector<std::optional<std::string>>)>& use);

    void begin();
    void commit();

    [[nodiscard]] const std::string& shown() const { return m_shown; }

  private:
    void ask(const std::string& sql, const std::function<bool(std::vector<std::optional<std::string>>)>& wants_more);
    [[noreturn]] void fail(const std::string& reason) const;

    std::string m_shown;
    void* m_dataset = nullptr;
};

/// "PG:dbname=gis user=me password=***".
[[nodiscard]] std::string without_password(std::string_view connection);

/// The text as a literal of SQL, with standard_conforming_strings on, as a session has it.
[[nodiscard]] std::string sql_text(std::string_view text);

} // namespace yaqut::io
