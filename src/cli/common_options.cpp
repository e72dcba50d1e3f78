// SPDX-License-Identifier: Apache-2.0
#include "cli/common_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::cli {

std::optional<Date> CommonOptions::dct_date() const { return parse_iso_date(dct); }

void add_gazetteer_option(CLI::App& app, CommonOptions& options) {
    app.add_option("--gazetteer", options.gazetteer, "Compiled gazetteer to use instead of the bundled one")
        ->type_name("FILE");
}

namespace {

void add_table_options(CLI::App& app, io::TableColumns& table) {
    CLI::Option* text =
        app.add_option("--text-col", table.text, "Column with the text, in tables (CSV, XLSX, GeoPackage ...)");
    text->type_name("NAME");
    const auto add = [&app, text](const char* name, std::string& column, const char* help) {
        app.add_option(name, column, help)->type_name("NAME")->needs(text);
    };
    add("--title-col", table.title, "Column with the title");
    add("--date-col", table.date, "Column with the day of publication");
    add("--id-col", table.id, "Column with the id");
    add("--url-col", table.url, "Column with the address");
    add("--source-col", table.source, "Column with the outlet");
    add("--lang-col", table.language, "Column with the language (ar, en, fr)");
    add("--table-layer", table.layer, "Layer or sheet to read, in files with several");
}

} // namespace

void add_article_options(CLI::App& app, CommonOptions& options) {
    app.add_option("articles", options.inputs,
                   "Files (text, JSON Lines, web pages, feeds, WARC, tables; also .gz, .zip), folders, or - for "
                   "standard input")
        ->required()
        ->type_name("ARTICLES");
    const auto is_date = [](const std::string& text) {
        return parse_iso_date(text) && text.size() == 10 ? std::string()
                                                         : "expected a day as YYYY-MM-DD, found \"" + text + '"';
    };
    app.add_option("--dct", options.dct, "Day of publication (YYYY-MM-DD) for articles that give none")
        ->type_name("DATE")
        ->check(CLI::Validator(is_date, ""));
    app.add_option("--manifest", options.manifest,
                   "Table (CSV) with what is known about files: file, date, title, url, source, lang")
        ->type_name("FILE");
    add_table_options(app, options.table);
    app.add_option("--threads", options.threads, "Threads; the output is the same with any number [one per core]")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--strict", options.strict,
                 "Exit with 3 when something in an article had to be ignored, such as a date that is none");
    app.add_flag("-q,--quiet", options.quiet, "Print errors only");
}

void add_progress_options(CLI::App& app, CommonOptions& options) {
    app.add_option("--progress", options.progress,
                   "How far the run is: one line when standard error is a terminal, nothing, or lines of JSON there")
        ->type_name("MODE")
        ->check(CLI::IsMember({"auto", "none", "json"}))
        ->capture_default_str();
    app.add_option("--report", options.report, "JSON with counts, failures, times and memory")->type_name("FILE");
}

void add_resume_option(CLI::App& app, CommonOptions& options) {
    app.add_flag("--resume", options.resume,
                 "Keep what is done, and go on with it when the same command was interrupted before");
}

void add_overwrite_option(CLI::App& app, CommonOptions& options) {
    app.add_flag("--overwrite", options.overwrite, "Replace existing output files");
}

gazetteer::Gazetteer open_gazetteer(const CommonOptions& options) {
    return gazetteer::Gazetteer::open(options.gazetteer.empty() ? gazetteer::bundled_gazetteer(program_path())
                                                                : std::filesystem::path(options.gazetteer));
}

} // namespace yaqut::cli
