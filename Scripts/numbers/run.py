"""The report that is examined: its folder, its store, and what the program says of both."""
import csv
import functools
import json
import pathlib
import subprocess
import tempfile

import numpy as np
from safetensors.numpy import load_file

import datasets
import pictures
import results


class Run:
    def __init__(self, course, output, store, data):
        self.course, self.output, self.store, self.data = course, pathlib.Path(output), store, data
        self.results = results.read(output)
        manifest = json.loads((self.output / "manifest.json").read_text(encoding="utf-8"))
        settings = manifest.get("run") or next(iter(manifest.get("lessons", {}).values()), {})
        self.quick, self.seed = settings.get("quick", False), settings.get("seed", 1)
        self.drawn = {"mnist": settings.get("drawnDigits"), "fashion-mnist": settings.get("drawnGarments")}
        #: How far this run's seed is from the default; networks with a seed of their own are moved by as much.
        self.moved = self.seed - 1

    def _program(self, *arguments):
        done = subprocess.run([self.course, *arguments], capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"test-numbers: course {arguments[0]} failed: {done.stderr.strip()}")
        return done.stdout

    @functools.cached_property
    def _pictures(self):
        """The picture of the first lessons and its grey version, out of the figures that show them."""
        with tempfile.TemporaryDirectory() as folder:
            self._program("figures", "pixels/scene", "pixels/channels", "--format", "svg", "--lang", "en",
                          "--data-dir", str(self.data), "--store", str(self.store), "--output", folder)
            scene, planes = (pictures.from_drawing(next(pathlib.Path(folder, "pixels").glob(f"{name}*.svg")))
                             for name in ("scene", "channels"))
        scene, gray = scene[0][..., :3], planes[3]
        if not pictures.is_gray_of(scene, gray):
            raise SystemExit("test-numbers: the grey picture is not the coloured one by ITU-R BT.601")
        return scene, gray

    @property
    def scene(self):
        return self._pictures[0]

    @property
    def gray(self):
        return self._pictures[1]

    def table(self, name):
        """A figure's data as columns of text and numbers."""
        with open(self.output / "data" / name, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        heads = [head if head not in rows[0][:place] else f"{head}{place}" for place, head in enumerate(rows[0])]
        columns = {}
        for head, column in zip(heads, zip(*rows[1:])):
            try:
                columns[head] = np.array([float(value) for value in column])
            except ValueError:
                columns[head] = np.array(column)
        return columns

    def grid(self, name, of=None, panel=None):
        """A figure's data as a matrix: the first picture, the one of a name, or the one in a panel."""
        table = self.table(name)
        keep = table["picture"].astype(str) == table["picture"].astype(str)[0]
        if of is not None and "name" in table:
            keep &= table["name"].astype(str) == of
        if panel is not None:
            keep &= table["panel"].astype(int) == panel
        rows, columns = table["row"][keep].astype(int), table["column"][keep].astype(int)
        matrix = np.zeros((rows.max() + 1, columns.max() + 1))
        matrix[rows, columns] = table["value"][keep].astype(float)
        return matrix

    @functools.cached_property
    def digits(self):
        return datasets.load(self.data, "mnist")

    @functools.cached_property
    def garments(self):
        return datasets.load(self.data, "fashion-mnist")

    @functools.cached_property
    def _units(self):
        options = ["--quick"] if self.quick else ["--no-quick"]
        text = self._program("plan", "--format", "json", "--store", str(self.store), "--data-dir", str(self.data),
                             "--seed", str(self.seed), *options)
        return {unit["unit"]: pathlib.Path(unit["output"]) for unit in json.loads(text)}

    def weights(self, training):
        """What a training ended with: a safetensors file beside its entry in the store."""
        file = self._units[f"train/{training}"].with_suffix(".safetensors")
        if not file.exists():
            raise SystemExit(f"test-numbers: the store has no weights of {training} ({file}); make the report with it")
        return load_file(file)

    def weights_after(self, model, epochs):
        """What the same training would have ended with after fewer epochs."""
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "weights")
            self._program(
                "train", model, "--epochs", str(epochs), "--weights", str(file), "--store", folder,
                "--seed", str(self.seed), "--data-dir", str(self.data), *(["--limit", "10000"] if self.quick else []))
            return load_file(file)
