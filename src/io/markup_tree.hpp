// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::io {

struct MarkupAttribute {
    std::string name; ///< lower case
    std::string value;
};

/// An element, or a text between two tags.
struct MarkupNode {
    std::string name; ///< of an element, in HTML in lower case, in XML with its prefix; empty for a text
    std::string text; ///< of a text; of elements only in scripts and style sheets, which have no nodes below them
    std::vector<MarkupAttribute> attributes; ///< only those that say what something is: see markup_tree.cpp
    std::size_t parent = 0;
    std::size_t end = 0; ///< number of the first node that is not below this one

    [[nodiscard]] bool is_text() const { return name.empty(); }
    [[nodiscard]] std::string_view attribute(std::string_view name) const; ///< empty when absent
};

/// A page or an XML file as a list of nodes in the order of the document: the nodes below nodes[i] are those from i + 1
/// to nodes[i].end. nodes[0] stands for the document. Every loop over it is a loop over a list: however deep the
/// document is, nothing recurses. All strings are valid UTF-8.
struct MarkupTree {
    std::vector<MarkupNode> nodes;
    std::string saved_from; ///< address in the comment that browsers leave in a saved page; may be empty
    std::string fault;      ///< what is wrong with XML, with its line; empty for HTML, where anything goes
    bool complete = true;   ///< false: nothing could be read behind the fault

    /// The first element of that name from `from` on, below `below`; nodes.size() when there is none.
    [[nodiscard]] std::size_t find(std::string_view name, std::size_t below, std::size_t from) const;
    /// All texts below a node, joined as they stand; no scripts.
    [[nodiscard]] std::string text_below(std::size_t node) const;
};

/// Both read text in UTF-8, whatever encoding it declares, and never open anything: no file, no address, no document
/// type; entities that a document declares are refused. Throw yaqut::Error: nested deeper, or with more attributes or
/// nodes, than any document has that is meant to be read.
[[nodiscard]] MarkupTree parse_html(std::string_view utf8);
[[nodiscard]] MarkupTree parse_xml(std::string_view utf8);

} // namespace yaqut::io
