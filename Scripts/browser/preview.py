"""Edits the pages of a report while a browser shows them, and looks at what the browser makes of it.

Text, styles and pictures are exchanged in place; all else loads the page anew. Either way the reader keeps the place,
the focus, what is unfolded and the theme, and the page's own scripts work. Called by Scripts/test-preview.
"""

import argparse
import base64
import hashlib
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import Error, sync_playwright

# Recorded before anything of the page runs.
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(event.violatedDirective + " " + event.blockedURI);
});
"""
PATIENCE = 20_000
# The smallest pictures there are.
PIXELS = {
    ".png": base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="),
    ".svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
}


class Server:
    """The program that serves a folder, and its port, which it keeps when it is started again."""

    def __init__(self, program, folder):
        self.program, self.folder, self.port = program, folder, None
        self.start()

    def start(self):
        command = [self.program, str(self.folder)] + ([str(self.port)] if self.port else [])
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def save(path, content):
    """As editors save: beside it, and renamed."""
    beside = path.with_name("." + path.name + ".new")
    beside.write_bytes(content)
    os.replace(beside, path)


class Editor:
    """A page's file."""

    def __init__(self, path):
        self.path = path

    def save(self, text):
        save(self.path, text.encode())

    def replace(self, old, new):
        text = self.path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{self.path.name} has no {old!r}"
        self.save(text.replace(old, new, 1))

    def change_element(self, name, change):
        """Changes the page's one style or script, and its hash in the policy, as the course does."""
        text = self.path.read_text(encoding="utf-8")
        content = re.search(f"<{name}>(.*?)</{name}>", text, re.DOTALL).group(1)
        changed = change(content)
        digest = lambda part: base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert digest(content) in text, f"the policy does not name the {name}"
        self.save(text.replace(content, changed, 1).replace(digest(content), digest(changed), 1))


class Check:
    def __init__(self, browser, server, path):
        self.failures = 0
        self.server = server
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
        self.context.add_init_script(WATCH)
        self.path = path
        self.page = self.open(path)

    def open(self, path):
        page = self.context.new_page()
        page.on("console", lambda message: self.expect(self.is_absence(message.text), f"console: {message.text[:200]}"))
        page.on("pageerror", lambda error: self.expect(False, f"script: {error}"))
        page.goto(self.server.address + path, wait_until="load")
        return page

    def is_absence(self, text):
        """That nobody answers while the server is away, browsers write into the console; likewise of a missing page."""
        return "ERR_CONNECTION_REFUSED" in text or "ERR_INCOMPLETE_CHUNKED" in text or "404" in text

    def expect(self, holds, text):
        if not holds:
            self.failures += 1
            print(text, flush=True)

    def wait(self, condition, text, page=None):
        try:
            # As a function: the pages' policy forbids to evaluate a text.
            (page or self.page).wait_for_function(f"() => {condition}", timeout=PATIENCE)
            return True
        except Error:
            self.expect(False, text)
            return False

    def settle(self):
        """Puts the reader somewhere in the middle, with something unfolded and something in focus."""
        self.page.evaluate("""() => {
          window.isSame = true;
          const folds = [...document.querySelectorAll("main details")];
          const fold = folds[Math.floor(folds.length / 2)];
          fold.open = true;
          fold.querySelector("summary").focus({ preventScroll: true });
          scrollTo({ top: fold.getBoundingClientRect().top + scrollY - 300, behavior: "instant" });
        }""")
        self.page.wait_for_timeout(100)
        self.before = self.state()
        self.expect(self.before["y"] > 200, "the page is too short to tell anything of the place")

    def state(self):
        return self.page.evaluate("""() => {
          const focus = document.activeElement;
          return {
            y: Math.round(scrollY), top: Math.round(focus.getBoundingClientRect().top), focus: focus.tagName,
            folds: [...document.querySelectorAll("details")].map((fold) => fold.open).join(),
            theme: document.querySelector("meta[name=color-scheme]").content,
            button: !document.querySelector("button.theme").hidden, isSame: window.isSame === true,
          };
        }""")

    def compare(self, what, in_place):
        after = self.state()
        self.expect(after["isSame"] == in_place, f"{what}: the page was {'' if in_place else 'not '}loaded anew")
        for key in ("focus", "folds", "theme", "button"):
            self.expect(after[key] == self.before[key], f"{what}: {key} was {self.before[key]}, is {after[key]}")
        self.expect(abs(after["top"] - self.before["top"]) <= 2,
                    f"{what}: what was at {self.before['top']} px is at {after['top']} px")

    def close(self):
        for page in self.context.pages:
            for violation in page.evaluate("window.violations"):
                self.expect(False, f"security policy: {violation}")
        self.context.close()


