"""Tries the labs of a report in Chromium. Called by Scripts/test-labs.

What must hold: modules pass their own tests; pictures are those of `course convolve`, pixel for pixel, for every named
kernel, border rule and way to show what is below zero; everything can be done by keyboard alone, by pointer and by touch;
an address opens the state that it was taken from, also in the other language; no camera is asked for before a click, and
none runs once the reader has left; no request, no console message, no violation of the policy, nothing that axe objects
to; without JavaScript and on paper the figure stands there. The networks in the pages answer to a thousand test images as
the program's do; what is drawn is brought to the form that `course classify` brings it to, and is recognised.
"""

import argparse
import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import Error, sync_playwright

from digit_play import beside_program, digit_by_keyboard, digit_by_pointer, steppers, answer, DIGIT, POOL, REPLAY
from lab_addresses import addresses
from lab_manners import manners
from lab_play import by_keyboard, by_pointer, with_pictures
from lab_visit import LAB, LabVisit
from visit import THEMES, WIDTHS, Findings, launch

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULES = ROOT / "Sources/Publishing/Resources/Labs"
TESTS = ROOT / "Scripts/browser/labs"
# The labs of each lesson.
LESSONS = {
    "kernels": [LAB], "edges": [LAB], "gradients": [LAB], "pooling": [POOL], "cnn": [REPLAY, DIGIT], "inside": [DIGIT],
}
BORDERS = ("valid", "zero", "replicate", "reflect")
NEGATIVES = ("clip", "absolute", "rescale")
# How many pixels of the answer on the page differ from those of a PNG; a text where the sizes do.
DIFFERENCE = """async ([png, inset]) => {
  const shown = document.querySelector("figure.live .pane.after canvas");
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  if (shown.width - 2 * inset !== width || shown.height - 2 * inset !== height) {
    return `${shown.width} x ${shown.height} without ${inset} where ${width} x ${height} is wanted`;
  }
  const pixels = (source, from) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.drawImage(source, -from, -from);
    return pen.getImageData(0, 0, width, height).data;
  };
  const [wanted, found] = [pixels(image, 0), pixels(shown, inset)];
  return wanted.reduce((count, byte, index) => count + (byte !== found[index]), 0);
}"""

# How many pixels of the answer on the page have not the colour of their number: zero in the middle of the table, the
# strongest hundredth at its ends.
SIGNS = """([npy, table, inset]) => {
  const decoded = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const file = decoded(npy);
  const values = new Float32Array(file.buffer.slice(10 + file[8] + 256 * file[9]));
  const colours = decoded(table);
  const sorted = [...values].map(Math.abs).sort((a, b) => a - b);
  const limit = sorted[Math.floor(sorted.length * 0.99)];
  const shown = document.querySelector("figure.live .pane.after canvas");
  const [width, height] = [shown.width - 2 * inset, shown.height - 2 * inset];
  if (width * height !== values.length) return `${width} x ${height} where ${values.length} are wanted`;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(shown, -inset, -inset);
  const found = pen.getImageData(0, 0, width, height).data;
  return values.reduce((count, value, index) => {
    const share = Math.min(Math.max(0.5 + value / limit / 2, 0), 1) * (colours.length / 3 - 1);
    // Half way between two colours it depends on the last bit which of them it is.
    const isEither = [share - 1e-3, share + 1e-3].some((share) => {
      const place = 3 * Math.round(share);
      return [0, 1, 2].every((part) => Math.abs(found[4 * index + part] - colours[place + part]) <= 1);
    });
    return count + !isEither;
  }, 0);
}"""

# The labs' part of the page's script, in bytes: the first is the pages' own. The one file has the labs of all lessons.
MOST_OF_SCRIPT, MOST_OF_ALL_LABS = 60_000, 90_000
SCRIPT = """() => {
  const text = document.querySelector("head script").textContent;
  return new TextEncoder().encode(text.slice(text.lastIndexOf('(() => {\\n"use strict";'))).length;
}"""

