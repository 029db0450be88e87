"""Lesson 13: what the network sees. Maps, patches and occlusions of the network of lesson 10."""
import numpy as np

import networks
from expect import About, Between, OneOf

#: Sums of products of single precision that are level up to this share may stand in any order.
LEVEL = 1e-5


def _maps(run, weights):
    data, network = run.digits, networks.CNN
    firsts = [int(np.flatnonzero(data.test_labels == digit)[0]) for digit in range(10)]
    images = data.test[firsts].astype(float)[..., None] / 255
    walk = network.activations(weights, data.test[:1].astype(float)[..., None] / 255)
    first = network.layers[0].forward(images, *(weights[f"conv2d.{part}"].astype(float) for part in ("kernel", "bias")))
    # How much a map tells apart: the variance of its answers, added up over the ten digits.
    followed = first.var(axis=(1, 2)).sum(axis=0)
    kernels = weights["conv2d.kernel"].astype(float).reshape(9, 32).T

    def silent(layer):
        return int((layer[0] == 0).all(axis=(0, 1)).sum()) if layer.ndim == 4 else int((layer[0] == 0).all())

    return {
        "digit": int(data.test_labels[0]),
        "filters": [[About(weight, relative=1e-6) for weight in weights] for weights in kernels],
        "balancedFilters": int((np.abs(kernels.sum(axis=1)) < 0.25 * np.abs(kernels).sum(axis=1)).sum()),
        "silentMaps": [silent(layer) for layer in walk],
        "quietShare": [About((layer == 0).mean(), absolute=1.1 / layer.size) for layer in (walk[0], walk[2])],
        "followedMap": int(followed.argmax()) + 1,
        "probabilities": [About(value, relative=2e-5, absolute=1e-9) for value in walk[-1][0]],
    }


def _strongest(run, weights):
    """The largest answer of every map of the second convolution to every test image, and all places that reach it."""
    head = {name: value for name, value in weights.items() if name.startswith("conv2d")}
    best, places = [], []
    for start in range(0, len(run.digits.test), 500):
        images = run.digits.test[start:start + 500]
        answers = networks.CNN.answers(head, images, np.float32, upto=3)
        answers = answers.reshape(len(images), -1, answers.shape[-1])
        best.append(answers.max(axis=1))
        places.append(answers.argmax(axis=1))
    return np.concatenate(best), np.concatenate(places)


def _patches(run, weights):
    best, places = _strongest(run, weights)
    labels = run.digits.test_labels
    maps = np.argsort(-best.max(axis=0), kind="stable")[:8]
    found, mixed = [], 0
    for channel in maps:
        answers = best[:, channel]
        images = np.argsort(-answers, kind="stable")[:10]
        mixed += len(set(labels[images].tolist())) > 1
        rows = []
        for image in images:
            level = np.flatnonzero(np.abs(answers - answers[image]) <= LEVEL * abs(answers[image]))
            spots = places[level, channel]
            rows.append([int(channel) + 1, OneOf(level.tolist()), OneOf((spots // 11 * 2).tolist()),
                         OneOf((spots % 11 * 2).tolist())])
        found.append(rows)
    return {"patches": found, "mixedMaps": mixed}


def _occlusion(run, weights):
    data = run.digits
    chances, largest, lost = [], [], []
    for digit in (2, 3, 5, 7, 8):
        picture = data.test[np.flatnonzero(data.test_labels == digit)[0]]
        covered = np.repeat(picture[None], 28 * 28, axis=0)
        for place in range(28 * 28):
            row, column = divmod(place, 28)
            covered[place, max(0, row - 2):row + 3, max(0, column - 2):column + 3] = 0
        answers = networks.CNN.answers(weights, np.concatenate([picture[None], covered]))[:, digit]
        chances.append(answers[0])
        lost.append(answers[0] - answers[1:])
        largest.append(lost[-1].max())
    lost = np.concatenate(lost)
    return {
        "occlusion.probabilities": [About(value, relative=1e-5) for value in chances],
        "occlusion.largestLosses": [About(value, absolute=2e-6) for value in largest],
        "occlusion.harmlessShare": Between(float((lost < 0.01 - 1e-6).mean()), float((lost < 0.01 + 1e-6).mean())),
    }


def inside(run):
    weights = run.weights("cnn")
    return {
        "dataHash": run.digits.identity, "quick": run.quick, "seed": run.seed,
        **_maps(run, weights), **_patches(run, weights), **_occlusion(run, weights),
    }
