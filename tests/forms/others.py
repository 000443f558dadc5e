#!/usr/bin/env python3
"""A plan as PDFs of producers by which nothing was measured while the reading of pages was written.

    python3 others.py PLAN.md FOLDER [PART OF A NAME…]

It calls fop and pdflatex, and imports reportlab, fpdf (fpdf2) and lxml. With parts of names, only those PDFs are made.
"""

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import html as trees

HERE = Path(__file__).parent
WIDTHS = {2: [1, 2], 3: [2, 3, 1]}


def elements(page):
    """The headings, paragraphs and tables of a page: kind, and lines or rows, of which each is a list of (text, is bold)."""

    def parts(element, bold=False):
        out = [(element.text or "", bold)]
        for child in element:
            out += [("\n", bold)] if child.tag == "br" else parts(child, child.tag == "b")
            out.append((child.tail or "", bold))
        return [(text, is_bold) for text, is_bold in out if text]

    for element in trees.fromstring(page).iter("h1", "h2", "h3", "p", "table"):
        if element.tag == "table":
            yield "table", [[parts(cell) for cell in row.iter("td")] for row in element.iter("tr")]
        else:
            yield element.tag, parts(element)


def plain(parts):
    return "".join(text for text, _ in parts)


def widths(rows, total):
    count = max(map(len, rows))
    shares = WIDTHS.get(count, [1] * count)
    return [total * share / sum(shares) for share in shares]


def reportlab(page, bordered, to, scratch):
    from reportlab.lib import colors, pagesizes, styles
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    sheet = styles.getSampleStyleSheet()
    small = styles.ParagraphStyle("small", sheet["BodyText"], fontSize=6, leading=7, splitLongWords=0)

    def markup(parts):
        own = lambda text, bold: f"<b>{html.escape(text)}</b>" if bold else html.escape(text)
        return "".join("<br/>" if text == "\n" else own(text, bold) for text, bold in parts)

    story = []
    for kind, content in elements(page):
        if kind == "table":
            style = small if max(map(len, content)) > 5 else sheet["BodyText"]
            rows = [[Paragraph(markup(cell), style) for cell in row] for row in content]
            grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if bordered else []
            look = [("VALIGN", (0, 0), (-1, -1), "TOP")] + grid
            story.append(Table(rows, widths(content, 480), style=look, repeatRows=1))
        else:
            style = {"h1": "Heading1", "h2": "Heading2", "h3": "Heading3", "p": "BodyText"}[kind]
            story.append(Paragraph(markup(content), sheet[style]))
    footer = lambda canvas, document: canvas.drawCentredString(297, 30, f"Pagina {document.page}")
    SimpleDocTemplate(str(to), pagesize=pagesizes.A4).build(story, onFirstPage=footer, onLaterPages=footer)


def fpdf(page, bordered, to, scratch):
    from fpdf import FPDF

    font = "/usr/share/fonts/truetype/dejavu/DejaVuSans"
    pdf = FPDF()
    pdf.add_font("sans", "", f"{font}.ttf")
    pdf.add_font("sans", "B", f"{font}-Bold.ttf")
    pdf.add_page()
    for kind, content in elements(page):
        if kind == "table":
            count = max(map(len, content))
            pdf.set_font("sans", size=9 if count < 6 else 5)
            layout = "ALL" if bordered else "NONE"
            shares = tuple(round(width) for width in widths(content, 100))
            with pdf.table(borders_layout=layout, col_widths=shares, text_align="LEFT", line_height=5) as table:
                for cells in content:
                    row = table.row()
                    for cell in cells:
                        row.cell(plain(cell))
        else:
            pdf.set_font("sans", style="B" if kind != "p" else "", size={"h1": 16, "h2": 13, "h3": 11, "p": 9}[kind])
            pdf.multi_cell(0, None, plain(content), new_x="LMARGIN", new_y="NEXT")
            pdf.ln(2)
    pdf.output(str(to))


