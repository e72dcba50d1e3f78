// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/geocode_layout.hpp"
#include "io/output_file.hpp"
#include "io/table_reader.hpp"
#include "io/table_writer.hpp"

namespace yaqut::cli {

/// A row that was looked up, ready to be written.
struct GeocodedRow {
    std::string csv;                    ///< the whole line, where CSV is written
    std::vector<io::FieldValue> values; ///< otherwise
    std::optional<Location> point;
    geocode::Status status = geocode::Status::ok;
    std::optional<geocode::MatchType> match; ///< of those that are ok
    bool kept = false;
};

/// What was counted.
struct GeocodeCounts {
    std::uint64_t rows = 0;
    std::uint64_t kept = 0;
    std::array<std::uint64_t, geocode::status_count> by_status{};
    std::array<std::uint64_t, 4> by_match{};

    void add(const GeocodedRow& row);
    [[nodiscard]] std::uint64_t of(geocode::Status status) const { return by_status[static_cast<std::size_t>(status)]; }
    [[nodiscard]] std::uint64_t unmatched() const { return rows - of(geocode::Status::ok); }
};

/// Writes the rows to where the options say, and those that are not ok once more.
class GeocodeOutput {
  public:
    /// Throws UsageError for an unknown format, OutputError.
    GeocodeOutput(const GeocodeOptions& options, const io::CsvStyle& style, const GeocodeLayout& layout);

    /// Makes the line or values of a row. Safe to call from several threads.
    void prepare(const std::vector<std::string>& cells, std::vector<io::FieldValue> added, GeocodedRow& row) const;
    void write(GeocodedRow& row);
    /// Completes the files; tells of renamed columns and cut texts, one line each.
    [[nodiscard]] std::vector<std::string> finish();
    /// Instead of finish(), of a run that was interrupted: what goes to standard output goes there, files get no names.
    [[nodiscard]] std::vector<std::string> stop();

    [[nodiscard]] const GeocodeCounts& counts() const { return m_counts; }

  private:
    void append_line(const std::vector<std::string>& cells, const std::vector<io::FieldValue>& added,
                     std::string& out) const;
    [[nodiscard]] std::string header() const;

    io::CsvStyle m_style;
    const GeocodeLayout& m_layout;
    std::unique_ptr<io::OutputFile> m_csv;
    std::unique_ptr<io::OutputFile> m_unmatched;
    std::unique_ptr<io::TableWriter> m_layer;
    GeocodeCounts m_counts;
};

} // namespace yaqut::cli
