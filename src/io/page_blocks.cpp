// SPDX-License-Identifier: Apache-2.0
#include "io/page_blocks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "io/ascii.hpp"

namespace yaqut::io {

namespace {

/// Tags inside a line. All others, known or not, begin a new block.
constexpr std::array<std::string_view, 36> inline_tags{
    "a",    "abbr", "b",      "bdi",   "bdo",  "cite",   "code", "em",      "font", "i",   "ins",  "kbd",
    "mark", "q",    "s",      "small", "span", "strong", "sub",  "sup",     "time", "u",   "var",  "big",
    "wbr",  "tt",   "strike", "del",   "data", "nobr",   "o:p",  "acronym", "g",    "dfn", "samp", "st1:place"};

bool is_inline(std::string_view name) {
    return std::find(inline_tags.begin(), inline_tags.end(), name) != inline_tags.end();
}

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

PageBlockKind kind_of(std::string_view name) {
    if (is_heading(name)) {
        return PageBlockKind::heading;
    }
    if (name == "p" || name == "blockquote") {
        return PageBlockKind::paragraph;
    }
    return name == "li" || name == "dd" || name == "dt" ? PageBlockKind::item : PageBlockKind::other;
}

class BlockCutter {
  public:
    BlockCutter(const MarkupTree& page, const std::vector<PageMark>& marks) : m_page(page), m_marks(marks) {}

    std::vector<PageBlock> cut() {
        for (std::size_t i = 0; i < m_page.nodes.size();) {
            close_until(i);
            const MarkupNode& node = m_page.nodes[i];
            if (m_marks[i] == PageMark::boilerplate) {
                if (!is_inline(node.name)) {
                    flush();
                }
                i = node.end;
                continue;
            }
            if (node.is_text()) {
                add_text(i);
            } else {
                open(i);
            }
            ++i;
        }
        flush();
        return std::move(m_blocks);
    }

  private:
    void open(std::size_t i) {
        const MarkupNode& node = m_page.nodes[i];
        if (node.name == "br") {
            line_break();
        } else if (node.name == "a" && !node.attribute("href").empty()) {
            m_link_end = std::max(m_link_end, node.end);
        } else if (!is_inline(node.name)) {
            flush();
            m_open.push_back(i);
        }
    }

    /// Leaves the blocks that end before node i.
    void close_until(std::size_t i) {
        while (!m_open.empty() && m_page.nodes[m_open.back()].end <= i) {
            flush();
            m_open.pop_back();
        }
    }

    /// One breaks the line; two are an empty line, which ends a paragraph.
    void line_break() {
        if (m_block.text.ends_with('\n')) {
            flush();
            m_after_breaks = true;
        } else if (!m_block.text.empty()) {
            drop_space();
            m_block.text += '\n';
        } else {
            m_after_breaks = true;
        }
    }

    void add_text(std::size_t i) {
        const std::string& text = m_page.nodes[i].text;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool no_break = text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
            if (is_space(text[at]) || no_break) {
                at += no_break ? 1 : 0;
                add_space();
            } else {
                add_byte(text[at], i);
            }
        }
    }

    void add_space() {
        if (!m_block.text.empty() && m_block.text.back() != ' ' && m_block.text.back() != '\n') {
            m_block.text += ' ';
        }
    }

    void add_byte(char c, std::size_t i) {
        if (m_block.text.empty()) {
            start(i);
        }
        m_block.text += c;
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++m_block.chars;
            m_block.links += i < m_link_end ? 1 : 0;
        }
    }

    void start(std::size_t i) {
        m_block.node = i;
        m_block.kind = m_after_breaks ? PageBlockKind::paragraph : PageBlockKind::other;
        for (std::size_t level = m_open.size(); level-- > 0;) {
            const std::string& name = m_page.nodes[m_open[level]].name;
            const PageBlockKind kind = kind_of(name);
            if (kind != PageBlockKind::other) {
                m_block.kind = kind;
                break;
            }
            if (name == "div" || name == "td") {
                break;
            }
        }
        if (m_marks[i] == PageMark::caption) {
            m_block.kind = PageBlockKind::caption;
        }
    }

    void drop_space() {
        while (!m_block.text.empty() && (m_block.text.back() == ' ' || m_block.text.back() == '\n')) {
            m_block.text.pop_back();
        }
    }

    void flush() {
        const bool broken = m_block.text.find('\n') != std::string::npos;
        drop_space();
        if (!m_block.text.empty()) {
            if (broken && m_block.kind == PageBlockKind::other) {
                m_block.kind = PageBlockKind::paragraph;
            }
            m_blocks.push_back(std::move(m_block));
        }
        m_block = {};
        m_after_breaks = false;
    }

    const MarkupTree& m_page;
    const std::vector<PageMark>& m_marks;
    std::vector<PageBlock> m_blocks;
    PageBlock m_block;
    std::vector<std::size_t> m_open; ///< elements that are blocks, the outermost first
    std::size_t m_link_end = 0;
    bool m_after_breaks = false;
};

} // namespace

std::vector<PageBlock> cut_blocks(const MarkupTree& page, const std::vector<PageMark>& marks) {
    return BlockCutter(page, marks).cut();
}

} // namespace yaqut::io
