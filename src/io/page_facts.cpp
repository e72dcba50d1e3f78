// SPDX-License-Identifier: Apache-2.0
#include "io/page_facts.hpp"

#include <algorithm>
#include <array>

#include "io/ascii.hpp"
#include "io/json_ld.hpp"
#include "io/page_ranks.hpp"
#include "io/page_text.hpp"

namespace yaqut::io {

namespace {

struct MetaName {
    std::string_view name; ///< lower case
    std::string_view field;
    int rank;
};

constexpr std::array<MetaName, 50> meta_names{{{"og:title", "title", open_graph},
                                               {"twitter:title", "title", other_meta},
                                               {"dc.title", "title", other_meta},
                                               {"parsely-title", "title", other_meta},
                                               {"article:published_time", "published", open_graph},
                                               {"og:article:published_time", "published", open_graph},
                                               {"article.published", "published", other_meta},
                                               {"dc.date", "published", other_meta},
                                               {"dc.date.issued", "published", other_meta},
                                               {"dc.date.created", "published", other_meta},
                                               {"dc:date", "published", other_meta},
                                               {"dcterms.date", "published", other_meta},
                                               {"dcterms.created", "published", other_meta},
                                               {"dcterms.issued", "published", other_meta},
                                               {"pubdate", "published", other_meta},
                                               {"publishdate", "published", other_meta},
                                               {"publish-date", "published", other_meta},
                                               {"publish_date", "published", other_meta},
                                               {"published_date", "published", other_meta},
                                               {"published_at", "published", other_meta},
                                               {"publication_date", "published", other_meta},
                                               {"parsely-pub-date", "published", other_meta},
                                               {"sailthru.date", "published", other_meta},
                                               {"article_date_original", "published", other_meta},
                                               {"citation_publication_date", "published", other_meta},
                                               {"date", "published", other_meta},
                                               {"article:modified_time", "modified", open_graph},
                                               {"og:updated_time", "modified", open_graph},
                                               {"dcterms.modified", "modified", other_meta},
                                               {"dc.date.modified", "modified", other_meta},
                                               {"last-modified", "modified", other_meta},
                                               {"lastmod", "modified", other_meta},
                                               {"revised", "modified", other_meta},
                                               {"author", "author", other_meta},
                                               {"article:author", "author", other_meta},
                                               {"dc.creator", "author", other_meta},
                                               {"parsely-author", "author", other_meta},
                                               {"sailthru.author", "author", other_meta},
                                               {"byl", "author", other_meta},
                                               {"og:site_name", "outlet", open_graph},
                                               {"application-name", "outlet", other_meta},
                                               {"dc.publisher", "outlet", other_meta},
                                               {"publisher", "outlet", other_meta},
                                               {"og:url", "url", open_graph},
                                               {"twitter:url", "url", other_meta},
                                               {"dc.language", "language", other_meta},
                                               {"content-language", "language", other_meta},
                                               {"language", "language", other_meta},
                                               {"og:locale", "language", other_meta},
                                               {"parsely-link", "url", other_meta}}};

struct ItemProperty {
    std::string_view name;
    std::string_view field;
};
constexpr std::array<ItemProperty, 6> item_properties{{{"datePublished", "published"},
                                                       {"dateModified", "modified"},
                                                       {"headline", "title"},
                                                       {"author", "author"},
                                                       {"inLanguage", "language"},
                                                       {"dateCreated", "published"}}};

class PageFactReader {
  public:
    PageFactReader(const MarkupTree& page, const std::vector<PageMark>& marks, StatedFacts& facts)
        : m_page(page), m_marks(marks), m_facts(facts) {}

    std::string read() {
        for (std::size_t i = 0; i < m_page.nodes.size(); ++i) {
            if (!m_page.nodes[i].is_text()) {
                element(i);
            }
        }
        address("saved from url", m_page.saved_from, saved_comment);
        return std::move(m_body);
    }

  private:
    void element(std::size_t i) {
        const MarkupNode& node = m_page.nodes[i];
        if (node.name == "meta") {
            meta(node);
        } else if (node.name == "script") {
            script(node);
        } else if (node.name == "link" && lower_ascii(node.attribute("rel")) == "canonical") {
            address("link canonical", node.attribute("href"), page_link);
        } else if (node.name == "html") {
            m_facts.add(page_element, "language", node.attribute("lang"), "html lang");
            m_facts.add(page_element, "language", node.attribute("xml:lang"), "html xml:lang");
        } else if (node.name == "title" && !m_has_title) {
            m_has_title = true;
            title(i);
        } else if (m_marks[i] == PageMark::content) {
            shown(i);
        }
    }

