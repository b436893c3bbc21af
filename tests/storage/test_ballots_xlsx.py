"""Ballots from a workbook: the same as from a CSV file, or one sentence and nothing."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.ballot_rows import BallotTable
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.rounds import Ballot, FileBallot
from desktop_app.storage import ballots_xlsx
from desktop_app.storage.ballot_files import BallotsOfAnyKind

from .records import a_framework

HEADER = ["statement", "round", "group", "rating"]


def workbook(tmp_path: Path, *rows: list[object], name: str = "ballots.xlsx") -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / name)
    return tmp_path / name


def read(path: Path) -> tuple[FileBallot, ...]:
    return BallotsOfAnyKind().read(path, a_framework())


def table(path: Path, sheet: str = "") -> BallotTable:
    return BallotsOfAnyKind().table(path, sheet)


def test_every_ballot_is_read_in_order(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        HEADER,
        ["T1", 1, "Łódź, east", 5],
        [],
        ["T1", 2.0, None, 1.0],
        ["T1", None, None, None],
        ["A1", "1", "", " Cannot say "],
    )
    assert read(path) == (
        FileBallot("T1", 1, Ballot(5, "Łódź, east")),
        FileBallot("T1", 2, Ballot(1)),
        FileBallot("T1", 1, Ballot(0)),
        FileBallot("A1", 1, Ballot(0)),
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([HEADER, ["T1", 1, "", 9]], 'line 2: "9" is not a rating from 1 to 5'),
        ([HEADER, [], ["T1", 1, "", 3.5]], 'line 3: "3.5" is not a rating'),
        ([HEADER, ["T1", 1, "", True]], 'line 2: "True" is not a rating'),
        (
            [HEADER, ["T1", date(2027, 5, 14), "", 3]],
            'line 2: "2027-05-14T00:00:00" is not a round',
        ),
        ([["statement", "round", "rating"], ["T1", 1, 3]], 'the column "group" is missing'),
        ([HEADER], "has no ballots"),
        ([], "is empty"),
    ],
)
def test_the_first_bad_line_is_named(
    tmp_path: Path, rows: list[list[object]], sentence: str
) -> None:
    with pytest.raises(FileProblem) as caught:
        read(workbook(tmp_path, *rows))
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("ballots.xlsx")


def test_the_kind_is_told_by_what_is_in_a_file(tmp_path: Path) -> None:
    wrong = workbook(tmp_path, HEADER, ["T1", 1, "", 5]).rename(tmp_path / "ballots.csv")
    assert read(wrong) == (FileBallot("T1", 1, Ballot(5)),)
    plain = tmp_path / "plain.xlsx"
    plain.write_text("statement,round,group,rating\nT1,1,,5\n")
    assert read(plain) == (FileBallot("T1", 1, Ballot(5)),)


def test_a_table_has_text_as_wide_as_its_header(tmp_path: Path) -> None:
    path = workbook(tmp_path, [], ["Item", "Score"], ["T1", 4, "beyond"], ["T2"])
    assert table(path) == BallotTable(
        "ballots.xlsx",
        ("Item", "Score"),
        ((3, ("T1", "4")), (4, ("T2", ""))),
        ("Sheet",),
        "Sheet",
    )


def test_the_sheet_that_fits_is_taken_first(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "About"
    book.active.append(["Made in May"])
    ballots = book.create_sheet("Ballots")
    ballots.append(HEADER)
    ballots.append(["T1", 1, "", 3])
    hidden = book.create_sheet("Secret")
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "two.xlsx")
    found = table(tmp_path / "two.xlsx")
    assert (found.sheets, found.sheet) == (("About", "Ballots"), "Ballots")
    assert table(tmp_path / "two.xlsx", "About").header == ("Made in May",)


def test_what_a_formula_gives_is_read_and_never_the_formula(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, ["T1", 1, "", "=2+3"])
    assert table(path).rows == ((2, ("T1", "1", "", "")),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_of_other_countries(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "b.csv"
    path.write_text(delimiter.join(HEADER) + "\n" + delimiter.join(["T1", "1", "a b", "5"]) + "\n")
    found = table(path)
    assert (found.header, found.rows) == (tuple(HEADER), ((2, ("T1", "1", "a b", "5")),))
    assert found.sheets == ()


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
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "protected by a password or from an old",
        ),
    ],
)
def test_what_is_no_workbook_is_said(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(content)
    for act in (read, table):
        with pytest.raises(FileProblem) as caught:
            act(path)
        assert sentence in str(caught.value)


def test_a_workbook_that_swells_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ballots_xlsx, "MAX_UNPACKED", 1_000_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(packed(sheet=b"0" * 1_000_001))
    with pytest.raises(FileProblem, match="far too large when unpacked"):
        table(path)


@given(st.binary(max_size=400), st.integers(0, 3000))
def test_a_damaged_workbook_gives_a_sentence_or_a_table(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int
) -> None:
    folder = tmp_path_factory.mktemp("junk")
    path = workbook(folder, HEADER, ["T1", 1, "", 3])
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
    with suppress(FileProblem):
        assert table(path).file == "ballots.xlsx"


def test_an_old_or_locked_workbook_is_told_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "ballots.csv"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(FileProblem, match="protected by a password or from an old"):
        read(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"gone\.xlsx cannot be read"):
        table(tmp_path / "gone.xlsx")
    with pytest.raises(FileProblem, match="is not a file"):
        table(tmp_path)
