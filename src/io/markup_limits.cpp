// SPDX-License-Identifier: Apache-2.0
#include "io/markup_limits.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/error.hpp"
#include "io/ascii.hpp"

namespace yaqut::io {

namespace {

constexpr std::uint64_t most_attributes = 5000;         ///< of one tag; scripts that compare numbers look like tags too
constexpr std::uint64_t most_comparisons = 500'000'000; ///< of all tags together: seconds
constexpr std::uint64_t most_readings = 16;             ///< of each byte, on average

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }
bool is_name_start(char c) { return is_letter(c) || c == '_' || c == ':' || c == '.'; }
bool is_name_char(char c) { return is_name_start(c) || is_digit(c) || c == '-'; }

/// Walks through one tag in the very steps of libxml2, so that no quotation mark makes it see another end.
class TagWalk {
  public:
    TagWalk(std::string_view text, std::size_t at) : m_text(text), m_at(at) {}

    /// Counts the attributes behind the name of a tag.
    std::uint64_t count() {
        std::uint64_t count = 0;
        skip_name();
        for (skip_space(); !at_end() && count <= most_attributes; skip_space()) {
            ++count;
            if (is_name_start(here())) {
                skip_name();
                skip_value();
            } else {
                skip_word();
            }
        }
        return count;
    }

    [[nodiscard]] std::size_t position() const { return m_at; }

  private:
    [[nodiscard]] bool done() const { return m_at >= m_text.size(); }
    [[nodiscard]] char here() const { return m_text[m_at]; }
    [[nodiscard]] bool at_end() const {
        return done() || here() == '>' || (here() == '/' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '>');
    }

    void skip_space() {
        while (!done() && is_space(here())) {
            ++m_at;
        }
    }

    void skip_name() {
        constexpr std::size_t longest = 100; // what libxml2 takes at once
        for (std::size_t size = 0; !done() && size < longest && is_name_char(here()); ++size) {
            ++m_at;
        }
    }

    void skip_word() {
        while (!at_end() && !is_space(here())) {
            ++m_at;
        }
    }

    void skip_value() {
        skip_space();
        if (done() || here() != '=') {
            return;
        }
        ++m_at;
        skip_space();
        if (!done() && (here() == '"' || here() == '\'')) {
            const std::size_t close = m_text.find(here(), m_at + 1);
            m_at = close == std::string_view::npos ? m_text.size() : close + 1;
            return;
        }
        while (!done() && here() != '>' && !is_space(here())) {
            ++m_at;
        }
    }

    std::string_view m_text;
    std::size_t m_at;
};

} // namespace

void check_attribute_counts(std::string_view markup) {
    std::uint64_t comparisons = 0;
    std::uint64_t read = 0;
    // What is no tag, as in comments and scripts, is looked at too: then nothing can hide a tag.
    for (std::size_t at = markup.find('<'); at < markup.size(); at = markup.find('<', at + 1)) {
        if (at + 1 >= markup.size() || !is_name_start(markup[at + 1])) {
            continue;
        }
        TagWalk tag(markup, at + 1);
        const std::uint64_t count = tag.count();
        comparisons += count * count / 2;
        read += tag.position() - at;
        if (count > most_attributes || comparisons > most_comparisons ||
            read > most_readings * markup.size() + (std::size_t{1} << 20U)) {
            throw Error("tags with more than " + std::to_string(most_attributes) +
                        " attributes, or without an end: no document that is meant to be read is like that");
        }
    }
}

} // namespace yaqut::io
