// SPDX-License-Identifier: Apache-2.0
// yaqut map: articles to dated events on a map. The main job.
#include <filesystem>
#include <future>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/article_input.hpp"
#include "cli/article_runner.hpp"
#include "cli/command.hpp"
#include "cli/explain.hpp"
#include "cli/ordered_pipeline.hpp"
#include "cli/progress.hpp"
#include "cli/summary.hpp"
#include "core/error.hpp"
#include "events/merge.hpp"
#include "gazetteer/gazetteer.hpp"
#include "io/layer_writer.hpp"
#include "io/project_file.hpp"
#include "pipeline.hpp"

namespace yaqut::cli {

namespace {

constexpr const char* attribution =
    "Place names: GeoNames (CC BY 4.0), Natural Earth, OurAirports, Unicode CLDR, yaqut";

class Map : public Command {
  public:
    void setup(CLI::App& app) override {
        add_article_options(app, m_options);
        add_overwrite_option(app, m_options);
        add_gazetteer_option(app, m_options);
        app.add_option("-o,--output", m_output, "Folder for the layers")->required()->type_name("DIR");
        std::vector<std::string> names;
        for (const io::LayerFormatInfo& info : io::layer_formats()) {
            names.emplace_back(info.name);
        }
        app.add_option("-f,--format", m_formats, "Formats: " + CLI::detail::join(names, ", "))
            ->delimiter(',')
            ->check(CLI::IsMember(names))
            ->capture_default_str();
        app.add_flag("--no-merge", m_no_merge, "Keep the reports of different articles apart");
        app.add_flag("--country-points", m_country_points, "Draw events of which only the country is known");
        app.add_flag("--project", m_project, "Write a QGIS project over the first format, with a base map");
        app.add_flag("--explain", m_explain, "Say on standard error why each name was taken for what it was");
    }

    int run() override {
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        // Before the work, so that an output that cannot be written fails at once; and while the pipeline reads its
        // tables, since some formats load GDAL.
        auto opening = std::async(std::launch::async, [this] { return open_writers(); });
        const Pipeline pipeline(gazetteer);
        Writers writers = opening.get();
        io::ArticleReader reader = open_articles(m_options);
        std::vector<Event> events = read_all(reader, pipeline);
        m_summary.reports = events.size();
        if (!m_no_merge) {
            events = events::merge_reports(std::move(events));
        }
        if (m_summary.articles() > 0) { // else an earlier result, if there is one, is worth more than an empty one
            write(events, writers);
        }
        m_summary.failed = reader.counts().errors;
        m_summary.skipped = reader.counts().skipped_files;
        if (!m_options.quiet) {
            m_summary.print(std::cerr);
        }
        return exit_code(reader.counts(), m_options);
    }

  private:
    using Writers = std::vector<std::unique_ptr<io::LayerWriter>>;

    [[nodiscard]] Writers open_writers() const {
        std::error_code error;
        std::filesystem::create_directories(m_output, error);
        if (error) {
            throw OutputError(m_output, "folder cannot be made: " + error.message());
        }
        io::LayerOptions options;
        options.overwrite = m_options.overwrite;
        options.country_points = m_country_points;
        options.attribution = attribution;
        const std::string base = std::filesystem::path(m_output).append(options.name).string();
        Writers writers;
        std::string for_project;
        for (const std::string& name : m_formats) {
            for (const io::LayerFormatInfo& info : io::layer_formats()) {
                if (info.name == name) {
                    const std::string file = base + std::string(info.extension);
                    writers.push_back(io::open_layer(file, info.format, options));
                    options.style = options.style && !info.styled; // events.qml lies beside all: one writes it
                    for_project = for_project.empty() && info.for_qgis ? file : for_project;
                }
            }
        }
        if (m_project && for_project.empty()) {
            throw OutputError(base + ".qgs", "a project shows a layer: write geojson, gpkg, shp or fgb too");
        }
        if (m_project) {
            writers.push_back(io::open_project(base + ".qgs", for_project, options));
        }
        return writers;
    }

    std::vector<Event> read_all(io::ArticleReader& reader, const Pipeline& pipeline) {
        std::vector<Event> events;
        Progress progress(!m_options.quiet);
        run_articles(
            m_options.threads, [&] { return reader.next(); },
            [&](const Article& article) { return pipeline.annotate(article); },
            [&](Annotated& item) {
                m_summary.add_article(item.annotation);
                if (m_explain) {
                    explain(std::cerr, item.article, item.annotation);
                }
                std::move(item.annotation.events.begin(), item.annotation.events.end(), std::back_inserter(events));
                progress.update(m_summary.articles(), events.size());
            });
        return events;
    }

    void write(const std::vector<Event>& events, Writers& writers) {
        for (const Event& event : events) {
            m_summary.add_event(event);
        }
        run_each(thread_count(m_options.threads), writers.size(), [&](std::size_t i) {
            for (const Event& event : events) {
                writers[i]->write(event);
            }
        });
        for (const auto& writer : writers) {
            const io::LayerReport report = writer->finish();
            m_summary.truncated += report.truncated;
            m_summary.left_out += report.left_out;
            for (const std::string& file : report.files) {
                m_summary.add_output(file);
            }
        }
    }

    CommonOptions m_options;
    std::string m_output;
    std::vector<std::string> m_formats{"geojson", "shp"};
    bool m_no_merge = false;
    bool m_country_points = false;
    bool m_explain = false;
    bool m_project = false;
    Summary m_summary;
};

} // namespace

std::unique_ptr<Command> make_map() { return std::make_unique<Map>(); }

} // namespace yaqut::cli
