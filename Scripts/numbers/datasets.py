"""MNIST and Fashion-MNIST from their IDX files, and which images a training sees."""
import gzip
import hashlib
import math
import pathlib
import struct

import numpy as np

NAMES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")


def _content(folder, name):
    plain, packed = folder / name, folder / (name + ".gz")
    if plain.exists():
        return plain.read_bytes()
    return gzip.decompress(packed.read_bytes())


def _array(content):
    """IDX: two zeros, a type (8: bytes), the number of sides, each side, then the bytes."""
    zeros, kind, sides = struct.unpack(">HBB", content[:4])
    if zeros or kind != 8:
        raise ValueError("not an IDX file of bytes")
    shape = struct.unpack(f">{sides}I", content[4:4 + 4 * sides])
    return np.frombuffer(content, np.uint8, offset=4 + 4 * sides).reshape(shape)


class Dataset:
    """Images (count, rows, columns) and labels, to learn from and to be tested with."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        contents = {name: _content(folder, name) for name in NAMES}
        self.train, self.train_labels, self.test, self.test_labels = (_array(contents[name]) for name in NAMES)
        lines = (f"{name} {hashlib.sha256(contents[name]).hexdigest()}\n" for name in NAMES)
        #: What results call `dataHash`.
        self.identity = hashlib.sha256("".join(lines).encode()).hexdigest()


def load(folder, name):
    """A set from its own folder, from torchvision's, or, for MNIST, from the folder itself."""
    folder = pathlib.Path(folder)
    torchvision = {"mnist": "MNIST/raw", "fashion-mnist": "FashionMNIST/raw"}[name]
    for place in (folder / name, folder / torchvision, folder):
        if any((place / (NAMES[0] + end)).exists() for end in ("", ".gz")):
            return Dataset(place)
    raise SystemExit(f"test-numbers: {folder} has no {name}; name a folder with the data by COURSE_DATA or --data-dir")


def scaled(images, precision=np.float64):
    """Bytes as a network reads them: from 0 to 1, with a channel axis."""
    return (images.astype(precision) / precision(255))[..., None]


def keras_split(count, share):
    """How many of `count` examples train, and how many validate, when the last ones do as in Keras."""
    trained = math.floor(count * (1 - share))
    return trained, count - trained
