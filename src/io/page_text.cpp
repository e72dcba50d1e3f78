// SPDX-License-Identifier: Apache-2.0
#include "io/page_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "io/ascii.hpp"
#include "io/page_blocks.hpp"
#include "text/utf8.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t shortest_sentence = 25; ///< code points
constexpr std::size_t enough = 140;           ///< points for an element that is named as the article
constexpr std::size_t nearly_all = 85;        ///< percent

bool is_mostly_links(const PageBlock& block) {
    return 2 * block.links > block.chars || (block.kind == PageBlockKind::item && 3 * block.links > block.chars);
}

/// What a block counts for the search of the article.
std::size_t points(const PageBlock& block) {
    const bool prose = block.kind != PageBlockKind::heading && block.kind != PageBlockKind::caption;
    return prose && block.chars >= shortest_sentence && !is_mostly_links(block) ? block.chars - block.links : 0;
}

class ArticleFinder {
  public:
    ArticleFinder(const MarkupTree& page, const std::vector<PageMark>& marks, const std::vector<PageBlock>& blocks)
        : m_page(page), m_marks(marks), m_before(page.nodes.size() + 1) {
        for (const PageBlock& block : blocks) {
            m_before[block.node + 1] += points(block);
        }
        for (std::size_t i = 1; i < m_before.size(); ++i) {
            m_before[i] += m_before[i - 1];
        }
    }

    /// The node that holds the article; nullopt when no block counts.
    std::optional<std::size_t> find() const {
        if (m_before.back() == 0) {
            return std::nullopt;
        }
        constexpr std::array<bool (*)(const MarkupNode&), 4> kinds{
            [](const MarkupNode& node) { return node.attribute("itemprop") == "articleBody"; },
            [](const MarkupNode& node) { return node.name != "body" && is_named_as_body(node); },
            [](const MarkupNode& node) { return node.name == "article"; },
            [](const MarkupNode& node) { return node.name == "main" || node.attribute("role") == "main"; }};
        for (const auto& kind : kinds) {
            const std::size_t best = best_of(kind);
            const std::size_t score = below(best);
            if (best > 0 && (score >= enough || 2 * score > m_before.back())) {
                return best;
            }
        }
        return innermost();
    }

  private:
    [[nodiscard]] std::size_t below(std::size_t node) const {
        return m_before[m_page.nodes[node].end] - m_before[node];
    }

    /// The one with the most points, of those that hold each other the outermost; 0 when there is none.
    template <typename Kind> [[nodiscard]] std::size_t best_of(const Kind& kind) const {
        std::size_t best = 0;
        std::size_t best_points = 0;
        for (std::size_t i = 1; i < m_page.nodes.size(); ++i) {
            if (!m_page.nodes[i].is_text() && m_marks[i] == PageMark::content && below(i) > best_points &&
                kind(m_page.nodes[i])) {
                best = i;
                best_points = below(i);
            }
        }
        return best;
    }

    [[nodiscard]] std::size_t innermost() const {
        std::size_t node = 0;
        for (;;) {
            std::size_t child = node + 1;
            const std::size_t end = m_page.nodes[node].end;
            while (child < end && 100 * below(child) < nearly_all * below(node)) {
                child = m_page.nodes[child].end;
            }
            if (child >= end || !is_wrapper(m_page.nodes[child].name)) {
                return node;
            }
            node = child;
        }
    }

    static bool is_wrapper(std::string_view name) {
        return !name.empty() && name != "p" && name != "li" && name != "ul" && name != "ol" && name != "blockquote";
    }

    const MarkupTree& m_page;
    const std::vector<PageMark>& m_marks;
    std::vector<std::size_t> m_before; ///< points in front of every node
};

/// Marks of direction and empty joiners alone are no text.
bool has_letters(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const text::Utf8Char c = text::utf8_char(text, i);
        i += c.size;
        const bool latin = (c.code_point | 0x20U) >= 'a' && (c.code_point | 0x20U) <= 'z';
        const bool mark =
            c.code_point < 0xC0 || (c.code_point >= 0x2000 && c.code_point <= 0x206F) || c.code_point == 0xFEFF;
        if (latin || !mark) {
            return true;
        }
    }
    return false;
}

/// "Print", "12 px": a word or two that are neither a paragraph nor a heading are for the reader's hand.
bool is_control(const PageBlock& block) {
    constexpr std::ptrdiff_t few = 3;
    return block.kind == PageBlockKind::other && block.chars < shortest_sentence &&
           std::count(block.text.begin(), block.text.end(), ' ') < few;
}

/// Puts the blocks together that make the text.
class TextWriter {
  public:
    explicit TextWriter(std::string_view title) : m_title(title) {}

    void add(const PageBlock& block) {
        if (block.kind == PageBlockKind::caption) {
            m_out.captions.push_back(one_line(block.text));
            return;
        }
        if (is_mostly_links(block)) {
            m_headings.clear(); // they stood above links
            return;
        }
        if (!has_letters(block.text) || is_control(block) || (!m_title.empty() && one_line(block.text) == m_title)) {
            return;
        }
        if (block.kind == PageBlockKind::heading) {
            m_headings.push_back(&block.text);
            return;
        }
        for (const std::string* heading : m_headings) {
            append(*heading);
        }
        m_headings.clear();
        append(block.text);
    }

    /// Headings that nothing follows are left out.
    PageText take() { return std::move(m_out); }

  private:
    void append(std::string_view block) {
        m_out.text += m_out.text.empty() ? "" : "\n\n";
        m_out.text += block;
    }

    std::string m_title;
    std::vector<const std::string*> m_headings;
    PageText m_out;
};

} // namespace

PageText find_page_text(const MarkupTree& page, const std::vector<PageMark>& marks, std::string_view title) {
    const std::vector<PageBlock> blocks = cut_blocks(page, marks);
    TextWriter writer(title);
    if (const auto article = ArticleFinder(page, marks, blocks).find()) {
        for (const PageBlock& block : blocks) {
            if (block.node >= *article && block.node < page.nodes[*article].end) {
                writer.add(block);
            }
        }
    }
    return writer.take();
}

PageText all_page_text(const MarkupTree& page, std::string_view title) {
    TextWriter writer(title);
    const std::vector<PageBlock> blocks = cut_blocks(page, mark_page(page));
    for (const PageBlock& block : blocks) {
        writer.add(block);
    }
    return writer.take();
}

std::string one_line(std::string_view utf8) {
    std::string out;
    bool space = false;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const bool no_break = utf8[i] == '\xC2' && i + 1 < utf8.size() && utf8[i + 1] == '\xA0';
        if (is_space(utf8[i]) || no_break) {
            i += no_break ? 1 : 0;
            space = !out.empty();
            continue;
        }
        if (space) {
            out += ' ';
            space = false;
        }
        out += utf8[i];
    }
    return out;
}

} // namespace yaqut::io
