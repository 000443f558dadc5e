#!/usr/bin/env python3
"""Makes small PDFs, with Chromium, ReportLab, Ghostscript and by hand, each with one thing that is hard to see on a page, and says what is right of them.

    python3 pages.py

writes `NAME.pdf` for each, and `expected.tsv`: the file, and of every row that counts project, person, role and percent; a
row behind `!` is the code of a finding that tells of what does not.
"""

import re
import subprocess
import tempfile
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

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
    """A text without the marks of its notes, what is not seen, and tags."""
    text = re.sub(r"<(sup|i|s)\b.*?</\1>", "", text)
    return re.sub(r"<.*?>", "", text)


def document(style, sheets, above=""):
    """The page, with a text above each table, and its rows as they should be read."""
    body, rows = "", []
    for number, people in enumerate(sheets, 1):
        code = f"2024_PD_010{number}"
        cells = "".join(f"<tr><td>{name}</td><td>{role}</td><td>{share}</td></tr>" for name, role, share in people)
        body += f"<h2>{code} Titolo</h2>{above}<table>{HEADER}<tbody>{cells}</tbody></table>"
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
# What is not seen stands in <i>: in the colour of the page, or below something else.
UNSEEN = """i { font-style: normal } .pale { color: #fefefe } .below { position: relative }
    .above { position: absolute; left: -1mm; top: -1mm; padding: 1mm; width: 25mm; font-weight: normal; background: #fff }
    .glass { color: transparent; background: rgba(255, 255, 0, 0.4) }"""
PALE = [("Rossi Anna", "Dirigente", "5,00 %"), ("<i class=pale>Verdi Ugo</i>", "<i class=pale>Dirigente</i>",
        "<i class=pale>50,00 %</i>"), ("Neri Ada", LONG, "20,00 %")]
LAID = [("Rossi Anna", "Dirigente", "<span class=below><i>20,00 %</i><b class=above>25,00 %</b></span>"),
        ("Verdi Ugo", LONG, "10,00 %")]
GLASS = [("Rossi Anna", "Dirigente", "<span class=below>20,00 %<b class='above glass'><i>99</i></b></span>"),
         ("Verdi Ugo", LONG, "10,00 %")]
FULL = [("Rossi Anna", "Dirigente", "5,00 %"), ("Verdi Ugo", LONG, "100,00 %"), ("Neri Ada", LONG, "7,00 %"),
        ("Gatti Pio", LONG, "8,00 %"), ("Orsi Eva", LONG, "9,00 %")]
# Names stand at the top of their row and shares at its foot: only what is drawn tells the rows apart.
APART = "td:nth-child(2) { width: 55mm } td { vertical-align: top } td:nth-child(3) { vertical-align: bottom }"
LOOSE = "table { line-height: 1.6 } td { text-align: justify } td:nth-child(3) { text-align: left }"
TEXT = "<p>" + "Si effettuano i controlli di regolarità sugli atti e si cura la formazione del personale. " * 2 + "</p>"
# Lines stand as far apart as rows, names and shares at the top of some rows and at the foot of others.
UNTOLD = "td { padding: 0; vertical-align: top } tr:nth-child(even) td { vertical-align: bottom } td:nth-child(2) { width: 40mm }"
# Tables that touch.
TOUCHING = "table { margin: 0; table-layout: fixed } p, h2 { margin: 0; font-size: 11pt } body { line-height: 1.2 }"
INDICATORS = "<table><tr><td>Codice indicatore</td><td>Indicatore</td><td>Valore</td></tr>" \
    "<tr><td>M_1</td><td>Dipendenti formati</td><td>90</td></tr></table>"
STRUCK = [("Rossi Anna", "Dirigente", "5,00 %"), ("<s>Verdi Ugo</s>", f"<s>{LONG}</s>", "<s>6,00 %</s>"),
          ("Neri Ada", LONG, "<s>20</s> 10,00 %"), ("Gatti Pio", LONG, "8,00 %")]
MIXED = [("Rossi Anna", LONG, "5,00 %"), ("Verdi Ugo", "Dirigente", "100,00 %"), ("Neri Ada", LONG, "7,00 %"),
         ("Gatti Pio", LONG + " ex art. 110 comma 1", "8,00 %"), ("Orsi Eva", "Dirigente", "9,00 %")]
