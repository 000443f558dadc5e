#!/usr/bin/env python3
"""Has a folder read of which every tenth PDF is made to do harm, and compares what is read of the others with what is read of them alone.

    python3 folder.py CENTO [DOCUMENTS]

The others are the PDFs of `tests/pages`, again and again. Every row of them must be there, with every cell, and none of those that do harm
may end the command. Those that are made not to end take ten seconds each: a thousand documents take some minutes.
"""

import base64
import csv
import io
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

PAGES = Path(__file__).resolve().parent.parent / "pages"


def pdf(objects):
    """A PDF of some objects, the first its catalogue."""
    out, table = bytearray(b"%PDF-1.7\n"), ""
    for number, content in enumerate(objects, 1):
        table += f"{len(out):010} 00000 n \n"
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    count = len(objects) + 1
    out += (f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer << /Size {count} /Root 1 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF\n").encode()
    return bytes(out)


def stream(dictionary, content):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary.encode(), len(content), content)


def page(drawing, resources, *more, page=""):
    """A page on which something is drawn with some resources, that have further objects from the fifth on."""
    own = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {page} /Resources << {resources} >> >>"
    return pdf([b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", own.encode(), drawing, *more])


def endless_widths(widths, encoding):
    font = f"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /{encoding} /DescendantFonts [6 0 R] >>"
    letters = ("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
               f"{widths} /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 >> >>")
    return page(stream("", b"BT /F1 10 Tf 50 700 Td <00010002> Tj ET"), "/Font << /F1 5 0 R >>", font.encode(), letters.encode())


def nested_function():
    function = stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", b"{" * 100_000 + b"}" * 100_000)
    return page(stream("", b"/CS cs 0.5 scn 0 0 10 10 re f"), "/ColorSpace << /CS [/Separation /X /DeviceRGB 5 0 R] >>", function)


def fanning_out(levels=40):
    """Drawings that hold each other many times over, and of which the last draws nothing."""
    def form(level):
        drawing, following = (b"/X Do " * 12, 6 + level) if level + 1 < levels else (b"q Q", 5)
        return stream(f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {following} 0 R >> >>", drawing)
    return page(stream("", b"/X Do"), "/XObject << /X 5 0 R >>", *map(form, range(levels)))


def unpacked_late():
    """A drawing of 800 MB that is packed, and written in letters."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(800)) + packer.flush()
    return page(stream("/Filter [/ASCII85Decode /FlateDecode]", base64.a85encode(packed) + b"~>"), "")


def common_cells(rows=100_000):
    """Rows of a table that have all their cells in common, and are as many as the cells of all of them together."""
    first = 10
    numbers = range(first, first + 3 * rows, 3)
    elements = [
        b"<< /Type /StructTreeRoot /ParentTree << /Nums [0 6 0 R] >> >>",
        b"[%s]" % b" ".join(b"%d 0 R" % number for number in numbers),
        b"<< /S /Table /P 5 0 R >>",
        b"[%s]" % b" ".join([b"9 0 R"] * 1000),
        b"<< /S /TD /P 7 0 R >>",
    ]
    for number in numbers:
        elements += [b"<< /S /P /P %d 0 R >>" % (number + 1), b"<< /S /TD /P %d 0 R >>" % (number + 2), b"<< /S /TR /P 7 0 R /K 8 0 R >>"]
    drawing = stream("", b"/P << /MCID 0 >> BDC BT /F 12 Tf 50 600 Td (Rossi Ada) Tj ET EMC")
    return page(drawing, "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>", *elements, page="/StructParents 0")


def rows(cento, folder):
    """The rows of a folder, but for the name of the plan, and the exit status."""
    done = subprocess.run([Path(cento).resolve(), "rows", ".", "--format", "csv"], cwd=folder, capture_output=True)
    found = list(csv.reader(io.StringIO(done.stdout.decode())))
    return sorted(row[1:] for row in found[1:]), done.returncode, done.stderr.decode(errors="replace")


def main(cento, count="100"):
    harmful = [
        endless_widths("/W [0 2147483647 500]", "Identity-H"),
        endless_widths("/W2 [0 2147483647 500 0 0]", "Identity-V"),
        nested_function(),
        fanning_out(),
        unpacked_late(),
        common_cells(),
    ]
    good = [path.read_bytes() for path in sorted(PAGES.rglob("*.pdf"))]
    with tempfile.TemporaryDirectory() as alone, tempfile.TemporaryDirectory() as together:
        for number in range(int(count)):
            own = f"{number:05}"
            if number % 10 == 9:
                Path(together, own).mkdir()
                Path(together, own, "plan.pdf").write_bytes(harmful[number // 10 % len(harmful)])
                continue
            for folder in (alone, together):
                Path(folder, own).mkdir()
                Path(folder, own, "plan.pdf").write_bytes(good[number % len(good)])
        expected, _, _ = rows(cento, alone)
        found, status, said = rows(cento, together)
    is_right = bool(expected) and found == expected and status in (0, 1)
    print(f"{count} documents, every tenth made to do harm: {len(found)} of {len(expected)} rows, {'as alone' if is_right else 'NOT as alone'}")
    if not is_right:
        print(f"exit status {status}\n{said[-2000:]}")
    return not is_right


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
