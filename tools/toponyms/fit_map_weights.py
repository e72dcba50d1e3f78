#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns src/lexicon/<language>/map_weights.tsv: how likely a location is right on a map (use, level and place).

    fit_map_weights.py OUTPUT.tsv [--drop FEATURE]... [--news FOUND.jsonl] LABELLED.jsonl=FOUND.jsonl...

FOUND is what `train_toponyms map-examples` wrote for the file LABELLED. The use weights of the program that wrote it must
not have been learned from these labels, else they look surer than they are: learn them from the rest, build the trainer
with them, and so for each third. Right is what tests/quality/score_uses.py says. Prints, judged by weights that were
learned from the other articles, how many are right and how many right ones are left from a probability on; with --news
(of unlabelled articles at random) also how many that would be there.
"""
import argparse
import collections
import hashlib
import importlib.util
import json
import math
import pathlib
import random

SCORER = pathlib.Path(__file__).resolve().parents[2] / "tests" / "quality" / "score_uses.py"
FOLDS = 5
EPOCHS = 30
RATE = 0.15
DECAY = 3  # pull to zero, as much as this many examples


def scorer():
    spec = importlib.util.spec_from_file_location("score_uses", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines_of(file):
    return [json.loads(line) for line in pathlib.Path(file).read_text(encoding="utf-8").split("\n") if line.strip()]


def features_of(name, dropped):
    return [(slot, value) for slot, value in name["map"] if slot not in dropped]


def read_examples(labelled, found, dropped):
    judge = scorer()
    names = {document["id"]: document["toponyms"] for document in lines_of(found)}
    for document in lines_of(labelled):
        for label, said in judge.pairs(document, names[document["id"]]):
            if said and said["lat"] is not None:
                yield document["id"], features_of(said, dropped), not judge.judge_mapped(label, said)


def probability(weights, features):
    return 1 / (1 + math.exp(-sum(weights[f] for f in features)))


def learn(examples, seed=1):
    """Weights by stochastic steps that become smaller with each feature's own history."""
    weights, steps = collections.defaultdict(float), collections.defaultdict(lambda: 1.0)
    seen = collections.Counter(f for _, features, _ in examples for f in features)
    order = list(examples)
    chooser = random.Random(seed)
    for _ in range(EPOCHS):
        chooser.shuffle(order)
        for _, features, right in order:
            error = probability(weights, features) - right
            for f in features:
                gradient = error + (0 if f[0] == "bias" else DECAY * weights[f] / seen[f])
                steps[f] += gradient * gradient
                weights[f] -= RATE * gradient / math.sqrt(steps[f])
    return weights


def fold_of(article):
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def judged(examples):
    """(probability, right) of each example, by weights that its article did not teach."""
    result = []
    for fold in range(FOLDS):
        weights = learn([e for e in examples if fold_of(e[0]) != fold])
        result += [(probability(weights, f), right) for article, f, right in examples if fold_of(article) == fold]
    return result


def print_curve(results, news):
    loss = -sum(math.log(p if right else 1 - p) for p, right in results) / len(results)
    print(f"{len(results)} locations, {sum(r for _, r in results)} right; log loss {loss:.4f}")
    for border in (0, .5, .6, .65, .7, .75, .8, .825, .85, .875, .9, .925, .95):
        kept = [right for p, right in results if p >= border]
        line = f"{border:5.3f}: {sum(kept)} of {len(kept)} right {sum(kept) / len(kept):.3f}, " \
               f"{sum(kept) / sum(r for _, r in results):.3f} of the right ones left"
        if news:
            left = [p for p in news if p >= border]
            line += f"; news: {sum(left) / len(left):.3f} right, {sum(left) / sum(news):.3f} left"
        print(line)


def write_table(weights, examples, output):
    """Weights in hundredths, centred: the bias is that of the average location."""
    counts = collections.Counter(f for _, features, _ in examples for f in features)
    totals = collections.defaultdict(float)
    for f, n in counts.items():
        totals[f[0]] += weights[f] * n
    mean = {slot: total / len(examples) for slot, total in totals.items()}
    single = {slot for slot in mean if all(sum(s == slot for s, _ in features) == 1 for _, features, _ in examples)}
    rows = []
    bias = weights["bias", 0] + sum(mean[slot] for slot in single if slot != "bias")
    for (slot, value), weight in sorted(weights.items()):
        shifted = bias if slot == "bias" else weight - (mean[slot] if slot in single else 0)
        if round(100 * shifted):
            rows.append(f"{slot}\t{value}\t{round(100 * shifted)}\n")
    head = "# How much speaks for a location's being right on a map (use, level and place), in hundredths. Learned by tools/toponyms.\n"
    pathlib.Path(output).write_text(head + "feature\tvalue\tweight\n" + "".join(rows), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--drop", action="append", default=[])
    parser.add_argument("--news")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    examples = []
    for pair in options.files:
        labelled, found = pair.split("=")
        examples += read_examples(labelled, found, options.drop)
    weights = learn(examples)
    news = [probability(weights, features_of(t, options.drop)) for d in (lines_of(options.news) if options.news else [])
            for t in d["toponyms"] if t["lat"] is not None]
    print_curve(judged(examples), news)
    write_table(weights, examples, options.output)


if __name__ == "__main__":
    main()
