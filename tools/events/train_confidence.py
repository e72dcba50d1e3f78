#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the confidence of events from labelled articles and prints how reliable it is on held-out parts of them.

    train_confidence.py --program YAQUT --gold TRAIN.jsonl... [--annotated FILE] [--write src/lexicon/event_confidence.tsv]

With --annotated the events are read from a file, one line an article as `annotate` writes it: events of articles that the links
were not learned from (train_links.py --without), which are what the program meets outside.

An event is right when it is paired with a labelled one of its type (repeats count as well) whose place and date are right.
A logistic model over a handful of marks that the program itself knows. The reliability table comes from folds over
articles: every event is judged by weights learned without its article.
"""
import argparse
import json
import math
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "tests" / "quality"))
import event_losses  # noqa: E402

FOLDS = 8
STEPS = 3000
RATE = 0.3
PRIOR = 2.0  # weight decay, in events
HEAD = """# Weights of the confidence of events, learned by tools/events/train_confidence.py; not edited by hand.
# The sum of the marks that hold, through the logistic function, is the probability that type, place and date are right.
"""


def marks(event):
    """The marks of an event, as src/events/confidence.cpp computes them."""
    point = event["geo_precision"] in ("city", "district", "site")
    inherited = event["date_basis"] == "inherited"
    holds = {"base": True, "place_point": point, "place_inferred": event["geo_precision"] == "inferred",
             "place_none": event["geo_precision"] == "none",
             "point_day": point and event["date_precision"] == "day" and not inherited, "date_inherited": inherited,
             "date_unknown": not inherited and event["date_precision"] == "unknown", "actor": bool(event.get("actors"))}
    return [name for name, held in holds.items() if held]


def samples(gold, events):
    """(article, marks, right) of every event."""
    found = []
    for number, record in enumerate(gold):
        mine = events.get(record["id"], [])
        right = set()
        for i, j in event_losses.pair(record["events"], mine):
            wanted = record["events"][i]
            if not event_losses.place_cause(wanted, mine[j]) and not event_losses.date_cause(wanted, mine[j]):
                right.add(j)
        found += [(number, marks(event), j in right) for j, event in enumerate(mine)]
    return found


def probability(weights, names):
    return 1 / (1 + math.exp(-sum(weights.get(n, 0.0) for n in names)))


def learn(rows):
    weights = {name: 0.0 for _, names, _ in rows for name in names}
    for _ in range(STEPS):
        slope = {name: -PRIOR * value * (name != "base") for name, value in weights.items()}
        for _, names, right in rows:
            error = right - probability(weights, names)
            for name in names:
                slope[name] += error
        for name in weights:
            weights[name] += RATE * slope[name] / len(rows)
    return weights


def reliability(rows):
    judged = []
    for fold in range(FOLDS):
        weights = learn([r for r in rows if r[0] % FOLDS != fold])
        judged += [(probability(weights, names), right) for number, names, right in rows if number % FOLDS == fold]
    print("| confidence | events | mean confidence | right |\n|---|---|---|---|")
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        part = [(p, r) for p, r in judged if low <= p < low + 0.2 or (low == 0.8 and p == 1)]
        if part:
            mean, share = (sum(x) / len(part) for x in zip(*part))
            print(f"| {low:.1f} to {low + 0.2:.1f} | {len(part)} | {mean:.2f} | {share:.2f} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program")
    parser.add_argument("--gold", type=pathlib.Path, required=True, action="append")
    parser.add_argument("--annotated", type=pathlib.Path)
    parser.add_argument("--write", type=pathlib.Path)
    options = parser.parse_args()
    if any(path.stem in ("dev", "test", "held") for path in options.gold):
        sys.exit("learn from train files only")
    gold = [json.loads(line) for path in options.gold for line in path.read_text(encoding="utf-8").splitlines()]
    if options.annotated:
        lines = map(json.loads, options.annotated.read_text(encoding="utf-8").splitlines())
        events = {line["id"]: line["events"] for line in lines}
    else:
        events = event_losses.annotate(options.program, gold)
    rows = samples(gold, events)
    print(f"{len(rows)} events, {sum(r for *_, r in rows) / len(rows):.2f} right")
    reliability(rows)
    weights = learn(rows)
    for name, value in sorted(weights.items()):
        print(f"{name}\t{value:.3f}")
    if options.write:
        lines = "".join(f"{name}\t{value:.3f}\n" for name, value in sorted(weights.items()))
        options.write.write_text(HEAD + "mark\tweight\n" + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
