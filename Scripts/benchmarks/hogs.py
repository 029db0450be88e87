"""Processes that keep a core busy, for benchmarks on a machine that others use as well."""
import contextlib
import subprocess
import sys


@contextlib.contextmanager
def hogs(count):
    """So many of them, for as long as the block runs."""
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()
