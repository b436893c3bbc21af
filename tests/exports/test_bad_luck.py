"""A disk that fills half way leaves nothing behind, and a large workshop needs little memory."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import DiskFull, OutputProblem
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.pictures import write_all_pictures
from desktop_app.report.action_plan import write_action_plan
from desktop_app.report.full_report import write_full_report
from desktop_app.report.summary import write_summary
from desktop_app.storage.workshop_file import write_workshop_file
from tests.exports.readers import WRITERS
from tests.exports.rooms import sample, ugly
from tests.helpers import run_python

ALL: dict[str, Callable[[WorkshopRecord, Path], None]] = {
    **WRITERS,
    "summary.pdf": write_summary,
    "report.pdf": write_full_report,
    "plan.pdf": write_action_plan,
}
PEAK = """
import sys
from pathlib import Path
from desktop_app.bootstrap import opened
from desktop_app.documents.kinds import DocumentKind
folder = Path(sys.argv[1])
with opened(folder / "data") as services:
    key = services.moving.import_workshop(folder / "large.roundtable").value
    for kind in sys.argv[2:]:
        services.reports.write(key, DocumentKind(kind), folder / f"{kind}.out")
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""
KINDS = (
    "json", "xlsx", "csv", "csv_for_excel", "calendar", "web", "workshop_file", "overview_svg",
    "overview_png",
)  # fmt: skip
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of the system are Linux's")


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """Let the system refuse every byte of a file after `size`, as a full disk does."""
    import resource  # there is none on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    told = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, told)


@pytest.mark.slow
@linux
@pytest.mark.parametrize("name", ALL)
def test_a_disk_that_fills_half_way_keeps_what_was_there(name: str, tmp_path: Path) -> None:
    record, target = sample(), tmp_path / name
    ALL[name](record, target)
    half = target.stat().st_size // 2
    target.write_bytes(b"before")
    with files_end_at(half), pytest.raises(DiskFull, match="the disk is full") as caught:
        ALL[name](record, target)
    assert name in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert target.read_bytes() == b"before"


@linux
def test_a_full_disk_leaves_no_folder_of_pictures(tmp_path: Path) -> None:
    with files_end_at(9_000), pytest.raises(DiskFull, match="all pictures could not be written"):
        write_all_pictures(sample(), tmp_path / "all pictures")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_pictures_do_not_mix_with_what_is_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text("mine")
    with pytest.raises(OutputProblem, match="Nothing was written: choose another name"):
        write_all_pictures(sample(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.svg"]


def large() -> WorkshopRecord:
    """Give forty commitments and a thousand notes."""
    record = ugly()
    notes = tuple(
        replace(note, id=f"{note.id}.{turn}", text=note.text[:300])
        for turn in range(4)
        for note in record.notes
    )
    return replace(record, notes=notes[:1000], commitments=record.commitments[:40])


@pytest.mark.slow
@linux
def test_a_large_workshop_needs_little_memory(tmp_path: Path) -> None:
    write_workshop_file(large(), tmp_path / "large.roundtable")
    done = run_python("-c", PEAK, tmp_path, *KINDS)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 150_000  # kilobytes
