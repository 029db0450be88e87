"""Addresses of labs: each names one lab, nothing else is lost, and no clipboard and no long text stops the page."""

import base64
import pathlib
import re
import tempfile

from digit_play import DIGIT, POOL, REPLAY, answer
from lab_visit import LAB, LabVisit

# Clipboards that browsers have: one that takes a text, one that refuses, none.
CLIPBOARDS = {
    "takes": "{ writeText: (text) => { window.copied = text; return Promise.resolve(); } }",
    "refuses": "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }",
    "is missing": "undefined",
}
# How long a page is busy with an address, in milliseconds: from the moment on at which the browser has taken it, until it
# is drawn. The quickest of three, since machines are busy with other things.
BUSY = """async (address) => {
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    location.hash = "";
    await new Promise((done) => setTimeout(done, 100));
    const seen = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = address;
    const start = performance.now();
    await seen;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}"""
LONGEST_WAIT = 500


def part(visit, lab, selector):
    return visit.page.locator(f"[id='{lab}'].live {selector}").first


def epoch(visit):
    return part(visit, REPLAY, "output").inner_text()


def chosen(visit):
    """The number of the test digit that is chosen, from zero."""
    return part(visit, DIGIT, ".tests .stage").get_attribute("aria-valuenow")


def keys(visit, lab, selector, *names):
    part(visit, lab, selector).focus()
    for name in names:
        visit.page.keyboard.press(name)
    visit.page.wait_for_timeout(600)


def two_on_a_page(browser, findings, report):
    """The replay and the digit lab share a page, and the address names the one that was touched last."""
    # Of the test digits the lab begins with one that has others before it.
    visit = LabVisit(browser, findings, report / "en/cnn.html", "#fig-digit-lab", lab=DIGIT)
    page, expect = visit.page, visit.expect
    hash_ = lambda: page.evaluate("location.hash")
    end = epoch(visit)
    first = chosen(visit)
    keys(visit, DIGIT, ".tests .stage", *["ArrowLeft"] * (int(first) - 3))
    expect(hash_() == f"#{DIGIT}?digit=3" and chosen(visit) == "3", f"the digit lab writes {hash_()}")
    keys(visit, REPLAY, "input[type=range]", "Home", "ArrowRight")
    some = epoch(visit)
    expect(hash_().startswith(f"#{REPLAY}?epoch=") and some != end, f"the replay writes {hash_()}")
    expect(chosen(visit) == "3", "the replay changes the digit")
    replay = hash_()
    entries = page.evaluate("history.length")
    keys(visit, REPLAY, "input[type=range]", "ArrowRight")
    keys(visit, REPLAY, "input[type=range]", "ArrowLeft")
    expect(page.evaluate("history.length") == entries, "each step of one lab is an entry of the history")
    # Loaded again, nothing is lost, though the address names one.
    page.reload()
    page.wait_for_function("(id) => document.querySelector(`#${id}.live output`).textContent", arg=REPLAY)
    visit.settle()
    expect((epoch(visit), chosen(visit)) == (some, "3"), f"loaded again the page shows {epoch(visit)}, {chosen(visit)}")
    # Back to the digit lab's address, which leaves the replay alone, and forward.
    page.go_back()
    page.wait_for_timeout(300)
    expect(hash_() == f"#{DIGIT}?digit=3" and epoch(visit) == some, f"Back leads to {hash_()}, epoch {epoch(visit)}")
    keys(visit, DIGIT, ".tests .stage", "ArrowRight")
    expect(hash_() == f"#{DIGIT}?digit=4", f"behind Back the digit lab writes {hash_()}")
    # A section that somebody went to stays in the history; so does the lab before it.
    section = page.evaluate("document.querySelector('main section[id], main h2[id]').id")
    visit.open(section)
    keys(visit, REPLAY, "input[type=range]", "End", "ArrowLeft")
    expect(hash_().startswith(f"#{REPLAY}?"), f"behind a section the replay writes {hash_()}")
    now = epoch(visit)
    for wanted in (f"#{section}", f"#{DIGIT}?digit=4"):
        page.go_back()
        page.wait_for_timeout(300)
        expect(hash_() == wanted, f"Back leads to {hash_()} where {wanted} is wanted")
        expect((epoch(visit), chosen(visit)) == (now, "4"), f"Back shows {epoch(visit)}, {chosen(visit)}")
    page.go_forward()
    page.go_forward()
    page.wait_for_timeout(300)
    expect(hash_().startswith(f"#{REPLAY}?"), f"Forward leads to {hash_()}")
    # What an entry knows of another lab is for loading it again, not for going back.
    keys(visit, DIGIT, ".tests .stage", "ArrowRight")
    keys(visit, REPLAY, "input[type=range]", "Home")
    start = epoch(visit)
    page.go_back()
    page.wait_for_timeout(300)
    expect(hash_() == f"#{DIGIT}?digit=5" and start != now and epoch(visit) == start, f"Back to one lab takes the other to {epoch(visit)}")
    # A change that is not in the address yet follows nobody to another place.
    part(visit, DIGIT, ".tests .stage").press("ArrowRight")
    visit.open(section)
    page.wait_for_timeout(600)
    expect(hash_() == f"#{section}", f"a change that came late writes {hash_()}")
    visit.close()
    # Somebody else opens the replay's address: the digit lab is as it was made.
    visit = LabVisit(browser, findings, report / "es/cnn.html", replay, lab=REPLAY)
    visit.expect((epoch(visit), chosen(visit)) == (some.replace(".", ","), first), f"{replay} opens {epoch(visit)}, {chosen(visit)}")
    visit.close()


