"""What `Scripts/test-classify` does: own pictures get the answers that the network gave to the originals."""

import argparse
import json
import os
import struct
import subprocess
import sys
import zlib

COUNT, SIDE, LARGE = 100, 28, 280
WANTED = 98


def read_safetensors(path):
    """The tensors of a file, by name: their numbers in a row."""
    with open(path, "rb") as file:
        data = file.read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            tensors[name] = struct.unpack(f"<{(end - start) // 4}f", data[8 + length + start : 8 + length + end])
    return tensors


def write_png(path, rows):
    """Grey, eight bits a pixel."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    size = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 1)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def taps(kernel, reach):
    """For each new pixel along a side, the old ones that it is made of, with their weights."""
    result = []
    for new in range(LARGE):
        middle = (new + 0.5) * SIDE / LARGE - 0.5
        first = int(middle // 1) - reach + 1
        result.append([(min(max(old, 0), SIDE - 1), kernel(abs(middle - old))) for old in range(first, first + 2 * reach)])
    return result


def nearest(digit):
    return [[digit[row * SIDE // LARGE][column * SIDE // LARGE] for column in range(LARGE)] for row in range(LARGE)]


def interpolated(digit, kernel, reach):
    side = taps(kernel, reach)
    wide = [[sum(row[old] * weight for old, weight in new) for new in side] for row in digit]
    return [
        [min(max(round(sum(wide[old][column] * weight for old, weight in new)), 0), 255) for column in range(LARGE)]
        for new in side
    ]


def linear(distance):
    return max(0.0, 1 - distance)


def cubic(distance):
    """Keys, 1981, with a = -1/2."""
    if distance <= 1:
        return 1.5 * distance**3 - 2.5 * distance**2 + 1
    return -0.5 * distance**3 + 2.5 * distance**2 - 4 * distance + 2 if distance < 2 else 0.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--course", required=True)
    parser.add_argument("--folder", required=True)
    arguments = parser.parse_args()
    folder = arguments.folder

    def course(*words):
        run = subprocess.run(
            [arguments.course, *words, "--store", os.path.join(folder, "store")],
            stdout=subprocess.PIPE, text=True, check=True)
        return run.stdout

    weights, predictions = os.path.join(folder, "w.safetensors"), os.path.join(folder, "p.safetensors")
    course("train", "compact", "--epochs", "3", "--weights", weights, "--predictions", predictions)
    tensors = read_safetensors(predictions)
    answers = [tensors["answers"][10 * i : 10 * i + 10] for i in range(COUNT)]
    expected = [row.index(max(row)) for row in answers]
    size = SIDE * SIDE
    digits = []
    for i in range(COUNT):
        pixels = [round(255 * pixel) for pixel in tensors["images"][size * i : size * (i + 1)]]
        digits.append([pixels[SIDE * row : SIDE * (row + 1)] for row in range(SIDE)])

    forms = {
        "as they are": lambda digit: digit,
        "nearest": nearest,
        "bilinear": lambda digit: interpolated(digit, linear, 1),
        "bicubic": lambda digit: interpolated(digit, cubic, 2),
    }
    failed = False
    for name, form in forms.items():
        large = [form(digit) for digit in digits]
        for paper in ["black", "white"]:
            paths = []
            for i, digit in enumerate(large):
                paths.append(os.path.join(folder, f"{name.replace(' ', '-')}-{paper}-{i}.png"))
                write_png(paths[-1], [[255 - pixel for pixel in row] for row in digit] if paper == "white" else digit)
            found = json.loads(course("classify", *paths, "--weights", weights, "--json"))["answers"]
            same = sum(answer["answer"] == true for answer, true in zip(found, expected))
            turned = sum(answer["darkOnLight"] for answer in found)
            print(f"{name}, on {paper}: {same} of {COUNT} as the original; {turned} read as dark on light")
            failed = failed or same < WANTED or turned != (COUNT if paper == "white" else 0)
    sys.exit(failed)


if __name__ == "__main__":
    main()