    void meta(const MarkupNode& node) {
        const std::string_view content = node.attribute("content");
        for (const std::string_view key : {"property", "name", "http-equiv"}) {
            const std::string name = lower_ascii(trim(node.attribute(key)));
            const auto* const known = std::find_if(meta_names.begin(), meta_names.end(),
                                                   [&name](const MetaName& meta) { return meta.name == name; });
            if (known == meta_names.end()) {
                continue;
            }
            const std::string source = "meta " + name;
            if (known->field == "url") {
                address(source, content, known->rank);
            } else if (known->field != "author" || content.find("://") == std::string_view::npos) {
                m_facts.add(known->rank, known->field, content, source);
            }
            return;
        }
        property(node, content);
    }

    void script(const MarkupNode& node) {
        if (lower_ascii(node.attribute("type")).find("ld+json") == std::string::npos) {
            return;
        }
        std::string body = read_json_ld(node.text, m_facts);
        m_body = m_body.empty() ? std::move(body) : std::move(m_body);
    }

    /// What the reader of the page sees, outside of menus and lists of other articles.
    void shown(std::size_t i) {
        const MarkupNode& node = m_page.nodes[i];
        if (!node.attribute("itemprop").empty()) {
            const std::string_view content = node.attribute("content");
            const std::string_view datetime = node.attribute("datetime");
            property(node, !content.empty() ? content : datetime.empty() ? short_text(i) : std::string(datetime));
        }
        if (node.name == "time" && !node.attribute("datetime").empty()) {
            const bool marked = std::any_of(node.attributes.begin(), node.attributes.end(),
                                            [](const MarkupAttribute& one) { return one.name == "pubdate"; });
            const std::string classes = lower_ascii(node.attribute("class"));
            const bool change =
                classes.find("updat") != std::string::npos || classes.find("modif") != std::string::npos;
            m_facts.add(marked ? item_property : time_element, change ? "modified" : "published",
                        node.attribute("datetime"), marked ? "time pubdate" : "time datetime");
        } else if (node.name == "h1") {
            m_facts.add(page_heading, "title", short_text(i), "h1");
        }
    }

    void property(const MarkupNode& node, std::string_view value) {
        const std::string_view name = node.attribute("itemprop");
        for (const ItemProperty& known : item_properties) {
            if (known.name == name && value.find("://") == std::string_view::npos) {
                m_facts.add(item_property, known.field, value, "itemprop " + std::string(name));
            }
        }
    }

    /// "Headline - Outlet", "Headline | Outlet": what stands behind the last such mark is not the headline.
    void title(std::size_t i) {
        std::string text = one_line(short_text(i));
        std::size_t cut = std::string::npos;
        for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " « "}) {
            const std::size_t at = text.rfind(mark);
            cut = at == std::string::npos || (cut != std::string::npos && at < cut) ? cut : at;
        }
        if (cut != std::string::npos && cut > text.size() / 3) {
            text.resize(cut);
        }
        m_facts.add(page_element, "title", text, "title");
    }

    void address(std::string_view source, std::string_view url, int rank) {
        url = trim(url);
        if (url.starts_with("http://") || url.starts_with("https://")) {
            m_facts.add(rank, "url", url, source);
        }
    }

    /// Nothing that is a title or a date is longer; many headings may hold the whole page where nobody closes them.
    [[nodiscard]] std::string short_text(std::size_t node) const {
        constexpr std::size_t most = 50;
        std::string out;
        const std::size_t end = std::min(m_page.nodes[node].end, node + most);
        for (std::size_t i = node; i < end; ++i) {
            if (m_page.nodes[i].is_text()) {
                out.append(m_page.nodes[i].text, 0, 4000);
            } else if (m_page.nodes[i].name == "br") {
                out += ' ';
            }
        }
        return out;
    }

    const MarkupTree& m_page;
    const std::vector<PageMark>& m_marks;
    StatedFacts& m_facts;
    std::string m_body;
    bool m_has_title = false;
};

} // namespace

std::string read_page_facts(const MarkupTree& page, const std::vector<PageMark>& marks, StatedFacts& facts) {
    return PageFactReader(page, marks, facts).read();
}

} // namespace yaqut::io
