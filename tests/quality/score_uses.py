#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How often the program gives names the use that people gave them.

    score_uses.py --program YAQUT --shared DIR [--half held|learn|all] [--gold FILE] [--floor SHARE]

Without --gold: on the labelled sentences of the news pool (pool_mentions.tsv), by default the half that nothing was learned
from. Prints for each use how many names were found with it and how many that were said to have it do, then all together;
with --floor it fails when the share of names with the right use is lower.

Then what stands on the map, as a strict reader judges it: of the names that the program puts on the map, how many are
locations (use), of these how many are of the right level (level: a town for its governorate is wrong) and in the right place
(place: within 10 km, units 75 km, regions and seas 1,000 km, or the extent of a wide place, since gazetteers set their points apart), and how many are all of it.
Labels without coordinates are right in level and place. --errors FILE writes the wrong ones with the words around them: for
reading only, the file holds article text, and of the learning half only.
"""
import argparse
import collections
import json
import math
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
LEVELS = {"country": "country", "adm1": "unit", "adm2": "unit", "admin": "unit", "city": "town", "district": "site",
          "region": "area", "area": "area", "sea": "area"}
REACH_KM = {"unit": 75, "area": 1000}
NEAR_KM = 10
WIDE = {"adm1", "adm2", "region", "sea", "water", "island", "mountain"}
EARTH_KM = 6371


def lines_of(file):
    return [json.loads(line) for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines() if line.strip()]


def annotate(program, gold):
    lines = "".join(json.dumps({k: g[k] for k in ("id", "text", "dct", "lang") if g.get(k)}, ensure_ascii=False) + "\n"
                    for g in gold)
    done = subprocess.run([program, "annotate", "-"], input=lines.encode(), capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"annotate failed: {done.stderr.decode()[-2000:]}")
    return {a["id"]: a["toponyms"] for a in map(json.loads, done.stdout.decode().splitlines())}


def overlap(a, b):
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def pairs(document, found):
    """(label, name said); None where one of the two is missing."""
    ignored = [{"start": a, "end": b} for a, b in (document.get("meta") or {}).get("ignore", [])]
    left = [t for t in found if all(overlap(t, span) <= 0 for span in ignored)]
    for label in document["toponyms"]:
        best = max(left, key=lambda t: (overlap(t, label), t["start"] - t["end"]), default=None)
        if best is None or overlap(best, label) <= 0:
            yield label, None
        else:
            left.remove(best)
            yield label, best
    yield from ((None, t) for t in left)


def use_of(name):
    return name and name["use"]


def level_of(name):
    return LEVELS.get(name["feature"], "site")


def km_between(a, b):
    lon1, lat1, lon2, lat2 = (math.radians(x) for x in (a["lon"], a["lat"], b["lon"], b["lat"]))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1, math.sqrt(half)))


def right_level(label, said):
    """A site may be shown at its town or at anything that is no unit; a region may be a unit, a small area the town in it."""
    wanted, given = level_of(label), level_of(said)
    if wanted == given:
        return True
    if wanted == "area" and given == "town":
        return km_between(label, said) <= NEAR_KM
    return (wanted == "site" and given in ("town", "area")) or {wanted, given} == {"area", "unit"} or \
        (wanted == "area" and given == "site")


def right_place(label, said):
    if label.get("place") and label["place"] == said["place_id"]:
        return True
    if level_of(label) == "country":
        return label["country"] == said["country"]
    extent = said["radius_km"] if said["feature"] in WIDE else 0  # readers set the point of a river or state where they like
    return km_between(label, said) <= max(REACH_KM.get(level_of(label), NEAR_KM), extent)


def judge_mapped(label, said):
    """What is wrong with a name on the map: "use", "level", "place", or nothing."""
    if use_of(label) != "location":
        return "use"
    if "lat" not in label:
        return ""
    if label.get("place") and label["place"] == said["place_id"]:
        return ""
    if not right_level(label, said):
        return "level"
    return "" if right_place(label, said) else "place"


def is_mapped(name):
    return name is not None and name["use"] == "location" and name["lat"] is not None and name.get("on_map", True)


def print_mapped(matched):
    wrong = collections.Counter(judge_mapped(label, said) for _, label, said in matched if is_mapped(said))
    left = total = sum(wrong.values())
    for row in ("use", "level", "place"):
        print(f"{row:9} {left - wrong[row]} of {left} on the map right")
        left -= wrong[row]
    print(f"mapped    {left} of {total}: {left / max(1, total):.3f}")


def write_errors(file, matched):
    with open(file, "w", encoding="utf-8") as out:
        for document, label, said in matched:
            fault = judge_mapped(label, said) if is_mapped(said) else ("" if use_of(label) == use_of(said) else "use")
            if not fault:
                continue
            at = label or said
            text = document["text"]
            around = text[max(0, at["start"] - 90):at["start"]] + "[[" + text[at["start"]:at["end"]] + "]]" + \
                text[at["end"]:at["end"] + 90]
            show = {k: (label or {}).get(k) for k in ("use", "place", "feature", "lat", "lon")}
            given = said and (f"{said['use']} {said['name']} {said['feature']} {said['place_id']} {said['lat']},"
                              f"{said['lon']} {said['score']} {'mapped' if is_mapped(said) else ''}")
            print(fault, document["id"], show if label else "no name", "|", given, "|", " ".join(around.split()), file=out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--half", choices=("learn", "held", "all"), default="held")
    parser.add_argument("--gold", type=pathlib.Path)
    parser.add_argument("--floor", type=float, default=0.0)
    parser.add_argument("--errors", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gold = options.gold or pathlib.Path(folder) / "pool.jsonl"
        if not options.gold:
            subprocess.run([sys.executable, HERE / "pool_mentions.py", "--shared", options.shared, "--half",
                            options.half, gold], check=True)
            if not gold.exists():
                return 0
        documents = lines_of(gold)
    found = annotate(options.program, documents)
    matched = [(d, *pair) for d in documents for pair in pairs(d, found[d["id"]])]
    counts = collections.Counter((use_of(label), use_of(said)) for _, label, said in matched)
    labelled = sum(n for (use, _), n in counts.items() if use)
    right = sum(n for (use, said), n in counts.items() if use and use == said)
    for use in sorted({u for u, _ in counts if u}):
        of = sum(n for (u, _), n in counts.items() if u == use)
        said = sum(n for (_, s), n in counts.items() if s == use)
        print(f"{use:9} {counts[use, use]} of {of} found, {counts[use, use]} of {said} right")
    print(f"all       {right} of {labelled}: {right / max(1, labelled):.3f}; "
          f"{sum(n for (use, _), n in counts.items() if not use)} that are no names")
    print_mapped(matched)
    if options.errors:
        write_errors(options.errors, matched)
    return 0 if right >= options.floor * labelled else 1


if __name__ == "__main__":
    sys.exit(main())