LOST = [("Sabatini Ada", "Dirigente", "5,00 %"), ("Benedetti Lorenza", LONG, "10,00 %"), ("Neri Ugo", LONG, "20,00 %")]
DARK = "th { color: #fff; background: #235; padding: 4px }"
SHADED = "th { color: #fff; background: linear-gradient(#235, #578); padding: 4px }"
DOCUMENTS = {
    # The marks of notes, smaller and higher, are no figures.
    "raised-bordered": (BORDERED, [RAISED, SECOND], []),
    "raised-open": (OPEN, [RAISED, SECOND], []),
    # The heading, of several lines, is repeated on every page, and no running line.
    "four-pages-bordered": (BORDERED + "table { width: 90mm; table-layout: fixed } th:nth-child(2) { width: 45mm }", [MANY, SECOND], []),
    # The shares have no percent sign, and stand in the middle of roles of two lines.
    "bare-middle-open": (OPEN + NARROW, [BARE, BARE_SECOND], []),
    # A share that is none does not keep the others from telling the rows apart.
    "about-middle-open": (OPEN + NARROW, [ABOUT, SECOND], ["R001"]),
    "noted-middle-open": (OPEN + NARROW, [NOTED, SECOND], []),
    # Borders of dashes and of dots are borders.
    "dashed": ("td { border: 1.5px dashed #555; padding: 1pt }" + APART + LOOSE, [FULL, SECOND], []),
    "dotted": ("td { border: 1px dotted #555; padding: 1pt }" + APART + LOOSE, [FULL, SECOND], []),
    # Rows that stand far apart are of one table if lines divide them.
    "far-between-lines": ("tr { border-bottom: 1px solid #000 } td, th { padding: 10pt 4pt }" + APART, [FULL, SECOND], []),
    # Words of one cell are not cells, however far they are justified.
    "justified-far-open": ("td, th { padding: 5pt 4pt; vertical-align: bottom } td:nth-child(2) { width: 55mm }" + LOOSE, [FULL, SECOND], []),
    # The end of a text right above a table is no part of its heading.
    "below-text-open": ("p, h2 { margin: 2pt 0; line-height: 1.5 } table { line-height: 1.15 } td, th { padding: 1pt }", [FULL, SECOND],
                        [], TEXT),
    # Shares that end at one place begin at several.
    # A table that another follows at once.
    "touching-open": (OPEN + TOUCHING, [FULL, SECOND], [], INDICATORS),
    # What is struck does not count; cells in boxes of their own are of one table.
    "struck-bordered": (BORDERED, [STRUCK, SECOND], ["R012", "R012"]),
    "spaced-boxes": ("table { border-collapse: separate; border-spacing: 14px } td, th { border: 1px solid #000 }", [FULL, SECOND], []),
    # The grounds of rows divide them.
    "striped-open": ("td { padding: 0; line-height: 1.6 } tbody tr:nth-child(even) td { background: #ddd } td:nth-child(2) { width: 40mm }"
                     "td:nth-child(1) { vertical-align: middle } td:nth-child(3) { vertical-align: bottom }", [FULL, MIXED], []),
    # Shares at the foot of their rows, names in the middle.
    "foot-open": ("td, th { padding: 2px; vertical-align: middle } td:nth-child(2) { width: 40mm } td:nth-child(3) { vertical-align: bottom }",
                  [FULL, MIXED], []),
    # Nothing that is seen tells the rows apart, but the document does besides; a row goes on on the next page.
    "tagged-open": (UNTOLD, [FULL, MIXED], []),
    "tagged-pages-open": (UNTOLD + "tr { break-inside: auto }", [MANY, SECOND], []),
    "right-open": (OPEN + "td:nth-child(3) { text-align: right }", [FULL, SECOND], []),
    # What is not seen does not count, and is told.
    "pale-bordered": (BORDERED + UNSEEN, [PALE, SECOND], ["R012"]),
    "pale-open": (OPEN + UNSEEN, [PALE, SECOND], ["R012"]),
    "laid-bordered": (BORDERED + UNSEEN, [LAID, SECOND], ["R012"]),
    # What is seen counts: through something else, and white upon dark.
    "glass-open": (OPEN + UNSEEN, [GLASS, SECOND], []),
    "dark-bordered": (BORDERED + DARK, [NOTED, SECOND], []),
    "shaded-open": (OPEN + SHADED, [NOTED, SECOND], []),
}


def text(x, y, words):
    """Words on a page, as it is drawn."""
    return f"BT /F1 10 Tf {x} {y} Td ({words}) Tj ET\n"


def people(y, name, share, x=50):
    """A row of people."""
    return text(x, y, name) + text(x + 170, y, "Dirigente") + text(x + 370, y, share)


