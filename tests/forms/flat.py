#!/usr/bin/env python3
"""The staff rows of the plan in data/ as one flat table, as offices keep them in a spreadsheet.

    python3 flat.py ../../data/reggio-emilia-2024/peg-2024-allegato-b.md flat.csv flat.tsv
"""

import re
import sys

HEADING = ["CDR", "Progetto", "Titolo", "Nome Soggetto", "Relazione Personale", "Impegno Personale"]


def rows(path):
    cdr = project = title = None
    in_staff = wants_title = False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n").replace("\\_", "_")
        bare = re.sub(r"\*\*|</?b>|^#+ ", " ", line).strip()
        if "\t" in line:
            cells = [re.sub(r"</?b>|\*\*", "", cell).strip() for cell in line.split("\t")]
            if cells[0].lower() == "nome soggetto":
                in_staff = True
            elif in_staff and len(cells) == 3 and cells[2].endswith("%"):
                yield [cdr, project, title] + cells
            elif any(cell.strip("-") for cell in cells):
                in_staff = False
            continue
        if not bare:
            continue
        heading = re.match(r"#+ (\w\w) - ", line)
        code = re.match(r"(?:#+ )?(?:\*\*|<b>)?(20\d\d_P[DG]_\w+?)(?:\*\*|<|\s|$)", line)
        if heading:
            cdr = heading[1]
        elif code:
            project, title = code[1], bare[len(code[1]):].strip()
            wants_title = not title
        elif wants_title:
            title, wants_title = bare, False
        if not re.match(r"\*?\*?nome soggetto", bare.lower()):
            in_staff = in_staff and not (heading or code)


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ';"\n') else cell


def main(plan, csv, tsv):
    table = [HEADING] + list(rows(plan))
    # As a spreadsheet writes it in Italy: semicolons, the old encoding of Windows, its line ends; one cell of two lines.
    table[1][2] += "\n(nota: vedi sopra; \"bis\")"
    with open(csv, "w", encoding="cp1252", newline="") as out:
        out.writelines(";".join(map(quoted, row)) + "\r\n" for row in table)
    table[1][2] = table[1][2].split("\n")[0]
    with open(tsv, "w", encoding="utf-8") as out:
        out.writelines("\t".join(row) + "\n" for row in table)
    print(len(table) - 1, "rows", sum(float(row[5].rstrip(" %").replace(",", ".")) for row in table[1:]), "percent")


main(*sys.argv[1:])
