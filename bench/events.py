#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How much text a second one core turns into merged events: megabytes of article text per second of processor time.

    events.py BUILD_DIR ARTICLES.jsonl[.gz] [--runs N] [--unmerged]

Runs `yaqut map` on one thread, GeoJSON only, and takes off what an article of one word costs, that is the start. The file is
unpacked first, so that unpacking is not counted; reading its JSON and writing the layer are.
"""
import argparse
import gzip
import json
import pathlib
import statistics
import tempfile

from measure import run


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("articles", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--unmerged", action="store_true", help="every report on its own")
    options = parser.parse_args()
    opener = gzip.open if options.articles.suffix == ".gz" else open
    with opener(options.articles, "rt", encoding="utf-8") as file:
        lines = [line for line in file if line.strip()]
    size = sum(len(json.loads(line)["text"].encode()) for line in lines) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        full, empty = pathlib.Path(folder, "full.jsonl"), pathlib.Path(folder, "empty.jsonl")
        full.write_text("".join(lines), encoding="utf-8")
        empty.write_text('{"id":"a","text":"لا"}\n', encoding="utf-8")
        command = [options.build / "bin" / "yaqut", "map", "--threads", "1", "--overwrite", "-q", "-f", "geojson", "-o",
                   pathlib.Path(folder, "out")] + (["--no-merge"] if options.unmerged else [])
        start = statistics.median(run([*command, empty]).processor for _ in range(options.runs))
        whole = statistics.median(run([*command, full]).processor for _ in range(options.runs))
    print(f"{len(lines)} articles, {size:.1f} MB of text, {whole - start:.2f} s of processor time after {start * 1000:.0f} ms of start: "
          f"{size / (whole - start):.1f} MB/s per core")


if __name__ == "__main__":
    main()
