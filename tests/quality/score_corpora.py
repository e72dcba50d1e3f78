#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Annotates the labelled corpora and scores the result; prints one table for docs/quality.md.

    score_corpora.py --program YAQUT --shared DIR [--split dev|train] [--corpus NAME]... [--keep DIR]

Uses the scorer of the shared material; nothing is copied from it. Figures come from the program alone: gold spans are
not shown to it.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

# Corpora that label nationality words as places are scored with demonyms.
WITH_DEMONYMS = {"lgl", "trnews", "geowebnews"}
COLUMNS = [("toponyms", "precision"), ("toponyms", "recall"), ("toponyms", "f1"), ("resolution", "at10km"),
           ("resolution", "at161km"), ("resolution", "e2e_f1"), ("timex", "f1"), ("timex", "recall"),
           ("timex", "value_accuracy"), ("events", "type_f1"), ("events", "type+place_f1"), ("events", "all_f1")]


def annotate(program, gold, output):
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    lines = "".join(json.dumps({k: r[k] for k in ("id", "text", "dct", "lang") if r.get(k) is not None},
                               ensure_ascii=False) + "\n" for r in records)
    done = subprocess.run([program, "annotate", "-"], input=lines.encode(), capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"annotate failed on {gold}: {done.stderr.decode()[-2000:]}")
    output.write_bytes(done.stdout)


def score(scorer, gold, predictions, corpus):
    uses = ["--uses", "location,metonym,demonym"] if corpus in WITH_DEMONYMS else []
    done = subprocess.run([sys.executable, scorer, gold, predictions, "--json", *uses], capture_output=True, check=False)
    if not done.stdout:
        sys.exit(f"the scorer failed on {corpus}: {done.stderr.decode()[-2000:]}")
    return json.loads(done.stdout)


def row(corpus, result):
    cells = [corpus, str(result["records"])]
    for task, measure in COLUMNS:
        value = result.get(task, {}).get(measure)
        cells.append("" if value is None else f"{value:.3f}")
    events = result.get("events")
    cells.append(f"{events['false_points']}/{events['points']}" if events else "")
    return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--corpus", action="append")
    parser.add_argument("--keep", type=pathlib.Path, help="folder that keeps the annotations")
    options = parser.parse_args()
    corpora = options.shared / "corpora"
    if not corpora.exists():
        print("SKIPPED: the labelled corpora are not here")
        return 0
    names = options.corpus or sorted(p.parent.name for p in corpora.glob(f"*/{options.split}.jsonl"))
    print("| corpus | records | P | R | F1 | at10 | at161 | e2e | timex F1 | recall | value | event type | +place | all | "
          "false points |")
    print("|---" * 15 + "|")
    with tempfile.TemporaryDirectory() as folder:
        keep = options.keep or pathlib.Path(folder)
        keep.mkdir(parents=True, exist_ok=True)
        for name in names:
            gold, predictions = corpora / name / f"{options.split}.jsonl", keep / f"{name}.jsonl"
            annotate(options.program, gold, predictions)
            print(row(name, score(options.shared / "eval" / "score.py", gold, predictions, name)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
