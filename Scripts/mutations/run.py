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

#: Seconds that a build may take, and that tests may take beyond five times what they take without a fault.
BUILD_LIMIT, TEST_LIMIT = 3600, 120
#: How long all tests of a room may take without a fault.
SOUND_LIMIT = 3600
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

    def build_sound(self):
        say("Building without a fault")
        ended = self.workshop.build()
        if ended.status != 0:
            raise Broken(f"the sources can't be built without any fault:\n{tail(ended.text)}")

    def check_sound(self, faults):
        """Tests that fail without a fault would notice anything."""
        wanted = sorted({test for fault in faults for test in fault.tests}) + ([] if self.is_narrow else [ALL])
        unknown = [name for name in wanted if name not in self.verdicts.sound]
        if unknown:
            self.build_sound()
        for name in unknown:
            say(f"{name} without a fault")
            tested = Tested(self.workshop.test([] if name == ALL else [pattern(name)], SOUND_LIMIT))
            if not tested.count:
                raise Broken(f"{name} names no test:\n{tail(tested.text)}")
            if not tested.is_green:
                raise Broken(f"{name} fails without any fault, by {tested.reason}:\n{tail(tested.text)}")
            self.verdicts.note_sound(name, tested.seconds)

    def run_tests(self, names, skipping=()):
        sound = sum(self.verdicts.sound[name] for name in names)
        filters = [] if names == [ALL] else [pattern(name) for name in names]
        tested = Tested(self.workshop.test(filters, 5 * sound + TEST_LIMIT, [pattern(name) for name in skipping]))
        if tested.status is not None and not tested.has_begun:
            raise Broken(f"no test was run:\n{tail(tested.text)}")
        return tested

    def notice(self, names, skipping=()):
        """Why tests fail, and twice; None where they pass. What failed by chance, or on a machine that stood still, passes
        the second time."""
        tested = self.run_tests(names, skipping)
        if tested.is_green:
            return None, tested.seconds
        again = self.run_tests(names, skipping)
        both = [name for name in tested.failed if name in again.failed]
        seconds = tested.seconds + again.seconds
        if again.is_green or tested.failed and again.failed and not both:
            say(f"    failed once, and not again: {tested.reason}")
            return None, seconds
        return again.reason if again.failed else tested.reason, seconds

    def try_fault(self, fault):
        if not self.workshop.plant(fault):
            return self.verdicts.note(fault, LOST)
        try:
            built = self.workshop.build()
            if built.status != 0:
                why = first_error(built.text) if built.status is not None else "no end"
                return self.verdicts.note(fault, UNBUILT, why, built.seconds)
            seconds = built.seconds
            rounds = [([name], ()) for name in fault.tests] + ([] if self.is_narrow else [([ALL], fault.tests)])
            for names, skipping in rounds:
                by, taken = self.notice(names, skipping)
                seconds += taken
                if by:
                    where = "other tests" if names == [ALL] else names[0]
                    return self.verdicts.note(fault, KILLED, f"{where}: {by}", seconds)
            return self.verdicts.note(fault, SURVIVED, "", seconds)
        finally:
            self.workshop.restore()

    def compile(self, faults):
        """Plants as many at a time as lie in different files; those that an error names are taken out. Returns ids."""
        bad, waiting = [], list(faults)
        while waiting:
            batch, files = [], set()
            for fault in waiting:
                if fault.file not in files:
                    files.add(fault.file)
                    batch.append(fault)
            waiting = [fault for fault in waiting if fault not in batch]
            while batch:
                say(f"Building with {len(batch)} faults at once")
                for fault in batch:
                    self.workshop.plant(fault)
                built = self.workshop.build()
                self.workshop.restore()
                if built.status == 0:
                    break
                blamed = [fault for fault in batch if f"/{fault.file}:" in errors(built.text)]
                if not blamed:
                    raise Broken(f"the build fails, and no fault is named:\n{tail(built.text)}")
                for fault in blamed:
                    bad.append(fault.id)
                    print(f"NOT BUILT {fault.id}: {first_error(errors(built.text), fault.file)}", flush=True)
                batch = [fault for fault in batch if fault not in blamed]
        return bad


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


def work(given, faults):
    workshop = Workshop(ROOT, given.place.resolve(), BUILD_LIMIT)
    with workshop.opened():
        verdicts = Verdicts(workshop.place / "results.json", workshop.fill())
        bench = Bench(workshop, verdicts, given.narrow)
        if given.compile:
            bad = bench.compile([fault for fault in faults if not misplaced(fault)])
            print(f"{len(faults) - len(bad)} of {len(faults)} can be built")
            return not bad
        entries = {fault.id: verdicts.of(fault, given.trust) for fault in faults}
        open_ones = [fault for fault in faults if entries[fault.id] is None]
        if len(open_ones) < len(faults):
            say(f"{len(faults) - len(open_ones)} are known from an earlier run")
        if open_ones:
            bench.check_sound(open_ones)
        # Those of a room after each other: the build that takes one out puts the next one in.
        for number, fault in enumerate(sorted(open_ones, key=lambda fault: (fault.room, fault.file)), 1):
            say(f"[{number}/{len(open_ones)}] {fault.id}")
            entries[fault.id] = bench.try_fault(fault)
            say(line(fault, entries[fault.id]))
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
