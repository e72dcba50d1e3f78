// SPDX-License-Identifier: Apache-2.0
// yaqut gazetteer info: what a gazetteer is made of.
#include <iomanip>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::cli {

namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

void print_counts(const char* title, const Counts& counts, std::size_t limit) {
    std::cout << title << '\n';
    for (std::size_t i = 0; i < counts.size() && i < limit; ++i) {
        std::cout << std::setw(12) << counts[i].second << "  " << (counts[i].first.empty() ? "-" : counts[i].first)
                  << '\n';
    }
    if (counts.size() > limit) {
        std::cout << "              and " << counts.size() - limit << " more (--all)\n";
    }
}

nlohmann::ordered_json to_json(const Counts& counts) {
    auto object = nlohmann::ordered_json::object();
    for (const auto& [name, count] : counts) {
        object[name] = count;
    }
    return object;
}

class InfoCommand : public Command {
  public:
    void setup(CLI::App& app) override {
        app.add_flag("--all", m_all, "All countries, not only those with most places");
        app.add_option("--format", m_format, "table or json")
            ->check(CLI::IsMember({"table", "json"}))
            ->capture_default_str();
        add_gazetteer_option(app, m_options);
    }

    int run() override {
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        const gazetteer::Info info = gazetteer.info();
        if (m_format == "json") {
            print_json(info);
        } else {
            print(info);
        }
        return exit_done;
    }

  private:
    void print(const gazetteer::Info& info) const {
        std::cout << "places  " << info.places << "\nnames   " << info.names << "\nkeys    " << info.keys
                  << "\nbytes   " << info.file_bytes << "\nfrom    " << info.created_from << '\n';
        constexpr std::size_t all = 1000;
        constexpr std::size_t countries = 25;
        print_counts("places by class", info.by_class, all);
        print_counts("names by language", info.by_language, all);
        print_counts("places by country", info.by_country, m_all ? all : countries);
        print_counts("places by source", info.by_source, all);
        print_counts("places by licence", info.by_licence, all);
    }

    static void print_json(const gazetteer::Info& info) {
        const nlohmann::ordered_json object{{"places", info.places},
                                            {"names", info.names},
                                            {"keys", info.keys},
                                            {"bytes", info.file_bytes},
                                            {"created_from", info.created_from},
                                            {"classes", to_json(info.by_class)},
                                            {"languages", to_json(info.by_language)},
                                            {"countries", to_json(info.by_country)},
                                            {"sources", to_json(info.by_source)},
                                            {"licences", to_json(info.by_licence)}};
        std::cout << object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
    }

    CommonOptions m_options;
    std::string m_format = "table";
    bool m_all = false;
};

} // namespace

std::unique_ptr<Command> make_gazetteer_info() { return std::make_unique<InfoCommand>(); }

} // namespace yaqut::cli
