#!/usr/bin/env python3
"""The plan in data/ as the workbooks in which offices hold it: sheets of projects, or one flat table.

    python3 workbooks.py ../../data/reggio-emilia-2024/peg-2024-allegato-b.md .

It writes sheets.xlsx, flat.xlsx, flat.xls and flat-of-numbers.xls; flat.ods is made from flat-of-subtotals.xlsx.
"""

import datetime
import re
import sys

import openpyxl
import xlwt
from openpyxl.styles import Font

CODE = r"2024_P[DG]_\w{4}"
REFERENCE = ("Indirizzo", "Obiettivo Strategico", "Azione")
LABELS = REFERENCE + (
    "Indirizzo Strategico di riferimento", "Prodotto", "Progetto", "Descrizione", "Budget previsto", "Fasi/attività",
    "Obiettivo di miglioramento", "Obiettivo prioritario", "Obiettivo gestionale ordinario",
)


def plain(text):
    return re.sub(r"\*\*|</?b>", "", text.replace("\\_", "_")).strip()


def stretches(lines):
    """A paragraph as its bold and plain stretches; of one without any, its lines, unless they go on with a title."""
    text = " ".join(line.strip() for line in lines).replace("\\_", "_")
    if "**" in text or "<b>" in text:
        parts = [part.strip() for part in re.split(r"\*\*|</?b>", text)]
    else:
        parts = [plain(line) for line in lines]
    return [part for part in parts if part]


def blocks(path):
    """The plan as rows of cells: headings as (True, [text]), all others as (False, cells); None for a gap."""
    lines = []

    def paragraph():
        parts = stretches(lines)
        lines.clear()
        while parts:
            part = parts.pop(0)
            if part in REFERENCE and parts:
                yield False, [part, parts.pop(0)]
                continue
            split = re.match(rf"({'|'.join(REFERENCE)}) (.+)", part)
            if split and not part.startswith(LABELS[3]):
                yield False, [split[1], split[2]]
                continue
            if re.fullmatch(rf"{CODE}|2024_OB_\w+", part) and parts and parts[0] not in LABELS:
                part += " " + parts.pop(0)
            yield False, [part]
        yield None

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        heading = re.match(r"#{1,6} (.*)", line)
        if re.fullmatch(r"\*\*[^*]+\*\*\*\*[^*]+\*\*\*\*[^*]+\*\*", line):
            line = re.sub(r"\*\*\*\*", "\t", line)
        if line.strip() and line.strip() != "---" and "\t" not in line and not heading:
            lines.append(line)
            continue
        if lines:
            yield from paragraph()
        if heading:
            yield True, [plain(heading[1])]
        elif "\t" in line and set(line) - set("-\t"):
            yield False, [plain(cell) for cell in line.split("\t")]
        else:
            yield None
    yield from paragraph()


def value(text):
    """A cell as Excel holds it: its value, and its number format."""
    share = re.fullmatch(r"(\d+),(\d\d) %", text)
    if share:
        return int(share[1] + share[2]) / 10000, "0.00%"
    day = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    if day:
        return datetime.date(int(day[3]), int(day[2]), int(day[1])), "DD/MM/YYYY"
    amount = re.fullmatch(r"\d{1,3}(\.\d{3})*,\d\d", text)
    if amount:
        return float(text.replace(".", "").replace(",", ".")), "#,##0.00"
    if re.fullmatch(r"0|[1-9]\d*", text):
        return int(text), "General"
    return text or None, "General"


def sheets(path, out):
    """A sheet for the title page, one for each CDR with its summary, and one for each project; those of the last CDR
    stand below each other on its sheet."""
    book = openpyxl.Workbook()
    sheet, row, names = book.active, 1, set()
    sheet.title = "PEG 2024"

    def begin(name):
        nonlocal sheet, row
        sheet, row = book.create_sheet(name), 1

    items = list(blocks(path))
    for at, item in enumerate(items):
        if item is None:
            row += row > 1 and any(cell.value is not None for cell in sheet[row - 1])
            continue
        is_heading, cells = item
        first = cells[0]
        follows = [after[1][0] for after in items[at + 1 : at + 4] if after]
        if is_heading and re.match(r"\w\w - ", first) and any(text.startswith("Dirigente") for text in follows):
            if first[:2] not in names:
                names.add(first[:2])
                begin(f"CDR {first[:2]}")
        elif len(cells) == 1 and re.match(CODE, first) and "A0" not in names:
            begin(re.match(CODE, first)[0])
        elif first in ("Prodotto", "Progetto") or (first.startswith("Dirigente") and sheet.title.startswith("2024")):
            continue
        for column, cell in enumerate(cells, 1):
            held, form = value(cell)
            if held is not None:
                place = sheet.cell(row, column, held)
                place.number_format = form
                if is_heading:
                    place.font = Font(bold=True)
        row += 1
    book.save(out)


