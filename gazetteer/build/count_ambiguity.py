#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Works out ambiguous_names.tsv: which place names are ordinary words or names of persons.

    count_ambiguity.py TABLES CORPORA WORDLIST... > ambiguous_names.tsv

TABLES holds places.tsv.zst and names.tsv.zst, CORPORA folders of .jsonl(.gz) records with a `text` and,
if labelled, `toponyms` with `start` and `end`; WORDLISTs are plain lists of English and French words.
Names listed by hand in ambiguous_by_hand.tsv are added, those in never_ambiguous.txt left out.
"""

import collections
import glob
import gzip
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from build import text  # noqa: E402
from build.model import read_tsv  # noqa: E402

LOCATIVE = set("في إلى الى من مدينة بلدة قرية محافظة ولاية منطقة حي مخيم شمال جنوب شرق غرب قرب وسط نحو بين "
               "قضاء مطار ميناء ريف شمالي جنوبي شرقي غربي".split())
STRONG = set("مدينة بلدة قرية محافظة ولاية حي مخيم ريف مطار ميناء قضاء".split())
WORD = re.compile(r"[\u0621-\u064A]+")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ÿ'’-]+")
SENTENCE_END = ".!?:\"”“\n"
# Corpora whose every toponym is labelled.
JUDGED = ("anercorp", "newsfane", "lgl", "trnews", "geowebnews", "geovirus")
IMPORTANT = 0.68       # a city of about 280,000


def rows(path):
    """Cells of a compressed table without its header."""
    data = subprocess.run(["zstd", "-dcq", path], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    for line in data.splitlines()[1:]:
        yield line.split("\t")


def load_names(folder):
    """Best importance and classes by normalised name, Arabic and Latin apart; demonyms are left out."""
    places = {c[0]: c for c in rows(os.path.join(folder, "places.tsv.zst"))}
    arabic, latin, demonyms = {}, {}, set()
    for cell in rows(os.path.join(folder, "names.tsv.zst")):
        place = places[cell[0]]
        table = arabic if cell[2] == "ar" else latin
        if cell[3] == "demonym":
            demonyms.add(text.key(cell[1]))
            continue
        old = table.get(text.key(cell[1]), (0.0, frozenset()))
        table[text.key(cell[1])] = (max(old[0], float(place[10])), old[1] | {place[1]})
    # A demonym has rules of its own and is never judged as a name.
    for table in (arabic, latin):
        for name in demonyms & table.keys():
            del table[name]
    return arabic, latin


def records(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*", "train.jsonl"))) \
            + sorted(glob.glob(os.path.join(folder, "*", "*.jsonl.gz"))):
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8") as handle:
            for line in handle:
                yield path, json.loads(line)


def person_cues(here):
    """English given names and titles, lower case: what stands before a surname."""
    cues = set()
    for table, column in (("given_names", 0), ("titles", 0)):
        path = os.path.join(here, "..", "src", "lexicon", "en", table + ".tsv")
        with open(path, encoding="utf-8") as handle:
            cues |= {line.rstrip("\n").split("\t")[column].casefold().rstrip(".") for line in handle
                     if not line.startswith("#")}
    return cues


def count_latin(folder, latin, cues):
    """Capitalised single-word names inside sentences: how often seen, labelled, and after a given name or title."""
    seen, labelled, person = (collections.Counter() for _ in range(3))
    for path, record in records(folder):
        if record.get("lang") != "en" or not any(part in path for part in JUDGED):
            continue
        body = record["text"]
        spans = {(t["start"], t["end"]) for t in record.get("toponyms", ())}
        inside = {i for start, stop in spans for i in range(start, stop)}
        before, end = "", 0
        for match in LATIN_WORD.finditer(body):
            word = match.group().removesuffix("'s").removesuffix("’s")
            key = text.latin_key(word)
            gap = body[end:match.start()]
            alone = (match.start(), match.start() + len(word)) in spans
            # A word of a longer name (Main Street) says nothing about the word.
            judged = alone or match.start() not in inside
            if judged and word[:1].isupper() and key in latin and not any(c in SENTENCE_END for c in gap):
                seen[key] += 1
                labelled[key] += alone
                person[key] += before.casefold().rstrip(".") in cues or (len(before) == 1 and before.isupper())
            before, end = match.group(), match.end()
    return seen, labelled, person


def count(folder, arabic):
    """Counts of Arabic names in running text, after locative words, and as labelled; lower-case Latin words."""
    total, locative, strong = (collections.Counter() for _ in range(3))
    seen, labelled, lower = (collections.Counter() for _ in range(3))
    for path, record in records(folder):
        body = record["text"]
        if record.get("lang", "ar") != "ar":
            lower.update(w for w in LATIN_WORD.findall(body) if w[0].islower())
            continue
        gold = {i for t in record.get("toponyms", ()) for i in range(t["start"], t["end"])}
        judged = any(part in path for part in JUDGED)
        previous, previous_key = "", ""
        for match in WORD.finditer(body):
            word = text.clean(match.group())
            key = text.arabic_key(word)
            for name in (key, previous_key + " " + key):
                if name in arabic:
                    total[name] += 1
                    before = previous if name == key else ""
                    locative[name] += before in LOCATIVE
                    strong[name] += before in STRONG
                    if judged:
                        seen[name] += 1
                        labelled[name] += match.start() in gold
            for clitic in ("ب", "وب"):
                if key.startswith(clitic) and key[len(clitic):] in arabic:
                    locative[key[len(clitic):]] += 1
                    total[key[len(clitic):]] += 1
            previous, previous_key = word, key
    return total, locative, strong, seen, labelled, lower


def judge_arabic(arabic, counts):
    total, locative, strong, seen, labelled, _ = counts
    out = {}
    for name, (importance, classes) in arabic.items():
        if "country" in classes or importance >= IMPORTANT or " " in name:
            continue
        share = locative[name] / total[name] if total[name] else 0.0
        if seen[name] >= 3 and labelled[name] / seen[name] < 0.3:
            out[name] = "rarely a place in text"
        elif total[name] >= 25 and share < 0.10 and strong[name] / total[name] < 0.05:
            out[name] = "common word"
        elif total[name] >= 300 and strong[name] / total[name] < 0.01 and share < 0.25:
            out[name] = "common word"
    return out


def judge_latin(latin, lower, words, capitalised):
    seen, labelled, person = capitalised
    out = {}
    for name, (importance, classes) in latin.items():
        if "country" in classes or importance >= IMPORTANT or " " in name:
            continue
        if seen[name] >= 3 and labelled[name] / seen[name] < 0.3:
            out[name] = "person name" if person[name] / seen[name] >= 0.3 else "rarely a place in text"
        elif labelled[name] >= 3 and labelled[name] / seen[name] >= 0.7:
            continue
        elif lower[name] >= 2:
            out[name] = "common word"
        elif name in words:
            out[name] = "common word"
    return out


def main():
    tables, corpora, *lists = sys.argv[1:]
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    arabic, latin = load_names(tables)
    counts = count(corpora, arabic)
    words = set()
    for path in lists:
        with open(path, encoding="utf-8") as handle:
            words |= {text.latin_key(w.strip()) for w in handle if w[:1].islower() and "'" not in w}
    reasons = judge_latin(latin, counts[5], words, count_latin(corpora, latin, person_cues(here)))
    reasons.update(judge_arabic(arabic, counts))
    by_hand = set()
    for row in read_tsv(os.path.join(here, "ambiguous_by_hand.tsv")):
        for name in row["names"].split("|"):
            reasons[text.key(name)] = row["why"]
            by_hand.add(text.key(name))
    with open(os.path.join(here, "never_ambiguous.txt"), encoding="utf-8") as handle:
        never = {text.key(n) for line in handle if not line.startswith("#") for n in line.strip().split("|")}
    print("# SPDX-License-Identifier: Apache-2.0")
    print("# Names that need a descriptor or other support. Made by build/count_ambiguity.py; keys are normalised.")
    print("name\twhy")
    for name in sorted(set(reasons) - never):
        # What was listed by hand also serves imported names that the bundled tables do not have.
        if name in arabic or name in latin or name in by_hand:
            print(f"{name}\t{reasons[name]}")


if __name__ == "__main__":
    main()
