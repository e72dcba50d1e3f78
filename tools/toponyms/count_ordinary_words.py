#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Works out src/lexicon/ar/ordinary_words.tsv: words that stand after a descriptor now and then (منطقة ...) without
being a name.

    count_ordinary_words.py DESCRIPTORS.tsv TABLES POOL.jsonl[.gz]... > ordinary_words.tsv

A word is ordinary when the articles use it often and seldom after a descriptor or a direction, or often with the article as
well as without: names have it or not (ريفية، الريفية). A word that is a name of the
gazetteer must stand seldom where names stand at all: after a preposition of place or written together with ب, too; large
towns, units and countries are never ordinary, since they stand for governments as well. Of words that are no name, those
that follow a descriptor now and then are listed: others are never asked for. Keys are loose (src/text/fold.hpp).
"""
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "gazetteer"))
from build import text  # noqa: E402

WORD = re.compile(r"[\u0621-\u0652\u0670]+")
DIRECTIONS = {text.arabic_key(w) for w in "شرق غرب شمال جنوب شرقي غربي شمالي جنوبي قرب".split()}
LOCATIVE = DIRECTIONS | {text.arabic_key(w) for w in "في إلى من وسط".split()}
FEWEST = 40          # times in all articles
FEWEST_AFTER = 2     # times after a descriptor
MOST_AFTER = 0.12    # share of uses after a descriptor or a direction
LARGE = 150_000      # people
ALTERNATES = 0.25    # uses with the article for each use without, or the other way round
FEWEST_SEEN = 25     # times in all articles, of words that are used both ways
MOST_LOCATIVE = 0.2  # share of uses of a gazetteer name where names stand


def descriptors(path):
    rows = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    words = {text.arabic_key(row.split("\t")[0]) for row in rows[2:] if " " not in row.split("\t")[0]}
    return words | {p + w for w in words for p in "وفبل"} | {"لل" + w[2:] for w in words if w.startswith("ال")}


def rows(path):
    data = subprocess.run(["zstd", "-dcq", path], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return [row.split("\t") for row in data.splitlines()[1:]]


def gazetteer_names(folder):
    """Loose keys of Arabic names of one word, and those of them that a well-known place has."""
    large = {cell[0] for cell in rows(f"{folder}/places.tsv.zst")
             if cell[1] not in ("city", "district") or cell[2] == "PPLC" or int(cell[9] or 0) >= LARGE}
    names, known = set(), set()
    for cell in rows(f"{folder}/names.tsv.zst"):
        if cell[2] == "ar" and " " not in cell[1]:
            (known if cell[3] == "demonym" or cell[0] in large else names).add(text.arabic_key(cell[1]))
    return names, known


def articles(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def alternates(key, total):
    """Does the article come and go?"""
    other = key[2:] if key.startswith("ال") else "ال" + key
    return total[key] >= FEWEST_SEEN and total[other] >= ALTERNATES * total[key]


def main():
    heads = descriptors(sys.argv[1])
    names, known = gazetteer_names(sys.argv[2])
    total, after, head, locative = (collections.Counter() for _ in range(4))
    for path in sys.argv[3:]:
        for body in articles(path):
            previous, end = "", -1
            for match in WORD.finditer(body):
                key = text.arabic_key(match.group())
                total[key] += 1
                if match.start() == end + 1:
                    after[key] += previous in heads
                    head[key] += previous in heads or previous in DIRECTIONS
                    locative[key] += previous in heads or previous in LOCATIVE
                previous, end = key, match.end()
    print("# Loose keys of words that follow a descriptor now and then without being a name: "
          "tools/toponyms/count_ordinary_words.py.")
    print("word")
    for key in sorted(total):
        is_name = key in names and key not in known
        if key not in known and alternates(key, total) and (is_name or after[key] >= FEWEST_AFTER):
            print(key)
            continue
        if total[key] < FEWEST or key in known or (after[key] < FEWEST_AFTER and not is_name):
            continue
        if head[key] < MOST_AFTER * total[key] \
                and (not is_name or locative[key] + total["ب" + key] < MOST_LOCATIVE * total[key]):
            print(key)


if __name__ == "__main__":
    main()
