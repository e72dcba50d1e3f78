// SPDX-License-Identifier: Apache-2.0
#include "io/article_reader.hpp"

#include <algorithm>
#include <deque>
#include <string_view>
#include <utility>

#include "io/article_source.hpp"
#include "io/file_stamp.hpp"
#include "io/input_files.hpp"
#include "io/manifest.hpp"
#include "io/readable.hpp"
#include "text/key_hash.hpp"

namespace yaqut::io {

namespace {

/// A number for each hash, 0 at first: open addressing, at most three quarters full.
class HashCounts {
  public:
    /// To be made more than 0 when it is not. Valid until the next call.
    std::uint32_t& operator[](std::uint64_t hash) {
        if (slot(hash).count == 0 && 4 * ++m_used > 3 * m_slots.size()) {
            grow();
        }
        Slot& found = slot(hash);
        found.hash = hash;
        return found.count;
    }

  private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t count = 0;
    };

    /// Where the hash is, or the free slot where it belongs.
    [[nodiscard]] Slot& slot(std::uint64_t hash) {
        std::size_t at = hash & (m_slots.size() - 1);
        while (m_slots[at].count != 0 && m_slots[at].hash != hash) {
            at = (at + 1) & (m_slots.size() - 1);
        }
        return m_slots[at];
    }

    void grow() {
        std::vector<Slot> old(2 * m_slots.size());
        old.swap(m_slots);
        for (const Slot& known : old) {
            if (known.count != 0) {
                slot(known.hash) = known;
            }
        }
    }

    std::vector<Slot> m_slots = std::vector<Slot>(1024); ///< a power of two
    std::size_t m_used = 0;
};

/// Makes ids unique. Keeps hashes only: a run may have millions of articles.
class UniqueIds {
  public:
    explicit UniqueIds(const std::vector<IdUse>& before) {
        for (const IdUse& use : before) {
            (void)take(use.given);
            m_uses[use.wanted] = use.number;
        }
    }

    /// Nothing when the id is free, else "id#2" and so on.
    std::optional<std::string> add(const std::string& id, IdUse& use) {
        const std::uint64_t wanted = text::KeyHash::of(id);
        std::uint32_t number = ++m_uses[wanted];
        if (number == 1) {
            use = {wanted, wanted, 1};
            return std::nullopt;
        }
        for (;; ++number) {
            std::string other = id + "#" + std::to_string(number);
            const std::uint64_t given = text::KeyHash::of(other);
            if (take(given)) {
                m_uses[wanted] = number;
                use = {given, wanted, number};
                return other;
            }
        }
    }

  private:
    /// Was it free?
    bool take(std::uint64_t hash) {
        std::uint32_t& uses = m_uses[hash];
        const bool free = uses == 0;
        uses = free ? 1 : uses;
        return free;
    }

    HashCounts m_uses;
};

} // namespace

class ArticleReader::State {
  public:
    State(std::vector<std::string> inputs, ReaderOptions options)
        : m_inputs(inputs.begin(), inputs.end()), m_options(std::move(options)), m_counts(m_options.start.counts),
          m_ids(m_options.start.ids) {
        m_mark.counts = m_counts;
        if (!m_options.manifest.empty()) {
            m_manifest.emplace(m_options.manifest);
        }
    }

    std::optional<Article> next() {
        while (m_source || !m_files.empty() || !m_inputs.empty()) {
            std::optional<InputError> fault;
            std::optional<ReadArticle> read;
            const bool in_file = m_source || !m_files.empty();
            try {
                read = step();
            } catch (const RecordError& error) {
                ++m_mark.records;
                fault = error;
            } catch (const InputError& error) {
                fault = error;
                end_file(in_file);
            } catch (const Error& error) {
                fault = InputError(m_current.shown, error.what());
                end_file(in_file);
            }
            // Reported here, so that what a handler throws ends the run.
            if (fault) {
                report_error(*fault, in_file);
            }
            if (read) {
                return finish(std::move(*read));
            }
        }
        warn_of_unused_rows();
        return std::nullopt;
    }

    [[nodiscard]] const ReaderCounts& counts() const { return m_counts; }

