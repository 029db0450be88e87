"""Tries the labs of a report in Chromium. Called by Scripts/test-labs.

What must hold: modules pass their own tests; pictures are those of `course convolve`, pixel for pixel, for every named
kernel, border rule and way to show what is below zero; everything can be done by keyboard alone, by pointer and by touch;
an address opens the state that it was taken from, also in the other language; no camera is asked for before a click, and
none runs once the reader has left; no request, no console message, no violation of the policy, nothing that axe objects
to; without JavaScript and on paper the figure stands there.
"""

import argparse
import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULES = ROOT / "Sources/Publishing/Resources/Labs"
TESTS = ROOT / "Scripts/browser/labs"
LESSONS = ("kernels", "edges", "gradients")
BORDERS = ("valid", "zero", "replicate", "reflect")
NEGATIVES = ("clip", "absolute", "rescale")
WIDTHS = (390, 1280, 2560)
LAB = "fig-kernel-lab"

# Recorded before anything of the page runs: violations of the policy, and every camera that is asked for.
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(event.violatedDirective + " " + event.blockedURI);
});
window.cameras = [];
if (navigator.mediaDevices) {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wishes) => {
    const stream = ask(wishes);
    window.cameras.push(stream);
    return stream;
  };
}
"""

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
    const place = 3 * Math.round(Math.min(Math.max(0.5 + value / limit / 2, 0), 1) * 510);
    return count + (Math.abs(found[4 * index] - colours[place]) > 1 || Math.abs(found[4 * index + 2] - colours[place + 2]) > 1);
  }, 0);
}"""

# Two frames later everything that was asked for is drawn.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"

# The pixels of the answer on the page, as a text.
SHOWN = """() => {
  const canvas = document.querySelector("figure.live .pane.after canvas");
  return canvas.toDataURL();
}"""


class Findings:
    def __init__(self):
        self.lines = []
        self.checks = 0

    def expect(self, holds, text):
        self.checks += 1
        if not holds:
            self.lines.append(text)
            print(text, flush=True)


class Visit:
    """One page with its lab, watched."""

    def __init__(self, browser, findings, file, query="", **options):
        self.findings = findings
        self.file = file
        self.name = f"{file.parent.name}/{file.name}{query}"
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.context.add_init_script(WATCH)
        self.page = self.context.new_page()
        own = file.as_uri()
        beside = file.parent.parent.as_uri() + "/"

        def ask(request):
            url = request.url.split("#")[0]
            self.expect(url.startswith(("data:", beside)) or url == own, f"asks for {url[:120]}")

        self.page.on("request", ask)
        self.page.on("console", lambda message: self.expect(False, f"console: {message.text[:200]}"))
        self.page.on("pageerror", lambda error: self.expect(False, f"script: {error}"))
        self.page.goto(own + query, wait_until="load")
        if options.get("java_script_enabled", True):
            self.page.wait_for_function("() => document.querySelector('figure.live .spin')?.value", timeout=10_000)

    def expect(self, holds, text):
        self.findings.expect(holds, f"{self.name}: {text}")

    def settle(self):
        self.page.evaluate(SETTLED)

    def open(self, query):
        self.page.evaluate("(hash) => { location.hash = hash; }", query)
        self.settle()

    def text(self, selector):
        return self.page.locator(f"figure.live {selector}").first.inner_text()

    def axe(self):
        for violation in Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            self.expect(False, f"axe {violation['id']}: {violation['help']}: {nodes}")

    def close(self):
        violations = self.page.evaluate("window.violations")
        self.expect(not violations, f"security policy: {violations}")
        self.context.close()


def try_modules(browser, findings):
    """The modules' own tests, in the browser, from an address that never leaves this machine."""
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
    files = [f"/tests/{file.name}" for file in sorted(TESTS.glob("*.test.js"))]
    result = page.evaluate(
        """async (files) => {
          for (const file of files) await import(file);
          return (await import("/tests/check.js")).run();
        }""", files)
    for failure in result["failures"]:
        findings.expect(False, f"modules: {failure}")
    findings.checks += len(result["names"])
    findings.expect(len(result["names"]) > 15, "modules: tests are missing")
    print(f"{len(result['names'])} tests of modules", file=sys.stderr)
    page.close()


def material(page):
    return json.loads(page.locator("script.lab-material").text_content())


def compare(browser, findings, course, report):
    """Every named kernel under every rule, beside the program."""
    visit = Visit(browser, findings, report / "en/kernels.html")
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


