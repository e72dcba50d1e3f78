#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Where labelled events are lost: by stage (type missed, type false, place wrong, date wrong) and by cause.

    event_losses.py --program YAQUT --gold GOLD.jsonl [--list STAGE]... [--floor F1]

Pairs events as the scorer of the shared material does. Stages: missed, false, place, date. --list prints the events of a
stage, with the sentence, for reading; it is refused for files named dev, of which only totals may be seen. With --floor the
exit code is 1 when the F1 of type, of type and place, or of all three is lower.
"""
import argparse
import collections
import datetime
import json
import math
import pathlib
import subprocess
import sys

STAGES = ("missed", "false", "place", "date")


def annotate(program, gold):
    lines = "".join(json.dumps({k: r[k] for k in ("id", "text", "dct", "lang") if r.get(k) is not None},
                               ensure_ascii=False) + "\n" for r in gold)
    done = subprocess.run([program, "annotate", "-"], input=lines.encode(), capture_output=True, check=True)
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return {r["id"]: r.get("events", []) for r in found}


def kilometres(a, b):
    p, q = math.radians(a["lat"]), math.radians(b["lat"])
    h = (math.sin((q - p) / 2) ** 2
         + math.cos(p) * math.cos(q) * math.sin(math.radians(b["lon"] - a["lon"]) / 2) ** 2)
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def place_cause(gold, event):
    """None when the place is right, else what is wrong with it."""
    if gold.get("lat") is None:
        return None if event.get("lat") is None else "place given, text has none"
    if event.get("lat") is None:
        return f"no place given, gold {gold['geo_precision']}"
    countries = gold.get("geo_precision") == "country", event.get("geo_precision") == "country"
    if countries[0] or countries[1]:
        if countries[0] and countries[1] and gold.get("country") == event.get("country"):
            return None
        return "country for a place in it" if countries[1] else "place for a whole country"
    reach = 50 if gold.get("geo_precision") in ("admin", "area") else 10
    if kilometres(gold, event) <= reach:
        return None
    same = " of the same name" if gold.get("place_name") == event.get("place_name") and event.get("place_name") else ""
    return f"other place{same}, given as {event['geo_precision']}, gold {gold['geo_precision']}"


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def date_cause(gold, event):
    want = day(gold.get("date_start")), day(gold.get("date_end"))
    have = day(event.get("date_start")), day(event.get("date_end"))
    if not any(want):
        return None if not any(have) else "date given, text has none"
    if not any(have):
        return f"no date given, gold {gold['date_precision']}"
    if gold.get("date_precision") == "day":
        right = want[0] == have[0] and (want[1] or want[0]) == (have[1] or have[0])
    else:
        want = want[0] or want[1], want[1] or want[0]
        have = have[0] or have[1], have[1] or have[0]
        width = max(1, (want[1] - want[0]).days)
        right = want[0] <= have[1] and have[0] <= want[1] and (have[1] - have[0]).days <= 2 * width
    return None if right else f"other date, given as {event['date_precision']}, gold {gold['date_precision']}"


def pair(gold, events):
    candidates = []
    for i, want in enumerate(gold):
        for j, have in enumerate(events):
            if want["type"] == have["type"]:
                right = (place_cause(want, have) is None) + (date_cause(want, have) is None)
                near = min(want["end"], have["end"]) > max(want["start"], have["start"])
                candidates.append((right, near, not want.get("optional"), -i, -j))
    pairs, firsts, seconds = [], set(), set()
    for *_, i, j in sorted(candidates, reverse=True):
        if -i not in firsts and -j not in seconds:
            firsts.add(-i)
            seconds.add(-j)
            pairs.append((-i, -j))
    return pairs


def missed_cause(want, events):
    here = [e for e in events if min(want["end"], e["end"]) > max(want["start"], e["start"])]
    if here:
        return f"read as {here[0]['type']}"
    return "not found"


def false_cause(have, gold):
    here = [g for g in gold if min(have["end"], g["end"]) > max(have["start"], g["start"])]
    same = [g for g in gold if g["type"] == have["type"]]
    if here:
        return f"{here[0]['type']} of the gold" if here[0]["type"] != have["type"] else "a mention told before"
    return "type told elsewhere in the article" if same else "no such event"


def losses(record, events):
    """(stage, cause, gold, event) for everything that is wrong, and the counts of the pairs."""
    gold = record["events"]
    pairs = pair(gold, events)
    got, used = {i for i, _ in pairs}, {j for _, j in pairs}
    found = [("missed", missed_cause(g, events), g, None)
             for i, g in enumerate(gold) if i not in got and not g.get("optional")]
    found += [("false", false_cause(e, gold), None, e) for j, e in enumerate(events) if j not in used]
    right = collections.Counter()
    for i, j in pairs:
        if gold[i].get("optional"):
            right["absorbed"] += 1
            continue
        where, when = place_cause(gold[i], events[j]), date_cause(gold[i], events[j])
        right["type"] += 1
        right["place"] += where is None
        right["date"] += when is None
        right["all"] += where is None and when is None
        found += [("place", where, gold[i], events[j])] if where else []
        found += [("date", when, gold[i], events[j])] if when else []
    return found, right


def show(record, stage, cause, want, have):
    at = (want or have)["start"]
    text = record["text"]
    context = text[max(0, at - 160):at] + "[[" + text[at:(want or have)["end"]] + "]]" + text[(want or have)["end"]:][:160]
    brief = lambda e: "-" if e is None else " ".join(
        str(e.get(k)) for k in ("type", "place", "place_name", "geo_precision", "date_start", "date_end",
                                "date_precision", "status") if e.get(k))
    print(f"\n{stage}: {cause}  [{record['id']} dct {record.get('dct')}]\n  gold  {brief(want)}\n  given {brief(have)}")
    print("  " + context.replace("\n", " / "))


def totals(name, right, gold, given):
    """Prints the measures; returns the lowest F1 of type, type and place, and all."""
    lowest = 1.0
    wanted = sum(not e.get("optional") for r in gold for e in r["events"])
    counted = given - right["absorbed"]
    for measure in ("type", "place", "date", "all"):
        f1 = 2 * right[measure] / max(1, wanted + counted)
        print(f"{name} {measure:6} right {right[measure]:4} of {wanted} wanted, {counted} given, F1 {f1:.3f}")
        lowest = lowest if measure == "date" else min(lowest, f1)
    return lowest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--list", action="append", choices=STAGES, default=[])
    parser.add_argument("--floor", type=float)
    options = parser.parse_args()
    if options.list and options.gold.stem in ("dev", "test", "held"):
        sys.exit("the errors of dev files are not read one by one: use a train file, or leave out --list")
    if not options.gold.exists():
        print(f"SKIPPED: {options.gold} is not here")
        return
    gold = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = [r for r in gold if "events" in r]
    events = annotate(options.program, gold)
    right, causes = collections.Counter(), collections.Counter()
    for record in gold:
        found, counts = losses(record, events.get(record["id"], []))
        right += counts
        for stage, cause, want, have in found:
            causes[stage, cause, "" if stage in ("place", "date") else (want or have)["type"]] += 1
            if stage in options.list:
                show(record, stage, cause, want, have)
    lowest = totals(options.gold.stem, right, gold, sum(len(e) for e in events.values()))
    if options.floor is not None:
        sys.exit(f"F1 {lowest:.3f} is below {options.floor}" if lowest < options.floor else 0)
    if options.gold.stem in ("dev", "test", "held"):
        return
    for stage in STAGES:
        print(f"\n{stage}: {sum(n for (s, *_), n in causes.items() if s == stage)}")
        for (_, cause, kind), n in sorted(((k, n) for k, n in causes.items() if k[0] == stage), key=lambda x: -x[1]):
            print(f"  {n:4} {kind} {cause}")


if __name__ == "__main__":
    main()
