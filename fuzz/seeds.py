#!/usr/bin/env python3
"""Copies the documents of `tests/` to where the fuzz targets begin: `corpus/TARGET/`.

Packages are taken apart for `word` and `workbook`, which put them together again: a part is a sign, its name, the end of a line, and
what is in it. Large documents are left out: what is found in one is found in a small one, a hundred times sooner.
"""

import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
LARGEST = 64 << 10
TARGETS = {".md": "text", ".txt": "text", ".csv": "text", ".tsv": "text", ".html": "html", ".pdf": "pdf", ".docx": "word", ".odt": "word",
           ".xlsx": "workbook", ".ods": "workbook", ".xls": "container", ".toml": "settings"}
PACKAGES = {"word", "workbook"}
UNREAD = ("docProps/", "theme", "Thumbnails/", "Configurations", "customXml", "fontTable", "webSettings", "settings.xml", "meta.xml")


def parts(path):
    """The parts of a package that are read."""
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels", "mimetype"))]
        kept = [name for name in names if not any(part in name for part in UNREAD)]
        return b"".join(b"\x1e" + name.encode() + b"\n" + package.read(name) for name in kept)


def add(target, name, data):
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    if len(data) <= LARGEST:
        (folder / name).write_bytes(data)


def main():
    root = HERE.parent
    for path in sorted([*(root / "tests").rglob("*"), *(root / "data").rglob("*.toml")]):
        target = TARGETS.get(path.suffix)
        if target is None or "node_modules" in path.parts:
            continue
        name = "-".join(path.relative_to(root).parts)
        if target in PACKAGES:
            add(target, name, parts(path))
            add("container", name, path.read_bytes())
        else:
            add(target, name, path.read_bytes())
        if path.suffix == ".csv":
            add("settings", name, path.read_bytes())
    names = (root / "tests/expected/people.csv").read_text().splitlines()
    for at in range(0, len(names), 4):
        add("names", f"{at}", "\n".join(name.split(",")[0] for name in names[at:at + 4]).encode())
    add("names", "alike", "Bernardi Ada\nBemardi Ada\nDe Luca Ugo\nDeluca Ugo\nD'Angelo-Rossi Nicolò\nRossi A.\nDott.ssa Rossi Anna (part-time)²".encode())
    for at, figure in enumerate(["3,00 %", "11,5%", "1.234,50 %", "33,333333 %", "5¹ %", "5 % (1)", "−3,25", "1.000 %", "0,5"]):
        add("figures", f"{at}", figure.encode())


if __name__ == "__main__":
    main()
