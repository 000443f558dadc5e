#!/usr/bin/env python3
"""Makes the two fonts of this folder from those of Debian's package fonts-open-sans 1.11-2.

    apt-get download fonts-open-sans && dpkg -x fonts-open-sans_*.deb unpacked
    pip install fonttools
    python3 subset.py unpacked/usr/share/fonts/truetype/open-sans .
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2013, 0x2014), (0x2018, 0x201E)]
SINGLE = [0x2022, 0x2026, 0x2070, *range(0x2074, 0x207A), 0x20AC, 0x2122, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0xFFFD]
# Pairs that Italian and English text has; the original table overflows its 16-bit length.
KERNED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789ÀÈÉÌÒÙàèéìòù.,:;-–’'«»()/"
LEAST = 20


def make(source, target):
    font = TTFont(source)
    pairs = font["kern"].kernTables[0].kernTable
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["DSIG", "GPOS", "GSUB", "GDEF", "gasp", "kern"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    wanted = [c for first, last in RANGES for c in range(first, last + 1)] + SINGLE
    subsetter.populate(unicodes=[c for c in wanted if c in font.getBestCmap()])
    cmap = font.getBestCmap()
    kerned = {cmap[ord(c)] for c in KERNED}
    subsetter.subset(font)
    kern = newTable("kern")
    kern.version = 0
    table = KernTable_format_0(apple=False)
    table.coverage, table.format, table.tupleIndex = 1, 0, None
    table.kernTable = {pair: v for pair, v in pairs.items() if set(pair) <= kerned and abs(v) >= LEAST}
    kern.kernTables = [table]
    font["kern"] = kern
    font["name"].setName("Open Sans 1.10, reduced to the characters of cento's pictures", 10, 3, 1, 0x409)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    print(target, len(font.getGlyphOrder()), "glyphs,", len(table.kernTable), "pairs")


if __name__ == "__main__":
    for weight in ("Regular", "Bold"):
        make(f"{sys.argv[1]}/OpenSans-{weight}.ttf", f"{sys.argv[2]}/OpenSans-{weight}.ttf")
