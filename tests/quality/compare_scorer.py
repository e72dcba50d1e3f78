#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`yaqut evaluate` must print the figures that the independent scorer prints, for every labelled corpus.

    compare_scorer.py --program YAQUT --shared DIR

Scores the same annotations with both and compares all lines. Prints SKIPPED when the corpora are not there.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

# One corpus of each kind: news and tweets, all tasks, Arabic and English.
CORPORA = ["events-gold", "idrisi-lmd-ar", "wojood-sample", "ar-weekday-dates", "trnews"]


def output_of(*command, stdin=None):
    done = subprocess.run([str(c) for c in command], input=stdin, capture_output=True, check=False)
    return done.stdout.decode()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    options = parser.parse_args()
    scorer = options.shared / "eval" / "score.py"
    if not scorer.exists():
        print("SKIPPED: the scorer and the labelled corpora are not here")
        return 0
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        predictions = pathlib.Path(folder) / "predictions.jsonl"
        for corpus in CORPORA:
            gold = options.shared / "corpora" / corpus / "train.jsonl"
            records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()][:200]
            sample = pathlib.Path(folder) / f"{corpus}.jsonl"
            sample.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
            plain = "".join(json.dumps({k: r[k] for k in ("id", "text", "dct", "lang") if r.get(k) is not None},
                                       ensure_ascii=False) + "\n" for r in records)
            predictions.write_text(output_of(options.program, "annotate", "-", stdin=plain.encode()), encoding="utf-8")
            expected = output_of(sys.executable, scorer, sample, predictions)
            for arguments in (["--predictions", predictions], []):
                found = output_of(options.program, "evaluate", sample, *arguments)
                same = expected == found and expected != ""
                different += not same
                print(f"{corpus} {'from a file' if arguments else 'annotated anew'}: {'same' if same else 'DIFFERENT'}")
                if not same:
                    print("scorer:\n" + expected + "yaqut:\n" + found)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
