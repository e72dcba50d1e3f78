#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Instructions that yaqut needs, counted by valgrind, beside those it needed when bench/instructions.tsv was written.

    instructions.py BUILD_DIR [--update]

Times are noisy, instructions are not: the same runs of a release build over the articles and names of examples/, on one
thread, with addresses that do not change. Counted are starting (a few words in each language, so that all tables are
read), and beyond that what a kilobyte of text takes to be annotated and to be written as events, and a row to be looked up.

Exit code 1 when a count differs by more than the tolerance from the one in the table: more is a change to be undone or
to be explained, less is to be kept. Both are taken into the table with --update. Counts hold for one processor and one
compiler, which the table names: with others nothing is compared, and SKIPPED is printed.
"""
import argparse
import concurrent.futures
import csv
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = pathlib.Path(__file__).with_name("instructions.tsv")
TOLERANCE = 0.05
ARTICLE_REPEATS = 24
ROW_REPEATS = 60
SHORT = ["قال الوزير إنه لا يعلم", "the minister said that he does not know", "le ministre a dit qu'il ne sait pas"]


def processor():
    """-> vendor, family and model: libraries choose their code by them"""
    fields = dict(re.findall(r"^(vendor_id|cpu family|model)\s*:\s*(.+)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M))
    return f"{platform.machine()} {' '.join(fields.get(key, '?') for key in ('vendor_id', 'cpu family', 'model'))}"


def compiler(build):
    """-> the first line that the compiler of the build says of itself, and the build type"""
    cache = dict(re.findall(r"^(CMAKE_CXX_COMPILER|CMAKE_BUILD_TYPE):\w+=(.*)$", (build / "CMakeCache.txt").read_text(), re.M))
    lines = subprocess.run([cache["CMAKE_CXX_COMPILER"], "--version"], check=True, capture_output=True, text=True).stdout
    return f"{lines.splitlines()[0]}, {cache.get('CMAKE_BUILD_TYPE', '?')}"


def count(command):
    """-> instructions of one run, in all threads and libraries"""
    fixed = ["setarch", platform.machine(), "--addr-no-randomize"] if shutil.which("setarch") else []
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}  # the size of the environment moves the stack
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([*fixed, "valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/counts", *map(str, command)],
                             capture_output=True, text=True, env=environment)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or found is None:
        raise SystemExit(f"instructions.py: {' '.join(map(str, command))} failed:\n{run.stderr}")
    return int(found.group(1))


def write_articles(folder):
    """-> files with all articles and with the few words, kilobytes of text"""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples" / "articles").rglob("*.txt"))]
    full, short = folder / "full.jsonl", folder / "short.jsonl"
    articles = [{"id": f"{time}-{number}", "dct": f"2024-{1 + time % 12:02}-15", "text": text}
                for time in range(ARTICLE_REPEATS) for number, text in enumerate(texts)]
    full.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), encoding="utf-8")
    short.write_text("".join(f'{{"text":"{words}"}}\n' for words in SHORT), encoding="utf-8")
    return full, short, sum(len(article["text"].encode()) for article in articles) / 1000


def write_names(folder):
    """-> files with all rows and with one, number of rows beyond that one"""
    head, *rows = (ROOT / "examples" / "names.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    full, short = folder / "full.csv", folder / "short.csv"
    full.write_text(head + "".join(rows) * ROW_REPEATS, encoding="utf-8")
    short.write_text(head + rows[0], encoding="utf-8")
    return full, short, len(rows) * ROW_REPEATS - 1


def measure(program, folder):
    """-> {what: instructions}"""
    articles, few_words, kilobytes = write_articles(folder)
    names, one_name, rows = write_names(folder)
    annotate = [program, "annotate", "-q", "--threads", "1", "--overwrite", "-o"]
    to_layer = [program, "map", "-q", "--threads", "1", "--overwrite", "-f", "geojson", "-o"]
    geocode = [program, "geocode", "-q", "--threads", "1", "--overwrite", "--column", "name", "-o"]
    runs = {"annotate": [*annotate, folder / "a.jsonl", articles], "annotate start": [*annotate, folder / "b.jsonl", few_words],
            "map": [*to_layer, folder / "c", articles], "map start": [*to_layer, folder / "d", few_words],
            "geocode": [*geocode, folder / "e.csv", names], "geocode start": [*geocode, folder / "f.csv", one_name]}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        counts = dict(zip(runs, pool.map(count, runs.values())))
    return {"start": counts["annotate start"],
            "annotate, a kilobyte": round((counts["annotate"] - counts["annotate start"]) / kilobytes),
            "map to GeoJSON, a kilobyte": round((counts["map"] - counts["map start"]) / kilobytes),
            "geocode, a row": round((counts["geocode"] - counts["geocode start"]) / rows)}


def recorded():
    """-> {what: instructions}, {"processor": ..., "compiler": ...}"""
    if not TABLE.exists():
        raise SystemExit(f"instructions.py: expected {TABLE}, which is not there: write it with --update")
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    made_with = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {row["what"]: int(row["instructions"]) for row in rows}, made_with


def update(counts, here):
    head = "# Written by instructions.py --update.\n" + "".join(f"# {name}: {value}\n" for name, value in here.items())
    rows = "".join(f"{what}\t{instructions}\n" for what, instructions in counts.items())
    TABLE.write_text(f"{head}what\tinstructions\n{rows}", encoding="utf-8")


def compare(counts, wanted):
    """-> whether all are within the tolerance"""
    if wanted.keys() != counts.keys():
        raise SystemExit(f"instructions.py: {TABLE.name} has {sorted(wanted)}, expected {sorted(counts)}: run with --update")
    print(f"{'':28s} {'recorded':>14s} {'now':>14s} {'change':>8s}")
    held = True
    for what, now in counts.items():
        change = now / wanted[what] - 1
        remark = "" if abs(change) <= TOLERANCE else "  MORE" if change > 0 else "  LESS"
        held = held and not remark
        print(f"{what:28s} {wanted[what]:14,} {now:14,} {change:+8.1%}{remark}")
    if not held:
        print(f"\nBeyond {TOLERANCE:.0%}. MORE: make it faster again, or say in the commit why it must take more. LESS, or MORE for a reason:\n"
              "    python3 bench/instructions.py BUILD_DIR --update    and commit bench/instructions.tsv with the change.")
    return held


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path, help="a release build")
    parser.add_argument("--update", action="store_true", help="write the counts of now to the table")
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("SKIPPED: valgrind is not installed (scripts/install-dependencies bench)")
        return 0
    build = options.build.resolve()
    here = {"processor": processor(), "compiler": compiler(build)}
    wanted, made_with = ({}, here) if options.update else recorded()
    for name, value in here.items():
        if made_with.get(name) != value:
            print(f"SKIPPED: the counts are for the {name} {made_with.get(name, 'of nobody knows')}, here it is {value}")
            return 0
    with tempfile.TemporaryDirectory() as folder:
        counts = measure(build / "bin" / "yaqut", pathlib.Path(folder))
    if options.update:
        update(counts, here)
        wanted = counts
    return 0 if compare(counts, wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
