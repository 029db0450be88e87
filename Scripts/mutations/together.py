"""All faults in one build: the body of a declaration with a fault in it stands there twice, and the number of the fault
in the environment chooses. Building anew for each of a hundred faults takes hours."""
import re

#: Holds the number of the fault that a process is to have; without it, it has none.
VARIABLE = "PLANTED_FAULT"

#: Modifiers and attributes, then what has a body that runs.
DECLARATION = re.compile(
    r"^[ \t]*(?:@\w+(?:\([^()]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private|static|final|override|mutating|"
    r"nonmutating|convenience|required|nonisolated|isolated|consuming|borrowing|indirect|lazy)\s+)*"
    r"(?P<word>func\b|init\b[<(?!]|subscript\b|var\b|get\b|set\b)(?P<rest>.*)\Z", re.M | re.S)

#: What each file with a fault gets at its end.
CHOICE = f"""
import func Glibc.atoi
import func Glibc.getenv

private let plantedFault: Int32 = getenv("{VARIABLE}").map {{ atoi($0) }} ?? 0
"""


class NoBody(Exception):
    """A fault outside of any body that could stand there twice."""


def braces(text):
    """The places of `{` and `}` that are code, in order."""
    found, i, open_strings = [], 0, []
    while i < len(text):
        if text.startswith("//", i):
            end = text.find("\n", i)
            i = len(text) if end < 0 else end
        elif text.startswith("/*", i):
            depth, i = 1, i + 2
            while depth and i < len(text):
                step = {"/*": 1, "*/": -1}.get(text[i:i + 2], 0)
                depth, i = depth + step, i + (2 if step else 1)
        elif opening := re.compile(r'(#*)("""|")').match(text, i):
            i = string_end(text, opening)
        else:
            if text[i] in "{}":
                found.append(i)
            i += 1
    return found


def string_end(text, opening):
    """Behind a literal. What is interpolated has no braces that stand alone, so that it needs no look of its own beyond
    its parentheses."""
    hashes, quote = opening.group(1), opening.group(2)
    i = opening.end()
    while i < len(text):
        if text.startswith(f"\\{hashes}(", i):
            depth, i = 1, i + 2 + len(hashes)
            while depth and i < len(text):
                if inner := re.compile(r'(#*)("""|")').match(text, i):
                    i = string_end(text, inner)
                    continue
                depth += {"(": 1, ")": -1}.get(text[i], 0)
                i += 1
        elif text.startswith("\\", i) and not hashes:
            i += 2
        elif text.startswith(quote + hashes, i):
            return i + len(quote) + len(hashes)
        else:
            i += 1
    return i


def body(text, place, end):
    """The bounds, without braces, of the innermost body that holds all from `place` to `end`."""
    stack, bodies, last = [], [], -1
    for at in braces(text):
        if text[at] == "{":
            stack.append((at, is_declaration(text[last + 1:at])))
        elif stack:
            start, is_body = stack.pop()
            if is_body and start < place and end <= at:
                bodies.append((start + 1, at))
        last = at
    if not bodies:
        raise NoBody()
    return min(bodies, key=lambda bounds: bounds[1] - bounds[0])


def is_declaration(header):
    """Whether what stands between the brace before and this one ends in the head of something that runs."""
    # The last of them: others before it have no body, as stored properties.
    for start in reversed([found.start() for found in re.finditer(r"^", header, re.M)]):
        found = DECLARATION.match(header, start)
        if found:
            word, rest = found["word"], found["rest"]
            if word == "var":
                return ":" in rest and not re.search(r"(?<![=!<>])=(?!=)", rest)
            return True
    return False


def joined(text, faults, numbers):
    """The text of a file with all its faults, each behind its number; those of one body are asked for in turn. Raises
    NoBody with its name where a fault is in none, or where its body lies within another one's."""
    places = {}
    for fault in faults:
        at, end, instead = difference(text, fault)
        try:
            bounds = body(text, at, end)
        except NoBody:
            raise NoBody(fault.id) from None
        places.setdefault(bounds, []).append((fault.id, at, end, instead))
    ordered = sorted(places)
    for (_, end), inner in zip(ordered, ordered[1:]):
        if inner[0] < end:
            raise NoBody(places[inner][0][0])
    for start, stop in reversed(ordered):
        choices = ""
        for name, at, end, instead in places[start, stop]:
            copy = unmarked(text[start:at] + instead + text[end:stop])
            choices += f"if plantedFault == {numbers[name]} {{{copy}}} else "
        text = f"{text[:start]} {choices}{{{text[start:stop]}}} {text[stop:]}"
    return text + CHOICE


def difference(text, fault):
    """Where the stretch that a fault changes begins and ends, and what stands there instead."""
    old, new = fault.find, fault.replace
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    at = text.index(old)
    return at + first, at + len(old) - last, new[first:len(new) - last]


def unmarked(copy):
    """Without the marks of listings, which name a stretch once."""
    return re.sub(r"^[ \t]*// snippet\..*$", "", copy, flags=re.M)
