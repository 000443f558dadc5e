#!/usr/bin/env python3
"""Mutates documents, has them checked, and tells of every run that is not as it must be.

    python3 mutate.py CENTO SEED DOCUMENTS [PART OF A NAME…]

takes the documents of `tests/`, changes each a little or much (bytes, pieces, words of its own form; in packages their parts), and
checks them, a hundred at a time, in one folder. Whatever is in them, the check ends by itself within 15 s and within 1 GB, tells its
outcome (exit 0 or 1) in JSON that is valid, and has accepted or rejected every row that it saw. What a hundred keeps to, each of them
does; where they do not, the documents are tried one by one, and those at fault are kept in `found/`. That a hundred takes longer, of
which each is in time, is no fault. The same seed makes the same documents.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
FORMS = {".md", ".txt", ".csv", ".tsv", ".html", ".pdf", ".docx", ".odt", ".xlsx", ".ods", ".xls"}
AT_ONCE = 100
LONGEST = 15
TOO_LONG = f"takes more than {LONGEST} s"
LARGEST = 1 << 30
WORDS = [b"%", b"\t", b"|", b"\n", b"0", b"-1", b"2147483647", b"99999999999999999999", b"\x00", b"\xff\xfe", b"2024_PD_0101", b"5,00 %",
         b"Nome Soggetto", "Impegno Personale à".encode(), b"<<", b">>", b"[", b"]", b"(", b"/W ", b"R", b"endobj", b"stream\n", b"<td>", b"</td>",
         b"<table>", b"rowspan=9999999", b"<w:tr>", b"</w:tbl>", b'r="ZZZ99999"', b"&#x0;", b"&lt;", b"\xe2\x80\xae", b"\xc2\x85"]


def changed(rng, data):
    """The bytes with one change."""
    if not data:
        return rng.choice(WORDS)
    at = rng.randrange(len(data))
    size = min(len(data) - at, rng.choice([1, 2, 8, 64, 1024]))
    piece = data[at:at + size]
    return rng.choice([
        lambda: data[:at] + bytes([rng.randrange(256)]) + data[at + 1:],
        lambda: data[:at] + data[at + size:],
        lambda: data[:at] + piece * rng.choice([2, 3, 50]) + data[at + size:],
        lambda: data[:at] + rng.choice(WORDS) + data[at:],
        lambda: data[:at] + rng.choice(WORDS) + data[at + size:],
        lambda: data[:at],
        lambda: data[:at] + bytes(rng.randrange(256) for _ in range(size)) + data[at + size:],
    ])()


def mutated(rng, data):
    """The document with some changes; those of a package are in its parts."""
    times = rng.choice([1, 1, 2, 4, 16])
    if data[:2] == b"PK" and rng.random() < 0.8:
        out = BytesIO()
        with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
            parts = {name: package.read(name) for name in package.namelist()}
            for _ in range(times):
                name = rng.choice(list(parts))
                parts[name] = changed(rng, parts[name])
            for name, part in parts.items():
                copy.writestr(name, part)
        return out.getvalue()
    for _ in range(times):
        data = changed(rng, data)
    return data


def fault(cento, folder):
    """What is wrong with the check of a folder; none if it is as it must be."""
    def limited():
        resource.setrlimit(resource.RLIMIT_DATA, (4 * LARGEST, 4 * LARGEST))

    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    try:
        done = subprocess.run([cento, "check", folder, "--format", "json"], capture_output=True, timeout=LONGEST, preexec_fn=limited)
    except subprocess.TimeoutExpired:
        return TOO_LONG
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if after > before and after * 1024 > LARGEST:
        return f"takes {after >> 10} MB"
    if done.returncode not in (0, 1, 2):
        return f"ends with {done.returncode}: {done.stderr[-300:].decode(errors='replace')}"
    if done.returncode == 2:
        return None if done.stderr.strip() and not done.stdout else "fails without a word"
    try:
        coverage = json.loads(done.stdout)["coverage"]
    except (ValueError, KeyError) as error:
        return f"its output is not valid: {error}"
    if coverage["rows_seen"] != coverage["rows_accepted"] + coverage["rows_rejected"]:
        return f"rows are lost: {coverage}"
    return None


def tried(cento, documents):
    """Which of some documents, by their names, are at fault, and why."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in documents.items():
            Path(folder, name).write_bytes(data)
        whole = fault(cento, folder)
    if whole is None:
        return {}
    found = {}
    for name, data in documents.items():
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, name).write_bytes(data)
            if why := fault(cento, folder):
                found[name] = why
    return found if found or whole == TOO_LONG else {"all together": whole}


def main(cento, seed, count, *parts):
    rng = random.Random(int(seed))
    # An inner folder is another plan: all stand beside each other.
    paths = [path for path in sorted(HERE.parent.rglob("*")) if path.suffix in FORMS and path.stat().st_size < 1 << 20]
    paths = [path for path in paths if all(part in path.name for part in parts)]
    seeds = [(path.suffix, path.read_bytes()) for path in paths]
    by_form = {}
    for form, data in seeds:
        by_form.setdefault(form, []).append(data)
    forms = sorted(by_form)
    made, faults = 0, 0
    while made < int(count):
        documents = {}
        for number in range(min(AT_ONCE, int(count) - made)):
            form = rng.choice(forms)
            documents[f"{number}{form}"] = mutated(rng, rng.choice(by_form[form]))
        made += len(documents)
        for name, why in tried(cento, documents).items():
            faults += 1
            kept = HERE / "found"
            kept.mkdir(exist_ok=True)
            for kept_name, data in documents.items():
                if name in (kept_name, "all together"):
                    (kept / f"{seed}-{made}-{kept_name}").write_bytes(data)
            print(f"{seed}-{made}-{name}: {why}", flush=True)
        if sys.stderr.isatty():
            print(f"\r{made} of {count}", end="", file=sys.stderr)
    print(f"{made} documents of {len(seeds)}, {faults} at fault")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