def exchange_picture(check, folder):
    """Puts a picture of one pixel in the place of one that the reader sees. A picture far off is fetched when it is
    scrolled to, and has no size before."""
    page = check.page
    picture = page.evaluate("""async () => {
      const isOwn = (image) => image.currentSrc.startsWith(location.origin) && image.checkVisibility();
      const image = [...document.images].find((image) => isOwn(image) && image.closest("main"));
      if (!image) return null;
      image.scrollIntoView({ block: "center", behavior: "instant" });
      await image.decode();
      return decodeURI(new URL(image.currentSrc).pathname.slice(1));
    }""")
    check.expect(picture, "the page has no picture of its own")
    if not picture:
        return
    check.settle()
    page.evaluate("name => [...document.images].find((i) => i.currentSrc.includes(name)).scrollIntoView({block: 'center'})",
                  pathlib.PurePath(picture).name)
    file = folder / picture
    original = file.read_bytes()
    save(file, PIXELS[file.suffix])
    check.wait(f"[...document.images].some((i) => i.currentSrc.includes({file.name!r}) && i.naturalWidth === 1)",
               f"a changed picture does not arrive: {picture}")
    check.expect(check.state()["isSame"], "a changed picture: the page was loaded anew")
    save(file, original)
    check.wait(f"[...document.images].some((i) => i.currentSrc.includes({file.name!r}) && i.naturalWidth > 1)",
               f"the old picture does not come back: {picture}")


