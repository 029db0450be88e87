"""How labs behave towards those who listen, who draw carelessly, and who would like the page to stay where it is."""

from digit_play import DIGIT, DIGITS, POOL, REPLAY, answer, answers, draw
from lab_visit import LAB, LabVisit

LESSONS = {"edges": LAB, "pooling": POOL, "cnn": DIGIT, "inside": DIGIT}
INK = """(root) => {
  const canvas = document.querySelector(`${root} .pad canvas`);
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((all, level, index) => all + (index % 4 === 0 && level > 127), 0);
}"""
HEIGHT = "(root) => document.querySelector(`${root} .lab`).offsetHeight"
# Whoever can be reached by keyboard in a lab, without a name, or a slider or field without its place and limits.
NAMELESS = """(root) => [...document.querySelectorAll(`${root} .lab :is([tabindex], input, select, button)`)].filter((one) => {
  if (!one.checkVisibility({ visibilityProperty: true })) return false;
  const named = one.ariaLabel || one.labels?.length || one.textContent;
  const isPlaced = !["slider", "spinbutton"].includes(one.role) || ["valuenow", "valuemin", "valuemax"].every((name) =>
    /^-?[\\d.]+$/.test(one.getAttribute("aria-" + name)));
  const isSaid = one.role !== "slider" || one.getAttribute("aria-valuetext");
  return !named || !isPlaced || !isSaid;
}).map((one) => one.outerHTML.slice(0, 120))"""


def spoken(visit):
    visit.page.wait_for_timeout(800)
    return visit.part(".spoken").text_content()


def wipe(visit):
    visit.page.get_by_role("button", name="Wipe clean").click()
    visit.settle()


def paper(browser, findings, report):
    """Dots, a pen that stays down, and what wiping takes away."""
    visit = LabVisit(browser, findings, report / "en/inside.html", f"#{DIGIT}", lab=DIGIT)
    page, expect = visit.page, visit.expect
    ink = lambda: page.evaluate(INK, visit.root)
    pad = visit.part(".pad")
    pad.scroll_into_view_if_needed()
    wipe(visit)
    expect(ink() == 0 and answer(visit) is None, "wiped paper is not empty")
    for name, dot in (("pointer", lambda: pad.click()), ("Enter", lambda: press(pad, "Enter", "Enter")),
                      ("the space bar", lambda: press(pad, "Space", "Space"))):
        dot()
        visit.settle()
        expect(280 < ink() < 340, f"a dot by {name} has {ink()} pixels of ink")
        expect(answer(visit) is not None, f"a dot by {name} has no answer")
        wipe(visit)
    # What is heard of a paper that was wiped.
    draw(visit, DIGITS["7"])
    expect(spoken(visit).startswith("7, "), f"of a seven this is said: {spoken(visit)!r}")
    press(page.locator(f"{visit.root} .stage[role=slider]").nth(2), "ArrowRight")
    expect("network" not in spoken(visit) and "bias" in spoken(visit), f"of another map this is said: {spoken(visit)!r}")
    wipe(visit)
    expect(spoken(visit).startswith("The paper is empty."), f"of empty paper this is said: {spoken(visit)!r}")
    # Who has put the pen down by keyboard, and wipes, starts again or takes a digit, draws nothing by moving on.
    for name, leave in (
        ("wiping", lambda: wipe(visit)),
        ("choosing a digit", lambda: visit.part(".tests .stage").press("ArrowRight")),
        ("starting again", lambda: page.locator(visit.root).get_by_role("button", name="Start again").click()),
        ("an address", lambda: visit.open(f"{DIGIT}?digit=5")),
    ):
        wipe(visit)
        press(pad, "Space", "ArrowDown")
        visit.settle()
        leave()
        visit.settle()
        left = ink()
        press(pad, "ArrowDown", "ArrowDown", "ArrowRight")
        visit.settle()
        expect(ink() == left, f"after {name} the pen is still down")
        press(pad, "Space", "ArrowDown", "Space")
        visit.settle()
        expect(ink() != left, f"after {name} the first stroke is lost")
        expect("Pen up" in pad.get_attribute("aria-label"), f"after {name} the paper is called {pad.get_attribute('aria-label')!r}")
    # Wiping takes everything away that was done to a digit.
    visit.open(f"{DIGIT}?digit=5&shift=3,-2&cover=10,11")
    wipe(visit)
    shifts = [field.input_value() for field in page.locator(f"{visit.root} .tools .spin").all()[:2]]
    frame = visit.part(".panes.three .pane.before .frame:not(.inkbox)")
    expect(shifts == ["0", "0"] and not frame.is_visible(), f"wiping leaves shifts of {shifts}, or a patch")
    # Of two fingers one draws.
    touch(visit)
    visit.close()


def press(element, *keys):
    for key in keys:
        element.press(key)


def touch(visit):
    wipe(visit)
    visit.part(".pad").scroll_into_view_if_needed()
    box = visit.part(".pad").bounding_box()
    session = visit.context.new_cdp_session(visit.page)
    at = lambda x, y, number: {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"], "id": number}
    send = lambda kind, *points: session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})
    send("touchStart", at(0.2, 0.2, 1))
    send("touchStart", at(0.2, 0.2, 1), at(0.8, 0.2, 2))
    for step in range(1, 7):
        send("touchMove", at(0.2, 0.2 + step / 10, 1), at(0.8, 0.2 + step / 10, 2))
    send("touchEnd", at(0.2, 0.8, 1))
    send("touchMove", at(0.2, 0.85, 1))
    send("touchEnd")
    visit.settle()
    right = visit.page.evaluate(
        """(root) => {
          const canvas = document.querySelector(`${root} .pad canvas`);
          const { width, height } = canvas;
          const level = (x, y) => canvas.getContext("2d").getImageData(x * width, y * height, 1, 1).data[0];
          return [level(0.2, 0.5), level(0.2, 0.84), level(0.5, 0.5), level(0.5, 0.2), level(0.8, 0.5)];
        }""", visit.root)
    visit.expect(right == [255, 255, 0, 0, 0], f"two fingers draw {right}, where the first alone is wanted")


