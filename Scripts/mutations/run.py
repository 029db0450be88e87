"""Plants faults one at a time and says which the tests notice. Called by Scripts/mutate."""
import argparse
import os
import pathlib
import re
import sys

import draw
from faults import FOLDER, ROOT, Unreadable, all_faults, misplaced, problems
from verdicts import KILLED, LOST, SURVIVED, UNBUILT, Verdicts, line, summary
from workshop import Broken, Stopped, Tested, Workshop

#: Seconds that a build may take, and that tests may take beyond twice what all of them take without a fault.
BUILD_LIMIT, TEST_LIMIT = 3600, 120
#: How long all tests may take without a fault.
SOUND_LIMIT = 7200
#: So many tests may fail without a fault, on a machine that lacks something; they are not counted.
TOLERATED = 5
#: All tests, as a filter.
ALL = "all"


def say(text):
    print(text, file=sys.stderr, flush=True)


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        say(f"Scripts/mutate: {message}")
        sys.exit(64)


def arguments():
    parser = Parser(prog="Scripts/mutate", description="Plants faults into the sources, one at a time, and says which "
                    "of them the tests notice.", allow_abbrev=False)
    parser.add_argument("--only", nargs="+", metavar="ID", help="these faults alone")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="whether every text stands in its file once; builds nothing")
    mode.add_argument("--compile", action="store_true", help="whether all can be built; runs no test")
    mode.add_argument("--list", action="store_true", help="what there is")
    mode.add_argument("--draw", action="store_true", help="write drawn.toml anew")
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="where drawing begins (default: 7)")
    parser.add_argument("--narrow", action="store_true",
                        help="a fault that the tests of its room pass is not tried against all others")
    parser.add_argument("--trust", action="store_true",
                        help="what was noticed in an earlier state of the sources is not tried again")
    parser.add_argument("--place", type=pathlib.Path, default=ROOT / ".build/mutate", metavar="FOLDER",
                        help="where the copy and results.json lie (default: .build/mutate)")
    return parser.parse_args()


def chosen(faults, only):
    if not only:
        return faults
    known = {fault.id for fault in faults}
    for name in only:
        if name not in known:
            say(f"There is no fault {name}; Scripts/mutate --list names them.")
            sys.exit(64)
    return [fault for fault in faults if fault.id in only]


class Bench:
    """Tries faults and keeps what became of them."""

    def __init__(self, workshop, verdicts, is_narrow):
        self.workshop, self.verdicts, self.is_narrow = workshop, verdicts, is_narrow

    def check_sound(self):
        """All tests without a fault: what fails there says nothing of any."""
        if self.verdicts.sound is not None:
            return
        say("All tests without a fault")
        tested = Tested(self.workshop.test([], SOUND_LIMIT))
        if not tested.count or tested.status is None:
            raise Broken(f"the tests don't end without any fault:\n{tail(tested.text)}")
        if len(tested.failed) > TOLERATED or not tested.is_green and not tested.failed:
            raise Broken(f"tests fail without any fault, by {tested.reason}:\n{tail(tested.text)}")
        for name in tested.failed:
            say(f"    not counted, since it fails without a fault: {name}")
        self.verdicts.note_sound(tested.seconds, tested.failed)

    def run_tests(self, names, skipping, number):
        filters = [] if names == [ALL] else [pattern(name) for name in names]
        tested = Tested(self.workshop.test(
            filters, 2 * self.verdicts.sound["seconds"] + TEST_LIMIT, [pattern(name) for name in skipping], number))
        tested.failed = [name for name in tested.failed if name not in self.verdicts.sound["failed"]]
        if tested.status is not None and not tested.has_begun or tested.count == 0:
            raise Broken(f"{' '.join(names)}: no test was run:\n{tail(tested.text)}")
        return tested

    def is_passed(self, tested):
        """Whether nothing failed beyond what fails without a fault."""
        return tested.is_green or tested.has_ended and not tested.failed

    def notice(self, names, skipping, number):
        """Why tests fail, and twice; None where they pass. What failed by chance, or on a machine that stood still, passes
        the second time."""
        tested = self.run_tests(names, skipping, number)
        if self.is_passed(tested):
            return None, tested.seconds
        again = self.run_tests(names, skipping, number)
        both = [name for name in tested.failed if name in again.failed]
        seconds = tested.seconds + again.seconds
        if self.is_passed(again) or tested.failed and again.failed and not both:
            say(f"    failed once, and not again: {tested.reason}")
            return None, seconds
        return again.reason if again.failed else tested.reason, seconds

    def try_fault(self, fault, number=0):
        """Runs the tests that matter on what is built, in which the fault has this number or is the only one."""
        seconds = 0
        rounds = [([name], ()) for name in fault.tests] + ([] if self.is_narrow else [([ALL], fault.tests)])
        for names, skipping in rounds:
            by, taken = self.notice(names, skipping, number)
            seconds += taken
            if by:
                where = "other tests" if names == [ALL] else names[0]
                return self.verdicts.note(fault, KILLED, f"{where}: {by}", seconds)
        return self.verdicts.note(fault, SURVIVED, "", seconds)

    def build_together(self, faults):
        """One build with all that it can hold. Returns their numbers by id."""
        numbers = {fault.id: number for number, fault in enumerate(faults, 1)}
        while True:
            files, planted = {}, []
            for fault in faults:
                if fault.id in numbers:
                    files.setdefault(fault.file, []).append(fault)
            for file, those in files.items():
                planted += self.workshop.plant_together(file, those, numbers)
            numbers = {name: number for name, number in numbers.items() if name in planted}
            say(f"Building with {len(numbers)} faults at once")
            built = self.workshop.build()
            # Tests that read sources find them as they are.
            self.workshop.restore()
            if built.status == 0:
                return numbers
            blamed = [fault.id for fault in faults
                      if fault.id in numbers and f"/{fault.file}:" in errors(built.text)]
            if not blamed:
                raise Broken(f"the build fails, and no fault is named:\n{tail(built.text)}")
            say(f"    not together with others: {' '.join(blamed)}; {first_error(built.text)}")
            numbers = {name: number for name, number in numbers.items() if name not in blamed}

    def build_alone(self, fault):
        """Builds with one fault; None where it went well, else why not."""
        self.workshop.plant(fault)
        try:
            built = self.workshop.build()
        finally:
            self.workshop.restore()
        if built.status == 0:
            return None
        return first_error(built.text) if built.status is not None else "no end"


