#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Joins the labelled sentences of pool_mentions.tsv with the articles of the news pool.

    pool_mentions.py --shared DIR --half learn|held|all OUTPUT.jsonl

Writes documents as the labelled corpora have them: whole articles in which all but the labelled sentences is to be
ignored. Half of the articles, by a hash of their names, is for learning and for looking at errors; the other half is held
out, for figures only.
"""
import argparse
import collections
import csv
import gzip
import hashlib
import json
import pathlib
import sys

TABLE = pathlib.Path(__file__).with_name("pool_mentions.tsv")


def half_of(article):
    return "learn" if hashlib.sha256(article.encode()).digest()[0] % 2 == 0 else "held"


def read_table(half):
    """Rows of the wanted articles: file -> article -> rows."""
    with TABLE.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        files = collections.defaultdict(lambda: collections.defaultdict(list))
        for row in rows:
            if half in ("all", half_of(row["article"])):
                files[row["file"]][row["article"]].append(row)
    return files


def mention(row):
    result = {"start": int(row["start"]), "end": int(row["end"]), "use": row["use"]}
    if row["lat"] and row["use"] in ("location", "metonym"):
        result |= {"lat": float(row["lat"]), "lon": float(row["lon"]), "country": row["country"],
                   "feature": row["feature"], "place": row["place"]}
    return result


def document(article, rows):
    text = article["text"]
    read = sorted((int(r["start"]), int(r["end"])) for r in rows if r["use"] == "read")
    bounds = [0, *(at for span in read for at in span), len(text)]
    ignore = [[a, b] for a, b in zip(bounds[::2], bounds[1::2]) if a < b]
    return {"id": article["id"], "lang": "ar", "text": text, "dct": article.get("date"),
            "toponyms": [mention(r) for r in rows if r["use"] != "read"], "meta": {"ignore": ignore}}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--half", choices=("learn", "held", "all"), required=True)
    parser.add_argument("output", type=pathlib.Path)
    options = parser.parse_args()
    pool = options.shared / "corpora" / "news-pool"
    if not pool.exists():
        print("SKIPPED: the news pool is not here")
        return 0
    with options.output.open("w", encoding="utf-8") as output:
        for file, articles in sorted(read_table(options.half).items()):
            with gzip.open(pool / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
                for record in map(json.loads, lines):
                    if record["id"] in articles:
                        joined = document(record, articles[record["id"]])
                        output.write(json.dumps(joined, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
