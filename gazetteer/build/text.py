# SPDX-License-Identifier: Apache-2.0
"""Script tests, cleaning and fold keys shared by the gazetteer build steps."""

import re
import unicodedata

# Letters of Arabic as written in news; Persian, Urdu, Kurdish and Uyghur letters are left out on purpose.
ARABIC_NAME = re.compile(r"^[\u0621-\u063A\u0641-\u064A]+(?:[ \-/.][\u0621-\u063A\u0641-\u064A]+)*$")
ARABIC_ANY = re.compile(r"[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFF]")
DROP = re.compile(r"[\u0640\u064B-\u065F\u0670\u0610-\u061A\u06D6-\u06ED"
                  r"\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF\u00AD]")
SPACES = re.compile(r"[\s\u00A0]+")

ADMIN_WORDS = ("شعبية", "محافظة", "ولاية", "بلدية", "معتمدية", "دائرة", "مديرية", "منطقة", "قضاء",
               "إمارة", "امارة", "عمالة", "إقليم", "اقليم", "جهة", "مقاطعة", "لواء", "ناحية", "كانتون",
               "جمهورية", "أوبلاست", "كراي", "محافظه", "مركز", "قسم")
VILLAGE_WORDS = ("قرية", "بلدة", "قريه", "بلده")


def clean(name):
    """NFC, no marks, no tatweel, no direction controls, single spaces."""
    name = unicodedata.normalize("NFC", name)
    name = DROP.sub("", name).replace("ٱ", "ا")
    return SPACES.sub(" ", name).strip(" -,،.;")


def is_arabic(name):
    """True for a name spelled with Arabic letters only."""
    return len(name) > 1 and ARABIC_NAME.match(name) is not None


def is_latin(name):
    """True if every letter is Latin and there is no character alien to a name."""
    letters = 0
    for ch in name:
        if ch.isalpha():
            if ord(ch) > 0x024F and not 0x1E00 <= ord(ch) <= 0x1EFF and ch not in "ʻʼʽʾʿʹˈ":
                return False
            letters += 1
        elif not (ch in " -'’‘`.()/&–·" or ch.isdigit() or unicodedata.combining(ch)):
            return False
    return letters > 1


def ascii_fold(name):
    """Latin name without marks and without signs for hamza and ayn."""
    out = []
    for ch in unicodedata.normalize("NFD", name):
        if unicodedata.combining(ch) or ch in "ʻʼʽʾʿʹˈ‘’`'":
            continue
        out.append({"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O",
                    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}.get(ch, ch))
    return "".join(out)


def latin_key(name):
    return SPACES.sub(" ", ascii_fold(name).casefold()).strip()


def arabic_key(name):
    """Loose key: hamza seats, final ya and ta marbuta folded, article kept."""
    name = re.sub("[أإآ]", "ا", clean(name)).replace("ؤ", "و").replace("ئ", "ي")
    words = []
    for word in name.split(" "):
        word = re.sub("ى$", "ي", word)
        word = re.sub("ة$", "ه", word)
        words.append(re.sub("(?<=.)ء$", "", word))
    return " ".join(words)


def key(name):
    return arabic_key(name) if ARABIC_ANY.search(name) else latin_key(name)


def strip_word(name, words):
    """The name without a leading descriptor word; the name itself if it has none."""
    first, _, rest = name.partition(" ")
    return rest if rest and first in words else name


def number(value, digits):
    """Plain decimal without trailing zeros."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


# Signs of the BGN romanisation, which news text never writes.
BGN = re.compile("[āīūĀĪŪḩḨḑḐşŞţŢz̧‘’ʼʻ]")
