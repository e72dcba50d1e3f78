#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Other programs that find place names, on the same texts as yaqut in one run.

    peers.py BUILD_DIR ARTICLES.jsonl... [--articles N] [--runs N]

flashgeotext and geotext (Python, from its package index, installed into a folder that is thrown away) find names of cities and
countries and nothing else: no use, no resolution, no dates, no events. Their lists hold hardly any Arabic, so flashgeotext
runs a second time with the Arabic names of yaqut's gazetteer. Speeds without the time to start.
"""
import argparse
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

from measure import run

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "quality"))
import geocode_rows  # noqa: E402

PEER = """
import json, logging, statistics, sys, time
logging.disable(logging.CRITICAL)
kind, file, names, runs = sys.argv[1:]
texts = [json.loads(line)["text"] for line in open(file, encoding="utf-8")]
if kind == "geotext":
    from geotext import GeoText
    find = lambda text: len(GeoText(text).cities)
else:
    from flashgeotext.geotext import GeoText, GeoTextConfiguration
    from flashgeotext.lookup import LookupData
    finder = GeoText()
    if kind == "flashgeotext, our Arabic names":
        finder = GeoText(config=GeoTextConfiguration(use_demo_data=False))
        finder.add(LookupData(name="cities", data={name: [name] for name in json.load(open(names, encoding="utf-8"))}))
    find = lambda text: sum(place["count"] for place in finder.extract(text)["cities"].values())
times = []
for _ in range(int(runs)):
    begin = time.process_time()
    found = sum(map(find, texts))
    times.append(time.process_time() - begin)
print(json.dumps([found, statistics.median(times)]))
"""


class Absent(Exception):
    """Why the other programs are not there."""


def sample(paths, count, folder):
    """-> the file with the articles and with one of one word; megabytes of text"""
    lines = [line for path in paths for line in path.open(encoding="utf-8") if line.strip()]
    lines = random.Random(1).sample(lines, min(count, len(lines)))
    full, empty = folder / "articles.jsonl", folder / "empty.jsonl"
    full.write_text("".join(lines), encoding="utf-8")
    empty.write_text('{"id":"a","text":"لا"}\n', encoding="utf-8")
    return full, empty, sum(len(json.loads(line)["text"].encode()) for line in lines) / 1e6


def arabic_names(path):
    rows = geocode_rows.table(ROOT / "gazetteer" / "names.tsv.zst")
    path.write_text(json.dumps(sorted({row["name"] for row in rows if geocode_rows.is_arabic(row["name"]) and row["ambig"] == "0"})))


def measure(build, articles, count, runs):
    """-> megabytes of text, {program: (megabytes a second, names found or None)}; raises Absent with the reason"""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        python = folder / "python" / "bin" / "python"
        for command in ([sys.executable, "-m", "venv", folder / "python"],
                        [python, "-m", "pip", "install", "-q", "--retries", "1", "flashgeotext", "geotext"]):
            installed = subprocess.run(command, capture_output=True, text=True)
            if installed.returncode != 0:
                lines = (installed.stderr or installed.stdout).strip().splitlines()
                raise Absent(lines[-1] if lines else f"{command[0]} failed")
        full, empty, megabytes = sample(articles, count, folder)
        names = folder / "names.json"
        arabic_names(names)
        annotate = [build / "bin" / "yaqut", "annotate", "-q", "--threads", "1"]
        start, whole = (statistics.median(run([*annotate, file]).processor for _ in range(runs)) for file in (empty, full))
        speeds = {"yaqut annotate, everything": (megabytes / (whole - start), None)}
        for kind in ("geotext", "flashgeotext", "flashgeotext, our Arabic names"):
            answer = subprocess.run([python, "-c", PEER, kind, full, names, str(runs)], check=True, capture_output=True, text=True)
            found, seconds = json.loads(answer.stdout)
            speeds[kind] = (megabytes / seconds, found)
    return megabytes, speeds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("articles", type=pathlib.Path, nargs="+", help="unpacked")
    parser.add_argument("--articles", type=int, default=4000, dest="count")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    try:
        megabytes, speeds = measure(options.build, options.articles, options.count, options.runs)
    except Absent as reason:
        print(f"SKIPPED: the other programs cannot be installed: {reason}")
        return
    print(f"{megabytes:.1f} MB of text, one core, processor time, medians of {options.runs} runs")
    own = next(iter(speeds.values()))[0]
    for kind, (speed, found) in speeds.items():
        more = "" if found is None else f"   yaqut is {own / speed:6.1f} times as fast   {found:7,} names"
        print(f"{kind:34s} {speed:7.1f} MB/s{more}")


if __name__ == "__main__":
    main()
