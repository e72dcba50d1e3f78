// SPDX-License-Identifier: Apache-2.0
// yaqut annotate: everything found, one line of JSON per article.
#include <filesystem>
#include <iostream>
#include <optional>
#include <sstream>

#include <CLI/CLI.hpp>

#include "cli/article_input.hpp"
#include "cli/article_job.hpp"
#include "cli/command.hpp"
#include "cli/explain.hpp"
#include "cli/interrupt.hpp"
#include "gazetteer/gazetteer.hpp"
#include "io/annotation_json.hpp"
#include "io/output_file.hpp"
#include "pipeline.hpp"

namespace yaqut::cli {

namespace {

class Annotate : public Command {
  public:
    void setup(CLI::App& app) override {
        add_article_options(app, m_options);
        add_progress_options(app, m_options);
        add_resume_option(app, m_options);
        add_gazetteer_option(app, m_options);
        add_overwrite_option(app, m_options);
        app.add_option("-o,--output", m_output, "Where the lines go; - is standard output")
            ->type_name("FILE")
            ->capture_default_str();
        app.add_flag("--explain", m_explain,
                     "Say for people, instead of JSON, why each name was taken for what it was");
    }

    int run() override {
        if (m_options.resume && m_output == "-") {
            std::cerr << "yaqut: --resume needs a file: name one with -o\n";
            return exit_usage;
        }
        check_report(m_options);
        RunReport report("annotate");
        Summary summary;
        const gazetteer::Gazetteer gazetteer = open_gazetteer(m_options);
        ArticleJob job(m_options, gazetteer, report, summary, journal_folder(),
                       {{"command", m_explain ? "annotate --explain" : "annotate"}});
        io::check_may_write(m_output, m_options.overwrite || was_publishing(job));
        // With a journal the results in it become the output.
        std::optional<io::OutputFile> file;
        if (job.journal() == nullptr) {
            file.emplace(m_output, m_options.overwrite);
        }
        const Pipeline pipeline(gazetteer);
        report.phase("start");
        job.run(
            pipeline, MapJudgement::made, [&](Annotated& item, const Annotation& found) { show(item, found); },
            [&](Annotated& item) {
                if (file) {
                    file->write(item.result);
                }
                return summary.reports += item.tally.reports;
            });
        finish(job, file, report);
        report.write(m_options, gazetteer, job.counts(), summary);
        return job.stopped() ? interrupt_exit_code() : exit_code(job.counts(), m_options);
    }

  private:
    /// In the threads: making the text takes longer than writing it.
    void show(Annotated& item, const Annotation& found) const {
        if (m_explain) {
            std::ostringstream text;
            explain(text, item.article, found);
            item.result = text.str();
        } else {
            item.result = io::annotation_to_json(item.article, found) + '\n';
        }
    }

    void finish(ArticleJob& job, std::optional<io::OutputFile>& file, RunReport& report) const {
        const bool whole = !job.stopped();
        if (file && (whole || m_output == "-")) {
            file->complete();
            file->publish();
        } else if (!file && whole) {
            job.journal()->publish();
            io::check_may_write(m_output, m_options.overwrite || was_publishing(job));
            io::publish(job.journal()->results_path(), m_output);
            job.journal()->remove();
        }
        if (whole && m_output != "-") {
            report.add_output(m_output);
        }
        report.phase("write");
        job.finish(m_output == "-" ? "the lines written are whole, but not all"
                                   : "nothing was written; with --resume what is done would be kept");
    }

    static bool was_publishing(ArticleJob& job) { return job.journal() != nullptr && job.journal()->past().publishing; }

    [[nodiscard]] std::string journal_folder() const {
        const std::filesystem::path path(m_output);
        return (path.parent_path() / ("." + path.filename().string() + ".yaqut-run")).string();
    }

    CommonOptions m_options;
    std::string m_output = "-";
    bool m_explain = false;
};

} // namespace

std::unique_ptr<Command> make_annotate() { return std::make_unique<Annotate>(); }

} // namespace yaqut::cli
