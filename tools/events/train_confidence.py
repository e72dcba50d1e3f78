#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns how certain the places of events are and how sure the events, and prints how reliable that is on held-out articles.

    train_confidence.py --gold TRAIN.jsonl... (--options PROGRAM --gazetteer FILE | --traced FILE...) --floor NUMBER
        --place-floor NUMBER --map-floor NUMBER [--write]

PROGRAM (event_link_options) prints the events of an article, the features of the certainty of their places
(src/events/place_certainty_features.hpp) and those of their confidence (src/events/confidence_features.hpp).
With --traced they are read from files that it printed: best by programs that learned without these articles (train_links.py --without,
train_gate.py --without), which is what the program meets outside.

A place is right when the event is paired with a labelled one of its type that has the place; finer places than a country that are
less probable than --place-floor give way to their country, those less probable than --map-floor are not drawn. The score of the place is a feature of the confidence.

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

TABLES = pathlib.Path(__file__).parents[2] / "src" / "lexicon"
CERTAINTY, CONFIDENCE = TABLES / "event_place_certainty.tsv", TABLES / "event_confidence.tsv"
FOLDS = 8
STEPS = 120
PRIOR = 2.0  # weight decay, in events
MAP_FLOORS = (0.0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
FLOORS = (0.0, 0.2, 0.25, 0.3)
PLACE_FLOORS = (0.0, 0.4, 0.45, 0.5, 0.55)


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
    features, places = ({key(line): line["options"][0]["features"] for line in lines if line["stage"] == stage}
                        for stage in ("confidence", "place_certainty"))
    events = collections.defaultdict(list)
    for line in lines:
        if line["stage"] == "event":
            mine = {name: value for name, value in features[key(line)].items() if name != "place_certainty"}
            place = places.get(key(line))
            events[line["article"]].append({**line, "features": list(mine.items()), "place": place and list(place.items())})
    return events


def judge_by_labels(record, mine):
    """Sets for each event of an article whether it is right, and for those paired whether the place is (None else)."""
    pairs = {j: record["events"][i] for i, j in event_losses.pair(record["events"], mine)}
    for j, event in enumerate(mine):
        wanted = pairs.get(j)
        event["place_right"] = None if wanted is None else not event_losses.place_cause(wanted, event)
        event["right"] = bool(event["place_right"]) and not event_losses.date_cause(wanted, event)


def score(weights, features):
    return sum(weights.get(name, 0.0) * value for name, value in features)


def probability(weights, features):
    return 1 / (1 + math.exp(-score(weights, features)))


def odds(chance):
    return math.log(chance / (1 - chance))


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


def place_rows(articles, events):
    return [(e["place"], e["place_right"]) for a in articles for e in events[a["id"]] if e["place"] and e["place_right"] is not None]


def rows_of(articles, events):
    return [(e["features"], e["right"]) for a in articles for e in events[a["id"]]]


def judge(gold, events):
    """Sets certainty and confidence of each event, by weights learned without its fold of articles."""
    for fold in range(FOLDS):
        weights = learn(place_rows([a for a in gold if fold_of(a["id"]) != fold], events))
        for event in (e for a in gold if fold_of(a["id"]) == fold for e in events[a["id"]] if e["place"]):
            event["certainty"] = probability(weights, event["place"])
            event["features"].append(("place_certainty", score(weights, event["place"])))
    for fold in range(FOLDS):
        weights = learn(rows_of([a for a in gold if fold_of(a["id"]) != fold], events))
        for event in (e for a in gold if fold_of(a["id"]) == fold for e in events[a["id"]]):
            event["confidence"] = probability(weights, event["features"])


def reliability(events, chance, right):
    print(f"| {chance} | events | mean | right |\n|---|---|---|---|")
    for step in range(10):
        part = [e for e in events if int(e[chance] * 10) == step]
        if part:
            mean, share = (sum(e[key] for e in part) / len(part) for key in (chance, right))
            print(f"| {step / 10:.1f} to {step / 10 + 0.1:.1f} | {len(part)} | {mean:.2f} | {share:.2f} |")


def on_the_map(event):
    return event.get("lat") is not None and event["geo_precision"] != "country"


def given_above(events, floor, place_floor):
    """What the program gives: events with a place when they are sure enough, the country instead of an uncertain place."""
    given = [e for e in events if e["geo_precision"] == "none" or e["confidence"] >= floor]
    return [{**e, "geo_precision": "country"} if on_the_map(e) and e["certainty"] < place_floor else e for e in given]


def floors(gold, events):
    print("| floor | place floor | F1 of type | and place | and date | all | given | false points | points | paired, right |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    wanted = sum(not e.get("optional") for a in gold for e in a["events"])
    for floor, place_floor in ((f, p) for f in FLOORS for p in PLACE_FLOORS):
        counts, points, given = collections.Counter(), collections.Counter(), 0
        for article in gold:
            mine = given_above(events[article["id"]], floor, place_floor)
            found, right = event_losses.losses(article, mine)
            counts += right
            given += len(mine)
            points["false"] += sum(stage == "false" and on_the_map(have) for stage, _, _, have in found)
            points["all"] += sum(map(on_the_map, mine))
            for i, j in event_losses.pair(article["events"], mine):
                points["paired"] += on_the_map(mine[j])
                points["right"] += on_the_map(mine[j]) and not event_losses.place_cause(article["events"][i], mine[j])
        given -= counts["absorbed"]
        f1 = " | ".join(f"{2 * counts[key] / (wanted + given):.3f}" for key in ("type", "place", "date", "all"))
        print(f"| {floor:.2f} | {place_floor:.2f} | {f1} | {given} | {points['false']} | {points['all']} | "
              f"{points['paired']}, {points['right'] / points['paired']:.3f} |")


def map_floors(gold, events, floor, place_floor):
    """What a map shows that draws sure places only."""
    print("| map floor | drawn | of a labelled event | place right | date right | both |\n|---|---|---|---|---|---|")
    for map_floor in MAP_FLOORS:
        counts = collections.Counter()
        for article in gold:
            mine = given_above(events[article["id"]], floor, place_floor)
            drawn = {j for j, e in enumerate(mine) if on_the_map(e) and e["certainty"] >= map_floor}
            counts["drawn"] += len(drawn)
            for wanted, have in ((article["events"][i], mine[j]) for i, j in event_losses.pair(article["events"], mine) if j in drawn):
                place, date = not event_losses.place_cause(wanted, have), not event_losses.date_cause(wanted, have)
                counts += collections.Counter(paired=1, place=place, date=date, both=place and date)
        shares = " | ".join(f"{counts[key] / counts['paired']:.3f}" for key in ("place", "date", "both"))
        print(f"| {map_floor:.2f} | {counts['drawn']} | {counts['paired'] / counts['drawn']:.3f} | {shares} |")


def write_table(path, weights):
    lines = path.read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[0] for line in lines if not line.startswith("#")][1:]
    table = "".join(f"{name}\t{weights.get(name, 0.0):.3f}\n" for name in names)
    path.write_text("\n".join(line for line in lines if line.startswith("#")) + "\nfeature\tweight\n" + table, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--options")
    parser.add_argument("--gazetteer")
    parser.add_argument("--gold", type=pathlib.Path, required=True, nargs="+")
    parser.add_argument("--traced", type=pathlib.Path, nargs="+")
    parser.add_argument("--floor", type=float, required=True)
    parser.add_argument("--place-floor", type=float, required=True)
    parser.add_argument("--map-floor", type=float, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if any(path.stem in ("dev", "test", "held") for path in options.gold):
        sys.exit("learn from train files only")
    if not options.traced and not (options.options and options.gazetteer):
        sys.exit("name the program and the gazetteer, or what the program printed")
    gold = [json.loads(line) for path in options.gold for line in path.read_text(encoding="utf-8").splitlines()]
    events = read_events(trace(options, gold))
    for record in gold:
        judge_by_labels(record, events[record["id"]])
    every = [e for a in gold for e in events[a["id"]]]
    print(f"{len(every)} events, {sum(e['right'] for e in every) / len(every):.2f} right")
    judge(gold, events)
    reliability([e for e in every if e["place"] and e["place_right"] is not None], "certainty", "place_right")
    reliability(every, "confidence", "right")
    floors(gold, events)
    map_floors(gold, events, options.floor, options.place_floor)
    if options.write:
        lowest = {"floor": odds(options.place_floor), "map_floor": odds(options.map_floor)}
        write_table(CERTAINTY, {**learn(place_rows(gold, events)), **lowest})
        write_table(CONFIDENCE, {**learn(rows_of(gold, events)), "floor": options.floor})


if __name__ == "__main__":
    main()
