// SPDX-License-Identifier: Apache-2.0
// yaqut formats: what map can write, and what the columns mean.
#include <iomanip>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "io/event_schema.hpp"
#include "io/formats_text.hpp"
#include "io/layer_writer.hpp"
#include "io/profile.hpp"

namespace yaqut::cli {

namespace {

class Formats : public Command {
  public:
    void setup(CLI::App& app) override {
        app.add_flag("--markdown", m_markdown, "Print all layers with their columns as Markdown, for a web page");
    }

    int run() override {
        if (m_markdown) {
            std::cout << io::formats_markdown();
            return exit_done;
        }
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
        std::cout << "\nLayers beside the events (map --layers):\n\n";
        for (const io::SideLayerInfo& info : io::side_layers()) {
            std::cout << std::left << std::setw(10) << info.name << info.description << '\n';
        }
        std::cout << "\nThe columns of events, the same in every format (--markdown has those of all layers):\n\n"
                  << io::schema_markdown(io::event_columns());
        return exit_done;
    }

  private:
    bool m_markdown = false;
};

} // namespace

std::unique_ptr<Command> make_formats() { return std::make_unique<Formats>(); }

} // namespace yaqut::cli
