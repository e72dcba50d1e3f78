// SPDX-License-Identifier: Apache-2.0
// yaqut map: articles to dated events on a map. The main job.
#include <future>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/article_input.hpp"
#include "cli/article_runner.hpp"
#include "cli/command.hpp"
#include "cli/explain.hpp"
#include "cli/map_targets.hpp"
#include "cli/ordered_pipeline.hpp"
#include "cli/progress.hpp"
#include "cli/summary.hpp"
#include "core/error.hpp"
#include "events/merge.hpp"
#include "gazetteer/gazetteer.hpp"
#include "io/layer_writer.hpp"
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
        m_targets.setup(app);
        app.add_flag("--no-merge", m_no_merge, "Keep the reports of different articles apart");
        app.add_flag("--country-points", m_country_points, "Draw events of which only the country is known");
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
        std::vector<Event> events = read_all(reader, pipeline, writers);
        if (!m_no_merge) {
            events = events::merge_reports(std::move(events));
            write(events, writers);
        }
        if (m_summary.articles() > 0) { // else an earlier result, if there is one, is worth more than an empty one
            finish(writers);
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
        io::LayerOptions options;
        options.overwrite = m_options.overwrite;
        options.country_points = m_country_points;
        options.attribution = attribution;
        options.generator = "yaqut " YAQUT_VERSION;
        return m_targets.open(std::move(options));
    }

    /// Without merging, events are written as they are found and none are kept.
    std::vector<Event> read_all(io::ArticleReader& reader, const Pipeline& pipeline, Writers& writers) {
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
                m_summary.reports += item.annotation.events.size();
                if (m_no_merge) {
                    write(item.annotation.events, writers);
                } else {
                    std::move(item.annotation.events.begin(), item.annotation.events.end(), std::back_inserter(events));
                }
                progress.update(m_summary.articles(), m_summary.reports);
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
    }

    void finish(Writers& writers) {
        for (const auto& writer : writers) {
            const io::LayerReport report = writer->finish();
            m_summary.truncated += report.truncated;
            m_summary.left_out += report.left_out;
            m_summary.not_in_profile += report.not_in_profile;
            for (const std::string& file : report.files) {
                m_summary.add_output(file);
            }
        }
    }

    CommonOptions m_options;
    MapTargets m_targets;
    bool m_no_merge = false;
    bool m_country_points = false;
    bool m_explain = false;
    Summary m_summary;
};

} // namespace

std::unique_ptr<Command> make_map() { return std::make_unique<Map>(); }

} // namespace yaqut::cli
