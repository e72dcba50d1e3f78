// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.hpp"

#include <array>
#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace yaqut::cli {

namespace {

std::atomic<int> caught{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may not wait");

extern "C" void handle(int signal) {
    caught = signal;
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing >= 0) {
        ::dup2(nothing, STDIN_FILENO);
        ::close(nothing);
    }
}

} // namespace

void catch_interrupts() {
    for (const int signal : std::array{SIGINT, SIGTERM}) {
        struct sigaction action {};
        action.sa_handler = handle;
        action.sa_flags = static_cast<int>(SA_RESETHAND); // the second one finds the system's own
        sigemptyset(&action.sa_mask);
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) { // as of programs that run behind others
            sigaction(signal, &action, nullptr);
        }
    }
}

int interrupted() { return caught; }

int interrupt_exit_code() {
    constexpr int shells_add = 128;
    return shells_add + interrupted();
}

void check_interrupt() {
    if (interrupted() != 0) {
        throw Interrupted();
    }
}

} // namespace yaqut::cli
