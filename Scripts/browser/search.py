"""The search of a report, by keyboard alone."""

import json
import unicodedata

from playwright.sync_api import Error

from visit import COLOURS, WIDTHS, visit_of


class Known:
    """What the search knows in one language, by its files: a section to look for, in the last lesson that has one."""

    def __init__(self, folder, language):
        files = sorted((folder / language / "search").glob("*.js"))
        texts = [file.read_text(encoding="utf-8") for file in files]
        pages = [json.loads(text.removeprefix("document.currentScript.page = ").removesuffix(";\n")) for text in texts]
        pages = [page for page in pages if page["number"] is not None]
        self.first = min(pages, key=lambda page: page["number"])["address"]
        found = []
        for page in sorted(pages, key=lambda page: page["number"], reverse=True):
            for anchor, heading, _, _ in page["places"]:
                words = ["".join(c for c in word if c.isalnum()) for word in heading.split()]
                if anchor.startswith("section-") and len(words) > 1 and len(words[-1]) > 3 and all(words):
                    found.append((heading.isascii(), page, anchor, heading, words))
        # With an accent, where there is one.
        _, self.page, self.anchor, self.heading, words = max(found, key=lambda place: not place[0])
        # Without its accents, in capitals, and the last word not to its end.
        plain = unicodedata.normalize("NFD", " ".join(words)).upper()
        self.query = "".join(c for c in plain if not unicodedata.combining(c))[:-1]


def look_at_search(browser, folder, findings, is_sample=False):
    """Types, reads and opens by keyboard alone: from a lesson's page, and in the one file, of a sample in one language."""
    shown = ".search:visible"
    languages = sorted(path.name for path in folder.iterdir() if (path / "search").is_dir())
    for language in languages:
        known = Known(folder, language)
        whole = f"#{language}.{known.page['address'].removesuffix('.html')}.{known.anchor}"
        for file, place, address, theme in [
            (folder / language / known.first, "", f"{known.page['address']}#{known.anchor}", "light"),
            (folder / language / "index.html", "", f"{known.page['address']}#{known.anchor}", "dark"),
            (folder / "course.html", "#" + language, whole, "light"),
        ]:
            is_whole = file.name == "course.html"
            if not file.exists() or (is_sample and is_whole and language != languages[-1]):
                continue
            visit = visit_of(browser, file, theme, folder, findings, alone=is_whole, query=place)
            page, expect = visit.page, visit.expect
            visit.place += f", search for “{known.query}”"
            field, options = page.locator(f"{shown} input"), page.locator(f"{shown} [role=option]")
            status = page.locator(f"{shown} [role=status]")

            def attribute(name):
                return field.get_attribute(name)

            def answers(text):
                page.keyboard.type(text)
                page.wait_for_function(
                    "(field) => field.closest('.search').querySelector('[role=status]').textContent !== ''",
                    arg=field.element_handle(), timeout=5000)

            page.keyboard.press("/")
            expect(page.evaluate("document.activeElement.getAttribute('role')") == "combobox", "/ leads to no field")
            expect(attribute("aria-expanded") == "false", "is open before anything is typed")
            answers("qqxqq")
            expect("qqxqq" in status.inner_text() and options.count() == 0, "does not say that there is nothing")
            page.keyboard.press("Escape")
            expect(page.evaluate("document.activeElement === document.body"), "Escape does not leave the field")
            expect(status.inner_text() == "" and field.input_value() == "", "Escape leaves something behind")
            page.keyboard.press("/")
            answers(known.query)
            expect(attribute("aria-expanded") == "true", "is not said to be open")
            expect(str(options.count()) in status.inner_text() or options.count() == 40, "says another number")
            page.keyboard.press("ArrowUp")
            expect(attribute("aria-activedescendant") == options.last.get_attribute("id"), "↑ is not the last")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowDown")
            expect(attribute("aria-activedescendant") == options.first.get_attribute("id"), "↓ is not the first")
            expect(options.first.get_attribute("aria-selected") == "true", "the first is not said to be chosen")
            expect(known.heading in options.first.inner_text(), f"the first is {options.first.inner_text()[:80]!r}")
            expect(options.first.get_attribute("href") == address, f"leads to {options.first.get_attribute('href')}")
            expect(options.first.locator("mark").count() > 1, "marks nothing")
            for width in WIDTHS:
                visit.width(width)
            if is_whole:
                page.evaluate("document.querySelectorAll('svg > *, [hidden]').forEach((part) => part.remove())")
            visit.axe(None if theme == "light" else COLOURS)
            visit.tell_violations()
            page.keyboard.press("Enter")
            try:
                page.wait_for_url(lambda url: url.endswith(address), timeout=5000)
                page.wait_for_function(
                    "(id) => { const top = document.getElementById(id)?.getBoundingClientRect().top;"
                    " return top >= 0 && top < innerHeight; }",
                    arg=address.split("#")[1], timeout=5000)
            except Error as error:
                expect(False, f"Enter does not lead to {address}: {str(error).splitlines()[0]}")
            expect(page.locator(f"{shown} [role=option]").count() == 0, "stays open behind Enter")
            visit.close()
        # Who has no script is offered nothing that needs one.
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto((folder / language / known.first).as_uri())
        if page.locator(".search").is_visible():
            findings.add(f"{language}/{known.first}", "has a search field without a script")
        context.close()
