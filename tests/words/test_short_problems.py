"""What goes wrong is told in sentences that a person reads, however long what they quote is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cli import main
from desktop_app.domain.errors import AppError, FileProblem, InputProblem
from desktop_app.domain.texts import LONGEST, phrase, shortened
from desktop_app.storage.problems import damaged, too_new, unreachable
from desktop_app.words.speech import said

LONG = "word. " * 200_000
NO_FILE = "word " * 200_000  # what has a full stop in it may be a file, which the window opens
VALUES = st.text(max_size=2_000) | st.integers() | st.text(max_size=2_000).map(Path)


@given(one=VALUES, other=VALUES, third=VALUES)
def test_no_sentence_is_longer_than_anybody_reads(
    one: object, other: object, third: object
) -> None:
    inner = phrase('"{other}" is not {third}. Change it.', other=other, third=third)
    error = FileProblem("{one}, line {line}: {inner} Nothing.", one=one, line=7, inner=inner)
    for sentence in (str(error), said(error)):
        assert len(sentence) <= LONGEST
        assert ", line 7: " in sentence
        assert sentence.endswith("Change it. Nothing.")


def test_what_fits_is_told_whole_and_what_does_not_is_cut_with_an_ellipsis() -> None:
    short = InputProblem("There is no “{name}”. There are: {known}.", name="x" * 250, known="one")
    assert str(short) == f"There is no “{'x' * 250}”. There are: one."
    long = InputProblem("There is no “{name}”. There are: {known}.", name=LONG, known="one")
    first, _, rest = str(long).partition("…")
    assert first.startswith("There is no “word. word.")
    assert rest == "”. There are: one."
    assert len(str(long)) < LONGEST + 20


def test_an_error_within_an_error_is_cut_as_well() -> None:
    outer = InputProblem("First {reason} Then try again.", reason=FileProblem("{x}.", x=LONG))
    assert len(str(outer)) <= LONGEST
    assert said(outer) == str(outer)
    assert str(outer).endswith("…. Then try again.")


def test_a_path_keeps_both_its_ends() -> None:
    path = Path("/data/ann") / ("folder" * 50) / "roundtable.db"
    for error in (damaged(path), damaged(path, path), too_new(path, path), unreachable(path, LONG)):
        assert "/data/ann" in str(error)
        assert "roundtable.db" in str(error)
        assert all(len(one) <= LONGEST for one in re.split(r"(?<=[.!?]) ", str(error)))


def test_words_of_ours_are_never_cut() -> None:
    error = AppError("word " * 50 + "{x}", x="y" * 500)
    assert str(error).startswith("word " * 50 + "yyyy")
    assert len(str(error)) <= LONGEST


@pytest.mark.parametrize(
    ("odd", "shown"),
    [
        ("\n", " "),
        ("\r\n", " "),
        ("\u2028", " "),
        ("\0", "[U+0000]"),
        ("\x1b[31m", "[U+001B]"),
        ("\ud800", "[U+D800]"),
        ("\u202e", "[U+202E]"),
    ],
)
def test_what_is_quoted_breaks_no_line_and_turns_no_letters(odd: str, shown: str) -> None:
    inner = phrase("the key “{key}” is not known", key=f"one{odd}two")
    for error in (
        FileProblem("{file}: {inner}.", file=f"x{odd}.toml", inner=inner),
        FileProblem("{file}: {inner}.", file=Path(f"x{odd}.toml"), inner=inner),
        FileProblem("{file}: {inner}.", file=f"x{odd * 200}.toml", inner=inner),
    ):
        assert odd not in str(error)
        assert f"x{shown}" in str(error)
        assert len(str(error).splitlines()) == 1
        assert len(str(error)) <= LONGEST


def test_a_cut_text_says_so() -> None:
    assert shortened("abcd", 4) == "abcd"
    assert shortened("abcde", 4) == "abcd…"


@pytest.mark.parametrize(
    "call",
    [
        ["export", LONG, "--to", "x.pdf"],
        ["export", "x", "--to", f"x.{LONG}"],
        ["export", "x", "--to", f"{'x' * 9000}.csv", "--kind", "report"],
        ["export", "x", "--to", "x.pdf", "--per-sheet", "9" * 5_000],
        ["export", "x", "--to", "x.pdf", "--per-sheet", str(2**63)],
        ["export", "x", "--to", "x.pdf", "--kind", LONG],
        ["import", "x" * 9_000],
        ["import", f"{'x' * 9_000}.roundtable"],
        ["import", f"{'x' * 9_000}.roundtable", "--framework", "x"],
        ["import", "x.csv", "--framework", LONG],
        [NO_FILE],
        ["list", LONG],
        ["list", f"--{LONG}"],
    ],
    ids=range(13),
)
def test_the_command_line_complains_in_one_readable_line(
    call: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status: object = main([*call, "--data-dir", str(tmp_path)])
    except SystemExit as ended:
        status = ended.code
    assert status in (1, 2)
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert 20 < len(told) <= LONGEST + len("roundtable: \n")