def pattern(name):
    """A filter of `swift test` for a room's tests, or for what a fault names below them."""
    return f"^{name}\\." if re.fullmatch(r"\w+", name) else f"^{name}"


def errors(text):
    return "\n".join(one for one in text.splitlines() if " error: " in one)


def first_error(text, file=""):
    found = [one for one in errors(text).splitlines() if file in one]
    return found[0].split(" error: ", 1)[1] if found else "the linker failed"


def tail(text):
    return "\n".join(text.splitlines()[-25:])


def try_all(bench, faults, entries):
    """Tries faults, those of one build first, and adds what became of them."""
    if not faults:
        return
    numbers = bench.build_together(faults)
    bench.check_sound()
    ordered = sorted(faults, key=lambda fault: (fault.id not in numbers, fault.room, fault.file))
    for done, fault in enumerate(ordered, 1):
        say(f"[{done}/{len(faults)}] {fault.id}")
        if fault.id in numbers:
            entries[fault.id] = bench.try_fault(fault, numbers[fault.id])
        elif why := bench.build_alone(fault):
            entries[fault.id] = bench.verdicts.note(fault, UNBUILT, why)
        else:
            entries[fault.id] = bench.try_fault(fault)
        say(line(fault, entries[fault.id]))


def compiles(bench, faults):
    """Whether all can be built, together or alone."""
    placed = [fault for fault in faults if not misplaced(fault)]
    numbers = bench.build_together(placed)
    bad = len(faults) - len(placed)
    for fault in placed:
        if fault.id not in numbers and (why := bench.build_alone(fault)):
            bad += 1
            print(f"NOT BUILT {fault.id}: {why}", flush=True)
    print(f"{len(faults) - bad} of {len(faults)} can be built")
    return bad == 0


def work(given, faults):
    workshop = Workshop(ROOT, given.place.resolve(), BUILD_LIMIT)
    with workshop.opened():
        verdicts = Verdicts(workshop.place / "results.json", workshop.fill())
        bench = Bench(workshop, verdicts, given.narrow)
        if given.compile:
            return compiles(bench, faults)
        entries = {fault.id: verdicts.of(fault, given.trust) for fault in faults}
        open_ones = [fault for fault in faults if entries[fault.id] is None]
        if len(open_ones) < len(faults):
            say(f"{len(faults) - len(open_ones)} are known from an earlier run")
        try_all(bench, [fault for fault in open_ones if not misplaced(fault)], entries)
        for fault in open_ones:
            entries[fault.id] = entries[fault.id] or verdicts.note(fault, LOST)
        for fault in faults:
            print(line(fault, entries[fault.id]))
        lines, is_enough = summary(faults, entries)
        print("\n".join(lines), flush=True)
        return is_enough


def main():
    given = arguments()
    try:
        if given.draw:
            found = draw.draw(given.seed)
            (FOLDER / "drawn.toml").write_text(draw.written(found, given.seed), "utf-8")
            print(f"{len(found)} faults in Scripts/mutations/drawn.toml")
            return 0
        everything = all_faults()
        if given.check:
            found = problems(everything)
            print("\n".join(found) if found else f"{len(everything)} faults, each at its place")
            return 1 if found else 0
        faults = chosen(everything, given.only)
        if given.list:
            for fault in faults:
                print(f"{fault.id:24} {'must ' if fault.must else '     '}{fault.file}\n{'':30}{fault.what}")
            return 0
        return 0 if work(given, faults) else 1
    except Stopped as stopped:
        say("Stopped; what was found so far is kept.")
        return 128 + stopped.args[0]
    except (Unreadable, Broken) as error:
        say(f"Scripts/mutate: {error}")
        return 1
    except OSError as error:
        say(f"Scripts/mutate: {error.filename or ''}: {os.strerror(error.errno) if error.errno else error}")
        return 1


sys.exit(main())
