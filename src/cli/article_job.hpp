// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cli/article_runner.hpp"
#include "cli/common_options.hpp"
#include "cli/run_journal.hpp"
#include "cli/run_progress.hpp"
#include "cli/run_report.hpp"
#include "cli/summary.hpp"
#include "io/article_reader.hpp"

namespace yaqut {
class Pipeline;
}

namespace yaqut::cli {

/// The part of a run that goes over all articles, with what belongs to it: the journal of what is done, how far it is,
/// the end on Ctrl-C.
class ArticleJob {
  public:
    /// `folder` is where --resume keeps what is done; `key` tells this run from others beside what all have in common.
    /// Throws OutputError (see RunJournal), InputError: --resume with standard input.
    ArticleJob(const CommonOptions& options, const gazetteer::Gazetteer& gazetteer, RunReport& report, Summary& summary,
               const std::string& folder, RunKey key);

    /// null without --resume.
    [[nodiscard]] RunJournal* journal() { return m_journal.get(); }

    /// Articles of which this is true are left out, and counted. To be called before run().
    void leave_out(std::function<bool(const Article&)> known) { m_known = std::move(known); }

    /// Reads the articles that are left. `work` runs in several threads, gets what was found, which it may move from,
    /// and fills what it wants of the item; `consume` gets the items in order and returns how many events there are so
    /// far. The item's `result` goes to the journal.
    void run(const Pipeline& pipeline, MapJudgement map, const std::function<void(Annotated&, Annotation&)>& work,
             const std::function<std::uint64_t(Annotated&)>& consume);

    /// Was the run left before its end?
    [[nodiscard]] bool stopped() const { return m_stopped; }
    void stop() { m_stopped = true; }

    /// For what comes behind the articles.
    void tell_phase(const std::string& name);
    /// Ends the progress; says how to go on when it was interrupted (`lost` says what becomes of the work otherwise).
    void finish(const std::string& lost);

    [[nodiscard]] const io::ReaderCounts& counts() const { return m_reader.counts(); }

  private:
    [[nodiscard]] std::optional<Article> next_article();
    [[nodiscard]] io::ReaderOptions reader_options();
    [[nodiscard]] RunState state() const;
    void resume();

    const CommonOptions& m_options;
    RunReport& m_report;
    Summary& m_summary;
    std::vector<io::FileStamp> m_inputs; ///< with --resume or when progress is told
    std::unique_ptr<RunJournal> m_journal;
    RunProgress m_progress;
    io::ArticleReader m_reader;
    std::function<bool(const Article&)> m_known;
    std::uint64_t m_events = 0;
    bool m_stopped = false;
    std::uint64_t m_bytes_done = 0; ///< of the inputs
    std::uint64_t m_bytes_total = 0;
};

} // namespace yaqut::cli
