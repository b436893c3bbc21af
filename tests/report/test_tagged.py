"""What a screen reader finds in a document, by the tag tree that poppler reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.platypus import (
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Spacer,
    TableStyle,
)

from desktop_app.charts.primitives import Drawing, Rect
from desktop_app.report import fonts, styles
from desktop_app.report.drawing import Picture
from desktop_app.report.pages import A4_UPRIGHT, DocumentFacts, Sheet, write_pages
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
from tests.report.pdf import facts_of, needs_poppler, pages_of, tags_of, text_of, texts_of
from tests.report.showcase import write_showcase

pytestmark = needs_poppler

LOOK = styles.make_styles()
LONG = " ".join(f"word{n}" for n in range(900))
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(story: Sequence[Any], *sheets: Sheet, head: str = "") -> Path:
        target = tmp_path / "tagged.pdf"
        facts = DocumentFacts("A title", "An author", "A subject", "A footer", "en-GB", head)
        with target.open("wb") as file:
            write_pages(story, facts, file, *(sheets or (A4_UPRIGHT,)))
        return target

    return written


def body(words: str, **more: Any) -> Paragraph:
    return Paragraph(words, LOOK.body, **more)


def texts_under(lines: list[str], element: str) -> str:
    """Return all text of an element, wherever a page cut it."""
    return " ".join(line.partition(": ")[2].strip() for line in lines if line.startswith(element))


def test_headings_and_paragraphs_read_in_order(write: Write) -> None:
    story = [Heading("One", LOOK.title), body("Text"), body(""), Heading("Two", LOOK.heading, 2)]
    assert tags_of(write(story)) == ["H1", "H1: One ", "P", "P: Text ", "H2", "H2: Two "]


def test_the_file_says_that_it_is_tagged_and_what_it_is(write: Write) -> None:
    target = write([Heading("One", LOOK.title)])
    assert facts_of(target)["Tagged"] == "yes"
    written = target.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in written
    assert b"/DisplayDocTitle true" in written
    assert b"/Lang (en-GB)" in written
    assert b"/Tabs /S" in written


def test_the_file_says_that_it_may_be_kept_and_what_its_colours_mean(write: Write) -> None:
    written = write([Heading("One", LOOK.title)]).read_bytes()
    assert b"<pdfaid:part>2</pdfaid:part>" in written
    assert b"/OutputIntents [" in written
    assert written.count(b"\nendstream") == written.count(b"endstream") > 2
    lengths = re.findall(rb"/Length (\d+).{0,200}?>>\nstream\n", written, re.DOTALL)
    assert len(lengths) == written.count(b"endstream")


def test_another_language_is_told(write: Write) -> None:
    assert b"/S /P" in (written := write([body("Bore da", lang="cy")]).read_bytes())
    assert b"/Lang (cy)" in written


def test_words_at_line_ends_keep_their_space_and_cut_words_get_none(write: Write) -> None:
    whole = "x" * 300
    lines = tags_of(write([body(LONG[:2000]), body(whole), body(f"a <b>{whole}</b> b <i>c</i>")]))
    assert lines[1] == f"P: {LONG[:2000]} "
    assert lines[3] == f"P: {whole} "
    assert lines[5] == f"P: a {whole} b c "


def test_a_paragraph_cut_by_the_page_stays_one(write: Write) -> None:
    target = write([Spacer(0, 500), body(LONG), body(f"<b>{LONG}</b> end")])
    lines = tags_of(target)
    assert pages_of(target) > 2
    assert [line for line in lines if ":" not in line] == ["P", "P"]
    assert texts_under(lines, "P:") == f"{LONG} {LONG} end"


def test_links_keep_their_place_in_the_sentence(write: Write) -> None:
    address = "https://example.org/a?b=(c)"
    there = Heading("There", LOOK.title, name="there")
    story = [there, body(f'See <a href="{address}">the source</a> or <a href="#there">up</a>.')]
    target = write(story)
    assert tags_of(target)[2:] == [
        "P",
        "P: See ",
        "P/Link",
        "P/Link: the source",
        "P:  or ",
        "P/Link",
        "P/Link: up",
        "P: . ",
    ]
    written = target.read_bytes()
    assert rb"/URI (https://example.org/a?b=\(c\))" in written
    assert b"/Contents (the source)" in written
    assert re.search(rb"/Contents \(up\) /Dest \[\d+ 0 R /XYZ 51 ", written)
    assert sorted(re.findall(rb"/StructParent (\d+)", written)) == [b"1", b"2"]


def test_a_link_over_the_page_is_one_link(write: Write) -> None:
    lines = tags_of(write([Spacer(0, 600), body(f'Go <a href="https://e.org">{LONG}</a> on')]))
    assert lines.count("P/Link") == 1
    assert texts_under(lines, "P/Link:") == LONG


def test_a_link_that_leads_nowhere_is_a_mistake(write: Write) -> None:
    with pytest.raises(LookupError, match="#nowhere"):
        write([body('<a href="#nowhere">Go</a>')])


def test_lists_have_labels_and_may_hold_lists(write: Write) -> None:
    inner = numbered(["First"], LOOK.body, first=3)
    assert tags_of(write(bulleted(["One", [body("Two"), *inner]], LOOK.body))) == [
        "L /ListNumbering /Disc",
        "L/LI",
        "L/LI/Lbl",
        "L/LI/Lbl: • ",
        "L/LI/LBody",
        "L/LI/LBody/P",
        "L/LI/LBody/P: One ",
        "L/LI",
        "L/LI/Lbl",
        "L/LI/Lbl: • ",
        "L/LI/LBody",
        "L/LI/LBody/P",
        "L/LI/LBody/P: Two ",
        "L/LI/LBody/L /ListNumbering /Decimal",
        "L/LI/LBody/L/LI",
        "L/LI/LBody/L/LI/Lbl",
        "L/LI/LBody/L/LI/Lbl: 3. ",
        "L/LI/LBody/L/LI/LBody",
        "L/LI/LBody/L/LI/LBody/P",
        "L/LI/LBody/L/LI/LBody/P: First ",
    ]


def test_a_long_item_goes_on_over_the_page(write: Write) -> None:
    lines = tags_of(write(bulleted([[body(LONG), body(LONG)]], LOOK.body)))
    assert lines.count("L/LI/Lbl") == lines.count("L/LI/LBody") == 1
    assert texts_under(lines, "L/LI/LBody/P:") == f"{LONG} {LONG}"


def test_paragraphs_can_be_a_list_without_labels(write: Write) -> None:
    lines = tags_of(write(unlabelled([[body("a"), body("b")], [body("c")]])))
    assert [line for line in lines if "LI" in line and "LBody" not in line] == ["L/LI", "L/LI"]
    assert lines[-1] == "L/LI/LBody/P: c "


def test_tables_name_their_headings_and_spans(write: Write) -> None:
    rows = [["What", "How", "Many"], [body("wide"), "", "5"], ["a", [], ""]]
    spans = TableStyle([("SPAN", (0, 1), (1, 1)), ("SPAN", (2, 1), (2, 2))])
    table = Table(rows, header_columns=1, style=spans, font=fonts.REGULAR, summary="It sums up")
    head, row = "Table/THead/TR", "Table/TBody/TR"
    assert tags_of(write([table])) == [
        "Table /Summary (It sums up)",
        "Table/THead",
        head,
        *(f"{head}/TH /Scope /Column", f"{head}/TH: What"),
        *(f"{head}/TH /Scope /Column", f"{head}/TH: How"),
        *(f"{head}/TH /Scope /Column", f"{head}/TH: Many"),
        "Table/TBody",
        row,
        *(f"{row}/TH /Scope /Row /ColSpan 2", f"{row}/TH/P", f"{row}/TH/P: wide "),
        *(f"{row}/TD /RowSpan 2", f"{row}/TD: 5"),
        row,
        *(f"{row}/TH /Scope /Row", f"{row}/TH: a"),
        f"{row}/TD",
    ]


def test_a_repeated_heading_row_is_read_once_and_no_row_is_lost(write: Write) -> None:
    rows = [["Heading"], *([body(f"Row {n}")] for n in range(120))]
    target = write([Table(rows, font=fonts.REGULAR)])
    lines = tags_of(target)
    assert text_of(target).count("Heading") == pages_of(target) > 2
    assert [line for line in lines if "Heading" in line] == ["Table/THead/TR/TH: Heading"]
    assert lines.count("Table") == lines.count("Table/TBody") == 1
    assert lines.count("Table/TBody/TR") == 120


def test_a_row_cut_by_the_page_stays_one_row(write: Write) -> None:
    rows = [["A", "B"], [body(LONG), body("beside")], [body("next"), ""]]
    lines = tags_of(write([Table(rows, colWidths=[200, 80], font=fonts.REGULAR, splitInRow=1)]))
    assert lines.count("Table/TBody/TR") == 2
    assert lines.count("Table/TBody/TR/TD") == 4
    read = texts_under(lines, "Table/TBody/TR/TD/P:")
    assert sorted(read.split()) == sorted(f"{LONG} beside next".split())
    assert read.endswith("beside next")


def test_lists_and_tables_may_stand_in_cells(write: Write) -> None:
    inner = Table([["in"]], header_rows=0, font=fonts.REGULAR)
    rows = [[bulleted(["item"], LOOK.cell), inner]]
    lines = tags_of(write([Table(rows, header_rows=0, font=fonts.REGULAR)]))
    cell = "Table/TBody/TR/TD"
    assert f"{cell}/L/LI/LBody/P: item " in lines
    assert f"{cell}/{cell}: in" in lines


def test_a_column_is_read_to_its_end_before_the_next(write: Write) -> None:
    left = Stack([body(f"left {LONG}")], 220)
    right = Stack([body(f"right {LONG}")], 220)
    lines = tags_of(write([Spacer(0, 400), Columns([left, right], 20)]))
    assert texts_under(lines, "Div/P:") == f"left {LONG} right {LONG}"
    assert lines.count("Div") == 2


def test_a_quote_and_what_is_kept_together(write: Write) -> None:
    quote = AccentBlock([body("said")], styles.ACCENT, 300, role="BlockQuote")
    lines = tags_of(write([quote, KeepTogether([body("kept"), body("together")])]))
    assert [line for line in lines if ":" in line] == [
        "BlockQuote/P: said ",
        "P: kept ",
        "P: together ",
    ]


def test_figures_have_a_text_and_decoration_none(write: Write) -> None:
    square = (Rect(0, 0, 9, 9, "#ff0000"),)
    story = [
        Picture(Drawing(9, 9, square, "A “red” square")),
        Picture(Drawing(9, 9, square, "")),
        Figure(Picture(Drawing(9, 9, square, "")), "Another one"),
        Decoration(body("for looks")),
    ]
    target = write(story)
    lines = tags_of(target)
    assert [line.split()[0] for line in lines if line.startswith("Figure /")] == ["Figure"] * 2
    assert "for looks" in text_of(target)
    assert not any("for looks" in line for line in lines)
    assert b"/Alt (A \\215red\\216 square)" in target.read_bytes()


def test_a_figure_without_a_text_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="Decoration"):
        Figure(Spacer(1, 1), "")


def test_contents_lead_to_headings_and_know_their_pages(write: Write) -> None:
    story: list[Any] = [Heading("Title", LOOK.title), PageBreak(), body("p")]
    hidden = Columns([Stack([Heading("In a column", LOOK.heading, 2)], 200)], 0)
    story += [Heading("First &amp; more", LOOK.heading, 2), Heading("Sub", LOOK.item, 3)]
    story += [Spacer(0, 600), PageBreak(), hidden, Heading("Too deep", LOOK.item, 4)]
    story[1:1] = contents(list(headings_in(story)), [LOOK.body, LOOK.detail], first_level=2)
    target = write(story)
    lines = [line.strip() for line in tags_of(target) if line.startswith("TOC") and ":" in line]
    assert lines == [
        "TOC/TOCI/Reference/Link: First & more",
        "TOC/TOCI/Reference/Link: 2",
        "TOC/TOC/TOCI/Reference/Link: Sub",
        "TOC/TOC/TOCI/Reference/Link: 2",
        "TOC/TOCI/Reference/Link: In a column",
        "TOC/TOCI/Reference/Link: 3",
    ]
    assert len(re.findall(rb"/Subtype /Link .*/Dest \[", target.read_bytes())) == 3


def test_headings_become_bookmarks_on_their_pages(write: Write) -> None:
    story = [Heading("One", LOOK.title), PageBreak(), Heading("Deep &amp; low", LOOK.heading, 3)]
    written = write(story).read_bytes()
    titles = re.findall(rb"/Title \((.*?)\)", written)
    assert {b"One", b"Deep & low"} <= set(titles)
    kids = re.search(rb"/Kids \[ ?(\d+) 0 R (\d+) 0 R", written)
    assert kids
    assert re.search(rb"/Dest \[ " + kids.group(2) + rb" 0 R /XYZ", written)


def test_a_heading_typed_on_two_lines_is_one_bookmark(write: Write) -> None:
    written = write([Heading("One<br/><b>Two</b>", LOOK.title)]).read_bytes()
    assert b"/Title (One Two)" in written


def test_half_characters_and_controls_do_not_stop_a_document(write: Write) -> None:
    square = (Rect(0, 0, 9, 9, "#ff0000"),)
    written = write([Picture(Drawing(9, 9, square, "a\ud800\x00b"))]).read_bytes()
    assert b"/Alt (\\376\\377" in written


def test_head_and_footer_are_passed_over(write: Write) -> None:
    sheet = Sheet(head_height=20)
    target = write([body("one"), PageBreak(), body("two")], sheet, head="A head")
    assert tags_of(target) == ["P", "P: one ", "P", "P: two "]
    assert [page.count("A head") for page in texts_of(target)] == [1, 1]
    numbers = [page.replace(" ", "")[-3:] for page in texts_of(target)]
    assert numbers == ["1/2", "2/2"]


def test_kinds_of_page_may_change(write: Write) -> None:
    painted = []
    cover = Sheet("cover", footer_height=0, background=painted.append, then="page")
    across = Sheet("across", width=842, height=595)
    story = [body("cover"), PageBreak(), body("page"), NextPageTemplate("across"), PageBreak()]
    target = write([*story, body("across")], cover, Sheet(), across)
    assert ["A footer" in page for page in texts_of(target)] == [False, True, True]
    assert len(painted) == 1
    boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+)", target.read_bytes())
    assert [round(float(box)) for box in boxes] == [595, 595, 842]


def test_the_same_story_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    write_showcase(first)
    write_showcase(second)
    assert first.read_bytes() == second.read_bytes()
