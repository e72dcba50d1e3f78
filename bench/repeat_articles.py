#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes as many articles as wanted out of some: each round repeats them with other ids and later days.

    repeat_articles.py COUNT ARTICLES.jsonl... > MANY.jsonl

Days move by ten weeks a round, so that the rounds tell of different events and memory grows as it does with years of
news. The text stays as it is.
"""
import datetime
import json
import sys

DATE_KEYS = ("dct", "date", "published")
WEEKS_A_ROUND = 10


def moved(day, rounds):
    """YYYY-MM-DD later by the rounds; anything else as it is."""
    try:
        return (datetime.date.fromisoformat(day[:10]) + datetime.timedelta(weeks=WEEKS_A_ROUND * rounds)).isoformat()
    except ValueError:
        return day


def main():
    if len(sys.argv) < 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    left, rounds = int(sys.argv[1]), 0
    while left > 0:
        before = left
        for name in sys.argv[2:]:
            with open(name, encoding="utf-8") as lines:
                for line in lines:
                    if left == 0:
                        return
                    record = json.loads(line)
                    record["id"] = f"{record.get('id', left)}-r{rounds}"
                    for key in DATE_KEYS:
                        if record.get(key):
                            record[key] = moved(record[key], rounds)
                    print(json.dumps(record, ensure_ascii=False))
                    left -= 1
        if left == before:
            sys.exit("repeat_articles.py: no articles")
        rounds += 1


if __name__ == "__main__":
    main()
