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


def check_keyboard(page):
    page.evaluate("document.getElementById('list').focus()")
    page.press(*DOWN)
    page.press(*DOWN)
    page.wait("document.querySelector('.item.chosen') && document.querySelector('.leaflet-popup .popup')")


def check_arabic(page):
    page.evaluate("(() => { const l = document.getElementById('language'); l.value = 'ar'; l.dispatchEvent(new Event('change')); })()")
    expect("direction of the page", page.evaluate("document.documentElement.dir"), "rtl")
    assert re.search("[\u0600-\u06ff]", page.evaluate("document.getElementById('heading').textContent"))
    left = page.evaluate("document.getElementById('side').getBoundingClientRect().left")
    assert left > 100, "the list stays on the left in a right-to-left page"


def multiply(html, count):
    """The page with its events repeated, a little beside themselves, until there are `count`."""
    begin = html.index('id="events">') + len('id="events">')
    end = html.index("</script>", begin)
    data = json.loads(html[begin:end])
    original = [e for e in data["events"] if e["lat"] is not None]
    data["events"] = [dict(e, id=f"{e['id']}-{i}", lat=e["lat"] + (i * 37 % 1000) / 100 - 5, lon=e["lon"] + (i * 91 % 1000) / 60 - 8)
                      for i in range(count) for e in [original[i % len(original)]]]
    return html[:begin] + json.dumps(data).replace("<", "\\u003c") + html[end:]


def check_many(page, html, folder, count=20000):
    path = folder / "many.html"
    path.write_text(multiply(html, count), encoding="utf-8")
    page.open(path)
    expect("events on the map", shown(page), count)
    times = page.evaluate("""(async () => { const times = [], w = document.getElementById('confidence');
        for (let i = 0; i < 9; ++i) { const t = performance.now(); w.value = i; w.dispatchEvent(new Event('input'));
            await new Promise(requestAnimationFrame); times.push(performance.now() - t); } return times; })()""")
    milliseconds = statistics.median(times)
    print(f"{count} events: {milliseconds:.0f} ms for a change of the filter (median of {len(times)})")
    assert milliseconds < 500, "20,000 events are not fluid"  # some 50 ms here; a machine may be busy


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
        html = (folder / "events.html").read_text(encoding="utf-8")
        with browser.Browser() as page:
            page.open(folder / "events.html")
            check_counts(page, features)
            check_popup(page)
            check_search(page, features)
            check_types(page)
            check_time(page, features)
            check_keyboard(page)
            check_arabic(page)
            check_inert(page)
            if options.picture:
                page.picture(options.picture)
            check_many(page, html, folder)
    print("the page works")
    return 0


if __name__ == "__main__":
    sys.exit(main())
