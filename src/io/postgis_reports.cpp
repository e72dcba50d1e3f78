// SPDX-License-Identifier: Apache-2.0
#include "io/postgis_reports.hpp"

#include <vector>

#include "core/base64.hpp"
#include "core/error.hpp"
#include "io/json_writer.hpp"
#include "io/postgis_table.hpp"
#include "io/sql_session.hpp"

namespace yaqut::io {

namespace {

constexpr const char* waiting = "pg_temp.yaqut_reports_waiting";
constexpr const char* remedy = "; begin anew with all articles, with --append --overwrite";

bool has_table(SqlSession& session, const std::string& name) {
    const auto found = session.row("SELECT to_regclass(quote_ident(current_schema()) || '." + name + "')::text");
    return !found.empty() && found.front().has_value();
}

bool has_rows(SqlSession& session, const std::string& name) {
    return has_table(session, name) && !session.row("SELECT 1 FROM " + name + " LIMIT 1").empty();
}

/// Changes when articles come or go.
std::string state_of(SqlSession& session) {
    if (!has_table(session, "yaqut_reports")) {
        return "0 0";
    }
    return session.row("SELECT count(*) || ' ' || coalesce(sum(hashtext(article_id)), 0) FROM yaqut_reports")
        .front()
        .value_or("");
}

} // namespace

PostGisReports::PostGisReports(SqlSession& session)
    : m_session(session), m_state(state_of(session)), m_rows(session, waiting) {}

void PostGisReports::stage(const KeptReports& reports) {
    JsonWriter json;
    json.begin_object();
    json.key("article_id").value(reports.article_id);
    json.key("version").value(reports.version);
    json.key("reports").value(to_base64(reports.packed));
    json.end_object();
    prepare();
    m_rows.add(json.text());
}

void PostGisReports::prepare() {
    if (!m_prepared) {
        m_session.execute(
            "CREATE TEMPORARY TABLE yaqut_reports_waiting (article_id text, version bigint, reports text)");
        m_prepared = true;
    }
}

void PostGisReports::begin(bool anew) {
    m_session.execute(
        "CREATE TABLE IF NOT EXISTS yaqut_reports "
        "(article_id text PRIMARY KEY, version bigint NOT NULL, reports text NOT NULL); "
        "CREATE TABLE IF NOT EXISTS yaqut_event_ids (event_id text PRIMARY KEY); "
        "COMMENT ON TABLE yaqut_reports IS 'What each article tells, to be merged with what more articles "
        "tell'; COMMENT ON TABLE yaqut_event_ids IS 'Events made of yaqut_reports'");
    m_session.execute("LOCK TABLE yaqut_reports IN EXCLUSIVE MODE");
    if (state_of(m_session) != m_state) {
        throw OutputError(m_session.shown(), "has changed during the run: run the same command again");
    }
    if (anew) {
        m_session.execute("DELETE FROM yaqut_reports");
    }
}

void PostGisReports::finish(PostGisTable& located, PostGisTable& unlocated) {
    prepare();
    m_rows.send();
    const std::string made =
        "SELECT event_id FROM " + located.waiting() + " UNION SELECT event_id FROM " + unlocated.waiting();
    const std::string gone = "(SELECT event_id FROM yaqut_event_ids EXCEPT (" + made + "))";
    for (const PostGisTable* table : {&located, &unlocated}) {
        m_session.execute("DELETE FROM " + table->table() + " WHERE event_id IN " + gone);
    }
    m_session.execute("DELETE FROM yaqut_event_ids");
    m_session.execute("INSERT INTO yaqut_event_ids " + made);
    m_session.execute(std::string("INSERT INTO yaqut_reports SELECT DISTINCT ON (article_id) * FROM ") + waiting +
                      " ON CONFLICT (article_id) DO NOTHING");
}

void read_postgis_reports(const std::string& connection, std::int64_t version,
                          const std::function<void(const KeptReports&)>& use) {
    SqlSession session(connection);
    if (!has_table(session, "yaqut_reports")) {
        if (has_rows(session, "events") || has_rows(session, "unlocated")) {
            throw InputError(session.shown(),
                             "has events but no table yaqut_reports: they were written without --append, and cannot be "
                             "merged. Write to another schema (PG:... active_schema=NAME), or begin anew beside them "
                             "with --append --overwrite");
        }
        return;
    }
    session.each_row("SELECT article_id, version, reports FROM yaqut_reports ORDER BY article_id",
                     [&](const std::vector<std::optional<std::string>>& row) {
                         const std::string id = row.at(0).value_or("");
                         use(unpack_kept_reports(session.shown() + ", article " + id, id, row.at(1).value_or(""),
                                                 row.at(2).value_or(""), version, remedy));
                     });
}

} // namespace yaqut::io
