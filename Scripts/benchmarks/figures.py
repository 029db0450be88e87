"""Times five figures in course and in matplotlib (Agg): the same content, the same pixels, one run.

Warm: drawn again and again in one process, the median. Cold: from the start of a process to its end, with the
file written, the median; both programs take turns, so that a busy machine is busy for both.

`--draw NAME FILE` draws one figure with matplotlib and ends; the cold measurement starts it so.
"""

import argparse
import json
import math
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

DPI = 200
NAMES = ["grid", "maps", "histogram", "curves", "confusion"]
# Inches, as large as course draws them.
SIZES = {"grid": (6.3, 4.7), "maps": (6.3, 4.0), "histogram": (6.3, 2.9), "curves": (6.3, 2.9), "confusion": (6.3, 4.6)}
COUNT = 60_000 * 28 * 28


def draw(name, target, data):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    figure = {"grid": grid, "maps": maps, "histogram": histogram, "curves": curves, "confusion": confusion}[name](
        plt, np, data
    )
    figure.savefig(target, dpi=DPI)
    plt.close(figure)


def grid(plt, np, _):
    row, column = np.mgrid[0:28, 0:28]
    values = (row * 31 + column * 17 + row * column) % 256
    figure, axes = plt.subplots(figsize=SIZES["grid"])
    axes.imshow(values, cmap="gray", vmin=0, vmax=255, interpolation="nearest", aspect="auto")
    for i in range(28):
        for j in range(28):
            axes.text(j, i, values[i, j], ha="center", va="center", fontsize=5, color="k" if values[i, j] > 128 else "w")
    axes.set_xticks([])
    axes.set_yticks([])
    return figure


def maps(plt, np, _):
    row, column = np.mgrid[0:26, 0:26]
    figure, axes = plt.subplots(4, 8, figsize=SIZES["maps"])
    largest = 96
    for index, each in enumerate(axes.flat):
        values = ((row + 1) * (column + 1) * (index + 1)) % 97
        image = each.imshow(values, cmap="cividis", vmin=0, vmax=largest, interpolation="nearest")
        each.set_title(str(index), fontsize=7)
        each.set_axis_off()
    figure.colorbar(image, ax=axes, orientation="horizontal", fraction=0.05)
    return figure


def histogram(plt, np, data):
    figure, axes = plt.subplots(figsize=SIZES["histogram"])
    axes.hist(data, bins=50, range=(0, 255), log=True)
    axes.set_xlabel("intensity")
    axes.set_ylabel("pixels")
    return figure


def curves(plt, np, _):
    epochs = np.arange(1, 31)
    figure, axes = plt.subplots(1, 2, figsize=SIZES["curves"])
    lines = [
        ("Loss", 0.15 / epochs + 0.005, 0.08 / epochs + 0.035 + 0.0005 * epochs),
        ("Accuracy", 1 - 0.05 / epochs, 0.99 - 0.04 / epochs),
    ]
    for each, (title, training, validation) in zip(axes, lines):
        each.plot(epochs, training, label="training")
        each.plot(epochs, validation, "--", label="validation")
        each.set_title(title)
        each.set_xlabel("epoch")
        each.legend()
        each.grid(True, axis="y")
    return figure


def confusion(plt, np, _):
    row, column = np.mgrid[0:10, 0:10]
    counts = np.where(row == column, 900 + row * 13, (row * 7 + column * 5) % 4)
    figure, axes = plt.subplots(figsize=SIZES["confusion"])
    axes.imshow(counts, cmap="Blues")
    for i in range(10):
        for j in range(10):
            if counts[i, j]:
                axes.text(j, i, counts[i, j], ha="center", va="center", color="w" if counts[i, j] > 500 else "k")
    axes.set_xticks(range(10))
    axes.set_yticks(range(10))
    axes.set_xlabel("predicted")
    axes.set_ylabel("true")
    return figure


def load(path):
    import numpy as np

    return np.fromfile(path, dtype=np.uint8)


def make_bytes(path):
    """Sixty thousand pictures with a stroke across each of their middle rows: four of five bytes are black."""
    import numpy as np

    generator = np.random.default_rng(1)
    values = generator.integers(0, 256, (60_000, 28, 28), dtype=np.uint8)
    start = 4 + generator.integers(0, 12, (60_000, 28, 1), dtype=np.uint8)
    end = start + 1 + generator.integers(0, 12, (60_000, 28, 1), dtype=np.uint8)
    column = np.arange(28, dtype=np.uint8)
    values[(column < start) | (column >= end)] = 0
    values[:, :4] = 0
    values[:, 24:] = 0
    values.tofile(path)


def warm(names, data, repeat):
    import io

    values = load(data) if "histogram" in names else None
    times = {}
    for name in names:
        draw(name, io.BytesIO(), values)  # the first one loads what is loaded lazily
        seconds = []
        for _ in range(repeat if name != "histogram" else max(1, min(repeat, 3))):
            start = time.perf_counter()
            draw(name, io.BytesIO(), values)
            seconds.append(time.perf_counter() - start)
        times[name] = statistics.median(seconds)
    return times


def cold(commands, repeat):
    seconds = [[] for _ in commands]
    for _ in range(repeat):
        for index, command in enumerate(commands):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            seconds[index].append(time.perf_counter() - start)
    return [statistics.median(each) for each in seconds]


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench figures", description=__doc__.splitlines()[0])
    parser.add_argument("--course", help="the program")
    parser.add_argument("--repeat", type=int, default=9, help="how often each is drawn")
    parser.add_argument("--bytes", type=pathlib.Path, help="the file whose bytes the histogram counts")
    parser.add_argument("--draw", nargs=3, metavar=("NAME", "FILE", "BYTES"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.draw:
        name, target, data = options.draw
        draw(name, target, load(data) if name == "histogram" else None)
        return

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        data = options.bytes or folder / "bytes"
        if not options.bytes:
            make_bytes(data)
        course = [options.course, "bench", "figures", "--bytes", str(data)]
        ours = json.loads(subprocess.check_output(course + ["--repeat", str(max(options.repeat, 15)), "--json"]))
        speeds = next(each for each in ours if each["figure"] == "histogram")
        ours = {each["figure"]: each["milliseconds"] / 1000 for each in ours}
        theirs = warm(NAMES, data, options.repeat)
        print(f"{'':12}{'warm, ms':>26}{'':9}{'cold, ms':>26}")
        print(f"{'':12}{'course':>12}{'matplotlib':>14}{'ratio':>9}{'course':>12}{'matplotlib':>14}{'ratio':>9}")
        lowest = math.inf
        for name in NAMES:
            python = [sys.executable, __file__, "--draw", name, str(folder / "theirs.png"), str(data)]
            mine, other = cold([course + [name, "--repeat", "1", "--output", str(folder)], python], options.repeat)
            row = [ours[name], theirs[name], mine, other]
            ratios = [row[1] / row[0], row[3] / row[2]]
            lowest = min(lowest, *ratios)
            print(
                f"{name:12}{row[0] * 1000:12.2f}{row[1] * 1000:14.1f}{ratios[0]:8.0f}x"
                f"{row[2] * 1000:12.1f}{row[3] * 1000:14.1f}{ratios[1]:8.0f}x",
                flush=True,
            )
        print(f"The lowest ratio is {lowest:.1f}.")
        print(
            f"The histogram's bytes are counted at {speeds['gigabytesPerSecond']:.1f} GB/s;"
            f" reading them and doing nothing goes at {speeds['readGigabytesPerSecond']:.1f} GB/s."
        )


if __name__ == "__main__":
    main()
