// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cli/progress.hpp"

namespace yaqut::cli {

/// How far a run is.
struct RunState {
    std::uint64_t items = 0;     ///< articles or rows that are through
    std::uint64_t found = 0;     ///< events, or rows that are ok
    std::uint64_t bytes = 0;     ///< of text or of the table, read in this run
    std::optional<double> share; ///< of the whole, 0 to 1; nullopt: not known
};

/// Tells on standard error how far a run is: on a terminal as one line that is written over, for programs as lines of
/// JSON with the members
///   progress             "articles" or "rows", "writing", and in the last line "done", "interrupted" or "failed"
///   articles | rows      through so far, those of earlier parts of a resumed run included
///   events | ok          found so far (events before merging)
///   megabytes            of text in this run
///   seconds              since the start of this run
///   articles_per_second | rows_per_second, megabytes_per_second
///   share                of the inputs, 0 to 1, or null
///   seconds_left         or null
///   final                true in the last line alone
class RunProgress {
  public:
    /// `mode` is "auto" (a line when standard error is a terminal and `quiet` is not set), "none" or "json".
    RunProgress(std::string_view mode, bool quiet, std::string_view items, std::string_view found);
    RunProgress(const RunProgress&) = delete;
    RunProgress& operator=(const RunProgress&) = delete;
    ~RunProgress(); ///< a run that ends otherwise failed

    /// Is anything told at all?
    [[nodiscard]] bool on() const { return m_json || m_line.shows(); }
    /// Is it time to tell more? Asked before the state is made.
    [[nodiscard]] bool due() const;
    /// What earlier runs did does not count for the speed.
    void start_from(const RunState& state) { m_base = state; }
    void update(const RunState& state);
    /// Before what takes a while and has no articles of its own.
    void phase(std::string_view name, const RunState& state);
    void finish(std::string_view outcome, const RunState& state);
    void clear() { m_line.clear(); } ///< before a message

  private:
    void tell(const RunState& state, bool final);
    void tell_line(const RunState& state);
    [[nodiscard]] double seconds() const;
    [[nodiscard]] std::optional<double> seconds_left(const RunState& state) const;

    Progress m_line;
    bool m_json;
    bool m_finished = false;
    std::string_view m_items;
    std::string_view m_found;
    std::string_view m_phase;
    RunState m_base;
    RunState m_last;
    std::chrono::steady_clock::time_point m_begin;
    std::chrono::steady_clock::time_point m_told;
};

} // namespace yaqut::cli
