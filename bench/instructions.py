#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Instructions that yaqut needs, counted by valgrind, beside those it needed when bench/instructions.tsv was written.

    instructions.py BUILD_DIR [--update]

Times are noisy, instructions are not. Counted on the project's own articles (sample.py) with a release build: what it takes
to start (an article of a few words in each language), and per kilobyte of text to annotate it and to write its events as a layer. Exit code 1
when one of them grew by more than the tolerance; --update writes the counts of now.
"""
import argparse
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import sample

TABLE = pathlib.Path(__file__).with_name("instructions.tsv")
TOLERANCE = 0.05
REPEATS = 4
# Tables are read when the first article of a language comes: one of each, so that reading them counts as starting.
SHORT = ["قال الوزير إنه لا يعلم", "the minister said that he does not know", "le ministre a dit qu'il ne sait pas"]


def count(command):
    """-> instructions of one run, in all threads and libraries"""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/counts", *map(str, command)],
                             capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or found is None:
        raise SystemExit(f"instructions.py: {' '.join(map(str, command))} failed:\n{run.stderr}")
    return int(found.group(1))


def measure(program, folder):
    """-> {what: instructions}"""
    articles = list(sample.articles(REPEATS))
    kilobytes = sum(len(article["text"].encode()) for article in articles) / 1000
    full, empty = folder / "full.jsonl", folder / "empty.jsonl"
    full.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), encoding="utf-8")
    empty.write_text("".join(f'{{"text":"{words}"}}\n' for words in SHORT), encoding="utf-8")
    annotate = [program, "annotate", "-q", "--threads", "1"]
    to_layer = [program, "map", "-q", "--threads", "1", "--overwrite", "-f", "geojson", "-o", folder / "layer"]
    start, map_start = count([*annotate, empty]), count([*to_layer, empty])
    return {"start": start,
            "annotate, a kilobyte": round((count([*annotate, full]) - start) / kilobytes),
            "map to GeoJSON, a kilobyte": round((count([*to_layer, full]) - map_start) / kilobytes)}


def expected():
    with open(TABLE, encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return {row["what"]: int(row["instructions"]) for row in csv.DictReader(lines, delimiter="\t")}


def update(counts):
    rows = "".join(f"{what}\t{instructions}\n" for what, instructions in counts.items())
    TABLE.write_text("# Written by instructions.py --update; a release build, Debian 12, amd64.\nwhat\tinstructions\n" + rows,
                     encoding="utf-8")


def compare(counts):
    """-> whether none grew too much"""
    wanted, held = expected(), True
    if wanted.keys() != counts.keys():
        raise SystemExit(f"instructions.py: {TABLE.name} has {sorted(wanted)}, expected {sorted(counts)}: run with --update")
    for what, now in counts.items():
        change = now / wanted[what] - 1
        grew = change > TOLERANCE
        held = held and not grew
        remark = "GREW TOO MUCH" if grew else "much less: run with --update" if change < -TOLERANCE else ""
        print(f"{what:28s} {now:12,} instructions, {change:+7.1%} {remark}")
    return held


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("SKIPPED: valgrind is not installed (Debian: valgrind)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        counts = measure(options.build / "bin" / "yaqut", pathlib.Path(folder))
    if options.update:
        update(counts)
    return 0 if compare(counts) else 1


if __name__ == "__main__":
    sys.exit(main())
