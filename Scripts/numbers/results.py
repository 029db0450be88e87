"""Results as a report keeps them, the leaves of their JSON one by one, and the comparison with what was recomputed."""
import fnmatch
import json
import pathlib

from expect import is_number, rule


def read(folder):
    """By lesson."""
    files = sorted(pathlib.Path(folder, "results").glob("*.json"))
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


def leaves(value, path=""):
    """Every number and every word with its path: `history/0/loss`."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, f"{path}/{name}" if path else name)
    elif isinstance(value, (list, tuple)) or hasattr(value, "tolist") and getattr(value, "ndim", 0):
        for place, part in enumerate(value):
            yield from leaves(part, f"{path}/{place}")
    else:
        yield path, value


class Exceptions:
    """What is not recomputed, and why: patterns of lessons and paths, from a file."""

    def __init__(self, file, kind):
        """Those of a run of this kind, `quick` or `full`; an entry that names none is of both."""
        entries = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
        self.entries = [entry for entry in entries if kind in entry.get("runs", [kind])]
        self.used = set()

    def reason(self, lesson, path):
        for number, entry in enumerate(self.entries):
            if any(fnmatch.fnmatchcase(lesson, pattern) for pattern in entry["lessons"]):
                if any(fnmatch.fnmatchcase(path, pattern) for pattern in entry["numbers"]):
                    self.used.add(number)
                    return entry["reason"]
        return None

    def stale(self, lessons):
        """Those that no number of these lessons needed."""
        for number, entry in enumerate(self.entries):
            concerns = any(fnmatch.fnmatchcase(lesson, pattern) for lesson in lessons for pattern in entry["lessons"])
            if concerns and number not in self.used:
                yield entry


def _neighbours(value):
    """Numbers that an oracle should tell from this one: a count that is one off, another that is a hundredth off."""
    if isinstance(value, int):
        return value - 1, value + 1
    return value * 0.99 - 1e-9, value * 1.01 + 1e-9


class Comparison:
    """One lesson's results beside what an oracle says. Words and truth values are compared as well, but not counted."""

    def __init__(self, lesson, found, expected, exceptions):
        self.lesson = lesson
        self.checked, self.words = 0, 0
        self.wrong, self.missing, self.unknown, self.blunt = [], [], [], []
        self.excused = {}
        found = dict(leaves(found))
        rules = {path: rule(value) for path, value in leaves(expected)}
        self.missing = sorted(set(rules) - set(found))
        for path, value in found.items():
            counts = is_number(value) or value is None
            if path in rules:
                if not rules[path].holds(value):
                    self.wrong.append((path, value, rules[path]))
                if counts:
                    self.checked += 1
                    if value is not None and rules[path].holds(value) and any(rules[path].holds(other) for other in _neighbours(value)):
                        self.blunt.append(path)
                else:
                    self.words += 1
                continue
            reason = exceptions.reason(lesson, path)
            if reason is None:
                self.unknown.append((path, value))
            elif counts:
                self.excused.setdefault(reason, []).append(path)
        self.numbers = sum(is_number(value) or value is None for value in found.values())

    @property
    def agrees(self):
        return not (self.wrong or self.missing or self.unknown)

    def show(self):
        left = "" if not self.excused else f", {sum(map(len, self.excused.values()))} excused"
        print(f"{self.lesson}: {self.checked} of {self.numbers} numbers recomputed{left}; {self.words} words")
        if self.blunt:
            some = ", ".join(self.blunt[:3]) + (f" and {len(self.blunt) - 3} more" if len(self.blunt) > 3 else "")
            print(f"    known to more than a hundredth, or to more than one, only: {some}")
        for path, value, wanted in self.wrong[:40]:
            print(f"    DISAGREES  {path}: the program says {value!r}, recomputed {wanted}")
        if len(self.wrong) > 40:
            print(f"    DISAGREE   {len(self.wrong) - 40} more")
        for path in self.missing[:10]:
            print(f"    MISSING    {path}: recomputed, but not among the results")
        for path, value in self.unknown[:10]:
            print(f"    UNKNOWN    {path} = {value!r}: neither recomputed nor excused")
        if len(self.unknown) > 10:
            print(f"    UNKNOWN    {len(self.unknown) - 10} more")
        for reason, paths in self.excused.items():
            some = ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
            print(f"    not recomputed: {some}: {reason}")
