// SPDX-License-Identifier: Apache-2.0
#include "text/blocks.hpp"

#include <algorithm>
#include <utility>

#include "core/scratch.hpp"
#include "text/key_hash.hpp"
#include "text/sentences.hpp"
#include "text/words.hpp"

namespace yaqut::text {

namespace {

constexpr std::uint32_t max_headline_words = 20;
constexpr std::uint32_t max_heading_words = 6;
constexpr std::uint32_t min_prose_words = 12; ///< of a line without a full stop
constexpr std::uint32_t max_caption_words = 25;
constexpr std::uint32_t max_credit_words = 8;
constexpr std::uint32_t max_bracket_tokens = 8; ///< of the credit at the end of a caption
constexpr std::uint32_t min_wrapped_bytes = 40;
constexpr std::uint32_t max_headlines = 3;

/// One line of the text, or several that belong together.
struct Line {
    TokenRange tokens;
    bool blank_before = false; ///< an empty line, or the start of the text
    bool indented = false;     ///< begins with white space
    bool no_break = false;     ///< begins with a no-break space
    std::uint32_t words = 0;
    bool stops_inside = false; ///< a full stop before its last token
    char last = 0;             ///< its last mark, closing quotes left out; 0 when a word is last
};

class BlockFinder {
  public:
    explicit BlockFinder(const CutText& text)
        : m_source(text.source), m_strict(text.strict), m_tokens(text.tokens), m_landmarks(text.landmarks) {}

    void find(std::vector<Block>& blocks) {
        cut_lines();
        join_lines();
        describe_lines();
        blocks.assign(m_lines.size(), {});
        std::uint32_t headlines = 0;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const TokenRange tokens = m_lines[i].tokens;
            blocks[i].tokens = tokens;
            blocks[i].span = {m_tokens[tokens.begin].span.begin, m_tokens[tokens.end - 1].span.end};
            blocks[i].kind = kind_of(i, headlines);
            headlines += blocks[i].kind == BlockKind::headline ? 1U : 0U;
        }
        flag_duplicates(blocks);
    }

  private:
    void cut_lines() {
        const std::span<const std::uint32_t> begins = m_landmarks.lines;
        m_lines.reserve(begins.size());
        for (std::size_t i = 0; i < begins.size(); ++i) {
            m_lines.push_back(line_at(begins[i]));
            m_lines.back().tokens.end =
                i + 1 < begins.size() ? begins[i + 1] : static_cast<std::uint32_t>(m_tokens.size());
        }
    }

    [[nodiscard]] Line line_at(std::uint32_t token) const {
        Line line;
        line.tokens = {token, token};
        const std::uint32_t begin = token == 0 ? 0 : m_tokens[token - 1].span.end;
        const std::string_view gap = m_source.substr(begin, m_tokens[token].span.begin - begin);
        const auto feeds = std::count(gap.begin(), gap.end(), '\n');
        const auto returns = std::count(gap.begin(), gap.end(), '\r');
        line.blank_before = token == 0 || std::max(feeds, returns) > 1;
        const std::size_t last_break = gap.find_last_of("\r\n");
        const std::string_view indent = last_break == std::string_view::npos ? gap : gap.substr(last_break + 1);
        line.no_break = indent.starts_with("\u00A0");
        line.indented = line.no_break || indent.starts_with(' ') || indent.starts_with('\t');
        return line;
    }

    /// Joins lines that a sentence runs across.
    void join_lines() {
        const auto indented = std::count_if(m_lines.begin(), m_lines.end(), [](const Line& l) { return l.indented; });
        const bool by_indent = indented * 2 <= std::ssize(m_lines); // where most lines have it, it means nothing
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (i > 0 && continues(m_lines[i - 1], m_lines[i], by_indent)) {
                m_lines[kept - 1].tokens.end = m_lines[i].tokens.end;
            } else {
                m_lines[kept++] = m_lines[i];
            }
        }
        m_lines.resize(kept);
    }

    [[nodiscard]] bool continues(const Line& previous, const Line& line, bool by_indent) const {
        const char last = last_mark(previous.tokens);
        if (line.blank_before || last == '.' || last == '?' || last == '!' || last == ':') {
            return false;
        }
        const Token& first = m_tokens[line.tokens.begin];
        if (first.script == Script::latin) {
            const std::uint32_t length =
                m_tokens[previous.tokens.end - 1].span.end - m_tokens[previous.tokens.begin].span.begin;
            return !first.capital && length >= min_wrapped_bytes;
        }
        return by_indent && line.indented && first.kind != TokenKind::punct;
    }

    /// The mark that ends a range, seen through closing quotes and brackets.
    [[nodiscard]] char last_mark(TokenRange range) const {
        for (std::uint32_t i = range.end; i-- > range.begin;) {
            const char c = mark_of(m_strict, m_tokens[i]);
            if (c != '"' && c != '\'' && c != ')' && c != ']') {
                return is_ellipsis(m_tokens[i]) ? '.' : c;
            }
        }
        return 0;
    }

    [[nodiscard]] bool is_ellipsis(const Token& token) const {
        return token.kind == TokenKind::punct && m_strict.substr(token.strict_begin, token.strict_size) == "…";
    }

