"""Answers from a file of any kind: all of them, or one sentence and nothing."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.answers.reading import Reading
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.errors import FileProblem
from desktop_app.storage import answer_files, answer_limits, xlsx_parts
from desktop_app.storage.answer_files import AnswersOfAnyKind
from tests.answers_read import OWN, read_file, votes_in

from .records import a_framework

HEADER = "statement,round,group,rating\n"


def read(tmp_path: Path, content: str | bytes, name: str = "ballots.csv") -> Reading:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_file(path, a_framework())


def table(path: Path, sheet: str = "") -> AnswerTable:
    return AnswersOfAnyKind().table(path, sheet)


def workbook(tmp_path: Path, *rows: Sequence[object], name: str = "ballots.xlsx") -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / name)
    return tmp_path / name


# Text


def test_every_answer_is_counted(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEADER
        + 'T1,1,north,5\n\nT1,2,"Łódź, east",1\nT1,,,\n A1 ,1,, Cannot Say \nA1,,,can\'t say',
    )
    assert votes_in(found, "T1") == {("north", 5): 1, ("", 0): 1}
    assert votes_in(found, "T1", 2) == {("Łódź, east", 1): 1}
    assert votes_in(found, "A1") == {("", 0): 2}


def test_a_partner_has_one_line_and_never_the_name_of_a_part(tmp_path: Path) -> None:
    rows = 'T1,1,"the\nnorth\x1fend ",5\nT1,1,Other  Partners,1\nT1,1,Whole room,2\n'
    found = votes_in(read(tmp_path, HEADER + rows), "T1")
    assert found == {("the north end", 5): 1, ("", 1): 1, ("", 2): 1}


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfstatement,round,group,rating\r\nT1,1,,3\r\n",
        b"Rating, Group ,ROUND,statement\n3,,1,T1\n",
        b"\n\nstatement,round,group,rating\n\nT1,1,,3",
        b"statement,round,group,rating\rT1,1,,3\r",
        b"\xef\xbb\xbfstatement;round;group;rating\r\nT1;1;;3\r\n",
        b"statement\tround\tgroup\trating\nT1\t1\t\t3\n",
        b"Who said what\nMade on,Friday\n\nstatement,rating\nT1,3\n",
        "statement,round,group,rating\nT1,1,,3\n".encode("utf-16"),
        "statement,round,group,rating\nT1,1,,3\n".encode("utf-16-le"),
    ],
)
def test_forms_of_the_same_file(tmp_path: Path, content: bytes) -> None:
    assert votes_in(read(tmp_path, content), "T1") == {("", 3): 1}


def test_what_windows_wrote_is_read_and_a_line_of_it_shown(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_bytes(HEADER.encode() + "T1,1,Café – £5,3\n".encode("cp1252"))
    (told,) = table(path).told
    assert "Café – £5" in str(told)
    assert votes_in(read_file(path, a_framework()), "T1") == {("Café – £5", 3): 1}


WRONG: list[tuple[str | bytes, str]] = [
    (HEADER + "T1,1,,3\n" * 5 + "T1,1,,9\n",
     ('ballots.csv, line 7: "9" is not a rating from 1 to 5. Change it, or leave it empty.'
      " Nothing was imported.")),
    (HEADER + "T1,1,,0\n", 'line 2: "0" is not a rating from 1 to 5'),
    (HEADER + "T1,1,,٣\n", 'line 2: "٣" is not a rating'),
    (HEADER + "T1,1,,{x}\n", 'line 2: "{x}" is not a rating'),
    (HEADER + "T1,1,,3.5\n", 'line 2: "3.5" is not a rating'),
    (HEADER + "T1,1,,-1\nT1,1,,9", 'line 2: "-1" is not a rating'),
    (HEADER + "Z9,1,,3\n", 'line 2: "Z9" is not a statement of the framework'),
    (HEADER + "T1,zwei,,3\n", 'line 2: "zwei" is not a round'),
    (HEADER + "T1,0,,3\n", 'line 2: "0" is not a round'),
    (HEADER + "T1,1,,3\nT1,3,,3\n",
     "line 3: statement T1 has a round 3 but no round 2"),
    (HEADER + f"T1,1,{'x' * 81},3\n", "line 2: the partner’s name is longer than 80"),
    (HEADER + "T1,1,3\n", "line 2: there are 3 values instead of 4"),
    (HEADER + "T1,1,,3,extra\n", "line 2: there are 5 values instead of 4"),
    (HEADER + 'T1,1,"a\nb",3\nT1,1,,9\n', 'line 4: "9" is not a rating'),
    (HEADER + 'T1,1,"north,3\nT1,1,,4\n', "line 2: the quotation marks do not match"),
    (HEADER + f"T1,1,{'x' * 200_000},3\n", "line 2: the quotation marks do not match, or"),
    (HEADER + "T1,1,,\0\n", "line 2: this is not text"),
    ("colour,size\nred,3\n", "no column is named like a statement"),
    (HEADER, "ballots.csv has no answers"),
    ("", "ballots.csv is empty"),
    ("\ufeff \n", "ballots.csv is empty"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), WRONG)
def test_the_first_mistake_is_named(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    with pytest.raises(FileProblem) as raised:
        read(tmp_path, content)
    assert sentence in str(raised.value)
    assert str(raised.value).startswith("ballots.csv")
    assert str(raised.value).endswith("Nothing was imported.")
    assert len(str(raised.value)) < 250


# Limits


@pytest.mark.parametrize(
    ("limit", "most", "content", "sentence"),
    [
        ("MAX_ROWS", 3, HEADER + "T1,1,,3\n" * 3, "line 4: there are more than 3 lines"),
        ("MAX_CELLS", 20, HEADER + "T1,1,,3\n" * 5, "line 6: far more stands here"),
        ("MAX_CELLS", 20, HEADER + ",,,\n" * 5, "line 6: far more stands here"),
    ],
)
def test_more_than_anybody_needs_is_refused_while_it_is_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    most: int,
    content: str,
    sentence: str,
) -> None:
    monkeypatch.setattr(answer_limits, limit, most)
    with pytest.raises(FileProblem, match=sentence):
        read(tmp_path, content)


def test_after_very_many_empty_lines_a_file_is_over_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_limits, "MAX_EMPTY", 10)
    path = tmp_path / "long.csv"
    path.write_text(HEADER + "T1,1,,3\n" + "\n" * 20 + "T1,1,,5\n", "utf-8")
    found = table(path)
    assert len(found.rows) == 2
    assert "Nothing was read after line 13" in str(found.told[0])


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    path.touch()
    os.truncate(path, 300_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(FileProblem, match=r"huge\.csv is larger than 20 MB"):
            table(path)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["gone.csv", ".", "a\0b", "x" * 300])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem, match="Nothing was imported"):
        table(tmp_path / name)


_cells = st.sampled_from(["T1", "A1", "1", "2", "", "9", '"', "\n", "\0", "cannot say", "{x}", "é"])
_rows = st.lists(st.lists(_cells, max_size=6).map(",".join), max_size=6)


@given(st.binary(max_size=200) | _rows.map(lambda rows: (HEADER + "\n".join(rows)).encode()))
@example(b"\xef\xbb\xbf")
@example(HEADER.encode() + b"T1,99999999999999999999999,,1")
def test_any_bytes_give_answers_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "garbage.csv"
    path.write_bytes(content)
    try:
        found = read_file(path, a_framework())
    except FileProblem as problem:
        sentence = str(problem)
    else:
        sentence = "garbage.csv"
        assert found.ballots
        points = {point for one in found.rounds.values() for _, point in one.votes}
        assert points <= set(range(6))
    assert sentence.startswith("garbage.csv")


# Workbooks


def test_a_workbook_is_read_like_text(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        OWN,
        ["T1", 1, "Łódź, east", 5],
        [],
        ["T1", 2.0, None, 1.0],
        ["T1", None, None, None],
        ["A1", "1", "", " Cannot say "],
    )
    found = read_file(path, a_framework())
    assert votes_in(found, "T1") == {("Łódź, east", 5): 1, ("", 0): 1}
    assert votes_in(found, "T1", 2) == {("", 1): 1}
    assert votes_in(found, "A1") == {("", 0): 1}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([OWN, ["T1", 1, "", 9]], 'line 2: "9" is not a rating from 1 to 5'),
        ([OWN, [], ["T1", 1, "", 3.5]], 'line 3: "3.5" is not a rating'),
        ([OWN, ["T1", 1, "", True]], 'line 2: "True" is not a rating'),
        ([OWN, ["T1", 1, "", date(2027, 5, 14)]], 'line 2: "2027-05-14T00:00:00" is not a rating'),
        ([OWN, ["T1", date(2027, 5, 14), "", 3]], 'line 2: "2027-05-14T00:00:00" is not a round'),
        ([OWN], "has no answers"),
        ([], "is empty"),
    ],
)
def test_the_first_bad_line_of_a_workbook_is_named(
    tmp_path: Path, rows: list[Sequence[object]], sentence: str
) -> None:
    with pytest.raises(FileProblem) as caught:
        read_file(workbook(tmp_path, *rows), a_framework())
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("ballots.xlsx")


def test_the_kind_is_told_by_what_is_in_a_file(tmp_path: Path) -> None:
    wrong = workbook(tmp_path, OWN, ["T1", 1, "", 5]).rename(tmp_path / "ballots.csv")
    assert votes_in(read_file(wrong, a_framework()), "T1") == {("", 5): 1}
    assert votes_in(read(tmp_path, HEADER + "T1,1,,5\n", "plain.xlsx"), "T1") == {("", 5): 1}


def test_the_fullest_sheet_is_taken_first_and_no_hidden_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "About"
    book.active.append(["Made in May"])
    ballots = book.create_sheet("Ballots")
    ballots.append(OWN)
    ballots.append(["T1", 1, "", 3])
    hidden = book.create_sheet("Secret")
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "two.xlsx")
    found = table(tmp_path / "two.xlsx")
    assert (found.sheets, found.sheet) == (("About", "Ballots"), "Ballots")
    assert table(tmp_path / "two.xlsx", "About").rows == ((1, ("Made in May",)),)


def test_what_a_formula_gives_is_read_and_never_the_formula(tmp_path: Path) -> None:
    path = workbook(tmp_path, OWN, ["T1", 1, "", "=2+3"])
    assert table(path).rows[1] == (2, ("T1", "1", "", ""))


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed_file:
        for name, content in files.items():
            packed_file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04garbage", "is not a workbook that can be read"),
        (packed(readme=b"no workbook"), "is not a workbook that can be read"),
        (packed(**{"a.csv": b"x", "b.csv": b"y"}), "holds 2 tables. Unpack it"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "protected by a password or from an old",
        ),
    ],
)
@pytest.mark.parametrize("name", ["b.xlsx", "b.csv"])
def test_what_is_no_workbook_is_said(
    tmp_path: Path, content: bytes, sentence: str, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileProblem) as caught:
        table(path)
    assert sentence in str(caught.value)


def test_a_zip_file_with_one_table_is_that_table(tmp_path: Path) -> None:
    content = packed(**{"Survey.csv": (HEADER + "T1,1,,4\n").encode(), "__MACOSX/._x": b"?"})
    assert votes_in(read(tmp_path, content, "survey.csv.zip"), "T1") == {("", 4): 1}


def test_a_workbook_that_swells_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_files, "MAX_UNPACKED", 1_000_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(packed(sheet=b"0" * 1_000_001))
    with pytest.raises(FileProblem, match="far too large when unpacked"):
        table(path)


@given(st.binary(max_size=400), st.integers(0, 3000))
def test_a_damaged_workbook_gives_a_sentence_or_a_table(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int
) -> None:
    folder = tmp_path_factory.mktemp("junk")
    path = workbook(folder, OWN, ["T1", 1, "", 3])
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
    with suppress(FileProblem):
        assert table(path).file == "ballots.xlsx"


# Sheets of LibreOffice

ODS = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(tmp_path: Path, *sheets: str, begin: str = "") -> Path:
    tables = "".join(
        f'<table:table table:name="S{n}">{s}</table:table>' for n, s in enumerate(sheets)
    )
    content = f"{begin}<office:document-content {SPACES}>{tables}</office:document-content>"
    path = tmp_path / "sheet.ods"
    path.write_bytes(packed(**{"mimetype": ODS.encode(), "content.xml": content.encode()}))
    return path


def line(*cells: str, times: int = 1) -> str:
    inside = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
    return f'<table:table-row table:number-rows-repeated="{times}">{inside}</table:table-row>'


def test_lines_of_a_sheet_keep_their_numbers_where_empty_ones_are_repeated(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'
    path = ods(
        tmp_path, rest, line(*OWN) + line(times=7) + line("T1", "1", "x", "4", times=2) + rest
    )
    found = table(path)
    assert (found.sheets, found.sheet) == (("S0", "S1"), "S1")
    answer = ("T1", "1", "x", "4")
    assert found.rows == ((1, OWN), (9, answer), (10, answer))


def test_a_number_of_a_sheet_is_its_value_and_not_how_it_is_shown(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="float" office:value="4.0">'
        "<text:p>4,00 points</text:p></table:table-cell>"
    )
    row = f"<table:table-row>{cell}</table:table-row>"
    assert table(ods(tmp_path, row)).rows == ((1, ("4",)),)


def test_a_sheet_with_entities_is_not_read(tmp_path: Path) -> None:
    path = ods(tmp_path, line("&x;"), begin='<!DOCTYPE x [<!ENTITY x "y">]>')
    with pytest.raises(FileProblem, match="is not a workbook that can be read"):
        table(path)


def test_a_row_repeated_a_million_times_is_refused_soon(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="there are more than 200000 lines"):
        table(ods(tmp_path, line("x", times=1_000_000)))


def test_lines_repeated_in_a_sheet_that_is_not_chosen_cost_no_time_either(tmp_path: Path) -> None:
    path = ods(tmp_path, line(*OWN) + line("T1", "1", "x", "4"), line("x", times=9_999_999) * 9_000)
    with pytest.raises(FileProblem, match="holds far more than answers of one workshop"):
        table(path)


def test_a_sheet_of_far_more_cells_than_answers_is_refused_before_any_is_read(
    tmp_path: Path,
) -> None:
    path = ods(tmp_path, line(*["4"] * 100) * 10_000)
    with pytest.raises(FileProblem, match="holds far more than answers of one workshop"):
        table(path)


def test_a_sheet_with_too_many_lines_is_told_only_if_it_is_chosen(tmp_path: Path) -> None:
    path = ods(tmp_path, line("x", times=200_001), line(*OWN, times=9))
    files = AnswersOfAnyKind()
    assert files.table(path).sheet == "S1"
    with pytest.raises(FileProblem, match="there are more than 200000 lines"):
        files.table(path, "S0")
    assert files.table(path, "gone").sheet == "S1"


# What is odd in a sheet, and what is far too much


def test_hidden_merged_and_empty_formulas_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["About", None, None], ["Org", "T1", "A1"], ["x", "=1+2", 4], ["y", 3, 5]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(tmp_path / "odd.xlsx")
    found = table(tmp_path / "odd.xlsx")
    told = " ".join(str(one) for one in found.told)
    assert "Hidden lines were read like the others: 4." in told
    assert "Hidden columns were read like the others: C." in told
    assert "Some cells are merged, the first in line 1" in told
    assert "Formulas have no value, or 0: B3." in told
    assert (found.rows[2], found.merged) == ((3, ("x", "", "4")), ((1, 1, 1, 3),))


def test_a_partner_in_a_merged_cell_is_that_of_all_its_lines(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Org", "T1"], ["North", 3], [None, 4], ["South", 5]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "m.xlsx")
    assert read_file(tmp_path / "m.xlsx", a_framework()).of_partner == {"North": 2, "South": 1}


BOOK = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": b'<R><Relationship Id="a" Type="x/officeDocument" Target="xl/w.xml"/></R>',
    "xl/w.xml": b'<w xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></w>',
    "xl/_rels/w.xml.rels": (
        b'<R><Relationship Id="a" Type="x/worksheet" Target="s.xml"/>'
        b'<Relationship Id="b" Type="x/sharedStrings" Target="/xl/t.xml"/>'
        b'<Relationship Id="c" Type="x/styles" Target="y.xml"/></R>'
    ),
    "xl/s.xml": b"<x:w xmlns:x='x'><x:row><x:c><x:v>3</x:v></x:c></x:row></x:w>",
    "xl/t.xml": b"<sst/>",
    "xl/y.xml": b"<styleSheet/>",
}
"""The least that a workbook needs, its sheet written as few tools do."""


def test_a_workbook_of_another_writer_is_read(tmp_path: Path) -> None:
    path = tmp_path / "least.xlsx"
    path.write_bytes(packed(**BOOK))
    assert table(path).rows == ((1, ("3",)),)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/s.xml", b"<w><row>" + b"<c/>" * 60_000 + b"</row></w>"),
        ("xl/s.xml", b"<a>" * 60_000),
        ("xl/s.xml", b"<w a='" + b"x" * 200_000 + b"'/>"),
        ("xl/t.xml", b"<sst>" + b"<si/>" * 60_000 + b"</sst>"),
        ("xl/y.xml", b"<s><cellXfs>" + b"<xf/>" * 60_000 + b"</cellXfs></s>"),
        ("xl/w.xml", b"<w>" + b"<sheet r:id='a'/>" * 60_000 + b"</w>"),
    ],
)
def test_what_unfolds_to_far_too_much_is_refused_before_a_line_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, content: bytes
) -> None:
    monkeypatch.setattr(xlsx_parts, "MAX_ELEMENTS", 50_000)
    monkeypatch.setattr(xlsx_parts, "MAX_PLAIN", 100_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(packed(**(BOOK | {part: content})))
    with pytest.raises(FileProblem, match="holds far more than answers of one workshop"):
        table(path)


def test_a_note_beside_a_cell_is_no_answer(tmp_path: Path) -> None:
    cell = (
        "<table:table-cell><office:annotation><text:p>who?</text:p></office:annotation>"
        '<text:p>a<text:s text:c="2"/>b</text:p></table:table-cell>'
    )
    path = ods(tmp_path, f'<table:table-row table:visibility="filter">{cell}</table:table-row>')
    found = table(path)
    assert found.rows == ((1, ("a  b",)),)
    assert "Hidden lines" in str(found.told[0])


@pytest.mark.parametrize(
    "content",
    [
        b"sep=;\r\nstatement;rating\r\nT1;3\r\n",
        b"\xef\xbb\xbfsep=;\r\nstatement;rating\r\nT1;3\r\n",
        b"statement|rating\nT1|3\n",
        b"statement;rating\nT1;3,0\n",
    ],
)
def test_what_stands_between_cells_is_told_by_the_lines(tmp_path: Path, content: bytes) -> None:
    assert votes_in(read(tmp_path, content), "T1") == {("", 3): 1}


# What is pasted

PAGE = (
    "<html><table><tr><td>menu</td></tr></table><table><tr><th>Organisation<th colspan=2>T1"
    "<tr><td>Harbour<br>Council</td><td>3</td><td>x</td></tr><tr><td>Police<td>&nbsp;4</table>"
)


def test_a_table_that_was_copied_is_read_like_a_file() -> None:
    files = AnswersOfAnyKind()
    text = 'Organisation\tT1\n"Harbour\nCouncil"\t3\nPolice\t4\n'
    found = files.pasted(text, PAGE, "What you pasted")
    assert found.file == "What you pasted"
    assert [row for _, row in found.rows] == [
        ("Organisation", "T1"),
        ("Harbour\nCouncil", "3"),
        ("Police", "4"),
    ]


@pytest.mark.parametrize("text", ["", "Organisation T1\nHarbour Council 3\n"])
def test_a_page_is_read_by_its_largest_table_where_its_text_has_no_columns(text: str) -> None:
    found = AnswersOfAnyKind().pasted(text, PAGE, "What you pasted")
    assert found.rows == (
        (1, ("Organisation", "T1", "")),
        (2, ("Harbour Council", "3", "x")),
        (3, ("Police", "4", "")),
    )


@pytest.mark.parametrize(
    ("text", "html", "told"),
    [
        ("", "", "What you pasted is empty"),
        ("x" * 20_000_001, "", "What you pasted is larger than 20 MB"),
        ("", "<table>" * 5000 + "<tr><td>", "What you pasted is empty"),
        ("", "<table><tr>" + "<td colspan=9999>x" * 90_000 + "</table>", ""),
        ("\ud800", "<td>1", "holds no answers|"),
    ],
)
def test_whatever_is_pasted_gives_a_table_or_a_sentence(text: str, html: str, told: str) -> None:
    with (
        suppress(FileProblem) if not told or "|" in told else pytest.raises(FileProblem, match=told)
    ):
        AnswersOfAnyKind().pasted(text, html, "What you pasted")


def test_a_page_without_its_last_end_tags_loses_no_cell() -> None:
    page = "<table><tr><th>Partner<th>T1<tr><td>Police<td>4"
    found = AnswersOfAnyKind().pasted("Police 4", page, "What you pasted")
    assert found.rows[-1] == (2, ("Police", "4"))


def test_a_page_with_cells_over_several_lines_is_not_read_as_a_table() -> None:
    """The cells of the next line would stand one column further left than they are seen."""
    page = "<table><tr><th>Partner<th>T1<tr><td rowspan=2>Police<td>4<tr><td>5</table>"
    table = AnswersOfAnyKind().pasted("Police,4", page, "What you pasted")
    assert table.rows == ((1, ("Police", "4")),)


def test_a_table_in_a_zip_file_is_never_cut_off_without_a_word(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed_file:
        packed_file.writestr("survey.csv", b"T1,T2\n" + b"4,3\n" * 5_000_000)
    with pytest.raises(FileProblem, match=r"survey.csv.zip is larger than 20 MB"):
        read(tmp_path, out.getvalue(), "survey.csv.zip")
