// SPDX-License-Identifier: Apache-2.0
// yaqut map: articles to dated events on a map. The main job.
#include <future>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/article_input.hpp"
#include "cli/article_job.hpp"
#include "cli/command.hpp"
#include "cli/explain.hpp"
#include "cli/interrupt.hpp"
#include "cli/kept_articles.hpp"
#include "cli/map_outputs.hpp"
#include "cli/map_targets.hpp"
#include "cli/ordered_pipeline.hpp"
#include "cli/summary.hpp"
#include "core/error.hpp"
#include "core/packed_bytes.hpp"
#include "events/packed_reports.hpp"
#include "events/report_store.hpp"
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
        add_progress_options(app, m_options);
        add_resume_option(app, m_options);
        add_overwrite_option(app, m_options);
        add_gazetteer_option(app, m_options);
        m_targets.setup(app);
        app.add_flag("--no-merge", m_no_merge, "Keep the reports of different articles apart");
        app.add_flag("--country-points", m_drawn.countries, "Draw events of which only the country is known");
        app.add_flag("--unsure-points", m_drawn.unsure,
                     "Draw events and names whose place is not sure enough for a map");
        app.add_flag("--explain", m_explain, "Say on standard error why each name was taken for what it was");
    }

    int run() override {
        check_report(m_options);
        RunReport report("map");
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        const std::string run_folder = m_targets.run_folder();
        if (m_options.resume && run_folder.empty()) {
            std::cerr << "yaqut: --resume needs files to write: name them with -o\n";
            return exit_usage;
        }
        if (m_options.resume && appends()) {
            std::cerr << "yaqut: --append cannot go on with an interrupted run: leave out --resume\n";
            return exit_usage;
        }
        if (m_options.resume && m_targets.has(io::SideLayer::mentions)) {
            std::cerr << "yaqut: --resume keeps events, not mentions: leave out one of them\n";
            return exit_usage;
        }
        ArticleJob job(m_options, gazetteer, report, m_summary, run_folder, {{"command", "map"}});
        // Before the work, so that an output that cannot be written fails at once; and while the pipeline reads its
        // tables, since some formats load GDAL.
        auto opening = std::async(std::launch::async, [this, &job] { return open_writers(job.journal()); });
        const Pipeline pipeline(gazetteer);
        const auto outputs = std::make_unique<MapOutputs>(opening.get(), m_targets.layers(), m_drawn,
                                                          std::make_unique<UnitShapes>(gazetteer, m_options.gazetteer));
        if (appends()) {
            m_kept = std::make_unique<KeptArticles>(m_targets.place_to_append_to());
        }
        report.phase("start");
        make_layers(job, read_all(job, pipeline, *outputs), *outputs, report);
        job.finish(m_targets.to_standard_output()
                       ? "not all is written"
                       : "nothing was written, what was there is whole; with --resume what is done would be kept");
        m_summary.failed = job.counts().errors;
        m_summary.skipped = job.counts().skipped_files;
        if (!m_options.quiet && !job.stopped()) {
            m_summary.print(std::cerr);
        }
        if (!outputs->whole()) {
            report.leave_incomplete();
        }
        report.write(m_options, gazetteer, job.counts(), m_summary);
        outputs->throw_fault();
        return job.stopped() ? interrupt_exit_code() : exit_code(job.counts(), m_options);
    }

  private:
    [[nodiscard]] bool appends() const { return !m_targets.place_to_append_to().empty(); }

    [[nodiscard]] MapOutputs::Writers open_writers(const RunJournal* journal) const {
        io::LayerOptions options;
        options.overwrite = m_options.overwrite || (journal != nullptr && journal->past().publishing);
        options.drawn = m_drawn;
        options.attribution = attribution;
        options.generator = "yaqut " YAQUT_VERSION;
        return m_targets.open(std::move(options));
    }

    /// Without merging, events are written as they are found and none are kept.
    events::ReportStore read_all(ArticleJob& job, const Pipeline& pipeline, MapOutputs& outputs) {
        events::ReportStore reports;
        const bool keep = job.journal() != nullptr;
        if (keep) {
            m_summary.reports = 0; // counted again
            job.journal()->for_each_piece([&](std::string_view piece) { take_piece(piece, reports, outputs); });
        }
        if (m_kept) {
            take_kept(reports, outputs);
            job.leave_out([this](const Article& article) { return m_kept->knows(article.id); });
        }
        const auto keep_found = [&](Annotated& item, Annotation& found) {
            item.mentions = outputs.mentions_of(item.article, found);
            if (keep) {
                PackedWriter record;
                record.text(events::pack_reports(found.article_id, found.events));
                item.result = std::move(record.bytes());
            }
            if (m_kept) {
                item.kept = KeptArticles::pack(found.article_id, found.events);
            }
            if (!m_no_merge) {
                item.reports.pack(found.events);
            }
            if (m_no_merge || m_explain) {
                item.annotation = std::move(found);
            }
        };
        const bool mentions = m_targets.has(io::SideLayer::mentions);
        job.run(pipeline, mentions ? MapJudgement::made : MapJudgement::left_out, keep_found, [&](Annotated& item) {
            if (m_explain) {
                explain(std::cerr, item.article, item.annotation);
            }
            outputs.write_mentions(item.mentions);
            if (m_kept) {
                outputs.write_reports(item.kept);
            }
            if (m_no_merge) {
                write(item.annotation.events, outputs);
            } else {
                reports.add(item.reports);
            }
            return m_summary.reports += item.tally.reports;
        });
        return reports;
    }

    /// What was found in one article before.
    void take(std::vector<Event> found, events::ReportStore& reports, MapOutputs& outputs) {
        m_summary.reports += found.size();
        if (m_no_merge) {
            write(found, outputs);
        } else {
            reports.add(std::move(found));
        }
    }

    /// What is in the file already; with --overwrite nothing counts.
    void take_kept(events::ReportStore& reports, MapOutputs& outputs) {
        if (!m_options.overwrite) {
            m_kept->read([&](const io::KeptReports& kept, std::vector<Event> found) {
                if (m_kept->is_rewritten()) {
                    outputs.write_reports(kept);
                }
                take(std::move(found), reports, outputs);
            });
        }
    }

    void take_piece(std::string_view piece, events::ReportStore& reports, MapOutputs& outputs) {
        for (PackedReader records(piece); !records.at_end();) {
            take(events::PackedReports(records.text()).events(), reports, outputs);
        }
    }

    void make_layers(ArticleJob& job, events::ReportStore reports, MapOutputs& outputs, RunReport& report) {
        try {
            if (job.stopped()) {
                throw Interrupted();
            }
            if (!m_no_merge) {
                job.tell_phase("writing");
                write_merged(events::MergedReports(std::move(reports)), outputs);
            }
            if (m_summary.articles() > 0) { // else an earlier result, if there is one, is worth more than an empty one
                finish(outputs, job.journal());
            }
            for (const std::string& file : m_summary.outputs()) {
                report.add_output(file);
            }
            if (job.journal() != nullptr && outputs.whole()) {
                job.journal()->remove();
            }
        } catch (const Interrupted&) {
            job.stop();
            outputs.give_up();
        }
        report.phase("write");
    }

    /// While some events are written in one format, those before are in the next one, and later ones are merged.
    void write_merged(events::MergedReports merged, MapOutputs& outputs) {
        constexpr std::size_t at_a_time = 500;
        std::vector<std::vector<Event>> ring(outputs.formats() + 2);
        const auto merge = [&](std::size_t place) {
            merged.give_back(std::exchange(ring[place], {}));
            ring[place] = merged.next(at_a_time);
            take_in(ring[place], outputs);
            return !ring[place].empty();
        };
        std::vector<std::function<void(std::size_t)>> writing;
        for (std::size_t format = 0; format < outputs.formats(); ++format) {
            writing.emplace_back(
                [&, format](std::size_t place) { outputs.write(format, ring[place], check_interrupt); });
        }
        run_in_series(thread_count(m_options.threads), ring.size(), merge, writing);
    }

    /// Of articles that are still coming.
    void write(std::vector<Event>& events, MapOutputs& outputs) {
        constexpr std::size_t few = 100; // written before another thread would have begun
        take_in(events, outputs);
        run_each(events.size() < few ? 1 : thread_count(m_options.threads), outputs.formats(),
                 [&](std::size_t format) { outputs.write(format, events, [] {}); });
    }

    void take_in(std::vector<Event>& events, MapOutputs& outputs) {
        for (const Event& event : events) {
            m_summary.add_event(event);
        }
        outputs.place(events);
    }

    void finish(MapOutputs& outputs, RunJournal* journal) {
        check_interrupt();
        outputs.write_areas();
        if (m_kept) {
            m_kept->check_unchanged();
        }
        if (journal != nullptr) {
            journal->publish();
        }
        for (const io::LayerReport& report : outputs.finish()) {
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
    std::unique_ptr<KeptArticles> m_kept; ///< with --append
    bool m_no_merge = false;
    io::DrawnPoints m_drawn;
    bool m_explain = false;
    Summary m_summary;
};

} // namespace

std::unique_ptr<Command> make_map() { return std::make_unique<Map>(); }

} // namespace yaqut::cli
