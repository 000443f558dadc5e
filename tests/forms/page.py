#!/usr/bin/env python3
"""The plan in data/ as a web page with real headings and tables, from which the other forms are made.

    python3 page.py ../../data/reggio-emilia-2024/peg-2024-allegato-b.md > page.html
"""

import html
import re
import sys


def inline(text):
    text = text.replace("\\_", "_")
    parts = re.split(r"\*\*|</?b>", text)
    # Two bold stretches side by side would become one word: a line each.
    shown = [f"<b>{html.escape(part)}</b>" if at % 2 else html.escape(part) for at, part in enumerate(parts)]
    shown = [part for part in shown if part != "<b></b>"]
    return re.sub("</b><b>", "</b><br><b>", "".join(shown))


def headings(line):
    """The headings of an empty table are three bold stretches in one line: a row."""
    cells = re.fullmatch(r"\*\*([^*]+)\*\*\*\*([^*]+)\*\*\*\*([^*]+)\*\*", line)
    return "\t".join(cells.groups()) if cells else line


def main(path):
    rows, lines = [], []
    print("<!DOCTYPE html><meta charset=utf-8><title>PEG</title><body>")

    def end_table():
        if rows:
            width = max(len(row) for row in rows)
            cells = lambda row: "".join(f"<td>{inline(cell.strip())}</td>" for cell in row + [""] * (width - len(row)))
            print("<table border=1>" + "".join(f"<tr>{cells(row)}</tr>" for row in rows) + "</table>")
            rows.clear()

    def end_paragraph():
        if lines:
            print("<p>" + "<br>".join(inline(line) for line in lines) + "</p>")
            lines.clear()

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        heading = re.match(r"(#{1,6}) (.*)", line)
        line = headings(line)
        is_text = line.strip() and line.strip() != "---" and "\t" not in line and not heading
        if is_text:
            end_table()
            lines.append(line.strip())
            continue
        end_paragraph()
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        end_table()
        if heading:
            print(f"<h{len(heading[1])}>{inline(heading[2])}</h{len(heading[1])}>")
    end_paragraph()
    end_table()


main(sys.argv[1])
