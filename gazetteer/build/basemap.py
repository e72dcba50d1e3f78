# SPDX-License-Identifier: Apache-2.0
"""The base map of the map page: outlines of countries, made of the polygons in admin1.geojsonl.zst.

    basemap.py ADMIN1.geojsonl.zst BASEMAP.json

One JSON object: country code -> rings; a ring is a flat list of whole hundredths of degrees, longitude and latitude of
the first point, then the step from each point to the next. Outer rings turn left, the holes in one follow it and turn
right. Small islands and details of less than some 4 km are left out.
"""
import collections
import json
import subprocess
import sys

from osgeo import ogr

TOLERANCE = 0.04  # degrees
SMALLEST = 0.01   # square degrees
GAP = 0.03        # degrees


def unions(path):
    """-> country code, polygons by falling area"""
    ogr.UseExceptions()
    units = collections.defaultdict(lambda: ogr.Geometry(ogr.wkbMultiPolygon))
    lines = subprocess.run(["zstdcat", path], check=True, capture_output=True).stdout.decode("utf-8").splitlines()
    for line in lines:
        feature = json.loads(line)
        if feature["properties"]["class"] == "adm1":
            geometry = ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))
            parts = [geometry] if geometry.GetGeometryName() == "POLYGON" else list(geometry)
            for part in parts:
                units[feature["properties"]["cc"]].AddGeometry(part)
    for code in sorted(units):
        # Units of one country do not always meet: the gaps between them are closed first.
        outline = units[code].UnionCascaded().Buffer(GAP, 2).Buffer(-GAP, 2).SimplifyPreserveTopology(TOLERANCE)
        parts = [outline] if outline.GetGeometryName() == "POLYGON" else list(outline)
        yield code, sorted((part.Clone() for part in parts), key=lambda part: -part.Area())


def packed(ring, clockwise):
    points = [(round(100 * ring.GetX(i)), round(100 * ring.GetY(i))) for i in range(ring.GetPointCount())]
    points = [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]
    if len(points) < 4:
        return None
    turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:]))
    if (turn < 0) != clockwise:
        points.reverse()
    flat = list(points[0])
    for before, point in zip(points, points[1:]):
        flat += [point[0] - before[0], point[1] - before[1]]
    return flat


def rings_of(polygons):
    rings = []
    for number, polygon in enumerate(polygons):
        if number > 0 and polygon.Area() < SMALLEST:
            continue
        for i in range(polygon.GetGeometryCount()):
            ring = polygon.GetGeometryRef(i)
            if i > 0 and abs(ring.Area()) < SMALLEST:
                continue
            flat = packed(ring, clockwise=i > 0)
            if flat is None and i == 0:
                break
            if flat is not None:
                rings.append(flat)
    return rings


def main():
    source, target = sys.argv[1:]
    countries = {code: rings_of(polygons) for code, polygons in unions(source)}
    lines = [json.dumps(code) + ":" + json.dumps(rings, separators=(",", ":")) for code, rings in countries.items() if rings]
    with open(target, "w", encoding="utf-8") as out:
        out.write("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    main()