def tab_to(page, selector, key="Tab"):
    """Presses the key until the focus is there, as somebody does who has no mouse."""
    for _ in range(400):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return True
        page.keyboard.press(key)
    return False


def by_keyboard(browser, findings, report):
    """Edits a kernel, inspects a pixel and reads the answer, by keyboard alone; then the same from its address."""
    file = report / "en/kernels.html"
    visit = Visit(browser, findings, file, f"#{LAB}?kernel=identity&at=100,100")
    page, expect = visit.page, visit.expect
    number = lambda: float(visit.text(".sums .result").replace("\u2212", "-").replace(",", ""))
    places = lambda: [page.locator(f"figure.live .tools .spin[aria-label={name}]").input_value() for name in ("Row", "Column")]
    pixels = lambda: [int(cell) for cell in page.locator("figure.live .matrix.pixels td").all_inner_texts()]
    page.locator("figure.live button").first.focus()
    expect(tab_to(page, ".stage"), "Tab does not reach the picture")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    expect(places() == ["101", "111"], f"arrow keys lead to {places()}")
    expect(number() == pixels()[4], "the identity does not give the pixel itself")
    page.keyboard.press("Shift+ArrowLeft")
    expect(places() == ["101", "101"], f"Shift and an arrow lead to {places()}")
    expect(tab_to(page, ".matrix .spin"), "Tab does not reach the weights")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("2")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    visit.settle()
    weights = [2, -2, 0, 0, 1, 0, 0, 0, 0]
    wanted = sum(weight * pixel for weight, pixel in zip(weights, pixels()))
    expect(number() == wanted, f"the sum is {number()} where {wanted} is wanted")
    expect(tab_to(page, "select", "Shift+Tab") and page.locator("figure.live select").nth(1).input_value() == "",
           "an edited kernel keeps its name")
    # What is no number is told, and takes no effect.
    expect(tab_to(page, ".matrix .spin"), "Tab does not reach the weights again")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("x")
    expect(page.evaluate("document.activeElement.ariaInvalid") == "true", "a letter is taken for a number")
    expect(visit.text(".readout + .message") != "", "nothing says what is wrong with a letter")
    expect(number() == wanted, "a letter changes the answer")
    page.keyboard.press("Tab")
    first = page.locator("figure.live .matrix .spin").first
    expect(first.input_value() == "2", "a letter stays where a number was")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("PageUp")
    page.keyboard.press("PageDown")
    expect(first.input_value() == "2" and visit.text(".readout + .message") == "", "PageUp and PageDown do not undo each other")
    # The address, in a new page and in the other language.
    page.wait_for_timeout(600)
    address = page.evaluate("location.hash")
    expect("kernel=2,-2,0;0,1,0;0,0,0" in address and "at=101,101" in address, f"the address is {address}")
    page.wait_for_function("() => document.querySelector('figure.live .spoken').textContent", timeout=3000)
    expect(str(int(wanted)).replace("-", "\u2212") in visit.page.locator("figure.live .spoken").inner_text(),
           "the answer is not spoken")
    shown = page.evaluate(SHOWN)
    page.evaluate("document.querySelector('.languages a').focus()")
    other = page.evaluate("document.querySelector('.languages a').getAttribute('href')")
    expect(other.endswith(address), f"the other language opens {other}")
    visit.close()
    for language in ("en", "es"):
        visit = Visit(browser, findings, report / language / "kernels.html", address)
        expect = visit.expect
        expect(visit.page.evaluate(SHOWN) == shown, "the address opens another picture")
        expect(visit.page.evaluate("scrollY") > 500, "the address does not lead to the lab")
        weights = visit.page.locator("figure.live .matrix .spin").evaluate_all("(all) => all.map((one) => one.value)")
        expect(weights == ["2", "\u22122", "0", "0", "1", "0", "0", "0", "0"], f"the address opens {weights}")
        visit.close()


