"""The digit lab, the pooling stepper and the training replay as readers use them, and the networks beside the program."""

import base64
import gzip
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from lab_play import tab_to
from lab_visit import LabVisit

DIGIT, POOL, REPLAY = "fig-digit-lab", "fig-maxpool", "fig-curves"
SIDE, COUNT, CLOSELY = 28, 1000, 200
# The levels of what the networks read.
READ = """(root) => {
  const shown = document.querySelector(`${root} .panes.three .pane.before canvas`);
  const canvas = Object.assign(document.createElement("canvas"), { width: shown.width, height: shown.height });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(shown, 0, 0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((_, index) => index % 4 === 0).reduce((all, level) => [...all, level], []);
}"""
PAPER = "(root) => document.querySelector(`${root} .pad canvas`).toDataURL().split(',')[1]"
# Strokes of digits as somebody draws them, in shares of the paper's side.
DIGITS = {
    "0": [[(0.5 + 0.17 * math.sin(turn / 4), 0.5 - 0.3 * math.cos(turn / 4)) for turn in range(26)]],
    "1": [[(0.52, 0.2), (0.5, 0.5), (0.48, 0.8)]],
    "7": [[(0.3, 0.25), (0.5, 0.24), (0.68, 0.23), (0.55, 0.5), (0.45, 0.8)]],
    "3": [[(0.34, 0.25), (0.48, 0.18), (0.62, 0.27), (0.58, 0.42), (0.45, 0.48), (0.62, 0.57), (0.64, 0.72), (0.5, 0.82),
           (0.34, 0.75)]],
}


def answers(visit):
    """What the table says: a list of percentages for each network."""
    rows = visit.page.locator(f"{visit.root} .answers tbody tr").all()
    cells = [row.locator("td .share").all_inner_texts() for row in rows]
    number = lambda text: float(re.sub(r"[^0-9.,]", "", text).replace(",", "."))
    return [[number(row[column]) for row in cells] for column in range(len(cells[0]))] if cells and cells[0] else []


def answer(visit):
    """The class that the convolutional network names."""
    shares = answers(visit)
    return shares[0].index(max(shares[0])) if shares else None


def draw(visit, strokes):
    box = visit.part(".pad").bounding_box()
    for stroke in strokes:
        places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in stroke]
        visit.page.mouse.move(*places[0])
        visit.page.mouse.down()
        for place in places[1:]:
            visit.page.mouse.move(*place, steps=5)
        visit.page.mouse.up()
    visit.settle()


def digit_by_keyboard(browser, findings, report):
    """Draws a stroke, reads the answer, moves it, covers a part, follows a pixel; then the same from its address."""
    visit = LabVisit(browser, findings, report / "en/cnn.html", f"#{DIGIT}", lab=DIGIT)
    page, expect = visit.page, visit.expect
    page.evaluate("document.querySelector('#fig-digit-lab .number').focus()")
    expect(tab_to(page, "#fig-digit-lab .pad", "Shift+Tab"), "Tab does not reach the paper")
    page.keyboard.press("Space")
    for _ in range(18):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    visit.settle()
    expect(answer(visit) == 1, f"a stroke from top to bottom is taken for {answer(visit)}")
    expect(visit.text(".verdict").startswith("1, "), f"the verdict on a stroke is {visit.text('.verdict')!r}")
    page.wait_for_timeout(600)
    expect("the convolutional network" in visit.part(".spoken").text_content(), "the answer is not spoken")
    plain = answers(visit)
    expect(tab_to(page, "#fig-digit-lab [aria-label='Shift right']"), "Tab does not reach the shift")
    for _ in range(7):
        page.keyboard.press("ArrowUp")
    visit.settle()
    moved = answers(visit)
    expect(moved != plain, "a shift changes no answer")
    expect("still says so" in visit.text(".verdict") or "before" in visit.text(".verdict"), "nothing says whether it holds")
    expect(tab_to(page, "#fig-digit-lab .panes.three .pane .stage:not(.pad)", "Shift+Tab"), "Tab does not reach what is read")
    before = page.evaluate(READ, visit.root)
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowUp")
    visit.settle()
    after = page.evaluate(READ, visit.root)
    expect(after != before and all(new in (0, old) for new, old in zip(after, before)), "a patch covers nothing")
    # A map, one of its pixels, and its arithmetic.
    for place, kind in ((2, "Conv2D"), (1, "MaxPooling2D")):
        sheets = page.locator(f"{visit.root} .panes:not(.three, .two) .stage")
        sheets.nth(place).focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        visit.settle()
        expect(tab_to(page, "#fig-digit-lab .panes.two .stage"), "Tab does not reach the enlarged map")
        page.keyboard.press("ArrowLeft")
        visit.settle()
        check_arithmetic(visit, kind)
    page.wait_for_timeout(600)
    address = page.evaluate("location.hash")
    shown = page.evaluate(READ, visit.root), answers(visit), visit.text(".sums"), visit.text(".panes.two .label")
    visit.axe()
    visit.close()
    for language in ("en", "es"):
        visit = LabVisit(browser, findings, report / language / "cnn.html", address, lab=DIGIT)
        visit.expect(visit.page.evaluate(READ, visit.root) == shown[0], f"{address} opens another picture")
        visit.expect(answers(visit) == shown[1], f"{address} opens other answers")
        if language == "en":
            visit.expect(visit.text(".sums") == shown[2] and visit.text(".panes.two .label") == shown[3],
                         f"{address} opens another pixel")
        visit.close()


