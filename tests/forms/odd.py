#!/usr/bin/env python3
"""Makes plans in odd dresses, reads them, and counts what is wrong without a word of it.

    python3 odd.py CENTO FOLDER FIRST LAST

Each number from FIRST to LAST makes two PDFs, by WeasyPrint and by Chromium: a small plan of invented people in one of
many styles of table (borders of all kinds or none, cells at the top, in the middle, at the bottom or each column
otherwise, no space between rows or much, justified, rows split between pages). Few offices hold such; none may be read
wrongly in silence.
"""

import html
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

from weasyprint import HTML

SURNAMES = """Rossi Bianchi Ferrari D'Angelo Dell'Acqua De_Luca Lo_Presti Montanari-Gualdi Bertolini Zanichelli Sant'Ambrogio
    Degl'Innocenti Caccialupi Pellegrini_Frangipane Nicolò Di_Giovannantonio Morandi Sforza-Cesarini Tognazzi Ugolini Vecchi
    Zerbini Abbati Cò Quattrocchi""".split()
FIRST_NAMES = """Anna Maria_Grazia Gian_Luca Niccolò Pier_Paolo Maria_Teresa_Lucia Ivo Giuseppina Alessandro Bartolomeo Eva Zeno
    Annalisa Massimiliano Francesca_Romana Teodora Ugo""".split()
ROLES = [
    "Dirigente",
    "Posizione Organizzativa",
    "Dipendente",
    "Dipendente a tempo indeterminato/determinato",
    "Dipendente Art. 90",
    "Elevata Qualificazione",
    "Dipendente a tempo determinato ex art. 110 comma 1 del D.Lgs. 267/2000",
]
SHARES = ["11,50", "100,00", "3,00", "5,00", "20,00", "0,50", "33,33", "8,00"]
TITLES = ["ANTICORRUZIONE", "Servizi di rete e sistemi informativi per la cittadinanza digitale", "Tutela legale"]
PROSE = """Effettuare i controlli successivi di regolarità sugli atti, curare la formazione del personale e la pubblicazione dei
    dati secondo il programma di tre anni."""
# What tells of rows that were not counted.
TELLING = {"R001", "R002", "R003", "R004", "R005", "R006", "R007", "R008", "R009", "N006", "D004"}


def plan(rng):
    """Sheets, each with its code, its title and its rows of name, role and share."""
    names = list(dict.fromkeys(f"{rng.choice(SURNAMES)} {first}".replace("_", " ") for first in FIRST_NAMES for _ in range(4)))
    rng.shuffle(names)
    names = [name.upper() if rng.random() < 0.2 else name for name in names]
    sheets = []
    for number in range(rng.randint(8, 16)):
        code = f"2024_{rng.choice(['PD', 'PG'])}_{rng.choice(['04', '12'])}{10 + number}"
        people = rng.sample(names, rng.randint(1, 12))
        rows = [(name, rng.choice(ROLES), rng.choice(SHARES) + " %") for name in people]
        sheets.append((code, rng.choice(TITLES), rows))
    return sheets


def borders(rng):
    line = "0.6pt solid #333"
    return rng.choice([
        "",
        f"td{{border-top:{line};border-bottom:{line}}}",
        f"table{{border:{line}}}",
        f"tr.h td{{border-bottom:{line}}}",
        f"td{{border:{line}}}",
        "td{border:1px dotted #555}",
        "td{border:1.5px dashed #555}",
        "tr:nth-child(even) td{background:#ddd}",
        f"tr{{border-bottom:{line}}}",
        f"td{{border-left:{line};border-right:{line}}}",
    ])


