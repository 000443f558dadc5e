#!/usr/bin/env python3
"""Kills runs of the program and starts two at once: what they leave must be whole, and nothing may be left over.

    python3 tests/hostile/drive.py PROGRAM [--rounds N] [--seed N] [--plan FILE] [--only REPORT,CHART,OUTPUT]

README.md beside this file says what is tried and what counts as a fault. Only the standard library is needed.
"""

import argparse
import hashlib
import json
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

WORKS = ("report", "chart", "output")
# What a run may say when another one is at the same target.
REFUSED = 2


def plan(people):
    """A plan of as many people on three projects: enough that writing what is made of it takes a while."""
    text = ["# PEG 2024", ""]
    for project in range(3):
        text += [f"**2024_PD_010{project}**", "", "**Titolo**", ""]
        text += ["Nome Soggetto\tRelazione Personale\tImpegno Personale"]
        text += [f"Rossi A{chr(97 + at // 26)}{chr(97 + at % 26)}\tDipendente\t{20 + project},00 %" for at in range(people)]
        text += [""]
    return "\n".join(text)


class Place:
    """A folder with a plan, and one into which the program writes."""

    def __init__(self, program, document):
        self.program = program
        self.root = Path(tempfile.mkdtemp(prefix="cento-hostile-"))
        (self.root / "plan").mkdir()
        (self.root / "out").mkdir()
        (self.root / "plan" / "plan.md").write_bytes(document)
        self.read = self.contents(self.root / "plan")

    def arguments(self, work):
        if work == "report":
            return ["report", "plan", "-o", "out/report"]
        if work == "chart":
            return ["chart", "people,distribution", "plan", "-o", "out/pictures"]
        return ["rows", "plan", "--format", "csv", "-o", "out/rows.csv"]

    def target(self, work):
        return self.root / "out" / {"report": "report", "chart": "pictures", "output": "rows.csv"}[work]

    def start(self, work):
        return subprocess.Popen(
            [self.program, *self.arguments(work)], cwd=self.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )

    def run(self, work):
        run = self.start(work)
        said = run.communicate()[1]
        return run.returncode, said.decode(errors="replace")

    def clear(self):
        shutil.rmtree(self.root / "out")
        (self.root / "out").mkdir()

    def remove(self):
        shutil.rmtree(self.root)

    @staticmethod
    def contents(folder):
        """Every file below a folder, with its bytes."""
        if folder.is_file():
            return {folder.name: folder.read_bytes()}
        return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}

    def left_over(self, work):
        """What stands beside the target, or hidden anywhere, and is no part of it."""
        target = self.target(work)
        beside = [path.name for path in (self.root / "out").iterdir() if path != target]
        hidden = [str(path.relative_to(self.root)) for path in self.root.rglob(".*")]
        temporary = [str(path.relative_to(self.root)) for path in self.root.rglob("*.tmp")]
        return sorted(set(beside + hidden + temporary))


def faults_of_report(files):
    """What is half in a report: files that its manifest does not have as they are, or that are not there."""
    try:
        listed = {entry["path"]: entry["sha256"] for entry in json.loads(files["manifest.json"])["files"]}
    except (KeyError, ValueError) as error:
        return [f"manifest.json: {error!r}"]
    own = {path: hashlib.sha256(bytes_).hexdigest() for path, bytes_ in files.items() if path != "manifest.json"}
    return sorted(path for path in own.keys() | listed.keys() if own.get(path) != listed.get(path))


