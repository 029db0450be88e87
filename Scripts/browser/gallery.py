"""Tries galleries of figures in Chromium: whether they fetch nothing, fit their window, can be searched, and what axe says.

    gallery.py chromium gallery.en.html gallery.es.html
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from visit import THEMES, Findings, Visit, launch

SHOWN = "() => [...document.querySelectorAll('main li')].filter((item) => item.offsetParent).length"


def search(visit, page):
    """All figures first, those of a lesson, those that hold a word, none."""
    every = page.evaluate(SHOWN)
    visit.expect(every > 1, "shows no figures")
    visit.expect(str(every) in page.text_content("[role=status]"), "does not say how many it shows")
    lesson = page.evaluate("document.querySelector('main section').id")
    within = page.locator(f"#{lesson} li").count()
    page.select_option("select", lesson)
    visit.expect(page.evaluate(SHOWN) == within, f"shows {page.evaluate(SHOWN)} of {within} figures of {lesson}")
    page.select_option("select", "")
    name = page.text_content("main li:last-child .name code")
    page.fill("input[type=search]", name.upper())
    visit.expect(1 <= page.evaluate(SHOWN) < every or every == 1, f"does not find {name}")
    page.fill("input[type=search]", "zzz")
    visit.expect(page.evaluate(SHOWN) == 0 and "0" in page.text_content("[role=status]"), "finds what is not there")
    page.fill("input[type=search]", "")
    visit.expect(page.evaluate(SHOWN) == every, "does not show all again")


def main(chromium, files):
    findings = Findings()
    with sync_playwright() as playwright:
        browser = launch(playwright, chromium)
        for file in files:
            for theme in THEMES:
                visit = Visit(
                    browser, file, file.parent, findings, f"{file.name} ({theme})", alone=True, color_scheme=theme)
                for width in (390, 683, 1280):
                    visit.width(width)
                visit.axe()
                search(visit, visit.page)
                visit.close()
            still = Visit(browser, file, file.parent, findings, f"{file.name} (no script)", alone=True,
                          java_script_enabled=False)
            holds = still.page.locator("main li").count() > 1 and not still.page.locator("form").is_visible()
            still.expect(holds, "does not show all figures without its script")
            still.context.close()
        browser.close()
    findings.conclude()


if __name__ == "__main__":
    main(sys.argv[1], [Path(name).resolve() for name in sys.argv[2:]])
