#!/usr/bin/env python3
"""Counts what a reading of documents gets wrong without saying so.

    python3 silent.py CENTO PLAN.md DOCUMENT…

Every row of the plan must be among those of the document, to the letter, or be told: as a rejected row, or by a
finding about the page. A row that the plan does not have is an error however it is told.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

COLUMNS = ["cdr", "project", "person_as_written", "role_as_written", "percent"]
# Stands for a rejected row of a project, or for as many rows as there are percentages in what it quotes.
TORN = "R008"


def asked(cento, *arguments):
    done = subprocess.run([cento, *arguments, "--format", "json"], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode < 2 else None


def read(cento, path):
    rows, check = asked(cento, "rows", path), asked(cento, "check", path)
    if rows is None or check is None:
        return None, None
    return Counter(tuple(row[column] for column in COLUMNS) for row in rows["rows"]), check


def main(cento, plan, *documents):
    truth, _ = read(cento, plan)
    silent = 0
    for document in documents:
        rows, check = read(cento, document)
        if rows is None:
            print(f"{Path(document).name:45} refused")
            continue
        # People under no project that can be read are counted, and told.
        # Names of which letters are lost are told, and their rows count.
        lost = " ".join(finding["message"] for finding in check["findings"] if finding["code"] == "N006")
        named = sum(count for row, count in (rows - truth).items() if row[2] in lost)
        is_suspect = any(finding["code"] == "R009" for finding in check["findings"])
        loose = sum(count for row, count in (rows - truth).items() if row[1] is None and is_suspect)
        loose += named
        wrong, missing = (rows - truth).total() - loose, (truth - rows).total() - loose
        torn = [(finding.get("project"), finding["message"].count("%")) for finding in check["findings"] if finding["code"] == TORN]
        torn = sum(count if project is None else max(0, count - 1) for project, count in torn)
        told = check["coverage"]["rows_rejected"] + check["coverage"]["percentages_unaccounted"] + torn
        # Nothing was read, and the document says so.
        is_refused = any(finding["code"] in ("R004", "R014") for finding in check["findings"])
        if is_refused and not rows:
            told = missing
        own = wrong + max(0, missing - wrong - told)
        silent += own
        print(f"{Path(document).name:45} {rows.total():4} rows, {missing:3} missing, {told:3} told, {wrong:3} wrong", own or "")
    print(f"{len(documents)} documents, silent errors: {silent}")
    return silent > 0


sys.exit(main(*sys.argv[1:]))
