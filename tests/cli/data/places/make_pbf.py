#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a small OpenStreetMap extract in XML as PBF: make_pbf.py extract.osm > extract.osm.pbf"""
import struct
import sys
import xml.etree.ElementTree
import zlib


def varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out + bytearray([value]))


def zigzag(value):
    return varint(value << 1 if value >= 0 else (-value << 1) - 1)


def number(field, value):
    return varint(field << 3) + varint(value)


def signed(field, value):
    return varint(field << 3) + zigzag(value)


def data(field, value):
    return varint(field << 3 | 2) + varint(len(value)) + value


def deltas(values):
    return b"".join(zigzag(b - a) for a, b in zip([0, *values], values))


class Strings:
    def __init__(self):
        self.texts = [""]

    def number(self, text):
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text)

    def tags(self, element):
        tags = [(self.number(t.get("k")), self.number(t.get("v"))) for t in element.findall("tag")]
        return (data(2, b"".join(varint(k) for k, _ in tags)) + data(3, b"".join(varint(v) for _, v in tags))
                if tags else b"")


def block(kind, payload):
    blob = number(2, len(payload)) + data(3, zlib.compress(payload))
    header = data(1, kind.encode()) + number(3, len(blob))
    return struct.pack(">I", len(header)) + header + blob


def main():
    root = xml.etree.ElementTree.parse(sys.argv[1]).getroot()
    strings = Strings()
    nodes = b"".join(
        data(1, signed(1, int(n.get("id"))) + strings.tags(n) + signed(8, round(float(n.get("lat")) * 1e7)) +
             signed(9, round(float(n.get("lon")) * 1e7))) for n in root.findall("node"))
    ways = b"".join(
        data(3, number(1, int(w.get("id"))) + strings.tags(w) +
             data(8, deltas([int(n.get("ref")) for n in w.findall("nd")]))) for w in root.findall("way"))
    relations = b""
    for relation in root.findall("relation"):
        members = relation.findall("member")
        kinds = ["node", "way", "relation"]
        relations += data(4, number(1, int(relation.get("id"))) + strings.tags(relation) +
                          data(8, b"".join(varint(strings.number(m.get("role"))) for m in members)) +
                          data(9, deltas([int(m.get("ref")) for m in members])) +
                          data(10, b"".join(varint(kinds.index(m.get("type"))) for m in members)))
    table = b"".join(data(1, text.encode()) for text in strings.texts)
    groups = b"".join(data(2, group) for group in (nodes, ways, relations) if group)
    out = sys.stdout.buffer
    out.write(block("OSMHeader", data(4, b"OsmSchema-V0.6")))
    out.write(block("OSMData", data(1, table) + groups))


if __name__ == "__main__":
    main()
