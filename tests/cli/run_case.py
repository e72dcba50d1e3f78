#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a transcript of the command line and compares exit codes and bytes.

    run_case.py CASE --program YAQUT [--data DIR]... [--update]

A case is a text file. "# ..." at its head is a comment. Each line "$ COMMAND" is run by sh in a fresh folder that holds
copies of the data folders; `yaqut` is the program under test. The lines after it are what is expected, exactly:

    text            standard output
    ! text          standard error
    [N]             exit code, when it is not 0

--update rewrites the case with what was found.
"""
import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def parse(text):
    """-> (comment lines, [(command, expected lines)])"""
    head, steps = [], []
    for line in text.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        elif steps:
            steps[-1][1].append(line)
        else:
            head.append(line)
    return head, steps


def run(command, folder, program):
    environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(folder),
                   "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=300, check=False)
    lines = done.stdout.decode("utf-8", "backslashreplace").splitlines()
    lines += ["! " + line if line else "!" for line in done.stderr.decode("utf-8", "backslashreplace").splitlines()]
    if done.returncode != 0:
        lines.append(f"[{done.returncode}]")
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("case", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--data", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()

    head, steps = parse(options.case.read_text(encoding="utf-8"))
    if not steps:
        sys.exit(f"{options.case}: no commands")
    with tempfile.TemporaryDirectory() as folder:
        for data in options.data:
            shutil.copytree(data, pathlib.Path(folder) / data.name)
        found = [(command, run(command, folder, options.program.resolve())) for command, _ in steps]

    if options.update:
        text = head + [line for command, lines in found for line in ["$ " + command, *lines]]
        options.case.write_text("\n".join(text) + "\n", encoding="utf-8")
        return 0
    failed = False
    for (command, expected), (_, actual) in zip(steps, found):
        if expected != actual:
            failed = True
            print(f"$ {command}")
            print("\n".join(difflib.unified_diff(expected, actual, "expected", "found", lineterm="")))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
