"""Make the four static fonts in resources/fonts from the variable Source Sans 3.

A developer's tool: the results are committed, so nobody needs it to run or build Roundtable. It
needs the packages fontpkg-source-sans-3 and fonttools. Run it as

    python installer/make_fonts.py resources/fonts

The same packages give the same bytes.
"""

# ruff: noqa: INP001 - a script beside the package, not part of one
from __future__ import annotations

import shutil
import sys
from pathlib import Path

import fontpkg_source_sans_3 as package
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

UPRIGHT, ITALIC = "SourceSans3[wght].ttf", "SourceSans3-Italic[wght].ttf"
FONTS = {
    "Regular": (UPRIGHT, 400),
    "Italic": (ITALIC, 400),
    "Semibold": (UPRIGHT, 600),
    "Bold": (UPRIGHT, 700),
}

# Every character stays. Of the layout features only those that text needs by itself stay, and the
# figure variants; the default figures are tabular already. Small capitals, stylistic sets and
# character variants go: they are three quarters of the file and nothing here asks for them.
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "case", "pnum", "tnum", "lnum", "zero"]


def make_font(style: str, target_dir: Path) -> Path:
    """Write SourceSans3-`style`.ttf with TrueType outlines and return its path."""
    file_name, weight = FONTS[style]
    font = TTFont(package.ROOT / "files" / file_name, recalcTimestamp=False)
    # Without updateFontNames every weight would call itself by the default instance's name, and
    # Qt would then pick the wrong one without a word.
    font = instancer.instantiateVariableFont(font, {"wght": weight}, updateFontNames=True)
    _keep_needed(font)
    target = target_dir / f"SourceSans3-{style}.ttf"
    font.save(target)
    return target


def _keep_needed(font: TTFont) -> None:
    options = subset.Options(
        layout_features=FEATURES,
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=["*"],
        name_languages=["*"],
        name_legacy=True,
    )
    options.drop_tables += ["DSIG", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)


def main(target_dir: Path) -> None:
    """Write the four fonts and their licence into `target_dir`."""
    target_dir.mkdir(parents=True, exist_ok=True)
    for style in FONTS:
        print(make_font(style, target_dir))  # noqa: T201
    shutil.copyfile(package.ROOT / "LICENSE", target_dir / "OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
