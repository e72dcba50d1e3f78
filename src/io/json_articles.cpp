// SPDX-License-Identifier: Apache-2.0
#include "io/json_articles.hpp"

#include <algorithm>

#include "io/ascii.hpp"
#include "io/input_date.hpp"
#include "io/json_record.hpp"
#include "io/json_scanner.hpp"
#include "io/plain_record.hpp"
#include "io/readable.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

namespace yaqut::io {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return !text::is_continuation(c); }));
}

/// "file:3:17" for a byte of a record that begins in that line.
std::string position_in(const InputFile& file, std::uint64_t line, std::string_view record, std::size_t byte) {
    const std::string_view before = record.substr(0, std::min(byte, record.size()));
    line += static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    return file.shown + ":" + std::to_string(line) + ":" +
           std::to_string(count_characters(before.substr(line_begin)) + 1);
}

/// Is it UTF-8 with some bad bytes (and not another encoding, in which nearly all letters are bad)?
bool mostly_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const text::Utf8Char c = text::utf8_char(bytes, i);
        good += c.valid && c.size > 1 ? 1 : 0;
        bad += c.valid ? 0 : 1;
        i += c.size;
    }
    return good >= bad;
}

/// What the sources of JSON articles share: from a record's bytes to an article.
class JsonArticles : public ArticleSource {
  protected:
    JsonArticles(InputFile file, TextInput input, std::size_t max_bytes)
        : m_file(std::move(file)), m_input(std::move(input)), m_max_bytes(max_bytes) {}

    [[nodiscard]] std::uint64_t bytes_read() const override { return m_input.bytes(); }

    /// `bytes` begin in `line` of the file; a record without an id gets the file's with `number` behind it, without one
    /// for 0. Throws RecordError.
    ReadArticle read_record(std::string& bytes, std::uint64_t line, std::uint64_t number) const {
        const std::string where = at(line);
        ReadArticle read;
        std::optional<JsonRecord> plain = read_plain_record(bytes);
        if (!plain) {
            make_utf8(bytes, where, read.warnings);
            plain = parse(bytes, line);
        }
        JsonRecord& record = *plain;
        if (!record.text) {
            throw RecordError(where, record.keys.empty()
                                         ? "expected a record with a \"text\", found an empty one"
                                         : "expected a record with a \"text\", found only: " + record.keys);
        }
        fill(read, record, where);
        Article& article = read.article;
        if (record.id && !record.id->empty()) {
            article.id = std::move(*record.id);
        } else {
            article.id = number == 0 ? m_file.id : m_file.id + ":" + std::to_string(number);
        }
        article.origin = where;
        return read;
    }

    [[noreturn]] void too_long(std::uint64_t line) const {
        throw RecordError(at(line),
                          "longer than " + readable_size(m_max_bytes) + ", the most that an article may have");
    }

    [[nodiscard]] std::string at(std::uint64_t line) const { return m_file.shown + ":" + std::to_string(line); }

    InputFile m_file;
    TextInput m_input;
    std::size_t m_max_bytes;

  private:
    static void make_utf8(std::string& bytes, const std::string& where, std::vector<InputError>& warnings) {
        if (is_valid_utf8(bytes)) {
            return;
        }
        if (mostly_utf8(bytes)) {
            std::size_t replaced = 0;
            bytes = valid_utf8(bytes, &replaced);
            warnings.emplace_back(where, std::to_string(replaced) + " bytes are not UTF-8: replaced");
            return;
        }
        try {
            text::DecodedText decoded = text::decode(bytes);
            bytes = std::move(decoded.utf8);
            warnings.emplace_back(where, "not UTF-8: read as " + decoded.encoding);
        } catch (const Error& error) {
            throw RecordError(where, error.what());
        }
    }

    [[nodiscard]] JsonRecord parse(std::string_view bytes, std::uint64_t line) const {
        try {
            return parse_json_record(bytes);
        } catch (const JsonFault& fault) {
            throw RecordError(position_in(m_file, line, bytes, fault.byte()), fault.what());
        }
    }

    static void fill(ReadArticle& read, JsonRecord& record, const std::string& where) {
        Article& article = read.article;
        article.text = std::move(*record.text);
        article.title = std::move(record.title).value_or("");
        article.source = std::move(record.source).value_or("");
        article.url = std::move(record.url).value_or("");
        if (record.language && *record.language != "und") {
            article.language = parse_language(*record.language);
        }
        for (std::size_t i = 0; i < date_keys.size() && !article.dct; ++i) {
            const auto& date = record.dates.at(i);
            if (!date || date->empty()) {
                continue;
            }
            article.dct = parse_input_date(*date);
            article.dct_source = article.dct ? date_keys.at(i) : "";
            if (!article.dct) {
                read.warnings.emplace_back(where, "\"" + std::string(date_keys.at(i)) +
                                                      "\": expected a date like 2016-07-13, found \"" +
                                                      readable(*date, 60) + "\"");
            }
        }
    }
};

