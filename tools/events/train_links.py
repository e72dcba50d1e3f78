#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns which place and which date an event takes and which mentions of an article tell one event: the weights in
src/lexicon/event_{place,inference,date,inheritance,join}_weights.tsv, and what single words around an event and its place or date
are worth: event_{place,date,inheritance}_words.tsv.

    train_links.py --options PROGRAM --gazetteer FILE --gold TRAIN.jsonl... [--pool DIR] [--write src/lexicon]

PROGRAM (event_link_options) prints what every mention of an event could have, with the features of each choice. A choice is
right when the labelled event whose trigger it overlaps has that place (or names that mention) or that date; "none" is right
when the label has none or when no choice is right. From the pool only the half of tests/quality/event_links that may be learned from is used.

A log-linear model of the right choices; weights are held near a hand-set start (column prior) times one scale, the more so the
fewer examples speak. The strength of that is chosen by cross-validation in five folds of articles, and the share of right
choices on held-out folds is printed for the start and for the learned weights; when the start is as good, it stays. No
randomness.
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
import score_event_links  # noqa: E402
from resilient import ResilientSteps  # noqa: E402

TABLES = {"place_stated": "event_place_weights", "place_inferred": "event_inference_weights", "place_told": "event_telling_weights",
          "date_stated": "event_date_weights", "date_inherited": "event_inheritance_weights", "join": "event_join_weights"}
WORD_TABLES = {"place_stated": "event_place_words", "date_stated": "event_date_words",
               "date_inherited": "event_inheritance_words"}
POOL_ARTICLES = pathlib.Path(__file__).parents[2] / "tests" / "quality" / "pool_events" / "articles.tsv"
FOLDS = 5
STEPS = 200
STRENGTHS = (0.3, 1.0, 3.0, 10.0)
MARGIN = 0.002  # of two strengths that are as good as each other the greater one is taken
AREA_KM = 120.0  # from the point of an area to places in it
UNLABELLED = 0.8  # weight of a mention that tells no event of its own
FEWEST = 3  # mentions with a word, for it to have a weight
WORD_STRENGTH = {"place_stated": 6.0, "date_stated": 8.0, "date_inherited": 10.0}  # of the pull of a word's weight towards none
LEAST = 0.03  # a word's weight that is kept
OPTIONAL = 0.5  # weight of a repeat or of an event that need not be found


def read_options(program, gazetteer, articles):
    lines = "".join(json.dumps({k: a[k] for k in ("id", "text", "dct", "lang") if a.get(k)}, ensure_ascii=False) + "\n"
                    for a in articles)
    done = subprocess.run([program, gazetteer], input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def held_articles():
    """Articles of the news pool whose events are labelled for figures only."""
    lines = POOL_ARTICLES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[rows[0].index("id")] for row in rows[1:] if row[rows[0].index("half")] == "held"}


def read_labels(gold, pool):
    """Articles, and by article the labels: begin, end, type, and tests of a place and of a date."""
    labels, articles = collections.defaultdict(list), []
    for path in gold:
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            articles.append(record)
            for event in record["events"]:
                labels[record["id"]].append((event, [event], [event], OPTIONAL if event.get("optional") else 1.0))
    if pool:
        held = held_articles()
        learned = [label for label in score_event_links.read_labels(score_event_links.LABELS)
                   if score_event_links.half_of(label["article"]) == "learn" and label["article"] not in held]
        articles += score_event_links.read_articles(pool, {label["article"] for label in learned})
        for label in learned:
            labels[label["article"]].append((label, label["places"], label["dates"], 1.0))
    return articles, labels


def label_of(choice, labels):
    here = [l for l in labels if min(l[0]["end"], choice["end"]) > max(l[0]["start"], choice["start"])]
    return max(here, key=lambda l: l[0]["type"] == choice["type"], default=None)


def names_place(want, option):
    """The very mention that the label names, whether it was resolved well or not."""
    return (want.get("place_start") is not None and "start" in option
            and min(want["place_end"], option["end"]) > max(want["place_start"], option["start"]))


def names_time(want, option):
    """The very time expression that the label names, whether it was read well or not."""
    return (want.get("time_start") is not None and "start" in option
            and min(want["time_end"], option["end"]) > max(want["time_start"], option["start"]))


def holds_place(want, option):
    """A country or area around the labelled place: not wrong, only coarse."""
    if want.get("lat") is None or option.get("lat") is None:
        return False
    if option["geo_precision"] == "country":
        return want.get("country") == option.get("country") and want.get("country") is not None
    return option["geo_precision"] in ("admin", "area") and event_losses.kilometres(want, option) <= AREA_KM