def two_in_one_file(browser, findings, report):
    """In the one file each lab has an address of its own, too, though two lessons have a lab of the same name."""
    file = report / "course.html"
    if not file.exists():
        return
    one, other = f"en.cnn.{DIGIT}", f"en.inside.{DIGIT}"
    visit = LabVisit(browser, findings, file, f"#{one}", lab=one)
    stage = lambda lab: part(visit, lab, ".tests .stage")
    before = stage(other).get_attribute("aria-valuenow")
    keys(visit, one, ".tests .stage", "Shift+ArrowLeft", "ArrowRight")
    address = visit.page.evaluate("location.hash")
    visit.expect(address == f"#{one}?digit=1", f"writes {address}")
    visit.expect(stage(other).get_attribute("aria-valuenow") == before, "changes a lab of the same name")
    visit.open(f"{other}?digit=14")
    visit.expect((stage(one).get_attribute("aria-valuenow"), stage(other).get_attribute("aria-valuenow")) == ("1", "14"),
                 "an address opens the lab of another lesson")
    visit.close()


def copied(browser, findings, report):
    """The address of a state: in the clipboard, or, where browsers refuse, to be copied by hand."""
    for kind, clipboard in CLIPBOARDS.items():
        file = report / "en/kernels.html"
        visit = LabVisit(browser, findings, file, f"#{LAB}?kernel=sharpen&at=7,9")
        page, expect = visit.page, visit.expect
        page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: %s, configurable: true })" % clipboard)
        by_hand, said = visit.part(".address"), visit.part(".address").locator("xpath=preceding-sibling::p[1]")
        expect(not by_hand.is_visible(), "an address stands there before anybody asks")
        page.get_by_role("button", name="Copy the address of this state").click()
        visit.settle()
        wanted = f"{file.as_uri()}#{LAB}?kernel=sharpen&at=7,9"
        if kind == "takes":
            expect(page.evaluate("window.copied") == wanted, f"copies {page.evaluate('window.copied')}")
            expect(not by_hand.is_visible() and visit.part(".spoken").text_content() == "Copied", "does not say that it has copied")
        else:
            expect(by_hand.is_visible() and by_hand.input_value() == wanted, f"a clipboard that {kind} leaves no address to copy")
            expect("to copy by hand" in said.inner_text(), f"a clipboard that {kind} is not told of")
            expect(page.evaluate("getSelection().toString() || document.activeElement.className") in (wanted, "address"),
                   "the address is not chosen for copying")
            visit.axe()
            if kind == "refuses":
                # So do the listings' buttons: what they would have copied is marked.
                page.locator("button.copy:visible").first.click()
                visit.settle()
                expect(len(page.evaluate("getSelection().toString()")) > 20, "a listing that can't be copied is not marked")
            # It is another state then.
            keys(visit, LAB, ".stage", "ArrowRight")
            expect(not by_hand.is_visible() and said.inner_text() == "", "an address of the past stands there")
        visit.close()


