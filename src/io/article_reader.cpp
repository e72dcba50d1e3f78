// SPDX-License-Identifier: Apache-2.0
#include "io/article_reader.hpp"

#include <deque>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "io/article_source.hpp"
#include "io/input_files.hpp"
#include "io/manifest.hpp"
#include "io/readable.hpp"
#include "text/key_hash.hpp"

namespace yaqut::io {

namespace {

/// Makes ids unique. Keeps hashes only: a run may have millions of articles.
class UniqueIds {
  public:
    /// The id, or "id#2" and so on when it is taken.
    std::string add(const std::string& id) {
        std::uint32_t& uses = m_uses[text::KeyHash::of(id)];
        if (++uses == 1) {
            return id;
        }
        std::uint32_t number = uses;
        for (;; ++number) {
            std::string other = id + "#" + std::to_string(number);
            if (m_uses.emplace(text::KeyHash::of(other), 1).second) {
                m_uses[text::KeyHash::of(id)] = number;
                return other;
            }
        }
    }

  private:
    std::unordered_map<std::uint64_t, std::uint32_t> m_uses;
};

} // namespace

class ArticleReader::State {
  public:
    State(std::vector<std::string> inputs, ReaderOptions options)
        : m_inputs(inputs.begin(), inputs.end()), m_options(std::move(options)) {
        if (!m_options.manifest.empty()) {
            m_manifest.emplace(m_options.manifest);
        }
    }

    std::optional<Article> next() {
        while (m_source || !m_files.empty() || !m_inputs.empty()) {
            std::optional<InputError> fault;
            std::optional<ReadArticle> read;
            try {
                read = step();
            } catch (const RecordError& error) {
                fault = error;
            } catch (const InputError& error) {
                m_source.reset();
                fault = error;
            } catch (const Error& error) {
                m_source.reset();
                fault = InputError(m_current.shown, error.what());
            }
            // Reported here, so that what a handler throws ends the run.
            if (fault) {
                report_error(*fault);
            }
            if (read) {
                return finish(std::move(*read));
            }
        }
        warn_of_unused_rows();
        return std::nullopt;
    }

    [[nodiscard]] const ReaderCounts& counts() const { return m_counts; }

  private:
    /// Goes one step on: to the next article, file or input.
    std::optional<ReadArticle> step() {
        if (m_source) {
            std::optional<ReadArticle> read = m_source->next();
            if (!read) {
                m_source.reset();
            }
            return read;
        }
        if (!m_files.empty()) {
            m_current = std::move(m_files.front());
            m_files.pop_front();
            m_source =
                open_articles(m_current, m_options.max_article_bytes, m_options.table ? &*m_options.table : nullptr);
            return std::nullopt;
        }
        const std::string input = std::move(m_inputs.front());
        m_inputs.pop_front();
        InputFiles found = find_input_files(input, m_options.table.has_value());
        m_counts.skipped_files += found.skipped;
        m_files.assign(std::make_move_iterator(found.files.begin()), std::make_move_iterator(found.files.end()));
        return std::nullopt;
    }

    Article finish(ReadArticle read) {
        Article& article = read.article;
        if (m_manifest) {
            m_manifest->apply(m_current.shown, read);
        }
        std::string id = m_ids.add(article.id);
        if (id != article.id) {
            ++m_counts.duplicate_ids;
            read.warnings.emplace_back(article.origin,
                                       "the id \"" + article.id + "\" is taken: this article becomes \"" + id + "\"");
            article.id = std::move(id);
        }
        if (!article.dct && !article.url.empty() && m_options.date_in_url) {
            set_dct(article, m_options.date_in_url(article.url), "url");
        }
        if (!article.dct) {
            set_dct(article, m_options.dct, "argument");
        }
        ++m_counts.articles;
        for (const InputError& warning : read.warnings) {
            report_warning(warning);
        }
        return std::move(article);
    }

    void warn_of_unused_rows() {
        const std::size_t unused = m_manifest ? m_manifest->unused() : 0;
        m_manifest.reset();
        if (unused > 0) {
            report_warning(InputError(readable(m_options.manifest, 4096),
                                      std::to_string(unused) + " files are not among the articles that were read"));
        }
    }

    void report_warning(const InputError& warning) {
        ++m_counts.warnings;
        if (m_options.on_warning) {
            m_options.on_warning(warning);
        }
    }

    static void set_dct(Article& article, std::optional<Date> date, const char* source) {
        if (date) {
            article.dct = date;
            article.dct_source = source;
        }
    }

    void report_error(const InputError& error) {
        ++m_counts.errors;
        if (m_options.on_error) {
            m_options.on_error(error);
        }
    }

    std::deque<std::string> m_inputs;
    ReaderOptions m_options;
    ReaderCounts m_counts;
    std::deque<InputFile> m_files; ///< of the current input
    InputFile m_current;
    std::unique_ptr<ArticleSource> m_source;
    UniqueIds m_ids;
    std::optional<Manifest> m_manifest;
};

ArticleReader::ArticleReader(std::vector<std::string> inputs, ReaderOptions options)
    : m_state(std::make_unique<State>(std::move(inputs), std::move(options))) {}
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;
ArticleReader::~ArticleReader() = default;

std::optional<Article> ArticleReader::next() { return m_state->next(); }
const ReaderCounts& ArticleReader::counts() const { return m_state->counts(); }

} // namespace yaqut::io
