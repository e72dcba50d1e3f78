#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long it takes to write many events to a layer, beside ogr2ogr copying that same layer to the same format.

    layers.py BUILD_DIR [--events N] [--runs N] [--formats geojson,shp,gpkg,fgb]

BUILD_DIR is a release build with the target layers_speed. For each format the events are made in memory and written by
yaqut; the time is that of writing alone, from opening the layer to its final name. Then ogr2ogr copies what was written
to another file of the format, once from that file itself and once from a GeoPackage of the same events, the faster of
which counts; its time is that of the whole program. All events have a point, for every layer to hold as many features.
Both take turns, and each figure is the best of its runs.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

DRIVERS = {"geojson": ("GeoJSON", ".geojson"), "shp": ("ESRI Shapefile", ".shp"), "gpkg": ("GPKG", ".gpkg"),
           "fgb": ("FlatGeobuf", ".fgb")}
OPTIONS = {"geojson": ["-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=6"], "shp": ["-lco", "ENCODING=UTF-8"]}


def ours(build, count, name, folder):
    target = folder / f"events{DRIVERS[name][1]}"
    run = subprocess.run([build / "bench" / "layers_speed", str(count), name, target], check=True, capture_output=True,
                         text=True)
    return tuple(map(float, run.stdout.split())), target


def theirs(source, name, folder):
    target = folder / f"copy{DRIVERS[name][1]}"
    for old in folder.glob("copy.*"):
        old.unlink()
    layer = ["events"] if source.suffix == ".gpkg" else []
    start = time.perf_counter()
    process = subprocess.Popen(["ogr2ogr", "-f", DRIVERS[name][0], *OPTIONS.get(name, []), target, source, *layer],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"ogr2ogr cannot copy {source} to {name}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def best(runs):
    return min(wall for wall, _ in runs), min(processor for _, processor in runs)


def measure(build, events, runs, formats):
    """-> rows (format, megabytes, (our seconds by the clock, of the processor), (those of ogr2ogr)), one at a time"""
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        _, package = ours(build, events, "gpkg", folder)
        kept = folder / "source.gpkg"
        os.replace(package, kept)
        for name in formats:
            written, copied = [], []
            for _ in range(runs):
                seconds, target = ours(build, events, name, folder)
                written.append(seconds)
                copied.append(min(theirs(target, name, folder), theirs(kept, name, folder)))
            megabytes = sum(file.stat().st_size for file in folder.glob("events.*")) / 1e6
            for file in folder.glob("events.*"):
                file.unlink()
            yield name, megabytes, best(written), best(copied)
    finally:
        shutil.rmtree(folder)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--formats", default="geojson,shp,gpkg")
    options = parser.parse_args()
    slower = 0
    for name, megabytes, (wall, processor), (copy_wall, copy_processor) in measure(options.build, options.events, options.runs,
                                                                                   options.formats.split(",")):
        slower += copy_wall < wall
        print(f"{name:8} {options.events} events, {megabytes:.0f} MB: yaqut {wall:.2f} s ({processor:.2f} s of processor "
              f"time), ogr2ogr {copy_wall:.2f} s ({copy_processor:.2f} s): {copy_wall / wall:.1f} times as fast", flush=True)
    return 1 if slower else 0


if __name__ == "__main__":
    raise SystemExit(main())