def fop(page, bordered, to, scratch):
    def inline(parts):
        out = []
        for text, bold in parts:
            own = "</fo:block><fo:block>" if text == "\n" else html.escape(text)
            out.append(f'<fo:inline font-weight="bold">{own}</fo:inline>' if bold and text != "\n" else own)
        return "<fo:block>" + "".join(out) + "</fo:block>"

    line = ' border="0.5pt solid black"' if bordered else ""
    body = []
    for kind, content in elements(page):
        if kind == "table":
            count = max(map(len, content))
            columns = "".join(f'<fo:table-column column-width="proportional-column-width({share})"/>' for share in WIDTHS.get(count, [1] * count))
            cells = lambda row: "".join(f'<fo:table-cell padding="2pt"{line}>{inline(cell)}</fo:table-cell>' for cell in row)
            row = lambda row: f"<fo:table-row>{cells(row)}</fo:table-row>"
            rest = "".join(map(row, content[1:])) or row([[] for _ in range(count)])
            size = ' font-size="6pt"' if count > 5 else ""
            body.append(
                f'<fo:table table-layout="fixed" width="100%" space-after="6pt"{size}>{columns}'
                f"<fo:table-header>{row(content[0])}</fo:table-header><fo:table-body>{rest}</fo:table-body></fo:table>"
            )
        else:
            weight = "" if kind == "p" else ' font-weight="bold" font-size="13pt" keep-with-next="always"'
            body.append(f'<fo:block space-after="4pt"{weight}>{inline(content)}</fo:block>')
    source = scratch / "page.fo"
    source.write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?><fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-size="10pt">
        <fo:layout-master-set><fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm" margin="2cm">
        <fo:region-body margin-bottom="1cm"/><fo:region-after extent="1cm"/></fo:simple-page-master></fo:layout-master-set>
        <fo:page-sequence master-reference="a4"><fo:static-content flow-name="xsl-region-after"><fo:block text-align="center">
        Pagina <fo:page-number/></fo:block></fo:static-content>
        <fo:flow flow-name="xsl-region-body">{"".join(body)}</fo:flow></fo:page-sequence></fo:root>""",
        encoding="utf-8",
    )
    subprocess.run(["fop", "-q", "-fo", source, "-pdf", to], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "’": "'", "●": "-", "•": "-"}


def tex(parts):
    def own(text):
        out = "".join(ESCAPES.get(letter, "\\" + letter if letter in "&%$#_{}" else letter) for letter in text)
        return out.replace("--", "-{}-").replace("\\_", "\\_\\allowbreak{}")

    return "".join(r"\newline " if text == "\n" else rf"\textbf{{{own(text)}}}" if bold else own(text) for text, bold in parts)


def latex(page, bordered, to, scratch):
    body = []
    for kind, content in elements(page):
        if kind == "table":
            count = max(map(len, content))
            shares = WIDTHS.get(count, [1] * count)
            share = lambda share: round(0.98 * share / sum(shares), 3)
            columns = [rf"p{{\dimexpr {share(part)}\linewidth-2\tabcolsep}}" for part in shares]
            between = "|" if bordered else ""
            top, middle, bottom = ([r"\hline"] * 3) if bordered else (r"\toprule", r"\midrule", r"\bottomrule")
            row = lambda row: " & ".join(map(tex, row)) + r" \\"
            rows = (" \\hline\n" if bordered else "\n").join(map(row, content[1:]))
            body.append(
                ("{\\tiny\n" if count > 5 else "{")
                + f"\\begin{{longtable}}{{{between}{between.join(columns)}{between}}}\n{top}\n{row(content[0])}\n{middle}\n\\endhead\n"
                + f"{rows}\n{bottom}\n\\end{{longtable}}}}"
            )
        elif kind == "p":
            body.append(tex(content) + r"\par\smallskip")
        else:
            body.append(rf"\{'section' if kind == 'h1' else 'subsection'}*{{{tex(content)}}}")
    source = scratch / "page.tex"
    source.write_text(
        r"""\documentclass[10pt,a4paper]{article}\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern}
        \usepackage[italian]{babel}\usepackage{booktabs,longtable,textcomp}\usepackage[margin=2cm]{geometry}
        \shorthandoff{"}\raggedbottom\sloppy\setlength{\parindent}{0pt}\begin{document}"""
        + "\n\n".join(body)
        + r"\end{document}",
        encoding="utf-8",
    )
    for _ in range(3):
        subprocess.run(["pdflatex", "-interaction=nonstopmode", source.name], cwd=scratch, stdout=subprocess.DEVNULL)
    (scratch / "page.pdf").replace(to)


PRODUCERS = {"reportlab": reportlab, "fpdf2": fpdf, "fop": fop, "latex": latex}


def main(plan, folder, *parts):
    page = subprocess.run([sys.executable, HERE / "page.py", plan], check=True, capture_output=True, text=True).stdout
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name, producer in PRODUCERS.items():
            for borders in ["bordered", "open"]:
                to = folder / f"{name}-{borders}.pdf"
                if not to.exists() and (not parts or any(part in to.name for part in parts)):
                    producer(page, borders == "bordered", to.absolute(), Path(scratch))
                    print(to)


main(*sys.argv[1:])
