#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What every format leaves on the disk: the same bytes at any time, with any number of threads, in any time zone; the
old files whole when a run is killed or the disk is full; the other formats when one cannot be written.

    outputs_test.py --program YAQUT --articles DIR

Parts that need strace, or root to mount a small file system, print SKIPPED and why.
"""
import argparse
import contextlib
import datetime
import io
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

FORMATS = ("geojson", "shp", "csv", "geojsonl", "gpkg", "fgb", "kml", "xlsx", "html")
PARTS = {"shp": (".shp", ".dbf", ".shx", ".prj", ".cpg")}
EPOCH = "1600000000"  # 2020-09-13


def expect(what, found, wanted):
    if found != wanted:
        raise AssertionError(f"{what}: expected {wanted!r}, found {found!r}")


def command(program, articles, folder, *more):
    return [program, "map", str(articles), "-o", str(folder), "-q", *more]


def contents(folder):
    """-> {name: bytes} of all that is in the folder, hidden files too"""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def unpacked(data):
    """-> the bytes, those of a spreadsheet without their packing"""
    if data[:2] != b"PK":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def check_reproducible(program, articles, folder):
    """Two runs, seconds apart (a zip counts in steps of two), that differ in all that should not matter."""
    results = []
    for name, threads, zone, language in (("one", 1, "Asia/Baghdad", "C.UTF-8"), ("two", 3, "America/Lima", "C")):
        environment = dict(os.environ, SOURCE_DATE_EPOCH=EPOCH, TZ=zone, LC_ALL=language)
        target = folder / name
        more = ("--threads", str(threads), "--country-points")
        subprocess.run(command(program, articles, target, "-f", ",".join(FORMATS), "--project", *more), check=True,
                       env=environment)
        for profile in ("acled", "ucdp", "gdelt", "lpf"):
            subprocess.run(command(program, articles, target, "--profile", profile, *more), check=True, env=environment)
        results.append(contents(target))
        time.sleep(2.1)
    one, two = results
    expect("files of the second run", sorted(two), sorted(one))
    for ending in (*(f".{name}" for name in FORMATS), ".qml", ".qmd", ".qgs"):
        assert "events" + ending in one, "no " + ending
    now = datetime.datetime.now(datetime.timezone.utc)
    today = [now.strftime(form).encode() for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")]
    for name, data in one.items():
        assert data == two[name], name + " differs from run to run"
        assert not any(day in unpacked(data) for day in today), name + " holds the day on which it was made"
    assert b"2020-09-13" in one["events.gpkg"], "SOURCE_DATE_EPOCH is not honoured"


def write_articles(path, count, killed):
    with open(path, "w", encoding="utf-8") as file:
        for i in range(count):
            json.dump({"id": f"article-{i}", "dct": f"{2015 + i % 7}-{i % 12 + 1:02}-{i % 28 + 1:02}",
                       "text": f"Shells hit the airport of Benghazi on Monday, killing {killed} people. "
                               "Two men were arrested in Misrata."}, file)
            file.write("\n")
    return path


def visible(folder):
    return {name: data for name, data in contents(folder).items() if not name.startswith(".")}


def check_whole(what, found, old, new):
    """Every file is that of one run or the other, and all of them are there; only a shapefile may lack its .shp, never
    have one that does not belong to the rest."""
    for name, data in found.items():
        assert data in (old.get(name), new.get(name)), f"{what}: {name} is neither the old nor the new one"
    missing = sorted(set(old) - set(found))
    assert not [name for name in missing if pathlib.Path(name).suffix not in PARTS["shp"]], f"{what}: {missing} lost"
    if "events.shp" in found:
        parts = {name: found.get(name) for name in old if pathlib.Path(name).suffix in PARTS["shp"]}
        assert parts in ({n: old[n] for n in parts}, {n: new[n] for n in parts}), f"{what}: a shapefile of two runs"


class Kills:
    """One format: what a run leaves of an earlier result when it is killed."""

    def __init__(self, program, folder, name, articles):
        self.program, self.name, self.folder = program, name, folder
        self.options = ("-f", name, "--no-merge", "--overwrite", "--threads", "1")
        self.first, self.second = articles
        self.target = folder / "result"
        self.old = self.result_of(self.first)
        self.new = self.result_of(self.second)
        assert self.old != self.new
        self.kept = self.result_of(self.first) and folder / "kept"
        shutil.copytree(self.target, self.kept)

    def result_of(self, articles):
        subprocess.run(command(self.program, articles, self.target, *self.options), check=True)
        return visible(self.target)

    def reset(self):
        shutil.rmtree(self.target)
        shutil.copytree(self.kept, self.target)

    def by_clock(self, times, seed):
        """At moments that nobody chose, spread over the time that a run takes."""
        start = time.monotonic()
        self.result_of(self.second)
        length = time.monotonic() - start
        dice = random.Random(seed)
        for _ in range(times):
            self.reset()
            with subprocess.Popen(command(self.program, self.second, self.target, *self.options)) as run:
                time.sleep(dice.uniform(0.3, 1.0) * length)
                run.kill()
            check_whole(f"{self.name} killed by the clock", visible(self.target), self.old, self.new)

    def by_call(self, call):
        """At every call of one kind: "rename" puts files in their places. -> how many there are"""
        for number in range(1, 40):
            self.reset()
            run = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                                  "-e", f"inject={call}:signal=SIGKILL:when={number}",
                                  *command(self.program, self.second, self.target, *self.options)], check=False)
            found = visible(self.target)
            if run.returncode == 0:
                expect(f"{self.name}: files of a run that was not killed", found, self.new)
                return number - 1
            check_whole(f"{self.name} killed at {call} {number}", found, self.old, self.new)
            lost = sorted(set(self.old) - set(found))
            if lost:  # nothing is gone: both results wait in the folder for work in progress
                hidden = contents(self.target)
                assert all(any(data == self.old[name] for data in hidden.values()) for name in lost), lost
        raise AssertionError(f"{self.name}: a run of more steps than this test follows")


def can_trace():
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else "processes cannot be traced here: " + done.stderr.strip()


def check_killed(program, folder):
    articles = (write_articles(folder / "first.jsonl", 30, 3), write_articles(folder / "second.jsonl", 40, 4))
    reason = can_trace()
    if reason:
        print(f"SKIPPED kills at every step of a run: {reason}")
    for number, name in enumerate(FORMATS):
        place = folder / name
        place.mkdir()
        kills = Kills(program, place, name, articles)
        kills.by_clock(2, number)
        if not reason:
            steps = kills.by_call("rename")
            assert steps >= len(kills.old) - 1, f"{name}: only {steps} steps were seen"  # a style may stay
            kills.by_call("unlink")
        kills.reset()


@contextlib.contextmanager
def small_disk(folder, size):
    """-> None where it cannot be mounted"""
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def check_full_disk(program, folder):
    few, many = write_articles(folder / "few.jsonl", 5, 3), write_articles(folder / "many.jsonl", 300, 4)
    with small_disk(folder / "disk", "600k") as disk:
        if disk is None:
            print("SKIPPED full disk: a small file system cannot be mounted here (root only)")
            return
        for name in FORMATS:
            target = disk / name
            subprocess.run(command(program, few, target, "-f", name, "--no-merge"), check=True)
            before = contents(target)
            filler = disk / "filler"
            with open(filler, "wb") as file, contextlib.suppress(OSError):
                while shutil.disk_usage(disk).free > 20000:
                    file.write(bytes(4096))
                    file.flush()
            run = subprocess.run(command(program, many, target, "-f", name, "--no-merge", "--overwrite"),
                                 stderr=subprocess.PIPE, text=True, check=False)
            expect(f"{name}: exit code on a full disk ({run.stderr.strip()})", run.returncode, 1)
            assert str(target) in run.stderr, f"{name}: no file is named: {run.stderr}"
            assert "No space left" in run.stderr or "disk is full" in run.stderr, f"{name}: {run.stderr}"
            expect(f"{name}: files after a full disk", sorted(contents(target)), sorted(before))
            now = contents(target)
            assert now == before, f"{name}: an old file changed: {[n for n in now if now[n] != before[n]]} {[(len(now[n]), len(before[n])) for n in now if now[n] != before[n]]}"
            shutil.rmtree(target)
            filler.unlink()


def check_one_limit(program, folder):
    """Where one format cannot be written, the others are, and the run says so."""
    articles, whole, target = write_articles(folder / "limit.jsonl", 300, 5), folder / "whole", folder / "limited"
    formats = ("-f", "geojson", "-f", "shp", "--no-merge")
    subprocess.run(command(program, articles, whole, *formats), check=True)
    sizes = {name: len(data) for name, data in contents(whole).items()}
    wanted, too_large = sizes["events.geojson"], sizes["events.dbf"]
    assert wanted < too_large, f"no limit lies between {sizes}"

    def limit_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, ((wanted + too_large) // 2,) * 2)

    report = folder / "report.json"
    run = subprocess.run(command(program, articles, target, *formats, "--report", report), stderr=subprocess.PIPE,
                         text=True, check=False, preexec_fn=limit_files)
    expect(f"exit code of a run that lost a format ({run.stderr.strip()})", run.returncode, 1)
    assert "events.dbf" in run.stderr or "events.shp" in run.stderr, f"the format is not named: {run.stderr}"
    expect("the other format", (target / "events.geojson").read_bytes(), (whole / "events.geojson").read_bytes())
    left = [name for name in contents(target) if name.endswith(PARTS["shp"])]
    expect("parts of the lost format", left, [])
    expect("outcome", json.loads(report.read_text(encoding="utf-8"))["outcome"], "incomplete")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--articles", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_reproducible(options.program, options.articles, folder)
        check_killed(options.program, folder)
        check_full_disk(options.program, folder)
        check_one_limit(options.program, folder)
    print("the files are whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
