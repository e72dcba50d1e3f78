#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Speed of the time expression tagger on one core: bench/dates.py BUILD_DIR ARTICLES.jsonl[.gz]...

Builds nothing: cmake --build BUILD_DIR --target dates_speed comes first. Every line of the input is a JSON object with
"text" and, as "date", its day of publication.
"""
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile


def articles(name):
    opener = gzip.open if name.endswith(".gz") else open
    with opener(name, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield f"{record.get('date', '')}\n{record['text']}"


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program = pathlib.Path(sys.argv[1]) / "bench" / "dates_speed"
    if not program.exists():
        sys.exit(f"{program} is missing: cmake --build {sys.argv[1]} --target dates_speed")
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".articles") as file:
        for name in sys.argv[2:]:
            file.writelines(text.replace("\x1e", " ") + "\x1e" for text in articles(name))
        file.flush()
        return subprocess.call([program, file.name])


if __name__ == "__main__":
    sys.exit(main())
