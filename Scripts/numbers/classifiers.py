"""What holds of every network that reads digits: its layers, its plan, and how it does, with scikit-learn's measures."""
import functools

import numpy as np
import sklearn.metrics

import lesson_history
import networks
from datasets import keras_split, scaled
from expect import About, Between, OneOf

#: So near are two probabilities that single precision may take the one for the other.
NEAR = 2e-6

#: Network, epochs, batch, share that validates: as the pages have it.
SYLLABUS = {
    "baseline": (networks.BASELINE, 10, 32, 0.1), "cnn": (networks.CNN, 10, 32, 0.2),
    "dropout": (networks.DROPOUT, 5, 128, 0.1), "compact": (networks.COMPACT, 15, 128, 0.1),
}


def budget(run, epochs, images=None):
    """How many images, and how often: a quick run has 10,000, and sees 20,000."""
    count = min(images or 60_000, 10_000 if run.quick else 60_000)
    return count, min(epochs, max(1, 20_000 // count)) if run.quick else epochs


class Answers:
    """What a network answers to labelled images, and what of it rounding may turn over."""

    def __init__(self, probabilities, labels):
        self.probabilities, self.labels = probabilities, labels
        self.predicted = probabilities.argmax(axis=1)
        ordered = np.sort(probabilities, axis=1)
        #: Images whose two best answers are level as far as single precision can tell.
        self.doubtful = ordered[:, -1] - ordered[:, -2] < NEAR

    @property
    def right(self):
        return self.predicted == self.labels

    @property
    def loss(self):
        own = self.probabilities[np.arange(len(self.labels)), self.labels]
        return About(-np.log(np.maximum(own, 1e-7)).mean(), relative=1e-5)

    @property
    def mistakes(self):
        sure = int((~self.right & ~self.doubtful).sum())
        return Between(sure, sure + int(self.doubtful.sum()))

    @property
    def accuracy(self):
        wrong, count = self.mistakes, len(self.labels)
        return Between(1 - wrong.high / count - 1e-12, 1 - wrong.low / count + 1e-12)

    def confusion(self):
        labels = range(self.probabilities.shape[1])
        counts = sklearn.metrics.confusion_matrix(self.labels, self.predicted, labels=labels)
        doubtful = int(self.doubtful.sum())
        return [[Between(max(0, int(count) - doubtful), int(count) + doubtful) for count in row] for row in counts]

    def per_class(self):
        """Precision and recall; a doubtful image moves either by no more than one in its class."""
        found = {}
        for name, measure in (("precision", sklearn.metrics.precision_score), ("recall", sklearn.metrics.recall_score)):
            values = measure(self.labels, self.predicted, average=None, zero_division=0, labels=range(10))
            slack = 1e-9 + int(self.doubtful.sum()) / max(np.bincount(self.labels).min(), 1)
            found[name] = [Between(value - slack, value + slack) for value in values]
        return found

    def ranked(self, images, certainty, most, count):
        """Images in the order of their certainty; those that are nearly level may stand in any order among each other."""
        order = images[np.lexsort((images, -certainty if most else certainty))]
        value = dict(zip(images.tolist(), certainty.tolist()))
        return [
            OneOf([other for other in order.tolist() if abs(value[other] - value[image]) < NEAR])
            for image in order[:count].tolist()]


@functools.lru_cache(maxsize=None)
def test_answers(run, training, network):
    return Answers(network.answers(run.weights(training), run.digits.test), run.digits.test_labels)


def classifier(run, lesson):
    """What the four lessons have in common."""
    network, epochs, batch, share = SYLLABUS[lesson]
    count, epochs = budget(run, epochs)
    trained, validated = keras_split(count, share)
    weights, data = run.weights(lesson), run.digits
    known, new = ((data.train[part], data.train_labels[part]) for part in (slice(trained), slice(trained, count)))
    test = test_answers(run, lesson, network)
    learned = Answers(network.answers(weights, known[0]), known[1])
    held = Answers(network.answers(weights, new[0]), new[1])
    history = lesson_history.rows(epochs)
    if lesson_history.is_trained_anew(network, epochs, trained):
        examples = scaled(known[0], np.float32), known[1].astype(int)
        for epoch, told in lesson_history.trained_anew(network, run.seed, epochs, batch, *examples):
            history[epoch].update(told)
    for epoch, then in lesson_history.earlier_weights(run, lesson, epochs):
        answers = Answers(network.answers(then, new[0]), new[1])
        history[epoch].update(validationLoss=answers.loss, validationAccuracy=answers.accuracy)
    history[str(epochs - 1)].update(validationLoss=held.loss, validationAccuracy=held.accuracy)
    return {
        "dataHash": data.identity, "drawnDigits": False, "quick": run.quick, "seed": run.seed,
        "layers": [{"name": name, "output": list(shape), "parameters": parameters}
                   for name, shape, parameters, _ in network.rows],
        "parameters": network.parameter_count, "multiplyAdds": network.multiply_adds,
        "training": {"model": lesson, "epochs": epochs, "batch": batch, "seed": run.seed,
                     "trainingCount": trained, "validationCount": validated},
        "history": history,
        "trainingAccuracy": learned.accuracy, "trainingLoss": learned.loss,
        "testAccuracy": test.accuracy, "testLoss": test.loss, "testCount": len(data.test),
    }