    ReadMark take_mark() {
        ReadMark mark = std::move(m_mark);
        m_mark.finished.clear();
        m_mark.failures.clear();
        m_mark.file = mark.file;
        m_mark.records = mark.records;
        m_mark.counts = mark.counts;
        return mark;
    }

    [[nodiscard]] std::uint64_t bytes_done() const {
        return m_bytes_before + std::min(m_source ? m_source->bytes_read() : 0, m_stamp.size);
    }

  private:
    /// Goes one step on: to the next article, file or input.
    std::optional<ReadArticle> step() {
        if (m_source) {
            std::optional<ReadArticle> read = m_source->next();
            if (!read) {
                end_file(true);
            } else {
                ++m_mark.records;
            }
            return read;
        }
        if (!m_files.empty()) {
            open_next_file();
            return std::nullopt;
        }
        const std::string input = std::move(m_inputs.front());
        m_inputs.pop_front();
        InputFiles found = find_input_files(input, m_options.table.has_value());
        m_counts.skipped_files += found.skipped;
        m_files.assign(std::make_move_iterator(found.files.begin()), std::make_move_iterator(found.files.end()));
        return std::nullopt;
    }

    void open_next_file() {
        m_current = std::move(m_files.front());
        m_files.pop_front();
        if (m_options.marks) {
            m_stamp = file_stamp(m_current.path);
        }
        if (m_options.start.files > 0) {
            --m_options.start.files;
            m_bytes_before += m_stamp.size;
            if (m_manifest) {
                m_manifest->mark_used(m_current.shown);
            }
            return;
        }
        m_mark.file = m_stamp.key;
        m_mark.records = 0;
        m_source = open_articles(m_current, m_options.max_article_bytes, m_options.table ? &*m_options.table : nullptr);
        skip_records();
    }

    /// Those of the first file that were read before: their faults were reported then.
    void skip_records() {
        for (std::uint64_t& left = m_options.start.records; left > 0; --left) {
            try {
                if (!m_source->next()) {
                    break;
                }
            } catch (const RecordError&) { // counted among them
            }
            ++m_mark.records;
        }
        m_options.start.records = 0;
    }

    void end_file(bool in_file) {
        if (in_file && m_options.marks) {
            m_mark.finished.push_back(m_stamp.key);
            m_bytes_before += m_stamp.size;
        }
        m_source.reset();
    }

    Article finish(ReadArticle read) {
        Article& article = read.article;
        if (m_manifest) {
            m_manifest->apply(m_current.shown, read);
        }
        if (std::optional<std::string> id = m_ids.add(article.id, m_mark.id)) {
            ++m_counts.duplicate_ids;
            ++m_mark.counts.duplicate_ids;
            read.warnings.emplace_back(article.origin,
                                       "the id \"" + article.id + "\" is taken: this article becomes \"" + *id + "\"");
            article.id = std::move(*id);
        }
        if (!article.dct && !article.url.empty() && m_options.date_in_url) {
            set_dct(article, m_options.date_in_url(article.url), "url");
        }
        if (!article.dct) {
            set_dct(article, m_options.dct, "argument");
        }
        ++m_counts.articles;
        ++m_mark.counts.articles;
        m_mark.counts.warnings += read.warnings.size();
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

    void report_error(const InputError& error, bool in_file) {
        ++m_counts.errors;
        if (in_file && m_options.marks) {
            ++m_mark.counts.errors;
            m_mark.failures.push_back(error);
        }
        if (m_options.on_error) {
            m_options.on_error(error);
        }
    }

    std::deque<std::string> m_inputs;
    ReaderOptions m_options;
    ReaderCounts m_counts;
    std::deque<InputFile> m_files; ///< of the current input
    InputFile m_current;
    FileStamp m_stamp; ///< of it
    std::unique_ptr<ArticleSource> m_source;
    ReadMark m_mark;
    std::uint64_t m_bytes_before = 0; ///< of the files before
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
ReadMark ArticleReader::take_mark() { return m_state->take_mark(); }
std::uint64_t ArticleReader::bytes_done() const { return m_state->bytes_done(); }

} // namespace yaqut::io
