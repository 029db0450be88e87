"""Prints the pages of a report and looks at the paper. Called by Scripts/test-paper."""

import argparse
import pathlib
import sys

import numpy
import pypdfium2
from playwright.sync_api import sync_playwright

# Of the paper: the margins that paper.css says, and what is still white.
MARGIN_TOP, MARGIN_SIDE, WHITE = 20 / 297, 18 / 210, 250
# Pixels of the renderings for each point of the paper.
SCALE = 0.6
# A figure that finds no room leaves the rest of a page empty. Forms for paper take a third of one, or less than half where
# type would be too small.
A_THIRD, MOST_EMPTY = 1 / 3, 0.55
# Figures that have no such form, because of what they show.
HIGH = """() => [...document.querySelectorAll(".plate img.day")].filter((image) =>
  !image.parentElement.querySelector("source[media=print]")
  && 174 * image.height / Math.max(image.width, 657) > 110).length"""
# A last page that holds less of its height than this was not worth a sheet.
LEAST_HELD = 0.03


def empty(rows):
    """The share of a page's height, between its margins, that is free below the last ink."""
    height = len(rows)
    top, bottom = round(MARGIN_TOP * height), height - round(MARGIN_TOP * height)
    ink = numpy.flatnonzero(rows[top:bottom])
    return 1 - (ink[-1] + 1) / (bottom - top) if len(ink) else 1.0


def look(name, document, high):
    """What is wrong with the printed pages of one page, and how many of them are more than a third empty.

    high -- how many figures of it may leave more than half of a page empty.
    """
    problems, airy = [], 0
    for number, page in enumerate(document, start=1):
        place = f"{name}, sheet {number} of {len(document)}"
        pixels = page.render(scale=SCALE).to_numpy()[:, :, :3].astype(int)
        free = empty((pixels.min(axis=2) < WHITE - 50).any(axis=1))
        is_last = number == len(document)
        if not is_last:
            airy += free > A_THIRD
            high -= free > MOST_EMPTY
            if free > MOST_EMPTY and high < 0:
                problems.append(f"{place}: {free:.0%} of it are empty")
        if is_last and 1 - free < LEAST_HELD and len(document) > 1:
            problems.append(f"{place}: it holds next to nothing")
        if tuple(pixels[2, 2]) != (255, 255, 255):
            problems.append(f"{place}: its paper is not white")
        # Warm paper is a little yellow: red and green nearly full, blue behind them.
        red, green, blue = pixels[:, :, 0], pixels[:, :, 1], pixels[:, :, 2]
        cream = ((red >= 250) & (green >= 249) & (blue >= 244) & (blue <= 251) & (red - blue >= 3)).mean()
        if cream > 0.005:
            problems.append(f"{place}: {cream:.1%} of it have the paper of the screen")
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right > left and (left < MARGIN_SIDE * width - 3 or right > (1 - MARGIN_SIDE) * width + 3):
                line = text.get_text_bounded(0, bottom, width, top)
                problems.append(f"{place}: text in the margin: {line.strip()[:80]}")
                break
    return problems, airy


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--chromium", required=True)
    arguments.add_argument("report", type=pathlib.Path)
    options = arguments.parse_args()
    problems, sheets, airy = [], 0, 0
    pages = sorted(options.report.resolve().glob("*/*.html"))
    with sync_playwright() as playwright:
        # Chromium's own sandbox needs rights that a container does not give; the pages are ours.
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for path in pages:
            page.goto(path.as_uri(), wait_until="load")
            # Pictures further down are fetched when they are printed; this makes sure of it.
            page.evaluate("""async () => {
              for (const image of document.images) image.loading = "eager";
              await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
            }""")
            document = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True, print_background=True))
            sheets += len(document)
            found, more = look(f"{path.parent.name}/{path.name}", document, page.evaluate(HIGH))
            problems, airy = problems + found, airy + more
        browser.close()
    for problem in problems:
        print(problem)
    if not pages:
        print(f"there is no page in {options.report}")
    print(f"{airy} of {sheets} sheets are more than a third empty", file=sys.stderr)
    if problems or not pages:
        print(f"{len(problems)} things to mend on {sheets} sheets", file=sys.stderr)
        sys.exit(1)
    print(f"Nothing to mend on {sheets} sheets of {len(pages)} pages", file=sys.stderr)


main()
