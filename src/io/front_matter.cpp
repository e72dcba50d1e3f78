// SPDX-License-Identifier: Apache-2.0
#include "io/front_matter.hpp"

#include <algorithm>
#include <optional>

#include "io/ascii.hpp"

namespace yaqut::io {

namespace {

struct KeyValue {
    std::string key; ///< lower case
    std::string_view value;
};

/// Cuts lines from a text; a line has neither its "\n" nor its "\r\n".
class Lines {
  public:
    explicit Lines(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool at_end() const { return m_position >= m_text.size(); }
    [[nodiscard]] std::size_t position() const { return m_position; }

    std::string_view next() {
        const std::size_t end = std::min(m_text.find('\n', m_position), m_text.size());
        std::string_view line = m_text.substr(m_position, end - m_position);
        m_position = std::min(end + 1, m_text.size());
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        return line;
    }

  private:
    std::string_view m_text;
    std::size_t m_position = 0;
};

std::string_view without_quotes(std::string_view value) {
    const bool quoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
}

std::optional<KeyValue> parse_line(std::string_view line) {
    constexpr std::size_t longest_key = 24;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > longest_key) {
        return std::nullopt;
    }
    const std::string key = lower_ascii(line.substr(0, colon));
    const bool word = std::all_of(key.begin(), key.end(),
                                  [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '-'; });
    if (!word) {
        return std::nullopt;
    }
    return KeyValue{key, without_quotes(trim(line.substr(colon + 1)))};
}

std::string* slot(FrontMatter& front, std::string_view key) {
    if (key == "id") {
        return &front.id;
    }
    if (key == "title") {
        return &front.title;
    }
    if (key == "source") {
        return &front.source;
    }
    if (key == "url") {
        return &front.url;
    }
    if (key == "date" || key == "dct" || key == "published" || key == "datepublished") {
        return &front.date;
    }
    if (key == "lang" || key == "language") {
        return &front.language;
    }
    return nullptr;
}

void take(FrontMatter& front, const KeyValue& line) {
    if (std::string* value = slot(front, line.key)) {
        *value = line.value;
    } else {
        front.warnings.push_back("front matter: unknown key \"" + line.key + "\" is ignored");
    }
}

FrontMatter no_front_matter(const char* warning) {
    FrontMatter front;
    front.warnings.emplace_back(warning);
    return front;
}

FrontMatter read_fenced(Lines lines) {
    FrontMatter front;
    while (!lines.at_end()) {
        const std::string_view line = lines.next();
        if (trim(line) == "---") {
            front.body = lines.position();
            return front;
        }
        if (const auto key_value = parse_line(line)) {
            take(front, *key_value);
        } else if (!trim(line).empty()) {
            break;
        }
    }
    return no_front_matter("front matter that begins with \"---\" does not end with \"---\": read as text");
}

FrontMatter read_open(Lines lines) {
    FrontMatter front;
    while (!lines.at_end()) {
        const std::string_view line = lines.next();
        if (trim(line).empty()) {
            front.body = lines.position();
            return front;
        }
        const auto key_value = parse_line(line);
        if (!key_value) {
            break;
        }
        take(front, *key_value);
        front.body = lines.position();
    }
    return lines.at_end() && front.body == lines.position()
               ? front
               : no_front_matter("front matter is not ended by an empty line: read as text");
}

} // namespace

FrontMatter read_front_matter(std::string_view utf8) {
    Lines lines(utf8);
    const Lines from_start = lines;
    const std::string_view first = lines.next();
    if (trim(first) == "---") {
        const Lines after_fence = lines;
        const auto second = parse_line(lines.next());
        FrontMatter probe;
        return second && slot(probe, second->key) != nullptr ? read_fenced(after_fence) : FrontMatter{};
    }
    const auto key_value = parse_line(first);
    FrontMatter probe;
    return key_value && slot(probe, key_value->key) != nullptr ? read_open(from_start) : FrontMatter{};
}

} // namespace yaqut::io
