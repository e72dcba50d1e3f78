# SPDX-License-Identifier: Apache-2.0
"""Other Arabic spellings of foreign names: Egyptian newspapers write a foreign g as ج, most others as غ.

Only for names whose Latin form has a g, of places outside the Arab countries that are talked about.
"""

from .geonames import ARAB

CLASSES = ("country", "adm1", "region", "sea", "water", "mountain", "island")
FROM = 0.55          # importance of a town


def respelled(name):
    """The spelling with the other letter, or '' if the name has neither or has both."""
    if "غ" in name and "ج" not in name:
        return name.replace("غ", "ج")
    return ""


def add_variants(gaz):
    added = 0
    for place in gaz.places.values():
        if place.cc in ARAB or not (place.cls in CLASSES or place.importance >= FROM):
            continue
        hard_g = any("g" in row[0].lower() for row in place.names if row[1] != "ar" and row[2] == "official")
        for name, lang, kind, _ in list(place.names):
            other = respelled(name) if lang == "ar" and kind != "demonym" and hard_g else ""
            if other and not any(row[0] == other for row in place.names):
                place.add(other, "ar", "alt", "variant")
                added += 1
    return added
