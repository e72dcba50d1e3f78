#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shares of the places in the labelled corpora that the gazetteer has; prints one table for docs/quality.md.

    gazetteer_coverage.py --program YAQUT --shared DIR [--split dev|train] [--corpus NAME]... [--gazetteer FILE]
                          [--types] [--misses N] [--check]

"found" is the place itself by the look-up rules of the program; "+ by place" adds mentions of which only the place they
are named after is there (the city of a hospital). All mention strings count, nested ones as well; of corpora that label
uses, locations and metonyms. --check fails when a share of the dev split is below the wanted one.
"""
import argparse
import json
import pathlib
import subprocess
import sys

# Least shares of "found" in the dev split, in per cent.
WANTED = {"events-gold": 97, "anercorp": 92, "newsfane": 91, "idrisi-lmd-ar": 78, "wojood-sample": 84, "lgl": 80,
          "trnews": 88, "geowebnews": 80}


def measure(options, file):
    command = [options.program, "gazetteer", "coverage", file, "--format", "json", "--misses", str(options.misses)]
    if options.gazetteer:
        command += ["--gazetteer", options.gazetteer]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"coverage failed on {file}: {done.stderr.decode()[-2000:]}")
    return json.loads(done.stdout)[0]


def cells(name, count, wanted=""):
    total = max(count["mentions"], 1)
    both = count["found"] + count["by_place"]
    return f"| {name} | {count['mentions']} | {100 * count['found'] / total:.1f} | {100 * both / total:.1f} | {wanted} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--corpus", action="append")
    parser.add_argument("--gazetteer")
    parser.add_argument("--types", action="store_true", help="a row for each type of mention, too")
    parser.add_argument("--misses", type=int, default=0, help="so many of the most frequent misses for each corpus")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    corpora = options.shared / "corpora"
    if not corpora.exists():
        print("SKIPPED: the labelled corpora are not here")
        return 0
    names = options.corpus or sorted(p.parent.name for p in corpora.glob(f"*/{options.split}.jsonl"))
    print("| corpus | mentions | found % | + by place % | wanted |\n|---|---|---|---|---|")
    low = []
    for name in names:
        row = measure(options, corpora / name / f"{options.split}.jsonl")
        if row["mentions"] == 0:
            continue  # labelled for something else
        wanted = WANTED.get(name, "") if options.split == "dev" else ""
        print(cells(name, row, wanted), flush=True)
        if wanted and 100 * row["found"] < wanted * row["mentions"]:
            low.append(name)
        for kind, count in row["types"].items() if options.types else ():
            print(cells(f"&nbsp; {kind or '-'}", count))
        for miss in row["misses"]:
            print(f"    {miss['mentions']:5} {'*' if miss['by_place'] else ' '} {miss['text']}")
    if options.check and low:
        print("below the wanted share: " + ", ".join(low))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
