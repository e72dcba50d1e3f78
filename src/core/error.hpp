// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace yaqut {

/// Base of everything that yaqut throws on purpose. The message says what was expected, what was found and where;
/// the command line adds what to do.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// An input that could not be read: missing, not text, damaged. `where` is a file, with line or offset when known.
class InputError : public Error {
  public:
    InputError(std::string where, const std::string& what) : Error(where + ": " + what), m_where(std::move(where)) {}
    [[nodiscard]] const std::string& where() const { return m_where; }
    /// The message without the place.
    [[nodiscard]] std::string reason() const { return std::string(what()).substr(m_where.size() + 2); }

  private:
    std::string m_where;
};

/// An output that could not be written.
class OutputError : public Error {
  public:
    OutputError(std::string where, const std::string& what) : Error(where + ": " + what), m_where(std::move(where)) {}
    [[nodiscard]] const std::string& where() const { return m_where; }

  private:
    std::string m_where;
};

/// An output that is already there and may not be replaced.
class ExistsError : public OutputError {
  public:
    using OutputError::OutputError;
};

/// A gazetteer file that is missing, damaged, foreign or of another version.
class GazetteerError : public Error {
  public:
    GazetteerError(const std::string& file, const std::string& what) : Error(file + ": " + what) {}
};

/// A fault in yaqut's own tables: found by tests, never by users.
class TableError : public Error {
  public:
    TableError(const std::string& table, const std::string& what) : Error("table " + table + ": " + what) {}
};

} // namespace yaqut
