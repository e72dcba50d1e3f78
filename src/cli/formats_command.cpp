// SPDX-License-Identifier: Apache-2.0
// yaqut formats: what map can write, and what the columns mean.
#include <iomanip>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "io/event_schema.hpp"
#include "io/layer_writer.hpp"
#include "io/profile.hpp"

namespace yaqut::cli {

namespace {

class Formats : public Command {
  public:
    void setup(CLI::App& /*app*/) override {}

    int run() override {
        for (const io::LayerFormatInfo& info : io::layer_formats()) {
            std::cout << std::left << std::setw(10) << info.name << std::setw(10) << info.extension << info.description
                      << '\n';
        }
        std::cout << std::setw(20) << "PG:..."
                  << "tables of a PostGIS database: events, unlocated; later runs update them\n"
                  << "\nColumns of other data sets (--profile), machine-coded:\n\n";
        for (const io::ProfileInfo& info : io::profiles()) {
            std::cout << std::setw(20) << info.name << info.description << '\n';
        }
        std::cout << "\nThe columns, the same in every format:\n\n" << io::schema_markdown();
        return exit_done;
    }
};

} // namespace

std::unique_ptr<Command> make_formats() { return std::make_unique<Formats>(); }

} // namespace yaqut::cli