def check_arithmetic(visit, kind):
    """What stands on the page, added up again."""
    number = lambda text: float(text.replace("\u2212", "-").replace(",", ""))
    cells = lambda name: [number(text) for text in visit.page.locator(f"{visit.root} .matrix{name} td").all_inner_texts()]
    result = number(visit.text(".sums .result"))
    if kind == "MaxPooling2D":
        visit.expect(abs(max(cells(".pixels")) - result) < 0.006, "the largest of a window is not what it says")
        return
    terms = [left * right for left, right in zip(cells(".pixels"), cells(".weights"))]
    products = [number(text) for text in visit.page.locator(f"{visit.root} .matrix").nth(2).locator("td").all_inner_texts()]
    visit.expect(all(abs(one - other) < 0.02 for one, other in zip(terms, products)), f"products are {products}, not {terms}")
    lines = visit.text(".sums").splitlines()
    total = re.search(r"(\S+) ([+\u2212]) (\S+) = (\S+);", lines[-1])
    sum_, sign, bias, all_ = (text if text in "+\u2212" else number(text) for text in total.groups())
    visit.expect(abs(sum_ + (bias if sign == "+" else -bias) - all_) < 0.002, f"{lines[-1]} does not add up")
    visit.expect(result == max(all_, 0), f"ReLU of {all_} is {result}")
    visit.expect(abs(sum(products) - number(lines[0].split()[-1])) < 0.006, f"{products} do not add up to {lines[0]}")


