// SPDX-License-Identifier: Apache-2.0
#include "cli/geocode_table.hpp"

#include <cmath>
#include <deque>
#include <iostream>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/geocode_layout.hpp"
#include "cli/geocode_output.hpp"
#include "cli/interrupt.hpp"
#include "cli/ordered_pipeline.hpp"
#include "cli/run_progress.hpp"
#include "cli/run_report.hpp"
#include "core/error.hpp"
#include "geocode/geocoder.hpp"

namespace yaqut::cli {

namespace {

constexpr std::size_t rows_per_block = 512;
constexpr std::size_t blocks_each = 3;    // of a thread
constexpr std::size_t sample_blocks = 20; // rows that the context is taken from: 10,240

/// Rows on their way through the pipeline.
struct Block {
    std::size_t count = 0;       ///< of rows in use: the vectors only grow
    std::optional<double> share; ///< of the table, up to here
    std::vector<std::vector<std::string>> cells;
    std::vector<std::string> faults;
    std::vector<std::optional<Location>> points;
    std::vector<GeocodedRow> rows;
};

class TableRun {
  public:
    TableRun(const GeocodeOptions& options, const gazetteer::Gazetteer& gazetteer)
        : m_options(options), m_gazetteer(gazetteer),
          m_table(io::open_table(options.common.inputs.front(), table_options(options))),
          m_layout(options, m_table->columns()),
          m_output(options, m_table->csv_style().value_or(io::CsvStyle{}), m_layout),
          m_geocoder(gazetteer, settings_of(options), geocode::Geocoder::Load::many),
          m_progress(options.common.progress, options.common.quiet, "rows", "ok") {}

    int run() {
        if (!m_options.no_context && m_options.country_column.empty() && m_options.countries.size() != 1) {
            find_context();
        }
        m_report.phase("start");
        const std::size_t threads = thread_count(m_options.common.threads);
        std::vector<Block> ring(threads * blocks_each);
        run_in_order(threads, blocks_each,
                     {.read = [&](std::size_t place) { return read(ring[place]); },
                      .work = [&](std::size_t place) { look_up(ring[place]); },
                      .write = [&](std::size_t place) { write(ring[place]); }});
        m_report.phase("rows");
        const bool whole = interrupted() == 0;
        const std::vector<std::string> notes = whole ? m_output.finish() : m_output.stop();
        m_report.phase("write");
        m_progress.finish(whole ? "done" : "interrupted", state());
        if (!whole) {
            m_report.interrupt();
            std::cerr << "yaqut: interrupted after " << m_output.counts().rows << " rows: "
                      << (m_options.output == "-" ? "those written are whole, but not all"
                                                  : "nothing was written, what was there is whole")
                      << '\n';
        } else if (m_options.output != "-") {
            m_report.add_output(m_options.output);
        }
        write_report();
        if (!m_options.common.quiet) {
            for (const std::string& note : notes) {
                std::cerr << note << '\n';
            }
            print_counts();
        }
        if (!whole) {
            return interrupt_exit_code();
        }
        return m_options.common.strict && m_output.counts().unmatched() > 0 ? exit_strict : exit_done;
    }

  private:
    static io::TableOptions table_options(const GeocodeOptions& options) {
        if (options.delimiter.size() > 1 && options.delimiter != "\\t") {
            throw UsageError("--delimiter: expected one character, found \"" + options.delimiter + '"');
        }
        const char delimiter = options.delimiter.empty()    ? '\0'
                               : options.delimiter == "\\t" ? '\t'
                                                            : options.delimiter[0];
        return {.layer = options.layer, .encoding = options.encoding, .delimiter = delimiter};
    }

    [[nodiscard]] RunState state() const {
        const GeocodeCounts& counts = m_output.counts();
        return {counts.rows, counts.of(geocode::Status::ok), 0, m_share};
    }

    bool fill(Block& block) {
        block.count = 0;
        while (block.count < rows_per_block) {
            if (block.count == block.cells.size()) {
                block.cells.emplace_back();
                block.faults.emplace_back();
                block.points.emplace_back();
                block.rows.emplace_back();
            }
            if (!m_table->next(block.cells[block.count])) {
                break;
            }
            block.faults[block.count] = m_table->fault();
            block.points[block.count] = m_table->point();
            ++block.count;
        }
        return block.count > 0;
    }

    bool read(Block& block) {
        if (interrupted() != 0 && m_sample.empty()) {
            return false;
        }
        if (m_sample.empty()) {
            const bool more = fill(block);
            block.share = m_table->progress();
            return more;
        }
        std::swap(block, m_sample.front());
        m_sample.pop_front();
        return true;
    }

