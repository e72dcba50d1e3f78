# SPDX-License-Identifier: Apache-2.0
"""Places and names in memory, and the writer of the two tables."""

import math
import re

from . import text

PLACE_COLUMNS = "id class fcode lat lon radius_km cc adm1 adm1_name pop importance src".split()
NAME_COLUMNS = "place_id name lang kind ambig why src".split()
# Countries whose points keep five decimals.
EXACT = set("LY EG TN DZ MA EH SD SY IQ JO LB PS SA YE OM AE QA BH KW MR SO DJ KM IL".split())
CLASSES = ("country adm1 adm2 city district airport facility camp region sea water island "
           "mountain road other").split()
KINDS = "official short alt historic colloquial demonym translit abbrev".split()


class Place:
    """One gazetteer entry; `names` keeps the order of preference."""

    def __init__(self, pid, cls, fcode, lat, lon, cc, src, adm1="", pop=0, radius=0.0, importance=0.0):
        self.id, self.cls, self.fcode = pid, cls, fcode
        self.lat, self.lon, self.cc, self.src = lat, lon, cc, src
        self.adm1, self.adm1_name = adm1, ""
        self.pop, self.radius, self.importance = pop, radius, importance
        self.names = []
        self._seen = {}

    def add(self, name, lang, kind, src, first=False, clean=True):
        """Add a name unless one with the same key is there; `first` moves it to the front."""
        name = text.clean(name) if clean else name
        if not name or len(name) > 80:
            return
        exact = (name if text.ARABIC_ANY.search(name) else text.latin_key(name), kind == "demonym")
        if exact in self._seen:
            old = self._seen[exact]
            if first:
                self.names.remove(old)
                self.names.insert(0, old)
                old[0], old[1], old[2] = name, lang, kind
            elif old[1] == "und" and lang != "und":
                old[1] = lang
            return
        row = [name, lang, kind, src]
        self._seen[exact] = row
        self.names.insert(0 if first else len(self.names), row)

    def has_arabic(self):
        return any(text.ARABIC_ANY.search(n[0]) for n in self.names)

    def drop(self, name):
        """Remove a name by its exact cleaned form."""
        for row in list(self.names):
            if row[0] == name:
                self.names.remove(row)
        self._seen = {k: r for k, r in self._seen.items() if r in self.names}


class Gazetteer:
    """All places by id."""

    def __init__(self):
        self.places = {}

    def put(self, place):
        if place.id in self.places:
            raise SystemExit(f"duplicate place id {place.id}")
        self.places[place.id] = place
        return place

    def get(self, pid):
        return self.places.get(pid)


def distance_km(lat1, lon1, lat2, lon2):
    """Great-circle distance."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    h = (math.sin((p2 - p1) / 2) ** 2
         + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2)
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def id_order(pid):
    """Sort key: scheme, then number if the rest is one."""
    scheme, _, rest = pid.partition(":")
    return (scheme, int(rest) if rest.isdigit() else -1, rest)


def read_tsv(path):
    """Rows of a table with a header line as dicts; lines starting with '#' are notes."""
    with open(path, encoding="utf-8") as handle:
        lines = [l.rstrip("\n") for l in handle if l.strip() and not l.startswith("#")]
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise SystemExit(f"{path}: too many cells: {line}")
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)))))
    return rows


def tables(gaz, ambiguous):
    """The two tables as text; `ambiguous` maps (place, name row) to a reason or ''."""
    places, names = ["\t".join(PLACE_COLUMNS)], ["\t".join(NAME_COLUMNS)]
    for pid in sorted(gaz.places, key=id_order):
        p = gaz.places[pid]
        digits = 5 if p.importance >= 0.6 or p.cc in EXACT else 4      # 11 metres are enough elsewhere
        places.append("\t".join([
            p.id, p.cls, p.fcode, text.number(p.lat, digits), text.number(p.lon, digits), text.number(p.radius, 1),
            p.cc, p.adm1, p.adm1_name, str(p.pop), text.number(p.importance, 2), p.src]))
        keys = set()
        for row in p.names:
            # The index folds these spellings together: a second one only costs space.
            same = (text.key(row[0]), row[2] == "demonym")
            if row[2] == "alt" and row[3] == "geonames" and same in keys:
                continue
            keys.add(same)
            why = ambiguous(p, row)
            names.append("\t".join([p.id, row[0], row[1], row[2], "1" if why else "0", why, row[3]]))
    return "\n".join(places) + "\n", "\n".join(names) + "\n"
