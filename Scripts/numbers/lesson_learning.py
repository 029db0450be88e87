"""Lesson 8: how a network learns: costs, the way back, descents, and a kernel that is learned from pairs of pictures."""
import numpy as np

import chance
import pictures
from expect import About, single, singles
from layers import relu, softmax

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



def _two_layers():
    """Gradients of a network of two layers: of the first one's weights and biases, and of the input."""
    x, target = np.array([2.0, 1]), 2.0
    first, bias, last = np.array([[0.5, -1], [-1, 0.5]]), np.array([0.5, 0.5]), np.array([2.0, 3])
    sums = x @ first + bias
    error = relu(sums) @ last - target
    blame = error * last * (sums > 0)
    return [singles(np.outer(x, blame).ravel()), singles(blame)], singles(first @ blame)


def _windows():
    """What comes back through a convolution of two by two, window by window."""
    x = np.array([[1, 2, 0], [0, 3, 1], [2, 1, 0.0]])
    w, g = np.array([[1, 0], [2, -1.0]]), np.array([[1, -1], [0, 2.0]])
    dw, dx = np.zeros_like(w), np.zeros_like(x)
    for i in range(2):
        for j in range(2):
            dw += g[i, j] * x[i:i + 2, j:j + 2]
            dx[i:i + 2, j:j + 2] += g[i, j] * w
    return dw, g.sum(), dx


def _pooled():
    """What comes back through max pooling: each gradient to the largest of its window."""
    x = np.array([[1, 3, 2, 0], [5, 2, 1, 4], [0, 1, 7, 3], [2, 6, 5, 1.0]])
    g, dx = np.array([[1, -2], [3, 1.0]]), np.zeros((4, 4))
    for i in range(2):
        for j in range(2):
            window = x[2 * i:2 * i + 2, 2 * j:2 * j + 2]
            row, column = np.unravel_index(window.argmax(), window.shape)
            dx[2 * i + row, 2 * j + column] = g[i, j]
    return dx


def _sobel(gray):
    """Nine weights from zero, four hundred steps of Adam on the mean squared error."""
    picture = pictures.shrunk(gray, 32, 48) / 255
    windows = np.lib.stride_tricks.sliding_window_view(picture, (3, 3)).reshape(-1, 9)
    answers = windows @ pictures.kernel("sobel-x").ravel()
    losses = []

    def gradient(w):
        errors = windows @ w - answers
        losses.append((errors ** 2).mean())
        return 2 * errors @ windows / len(errors)

    kernel = adam(0.1, 0.9, 0.999, 1e-7, gradient, np.zeros(9), 400)
    return kernel, losses


def learning(run):
    scores = np.array([1.2, -0.8, 0.4, 4.1, 0.9, 2.6, -1.5, 0.3, 1.8, 0.6])
    chances = softmax(scores)
    costs = -np.log(chances[[3, 5]])
    answers = np.array([[0.7, 0.2, 0.1], [0.1, 0.5, 0.4], [0.3, 0.3, 0.4], [0.2, 0.6, 0.2]])
    g = np.array([0.2, 0.0002])
    m, v = 0.1 * g, 0.001 * g * g
    backward, input_gradient = _two_layers()
    dw, bias, dx = _windows()
    kernel, losses = _sobel(run.gray)
    return {
        "crossEntropy": singles([*costs, costs.mean()]), "crossEntropy.gradient": singles(chances - np.eye(10)[5]),
        "backward": backward, "backward.input": input_gradient,
        "convolution.kernel": singles(dw.ravel()), "convolution.bias": single(bias),
        "convolution.input": singles(dx.ravel()), "pooling.input": singles(_pooled().ravel()),
        # In single precision the last of many steps is known to a few digits.
        "descent.ends": [About(end, relative=1e-4) for end in _descents()],
        "sobel.kernel": [About(weight, absolute=1e-3) for weight in kernel],
        "sobel.losses": [single(losses[0]), About(losses[-1], relative=1e-2, absolute=1e-9)],
        "adam.m": list(m), "adam.v": [About(value, absolute=1e-24) for value in v],
        "adam.moves": [About(value) for value in 0.001 * (m / 0.1) / (np.sqrt(v / 0.001) + 1e-7)],
        "adam.ownMoves": [About(-value, relative=1e-6)
                          for value in adam(0.001, 0.9, 0.999, 1e-7, lambda w: g, np.zeros(2), 1)],
        "dropout.draws": [
            [int(value) for value in np.arange(1, 9) * chance.dropout_mask(3, 0, step, 8, 0.5)] for step in (0, 1)],
        "accuracy": float((answers.argmax(axis=1) == [0, 1, 1, 1]).mean()),
    }
