"""The course's picture, kernels, and what is done to pictures, with SciPy."""
import base64
import io
import pathlib
import re

import numpy as np
import scipy.ndimage
import skimage.io

KERNELS = {
    "identity": [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
    "box-sum": np.ones((3, 3)),
    "box-blur": np.ones((3, 3)) / 9,
    "gaussian3": np.outer([1, 2, 1], [1, 2, 1]) / 16,
    "gaussian5": np.outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1]) / 256,
    "sharpen": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    "laplacian8": [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
    "laplacian4": [[0, -1, 0], [-1, 4, -1], [0, -1, 0]],
    "sobel-x": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
    "sobel-y": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    "prewitt-x": [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]],
    "prewitt-y": [[-1, -1, -1], [0, 0, 0], [1, 1, 1]],
    "emboss": [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]],
}


def from_drawing(file):
    """The pictures inside an SVG: the PNGs that it holds, pixel by pixel."""
    found = re.findall(r"data:image/png;base64,([A-Za-z0-9+/=\s]+)", pathlib.Path(file).read_text(encoding="utf-8"))
    return [skimage.io.imread(io.BytesIO(base64.b64decode(text))).astype(float) for text in found]


def is_gray_of(scene, gray):
    """Whether these are the scene's levels by ITU-R BT.601; in the middle between two either may stand."""
    exact = scene @ [299, 587, 114] / 1000
    return gray.shape == exact.shape and bool((np.abs(gray - exact) <= 0.5 + 1e-4).all())


def kernel(name):
    return np.asarray(KERNELS[name], float)


def correlate(picture, weights):
    """Of the same size; beyond the border the outermost pixel again and again."""
    return scipy.ndimage.correlate(picture, np.asarray(weights, float), mode="nearest")


def convolve(picture, weights):
    return scipy.ndimage.convolve(picture, np.asarray(weights, float), mode="nearest")


def pool(picture, side, how):
    rows, columns = picture.shape[0] // side, picture.shape[1] // side
    windows = picture[:rows * side, :columns * side].reshape(rows, side, columns, side)
    return how(windows, axis=(1, 3))


def _shares(old, new):
    """A row for each new pixel: how much of it every old one covers."""
    ends = np.arange(new + 1) * old / new
    places = np.arange(old)
    covered = np.minimum(ends[1:, None], places + 1) - np.maximum(ends[:-1, None], places)
    return np.clip(covered, 0, None) * new / old


def shrunk(picture, rows, columns):
    """Each new pixel is the mean over the area that it covers."""
    return _shares(picture.shape[0], rows) @ picture @ _shares(picture.shape[1], columns).T


def gradient(picture):
    return correlate(picture, kernel("sobel-x")), correlate(picture, kernel("sobel-y"))


def canny(picture, low, high):
    """Canny's edges: a bell of five, Sobel, the crest across the arrow, two thresholds, hysteresis over eight neighbours.

    The arrow's direction is one of four, the nearest; of two equal neighbours on a crest the later one stays.
    """
    x, y = gradient(correlate(picture, kernel("gaussian5")))
    strength = np.hypot(x, y)
    around = np.pad(strength, 1)
    rows, columns = strength.shape
    # 0: right, 1: down right, 2: down, 3: down left
    direction = np.round(np.arctan2(y, x) / (np.pi / 4)).astype(int) % 4
    crest = np.zeros(strength.shape, bool)
    for number, (down, right) in enumerate([(0, 1), (1, 1), (1, 0), (1, -1)]):
        before = around[1 - down:1 - down + rows, 1 - right:1 - right + columns]
        after = around[1 + down:1 + down + rows, 1 + right:1 + right + columns]
        crest |= (direction == number) & (strength >= before) & (strength > after)
    weak = crest & (strength >= low)
    # scikit-image's hysteresis joins four neighbours alone.
    pieces, _ = scipy.ndimage.label(weak, np.ones((3, 3)))
    return weak & np.isin(pieces, np.unique(pieces[weak & (strength >= high)]))