def listening(browser, findings, report):
    """Names, places and limits for who listens; sentences that end once; a convention for rows and columns."""
    for language in ("en", "es"):
        for lesson, lab in LESSONS.items():
            visit = LabVisit(browser, findings, report / language / f"{lesson}.html", f"#{lab}", lab=lab)
            page, expect = visit.page, visit.expect
            nameless = page.evaluate(NAMELESS, visit.root)
            expect(not nameless, f"without a name, a place or limits: {nameless}")
            for stage in page.locator(f"{visit.root} .stage[role=slider]").all():
                before = stage.get_attribute("aria-valuetext")
                # Of the last map the last pixel is chosen at first.
                press(stage, "ArrowUp", "ArrowLeft")
                visit.settle()
                after = stage.get_attribute("aria-valuetext")
                expect(before != after and after, f"“{stage.get_attribute('aria-label')}” stays at {after!r}")
                said = spoken(visit)
                expect(".." not in said and ". ." not in said, f"this is said: {said!r}")
            if lab == LAB:
                options = page.locator(f"{visit.root} select >> nth=3").locator("option").all_inner_texts()
                wanted = ["valid", "zero", "replicate", "reflect"]
                expect([name.split(" (")[0] for name in options] == wanted, f"borders are called {options}")
                expect(language == "en" or all(" (" in name for name in options), f"borders have no Spanish words: {options}")
                weights = page.locator(f"{visit.root} .matrix .spin").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
                expect("0" in weights[0] and "3" not in "".join(weights), f"weights are called {weights}")
                visit.open(f"{LAB}?at=5,8")
                expect(visit.part(".stage").get_attribute("aria-valuenow") == str(5 * 480 + 8), "a picture does not say where the frame is")
            visit.close()
    visit = LabVisit(browser, findings, report / "en/cnn.html", f"#{REPLAY}", lab=REPLAY)
    press(visit.part("input[type=range]"), "Home", "ArrowRight")
    visit.settle()
    said = spoken(visit)
    visit.expect(said and ".." not in said and ". ." not in said, f"the replay says {said!r}")
    visit.close()


def fields(browser, findings, report):
    """What is wrong with a number is said as long as it stands there."""
    for lesson, lab, selector in (("kernels", LAB, ".matrix .spin"), ("cnn", DIGIT, ".tools .spin")):
        visit = LabVisit(browser, findings, report / f"en/{lesson}.html", f"#{lab}", lab=lab)
        page, expect = visit.page, visit.expect
        field = visit.part(selector)
        said = lambda: "".join(page.locator(f"{visit.root} .message").all_inner_texts())
        for name, mend in (
            ("a number", lambda: field.fill("1")), ("leaving", lambda: page.keyboard.press("Tab")),
            ("starting again", lambda: page.locator(visit.root).get_by_role("button", name="Start again").dispatch_event("click")),
        ):
            field.fill("x")
            expect(said() != "", "a letter is taken for a number")
            mend()
            visit.settle()
            expect(said() == "", f"after {name} this is still said: {said()!r}")
        visit.close()


def standing_still(browser, findings, report):
    """Nothing that lies below a lab moves while somebody draws, chooses maps, pixels or epochs."""
    states = {
        "cnn": (DIGIT, ["digit=0", "digit=-1", "draw=gQgYgggogwg4", "digit=4&shift=9,0", "digit=5&cover=14,14",
                        *(f"digit=8&layer={layer}&map={layer * 7}&at={layer},4&input=32" for layer in (1, 2, 3, 4))]),
        "cnn ": (REPLAY, ["epoch=0", "epoch=0.3", "epoch=1", "epoch=99", ""]),
        "edges": (LAB, [f"show=canny&at={row},{column}" for row in range(20, 320, 60) for column in range(20, 480, 60)]),
        "kernels": (LAB, [f"kernel=sharpen&divisor=7&bias=-99&negative=rescale&border=valid&at={place},{place}" for place in (0, 90, 131)]),
    }
    for language in ("en", "es"):
        for width in (1280, 390):
            for lesson, (lab, all_) in states.items():
                visit = LabVisit(browser, findings, report / language / f"{lesson.strip()}.html", f"#{lab}", lab=lab,
                                 viewport={"width": width, "height": 900})
                heights = {}
                for state in all_:
                    visit.open(f"{lab}?{state}")
                    heights.setdefault(visit.page.evaluate(HEIGHT, visit.root), state)
                if lab == DIGIT:
                    visit.open(f"{lab}?digit=-1")
                    visit.part(".pad").scroll_into_view_if_needed()
                    draw(visit, DIGITS["3"])
                    visit.expect(answers(visit) != [], "draws nothing")
                    heights.setdefault(visit.page.evaluate(HEIGHT, visit.root), "a stroke")
                visit.expect(len(heights) == 1, f"at {width} the page below moves: {heights}")
                visit.close()


def manners(browser, findings, report):
    for part in (paper, listening, fields, standing_still):
        part(browser, findings, report)
