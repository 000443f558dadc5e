#!/usr/bin/env python3
"""Compares what two programs write, byte for byte: python3 compare.py BEFORE NOW [PATH...]

Both run every command on every document that the paths name (all of tests/, data/ and docs/ without any), and on every
folder that holds some. Standard output, standard error, exit status and every file that is written must be the same. What
differs is listed by command, each with its first lines that differ; --marks leaves out what differs but by the marks (`##`,
`**`, `…`) that the program before wrote into texts that it made, and by the columns that are counted in them.
Exits 1 if anything differs.
"""
import concurrent.futures
import difflib
import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATE = "2024-12-31"
ON_EACH = [
    "check --color always", "check --format json --sha256", "check --format csv", "check --format concise --lang en",
    "check --format json --pseudonymise", "people --format csv", "projects --format json", "cdrs", "cdrs --format json",
    "rows", "rows --format json", "rows --format csv --csv-dialect excel-it", "rows --format csv --pseudonymise",
    "weights --format json", "weights --level indicator", "layout", "settings init -o @OUT/cento.toml",
    f"report --date {DATE} -o @OUT", "chart all --format svg -o @OUT",
]
ON_FOLDERS = [
    "check", "check --format json", "people", "rows --format csv", "projects", "cdrs",
    f"report --pseudonymise --date {DATE} -o @OUT",
]
ALONE = [
    "--help", "check --help", "report --help", "chart --help", "weights --help", "score --help", "explain",
    "explain A001", "check data --fail-on bogus", "weights data --by bogus", "score data --template", "check -",
]
NO_DOCUMENTS = (".rs", ".py", ".js", ".png", ".toml", ".trycmd")
NO_FOLDERS = ("node_modules", "pictures", "cento", "__pycache__")


def documents(paths):
    """Every document below the paths, and the folders that hold some."""
    found, folders = [], []
    for path in paths:
        if os.path.isfile(path):
            found.append(path)
        for folder, below, files in os.walk(path):
            below[:] = sorted(name for name in below if name not in NO_FOLDERS)
            own = [os.path.join(folder, name) for name in sorted(files) if not name.endswith(NO_DOCUMENTS)]
            found += own
            folders += [folder] if own else []
    return found, folders


def commands(found, folders, with_alone):
    listed = []
    for path in found:
        stem, extension = os.path.splitext(path)
        beside = []
        if os.path.exists(stem + ".toml"):
            beside += ["--settings", stem + ".toml"]
        if extension != ".csv" and os.path.exists(stem + ".csv"):
            beside += ["--staff", stem + ".csv"]
        listed += [on(line, path, beside) for line in ON_EACH]
    listed += [on(line, folder, []) for folder in folders for line in ON_FOLDERS]
    return listed + ([line.split() for line in ALONE] if with_alone else [])


def on(line, path, beside):
    words = line.split()
    count = 2 if words[0] in ("settings", "chart") else 1
    return words[:count] + [path] + words[count:] + beside


def run(program, command):
    """What a command writes, by where it writes it."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        command = [program] + [out if word == "@OUT" else word for word in command]
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "it_IT.UTF-8"}
        try:
            done = subprocess.run(
                command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300
            )
        except subprocess.TimeoutExpired:
            return {"time": b"more than 300 s"}
        here = folder.encode()
        written = {
            "exit status": str(done.returncode).encode(),
            "standard output": done.stdout.replace(here, b"@"),
            "standard error": done.stderr.replace(here, b"@"),
        }
        for below, _, files in os.walk(out):
            for name in files:
                path = os.path.join(below, name)
                with open(path, "rb") as file:
                    written[os.path.relpath(path, out)] = file.read()
        return written


def without_marks(content):
    """A text without the marks that were written into texts, and without what is counted or measured in them."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            content = b"\n".join(package.read(name) for name in sorted(package.namelist()))
    text = content.decode(errors="replace")
    text = re.sub(r"\*\*|(?<=[\"\s>│|])## |…", "", text)
    text = re.sub(r'("column": ?)\d+', r"\1", text)
    text = re.sub(r'("(?:sha256|bytes)": ?)("[0-9a-f]*"|\d+)', r"\1", text)
    text = re.sub(r"(:\d+):\d+\b", r"\1", text)
    return [re.sub(r"\s+|\^|─|━|\x1b\[[\d;]*m", "", line) for line in text.splitlines()]


def differences(before, now, leave_marks):
    for name in sorted(before.keys() | now.keys()):
        old, new = before.get(name), now.get(name)
        if old == new:
            continue
        if old is None or new is None:
            yield name, "is written by one alone"
            continue
        if leave_marks:
            lines = [without_marks(content) for content in (old, new)]
        else:
            lines = [content.decode(errors="replace").splitlines() for content in (old, new)]
        if leave_marks and lines[0] == lines[1]:
            continue
        changed = [line[:300] for line in difflib.unified_diff(*lines, n=0, lineterm="") if line[:3] not in ("---", "+++")]
        yield name, "\n      ".join(changed[:9])


def main():
    arguments = [word for word in sys.argv[1:] if word != "--marks"]
    leave_marks = len(arguments) < len(sys.argv[1:])
    if len(arguments) < 2:
        sys.exit(__doc__)
    before, now, *paths = arguments
    before, now = os.path.abspath(before), os.path.abspath(now)
    chosen = [os.path.abspath(path) for path in paths] or [os.path.join(ROOT, name) for name in ("tests", "data", "docs")]
    chosen = [os.path.relpath(path, ROOT) if path.startswith(ROOT + os.sep) else path for path in chosen]
    os.chdir(ROOT)
    listed = commands(*documents(chosen), with_alone=not paths)
    differ = 0

    def compared(command):
        return command, list(differences(run(before, command), run(now, command), leave_marks))

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for command, found in pool.map(compared, listed):
            differ += bool(found)
            for name, lines in found:
                print(f"{' '.join(command)}\n   {name}\n      {lines}")
    print(f"{len(listed)} commands, {differ} differ")
    sys.exit(differ > 0)


if __name__ == "__main__":
    main()
