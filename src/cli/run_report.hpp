// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "io/read_mark.hpp"

namespace yaqut::gazetteer {
class Gazetteer;
}

namespace yaqut::cli {

class Summary;
struct CommonOptions;

/// Throws ExistsError, OutputError when the report could not be written at the end.
void check_report(const CommonOptions& options);

/// What --report writes about a run. The parts that map, annotate and geocode share:
///   command, version, outcome ("done", "incomplete": a format could not be written, "interrupted"), inputs, gazetteer,
///   threads, seconds (of the whole and of each phase), peak_memory_bytes, outputs.
/// With articles: articles (read, failed, without_date, duplicate_ids, resumed, known_already), files_skipped,
/// warnings, failures (where, reason), failures_left_out. Other members are the command's own.
class RunReport {
  public:
    explicit RunReport(std::string command);

    /// A phase ends that began where the last one ended.
    void phase(const std::string& name);
    /// Keeps the first thousand.
    void add_failure(const InputError& failure);
    void add_output(const std::string& file) { m_outputs.push_back(file); }
    void interrupt() { m_outcome = "interrupted"; }
    void leave_incomplete() { m_outcome = "incomplete"; }

    std::uint64_t resumed_articles = 0; ///< that an earlier part of the run had done
    std::uint64_t text_bytes = 0;       ///< of the articles of this run

    /// Writes the report of a run over articles. Throws OutputError.
    void write(const CommonOptions& options, const gazetteer::Gazetteer& gazetteer, const io::ReaderCounts& counts,
               const Summary& summary) const;
    /// Writes the shared parts, and `more`, the members of a JSON object.
    void write(const CommonOptions& options, const gazetteer::Gazetteer& gazetteer, const std::string& more) const;

  private:
    using Clock = std::chrono::steady_clock;

    std::string m_command;
    std::string m_outcome = "done";
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_phase_begin = m_begin;
    std::vector<std::pair<std::string, double>> m_phases;
    std::vector<InputError> m_failures;
    std::uint64_t m_failures_left_out = 0;
    std::vector<std::string> m_outputs;
};

} // namespace yaqut::cli