def by_pointer(browser, findings, report):
    """Clicks and drags; then taps."""
    visit = Visit(browser, findings, report / "en/edges.html", f"#{LAB}")
    page, expect = visit.page, visit.expect
    place = lambda: [int(page.locator(f"figure.live .tools .spin[aria-label={name}]").input_value()) for name in ("Row", "Column")]
    for pane in (".pane.before .stage", ".pane.after .stage"):
        stage = page.locator(f"figure.live {pane}")
        box = stage.bounding_box()
        stage.click(position={"x": box["width"] / 4, "y": box["height"] / 2})
        row, column = place()
        expect(abs(row - 160) < 2 and abs(column - 120) < 2, f"a click on {pane} leads to {place()}")
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 2, box["y"] - 50)
    page.mouse.up()
    expect(place() == [0, 479], f"dragging beyond the corner leads to {place()}")
    weight = page.locator("figure.live .matrix .spin").nth(4)
    weight.scroll_into_view_if_needed()
    box = weight.bounding_box()
    before = page.evaluate(SHOWN)
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 10, box["y"] + 10 - 24, steps=6)
    page.mouse.up()
    visit.settle()
    expect(weight.input_value() == "11", f"dragging 24 pixels up makes {weight.input_value()} of 8")
    expect(page.evaluate(SHOWN) != before, "dragging a weight changes nothing")
    page.get_by_role("button", name="Start again").click()
    visit.settle()
    expect(page.evaluate(SHOWN) == before, "starting again does not lead back")
    # How long a change takes from the key to the picture.
    weight.focus()
    spent = page.evaluate(
        """async () => {
          const times = [];
          for (let turn = 0; turn < 10; turn++) {
            const start = performance.now();
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true, cancelable: true }));
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            times.push(performance.now() - start);
          }
          return times.sort((a, b) => a - b)[5];
        }""")
    print(f"a changed weight is shown after {spent:.0f} ms", file=sys.stderr)
    expect(spent < 250, f"a changed weight is shown after {spent:.0f} ms")
    visit.close()
    visit = Visit(browser, findings, report / "es/gradients.html", f"#{LAB}", has_touch=True, is_mobile=True,
                  viewport={"width": 390, "height": 800})
    page, expect = visit.page, visit.expect
    stage = page.locator("figure.live .pane.after .stage")
    box = stage.bounding_box()
    stage.tap(position={"x": box["width"] / 2, "y": box["height"] / 4})
    row, column = (page.locator(f"figure.live .tools .spin[aria-label={name}]").input_value() for name in ("Fila", "Columna"))
    expect(abs(int(row) - 80) < 2 and abs(int(column) - 240) < 2, f"a tap leads to {row}, {column}")
    # Both thresholds, and one that takes the other along.
    low, high = page.locator("figure.live input[type=range]").all()
    edges = page.evaluate(SHOWN)
    low.fill("300")
    visit.settle()
    expect(high.input_value() == "300", "the low threshold passes the high one")
    expect(page.evaluate(SHOWN) != edges, "the thresholds change nothing")
    for show in ("magnitude", "angle", "kernel"):
        page.locator("figure.live select").first.select_option(show)
        visit.settle()
        before, edges = edges, page.evaluate(SHOWN)
        expect(before != edges, f"{show} shows nothing new")
        visit.axe()
    visit.close()