def is_png(data):
    """Whether a picture is whole to its last chunk."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return False
    at, kind = 8, b""
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 4 : at + 8 + length]
        if at + 12 + length > len(data) or zlib.crc32(body) != struct.unpack(">I", data[at + 8 + length :][:4])[0]:
            return False
        at += 12 + length
    return kind == b"IEND" and at == len(data)


def half(work, files, known, is_finished):
    """What is not whole of a target. A run that was killed need not have made all pictures, but each must be whole."""
    files = {path: data for path, data in files.items() if not Path(path).name.startswith(".")}
    if work == "report":
        return faults_of_report(files) if files or is_finished else []
    wrong = [path for path, data in files.items() if path in known and data != known[path]]
    wrong += [path for path, data in files.items() if path.endswith(".png") and not is_png(data)]
    strange = [path for path in files if path not in known and not path.endswith(".tmp")]
    missing = [path for path in known if path not in files] if is_finished else []
    return sorted(set(wrong + strange + missing))


def kills(place, work, rounds, dice, faults):
    """Kills a run after a random time and runs again: nothing half meanwhile, everything whole and nothing else then."""
    place.clear()
    start = time.monotonic()
    assert place.run(work)[0] == 0
    lasts = time.monotonic() - start
    known = place.contents(place.target(work))
    killed = 0
    for number in range(rounds):
        if dice.random() < 0.3:
            place.clear()
        run = place.start(work)
        time.sleep(dice.uniform(0.2, 1.05) * lasts)
        killed += run.poll() is None
        run.kill()
        run.communicate()
        target = place.target(work)
        wrong = half(work, place.contents(target), known, False) if target.exists() else []
        note(faults, f"{work}, kill {number}", "half after the kill", wrong)
        status, said = place.run(work)
        note(faults, f"{work}, kill {number}", "the next run fails", [said] if status else [])
        note(faults, f"{work}, kill {number}", "half after the next run", half(work, place.contents(target), known, True))
        note(faults, f"{work}, kill {number}", "left over", place.left_over(work))
    return f"{killed} of {rounds} killed while they ran"


def pairs(place, work, rounds, dice, faults):
    """Starts two runs at once on one target: each ends well or is refused, and what stands there then is whole."""
    place.clear()
    assert place.run(work)[0] == 0
    known = place.contents(place.target(work))
    refused = 0
    for number in range(rounds):
        if dice.random() < 0.5:
            place.clear()
        runs = [place.start(work)]
        time.sleep(dice.choice([0, 0, dice.uniform(0, 0.05)]))
        runs.append(place.start(work))
        said = [run.communicate()[1].decode(errors="replace") for run in runs]
        ends = [run.returncode for run in runs]
        refused += ends.count(REFUSED)
        # A refusal says who is at it; any other end is a fault.
        strange = [text for end, text in zip(ends, said) if end and not (end == REFUSED and "cento" in text.split(":", 1)[-1])]
        note(faults, f"{work}, pair {number}", f"ended with {ends}", strange)
        note(faults, f"{work}, pair {number}", "neither was done", [] if 0 in ends else said)
        wrong = half(work, place.contents(place.target(work)), known, True)
        note(faults, f"{work}, pair {number}", f"half, though they ended with {ends}", wrong)
        note(faults, f"{work}, pair {number}", "left over", place.left_over(work))
    return f"{rounds} pairs, {refused} runs refused"


def note(faults, where, what, things):
    if things:
        faults.append(f"{where}: {what}: {', '.join(str(thing).strip() for thing in things[:5])}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("program", help="the path of cento")
    options.add_argument("--rounds", type=int, default=100, help="how many kills and how many pairs of each work")
    options.add_argument("--seed", type=int, default=None, help="the same times again")
    options.add_argument("--plan", type=Path, default=None, help="a document instead of the invented one")
    options.add_argument("--only", default=",".join(WORKS), help="some of: " + ", ".join(WORKS))
    given = options.parse_args()
    seed = given.seed if given.seed is not None else random.randrange(10**6)
    document = given.plan.read_bytes() if given.plan else plan(6).encode()
    print(f"seed {seed}")
    place = Place(str(Path(given.program).resolve()), document)
    all_faults = []
    try:
        for work in given.only.lower().split(","):
            for what in (kills, pairs):
                faults = []
                told = what(place, work, given.rounds, random.Random(f"{seed} {work} {what.__name__}"), faults)
                print(f"{work}, {what.__name__}: {told}; {len(faults)} faults", flush=True)
                for fault in faults[:10]:
                    print(f"  {fault}")
                all_faults += faults
        if place.contents(place.root / "plan") != place.read:
            all_faults.append("the plan itself was changed")
            print(all_faults[-1])
    finally:
        place.remove()
    return 1 if all_faults else 0


if __name__ == "__main__":
    sys.exit(main())
