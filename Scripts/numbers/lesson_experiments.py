"""The laboratory: a hundred networks are asked again, in single precision, as they were; and their verdicts, by SciPy."""
import functools
import itertools

import numpy as np
import scipy.stats

import networks
from classifiers import Answers
from expect import About

#: The last of the training images are held out; a network is examined on 2,500 that it learned from.
HELD, EXAMINED, SEEDS = 5_000, 2_500, 5
#: A quick run uses one image in eight.
QUICK_DIVISOR = 8
#: Runs that differ in how many images they see are no candidates for the test.
CANDIDATES = [name for name in networks.LABORATORY if not name.startswith(("images-", "narrow-"))]


def _training(name, number):
    return f"experiments-{name}" + (f"-{number + 1}" if number else "")


@functools.lru_cache(maxsize=None)
def _weights(run, name, number):
    return run.weights(_training(name, number))


def _asked(run, name, number, images, labels):
    network = networks.LABORATORY[name][0]
    return Answers(network.answers(_weights(run, name, number), images, np.float32), labels)


def _held(run):
    return run.digits.train[-HELD:], run.digits.train_labels[-HELD:]


def result(run, name, number):
    """What a network of this name answers, trained from the seed of this number."""
    _, images, epochs = networks.LABORATORY[name]
    images = images // QUICK_DIVISOR if run.quick else images
    known = min(images, EXAMINED)
    learned = _asked(run, name, number, run.digits.train[:known], run.digits.train_labels[:known])
    return {"images": images, "epochs": epochs, "trainingAccuracy": learned.accuracy,
            "mistakes": _asked(run, name, number, *_held(run)).mistakes, "count": HELD}


def shifted(images, distance):
    """The first image moves to the right, the next down, then left, then up, and so on; black comes in."""
    moved = np.zeros_like(images)
    inner, outer = slice(0, 28 - distance), slice(distance, 28)
    moved[0::4, :, outer] = images[0::4, :, inner]
    moved[1::4, outer, :] = images[1::4, inner, :]
    moved[2::4, :, inner] = images[2::4, :, outer]
    moved[3::4, inner, :] = images[3::4, outer, :]
    return moved


def _shifts(run, name):
    images, labels = _held(run)
    return [[_asked(run, name, number, shifted(images, distance), labels).accuracy for distance in range(7)]
            for number in range(SEEDS)]


def _deviation(counts):
    """A sample's, of counts each of which is known within limits: as far as those can move it."""
    middle = np.array([(count.low + count.high) / 2 for count in counts])
    slack = max(count.high - count.low for count in counts)
    return About(np.std(middle, ddof=1), absolute=1e-9 + slack)


#: What is compared with what, under the name that results give it.
QUESTIONS = {
    "compare": ["dense", "reference"], "kernel": ["kernel-3", "kernel-5", "kernel-7"],
    "filter": ["filters-8", "filters-16", "reference", "filters-64"], "depth": ["depth-1", "reference", "depth-3"],
    "pooling": ["reference", "average"], "dropout": ["reference", "dropout"],
}


def _interval(worst, best, comparisons=1):
    """Of the mean of paired differences, by Student's distribution; each comparison gets its share of one in twenty.

    Counts that rounding may turn over widen what agrees by as many.
    """
    pairs = np.array([[(count.low + count.high) / 2 for count in counts] for counts in (worst, best)])
    slack = 1e-9 + 3 * max(count.high - count.low for count in [*worst, *best])
    differences = pairs[0] - pairs[1]
    mean, error = differences.mean(), scipy.stats.sem(differences)
    reach = scipy.stats.t.ppf(1 - 0.025 / comparisons, len(differences) - 1) * error
    low, high = mean - reach, mean + reach
    return {"mean": About(mean, absolute=slack), "low": About(low, absolute=slack, relative=1e-6),
            "high": About(high, absolute=slack, relative=1e-6)}


def _verdicts(runs):
    """The worst against the best of those compared, as often as there are pairs of them."""
    found = {}
    for question, names in QUESTIONS.items():
        counts = {name: [one["mistakes"] for one in runs[name]] for name in names}
        sums = {name: sum(count.low for count in counts[name]) for name in names}
        best, worst = min(names, key=sums.get), max(names, key=sums.get)
        pairs = len(list(itertools.combinations(names, 2)))
        tied = sums[best] == sums[worst]
        found[f"{question}Difference"] = None if tied else _interval(counts[worst], counts[best], pairs)
    return found


def experiments(run):
    runs = {name: [result(run, name, number) for number in range(SEEDS)]
            for name in networks.LABORATORY if not name.startswith("narrow-")}
    lowest = {name: sum(result["mistakes"].low for result in runs[name]) for name in CANDIDATES}
    chosen = min(CANDIDATES, key=lowest.get)  # the first of equals

    def test(name):
        return [_asked(run, name, number, run.digits.test, run.digits.test_labels).mistakes for number in range(SEEDS)]

    tests = {name: test(name) for name in ("dense", "reference", chosen)}
    return {
        "dataHash": run.digits.identity, "quick": run.quick, "seed": run.seed, "runs": runs,
        **_verdicts(runs), "chosenDifference": _interval(tests[chosen], tests["reference"]),
        "seedDeviation": _deviation([result["mistakes"] for result in runs["reference"]]),
        "shift.dense": _shifts(run, "dense"), "shift.convolutional": _shifts(run, "reference"),
        "test": {"chosen": chosen, "count": len(run.digits.test), "dense": tests["dense"],
                 "reference": tests["reference"], "best": tests[chosen]},
    }
