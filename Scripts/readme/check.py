"""What `Scripts/test-readme` does: `check.py ROOT PROGRAM`."""

import glob
import os
import shutil
import struct
import sys
import tempfile
import zlib

from commands import Program, commands_of, differences
from links import broken_links, missing_paths, versions_apart
from markdown import Markdown

READMES = ("README.md", "README.es.md")


def all_documents(root):
    names = [*READMES, "CONTRIBUTING.md", "CHANGELOG.md"]
    names += sorted(
        os.path.relpath(path, root) for path in glob.glob(os.path.join(root, "Documentation/**/*.md"), recursive=True))
    return {name: Markdown(os.path.join(root, name), name) for name in names}


def write_png(path, rows):
    """Grey, eight bits a pixel."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    size = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def picture(width, height, seed):
    """A bright disk on darkness, somewhere else for each seed."""
    row, column = height // 2 + seed % 3, width // 2 - seed % 5
    return [[230 if (y - row) ** 2 + (x - column) ** 2 < (height // 4) ** 2 else 20 + x % 7 for x in range(width)]
            for y in range(height)]


def lay_out(program, documents, folder):
    """Puts what the commands name into the folder: pictures, a network, classes, and the lessons that the READMEs show."""
    for name in ("photo.png", "seven.png"):
        write_png(os.path.join(folder, name), picture(160, 128, 0))
    for kind in ("one", "two"):
        for number in range(16):
            path = os.path.join(folder, "photos", kind, f"{number}.png")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_png(path, picture(28, 28, number))
    lessons = os.path.join(folder, "my-lessons")
    os.makedirs(lessons)
    # Readers know a picture by what it is, not by its name.
    shutil.copy(os.path.join(folder, "photo.png"), os.path.join(lessons, "school.jpg"))
    shutil.copy(os.path.join(folder, "seven.png"), lessons)
    network = program.run(["train", "cnn", "--as-file"])
    for place in (folder, lessons):
        with open(os.path.join(place, "net.json"), "w", encoding="utf-8") as file:
            file.write(network.stdout)
    for name, language in zip(READMES, ("en", "es")):
        shown = [block for block in documents[name].blocks if ":::{" in block]
        if len(shown) != 2:
            yield f"{name}: it shows {len(shown)} pieces of lessons, not one that is whole and one that trains"
            continue
        front = shown[0].partition("\n:::")[0]
        for lesson, text in (("week3", shown[0]), ("week4", front + "\n" + shown[1])):
            with open(os.path.join(lessons, f"{lesson}.{language}.md"), "w", encoding="utf-8") as file:
                file.write(text)


def try_commands(program, documents):
    """Runs what the READMEs say where that is quick; elsewhere commands are read by the program, and no more."""
    tried = set()
    for name, document in documents.items():
        for line, *command in commands_of(document):
            words, is_run = command[0], name in READMES
            if (str(command), is_run) in tried:
                continue
            tried.add((str(command), is_run))
            fault = program.fault(*command, is_run)
            if fault:
                yield f"{name}:{line}: course {' '.join(words)}: {fault}"
    # Both lessons that the READMEs show, in both languages, with what they would train.
    fault = program.fault(["plan", "--documents", "my-lessons"], True, True)
    if fault:
        yield f"the lessons of {' and '.join(READMES)}: {fault}"
    print(f"{len(tried)} commands", file=sys.stderr)


def main():
    root, path = sys.argv[1:]
    documents = all_documents(root)
    faults = [fault for document in documents.values()
              for fault in (*broken_links(document, root, documents), *missing_paths(document, root))]
    faults += [*differences(*(documents[name] for name in READMES)), *versions_apart(root)]
    links = sum(len(document.links) for document in documents.values())
    print(f"{links} links in {len(documents)} files", file=sys.stderr)
    has_program = os.access(path, os.X_OK)
    if has_program:
        with tempfile.TemporaryDirectory() as folder:
            program = Program(os.path.abspath(path), folder)
            faults += [*lay_out(program, documents, folder), *try_commands(program, documents)]
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        sys.exit(1)
    if not has_program:
        print(f"NOT TRIED: there is no program {path}; build it, or name one in COURSE_PROGRAM.", file=sys.stderr)
        sys.exit(69)


if __name__ == "__main__":
    main()
