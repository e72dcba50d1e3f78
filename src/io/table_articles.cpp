// SPDX-License-Identifier: Apache-2.0
#include "io/table_articles.hpp"

#include <algorithm>
#include <utility>

#include "io/ascii.hpp"
#include "io/input_date.hpp"
#include "io/readable.hpp"
#include "io/vector_reader.hpp"

namespace yaqut::io {

namespace {

class TableArticles : public ArticleSource {
  public:
    TableArticles(const InputFile& file, const TableColumns& columns, std::size_t max_bytes)
        : m_file(file), m_names(columns), m_max_bytes(max_bytes), m_rows(file.path, options(columns)),
          m_columns(m_rows.columns()), m_text(find(columns.text)), m_title(find(columns.title)),
          m_date(find(columns.date)), m_id(find(columns.id)), m_url(find(columns.url)), m_source(find(columns.source)),
          m_language(find(columns.language)) {}

    std::optional<ReadArticle> next() override {
        if (!m_rows.next()) {
            return std::nullopt;
        }
        ++m_count;
        ReadArticle read;
        Article& article = read.article;
        article.origin = m_rows.where();
        article.text = value(m_text);
        if (trim(article.text).empty()) {
            throw RecordError(article.origin, "no text in the column \"" + m_names.text + "\"");
        }
        if (article.text.size() > m_max_bytes) {
            throw RecordError(article.origin,
                              "longer than " + readable_size(m_max_bytes) + ", the most that an article may have");
        }
        article.id = value(m_id);
        if (article.id.empty()) {
            article.id = m_file.id + ":" + std::to_string(m_count);
        }
        article.title = value(m_title);
        article.url = value(m_url);
        article.source = value(m_source);
        const std::string language = value(m_language);
        if (!language.empty() && language != "und") {
            article.language = parse_language(language);
        }
        take_date(read);
        return read;
    }

  private:
    using Column = std::optional<std::size_t>;

    static VectorOptions options(const TableColumns& columns) {
        VectorOptions options;
        options.layer = columns.layer;
        return options;
    }

    [[nodiscard]] Column find(const std::string& name) const {
        if (name.empty()) {
            return std::nullopt;
        }
        const auto found = std::find(m_columns.begin(), m_columns.end(), name);
        if (found == m_columns.end()) {
            std::string all;
            for (const std::string& column : m_columns) {
                all += (all.empty() ? "" : ", ") + readable(column, 60);
            }
            throw InputError(m_file.shown, "expected a column \"" + name + "\", found: " + readable(all, 600));
        }
        return static_cast<std::size_t>(found - m_columns.begin());
    }

    [[nodiscard]] std::string value(Column column) const { return column ? m_rows.field(*column) : std::string(); }

    void take_date(ReadArticle& read) const {
        const std::string date = value(m_date);
        Article& article = read.article;
        article.dct = parse_input_date(date);
        article.dct_source = article.dct ? "column " + m_names.date : "";
        if (!article.dct && !trim(date).empty()) {
            read.warnings.emplace_back(article.origin, "column \"" + m_names.date +
                                                           "\": expected a date like 2016-07-13, found \"" +
                                                           readable(date, 60) + "\"");
        }
    }

    InputFile m_file;
    TableColumns m_names;
    std::size_t m_max_bytes;
    VectorReader m_rows;
    std::vector<std::string> m_columns;
    Column m_text;
    Column m_title;
    Column m_date;
    Column m_id;
    Column m_url;
    Column m_source;
    Column m_language;
    std::size_t m_count = 0;
};

} // namespace

std::unique_ptr<ArticleSource> open_table_articles(const InputFile& file, const TableColumns& columns,
                                                   std::size_t max_article_bytes) {
    return std::make_unique<TableArticles>(file, columns, max_article_bytes);
}

} // namespace yaqut::io
