"""What a training tells epoch by epoch.

The dense network is trained anew in NumPy: two such trainings part by roundings alone. Those of convolutions part more:
where a picture is black, scores begin at exactly zero, and the last bit decides whether ReLU lets a gradient pass. So the
program is asked for their weights after fewer epochs, as far as that is soon done, and what validation says is measured
on those.
"""
import numpy as np

import training
from datasets import scaled
from expect import About

#: So many epochs at most are trained again for one history: 1 + 2 + ... of all but the last.
AFFORDABLE = 45


def rows(epochs):
    return {str(epoch): {"epoch": epoch + 1} for epoch in range(epochs)}


def trained_anew(network, seed, epochs, batch, images, labels):
    """Mean loss and accuracy of every epoch, and the training at its end of each."""
    own = training.Training(network, seed)
    pixels, targets = scaled(images, np.float32), labels.astype(int)
    for epoch in range(epochs):
        loss, accuracy = own.epoch(epoch + 1, pixels, targets, batch)
        yield epoch, loss, accuracy, own.weights


def about(value, relative=1e-3, absolute=1e-3):
    return About(value, relative=relative, absolute=absolute)


def earlier_weights(run, model, epochs):
    """After each epoch but the last, where that many are affordable."""
    if epochs * (epochs - 1) // 2 <= AFFORDABLE:
        for epoch in range(epochs - 1):
            yield epoch, run.weights_after(model, epoch + 1)
