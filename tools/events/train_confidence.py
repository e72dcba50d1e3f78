#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the confidence of events from labelled articles and prints how reliable it is on held-out parts of them.

    train_confidence.py --gold TRAIN.jsonl... (--options PROGRAM --gazetteer FILE | --traced FILE...) --floor NUMBER [--write]

PROGRAM (event_link_options) prints the events of an article and the features of their confidence (src/events/confidence_features.hpp).
With --traced they are read from files that it printed: best by programs that learned without these articles (train_links.py --without,
train_gate.py --without), which is what the program meets outside.

An event is right when it is paired with a labelled one of its type (repeats count as well) whose place and date are right. A
logistic model; the printed shares come from folds over articles: every event is judged by weights learned without its article. Events
with a place and less than the floor are not given by the program: the F1 of labelled events is printed for several floors.
"""
import argparse
import collections
import hashlib
import json
import math
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "tests" / "quality"))
import event_losses  # noqa: E402
from resilient import ResilientSteps  # noqa: E402

TABLE = pathlib.Path(__file__).parents[2] / "src" / "lexicon" / "event_confidence.tsv"
FOLDS = 8
STEPS = 120
PRIOR = 2.0  # weight decay, in events
FLOORS = (0.0, 0.15, 0.2, 0.25, 0.3, 0.35)


def trace(options, gold):
    """What the program prints of the articles."""
    if options.traced:
        return [json.loads(line) for path in options.traced for line in path.read_text(encoding="utf-8").splitlines()]
    lines = "".join(json.dumps({k: a[k] for k in ("id", "text", "dct", "lang") if a.get(k)}, ensure_ascii=False) + "\n" for a in gold)
    done = subprocess.run([options.options, options.gazetteer], input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def read_events(lines):
    """Events by article, each with its features."""
    key = lambda line: (line["article"], line["start"], line["end"], line["type"])
    features = {key(line): line["options"][0]["features"] for line in lines if line["stage"] == "confidence"}
    events = collections.defaultdict(list)
    for line in lines:
        if line["stage"] == "event":
            events[line["article"]].append({**line, "features": list(features[key(line)].items())})
    return events


def is_right(record, mine):
    """For each event of an article."""
    right = set()
    for i, j in event_losses.pair(record["events"], mine):
        wanted = record["events"][i]
        if not event_losses.place_cause(wanted, mine[j]) and not event_losses.date_cause(wanted, mine[j]):
            right.add(j)
    return [j in right for j in range(len(mine))]


def probability(weights, features):
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features)))


def learn(rows):
    names = sorted({name for features, _ in rows for name, _ in features})
    weights, steps = dict.fromkeys(names, 0.0), ResilientSteps(names, 0.05)
    for _ in range(STEPS):
        slope = {name: -PRIOR * weights[name] * (name != "base") for name in names}
        for features, right in rows:
            error = right - probability(weights, features)
            for name, value in features:
                slope[name] += error * value
        for name in names:
            steps.move(weights, name, slope[name])
    return weights


def fold_of(article):
    return hashlib.sha256(article.encode()).digest()[4] % FOLDS


def judge(gold, events):
    """Sets the confidence of each event, by weights learned without its fold of articles."""
    for fold in range(FOLDS):
        weights = learn([(e["features"], e["right"]) for a in gold if fold_of(a["id"]) != fold for e in events[a["id"]]])
        for article in gold:
            if fold_of(article["id"]) == fold:
                for event in events[article["id"]]:
                    event["confidence"] = probability(weights, event["features"])


def reliability(events):
    print("| confidence | events | mean confidence | right |\n|---|---|---|---|")
    for step in range(10):
        part = [e for mine in events.values() for e in mine if int(e["confidence"] * 10) == step]
        if part:
            mean, share = (sum(e[key] for e in part) / len(part) for key in ("confidence", "right"))
            print(f"| {step / 10:.1f} to {step / 10 + 0.1:.1f} | {len(part)} | {mean:.2f} | {share:.2f} |")


def on_the_map(event):
    return event.get("lat") is not None and event["geo_precision"] != "country"


def floors(gold, events):
    print("| floor | F1 of type | and place | and date | all | given | false points | points |\n|---|---|---|---|---|---|---|---|")
    wanted = sum(not e.get("optional") for a in gold for e in a["events"])
    for floor in FLOORS:
        counts, given, false, points = collections.Counter(), 0, 0, 0
        for article in gold:
            mine = [e for e in events[article["id"]] if e["geo_precision"] == "none" or e["confidence"] >= floor]
            found, right = event_losses.losses(article, mine)
            counts += right
            given += len(mine)
            false += sum(stage == "false" and on_the_map(have) for stage, _, _, have in found)
            points += sum(map(on_the_map, mine))
        given -= counts["absorbed"]
        f1 = " | ".join(f"{2 * counts[key] / (wanted + given):.3f}" for key in ("type", "place", "date", "all"))
        print(f"| {floor:.2f} | {f1} | {given} | {false} | {points} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--options")
    parser.add_argument("--gazetteer")
    parser.add_argument("--gold", type=pathlib.Path, required=True, nargs="+")
    parser.add_argument("--traced", type=pathlib.Path, nargs="+")
    parser.add_argument("--floor", type=float, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if any(path.stem in ("dev", "test", "held") for path in options.gold):
        sys.exit("learn from train files only")
    if not options.traced and not (options.options and options.gazetteer):
        sys.exit("name the program and the gazetteer, or what the program printed")
    gold = [json.loads(line) for path in options.gold for line in path.read_text(encoding="utf-8").splitlines()]
    events = read_events(trace(options, gold))
    for record in gold:
        for event, right in zip(events[record["id"]], is_right(record, events[record["id"]])):
            event["right"] = right
    rows = [(e["features"], e["right"]) for a in gold for e in events[a["id"]]]
    print(f"{len(rows)} events, {sum(right for _, right in rows) / len(rows):.2f} right")
    judge(gold, events)
    reliability(events)
    floors(gold, events)
    if options.write:
        lines = TABLE.read_text(encoding="utf-8").splitlines()
        weights = {**learn(rows), "floor": options.floor}
        names = [line.split("\t")[0] for line in lines if not line.startswith("#")][1:]
        table = "".join(f"{name}\t{weights.get(name, 0.0):.3f}\n" for name in names)
        TABLE.write_text("\n".join(line for line in lines if line.startswith("#")) + "\nfeature\tweight\n" + table, encoding="utf-8")


if __name__ == "__main__":
    main()
