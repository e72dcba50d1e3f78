#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Joins the event labels beside this file with the articles of the news pool into gold files for event_losses.py.

    gold.py --shared DIR --out DIR

Writes OUT/learn.jsonl, OUT/held.jsonl and OUT/fresh.jsonl. The labels hold no text: an article that is not in the pool, or is there with another
length, is an error. Prints SKIPPED and exits 0 when there is no pool.
"""
import argparse
import collections
import gzip
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
NUMBERS = {"start": int, "end": int, "place_start": int, "place_end": int, "time_start": int, "time_end": int, "lat": float,
           "lon": float}


def rows(name):
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def read_events():
    events = collections.defaultdict(list)
    for row in rows("events.tsv"):
        event = {k: NUMBERS.get(k, str)(v) if v else None for k, v in row.items() if k not in ("id", "reader")}
        if event["geo_precision"] == "inferred" and event["lat"] == event["lon"] == 0:
            event["geo_precision"] = "country"
        events[row["id"]].append({**event, "optional": row["optional"] == "1"})
    return events


def read_pool(pool, wanted):
    texts = {}
    for path in sorted(pool.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for article in map(json.loads, file):
                if article["id"] in wanted:
                    texts[article["id"]] = article["title"] + "\n" + article["text"]
    return texts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    pool = options.shared / "corpora" / "news-pool"
    if not pool.is_dir():
        print(f"SKIPPED: {pool} is not here")
        return
    articles, events = rows("articles.tsv"), read_events()
    texts = read_pool(pool, {a["id"] for a in articles})
    options.out.mkdir(parents=True, exist_ok=True)
    for half in ("learn", "held", "fresh"):
        with open(options.out / f"{half}.jsonl", "w", encoding="utf-8") as file:
            for article in (a for a in articles if a["half"] == half):
                text = texts.get(article["id"], "")
                if len(text) != int(article["characters"]):
                    sys.exit(f"{article['id']}: expected {article['characters']} characters in the pool, found {len(text)}")
                record = {"id": article["id"], "lang": "ar", "dct": article["dct"], "text": text}
                file.write(json.dumps({**record, "events": events[article["id"]]}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