    /// Reads the first rows ahead and learns from them where most of the names lie.
    void find_context() {
        std::unordered_set<std::string> seen;
        std::vector<std::string> countries;
        for (std::size_t i = 0; i < sample_blocks; ++i) {
            Block block;
            if (!fill(block)) {
                break;
            }
            for (std::size_t row = 0; row < block.count; ++row) {
                const std::string name = m_layout.name_of(block.cells[row]);
                if (!name.empty() && seen.insert(name).second) {
                    std::string country = m_geocoder.clear_country({name, {}, {}});
                    if (!country.empty()) {
                        countries.push_back(std::move(country));
                    }
                }
            }
            m_sample.push_back(std::move(block));
        }
        m_context = geocode::Geocoder::context_of(countries);
        m_geocoder.use(m_context);
        if (m_context.known() && !m_options.common.quiet) {
            std::cerr << "most of the names lie in " << m_context.country << " (" << m_context.agreeing << " of "
                      << m_context.clear << " clear ones): it is preferred; --no-context takes each row for itself\n";
        }
    }

    void look_up(Block& block) const {
        for (std::size_t i = 0; i < block.count; ++i) {
            look_up(block.cells[i], block.faults[i], block.points[i], block.rows[i]);
        }
    }

    void look_up(const std::vector<std::string>& cells, const std::string& fault, const std::optional<Location>& point,
                 GeocodedRow& row) const {
        std::optional<Location> kept;
        if (!m_options.force) {
            kept = point ? point : m_layout.location_of(cells);
        }
        geocode::Answer answer;
        if (!fault.empty()) {
            kept.reset();
            answer.status = geocode::Status::error;
            answer.note = fault;
        } else if (!kept) {
            answer =
                m_geocoder.geocode({m_layout.name_of(cells), m_layout.country_of(cells), m_layout.admin1_of(cells)});
        }
        row.kept = kept.has_value();
        row.status = kept ? geocode::Status::ok : answer.status;
        row.match =
            !kept && row.status == geocode::Status::ok ? std::optional(answer.candidates.front().match) : std::nullopt;
        row.point.reset();
        auto values = m_layout.values(m_gazetteer, {&answer, kept, m_options.best}, row.point);
        m_output.prepare(cells, std::move(values), row);
    }

    void write(Block& block) {
        for (std::size_t i = 0; i < block.count; ++i) {
            m_output.write(block.rows[i]);
        }
        m_share = block.share;
        if (m_progress.due()) {
            m_progress.update(state());
        }
    }

    void print_counts() const {
        const GeocodeCounts& counts = m_output.counts();
        std::cerr << counts.rows << " rows";
        for (std::size_t i = 0; i < geocode::status_count; ++i) {
            if (counts.by_status[i] > 0) {
                std::cerr << ", " << counts.by_status[i] << ' ' << to_string(static_cast<geocode::Status>(i));
            }
        }
        if (counts.kept > 0) {
            std::cerr << " (" << counts.kept << " had coordinates already)";
        }
        std::cerr << '\n';
    }

    void write_report() const {
        using Json = nlohmann::ordered_json;
        constexpr int score_version = 1; // changes when the same row may get another score
        const GeocodeCounts& counts = m_output.counts();
        Json status = Json::object();
        for (std::size_t i = 0; i < geocode::status_count; ++i) {
            status[std::string(to_string(static_cast<geocode::Status>(i)))] = counts.by_status[i];
        }
        Json match = Json::object();
        for (std::size_t i = 0; i < counts.by_match.size(); ++i) {
            match[std::string(to_string(static_cast<geocode::MatchType>(i)))] = counts.by_match[i];
        }
        match["given"] = counts.kept;
        const Json context =
            m_context.known()
                ? Json{{"country", m_context.country}, {"agreeing", m_context.agreeing}, {"clear", m_context.clear}}
                : Json();
        const Json report{{"rows", counts.rows},
                          {"geo_status", status},
                          {"match_type", match},
                          {"context", context},
                          {"min_score", m_options.min_score},
                          {"score_version", score_version}};
        m_report.write(m_options.common, m_gazetteer, report.dump(-1, ' ', false, Json::error_handler_t::replace));
    }

    const GeocodeOptions& m_options;
    const gazetteer::Gazetteer& m_gazetteer;
    std::unique_ptr<io::TableReader> m_table;
    GeocodeLayout m_layout;
    GeocodeOutput m_output;
    geocode::Geocoder m_geocoder;
    geocode::Context m_context;
    std::deque<Block> m_sample;    ///< read ahead
    std::optional<double> m_share; ///< of the table that is through
    RunProgress m_progress;
    RunReport m_report{"geocode"};
};

} // namespace

int geocode_table(const GeocodeOptions& options, const gazetteer::Gazetteer& gazetteer) {
    check_report(options.common);
    catch_interrupts();
    return TableRun(options, gazetteer).run();
}

} // namespace yaqut::cli
