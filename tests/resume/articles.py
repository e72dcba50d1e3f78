# SPDX-License-Identifier: Apache-2.0
"""Makes articles out of a few sentences, so that tests need no data: the same seed gives the same files."""
import json
import random

PLACES_AR = ["بنغازي", "طرابلس", "الموصل", "حلب", "صنعاء", "بغداد", "درنة", "عدن", "كركوك", "حمص"]
PLACES_EN = ["Benghazi", "Tripoli", "Mosul", "Aleppo", "Sanaa", "Baghdad", "Derna", "Aden", "Kirkuk", "Homs"]
ARABIC = ["قتل {n} أشخاص في انفجار سيارة مفخخة في {place} يوم {day} سبتمبر {year}.",
          "قصفت الطائرات مواقع في {place} أمس.",
          "التقى الوزير نظيره في {place} يوم الاثنين لبحث التعاون.",
          "اندلعت اشتباكات عنيفة قرب {place} وأصيب {n} من المدنيين."]
ENGLISH = ["At least {n} people were killed in a car bombing in {place} on {day} September {year}.",
           "Aircraft struck positions near {place} yesterday, wounding {n}.",
           "Hundreds protested in {place} on Monday against the price of bread.",
           "The army captured {place} after clashes that killed {n} fighters."]


def article(random_, number):
    """One article as the reader takes it."""
    arabic = random_.random() < 0.5
    sentences = []
    for _ in range(random_.randint(2, 8)):
        sentences.append(random_.choice(ARABIC if arabic else ENGLISH).format(
            n=random_.randint(2, 30), place=random_.choice(PLACES_AR if arabic else PLACES_EN),
            day=random_.randint(1, 28), year=random_.randint(2014, 2016)))
    return {"id": f"a{number}", "text": "\n\n".join(sentences), "lang": "ar" if arabic else "en",
            "dct": f"201{random_.randint(4, 6)}-09-{random_.randint(10, 28)}"}


def write_files(folder, articles, seed):
    """Articles in several files: many JSON Lines, some text, some lines that are no articles, some ids twice."""
    random_ = random.Random(seed)
    number = 0
    file = 0
    while number < articles:
        file += 1
        if file % 4 == 0:
            made = article(random_, number)
            number += 1
            (folder / f"f{file:04}.txt").write_text(f"date: {made['dct']}\n\n{made['text']}\n", encoding="utf-8")
            continue
        lines = []
        for _ in range(random_.randint(1, 120)):
            lines.append(json.dumps(article(random_, number), ensure_ascii=False))
            number += 0 if random_.random() < 0.02 else 1
            if random_.random() < 0.01:
                lines.append('{"id": "no text"}')
        (folder / f"f{file:04}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