def is_right(option, stage, label):
    if stage.startswith("place"):
        return any(event_losses.place_cause(want, option) is None or names_place(want, option) for want in label[1])
    return any(event_losses.date_cause(want, option) is None or names_time(want, option) for want in label[2])


def told_event(label):
    """What is the same for all tellings of one event in an article."""
    event = label[0]
    return event.get("same") or event.get("coref") or event.get("id") or (event["start"], event["end"])


def join_rights(choice, label, labels):
    """Right is to join the event of which some mention has the same label, an event of its own else."""
    told = [[told_event(label_of({**m, "type": choice["type"]}, labels) or [m]) for m in o.get("members", [])]
            for o in choice["options"]]
    rights = [told_event(label) in members for members in told]
    return rights if any(rights) else [o["none"] for o in choice["options"]]


def rights_of(choice, label):
    """Which of the options are right. Without a right one "none" is, and so is what merely holds the place."""
    stage, options = choice["stage"], choice["options"]
    rights = [not o["none"] and is_right(o, stage, label) for o in options]
    if not any(rights):
        coarse = stage.startswith("place")
        return [o["none"] or (coarse and any(holds_place(want, o) for want in label[1])) for o in options]
    if is_right({}, stage, label):
        return [r or o["none"] for r, o in zip(rights, options)]
    return rights


def fold_of(article):
    return hashlib.sha256(article.encode()).digest()[1] % FOLDS


def features_of(option):
    """Named features, and words: pairs of where one stands and the word."""
    return list(option["features"].items()) + [((where, word), 1.0) for where, word in option.get("words", [])]


def examples_of(choices, labels, whole):
    """By stage: (fold, weight, [(features, right)]) of every labelled mention that has something to choose from. In the
    articles of which all events are labelled, a mention without a label tells no event of its own."""
    found = collections.defaultdict(list)
    for choice in choices:
        label = label_of(choice, labels.get(choice["article"], []))
        if len(choice["options"]) < 2:
            continue
        if label is None and choice["stage"] == "join" and choice["article"] in whole:
            rights = [not o["none"] for o in choice["options"]]
            found["join"].append((fold_of(choice["article"]), UNLABELLED,
                                  [(features_of(o), r) for o, r in zip(choice["options"], rights)]))
        if label is None:
            continue
        join = choice["stage"] == "join"
        rights = join_rights(choice, label, labels[choice["article"]]) if join else rights_of(choice, label)
        if not any(rights):  # no mention of the event has its place
            continue
        fold = fold_of(choice["article"])
        found[choice["stage"]].append(
            (fold, label[3], [(features_of(o), r) for o, r in zip(choice["options"], rights)]))
    return found


def with_words(prior, examples):
    """Priors of the named features and of the words that are seen often enough, and the examples without the other words."""
    seen = collections.Counter(name for *_, options in examples
                               for name in {n for features, _ in options for n, _ in features if isinstance(n, tuple)})
    words = {name: 0.0 for name, times in sorted(seen.items()) if times >= FEWEST}
    kept = {**prior, **words}
    return kept, [(fold, weight, [([f for f in features if f[0] in kept], right) for features, right in options])
                  for fold, weight, options in examples]


def score(weights, features):
    return sum(weights.get(name, 0.0) * value for name, value in features)


def probabilities(weights, options):
    scores = [score(weights, features) for features, _ in options]
    top = max(scores)
    parts = [math.exp(s - top) for s in scores]
    total = sum(parts)
    return [p / total for p in parts]


def loss(weights, examples):
    return -sum(weight * math.log(max(1e-9, sum(p for p, (_, r) in zip(probabilities(weights, options), options) if r)))
                for _, weight, options in examples)


def right_share(weights, examples):
    right = total = 0.0
    for _, weight, options in examples:
        best = max(range(len(options)), key=lambda i: score(weights, options[i][0]))
        right += weight * options[best][1]
        total += weight
    return right, total


def scaled(prior, examples):
    scale = min((0.02 * 1.25 ** k for k in range(22)), key=lambda s: loss({n: w * s for n, w in prior.items()}, examples))
    return {name: weight * scale for name, weight in prior.items()}


def slope_of(weights, examples):
    slope = dict.fromkeys(weights, 0.0)
    for _, weight, options in examples:
        chances = probabilities(weights, options)
        good = sum(p for p, (_, r) in zip(chances, options) if r)
        for p, (features, right) in zip(chances, options):
            push = weight * ((p / good if good > 1e-9 else 0.0) * right - p)
            for name, value in features:
                slope[name] += push * value
    return slope


