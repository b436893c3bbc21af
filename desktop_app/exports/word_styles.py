"""How our Word files look: styles of our own over the plain template that python-docx brings.

Named styles only, so that whoever edits a file changes its look in one place. Borders round
paragraphs are never used: LibreOffice draws them outside of what a screen reader is told of.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from desktop_app.charts.palette import PRINT

from .outline import Look

FONT = "Calibri"
"""It lies on every computer with Word, and other programs have one of the same widths for it."""
BODY, CELL = 11.5, 10.0
STYLES = {
    Look.BODY: "Normal",
    Look.STRONG: "Verdict",
    Look.DETAIL: "Detail",
    Look.KICKER: "Event",
    Look.MARK: "Mark",
    Look.COMMITMENT: "Commitment",
}
IN_CELLS = {look: f"{name} cell" for look, name in STYLES.items()}
ITEM, TABLE, TABLE_HEAD = "List Bullet", "Results", "Results head"
GOES_ON, GOES_ON_IN_DETAIL = "List Continue", "List Continue 2"
FOOTER, HEADER = "Footer", "Header"
A4_SHORT, A4_LONG, MARGIN = 210, 297, 20
_HEADINGS = ((1, 26.0, 6), (2, 18.0, 22), (3, 13.5, 14), (4, 11.5, 12))
"""Level, size, and the points above."""
_LOOKS = {
    Look.BODY: (BODY, False, PRINT.ink),
    Look.STRONG: (BODY, True, PRINT.ink),
    Look.DETAIL: (10.0, False, PRINT.soft),
    Look.KICKER: (BODY, False, PRINT.soft),
    Look.MARK: (BODY, True, PRINT.accent),
    Look.COMMITMENT: (16.0, True, PRINT.accent),
}


def set_styles(document: WordDocument, language: str) -> None:
    """Give a document every style that is drawn in, and its language."""
    _set_defaults(document, language)
    for look, (size, strong, colour) in _LOOKS.items():
        _text_style(document, STYLES[look], size, strong=strong, colour=colour, below=6)
        _text_style(
            document, IN_CELLS[look], min(size, CELL), strong=strong, colour=colour, below=2
        )
    for look in (Look.STRONG, Look.MARK):  # they say in short what follows
        document.styles[STYLES[look]].paragraph_format.keep_with_next = True
    _text_style(document, TABLE_HEAD, CELL, strong=True, colour=PRINT.soft, below=2)
    _set_lists(document)
    for name in (FOOTER, HEADER):
        _text_style(document, name, 9.0, strong=False, colour=PRINT.soft, below=0)
    for level, size, above in _HEADINGS:
        _heading_style(document, level, size, above)
    _table_style(document)


def _set_lists(document: WordDocument) -> None:
    """Set lists: what an item goes on with stands below its first paragraph, small where detail."""
    item = _text_style(document, ITEM, BODY, strong=False, colour=PRINT.ink, below=3)
    item.paragraph_format.space_before = Pt(3)
    indent = document.styles[GOES_ON].paragraph_format.left_indent
    for name, look in ((GOES_ON, Look.BODY), (GOES_ON_IN_DETAIL, Look.DETAIL)):
        size, _, colour = _LOOKS[look]
        goes_on = _text_style(document, name, size, strong=False, colour=colour, below=3)
        goes_on.paragraph_format.left_indent = indent


def _set_defaults(document: WordDocument, language: str) -> None:
    """Set language and typeface of whatever says nothing else."""
    defaults: Any = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for name in ("w:lang", "w:rFonts"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    properties.insert(0, _fonts())
    properties.append(spoken)


def _fonts() -> Any:
    fonts = OxmlElement("w:rFonts")
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    return fonts


def _text_style(
    document: WordDocument, name: str, size: float, *, strong: bool, colour: str, below: float
) -> Any:
    style: Any = _style(document, name)
    _set_font(style, size, strong=strong, colour=colour)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(0), Pt(below)
    spacing.line_spacing = 1.12
    return style


def _style(document: WordDocument, name: str) -> Any:
    """Return a style of the template, or one of our own on Normal."""
    if name in document.styles:
        return document.styles[name]
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _set_font(style: Any, size: float, *, strong: bool, colour: str) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, _fonts())
    style.font.size, style.font.bold, style.font.italic = Pt(size), strong, False
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())


def _heading_style(document: WordDocument, level: int, size: float, above: float) -> None:
    style: Any = document.styles[f"Heading {level}"]
    _set_font(style, size, strong=True, colour=PRINT.ink if level > 2 else PRINT.accent)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(above), Pt(4)
    spacing.keep_with_next = True


def _table_style(document: WordDocument) -> None:
    """Add the look of tables: thin lines between rows and none between columns."""
    style: Any = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0")):
            line.set(qn(f"w:{name}"), value)
        line.set(qn("w:color"), PRINT.line.lstrip("#").upper())
        borders.append(line)
    properties.append(borders)
    properties.append(_cell_margins())
    style.element.append(properties)


def _cell_margins() -> Any:
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 60), ("left", 60), ("bottom", 60), ("right", 120)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def set_page(document: WordDocument, *, across: bool) -> float:
    """Set A4 and its margins; return the width of the text in millimetres."""
    section: Any = document.sections[0]
    width, height = (A4_LONG, A4_SHORT) if across else (A4_SHORT, A4_LONG)
    section.page_width, section.page_height = Mm(width), Mm(height)
    if across:
        section.orientation = 1
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Mm(MARGIN))
    section.header_distance = section.footer_distance = Mm(MARGIN / 2)
    for name in (FOOTER, HEADER):
        stops: Any = document.styles[name].paragraph_format.tab_stops
        for stop in list(stops):
            stops.clear_all()
            del stop
        stops.add_tab_stop(Mm(width - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    return float(width - 2 * MARGIN)
