"""Figures on the whole screen."""

from visit import WIDTHS, visit_of


def look_at_enlarged(browser, folder, findings):
    """A figure on the whole screen, by keyboard alone, and from one to the next."""
    files = [(sorted(folder.glob(f"{language}/*.html"), key=lambda file: -file.read_text("utf-8").count("<figure"))[:1],
              theme) for language, theme in (("en", "light"), ("es", "dark"))]
    files = [(found[0], theme, "") for found, theme in files if found]
    files += [(folder / "course.html", "light", "#" + file.parent.name) for file, _, _ in files[-1:]]
    for file, theme, place in files:
        if not file.exists():
            continue
        visit = visit_of(browser, file, theme, folder, findings, alone=bool(place), query=place)
        page, expect = visit.page, visit.expect
        visit.place += ", enlarged"
        buttons = page.locator("button.enlarge:visible")
        expect(buttons.count() > 1, "has no figures to enlarge")
        told = page.locator("dialog.enlarged .told")
        is_open = lambda: page.evaluate("document.querySelector('dialog.enlarged').open")
        focus = lambda: page.evaluate("document.activeElement.className")
        buttons.first.focus()
        page.keyboard.press("Enter")
        expect(is_open(), "does not open by Enter")
        captions = [told.inner_text()]
        page.keyboard.press("ArrowRight")
        captions.append(told.inner_text())
        page.keyboard.press("End")
        captions.append(told.inner_text())
        page.keyboard.press("ArrowRight")
        expect(told.inner_text() == captions[2], "goes on behind the last figure")
        expect(len(set(captions)) == min(3, buttons.count()) and all(captions), f"tells of {captions}")
        expect(focus() in ("back", "on", "close"), f"the focus is on {focus()!r}")
        for width in WIDTHS:
            visit.width(width)
            # The whole picture is seen, as large as the screen lets it be.
            box = page.locator("dialog.enlarged .stage :is(img, svg):visible").first.evaluate(
                "(e) => { const b = e.getBoundingClientRect();"
                " return [b.left >= 0, b.right <= innerWidth, b.top >= 0, b.bottom <= innerHeight, b.width > innerWidth / 2]; }")
            expect(all(box), f"at {width} the picture is not whole: {box}")
        if file.name == "course.html":
            page.evaluate("document.querySelectorAll('main svg > *, [hidden]').forEach((part) => part.remove())")
        visit.axe()
        page.keyboard.press("Home")
        expect(told.inner_text() == captions[0], "Home does not lead to the first figure")
        page.keyboard.press("Escape")
        expect(not is_open(), "Escape does not close it")
        expect(focus() == "enlarge", f"the focus is left on {focus()!r}")
        buttons.nth(1).scroll_into_view_if_needed()
        page.locator(".plate:visible").nth(1).click()
        expect(is_open() and told.inner_text() == captions[1], "a click on a figure does not enlarge it")
        page.locator("dialog.enlarged .close").click()
        expect(not is_open(), "its button does not close it")
        visit.close()
    # Who has no script is offered nothing that needs one.
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(files[0][0].as_uri())
    if page.locator("button.enlarge").first.is_visible():
        findings.add("figures", "can be enlarged without a script, it says")
    context.close()