def rows(path):
    """Every staff row: CDR, its name and director, project, title, name, role and share."""
    cdr = name = director = code = title = None
    wanted = False
    for item in blocks(path):
        if item is None:
            continue
        is_heading, cells = item
        first = cells[0]
        if is_heading and re.match(r"\w\w - [A-Z]", first):
            cdr, name = first.split(" - ", 1)
            director = None
        elif len(cells) == 1 and first.startswith("Dirigente:"):
            director = director or first.split(":", 1)[1].strip()
        elif first == "Dirigente:" and len(cells) == 1:
            wanted = "director"
        elif len(cells) == 1 and re.match(CODE, first):
            code, title = first[:12], first[12:].strip()
            wanted = "" if title else "title"
        elif len(cells) == 1 and wanted == "title" and first not in LABELS:
            title, wanted = first, ""
        elif len(cells) == 1 and wanted == "director":
            director, wanted = first, ""
        elif len(cells) >= 3 and cells[2].endswith(" %") and not re.match(r"\w_\w{4}_", first) and code and first:
            if len([cell for cell in cells if cell]) == 3:
                yield cdr, name, director, code, title, *cells[:3]


HEADER = (
    "CDR", "Nome CDR", "Dirigente", "Codice progetto", "Titolo", "Nome Soggetto", "Relazione Personale",
    "Impegno Personale",
)


def flat(plan, out, subtotals):
    """One flat table; the cells of a project are merged, or a line with its sum follows it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Impegni"
    for cell in range(len(HEADER)):
        sheet.cell(1, cell + 1, HEADER[cell]).font = Font(bold=True)
    at, start = 2, 2
    for number, row in enumerate(plan):
        for column, cell in enumerate(row[:7], 1):
            if subtotals or at == start or column > 5:
                sheet.cell(at, column, cell)
        sheet.cell(at, 8, value(row[7])[0]).number_format = "0.00%"
        at += 1
        if number + 1 == len(plan) or plan[number + 1][3] != row[3]:
            if subtotals:
                sheet.cell(at, 4, f"Totale {row[3]}")
                sheet.cell(at, 8, f"=SUM(H{start}:H{at - 1})").number_format = "0.00%"
                at += 1
            elif at - start > 1:
                for column in range(1, 6):
                    sheet.merge_cells(start_row=start, end_row=at - 1, start_column=column, end_column=column)
            start = at
    book.save(out)


def old(plan, out, style):
    """The flat table as Excel 97 wrote it, with its shares as texts or as numbers of some format."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Impegni")
    for column, cell in enumerate(HEADER):
        sheet.write(0, column, cell)
    for at, row in enumerate(plan, 1):
        for column, cell in enumerate(row[:7]):
            sheet.write(at, column, cell)
        if style is None:
            sheet.write(at, 7, row[7])
        else:
            share = value(row[7])[0]
            sheet.write(at, 7, share, xlwt.easyxf(num_format_str=style))
    book.save(out)


def main(path, folder):
    plan = list(rows(path))
    assert len(plan) == 162 and sum(int(row[7][:-2].replace(",", "")) for row in plan) == 516200, len(plan)
    sheets(path, f"{folder}/sheets.xlsx")
    flat(plan, f"{folder}/flat.xlsx", subtotals=False)
    flat(plan, f"{folder}/flat-of-subtotals.xlsx", subtotals=True)
    old(plan, f"{folder}/flat.xls", None)
    old(plan, f"{folder}/flat-of-numbers.xls", "0.00%")


main(*sys.argv[1:])
