// SPDX-License-Identifier: Apache-2.0
#include "io/dbf_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

#include "io/binary_bytes.hpp"
#include "io/gdal_dataset.hpp"
#include "io/readable.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t description_bytes = 32; ///< of the file and of each column
constexpr char end_of_header = '\r';
constexpr char end_of_file = '\x1A';

std::size_t row_bytes(const std::vector<Column>& columns) {
    return std::accumulate(columns.begin(), columns.end(), std::size_t{1}, // the mark of deleted rows
                           [](std::size_t sum, const Column& column) { return sum + column.width; });
}

char type_letter(FieldType type) {
    switch (type) {
    case FieldType::integer:
    case FieldType::real: return 'N';
    case FieldType::date: return 'D';
    default: return 'C';
    }
}

/// What fills a cell whose value is not known.
char filler(FieldType type) {
    switch (type) {
    case FieldType::integer:
    case FieldType::real: return '*';
    case FieldType::date: return '0';
    default: return ' ';
    }
}

bool put_right(std::string_view digits, std::span<char> cell) {
    if (digits.size() > cell.size()) {
        return false;
    }
    std::fill(cell.begin(), cell.end(), ' ');
    std::copy(digits.begin(), digits.end(), cell.end() - static_cast<std::ptrdiff_t>(digits.size()));
    return true;
}

bool put_integer(std::int64_t number, std::span<char> cell) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return put_right({digits.data(), end}, cell);
}

bool put_real(double number, std::uint8_t decimals, std::span<char> cell) {
    std::array<char, 400> digits{}; // the longest double has 309
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed,
                                   static_cast<int>(decimals))
                         .ptr;
    return put_right({digits.data(), end}, cell);
}

bool put_date(Date date, std::span<char> cell) {
    const std::int64_t year = static_cast<int>(date.year());
    const std::int64_t month = static_cast<unsigned>(date.month());
    const std::int64_t day = static_cast<unsigned>(date.day());
    return put_integer((year * 100 + month) * 100 + day, cell);
}

} // namespace

DbfFile::DbfFile(std::string path, std::vector<Column> columns, bool overwrite)
    : m_columns(std::move(columns)), m_file(std::move(path), overwrite), m_unknown(1, ' ') {
    for (const Column& column : m_columns) {
        m_unknown.append(column.width, filler(column.type));
    }
    m_file.write(header());
}

std::string DbfFile::header() const {
    const std::string day = time_of_making(); // YYYY-MM-DD...
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        std::from_chars(day.data() + at, day.data() + at + size, value);
        return static_cast<std::uint64_t>(value);
    };
    std::string bytes = "\x03";
    append_little_endian(bytes, number(0, 4) - 1900, 1);
    append_little_endian(bytes, number(5, 2), 1);
    append_little_endian(bytes, number(8, 2), 1);
    append_little_endian(bytes, m_rows, 4);
    append_little_endian(bytes, description_bytes * (m_columns.size() + 1) + 1, 2);
    append_little_endian(bytes, row_bytes(m_columns), 2);
    bytes.resize(description_bytes, '\0');
    for (const Column& column : m_columns) {
        std::string description(column.name.substr(0, 10));
        description.resize(11, '\0');
        description += type_letter(column.type);
        description.resize(16, '\0');
        append_little_endian(description, column.width, 1);
        append_little_endian(description, column.decimals, 1);
        description.resize(description_bytes, '\0');
        bytes += description;
    }
    return bytes += end_of_header;
}

void DbfFile::put_text(std::string_view text, std::span<char> cell) {
    std::string cleaned;
    if (!is_readable(text)) {
        cleaned = readable(text, text.size() * 3); // a bad byte becomes three
        text = cleaned;
    }
    const std::string_view cut = m_cutter.cut(text, cell.size());
    m_truncated += cut.size() < text.size() ? 1U : 0U;
    std::copy(cut.begin(), cut.end(), cell.begin());
}

void DbfFile::put(const Column& column, const FieldValue& value, std::span<char> cell) {
    bool done = true;
    if (const auto* text = std::get_if<std::string>(&value)) {
        put_text(*text, cell);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        done = put_integer(*number, cell);
    } else if (const auto* real = std::get_if<double>(&value)) {
        done = put_real(*real, column.decimals, cell);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        done = put_date(*date, cell);
    }
    m_truncated += done ? 0U : 1U;
}

void DbfFile::add(std::span<const FieldValue> values) {
    m_row = m_unknown;
    std::size_t begin = 1;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        put(column, values[i], std::span(m_row).subspan(begin, column.width));
        begin += column.width;
    }
    m_file.write(m_row);
    ++m_rows;
}

void DbfFile::complete() {
    m_file.write({&end_of_file, 1});
    m_file.rewrite_start(header());
    m_file.complete();
}

} // namespace yaqut::io
