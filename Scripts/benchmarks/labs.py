"""What `Scripts/bench labs` does: one forward pass of a report's networks in Chromium, as the digit lab makes it.

Says the median and the quickest of many passes, and how long a stroke takes from the pen to the screen. Ends with 1 where
a median is over the 20 milliseconds within which the lab has to follow a pen.
"""

import argparse
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Scripts/browser"))

from playwright.sync_api import sync_playwright  # noqa: E402

from labs import DIGIT, LabVisit, modules_page  # noqa: E402
from visit import Findings, launch  # noqa: E402

MOST = 20
PASSES = """async ([form, sheet, rounds]) => {
  const { Network } = await import("/network.js");
  const { fromAddress } = await import("/pictures.js");
  const network = new Network(form);
  // The first of the test images in the page.
  const all = await fromAddress(sheet);
  const pixels = Uint8Array.from({ length: network.height * network.width }, (_, index) =>
    all.pixels[Math.floor(index / network.width) * all.width + index % network.width]);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    network.run(pixels);
    times.push(performance.now() - start);
  }
  return times.slice(5).sort((a, b) => a - b);
}"""
FOLLOWS = """async () => {
  const pad = document.querySelector(".pad");
  const press = (key) => pad.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  press(" ");
  const times = [];
  for (let turn = 0; turn < 20; turn++) {
    const start = performance.now();
    press("ArrowDown");
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}"""


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--chromium", required=True)
    arguments.add_argument("--rounds", type=int, default=105)
    arguments.add_argument("folder", type=pathlib.Path)
    options = arguments.parse_args()
    with sync_playwright() as playwright:
        browser = launch(playwright, options.chromium)
        visit = LabVisit(browser, Findings(), options.folder.resolve() / "en/cnn.html", lab=DIGIT)
        material = json.loads(visit.page.locator("script.lab-material").text_content())
        known = material["parts"]
        sheet = material["pictures"][visit.part(".lab").get_attribute("data-picture")]["address"]
        parts = json.loads(visit.part(".lab").get_attribute("data-parts"))
        follows = visit.page.evaluate(FOLLOWS)
        page = modules_page(browser)
        slow = False
        for role in ("compact", "dense"):
            times = page.evaluate(PASSES, [known[parts[role]], sheet, options.rounds])
            median = times[len(times) // 2]
            slow = slow or median > MOST
            print(f"{role}: a forward pass takes {median:.1f} ms, {times[0]:.1f} at best, of {MOST}")
        print(f"a step of the pen is shown after {follows[len(follows) // 2]:.0f} ms")
        browser.close()
    sys.exit(slow)


if __name__ == "__main__":
    main()