def learn(prior, examples, strength, word_strength=0.0):
    prior, examples = with_words(prior, examples)
    start = scaled(prior, examples)
    hold = {name: word_strength if isinstance(name, tuple) else strength for name in prior}
    weights, steps = dict(start), ResilientSteps(start, 0.02)
    for _ in range(STEPS):
        slope = slope_of(weights, examples)
        for name in weights:
            pull = slope[name] - hold[name] * (weights[name] - start[name])
            steps.move(weights, name, pull)
    return weights


def cross_validate(prior, examples, word_strength):
    """Prints the share of right choices on held-out folds; returns the best strength, None when the start is as good."""
    before = [right_share(prior, [e for e in examples if e[0] == fold]) for fold in range(FOLDS)]
    total = sum(t for _, t in before)
    at_start = sum(r for r, _ in before)
    print(f"  start: {at_start / total:.3f} of {total:.1f}")
    best = None
    for strength in STRENGTHS:
        right = held = 0.0
        for fold in range(FOLDS):
            weights = learn(prior, [e for e in examples if e[0] != fold], strength, word_strength)
            part = [e for e in examples if e[0] == fold]
            right += right_share(weights, part)[0]
            held += loss(weights, part)
        print(f"  strength {strength}: {right / total:.3f}, loss {held / total:.3f}")
        if best is None or right >= best[0] - MARGIN * total:
            best = (max(right, best[0] if best else 0.0), strength)
    return best[1] if best[0] > at_start else None


def read_table(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"][1:]
    return [line for line in lines if line.startswith("#")], {row[0]: float(row[1]) for row in rows}


def write_words(path, weights):
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = sorted((name, weight) for name, weight in weights.items() if isinstance(name, tuple) and abs(weight) >= LEAST)
    lines = "".join(f"{where}\t{word}\t{weight:.3f}\n" for (where, word), weight in rows)
    path.write_text("\n".join(head) + "\nwhere\tword\tweight\n" + lines, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--options", required=True)
    parser.add_argument("--gazetteer", required=True)
    parser.add_argument("--gold", type=pathlib.Path, required=True, nargs="+")
    parser.add_argument("--pool", type=pathlib.Path)
    parser.add_argument("--tables", type=pathlib.Path, default=pathlib.Path(__file__).parents[2] / "src" / "lexicon")
    parser.add_argument("--stage", choices=list(TABLES), action="append")
    parser.add_argument("--strength", action="append", default=[], metavar="STAGE=NUMBER", help="instead of the best one")
    parser.add_argument("--favour", action="append", default=[], metavar="STAGE:FEATURE=NUMBER",
                        help="added to a learned weight: to none, for instance, so that fewer are given and more of them right")
    parser.add_argument("--without", type=int, metavar="FOLD", help="leave out the articles of one fold, to score on them")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if any(path.stem in ("dev", "test", "held") for path in options.gold):
        sys.exit("learn from train files only")
    articles, labels = read_labels(options.gold, options.pool)
    given = dict(text.split("=") for text in options.strength)
    whole = {r["id"] for path in options.gold for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    examples = examples_of(read_options(options.options, options.gazetteer, articles), labels, whole)
    for stage in options.stage or TABLES:
        path = options.tables / f"{TABLES[stage]}.tsv"
        head, prior = read_table(path)
        rows = [row for row in examples[stage] if row[0] != options.without]
        print(f"{stage}: {len(rows)} labelled mentions")
        hold = WORD_STRENGTH.get(stage, 0.0)
        strength = cross_validate(prior, rows, hold) if stage not in given else float(given[stage])
        weights = scaled(prior, rows) if strength is None else learn(prior, rows, strength, hold)
        for text in options.favour:
            feature, number = text.removeprefix(f"{stage}:").split("=")
            if text.startswith(f"{stage}:"):
                weights[feature] += float(number)
        right, total = right_share(weights, rows)
        print(f"  learned from all with strength {strength}: {right / total:.3f} right")
        if options.write:
            lines = "".join(f"{name}\t{prior[name]:g}\t{weights[name]:.3f}\n" for name in prior)
            path.write_text("\n".join(head) + "\nfeature\tprior\tweight\n" + lines, encoding="utf-8")
            if stage in WORD_TABLES:
                write_words(options.tables / f"{WORD_TABLES[stage]}.tsv", weights)


if __name__ == "__main__":
    main()
