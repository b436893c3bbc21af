"""Edited frameworks in the real library and in files: what is kept reads back equal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.application.framework_edits import put, with_points
from desktop_app.application.frameworks import FrameworkShelf
from desktop_app.domain.errors import FileProblem, InputProblem, OutputProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.framework_rules import Place, mistakes, tidied
from desktop_app.domain.framework_versions import same_content
from desktop_app.storage.content import BuiltInFrameworks, TomlFrameworks
from desktop_app.storage.opening import open_library
from tests.unit.fakes import Ids

BUILT_IN = BuiltInFrameworks().built_in()
PLACES: tuple[Place, ...] = (
    ("title",),
    ("stem",),
    ("status",),
    ("scale", "points", 1, "label"),
    ("scale", "cannot_say_description"),
    ("actions", 1, "title"),
    ("actions", 1, "quick"),
    ("actions", 0, "statements", 0, "text"),
    ("actions", 0, "statements", 0, "anchors", 2),
    ("actions", 2, "prompts", 0, "text"),
    ("actions", 3, "steps", 4, "how"),
    ("sources", 0, "says"),
)
SAMPLES = st.sampled_from(
    [
        "👩‍👩‍👧‍👦 together",
        "שלום עולם",
        "مرحبا 123",
        "e\u0301a\u0308",
        'a "b" \\ c',
        "'''",
        "x" * 10_000,
    ]
)
EDITS = st.lists(st.tuples(st.sampled_from(PLACES), st.text(max_size=60) | SAMPLES), max_size=6)


@contextmanager
def shelf_in(folder: Path) -> Iterator[FrameworkShelf]:
    with closing(open_library(folder)) as library:
        yield FrameworkShelf(library, BuiltInFrameworks(), TomlFrameworks(), Ids())


@pytest.mark.slow
@settings(max_examples=25)
@given(edits=EDITS, points=st.integers(3, 7))
def test_what_is_edited_and_saved_reads_back_equal(
    edits: list[tuple[Place, str]], points: int
) -> None:
    with TemporaryDirectory() as name, shelf_in(Path(name)) as shelf:
        first = shelf.framework(shelf.duplicate(BUILT_IN.id).value)
        edited = edited_by(first, edits, points)
        if list(mistakes(tidied(edited))):
            with pytest.raises(InputProblem):
                shelf.save(edited)
            assert shelf.versions(first.id) == (first,)
            return
        kept = shelf.save(edited).value.framework
        assert same_content(kept, tidied(edited))
        assert shelf.framework(first.id) == kept
        file = Path(name) / "exchanged.toml"
        shelf.export(first.id, file)
        assert TomlFrameworks().read(file) == kept
        assert not shelf.import_file(file).value.is_new


def edited_by(framework: Framework, edits: list[tuple[Place, str]], points: int) -> Framework:
    for place, text in edits:
        framework = put(framework, place, text)
    framework = with_points(framework, points)
    for index, point in enumerate(framework.scale.points):
        if not point.label:
            framework = put(framework, ("scale", "points", index, "label"), "More")
            framework = put(framework, ("scale", "points", index, "description"), "Still more")
    return framework


def test_versions_outlive_a_restart_and_leave_workshops_alone(tmp_path: Path) -> None:
    with shelf_in(tmp_path) as shelf:
        first = shelf.framework(shelf.duplicate(BUILT_IN.id).value)
        second = shelf.save(put(first, ("title",), "Ours")).value.framework
    with shelf_in(tmp_path) as shelf:
        assert shelf.versions(first.id) == (first, second)
        undo = shelf.delete(first.id).undo
        assert undo is not None
        undo.run()
        assert shelf.versions(first.id) == (first, second)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\xfe", b"title = 3", b"[[actions]]\n" * 50, "שלום".encode(), b"a" * 3_000_000],
    ids=["empty", "bytes", "number", "tables", "words", "huge"],
)
def test_garbage_is_refused_by_a_sentence_and_nothing_is_kept(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "garbage.toml"
    file.write_bytes(content)
    with shelf_in(tmp_path / "data") as shelf:
        with pytest.raises(FileProblem, match=r"^garbage\.toml.*\.$"):
            shelf.import_file(file)
        assert shelf.all() == (BUILT_IN,)


def test_a_folder_that_is_gone_takes_no_export(tmp_path: Path) -> None:
    with shelf_in(tmp_path) as shelf, pytest.raises(OutputProblem):
        shelf.export(BUILT_IN.id, tmp_path / "gone" / "x.toml")
