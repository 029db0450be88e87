"""Lesson 15: the autoencoder that cleans garments; noise, errors and histograms from the files and its weights."""
import numpy as np
import skimage.metrics

import lesson_history
import networks
import noises
from classifiers import budget
from expect import About, Between, OneOf
from lesson_mnist import class_counts, histogram

#: Bins of errors; bars of intensities, of four levels each.
BINS, BARS, LEVELS = 50, 64, 4
#: How far single precision may move an error, relatively, and an intensity.
ERROR, INTENSITY = 2e-5, 1e-6


def _errors(pixels, images):
    clean = images.reshape(len(images), -1) / 255
    return np.array([skimage.metrics.mean_squared_error(a, b) for a, b in zip(pixels, clean)])


def _spread(errors):
    def about(value):
        return About(value, relative=ERROR)

    with np.errstate(divide="ignore"):
        ratio = np.mean(-10 * np.log10(errors))
    return {
        "minimum": about(errors.min()), "maximum": about(errors.max()), "mean": about(errors.mean()),
        "median": about(np.median(errors)),
        "quartiles": [about(value) for value in np.percentile(errors, [25, 75])], "ratio": about(ratio),
    }


def _counted(values, slack, limits=np.arange(1, BINS) / BINS):
    """Counts between limits from 0 to 1, the last bin closed; what lies at a limit may count for either side."""
    ordered = np.sort(values.ravel())
    low, high = (np.searchsorted(ordered, limits + shift * slack) for shift in (-1, 1))
    below_least, below_most = np.append(low, ordered.size), np.append(high, ordered.size)
    start_least, start_most = np.insert(low, 0, 0), np.insert(high, 0, 0)
    return [Between(int(max(0, end - late)), int(most - early)) for end, most, early, late in
            zip(below_least, below_most, start_least, start_most)]


def _noisy_histogram(images, seed):
    """A thousand images at a time: the whole would take half a gigabyte."""
    found = np.zeros((BARS, 2), int)
    for start in range(0, len(images), 1000):
        some = noises.gaussian(images[start:start + 1000], seed, start)
        found += [(count.low, count.high) for count in _counted(some, INTENSITY, np.arange(1, BARS) * LEVELS / 255)]
    return [Between(int(low), int(high)) for low, high in found]


def _entropy(p):
    return np.where((p > 0) & (p < 1), -(p * np.log(np.clip(p, 1e-300, 1)) + (1 - p) * np.log(np.clip(1 - p, 1e-300, 1))), 0)


def _cross_entropy(answers, images):
    clean, least = images.reshape(len(images), -1) / 255, 1e-7
    p = np.clip(answers, least, 1)
    q = np.clip(1 - answers, least, 1)
    return -(clean * np.log(p) + (1 - clean) * np.log(q)).mean()


def _cleaned(weights, noisy):
    return networks.DENOISING.answers(weights, noisy, np.float32, piece=50).reshape(len(noisy), -1).astype(float)


def _history(run, weights, seed, epochs, held, count):
    """The epoch that was kept is that with the smallest validation loss, the first of equals."""
    network = networks.DENOISING
    images = run.garments.train[:held]
    noisy = noises.gaussian(images, seed, 0)

    def loss(weights):
        return About(_cross_entropy(_cleaned(weights, noisy), images), relative=ERROR)

    history = lesson_history.rows(epochs)
    for epoch, then in lesson_history.earlier_weights(run, "denoising", epochs):
        history[epoch]["validationLoss"] = loss(then)
    if lesson_history.is_trained_anew(network, epochs, count - held):
        known = run.garments.train[held:count]
        examples = noises.gaussian(known, seed, held).astype(np.float32), known / np.float32(255)
        for epoch, told in lesson_history.trained_anew(network, seed, epochs, 256, *examples):
            history[epoch].update(told)
    told = [epoch.get("validationLoss", np.inf) for epoch in run.results["denoising"]["history"]]
    history[str(int(np.argmin(told)))]["validationLoss"] = loss(weights)
    return history


def _test(data, weights, seed):
    noisy = noises.gaussian(data.test, seed, len(data.train))
    before, after = _errors(noisy, data.test), _errors(_cleaned(weights, noisy), data.test)
    quarters = np.percentile(after, [25, 75])
    fence = quarters[1] + 1.5 * (quarters[1] - quarters[0])
    order = np.argsort(-after, kind="stable")[:8]
    walk = networks.DENOISING.activations(weights, noisy[:1].reshape(1, 28, 28, 1))
    return {
        "errorBefore": _spread(before), "errorAfter": _spread(after),
        "errorHistogram": _counted(after / after.max(), ERROR),
        "classErrors": [About(after[data.test_labels == label].mean(), relative=ERROR) for label in range(10)],
        "fence": About(fence, relative=ERROR),
        "unusual": Between(int((after > fence * (1 + ERROR)).sum()), int((after > fence * (1 - ERROR)).sum())),
        "first": list(range(10)), "firstErrors": [About(error, relative=ERROR) for error in after[:10]],
        "worst": [OneOf(np.flatnonzero(np.abs(after - after[image]) <= ERROR * after[image]).tolist())
                  for image in order],
        # The narrowest place is what the second pooling gives.
        "silentLatentMaps": int((walk[3][0] == 0).all(axis=(0, 1)).sum()),
    }


def _trials(data, weights, seed):
    few, found = data.test[:2000], []
    for name, spoil, strength in noises.TRIALS:
        noisy = spoil(few, seed, len(data.train))
        found.append({
            "noise": name, "strength": strength, "before": _spread(_errors(noisy, few)),
            "after": _spread(_errors(_cleaned(weights, noisy), few))})
    return found


def _digits(images, weights, seed):
    """The pictures of the other lessons, under the noise that the network knows."""
    few = images[:2000]
    noisy = noises.gaussian(few, seed, 0)
    before, after = _errors(noisy, few), _errors(_cleaned(weights, noisy), few)
    return {"digits.before": About(before.mean(), relative=ERROR), "digits.after": About(after.mean(), relative=ERROR)}


def denoising(run):
    data, network, seed = run.garments, networks.DENOISING, 123 + run.moved
    count, epochs = budget(run, 20)
    held = int(count * 0.1)
    weights = run.weights("denoising")
    grey = np.bincount(data.train.ravel(), minlength=256)
    return {
        "dataHash": run.digits.identity, "garmentsHash": data.identity, "drawnDigits": False, "drawnGarments": False,
        "quick": run.quick, "seed": run.seed, "noise": noises.TRIALS[1][2],
        "layers": [{"name": name, "output": list(shape), "parameters": parameters}
                   for name, shape, parameters, _ in network.rows],
        "parameters": network.parameter_count, "multiplyAdds": network.multiply_adds,
        "training": {"model": "denoising", "epochs": epochs, "batch": 256, "seed": seed,
                     "trainingCount": count - held, "validationCount": held},
        "history": _history(run, weights, seed, epochs, held, count),
        "trainCounts": class_counts(data.train_labels), "testCounts": class_counts(data.test_labels),
        "blackShare": float(grey[0] / grey.sum()), "histogram64": histogram(data.train, BARS),
        "cleanHistogram": histogram(data.train, BARS), "noisyHistogram": _noisy_histogram(data.train, seed),
        "lowestLoss": float((grey * _entropy(np.arange(256) / 255)).sum() / grey.sum()),
        **_test(data, weights, seed), **_digits(run.digits.test, weights, seed), "trials": _trials(data, weights, seed),
    }
