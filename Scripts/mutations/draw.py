"""Faults drawn at random from operators: the same ones from the same seed and the same sources."""
import random
import re
import tomllib

from faults import BARE, COUNTS, FOLDER, ROOT, Fault, room_of

#: Where no test could tell: speed alone is measured there, or decided.
UNJUDGED = ("Sources/course/Bench/", "Sources/course/Commands/Bench", "Sources/Threads/Bell", "Sources/Threads/CoreTeam",
            "Sources/NeuralNetwork/Training/WorkerShares", "Sources/NeuralNetwork/Training/WorkerPool",
            "Sources/Notebook/Outlook", "Sources/Notebook/Training+Duration")

#: Code that ends the program where the code around it is wrong; or says what the compiler is to do.
NO_CODE = re.compile(r"^\s*(//|/\*|\*|import\b|@|#)|\b(precondition|preconditionFailure|fatalError|assert)\b|^\s*$")

AXES = {"row": "column", "rows": "columns", "width": "height", "x": "y", "horizontal": "vertical", "minX": "minY",
        "maxX": "maxY", "midX": "midY"}
AXES |= {second: first for first, second in AXES.items()}

TERM = r"[A-Za-z_][\w.]*(?:\[[\w, +*/-]*\])?"


def swap(pairs):
    return lambda match: pairs[match.group()]


#: Name, what it looks for, what it puts there. A gap on each side tells comparing from generic types.
OPERATORS = [
    ("sign", r"(?<=[(\[,=:?] )-(?=[A-Za-z(.\d])|(?<=[(\[])-(?=[A-Za-z(.\d])|(?<=return )-(?=[A-Za-z(.\d])", ""),
    ("comparison", r"(?<= )(<=|>=|<|>)(?= )", swap({"<": "<=", "<=": "<", ">": ">=", ">=": ">"})),
    ("off by one", r"(?<= )[+-] 1(?![\w.])", swap({"+ 1": "+ 2", "- 1": "- 2"})),
    ("off by one", r"(?<= in )0(?=\.\.<)", "1"),
    ("term dropped", rf" [+-] {TERM}(?=[,)\]]| [{{<>=?+-]|$)", ""),
    ("axis swapped", r"(?<=\.)(?:" + "|".join(sorted(AXES, key=len, reverse=True)) + r")\b(?![(:])", swap(AXES)),
    ("axis swapped", r"(?<=\[)row, column(?=\])", "column, row"),
    ("+ for -", r"(?<=[\w)\]] )-(?= [\w(.])", "+"),
    ("- for +", r"(?<=[\w)\]] )\+(?= [\w(.])", "-"),
    ("min for max", r"(?<![\w.])(min|max)(?=\()", swap({"min": "max", "max": "min"})),
    ("true for false", r"\b(true|false)\b(?!:)", swap({"true": "false", "false": "true"})),
]

SENTENCES = {
    "sign": "A minus is missing.", "comparison": "A bound is counted that was not, or the other way round.",
    "off by one": "One too many, or one too few.", "term dropped": "A term is missing.",
    "axis swapped": "One axis stands for the other.", "+ for -": "What was subtracted is added.",
    "- for +": "What was added is subtracted.", "min for max": "The smallest stands for the largest, or the other way round.",
    "true for false": "What held does not, or the other way round.",
}

#: Which tests are tried first where a room has none of its own name.
TESTS = {"Lessons": "LessonsTests"}


def blanked(text):
    """Comments and what stands in strings as blanks, so that nothing is looked for there; as long as the text."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group())
    return re.sub(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|//[^\n]*', blank, text)


def sites(path, text):
    """Every place of a file where an operator applies: its name, the offset, what stands there and what will."""
    code = blanked(text)
    start = 0
    for line, shown in zip(code.split("\n"), text.split("\n")):
        if not NO_CODE.search(shown):
            for name, pattern, put in OPERATORS:
                # Strings and lists are added as well: what is left out of those compiles, a minus does not.
                if name == "- for +" and ('"' in shown or "[" in line):
                    continue
                for match in re.finditer(pattern, line):
                    there = match.group()
                    new = put(match) if callable(put) else put
                    yield name, start + match.start(), there, new
        start += len(line) + 1


def entry(path, text, site):
    """What is to be found and put there: the line, with lines before it until there is no other like it."""
    _, offset, old, new = site
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    while text.count(text[begin:end].lstrip()) != 1 and begin > 0:
        begin = text.rfind("\n", 0, begin - 1) + 1
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    return text[begin:end], text[begin:offset] + new + text[offset + len(old):end]


def left_out():
    """Texts that are passed over, each with its reason: what they become does the same, or does not compile."""
    path = FOLDER / "passed-over.toml"
    entries = tomllib.loads(path.read_text("utf-8")).get("passed", []) if path.exists() else []
    return {(one["file"], one["find"], one["replace"]) for one in entries}


def draw(seed, count=COUNTS["drawn"]):
    """As many faults as there are to be, no two in one file, the operators in turn."""
    places = []
    for folder in ("Sources", "Lessons"):
        for path in sorted((ROOT / folder).rglob("*.swift")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(UNJUDGED) and room_of(name) not in BARE:
                text = path.read_text("utf-8")
                places += [(name, text, site) for site in sites(name, text)]
    passed, drawn, taken = left_out(), [], set()
    stream = random.Random(seed)
    # By names of operators: there are a hundred axes for each sign, and all kinds are to be seen.
    names = sorted({site[0] for _, _, site in places})
    while len(drawn) < count and places:
        name = names[len(drawn) % len(names)]
        file, text, site = stream.choice([place for place in places if place[2][0] == name])
        places = [place for place in places if place[0] != file or place[2] != site]
        find, replace = entry(file, text, site)
        if file in taken or (file, find, replace) in passed:
            continue
        taken.add(file)
        room = room_of(file)
        drawn.append(Fault(
            id=f"drawn-{len(drawn) + 1:02}", file=file, find=find, replace=replace,
            what=f"{site[0].capitalize()}: {SENTENCES[site[0]]}", tests=(TESTS.get(room, f"{room}Tests"),), kind="drawn"))
    return drawn


def literal(text):
    if "\n" not in text and "'" not in text:
        return f"'{text}'"
    return f"'''\n{text}'''"


def written(faults, seed):
    lines = [f"# Written by Scripts/mutate --draw --seed {seed}. Texts are kept, so that the faults stay the same when the",
             "# sources change; where one is no longer found, it is to be mended by hand, or all are drawn anew."]
    for fault in faults:
        lines += ["", "[[fault]]", f"id = '{fault.id}'", f"file = '{fault.file}'", f"find = {literal(fault.find)}",
                  f"replace = {literal(fault.replace)}", f"what = {literal(fault.what)}",
                  f"tests = [{', '.join(repr(test) for test in fault.tests)}]"]
    return "\n".join(lines) + "\n"
