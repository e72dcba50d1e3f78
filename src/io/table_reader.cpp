// SPDX-License-Identifier: Apache-2.0
#include "io/table_reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/csv_records.hpp"
#include "io/file_stamp.hpp"
#include "io/packed_text.hpp"
#include "io/readable.hpp"
#include "io/vector_reader.hpp"
#include "text/charset.hpp"
#include "text/decode.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t sample_size = std::size_t{1} << 18U;
constexpr std::size_t most_wide = std::size_t{1} << 28U; // UTF-16 is read at once
constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";

/// The mark that stands most often outside of quotes in the first line.
char delimiter_of(std::string_view sample) {
    constexpr std::array<char, 4> marks{',', ';', '\t', '|'};
    std::array<std::size_t, marks.size()> counts{};
    bool quoted = false;
    for (const char c : sample) {
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '\n' || c == '\r')) {
            break;
        } else if (!quoted) {
            for (std::size_t i = 0; i < marks.size(); ++i) {
                counts[i] += c == marks[i] ? 1U : 0U;
            }
        }
    }
    return marks[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

std::unique_ptr<ByteStream> stream_for(const std::string& path) {
    if (path != "-") {
        return open_packed_text(path).stream;
    }
    try {
        return open_stream(path);
    } catch (const Error& error) {
        throw InputError("standard input", error.what());
    }
}

/// Counts the bytes that go through.
class CountedStream : public ByteStream {
  public:
    CountedStream(std::unique_ptr<ByteStream> stream, std::uint64_t& count)
        : m_stream(std::move(stream)), m_count(count) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t got = m_stream->read(to, size);
        m_count += got;
        return got;
    }

  private:
    std::unique_ptr<ByteStream> m_stream;
    std::uint64_t& m_count;
};

/// Of a file that is read as it is stored; 0 for others.
std::uint64_t size_of(const std::string& path) {
    const bool packed = ends_with(path, ".gz") || ends_with(path, ".zip");
    return packed ? 0 : file_stamp(path).size;
}

class CsvTable : public TableReader {
  public:
    CsvTable(const std::string& path, const TableOptions& options)
        : m_shown(path == "-" ? "standard input" : std::filesystem::path(path).filename().string()),
          m_size(size_of(path)),
          m_records(std::make_unique<CsvRecords>(std::make_unique<CountedStream>(stream_for(path), m_read), m_shown)) {
        find_encoding(options);
        const std::string_view sample = m_records->peek(sample_size);
        m_style.delimiter = options.delimiter != 0 ? options.delimiter : delimiter_of(sample);
        const std::size_t line = sample.find('\n');
        m_style.crlf = line != std::string_view::npos && line > 0 && sample[line - 1] == '\r';
        if (!m_records->next(m_style.delimiter, m_columns)) {
            throw InputError(m_shown, "expected a first row with the names of the columns, found nothing");
        }
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            m_columns[i] = std::string(trim(utf8(std::move(m_columns[i]))));
            if (m_columns[i].empty()) {
                m_columns[i] = "column_" + std::to_string(i + 1);
            }
        }
    }

    [[nodiscard]] const std::vector<std::string>& columns() const override { return m_columns; }
    [[nodiscard]] std::optional<CsvStyle> csv_style() const override { return m_style; }
    [[nodiscard]] std::string fault() const override { return m_fault; }
    [[nodiscard]] std::optional<double> progress() const override {
        return m_size == 0 ? std::nullopt : std::optional(static_cast<double>(m_read) / static_cast<double>(m_size));
    }

    bool next(std::vector<std::string>& cells) override {
        m_fault.clear();
        if (!m_records->next(m_style.delimiter, cells)) {
            return false;
        }
        for (std::size_t i = m_columns.size(); i < cells.size(); ++i) {
            if (!cells[i].empty()) {
                m_fault = m_shown + ':' + std::to_string(m_records->line()) + ": expected " +
                          std::to_string(m_columns.size()) + " cells, found " + std::to_string(cells.size());
                break;
            }
        }
        cells.resize(m_columns.size());
        for (std::string& cell : cells) {
            if (!is_valid_utf8(cell)) {
                cell = utf8(std::move(cell));
            }
        }
        return true;
    }

  private:
    void find_encoding(const TableOptions& options) {
        m_style.encoding = options.encoding;
        const std::string_view sample = m_records->peek(sample_size);
        if (sample.starts_with(utf8_bom)) {
            m_records->skip(utf8_bom.size());
            m_style.bom = true;
            m_style.encoding = "UTF-8";
            return;
        }
        const bool marked = sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF");
        if (marked || text::wide_encoding(sample)) {
            read_wide();
        }
    }

    void read_wide() {
        const std::string_view all = m_records->peek(most_wide);
        if (all.size() == most_wide) {
            throw InputError(m_shown, "expected at most 256 MiB of UTF-16, found more: convert it to UTF-8");
        }
        text::DecodedText decoded = text::decode(all);
        m_style.encoding = decoded.encoding;
        m_records = std::make_unique<CsvRecords>(stream_of(std::move(decoded.utf8)), m_shown);
    }

    /// Of bytes that are not UTF-8; what they are is found out from the beginning of the file, or from themselves.
    std::string utf8(std::string bytes) {
        if (is_valid_utf8(bytes)) {
            return bytes;
        }
        if (m_style.encoding.empty()) {
            const std::string_view sample = m_records->peek(sample_size);
            m_style.encoding =
                text::byte_encoding(is_valid_utf8(sample) ? std::string(bytes) : bytes + std::string(sample));
        }
        try {
            return text::convert(bytes, m_style.encoding).utf8;
        } catch (const Error& error) {
            throw InputError(m_shown, error.what());
        }
    }

    std::string m_shown;
    std::uint64_t m_size; ///< of the file
    std::uint64_t m_read = 0;
    std::unique_ptr<CsvRecords> m_records;
    CsvStyle m_style;
    std::vector<std::string> m_columns;
    std::string m_fault;
};

class LayerTable : public TableReader {
  public:
    LayerTable(const std::string& path, const TableOptions& options)
        : m_reader(path, {.layer = options.layer, .driver = {}, .open_options = {}, .encoding = options.encoding}),
          m_columns(m_reader.columns()) {}

    [[nodiscard]] const std::vector<std::string>& columns() const override { return m_columns; }
    bool next(std::vector<std::string>& cells) override {
        if (!m_reader.next()) {
            return false;
        }
        cells.resize(m_columns.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = m_reader.field(i);
        }
        return true;
    }
    [[nodiscard]] std::optional<Location> point() const override {
        const auto shape = m_reader.shape();
        return shape ? std::optional(shape->location) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> progress() const override { return m_reader.progress(); }

  private:
    VectorReader m_reader;
    std::vector<std::string> m_columns;
};

bool is_csv(const std::string& path) {
    constexpr std::array<std::string_view, 9> endings{".csv",    ".tsv",     ".txt",     ".csv.gz", ".tsv.gz",
                                                      ".txt.gz", ".csv.zip", ".tsv.zip", ".txt.zip"};
    return path == "-" || std::any_of(endings.begin(), endings.end(),
                                      [&](std::string_view ending) { return ends_with(path, ending); });
}

} // namespace

std::unique_ptr<TableReader> open_table(const std::string& path, const TableOptions& options) {
    if (is_csv(path)) {
        return std::make_unique<CsvTable>(path, options);
    }
    return std::make_unique<LayerTable>(path, options);
}

} // namespace yaqut::io
