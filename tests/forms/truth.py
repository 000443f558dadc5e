#!/usr/bin/env python3
"""Makes plans of which the truth is known, in six forms, reads them, and counts what is wrong without a word of it.

    python3 truth.py CENTO FOLDER FIRST LAST

Each number from FIRST to LAST makes one small plan of invented people, as one flat table or as sheets with a heading each,
and writes it as Markdown (cells between tabs, and between pipes), HTML, XLSX, DOCX and, if it is flat, CSV. Between the rows
stand what offices put there: blank rows, titles of sections, totals, repeated headers, page headings, vacancies, figures
that are none, columns that mean something else. What is read must be right, or it must be told; nobody may have more than
is written.
"""

import html
import json
import random
import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

SURNAMES = """Rossi Bianchi Ferrari D'Angelo De_Luca Lo_Presti Bertolini Zanichelli Di_Stefano Morandi Tognazzi Ugolini Vecchi
    Abbati Hoxha Popescu Somma Totaro Media_Neri Kowalczyk""".split()
GIVEN = "Anna Mario Gian_Luca Ivo Alessandro Eva Annalisa Francesca Ugo Laura Marco Xhesika Wojciech Ada".split()
ROLES = ["Dirigente", "Dipendente", "Istruttore", "Funzionario", "Posizione Organizzativa", "C1", "Portavoce", ""]
FIGURES = ["{} %", "{}%", "{},00 %", "{}", "{},0", "{}.00"]
CODES = ["Codice progetto", "Progetto", "Codice", "Cod. progetto", "Scheda"]
PEOPLE = """Nominativo|Nome Soggetto|Dipendente|Cognome e nome|Risorsa|Soggetto|Addetto|Personale|Nome|Unità|Persona""".split("|")
OFFICES = "Ruolo|Cat.|Profilo|Relazione Personale|Qualifica|Inquadramento|Mansione".split("|")
SHARES = """% impegno|Impegno|Impegno Personale|Impegno %|Quota|%|Percentuale|Tempo dedicato (%)|% tempo|Allocazione|FTE|
Percentuale lavorata""".replace("\n", "").split("|")
OTHERS = {
    "Note": ["", "vedi allegato"], "Sede": ["", "Via Roma"], "Ore": ["2", "12", "36"], "Dal": ["01/03/2024"],
    "Al": ["31/12/2024"], "2023": ["10", "90"], "Matricola": [""], "N.": ["1", "2"], "Telefono": ["0522456111"],
    "Impegno precedente": ["10", "40"], "% PNRR": ["50", "100"], "Mesi": ["6", "12"], "Anno": ["2023", "2024"],
    "Costo": ["350", "1200"], "Email": ["a@b.it", ""],
}
WRITTEN = """Dott. {}|Dott.ssa {}|{} (part-time)|{}*|{} (1)|Ing. {}|{}²|{} - PT 50%|Sig.ra {}|{} (in comando)|{}, Arch.""".split("|")
HEADINGS = ["**{}**", "## {}", "{}", "Scheda {}", "Progetto: {}", "1.1 {}", "- {}", "Titolo - {}"]
# What tells of rows that were not counted, or not for certain.
TELLING = {"R001", "R002", "R003", "R004", "R005", "R009", "R010", "R011", "R012", "R013", "R014", "R015", "N006", "N008"}


class Plan:
    """Blocks: `row` with its cells, `heading` and `text` with what they say, `gap`; and everybody's total."""

    def __init__(self, rng):
        self.rng, self.blocks, self.totals = rng, [], defaultdict(int)
        self.is_flat = rng.random() < 0.4
        columns = [("name", rng.choice(PEOPLE)), ("role", rng.choice(OFFICES)), ("share", rng.choice(SHARES))]
        columns = [("code", rng.choice(CODES))] * self.is_flat + columns
        columns += [("other", header) for header in rng.sample(list(OTHERS), rng.choice([0, 0, 1, 1, 2]))]
        if rng.random() < 0.4:
            rng.shuffle(columns)
        self.columns, self.figure = columns, rng.choice(FIGURES)
        names = [f"{surname} {given}".replace("_", " ") for surname in SURNAMES for given in GIVEN]
        self.names = rng.sample(names, 14)
        if self.is_flat:
            self.header()
        for number in range(rng.randint(2, 4)):
            self.project(f"2024_PD_04{10 + number}")

    def header(self):
        self.blocks.append(("row", [header for _, header in self.columns]))

    def row(self, **cells):
        rng = self.rng
        self.blocks.append(("row", [rng.choice(OTHERS[header]) if what == "other" else cells.get(what, "")
                                    for what, header in self.columns]))

    def project(self, code):
        if not self.is_flat:
            self.blocks += [("gap", ""), ("heading", self.rng.choice(HEADINGS).format(code)), ("gap", "")]
            self.header()
        for _ in range(self.rng.randint(1, 5)):
            self.person(code)

    def person(self, code):
        rng = self.rng
        name, percent = rng.choice(self.names), rng.choice([1, 5, 8, 10, 20, 25, 30, 40, 60, 100])
        self.totals[name] += percent
        share = self.figure.format(percent)
        written = name if rng.random() < 0.75 else rng.choice(WRITTEN).format(name)
        self.row(code=code, name=written, role=rng.choice(ROLES), share=share)
        what = rng.random()
        if what < 0.06:
            self.blocks.append(("gap", ""))
        elif what < 0.10:
            title = rng.choice(["Settore 2", "Segue", "Servizio Affari Generali", "Area tecnica"])
            self.blocks.append(("row", [title] + [""] * (len(self.columns) - 1)))
        elif what < 0.14:
            self.row(name=rng.choice(["Totale", "Tot.", "Subtotale", "Media", "Totale complessivo", name + " Totale"]), share=share)
        elif what < 0.17:
            self.blocks += [("gap", ""), ("text", rng.choice(["Comune di Esempio - PEG 2024", "(segue)", "12"])), ("gap", "")]
        elif what < 0.20:
            self.blocks.append(("gap", ""))
            self.header()
        elif what < 0.21:
            nobody = rng.choice(["Da assumere", "TBD", "Vacante", "NaN", "-", "n.d."])
            self.row(code=code, name=nobody, role="Dipendente", share=self.figure.format(50))
        elif what < 0.22:
            self.row(code=code, name=name, role="Dipendente", share=rng.choice(["n.d.", "~20%", "", "10-20 %", "#N/D"]))


