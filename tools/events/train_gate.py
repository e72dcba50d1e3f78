#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns which words of the event tables tell an event: the weights in src/lexicon/event_gate_weights.tsv,
event_gate_words.tsv and event_gate_neighbours.tsv.

    train_gate.py --options PROGRAM --gazetteer FILE --gold TRAIN.jsonl... [--settings STRENGTH BIAS DOUBT] [--without FOLD]
                  [--write]

PROGRAM (event_link_options) prints every mention that the tables find, with the features of the gate (src/events/gate_model.hpp). A
mention is right when a labelled event of its type, wanted or optional, overlaps it; the articles were labelled throughout, so all
others are wrong. Words of killing that may give their number to a labelled event are left out, and a wrong word of a type that
is told elsewhere in its article counts less: it mostly repeats that event. The sentences of tests/quality/events, which we wrote
ourselves, are learned from, too.

A logistic model; weights are held near a hand-set start (column prior), the more so the fewer examples speak. The strength of
that, the bias and how far below it a mention may still join an event told elsewhere (row "doubt") are chosen by cross-validation in
five folds of articles: the whole program runs on each fold with weights learned without it, and what counts is the F1 of the
types of wanted events. No randomness.
"""
import argparse
import collections
import hashlib
import json
import math
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "tests" / "quality"))
import check_trigger_sentences  # noqa: E402
import event_losses  # noqa: E402
import train_links  # noqa: E402
from resilient import ResilientSteps  # noqa: E402

TABLE = pathlib.Path(__file__).parents[2] / "src" / "lexicon" / "event_gate_weights.tsv"
WORDS = TABLE.with_name("event_gate_words.tsv")
NEIGHBOURS = TABLE.with_name("event_gate_neighbours.tsv")
FOLDS = 5
STEPS = 80
STRENGTHS = (1.5, 2.5, 5.0)
BIASES = (-0.9, -0.55, -0.3)
DOUBTS = (1.5,)
SENTENCES = pathlib.Path(__file__).parents[2] / "tests" / "quality" / "events" / "trigger_sentences.tsv"
SENTENCE = 2.0  # weight of a mention in them, with a lead and alone
NO_EVENT = 2.5  # and in those that tell none
REPEAT = 0.25  # weight of a wrong mention whose type is told elsewhere in the article
SOFT = ("base",)  # not held near the start
FIXED = ("doubt", "word", "beside")  # not learned from the mentions
NEIGHBOUR_STRENGTH = 3.0  # of the pull of a word beside a mention
FEWEST = 3  # mentions that a word must be beside of
WORD_STRENGTH = 0.7  # of the pull of a row of the tables towards nothing, beside that of a feature


def run(options, articles, weights=None):
    """Mentions and events by article, of the program with these weights."""
    lines = "".join(json.dumps({k: a[k] for k in ("id", "text", "dct", "lang") if a.get(k)}, ensure_ascii=False) + "\n"
                    for a in articles)
    with tempfile.TemporaryDirectory() as folder:
        command = [options.options, options.gazetteer]
        if weights:
            features, words, neighbours = (pathlib.Path(folder) / n for n in ("features.tsv", "words.tsv", "neighbours.tsv"))
            features.write_text(table_of({n: w for n, w in weights.items() if isinstance(n, str)}, weights), encoding="utf-8")
            words.write_text(words_of(weights, options.rows), encoding="utf-8")
            neighbours.write_text(neighbours_of(weights), encoding="utf-8")
            command += [str(features), str(words), str(neighbours)]
        done = subprocess.run(command, input=lines.encode(), capture_output=True, check=True)
    found = {"gate": collections.defaultdict(list), "event": collections.defaultdict(list)}
    for row in map(json.loads, done.stdout.decode().splitlines()):
        if row["stage"] in found:
            found[row["stage"]][row["article"]].append(row)
    return found["gate"], found["event"]


def overlap(a, b):
    return min(a["end"], b["end"]) > max(a["start"], b["start"])


def example_of(mention, labels):
    """(features, right, weight)."""
    features = [f for f in mention["features"].items() if f[0] not in FIXED] + [(mention["word"], 1.0)]
    features += [(tuple(name.split(" ", 1)), 1.0) for name in mention["beside"]]
    here = [label for label in labels if overlap(label, mention)]
    if any(label["type"] == mention["type"] for label in here):
        return features, True, 1.0
    if "casualty" in mention["features"] and labels:
        return features, False, 0.0
    repeated = here or any(label["type"] == mention["type"] for label in labels)
    return features, False, REPEAT if repeated else 1.0


def sentence_examples(options):
    """Examples of the sentences of our own, which tell one event each or none: for learning, not for measuring."""
    rows = [line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"][1:]
    examples = []
    for lead in (True, False):  # a sentence of an article, and a story of one sentence
        mentions, _ = run(options, [check_trigger_sentences.article_of(str(i), text, lead)
                                    for i, (_, text) in enumerate(rows)])
        for i, (wanted, _) in enumerate(rows):
            for mention in mentions[str(i)]:
                features = example_of(mention, [])[0]
                if wanted in ("-", mention["type"]):
                    examples.append((features, wanted != "-", NO_EVENT if wanted == "-" else SENTENCE))
    return examples


def fold_of(article):
    return hashlib.sha256(article.encode()).digest()[2] % FOLDS


def probability(weights, features):
    total = sum(weights.get(name, 0.0) * value for name, value in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def learn(prior, examples, strength):
    """Rows of the event tables are features whose names are their keys, neighbours those whose names are pairs."""
    seen = collections.Counter(name for features, _, weight in examples if weight for name, _ in features)
    kept = lambda name: not isinstance(name, tuple) or seen[name] >= FEWEST
    examples = [([f for f in features if kept(f[0])], right, weight) for features, right, weight in examples if weight]
    prior = {**prior, **{name: 0.0 for features, *_ in examples for name, _ in features if name not in prior}}
    names = [name for name in prior if name not in FIXED]
    holds = {str: 1.0, int: WORD_STRENGTH, tuple: NEIGHBOUR_STRENGTH}
    weights, steps = dict(prior), ResilientSteps(names, 0.05)
    for _ in range(STEPS):
        slope = dict.fromkeys(prior, 0.0)
        for features, right, weight in examples:
            error = weight * (right - probability(weights, features))
            for name, value in features:
                slope[name] += error * value
        for name in names:
            hold = 0 if name in SOFT else strength * holds[type(name)]
            pull = slope[name] - hold * (weights[name] - prior[name])
            steps.move(weights, name, pull)
    return weights


def measure(articles, events):
    """Right, wanted and counted events, by type alone."""
    right = wanted = counted = 0
    for article in articles:
        found = events.get(article["id"], [])
        _, counts = event_losses.losses(article, found)
        right += counts["type"]
        wanted += sum(not e.get("optional") for e in article["events"])
        counted += len(found) - counts["absorbed"]
    return right, wanted, counted


def f1(counts):
    right, wanted, counted = counts
    return 2 * right / max(1, wanted + counted)


def shifted(weights, bias, doubt):
    return {**weights, "base": weights["base"] + bias, "doubt": doubt}


def cross_validate(options, prior, articles, examples, own):
    parts = [[a for a in articles if fold_of(a["id"]) == fold] for fold in range(FOLDS)]
    add = lambda many: tuple(map(sum, zip(*many)))
    start = add(measure(part, run(options, part, prior)[1]) for part in parts)
    print(f"start: F1 {f1(start):.3f}, right {start[0]} of {start[1]}, {start[2]} given")
    best = None
    for strength in STRENGTHS:
        learned = [learn(prior, [e for a, e in examples if fold_of(a) != fold] + own, strength) for fold in range(FOLDS)]
        held = [(e, learned[fold_of(a)]) for a, e in examples if e[2]]
        loss = -sum(e[2] * math.log(max(1e-9, probability(w, e[0]) if e[1] else 1 - probability(w, e[0]))) for e, w in held)
        sure = sum(e[2] * ((probability(w, e[0]) > 0.5) == e[1]) for e, w in held) / sum(e[2] for e, _ in held)
        print(f"strength {strength}: mentions right {sure:.3f}, loss {loss / len(held):.3f}")
        for bias in BIASES:
            for doubt in DOUBTS:
                counts = add(measure(part, run(options, part, shifted(w, bias, doubt))[1])
                             for part, w in zip(parts, learned))
                print(f"  bias {bias} doubt {doubt}: F1 {f1(counts):.3f}, right {counts[0]} of {counts[1]}, {counts[2]} given")
                if best is None or f1(counts) > best[0] + 0.001:
                    best = (f1(counts), strength, bias, doubt)
    return best


def read_table(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"][1:]
    return [line for line in lines if line.startswith("#")], {row[0]: float(row[1]) for row in rows}


def read_head(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]


def table_of(prior, weights):
    return "feature\tprior\tweight\n" + "".join(f"{n}\t{prior[n]:g}\t{weights[n]:.3f}\n" for n in prior)


def words_of(weights, rows):
    """The table of the rows' weights."""
    kept = sorted((rows[key], weights[key]) for key in weights if key in rows and abs(weights[key]) >= 0.005)
    return "type\trow\tweight\n" + "".join(f"{kind}\t{row}\t{weight:.3f}\n" for (kind, row), weight in kept)


