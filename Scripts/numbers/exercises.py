"""What the exercises of each lesson ask for, from the numbers that stand in their texts, by the field's definitions."""
import math

import numpy as np
import scipy.signal
import scipy.stats

from expect import About


def _size(side, kernel, padding=0, stride=1):
    """Positions of a window, counted one by one."""
    return len(range(0, side + 2 * padding - kernel + 1, stride))


def _answer(window, kernel):
    return int(scipy.signal.correlate2d(np.array(window), np.array(kernel), mode="valid")[0, 0])


def _moved(kernel):
    """Where SciPy's convolution moves a point in the middle of five columns."""
    point = np.zeros((3, 5))
    point[1, 2] = 1
    column = int(scipy.signal.convolve2d(point, np.array(kernel), mode="same")[1].argmax())
    return "left" if column < 2 else "right" if column > 2 else "stays"


def _windows(grid, summary):
    grid = np.array(grid, float)
    return np.array([[summary(grid[row:row + 2, column:column + 2]) for column in (0, 2)] for row in (0, 2)])


def _steepest(*lines):
    steps = [np.abs(np.diff(line)).max() for line in lines]
    return ["first", "second", "third"][int(np.argmax(steps))]


def _chain(strengths, low, high):
    kept = [strength >= high for strength in strengths]
    for _ in strengths:
        kept = [is_kept or strengths[place] >= low and any(kept[max(0, place - 1):place + 2])
                for place, is_kept in enumerate(kept)]
    return sum(kept)


def _nearest(weights):
    known = {"across": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], "down": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
             "outline": [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]}
    cosine = {name: abs(np.sum(np.array(kernel) * weights)) / np.linalg.norm(kernel) for name, kernel in known.items()}
    return max(cosine, key=cosine.get)


GRID = [[1, 7, 2, 0], [3, 4, 8, 5], [6, 2, 9, 1], [0, 5, 3, 4]]
LEARNED = np.array([[-0.3, 0.1, 0.3], [-0.5, 0, 0.6], [-0.2, 0, 0.2]])
CONFUSION = np.array([[8, 1, 1], [2, 6, 2], [0, 1, 9]])
ACROSS = [[10, 10, 40], [10, 20, 50], [10, 10, 40]]
POWERS = np.exp(np.array([2.0, 0, 0]))
DIFFERENCES = np.array([2.0, 4, 3, 5, 1])