def look(check, folder):
    page, editor = check.page, Editor(folder / check.path)
    # A paragraph in the middle, without markup, so that it stands in the file as it does on the page.
    word = page.evaluate("""() => {
      const texts = [...document.querySelectorAll("main p")].filter((p) => p.childElementCount === 0 && !p.closest("details"))
        .map((p) => p.textContent).filter((text) => text.length > 40 && !/[&<>"']/.test(text));
      return texts[Math.floor(texts.length / 2)];
    }""")
    has = lambda text: f"document.body.textContent.includes({text!r})"

    page.click("button.theme")
    check.settle()
    times = []
    for number in range(10):
        new = f"Word number {number} of this text." if number < 9 else word
        old = word if number == 0 else f"Word number {number - 1} of this text."
        start = time.monotonic()
        editor.replace(old, new)
        if not check.wait(has(new), f"a changed word does not arrive ({number})"):
            return
        times.append(time.monotonic() - start)
        page.wait_for_timeout(150)
    check.compare("a changed word", in_place=True)
    print(f"a changed word is shown after {statistics.median(times):.3f} s (median of {len(times)})", file=sys.stderr)

    check.settle()
    editor.change_element("style", lambda style: style + "\nbody { letter-spacing: 0.125px; }")
    if check.wait("getComputedStyle(document.body).letterSpacing === '0.125px'", "a changed style does not arrive"):
        check.compare("a changed style", in_place=True)
    editor.change_element("style", lambda style: style.replace("0.125px", "0.25px"))
    check.wait("getComputedStyle(document.body).letterSpacing === '0.25px'", "a second style does not arrive")
    editor.change_element("style", lambda style: style.replace("\nbody { letter-spacing: 0.25px; }", ""))
    check.wait("getComputedStyle(document.body).letterSpacing === 'normal'", "a style that was removed stays")

    # Markup within a paragraph, and a character that HTML writes in another way.
    check.settle()
    editor.replace(word, "One <em>two</em> &amp; three.")
    if check.wait(has("One two & three."), "changed markup does not arrive"):
        check.compare("changed markup", in_place=True)
    editor.replace("One <em>two</em> &amp; three.", word)
    check.wait(has(word), "the old text does not come back")

    check.settle()
    editor.replace(word, "A new paragraph.</p><p>" + word)
    if check.wait(has("A new paragraph."), "a new paragraph does not arrive"):
        page.wait_for_load_state("load")
        check.compare("a new paragraph", in_place=False)

    check.settle()
    editor.change_element("script", lambda script: script + "\ndocument.documentElement.dataset.edited = 'yes';\n")
    if check.wait("document.documentElement.dataset.edited === 'yes'", "a changed script does not run"):
        page.wait_for_load_state("load")
        check.compare("a changed script", in_place=False)

    # Pages name a picture twice: one for wide windows, and one for telephones, PNG or SVG as is lighter.
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        exchange_picture(check, folder)
    page.set_viewport_size({"width": 1280, "height": 900})

    panel = "document.querySelector('preview-panel')"
    shown = f"{panel} && !{panel}.hidden && {panel}.shadowRoot.textContent"
    check.settle()
    check.server.say("failed Lessons/Edges/edges.en.md 12 There is no slot “shar”; did you mean share?")
    if check.wait(shown, "a failure is not shown"):
        text = page.evaluate(shown)
        check.expect("edges.en.md:12" in text and "did you mean share?" in text, f"the panel says: {text}")
        check.compare("a failure", in_place=True)
    check.server.say("working Building Edges.swift")
    check.wait(f"{panel}.shadowRoot.textContent.includes('Building Edges.swift')", "nothing says what is being done")
    check.server.say("failed Lessons/Edges/edges.en.md 12 There is no slot “shar”; did you mean share?")
    check.wait(f"{panel}.shadowRoot.textContent.includes('edges.en.md:12')", "the same failure is not shown again")
    other = check.open(check.path)
    check.wait(shown, "a page that is opened later does not show the failure", other)
    other.close()
    check.server.say("mended")
    check.wait(f"{panel}.hidden", "the panel stays when all is well again")

    check.settle()
    check.server.stop()
    check.wait(shown, "nothing says that the server has gone")
    editor.replace(word, "Written while nobody served.")
    check.server.start()
    if check.wait(has("Written while nobody served."), "the page does not come back with the server"):
        page.wait_for_load_state("load")
        check.compare("a new server", in_place=False)
        check.wait(f"!{panel} || {panel}.hidden", "the panel stays when the server is back")

    late = check.open("en/late.html")
    Editor(folder / "en/late.html").save("<!doctype html><html><head><title>t</title></head><body>It is there.</body></html>")
    check.wait(has("It is there."), "a page that was missing does not appear", late)

    # More pages than a browser has connections to one server.
    pages = [check.open(check.path) for _ in range(3)]
    editor.replace("Written while nobody served.", "The last word.")
    for each in [page, *pages]:
        each.bring_to_front()
        check.wait(has("The last word."), "one of several pages does not follow", each)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--chromium", required=True)
    arguments.add_argument("--server", required=True)
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / "report"
        shutil.copytree(options.folder, folder)
        # The page with most to it.
        path = max((folder / "en").glob("*.html"), key=lambda page: page.read_text(encoding="utf-8").count("<details"))
        server = Server(options.server, folder)
        with sync_playwright() as playwright:
            # Chromium's own sandbox needs rights that a container does not give; the pages are ours.
            browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            check = Check(browser, server, str(path.relative_to(folder)))
            try:
                look(check, folder)
                check.close()
            except (Error, AssertionError) as error:
                check.expect(False, str(error).splitlines()[0])
            browser.close()
        server.stop()
    if check.failures:
        print(f"{check.failures} things to mend", file=sys.stderr)
        sys.exit(1)
    print("Nothing to mend", file=sys.stderr)


main()
