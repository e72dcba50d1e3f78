#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Opens the page of `-f html` in a headless Chromium without network and uses it as a reader would.

    page_test.py --program YAQUT [--picture FILE.png]

Prints SKIPPED and why, and exits 0, when there is no browser to drive.
"""
import argparse
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import browser

ARTICLES = pathlib.Path(__file__).parent / "articles"
ESCAPE, DOWN, LEFT = ("Escape", 27), ("ArrowDown", 40), ("ArrowLeft", 37)
HOME, END, TAB = ("Home", 36), ("End", 35), ("Tab", 9)
TOWNS = (("Benghazi", "بنغازي"), ("Misrata", "مصراتة"), ("Sirte", "سرت"), ("Derna", "درنة"), ("Mosul", "الموصل"),
         ("Aleppo", "حلب"), ("Homs", "حمص"), ("Aden", "عدن"), ("Sanaa", "صنعاء"), ("Khartoum", "الخرطوم"), ("Tobruk", "طبرق"))


def expect(what, found, wanted):
    if found != wanted:
        raise AssertionError(f"{what}: expected {wanted!r}, found {found!r}")


def shown(page):
    return int(page.evaluate("document.body.dataset.shown"))


def check_counts(page, features):
    located = sum(f["geometry"] is not None for f in features)
    undated = sum(f["properties"]["date_start"] is None for f in features)
    expect("events listed", int(page.evaluate("document.body.dataset.listed")), len(features))
    expect("events on the map", shown(page), located)
    assert undated > 0 and located > 3, "the articles of this test no longer give what it needs"
    counts = page.evaluate("document.getElementById('counts').textContent")
    assert f"{undated} without a date" in counts, counts


def check_inert(page):
    expect("scripts of an article that ran", page.evaluate("window.pwned"), None)
    expect("images and frames on the page", page.evaluate("document.querySelectorAll('img,iframe,svg,script[src]').length"), 0)
    expect("requests to the network", page.requests, [])
    expect("messages of the console", page.console, [])


def check_popup(page):
    page.type("#search", "قصف")
    page.evaluate("document.querySelector('.item').click()")
    page.wait("document.querySelector('.leaflet-popup .popup')")
    text = page.evaluate("document.querySelector('.popup').textContent")
    assert "<svg onload=" in text or "</script>" in text, "mark-up of an article is not shown as text: " + text
    expect("links made of a javascript: address", page.evaluate("document.querySelectorAll('.popup a').length"), 0)
    time.sleep(0.5)  # the map moves until the pop-up is in sight
    tip = page.evaluate("(() => { const b = document.querySelector('.leaflet-popup-tip-container')"
                        ".getBoundingClientRect(); return [b.left + b.width / 2, b.bottom]; })()")
    page.evaluate("document.activeElement.blur()")  # in the search field, Escape would empty it
    page.press(*ESCAPE)
    page.wait("!document.querySelector('.leaflet-popup .popup')")
    page.click(*tip)  # the mark itself
    page.wait("document.querySelector('.leaflet-popup .popup')")
    page.evaluate("(() => { const s = document.getElementById('search'); s.value = ''; s.dispatchEvent(new Event('input')); })()")


def check_reasons(page, features):
    """The list says of each event that is not on the map why."""
    countries = sum(f["geometry"] is None and f["properties"]["geo_level"] == "country" for f in features)
    assert countries > 0, "no event of which only the country is known"
    said = page.evaluate("[...document.querySelectorAll('.item .open')].map((e) => e.textContent).join('|')").split("|")
    expect("rows of events that are not on the map", len(said), sum(f["geometry"] is None for f in features))
    expect("of which only the country is known", said.count("not on the map: only the country is known"), countries)


def check_search(page, features):
    counts = []
    for typed in ("بنغازي", "بنغازى", "BENGHAZI"):
        page.evaluate("document.getElementById('search').value = ''")
        page.type("#search", typed)
        counts.append(int(page.evaluate("document.body.dataset.listed")))
    assert 0 < counts[0] < len(features), counts
    expect("events found for two spellings", counts[1], counts[0])
    assert counts[2] > 0, counts
    page.evaluate("(() => { const s = document.getElementById('search'); s.value = ''; s.dispatchEvent(new Event('input')); })()")


def check_types(page):
    before = shown(page)
    page.evaluate("document.getElementById('none').click()")
    expect("events on the map without types", shown(page), 0)
    page.evaluate("document.querySelector('#legend input').click()")
    assert 0 < shown(page) < before
    page.evaluate("document.getElementById('all').click()")
    expect("events on the map with all types", shown(page), before)


def check_time(page, features):
    """Frame by frame, each dated event that is on the map must come on its day, and no other."""
    days = sorted({f["properties"]["date_start"] for f in features if f["properties"]["date_start"]})
    page.evaluate("(() => { const w = document.getElementById('window'); w.value = 'day'; w.dispatchEvent(new Event('change')); })()")
    page.evaluate("document.getElementById('day').focus()")
    seen = {}
    for _ in range(60):
        seen[page.evaluate("document.getElementById('day-shown').textContent")] = shown(page)
        if page.evaluate("document.getElementById('day').value") == "0":
            break
        page.press(*LEFT)
    for day in days:
        wanted = sum(f["geometry"] is not None and f["properties"]["date_start"] <= day <= (f["properties"]["date_end"] or day)
                     for f in features if f["properties"]["date_start"])
        expect(f"events on the map on {day}", seen.get(day), wanted)
    page.evaluate("document.getElementById('play').click()")
    page.wait(f"document.getElementById('day-shown').textContent === {json.dumps(days[-1])}", 60)
    page.wait("document.getElementById('play').getAttribute('aria-pressed') === 'false'", 60)
    page.evaluate("(() => { const w = document.getElementById('window'); w.value = 'always'; w.dispatchEvent(new Event('change')); })()")


def check_keyboard(page, features):
    page.evaluate("document.getElementById('list').focus()")
    page.press(*DOWN)
    page.press(*DOWN)
    page.wait("document.querySelector('.item.chosen') && document.querySelector('.leaflet-popup .popup')")
    chosen = "[...document.querySelectorAll('.item')].find((i) => i.classList.contains('chosen'))"
    for key, row in ((END, len(features) - 1), (HOME, 0)):
        page.press(*key)
        page.wait(f"{chosen} && {chosen}.id === 'row-{row}'")
        expect("row that a screen reader says", page.evaluate("document.getElementById('list').getAttribute('aria-activedescendant')"),
               f"row-{row}")
    page.press(*ESCAPE)
    page.wait("!document.querySelector('.leaflet-popup .popup')")
    check_tab_order(page)


def check_tab_order(page):
    """Tab reaches everything that can be used, in the order of the page; all of it has a name and shows the focus."""
    page.evaluate("document.activeElement.blur()")
    page.evaluate("window.getSelection().removeAllRanges()")
    page.evaluate("document.getElementById('language').focus()")
    reached = []
    for _ in range(60):
        now = page.evaluate("""(() => { const e = document.activeElement, s = getComputedStyle(e);
            return [e.id || e.className || e.tagName, e.getAttribute('aria-label') || e.title || e.textContent.trim() ||
                    (e.labels && e.labels.length ? e.labels[0].textContent.trim() : ''), s.outlineStyle]; })()""")
        if reached and now[0] in ("BODY", "language"):
            break
        reached.append(now)
        page.press(*TAB)
    names = [name for name, _, _ in reached]
    wanted = ["language", "search", "status", "confidence", "all", "none", "list", "play", "window", "day"]
    expect("order of Tab", [name for name in names if name in wanted], wanted)
    for name, label, outline in reached:
        if name in wanted:
            assert label, f"{name} has no name for a screen reader"
    assert [outline for name, _, outline in reached if name == "search"] == ["solid"], reached


def check_arabic(page):
    page.evaluate("(() => { const l = document.getElementById('language'); l.value = 'ar'; l.dispatchEvent(new Event('change')); })()")
    expect("direction of the page", page.evaluate("document.documentElement.dir"), "rtl")
    assert re.search("[\u0600-\u06ff]", page.evaluate("document.getElementById('heading').textContent"))
    left = page.evaluate("document.getElementById('side').getBoundingClientRect().left")
    assert left > 100, "the list stays on the left in a right-to-left page"


def write_many(path, articles):
    """Articles of two events each, in two languages."""
    with open(path, "w", encoding="utf-8") as file:
        for i in range(articles):
            (here, here_ar), (there, there_ar) = TOWNS[i % len(TOWNS)], TOWNS[i // len(TOWNS) % len(TOWNS)]
            text = (f"Shells hit a market in the city of {here} on Monday, killing {i % 9 + 1} people. Police arrested two men in {there}." if i % 2 else
                    f"قتل {i % 9 + 3} أشخاص في قصف على مدينة {here_ar} يوم الاثنين. واعتقلت الشرطة رجلين في مدينة {there_ar}.")
            json.dump({"id": f"many-{i}", "title": f"Report {i}", "text": text,
                       "dct": f"{2014 + i % 8}-{i % 12 + 1:02}-{i % 28 + 1:02}"}, file, ensure_ascii=False)
            file.write("\n")


# What people do, as a function of the number of the attempt.
USES = {
    "a change of confidence": "(i) => set('confidence', i, 'input')",
    "a letter more to search for": "(i) => set('search', 'benghazi'.slice(0, i), 'input')",
    "all that was searched for again": "(i) => { set('search', 'x', 'input'); set('search', '', 'input'); }",
    "a type more or less": "(i) => document.querySelector('#legend input').click()",
    "a step in time": "(i) => set('day', i * 200, 'input')",
    "no time window again": "(i) => set('window', i % 2 ? 'until' : 'always', 'change')",
    "scrolling the list": "(i) => { document.getElementById('list').scrollTop = i * 100000; }",
    "another language": "(i) => set('language', ['en', 'ar', 'fr'][i % 3], 'change')",
}
MEASURE = """(async (use) => { const times = [];
    for (let i = 0; i < 9; ++i) { const begin = performance.now(); use(i);
        await new Promise(requestAnimationFrame); await new Promise((done) => setTimeout(done));
        times.push(performance.now() - begin); }
    return times; })"""
SET = "(id, value, event) => { const e = document.getElementById(id); e.value = value; e.dispatchEvent(new Event(event)); }"


def check_many(page, program, folder, articles=10000):
    """A page of 20,000 events stays fluid. The bounds leave room for a busy machine; printed is what was measured."""
    write_many(folder / "many.jsonl", articles)
    subprocess.run([program, "map", folder / "many.jsonl", "-o", folder / "many.html", "--no-merge", "-q"], check=True)
    loads = []
    for _ in range(2):
        page.open(folder / "many.html")
        loads.append(page.evaluate("performance.now()") / 1000)
    count = int(page.evaluate("document.body.dataset.listed"))
    assert count > 1.8 * articles and shown(page) > 1.5 * articles, f"of {articles} articles {count} events are listed"
    page.evaluate("window.set = " + SET)
    print(f"{count} events, {(folder / 'many.html').stat().st_size / 1e6:.1f} MB: there after {min(loads):.2f} s")
    for what, use in USES.items():
        milliseconds = statistics.median(page.evaluate(f"{MEASURE}({use})"))
        print(f"  {what}: {milliseconds:.0f} ms (median of 9)")
        assert milliseconds < 300, f"20,000 events are not fluid: {what} takes {milliseconds:.0f} ms"
    assert min(loads) < 8, f"20,000 events take {min(loads):.1f} s to load"
    expect("messages of the console", page.console, [])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--picture")
    options = parser.parse_args()
    reason = browser.missing()
    if reason:
        print(f"SKIPPED map page in a browser: {reason}")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([options.program, "map", ARTICLES, "-o", folder, "-f", "html,geojson", "-q"], check=True)
        features = json.loads((folder / "events.geojson").read_text(encoding="utf-8"))["features"]
        with browser.Browser() as page:
            page.open(folder / "events.html")
            check_counts(page, features)
            check_reasons(page, features)
            check_popup(page)
            check_search(page, features)
            check_types(page)
            check_time(page, features)
            check_keyboard(page, features)
            check_arabic(page)
            check_inert(page)
            if options.picture:
                page.picture(options.picture)
            check_many(page, options.program, folder)
    print("the page works")
    return 0


if __name__ == "__main__":
    sys.exit(main())
