"""Lessons 9 to 12: baseline, cnn, dropout, compact."""

import numpy as np
import scipy.stats
import sklearn.metrics

import chance
import lesson_experiments
import networks
import training
from classifiers import Answers, budget, classifier, test_answers
from datasets import keras_split
from expect import About, Between, OneOf, singles


def baseline(run):
    count, _ = budget(run, 5, 20_000)
    order = chance.permutation(run.seed, chance.PIXEL_ORDER, 0, 28 * 28)
    moved = run.digits.test.reshape(-1, 28 * 28)[:, order]

    def mistakes(training, network, images):
        return Answers(network.answers(run.weights(training), images), run.digits.test_labels).mistakes

    trained = keras_split(budget(run, 10)[0], 0.1)[0]
    # A pixel that is black in all images hands no gradient to its weights, so Adam never moves them.
    untouched = int((run.digits.train[:trained] == 0).all(axis=0).sum())
    return {
        **classifier(run, "baseline"), "countedByHand": [784 * 128 + 128, 128 * 10 + 10],
        "untouchedPixels": untouched,
        **{f"shuffled.{name}": {
            "plain": mistakes(f"baseline/{short}", network, run.digits.test),
            "permuted": mistakes(f"baseline/{short}-permuted", network, moved)}
            for name, short, network in (
                ("dense", "baseline", networks.BASELINE), ("convolutional", "cnn", networks.CNN))},
    }


def _matrix(answers):
    return {"confusion": answers.confusion(), **answers.per_class()}


def _intervals(answers):
    """Where the true share of each class lies with a confidence of 95 % (Wilson): of its images, of its answers."""
    labels = range(answers.probabilities.shape[1])
    counts = sklearn.metrics.confusion_matrix(answers.labels, answers.predicted, labels=labels)
    # An image whose two best answers are level may count for either.
    slack = 1e-9 + 2 * int(answers.doubtful.sum()) / max(np.bincount(answers.labels).min(), 1)

    def of(right, count):
        found = scipy.stats.binomtest(int(right), int(count)).proportion_ci(0.95, "wilson")
        return [Between(end - slack, end + slack) for end in (found.low, found.high)]

    right = np.diag(counts)
    return {"recallIntervals": [of(*pair) for pair in zip(right, counts.sum(axis=1))],
            "precisionIntervals": [of(*pair) for pair in zip(right, counts.sum(axis=0))]}


def _learned_kernels(run):
    """The first kernels before the training and after it, and how much of a kernel has changed."""
    before, after = (weights["conv2d.kernel"].reshape(9, 32).T.astype(float)
                     for weights in (training.glorot(networks.CNN, run.seed), run.weights("cnn")))
    change = (np.linalg.norm(after - before, axis=1) / np.linalg.norm(before, axis=1)).mean()
    return {"kernelsBefore": [singles(kernel) for kernel in before[:16]],
            "kernelsAfter": [singles(kernel) for kernel in after[:16]], "kernelChange": About(change, relative=1e-5)}


def cnn(run):
    answers = test_answers(run, "cnn", networks.CNN)
    wrong = np.flatnonzero(~answers.right)
    certainty = answers.probabilities[wrong, answers.predicted[wrong]]
    order = answers.ranked(wrong, certainty, most=True, count=24)

    def of(rule, values):
        return OneOf(sorted({int(values[image]) for image in rule.values}))

    return {
        **classifier(run, "cnn"), **_matrix(answers), **_intervals(answers), **_learned_kernels(run),
        "mistakes": [[image, of(image, answers.labels), of(image, answers.predicted)] for image in order],
    }


def dropout(run):
    answers = test_answers(run, "dropout", networks.DROPOUT)
    first = [OneOf([image]) for image in range(6)]
    doubtful = answers.ranked(np.arange(len(answers.labels)), answers.probabilities.max(axis=1), most=False, count=6)

    def row(image):
        # Where two images are level, the first of them speaks for both.
        place = image.values[0]
        return {"index": image, "truth": int(answers.labels[place]),
                "probabilities": [About(value, relative=2e-5, absolute=1e-6)
                                  for value in answers.probabilities[place]]}

    count = min(3_000, budget(run, 30, 3_000)[0])
    trained = keras_split(count, 0.2)[0]
    bare = networks.Network([layer for layer in networks.DROPOUT.layers if layer.kind != "dropout"])
    data = run.digits

    def knowledge(training, network):
        weights = run.weights(training)
        known = Answers(network.answers(weights, data.train[:trained]), data.train_labels[:trained])
        new = Answers(network.answers(weights, data.test), data.test_labels)
        return {"known": known.accuracy, "new": new.accuracy}

    return {
        **classifier(run, "dropout"), **_matrix(answers),
        "predictions": [row(image) for image in first + doubtful],
        "overfitting": {
            "count": trained, "testCount": len(data.test),
            "withDropout": knowledge("dropout/few-with", networks.DROPOUT),
            "without": knowledge("dropout/few-without", bare)},
    }


def _connected(shape, outputs):
    """Parameters of a layer that joins everything to everything."""
    return (int(np.prod(shape)) + 1) * int(np.prod(outputs))


def compact(run):
    rows = {name: (shape, parameters) for name, shape, parameters, _ in networks.COMPACT.rows}
    pairs = [
        (rows["conv2d"][1], _connected((28, 28, 1), (26, 26, 32))),
        (rows["conv2d_1"][1], _connected((13, 13, 32), (11, 11, 64))),
        (networks.COMPACT.parameter_count, networks.BASELINE.parameter_count),
    ]
    narrow = [f"narrow-{filters}" for filters in networks.NARROW]
    field = {"baseline": networks.BASELINE, "cnn": networks.CNN, "dropout": networks.DROPOUT,
             "compact": networks.COMPACT}
    return {
        **classifier(run, "compact"), **_matrix(test_answers(run, "compact", networks.COMPACT)),
        "countedByHand": [rows[name][1] for name in ("conv2d", "conv2d_1", "dense")],
        "kilobytes": networks.COMPACT.parameter_count * 4 / 1000,
        "savings": [1 - shared / connected for shared, connected in pairs],
        "series.parameters": [networks.LABORATORY[name][0].parameter_count for name in narrow],
        "series.mistakes": [
            [lesson_experiments.result(run, name, number)["mistakes"] for number in range(lesson_experiments.SEEDS)]
            for name in narrow],
        "series.count": lesson_experiments.HELD,
        "contenders": [
            {"name": name, "parameters": network.parameter_count, "accuracy": test_answers(run, name, network).accuracy}
            for name, network in field.items()],
    }
