"""Times filters on one large picture in course, OpenCV and SciPy, and prints how many times as fast course is.

Called by Scripts/bench convolve. The programs take turns, round after round, so that a busy machine is busy for all of
them; what is compared is the best time of each, and beside it the median. Answers go into memory that is there already.
"""
import argparse
import json
import statistics
import subprocess
import tempfile
import time

import cv2
import numpy as np
import scipy.ndimage

# What OpenCV's time divided by course's is to be at least, with two threads and 4096 x 4096.
GOALS = {"sobel-x": 1, "any-3x3": 1.5, "any-5x5": 1.3, "gaussian-5x5-8bit": 1 / 1.2, "sobel-x-8-to-16bit": 1,
         "gradient": 2, "canny": 1.3}


def kernel(side):
    taps = side * side
    return np.array([(i * 7 % 11 - 5) / (3 * taps) for i in range(taps)], np.float32).reshape(side, side)


def gaussian(deviation):
    radius = int(np.ceil(3 * deviation))
    row = np.exp(-np.arange(-radius, radius + 1) ** 2 / (2 * deviation**2))
    return (row / row.sum()).astype(np.float32)


def filters(picture):
    """For each filter what OpenCV and what SciPy does; None where SciPy has no such filter."""
    floats = picture.astype(np.float32)
    answer, x, y, magnitude, angle = (np.zeros_like(floats) for _ in range(5))
    smooth, edges, words = np.zeros_like(picture), np.zeros_like(picture), np.zeros(picture.shape, np.int16)
    row = gaussian(2)

    def gradient():
        cv2.Sobel(floats, cv2.CV_32F, 1, 0, x)
        cv2.Sobel(floats, cv2.CV_32F, 0, 1, y)
        cv2.cartToPolar(x, y, magnitude, angle)

    def canny():
        cv2.GaussianBlur(picture, (5, 5), 0, smooth)
        cv2.Canny(smooth, 20, 60, edges, 3, True)

    def correlate(weights):
        return lambda: scipy.ndimage.correlate(floats, weights, answer, "mirror")

    return {
        "sobel-x": (lambda: cv2.Sobel(floats, cv2.CV_32F, 1, 0, answer),
                    lambda: scipy.ndimage.sobel(floats, 1, answer, "mirror")),
        "any-3x3": (lambda: cv2.filter2D(floats, -1, kernel(3), answer), correlate(kernel(3))),
        "any-5x5": (lambda: cv2.filter2D(floats, -1, kernel(5), answer), None),
        "gaussian-13x13": (lambda: cv2.sepFilter2D(floats, -1, row, row, answer), None),
        "any-7x7": (lambda: cv2.filter2D(floats, -1, kernel(7), answer), None),
        "gaussian-5x5-8bit": (lambda: cv2.GaussianBlur(picture, (5, 5), 0, smooth), None),
        "sobel-x-8-to-16bit": (lambda: cv2.Sobel(picture, cv2.CV_16S, 1, 0, words), None),
        "gradient": (gradient, None),
        "canny": (canny, None),
        "copy": (lambda: np.copyto(answer, floats), None),
    }


def run(function, repeat):
    function()
    milliseconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        function()
        milliseconds.append((time.perf_counter() - start) * 1e3)
    return milliseconds


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench convolve")
    parser.add_argument("--course", required=True)
    parser.add_argument("--side", type=int, default=4096)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--avx2", action="store_true", help="a build of course without AVX-512")
    arguments = parser.parse_args()
    cv2.setNumThreads(arguments.threads)
    ours, theirs, scipys = {}, {}, {}
    size = ["--side", str(arguments.side), "--threads", str(arguments.threads)]
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/picture"
        subprocess.run([arguments.course, "bench", "convolve", "--repeat", "1", "--picture", file, *size], check=True,
                       stdout=subprocess.DEVNULL)
        cases = filters(np.fromfile(file, np.uint8).reshape(arguments.side, arguments.side))
    for number in range(arguments.rounds):
        answer = subprocess.run(
            [arguments.course, "bench", "convolve", "--json", "--repeat", str(arguments.repeat), *size], check=True,
            capture_output=True, text=True)
        for each in json.loads(answer.stdout):
            ours.setdefault(each["filter"], []).append((each["best"], each["milliseconds"]))
        for name, (opencv, scipy_) in cases.items():
            times = run(opencv, arguments.repeat)
            theirs.setdefault(name, []).append((min(times), statistics.median(times)))
            if scipy_ and number == 0:
                scipys[name] = min(run(scipy_, 1))
    print(f"OpenCV {cv2.__version__}, SciPy {scipy.__version__}, {arguments.threads} threads, "
          f"{arguments.side} x {arguments.side}; milliseconds: best (median)")
    for name in theirs:
        best, median = (f(t[i] for t in ours[name]) for i, f in enumerate((min, statistics.median)))
        best_cv, median_cv = (f(t[i] for t in theirs[name]) for i, f in enumerate((min, statistics.median)))
        beside = f", SciPy {scipys[name]:.0f}" if name in scipys else ""
        goal = f", to be {GOALS[name]:.2f}" if name in GOALS else ""
        print(f"{name:20} course {best:7.2f} ({median:7.2f})   OpenCV {best_cv:7.2f} ({median_cv:7.2f}){beside}   "
              f"{best_cv / best:.2f} times as fast ({median_cv / median:.2f}){goal}")
    copy = min(t[0] for t in ours["copy"])
    print(f"memory: {8e-6 * arguments.side**2 / copy:.1f} GB/s read and written by a copy")


main()
