// SPDX-License-Identifier: Apache-2.0
// yaqut gazetteer verify: is every byte as it was built?
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::cli {

namespace {

class Verify : public Command {
  public:
    void setup(CLI::App& app) override { add_gazetteer_option(app, m_options); }

    int run() override {
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        gazetteer.verify();
        std::cout << "as built: " << gazetteer.size() << " places\n";
        return exit_done;
    }

  private:
    CommonOptions m_options;
};

} // namespace

std::unique_ptr<Command> make_gazetteer_verify() { return std::make_unique<Verify>(); }

} // namespace yaqut::cli
