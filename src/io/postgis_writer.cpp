// SPDX-License-Identifier: Apache-2.0
#include "io/postgis_writer.hpp"

#include "core/error.hpp"
#include "io/event_schema.hpp"
#include "io/field_json.hpp"
#include "io/postgis_reports.hpp"
#include "io/postgis_table.hpp"
#include "io/sql_session.hpp"

namespace yaqut::io {

namespace {

class PostGis : public LayerWriter {
  public:
    PostGis(const std::string& connection, const LayerOptions& options)
        : m_options(options), m_session(connection),
          m_located(m_session, options.name, true,
                    "Dated events, machine-coded from news text. " + options.attribution),
          m_unlocated(m_session, "unlocated", false, "Events whose text gives no point. " + options.attribution) {
        if (m_session.row("SELECT extversion FROM pg_extension WHERE extname = 'postgis'").empty()) {
            throw OutputError(m_session.shown(), "the database has no PostGIS: run CREATE EXTENSION postgis in it");
        }
        m_located.check();
        m_unlocated.check();
        if (options.keep_reports) {
            m_reports.emplace(m_session);
        }
    }

    void write(const Event& event) override {
        begin();
        const std::optional<Location> point = event_point(event, m_options.drawn);
        (point ? m_located : m_unlocated).stage(event, point);
        ++m_report.events;
        m_report.located += point ? 1U : 0U;
    }

    void write_reports(const KeptReports& reports) override {
        if (m_reports) {
            m_reports->stage(reports);
        }
    }

    LayerReport finish() override {
        begin();
        if (m_reports) {
            m_located.send();
            m_unlocated.send();
            m_reports->finish(m_located, m_unlocated);
        }
        m_located.remove_those_of(m_unlocated);
        m_unlocated.remove_those_of(m_located);
        const std::string events = m_located.merge();
        const std::string others = m_unlocated.merge();
        m_session.commit();
        m_report.files.push_back(m_session.shown() + " (" + events + "; " + others + ")");
        return m_report;
    }

  private:
    /// Late, so that nothing is locked while articles are read.
    void begin() {
        if (!m_begun) {
            m_session.begin();
            if (m_reports) {
                m_reports->begin(m_options.forget_reports);
            }
            m_located.prepare();
            m_unlocated.prepare();
            m_begun = true;
        }
    }

    LayerOptions m_options;
    SqlSession m_session;
    PostGisTable m_located;
    PostGisTable m_unlocated;
    std::optional<PostGisReports> m_reports; ///< with options.keep_reports
    bool m_begun = false;
    LayerReport m_report;
};

} // namespace

bool is_database(std::string_view output) {
    return output.starts_with("PG:") || output.starts_with("postgresql://") || output.starts_with("postgres://");
}

std::unique_ptr<LayerWriter> open_postgis(const std::string& connection, const LayerOptions& options) {
    return std::make_unique<PostGis>(connection, options);
}

} // namespace yaqut::io
