# SPDX-License-Identifier: Apache-2.0
"""Arabic spelling of a name romanised after BGN/PCGN, by rule.

The system marks every consonant and long vowel, so that the spelling follows from it but for the seat of hamza, final
alif, and ta marbuta against ha; these are guessed by what is usual. Names that a French spelling came from do not
follow the system and are never read.
"""

import re
import unicodedata

from . import text

# Countries whose GeoNames main names follow the system.
COUNTRIES = set("LY EG SD SY IQ JO LB PS SA YE OM AE QA BH KW".split())
ARTICLES = set("al an ar as ash at ath ad adh az aş aḑ aţ az̧ el l".split())
WORDS = {"abū": "أبو", "abu": "أبو", "abī": "أبي", "umm": "أم", "ibn": "ابن", "bin": "بن", "banī": "بني", "bayt": "بيت",
         "ra’s": "رأس", "rās": "راس", "bi’r": "بئر", "madīnat": "مدينة", "qaryat": "قرية", "allāh": "الله", "‘alī": "علي",
         "shaykh": "شيخ", "‘abd": "عبد", "qal‘at": "قلعة", "jazīrat": "جزيرة", "wādī": "وادي", "mīnā’": "ميناء",
         "ibrāhīm": "إبراهيم", "ismā‘īl": "إسماعيل", "isḩāq": "إسحاق", "iskandarīyah": "إسكندرية", "ḩājj": "حاج",
         "muḩammad": "محمد", "raḩmān": "رحمن", "hādhā": "هذا", "abyaḑ": "أبيض", "dāwūd": "داود", "ţāhā": "طه",
         "mi’at": "مئة", "munsha’at": "منشأة", "munshāt": "منشأة", "sarāt": "سراة", "mūsá": "موسى", "‘īsá": "عيسى", "yaḩyá": "يحيى", "dā’ūd": "داود", "‘amr": "عمرو"}
# Longest first; short vowels have no letter.
LETTERS = [("z̧", "ظ"), ("dh", "ذ"), ("gh", "غ"), ("kh", "خ"), ("sh", "ش"), ("th", "ث"), ("ḩ", "ح"), ("ḑ", "ض"),
           ("ş", "ص"), ("ţ", "ط"), ("ā", "ا"), ("ī", "ي"), ("ū", "و"), ("á", "ى"), ("‘", "ع"), ("b", "ب"), ("t", "ت"),
           ("j", "ج"), ("g", "ج"), ("d", "د"), ("r", "ر"), ("z", "ز"), ("s", "س"), ("f", "ف"), ("q", "ق"), ("k", "ك"),
           ("l", "ل"), ("m", "م"), ("n", "ن"), ("h", "ه"), ("w", "و"), ("y", "ي"), ("ō", "و"), ("ē", "ي"),
           ("a", ""), ("i", ""), ("u", ""), ("’", "’"), ("p", "ب"), ("v", "ف"), ("·", "")]
# Words for a kind of place before the name proper, which the usual Arabic name is without.
HEADS = re.compile("^(qaryat|nāḩiyat|markaz|tajammu‘|bldt) ")
JOINED = {"wa": "و", "bi": "ب"}
MARKS = re.compile("[āīūĀĪŪḩḨḑḐşŞţŢ‘’ʼʻʿʾ\u0327]")
ROMAN = re.compile(r"^[a-zāīūōēáḩḑşţ‘’·\u0327 -]+$")
DOTTED = str.maketrans({"ḥ": "ḩ", "ḍ": "ḑ", "ṣ": "ş", "ṭ": "ţ", "ẓ": "z̧", "ʻ": "‘", "ʿ": "‘", "`": "‘", "ʼ": "’", "ʾ": "’",
                        "'": "’", "ḏ": "dh", "ẕ": "z̧"})


def normal(name):
    """Lower case, one sign for every sound."""
    name = unicodedata.normalize("NFC", name).lower().translate(DOTTED)
    return unicodedata.normalize("NFC", name).replace("z\u0327", "z̧")


def letters(word):
    """(latin sound, Arabic letter) of a word, double consonants once; None if a sound is unknown."""
    out, i = [], 0
    while i < len(word):
        for latin, arabic in LETTERS:
            if word.startswith(latin, i):
                i += len(latin)
                # A doubled consonant is written once: shadda has no letter.
                if not (out and out[-1][0] == latin and arabic):
                    out.append((latin, arabic))
                break
        else:
            return None
    return out


