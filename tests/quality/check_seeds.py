#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the two seed articles against their gold: places, uses, traps, dates, events.

    check_seeds.py --program YAQUT --shared DIR [--verbose]

Every location must be found within 10 km (countries: the right country), nothing else may be a location, no trap may be
output as described, and without a publication date no relative date may get a day. Prints SKIPPED and exits 0 when the
shared material is not there.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys

NOT_PLACES = {"org", "source", "person", "demonym", "metonym"}


def km(a, b):
    la, lb = math.radians(a["lat"]), math.radians(b["lat"])
    h = (math.sin((lb - la) / 2) ** 2
         + math.cos(la) * math.cos(lb) * math.sin(math.radians(b["lon"] - a["lon"]) / 2) ** 2)
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def overlapping(span, items):
    return [i for i in items if min(i["end"], span["end"]) > max(i["start"], span["start"])]


def annotate(program, records):
    lines = "".join(json.dumps({k: r[k] for k in ("id", "text", "dct", "lang")}, ensure_ascii=False) + "\n"
                    for r in records)
    done = subprocess.run([program, "annotate", "-"], input=lines.encode(), capture_output=True, check=True)
    return {r["id"]: r for r in map(json.loads, done.stdout.decode().splitlines())}


def place_faults(gold, found):
    for t in gold["toponyms"]:
        hits = overlapping(t, found["toponyms"])
        located = [h for h in hits if h["use"] == "location"]
        if t["use"] == "location":
            if not located:
                yield f"location missed: {t['text']} at {t['start']} (found as {[h['use'] for h in hits]})"
            elif t["lat"] is not None and not any(right_place(t, h) for h in located):
                yield f"location misplaced: {t['text']} at {t['start']} -> {[h.get('place_id') for h in located]}"
        elif t["use"] in NOT_PLACES and located:
            yield f"{t['use']} taken for a location: {t['text']} at {t['start']}"


def right_place(gold, found):
    if gold.get("feature") == "country":
        return found.get("country") == gold["country"] and found.get("feature") == "country"
    return found.get("lat") is not None and km(gold, found) <= 10


def trap_faults(gold, found):
    for trap in gold["traps"]:
        rule, span = trap["must_not"], trap
        places = [t for t in overlapping(span, found["toponyms"]) if t["use"] == "location"]
        events = overlapping(span, found["events"])
        bad = None
        if rule.startswith(("place", "separate place", "feature")):
            bad = [t["text"] for t in places if not rule.startswith("feature") or t.get("feature") == "island"]
        elif rule.startswith("event place"):
            bad = [e["trigger"] for e in found["events"]
                   for t in overlapping(span, found["toponyms"])
                   if e.get("place_id") and e["place_id"] == t.get("place_id")
                   and e["place_id"] not in located_ids(gold, found, span)]
        elif rule.startswith("ongoing"):
            bad = [e["trigger"] for e in events if e["date_precision"] == "ongoing"]
        elif rule.startswith(("completed", "event as asserted")) or "as asserted" in rule:
            bad = [e["trigger"] for e in events if e["status"] == "asserted" and e["start"] >= span["start"]]
        elif rule.startswith("plural"):
            bad = [e["trigger"] for e in found["events"] if near(e, span)
                   and (e["fatalities"] or {}).get("best") not in (None, 2)]
        elif rule.startswith("Benghazi"):
            bad = [e["trigger"] for e in found["events"] if near(e, span) and e.get("place_name") == "Benghazi"]
        elif rule.split(":")[0].split()[0].isupper() or rule.startswith(("event", "a separate event")):
            bad = [e["trigger"] for e in events if e["end"] <= span["end"] and e["start"] >= span["start"]]
        if bad:
            yield f"trap: {trap['text']}: must not be {rule}: {bad}"


def near(event, span):
    return abs(event["start"] - span["start"]) < 120


def located_ids(gold, found, span):
    """Places that the gold accepts as locations of events elsewhere in the article."""
    ids = set()
    for t in gold["toponyms"]:
        if t["use"] == "location" and t.get("event_locus", True) and t["start"] != span["start"]:
            ids |= {p.get("place_id") for p in overlapping(t, found["toponyms"])}
    return ids


def date_faults(gold, found):
    for t in gold["timex"]:
        values = [h["value"] for h in overlapping(t, found["timex"])]
        if t["value"] not in values:
            yield f"date: {t['text']} at {t['start']}: expected {t['value']}, found {values}"
    if gold["dct"] is None:
        for e in found["events"]:
            if e["date_start"] or e["date_end"]:
                yield f"date invented without a publication date: {e['trigger']} {e['date_start']}"


def event_faults(gold, found):
    left = list(found["events"])
    for e in sorted(gold["events"], key=lambda e: e["optional"]):
        same = [p for p in left if p["type"] == e["type"]]
        exact = [p for p in same if event_place_right(e, p) and event_date_right(e, p)]
        best = (overlapping(e, exact) or exact or overlapping(e, same) or [None])[0]
        if best in left:
            left.remove(best)
        if e["optional"]:
            continue
        label = f"{e['type']} {e['trigger_text']} at {e['start']}"
        if best is None:
            yield f"event missed: {label}"
        elif not exact:
            yield (f"event wrong: {label}: expected {e['place']} {e['date_start']}/{e['date_precision']}, found "
                   f"{best.get('place_name')} {best['date_start']}/{best['date_precision']}")
    for p in left:
        if not any(g["type"] == p["type"] and event_place_right(g, p) for g in gold["events"]):
            yield f"note: extra event {p['type']} {p['trigger']} at {p['start']} {p.get('place_name')} {p['status']}"


def event_place_right(gold, found):
    if gold["lat"] is None:
        return found["lat"] is None
    if gold["geo_precision"] == "country":
        return found["country"] == gold["country"] and found["geo_precision"] == "country"
    return found["lat"] is not None and found["geo_precision"] != "country" and km(gold, found) <= 10


def event_date_right(gold, found):
    if gold["date_start"] is None and gold["date_end"] is None:
        return found["date_start"] is None and found["date_end"] is None
    if gold["date_precision"] == "day":
        return found["date_start"] == gold["date_start"]
    return bool(found["date_start"] or found["date_end"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--events", action="store_true", help="fail for missed events, too, not only for false ones")
    options = parser.parse_args()
    gold_file = options.shared / "seeds" / "gold.jsonl"
    if not gold_file.exists():
        print(f"SKIPPED: no {gold_file.name} (the seed articles are not part of this repository)")
        return 0
    records = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
    found = annotate(options.program, records)
    failed = 0
    for gold in records:
        result = found[gold["id"]]
        hard = [*place_faults(gold, result), *trap_faults(gold, result), *date_faults(gold, result)]
        soft = list(event_faults(gold, result))
        missed = [s for s in soft if not s.startswith("note")]
        failed += len(hard) + (len(missed) if options.events else 0)
        print(f"{gold['id']}: {len(result['toponyms'])} toponyms, {len(result['events'])} events; "
              f"{len(hard)} faults, {len(missed)} events missed or wrong")
        for line in hard + soft:
            print("  " + line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
