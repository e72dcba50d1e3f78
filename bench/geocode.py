#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast lists of names are looked up, beside a plain hash join in Python, which finds only names spelled as they stand.

    geocode.py BUILD_DIR [--rows N] [--runs N]

The rows are those of the quality test (names of the gazetteer, most of them distorted), drawn again until there are N, with
the country. Both read CSV and write CSV with two more columns. Also: what one name on the command line takes.
"""
import argparse
import csv
import multiprocessing
import pathlib
import random
import statistics
import sys
import tempfile

from measure import run

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "quality"))
import geocode_rows  # noqa: E402

DISTINCT = 20_000

JOIN = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    known = {row[0]: (row[1], row[2]) for row in csv.reader(file)}
with open(sys.argv[2], encoding="utf-8", newline="") as source, open(sys.argv[3], "w", encoding="utf-8", newline="") as target:
    writer, found = csv.writer(target), 0
    for row in csv.reader(source):
        place = known.get(row[0], ("", ""))
        found += place[0] != ""
        writer.writerow([*row, *place])
print(found)
"""


def write_rows(path, count):
    rows = geocode_rows.rows(ROOT / "gazetteer", DISTINCT, 20261123)
    rng = random.Random(1)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "country"])
        writer.writerows([row["name"], row["iso"]] for row in rng.choices(rows, k=count))


def write_known(path):
    """Every name with the coordinates of a place that bears it."""
    places = {row["id"]: (row["lat"], row["lon"]) for row in geocode_rows.table(ROOT / "gazetteer" / "places.tsv.zst")}
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((row["name"], *places[row["place_id"]])
                                   for row in geocode_rows.table(ROOT / "gazetteer" / "names.tsv.zst") if row["place_id"] in places)


def measure(build, rows, runs):
    """-> {what: (seconds, processor seconds, megabytes)}, and the seconds of one name on the command line"""
    program = build / "bin" / "yaqut"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source, known, target = folder / "rows.csv", folder / "known.csv", folder / "out.csv"
        # In processes of their own, whose memory would count as that of the programs they are followed by.
        for write, *what in ((write_rows, source, rows), (write_known, known)):
            writing = multiprocessing.Process(target=write, args=what)
            writing.start()
            writing.join()
        look_up = [program, "geocode", source, "--column", "name", "--country-col", "country", "-q", "--overwrite", "-o", target]
        commands = {"yaqut geocode, 1 thread": [*look_up, "--threads", "1"], "yaqut geocode, 2 threads": [*look_up, "--threads", "2"],
                    "hash join in Python": [sys.executable, "-c", JOIN, known, source, target]}
        taken = {title: tuple(statistics.median(column) for column in zip(*(run(command) for _ in range(runs))))
                 for title, command in commands.items()}
    return taken, statistics.median(run([program, "geocode", "بنغازي"]).clock for _ in range(21))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    taken, one = measure(options.build, options.rows, options.runs)
    print(f"{options.rows:,} rows, medians of {options.runs} runs")
    for title, (clock, processor, megabytes) in taken.items():
        print(f"{title:26s} {clock:7.2f} s {options.rows / clock:11,.0f} rows/s, processor {processor:6.2f} s {megabytes:7.0f} MB")
    print(f"{'one name':26s} {one * 1000:7.0f} ms")


if __name__ == "__main__":
    main()
