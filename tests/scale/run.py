#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generates files in the format of GeoNames, compiles them, and says what it took.

--small: 50,000 rows, compiled once with room for everything and once with so little memory that every sort goes to
temporary files in several runs; both must give the same bytes. Otherwise one build, then look-ups beside those in the
base gazetteer.
"""
import argparse
import filecmp
import os
import subprocess
import sys
import time


def run(command):
    """Output of a program; ends everything when it fails."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"failed: {' '.join(str(part) for part in command)}")
    return done.stdout


def build(options, folder, output, megabytes):
    """The report of build_geonames as a dict."""
    lines = run([options.build, f"{folder}/allCountries.txt", f"{folder}/alternateNamesV2.txt", megabytes,
                 options.base or "-", output]).splitlines()
    report = {key: float(value) for key, value in (line.split() for line in lines)}
    print(", ".join(f"{key} {value:,.1f}".replace(".0", "") for key, value in report.items()))
    return report


def left_over(folder):
    """Temporary files that should be gone."""
    return [name for name in os.listdir(folder) if "yaqut-" in name or ".part-" in name]


def small(options):
    """The check that runs with the other tests."""
    run([options.generate, options.work, 50000, 110000, 1])
    roomy, tight = f"{options.work}/roomy.yqg", f"{options.work}/tight.yqg"
    report = build(options, options.work, roomy, 2048)
    build(options, options.work, tight, 1)
    if not filecmp.cmp(roomy, tight, shallow=False):
        sys.exit("the two builds differ")
    if report["places"] < 49000 or report["names"] < 100000:
        sys.exit("places or names are missing")
    if left_over(options.work):
        sys.exit(f"left behind: {left_over(options.work)}")
    print("the same bytes")


def large(options):
    """The full size, by hand."""
    start = time.monotonic()
    if not os.path.exists(f"{options.work}/alternateNamesV2.txt"):
        run([options.generate, options.work, options.rows, options.names, 1])
        print(f"generated in {time.monotonic() - start:.0f} s")
    output = f"{options.work}/large.yqg"
    build(options, options.work, output, options.memory)
    if options.lookup:
        print(run([options.lookup, options.base, output]), end="")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--generate", required=True, help="generate_geonames")
    parser.add_argument("--build", required=True, help="build_geonames")
    parser.add_argument("--lookup", help="gazetteer_lookup; needs --base")
    parser.add_argument("--base", help="compiled gazetteer to merge with")
    parser.add_argument("--work", required=True, help="folder for files; those generated before are used again")
    parser.add_argument("--rows", type=int, default=13_000_000)
    parser.add_argument("--names", type=int, default=30_000_000)
    parser.add_argument("--memory", type=int, default=1024, help="MB")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    (small if options.small else large)(options)


if __name__ == "__main__":
    main()
