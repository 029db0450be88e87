"""What spoils a picture, between 0 and 1. Each image has a random stream of its own, by its number in the data set."""
import numpy as np
import scipy.ndimage
import scipy.stats

import chance


def _normals(seed, first, count, size):
    """A row of normal numbers for each image."""
    return chance.normals(seed, chance.NOISE, np.arange(first, first + count), size)


def gaussian(images, seed, first, deviation=0.4):
    size = images[0].size
    clean = images.reshape(len(images), size) / 255
    return np.clip(clean + deviation * _normals(seed, first, len(images), size), 0, 1)


def speckle(images, seed, first, deviation=0.8):
    size = images[0].size
    clean = images.reshape(len(images), size) / 255
    return np.clip(clean * (1 + deviation * _normals(seed, first, len(images), size)), 0, 1)


def poisson(images, seed, first, photons=4):
    """As many grains as a uniform number has passed of the distribution's sum; black pixels draw none."""
    size = images[0].size
    pixels = images.reshape(len(images), size)
    drawn = chance.uniforms(seed, chance.NOISE, np.arange(first, first + len(images)), size)
    spoiled = np.zeros(pixels.shape)
    sums = scipy.stats.poisson.cdf(np.arange(64)[None, :], np.arange(256)[:, None] / 255 * photons)
    for image, (row, chances) in enumerate(zip(pixels, drawn)):
        lit = np.flatnonzero(row)
        spoiled[image, lit] = (sums[row[lit]] <= chances[:len(lit), None]).sum(axis=1) / photons
    return np.clip(spoiled, 0, 1)


def blur(images, seed, first, deviation=1.5):
    """A bell out to three deviations; beyond the border the outermost pixel again."""
    radius = int(np.ceil(3 * deviation))
    spoiled = [scipy.ndimage.gaussian_filter(image / 255, deviation, mode="nearest", radius=radius) for image in images]
    return np.clip(np.array(spoiled), 0, 1).reshape(len(images), -1)


def none(images, seed, first):
    return images.reshape(len(images), -1) / 255


#: In the order of the lesson's trials, with what results call the strength.
TRIALS = [
    ("none", none, None), ("gaussian", gaussian, "gaussian mean=0.0 deviation=0.4"),
    ("poisson", poisson, "poisson photons=4.0"), ("speckle", speckle, "speckle deviation=0.8"),
    ("blur", blur, "blur deviation=1.5"),
]
