"""Seconds from saving a file to the page that shows it, in `course preview`.

Called by Scripts/bench authoring. A word, a style sheet, a lesson's Swift and a kernel's weight are changed in turn, and
changed back; the page is asked for until it has the change. Nothing but the course may run meanwhile.
"""
import argparse
import contextlib
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

LESSON = "edges"
# What is changed: a name, the file, the text, the text in its place, what the page then says, and how often. A figure's
# words are drawn: there the figure has to change.
LOOPS = [
    ("a word", "Lessons/Edges/edges.en.md", "Even areas turn black", "Flat areas turn black", "Flat areas", 10),
    ("a figure's word", "Lessons/Edges/edges.en.md", "title: Only the outlines are left",
     "title: Only outlines are left", pathlib.PurePosixPath("figures/edges/laplacian.en.png"), 10),
    ("a style sheet", "Sources/Publishing/Resources/prose.css", "/* ", "/* authoring ", "/* authoring ", 10),
    ("a lesson's Swift", "Lessons/Edges/Edges.swift", "(Int(similar))", "(Int(similar) + 1)", "similar: -8", 3),
    ("a kernel's weight", "Sources/Imaging/Kernels/NamedKernels.swift", "[-1, 8, -1]", "[-1, 9, -1]", "similar: 91", 2),
]


# A lesson of its own: its files, and the line that teaches it.
TRIAL = "Lessons/Trial"
CURRICULUM = ("Lessons/Curriculum.swift", "        Denoising.self,\n", "        Denoising.self,\n        Trial.self,\n")
TRIAL_FILES = {
    "Trial.swift": """import Notebook

/// A lesson that Scripts/bench authoring writes, and takes away again.
struct Trial: Lesson {
    static let id = "trial"

    func run(into material: inout Material, using course: Course) throws { material.value("count", 3) }
}
""",
    "trial.en.md": "---\ntitle: A trial\nquestion: How long?\ngoals: [to wait]\nminutes: 1\n---\nThere are {count}.\n",
    "trial.es.md": "---\ntitle: Una prueba\nquestion: ¿Cuánto?\ngoals: [esperar]\nminutes: 1\n---\nHay {count}.\n",
}


def fetch(address):
    with contextlib.suppress(urllib.error.URLError, OSError):
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.read()
    return b""


def wait_until(is_so, what):
    start = time.monotonic()
    while not is_so():
        if time.monotonic() - start > 300:
            raise SystemExit(f"{what} never came")
        time.sleep(0.01)
    return time.monotonic() - start


def wait(address, text, is_there):
    def is_so():
        # A server that starts anew says nothing for a moment.
        shown = fetch(address).decode()
        return shown and (text in shown) == is_there
    return wait_until(is_so, f"a page {'with' if is_there else 'without'} “{text}”")


def wait_for_figure(address, figure, before, is_changed):
    def is_so():
        # A figure is drawn when its page is asked for.
        shown = fetch(address) and fetch(beside(address, figure))
        return shown and (shown != before) == is_changed
    return wait_until(is_so, f"another {figure}")


def beside(address, path):
    return urllib.parse.urljoin(address, f"../{path}")


def new_lesson(root, address):
    folder, curriculum = root / TRIAL, root / CURRICULUM[0]
    before = curriculum.read_text()
    if folder.exists() or CURRICULUM[1] not in before:
        raise SystemExit(f"{TRIAL} is there already, or {CURRICULUM[0]} no longer ends with Denoising")
    try:
        folder.mkdir()
        for name, text in TRIAL_FILES.items():
            (folder / name).write_text(text)
        curriculum.write_text(before.replace(CURRICULUM[1], CURRICULUM[2]))
        seconds = wait(address.rsplit("/", 1)[0] + "/trial.html", "There are 3.", True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        curriculum.write_text(before)
    print(f"{'a new lesson':18} {seconds:6.2f} s (once)", flush=True)


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench authoring")
    parser.add_argument("--course", required=True)
    parser.add_argument("--loop", choices=["word", "style", "swift", "kernel", "new"])
    arguments = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parents[2]
    server = subprocess.Popen(
        [arguments.course, "preview", LESSON, "--no-open"], cwd=root, stderr=subprocess.PIPE, text=True)
    try:
        found = None
        while found is None:
            line = server.stderr.readline()
            if not line:
                raise SystemExit("the preview did not start")
            found = re.search(r"Serving (\S+)", line)
        address = found.group(1)
        subprocess.Popen(["cat"], stdin=server.stderr, stdout=sys.stderr)
        for name, path, old, new, shown, rounds in LOOPS:
            if arguments.loop and arguments.loop not in name.lower():
                continue
            file = root / path
            before = file.read_text()
            if old not in before:
                raise SystemExit(f"{path} no longer says “{old}”")
            seconds = []
            is_figure = isinstance(shown, pathlib.PurePosixPath)
            drawn = fetch(address) and fetch(beside(address, shown)) if is_figure else b""
            try:
                for _ in range(rounds):
                    for text, is_changed in (before.replace(old, new), True), (before, False):
                        file.write_text(text)
                        seconds.append(
                            wait_for_figure(address, shown, drawn, is_changed) if is_figure
                            else wait(address, shown, is_changed))
                    time.sleep(0.2)
            finally:
                file.write_text(before)
            print(f"{name:18} {statistics.median(seconds):6.2f} s (median of {len(seconds)})", flush=True)
        if arguments.loop in (None, "new"):
            new_lesson(root, address)
    finally:
        server.terminate()
        server.wait()


main()
