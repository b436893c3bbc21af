"""What was chosen for files of answers: written is read back equal, and no file can stop it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.learnt import MOST, Learnt
from desktop_app.storage.learnt_file import FILE_NAME, TomlLearnt
from desktop_app.storage.settings_file import MAX_BYTES

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ANY = st.builds(
    Learnt,
    st.text("0123456789abcdef", min_size=32, max_size=32),
    st.dictionaries(st.integers(0, 199), TEXTS, max_size=3),
    st.dictionaries(TEXTS, TEXTS, max_size=3),
    st.dictionaries(TEXTS, st.none() | st.integers(0, 11), max_size=3),
    st.sampled_from(["", "not-answered", "cannot-say"]),
)


def learnt(n: int, text: str = "agree") -> Learnt:
    return Learnt(f"{n:032x}", {1: "statement T1"}, {}, {text: 4, "pass": None}, "cannot-say")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> TomlLearnt:
    return TomlLearnt(tmp_path_factory.mktemp("learnt") / FILE_NAME)


def test_without_a_file_nothing_was_chosen(tmp_path: Path) -> None:
    assert TomlLearnt(tmp_path / FILE_NAME).load() == ()


@given(kept=st.lists(ANY, max_size=4, unique_by=lambda one: one.header))
def test_what_is_kept_is_read_back(shared: TomlLearnt, kept: list[Learnt]) -> None:
    shared.save(kept)
    assert shared.load() == tuple(kept)


@given(garbage=st.binary() | st.text().map(str.encode) | st.just(b"look = [" + b"[" * 9000))
def test_garbage_is_nothing(shared: TomlLearnt, garbage: bytes) -> None:
    shared.path.write_bytes(garbage)
    assert shared.load() == ()


def test_it_is_a_few_lines_each(tmp_path: Path) -> None:
    store = TomlLearnt(tmp_path / FILE_NAME)
    store.save([learnt(1)])
    assert store.path.read_text("utf-8") == (
        "# What was chosen for files of answers, by fingerprints of their headings; of no person.\n"
        "# Roundtable writes this file anew.\n\n"
        "[00000000000000000000000000000001]\n"
        'columns = [[1, "statement T1"]]\nanswers = [["agree", 4], ["pass", -1]]\n'
        'blank = "cannot-say"\n'
    )


def test_what_makes_no_sense_is_left_out(tmp_path: Path) -> None:
    store = TomlLearnt(tmp_path / FILE_NAME)
    key = "a" * 32
    store.path.write_text(
        f'x = 1\n[y]\nblank = "z"\n[{key}]\nblank = 3\nstatements = "T1"\n'
        f'columns = [[{2**63}, "partner"], [true, "partner"], [1], 2, [0, "partner"]]\n'
        'answers = [["a", 1e300], ["b", 999], ["c", -2], ["d", 2]]\n',
        "utf-8",
    )
    assert store.load() == (Learnt(key, {0: "partner"}, {}, {"d": 2}),)


def test_the_newest_are_kept_and_no_more_than_is_read_back(tmp_path: Path) -> None:
    store = TomlLearnt(tmp_path / FILE_NAME)
    store.save([learnt(n) for n in range(MOST + 3)])
    assert store.load() == tuple(learnt(n) for n in range(3, MOST + 3))
    store.save([learnt(n, "x" * 9_000) for n in range(MOST)])
    assert store.path.stat().st_size <= MAX_BYTES
    assert store.load()[-1] == learnt(MOST - 1, "x" * 9_000)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem):
        TomlLearnt(tmp_path / "gone" / FILE_NAME).save([])
