"""Lesson 7: how a network learns; everything in it is small enough for a sheet of paper."""
import numpy as np

import chance
from expect import About, single, singles
from layers import Conv, Dense, Flatten, Pool, relu, sigmoid, softmax
from networks import Network


def adam(rate, beta1, beta2, epsilon, gradient, w, steps):
    """As in Keras: the corrections of both moments are folded into the rate, epsilon beside the plain root."""
    m, v = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, steps + 1):
        g = gradient(w)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        corrected = rate * np.sqrt(1 - beta2 ** step) / (1 - beta1 ** step)
        w = w - corrected * m / (np.sqrt(v) + epsilon)
    return w


def _descents():
    """How high three walks of forty steps end in the valley (x² + 12 y²) / 2, begun at (-9, 2)."""
    steepness = np.array([1.0, 12.0])

    def gradient(w):
        return steepness * w

    plain = momentum = start = np.array([-9.0, 2.0])
    velocity = np.zeros(2)
    for _ in range(40):
        plain = plain - 0.15 * gradient(plain)
        velocity = 0.8 * velocity - 0.04 * gradient(momentum)
        momentum = momentum + velocity
    walks = [plain, momentum, adam(0.6, 0.8, 0.99, 1e-7, gradient, start, 40)]
    return [(steepness * w * w).sum() / 2 for w in walks]


def networks(run):
    inputs, weights, bias = np.array([0.5, 1, 0.25]), np.array([0.8, -0.4, 1.2]), 0.1
    total = inputs @ weights + bias
    scores = np.array([1.2, -0.8, 0.4, 4.1, 0.9, 2.6, -1.5, 0.3, 1.8, 0.6])
    chances = softmax(scores)
    costs = -np.log(chances[[3, 5]])
    blame = 1  # of the loss for the neuron, whose answer is to rise

    bend = {"first": lambda x: 2 * x + 1, "second": lambda x: -3 * x + 2, "line": lambda x: -6 * x - 1}
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1.0]])[..., None, None]
    window = np.tile([0, 0, 1.0], (3, 1))[None, ..., None]
    small = Network([Flatten(), Dense(6, "relu"), Dense(5, "relu"), Dense(3)], (2, 2, 1))
    answers = np.array([[0.7, 0.2, 0.1], [0.1, 0.5, 0.4], [0.3, 0.3, 0.4], [0.2, 0.6, 0.2]])
    g = np.array([0.2, 0.0002])
    m, v = 0.1 * g, 0.001 * g * g
    return {
        "neuron.sum": single(total), "neuron.answer": single(relu(total)),
        "dense": [About(value) for value in np.array([1, 2]) @ np.array([[1, 0, -1], [2, 1, 0.5]]) + [0, 1, 0]],
        "small.parameters": small.parameter_count,
        "collapse": [bend["second"](bend["first"](5)), bend["line"](5), bend["second"](max(0, bend["first"](-5))),
                     bend["line"](-5)],
        "convolution": single(Conv(1, 3, bend="relu").forward(window, sobel, np.array([-0.5])).item()),
        "pooled": [int(value) for value in
                   Pool().forward(np.array([[1, 3, 2, 1], [4, 2, 0, 5.0]])[None, ..., None]).ravel()],
        "place": int(np.arange(1600).reshape(5, 5, 64)[1, 2, 3]),
        "sigmoid.steepest": single(sigmoid(0) * (1 - sigmoid(0))), "sigmoid.throughFive": single(0.25 ** 5),
        "softmax": singles(chances), "crossEntropy": singles([*costs, costs.mean()]),
        "crossEntropy.gradient": singles(chances - np.eye(10)[5]),
        "backward": [singles(-blame * inputs), [single(-blame)]],
        # In single precision the last of forty steps is known to five digits.
        "descent.ends": [About(end, relative=1e-4) for end in _descents()],
        "adam.m": list(m), "adam.v": [About(value, absolute=1e-24) for value in v],
        "adam.moves": [About(value) for value in 0.001 * (m / 0.1) / (np.sqrt(v / 0.001) + 1e-7)],
        "adam.ownMoves": [About(-value, relative=1e-6)
                          for value in adam(0.001, 0.9, 0.999, 1e-7, lambda w: g, np.zeros(2), 1)],
        "dropout.draws": [
            [int(value) for value in np.arange(1, 9) * chance.dropout_mask(3, 0, step, 8, 0.5)] for step in (0, 1)],
        "accuracy": float((answers.argmax(axis=1) == [0, 1, 1, 1]).mean()),
    }
