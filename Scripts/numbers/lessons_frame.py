"""The first page of the course and its last."""
import numpy as np

import networks


def start(run):
    """The digit that the first figure shows, and what the network of lesson 11 takes it for."""
    image = run.digits.test[:1].astype(float)[..., None] / 255
    answer = networks.CNN.activations(run.weights("cnn"), image)[-1][0].argmax()
    return {"label": int(run.digits.test_labels[0]), "answer": int(answer)}


def sources(run):
    """How much memory MNIST takes: as a source says, as bytes, as numbers of four bytes."""
    pixels = 70_000 * 28 * 28
    latent = networks.DENOISING.rows[3][1]
    return {"latent": int(np.prod(latent)), "megabytes": [1400.0, pixels / 1e6, pixels * 4 / 1e6]}
