"""Seconds an epoch of the course's networks on a quiet machine, and beside one and two processes at full load.

Called by Scripts/bench busy. The three are taken in turn, and medians compared: on two cores that share fairly, one
such process leaves two threads two thirds of the machine, two leave them half of it.
"""
import argparse
import json
import statistics
import subprocess

from hogs import hogs

MODELS = ["cnn", "dropout", "compact", "baseline", "denoising"]


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench busy")
    parser.add_argument("--course", required=True)
    parser.add_argument("--model", choices=MODELS)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    for name in [arguments.model] if arguments.model else MODELS:
        seconds = {0: [], 1: [], 2: []}
        for _ in range(arguments.rounds):
            for count in seconds:
                with hogs(count):
                    answer = subprocess.run(
                        [arguments.course, "bench", "train", "--model", name, "--epochs", str(arguments.epochs),
                         "--json"], check=True, capture_output=True, text=True)
                seconds[count].append(json.loads(answer.stdout)[0]["secondsPerEpoch"]["median"])
        quiet, one, two = (statistics.median(seconds[count]) for count in seconds)
        print(f"{name:10} quiet {quiet:.2f} s an epoch; beside one process {one / quiet:.2f} times that, "
              f"beside two {two / quiet:.2f}", flush=True)


main()
