"""What a recomputed number may be: exactly this, about this, between these, or one of several."""
import math


class About:
    """A number of finite precision. The default suits what was computed in double precision on both sides."""

    def __init__(self, value, relative=1e-9, absolute=1e-12):
        self.value = float(value)
        self.slack = max(absolute, relative * abs(self.value)) if math.isfinite(self.value) else 0.0

    def holds(self, found):
        if found is None:  # JSON knows no infinity
            return math.isinf(self.value)
        return is_number(found) and abs(found - self.value) <= self.slack

    def __str__(self):
        return f"{self.value!r} ± {self.slack:.1e}"


class Between:
    """A count some members of which lie so near a limit that rounding decides on them."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def holds(self, found):
        return is_number(found) and self.low <= found <= self.high

    def __str__(self):
        low, high = (value.item() if hasattr(value, "item") else value for value in (self.low, self.high))
        return f"{low!r}" if low == high else f"{low!r} to {high!r}"


class OneOf:
    """One of several that are level."""

    def __init__(self, values):
        self.values = list(values)

    def holds(self, found):
        return found in self.values

    def __str__(self):
        return " or ".join(repr(value) for value in self.values)


class Exactly:
    """A whole number, a word, or a truth value."""

    def __init__(self, value):
        self.value = value

    def holds(self, found):
        return isinstance(found, bool) == isinstance(self.value, bool) and found == self.value

    def __str__(self):
        return repr(self.value)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def single(value):
    """About a number that the program computed in single precision, in few steps."""
    return About(value, relative=2e-6, absolute=1e-7)


def singles(values):
    return [single(value) for value in values]


def rule(value):
    """How a plain value of an oracle is to be compared; NumPy's numbers count as Python's."""
    if isinstance(value, (About, Between, OneOf, Exactly)):
        return value
    if hasattr(value, "item"):
        value = value.item()
    return About(value) if isinstance(value, float) else Exactly(value)
