// SPDX-License-Identifier: Apache-2.0
#include "io/plain_record.hpp"

#include <algorithm>
#include <charconv>

#include "text/utf8_run.hpp"

namespace yaqut::io {

namespace {

class PlainRecord {
  public:
    explicit PlainRecord(std::string_view json) : m_left(json) {}

    bool read(JsonRecord& record) {
        if (!take_mark('{')) {
            return false;
        }
        do {
            if (!read_member(record)) {
                return false;
            }
        } while (take_mark(','));
        if (!take_mark('}')) {
            return false;
        }
        skip_space();
        return m_left.empty();
    }

  private:
    void skip_space() {
        const std::size_t first = m_left.find_first_not_of(" \t\r\n");
        m_left.remove_prefix(first == std::string_view::npos ? m_left.size() : first);
    }

    bool take(std::string_view what) {
        const bool there = m_left.starts_with(what);
        m_left.remove_prefix(there ? what.size() : 0);
        return there;
    }

    bool take_mark(char mark) {
        skip_space();
        return take({&mark, 1});
    }

    bool read_member(JsonRecord& record) {
        if (!take_mark('"') || !read_string(m_key) || !take_mark(':')) {
            return false;
        }
        std::optional<std::string>* const slot = record.slot(m_key);
        skip_space();
        if (take("\"")) {
            return read_string(slot == nullptr ? m_unwanted : slot->emplace());
        }
        if (take("null")) {
            return true;
        }
        if (slot == &record.text) {
            return false; // to be refused
        }
        return take("true") || take("false") || read_whole_number(slot);
    }

    /// Only as it is written when it is read as a number.
    bool read_whole_number(std::optional<std::string>* slot) {
        constexpr std::size_t most_digits = 18;
        const std::size_t size = m_left.find_first_not_of("0123456789");
        if (size == 0 || size > most_digits || (m_left.front() == '0' && size > 1) ||
            std::string_view(".eE").find(m_left[size]) != std::string_view::npos) {
            return false;
        }
        if (slot != nullptr) {
            *slot = std::string(m_left.substr(0, size));
        }
        m_left.remove_prefix(size);
        return true;
    }

    /// The rest of a string whose opening mark is taken. What is unwanted is read, but not kept.
    bool read_string(std::string& out) {
        out.clear();
        for (bool first = true;; first = false) {
            const std::size_t run = text::utf8_run<text::Controls::stop_ascii, '"', '\\'>(m_left);
            if (run == m_left.size()) {
                return false;
            }
            if (&out != &m_unwanted) {
                if (first && m_left[run] != '"') {
                    out.reserve(written_size(run));
                }
                out.append(m_left, 0, run);
            }
            m_left.remove_prefix(run);
            if (take("\"")) {
                return true;
            }
            if (!take("\\") || !read_escape(out)) {
                return false;
            }
        }
    }

    /// At most so many bytes does a string have whose first escape is at `escape`.
    [[nodiscard]] std::size_t written_size(std::size_t escape) const {
        std::size_t end = m_left.find('"', escape);
        while (end != std::string_view::npos && m_left[end - 1] == '\\') {
            end = m_left.find('"', end + 1);
        }
        return std::min(end, m_left.size());
    }

    bool read_escape(std::string& out) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (m_left.empty()) {
            return false;
        }
        const char letter = m_left.front();
        m_left.remove_prefix(1);
        const std::size_t known = letters.find(letter);
        if (known != std::string_view::npos) {
            out += meanings[known];
            return true;
        }
        return letter == 'u' && read_code_point(out);
    }

    std::optional<char32_t> read_hex() {
        constexpr std::size_t digits = 4;
        std::uint32_t value = 0;
        const char* const end = m_left.data() + std::min(digits, m_left.size());
        if (std::from_chars(m_left.data(), end, value, 16).ptr != m_left.data() + digits) {
            return std::nullopt;
        }
        m_left.remove_prefix(digits);
        return value;
    }

    bool read_code_point(std::string& out) {
        const auto is_low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
        std::optional<char32_t> c = read_hex();
        if (!c || is_low(*c)) {
            return false;
        }
        if (*c >= 0xD800 && *c < 0xDC00) {
            const std::optional<char32_t> low = take("\\u") ? read_hex() : std::nullopt;
            if (!low || !is_low(*low)) {
                return false;
            }
            c = 0x10000 + ((*c - 0xD800) << 10U) + (*low - 0xDC00);
        }
        text::append_utf8(*c, out);
        return true;
    }

    std::string_view m_left;
    std::string m_key;
    std::string m_unwanted;
};

} // namespace

std::optional<JsonRecord> read_plain_record(std::string_view json) {
    JsonRecord record;
    return PlainRecord(json).read(record) && record.text ? std::optional(std::move(record)) : std::nullopt;
}

} // namespace yaqut::io
