// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.hpp"
#include "core/error.hpp"
#include "io/read_mark.hpp"
#include "io/table_articles.hpp"

namespace yaqut::io {

/// What happens to everything that is wrong with an input: the message names the file with the line or byte offset.
using ProblemHandler = std::function<void(const InputError&)>;

struct ReaderOptions {
    std::optional<Date> dct;                               ///< for articles that carry no date themselves
    std::size_t max_article_bytes = std::size_t{16} << 20; ///< of a plain text file, or of one record
    /// Finds a day in an article's address; used before `dct`, after what the article itself says. May be empty.
    std::function<std::optional<Date>(std::string_view url)> date_in_url;
    std::optional<TableColumns> table; ///< how to read tables; without it they are refused
    std::string manifest;              ///< a table about the files: see manifest.hpp; may be empty
    ProblemHandler on_error;   ///< an input or article is lost; the reader goes on with the next one. May be empty.
    ProblemHandler on_warning; ///< an article is kept, with something missing or replaced. May be empty.
    bool marks = false;        ///< say where the reader stands: take_mark(), bytes_done()
    ReadStart start;           ///< what to leave out because it was read before
};

/// Reads articles one at a time from files, folders, archives and standard input.
///
/// Inputs: files; folders (with all below, in bytewise order of their paths: *.txt *.text *.md *.json *.jsonl *.ndjson,
/// *.html *.htm *.xhtml *.rss *.atom *.xml *.warc, with `table` also *.csv *.xlsx and other tables,
/// each also with .gz, and archives *.zip *.tar *.tar.gz *.tgz); "-" for standard input; any path of GDAL's virtual
/// file systems ("/vsizip/..."). A file named on the command line is taken whatever its name; what it holds decides.
///
/// Plain text is one article. It may begin with front matter: lines `title:`, `date:`, `source:`, `url:`, `lang:`,
/// `id:` up to an empty line, or between lines `---`. The text is what follows. JSON is one record per line, or a file
/// with one record or an array of them; keys id, text, title, dct (or date, published, time), lang, source, url.
/// A web page is one article, a feed one per item, a WARC archive one per page, a table one per row (page_article.hpp,
/// feed_articles.hpp, web_archive.hpp, table_articles.hpp). Text is decoded to UTF-8 whatever it was.
///
/// An article's id is the one given, or the path below the input folder without its ending, with ":line" in JSON Lines.
/// Nothing is taken from the time of a file. Not thread-safe.
class ArticleReader {
  public:
    /// Throws InputError when the manifest cannot be read.
    explicit ArticleReader(std::vector<std::string> inputs, ReaderOptions options = {});
    ArticleReader(ArticleReader&&) noexcept;
    ArticleReader& operator=(ArticleReader&&) noexcept;
    ~ArticleReader();

    /// The next article; nullopt after the last one. Throws only what the handlers throw, and std::bad_alloc.
    [[nodiscard]] std::optional<Article> next();

    [[nodiscard]] const ReaderCounts& counts() const;

    /// With `marks`, behind the article that next() gave.
    [[nodiscard]] ReadMark take_mark();
    /// With `marks`: bytes of the inputs as they are stored that were read; of packed files when they are through.
    [[nodiscard]] std::uint64_t bytes_done() const;

  private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace yaqut::io
