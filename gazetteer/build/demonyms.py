# SPDX-License-Identifier: Apache-2.0
"""All inflected forms of the demonyms in demonyms.tsv."""

import re


def arabic(nisba):
    """Forms of a nisba adjective given its masculine singular, without article.

    Singular and plural, dual, both cases, both genders; the indefinite accusative; the spelling with ى.
    """
    return [nisba + end for end in ("", "ة", "ين", "ون", "ان", "ات", "تين", "تان", "ا")] + [nisba[:-1] + "ى"]


def english(name):
    """The adjective and, unless it is one in -sh, -ch, -ese, -ic or -s, the noun's plural."""
    return [name] if re.search("(sh|ch|ese|ic|s|x|z)$", name) else [name, name + "s"]


def french(name):
    """Feminine and plurals of a masculine singular adjective."""
    feminine = name + "e"
    for ending, other in (("ien", "ienne"), ("éen", "éenne"), ("yen", "yenne"), ("on", "onne"), ("c", "que"),
                          ("eur", "eure"), ("el", "elle"), ("e", "e"), ("a", "a"), ("o", "o")):
        if name.endswith(ending):
            feminine = name[:-len(ending)] + other
            break
    plural = name if name.endswith(("s", "x")) else name + "s"
    if name.endswith("grec"):
        feminine = name + "que"
    return list(dict.fromkeys([name, feminine, plural, feminine + "s"]))


def split(cell):
    return [n.strip() for n in cell.split("|") if n.strip()]


def forms(row):
    """(form, language) of a table row; a form marked with a final '!' stands as it is."""
    rules = (("ar_nisba", "ar", arabic), ("ar_other", "ar", None), ("en", "en", english), ("fr", "fr", french))
    out = []
    for column, lang, inflect in rules:
        for name in split(row[column]):
            made = [name.rstrip("!")] if inflect is None or name.endswith("!") else inflect(name)
            out += [(form, lang) for form in made]
    return list(dict.fromkeys(out))
