#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How often the program gives names the use that people gave them.

    score_uses.py --program YAQUT --shared DIR [--half held|learn|all] [--gold FILE] [--floor SHARE]

Without --gold: on the labelled sentences of the news pool (pool_mentions.tsv), by default the half that nothing was learned
from. Prints for each use how many names were found with it and how many that were said to have it do, then all together;
with --floor it fails when the share of names with the right use is lower.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


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
    """(use of the label, use said); None where one of the two is missing."""
    ignored = [{"start": a, "end": b} for a, b in (document.get("meta") or {}).get("ignore", [])]
    left = [t for t in found if all(overlap(t, span) <= 0 for span in ignored)]
    for label in document["toponyms"]:
        best = max(left, key=lambda t: overlap(t, label), default=None)
        if best is None or overlap(best, label) <= 0:
            yield label["use"], None
        else:
            left.remove(best)
            yield label["use"], best["use"]
    yield from ((None, t["use"]) for t in left)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--half", choices=("learn", "held", "all"), default="held")
    parser.add_argument("--gold", type=pathlib.Path)
    parser.add_argument("--floor", type=float, default=0.0)
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
    counts = collections.Counter(p for d in documents for p in pairs(d, found[d["id"]]))
    labelled = sum(n for (use, _), n in counts.items() if use)
    right = sum(n for (use, said), n in counts.items() if use and use == said)
    for use in sorted({u for u, _ in counts if u}):
        of = sum(n for (u, _), n in counts.items() if u == use)
        said = sum(n for (_, s), n in counts.items() if s == use)
        print(f"{use:9} {counts[use, use]} of {of} found, {counts[use, use]} of {said} right")
    print(f"all       {right} of {labelled}: {right / max(1, labelled):.3f}; "
          f"{sum(n for (use, _), n in counts.items() if not use)} that are no names")
    return 0 if right >= options.floor * labelled else 1


if __name__ == "__main__":
    sys.exit(main())
