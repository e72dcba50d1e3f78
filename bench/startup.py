#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What yaqut adds to the start of an empty program linked with GDAL: time and peak memory, medians of one run.

    startup.py BUILD_DIR [--runs N]

Both programs run alternately on a warm file cache; yaqut annotates one article of one word with the bundled gazetteer.
"""
import argparse
import pathlib
import statistics
import tempfile

from measure import run


def measure(build, runs):
    """-> {program: (milliseconds, megabytes)}, of an empty program with GDAL and of yaqut"""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as article:
        article.write("لا\n")
        article.flush()
        commands = {"empty": [build / "bench" / "empty_gdal"], "yaqut": [build / "bin" / "yaqut", "annotate", "-q", article.name]}
        for command in commands.values():
            run(command)
        results = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                taken = run(command)
                results[name].append((taken.clock * 1000, taken.megabytes))
    return {name: tuple(statistics.median(column) for column in zip(*rows)) for name, rows in results.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=41)
    options = parser.parse_args()
    medians = measure(options.build, options.runs)
    for name, (milliseconds, megabytes) in medians.items():
        print(f"{name:6s} {milliseconds:7.1f} ms {megabytes:7.1f} MB")
    print(f"adds   {medians['yaqut'][0] - medians['empty'][0]:7.1f} ms {medians['yaqut'][1] - medians['empty'][1]:7.1f} MB")


if __name__ == "__main__":
    main()
