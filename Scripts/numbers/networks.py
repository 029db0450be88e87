"""The networks of the course, as its pages describe them, and what they answer with given weights."""
import concurrent.futures

import numpy as np

from layers import Conv, Dense, Dropout, Enlarge, Flatten, Pool


class Network:
    """Layers one after another, named as Keras names them: conv2d, conv2d_1."""

    def __init__(self, layers, shape=(28, 28, 1)):
        self.layers, self.input = layers, shape
        self.names, self.rows, self.parameters = [], [], []
        seen = {}
        for layer in layers:
            number = seen[layer.kind] = seen.get(layer.kind, -1) + 1
            name = layer.kind + (f"_{number}" if number else "")
            sizes = layer.parameters(shape)
            self.names.append(name)
            self.parameters += [(f"{name}.{part}", size) for part, size in sizes]
            count = sum(int(np.prod(size)) for _, size in sizes)
            self.rows.append((name, layer.shape(shape), count, layer.multiply_adds(shape)))
            shape = layer.shape(shape)
        self.output = shape

    @property
    def parameter_count(self):
        return sum(row[2] for row in self.rows)

    @property
    def multiply_adds(self):
        return sum(row[3] for row in self.rows)

    @property
    def is_dense(self):
        return not any(layer.kind == "conv2d" for layer in self.layers)

    def activations(self, weights, x):
        """What each layer makes of some images."""
        found = []
        for name, layer in zip(self.names, self.layers):
            own = [weights[f"{name}.{part}"].astype(x.dtype) for part in ("kernel", "bias")
                   if f"{name}.{part}" in weights]
            x = layer.forward(x, *own)
            found.append(x)
        return found

    def answers(self, weights, images, precision=np.float64, upto=None, piece=100):
        """What the network answers to bytes or to numbers from 0 to 1, some images at a time on every core."""
        part = Network(self.layers[:upto], self.input) if upto else self
        own = {name: value.astype(precision) for name, value in weights.items()}

        def of(start):
            some = images[start:start + piece]
            if some.dtype == np.uint8:
                some = some.astype(precision) / precision(255)
            some = some.astype(precision).reshape((len(some),) + self.input)
            return part.activations(own, some)[-1]

        with concurrent.futures.ThreadPoolExecutor() as cores:
            return np.concatenate(list(cores.map(of, range(0, len(images), piece))))


def _hourglass():
    return [Conv(32, 3, same=True), Pool(), Conv(64, 3, same=True), Pool(), Conv(64, 3, same=True), Enlarge(),
            Conv(32, 3, same=True), Enlarge(), Conv(1, 3, bend="sigmoid", same=True)]


def _convolutions(side=3, filters=(32, 64), same=False, mean=False, poolings=2):
    layers = []
    for place, count in enumerate(filters):
        layers.append(Conv(count, side, same=same))
        if place < poolings:
            layers.append(Pool(mean=mean))
    return layers + [Flatten()]


def _classifier(front, hidden=True, dropout=None):
    return Network(
        front + ([Dense(128, "relu")] if hidden else []) + ([Dropout(dropout)] if dropout else [])
        + [Dense(10, "softmax")])


BASELINE = _classifier([Flatten()])
CNN = _classifier(_convolutions())
DROPOUT = _classifier(_convolutions(), dropout=0.5)
COMPACT = _classifier(_convolutions(), hidden=False, dropout=0.5)
DENOISING = Network(_hourglass())

#: Filters of the first convolution, from the narrowest network to the widest; the second has twice as many.
NARROW = (1, 2, 4, 8, 16, 32)

#: The laboratory's runs: network, images, how often each is seen. In the order of its table, sizes last.
LABORATORY = {
    "dense": (BASELINE, 8000, 3),
    "reference": (CNN, 8000, 3),
    **{f"kernel-{side}": (_classifier(_convolutions(side, (16, 32), same=True)), 8000, 3) for side in (3, 5, 7)},
    "filters-8": (_classifier(_convolutions(filters=(8, 16))), 8000, 3),
    "filters-16": (_classifier(_convolutions(filters=(16, 32))), 8000, 3),
    "filters-64": (_classifier(_convolutions(filters=(64, 128))), 8000, 3),
    "depth-1": (_classifier(_convolutions(filters=(32,), poolings=1)), 8000, 3),
    "depth-3": (_classifier(_convolutions(filters=(32, 64, 64))), 8000, 3),
    "average": (_classifier(_convolutions(mean=True)), 8000, 3),
    "dropout": (DROPOUT, 8000, 3),
    "images-240": (CNN, 240, 100),
    "images-2400": (CNN, 2400, 10),
    "images-24000": (CNN, 24000, 1),
    # Those of the lesson on thirty-five thousand parameters.
    **{f"narrow-{filters}": (_classifier(_convolutions(filters=(filters, 2 * filters)), hidden=False), 8000, 3)
       for filters in NARROW},
}
