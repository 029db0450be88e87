"""Runs every notebook of a folder, and compares the numbers that it and its page name. Called by Scripts/test-python."""

import argparse
import json
import math
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

import nbclient
import nbformat

# A notebook may take no longer, alone on two cores.
LIMIT = 240

# Noise is another in NumPy: means over a thousand pictures agree, and no more.
LOOSE = {("denoising", "errorBefore"): 0.03, ("denoising", "errorAfter"): 0.06}

LAST_CELL = """
import json
def plain(value):
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value
print(json.dumps(plain(results)))
"""


def differences(name, own, page, tolerance):
    """Where two values part. What one of them lacks is not compared."""
    if isinstance(own, dict) and isinstance(page, dict):
        for key in own.keys() & page.keys():
            yield from differences(f"{name}.{key}", own[key], page[key], tolerance)
    elif isinstance(own, list) and isinstance(page, list):
        if len(own) != len(page):
            yield f"{name}: {len(own)} values, and {len(page)} on the page"
        for index, (one, other) in enumerate(zip(own, page)):
            yield from differences(f"{name}[{index}]", one, other, tolerance)
    elif isinstance(own, (int, float)) and isinstance(page, (int, float)):
        isWhole = isinstance(page, int) and float(own).is_integer()
        if not math.isfinite(own) or abs(own - page) > (0 if isWhole else tolerance * max(1, abs(page))):
            yield f"{name}: {own}, and {page} on the page"
    elif own != page:
        yield f"{name}: {own!r}, and {page!r} on the page"


def seeds(name, own, page):
    """Trainings from other seeds: their mean lies where the page's lie, of those on as many images. A quick run has none."""
    for key in own.keys() & page.keys():
        mine = [run["mistakes"] for run in own[key]]
        theirs = [run["mistakes"] for run in page[key] if run["images"] == own[key][0]["images"]]
        if not theirs:
            continue
        spread = statistics.stdev(theirs) * math.sqrt(1 / len(mine) + 1 / len(theirs))
        if abs(statistics.mean(mine) - statistics.mean(theirs)) > 5 * spread:
            yield f"{name}.{key}: {mine} mistakes, and {theirs} on the page"


def compared(lesson, own, page, usesKeras):
    for name in sorted(own.keys() & page.keys()):
        if name == "runs":
            yield from seeds(name, own[name], page[name])
            continue
        loose = LOOSE.get((lesson, name))
        if loose:
            for key in own[name].keys() & page[name].keys():
                if abs(own[name][key] - page[name][key]) > loose * page[name][key]:
                    yield f"{name}.{key}: {own[name][key]}, and {page[name][key]} on the page"
        else:
            yield from differences(name, own[name], page[name], 1e-4 if usesKeras else 1e-5)


def run(path, compares):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    if not any(cell.cell_type == "code" for cell in notebook.cells):
        return 0, []
    course = notebook.metadata["course"]
    usesKeras = any("import keras" in cell.source for cell in notebook.cells if cell.id.startswith("python"))
    notebook.cells.append(nbformat.v4.new_code_cell(LAST_CELL))
    client = nbclient.NotebookClient(
        notebook, timeout=LIMIT, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute()
    printed = "".join(output.get("text", "") for output in notebook.cells[-1].outputs)
    own = json.loads(printed.strip().splitlines()[-1])
    faults = []
    if compares:
        odd = own.keys() - course["results"].keys()
        # Every network is examined; not every page says so.
        faults += [f"{name}: the page names no such number" for name in odd if name != "confusion"]
        faults += compared(course["lesson"], own, course["results"], usesKeras)
    return len(own), faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--alone", action="store_true", help="run the first one without weights and picture, too")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.glob("*.ipynb"))
    tasks = [(path, True) for path in paths]
    with tempfile.TemporaryDirectory() as empty:
        if arguments.alone and paths:
            tasks.append((pathlib.Path(shutil.copy(paths[0], empty)), False))
        failures = 0 if paths else 1
        for path, compares in tasks:
            begin = time.monotonic()
            try:
                count, faults = run(path, compares)
            except Exception as error:  # noqa: BLE001 - whatever it is, the notebook is named
                count, faults = 0, [f"{type(error).__name__}: {error}"]
            failures += bool(faults)
            where = "" if compares else ", alone"
            print(f"{path.name}{where}: {count} numbers, {time.monotonic() - begin:.0f} s", file=sys.stderr)
            for fault in faults:
                print(f"{path.name}: {fault}")
    print(f"{len(tasks)} notebooks, {failures} to mend", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
