// SPDX-License-Identifier: Apache-2.0
// yaqut gazetteer coverage: how many of the places that labelled articles mention are in the gazetteer.
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <unordered_map>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/records.hpp"
#include "gazetteer/gazetteer.hpp"
#include "toponyms/name_lookup.hpp"

namespace yaqut::cli {

namespace {

struct Count {
    std::size_t mentions = 0;
    std::size_t found = 0;    ///< the place itself
    std::size_t by_place = 0; ///< only what it is named after

    void add(toponyms::NameCover cover) {
        ++mentions;
        found += cover == toponyms::NameCover::whole ? 1U : 0U;
        by_place += cover == toponyms::NameCover::by_place ? 1U : 0U;
    }
};

struct FileCount {
    std::string file;
    Count all;
    std::map<std::string, Count> by_type;
    std::map<std::string, Count> misses; ///< by mention: not found, or only what it is named after
};

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<std::pair<std::string, Count>> most_frequent(const std::map<std::string, Count>& counts) {
    std::vector<std::pair<std::string, Count>> rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second.mentions > b.second.mentions; });
    return rows;
}

nlohmann::ordered_json to_json(const Count& count) {
    return {{"mentions", count.mentions}, {"found", count.found}, {"by_place", count.by_place}};
}

class Coverage : public Command {
  public:
    void setup(CLI::App& app) override {
        app.add_option("gold", m_files, "Labelled articles, JSON Lines")->required()->type_name("GOLD");
        app.add_option("--uses", m_uses, "Uses that count as places, where the labels tell")
            ->delimiter(',')
            ->capture_default_str();
        app.add_option("--misses", m_misses, "Print the N most frequent mentions that are not found")->type_name("N");
        app.add_option("--format", m_format, "table or json")
            ->check(CLI::IsMember({"table", "json"}))
            ->capture_default_str();
        add_gazetteer_option(app, m_options);
    }

    int run() override {
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        std::vector<FileCount> counts;
        for (const std::string& file : m_files) {
            counts.push_back(count(gazetteer, file));
        }
        if (m_format == "json") {
            print_json(counts);
        } else {
            print_table(counts);
        }
        return exit_done;
    }

  private:
    [[nodiscard]] FileCount count(const gazetteer::Gazetteer& gazetteer, const std::string& file) const {
        const GoldFile gold = read_records(file);
        const std::set<std::string> uses(m_uses.begin(), m_uses.end());
        FileCount result{file, {}, {}, {}};
        std::unordered_map<std::string, toponyms::NameCover> known;
        for (std::size_t i = 0; i < gold.records.size(); ++i) {
            if (!gold.records[i].toponyms) {
                continue;
            }
            for (const evaluate::Mention& mention : *gold.records[i].toponyms) {
                if (mention.use && !uses.contains(*mention.use)) {
                    continue;
                }
                const Language language = gold.articles[i].language.value_or(Language::other);
                const auto [slot, fresh] = known.try_emplace(std::string(to_string(language)) + ' ' + mention.text);
                if (fresh) {
                    slot->second = toponyms::look_up(gazetteer, mention.text, language);
                }
                result.all.add(slot->second);
                result.by_type[mention.use ? *mention.use : mention.type].add(slot->second);
                if (slot->second != toponyms::NameCover::whole) {
                    result.misses[mention.text].add(slot->second);
                }
            }
        }
        return result;
    }

    void print_table(const std::vector<FileCount>& counts) const {
        std::cout << "mentions  found     %  with what it is named after     %\n";
        for (const FileCount& file : counts) {
            print_row(file.all, file.file);
            if (file.by_type.size() > 1) {
                for (const auto& [type, count] : most_frequent(file.by_type)) {
                    print_row(count, "  " + (type.empty() ? "-" : type));
                }
            }
            print_misses(file);
        }
    }

    static void print_row(const Count& count, const std::string& label) {
        constexpr int wide = 26;
        std::cout << std::fixed << std::setprecision(1) << std::setw(8) << count.mentions << std::setw(7) << count.found
                  << std::setw(6) << percent(count.found, count.mentions) << std::setw(wide + 2)
                  << count.found + count.by_place << std::setw(6)
                  << percent(count.found + count.by_place, count.mentions) << "  " << label << '\n';
    }

    void print_misses(const FileCount& file) const {
        if (m_misses == 0 || file.misses.empty()) {
            return;
        }
        const auto rows = most_frequent(file.misses);
        std::cout << "  not found (* only what it is named after):\n";
        for (std::size_t i = 0; i < rows.size() && i < m_misses; ++i) {
            std::cout << std::setw(8) << rows[i].second.mentions << (rows[i].second.by_place > 0 ? " * " : "   ")
                      << rows[i].first << '\n';
        }
    }

    void print_json(const std::vector<FileCount>& counts) const {
        auto array = nlohmann::ordered_json::array();
        for (const FileCount& file : counts) {
            nlohmann::ordered_json row{{"file", file.file}};
            row.update(to_json(file.all));
            row["types"] = nlohmann::ordered_json::object();
            for (const auto& [type, count] : most_frequent(file.by_type)) {
                row["types"][type] = to_json(count);
            }
            row["misses"] = nlohmann::ordered_json::array();
            const auto rows = most_frequent(file.misses);
            for (std::size_t i = 0; i < rows.size() && i < m_misses; ++i) {
                row["misses"].push_back({{"text", rows[i].first},
                                         {"mentions", rows[i].second.mentions},
                                         {"by_place", rows[i].second.by_place > 0}});
            }
            array.push_back(row);
        }
        std::cout << array.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }

    CommonOptions m_options;
    std::vector<std::string> m_files;
    std::vector<std::string> m_uses{"location", "metonym"};
    std::string m_format = "table";
    std::size_t m_misses = 0;
};

} // namespace

std::unique_ptr<Command> make_gazetteer_coverage() { return std::make_unique<Coverage>(); }

} // namespace yaqut::cli
