// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "cli/progress.hpp"

namespace yaqut::cli {

/// Tells on standard error what is wrong with the rows of an import: the first ones of each kind, the others only
/// counted at the end.
class ImportLog {
  public:
    explicit ImportLog(bool quiet) : m_quiet(quiet), m_progress(!quiet) {}

    void skipped(const std::string& message) { say(message, m_skipped); }
    void noted(const std::string& message) { say(message, m_noted); }
    [[nodiscard]] Progress& progress() { return m_progress; }

    [[nodiscard]] std::uint64_t rows_skipped() const { return m_skipped; }
    void print_counts() const;

  private:
    void say(const std::string& message, std::uint64_t& count);

    bool m_quiet;
    Progress m_progress;
    std::uint64_t m_skipped = 0;
    std::uint64_t m_noted = 0;
};

} // namespace yaqut::cli
