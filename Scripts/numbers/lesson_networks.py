"""Lesson 7: what a network is made of; everything in it is small enough for a sheet of paper."""
import numpy as np

from expect import About, single, singles
from layers import Conv, Dense, Flatten, Pool, relu, sigmoid, softmax
from networks import Network


def networks(run):
    inputs, weights, bias = np.array([0.5, 1, 0.25]), np.array([0.8, -1.3, 1.2]), 0.1
    total = inputs @ weights + bias
    scores = np.array([1.2, -0.8, 0.4, 4.1, 0.9, 2.6, -1.5, 0.3, 1.8, 0.6])
    chances = softmax(scores)

    bend = {"first": lambda x: 2 * x + 1, "second": lambda x: -3 * x + 2, "line": lambda x: -6 * x - 1}
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1.0]])[..., None, None]
    window = np.tile([0, 0, 1.0], (3, 1))[None, ..., None]
    small = Network([Flatten(), Dense(6, "relu"), Dense(5, "relu"), Dense(3)], (2, 2, 1))
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
        "softmax": singles(chances),
    }
