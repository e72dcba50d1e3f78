// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

namespace yaqut::cli {

/// One line on the terminal that tells how far a run is; silent when standard error is no terminal.
class Progress {
  public:
    explicit Progress(bool wanted);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress(); ///< clears the line

    [[nodiscard]] bool shows() const { return m_on; }
    /// Is it time for another line? Asked before one is made.
    [[nodiscard]] bool due() const;
    void show(const std::string& line);
    void clear(); ///< before a message

  private:
    bool m_on;
    std::chrono::steady_clock::time_point m_shown;
};

} // namespace yaqut::cli
