"""One page with a lab, watched."""

from visit import Visit

#: The place of the lab on its page.
LAB = "fig-kernel-lab"

# Recorded before anything of the page runs: every camera that is asked for.
CAMERAS = """
window.cameras = [];
if (navigator.mediaDevices) {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wishes) => {
    const stream = ask(wishes);
    window.cameras.push(stream);
    return stream;
  };
}
"""

SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


# The lab has drawn: its canvases, or tables in their place, and what it says of them.
READY = """(id) => {
  const lab = document.querySelector(id ? `[id='${id}'].live .lab` : "figure.live .lab");
  return lab && (lab.querySelector(".spin")?.value || lab.querySelector("output, .result")?.textContent);
}"""


class LabVisit(Visit):
    """Opens a page and waits for its lab; for the one at `lab` where there are several."""

    def __init__(self, browser, findings, file, query="", lab="", **options):
        self.root = f"[id='{lab}'].live" if lab else "figure.live"
        super().__init__(
            browser, file, file.parent.parent, findings, f"{file.parent.name}/{file.name}{query}", query, script=CAMERAS,
            **options)
        if options.get("java_script_enabled", True):
            self.page.wait_for_function(READY, arg=lab, timeout=30_000)

    def settle(self):
        self.page.evaluate(SETTLED)

    def open(self, query):
        self.page.evaluate("(hash) => { location.hash = hash; }", query)
        self.settle()

    def text(self, selector):
        return self.part(selector).inner_text()

    def part(self, selector):
        return self.page.locator(f"{self.root} {selector}").first
