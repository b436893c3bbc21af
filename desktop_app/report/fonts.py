"""The printed typeface: registers it and makes any text safe to print in it.

Knows nothing of workshops. A character the typeface lacks is printed as its code point and
remembered, never dropped.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.resources import resource

REGULAR = "SourceSans3-Regular"
ITALIC = "SourceSans3-Italic"
SEMIBOLD = "SourceSans3-Semibold"
BOLD = "SourceSans3-Bold"

_BY_WEIGHT = {"regular": REGULAR, "italic": ITALIC, "semibold": SEMIBOLD, "bold": BOLD}

# Invisible by nature: format characters (joiners, direction marks, soft hyphens, byte order
# marks) and variation selectors. Printing a code point for them would only puzzle.
_INVISIBLE = {"Cf"}
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


_WORDS_KEPT = 16_384


class _Font(TTFont):  # type: ignore[misc]
    """A font that remembers how wide words are: the same ones are measured over and over."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._units = lru_cache(_WORDS_KEPT)(self._measured)

    def stringWidth(  # noqa: N802 - ReportLab's name
        self,
        text: str,
        size: float,
        encoding: str = "utf8",  # noqa: ARG002 - ReportLab names it
    ) -> float:
        """Return the width of `text` in points."""
        return 0.001 * size * self._units(text)

    def _measured(self, text: str) -> float:
        width, usual = self.face.charWidths.get, self.face.defaultWidth
        return float(sum(width(ord(character), usual) for character in text))


def register_fonts() -> None:
    """Make the four fonts known to ReportLab; cheap after the first time."""
    _register()


@cache
def _register() -> frozenset[int]:
    """Register the fonts and return the code points that all four of them can print."""
    covered: list[set[int]] = []
    for name in _BY_WEIGHT.values():
        font = _Font(name, str(resource("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(font)
        covered.append(set(font.face.charToGlyph))
    # No font here is another's bold: markup never asks for one, the styles name the font.
    return frozenset(set.intersection(*covered))


def font_name(weight: str) -> str:
    """Return the registered font for "regular", "italic", "semibold" or "bold"."""
    return _BY_WEIGHT[weight]


def text_width(text: str, size: float, weight: str) -> float:
    """Return the width of printable `text` in points; the charts' Measure."""
    register_fonts()
    return float(pdfmetrics.stringWidth(text, font_name(weight), size))


class Printable:
    """Makes text printable and remembers which characters had to be shown as code points."""

    def __init__(self) -> None:
        self._covered = _register()
        self._missing: set[str] = set()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the characters met so far that the typeface lacks, in code point order."""
        return tuple(sorted(self._missing))

    def plain(self, text: str) -> str:
        """Return `text` composed (NFC) with every character printable; line breaks stay."""
        if text.isascii() and text.isprintable():  # most text; the typeface has all of it
            return text
        lines = unicodedata.normalize("NFC", text).splitlines() or [""]
        return "\n".join("".join(map(self._shown, line)) for line in lines)

    def line(self, text: str) -> str:
        """Return `text` printable on one line."""
        return " ".join(self.plain(text).split())

    def markup(self, text: str) -> str:
        """Return `text` as safe paragraph markup; the only way from people's words to one."""
        return escape(self.plain(text)).strip().replace("\n", "<br/>")

    def _shown(self, character: str) -> str:
        if character == "\t" or unicodedata.category(character) == "Zs":
            return character if character == "\N{NO-BREAK SPACE}" else " "
        if unicodedata.category(character) in _INVISIBLE or ord(character) in _VARIATION_SELECTORS:
            return ""
        if ord(character) in self._covered:
            return character
        self._missing.add(character)
        return f"[{code_point(character)}]"


def code_point(character: str) -> str:
    """Return a character's number as people look it up, such as "U+1F600"."""
    return f"U+{ord(character):04X}"
