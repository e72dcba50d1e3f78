#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks sentences as a news desk writes them: each must give an event of its type, those marked "-" none.

    check_trigger_sentences.py --program YAQUT [--shared DIR]

The sentences, in events/trigger_sentences.tsv, are our own and hold the usual ways of telling each type. Prints those that fail;
exits 1 when there are any.
"""
import argparse
import json
import pathlib
import subprocess
import sys

LEADS = {"ar": "ملخص الأخبار اليوم في المنطقة",  # the sentence itself must not be the headline
         "en": "Summary of the news of the day", "fr": "Résumé des nouvelles du jour"}


def language_of(sentence):
    """By its script; French by its articles."""
    if not sentence[0].isascii():
        return "ar"
    return "fr" if {"le", "la", "les", "des"} & set(sentence.lower().split()) else "en"


def article_of(name, sentence, lead=True):
    language = language_of(sentence)
    text = sentence if sentence.endswith("؟") else f"{sentence}."
    return {"id": name, "lang": language, "dct": "2018-05-13", "text": f"{LEADS[language]}\n{text}" if lead else text}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared")
    options = parser.parse_args()
    path = pathlib.Path(__file__).parent / "events" / "trigger_sentences.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    articles = [article_of(str(i), text) for i, (_, text) in enumerate(rows)]
    done = subprocess.run([options.program, "annotate", "-"], capture_output=True, check=True,
                          input="".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles).encode())
    failed = 0
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        wanted, text = rows[int(record["id"])]
        types = [event["type"] for event in record["events"]]
        if (types if wanted == "-" else wanted not in types):
            failed += 1
            print(f"{wanted}, given {types or 'nothing'}: {text}")
    print(f"{len(rows) - failed} of {len(rows)} sentences right")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
