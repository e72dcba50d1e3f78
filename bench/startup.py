#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What yaqut adds to the start of an empty program linked with GDAL: time and peak memory, medians of one run.

    startup.py BUILD_DIR [--runs N]

Both programs run alternately on a warm file cache; yaqut annotates one article of one word with the bundled gazetteer.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time


def run(command):
    """-> (milliseconds, peak resident MB)"""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[0]} failed")
    return (time.perf_counter() - begin) * 1000, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=41)
    options = parser.parse_args()
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as article:
        article.write("لا\n")
        article.flush()
        commands = {"empty": [options.build / "bench" / "empty_gdal"],
                    "yaqut": [options.build / "bin" / "yaqut", "annotate", "-q", article.name]}
        for command in commands.values():
            run(command)
        results = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                results[name].append(run(command))
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}
    for name, (milliseconds, megabytes) in medians.items():
        print(f"{name:6s} {milliseconds:7.1f} ms {megabytes:7.1f} MB")
    print(f"adds   {medians['yaqut'][0] - medians['empty'][0]:7.1f} ms {medians['yaqut'][1] - medians['empty'][1]:7.1f} MB")


if __name__ == "__main__":
    main()
