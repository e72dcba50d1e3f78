#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Articles of the project's own for measuring where no corpus is at hand: the examples, the labelled English and French
articles, and the sentences of the date tests, five to an article. Always the same.

    sample.py [--times N] > ARTICLES.jsonl
"""
import argparse
import csv
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
SENTENCES_AN_ARTICLE = 5


def example_texts():
    for path in sorted((ROOT / "examples" / "articles").rglob("*.txt")):
        yield path.read_text(encoding="utf-8")


def labelled_texts():
    for path in sorted((ROOT / "tests" / "quality" / "events").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def sentence_texts():
    """The Arabic sentences only: Arabic is what most of the news is in."""
    with open(ROOT / "tests" / "unit" / "dates" / "expressions.tsv", encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        sentences = [row["sentence"] for row in rows if row["lang"] == "ar"]
    for begin in range(0, len(sentences), SENTENCES_AN_ARTICLE):
        yield ". ".join(sentences[begin:begin + SENTENCES_AN_ARTICLE]) + "."


def articles(times=1):
    """-> dictionaries with id, dct and text"""
    texts = [*example_texts(), *labelled_texts(), *sentence_texts()]
    for time in range(times):
        for number, text in enumerate(texts):
            yield {"id": f"{time}-{number}", "dct": f"2024-{1 + time % 12:02}-15", "text": text}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=1)
    for article in articles(parser.parse_args().times):
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
