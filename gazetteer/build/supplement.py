# SPDX-License-Identifier: Apache-2.0
"""The hand-maintained tables: supplement, aliases of places from elsewhere, demonyms."""

import os

from . import demonyms, text
from .model import Place, distance_km, read_tsv

IMPORTANCE = {"region": 0.55, "sea": 0.5, "water": 0.4, "island": 0.35, "mountain": 0.3, "camp": 0.35,
              "city": 0.35, "district": 0.25, "airport": 0.35, "facility": 0.3, "road": 0.2, "adm1": 0.55,
              "adm2": 0.35, "other": 0.2}
GROUPS = {"city": ("city", "district"), "district": ("city", "district"), "airport": ("airport",),
          "adm2": ("adm2",)}
FCODES = {"region": "RGN", "sea": "SEA", "water": "STM", "island": "ISL", "mountain": "MT", "camp": "CMP",
          "city": "PPL", "district": "PPLX", "airport": "AIRP", "facility": "FCL", "road": "RD",
          "adm1": "ADM1", "adm2": "ADM2", "other": ""}


def split(cell):
    return [n.strip() for n in cell.split("|") if n.strip()]


def twin(grid, row, names):
    """A place of another source that is the same: a shared name, the same country, a few kilometres away."""
    group = GROUPS.get(row["class"])
    for name in names if group else ():
        for place in grid.get((row["cc"], text.key(name)), ()):
            if place.cls in group and distance_km(float(row["lat"]), float(row["lon"]),
                                                  place.lat, place.lon) <= (30.0 if place.cls == "adm2" else 12.0):
                return place
    return None


def load_supplement(gaz, here, table):
    """Places of supplement.tsv or a table like it. Names in one cell are separated by '|', the display name first.

    A row that another source has too only adds its names to that place.
    """
    grid = {}
    for place in gaz.places.values():
        if place.cls in ("city", "district", "airport", "adm2"):
            for name in place.names:
                grid.setdefault((place.cc, text.key(name[0])), []).append(place)
    for row in read_tsv(os.path.join(here, table)):
        cls = row["class"]
        names = [(n, lang) for lang in ("en", "fr", "ar") for n in split(row["names_" + lang])]
        same = twin(grid, row, [n for n, _ in names])
        if same is not None:
            for name, lang in names:
                same.add(name, lang, "alt", "supplement")
            continue
        importance = float(row["importance"]) if row["importance"] else IMPORTANCE[cls]
        place = gaz.put(Place("sp:" + row["slug"], cls, row["fcode"] or FCODES[cls], float(row["lat"]),
                              float(row["lon"]), row["cc"], "supplement", row["adm1"], 0,
                              float(row["radius_km"]), importance))
        for lang, column in (("en", "names_en"), ("fr", "names_fr"), ("ar", "names_ar")):
            for i, name in enumerate(split(row[column])):
                place.add(name, lang, "official" if i == 0 else "alt", "supplement")


def load_aliases(gaz, here):
    """Names added to (or taken off) places of other sources."""
    for row in read_tsv(os.path.join(here, "aliases.tsv")):
        place = gaz.get(row["place_id"])
        if place is None:
            raise SystemExit(f"aliases.tsv: no place {row['place_id']} ({row['name']})")
        if row["kind"] == "drop":
            place.drop(row["name"])
        elif row["kind"] == "first":
            place.add(row["name"], row["lang"], "official", "supplement", first=True)
        else:
            place.add(row["name"], row["lang"], row["kind"], "supplement", clean=row["kind"] != "abbrev")


def load_points(gaz, here):
    """Points and inhabitants that replace those of other sources."""
    for row in read_tsv(os.path.join(here, "points.tsv")):
        place = gaz.get(row["place_id"])
        if place is None:
            raise SystemExit(f"points.tsv: no place {row['place_id']}")
        if row["lat"]:
            place.lat, place.lon = float(row["lat"]), float(row["lon"])
        if row["pop"]:
            place.pop = int(row["pop"])


def load_demonyms(gaz, here):
    """Demonyms of countries (by code) and of other places (by id), in all forms."""
    countries = {p.cc: p for p in gaz.places.values() if p.cls == "country"}
    for row in read_tsv(os.path.join(here, "demonyms.tsv")):
        place = countries.get(row["place"]) or gaz.get(row["place"])
        if place is None:
            raise SystemExit(f"demonyms.tsv: no place {row['place']}")
        for name, lang in demonyms.forms(row):
            # The indefinite accusative of a nisba may be the country's own name.
            if not (lang == "ar" and name.endswith("ا") and any(old[0] == name for old in place.names)):
                place.add(name, lang, "demonym", "supplement")


def fill_admin_names(gaz, catalogue):
    """Latin name of the first-level unit of every place."""
    units = {}
    for place in gaz.places.values():
        if place.cls == "adm1" and place.adm1:
            latin = next((row[0] for row in place.names if row[1] != "ar"), None)
            if latin:
                units.setdefault((place.cc, place.adm1), latin)
    for place in gaz.places.values():
        if place.cls == "country" or not place.adm1:
            continue
        name = units.get((place.cc, place.adm1)) or catalogue.name(f"{place.cc}.{place.adm1}", "en")
        place.adm1_name = name or ""
