"""A lab as readers use it: by keyboard, by pointer and touch, with files and a camera."""

import base64
import pathlib
import sys
import tempfile

from playwright.sync_api import Error

from lab_visit import LAB, LabVisit
from visit import launch

# The pixels of the answer on the page, as a text.
SHOWN = """() => {
  const canvas = document.querySelector("figure.live .pane.after canvas");
  return canvas.toDataURL();
}"""


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
    visit = LabVisit(browser, findings, file, f"#{LAB}?kernel=identity&at=100,100")
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
        visit = LabVisit(browser, findings, report / language / "kernels.html", address)
        expect = visit.expect
        expect(visit.page.evaluate(SHOWN) == shown, "the address opens another picture")
        expect(visit.page.evaluate("scrollY") > 500, "the address does not lead to the lab")
        weights = visit.page.locator("figure.live .matrix .spin").evaluate_all("(all) => all.map((one) => one.value)")
        expect(weights == ["2", "\u22122", "0", "0", "1", "0", "0", "0", "0"], f"the address opens {weights}")
        visit.close()


def by_pointer(browser, findings, report):
    """Clicks and drags; then taps."""
    visit = LabVisit(browser, findings, report / "en/edges.html", f"#{LAB}")
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
    visit = LabVisit(browser, findings, report / "es/gradients.html", f"#{LAB}", has_touch=True, is_mobile=True,
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
    visit = LabVisit(browser, findings, file, f"#{LAB}")
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
        visit = LabVisit(other, findings, file, f"#{LAB}")
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
        visit = LabVisit(other, findings, file, f"#{LAB}")
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
