// SPDX-License-Identifier: Apache-2.0
#include "io/markup_tree.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/markup_limits.hpp"
#include "io/readable.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t deepest = 512; ///< pages with tags that nobody closes reach some hundreds
constexpr std::size_t most_nodes = 2'000'000;

/// What says what an element is. Sources of pictures, styles and handlers are most of a page's bytes.
constexpr std::array<std::string_view, 20> kept_attributes{
    "id",   "class", "role",     "itemprop", "property",    "name",  "content",    "datetime", "href",  "rel",
    "type", "lang",  "xml:lang", "hidden",   "aria-hidden", "style", "http-equiv", "pubdate",  "title", "isPermaLink"};

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Builds the list from the events of the parser, which so builds no tree of its own.
class TreeBuilder {
  public:
    TreeBuilder() { m_tree.nodes.emplace_back().name = "#document"; }

    void bind(xmlParserCtxt* parser) { m_parser = parser; }

    void open(std::string_view name, const xmlChar** attributes) {
        if (stopped() || !room()) {
            return;
        }
        if (m_open.size() >= deepest) {
            stop("elements nested more than " + std::to_string(deepest) + " deep");
            return;
        }
        MarkupNode node;
        node.name = name;
        node.parent = m_open.empty() ? 0 : m_open.back();
        for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
            const std::string_view key = view(attributes[0]);
            if (std::find(kept_attributes.begin(), kept_attributes.end(), key) != kept_attributes.end()) {
                node.attributes.push_back({std::string(key), valid_utf8(view(attributes[1]))});
            }
        }
        m_raw = name == "script" || name == "style";
        m_open.push_back(m_tree.nodes.size());
        m_tree.nodes.push_back(std::move(node));
    }

    void close(std::string_view name) {
        m_raw = false;
        if (!stopped() && !m_open.empty() && m_tree.nodes[m_open.back()].name == name) {
            m_tree.nodes[m_open.back()].end = m_tree.nodes.size();
            m_open.pop_back();
        }
    }

    void text(std::string_view text) {
        if (stopped() || m_open.empty()) {
            return;
        }
        if (m_raw) {
            m_tree.nodes[m_open.back()].text += text;
            return;
        }
        if (m_tree.nodes.back().is_text() && m_tree.nodes.back().parent == m_open.back()) {
            m_tree.nodes.back().text += text;
        } else if (room()) {
            MarkupNode& node = m_tree.nodes.emplace_back();
            node.text = text;
            node.parent = m_open.back();
            node.end = m_tree.nodes.size();
        }
    }

    /// "saved from url=(0031)https://example.org/a.html": the number is the length of the address.
    void comment(std::string_view text) {
        constexpr std::string_view mark = "saved from url=(";
        const std::string_view trimmed = trim(text);
        if (trimmed.starts_with(mark) && m_tree.saved_from.empty()) {
            const std::size_t close = trimmed.find(')');
            m_tree.saved_from = close == std::string_view::npos ? "" : valid_utf8(trimmed.substr(close + 1));
        }
    }

    void stop(std::string reason) {
        m_refused = std::move(reason);
        xmlStopParser(m_parser);
    }

    [[nodiscard]] bool stopped() const { return !m_refused.empty(); }

    MarkupTree take() {
        if (stopped()) {
            throw Error(m_refused + ": no document that is meant to be read is like that");
        }
        m_tree.complete = m_open.empty();
        for (const std::size_t node : m_open) {
            m_tree.nodes[node].end = m_tree.nodes.size();
        }
        m_tree.nodes[0].end = m_tree.nodes.size();
        for (MarkupNode& node : m_tree.nodes) {
            if (!is_valid_utf8(node.text)) {
                node.text = valid_utf8(node.text);
            }
        }
        return std::move(m_tree);
    }

  private:
    bool room() {
        if (m_tree.nodes.size() >= most_nodes) {
            stop("more than " + std::to_string(most_nodes) + " elements");
            return false;
        }
        return true;
    }

    MarkupTree m_tree;
    std::vector<std::size_t> m_open; ///< elements that are not closed, the outermost first
    std::string m_refused;
    xmlParserCtxt* m_parser = nullptr;
    bool m_raw = false; ///< in a script or style sheet
};

TreeBuilder& builder(void* context) { return *static_cast<TreeBuilder*>(context); }

xmlEntity* known_entity(void* /*context*/, const xmlChar* name) { return xmlGetPredefinedEntity(name); }

void on_entity_declaration(void* context, const xmlChar* /*name*/, int /*type*/, const xmlChar* /*public_id*/,
                           const xmlChar* /*system_id*/, xmlChar* /*content*/) {
    builder(context).stop("it declares entities of its own");
}

/// The events that are listened to. All others, above all those that would load something, have no handler.
xmlSAXHandler make_handler() {
    xmlSAXHandler handler{};
    handler.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
        builder(context).open(view(name), attributes);
    };
    handler.endElement = [](void* context, const xmlChar* name) { builder(context).close(view(name)); };
    const auto on_text = [](void* context, const xmlChar* text, int size) {
        builder(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    handler.comment = [](void* context, const xmlChar* text) { builder(context).comment(view(text)); };
    handler.getEntity = known_entity;
    handler.entityDecl = on_entity_declaration;
    return handler;
}

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
/// What libxml2 gives back although nobody asked for it, as where entities are declared.
using Remains = std::unique_ptr<xmlDoc, FreeDocument>;

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

void check_input(std::string_view text) {
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw Error("longer than 2 GiB");
    }
    check_attribute_counts(text);
}

void bind(xmlParserCtxt* parser, TreeBuilder& tree) {
    if (parser == nullptr) {
        throw std::bad_alloc();
    }
    *parser->sax = make_handler();
    parser->userData = &tree;
    tree.bind(parser);
}

} // namespace

std::string_view MarkupNode::attribute(std::string_view wanted) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [wanted](const MarkupAttribute& attribute) { return attribute.name == wanted; });
    return found == attributes.end() ? std::string_view() : std::string_view(found->value);
}

std::size_t MarkupTree::find(std::string_view name, std::size_t below, std::size_t from) const {
    for (std::size_t i = std::max(from, below + 1); i < nodes[below].end; ++i) {
        if (nodes[i].name == name) {
            return i;
        }
    }
    return nodes.size();
}

std::string MarkupTree::text_below(std::size_t node) const {
    std::string out;
    for (std::size_t i = node; i < nodes[node].end; ++i) {
        if (nodes[i].is_text()) {
            out += nodes[i].text;
        }
    }
    return out;
}

MarkupTree parse_html(std::string_view utf8) {
    check_input(utf8);
    TreeBuilder tree;
    const Parser parser(htmlNewParserCtxt());
    bind(parser.get(), tree);
    constexpr int options =
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    const Remains remains(
        htmlCtxtReadMemory(parser.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options));
    return tree.take();
}

MarkupTree parse_xml(std::string_view utf8) {
    check_input(utf8);
    TreeBuilder tree;
    const Parser parser(xmlNewParserCtxt());
    bind(parser.get(), tree);
    constexpr int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                            XML_PARSE_SAX1 | XML_PARSE_IGNORE_ENC;
    const Remains remains(
        xmlCtxtReadMemory(parser.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options));
    MarkupTree out = tree.take();
    if (parser->wellFormed == 0) {
        const std::string_view message =
            parser->lastError.message == nullptr ? "broken XML" : trim(parser->lastError.message);
        out.fault = "line " + std::to_string(parser->lastError.line) + ": " + readable(message, 200);
    }
    return out;
}

} // namespace yaqut::io
