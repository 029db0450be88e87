"""The faults: what they change, and where."""
import dataclasses
import hashlib
import pathlib
import re
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = pathlib.Path(__file__).resolve().parent

#: How many of each kind there are.
COUNTS = {"chosen": 67, "drawn": 40}
#: Folders of Sources without anything that a fault could change.
BARE = {"Texts", "embed"}


@dataclasses.dataclass(frozen=True)
class Fault:
    id: str
    file: str
    #: Stands in the file exactly once.
    find: str
    replace: str
    #: What is wrong then, in a sentence.
    what: str
    #: Filters of `swift test`, in the order in which they are tried; all other tests come behind them.
    tests: tuple[str, ...]
    #: Whether a run fails where this one is not noticed, however many others are.
    must: bool = False
    kind: str = "chosen"

    @property
    def room(self):
        return room_of(self.file)

    @property
    def digest(self):
        return hashlib.sha256("\0".join((self.file, self.find, self.replace, *self.tests)).encode()).hexdigest()

    def planted(self, text):
        """The file's text with the fault in it; None where what is to be replaced does not stand there exactly once."""
        return text.replace(self.find, self.replace) if text.count(self.find) == 1 else None


class Unreadable(Exception):
    """A list of faults that is not as it should be."""


def room_of(file):
    parts = pathlib.PurePosixPath(file).parts
    return parts[1] if parts[0] == "Sources" else parts[0]


def read(kind):
    """The faults of one list."""
    path = FOLDER / f"{kind}.toml"
    if not path.exists():
        raise Unreadable(f"{path} is missing" + ("; Scripts/mutate --draw writes it" if kind == "drawn" else ""))
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("fault", [])
        return [Fault(**{**entry, "tests": tuple(entry["tests"])}, kind=kind) for entry in entries]
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise Unreadable(f"{path}: {error}") from error


def all_faults():
    return [fault for kind in COUNTS for fault in read(kind)]


def misplaced(fault, root=ROOT):
    """Why a fault can't be planted; None where it can."""
    path = root / fault.file
    if not path.is_file():
        return f"there is no {fault.file}"
    count = path.read_text("utf-8").count(fault.find)
    if count != 1:
        return f"{fault.file} has its text {'no longer' if count == 0 else f'{count} times'}"
    return None


def problems(faults):
    """All that keeps these faults from being planted, and what the lists lack."""
    found, ids = [], set()
    suites = {path.name for path in (ROOT / "Tests").iterdir() if path.is_dir()}
    for fault in faults:
        if reason := misplaced(fault):
            found.append(f"{fault.id}: {reason}")
        if fault.find == fault.replace:
            found.append(f"{fault.id}: it changes nothing")
        if fault.id in ids:
            found.append(f"{fault.id}: there are two of this name")
        ids.add(fault.id)
        for test in fault.tests:
            if re.split(r"[./]", test)[0] not in suites:
                found.append(f"{fault.id}: there are no tests {test}")
        if not fault.tests:
            found.append(f"{fault.id}: it names no tests")
    for kind, count in COUNTS.items():
        there = sum(fault.kind == kind for fault in faults)
        if there != count:
            found.append(f"{kind}.toml has {there} faults, not {count}")
    chosen = {fault.room for fault in faults if fault.kind == "chosen"}
    for room in sorted(rooms() - chosen):
        found.append(f"chosen.toml has no fault for {room}")
    return found


def rooms():
    """The folders of Sources that hold Swift, and Lessons."""
    sources = {path.relative_to(ROOT).parts[1] for path in (ROOT / "Sources").rglob("*.swift")}
    return sources - BARE | {"Lessons"}