def digit_by_pointer(browser, findings, course, report):
    """Draws digits with a mouse, and with a finger; the step to MNIST's form is the program's."""
    visit = LabVisit(browser, findings, report / "en/inside.html", f"#{DIGIT}", lab=DIGIT)
    visit.part(".pad").scroll_into_view_if_needed()
    right = 0
    for digit, strokes in DIGITS.items():
        visit.page.get_by_role("button", name="Wipe clean").click()
        visit.settle()
        visit.expect(not answers(visit), "an empty paper has an answer")
        draw(visit, strokes)
        right += answer(visit) == int(digit)
        print(f"a drawn {digit} is taken for {answer(visit)}", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "drawn.png"
            file.write_bytes(base64.b64decode(visit.page.evaluate(PAPER, visit.root)))
            [found] = classify(course, [file], "compact", report)
        levels = [level for row in found["seen"] for level in row]
        read = visit.page.evaluate(READ, visit.root)
        worst = max(abs(one - other) for one, other in zip(levels, read))
        visit.expect(worst <= 1, f"a drawn {digit} is prepared otherwise than by the program, by {worst} levels")
        shares = answers(visit)[0]
        visit.expect(all(abs(100 * one - other) <= 1 for one, other in zip(found["probabilities"], shares)),
                     f"a drawn {digit} gets {shares}, and from the program {found['probabilities']}")
    visit.expect(right >= len(DIGITS) - 1, f"of {len(DIGITS)} drawn digits {right} are recognised")
    visit.close()
    visit = LabVisit(browser, findings, report / "es/inside.html", f"#{DIGIT}", lab=DIGIT, has_touch=True, is_mobile=True,
                     viewport={"width": 390, "height": 800})
    page, expect = visit.page, visit.expect
    visit.part(".pad").scroll_into_view_if_needed()
    box, scrolled = visit.part(".pad").bounding_box(), page.evaluate("scrollY")
    touch = visit.context.new_cdp_session(page)
    for index, (x, y) in enumerate(DIGITS["1"][0]):
        point = {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove" if index else "touchStart", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    visit.settle()
    expect(answer(visit) == 1, f"a finger's stroke is taken for {answer(visit)}")
    expect(page.evaluate("scrollY") == scrolled, "drawing with a finger moves the page")
    tests = visit.part(".tests .stage")
    tests.scroll_into_view_if_needed()
    box = tests.bounding_box()
    tests.tap(position={"x": box["width"] * 0.35, "y": box["height"] * 0.4})
    visit.settle()
    expect("3" == visit.part(".answers .truth").inner_text(), "a tap chooses another test image")
    visit.close()


def classify(course, files, model, report):
    """What the program answers to pictures, with what it saw."""
    quick = json.loads((report / "results/cnn.json").read_text(encoding="utf-8")).get("quick")
    run = subprocess.run(
        [course, "classify", *files, "--model", model, "--json", *(["--quick"] if quick else [])], check=True,
        capture_output=True, text=True)
    return json.loads(run.stdout)["answers"]


def beside_program(browser, findings, modules_page, course, report):
    """A thousand test images through the page's networks, in Chromium, and through the program's."""
    file = pathlib.Path(os.environ.get("COURSE_DATA", "")) / "mnist/t10k-images-idx3-ubyte.gz"
    if not file.exists():
        print("MNIST is not in COURSE_DATA, and the networks were not held against the program", file=sys.stderr)
        return
    pixels = gzip.decompress(file.read_bytes())[16:]
    visit = LabVisit(browser, findings, report / "en/cnn.html", lab=DIGIT)
    known = json.loads(visit.page.locator("script.lab-material").text_content())
    parts = json.loads(visit.page.locator(f"{visit.root} .lab").get_attribute("data-parts"))
    # Those that stand in the page, as it shows them.
    shown = []
    for digit in range(len(known["parts"][parts["digits"]]["labels"])):
        visit.open(f"{DIGIT}?digit={digit}")
        shown.append((visit.page.evaluate(READ, visit.root), answers(visit)))
    visit.close()
    page = modules_page(browser)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for index in range(COUNT):
            files.append(pathlib.Path(folder) / f"{index}.pgm")
            files[-1].write_bytes(b"P5 28 28 255\n" + pixels[SIDE * SIDE * index:SIDE * SIDE * (index + 1)])
        pages = page.evaluate(PNGS, [base64.b64encode(pixels[:SIDE * SIDE * COUNT]).decode(), COUNT])
        for index, png in enumerate(pages):
            files[index] = pathlib.Path(folder) / f"{index}.png"
            files[index].write_bytes(base64.b64decode(png))
        for role, model in (("compact", "compact"), ("dense", "baseline")):
            found = classify(course, files, model, report)
            seen = [[level for row in one["seen"] for level in row] for one in found]
            ours = page.evaluate(RUN, [known["parts"][parts[role]], seen])
            off = max(abs(a - b) for one, other in zip(found[:CLOSELY], ours[:CLOSELY])
                      for a, b in zip(one["probabilities"], other))
            other = sum(one["answer"] != own.index(max(own)) for one, own in zip(found, ours))
            print(f"{model}: probabilities within {off:.5f} on {CLOSELY} digits, {other} other answers on {COUNT}", file=sys.stderr)
            findings.expect(off <= 1e-2, model, f"probabilities differ by {off} from the program's")
            findings.expect(other <= COUNT // 1000, model, f"{other} of {COUNT} answers are not the program's")
            # What the table shows are the same numbers, rounded.
            column = 0 if role == "compact" else 1
            again = page.evaluate(RUN, [known["parts"][parts[role]], [levels for levels, _ in shown]])
            worst = max(abs(100 * a - b) for own, (_, table) in zip(again, shown) for a, b in zip(own, table[column]))
            findings.expect(worst <= 0.051, model, f"the table differs by {worst} from what was computed")
    page.close()


PNGS = """([text, count]) => {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const canvas = Object.assign(document.createElement("canvas"), { width: 28, height: 28 });
  const pen = canvas.getContext("2d");
  return Array.from({ length: count }, (_, index) => {
    const image = new ImageData(28, 28);
    for (let place = 0; place < 784; place++) {
      image.data.fill(bytes[784 * index + place], 4 * place, 4 * place + 3);
      image.data[4 * place + 3] = 255;
    }
    pen.putImageData(image, 0, 0);
    return canvas.toDataURL().split(",")[1];
  });
}"""
RUN = """async ([form, pictures]) => {
  const { Network } = await import("/network.js");
  const network = new Network(form);
  return pictures.map((pixels) => [...network.run(pixels).pop().values]);
}"""


def steppers(browser, findings, report):
    """The pooling stepper and the training replay, by keyboard, and from their addresses."""
    visit = LabVisit(browser, findings, report / "en/pooling.html", f"#{POOL}", lab=POOL)
    page, expect = visit.page, visit.expect
    expect(visit.text(".sums").endswith("max(1; 3; 4; 8) = 8"), f"the first stop says {visit.text('.sums')}")
    visit.part("input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    visit.settle()
    expect(visit.text(".sums").endswith("max(7; 2; 0; 6) = 7"), f"the third stop says {visit.text('.sums')}")
    page.locator(f"{visit.root} select").first.select_option("average")
    page.locator(f"{visit.root} select").nth(1).select_option("1")
    page.get_by_role("button", name="Next").click()
    visit.settle()
    expect(visit.text(".sums").endswith("(3 + 2 + 8 + 0) \u00F7 4 = 3.25"), f"the average says {visit.text('.sums')}")
    page.wait_for_timeout(500)
    address, line = page.evaluate("location.hash"), visit.text(".sums")
    visit.axe()
    visit.close()
    visit = LabVisit(browser, findings, report / "en/pooling.html", address, lab=POOL)
    visit.expect(visit.text(".sums") == line, f"{address} opens {visit.text('.sums')}")
    visit.close()
    visit = LabVisit(browser, findings, report / "en/cnn.html", f"#{REPLAY}", lab=REPLAY)
    page, expect = visit.page, visit.expect
    kernels = "(root) => document.querySelector(`${root} canvas.kernels`).toDataURL()"
    end = page.evaluate(kernels, visit.root)
    expect(visit.part(".confusion").is_visible(), "the end has no confusion matrix")
    visit.part("input[type=range]").focus()
    page.keyboard.press("Home")
    visit.settle()
    start = page.evaluate(kernels, visit.root)
    expect(start != end, "training changes no kernel")
    expect("after 0 steps" in visit.part("canvas.kernels").locator("xpath=preceding-sibling::p").inner_text(), "the start is no start")
    expect(not visit.part(".confusion").is_visible(), "the start has a confusion matrix")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    address, some = page.evaluate("location.hash"), page.evaluate(kernels, visit.root)
    visit.axe()
    visit.close()
    visit = LabVisit(browser, findings, report / "es/cnn.html", address, lab=REPLAY)
    visit.expect(visit.page.evaluate(kernels, visit.root) == some, f"{address} opens other kernels")
    visit.close()
