"""Lesson 14: the laboratory. Seventy-five networks are asked again, in single precision, as they were."""
import functools

import numpy as np

import networks
from classifiers import Answers
from expect import About

#: One in six of the training images is held out, the last ones; a network is examined on 5,000 that it learned from.
HELD, EXAMINED, SEEDS = 10_000, 5_000, 5
#: A quick run uses one image in four.
QUICK_DIVISOR = 4
#: Runs that differ in how many images they see are no candidates for the test.
CANDIDATES = [name for name in networks.LABORATORY if not name.startswith("images-")]


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


def _result(run, name, number):
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


def experiments(run):
    runs = {name: [_result(run, name, number) for number in range(SEEDS)] for name in networks.LABORATORY}
    lowest = {name: sum(result["mistakes"].low for result in runs[name]) for name in CANDIDATES}
    chosen = min(CANDIDATES, key=lowest.get)  # the first of equals

    def test(name):
        return [_asked(run, name, number, run.digits.test, run.digits.test_labels).mistakes for number in range(SEEDS)]

    return {
        "dataHash": run.digits.identity, "quick": run.quick, "seed": run.seed, "runs": runs,
        "seedDeviation": _deviation([result["mistakes"] for result in runs["reference"]]),
        "shift.dense": _shifts(run, "dense"), "shift.convolutional": _shifts(run, "reference"),
        "test": {"chosen": chosen, "count": len(run.digits.test), "dense": test("dense"),
                 "reference": test("reference"), "best": test(chosen)},
    }
