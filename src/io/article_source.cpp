// SPDX-License-Identifier: Apache-2.0
#include "io/article_source.hpp"

#include <array>

#include "io/ascii.hpp"
#include "io/feed_articles.hpp"
#include "io/front_matter.hpp"
#include "io/input_date.hpp"
#include "io/json_articles.hpp"
#include "io/page_article.hpp"
#include "io/readable.hpp"
#include "io/single_article.hpp"
#include "io/table_articles.hpp"
#include "io/text_input.hpp"
#include "io/web_archive.hpp"
#include "text/decode.hpp"

namespace yaqut::io {

namespace {

/// A file with one article in plain text.
class TextArticle : public SingleArticle {
  public:
    TextArticle(InputFile file, TextInput input, std::size_t max_bytes)
        : SingleArticle(std::move(file), std::move(input), max_bytes) {}

  private:
    [[nodiscard]] ReadArticle read(const std::string& bytes) const override {
        return make_article(text::decode(bytes));
    }

    ReadArticle make_article(const text::DecodedText& decoded) const {
        FrontMatter front = read_front_matter(decoded.utf8);
        ReadArticle read;
        Article& article = read.article;
        article.text = decoded.utf8.substr(front.body);
        if (trim(article.text).empty()) {
            throw Error("no text in it");
        }
        if (decoded.replaced > 0) {
            warn(read, std::to_string(decoded.replaced) + " bytes are not " + decoded.encoding + ": replaced");
        }
        for (const std::string& warning : front.warnings) {
            warn(read, warning);
        }
        article.dct = parse_input_date(front.date);
        article.dct_source = article.dct ? "front matter" : "";
        if (!article.dct && !front.date.empty()) {
            warn(read, "date: expected a date like 2016-07-13, found \"" + readable(front.date, 60) + "\"");
        }
        if (!front.language.empty() && front.language != "und") {
            article.language = parse_language(front.language);
        }
        if (front.id.empty()) {
            front.id = file().id;
        }
        article.id = std::move(front.id);
        article.title = std::move(front.title);
        article.source = std::move(front.source);
        article.url = std::move(front.url);
        article.origin = file().shown;
        return read;
    }

    void warn(ReadArticle& read, const std::string& what) const { read.warnings.emplace_back(file().shown, what); }
};

/// Things that are no articles, although some of them would pass for text.
void refuse_other_formats(std::string_view start) {
    struct Format {
        std::string_view magic;
        const char* what;
    };
    constexpr std::array<Format, 3> formats{
        {{"\x1F\x8B", "gzip data: its name must end in .gz"},
         {"PK\x03\x04", "a zip archive or office document: an archive's name must end in .zip"},
         {"%pdf-", "a PDF document"}}};
    const std::string lower = lower_ascii(trim(start));
    for (const Format& format : formats) {
        if (lower.starts_with(lower_ascii(format.magic))) {
            throw Error(std::string("expected articles in plain text, JSON, HTML or a feed, found ") + format.what);
        }
    }
}

} // namespace

std::unique_ptr<ArticleSource> open_articles(const InputFile& file, std::size_t max_article_bytes,
                                             const TableColumns* table) {
    if (file.kind == ContentKind::table) {
        if (table == nullptr) {
            throw Error("a table: name the column that holds the text (--text-col)");
        }
        return open_table_articles(file, *table, max_article_bytes);
    }
    constexpr std::size_t enough = 1024;
    TextInput input(open_stream(file.path));
    const std::string_view start = input.look_ahead(enough);
    refuse_other_formats(start);
    const ContentKind kind = file.kind == ContentKind::sniff ? sniff_content(start) : file.kind;
    if (kind == ContentKind::text && sniff_content(start) == ContentKind::page) {
        return open_page(file, std::move(input), max_article_bytes);
    }
    if (kind == ContentKind::text) {
        return std::make_unique<TextArticle>(file, std::move(input), max_article_bytes);
    }
    if (kind == ContentKind::page) {
        return open_page(file, std::move(input), max_article_bytes);
    }
    if (kind == ContentKind::feed) {
        return open_feed(file, std::move(input), max_article_bytes);
    }
    if (kind == ContentKind::archive) {
        return open_web_archive(file, std::move(input), max_article_bytes);
    }
    return open_json_articles(file, std::move(input), max_article_bytes);
}

} // namespace yaqut::io
