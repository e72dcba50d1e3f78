#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores places and dates of events of unlabelled news against what a reader gives (tests/quality/event_links).

    score_event_links.py --program YAQUT --pool DIR [--labels TSV] [--list]

Prints, for each half of the articles, the share of labelled events with the right place, the right days, and both; events whose
trigger the program no longer finds are counted apart. --list shows the errors of the half to learn from, never the other.
"""
import argparse
import collections
import gzip
import hashlib
import json
import pathlib

import event_losses

LABELS = pathlib.Path(__file__).parent / "event_links" / "labels.tsv"


def half_of(article):
    """An article belongs to one half whatever its events and labels are."""
    return "learn" if hashlib.sha256(article.encode()).digest()[0] % 2 == 0 else "held"


def places(text):
    found = []
    for part in text.split("|"):
        if part == "none":
            found.append({"lat": None})
        elif part.startswith("country:"):
            found.append({"lat": 0, "lon": 0, "country": part[8:], "geo_precision": "country"})
        else:
            lat, lon, level = part.split(",")[:3]
            found.append({"lat": float(lat), "lon": float(lon), "geo_precision": level})
    return found


def dates(text):
    found = []
    for part in text.split("|"):
        first, last = part.split("..") if part != "none" else ("", "")
        found.append({"date_start": first or None, "date_end": last or None,
                      "date_precision": "day" if first and first == last else "range"})
    return found


def read_labels(path):
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [{"article": r[0], "start": int(r[1]), "end": int(r[2]), "type": r[3], "places": places(r[4]), "dates": dates(r[5])}
            for r in rows[1:]]


def read_articles(pool, wanted):
    found = []
    for path in sorted(pool.glob("*.jsonl*")):
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if record["id"] in wanted:
                    record.update(dct=record.get("dct") or record.get("date"), lang="ar")
                    found.append(record)
    return found


def event_at(label, events):
    here = [e for e in events if min(label["end"], e["end"]) > max(label["start"], e["start"])]
    return max(here, key=lambda e: e["type"] == label["type"], default=None)


def place_right(label, event):
    return any(event_losses.place_cause(p, event) is None for p in label["places"])


def date_right(label, event):
    return any(event_losses.date_cause(d, event) is None for d in label["dates"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--pool", type=pathlib.Path, required=True)
    parser.add_argument("--labels", type=pathlib.Path, default=LABELS)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    labels = read_labels(options.labels)
    articles = read_articles(options.pool, {label["article"] for label in labels})
    texts = {a["id"]: a["text"] for a in articles}
    events = event_losses.annotate(options.program, articles)
    counts = collections.Counter()
    for label in labels:
        half = half_of(label["article"])
        event = event_at(label, events.get(label["article"], []))
        if event is None:
            counts[half, "not found"] += 1
            continue
        where, when = place_right(label, event), date_right(label, event)
        counts[half, "events"] += 1
        counts[half, "place"] += where
        counts[half, "date"] += when
        counts[half, "both"] += where and when
        if options.list and half == "learn" and not (where and when):
            wanted = dict(label["places"][0], **label["dates"][0], type=label["type"], start=label["start"], end=label["end"])
            record = {"text": texts[label["article"]], "id": label["article"]}
            cause = " ".join((["place"] if not where else []) + (["date"] if not when else []))
            event_losses.show(record, "wrong", cause, dict(wanted, place=str(label["places"][0])), event)
    print("\n| half | events | place | date | both | not found |\n|---|---|---|---|---|---|")
    for half in ("learn", "held"):
        total = max(1, counts[half, "events"])
        shares = " | ".join(f"{counts[half, m]} ({counts[half, m] / total:.2f})" for m in ("place", "date", "both"))
        print(f"| {half} | {counts[half, 'events']} | {shares} | {counts[half, 'not found']} |")


if __name__ == "__main__":
    main()
