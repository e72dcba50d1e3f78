// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "gazetteer/builder.hpp"

namespace yaqut::gazetteer {

/// Passes complaints about rows on and counts them.
class Complaints {
  public:
    explicit Complaints(Report report) : m_report(std::move(report)) {}
    void skip(const std::string& where, const std::string& what) { pass_on(where + ": " + what); }
    void pass_on(const std::string& line) {
        ++m_skipped;
        if (m_report) {
            m_report(line);
        }
    }
    [[nodiscard]] std::uint64_t skipped() const { return m_skipped; }

  private:
    Report m_report;
    std::uint64_t m_skipped = 0;
};

/// A bad cell: the row is left out.
struct BadRow {
    std::string what;
};

} // namespace yaqut::gazetteer
