"""Lesson 8: what the digits are like, counted from the files."""
import numpy as np

from expect import About


def statistics(values):
    """Of bytes: as they are, and between 0 and 1."""
    found = {
        "minimum": values.min(), "maximum": values.max(), "mean": values.mean(dtype=float),
        "standardDeviation": float(np.sqrt(((values - values.mean(dtype=float)) ** 2).mean())),
        "median": float(np.median(values)),
    }
    raw = {name: About(value) for name, value in found.items()}
    return raw, {name: About(float(value) / 255) for name, value in found.items()}


def histogram(values, bins):
    """How many bytes fall into bins of equal width from 0 to 256."""
    return [int(count) for count in np.histogram(values, np.arange(bins + 1) * 256 / bins)[0]]


def class_counts(labels):
    return [int(count) for count in np.bincount(labels, minlength=10)]


def mnist(run):
    data = run.digits
    raw, normalised = statistics(data.train)
    ink = data.train[data.train > 0]
    numbers = data.train.size + data.test.size
    return {
        "trainCount": len(data.train), "testCount": len(data.test),
        "trainCounts": class_counts(data.train_labels), "testCounts": class_counts(data.test_labels),
        "raw": raw, "normalised": normalised, "histogram64": histogram(data.train, 64),
        "blackShare": float((data.train == 0).mean()), "brightShareOfInk": float((ink >= 230).mean()),
        "bytes": numbers, "bytesAsFloat32": numbers * np.dtype(np.float32).itemsize,
    }
