# SPDX-License-Identifier: Apache-2.0
"""First-level unit of a point by the polygon it lies in, or the nearest one a few kilometres away."""

import math

from osgeo import ogr

SNAP_KM = 5.0
KM_PER_DEGREE = 111.2
# Classes that belong to one unit; seas, rivers and regions may span several.
POINTS = ("city", "district", "airport", "facility", "camp", "road", "other", "adm2")


class Units:
    """Polygons of first-level units by country."""

    def __init__(self, pairs):
        """`pairs`: (country, key, polygon); the key is whatever the caller wants back."""
        self.by_country = {}
        for cc, key, shape in pairs:
            self.by_country.setdefault(cc, []).append((shape.GetEnvelope(), key, shape))

    def find(self, cc, lat, lon):
        """(key, km) of the unit of `cc` that contains the point or is nearest, or None beyond the snap distance.

        Distances are in degrees of latitude with longitude shrunk at the point, good enough for a few kilometres.
        """
        best = None
        stretch = max(0.05, math.cos(math.radians(lat)))
        margin = SNAP_KM / KM_PER_DEGREE / stretch
        point = ogr.CreateGeometryFromWkt(f"POINT ({lon} {lat})")
        for (x1, x2, y1, y2), key, shape in self.by_country.get(cc, ()):
            if not (x1 - margin <= lon <= x2 + margin and y1 - margin <= lat <= y2 + margin):
                continue
            if shape.Contains(point):
                return key, 0.0
            km = shape.Distance(point) * KM_PER_DEGREE * (1 + stretch) / 2
            if km <= SNAP_KM and (best is None or km < best[1]):
                best = key, km
        return best

    def distance_km(self, cc, key, lat, lon):
        """Kilometres from the point to the unit `key` of `cc`: 0 inside."""
        point = ogr.CreateGeometryFromWkt(f"POINT ({lon} {lat})")
        stretch = max(0.05, math.cos(math.radians(lat)))
        return min(shape.Distance(point) * KM_PER_DEGREE * (1 + stretch) / 2
                   for _, other, shape in self.by_country[cc] if other == key)


def fill_units(gaz, lines):
    """Gives points without a first-level unit the one their polygon has; what a source says is kept."""
    units = Units((place.cc, place.adm1, shape) for place, shape in lines if place.cls == "adm1" and place.adm1)
    filled = 0
    for place in gaz.places.values():
        if place.adm1 or not place.cc or place.cls not in POINTS:
            continue
        found = units.find(place.cc, place.lat, place.lon)
        if found:
            place.adm1 = found[0]
            filled += 1
    return filled
