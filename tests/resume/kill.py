#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills runs with --resume at random moments and continues them: what comes out must be what an undisturbed run gives,
byte for byte, with nothing left behind. Then interrupts runs as users do.

    kill.py --program YAQUT --work FOLDER [--articles N] [--kills N] [--seed N]
"""
import argparse
import json
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import time

import articles

DONE_BEFORE = re.compile(rb"goes on behind (\d+) articles")


def contents(folder):
    """All files of a folder, hidden ones too, with their bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file()}


def check(good, what):
    if not good:
        sys.exit(f"kill.py: {what}")


class Runs:
    """Commands over the same articles."""

    def __init__(self, options):
        self.program = options.program.resolve()
        self.work = options.work
        self.inputs = self.work / "in"

    def command(self, kind, out, *more):
        output = ["-o", out] if kind == "map" else ["-o", out / "found.jsonl"]
        formats = ["-f", "geojson,shp,csv"] if kind == "map" else []
        return [self.program, kind, self.inputs, *output, *formats, "--threads", "2", *more]

    def fresh(self, name):
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def whole(self, kind):
        """-> (files of an undisturbed run, its seconds, its exit code)"""
        folder = self.fresh("whole-" + kind)
        begin = time.monotonic()
        done = subprocess.run(self.command(kind, folder), capture_output=True, check=False)
        return contents(folder), time.monotonic() - begin, done.returncode

    def killed(self, kind, folder, seconds, how, *more):
        """Starts a run and sends it a signal -> (exit code, standard error); the code is None when it was done."""
        process = subprocess.Popen(self.command(kind, folder, *more), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE)
        try:
            _, errors = process.communicate(timeout=seconds)
            return None, errors
        except subprocess.TimeoutExpired:
            process.send_signal(how)
            _, errors = process.communicate()
            return process.returncode, errors


def kill_runs(runs, kind, kills, random_):
    """-> (kills that hit a run, runs that went on, fewest and most articles that were done before)"""
    expected, seconds, code = runs.whole(kind)
    hit, behind = 0, []
    for _ in range(kills):
        folder = runs.fresh("killed-" + kind)
        result, _ = runs.killed(kind, folder, random_.uniform(0.02, 1.0) * seconds, signal.SIGKILL, "--resume")
        if result is None:
            check(contents(folder) == expected, f"{kind} --resume: another result than without")
            continue
        hit += 1
        again = subprocess.run(runs.command(kind, folder, "--resume"), capture_output=True, check=False)
        if b"exists already" in again.stderr:  # it was through, and all but gone
            check(contents(folder) == expected, f"{kind}: killed at its very end, another result")
            continue
        check(again.returncode == code, f"{kind}: exit code {again.returncode}: {again.stderr.decode()}")
        found = contents(folder)
        check(found.keys() == expected.keys(), f"{kind}: files {sorted(found)}, expected {sorted(expected)}")
        check(found == expected, f"{kind}: another result than that of an undisturbed run")
        if done_before := DONE_BEFORE.search(again.stderr):
            behind.append(int(done_before.group(1)))
    check(behind, f"{kind}: no run went on with what was done")
    print(f"{kind}: {hit} of {kills} kills hit a run of {seconds:.1f} s; {len(behind)} went on behind "
          f"{min(behind)} to {max(behind)} articles; all results are the same")


def interrupt_runs(runs):
    """Signals that ask: exit codes, what stays, what is said."""
    expected, seconds, code = runs.whole("map")
    for how, exit_code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        folder = runs.fresh("asked")
        (folder / "events.geojson").write_text("of yesterday")
        result, errors = runs.killed("map", folder, 0.5 * seconds, how, "--overwrite", "--report",
                                     folder / "report.json")
        if result is None:
            continue  # a machine much faster than a moment ago
        check(result == exit_code, f"{how}: exit code {result}")
        check(b"interrupted after" in errors and b"--resume" in errors, f"{how}: said {errors.decode()}")
        report = json.loads((folder / "report.json").read_text())
        check(report["outcome"] == "interrupted" and not report["outputs"], f"{how}: report {report}")
        (folder / "report.json").unlink()
        check(contents(folder) == {"events.geojson": b"of yesterday"}, f"{how}: left {sorted(contents(folder))}")
        (folder / "events.geojson").unlink()
        result, errors = runs.killed("map", folder, 0.5 * seconds, how, "--resume")
        check(result in (exit_code, None), f"{how} with --resume: exit code {result}")
        if result is not None:
            again = subprocess.run(runs.command("map", folder, "--resume"), capture_output=True, check=False)
            check(again.returncode == code, f"went on with exit code {again.returncode}: {again.stderr.decode()}")
        check(contents(folder) == expected, f"{how} with --resume: another result")
    print("interrupts: exit codes, messages and results as they should be")


def interrupt_waiting(runs):
    """Signals while standard input gives nothing: what came before is written, whole."""
    line = json.dumps({"id": "a", "text": "Aircraft struck positions near Benghazi."})
    for command, text in ((["annotate", "-"], line + "\n"), (["geocode", "-"], "name\nBenghazi\n")):
        process = subprocess.Popen([runs.program, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdin.write(text.encode())
        process.stdin.flush()
        time.sleep(2.0)  # until it reads its input
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        output, errors = process.stdout.read(), process.stderr.read()
        process.stdin.close()
        check(process.returncode == 130, f"{command[0]}: exit code {process.returncode}: {errors.decode()}")
        check(b"interrupted after 1 " in errors, f"{command[0]}: said {errors.decode()}")
        check(output.endswith(b"\n") and b"Benghazi" in output, f"{command[0]}: wrote {output.decode()}")
    print("interrupts while waiting: what came before is written")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--articles", type=int, default=6000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    runs = Runs(options)
    articles.write_files(runs.fresh("in"), options.articles, options.seed)
    random_ = random.Random(options.seed)
    kill_runs(runs, "map", options.kills, random_)
    kill_runs(runs, "annotate", options.kills, random_)
    interrupt_runs(runs)
    interrupt_waiting(runs)


if __name__ == "__main__":
    main()