def with_pictures(playwright, chromium, browser, findings, report):
    """Own files, and a camera: granted, refused, missing."""
    file = report / "en/edges.html"
    visit = Visit(browser, findings, file, f"#{LAB}")
    page, expect = visit.page, visit.expect
    before = page.evaluate(SHOWN)
    with tempfile.TemporaryDirectory() as folder:
        broken = pathlib.Path(folder) / "broken.png"
        broken.write_bytes(b"no picture")
        page.locator("figure.live input[type=file]").set_input_files(broken)
        page.wait_for_function(
            "() => document.querySelector('figure.live .message').textContent.includes('broken.png')")
        expect(page.evaluate(SHOWN) == before, "a broken file changes the picture")
        # A picture that is larger than the course's, and one that is small.
        for width, height, size in [(1000, 500, [480, 240]), (40, 300, [40, 300]), (3, 3, [5, 5])]:
            own = pathlib.Path(folder) / f"own-{width}.png"
            address = page.evaluate(
                """([width, height]) => {
                  const canvas = Object.assign(document.createElement("canvas"), { width, height });
                  const pen = canvas.getContext("2d");
                  pen.fillRect(0, 0, width / 2, height);
                  return canvas.toDataURL();
                }""", [width, height])
            own.write_bytes(base64.b64decode(address.split(",")[1]))
            page.locator("figure.live input[type=file]").set_input_files(own)
            page.wait_for_function(
                "([width, height]) => { const canvas = document.querySelector('figure.live .pane.before canvas');"
                " return canvas.width === width && canvas.height === height; }", arg=size)
            expect(visit.text(".message") == "", "a good file leaves a message")
    page.get_by_role("button", name="This page’s picture").click()
    visit.settle()
    expect(page.evaluate(SHOWN) == before, "the page's picture does not come back")
    expect(page.evaluate("window.cameras.length") == 0, "a camera is asked for before a click")
    visit.close()
    # Without a device, and with one that is refused.
    for message, options in [
        ("There is no camera", ["--use-fake-ui-for-media-stream"]),
        ("did not let", ["--use-fake-device-for-media-stream", "--deny-permission-prompts"]),
    ]:
        other = launch(playwright, chromium, options)
        visit = Visit(other, findings, file, f"#{LAB}")
        visit.page.get_by_role("button", name="Your camera").click()
        try:
            visit.page.wait_for_function(
                "(text) => document.querySelector('figure.live .message').textContent.includes(text)", arg=message, timeout=5000)
        except Error:
            visit.expect(False, f"the message is {visit.text('.message')!r} where {message!r} is wanted")
        visit.close()
        other.close()
    # A camera that shows moving pictures.
    other = launch(playwright, chromium, ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"])
    for leave in ("stop", "file", "hide"):
        visit = Visit(other, findings, file, f"#{LAB}")
        page, expect = visit.page, visit.expect
        before = page.evaluate(SHOWN)
        page.get_by_role("button", name="Your camera").click()
        page.wait_for_function(
            "() => document.querySelector('figure.live .choice [aria-pressed=true]').textContent === 'Stop the camera'")
        page.wait_for_timeout(300)
        moving = page.evaluate(SHOWN)
        expect(moving != before, "the camera shows nothing")
        page.wait_for_timeout(700)
        expect(page.evaluate(SHOWN) != moving, "the camera's picture stands still")
        if leave == "stop":
            page.get_by_role("button", name="Stop the camera").click()
        elif leave == "file":
            page.get_by_role("button", name="This page’s picture").click()
        else:
            page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        states = page.evaluate(
            "Promise.all(window.cameras).then((all) => all.flatMap((one) => one.getTracks().map((track) => track.readyState)))")
        expect(states == ["ended"], f"after “{leave}” the camera's tracks are {states}")
        visit.close()
    other.close()


def every_page(browser, findings, report):
    """axe at three widths and in both themes; without JavaScript, and on paper."""
    for lesson in LESSONS:
        for language in ("en", "es"):
            file = report / language / f"{lesson}.html"
            for theme in ("light", "dark"):
                visit = Visit(browser, findings, file, f"#{LAB}", color_scheme=theme)
                for width in WIDTHS:
                    visit.page.set_viewport_size({"width": width, "height": 900})
                    page = visit.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
                    visit.expect(page[0] <= page[1], f"scrolls sideways at {width}: {page[0]} px")
                    if theme == "light" or width == WIDTHS[0]:
                        visit.axe()
                visit.page.emulate_media(media="print")
                visit.expect(visit.page.locator("figure.live .plate").is_visible(), "has no figure on paper")
                visit.expect(not visit.page.locator("figure.live .lab").is_visible(), "has a lab on paper")
                visit.close()
            visit = Visit(browser, findings, file, java_script_enabled=False)
            plate = visit.page.locator(f"#{LAB} .plate")
            visit.expect(plate.is_visible(), "has no figure without JavaScript")
            visit.expect(not visit.page.locator(f"#{LAB} .lab").is_visible(), "shows a lab without JavaScript")
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
        visit = Visit(browser, findings, file, place)
        figure = visit.page.locator(f"[id='{language}.edges.{LAB}']")
        visit.expect(figure.is_visible(), "does not show the lab of its address")
        shown[language] = figure.locator(".pane.after canvas").evaluate("(canvas) => canvas.toDataURL()")
        visit.expect(figure.locator("select").nth(1).input_value() == "emboss", "does not open its state")
        hidden = visit.page.evaluate("document.querySelectorAll('figure.live').length")
        visit.expect(hidden == 6, f"has {hidden} labs")
        visit.close()
    findings.expect(shown["en"] == shown["es"], "course.html: languages show different pictures")


def launch(playwright, chromium, options=()):
    # Chromium's own sandbox needs rights that a container does not give; the pages are ours.
    return playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", *options])


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
            ("pages", lambda: every_page(browser, findings, report)),
            ("course.html", lambda: whole_file(browser, findings, report)),
            ("program", lambda: compare(browser, findings, options.course, report)),
        ]
        for name, part in parts[:3] if options.sample else parts:
            try:
                part()
            except Error as error:
                findings.expect(False, f"{name}: {str(error).splitlines()[0]}")
            print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr)
        browser.close()
    if findings.lines:
        print(f"{len(findings.lines)} things to mend", file=sys.stderr)
        sys.exit(1)
    print(f"Nothing to mend in {findings.checks} checks", file=sys.stderr)


if __name__ == "__main__":
    main()
