#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Works out src/lexicon/ar/name_uses.tsv: what unlabelled news mostly means by the names of the gazetteer.

    count_name_uses.py POOL.jsonl FOUND.jsonl > name_uses.tsv

FOUND is what `yaqut annotate POOL.jsonl` wrote; a line of either is one article, in the same order. "named": of how many
uses of the word it is a name at all (of 100); "located": how often the name is a location rather than a state that acts, a
club, a nationality (of 100). Listed are names seen often enough for which one of the two is low: they must be told to be a
place by more than their being in the gazetteer. Keys are loose (src/text/fold.hpp).
"""
import collections
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "gazetteer"))
from build import text  # noqa: E402

WORD = re.compile(r"[\u0621-\u0652\u0670]+")
PROCLITICS = ("", "و", "ب", "ل", "ف")
FEWEST = 12       # uses of the word
SELDOM = 40       # of 100 uses: a name
ELSEWHERE = 40    # of 100 names: a location


def lines(file):
    with open(file, encoding="utf-8") as rows:
        yield from map(json.loads, rows)


def main():
    pool, found = sys.argv[1:]
    words, names, locations = collections.Counter(), collections.Counter(), collections.Counter()
    keys = {}

    def key(name):
        if name not in keys:
            keys[name] = text.arabic_key(name)
        return keys[name]

    for article, annotation in zip(lines(pool), lines(found)):
        words.update(key(word) for word in WORD.findall(article["text"]))
        for name in annotation["toponyms"]:
            names[key(name["text"])] += 1
            locations[key(name["text"])] += name["use"] == "location"
    print("# What news mostly mean by a name, of 100: it is a name at all, and as a name it is a location: "
          "tools/toponyms/count_name_uses.py.")
    print("name\tnamed\tlocated")
    for name, count in sorted(names.items()):
        uses = sum(words[letter + name] for letter in PROCLITICS) if " " not in name else count
        named, located = round(100 * min(1, count / max(1, uses))), round(100 * locations[name] / count)
        if uses >= FEWEST and (named < SELDOM or located < ELSEWHERE) and locations[name]:
            print(f"{name}\t{named}\t{located}")


if __name__ == "__main__":
    main()
