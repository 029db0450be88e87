"""How long a reader waits for a report: for its first page, for the six lessons that train nothing, for the whole.

Called by Scripts/bench report. Each run begins with an empty store and an empty folder, on a quiet machine and then
beside one and two processes at full load. A page counts from when it is there and loads itself anew no more.
"""
import argparse
import pathlib
import statistics
import subprocess
import tempfile
import time

from hogs import hogs

UNTRAINED = ["pixels", "kernels", "edges", "gradients", "pooling", "networks"]


def is_finished(page):
    try:
        return b'http-equiv="refresh"' not in page.read_bytes()[:8192]
    except OSError:
        return False


def run(course, options, count):
    with tempfile.TemporaryDirectory() as folder, hogs(count):
        output = pathlib.Path(folder, "Output")
        waiting = {name: [output / language / f"{name}.html" for language in ("en", "es")] for name in UNTRAINED}
        there, index = {}, None
        start = time.perf_counter()
        process = subprocess.Popen(
            [course, "report", "--store", f"{folder}/store", "--output", output, *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while process.poll() is None:
            now = time.perf_counter() - start
            if index is None and (output / "index.html").exists():
                index = now
            for name in [name for name in waiting if all(map(is_finished, waiting[name]))]:
                there[name] = now
                del waiting[name]
            if waiting:
                time.sleep(0.005)
            else:
                process.wait()
        whole = time.perf_counter() - start
        if process.returncode != 0:
            raise SystemExit(process.stderr.read())
        return index, there["pixels"], max(there.values()), whole


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench report")
    parser.add_argument("--course", required=True)
    parser.add_argument("--quick", action="store_true", help="train on a small budget")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--hogs", type=int, default=2, help="up to how many processes at full load run beside it")
    arguments = parser.parse_args()
    options = ["--quick"] if arguments.quick else []
    quiet = None
    for count in range(arguments.hogs + 1):
        rounds = [run(arguments.course, options, count) for _ in range(arguments.rounds)]
        index, first, six, whole = (statistics.median(times) for times in zip(*rounds))
        quiet = quiet or whole
        print(f"{count} processes beside it: list of lessons after {index:.2f} s, first lesson {first:.2f} s, "
              f"six lessons {six:.2f} s, whole report {whole:.1f} s, {whole / quiet:.2f} times quiet", flush=True)


main()