ANSWERS = {
    "start": {"last": list(range(118, 118 + 9))[-1]},
    "pixels": {
        "place": [[12, 30, 45, 60], [18, 33, 51, 70], [25, 40, 58, 81], [31, 47, 66, 90]][2][1],
        "bytes": np.zeros((30, 40, 3), np.uint8).nbytes, "mix": round(0.299 * 200 + 0.587 * 100 + 0.114 * 50),
        "line": _steepest([90, 95, 100, 105, 110], [90, 90, 140, 140, 140], [90, 120, 95, 125, 100]),
    },
    "kernels": {
        "cornerSum": _answer([[2, 4, 1], [3, 5, 2], [1, 2, 6]], [[1, 0, 2], [0, 3, 0], [0, 0, -1]]),
        "size": _size(64, 5), "sizeLost": 64 - _size(64, 5), "stride": _size(33, 5, 2, 2),
        "chain": 1 + 64 - _size(_size(_size(64, 3), 3), 3), "turned": _moved([[0, 0, 0], [1, 0, 0], [0, 0, 0]]),
    },
    "edges": {
        "balance": 4 * 1 + 4 * 2,
        "outline": _answer([[50, 52, 51], [53, 60, 52], [51, 50, 53]], [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
        "clipped": int((np.clip([-120, 40, 300, -15], 0, 255) == 0).sum()),
        "rescaled": About(np.interp(40, [-120, 300], [0, 255])), "purpose": "sharpen",
    },
    "gradients": {
        "across": _answer(ACROSS, [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
        "down": _answer(ACROSS, [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
        "strength": int(math.hypot(30, 40)), "direction": About(math.degrees(math.atan2(30, -30))),
        "chain": _chain([12, 25, 48, 70, 35, 18, 28, 22], 20, 60),
    },
    "pooling": {
        "rectified": int(np.maximum([-4, 2, 0, 6, -1, 3, -5, 1, -2], 0).sum()),
        "largest": int(_windows(GRID, np.max)[1, 0]), "average": About(_windows(GRID, np.mean)[1, 1]),
        "walk": _size(_size(50, 3), 2, stride=2),
        "order": "same" if max(0, np.mean([-4, 2, 6, -1])) == np.mean([0, 2, 6, 0]) else "differs",
    },
    "channels": {
        "point": int(np.dot([40, 10, 30], [0.5, -1, 2]) + 5), "layerOutputs": 20,
        "layerParameters": np.ones((3, 3, 12, 20)).size + 20, "layerProducts": 10 * 10 * np.ones((3, 3, 12, 20)).size,
    },
    "mnist": {
        "memory": About(np.zeros((500, 20, 20), np.float32).nbytes / 1e6), "guess": About(40 / (40 + 25 + 20 + 15)),
        "inkShare": About(np.mean([0] * 6 + [1] * 2)), "scaled": About(51 / 255),
    },
    "networks": {
        "neuron": About(max(0, np.dot([2, -1, 3], [1.5, 2, 0.5]) - 1)),
        "joined": -2 * (3 * 1 + 2) - -2 * (3 * 0 + 2), "joinedBias": -2 * (3 * 0 + 2) + 1,
        "dense": np.ones((50, 8)).size + 8, "flat": 4 * _size(_size(20, 3), 2, stride=2) ** 2,
        "softmax": About((POWERS / POWERS.sum())[0]),
    },
    "learning": {
        "rightLoss": About(-math.log(0.25)),
        "slope": round(((2.001 * 3 - 5) ** 2 - (1.999 * 3 - 5) ** 2) / 0.002), "step": About(0.8 - 0.1 * 3),
        "run": About(0.1 * sum(2 * 0.9 ** step for step in range(1000))), "kept": About(1 / 0.8),
    },
    "baseline": {
        "gain": 75 - 30, "count": 144 * 16 + 16 + 16 * 4 + 4, "move": About(0.3 - 0.1 * (0.5 * -0.4)),
        "movedAfter": int(np.dot(np.roll([0, 0, 9, 9, 0, 0], 1), [0, 0, 1, 1, 0, 0])),
    },
    "cnn": {
        "firstParameters": np.ones((5, 5, 1, 16)).size + 16,
        "way": 8 * _size(_size(_size(_size(20, 3), 2, stride=2), 3), 2, stride=2) ** 2,
        "bestEpoch": int(np.argmin([0.42, 0.31, 0.27, 0.25, 0.26, 0.29])) + 1,
        "tablePrecision": About(CONFUSION[1, 1] / CONFUSION[:, 1].sum()),
        "tableRecall": About(CONFUSION[1, 1] / CONFUSION[1].sum(), relative=1e-6),
    },
    "dropout": {
        "gapPoints": 99 - 94, "stop": 3 + 2, "stopBest": 3, "scale": About(6 / 0.75), "on": 200 - 80, "lead": 46 - 41,
    },
    "compact": {
        "hand": np.ones((3, 3, 6, 10)).size + 10, "shareFactor": 36 * _size(6, 3) ** 2 // 9,
        "shareLocal": 9 * _size(6, 3) ** 2,
        "pair": "chance" if scipy.stats.binomtest(15, 35).pvalue >= 0.05 else "first",
        "seedsMean": About(np.mean(np.array([55, 53, 56]) - [50, 54, 49])),
    },
    "inside": {
        "learnedSum": About(LEARNED.sum(), absolute=1e-6), "learned": _nearest(LEARNED), "values": 4 * 4 * 6,
        # Three rows behind the pooling are six before it, and those read two more.
        "reach": 3 * 2 + 2, "cover": 95 - 35,
    },
    "experiments": {
        "planOne": len({(size, 0) for size in range(4)} | {(0, width) for width in range(3)}) * 3, "planAll": 4 * 3 * 3,
        "stack": np.ones((5, 5, 8, 8)).size - 2 * np.ones((3, 3, 8, 8)).size, "more": About(0.08 / 2 / 2),
        "luck": About(scipy.stats.t.interval(0.95, 4, DIFFERENCES.mean(), scipy.stats.sem(DIFFERENCES))[0], 1e-6),
        "many": About(0.05 / 20),
    },
    "denoising": {
        "narrow": About(4 * 4 * 8 / 16 ** 2), "spoiled": About(np.clip(0.8 + 0.35, 0, 1)),
        "error": About(np.mean((np.array([0.2, 0.5, 0.9]) - [0.3, 0.5, 0.7]) ** 2)), "ratio": About(-10 * math.log10(0.01)),
    },
    "sources": {"saving": About((20_000 - 320) / 20_000), "symbols": _size(11, 3, 1, 2)},
}


def answers(lesson):
    """By the names that results have for them."""
    return {f"exercises.{name}": value for name, value in ANSWERS.get(lesson, {}).items()}
