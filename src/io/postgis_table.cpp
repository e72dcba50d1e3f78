// SPDX-License-Identifier: Apache-2.0
#include "io/postgis_table.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "core/error.hpp"
#include "io/event_schema.hpp"
#include "io/field_json.hpp"
#include "io/json_writer.hpp"
#include "io/readable.hpp"
#include "io/sql_session.hpp"

namespace yaqut::io {

namespace {

constexpr const char* geometry_type = "geometry(Point,4326)";

const char* sql_type(FieldType type) {
    switch (type) {
    case FieldType::integer: return "bigint";
    case FieldType::real: return "double precision";
    case FieldType::date: return "date";
    case FieldType::time: return "timestamp with time zone";
    case FieldType::text: break;
    }
    return "text";
}

std::string quoted(std::string_view name) {
    std::string out = "\"";
    for (const char c : name) {
        out.append(c == '"' ? 2 : 1, c);
    }
    return out + '"';
}

/// Texts without control characters but those of lines: the database takes no NUL.
std::string storable(const std::string& text) {
    const auto is_bad = [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' && c != '\r';
    };
    std::string clean = text;
    std::replace_if(clean.begin(), clean.end(), is_bad, ' ');
    return clean;
}

/// "event_id text\nevent_type text" as a map.
std::map<std::string, std::string> parse_columns(const std::string& lines) {
    std::map<std::string, std::string> types;
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        const std::size_t space = std::min(lines.find('\t', begin), end);
        types[lines.substr(begin, space - begin)] =
            lines.substr(std::min(space + 1, end), end - std::min(space + 1, end));
        begin = end + 1;
    }
    return types;
}

std::string number(double value) {
    constexpr int decimals = 6; // ten centimetres
    std::string out;
    append_number(out, value, decimals);
    return out;
}

} // namespace

PostGisTable::PostGisTable(SqlSession& session, std::string name, bool points, std::string comment)
    : m_session(session), m_name(std::move(name)), m_points(points), m_comment(std::move(comment)),
      m_rows(session, waiting()) {}

void PostGisTable::check() {
    const auto schema = m_session.row("SELECT current_schema()");
    if (schema.empty() || !schema.front()) {
        throw OutputError(m_session.shown(), "no schema to write to: name one with active_schema=NAME");
    }
    m_table = quoted(*schema.front()) + "." + quoted(m_name);
    const std::string table = "to_regclass(" + sql_text(m_table) + ")";
    const auto found = m_session.row("SELECT string_agg(attname || E'\\t' || format_type(atttypid, atttypmod), E'\\n') "
                                     "FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attrelid = " +
                                     table);
    if (found.empty() || !found.front()) {
        return; // no such table yet
    }
    const auto types = parse_columns(*found.front());
    const auto expect = [&](std::string_view column, const std::string& type) {
        const auto at = types.find(std::string(column));
        if (at == types.end() || at->second != type) {
            throw OutputError(m_session.shown(),
                              "table \"" + m_name + "\" is of another shape: expected a column " + std::string(column) +
                                  " of type " + type + ", found " + (at == types.end() ? "none" : at->second) +
                                  ". Rename or drop it, or write to another schema (PG:... active_schema=NAME)");
        }
    };
    for (const EventField& field : event_fields()) {
        expect(field.name, sql_type(field.type));
    }
    if (m_points) {
        expect("geom", geometry_type);
    }
    const auto key =
        m_session.row("SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum "
                      "= i.indkey[0] WHERE i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL AND "
                      "a.attname = 'event_id' AND i.indrelid = " +
                      table);
    if (key.empty()) {
        throw OutputError(m_session.shown(), "table \"" + m_name +
                                                 "\" is of another shape: expected event_id as its "
                                                 "primary key, found none");
    }
}

std::string PostGisTable::create() const {
    std::string sql = "CREATE TABLE IF NOT EXISTS " + m_table + " (";
    std::string comments = "COMMENT ON TABLE " + m_table + " IS " + sql_text(m_comment) + ";";
    for (const EventField& field : event_fields()) {
        sql += quoted(field.name) + " " + sql_type(field.type) + (field.name == "event_id" ? " PRIMARY KEY, " : ", ");
        comments += "COMMENT ON COLUMN " + m_table + "." + quoted(field.name) + " IS " +
                    sql_text(field_meaning(field.name)) + ";";
    }
    sql += m_points ? std::string("geom ") + geometry_type : std::string();
    if (!m_points) {
        sql.resize(sql.size() - 2);
    }
    sql += ");";
    if (m_points) {
        sql += "CREATE INDEX IF NOT EXISTS \"" + m_name + "_geom_idx\" ON " + m_table + " USING gist (geom);";
    }
    return sql + comments;
}

void PostGisTable::prepare() {
    const auto found = m_session.row("SELECT to_regclass(" + sql_text(m_table) + ")::text");
    if (found.empty() || !found.front()) {
        m_session.execute(create());
    }
    m_session.execute("CREATE TEMPORARY TABLE \"yaqut_" + m_name + "\" ON COMMIT DROP AS SELECT " + columns("") +
                      " FROM " + m_table + " LIMIT 0");
}

std::string PostGisTable::columns(const char* prefix) const {
    std::string list;
    for (const EventField& field : event_fields()) {
        list.append(list.empty() ? "" : ", ").append(prefix).append(quoted(field.name));
    }
    return m_points ? list + ", " + prefix + "geom" : list;
}

void PostGisTable::stage(const Event& event, const std::optional<Location>& point) {
    JsonWriter json;
    json.begin_object();
    for (const EventField& field : event_fields()) {
        FieldValue value = field.value(event, point);
        if (auto* text = std::get_if<std::string>(&value)) {
            value = storable(*text);
        }
        json.key(field.name);
        write_field(json, field, value);
    }
    if (point) {
        json.key("geom").value("SRID=4326;POINT(" + number(point->lon) + " " + number(point->lat) + ")");
    }
    json.end_object();
    m_rows.add(json.text());
}

void PostGisTable::send() { m_rows.send(); }

void PostGisTable::remove_those_of(PostGisTable& other) {
    other.send();
    m_session.execute("DELETE FROM " + m_table + " WHERE event_id IN (SELECT event_id FROM " + other.waiting() + ")");
}

std::string PostGisTable::merge() {
    send();
    const std::string sql = "WITH merged AS (INSERT INTO " + m_table + " AS old (" + columns("") +
                            ") SELECT DISTINCT ON (event_id) " + columns("") + " FROM " + waiting() +
                            " ORDER BY event_id ON CONFLICT (event_id) DO UPDATE SET (" + columns("") + ") = ROW(" +
                            columns("EXCLUDED.") + ") WHERE (" + columns("old.") + ") IS DISTINCT FROM (" +
                            columns("EXCLUDED.") +
                            ") RETURNING (xmax = 0) AS fresh) SELECT count(*) FILTER (WHERE fresh) AS fresh, "
                            "count(*) FILTER (WHERE NOT fresh) AS changed FROM merged";
    const auto counts = m_session.row(sql);
    const auto count = [&](std::size_t at) { return at < counts.size() ? counts[at].value_or("0") : std::string("0"); };
    return m_name + ": " + count(0) + " new, " + count(1) + " changed";
}

} // namespace yaqut::io