def own_picture(browser, findings, report):
    """A picture of the reader's own is in no address, and is lost by none."""
    for language, said in (("en", "Your picture stays with you"), ("es", "Tu imagen se queda contigo")):
        visit = LabVisit(browser, findings, report / f"{language}/edges.html", f"#{LAB}")
        page, expect = visit.page, visit.expect
        note = page.get_by_text(said)
        expect(not note.is_visible(), "speaks of a picture that nobody has chosen")
        good = page.evaluate(CANVAS, [60, 40, True])
        with tempfile.TemporaryDirectory() as folder:
            size = lambda: page.evaluate("(root) => document.querySelector(`${root} .pane.before canvas`).width", visit.root)
            take(page, visit.root, folder, "own.png", base64.b64decode(good))
            page.wait_for_function("(root) => document.querySelector(`${root} .pane.before canvas`).width === 60", arg=visit.root)
            expect(note.is_visible(), "does not say that the picture is not in the address")
            visit.open(f"{LAB}?kernel=emboss&at=300,400")
            expect(size() == 60 and visit.part("select >> nth=1").input_value() == "emboss", "an address takes the reader's picture away")
            places = [spin.input_value() for spin in page.locator(f"{visit.root} .tools .spin").all()[-2:]]
            expect(places == ["39", "59"], f"an address leads to {places} of a picture of 40 x 60")
            # What shows nothing, or not all, is told and changes nothing.
            files = {
                "empty.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
                "none.svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>",
                "clear.png": base64.b64decode(page.evaluate(CANVAS, [50, 50, False])),
                "cut.png": base64.b64decode(good)[:-40], "nothing.png": b"",
                "cut.jpeg": base64.b64decode(page.evaluate(CANVAS, [50, 50, True, "image/jpeg"]))[:-30],
                "cut.webp": base64.b64decode(page.evaluate(CANVAS, [50, 50, True, "image/webp"]))[:-30],
            }
            for name, content in files.items():
                take(page, visit.root, folder, name, content)
                try:
                    page.wait_for_function(
                        "([root, name]) => document.querySelector(`${root} .message`).textContent.includes(name)",
                        arg=[visit.root, name], timeout=5000)
                except Exception:  # noqa: BLE001 (what is wrong is said below)
                    expect(False, f"{name} is taken, or refused without a word: {visit.text('.message')!r}")
                expect(size() == 60, f"{name} changes the picture")
            drawn = b"<svg xmlns='http://www.w3.org/2000/svg' width='70' height='30'><path d='M0 0h30v30z'/></svg>"
            take(page, visit.root, folder, "good.svg", drawn)
            page.wait_for_function("(root) => document.querySelector(`${root} .pane.before canvas`).width === 70", arg=visit.root)
            expect(visit.text(".message") == "", "a good drawing leaves a message")
        page.get_by_role("button", name=re.compile("^(Start again|Empezar de nuevo)$")).click()
        visit.settle()
        expect(size() == 480 and not note.is_visible(), "starting again does not bring the page's picture back")
        visit.close()


CANVAS = """([width, height, isInked, kind]) => {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  for (let turn = 0; isInked && turn < 400; turn++) {
    pen.fillStyle = `hsl(${turn * 7} 80% 50%)`;
    pen.fillRect(turn * 37 % width, turn * 53 % height, 9, 7);
  }
  return canvas.toDataURL(kind).split(",")[1];
}"""


def take(page, root, folder, name, content):
    file = pathlib.Path(folder) / name
    file.write_bytes(content)
    page.locator(f"{root} input[type=file]").set_input_files(file)


def long_addresses(browser, findings, report):
    """An address of a megabyte, and the longest that a paper takes: the page answers at once."""
    visit = LabVisit(browser, findings, report / "en/cnn.html", f"#{DIGIT}", lab=DIGIT)
    first = chosen(visit)
    for name, text in [
        ("a full paper", "draw=" + "AA__A_" * 666), ("a paper and a half", "draw=" + "AA__A_" * 1000),
        ("a megabyte", "draw=" + "AA__A_" * 170_000), ("a megabyte of members", "map=1&" * 170_000),
    ]:
        spent = visit.page.evaluate(BUSY, f"{DIGIT}?{text}")
        visit.expect(spent < LONGEST_WAIT, f"{name} keeps the page busy for {spent:.0f} ms")
        drawn = visit.part(".tests .frame").is_hidden()
        visit.expect(drawn if name == "a full paper" else chosen(visit) == first and not drawn, f"{name} shows another state")
        visit.expect(answer(visit) is not None, f"{name} has no answer")
    visit.close()
    visit = LabVisit(browser, findings, report / "en/kernels.html", f"#{LAB}")
    spent = visit.page.evaluate(BUSY, f"{LAB}?kernel=" + "1,2,3;" * 170_000)
    visit.expect(spent < LONGEST_WAIT, f"a kernel of a megabyte keeps the page busy for {spent:.0f} ms")
    visit.close()
    visit = LabVisit(browser, findings, report / "en/pooling.html", f"#{POOL}?step=3&" + "x" * 1000, lab=POOL)
    visit.expect("Stop 3" in visit.text(".sums"), "what nobody knows takes the rest of an address along")
    visit.close()


def addresses(browser, findings, report):
    for part in (two_on_a_page, two_in_one_file, copied, own_picture, long_addresses):
        part(browser, findings, report)
