"""Takes notebooks with exercises through nbgrader: assignment, two submissions, grades. Called by Scripts/test-nbgrader."""

import logging
import pathlib
import shutil
import sys

import nbformat
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

NAME = "course"
MARKS = ["BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN", "END HIDDEN"]


def main():
    root = pathlib.Path(sys.argv[1])
    source = root / "source" / NAME
    # The export's list of its own files is no part of an assignment.
    for path in source.glob("*.json"):
        path.unlink()
    notebooks = sorted(source.glob("*.ipynb"))
    config = Config()
    config.CourseDirectory.root = str(root)
    config.ExecutePreprocessor.timeout = 300
    config.Application.log_level = logging.ERROR
    api = NbGraderAPI(config=config)
    faults = [] if notebooks else ["there is no notebook"]

    def step(what, answer):
        if not answer["success"]:
            faults.append(f"{what}: {answer.get('error') or answer.get('log')}")
        return answer["success"]

    if step("generate_assignment", api.generate_assignment(NAME)):
        for path in sorted((root / "release" / NAME).glob("*.ipynb")):
            text = path.read_text("utf-8")
            faults += [f"{path.name}: {mark} is in the assignment" for mark in MARKS if mark in text]
        hand_in(root, source, root / "release" / NAME)
        for student in ["solved", "untouched"]:
            if step(f"autograde, {student}", api.autograde(NAME, student)):
                faults += grades(api, student, [path.stem for path in notebooks])
    for fault in faults:
        print(fault)
    print(f"{len(notebooks)} notebooks, {len(faults)} things to mend", file=sys.stderr)
    sys.exit(1 if faults else 0)


def hand_in(root, source, release):
    """The assignment as it was given out, and the same with every solution written."""
    for student, folder in [("untouched", release), ("solved", source)]:
        target = root / "submitted" / student / NAME
        shutil.copytree(folder, target)
        for path in target.glob("*.ipynb"):
            notebook = nbformat.read(path, as_version=4)
            given = {cell.metadata.nbgrader.grade_id: cell
                     for cell in nbformat.read(release / path.name, as_version=4).cells if "nbgrader" in cell.metadata}
            for cell in notebook.cells:
                if "nbgrader" in cell.metadata:
                    cell.metadata.nbgrader = given[cell.metadata.nbgrader.grade_id].metadata.nbgrader
            nbformat.write(notebook, path)


def grades(api, student, notebooks):
    """Whether everything that grades itself has all its points, or none."""
    with api.gradebook as gradebook:
        submission = gradebook.find_submission(NAME, student)
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                # What somebody has to read has no points yet.
                if grade.auto_score is None:
                    continue
                wanted = grade.max_score if student == "solved" else 0
                if grade.auto_score != wanted:
                    yield f"{student}, {grade.name}: {grade.auto_score} of {grade.max_score} points"
        if sorted(notebook.name for notebook in submission.notebooks) != sorted(notebooks):
            yield f"{student}: other notebooks than the source has"


main()