# Two frames later everything that was asked for is drawn.
def modules_page(browser):
    """A page that can import the modules and their tests, from an address that never leaves this machine."""
    page = browser.new_page()

    def serve(route):
        path = route.request.url.removeprefix("http://labs.test/")
        if not path:
            return route.fulfill(body="<!doctype html><title>Tests</title>", content_type="text/html")
        file = TESTS / path.removeprefix("tests/") if path.startswith("tests/") else MODULES / path
        if not file.is_file():
            return route.fulfill(status=404)
        kind = "application/json" if file.suffix == ".json" else "text/javascript"
        route.fulfill(body=file.read_text(encoding="utf-8"), content_type=kind)

    page.route("**/*", serve)
    page.goto("http://labs.test/")
    return page


def try_modules(browser, findings):
    """The modules' own tests, in the browser."""
    page = modules_page(browser)
    files = [f"/tests/{file.name}" for file in sorted(TESTS.glob("*.test.js"))]
    result = page.evaluate(
        """async (files) => {
          for (const file of files) await import(file);
          return (await import("/tests/check.js")).run();
        }""", files)
    for failure in result["failures"]:
        findings.add("modules", failure)
    findings.checks += len(result["names"])
    findings.expect(len(result["names"]) > 15, "modules", "tests are missing")
    print(f"{len(result['names'])} tests of modules", file=sys.stderr)
    page.close()


def material(page):
    return json.loads(page.locator("script.lab-material").text_content())


def compare(browser, findings, course, report):
    """Every named kernel under every rule, beside the program."""
    visit = LabVisit(browser, findings, report / "en/kernels.html")
    page = visit.page
    known = material(page)
    picture = next(iter(known["pictures"].values()))
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "picture.png"
        file.write_bytes(base64.b64decode(picture["address"].split(",")[1]))
        for kernel in known["kernels"]:
            side = round(len(kernel["weights"]) ** 0.5)
            for border in BORDERS:
                for negative in NEGATIVES:
                    answer = pathlib.Path(folder) / "answer.png"
                    subprocess.run(
                        [course, "convolve", file, "--kernel", kernel["id"], "--border", border, "--negative", negative,
                         "--output", answer, "--force"], check=True, capture_output=True)
                    state = f"kernel={kernel['id']}&border={border}&negative={negative}"
                    visit.open(f"{LAB}?{state}")
                    png = base64.b64encode(answer.read_bytes()).decode()
                    inset = (side - 1) // 2 if border == "valid" else 0
                    found = page.evaluate(DIFFERENCE, [png, inset])
                    visit.expect(found == 0, f"{state}: differs from the program's picture: {found}")
                    count += 1
                values = pathlib.Path(folder) / "answer.npy"
                subprocess.run(
                    [course, "convolve", file, "--kernel", kernel["id"], "--border", border, "--values", values,
                     "--output", answer, "--force"], check=True, capture_output=True)
                visit.open(f"{LAB}?kernel={kernel['id']}&border={border}&negative=signed")
                npy = base64.b64encode(values.read_bytes()).decode()
                found = page.evaluate(SIGNS, [npy, known["colours"]["light"], inset])
                visit.expect(found == 0, f"{kernel['id']}, {border}: colours differ from the program's numbers: {found}")
        # What somebody typed, with divisor and bias.
        for text, divisor, bias in [("1,2,1;0,3,0;-1,-2,-4", 3, 17), ("0.5,-0.25,0;0,1.125,0;0,0,-2", -2, 128)]:
            answer = pathlib.Path(folder) / "answer.png"
            subprocess.run(
                [course, "convolve", file, "--kernel", text, "--divisor", str(divisor), "--bias", str(bias), "--border",
                 "reflect", "--output", answer, "--force"], check=True, capture_output=True)
            visit.open(f"{LAB}?kernel={text}&divisor={divisor}&bias={bias}&border=reflect")
            found = page.evaluate(DIFFERENCE, [base64.b64encode(answer.read_bytes()).decode(), 0])
            visit.expect(found == 0, f"{text}: differs from the program's picture: {found}")
            count += 1
    print(f"{count} pictures beside the program's", file=sys.stderr)
    visit.close()


