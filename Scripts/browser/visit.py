"""One page of a report, opened in Chromium and watched: what looks at pages is built from this."""

import pathlib
import sys
import urllib.request

from axe_playwright_python.sync_playwright import Axe

# A telephone, a projector that enlarges by half, a desk, a large screen.
WIDTHS = (390, 683, 1280, 2560)
THEMES = ("light", "dark")
#: Bytes that a page may have read when it is open, and that the one file may have.
MOST_OF_PAGE, MOST_OF_ALL = 1_000_000, 12_000_000
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


CUT = """() => [...document.querySelectorAll(".plate")]
  .filter((plate) => plate.scrollWidth > plate.clientWidth + 1)
  .map((plate) => plate.getAttribute("aria-label"))"""

PICTURES = """() => [...new Set([...document.images]
  .filter((image) => image.complete && image.naturalWidth).map((image) => image.currentSrc))]"""


class Findings:
    """What is to be mended, each once, and how much was looked at."""

    def __init__(self):
        self.lines = []
        self.checks = 0

    def add(self, place, text):
        line = f"{place}: {text}"
        if line not in self.lines:
            self.lines.append(line)
            print(line, flush=True)

    def expect(self, holds, place, text):
        self.checks += 1
        if not holds:
            self.add(place, text)

    def conclude(self):
        """Says what there is to mend, and ends with it."""
        if self.lines:
            print(f"{len(self.lines)} things to mend", file=sys.stderr)
            sys.exit(1)
        print("Nothing to mend" + (f" in {self.checks} checks" if self.checks else ""), file=sys.stderr)


class Visit:
    """One page, watched: it may ask for nothing but what lies in the report, or, where it stands alone, for nothing.

    `options` are those of a browser's context, `script` runs before anything of the page, `query` stands behind the address.
    """

    def __init__(self, browser, file, folder, findings, place, query="", alone=False, script="", **options):
        self.place = place
        self.file = file
        self.findings = findings
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.context.add_init_script(WATCH + script)
        self.page = self.context.new_page()
        own, beside = file.as_uri(), folder.as_uri() + "/"

        def ask(request):
            url = request.url.split("#")[0]
            if not (url.startswith("data:") or url == own or (not alone and url.startswith(beside))):
                findings.add(self.place, f"asks for {url[:120]}")

        self.page.on("request", ask)
        self.page.on("requestfailed", lambda request: findings.add(self.place, f"does not get {request.url[:120]}"))
        self.page.on("console", lambda message: findings.add(self.place, f"console: {message.text[:200]}"))
        self.page.on("pageerror", lambda error: findings.add(self.place, f"script: {error}"))
        # The one file has nine megabytes, and machines may be busy.
        self.page.goto(own + query, wait_until="load", timeout=120_000)

    def expect(self, holds, text):
        self.findings.expect(holds, self.place, text)

    def width(self, width):
        self.page.set_viewport_size({"width": width, "height": 900})
        overflow = self.page.evaluate(OVERFLOW)
        self.findings.expect(not overflow, f"{self.place} at {width}", f"scrolls sideways: {overflow}")
        cut = self.page.evaluate(CUT)
        self.findings.expect(not cut, f"{self.place} at {width}", f"figures are cut: {cut}")

    def weigh(self, most):
        """How much is read before anybody scrolls, in bytes: the page and the pictures near its start."""
        pictures = [url for url in self.page.evaluate(PICTURES) if url.startswith("file:")]
        files = [self.file] + [pathlib.Path(urllib.request.url2pathname(url[len("file://"):])) for url in pictures]
        weight = sum(file.stat().st_size for file in files)
        self.expect(weight <= most, f"weighs {weight:,} bytes when it is opened, of {most:,}")

    def axe(self, rules=None):
        options = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": rules}
        for violation in Axe().run(self.page, options=options).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            self.findings.add(self.place, f"axe {violation['id']}: {violation['help']}: {nodes}")

    def tell_violations(self):
        """Before the page is left, which knows them."""
        for violation in self.page.evaluate("window.violations"):
            self.findings.add(self.place, f"security policy: {violation}")

    def close(self):
        self.tell_violations()
        self.context.close()


def launch(playwright, chromium, options=()):
    # Chromium's own sandbox needs rights that a container does not give; the pages are ours.
    return playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", *options])


def visit_of(browser, file, theme, folder, findings, alone=False, query=""):
    """A page of a report in a theme, called by its place there."""
    return Visit(
        browser, file, folder, findings, f"{file.relative_to(folder)} ({theme})", query, alone, color_scheme=theme)
