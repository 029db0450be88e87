"""Opens pages in an old Chromium, as QtWebEngine brings it: a browser that knows nothing of the last years' CSS."""
import argparse
import json
import pathlib
import re
import sys

from PyQt6.QtCore import QEventLoop, QSize, QTimer, QUrl
from PyQt6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PyQt6.QtWebEngineWidgets import QWebEngineView
from PyQt6.QtWidgets import QApplication

#: Milliseconds that a page may take to load, and to be painted then.
LOADING, PAINTING = 60_000, 700
#: What a page looks like to its own script: colours as numbers, and what has none.
LOOK = """
(() => {
  const color = (element, name) => getComputedStyle(element)[name];
  const shapes = [...document.querySelectorAll('main svg[role=img] [fill^=var], main svg[role=img] [stroke^=var]')];
  const values = shapes.map((shape) => color(shape, shape.hasAttribute('fill') ? 'fill' : 'stroke'));
  return JSON.stringify({
    agent: navigator.userAgent, paper: color(document.documentElement, 'backgroundColor'),
    ink: color(document.body, 'color'), shapes: shapes.length,
    lost: values.filter((value) => value === 'none' || value === '').length, kinds: new Set(values).size,
    wide: document.documentElement.scrollWidth > innerWidth + 1,
  });
})()
"""


class Page(QWebEnginePage):
    def __init__(self, profile, said):
        super().__init__(profile)
        self.said = said

    def javaScriptConsoleMessage(self, level, message, line, source):
        self.said.append(message)


def wait(connect, limit):
    """Runs until what is connected calls back, and returns what it was called with; None where time was up."""
    loop, answers = QEventLoop(), []

    def answer(value):
        answers.append(value)
        loop.quit()

    connect(answer)
    QTimer.singleShot(limit, loop.quit)
    if not answers:
        loop.exec()
    return answers[0] if answers else None


def pause(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def look(profile, file, width, picture):
    """What is to be mended on a page, and what the browser calls itself."""
    said, view = [], QWebEngineView()
    page = Page(profile, said)
    view.setPage(page)
    view.resize(QSize(width, 900))
    view.show()
    page.load(QUrl.fromLocalFile(str(file)))
    if not wait(page.loadFinished.connect, LOADING):
        return [f"{file.name} does not load"], None
    pause(PAINTING)
    text = wait(lambda answer: page.runJavaScript(LOOK, answer), LOADING)
    if not text:
        return [f"{file.name} at {width}: its script does not answer"], None
    seen, found = json.loads(text), []
    if picture:
        view.grab().save(str(picture))
    for message in said:
        found.append(f"{file.name} at {width}: the console says {message}")
    if lightness(seen["paper"]) is None or abs(lightness(seen["paper"]) - lightness(seen["ink"])) < 0.5:
        found.append(f"{file.name} at {width}: {seen['ink']} on {seen['paper']} can't be read")
    if seen["lost"]:
        found.append(f"{file.name} at {width}: {seen['lost']} of {seen['shapes']} shapes have no colour")
    if seen["shapes"] and seen["kinds"] < 5:
        found.append(f"{file.name} at {width}: all figures have {seen['kinds']} colours")
    if seen["wide"]:
        found.append(f"{file.name} at {width}: it is wider than its window")
    page.deleteLater()
    view.deleteLater()
    return found, seen["agent"]


def lightness(color):
    """From 0 to 1; None for what is no opaque colour."""
    numbers = [float(number) for number in re.findall(r"[\d.]+", color)]
    if len(numbers) < 3 or len(numbers) > 3 and numbers[3] == 0:
        return None
    return sum(numbers[:3]) / 765


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder for pictures of what was seen")
    parser.add_argument("folder", type=pathlib.Path)
    given = parser.parse_args()
    application = QApplication(["old", "--no-sandbox", "--disable-gpu"])
    profile = QWebEngineProfile()
    profile.settings().setAttribute(QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls, True)
    folder = given.folder.resolve()
    files = [folder / "index.html", folder / "en/index.html", *sorted(folder.glob("en/*.html"))[:40:5],
             *sorted(folder.glob("es/*.html"))[2:40:5], folder / "course.html"]
    found, agent, count = [], None, 0
    if given.pictures:
        given.pictures.mkdir(parents=True, exist_ok=True)
    for file in dict.fromkeys(files):
        if not file.exists():
            continue
        for width in (1280, 390):
            picture = given.pictures and given.pictures / f"{file.parent.name}-{file.stem}-{width}.png"
            lines, name = look(profile, file, width, picture)
            found, agent, count = found + lines, name or agent, count + 1
    version = re.search(r"Chrome/(\d+)", agent or "")
    print(f"{count} looks in Chromium {version.group(1) if version else '?'}", file=sys.stderr)
    print("\n".join(found) if found else "Nothing to mend", file=sys.stderr)
    del application
    return 1 if found or not count else 0


sys.exit(main())
