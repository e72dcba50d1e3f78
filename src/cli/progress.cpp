// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <cstdio>

#include <unistd.h>

namespace yaqut::cli {

Progress::Progress(bool wanted)
    : m_on(wanted && isatty(STDERR_FILENO) == 1), m_shown(std::chrono::steady_clock::now()) {}

Progress::~Progress() { clear(); }

bool Progress::due() const {
    constexpr std::chrono::milliseconds interval{200};
    return m_on && std::chrono::steady_clock::now() - m_shown >= interval;
}

void Progress::clear() {
    if (m_on) {
        std::fputs("\r\033[K", stderr);
    }
}

void Progress::show(const std::string& line) {
    if (m_on) {
        m_shown = std::chrono::steady_clock::now();
        std::fprintf(stderr, "\r\033[K%s", line.c_str());
        std::fflush(stderr);
    }
}

} // namespace yaqut::cli
