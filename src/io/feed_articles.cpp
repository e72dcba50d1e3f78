// SPDX-License-Identifier: Apache-2.0
#include "io/feed_articles.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "io/ascii.hpp"
#include "io/markup_tree.hpp"
#include "io/page_encoding.hpp"
#include "io/page_text.hpp"
#include "io/readable.hpp"
#include "io/stated_facts.hpp"

namespace yaqut::io {

namespace {

struct FeedField {
    std::string_view element;
    std::string_view field;
    int rank;
};
constexpr std::array<FeedField, 11> feed_fields{{{"title", "title", 0},
                                                 {"pubDate", "published", 0},
                                                 {"published", "published", 0},
                                                 {"dc:date", "published", 1},
                                                 {"dcterms:created", "published", 1},
                                                 {"updated", "modified", 0},
                                                 {"author", "author", 0},
                                                 {"dc:creator", "author", 0},
                                                 {"dc:language", "language", 0},
                                                 {"source", "outlet", 0},
                                                 {"link", "url", 0}}};

class FeedArticles : public ArticleSource {
  public:
    FeedArticles(InputFile file, MarkupTree feed, std::size_t max_bytes)
        : m_file(std::move(file)), m_feed(std::move(feed)), m_max_bytes(max_bytes) {
        const bool is_feed = m_feed.nodes.size() > 1 && (root() == "rss" || root() == "feed" || root() == "rdf:RDF");
        if (!is_feed && !m_feed.fault.empty()) {
            throw Error("broken XML: " + m_feed.fault);
        }
        if (!is_feed) {
            throw Error("expected an RSS, RDF or Atom feed, found " +
                        (m_feed.nodes.size() > 1 ? "XML <" + readable(root(), 40) + ">" : "no XML element"));
        }
        read_channel();
    }

    std::optional<ReadArticle> next() override {
        while (m_next < m_feed.nodes.size() && !is_item(m_feed.nodes[m_next].name)) {
            ++m_next;
        }
        if (m_next < m_feed.nodes.size()) {
            const std::size_t item = m_next;
            m_next = m_feed.nodes[item].end;
            ++m_count;
            return read_item(item);
        }
        return at_end();
    }

  private:
    [[nodiscard]] const std::string& root() const { return m_feed.nodes[1].name; }
    static bool is_item(std::string_view name) { return name == "item" || name == "entry"; }

    std::optional<ReadArticle> at_end() {
        if (!m_feed.fault.empty() && !m_told) {
            m_told = true;
            throw RecordError(m_file.shown,
                              "broken XML: " + m_feed.fault +
                                  (m_feed.complete ? "; the text there may lack something" : "; what follows is lost"));
        }
        if (m_count == 0 && !m_told) {
            throw Error("a feed without items");
        }
        return std::nullopt;
    }

    /// What holds for all items.
    void read_channel() {
        for (std::size_t i = 1; i < m_feed.nodes.size();) {
            const MarkupNode& node = m_feed.nodes[i];
            if (is_item(node.name) || node.name == "image" || node.name == "textInput") {
                i = node.end;
                continue;
            }
            if (node.name == "title" && m_title.empty()) {
                m_title = m_feed.text_below(i);
            }
            if ((node.name == "language" || node.name == "dc:language") && m_language.empty()) {
                m_language = m_feed.text_below(i);
            }
            if (const auto language = node.attribute("xml:lang"); m_language.empty()) {
                m_language = language;
            }
            ++i;
        }
    }

    ReadArticle read_item(std::size_t item) const {
        ReadArticle read;
        Article& article = read.article;
        article.origin = m_file.shown + ": item " + std::to_string(m_count);
        const std::string guid = child_text(item, "guid").empty() ? child_text(item, "id") : child_text(item, "guid");
        article.id = guid.empty() ? m_file.id + ":" + std::to_string(m_count) : one_line(guid);
        StatedFacts facts;
        facts.add(3, "outlet", m_title, "feed title");
        facts.add(3, "language", m_language, "feed language");
        facts.add(1, "language", m_feed.nodes[item].attribute("xml:lang"), "xml:lang");
        add_facts(item, facts);
        if (child_text(item, "published").empty()) {
            facts.add(2, "published", child_text(item, "updated"), "updated");
        }
        ReadArticle titled;
        titled.article.origin = article.origin;
        facts.apply(titled);
        article.text = text_of(item, titled.article.title, article.origin);
        facts.apply(read);
        return read;
    }

    void add_facts(std::size_t item, StatedFacts& facts) const {
        for (std::size_t i = item + 1; i < m_feed.nodes[item].end; i = m_feed.nodes[i].end) {
            const MarkupNode& node = m_feed.nodes[i];
            const auto* const known = std::find_if(feed_fields.begin(), feed_fields.end(),
                                                   [&node](const FeedField& one) { return one.element == node.name; });
            if (known == feed_fields.end()) {
                continue;
            }
            const std::string_view rel = node.attribute("rel");
            if (known->field == "url" && (rel.empty() || rel == "alternate")) {
                const std::string_view href = node.attribute("href");
                facts.add(0, "url", href.empty() ? m_feed.text_below(i) : std::string(href), "link");
            } else if (known->field == "title") {
                facts.add(0, "title", without_markup(m_feed.text_below(i)), "title");
            } else if (known->field != "url") {
                const std::size_t name = m_feed.find("name", i, i);
                facts.add(known->rank, known->field, m_feed.text_below(name < m_feed.nodes.size() ? name : i),
                          known->element);
            }
        }
    }

    [[nodiscard]] std::string child_text(std::size_t item, std::string_view name) const {
        for (std::size_t i = item + 1; i < m_feed.nodes[item].end; i = m_feed.nodes[i].end) {
            if (m_feed.nodes[i].name == name) {
                return m_feed.text_below(i);
            }
        }
        return {};
    }

    /// The longest text that the item has to give: content first, then the summary.
    [[nodiscard]] std::string text_of(std::size_t item, std::string_view title, const std::string& where) const {
        try {
            for (const std::string_view name : {"content:encoded", "content", "description", "summary"}) {
                const std::string html = child_text(item, name);
                if (html.size() > m_max_bytes) {
                    throw Error("longer than " + readable_size(m_max_bytes) + ", the most that an article may have");
                }
                std::string text = trim(html).empty() ? "" : all_page_text(parse_html(html), title).text;
                if (!text.empty()) {
                    return text;
                }
            }
        } catch (const Error& error) {
            throw RecordError(where, error.what());
        }
        throw RecordError(where, "expected an item with content or a description, found none");
    }

    /// Titles often have their entities written twice.
    static std::string without_markup(const std::string& title) {
        if (title.find_first_of("<&") == std::string::npos) {
            return title;
        }
        const MarkupTree tree = parse_html(title);
        return tree.text_below(0);
    }

    InputFile m_file;
    MarkupTree m_feed;
    std::size_t m_max_bytes;
    std::string m_title;
    std::string m_language;
    std::size_t m_next = 1;
    std::size_t m_count = 0;
    bool m_told = false;
};

} // namespace

std::unique_ptr<ArticleSource> open_feed(const InputFile& file, TextInput input, std::size_t max_bytes) {
    constexpr std::size_t articles = 16;
    std::string bytes;
    if (!input.read_rest(bytes, articles * max_bytes)) {
        throw Error("longer than " + readable_size(articles * max_bytes) + ", the most that a feed may have");
    }
    const text::DecodedText decoded = decode_page(bytes);
    return std::make_unique<FeedArticles>(file, parse_xml(trim(decoded.utf8)), max_bytes);
}

} // namespace yaqut::io
