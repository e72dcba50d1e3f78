// SPDX-License-Identifier: Apache-2.0
#include "cli/article_job.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <numeric>

#include "cli/article_input.hpp"
#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"
#include "pipeline.hpp"

namespace yaqut::cli {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        out.append(out.empty() ? "" : " ").append(part);
    }
    return out;
}

bool reads_standard_input(const CommonOptions& options) {
    return std::find(options.inputs.begin(), options.inputs.end(), "-") != options.inputs.end();
}

std::string program_text() {
    const io::FileStamp stamp = io::file_stamp(program_path().string());
    return std::string(YAQUT_VERSION) + " (build " + std::to_string(stamp.key) + ")";
}

/// What all runs over articles have in common; `more` is the command's own.
RunKey key_of(const CommonOptions& options, const gazetteer::Gazetteer& gazetteer, RunKey more) {
    const io::TableColumns& table = options.table;
    RunKey key{{"program", program_text()},
               {"gazetteer", std::string(gazetteer.created_from()) + ' ' + std::to_string(gazetteer.checksum())},
               {"list of inputs", joined(options.inputs)},
               {"--dct", options.dct},
               {"columns", joined({table.text, table.title, table.date, table.id, table.url, table.source,
                                   table.language, table.layer})},
               {"--manifest", options.manifest.empty()
                                  ? ""
                                  : options.manifest + ' ' + std::to_string(io::file_stamp(options.manifest).key)}};
    key.insert(key.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return key;
}

} // namespace

ArticleJob::ArticleJob(const CommonOptions& options, const gazetteer::Gazetteer& gazetteer, RunReport& report,
                       Summary& summary, const std::string& folder, RunKey key)
    : m_options(options), m_report(report), m_summary(summary),
      m_progress(options.progress, options.quiet, "articles", "events"), m_reader({}) {
    catch_interrupts(); // from now on there are files to remove
    if (options.resume && reads_standard_input(options)) {
        throw InputError("standard input", "cannot be read again from where it was: --resume needs files");
    }
    if (options.resume || m_progress.on()) {
        m_inputs = io::stamp_inputs(options.inputs, !options.table.text.empty());
    }
    if (options.resume) {
        m_journal = std::make_unique<RunJournal>(folder, key_of(options, gazetteer, std::move(key)), m_inputs);
        const std::filesystem::path parent = std::filesystem::path(folder).parent_path();
        m_journal->remove_leftovers(parent.empty() ? "." : parent.string());
        resume();
    } else if (!options.quiet && std::filesystem::exists(folder + "/journal")) {
        std::cerr << "yaqut: warning: " << folder << ": an interrupted run is kept there; --resume goes on with it\n";
    }
    m_reader = open_articles(options, reader_options());
    m_bytes_total = reads_standard_input(options)
                        ? 0
                        : std::accumulate(m_inputs.begin(), m_inputs.end(), std::uint64_t{0},
                                          [](std::uint64_t sum, const io::FileStamp& file) { return sum + file.size; });
    m_progress.start_from(state());
}

void ArticleJob::resume() {
    const RunPast& past = m_journal->past();
    if (!past.resumed) {
        return;
    }
    m_summary.restore(past.counters);
    m_report.resumed_articles = m_summary.articles();
    for (const InputError& failure : past.failures) {
        m_report.add_failure(failure);
    }
    const auto first = m_inputs.begin();
    m_bytes_done = std::accumulate(first, first + static_cast<std::ptrdiff_t>(past.start.files), std::uint64_t{0},
                                   [](std::uint64_t sum, const io::FileStamp& file) { return sum + file.size; });
    if (!m_options.quiet) {
        std::cerr << "goes on behind " << m_summary.articles() << " articles done before\n";
    }
    if (past.input_changed) {
        std::cerr << "yaqut: warning: an input has changed since: it is read again, with all that comes behind it\n";
    }
}

io::ReaderOptions ArticleJob::reader_options() {
    io::ReaderOptions options;
    options.marks = m_journal != nullptr || m_progress.on();
    if (m_journal) {
        options.start = m_journal->past().start;
    }
    options.on_error = [this](const InputError& error) {
        m_progress.clear();
        std::cerr << "yaqut: " << error.what() << '\n';
        m_report.add_failure(error);
    };
    if (!m_options.quiet) {
        options.on_warning = [this](const InputError& error) {
            m_progress.clear();
            std::cerr << "yaqut: warning: " << error.what() << '\n';
        };
    }
    return options;
}

RunState ArticleJob::state() const {
    std::optional<double> share;
    if (m_bytes_total > 0) {
        share = std::min(1.0, static_cast<double>(m_bytes_done) / static_cast<double>(m_bytes_total));
    }
    return {m_summary.articles(), m_events, m_report.text_bytes, share};
}

std::optional<Article> ArticleJob::next_article() {
    while (interrupted() == 0) {
        std::optional<Article> article = m_reader.next();
        if (!article || !m_known || !m_known(*article)) {
            return article;
        }
        ++m_summary.known;
    }
    m_stopped = true;
    return std::nullopt;
}

void ArticleJob::run(const Pipeline& pipeline, MapJudgement map,
                     const std::function<void(Annotated&, Annotation&)>& work,
                     const std::function<std::uint64_t(Annotated&)>& consume) {
    const auto read = [&](Annotated& item) {
        std::optional<Article> article = next_article();
        if (!article) {
            return false;
        }
        item.article = std::move(*article);
        item.mark = m_journal ? m_reader.take_mark() : io::ReadMark{};
        item.bytes_done = m_progress.on() ? m_reader.bytes_done() : 0;
        return true;
    };
    const auto annotate = [&](Annotated& item) {
        Annotation found = pipeline.annotate(item.article, map);
        item.tally = ArticleTally(found);
        work(item, found);
    };
    run_articles(m_options.threads, read, annotate, [&](Annotated& item) {
        m_summary.add_article(item.tally);
        m_report.text_bytes += item.article.text.size();
        m_events = consume(item);
        m_bytes_done = item.bytes_done;
        if (m_journal) {
            m_journal->add(item.mark, item.result, m_summary.counters());
        }
        if (m_progress.due()) {
            m_progress.update(state());
        }
    });
    if (m_journal) {
        m_journal->finish(m_reader.take_mark(), m_summary.counters());
    }
    m_report.phase("articles");
}

void ArticleJob::tell_phase(const std::string& name) {
    if (m_progress.on()) {
        m_progress.phase(name, state());
    }
}

void ArticleJob::finish(const std::string& lost) {
    m_progress.finish(m_stopped ? "interrupted" : "done", state());
    if (!m_stopped) {
        return;
    }
    m_report.interrupt();
    std::cerr << "yaqut: interrupted after " << m_summary.articles() << " articles: ";
    if (m_journal) {
        std::cerr << "what is done is kept in " << m_journal->folder() << "; the same command goes on with it\n";
    } else {
        std::cerr << lost << '\n';
    }
}

} // namespace yaqut::cli
