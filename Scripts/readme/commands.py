"""The commands of the READMEs: which there are, and whether the program takes them."""

import os
import shlex
import subprocess

from markdown import without_comment

# A command that ends with this option is read whole, and refused for nothing but it, before anything is done.
UNKNOWN = "--no-command-has-this-option"
QUICK = {"list", "doctor", "version", "status", "plan", "convolve", "edges", "pool", "language new", "data list", "data import"}
# What these commands need besides, to be quick: nothing is drawn, or nothing is trained.
BRIEF = {"figures": "--dry-run", "lesson": "--stored-only", "export": "--stored-only"}
SECONDS = 300


def code_of(document):
    """What stands in a document as commands: those of its blocks, without their comments, and all code in sentences. Of a
    lesson in it, the lines that open its blocks."""
    found = {}
    for line, code in document.lines:
        if code.startswith(("course ", "Scripts/", ":::{", "{ ")):
            found.setdefault(without_comment(code), line)
    for line, code in document.spans:
        found.setdefault(code, line)
    return found


def differences(first, second):
    """What one of two documents has as code and the other one lacks."""
    codes = code_of(first), code_of(second)
    for here, there, mine, other in ((first, second, *codes), (second, first, *reversed(codes))):
        for code in sorted(set(mine) - set(other), key=mine.get):
            yield f"{here.name}:{mine[code]}: {there.name} does not have `{code}`"


def commands_of(document):
    """The `course …` of a document, as (line, words, whether it stands in a block, to be typed as it is). `<name>` stands
    for something else, so such commands are left out; two blanks are a list, not a command."""
    typed = {without_comment(code) for _, code in document.lines}
    for code, line in code_of(document).items():
        is_typed = code in typed
        if code.startswith("Scripts/course "):
            code = code[len("Scripts/") :]
        code = code.partition(" > ")[0]
        if code.startswith("course ") and not code.startswith("course  ") and "<" not in code:
            yield line, shlex.split(code)[1:], is_typed


def is_quick(words):
    """Whether a command is run, not only read."""
    if words[0] in BRIEF:
        # All figures at once take a while: the program times what it would train.
        return "*" not in words
    if words[0] == "train":
        return "--as-file" in words or "--schema" in words
    if words[0] == "clean":
        return "--dry-run" in words
    return words[0] in QUICK or " ".join(words[:2]) in QUICK


class Program:
    """The program, in a folder and with a home of its own."""

    def __init__(self, path, folder):
        self.path, self.folder = path, folder
        home = os.path.join(folder, "home")
        os.makedirs(home)
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("COURSE_", "XDG_"))}
        self.environment.update(HOME=home, COURSE_STORE=os.path.join(folder, "store"), COURSE_OFFLINE="1", LC_ALL="C.UTF-8")

    def run(self, words):
        try:
            return subprocess.run(
                [self.path, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace", timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(words, 124, "", f"it took more than {SECONDS} seconds")

    def fault(self, words, is_typed, is_run):
        """What is wrong with a command, or None. One that a sentence names may lack what would stand behind it."""
        if words[-1] != "--help" and not (is_run and is_quick(words)):
            is_name = not is_typed and not any(word.startswith("-") for word in words)
            if is_name and self.run([*words, "--help"]).returncode == 0:
                return None
            said = first_line(self.run([*words, UNKNOWN]))
            if said.startswith(f"Error: Unknown option '{UNKNOWN}'"):
                return None
            return None if not is_typed and said.startswith(f"Error: Missing value for '{words[-1]}") else said
        brief = [BRIEF[words[0]]] if words[0] in BRIEF else []
        answer = self.run([*words, *(option for option in brief if option not in words)])
        said = first_line(answer)
        # What the doctor finds is about the machine.
        is_fine = answer.returncode == 0 or words[0] == "doctor" and answer.returncode == 1
        is_fine = is_fine or bool(brief) and said.startswith("Error: not stored: ")
        return None if is_fine or not is_typed and said.startswith("Error: Missing expected argument") else said


def first_line(answer):
    return next((line for line in answer.stderr.split("\n") if line.strip()), f"exit status {answer.returncode}")
