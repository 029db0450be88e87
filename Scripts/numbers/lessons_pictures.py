"""Lessons 1 to 6: pixels, kernels, edges, gradients, pooling, channels. Each function gives a lesson's numbers anew."""
import numpy as np
import scipy.signal

from expect import About, Between, OneOf, single
from networks import CNN
from pictures import KERNELS, canny, convolve, correlate, gradient, kernel, pool


def pixels(run):
    picture = run.gray
    rows, columns = picture.shape
    row = rows * 9 // 20
    jumps = np.abs(np.diff(picture[row]))
    window = run.grid("pixels/window.csv")
    around = np.abs(window[1:4, 4:7] - window[2, 5])
    return {
        "height": rows, "width": columns, "profile.row": row, "profile.jump": int(jumps.max()),
        "profile.jumpColumn": OneOf(np.flatnonzero(jumps == jumps.max()).tolist()),
        "window.center": int(window[2, 5]), "window.largestDifference": int(around.max()),
    }


def output_size(side, kernel_side, padding, stride):
    """How often a kernel fits, counted place by place."""
    return len(range(0, side + 2 * padding - kernel_side + 1, stride))


def kernels(run):
    picture = run.gray
    rows, columns = picture.shape
    window = run.grid("kernels/slide.csv", of="picture")
    visited = scipy.signal.correlate2d(window, kernel("identity"), mode="valid")
    detail = picture[rows * 11 // 20:, columns * 7 // 60:][:44, :60]
    sizes = [scipy.signal.correlate2d(detail, np.ones((9, 9)) / 81, mode=mode).shape
             for mode in ("valid", "same", "same", "same")]
    emboss = kernel("emboss")
    return {
        "workedPixel": int((window[:3, :3] * kernel("identity")).sum()),
        "firstSix": [int(value) for value in visited[0, :6]],
        "outputSizes": [output_size(28, 3, 0, 1), output_size(28, 3, 1, 1), output_size(28, 3, 1, 2)],
        "boxsum.white": float((correlate(picture, kernel("box-sum")) > 255).mean()),
        "borders.sizes": [f"{height} x {width}" for height, width in sizes],
        "flip.largestDifference": int(np.abs(correlate(picture, emboss) - convolve(picture, emboss)).max()),
    }


def edges(run):
    answers = correlate(run.gray, kernel("laplacian8"))
    windows = {name: run.table(f"edges/{name}.csv") for name in ("similar", "different")}
    return {
        **{name: int((window["pixel"] * kernel("laplacian8").ravel()).sum()) for name, window in windows.items()},
        "laplacian.negativeShare": float((answers < 0).mean()),
        "laplacian.minimum": int(answers.min()), "laplacian.maximum": int(answers.max()),
        "gallery.kernels": list(KERNELS),
    }


def _edge(across, down, size=9):
    """A patch of 40 on one side of a line through its middle, 200 on the other, 120 on it."""
    y, x = np.mgrid[:size, :size] - (size - 1) / 2
    side = across * x + down * y
    return np.where(side < 0, 40.0, np.where(side > 0, 200.0, 120.0))


def gradients(run):
    picture = run.gray
    x, y = gradient(picture)
    strength = np.hypot(x, y)
    # Bins of ten degrees whose middles are the multiples of ten. Every slope of 45 degrees lies on the limit of two, where
    # its angle's last bit decides.
    place = (np.arctan2(y, x) + np.pi) / (2 * np.pi) * 36
    diagonal = (np.abs(x) == np.abs(y)) & (x != 0)

    def bins(which, shift=0.0):
        places = np.round(place[which] + shift).astype(int) % 36
        return np.bincount(places, strength[which], 36) / strength.sum()

    sure, either = bins(~diagonal), bins(diagonal, -0.01) + bins(diagonal, 0.01)
    patches = [gradient(_edge(across, down)) for across, down in ((0, 1), (1, 0), (1, 1))]
    return {
        "straight": [[int(x[4, 4]), int(y[4, 4])] for x, y in patches],
        "magnitude.maximum": single(strength.max()),
        "orientations.weights": [Between(low - 1e-7, low + more + 1e-7) for low, more in zip(sure, either)],
        "canny.edgeShare": float(canny(picture, 40, 110).mean()),
    }


def _sizes(picture, times):
    found = [list(picture.shape)]
    for _ in range(times):
        picture = pool(picture, 2, np.max)
        found.append(list(picture.shape))
    return found


def pooling(run):
    picture = run.gray
    rows, columns = picture.shape
    grid = run.grid("pooling/maxpool.csv", of="before")
    small = (rows // 4, columns // 4)
    convolved = np.zeros((small[0] - 2, small[1] - 2))
    return {
        "relu.silenced": float((correlate(picture, kernel("sobel-x")) < 0).mean()),
        "maxPooled": [[int(value) for value in row] for row in pool(grid, 2, np.max)],
        "averagePooled": [[About(value) for value in row] for row in pool(grid, 2, np.mean)],
        "shrink.sizes": _sizes(picture, 3),
        "pipeline.sizes": [[rows, columns, 3], list(small), list(convolved.shape), *_sizes(convolved, 1)],
    }


def channels(run):
    planes = [run.grid("channels/slide.csv", panel=part) for part in range(3)]
    slices = [np.tile([2, 0, -2], (3, 1))] + 2 * [np.tile([-1, 0, 1], (3, 1))]
    maps = [scipy.signal.correlate2d(plane, part, mode="valid") for plane, part in zip(planes, slices)]
    bias = -3
    # Three equal planes: the slices' sum is what the filter does to a grey picture.
    on_gray = correlate(run.gray, sum(slices))
    name, shape, parameters, _ = CNN.rows[2]
    rows, columns = run.scene.shape[:2]
    return {
        "sums": [int(found[0, 0]) for found in maps],
        "answer": int(sum(found[0, 0] for found in maps) + bias),
        "slide": [int(value) for value in (sum(maps) + bias)[0]],
        "onGray": About(np.abs(on_gray).max(), absolute=1e-3),
        "products": 3 * 3 * CNN.rows[1][1][2], "parameters": parameters,
        "spots": [rows // 6 - 2, columns // 6 - 2],
    }
