"""Ballots from a CSV file: every one of them, or one sentence and nothing."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.domain.errors import FileProblem
from desktop_app.domain.rounds import Ballot, FileBallot
from desktop_app.storage.ballots_file import CsvBallots

from .records import a_framework

HEADER = "statement,round,group,rating\n"


def read(tmp_path: Path, content: str | bytes) -> tuple[FileBallot, ...]:
    path = tmp_path / "ballots.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return CsvBallots().read(path, a_framework())


def test_every_ballot_is_read_in_order(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEADER
        + 'T1,1,north,5\n\nT1,2,"Łódź, east",1\nT1,,,\n A1 ,1,, Cannot Say \nA1,,,can\'t say',
    )
    assert found == (
        FileBallot("T1", 1, Ballot(5, "north")),
        FileBallot("T1", 2, Ballot(1, "Łódź, east")),
        FileBallot("T1", 1, Ballot(0)),
        FileBallot("A1", 1, Ballot(0)),
        FileBallot("A1", 1, Ballot(0)),
    )


def test_a_group_has_one_line_and_never_the_name_of_a_part(tmp_path: Path) -> None:
    rows = 'T1,1,"the\nnorth\x1fend ",5\nT1,1,Other  Partners,1\nT1,1,Whole room,2\n'
    assert read(tmp_path, HEADER + rows) == (
        FileBallot("T1", 1, Ballot(5, "the north end")),
        FileBallot("T1", 1, Ballot(1)),
        FileBallot("T1", 1, Ballot(2)),
    )


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfstatement,round,group,rating\r\nT1,1,,3\r\n",
        b"Rating, Group ,ROUND,statement\n3,,1,T1\n",
        b"\n\nstatement,round,group,rating\n\nT1,1,,3",
        b"statement,round,group,rating\rT1,1,,3\r",
        b"\xef\xbb\xbfstatement;round;group;rating\r\nT1;1;;3\r\n",
        b"statement\tround\tgroup\trating\nT1\t1\t\t3\n",
    ],
)
def test_forms_of_the_same_file(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) == (FileBallot("T1", 1, Ballot(3)),)


WRONG: list[tuple[str | bytes, str]] = [
    (HEADER + "T1,1,,3\n" * 5 + "T1,1,,9\n",
     ('ballots.csv, line 7: "9" is not a rating from 1 to 5. Change it, or leave it empty for'
      " can't say. Nothing was imported.")),
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
    (HEADER + f"T1,1,{'x' * 81},3\n", "line 2: the group name is longer than 80"),
    (HEADER + "T1,1,3\n", "line 2: there are 3 values instead of 4"),
    (HEADER + "T1,1,,3,extra\n", "line 2: there are 5 values instead of 4"),
    (HEADER + 'T1,1,"a\nb",3\nT1,1,,9\n', 'line 4: "9" is not a rating'),
    (HEADER + 'T1,1,"north,3\nT1,1,,4\n', "line 2: the quotation marks do not match"),
    (HEADER + f"T1,1,{'x' * 200_000},3\n", "line 2: the quotation marks do not match, or"),
    (HEADER + "T1,1,,\0\n", "line 2: this is not text"),
    (HEADER.encode() + b"T1,1,,3\nT1,1,\xb3\xf3d,3\n", "line 3: the text is not UTF-8"),
    ("statement,round,rating\nT1,1,3\n", 'line 1: the column "group" is missing'),
    ("statement,round,group,rating,name\nT1,1,,3,Bo\n",
     'line 1: there is a column too many, "name"'),
    ("statement,round,group,rating,rating\n", 'line 1: there is a column too many, "rating"'),
    ("T1,1,,3\n", 'line 1: the column "statement" is missing'),
    (HEADER, "ballots.csv has no ballots"),
    ("", "ballots.csv is empty"),
    ("\ufeff \n", "ballots.csv is empty"),
    (HEADER + "T1,1,,3\n" * 200_001, "line 200002: there are more than 200000 ballots"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), WRONG)
def test_the_first_mistake_is_named(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    with pytest.raises(FileProblem) as raised:
        read(tmp_path, content)
    assert sentence in str(raised.value)
    assert str(raised.value).startswith("ballots.csv")
    assert str(raised.value).endswith("Nothing was imported.")
    assert len(str(raised.value)) < 250


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    path.touch()
    os.truncate(path, 300_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(FileProblem, match=r"huge\.csv is larger than 20 MB"):
            CsvBallots().read(path, a_framework())
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["gone.csv", ".", "a\0b", "x" * 300])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem, match="Nothing was imported"):
        CsvBallots().read(tmp_path / name, a_framework())


_cells = st.sampled_from(["T1", "A1", "1", "2", "", "9", '"', "\n", "\0", "cannot say", "{x}", "é"])
_rows = st.lists(st.lists(_cells, max_size=6).map(",".join), max_size=6)


@given(st.binary(max_size=200) | _rows.map(lambda rows: (HEADER + "\n".join(rows)).encode()))
@example(b"\xef\xbb\xbf")
@example(HEADER.encode() + b"T1,99999999999999999999999,,1")
def test_any_bytes_give_ballots_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "garbage.csv"
    path.write_bytes(content)
    try:
        found = CsvBallots().read(path, a_framework())
    except FileProblem as problem:
        sentence = str(problem)
    else:
        sentence = "garbage.csv"
        assert found
        assert all(0 <= f.ballot.point <= 5 and f.ordinal >= 1 for f in found)
    assert sentence.startswith("garbage.csv")
