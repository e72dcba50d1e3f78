// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <cstdio>

#include <unistd.h>

namespace yaqut::cli {

Progress::Progress(bool wanted)
    : m_on(wanted && isatty(STDERR_FILENO) == 1), m_begin(std::chrono::steady_clock::now()), m_shown(m_begin) {}

Progress::~Progress() {
    if (m_on) {
        std::fputs("\r\033[K", stderr);
    }
}

void Progress::update(std::uint64_t articles, std::uint64_t events) {
    constexpr std::chrono::milliseconds interval{200};
    const auto now = std::chrono::steady_clock::now();
    if (!m_on || now - m_shown < interval) {
        return;
    }
    m_shown = now;
    const double seconds = std::chrono::duration<double>(now - m_begin).count();
    std::fprintf(stderr, "\r\033[K%llu articles, %.0f a second, %llu events", static_cast<unsigned long long>(articles),
                 static_cast<double>(articles) / seconds, static_cast<unsigned long long>(events));
    std::fflush(stderr);
}

} // namespace yaqut::cli
