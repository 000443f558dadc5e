#!/usr/bin/env python3
"""A plan as PDFs of many producers, with and without borders, cells in the middle or at the top, in two sizes.

    python3 pdfs.py PLAN.md FOLDER [PART OF A NAME…]

It calls chromium, soffice, gs and qpdf, and imports typst, weasyprint and lxml. With parts of names, only those PDFs
are made.
"""

import contextlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import html as trees

HERE = Path(__file__).parent
BORDERS = {"bordered": True, "open": False}
ALIGNMENTS = {"middle": "horizon", "top": "top"}
SIZES = [9, 12]
# The summaries of a plan have many columns, whose codes are not broken.
WIDE, SMALL = 6, 6


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def width(table):
    return max(row.count("<td") for row in re.findall("<tr>.*?</tr>", table, re.S))


def styled(page, borders, alignment, size, font):
    """The page with a style; the first row of every table is repeated on each sheet of paper."""

    def table(found):
        first, rest = re.match("(<tr>.*?</tr>)(.*)", found[1], re.S).groups()
        small = f' style="font-size:{SMALL}pt"' if width(found[1]) >= WIDE else ""
        return f"<table{small}><thead>{first}</thead><tbody>{rest}</tbody></table>"

    line = "1px solid #444" if borders else "none"
    style = f"""<style>body{{font-family:{font};font-size:{size}pt}} table{{border-collapse:collapse;width:100%;
        margin:6pt 0}} td{{border:{line};vertical-align:{alignment};padding:2pt 4pt}}</style>"""
    return re.sub("<table[^>]*>(.*?)</table>", table, page, flags=re.S).replace("<body>", style + "<body>")


def chromium(page, borders, alignment, size, to, scratch):
    source = scratch / "page.html"
    source.write_text(styled(page, borders, alignment, size, "Liberation Sans"), encoding="utf-8")
    quiet = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-pdf-tagging", f"--user-data-dir={scratch}/chromium"]
    run("chromium", "--headless", *quiet, f"--print-to-pdf={to}", source.as_uri())


def weasyprint(page, borders, alignment, size, to, scratch):
    from weasyprint import HTML

    HTML(string=styled(page, borders, alignment, size, "DejaVu Sans")).write_pdf(to)


def libreoffice(page, borders, alignment, size, to, scratch):
    def table(found):
        small = f"<style>.s,.s td,.s p{{font-size:{SMALL}pt}}</style>" if width(found[0]) >= WIDE else ""
        kind = " class=s" if small else ""
        rows = found[1].replace("<td>", f"<td valign={alignment}{kind}>")
        return f"{small}<table{kind} border={int(borders)} cellpadding=3 cellspacing=0 width=100%>{rows}</table>"

    style = f"<style>body,td,p{{font-family:'Liberation Serif';font-size:{size}pt}}</style>"
    source = scratch / "page.html"
    text = re.sub("<table[^>]*>(.*?)</table>", table, page, flags=re.S).replace("<body>", style + "<body>")
    source.write_text(text, encoding="utf-8")
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/office"]
    run(*office, "--convert-to", "odt:writer8", "--outdir", str(scratch), str(source))
    run(*office, "--convert-to", "pdf", "--outdir", str(scratch), str(scratch / "page.odt"))
    (scratch / "page.pdf").replace(to)


def escaped(text):
    return re.sub(r"([\\#$*_`<>@=\[\]~/-])", r"\\\1", text)


def inline(element):
    out = escaped(element.text or "")
    for child in element:
        own = inline(child)
        out += {"br": " \\ ", "b": f"#strong[{own}]"}.get(child.tag, own) + escaped(child.tail or "")
    return out


def typst_source(page, borders, alignment, size, hyphenated):
    flag = str(hyphenated).lower()
    out = [
        "#set page(paper: \"a4\", margin: 2cm, footer: context align(center)[Pagina #counter(page).display() di "
        "#counter(page).final().first()])",
        f'#set text(size: {size}pt, lang: "it", hyphenate: {flag})',
        f"#set par(justify: {flag})",
        "#set smartquote(enabled: false)",
    ]
    for element in trees.fromstring(page).iter("h1", "h2", "h3", "p", "table"):
        if element.tag == "p":
            out.append(inline(element))
        elif element.tag != "table":
            out.append("= " + inline(element))
        else:
            rows = [[f"[{inline(cell)}]" for cell in row.iter("td")] for row in element.iter("tr")]
            count = max(map(len, rows))
            widths = {2: "(1fr,2fr)", 3: "(2fr,3fr,1fr)"}.get(count, "(" + "1fr," * count + ")")
            cells = ",".join(cell for row in rows[1:] for cell in row)
            stroke, align = "0.5pt" if borders else "none", ALIGNMENTS[alignment] + " + left"
            small = f"#set text(size: {SMALL}pt);" if count >= WIDE else ""
            out.append(
                f"#{{{small.lstrip('#')}table(columns: {widths}, stroke: {stroke}, align: {align}, inset: 3pt, "
                f"table.header({','.join(rows[0])}), {cells})}}"
            )
    return "\n\n".join(out)


def typst(page, borders, alignment, size, to, scratch, hyphenated=False):
    import typst as compiler

    source = scratch / "page.typ"
    source.write_text(typst_source(page, borders, alignment, size, hyphenated), encoding="utf-8")
    compiler.compile(str(source), output=str(to), pdf_tags=False)


def typst_hyphenated(*arguments):
    typst(*arguments, hyphenated=True)


PRODUCERS = {
    "chromium": chromium,
    "libreoffice": libreoffice,
    "typst": typst,
    "typst-hyphenated": typst_hyphenated,
    "weasyprint": weasyprint,
}


def altered(source, to):
    """The same PDF rotated, encrypted with an empty password, and distilled again."""
    return {
        to.with_name(f"rotated-{to.name}"): lambda to: run("qpdf", "--rotate=+90", source, to),
        to.with_name(f"encrypted-{to.name}"): lambda to: run("qpdf", "--encrypt", "", "owner", "256", "--", source, to),
        to.with_name(f"distilled-{to.name}"): lambda to: run("gs", "-q", "-sDEVICE=pdfwrite", "-o", to, source),
    }


def main(plan, folder, *parts):
    page = subprocess.run([sys.executable, HERE / "page.py", plan], check=True, capture_output=True, text=True).stdout
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    is_wanted = lambda path: not path.exists() and (not parts or any(part in path.name for part in parts))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch, contextlib.suppress(KeyboardInterrupt):
        variants = [(b, a, s) for b in BORDERS for a in ALIGNMENTS for s in SIZES]
        for name, producer in PRODUCERS.items():
            for borders, alignment, size in variants:
                to = folder / f"{name}-{borders}-{alignment}-{size}.pdf"
                if is_wanted(to):
                    producer(page, BORDERS[borders], alignment, size, to.absolute(), Path(scratch))
                    print(to)
                if to.exists() and (borders, size) in [("bordered", 9), ("open", 12)]:
                    for other, make in altered(to, to).items():
                        if is_wanted(other):
                            make(other)
                            print(other)


main(*sys.argv[1:])
