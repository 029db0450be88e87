"""What other programs find in the course's weights files, and what becomes of a training that is stopped.

Called by Scripts/test-weights. Every network of the course is trained for a moment; its weights are read with the
safetensors package, and its answers computed again in plain NumPy. Then a training is interrupted, killed, and given
a checkpoint with a NaN.
"""
import argparse
import json
import math
import os
import signal
import struct
import subprocess
import sys
import time

import numpy
from safetensors.numpy import load_file


def relu(x):
    return numpy.maximum(x, 0)


def softmax(x):
    powers = numpy.exp(x - x.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def sigmoid(x):
    return 1 / (1 + numpy.exp(-x))


def convolution(x, weights, name, border):
    """NHWC pictures, an HWIO kernel."""
    kernel, bias = weights[name + ".kernel"].astype(float), weights[name + ".bias"].astype(float)
    x = numpy.pad(x, ((0, 0), (border, border), (border, border), (0, 0)))
    height, width = x.shape[1] - 2, x.shape[2] - 2
    return bias + sum(
        x[:, i:i + height, j:j + width] @ kernel[i, j] for i in range(3) for j in range(3))


def pooled(x):
    x = x[:, :x.shape[1] // 2 * 2, :x.shape[2] // 2 * 2]
    return numpy.maximum(
        numpy.maximum(x[:, ::2, ::2], x[:, 1::2, ::2]), numpy.maximum(x[:, ::2, 1::2], x[:, 1::2, 1::2]))


def enlarged(x):
    return x.repeat(2, axis=1).repeat(2, axis=2)


def dense(x, weights, name):
    return x @ weights[name + ".kernel"].astype(float) + weights[name + ".bias"].astype(float)


def answers(model, w, x):
    if model == "denoising":
        x = pooled(relu(convolution(x, w, "conv2d", 1)))
        x = pooled(relu(convolution(x, w, "conv2d_1", 1)))
        x = relu(convolution(x, w, "conv2d_2", 1))
        x = relu(convolution(enlarged(x), w, "conv2d_3", 1))
        x = sigmoid(convolution(enlarged(x), w, "conv2d_4", 1))
        return x.reshape(len(x), -1)
    if model != "baseline":
        x = pooled(relu(convolution(x, w, "conv2d", 0)))
        x = pooled(relu(convolution(x, w, "conv2d_1", 0)))
    x = x.reshape(len(x), -1)
    if model == "compact":
        return softmax(dense(x, w, "dense"))
    return softmax(dense(relu(dense(x, w, "dense")), w, "dense_1"))


class Course:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def start(self, model, name, *more):
        return subprocess.Popen(
            [self.program, "train", model, "--store", self.path("store"), "--weights", self.path(name), *more],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def train(self, model, name, *more, status=0):
        process = self.start(model, name, *more)
        out, err = process.communicate()
        require(process.returncode == status, f"exit {process.returncode}, not {status}: {err}")
        return out, err

    def path(self, name):
        return os.path.join(self.folder, name)

    def bytes(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def checkpoint(self, model):
        folder = self.path(f"store/train-{model}")
        names = [name for name in os.listdir(folder) if name.endswith(".checkpoint")] if os.path.isdir(folder) else []
        return os.path.join(folder, names[0]) if names else None


def require(holds, complaint):
    if not holds:
        sys.exit(f"test-weights: {complaint}")


def check_answers(course):
    for model in ("baseline", "cnn", "dropout", "compact", "denoising"):
        course.train(
            model, f"{model}.weights", "--epochs", "1", "--limit", "600",
            "--predictions", course.path(f"{model}.predictions"))
        weights = load_file(course.path(f"{model}.weights"))
        found = load_file(course.path(f"{model}.predictions"))
        expected = answers(model, weights, found["images"].astype(float))
        difference = numpy.abs(found["answers"] - expected).max()
        require(difference < 2e-5, f"{model}: an answer is {difference} off")
        spread = found["answers"].std(axis=0).max()
        require(spread > 1e-3, f"{model}: all answers are the same")
        print(f"{model}: {sum(w.size for w in weights.values()):,} numbers, answers within {difference:.1e}")


def learned(out):
    """What a training tells of itself, but for where it was written."""
    return {name: value for name, value in json.loads(out).items() if name != "written"}


def check_stops(course):
    # Long enough for a checkpoint, which is written every five seconds, on this machine.
    begin = time.monotonic()
    course.train("compact", "timed", "--epochs", "4", "--limit", "12000")
    epochs = max(4, math.ceil(4 * 12 / (time.monotonic() - begin)))
    long = ("--epochs", str(epochs), "--limit", "12000", "--json")
    whole, _ = course.train("compact", "whole", *long)
    for name, number in (("interrupted", signal.SIGINT), ("killed", signal.SIGKILL)):
        process = course.start("compact", name, *long)
        if number == signal.SIGKILL:
            # A checkpoint is written every few seconds.
            deadline = time.monotonic() + 60
            while not course.checkpoint("compact") and process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.01)
        else:
            time.sleep(2.5)
        finished = process.poll() is not None
        if not finished:
            begin = time.monotonic()
            process.send_signal(number)
            _, err = process.communicate()
            if number == signal.SIGINT:
                require(process.returncode == 130, f"interrupted: exit {process.returncode}, not 130")
                require("resumes there" in err, f"interrupted: {err}")
                print(f"interrupted: ended after {time.monotonic() - begin:.2f} s")
            require(not os.path.exists(course.path(name)), f"{name}: there are weights already")
        else:
            process.communicate()
        out, err = course.train("compact", name, *long, "--threads", "3")
        require(learned(out) == learned(whole), f"{name}: another history")
        require(course.bytes(name) == course.bytes("whole"), f"{name}: other weights")
        require(course.checkpoint("compact") is None, f"{name}: its checkpoint was left behind")
        print(f"{name}{', too late' if finished else ''}: the same bytes; {'gone on' if 'goes on' in err else 'anew'}")


def check_divergence(course):
    long = ("--epochs", "50", "--limit", "12000")
    process = course.start("compact", "spoiled", *long)
    time.sleep(2.5)
    process.send_signal(signal.SIGINT)
    process.communicate()
    file = course.checkpoint("compact")
    if file is None:
        print("divergence: the training had not begun; not checked")
        return
    with open(file, "rb") as stream:
        content = bytearray(stream.read())
    size = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8:8 + size])
    start = header["conv2d_1.kernel"]["data_offsets"][0]
    content[8 + size + start:8 + size + start + 4] = struct.pack("<f", float("nan"))
    del header["__metadata__"]["sha256"]
    text = json.dumps(header).encode()
    with open(file, "wb") as stream:
        stream.write(struct.pack("<Q", len(text)) + text + content[8 + size:])
    _, err = course.train("compact", "spoiled", *long, status=1)
    for word in ("compact", "epoch", "step", "learning rate 0.001"):
        require(word in err, f"divergence: no “{word}” in: {err}")
    require(not os.path.exists(course.path("spoiled")), "divergence: weights were kept")
    require(course.checkpoint("compact") is None, "divergence: the checkpoint was kept")
    print("divergence: " + err.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(prog="Scripts/test-weights")
    parser.add_argument("--course", required=True)
    parser.add_argument("--folder", required=True)
    arguments = parser.parse_args()
    course = Course(arguments.course, arguments.folder)
    check_answers(course)
    check_stops(course)
    check_divergence(course)


main()
