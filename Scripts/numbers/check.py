"""Recomputes the numbers of a report and compares them with what the program says. Called by Scripts/test-numbers."""
import argparse
import pathlib
import sys
import time

import chance
import exercises
import lesson_denoising
import lesson_experiments
import lesson_inside
import lesson_learning
import lesson_mnist
import lesson_networks
import lessons_digits
import lessons_frame
import lessons_pictures
from results import Comparison, Exceptions
from run import Run

ORACLES = {
    **{name: getattr(lessons_pictures, name)
       for name in ("pixels", "kernels", "edges", "gradients", "pooling", "channels")},
    "start": lessons_frame.start, "sources": lessons_frame.sources,
    "networks": lesson_networks.networks, "learning": lesson_learning.learning, "mnist": lesson_mnist.mnist,
    **{name: getattr(lessons_digits, name) for name in ("baseline", "cnn", "dropout", "compact")},
    "inside": lesson_inside.inside, "experiments": lesson_experiments.experiments,
    "denoising": lesson_denoising.denoising,
}

#: Lessons that read pictures which the program may have drawn itself; those exist nowhere but in it.
READ = {**dict.fromkeys(("start", "mnist", "baseline", "cnn", "dropout", "compact", "inside", "experiments"), "mnist"),
        "denoising": "fashion-mnist"}

#: At least so many of a report's numbers are recomputed.
SHARE = 0.95


def arguments():
    parser = argparse.ArgumentParser(prog="Scripts/test-numbers")
    parser.add_argument("--course", required=True, help="the program")
    parser.add_argument("--output", required=True, help="the folder of the report")
    parser.add_argument("--store", required=True, help="the store that it was made with")
    parser.add_argument("--data", required=True, help="the folder with the data sets")
    parser.add_argument("--lessons", nargs="*", help="these alone; the share is not judged then")
    return parser.parse_args()


def main():
    given = arguments()
    chance.self_test()
    run = Run(given.course, given.output, given.store, given.data)
    exceptions = Exceptions(pathlib.Path(__file__).with_name("exceptions.json"), "quick" if run.quick else "full")
    chosen = given.lessons or list(ORACLES)
    strangers = sorted(set(run.results) - set(ORACLES)) if not given.lessons else []
    absent = [name for name in chosen if name not in run.results]
    drawn = [name for name in chosen if run.drawn.get(READ.get(name))]
    chosen = [name for name in chosen if name not in drawn]
    compared = []
    for name in chosen:
        if name in absent:
            continue
        begin = time.monotonic()
        compared.append(Comparison(name, run.results[name], {**ORACLES[name](run), **exercises.answers(name)}, exceptions))
        compared[-1].show()
        print(f"    {time.monotonic() - begin:.0f} s", file=sys.stderr, flush=True)
    stale = list(exceptions.stale([comparison.lesson for comparison in compared]))
    for entry in stale:
        print(f"STALE    {', '.join(entry['lessons'])}: {', '.join(entry['numbers'])} excuses no number")
    for name in strangers:
        print(f"UNKNOWN  {name}: there is no oracle for this lesson")
    for name in absent:
        print(f"MISSING  {name}: the report has no results of this lesson")

    numbers, checked = (sum(getattr(one, kind) for one in compared) for kind in ("numbers", "checked"))
    wrong, unknown, missing = (sum(len(getattr(one, kind)) for one in compared)
                               for kind in ("wrong", "unknown", "missing"))
    excused = sum(len(paths) for one in compared for paths in one.excused.values())
    few = not (given.lessons or drawn) and checked < SHARE * numbers
    blunt = sum(len(one.blunt) for one in compared)
    print(f"{checked - blunt:,} of those that were recomputed are known to one of a count, and to a hundredth else")
    print(f"{checked:,} of {numbers:,} numbers recomputed ({checked / max(numbers, 1):.1%}"
          f"{f', fewer than {SHARE:.0%}' if few else ''}), {excused} excused, {wrong} disagree, "
          f"{unknown} neither recomputed nor excused, {missing} missing")
    if drawn:
        print(f"NOT RECOMPUTED: {', '.join(drawn)}, whose pictures the program drew itself")
    failed = wrong or unknown or missing or stale or strangers or absent or few
    sys.exit(1 if failed else 69 if drawn else 0)


main()
