from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Spacer

from desktop_app.charts.primitives import Drawing, Line, Rect, Text
from desktop_app.report.drawing import Picture
from desktop_app.report.fonts import SEMIBOLD
from desktop_app.report.styles import ACCENT, make_styles
from desktop_app.report.tagged import AccentBlock, Columns, Paragraph, Stack, TaggedCanvas


def make_canvas() -> TaggedCanvas:
    return TaggedCanvas(BytesIO(), invariant=1, pageCompression=0)


def lines(count: int) -> list[Paragraph]:
    return [Paragraph(f"Line {n}", make_styles().body) for n in range(count)]


def test_a_stack_counts_white_space_between_children_once() -> None:
    canvas, style = make_canvas(), make_styles().body
    one, two = Stack(lines(1), 200).height(canvas), Stack(lines(2), 200).height(canvas)
    assert two == 2 * one + style.spaceAfter


def test_columns_are_as_tall_as_the_tallest() -> None:
    canvas = make_canvas()
    columns = Columns([Stack(lines(1), 100), Stack(lines(4), 100)], 20)
    assert columns.wrapOn(canvas, 220, 500)[1] == Stack(lines(4), 100).height(canvas)


def test_columns_split_without_losing_a_line() -> None:
    canvas = make_canvas()
    columns = Columns([Stack(lines(3), 100), Stack(lines(9), 100)], 20)
    columns.wrapOn(canvas, 220, 80)
    head, tail = columns.splitOn(canvas, 220, 80)
    assert head.wrapOn(canvas, 220, 80)[1] <= 80
    for part_of, whole in zip(zip(head.columns, tail.columns, strict=True), (3, 9), strict=True):
        assert sum(len(stack.children) for stack in part_of) == whole


def test_a_heading_goes_with_what_follows_it() -> None:
    canvas, look = make_canvas(), make_styles()
    children = [Spacer(0, 40), Paragraph("Heading", look.heading), *lines(1)]
    head, tail = Stack(children, 200).split(canvas, 80)
    assert len(head.children) == 1
    assert len(tail.children) == 2


def lines_of(words: str, width: float, *, bold_start: bool = False) -> list[str]:
    """Return the lines of a paragraph as they are set, each no wider than the column."""
    look = make_styles().cell
    start = f"<font name='{SEMIBOLD}'>Who:</font> " if bold_start else ""
    paragraph = Paragraph(start + escape(words), look)
    paragraph.wrap(width, 10_000)
    if paragraph.blPara.kind == 0:
        set_as = [" ".join(line[1]) for line in paragraph.blPara.lines]
    else:
        set_as = ["".join(w.text for w in line.words) for line in paragraph.blPara.lines]
    told = [line.strip() for line in set_as]
    # ReportLab may draw spaces a twentieth narrower to take one word more.
    assert all(
        stringWidth(line, look.fontName, look.fontSize) <= width + 0.2 * line.count(" ") + 0.01
        for line in told
    )
    return told


@pytest.mark.parametrize("bold_start", [True, False])
def test_a_long_name_parts_after_its_hyphen(bold_start: bool) -> None:
    lines = lines_of("Agnieszka Wiśniewska-Szczęsna (Urząd Miasta)", 75, bold_start=bold_start)
    assert [line.split()[0] for line in lines[-3:-1]] == ["Wiśniewska-", "Szczęsna"]


_names = st.text(st.sampled_from("aeiWśŵαж-–' .:(1"), max_size=60)
_addresses = st.sampled_from(
    ["https://a-b.example/c-d/e.html?f=g-h", "\\\\a-b\\c-d", "and-or/or-and"]
)


@settings(max_examples=200)
@given(st.lists(_names | _addresses, max_size=5), st.floats(40, 300), st.booleans())
def test_no_letter_is_lost_where_words_part(
    words: list[str], width: float, bold_start: bool
) -> None:
    text = " ".join(words)
    told = "".join(lines_of(text, width, bold_start=bold_start)).removeprefix("Who:")
    assert "".join(told.split()) == "".join(text.split())


def test_a_long_quoted_block_goes_on_over_the_page() -> None:
    canvas = make_canvas()
    block = AccentBlock([Paragraph("word " * 400, make_styles().headline)], ACCENT, 300)
    block.wrapOn(canvas, 300, 200)
    head, tail = block.splitOn(canvas, 300, 200)
    assert head.wrapOn(canvas, 300, 200)[1] <= 200
    assert tail.stack.children


def test_the_pen_turns_y_upside_down_and_draws_in_order() -> None:
    canvas = make_canvas()
    items = (
        Rect(0, 0, 10, 10, "#ff0000", radius=3),
        Rect(20, 0, 10, 10, "#0000ff", dashed=True),
        Line(0, 5, 30, 5, "#000000", 1),
        Text(30, 20, "Low", 10, "bold", "#000000", "end"),
    )
    picture = Picture(Drawing(40, 30, items, "A test"))
    assert picture.wrapOn(canvas, 100, 100) == (40, 30)
    picture.drawOn(canvas, 0, 0)
    code = "".join(canvas._code)
    assert code.index("1 0 0 rg") < code.index("n 0 25 m 30 25 l S")
    assert picture.alt == "A test"