def drawn(content, page):
    """A PDF of one page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} /Contents 4 0 R /Resources << "
               "/Font << /F1 5 0 R >> /ExtGState << /Clear << /ca 0 >> /Multiply << /BM /Multiply >> >> >> >>",
               f"<< /Length {len(content)} >>\nstream\n{content}endstream",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, starts = "%PDF-1.4\n", []
    for number, of in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{of}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = f"trailer << /Size {len(starts) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(starts) + 1}\n0000000000 65535 f \n{table}{end}".encode("ascii")


ABOVE = text(50, 780, "2024_PD_0101 Titolo") + text(50, 750, "Nome Soggetto") + text(220, 750, "Relazione Personale") \
    + text(420, 750, "Impegno Personale") + people(730, "Rossi Anna", "5,00 %") + people(710, "Neri Ada", "20,00 %")
LAST = people(690, "Verdi Ugo", "50,00 %")
# The last row: how it is drawn, what there is to know of the page, what is read of it, and what is told.
DRAWN = {
    "outside": (people(690, "Verdi Ugo", "50,00 %", -800), "", None, "R012"),
    "cropped": (LAST, "/CropBox [0 700 595 842]", None, "R012"),
    "white": ("1 g " + LAST, "", None, "R012"),
    "clear": ("/Clear gs " + LAST, "", None, "R012"),
    "invisible": ("3 Tr " + LAST, "", None, "R012"),
    "covered": (LAST + "1 g 40 685 500 18 re f\n", "", None, "R012"),
    "corrected": (LAST + "1 g 415 685 100 18 re f 0 g\n" + text(420, 690, "10,00 %"), "", "10.00", "R012"),
    "name-white": (text(220, 690, "Dirigente") + text(420, 690, "15,00 %") + "1 g " + text(50, 690, "Verdi Ugo"), "", None, "R002"),
    "over-each-other": (LAST + text(422, 690.5, "10,00 %"), "", None, "R001"),
    # A line over the whole page strikes a row, too.
    "struck-through": (LAST + "0.5 w 30 693 m 560 693 l S\n", "", None, "R012"),
    # Lines that are drawn as the edges of boxes of which nothing else is seen.
    "edges-of-boxes": ("".join(f"q 40 {y} 500 0.6 re W n 40 {y - 40} 500 50 re f Q\n" for y in (742, 722, 702, 680))
                       + text(50, 698, "Verdi") + people(686, "Ugo", "50,00 %"), "", "50.00", None),
    # Lines that are not seen divide nothing, and boxes outside of what is seen have no edges.
    "white-lines": ("1 G " + "".join(f"40 {y} m 540 {y} l S\n" for y in (742, 722, 702, 686, 672))
                    + people(690, "Verdi", "50,00 %") + text(50, 678, "Ugo"), "", "50.00", None),
    "boxes-out-of-sight": ("".join(f"q 40 600 100 200 re W n {x} 600 50 200 re f Q\n" for x in (200, 300, 400)) + LAST, "", "50.00",
                           None),
    "on-dark": ("40 685 500 18 re f 1 g\n" + LAST, "", "50.00", None),
    "on-a-thick-line": ("18 w 40 694 m 540 694 l S 1 g\n" + LAST, "", "50.00", None),
    "in-a-frame": ("30 680 520 25 re 40 683 500 18 re f*\n" + LAST, "", "50.00", None),
    # Lines between the columns, and none around the table; with the rows divided, and without.
    "lines-within": ("".join(f"{x} 684 m {x} 762 l S\n" for x in (210, 410)) + "".join(
        f"40 {y} m 540 {y} l S\n" for y in (742, 722, 702)) + LAST, "", "50.00", None),
    "notes-beyond-lines": ("".join(f"{x} 684 m {x} 762 l S\n" for x in (210, 410, 520)) + text(525, 750, "Note")
                           + text(525, 730, "di cui 3 %") + text(525, 690, "segue") + LAST, "", "50.00", "R010"),
    # A text in a box beside a table is none of it.
    "box-beside": ("495 700 90 38 re S\n" + text(500, 727, "Nota: il 30 %") + text(500, 706, "di altri uffici") + LAST, "", "50.00", None),
    # A column of notes behind the shares.
    "noted-rows": (text(520, 750, "Note") + text(520, 730, "segue") + text(520, 690, "fino al 30/6") + LAST, "", "50.00", "R010"),
    # A heading in a box, whose code is drawn in two parts.
    "code-in-parts": (LAST + "40 640 500 30 re S\n" + text(50, 650, "2024_PD_") + text(105, 650, "0102") + text(140, 650, "Altro titolo"),
                      "", "50.00", "D003"),
    "marked": (LAST + "/Multiply gs 1 1 0 rg 40 685 500 18 re f\n", "", "50.00", None),
}


UNTAGGED = "--disable-pdf-tagging"


def printed(name, page, *options):
    """Has Chromium print a page."""
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder) / "page.html"
        html.write_text(page)
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run([*command, *options, f"--print-to-pdf={name}", html.as_uri()], check=True, capture_output=True)


def fields(name, is_seen):
    """A page whose shares stand in the fields of a form, which say how they look, or do not."""
    page = canvas.Canvas(name, pagesize=A4, invariant=True)
    for x, y, words in [(50, 780, "2024_PD_0101 Titolo"), (50, 750, "Nome Soggetto"), (220, 750, "Relazione Personale"),
                        (420, 750, "Impegno Personale")]:
        page.drawString(x, y, words)
    for y, person, share in [(730, "Rossi Anna", "5,00 %"), (710, "Neri Ada", "20,00 %")]:
        page.drawString(50, y, person)
        page.drawString(220, y, "Dirigente")
        page.acroForm.textfield(name=person, value=share, x=416, y=y - 4, width=60, height=15, borderWidth=0, fontSize=11)
    page.save()
    if not is_seen:
        Path(name).write_bytes(Path(name).read_bytes().replace(b"/AP ", b"/Ap "))


def others():
    """Pages of programs: the fields of forms, and letters of which only the outlines are drawn. What is right of each."""
    fields("fields.pdf", True)
    fields("fields-bare.pdf", False)
    distilled = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite"]
    with tempfile.TemporaryDirectory() as folder:
        outlines = Path(folder) / "outlines.pdf"
        subprocess.run([*distilled, "-dNoOutputFonts", f"-sOutputFile={outlines}", "fields.pdf"], check=True)
        subprocess.run([*distilled, "-sOutputFile=outlined.pdf", "marked.pdf", outlines], check=True)
    # Ghostscript loses letters that a font draws as one: it swaps the bytes of two, and cuts off the third.
    style, rows = document("body { font-family: Carlito }" + BORDERED, [LOST])
    printed("lost-letters.pdf", style)
    Path("lost-letters.pdf").rename("whole.pdf")
    subprocess.run([*distilled, "-sOutputFile=lost-letters.pdf", "whole.pdf"], check=True)
    Path("whole.pdf").unlink()
    lost = ["\t".join(["lost-letters", *row]).replace("tti", "\ufffd") for row in rows] + ["lost-letters\t!\tN006"]
    # Two columns of text, with a table in one of them.
    text = TEXT * 8
    style, more = document(OPEN + "body { font-size: 9pt } .two { display: flex; gap: 8mm } .two > div { flex: 1 }", [FULL])
    for name, page in {
        "two-columns-left-open": style.replace("<h2>", "<div class=two><div><h2>") + f"{text}</div><div>{text}{text}</div></div>",
        "two-columns-right-open": style.replace("<h2>", f"<div class=two><div>{text}{text}</div><div><h2>") + f"{text}</div></div>",
    }.items():
        printed(f"{name}.pdf", page, UNTAGGED)
        lost += ["\t".join([name, *row]) for row in more]
    # A column of paragraphs, which stand beside the other cells of their rows.
    style, more = document(OPEN + "td, th { padding: 3px; vertical-align: middle } td:nth-child(4) { width: 70mm }", [FULL])
    text = TEXT.removeprefix("<p>").removesuffix("</p>")
    style = style.replace("</th></tr>", "</th><th>Attività</th></tr>").replace("%</td></tr>", f"%</td><td>{text}</td></tr>")
    printed("text-column-open.pdf", style, UNTAGGED)
    lost += ["\t".join(["text-column-open", *row]) for row in more] + ["text-column-open\t!\tR010"]
    row = "{}\t2024_PD_0101\t{}\tDirigente\t{}".format
    known = [row(name, *read) for name in ("fields", "outlined") for read in (("Rossi Anna", "5.00"), ("Neri Ada", "20.00"))]
    return [*known, *lost, row("outlined", "Verdi Ugo", "50.00"), "outlined\t!\tR006", "fields-bare\t!\tR001", "fields-bare\t!\tR001"]


def main():
    lines = []
    for name, (row, page, share, code) in DRAWN.items():
        Path(f"{name}.pdf").write_bytes(drawn(ABOVE + row, page))
        read = [("Rossi Anna", "5.00"), ("Neri Ada", "20.00")] + ([("Verdi Ugo", share)] if share else [])
        lines += [f"{name}\t2024_PD_0101\t{person}\tDirigente\t{percent}" for person, percent in read]
        lines += [f"{name}\t!\t{code}"] if code else []
    lines += others()
    for name, (style, sheets, codes, *above) in DOCUMENTS.items():
        page, rows = document(style, sheets, *above)
        # Where a document tells of its tables, it tells more than is seen.
        printed(f"{name}.pdf", page, *[] if name.startswith("tagged") else [UNTAGGED])
        lines += ["\t".join([name, *row]) for row in rows] + [f"{name}\t!\t{code}" for code in codes]
    Path("expected.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
