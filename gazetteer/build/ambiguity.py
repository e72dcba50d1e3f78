# SPDX-License-Identifier: Apache-2.0
"""Flags names that are ordinary words or names of persons."""

import os

from . import text
from .model import read_tsv


class Judge:
    """Reason per normalised name from ambiguous_names.tsv; never_ambiguous.txt overrules it when that table is made."""

    def __init__(self, here):
        self.reasons = {}
        with open(os.path.join(here, "never_ambiguous.txt"), encoding="utf-8") as handle:
            self.never = {text.key(n) for line in handle if not line.startswith("#")
                          for n in line.strip().split("|")}
        path = os.path.join(here, "ambiguous_names.tsv")
        if os.path.exists(path):
            for row in read_tsv(path):
                self.reasons[text.key(row["name"])] = row["why"]

    def why(self, place, row):
        key = text.key(row[0])
        if place.cls == "country" and row[2] != "demonym":
            return ""
        if key in self.reasons:
            return self.reasons[key]
        if row[2] == "demonym" or key in self.never:
            return ""
        letters = key.replace(" ", "")
        if row[2] == "abbrev" and place.cls == "adm1" and len(letters) <= 3:
            return "short"
        if row[2] == "translit" and " " not in key and len(letters.removeprefix("ال")) <= 4:
            return "short"
        if row[1] == "ar" and len(letters[2:] if letters.startswith("ال") else letters) <= 3 \
                and place.importance < 0.62:
            return "short"
        if row[1] != "ar" and len(letters) <= 3 and place.importance < 0.62:
            return "short"
        return ""
