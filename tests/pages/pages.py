#!/usr/bin/env python3
"""Makes small PDFs with Chromium, each with one thing that is hard to see on a page, and says what is right of them.

    python3 pages.py

writes `NAME.pdf` for each, and `expected.tsv`: the file, and of every row that counts project, person, role and percent; a
row behind `!` is the code of a finding that tells of what does not.
"""

import subprocess
import tempfile
from pathlib import Path

HEADER = "<thead><tr><th>Nome Soggetto</th><th>Relazione Personale</th><th>Impegno Personale</th></tr></thead>"
STYLE = """@page { size: A4; margin: 2cm } body { font: 11pt 'Liberation Sans' } tr { break-inside: avoid }
    table { border-collapse: collapse; width: 100% } td, th { text-align: left }"""
BORDERED = "td, th { border: 1px solid #000; padding: 3px }"
OPEN = "td, th { padding: 2px 6px }"
NARROW = "td:nth-child(2) { width: 45mm }"
LONG = "Dipendente a tempo indeterminato/determinato"
SURNAMES = ["Abba", "Baldi", "Corsi", "Elmi", "Fabbri", "Gatti", "Iori", "Lolli", "Masi", "Nanni", "Orsi", "Pini"]
FIRST_NAMES = ["Ada", "Ugo", "Eva", "Ivo", "Lia", "Pio"]


def plain(text):
    """A text without the marks of its notes."""
    return text.split("<sup>")[0] + text.split("</sup>")[-1] if "<sup>" in text else text


def document(style, sheets):
    """The page, and its rows as they should be read."""
    body, rows = "", []
    for number, people in enumerate(sheets, 1):
        code = f"2024_PD_010{number}"
        cells = "".join(f"<tr><td>{name}</td><td>{role}</td><td>{share}</td></tr>" for name, role, share in people)
        body += f"<h2>{code} Titolo</h2><table>{HEADER}<tbody>{cells}</tbody></table>"
        for name, role, share in people:
            figure = plain(share).replace("%", "").replace("(*)", "").strip().replace(",", ".")
            if figure.replace(".", "").isdigit():
                rows.append((code, plain(name), role, f"{float(figure):.2f}"))
    return f"<!DOCTYPE html><meta charset=utf-8><style>{STYLE}{style}</style>{body}", rows


SECOND = [("Bianchi Ivo", "Dirigente", "5,00 %"), ("Galli Irma", LONG, "6,00 %")]
RAISED = [("Rossi Anna<sup>1</sup>", "Dirigente", "5<sup>1</sup> %"), ("Verdi Ugo", LONG, "10<sup>2</sup> %"),
          ("Neri Ada", LONG, "20 %<sup>3</sup>")]
MANY = [(f"{surname} {first}", LONG, "1,00 %") for surname in SURNAMES for first in FIRST_NAMES]
BARE = [("Rossi Anna", "Dirigente", "5"), ("Verdi Ugo", LONG, "10"), ("Neri Ada", LONG, "20")]
BARE_SECOND = [(name, role, share.replace(",00 %", "")) for name, role, share in SECOND]
ABOUT = [("Rossi Anna", "Dirigente", "5,00 %"), ("Verdi Ugo", LONG, "circa 20 %"), ("Neri Ada", LONG, "20,00 %")]
NOTED = [("Rossi Anna", "Dirigente", "5,00 % (*)"), ("Verdi Ugo", LONG, "10,00 %")]
DOCUMENTS = {
    # The marks of notes, smaller and higher, are no figures.
    "raised-bordered": (BORDERED, [RAISED, SECOND], []),
    "raised-open": (OPEN, [RAISED, SECOND], []),
    # The heading, of several lines, is repeated on every page, and no running line.
    "four-pages-bordered": (BORDERED, [MANY, SECOND], []),
    # The shares have no percent sign, and stand in the middle of roles of two lines.
    "bare-middle-open": (OPEN + NARROW, [BARE, BARE_SECOND], []),
    # A share that is none does not keep the others from telling the rows apart.
    "about-middle-open": (OPEN + NARROW, [ABOUT, SECOND], ["R001"]),
    "noted-middle-open": (OPEN + NARROW, [NOTED, SECOND], []),
}


def main():
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (style, sheets, codes) in DOCUMENTS.items():
            page, rows = document(style, sheets)
            html = Path(folder) / f"{name}.html"
            html.write_text(page)
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            subprocess.run([*command, f"--print-to-pdf={name}.pdf", html.as_uri()], check=True, capture_output=True)
            lines += ["\t".join([name, *row]) for row in rows] + [f"{name}\t!\t{code}" for code in codes]
    Path("expected.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
