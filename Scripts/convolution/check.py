"""Holds the fast filters' answers against SciPy, and Canny's edges against OpenCV. Called by Scripts/test-convolution."""
import argparse
import json
import subprocess
import sys

import cv2
import numpy as np
import scipy.ndimage

MODES = {"zero": "constant", "replicate": "nearest", "reflect": "mirror"}


def correlate(picture, kernel, border):
    answer = scipy.ndimage.correlate(picture, kernel, mode=MODES.get(border, "constant"))
    if border != "valid":
        return answer
    above, left = ((side - 1) // 2 for side in kernel.shape)
    height, width = (max(0, p - k + 1) for p, k in zip(picture.shape, kernel.shape))
    return answer[above : above + height, left : left + width]


def edges_of_exact_gradient(picture, low, high):
    """OpenCV's edges of the course's own gradient. Its Canny takes gradients in whole numbers alone, so this one goes in
    times sixteen: of the smoothed picture's fractions four digits of eight are left."""
    row, difference, bell = np.array([1, 4, 6, 4, 1]) / 16, [-1, 0, 1], [1, 2, 1]

    def correlate1d(values, weights, axis):
        return scipy.ndimage.correlate1d(values, weights, axis, mode="nearest")

    smooth = correlate1d(correlate1d(picture.astype(float), row, 0), row, 1)
    x, y = (np.round(16 * correlate1d(correlate1d(smooth, bell, 1 - axis), difference, axis)).astype(np.int16)
            for axis in (1, 0))
    return cv2.Canny(x, y, 16 * low, 16 * high, L2gradient=True) > 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--course", required=True)
    arguments = parser.parse_args()
    failures = 0
    for threads in (1, 2, 3):
        text = subprocess.run(
            [arguments.course, "bench", "convolve", "--answers", "--threads", str(threads)], check=True,
            capture_output=True, text=True).stdout
        if threads == 1:
            first = text
        elif text != first:
            failures += 1
            print(f"{threads} threads give other answers than one")
    answers = json.loads(first)
    for kind, limit in (("floats", 1e-5), ("whole", 0)):
        worst = 0
        for case in answers[kind]:
            picture, kernel = (np.array(case[name], np.float64) for name in ("picture", "kernel"))
            expected = correlate(picture, kernel, case["border"])
            answer = np.array(case["answer"], np.float64).reshape(expected.shape)
            if kind == "whole":
                expected = np.clip(expected, -32768, 32767)
            # Relative to what the answers are made of: a sum may be zero.
            scale = max(np.abs(expected).max(initial=0), 1e-30)
            error = np.abs(answer - expected).max(initial=0) / scale
            worst = max(worst, error)
            if not error <= limit:
                failures += 1
                print(f"{kind}, {case['border']}, {kernel.shape[0]} x {kernel.shape[1]} on {picture.shape[1]} x "
                      f"{picture.shape[0]}: {error:.1e} off")
        print(f"{len(answers[kind])} correlations ({kind}) beside SciPy's: at most {worst:.1e} off, relative")
    for case in answers["canny"]:
        picture, low, high = np.array(case["picture"], np.uint8), case["low"], case["high"]
        smooth = cv2.GaussianBlur(picture, (5, 5), 0, borderType=cv2.BORDER_REPLICATE)
        for name, edges, theirs in (
            ("by OpenCV's convention", case["openCV"], cv2.Canny(smooth, low, high, L2gradient=True) > 0),
            ("by the course's", case["edges"], edges_of_exact_gradient(picture, low, high)),
        ):
            edges = np.array(edges) > 0
            f1 = 2 * (edges & theirs).sum() / (edges.sum() + theirs.sum())
            print(f"Canny {low}/{high} on {picture.shape[1]} x {picture.shape[0]} {name}: {edges.sum()} edge pixels, "
                  f"OpenCV {theirs.sum()}, F1 {f1:.4f}")
            if not f1 >= 0.97:
                failures += 1
                print("    below 0.97")
    sys.exit(1 if failures else 0)


main()
