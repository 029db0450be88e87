"""What became of the faults, kept in a file so that a run that was stopped goes on."""
import json
import os

#: Of a hundred, so many are to be noticed.
ENOUGH = 95

KILLED, SURVIVED, UNBUILT, LOST = "killed", "survived", "does not compile", "no longer found"


class Verdicts:
    def __init__(self, path, state):
        self.path = path
        #: A hash of sources and tests: another one, and nothing that was found holds for sure.
        self.state = state
        self.entries, self.rest, self.sound = {}, {}, None
        try:
            kept = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return
        if kept.get("state") == state:
            self.entries, self.rest = kept.get("faults", {}), kept.get("earlier", {})
            self.sound = kept.get("sound")
        else:
            self.rest = {**kept.get("earlier", {}), **kept.get("faults", {})}

    def of(self, fault, trusting=False):
        """What is known of a fault; of an earlier state only that it was noticed, where that is to be trusted."""
        entry = self.entries.get(fault.id)
        if entry and entry["digest"] == fault.digest:
            return entry
        earlier = self.rest.get(fault.id)
        if trusting and earlier and earlier["digest"] == fault.digest and earlier["verdict"] == KILLED:
            return {**earlier, "isEarlier": True}
        return None

    def note(self, fault, verdict, by="", seconds=0):
        self.entries[fault.id] = {"digest": fault.digest, "verdict": verdict, "by": by, "seconds": round(seconds)}
        self.save()
        return self.entries[fault.id]

    def note_sound(self, seconds, failed):
        """How long all tests take where there is no fault, and which of them fail all the same."""
        self.sound = {"seconds": round(seconds, 1), "failed": failed}
        self.save()

    def save(self):
        content = {"state": self.state, "sound": self.sound, "faults": self.entries, "earlier": self.rest}
        temporary = self.path.with_suffix(".part")
        temporary.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
        os.replace(temporary, self.path)


def line(fault, entry):
    """One fault and what became of it."""
    shown = {KILLED: "killed", SURVIVED: "SURVIVED", UNBUILT: "NOT BUILT", LOST: "NOT FOUND"}[entry["verdict"]]
    by = f"\n              by {entry['by']}" if entry["by"] else ""
    return f"{shown:9} {fault.id:24} {fault.what} ({fault.file}; {entry['seconds']} s){by}"


def summary(faults, entries):
    """The sum in words, and whether it is enough. What was not tried counts as not noticed."""
    known = [(fault, entries.get(fault.id)) for fault in faults]
    def those(verdict):
        return [fault for fault, entry in known if entry and entry["verdict"] == verdict]
    killed = those(KILLED)
    lines = []
    for verdict in (SURVIVED, UNBUILT, LOST):
        if found := those(verdict):
            lines.append(f"{len(found)} {verdict}: {' '.join(fault.id for fault in found)}")
    if missing := [fault.id for fault, entry in known if entry is None]:
        lines.append(f"{len(missing)} not tried: {' '.join(missing)}")
    must = [fault.id for fault, entry in known if fault.must and not (entry and entry["verdict"] == KILLED)]
    if must:
        lines.append(f"of those that must be noticed {len(must)} were not: {' '.join(must)}")
    earlier = sum(entry.get("isEarlier", False) for _, entry in known if entry)
    trusted = f" ({earlier} of them in an earlier state of the sources)" if earlier else ""
    lines.append(f"{len(killed)} of {len(faults)} killed{trusted}; {ENOUGH} of 100 are wanted")
    return lines, 100 * len(killed) >= ENOUGH * len(faults) and not must