def neighbours_of(weights):
    """The table of the neighbours' weights."""
    kept = sorted((name, weight) for name, weight in weights.items() if isinstance(name, tuple) and abs(weight) >= 0.03)
    return "where\tword\tweight\n" + "".join(f"{where}\t{word}\t{weight:.3f}\n" for (where, word), weight in kept)


def key_of(text):
    """As word_key() of src/events/rule_data.hpp."""
    state = 0xCBF29CE484222325
    for byte in text.encode():
        state = (state ^ byte) * 0x100000001B3 % 2 ** 64
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        state = (state ^ state >> 33) * factor % 2 ** 64
    return (state ^ state >> 33) % 2 ** 32


def read_rows():
    """The rows of the event tables by key: type and name."""
    rows = {}
    for table, name in (("event_triggers", lambda r: f"{r['pos']} {r['word'].split('|')[0]}"),
                        ("event_patterns", lambda r: f"{r['first']} + {r['second']}")):
        for path in sorted(TABLE.parent.glob(f"*/{table}.tsv")):
            lines = [l.split("\t") for l in path.read_text(encoding="utf-8").splitlines() if l and l[0] != "#"]
            for row in (dict(zip(lines[0], line)) for line in lines[1:]):
                rows[key_of(f"{row['type']}\t{name(row)}")] = (row["type"], name(row))
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--options", required=True)
    parser.add_argument("--gazetteer", required=True)
    parser.add_argument("--gold", type=pathlib.Path, required=True, nargs="+")
    parser.add_argument("--settings", type=float, nargs=3, metavar=("STRENGTH", "BIAS", "DOUBT"), help="not the best ones")
    parser.add_argument("--without", type=int, metavar="FOLD", help="leave out the articles of one fold, as train_links.py does")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if any(path.stem in ("dev", "test", "held") for path in options.gold):
        sys.exit("learn from train files only")
    articles = [json.loads(line) for path in options.gold for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [a for a in articles if train_links.fold_of(a["id"]) != options.without]
    options.rows = read_rows()
    labels = {a["id"]: a["events"] for a in articles}
    head, prior = read_table(TABLE)
    mentions, _ = run(options, articles)
    examples = [(a, example_of(m, labels[a])) for a in mentions for m in mentions[a]]
    print(f"{len(examples)} mentions, {sum(e[1] for _, e in examples)} right")
    own = sentence_examples(options)
    strength, bias, doubt = options.settings or cross_validate(options, prior, articles, examples, own)[1:]
    print(f"taken: strength {strength}, bias {bias}, doubt {doubt}")
    weights = shifted(learn(prior, [e for _, e in examples] + own, strength), bias, doubt)
    counts = measure(articles, run(options, articles, weights)[1])
    print(f"learned from all: F1 {f1(counts):.3f}, right {counts[0]} of {counts[1]}, {counts[2]} given")
    if options.write:
        TABLE.write_text("\n".join(head) + "\n" + table_of(prior, weights), encoding="utf-8")
        WORDS.write_text("\n".join(read_head(WORDS)) + "\n" + words_of(weights, options.rows), encoding="utf-8")
        NEIGHBOURS.write_text("\n".join(read_head(NEIGHBOURS)) + "\n" + neighbours_of(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
