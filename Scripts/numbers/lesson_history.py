"""What a training tells epoch by epoch: networks are trained anew in NumPy, and validated with the program's own weights.

Two such trainings part by roundings: those of the dense network, and of the one that cleans pictures, by less than a
thousandth in two epochs, then by up to four hundredths. Convolutions of digits part by half a hundredth at once: where a
picture is black, scores begin at exactly zero, and the last bit decides whether ReLU lets a gradient pass. The same dropout
mask in every step would part them by five. All this was measured.
"""
import training
from expect import About

#: So many epochs at most are trained again by the program for one history: 1 + 2 + ... of all but the last.
AFFORDABLE = 45
#: So many images at most are seen by convolutions that are trained anew, which takes half a minute for each ten thousand.
SEEN = 20_000


def rows(epochs):
    return {str(epoch): {"epoch": epoch + 1} for epoch in range(epochs)}


def trained_anew(network, seed, epochs, batch, inputs, targets):
    """What every epoch tells. Targets are labels, or pictures, of which there is no accuracy."""
    own = training.Training(network, seed)
    for epoch in range(epochs):
        loss, accuracy = own.epoch(epoch + 1, inputs, targets, batch)
        is_exact = epoch < 2 and (targets.ndim > 1 or network.is_dense)
        told = {"loss": About(loss, relative=1e-3 if is_exact else 0.02 if epoch < 2 else 0.05)}
        if targets.ndim == 1:
            told["accuracy"] = About(accuracy, relative=0, absolute=1e-3 if is_exact else 0.005)
        yield str(epoch), told


def is_trained_anew(network, epochs, count):
    return epochs * count <= SEEN or network.is_dense


def earlier_weights(run, model, epochs):
    """After each epoch but the last, where that many are affordable."""
    if epochs * (epochs - 1) // 2 <= AFFORDABLE:
        for epoch in range(epochs - 1):
            yield str(epoch), run.weights_after(model, epoch + 1)
