"""A document that uses everything the tagged layer can do, over several pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.platypus import (
    KeepTogether,
    PageBreak,
    Spacer,
    TableStyle,
)
from reportlab.platypus.flowables import HRFlowable

from desktop_app.charts.primitives import Drawing, Rect, Text
from desktop_app.report import fonts, styles
from desktop_app.report.drawing import Picture
from desktop_app.report.pages import A4_ACROSS, A4_UPRIGHT, DocumentFacts, Sheet, write_pages
from desktop_app.report.tagged import (
    AccentBlock,
    Columns,
    Decoration,
    Figure,
    Heading,
    Paragraph,
    Stack,
    Table,
    bulleted,
    contents,
    headings_in,
    numbered,
    unlabelled,
)

FACTS = DocumentFacts("Everything & <more>", "Facilitator", "A “subject”", "Status. Ŵyth", "en-GB")
WORDS = "word and another one " * 12
DOI = "https://doi.org/10.1080/09540962.2019.1665391"


def write_showcase(target: Path, sheet: Sheet = A4_UPRIGHT) -> None:
    with target.open("wb") as file:
        write_pages(showcase(), FACTS, file, sheet)


def write_showcase_across(target: Path) -> None:
    write_showcase(target, A4_ACROSS)


def showcase() -> list[Any]:
    look = styles.make_styles()
    story: list[Any] = [Heading("Everything", look.title), Paragraph("", look.body)]
    story += [*_texts(look), *_lists(look), *_tables(look), *_blocks(look), *_figures(look)]
    story[1:1] = contents(list(headings_in(story)), [look.body, look.detail], first_level=2)
    return story


def _texts(look: styles.Styles) -> list[Any]:
    link = f'See <a href="{DOI}">the source of the model, which has a title over two lines</a>'
    return [
        Heading("Texts", look.heading, 2),
        Paragraph(f"{WORDS * 3} <u>under</u> and <b>more</b>.", look.body),
        Paragraph(f"{link} and <a href='#tables' underline='1'>the tables</a>. {WORDS}", look.body),
        Paragraph(f'<a href="{DOI}">{DOI}</a>', look.body),
        Paragraph("x" * 200, look.body),
        Paragraph(f"one <i>two</i> {'y' * 200} three", look.body),
        Paragraph("Bore da bawb", look.body, lang="cy"),
        Heading("Deeper &amp; deeper", look.item, 3),
        Paragraph(WORDS, look.page_number),
    ]


def _lists(look: styles.Styles) -> list[Any]:
    inner = numbered(["First", "Second"], look.body)
    pairs = [[Paragraph(f"Item {n}", look.item), Paragraph(WORDS, look.detail)] for n in range(2)]
    return [
        Heading("Lists", look.heading, 2),
        *bulleted(["One", [Paragraph("Two", look.body), *inner], WORDS * 30], look.body),
        *unlabelled(pairs),
    ]


def _tables(look: styles.Styles) -> list[Any]:
    rows = [
        [Paragraph(f"Row {n}", look.cell), [Paragraph(WORDS, look.cell_detail)], "5", ""]
        for n in range(40)
    ]
    head = [[Paragraph(word, look.table_head) for word in ("What", "Why", "Count", "None")]]
    rows[2] = [Paragraph("Wide", look.cell), "", Paragraph("Tall", look.cell), "a"]
    rows[5][1] = bulleted([WORDS, "In a cell"], look.cell)
    rows[7][1] = Table([["in", "ner"]], header_rows=0, font=fonts.REGULAR)
    rows[9][1] = Paragraph(WORDS * 30, look.cell)
    look_of_table = TableStyle(
        [
            ("SPAN", (0, 3), (1, 3)),
            ("SPAN", (2, 3), (2, 4)),
            ("GRID", (0, 0), (-1, -1), 0.5, styles.LINE),
            ("BACKGROUND", (0, 0), (-1, 0), styles.LINE),
        ]
    )
    table = Table(
        head + rows,
        colWidths=[90, 300, 50, 50],
        style=look_of_table,
        font=fonts.REGULAR,
        header_columns=1,
        summary="Rows, why they are there and how many.",
        splitInRow=1,
    )
    return [Heading("Tables", look.heading, 2, name="tables"), table]


def _blocks(look: styles.Styles) -> list[Any]:
    left = [
        Heading("Left", look.heading, 2),
        *(Paragraph(f"l{n}. {WORDS}", look.body) for n in range(9)),
    ]
    right = [Heading("Right", look.heading, 2), Paragraph(f"r. {WORDS * 20}", look.body)]
    quote = [Paragraph("What somebody said.", look.headline), Paragraph(WORDS, look.body)]
    return [
        PageBreak(),
        Spacer(0, 300),
        Columns([Stack(left, 220), Stack(right, 220)], 20),
        AccentBlock(quote, styles.ACCENT, 400, role="BlockQuote"),
        KeepTogether([Paragraph("Kept", look.item), Paragraph(WORDS, look.body)]),
        Decoration(HRFlowable(color=styles.LINE)),
    ]


def _figures(look: styles.Styles) -> list[Any]:
    items = (Rect(0, 0, 60, 20, styles.PRINT.accent), Text(4, 14, "7", 10, "bold", "#ffffff"))
    drawing = Drawing(60, 20, items, "Seven of “twelve” – Ŵyth")
    return [
        Heading("Figures", look.heading, 2),
        Picture(drawing),
        Picture(Drawing(60, 20, items, "")),
        Figure(HRFlowable(color=styles.INK), "A line of ink"),
    ]
