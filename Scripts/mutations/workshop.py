"""A copy of the checkout in which faults are planted, built and tested. The checkout itself is only read."""
import contextlib
import fcntl
import hashlib
import os
import re
import resource
import signal
import subprocess
import tempfile
import time

import together

#: What a build depends on, and with it every verdict.
BUILT = ("Package.swift", "Sources/", "Lessons/", "Plugins/", "Tests/")


class Stopped(Exception):
    """Somebody wants this to end."""


class Broken(Exception):
    """Nothing can be said of any fault."""


class Ended:
    """A command that has ended: its status (None where its time was up) and what it said."""

    def __init__(self, status, text, seconds):
        self.status, self.text, self.seconds = status, text, seconds


def tracked(root):
    """The files of the checkout, new ones too, without what git ignores."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], capture_output=True)
    if listed.returncode != 0:
        raise Broken(f"{root} is no checkout: {listed.stderr.decode().strip()}")
    names = sorted(set(listed.stdout.decode().split("\0")) - {""})
    return [name for name in names if (root / name).is_file()]


class Workshop:
    def __init__(self, root, place, limit):
        self.root, self.place, self.limit = root, place, limit
        self.checkout = place / "checkout"
        self.process = None
        self.changed = {}

    @contextlib.contextmanager
    def opened(self):
        """Alone in the copy; what was planted is taken out in the end, and no process is left."""
        self.place.mkdir(parents=True, exist_ok=True)
        if any(self.place.iterdir()) and not (self.place / "lock").exists():
            raise Broken(f"{self.place} holds what is not ours; name an empty folder")
        with open(self.place / "lock", "w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise Broken(f"another Scripts/mutate works in {self.place}") from None
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, self._stop)
            try:
                yield self
            finally:
                self.kill()
                self.restore()

    def _stop(self, number, _):
        # Once is enough: what follows is tidying up.
        for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(other, signal.SIG_IGN)
        raise Stopped(number)

    def fill(self):
        """Makes the copy what the checkout is, and returns a hash of all that a build depends on."""
        names = tracked(self.root)
        digest = hashlib.sha256()
        for name in names:
            source, target = self.root / name, self.checkout / name
            content = source.read_bytes()
            # A file that is the same keeps its time, or it would be built again.
            if not target.is_file() or target.read_bytes() != content:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            target.chmod(source.stat().st_mode)
            if name.startswith(BUILT):
                digest.update(f"{name}\0{len(content)}\0".encode() + content)
        known = set(names)
        for folder in ("Sources", "Lessons", "Plugins", "Tests", "Scripts"):
            for path in (self.checkout / folder).rglob("*"):
                if path.is_file() and path.relative_to(self.checkout).as_posix() not in known:
                    path.unlink()
        return digest.hexdigest()

    def plant(self, fault):
        path = self.checkout / fault.file
        original = path.read_text("utf-8")
        planted = fault.planted(original)
        if planted is None:
            return False
        self.changed[path] = original
        path.write_text(planted, "utf-8")
        return True

    def plant_together(self, file, faults, numbers):
        """Plants the faults of one file, each behind its number; returns the ids of those that a file can hold so."""
        path = self.checkout / file
        original, those = path.read_text("utf-8"), list(faults)
        while those:
            try:
                text = together.joined(original, those, numbers)
            except together.NoBody as missing:
                those = [fault for fault in those if fault.id != missing.args[0]]
                continue
            self.changed[path] = original
            path.write_text(text, "utf-8")
            break
        return [fault.id for fault in those]

    def restore(self):
        for path, original in self.changed.items():
            path.write_text(original, "utf-8")
        self.changed = {}

    def build(self):
        command = ["swift", "build", "--package-path", self.checkout, "--build-tests"]
        return self._run(command, self.limit, dict(os.environ))

    def test(self, filters, limit, skipping=(), number=0):
        """Runs the tests that a filter names and another does not, with the fault of a number or none, in a store of their
        own: what a fault computed must serve no other."""
        command = ["swift", "test", "--package-path", self.checkout, "--skip-build", "--disable-xctest"]
        for name in filters:
            command += ["--filter", name]
        for name in skipping:
            command += ["--skip", name]
        with tempfile.TemporaryDirectory(prefix="course-mutate-", ignore_cleanup_errors=True) as folder:
            environment = {**os.environ, "COURSE_OFFLINE": "1", "COURSE_STORE": f"{folder}/store", "TMPDIR": folder,
                           together.VARIABLE: str(number)}
            return self._run(command, limit, environment, memory=True)

    def _run(self, command, limit, environment, memory=False):
        begin = time.monotonic()
        with tempfile.TemporaryFile() as said:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, env=environment,
                cwd=self.checkout, start_new_session=True, preexec_fn=limit_memory if memory else None)
            try:
                status = self.process.wait(limit)
            except subprocess.TimeoutExpired:
                status = None
            self.kill()
            said.seek(0)
            return Ended(status, said.read().decode("utf-8", "replace"), time.monotonic() - begin)

    def kill(self):
        """Ends the command that runs, with all that it has started: `swift test` gives its tests a group of their own."""
        if self.process is None:
            return
        while left := started_by(self.process.pid):
            for pid in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self.process.poll()
            time.sleep(0.05)
        self.process.wait()
        self.process = None


def started_by(leader):
    """The processes of the leader's session and those below it, which have not ended."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat="], capture_output=True, text=True).stdout
    found, parents = {leader}, {}
    for pid, parent, state in (line.split()[:3] for line in listed.splitlines()):
        if not state.startswith("Z"):
            parents[int(pid)] = int(parent)
    for pid in parents:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if os.getsid(pid) == leader:
                found.add(pid)
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return [pid for pid in found if pid in parents]


def limit_memory():
    """Three quarters of what there is: a loop that only grows would otherwise take the machine with it."""
    most = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * 3 // 4
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


class Tested:
    """What a run of tests came to."""

    def __init__(self, ended):
        self.seconds = ended.seconds
        self.status = ended.status
        #: Names of tests that failed, each once.
        found = re.findall(r"^✘ Test (?:case .* in )?(\".*?\"|[\w`]+\(.*?\))(?: with .*?)? (?:recorded|failed)",
                           ended.text, re.M)
        self.failed = list(dict.fromkeys(name.strip('"') for name in found))
        count = re.findall(r"Test run with (\d+) test", ended.text)
        self.count = int(count[-1]) if count else None
        self.has_begun = "Test run started" in ended.text
        self.has_ended = self.count is not None
        self.text = ended.text

    @property
    def is_green(self):
        return self.status == 0 and not self.failed

    @property
    def reason(self):
        """Why it is not green, in a few words."""
        if self.status is None:
            return "no end"
        if self.failed:
            more = f" and {len(self.failed) - 1} more" if len(self.failed) > 1 else ""
            return f"“{self.failed[0]}”{more}"
        return "crash"
