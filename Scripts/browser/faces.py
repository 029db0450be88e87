"""Listings in two languages: behind tabs that are remembered, side by side where there is room, both without a script."""

from visit import Visit

# Which faces of the first listing are seen, and whether its tabs are.
SEEN = """() => {
  const seen = (element) => element.checkVisibility();
  const listing = document.querySelector("main .listing.twofold");
  return {
    faces: [...listing.querySelectorAll(".face")].filter(seen).map((face) => face.dataset.face),
    tabs: seen(listing.querySelector("[role=tablist]")),
    beside: new Set([...listing.querySelectorAll(".face")].map((face) => face.getBoundingClientRect().top)).size === 1,
  };
}"""

BOTH = ["swift", "python"]


def look_at_faces(browser, folder, findings):
    """The first two pages that have such listings, and the one file."""
    pages = [page for page in sorted(folder.glob("en/*.html")) if "listing twofold" in page.read_text("utf-8")][:2]
    if not pages:
        return
    visit = Visit(browser, pages[0], folder, findings, f"{pages[0].name}, listings without a script", java_script_enabled=False)
    seen = visit.page.evaluate(SEEN)
    visit.expect(seen["faces"] == BOTH and not seen["tabs"], f"shows {seen}")
    visit.context.close()

    visit = Visit(browser, pages[0], folder, findings, f"{pages[0].name}, listings")
    page, expect = visit.page, visit.expect
    expect(page.evaluate(SEEN)["faces"] == ["swift"], "does not begin with Swift")
    # By keyboard: the tab that is chosen takes the focus, arrows go to its neighbour.
    tab = page.locator("main .listing.twofold [role=tab][aria-selected=true]").first
    tab.focus()
    page.keyboard.press("ArrowRight")
    seen = page.evaluate(SEEN)
    expect(seen["faces"] == ["python"] and seen["tabs"], f"an arrow leads to {seen}")
    expect(page.evaluate("document.activeElement.dataset.face") == "python", "the focus does not follow")
    expect(
        page.evaluate("[...document.querySelectorAll('.face.behind')].every((face) => face.dataset.face === 'swift')"),
        "other listings keep their face")
    # The next page, and the same one later.
    page.goto(pages[-1].as_uri())
    expect(page.evaluate(SEEN)["faces"] == ["python"], "another page forgets the choice")
    visit.axe()
    visit.width(390)
    visit.axe()
    page.set_viewport_size({"width": 1600, "height": 900})
    seen = page.evaluate(SEEN)
    expect(seen["faces"] == BOTH and seen["beside"] and not seen["tabs"], f"at 1600 px it shows {seen}")
    visit.width(1600)
    visit.axe()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(media="print")
    seen = page.evaluate(SEEN)
    expect(seen["faces"] == BOTH and not seen["tabs"], f"on paper it shows {seen}")
    page.emulate_media(media="screen")
    page.locator("main .listing.twofold [role=tab]").first.click()
    expect(page.evaluate(SEEN)["faces"] == ["swift"], "a click does not lead back")
    visit.close()
