// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "io/table_articles.hpp"

namespace CLI {
class App;
}

namespace yaqut::gazetteer {
class Gazetteer;
}

namespace yaqut::cli {

/// Options with the same name and meaning in every command that has them.
struct CommonOptions {
    std::string gazetteer;         ///< --gazetteer FILE; empty: the bundled one
    unsigned threads = 0;          ///< --threads N; 0: one per core
    bool strict = false;           ///< --strict
    bool overwrite = false;        ///< --overwrite
    bool quiet = false;            ///< -q
    std::string dct;               ///< --dct DATE, checked by the parser
    io::TableColumns table;        ///< --text-col and the like; without a text column tables are refused
    std::string manifest;          ///< --manifest FILE
    std::string progress = "auto"; ///< --progress auto|none|json
    std::string report;            ///< --report FILE; empty: none
    bool resume = false;           ///< --resume
    std::vector<std::string> inputs;

    [[nodiscard]] std::optional<Date> dct_date() const;
};

void add_gazetteer_option(CLI::App& app, CommonOptions& options);
/// Inputs, --manifest, --text-col and the like, --dct, --threads, --strict, --quiet.
void add_article_options(CLI::App& app, CommonOptions& options);
/// --progress and --report.
void add_progress_options(CLI::App& app, CommonOptions& options);
/// --resume.
void add_resume_option(CLI::App& app, CommonOptions& options);
void add_overwrite_option(CLI::App& app, CommonOptions& options);

/// Opens the gazetteer that the options name, or the bundled one.
[[nodiscard]] gazetteer::Gazetteer open_gazetteer(const CommonOptions& options);

} // namespace yaqut::cli
