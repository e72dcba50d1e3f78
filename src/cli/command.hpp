// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "cli/common_options.hpp"

namespace CLI {
class App;
}

namespace yaqut::cli {

/// What the program returns. The same in every command.
enum ExitCode : int {
    exit_done = 0,    ///< a place that stays unresolved is a result, not a failure
    exit_failure = 1, ///< an input could not be read or an output not written
    exit_usage = 2,   ///< wrong options
    exit_strict = 3,  ///< with --strict: something in an article had to be ignored
};

/// A subcommand: setup() declares its options and touches no files, run() works and returns an ExitCode.
class Command {
  public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    virtual void setup(CLI::App& app) = 0;
    [[nodiscard]] virtual int run() = 0;
};

[[nodiscard]] std::unique_ptr<Command> make_map();
[[nodiscard]] std::unique_ptr<Command> make_annotate();
[[nodiscard]] std::unique_ptr<Command> make_evaluate();
[[nodiscard]] std::unique_ptr<Command> make_geocode();
[[nodiscard]] std::unique_ptr<Command> make_formats();
[[nodiscard]] std::unique_ptr<Command> make_gazetteer_build();
[[nodiscard]] std::unique_ptr<Command> make_gazetteer_find();
[[nodiscard]] std::unique_ptr<Command> make_gazetteer_info();
[[nodiscard]] std::unique_ptr<Command> make_gazetteer_verify();
[[nodiscard]] std::unique_ptr<Command> make_gazetteer_coverage();

/// Path of the running program, for finding the bundled gazetteer beside it.
[[nodiscard]] std::filesystem::path program_path();

} // namespace yaqut::cli