def every_page(browser, findings, report):
    """axe at three widths and in both themes; without JavaScript, and on paper."""
    for lesson, labs in LESSONS.items():
        for language in ("en", "es"):
            file = report / language / f"{lesson}.html"
            if not file.exists():
                print(f"{language}/{lesson}.html is not there, and was not looked at", file=sys.stderr)
                continue
            for theme in THEMES:
                visit = LabVisit(browser, findings, file, f"#{labs[0]}", lab=labs[-1], color_scheme=theme)
                script = visit.page.evaluate(SCRIPT)
                visit.expect(script < MOST_OF_SCRIPT, f"has labs of {script} bytes of script")
                for width in WIDTHS:
                    visit.width(width)
                    if theme == "light" or width == WIDTHS[0]:
                        visit.axe()
                visit.page.emulate_media(media="print")
                for lab in labs:
                    figure = visit.page.locator(f"#{lab}.live")
                    visit.expect(figure.locator(".plate").is_visible(), f"has no figure {lab} on paper")
                    visit.expect(not figure.locator(".lab").is_visible(), f"has a lab {lab} on paper")
                visit.close()
            visit = LabVisit(browser, findings, file, java_script_enabled=False)
            for lab in labs:
                plate = visit.page.locator(f"#{lab} .plate")
                visit.expect(plate.is_visible(), f"has no figure {lab} without JavaScript")
                visit.expect(not visit.page.locator(f"#{lab} .lab").is_visible(), f"shows a lab {lab} without JavaScript")
            visit.context.close()


def whole_file(browser, findings, report):
    """The one file: its labs by their addresses, in both languages."""
    file = report / "course.html"
    if not file.exists():
        print("course.html is not there, and was not looked at", file=sys.stderr)
        return
    shown = {}
    for language in ("en", "es"):
        place = f"#{language}.edges.{LAB}?kernel=emboss&at=10,20"
        visit = LabVisit(browser, findings, file, place, lab=f"{language}.edges.{LAB}")
        figure = visit.page.locator(f"[id='{language}.edges.{LAB}']")
        visit.expect(figure.is_visible(), "does not show the lab of its address")
        shown[language] = figure.locator(".pane.after canvas").evaluate("(canvas) => canvas.toDataURL()")
        visit.expect(figure.locator("select").nth(1).input_value() == "emboss", "does not open its state")
        hidden = visit.page.evaluate("document.querySelectorAll('figure.live').length")
        wanted = 2 * sum(map(len, LESSONS.values()))
        visit.expect(hidden == wanted, f"has {hidden} labs where {wanted} are wanted")
        script = visit.page.evaluate(SCRIPT)
        visit.expect(script < MOST_OF_ALL_LABS, f"has labs of {script} bytes of script")
        visit.close()
        # A digit that somebody drew elsewhere.
        lab = f"{language}.inside.{DIGIT}"
        visit = LabVisit(browser, findings, file, f"#{lab}?draw=gQgYgggogwg4&layer=1", lab=lab)
        visit.expect(answer(visit) == 1, f"takes a stroke for {answer(visit)}")
        visit.close()
    findings.expect(shown["en"] == shown["es"], "course.html", "languages show different pictures")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--chromium", required=True)
    arguments.add_argument("--course", required=True)
    arguments.add_argument("--sample", action="store_true", help="modules, keyboard and pointer alone")
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()
    report = options.folder.resolve()
    findings = Findings()
    start = time.monotonic()
    with sync_playwright() as playwright:
        browser = launch(playwright, options.chromium)
        parts = [
            ("modules", lambda: try_modules(browser, findings)),
            ("keyboard", lambda: by_keyboard(browser, findings, report)),
            ("pointer", lambda: by_pointer(browser, findings, report)),
            ("pictures", lambda: with_pictures(playwright, options.chromium, browser, findings, report)),
            ("digits by keyboard", lambda: digit_by_keyboard(browser, findings, report)),
            ("digits by pointer", lambda: digit_by_pointer(browser, findings, options.course, report)),
            ("steppers", lambda: steppers(browser, findings, report)),
            ("addresses", lambda: addresses(browser, findings, report)),
            ("manners", lambda: manners(browser, findings, report)),
            ("pages", lambda: every_page(browser, findings, report)),
            ("course.html", lambda: whole_file(browser, findings, report)),
            ("networks", lambda: beside_program(browser, findings, modules_page, options.course, report)),
            ("program", lambda: compare(browser, findings, options.course, report)),
        ]
        for name, part in parts[:3] if options.sample else parts:
            try:
                part()
            except Error as error:
                findings.add(name, str(error).splitlines()[0])
            print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr)
        browser.close()
    findings.conclude()


if __name__ == "__main__":
    main()
