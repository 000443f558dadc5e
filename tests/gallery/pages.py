#!/usr/bin/env python3
"""The plans of findings about pages, as PDFs, and two that are refused: python3 pages.py (reportlab 5.1, Pillow 13)."""

import io
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
ROWS = ["Nome Soggetto|Relazione Personale|Impegno Personale", "Rossi Ada|Dirigente|60,00 %"]


def canvas(code, folder=HERE, **options):
    return Canvas(str(folder / f"{code}.pdf"), pagesize=(420, 300), invariant=1, **options)


def write(page, lines, mode=0):
    """Writes lines from the top; cells stand between bars."""
    for at, line in enumerate(lines):
        for x, cell in zip((40, 160, 300), line.split("|")):
            text = page.beginText(x, 260 - 24 * at)
            text.setFont("Helvetica", 11)
            text.setTextRenderMode(mode)
            text.textOut(cell)
            page.drawText(text)


def picture(page):
    grey = io.BytesIO()
    Image.new("L", (42, 30), 200).save(grey, "PNG")
    page.drawImage(ImageReader(grey), 0, 0, 420, 300)


unread = canvas("R006")
write(unread, ["2024_PD_0101 Servizi al pubblico", "", *ROWS])
unread.showPage()
picture(unread)
unread.save()

recognised = canvas("R007")
picture(recognised)
write(recognised, ["2024_PD_0101 Servizi al pubblico", "", *ROWS], mode=3)
recognised.save()

torn = canvas("R008")
write(torn, ["2024_PD_0101 Servizi al pubblico", "", ROWS[0]])
torn.setFont("Helvetica", 11)
for x, y, cell in [
    (40, 194, "Rossi Ada"), (40, 183, "Bianchi"), (40, 166, "Ugo"), (160, 188, "Dirigente"), (160, 175, "Dipendente"),
    (300, 199, "60,00 %"), (300, 186, "40,00 %"), (300, 173, "20,00 %"),
]:
    torn.drawString(x, y, cell)
torn.save()

FORMS = HERE.parent / "forms"

scan = canvas("scan", FORMS)
picture(scan)
scan.save()

locked = canvas("locked", FORMS, encrypt="segreto")
write(locked, ["2024_PD_0101 Servizi al pubblico", "", *ROWS])
locked.save()
