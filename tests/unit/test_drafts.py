"""What a killed process was writing is found at the next start, and nothing else is touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.drafts import NOTES, draft_in, remove_left_drafts
from desktop_app.files import draft_folder, write_atomically

_WRITER = """
import sys
from pathlib import Path
from desktop_app.drafts import NOTES
from desktop_app.files import draft_folder, emptied_folder, write_atomically
NOTES.keep_in(Path(sys.argv[1]))
with (
    write_atomically(Path(sys.argv[2])) as file,
    draft_folder(Path(sys.argv[2])) as folder,
    emptied_folder(Path(sys.argv[1])) as bench,
):
    file.write(b"half of a document")
    file.flush()
    (folder / "picture.svg").write_text("half")
    (bench / "copy.db").write_text("a whole library")
    print("writing", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """Give a data folder and one for documents, with one that was there before."""
    data_dir, elsewhere = tmp_path / "data", tmp_path / "documents"
    for folder in (data_dir, elsewhere):
        folder.mkdir()
    (elsewhere / "summary.pdf").write_text("of before")
    NOTES.keep_in(data_dir)
    yield data_dir, elsewhere
    NOTES.keep_in(tmp_path / "gone")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_drafts_of_a_killed_process_are_removed_wherever_they_are(
    folders: tuple[Path, Path],
) -> None:
    data_dir, elsewhere = folders
    command = [sys.executable, "-c", _WRITER, str(data_dir), str(elsewhere / "summary.pdf")]
    writer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with writer as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        remove_left_drafts(data_dir)  # as a second window would at its start
        assert (len(names(elsewhere)), len(names(data_dir))) == (3, 2)
        process.send_signal(signal.SIGKILL)
    assert (len(names(elsewhere)), len(names(data_dir))) == (3, 2)
    remove_left_drafts(data_dir)
    assert names(elsewhere) == ["summary.pdf"]
    assert (elsewhere / "summary.pdf").read_text() == "of before"
    assert list(data_dir.rglob("*")) == [data_dir / "drafts"]


def test_nothing_is_left_of_what_was_written_to_its_end(folders: tuple[Path, Path]) -> None:
    data_dir, elsewhere = folders
    with write_atomically(elsewhere / "plan.pdf") as file:
        assert len(names(data_dir / "drafts")) == 1
        file.write(b"all of it")
    with pytest.raises(ZeroDivisionError), draft_folder(elsewhere / "pictures"):
        raise ZeroDivisionError
    assert names(elsewhere) == ["plan.pdf", "summary.pdf"]
    assert names(data_dir) == []


def test_only_what_has_our_name_is_removed(folders: tuple[Path, Path]) -> None:
    data_dir, elsewhere = folders
    with NOTES.noting(elsewhere / "summary.pdf"):
        note = next((data_dir / "drafts").iterdir())
        told = note.read_bytes()
    note.parent.mkdir()
    note.write_bytes(told)
    (note.parent / "empty.note").touch()
    remove_left_drafts(data_dir)
    assert names(elsewhere) == ["summary.pdf"]


def test_a_note_waits_for_the_disk_that_its_draft_is_on(folders: tuple[Path, Path]) -> None:
    data_dir, elsewhere = folders
    draft = draft_in(elsewhere / "stick")
    (data_dir / "drafts").mkdir()
    note = data_dir / "drafts" / "0123456789abcdef.note"
    note.write_bytes(os.fsencode(draft))
    remove_left_drafts(data_dir)
    assert note.exists()
    draft.parent.mkdir()
    draft.write_text("half")
    remove_left_drafts(data_dir)
    assert names(draft.parent) == []
    assert not note.exists()


def test_what_versions_without_notes_left_in_the_data_folder_is_removed(
    folders: tuple[Path, Path],
) -> None:
    data_dir, _ = folders
    old, young = draft_in(data_dir), draft_in(data_dir)
    folder, foreign = draft_in(data_dir), data_dir / ".mine.tmp"
    for path in (old, young, foreign):
        path.write_text("a whole library")
    folder.mkdir()
    (folder / "copy.db").write_text("a whole library")
    long_ago = time.time() - 7200
    for path in (old, folder, foreign):
        os.utime(path, (long_ago, long_ago))
    remove_left_drafts(data_dir)
    assert names(data_dir) == sorted([young.name, foreign.name])


def test_no_data_folder_has_no_drafts(tmp_path: Path) -> None:
    remove_left_drafts(tmp_path / "none")
    NOTES.keep_in(tmp_path / "none")
    with write_atomically(tmp_path / "plan.pdf") as file:
        file.write(b"written all the same")
    assert names(tmp_path) == ["plan.pdf"]
