// SPDX-License-Identifier: Apache-2.0
#include "io/web_archive.hpp"

#include <charconv>
#include <vector>

#include "io/ascii.hpp"
#include "io/http_message.hpp"
#include "io/page_article.hpp"
#include "io/page_ranks.hpp"
#include "io/readable.hpp"

namespace yaqut::io {

namespace {

struct WarcRecord {
    std::uint64_t offset = 0; ///< of its first byte
    std::vector<HttpField> fields;
    std::string content; ///< of records that may be pages
};

bool is_html(std::string_view type) {
    const std::string lower = lower_ascii(type);
    return lower.find("text/html") != std::string::npos || lower.find("application/xhtml") != std::string::npos;
}

class WebArchive : public ArticleSource {
  public:
    WebArchive(InputFile file, TextInput input, std::size_t max_bytes)
        : m_file(std::move(file)), m_input(std::move(input)), m_max_bytes(max_bytes) {}

    std::optional<ReadArticle> next() override {
        WarcRecord record;
        while (read_record(record)) {
            const std::string_view kind = find_field(record.fields, "warc-type");
            HttpMessage page;
            if (kind == "response") {
                page = parse_http_message(record.content);
            } else if (kind == "resource") {
                page.status = 200;
                page.fields.push_back({"content-type", std::string(find_field(record.fields, "content-type"))});
                page.body = std::move(record.content);
            }
            if (page.status == 200 && is_html(find_field(page.fields, "content-type"))) {
                return read_page_of(record, page);
            }
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] std::string at(const WarcRecord& record) const {
        return m_file.shown + ": record at byte " + std::to_string(record.offset);
    }

    ReadArticle read_page_of(const WarcRecord& record, HttpMessage& page) const {
        const std::string where = at(record);
        try {
            unpack_body(page, m_max_bytes);
            std::string_view url = find_field(record.fields, "warc-target-uri");
            if (url.starts_with('<') && url.ends_with('>')) {
                url = url.substr(1, url.size() - 2);
            }
            StatedFacts beside;
            beside.add(beside_the_page, "url", valid_utf8(url), "WARC-Target-URI");
            beside.add(beside_the_page, "crawled", valid_utf8(find_field(record.fields, "warc-date")), "WARC-Date");
            const std::string id = m_file.id + ":" + std::to_string(record.offset);
            return read_page(page.body, {id, where, charset_of(find_field(page.fields, "content-type"))},
                             std::move(beside));
        } catch (const Error& error) {
            throw RecordError(where, error.what());
        }
    }

    /// False at the end of the file.
    bool read_record(WarcRecord& record) {
        record = {};
        std::string line;
        do {
            record.offset = m_input.bytes();
            if (!read_line(line)) {
                return false;
            }
        } while (trim(line).empty());
        if (!line.starts_with("WARC/")) {
            throw InputError(at(record), "expected \"WARC/1.0\", found \"" + readable(line, 40) + "\"");
        }
        constexpr std::size_t most_fields = 500;
        while (read_line(line) && !trim(line).empty()) {
            if (record.fields.size() < most_fields) {
                record.fields.push_back(parse_http_field(line));
            }
        }
        read_content(record);
        return true;
    }

    bool read_line(std::string& line) {
        constexpr std::size_t longest = 65536;
        return m_input.read_line(line, longest) != TextInput::Line::none;
    }

    void read_content(WarcRecord& record) {
        const std::string_view length = find_field(record.fields, "content-length");
        std::uint64_t size = 0;
        const auto end = std::from_chars(length.data(), length.data() + length.size(), size);
        if (end.ec != std::errc() || end.ptr != length.data() + length.size()) {
            throw InputError(at(record), "expected a Content-Length, found \"" + readable(length, 40) + "\"");
        }
        const std::string_view kind = find_field(record.fields, "warc-type");
        const bool wanted = kind == "response" || kind == "resource";
        const bool fits = size <= m_max_bytes;
        if (m_input.take(size, wanted && fits ? &record.content : nullptr) < size) {
            throw InputError(at(record), "cut off: expected " + std::to_string(size) + " bytes of content");
        }
        // Pictures and films are longer, and are not missed.
        if (wanted && !fits && is_html(find_field(record.fields, "content-type"))) {
            throw RecordError(at(record),
                              "longer than " + readable_size(m_max_bytes) + ", the most that an article may have");
        }
    }

    InputFile m_file;
    TextInput m_input;
    std::size_t m_max_bytes;
};

} // namespace

std::unique_ptr<ArticleSource> open_web_archive(const InputFile& file, TextInput input, std::size_t max_bytes) {
    return std::make_unique<WebArchive>(file, std::move(input), max_bytes);
}

} // namespace yaqut::io