def page(rng, sheets):
    """The plan as a page in a style of its own."""
    pick = rng.choice
    alignment = pick(["top", "middle", "bottom", None])
    columns = zip([1, 2, 3], pick([(40, 40, 20), (18, 22, 15), (25, 60, 15), (12, 18, 12), (30, 25, 10)]))
    cells = "".join(
        f"td:nth-child({at}){{width:{width}%;vertical-align:{alignment or pick(['top', 'middle', 'bottom'])}}}"
        for at, width in columns
    )
    running = "@bottom-center{content:'Pagina ' counter(page) ' di ' counter(pages);font-size:8pt}"
    style = f"""@page{{size:A4;margin:18mm 15mm;{pick(['', running])}}}
        body{{font:{pick([8, 9, 10, 12])}pt/{pick([1.2, 1.5])} '{pick(['Liberation Sans', 'Liberation Serif', 'DejaVu Sans'])}'}}
        p,h2,h3{{margin:2pt 0}} tr{{break-inside:{pick(['auto', 'avoid'])}}} {borders(rng)} {cells}
        table{{border-collapse:{pick(['collapse', 'separate'])};border-spacing:0;table-layout:fixed;
            width:{pick(['100%', 'auto'])};margin:{pick(['0', '2pt', '8pt'])} 0;line-height:{pick([1, 1.15, 1.3, 1.6])}}}
        td{{padding:{pick(['0', '1pt', '3pt', '6pt', '2pt 4pt'])};{pick(['', '', 'text-align:justify'])}}}
        td:nth-child(3){{text-align:{pick(['left', 'right', 'center'])}}}"""
    head = "".join(f"<td>{cell}</td>" for cell in ("Nome Soggetto", "Relazione Personale", "Impegno Personale"))
    repeats, explains = rng.random() < 0.5, rng.random() < 0.5
    out = [f"<!DOCTYPE html><html lang=it><meta charset=utf-8><style>{style}</style><body>"]
    out.append("<h2>04 - SERVIZIO SEGRETERIA</h2><p>Dirigente: ROSSI ANNA</p>")
    for code, title, rows in sheets:
        out.append(f"<h3>{code} {title}</h3>" + (f"<p>Descrizione</p><p>{PROSE}</p>" if explains else ""))
        body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        heading = f"<tr class=h>{head}</tr>"
        out.append(f"<table>{f'<thead>{heading}</thead><tbody>{body}</tbody>' if repeats else heading + body}</table>")
    return "\n".join(out)


def asked(cento, *arguments):
    done = subprocess.run([cento, *arguments, "--format", "json"], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode < 2 else None


def told(coverage):
    """How many rows are rejected, or told as percentages beside a name that are in no row."""
    return coverage["rows_rejected"] + coverage["percentages_unaccounted"]


def silent(cento, document, sheets):
    """How many rows are wrong or missing and not told, and how many were read."""
    truth = Counter((code, *row[:2], Decimal(row[2][:-2].replace(",", "."))) for code, _, rows in sheets for row in rows)
    rows, check = asked(cento, "rows", document), asked(cento, "check", document)
    if rows is None or check is None:
        return 0, 0, truth.total()
    columns = ["project", "person_as_written", "role_as_written"]
    read = Counter((*(row[c] or "" for c in columns), Decimal(row["percent"])) for row in rows["rows"])
    telling = [finding for finding in check["findings"] if finding["code"] in TELLING]
    torn = sum(f["message"].count("%") for f in telling if f["code"] == "R008" and f.get("project") is None)
    suspect = " ".join(finding["message"] for finding in telling if finding["code"] == "N006")
    wrong = sum(count for row, count in (read - truth).items() if row[1] not in suspect)
    missing = (truth - read).total() - (read - truth).total() - told(check["coverage"]) - torn
    return wrong + max(0, missing), read.total(), truth.total()


def printed(maker, text, document):
    if maker == "weasyprint":
        HTML(string=text).write_pdf(document)
        return
    source = document.with_suffix(".html")
    source.write_text(text, encoding="utf-8")
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--no-sandbox", "--no-pdf-header-footer", f"--user-data-dir={profile}"]
        subprocess.run(["chromium", *options, f"--print-to-pdf={document}", source.as_uri()], capture_output=True, check=True)


def main(cento, folder, first, last):
    folder = Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    totals = Counter()
    for number in range(int(first), int(last) + 1):
        for maker in ("weasyprint", "chromium"):
            rng = random.Random(number)
            sheets = plan(rng)
            document = folder / f"{maker}-{number}.pdf"
            printed(maker, page(rng, sheets), document)
            errors, read, rows = silent(cento, str(document), sheets)
            totals.update(documents=1, errors=errors, read=read, rows=rows)
            if errors:
                print(f"{document.name}: {errors} silent errors")
    print("{documents} documents, {read} of {rows} rows read, silent errors: {errors}".format(**totals))
    return totals["errors"] > 0


sys.exit(main(*sys.argv[1:]))
