// SPDX-License-Identifier: Apache-2.0
#include "cli/import_log.hpp"

#include <iostream>

namespace yaqut::cli {

namespace {

constexpr std::uint64_t most_printed = 20;

void print_count(std::uint64_t count, const char* what) {
    if (count > 0) {
        std::cerr << count << (count == 1 ? " row " : " rows ") << what;
        if (count > most_printed) {
            std::cerr << "; the first " << most_printed << " are shown above";
        }
        std::cerr << '\n';
    }
}

} // namespace

void ImportLog::say(const std::string& message, std::uint64_t& count) {
    if (++count <= most_printed && !m_quiet) {
        m_progress.clear();
        std::cerr << message << '\n';
    }
}

void ImportLog::print_counts() const {
    if (!m_quiet) {
        print_count(m_skipped, "skipped");
        print_count(m_noted, "kept in part or doubtful");
    }
}

} // namespace yaqut::cli
