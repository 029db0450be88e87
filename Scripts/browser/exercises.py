"""Exercises that check themselves: by keyboard, with comma and point, folded without a script, in one file as well."""

from visit import Visit


def _hash(text, value=0x811C9DC5):
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def _answer(form):
    """The right answer of a form, in units of its last decimal; nobody but a test has to try."""
    salted, wanted = _hash(form.get_attribute("data-key") + ":"), int(form.get_attribute("data-answer"), 16)
    return next((number for number in range(-1000, 300_000) if _hash(str(number), salted) == wanted), None)


def _written(steps, decimals, mark):
    text = f"{abs(steps) / 10**decimals:.{decimals}f}".replace(".", mark)
    return ("\u2212" if steps < 0 else "") + text


def _try(page, expect, form, text, verdict):
    box = form.locator("input[type=text]")
    box.fill("")
    box.focus()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(form.locator(".verdict").get_attribute("class") == f"verdict {verdict}", f"“{text}” is not {verdict}")


def _number(page, expect, form):
    steps, decimals = _answer(form), int(form.get_attribute("data-decimals"))
    off = int(form.get_attribute("data-tolerance")) + 1
    expect(steps is not None, "no number is right")
    if steps is None:
        return
    _try(page, expect, form, "seven", "unclear")
    _try(page, expect, form, _written(steps + off, decimals, "."), "wrong")
    for mark in ".,":
        _try(page, expect, form, _written(steps, decimals, mark), "right")
    _try(page, expect, form, _written(steps - off + 1, decimals, ",") + " px", "right")
    expect(form.locator("[role=status]").inner_text() == form.get_attribute("data-right"), "the verdict is not read out")
    form.locator("input[type=text]").press("1")
    expect(form.locator(".verdict").inner_text() == "", "the verdict outlives its answer")


def _choice(page, expect, form):
    place, boxes = _answer(form), form.locator("input[type=radio]")
    form.locator("button").press("Enter")
    expect(form.locator(".verdict").get_attribute("class") == "verdict unclear", "nothing chosen is not told")
    boxes.first.focus()
    page.keyboard.press("Space")
    for number in range(1, boxes.count() + 1):
        form.locator("button").focus()
        page.keyboard.press("Enter")
        verdict = "right" if number == place else "wrong"
        expect(form.locator(".verdict").get_attribute("class") == f"verdict {verdict}", f"choice {number} is not {verdict}")
        boxes.nth(number - 1).focus()
        page.keyboard.press("ArrowDown")


def _play(visit):
    forms = [form for form in visit.page.locator("form.reply").all() if form.is_visible()]
    for form in forms:
        play = _number if form.locator("input[type=text]").count() else _choice
        salt = form.get_attribute("data-key")
        play(visit.page, lambda holds, text, salt=salt: visit.expect(holds, f"{salt}: {text}"), form)
    visit.expect(len(forms) > 0, "no exercise checks itself")


def look_at_exercises(browser, folder, findings):
    """The first two pages that have such exercises, in the second language the first of them, and the one file."""
    def pages(language):
        return [page for page in sorted(folder.glob(f"{language}/*.html")) if 'class="reply"' in page.read_text("utf-8")]

    for page in pages("en")[:2] + pages("es")[:1]:
        visit = Visit(browser, page, folder, findings, f"{page.name}, exercises")
        _play(visit)
        visit.axe()
        visit.width(390)
        visit.axe()
        visit.close()
    for page in pages("en")[:1]:
        visit = Visit(browser, page, folder, findings, f"{page.name}, exercises without a script", java_script_enabled=False)
        for selector in (".task .check", ".task input"):
            seen = any(element.is_visible() for element in visit.page.locator(selector).all())
            visit.expect(not seen, f"{selector} is seen, and does nothing")
        folds = visit.page.locator(".task").first.locator("details")
        visit.expect(folds.count() > 0, "there is no hint and no solution")
        visit.context.close()
    whole = folder / "course.html"
    if whole.exists():
        visit = Visit(browser, whole, folder, findings, "course.html, exercises", alone=True)
        forms = [form for form in visit.page.locator("form.reply:has(input[type=text])").all() if form.is_visible()][:2]
        for form in forms:
            _number(visit.page, visit.expect, form)
        visit.close()
