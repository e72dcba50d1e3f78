#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks distorted rows of the gazetteer up with yaqut geocode and compares with where they come from.

    geocode_score.py --program YAQUT [--rows N] [--seed N] [--check]

The first candidate is right when it is the place itself or lies within 25 km of it (a town and the district around it).
"or twin" counts, besides, the town for the unit of the same name that it lies in, and the unit for the town: a bare name
does not tell which is meant. Wrong are rows with status ok that are not right, twins among them. With the country given,
and once more without anything but the name. --check fails below the floors.
"""
import argparse
import collections
import csv
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

import geocode_rows

NEAR_KM = 25.0
FLOORS = {"exact and folded": 97.0, "typo or spelling": 85.0}
MOST_WRONG = 2.0  # per cent of all rows: ok, and not right


def km(lat1, lon1, lat2, lon2):
    p1, p2 = math.radians(lat1), math.radians(lat2)
    a = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(a))


def geocode(program, rows, options, folder):
    source, target = folder / "rows.csv", folder / "answers.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    subprocess.run([program, "geocode", source, "--column", "name", "--best", "-q", "-o", target, "--overwrite", *options],
                   check=True)
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_right(row):
    if row["place_id"] == row["id"]:
        return True
    return bool(row["latitude"]) and km(float(row["latitude"]), float(row["longitude"]), float(row["true_lat"]),
                                        float(row["true_lon"])) <= NEAR_KM


def is_twin(row):
    """A unit for a town that lies in it, or the other way round, where the row says neither."""
    kinds = {row["true_class"], row["place_type"]}
    return (row["kind"] != "descriptor" and len(kinds & {"adm1", "adm2"}) == 1 and len(kinds) == 2 and
            row["country"] == row["iso"] and row["admin1"] == row["true_unit"])


def measure(title, answers):
    """prints a line per kind -> shares"""
    groups = collections.defaultdict(list)
    for row in answers:
        groups[row["kind"]].append(row)
        if row["kind"] in ("exact", "folded"):
            groups["exact and folded"].append(row)
        if row["kind"] in ("typo", "spelling"):
            groups["typo or spelling"].append(row)
        groups["all"].append(row)
    shares = {}
    print(f"{title}\n{'kind':18}{'rows':>6}{'right':>8}{'or twin':>9}{'ok':>8}{'wrong ok':>10}{'ambiguous':>11}")
    for kind in [*geocode_rows.KINDS, *FLOORS, "all"]:
        rows = groups[kind]
        part = lambda test: 100.0 * sum(map(test, rows)) / max(1, len(rows))
        ok = lambda row: row["geo_status"] == "ok"
        wrong = part(lambda row: ok(row) and not is_right(row))
        shares[kind] = (part(lambda row: is_right(row) or is_twin(row)), wrong)
        print(f"{kind:18}{len(rows):6}{part(is_right):8.1f}{shares[kind][0]:9.1f}{part(ok):8.1f}{wrong:10.1f}"
              f"{part(lambda row: row['geo_status'] == 'ambiguous'):11.1f}")
    return shares


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=20240229)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if shutil.which("zstd") is None:
        print("SKIPPED: zstd is not installed")
        return 0
    gazetteer = pathlib.Path(__file__).parents[2] / "gazetteer"
    rows = geocode_rows.rows(gazetteer, options.rows, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        units = measure("country and, in half of the rows, first-level unit given",
                        geocode(options.program, rows, ["--country-col", "iso", "--admin1-col", "unit"], folder))
        given = measure("country given", geocode(options.program, rows, ["--country-col", "iso"], folder))
        alone = measure("name alone", geocode(options.program, rows, ["--no-context"], folder))
    faults = [f"{kind}: {units[kind][0]:.1f} % right, expected {floor}" for kind, floor in FLOORS.items()
              if units[kind][0] < floor]
    faults += [f"{shares['all'][1]:.1f} % wrong with status ok, expected at most {MOST_WRONG}"
               for shares in (units, given) if shares["all"][1] > MOST_WRONG]
    if options.check and faults:
        print("\n".join(faults))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