    void describe_lines() {
        auto other = m_landmarks.no_words.begin();
        for (Line& line : m_lines) {
            line.last = last_mark(line.tokens);
            line.words = line.tokens.size();
            for (; other != m_landmarks.no_words.end() && *other < line.tokens.end; ++other) {
                --line.words;
                const bool inside = *other + 1 < line.tokens.end && m_tokens[*other + 1].space_before;
                line.stops_inside = line.stops_inside || (inside && mark_of(m_strict, m_tokens[*other]) == '.');
            }
        }
    }

    [[nodiscard]] BlockKind kind_of(std::size_t index, std::uint32_t headlines) const {
        const Line& line = m_lines[index];
        if (is_credit(line)) {
            return BlockKind::credit;
        }
        if (is_caption(line, index)) {
            return BlockKind::caption;
        }
        const bool open = line.words > 0 && line.last != '.' && line.last != ':' && line.last != ',';
        const bool has_next = index + 1 < m_lines.size();
        if (!open || !has_next) {
            return BlockKind::paragraph;
        }
        const bool first_lines = index == headlines && index < max_headlines;
        const bool heading = line.words <= max_heading_words && !line.stops_inside && !begins_as_item(line) &&
                             is_prose(m_lines[index + 1]);
        if (first_lines && line.words <= max_headline_words) {
            const bool below_gap = index > 0 && line.blank_before && !m_lines[index + 1].blank_before;
            return heading && below_gap ? BlockKind::section_heading : BlockKind::headline;
        }
        return heading ? BlockKind::section_heading : BlockKind::paragraph;
    }

    [[nodiscard]] static bool is_prose(const Line& line) {
        return line.words >= min_prose_words || (line.words > max_heading_words && line.last == '.');
    }

    /// المصدر : وكالات or, often after a star, نقلا عن and the name of a paper.
    [[nodiscard]] bool is_credit(const Line& line) const {
        std::uint32_t first = line.tokens.begin;
        first += mark_of(m_strict, m_tokens[first]) == '*' ? 1U : 0U;
        if (line.words > max_credit_words || first + 2 >= line.tokens.end || line.last == '.') {
            return false;
        }
        const Token& second = m_tokens[first + 1];
        return (is_source_word(m_tokens[first].strict_hash) && mark_of(m_strict, second) == ':') ||
               is_quoting(m_tokens[first].strict_hash, second.strict_hash);
    }

    [[nodiscard]] bool is_caption(const Line& line, std::size_t index) const {
        if (index == 0 || line.words == 0 || line.words > max_caption_words || line.stops_inside) {
            return false; // a headline may end in a bracket, too
        }
        return ends_in_credit(line.tokens) || (line.no_break && line.last != '.' && line.last != ':');
    }

    /// Does the range end in a bracket of a few words that is not all of it?
    [[nodiscard]] bool ends_in_credit(TokenRange range) const {
        std::uint32_t i = range.end - 1;
        if (mark_of(m_strict, m_tokens[i]) != ')') {
            return false;
        }
        for (std::uint32_t steps = 0; steps < max_bracket_tokens && i > range.begin; ++steps) {
            --i;
            if (mark_of(m_strict, m_tokens[i]) == '(') {
                return steps > 0 && i > range.begin;
            }
            if (m_tokens[i].kind == TokenKind::number) {
                return false;
            }
        }
        return false;
    }

    /// Items of lists are no headings.
    [[nodiscard]] bool begins_as_item(const Line& line) const {
        const Token& first = m_tokens[line.tokens.begin];
        const char mark = mark_of(m_strict, first);
        return first.kind == TokenKind::number || mark == '-' || mark == '*' ||
               (first.kind == TokenKind::punct && mark == 0);
    }

    /// What no two blocks have in common unless they may be the same: few articles have such blocks.
    [[nodiscard]] std::uint64_t outline_of(const Block& block) const {
        const std::uint64_t ends =
            extend_phrase(m_tokens[block.tokens.begin].strict_hash, m_tokens[block.tokens.end - 1].strict_hash);
        return extend_phrase(ends, block.tokens.size());
    }

    [[nodiscard]] std::uint64_t hash_of(const Block& block) const {
        std::uint64_t hash = 0;
        for (std::uint32_t t = block.tokens.begin; t < block.tokens.end; ++t) {
            hash = extend_phrase(hash, m_tokens[t].strict_hash);
        }
        return hash;
    }

    void flag_duplicates(std::vector<Block>& blocks) const {
        ScratchVector<std::pair<std::uint64_t, std::uint32_t>> seen;
        seen.reserve(blocks.size());
        const auto sort_by = [&](auto&& hash) {
            seen.clear();
            for (std::uint32_t i = 0; i < blocks.size(); ++i) {
                seen.emplace_back(hash(blocks[i]), i);
            }
            std::sort(seen.begin(), seen.end());
        };
        const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
        sort_by([&](const Block& block) { return outline_of(block); });
        if (std::adjacent_find(seen.begin(), seen.end(), same) == seen.end()) {
            return;
        }
        sort_by([&](const Block& block) { return hash_of(block); });
        for (std::size_t i = 1; i < seen.size(); ++i) {
            blocks[seen[i].second].duplicate = seen[i].first == seen[i - 1].first;
        }
    }

    std::string_view m_source;
    std::string_view m_strict;
    std::span<const Token> m_tokens;
    const Landmarks& m_landmarks;
    ScratchVector<Line> m_lines;
};

} // namespace

void find_blocks(const CutText& text, std::vector<Block>& blocks) { BlockFinder(text).find(blocks); }

} // namespace yaqut::text
