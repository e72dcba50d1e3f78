// SPDX-License-Identifier: Apache-2.0
#include <clocale>
#include <exception>
#include <iostream>
#include <memory>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "core/error.hpp"

namespace yaqut::cli {

std::filesystem::path program_path() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error);
}

namespace {

struct Registered {
    CLI::App* app;
    std::unique_ptr<Command> command;
};

void add(std::vector<Registered>& commands, CLI::App& parent, const char* name, const char* description,
         std::unique_ptr<Command> command) {
    CLI::App* app = parent.add_subcommand(name, description);
    command->setup(*app);
    commands.push_back({app, std::move(command)});
}

std::vector<Registered> register_commands(CLI::App& app) {
    std::vector<Registered> commands;
    add(commands, app, "map", "Articles to dated events on a map: GeoJSON, shapefile, CSV", make_map());
    add(commands, app, "geocode", "Names, or a table of them, to coordinates; and back", make_geocode());
    add(commands, app, "annotate", "Everything found, one line of JSON per article", make_annotate());
    add(commands, app, "evaluate", "Measures of its annotations against labelled articles", make_evaluate());
    add(commands, app, "formats", "What map can write, and what the columns mean", make_formats());
    CLI::App* gazetteer = app.add_subcommand("gazetteer", "Build, search, describe and check gazetteers");
    gazetteer->require_subcommand(1);
    add(commands, *gazetteer, "build", "Compile tables into a gazetteer", make_gazetteer_build());
    add(commands, *gazetteer, "find", "Look up a name", make_gazetteer_find());
    add(commands, *gazetteer, "info", "Counts per class, language and country", make_gazetteer_info());
    add(commands, *gazetteer, "verify", "Check every byte", make_gazetteer_verify());
    add(commands, *gazetteer, "coverage", "How many places of labelled articles it has", make_gazetteer_coverage());
    return commands;
}

int run_chosen(const std::vector<Registered>& commands) {
    for (const Registered& registered : commands) {
        if (registered.app->parsed()) {
            return registered.command->run();
        }
    }
    return exit_usage;
}

int run(int argc, char** argv) {
    CLI::App app{"Reads news articles, finds what happened where and when, and writes it for maps."};
    app.name("yaqut");
    app.set_version_flag("--version", "yaqut " YAQUT_VERSION);
    app.require_subcommand(1);
    const std::vector<Registered> commands = register_commands(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_usage;
    }
    return run_chosen(commands);
}

int report(const std::string& message, const char* hint) {
    std::cerr << "yaqut: " << message << '\n';
    if (hint != nullptr) {
        std::cerr << hint << '\n';
    }
    return exit_failure;
}

} // namespace

} // namespace yaqut::cli

int main(int argc, char** argv) {
    using namespace yaqut;
    try {
        std::ios::sync_with_stdio(false);
        return cli::run(argc, argv);
    } catch (const ExistsError& error) {
        return cli::report(error.what(), "Use --overwrite to replace it, or choose another output with -o.");
    } catch (const GazetteerError& error) {
        return cli::report(error.what(), "Build one with: yaqut gazetteer build --places FILE --names FILE -o FILE");
    } catch (const std::bad_alloc&) {
        return cli::report("out of memory", nullptr);
    } catch (const std::exception& error) {
        return cli::report(error.what(), nullptr);
    }
}
