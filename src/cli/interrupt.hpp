// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace yaqut::cli {

/// From here on Ctrl-C and SIGTERM ask for an end instead of forcing one, once: the next one ends the program at once.
/// Standard input ends with it, so that a run that waits for more of it goes on to its end.
void catch_interrupts();

/// The signal that came; 0: none.
[[nodiscard]] int interrupted();

/// What the program returns after that signal: 128 and its number, as shells have it.
[[nodiscard]] int interrupt_exit_code();

/// Thrown to leave work that would take long.
class Interrupted : public std::runtime_error {
  public:
    Interrupted() : std::runtime_error("interrupted") {}
};

/// Throws Interrupted when a signal came.
void check_interrupt();

} // namespace yaqut::cli