/// One record per line.
class LineArticles : public JsonArticles {
  public:
    using JsonArticles::JsonArticles;
    LineArticles(InputFile file, TextInput input, std::size_t max_bytes)
        : JsonArticles(std::move(file), std::move(input), max_bytes) {}

    std::optional<ReadArticle> next() override {
        for (;;) {
            const std::uint64_t line = m_input.line();
            const TextInput::Line got = m_input.read_line(m_line, m_max_bytes);
            if (got == TextInput::Line::none) {
                return std::nullopt;
            }
            if (got == TextInput::Line::too_long) {
                too_long(line);
            }
            if (!trim(m_line).empty()) {
                return read_record(m_line, line, line);
            }
        }
    }

  private:
    std::string m_line;
};

/// Records that go over several lines, in an array or one after the other.
class ValueArticles : public JsonArticles {
  public:
    ValueArticles(InputFile file, TextInput input, std::size_t max_bytes)
        : JsonArticles(std::move(file), std::move(input), max_bytes) {
        skip_separators();
        m_array = m_input.peek() == '[';
        if (m_array) {
            m_input.get();
        }
    }

    std::optional<ReadArticle> next() override {
        skip_separators();
        const int first = m_input.peek();
        if (first == TextInput::at_end || (m_array && first == ']')) {
            return std::nullopt;
        }
        const std::uint64_t line = m_input.line();
        if (first != '{' && first != '[') {
            throw InputError(at(line), "expected '{', found \"" + readable(m_input.look_ahead(20), 20) + "\"");
        }
        ++m_count;
        read_value(line);
        const bool only_one = !m_array && m_count == 1;
        return read_record(m_value, line, only_one ? 0 : m_count);
    }

  private:
    void skip_separators() {
        while (m_input.peek() != TextInput::at_end &&
               (is_space(static_cast<char>(m_input.peek())) || m_input.peek() == ',')) {
            m_input.get();
        }
    }

    void read_value(std::uint64_t line) {
        m_value.clear();
        JsonScanner scanner;
        bool fits = true;
        JsonScanner::State state = JsonScanner::State::inside;
        while (state == JsonScanner::State::inside) {
            const int byte = m_input.get();
            if (byte == TextInput::at_end) {
                break; // the parser says what is missing
            }
            state = scanner.feed(static_cast<char>(byte));
            fits = fits && m_value.size() < m_max_bytes;
            if (fits) {
                m_value += static_cast<char>(byte);
            }
        }
        if (!fits) {
            too_long(line);
        }
    }

    std::string m_value;
    std::uint64_t m_count = 0;
    bool m_array = false;
};

/// Does the line hold a whole record, or one that is broken in this line?
bool is_record_line(std::string_view line) {
    line = trim(line);
    JsonScanner scanner;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (scanner.feed(line[i]) == JsonScanner::State::complete) {
            return i + 1 == line.size();
        }
    }
    const bool goes_on = line.empty() || std::string_view("{[,:").find(line.back()) != std::string_view::npos;
    return scanner.feed('\n') == JsonScanner::State::broken || !goes_on;
}

/// UTF-16 cannot be read by lines: it is decoded as a whole.
TextInput without_utf16(TextInput input, std::size_t max_bytes) {
    const std::string_view start = input.look_ahead(4);
    const bool wide =
        start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF") || start.find('\0') != std::string_view::npos;
    if (!wide) {
        return input;
    }
    std::string bytes;
    if (!input.read_rest(bytes, max_bytes)) {
        throw Error("UTF-16 of more than " + readable_size(max_bytes) + ": convert it to UTF-8");
    }
    return TextInput(stream_of(text::decode(bytes).utf8));
}

} // namespace

std::unique_ptr<ArticleSource> open_json_articles(const InputFile& file, TextInput raw, std::size_t max_article_bytes) {
    TextInput input = without_utf16(std::move(raw), max_article_bytes);
    if (input.look_ahead(3) == byte_order_mark) {
        for (std::size_t i = 0; i < byte_order_mark.size(); ++i) {
            input.get();
        }
    }
    while (input.peek() != TextInput::at_end && is_space(static_cast<char>(input.peek()))) {
        input.get();
    }
    if (input.peek() == TextInput::at_end) {
        throw Error("the file is empty");
    }
    if (file.kind == ContentKind::json_lines) {
        return std::make_unique<LineArticles>(file, std::move(input), max_article_bytes);
    }
    std::string line;
    if (input.peek() == '{') {
        const bool whole = input.read_line(line, max_article_bytes) == TextInput::Line::whole;
        const bool by_line = !whole || is_record_line(line);
        input.put_back(line);
        if (by_line) {
            return std::make_unique<LineArticles>(file, std::move(input), max_article_bytes);
        }
    }
    return std::make_unique<ValueArticles>(file, std::move(input), max_article_bytes);
}

} // namespace yaqut::io