def markdown(plan, pipes):
    lines, before = [], None
    for kind, what in plan.blocks:
        if kind != "row":
            lines.append(what)
        elif pipes:
            lines.append(f"| {' | '.join(what)} |")
            lines += ["|" + "---|" * len(what)] if before != "row" else []
        else:
            lines.append("\t".join(what))
        before = kind
    return "\n".join(lines) + "\n"


def in_tables(plan, begin, end, row, heading, text):
    """The blocks with what begins and ends a table around rows that follow one another."""
    out, inside = [], False
    for kind, what in plan.blocks:
        if kind == "gap":
            continue
        if (kind == "row") != inside:
            out.append(end if inside else begin)
            inside = not inside
        out.append(row(what) if kind == "row" else (heading if kind == "heading" else text)(what.strip("*# ")))
    return "".join(out + ([end] if inside else []))


def page(plan):
    row = lambda cells: "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"
    of = lambda tag: lambda text: f"<{tag}>{html.escape(text)}</{tag}>"
    return "<!DOCTYPE html><body>" + in_tables(plan, "<table>", "</table>", row, of("h2"), of("p"))


def package(path, parts):
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def docx(plan, path):
    line = lambda text, style="": f"<w:p>{style}<w:r><w:t xml:space=\"preserve\">{escape(text)}</w:t></w:r></w:p>"
    row = lambda cells: "<w:tr>" + "".join(f"<w:tc>{line(cell)}</w:tc>" for cell in cells) + "</w:tr>"
    heading = lambda text: line(text, "<w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>")
    body = in_tables(plan, "<w:tbl>", "</w:tbl>", row, heading, line)
    package(path, {"word/document.xml": f"<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"})


def xlsx(plan, path):
    def cell(text, place):
        is_number = text.replace(".", "", 1).isdigit() and not text.startswith("0")
        written = f"<v>{text}</v>" if is_number else f"<is><t>{escape(text)}</t></is>"
        kind = "" if is_number else " t=\"inlineStr\""
        return f"<c r=\"{place}\"{kind}>{written}</c>"

    rows = []
    for number, (kind, what) in enumerate(plan.blocks, 1):
        cells = what if kind == "row" else [what.strip("*# ")]
        cells = [cell(text, f"{chr(65 + at)}{number}") for at, text in enumerate(cells) if text]
        rows.append(f"<row r=\"{number}\">{''.join(cells)}</row>")
    package(path, {
        "xl/workbook.xml": "<workbook><sheets><sheet name=\"A\" r:id=\"r1\" sheetId=\"1\"/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/1.xml\"/>"
                                      "</Relationships>",
        "xl/worksheets/1.xml": f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>",
    })


def csv(plan):
    width = len(plan.columns)
    return "".join(";".join(what if kind == "row" else [what.strip("*# ")] + [""] * (width - 1) * (kind != "gap")) + "\n"
                   for kind, what in plan.blocks)


def write(plan, folder):
    """The documents, one for each form."""
    texts = {"tabs.md": markdown(plan, False), "pipes.md": markdown(plan, True), "page.html": page(plan)}
    if plan.is_flat:
        texts["flat.csv"] = csv(plan)
    for name, text in texts.items():
        (folder / name).write_text(text)
    docx(plan, folder / "text.docx")
    xlsx(plan, folder / "book.xlsx")
    return sorted(folder.iterdir())


def judge(cento, path, totals):
    """Whether a document is read right, refused, told of, or wrong."""
    command = [cento, "check", path, "--format", "json", "--settings", "/dev/null"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode > 1:
        return "wrong" if "panicked" in run.stderr else "refused"
    check = json.loads(run.stdout)
    people = [person for person in check["people"] if person["kind"] == "person"]
    read = {person["person"]: Decimal(person["total_percent"]) for person in people if person["certain"]}
    open_ = {person["person"] for person in people if not person["certain"]}
    wrong = [name for name in totals.keys() | read.keys() if name not in open_ and totals.get(name) != read.get(name)]
    if not wrong:
        return "right"
    too_much = [name for name in wrong if name in read and read[name] > totals.get(name, 0)]
    is_told = any(finding["code"] in TELLING for finding in check["findings"])
    return "told" if is_told and not too_much else "wrong"


def main(cento, folder, first, last):
    counts = Counter()
    for seed in range(int(first), int(last) + 1):
        plan = Plan(random.Random(seed))
        own = Path(folder) / str(seed)
        own.mkdir(parents=True, exist_ok=True)
        verdicts = {path: judge(cento, path, plan.totals) for path in write(plan, own)}
        counts.update(verdicts.values())
        for path, verdict in verdicts.items():
            if verdict == "wrong":
                print(f"{path}: {dict(plan.totals)}")
            else:
                path.unlink()
        if "wrong" not in verdicts.values():
            own.rmdir()
    print(", ".join(f"{counts[verdict]} {verdict}" for verdict in ["right", "told", "refused", "wrong"]))
    return 1 if counts["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
