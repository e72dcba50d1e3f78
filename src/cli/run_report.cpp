// SPDX-License-Identifier: Apache-2.0
#include "cli/run_report.hpp"

#include <cmath>

#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "cli/common_options.hpp"
#include "cli/ordered_pipeline.hpp"
#include "cli/summary.hpp"
#include "gazetteer/gazetteer.hpp"
#include "io/output_file.hpp"

namespace yaqut::cli {

namespace {

using Json = nlohmann::ordered_json;

double seconds_since(std::chrono::steady_clock::time_point begin, std::chrono::steady_clock::time_point end) {
    constexpr double milli = 1000.0;
    return std::round(std::chrono::duration<double>(end - begin).count() * milli) / milli;
}

std::int64_t peak_memory() {
    constexpr std::int64_t kilobyte = 1024;
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss * kilobyte;
}

Json counts_of(const Summary::Counts& counts) {
    Json object = Json::object();
    for (const auto& [name, count] : counts) {
        object[name] = count;
    }
    return object;
}

} // namespace

void check_report(const CommonOptions& options) {
    if (!options.report.empty()) {
        io::check_may_write(options.report, options.overwrite || options.resume);
    }
}

RunReport::RunReport(std::string command) : m_command(std::move(command)) {}

void RunReport::phase(const std::string& name) {
    const Clock::time_point now = Clock::now();
    m_phases.emplace_back(name, seconds_since(m_phase_begin, now));
    m_phase_begin = now;
}

void RunReport::add_failure(const InputError& failure) {
    constexpr std::size_t most = 1000;
    if (m_failures.size() < most) {
        m_failures.push_back(failure);
    } else {
        ++m_failures_left_out;
    }
}

void RunReport::write(const CommonOptions& options, const gazetteer::Gazetteer& gazetteer,
                      const io::ReaderCounts& counts, const Summary& summary) const {
    if (options.report.empty()) {
        return;
    }
    Json failures = Json::array();
    for (const InputError& failure : m_failures) {
        failures.push_back({{"where", failure.where()}, {"reason", failure.reason()}});
    }
    Json more;
    more["articles"] = {{"read", counts.articles},
                        {"failed", counts.errors},
                        {"without_date", summary.without_date()},
                        {"duplicate_ids", counts.duplicate_ids},
                        {"resumed", resumed_articles},
                        {"known_already", summary.known}};
    more["text_bytes"] = text_bytes;
    more["files_skipped"] = counts.skipped_files;
    more["warnings"] = counts.warnings;
    more["failures"] = std::move(failures);
    more["failures_left_out"] = m_failures_left_out;
    more["places"] = counts_of(summary.place_counts());
    more["events"] = counts_of(summary.event_counts());
    more["events_by_type"] = counts_of(summary.type_counts());
    write(options, gazetteer, more.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void RunReport::write(const CommonOptions& options, const gazetteer::Gazetteer& gazetteer,
                      const std::string& more) const {
    if (options.report.empty()) {
        return;
    }
    Json seconds{{"total", seconds_since(m_begin, Clock::now())}};
    for (const auto& [name, took] : m_phases) {
        seconds[name] = took;
    }
    Json report{{"command", m_command},
                {"version", YAQUT_VERSION},
                {"outcome", m_outcome},
                {"inputs", options.inputs},
                {"gazetteer", gazetteer.created_from()},
                {"threads", thread_count(options.threads)},
                {"seconds", seconds},
                {"peak_memory_bytes", peak_memory()},
                {"outputs", m_outputs}};
    report.update(Json::parse(more));
    io::OutputFile file(options.report, options.overwrite || options.resume);
    file.write(report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    file.complete();
    file.publish();
}

} // namespace yaqut::cli
