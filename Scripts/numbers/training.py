"""A training of our own, step by step: backpropagation and Adam from their definitions, on the program's random numbers.

What comes of it is never the same to the last bit, since sums are taken in another order; how far two such trainings part
is for `lesson_history` to say.
"""
import numpy as np

import chance
from layers import softmax

RATE, BETA1, BETA2, EPSILON = 0.001, 0.9, 0.999, 1e-7


def glorot(network, seed):
    """Kernels uniform within ±sqrt(6 / (fan in + fan out)), each from a stream of its own; biases zero."""
    weights = {}
    for stream, (name, shape) in enumerate(network.parameters):
        if name.endswith(".bias"):
            weights[name] = np.zeros(shape, np.float32)
            continue
        field = int(np.prod(shape[:-2]))
        bound = np.sqrt(6 / (field * (shape[-2] + shape[-1])))
        drawn = chance.uniforms(seed, chance.INITIALISATION, stream, int(np.prod(shape)))[0]
        weights[name] = ((2 * drawn - 1) * bound).reshape(shape).astype(np.float32)
    return weights


def _through_convolution(layer, x, g, kernel, is_first):
    """Gradients of kernel, bias, and input; nobody asks for that of the pictures."""
    rows = layer.patches(x)
    flat = g.reshape(-1, layer.filters)
    dk = (rows.reshape(len(flat), -1).T @ flat).reshape(kernel.shape)
    if is_first:
        return dk, flat.sum(axis=0), None
    windows = (flat @ kernel.reshape(-1, layer.filters).T).reshape(g.shape[:3] + kernel.shape[:3])
    rows, columns = g.shape[1:3]
    before = (layer.side - 1) // 2 if layer.same else 0
    dx = np.zeros((len(x), rows + layer.side - 1, columns + layer.side - 1, x.shape[3]), x.dtype)
    for i in range(layer.side):
        for j in range(layer.side):
            dx[:, i:i + rows, j:j + columns] += windows[:, :, :, i, j]
    return dk, flat.sum(axis=0), dx[:, before:before + x.shape[1], before:before + x.shape[2]]


def _through_pooling(layer, x, y, g):
    """To the first of the largest in every window."""
    dx, side = np.zeros_like(x), layer.side
    rows, columns = y.shape[1:3]
    waiting = np.ones(y.shape, bool)
    for i in range(side):
        for j in range(side):
            corner = np.s_[:, i:rows * side:side, j:columns * side:side]
            wins = waiting & (x[corner] == y)
            dx[corner] = np.where(wins, g, 0)
            waiting &= ~wins
    return dx


class Training:
    """Weights, moments, and how many steps were made."""

    def __init__(self, network, seed):
        self.network, self.seed, self.steps = network, seed, 0
        self.weights = glorot(network, seed)
        self.m, self.v = ({name: np.zeros_like(w) for name, w in self.weights.items()} for _ in range(2))

    def _forward(self, x):
        """Every layer's input, the scores at the end, and dropout's masks."""
        inputs, masks, last = [], {}, len(self.network.layers) - 1
        for place, (name, layer) in enumerate(zip(self.network.names, self.network.layers)):
            inputs.append(x)
            if layer.kind == "dropout":
                masks[place] = chance.dropout_mask(self.seed, place, self.steps, x.size, layer.rate).reshape(
                    x.shape).astype(np.float32)
                x = x * masks[place]
                continue
            own = [self.weights[f"{name}.{part}"] for part in ("kernel", "bias") if f"{name}.{part}" in self.weights]
            if place == last:
                bend, layer.bend = layer.bend, None
                x, layer.bend = layer.forward(x, *own), bend
            else:
                x = layer.forward(x, *own)
        return inputs, x, masks

    def _backward(self, inputs, masks, g):
        gradients = {}
        layers = list(zip(self.network.names, self.network.layers))
        for place in reversed(range(len(layers))):
            name, layer = layers[place]
            x = inputs[place]
            if getattr(layer, "bend", None) == "relu":
                g = g * (inputs[place + 1] > 0)
            if layer.kind == "dense":
                kernel = self.weights[f"{name}.kernel"]
                gradients[f"{name}.kernel"], gradients[f"{name}.bias"] = x.T @ g, g.sum(axis=0)
                g = g @ kernel.T
            elif layer.kind == "conv2d":
                found = _through_convolution(layer, x, g, self.weights[f"{name}.kernel"], place == 0)
                gradients[f"{name}.kernel"], gradients[f"{name}.bias"], g = found
            elif layer.kind == "max_pooling2d":
                g = _through_pooling(layer, x, inputs[place + 1], g)
            elif layer.kind == "up_sampling2d":
                rows, columns, channels = x.shape[1:]
                g = g.reshape(len(x), rows, layer.factor, columns, layer.factor, channels).sum(axis=(2, 4))
            elif layer.kind == "dropout":
                g = g * masks[place]
            else:
                g = g.reshape(x.shape)
        return gradients

    def _adam(self, gradients):
        self.steps += 1
        rate = np.float32(RATE * np.sqrt(1 - BETA2 ** self.steps) / (1 - BETA1 ** self.steps))
        for name, g in gradients.items():
            m, v = self.m[name], self.v[name]
            m += np.float32(1 - BETA1) * (g - m)
            v += np.float32(1 - BETA2) * (g * g - v)
            self.weights[name] = self.weights[name] - rate * m / (np.sqrt(v) + np.float32(EPSILON))

    def step(self, images, targets):
        """One batch: the sum of its losses, and how many answers were right; labels, or pictures from 0 to 1."""
        inputs, scores, masks = self._forward(images)
        count = len(images)
        if targets.ndim == 1:
            p = softmax(scores)
            told = p[np.arange(count), targets]
            loss, right = -np.log(np.maximum(told, 1e-7)).sum(dtype=float), int((p.argmax(axis=1) == targets).sum())
            g = p.copy()
            g[np.arange(count), targets] -= 1
        else:
            p = 1 / (1 + np.exp(-scores))
            t = targets.reshape(p.shape)
            least = np.float32(1e-7)
            costs = -(t * np.log(np.maximum(p, least)) + (1 - t) * np.log(np.maximum(1 - p, least)))
            loss, right, g = costs.reshape(count, -1).mean(axis=1, dtype=float).sum(), 0, (p - t) / t[0].size
        self._adam(self._backward(inputs, masks, g / np.float32(count)))
        return loss, right

    def epoch(self, number, images, targets, batch):
        """One pass over all images in the order of this epoch: mean loss and accuracy."""
        order = chance.permutation(self.seed, chance.SHUFFLING, number, len(images))
        loss = right = 0
        for start in range(0, len(order), batch):
            some = order[start:start + batch]
            one = self.step(images[some].reshape((len(some),) + self.network.input), targets[some])
            loss, right = loss + one[0], right + one[1]
        return loss / len(order), right / len(order)
