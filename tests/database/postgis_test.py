#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes events to a PostGIS database of its own: tables made, updated in place, left alone by a run that is killed.

    postgis_test.py --program YAQUT --articles DIR

The server is started by Debian's pg_virtualenv and gone afterwards. Prints SKIPPED and why, and exits 0, without it.
"""
import argparse
import glob
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

INSIDE = "YAQUT_TEST_DATABASE"


def missing():
    """-> why no server can be started here, or None"""
    for program in ("pg_virtualenv", "psql"):
        if shutil.which(program) is None:
            return f"{program} is not installed (postgresql)"
    if not glob.glob("/usr/share/postgresql/*/extension/postgis.control"):
        return "PostGIS is not installed (postgresql-15-postgis-3)"
    return None


def expect(what, found, wanted):
    if found != wanted:
        raise AssertionError(f"{what}: expected {wanted!r}, found {found!r}")


def psql(sql, database=None):
    environment = dict(os.environ, **({"PGDATABASE": database} if database else {}))
    return subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", sql], check=True, env=environment,
                          stdout=subprocess.PIPE, text=True).stdout.strip()


class Test:
    def __init__(self, program, articles, folder):
        self.program, self.articles, self.folder = program, articles, folder

    def arguments(self, *more, connection="PG:"):
        return [self.program, "map", *more, "-f", connection]

    def run(self, *more, connection="PG:", code=0):
        done = subprocess.run(self.arguments(*(more or (self.articles,)), connection=connection),
                              stderr=subprocess.PIPE, text=True, check=False)
        expect(f"exit code of {more} {connection}: {done.stderr}", done.returncode, code)
        return done.stderr

    def state(self):
        """-> all that is in both tables, as text that differs when anything does"""
        return psql("SELECT (SELECT string_agg(e::text, E'\\n' ORDER BY event_id) FROM events e), "
                    "(SELECT string_agg(u::text, E'\\n' ORDER BY event_id) FROM unlocated u)")

    def check_errors(self):
        message = self.run(code=1)
        assert "has no PostGIS: run CREATE EXTENSION postgis" in message, message
        expect("tables after a failure", psql("SELECT to_regclass('events') IS NULL"), "t")
        message = self.run(connection="PG:host=127.0.0.1 port=1 password=secret", code=1)
        assert "no connection" in message and "secret" not in message, message
        message = self.run(connection="PG:dbname=nowhere", code=1)
        assert 'database "nowhere" does not exist' in message, message
        psql("CREATE DATABASE other")
        psql("CREATE EXTENSION postgis; CREATE TABLE events (event_id text PRIMARY KEY, title integer)", "other")
        message = self.run(connection="PG:dbname=other", code=1)
        assert 'table "events" is of another shape: expected a column' in message, message
        self.run(connection="PG:dbname=other active_schema=news", code=1)  # no such schema
        psql("CREATE SCHEMA news", "other")
        self.run(connection="PG:dbname=other active_schema=news")
        assert int(psql("SELECT count(*) FROM news.events", "other")) > 20
        psql("ALTER TABLE news.events DROP CONSTRAINT events_pkey", "other")
        message = self.run(connection="PG:dbname=other active_schema=news", code=1)
        assert "expected event_id as its primary key" in message, message

    def check_tables(self):
        """The database says the same as the GeoJSON of the same articles."""
        psql("CREATE EXTENSION postgis")
        message = self.run()
        subprocess.run([self.program, "map", self.articles, "-o", self.folder, "-f", "geojson", "-q"], check=True)
        features = json.loads((self.folder / "events.geojson").read_text(encoding="utf-8"))["features"]
        located = [f for f in features if f["geometry"]]
        assert located and len(located) < len(features), "the examples no longer give what this test needs"
        assert f"(events: {len(located)} new, 0 changed; unlocated: {len(features) - len(located)} new" in message, message
        rows = [json.loads(line) for line in
                psql("SELECT row_to_json(e) FROM events e UNION ALL SELECT row_to_json(u) FROM unlocated u").splitlines()]
        found = {row["event_id"]: row for row in rows}
        expect("events", sorted(found), sorted(f["id"] for f in features))
        for feature in features:
            row, properties = found[feature["id"]], feature["properties"]
            for name in properties.keys() - {"candidates", "actors"}:
                expect(f"{feature['id']} {name}", row[name], properties[name])
            if feature["geometry"]:
                expect("point", row["geom"]["coordinates"], feature["geometry"]["coordinates"])
        expect("reference system", psql("SELECT DISTINCT st_srid(geom) FROM events"), "4326")

    def check_update(self):
        """A second run restores what was changed, moves what has gained or lost its point, and touches nothing else."""
        before = self.state()
        psql("ALTER TABLE events ADD COLUMN checked_by text")
        first, second, third = psql("SELECT event_id FROM events ORDER BY event_id LIMIT 3").splitlines()
        psql(f"UPDATE events SET place_name = 'elsewhere' WHERE event_id = '{first}'")
        psql(f"INSERT INTO unlocated (event_id) VALUES ('{second}'); DELETE FROM events WHERE event_id = '{second}'")
        psql(f"UPDATE events SET checked_by = 'A. Reader' WHERE event_id IN ('{first}', '{third}')")
        psql("INSERT INTO events (event_id, title) VALUES ('of-others', 'stays')")
        untouched = psql(f"SELECT xmin FROM events WHERE event_id = '{third}'")
        message = self.run()
        assert "(events: 1 new, 1 changed; unlocated: 0 new, 0 changed)" in message, message
        expect("column of others", psql(f"SELECT checked_by FROM events WHERE event_id = '{first}'"), "A. Reader")
        expect("row of others", psql("SELECT title FROM events WHERE event_id = 'of-others'"), "stays")
        expect("version of a row that is the same", psql(f"SELECT xmin FROM events WHERE event_id = '{third}'"), untouched)
        psql("DELETE FROM events WHERE event_id = 'of-others'; ALTER TABLE events DROP COLUMN checked_by")
        expect("tables after the second run", self.state(), before)

    def write_articles(self, count):
        """One file of many articles, of which a run takes seconds."""
        path = self.folder / "many.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            for i in range(count):
                json.dump({"id": f"many-{i}", "dct": f"2019-{i % 12 + 1:02}-{i % 28 + 1:02}",
                           "text": "Shells hit the airport of Benghazi on Monday, killing 3 people. "
                                   "Two men were arrested in Misrata."}, file)
                file.write("\n")
        return path

    def append(self, *more, schema="daily", code=0):
        return self.run(*more, "--append", connection=f"PG:active_schema={schema}", code=code)

    def kept(self, schema):
        """-> what the events of a schema say, without what depends on the moment"""
        return psql(f"SELECT (SELECT string_agg(e::text, E'\\n' ORDER BY event_id) FROM {schema}.events e), "
                    f"(SELECT string_agg(u::text, E'\\n' ORDER BY event_id) FROM {schema}.unlocated u), "
                    f"(SELECT string_agg(r::text, E'\\n' ORDER BY article_id) FROM {schema}.yaqut_reports r)")

    def check_append(self):
        """Two days one after the other give the events of one run over both; events that were merged away are gone."""
        days = {}
        for day, text in (("monday", "Shells hit the airport of Benghazi on Monday, killing 3 people."),
                          ("tuesday", "Shells hit the airport of Benghazi on Monday, killing 5 people. "
                                      "Two men were arrested in Misrata on Tuesday.")):
            days[day] = self.folder / f"{day}.jsonl"
            days[day].write_text(json.dumps({"id": day, "dct": "2019-01-0" + ("7" if day == "monday" else "8"),
                                             "text": text}) + "\n", encoding="utf-8")
        psql("CREATE SCHEMA daily; CREATE SCHEMA once; CREATE SCHEMA foreign_rows")
        self.append(days["tuesday"])
        psql("INSERT INTO daily.events (event_id, title) VALUES ('of-others', 'stays')")
        self.append(days["monday"])
        expect("row of others", psql("DELETE FROM daily.events WHERE event_id = 'of-others' RETURNING title"), "stays")
        self.append(days["monday"], days["tuesday"], schema="once")
        expect("two days and one run", self.kept("daily"), self.kept("once"))
        expect("one shelling told twice", psql("SELECT max(n_sources) FROM daily.events"), "2")
        message = self.append(days["monday"])
        assert "known already" in message, message
        expect("the same day again", self.kept("daily"), self.kept("once"))
        psql("UPDATE daily.yaqut_reports SET version = 9 WHERE article_id = 'monday'")
        message = self.append(days["monday"], code=1)
        assert "article monday: expected reports of version" in message, message
        self.append(days["monday"], "--overwrite")
        expect("begun anew", psql("SELECT string_agg(article_id, ' ') FROM daily.yaqut_reports"), "monday")
        expect("events of what was forgotten", psql("SELECT count(*) FROM daily.events WHERE article_id <> 'monday'"), "0")
        self.run(days["monday"], connection="PG:active_schema=foreign_rows")
        message = self.append(days["tuesday"], schema="foreign_rows", code=1)
        assert "no table yaqut_reports" in message, message

    def check_killed(self):
        """kill -9 while the run waits in the middle of its transaction, and at moments that nobody chose."""
        many = self.write_articles(4000)
        before = self.state()
        with subprocess.Popen(["psql", "-Xq"], stdin=subprocess.PIPE, text=True) as locker:
            locker.stdin.write("BEGIN; LOCK TABLE events IN SHARE MODE;\n\\! echo\n")
            locker.stdin.flush()
            waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pid <> pg_backend_pid()"
            with subprocess.Popen(self.arguments(many, "-q", "--no-merge", "--unsure-points")) as killed:
                deadline = time.monotonic() + 60
                while psql(waiting) == "0":
                    assert time.monotonic() < deadline and killed.poll() is None, "the run never reached the locked table"
                    time.sleep(0.05)
                killed.kill()
            locker.stdin.write("ROLLBACK;\n")
            locker.stdin.close()
        expect("tables after a killed run", self.state() == before, True)
        for delay in (0.05, 0.2, 0.5):
            with subprocess.Popen(self.arguments(many, "-q", "--no-merge", "--unsure-points")) as killed:
                time.sleep(delay)
                killed.kill()
            rest = int(psql("SELECT count(*) FROM events WHERE article_id LIKE 'many-%'"))
            assert rest in (0, 8000), f"{rest} events of a killed run"
        message = self.run(many, "--no-merge", "--unsure-points")
        expect("events of the whole run", psql("SELECT count(*) FROM events WHERE article_id LIKE 'many-%'"), "8000")
        assert "(events: 8000 new" in message or "(events: 0 new" in message, message


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--articles", required=True)
    options = parser.parse_args()
    reason = missing()
    if reason:
        print(f"SKIPPED PostGIS: {reason}")
        return 0
    if INSIDE not in os.environ:
        # -t: nothing outside of a temporary folder, also for root; a server that lives for seconds need not sync
        return subprocess.run(["pg_virtualenv", "-t", "-o", "fsync=off", sys.executable, *sys.argv],
                              env=dict(os.environ, **{INSIDE: "1"}), check=False).returncode
    with tempfile.TemporaryDirectory() as name:
        test = Test(options.program, options.articles, pathlib.Path(name))
        test.check_errors()
        test.check_tables()
        test.check_update()
        test.check_append()
        test.check_killed()
    print("the database holds the events")
    return 0


if __name__ == "__main__":
    sys.exit(main())
