"""Links and paths of the project's Markdown, each held against what lies there; and the version's numbers."""

import os
import re

from markdown import without_comment

FOLDERS = ("Scripts", "Sources", "Lessons", "Tests", "Documentation", "Plugins")
PATH = re.compile(r"(?:%s)/[\w./+-]*[\w/]" % "|".join(FOLDERS))


def broken_links(document, root, documents):
    """What a document links to and is not there; pictures without a word for those who do not see them."""
    folder = os.path.dirname(document.name)
    for line, is_picture, text, target in document.links:
        if is_picture and not text.strip():
            yield f"{document.name}:{line}: a picture has no alternative text: {target}"
        if re.match(r"[a-z]+:", target):
            continue
        path, _, place = target.partition("#")
        name = os.path.normpath(os.path.join(folder, path)) if path else document.name
        if name.startswith("..") or not os.path.exists(os.path.join(root, name)):
            yield f"{document.name}:{line}: there is no {name}, which a link leads to"
        elif place and name in documents and place not in documents[name].anchors:
            yield f"{document.name}:{line}: {name} has no heading #{place}"
        elif place and name not in documents:
            yield f"{document.name}:{line}: #{place} is a place in {name}, where none is known"


def missing_paths(document, root):
    """Paths in code, from one of the project's folders, that lead nowhere. `<` and `*` stand for names: passed over."""
    lines = [(line, without_comment(code)) for line, code in document.lines]
    for line, code in document.spans + lines:
        for word in code.split():
            word = word.strip("'\",;()")
            if PATH.fullmatch(word) and not os.path.exists(os.path.join(root, word)):
                yield f"{document.name}:{line}: there is no {word}"


def versions_apart(root):
    """The program's version, its citation and the newest one of the changelog are the same."""
    found = {}
    for name, pattern in (
        ("Sources/Notebook/ProgramVersion.swift", r'current = "([^"]*)"'),
        ("CITATION.cff", r"^version: (\S+)"),
        ("CHANGELOG.md", r"^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d$"),
    ):
        with open(os.path.join(root, name), encoding="utf-8") as file:
            match = re.search(pattern, file.read(), re.MULTILINE)
        found[name] = match.group(1) if match else "none"
    if len(set(found.values())) > 1:
        yield "versions differ: " + ", ".join(f"{version} in {name}" for name, version in found.items())