def hamza(sounds, i):
    """The letter of a hamza by the vowels around it."""
    before = sounds[i - 1][0] if i else ""
    after = sounds[i + 1][0] if i + 1 < len(sounds) else ""
    if not after:
        return {"a": "أ", "i": "ئ", "u": "ؤ"}.get(before, "ء")
    if "ī" in (before, after) or "i" in (before, after):
        return "ئ"
    if "ū" in (before, after) or "u" in (before, after):
        return "ؤ"
    return "ء" if before == "ā" else "أ"


def initial(sounds):
    """Letter that carries a vowel at the start of a word, and how many sounds it takes."""
    first = sounds[0][0]
    if first == "ā":
        return "آ", 1
    if first in ("a", "u"):
        return "أ", 1
    if first == "ū":
        return "أو", 1
    if first == "i":
        return "إ", 1
    if first == "ī":
        return "إي", 1
    return "", 0


def spell_word(word, construct):
    """One word without its article; `construct`: another word follows, so a final -at is ta marbuta."""
    if word in WORDS:
        return WORDS[word]
    ending = ""
    if construct and re.search("[^aeiou]at$|īyat$", word) and len(word) > 4:
        word, ending = word[:-2], "ة"
    elif word.endswith("āh"):
        word, ending = word[:-1], "ة"
    elif word.endswith("ah") and len(word) > 3:
        word, ending = word[:-2], "ة"
    elif re.search("[^aeiou]a$", word) and len(word) > 3:
        word, ending = word[:-1], "ة"
    # No hamza is written at the start of a word: the sign is an ayn typed carelessly.
    sounds = letters(re.sub("^’", "‘", word))
    if not sounds:
        return ""
    out, skip = initial(sounds)
    for i in range(skip, len(sounds)):
        latin, arabic = sounds[i]
        if latin == "’":
            arabic = hamza(sounds, i)
            if arabic == "أ" and i + 1 < len(sounds) and sounds[i + 1][0] == "ā":
                arabic = "آ"
        elif latin == "ā" and out.endswith("آ"):
            arabic = ""
        elif latin == "a" and i + 1 == len(sounds) and not ending:
            arabic = "ة"
        elif latin in ("i", "u") and i + 1 == len(sounds) and not ending:
            arabic = {"i": "ي", "u": "و"}[latin]
        elif latin == "y" and out.endswith("ي") and sounds[i - 1][0] in ("ī", "i"):
            arabic = ""           # īy: the long vowel and the glide share a letter
        elif latin == "w" and out.endswith("و") and sounds[i - 1][0] == "ū":
            arabic = ""
        out += arabic
    return out + ending


def arabic(name):
    """The Arabic spelling of a BGN/PCGN name, or '' where it cannot be told."""
    name = normal(name)
    name = HEADS.sub("", name)
    if not ROMAN.match(name):
        return ""
    words = [w for w in re.split("[ -]+", name) if w]
    out, article, joined = [], "", ""
    for i, word in enumerate(words):
        if word in ARTICLES and i + 1 < len(words):
            article = "ال"
            continue
        if word in JOINED and out and i + 1 < len(words):
            joined = JOINED[word]
            continue
        following = i + 1 < len(words)
        spelled = spell_word(word, following)
        if not spelled:
            return ""
        if article and spelled == "الله":
            article = ""
        out.append(joined + article + spelled)
        article, joined = "", ""
    result = " ".join(out)
    return result if text.is_arabic(result) else ""


def readable(name, cc):
    """True for a name that bears the signs of the system, so that its spelling is no guess between two letters."""
    return cc in COUNTRIES and MARKS.search(name) is not None


def rates(pairs):
    """Rows (country, places, exact, same loose key) of (country, romanised name, Arabic names), the total last."""
    counts = {}
    for cc, name, names in pairs:
        spelled = arabic(name)
        for group in (cc, "all"):
            row = counts.setdefault(group, [0, 0, 0])
            row[0] += 1
            row[1] += spelled in names
            row[2] += text.key(spelled) in {text.key(n) for n in names}
    return [(cc, *counts[cc]) for cc in sorted(counts)]
