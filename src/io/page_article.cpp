// SPDX-License-Identifier: Apache-2.0
#include "io/page_article.hpp"

#include "io/markup_tree.hpp"
#include "io/page_encoding.hpp"
#include "io/page_facts.hpp"
#include "io/page_marks.hpp"
#include "io/page_ranks.hpp"
#include "io/page_text.hpp"
#include "io/single_article.hpp"

namespace yaqut::io {

namespace {

class PageArticle : public SingleArticle {
  public:
    PageArticle(InputFile file, TextInput input, std::size_t max_bytes)
        : SingleArticle(std::move(file), std::move(input), max_bytes) {}

  private:
    [[nodiscard]] ReadArticle read(const std::string& bytes) const override {
        return read_page(bytes, {file().id, file().shown, {}});
    }
};

} // namespace

ReadArticle read_page(std::string_view bytes, const PageOrigin& from, StatedFacts beside) {
    constexpr std::size_t hardly_any = 100; // bytes: a page that only shows its text when its scripts run
    const text::DecodedText decoded = decode_page(bytes, from.charset);
    const MarkupTree page = parse_html(decoded.utf8);
    const std::vector<PageMark> marks = mark_page(page);
    ReadArticle read;
    Article& article = read.article;
    article.id = from.id;
    article.origin = from.origin;
    const std::string body = read_page_facts(page, marks, beside);
    ReadArticle titled;
    beside.apply(titled);
    PageText text = find_page_text(page, marks, titled.article.title);
    if (text.text.size() < hardly_any && body.size() > text.text.size()) {
        text.text = body;
        beside.add(json_ld_article, "text", "articleBody", "json-ld articleBody");
    }
    if (text.text.empty()) {
        throw Error("no text of an article found in the page");
    }
    article.text = std::move(text.text);
    for (const std::string& caption : text.captions) {
        beside.add(page_element, "caption", caption, "caption");
    }
    if (decoded.replaced > 0) {
        read.warnings.emplace_back(from.origin, std::to_string(decoded.replaced) + " bytes are not " +
                                                    decoded.encoding + ": replaced");
    }
    beside.apply(read);
    return read;
}

std::unique_ptr<ArticleSource> open_page(const InputFile& file, TextInput input, std::size_t max_bytes) {
    return std::make_unique<PageArticle>(file, std::move(input), max_bytes);
}

} // namespace yaqut::io
