#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws mapped mentions from articles nobody has labelled, for judging by reading.

    sample_mentions.py --program YAQUT --shared DIR [--seed N] [--articles 1000] [--mentions 100] [--context 150]

Prints one block per mention: number, name, the place it was given, score, reasons, other candidates, and the words around
it. The output holds article text: it is for reading only and is not kept in the project. The same seed, articles and
program give the same sample.
"""
import argparse
import gzip
import json
import pathlib
import random
import subprocess
import sys


def read_pool(folder):
    """All articles of the pool, in the order of file names and lines; ids may repeat between files."""
    articles = []
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            articles.extend((file.name, line) for line in lines)
    return articles


def annotate(program, articles):
    done = subprocess.run([program, "annotate", "-"], input="".join(a + "\n" for a in articles).encode(),
                          capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"annotate failed: {done.stderr.decode()[-2000:]}")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def describe(number, text, toponym, context):
    begin, end = toponym["start"], toponym["end"]
    before = " ".join(text[max(0, begin - context):begin].split())
    after = " ".join(text[end:end + context].split())
    others = ", ".join(f"{c['name']}/{c['country']} {c['score']:.2f}" for c in toponym["candidates"][1:4])
    print(f"#{number} {toponym['text']} -> {toponym['place_id']} {toponym['name']} ({toponym['feature']}, "
          f"{toponym['admin1']}, {toponym['country']}; {toponym['lat']}, {toponym['lon']}) score {toponym['score']} map score {toponym.get('map_score')}")
    print(f"   because {', '.join(r['code'] for r in toponym['reasons'])}; else {others}")
    print(f"   {before} [[{toponym['text']}]] {after}\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--mentions", type=int, default=100)
    parser.add_argument("--context", type=int, default=150, help="characters shown before and after")
    options = parser.parse_args()
    pool = options.shared / "corpora" / "news-pool"
    if not pool.exists():
        print("SKIPPED: the news pool is not here")
        return 0
    chosen = random.Random(options.seed)
    records = []
    for number, (_, line) in enumerate(chosen.sample(read_pool(pool), options.articles)):
        record = json.loads(line)
        records.append({"id": str(number), "text": record["text"], "dct": record.get("dct") or record.get("date")})
    found = annotate(options.program, [json.dumps(r, ensure_ascii=False) for r in records])
    texts = {r["id"]: r["text"] for r in records}
    mapped = [(texts[a["id"]], t) for a in found for t in a["toponyms"]
              if t["use"] == "location" and t["lat"] is not None and t.get("on_map", True)]
    print(f"{len(mapped)} mapped mentions in {len(records)} articles, seed {options.seed}\n")
    for number, (text, toponym) in enumerate(chosen.sample(mapped, min(options.mentions, len(mapped))), 1):
        describe(number, text, toponym, options.context)
    return 0


if __name__ == "__main__":
    sys.exit(main())
