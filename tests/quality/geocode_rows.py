# SPDX-License-Identifier: Apache-2.0
"""Rows of places with their names distorted as lists of names distort them, drawn from the gazetteer's own tables."""
import collections
import csv
import io
import random
import subprocess
import unicodedata

MENA = set("DZ BH DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE IR TR IL".split())
CLASSES = {"city", "adm1", "adm2", "airport", "camp", "facility", "district", "island", "country"}
SLIPS = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"]
DOTS = ["بتثن", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق"]
WAYS = [("ou", "u"), ("u", "ou"), ("gh", "g"), ("q", "k"), ("k", "q"), ("sh", "ch"), ("dh", "d"), ("iy", "i"),
        ("w", "ou"), ("a", "e"), ("e", "a"), ("i", "e"), ("o", "u"), ("z", "s"), ("ah", "a"), ("y", "i"), ("j", "dj")]
DESCRIPTORS = {
    ("adm1", True): ["محافظة {}", "ولاية {}"], ("adm1", False): ["{} Governorate", "{} Province", "Province of {}"],
    ("city", True): ["مدينة {}", "بلدة {}"], ("city", False): ["{} city", "City of {}", "town of {}"]}


def table(path):
    text = subprocess.run(["zstd", "-dcq", str(path)], check=True, capture_output=True).stdout.decode("utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def is_arabic(name):
    return any("\u0620" <= c <= "\u064a" for c in name)


def folded(name, rng):
    if is_arabic(name):
        for old, new in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ة", "ه"), ("ى", "ي")):
            name = name.replace(old, new)
        return name.replace("ا", "ا\u064b", 1) if rng.random() < 0.1 else name
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    plain = plain.replace("'", "").replace("’", "").replace("-", " ")
    return rng.choice([plain, plain.upper(), plain.lower()])


def article(name, rng):
    if is_arabic(name):
        return name[2:] if name.startswith("ال") and len(name) > 5 else name
    head, _, rest = name.replace("-", " ").partition(" ")
    return rng.choice([rest, "El " + rest, "Al-" + rest]) if head.lower() in ("al", "el") and len(rest) > 3 else name


def joined(name, rng):
    words = name.split()
    if len(words) < 2:
        return name
    at = rng.randrange(1, len(words))
    return " ".join(words[:at]) + words[at] + " ".join([""] + words[at + 1:])


def typo(name, rng):
    at = rng.randrange(1, len(name))  # people seldom miss the first letter
    letter = name[at]
    kind = rng.choice(["leave out", "double", "exchange", "slip", "slip"])
    if kind == "leave out":
        return name[:at] + name[at + 1:]
    if kind == "double":
        return name[:at] + letter + name[at:]
    if kind == "exchange" and at + 1 < len(name):
        return name[:at] + name[at + 1] + letter + name[at + 2:]
    others = [group for group in (DOTS + SLIPS if is_arabic(name) else SLIPS) if letter.lower() in group]
    if not others:
        return name[:at] + name[at + 1:]
    group = rng.choice(others)
    place = group.index(letter.lower())
    near = [group[i] for i in (place - 1, place + 1) if 0 <= i < len(group)]
    return name[:at] + rng.choice(near) + name[at + 1:]


def other_spelling(name, rng):
    low = name.lower()
    ways = [way for way in WAYS if way[0] in low[1:]]
    for old, new in rng.sample(ways, min(2, len(ways))):
        low = low[0] + low[1:].replace(old, new, 1)
    return low.title()


KINDS = ["exact", "folded", "article", "joined", "descriptor", "typo", "spelling"]


def distort(name, kind, feature, rng):
    """-> the distorted name; None when this kind makes no difference to it"""
    if kind == "exact":
        return name
    if kind == "descriptor":
        forms = DESCRIPTORS.get((feature, is_arabic(name)))
        return rng.choice(forms).format(name) if forms else None
    if kind in ("typo", "spelling") and len(name.replace(" ", "")) < 5:
        return None
    if kind == "spelling" and is_arabic(name):
        return None
    make = {"folded": folded, "article": article, "joined": joined, "typo": typo, "spelling": other_spelling}[kind]
    changed = make(name, rng)
    return changed if changed != name and changed.strip() else None


def rows(gazetteer, count, seed):
    """-> dicts name, country, admin1, kind, id, lat, lon: half of them with their first-level unit"""
    rng = random.Random(seed)
    places = {p["id"]: p for p in table(gazetteer / "places.tsv.zst") if p["class"] in CLASSES and p["cc"]}
    names = collections.defaultdict(list)
    for name in table(gazetteer / "names.tsv.zst"):
        if name["place_id"] in places and name["lang"] in ("ar", "en", "fr") and name["kind"] in ("official", "short", "alt"):
            names[name["place_id"]].append(name["name"])
    near = sorted(p for p in names if places[p]["cc"] in MENA)
    far = sorted(p for p in names if places[p]["cc"] not in MENA)
    result = []
    while len(result) < count:
        place = places[rng.choice(near if rng.random() < 0.7 else far)]
        name, kind = rng.choice(names[place["id"]]), rng.choice(KINDS)
        if kind == "spelling" and place["cc"] not in MENA:
            continue
        changed = distort(name, kind, place["class"], rng)
        if changed is None or len(name) < 3:
            continue
        result.append({"name": changed, "iso": place["cc"], "unit": place["adm1_name"] if rng.random() < 0.5 else "",
                       "kind": kind, "id": place["id"], "true_lat": place["lat"], "true_lon": place["lon"],
                       "true_class": place["class"], "true_unit": place["adm1_name"]})
    return result
