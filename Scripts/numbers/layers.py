"""Layers of a neural network in NumPy, from their definitions. Images lie as count, rows, columns, channels."""
import functools

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def relu(x):
    return np.maximum(x, 0)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


BENDS = {"relu": relu, "sigmoid": sigmoid, "softmax": softmax, None: lambda x: x}


class Conv:
    kind = "conv2d"

    def __init__(self, filters, side, bend="relu", same=False):
        self.filters, self.side, self.bend, self.same = filters, side, bend, same

    def shape(self, shape):
        lost = 0 if self.same else self.side - 1
        return shape[0] - lost, shape[1] - lost, self.filters

    def parameters(self, shape):
        return [("kernel", (self.side, self.side, shape[2], self.filters)), ("bias", (self.filters,))]

    def multiply_adds(self, shape):
        rows, columns, filters = self.shape(shape)
        return rows * columns * filters * self.side ** 2 * shape[2]

    def patches(self, x):
        """Every window as a row: count, rows, columns, side x side x channels."""
        if self.same:
            before = (self.side - 1) // 2
            border = (before, self.side - 1 - before)
            x = np.pad(x, ((0, 0), border, border, (0, 0)))
        windows = sliding_window_view(x, (self.side, self.side), axis=(1, 2)).transpose(0, 1, 2, 4, 5, 3)
        return windows.reshape(windows.shape[:3] + (-1,))

    def scores(self, x, kernel, bias):
        return self.patches(x) @ kernel.reshape(-1, self.filters) + bias

    def forward(self, x, kernel, bias):
        return BENDS[self.bend](self.scores(x, kernel, bias))


class Pool:
    def __init__(self, side=2, mean=False):
        self.side, self.mean = side, mean
        self.kind = "average_pooling2d" if mean else "max_pooling2d"

    def shape(self, shape):
        return shape[0] // self.side, shape[1] // self.side, shape[2]

    def parameters(self, shape):
        return []

    def multiply_adds(self, shape):
        return 0

    def forward(self, x):
        rows, columns, _ = self.shape(x.shape[1:])
        side = self.side
        corners = [x[:, i:rows * side:side, j:columns * side:side] for i in range(side) for j in range(side)]
        if self.mean:
            return sum(corners) / x.dtype.type(side * side)
        return functools.reduce(np.maximum, corners)


class Enlarge:
    kind = "up_sampling2d"

    def __init__(self, factor=2):
        self.factor = factor

    def shape(self, shape):
        return shape[0] * self.factor, shape[1] * self.factor, shape[2]

    def parameters(self, shape):
        return []

    def multiply_adds(self, shape):
        return 0

    def forward(self, x):
        return x.repeat(self.factor, axis=1).repeat(self.factor, axis=2)


class Flatten:
    kind = "flatten"

    def shape(self, shape):
        return (int(np.prod(shape)),)

    def parameters(self, shape):
        return []

    def multiply_adds(self, shape):
        return 0

    def forward(self, x):
        return x.reshape(len(x), -1)


class Dropout:
    """Nothing, once a network has learnt."""

    kind = "dropout"

    def __init__(self, rate):
        self.rate = rate

    def shape(self, shape):
        return shape

    def parameters(self, shape):
        return []

    def multiply_adds(self, shape):
        return 0

    def forward(self, x):
        return x


class Dense:
    kind = "dense"

    def __init__(self, units, bend=None):
        self.units, self.bend = units, bend

    def shape(self, shape):
        return (self.units,)

    def parameters(self, shape):
        return [("kernel", (shape[0], self.units)), ("bias", (self.units,))]

    def multiply_adds(self, shape):
        return shape[0] * self.units

    def forward(self, x, kernel, bias):
        return BENDS[self.bend](x @ kernel + bias)
