#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws random mapped events from unlabelled news for a person to judge, with the text around each.

    sample_events.py --program YAQUT --pool DIR [--seed N] [--articles N] [--events N] > FILE

Articles are drawn from all .jsonl.gz files of the pool, events from those of them that are on the map at a place finer than
a country. The same seed gives the same articles, so two programs can be compared. Judge each for type, place and date:
right as the article tells it, an unknown date being right only when the article gives none.
"""
import argparse
import gzip
import json
import pathlib
import random
import subprocess


def draw_articles(pool, count, seed):
    lines = []
    for path in sorted(pool.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines += [line for line in file if line.strip()]
    return random.Random(seed).sample(lines, min(count, len(lines)))


def show(number, event, article, published):
    text = article["text"]
    begin, end = event["start"], event["end"]
    lead = text[:170].replace("\n", " / ")
    around = text[max(0, begin - 420):begin] + "[[" + text[begin:end] + "]]" + text[end:end + 260]
    place = event.get("place_text") or event.get("place_name")
    print(f"#{number} {event['type']} | {event['place_name']} ({place}, {event['country']}, {event['geo_precision']}) | "
          f"{event['date_start']}..{event['date_end']} {event['date_precision']} | {event['status']} | "
          f"dead {event.get('fatalities')} hurt {event.get('injured')} | {event['confidence']}")
    print(f"   published {published}  {lead}")
    print("   ..." + around.replace("\n", " / ") + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--pool", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=800)
    parser.add_argument("--events", type=int, default=60)
    options = parser.parse_args()
    lines = draw_articles(options.pool, options.articles, options.seed)
    done = subprocess.run([options.program, "annotate", "-"], input="".join(lines).encode(), capture_output=True, check=True)
    articles = {a["id"]: a for a in map(json.loads, lines)}
    mapped = []
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        mapped += [(event, articles[record["id"]], record.get("dct")) for event in record["events"]
                   if event["on_map"]]
    print(f"{len(mapped)} mapped events in {len(lines)} articles")
    for number, drawn in enumerate(random.Random(options.seed).sample(mapped, options.events), 1):
        show(number, *drawn)


if __name__ == "__main__":
    main()
