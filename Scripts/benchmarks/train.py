"""Seconds per epoch of the course's networks, beside PyTorch and Keras on TensorFlow, in one run.

Called by Scripts/bench train. Each program trains the same network on as many images, with the same batch and
optimiser, in a process of its own, in turn; medians are compared. Peers preload their tensors, and PyTorch runs
in channels-last and in plain layout, with the fused Adam and the leanest loop; the faster form counts. Then 10,000
images are predicted, by PyTorch in inference mode and in batches of 256 and of 1,024.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

# name: batch, training images, whether images come out
MODELS = {
    "cnn": (32, 48_000, False),
    "dropout": (128, 54_000, False),
    "compact": (128, 54_000, False),
    "baseline": (32, 54_000, False),
    "denoising": (256, 54_000, True),
}


def torch_network(name):
    from torch import nn

    conv = lambda i, o, pad=0: nn.Conv2d(i, o, 3, padding=pad)
    front = [conv(1, 32), nn.ReLU(), nn.MaxPool2d(2), conv(32, 64), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten()]
    if name == "baseline":
        return nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    if name == "cnn":
        return nn.Sequential(*front, nn.Linear(1600, 128), nn.ReLU(), nn.Linear(128, 10))
    if name == "dropout":
        return nn.Sequential(*front, nn.Linear(1600, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10))
    if name == "compact":
        return nn.Sequential(*front, nn.Dropout(0.5), nn.Linear(1600, 10))
    up = lambda: nn.Upsample(scale_factor=2, mode="nearest")
    return nn.Sequential(
        conv(1, 32, 1), nn.ReLU(), nn.MaxPool2d(2), conv(32, 64, 1), nn.ReLU(), nn.MaxPool2d(2),
        conv(64, 64, 1), nn.ReLU(), up(), conv(64, 32, 1), nn.ReLU(), up(), conv(32, 1, 1))


def run_torch(name, epochs, threads, channels_last):
    import torch
    from torch.nn import functional

    torch.set_num_threads(threads)
    torch.manual_seed(1)
    batch, count, is_picture = MODELS[name]
    network = torch_network(name)
    images = torch.rand(count, 1, 28, 28)
    if channels_last:
        network = network.to(memory_format=torch.channels_last)
        images = images.to(memory_format=torch.channels_last)
    targets = torch.rand(count, 1, 28, 28) if is_picture else torch.randint(0, 10, (count,))
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, eps=1e-7, fused=True)
    loss = functional.binary_cross_entropy_with_logits if is_picture else functional.cross_entropy
    seconds = []
    for _ in range(epochs + 1):
        start = time.perf_counter()
        order = torch.randperm(count)
        for first in range(0, count, batch):
            chosen = order[first:first + batch]
            optimizer.zero_grad(set_to_none=True)
            loss(network(images[chosen]), targets[chosen]).backward()
            optimizer.step()
        seconds.append(time.perf_counter() - start)
    return {"epochs": seconds[1:], "predictions": predictions(network, images[:10_000])}


def predictions(network, images):
    """Images a second with the better batch: the median of some runs."""
    import torch

    network.eval()
    rates = []
    with torch.inference_mode():
        for batch in (256, 1024):
            seconds = []
            for _ in range(8):
                start = time.perf_counter()
                torch.cat([network(images[first:first + batch]) for first in range(0, len(images), batch)])
                seconds.append(time.perf_counter() - start)
            rates.append(len(images) / statistics.median(seconds[1:]))
    return max(rates)


def run_keras(name, epochs, threads):
    os.environ["KERAS_BACKEND"] = "tensorflow"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import numpy
    import tensorflow

    tensorflow.config.threading.set_intra_op_parallelism_threads(threads)
    tensorflow.config.threading.set_inter_op_parallelism_threads(threads)
    import keras
    from keras import layers

    conv = lambda filters, padding="valid", act="relu": layers.Conv2D(filters, 3, padding=padding, activation=act)
    front = [conv(32), layers.MaxPooling2D(2), conv(64), layers.MaxPooling2D(2), layers.Flatten()]
    batch, count, is_picture = MODELS[name]
    body = {
        "baseline": lambda: [layers.Flatten(), layers.Dense(128, "relu"), layers.Dense(10, "softmax")],
        "cnn": lambda: front + [layers.Dense(128, "relu"), layers.Dense(10, "softmax")],
        "dropout": lambda: front + [layers.Dense(128, "relu"), layers.Dropout(0.5), layers.Dense(10, "softmax")],
        "compact": lambda: front + [layers.Dropout(0.5), layers.Dense(10, "softmax")],
        "denoising": lambda: [
            conv(32, "same"), layers.MaxPooling2D(2, padding="same"), conv(64, "same"),
            layers.MaxPooling2D(2, padding="same"), conv(64, "same"), layers.UpSampling2D(2), conv(32, "same"),
            layers.UpSampling2D(2), conv(1, "same", "sigmoid")],
    }[name]()
    network = keras.Sequential([keras.Input((28, 28, 1))] + body)
    network.compile("adam", "binary_crossentropy" if is_picture else "sparse_categorical_crossentropy")
    generator = numpy.random.default_rng(1)
    images = generator.random((count, 28, 28, 1), dtype=numpy.float32)
    targets = (
        generator.random((count, 28, 28, 1), dtype=numpy.float32) if is_picture
        else generator.integers(0, 10, count))
    seconds = []

    class Clock(keras.callbacks.Callback):
        def on_epoch_begin(self, *_):
            self.start = time.perf_counter()

        def on_epoch_end(self, *_):
            seconds.append(time.perf_counter() - self.start)

    network.fit(images, targets, batch_size=batch, epochs=epochs + 1, verbose=0, callbacks=[Clock()])
    return {"epochs": seconds[1:]}


def peer(arguments, form):
    out = subprocess.run(
        [sys.executable, __file__, "--peer", form, "--model", arguments.model, "--epochs", str(arguments.epochs),
         "--threads", str(arguments.threads)],
        capture_output=True, text=True)
    if out.returncode != 0:
        sys.exit(f"{form} failed:\n{out.stderr[-2000:]}")
    answer = json.loads(out.stdout.splitlines()[-1])
    return statistics.median(answer["epochs"]), answer.get("predictions", 0)


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench train")
    parser.add_argument("--course", required=True)
    parser.add_argument("--model", choices=list(MODELS))
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--peers", default="torch,keras", help="whom to compare with, separated by commas")
    parser.add_argument("--avx2", action="store_true", help="everybody with AVX2 and FMA alone")
    parser.add_argument("--peer", choices=["torch", "torch-channels-last", "keras"], help=argparse.SUPPRESS)
    if "--peer" in sys.argv:
        sys.argv += ["--course", "none"]
    arguments = parser.parse_args()
    if arguments.peer:
        run = (run_keras(arguments.model, arguments.epochs, arguments.threads) if arguments.peer == "keras"
               else run_torch(arguments.model, arguments.epochs, arguments.threads, arguments.peer != "torch"))
        print(json.dumps(run))
        return
    peers = arguments.peers.split(",")
    if not set(peers) <= {"torch", "keras"}:
        parser.error("--peers takes torch, keras or both")
    if arguments.avx2:
        os.environ |= {"ATEN_CPU_CAPABILITY": "avx2", "ONEDNN_MAX_CPU_ISA": "AVX2"}
    print("seconds an epoch (medians)" + (", all with AVX2 and FMA alone" if arguments.avx2 else ""), flush=True)
    for name in [arguments.model] if arguments.model else MODELS:
        arguments.model = name
        ours = json.loads(subprocess.run(
            [arguments.course, "bench", "train", "--model", name, "--epochs", str(arguments.epochs), "--threads",
             str(arguments.threads), "--json"], check=True, capture_output=True, text=True).stdout)[0]
        course = ours["secondsPerEpoch"]["median"]
        answers = [f"{name:10} course {course:.2f}"]
        if "torch" in peers:
            forms = [peer(arguments, "torch"), peer(arguments, "torch-channels-last")]
            seconds, predicted = min(form[0] for form in forms), max(form[1] for form in forms)
            answers.append(f"PyTorch {seconds:.2f}: {seconds / course:.2f}x")
        if "keras" in peers:
            seconds, _ = peer(arguments, "keras")
            answers.append(f"Keras {seconds:.2f}: {seconds / course:.2f}x")
        answers.append(f"{ours['gflops']:.0f} GFLOP/s, {ours['shareOfPeak']:.0%} of the peak")
        print("; ".join(answers), flush=True)
        if "torch" in peers:
            print(f"{'':10} predictions a second: {ours['predictionsPerSecond']:,.0f}, PyTorch {predicted:,.0f}: "
                  f"{ours['predictionsPerSecond'] / predicted:.2f}x", flush=True)


main()
