"""`close`, `set` and the whole pack: an import is made ready for its papers without a window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.documents.kinds import kinds_of_a_pack
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Workshop

HEADER = "statement,round,group,rating\n"
BY_PARTNER = HEADER + "".join(
    f"T1,1,{partner},{1 + n % 5}\n" for partner in ("Council", "Health") for n in range(7)
)
Call = Callable[..., tuple[int, str]]


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Give call(*arguments), which gives the exit status and what was printed."""

    def run(*arguments: str | Path) -> tuple[int, str]:
        status = main([*map(str, arguments), "--data-dir", str(tmp_path / "data")])
        out, err = capsys.readouterr()
        assert (out, err)[status == 0] == ""
        return status, out + err

    return run


@pytest.fixture
def imported(call: Call, tmp_path: Path) -> str:
    """Give the id of a workshop made of ballots by partner."""
    (tmp_path / "May.csv").write_text(BY_PARTNER)
    return call("import", tmp_path / "May.csv")[1].strip()


def kept(tmp_path: Path, key: str) -> Workshop:
    with opened(tmp_path / "data") as services:
        return services.workshops.record(key).workshop


def test_an_import_is_given_what_it_lacks(call: Call, imported: str, tmp_path: Path) -> None:
    fields = ("partnership=Port ŵ = all", "date=14 May 2026", "place=Town Hall", "facilitator=Jo")
    assert call("set", imported, *fields) == (0, "")
    now = kept(tmp_path, imported)
    told = (now.title, now.partnership, now.held_on, now.place, now.facilitator)
    assert told == ("May", "Port ŵ = all", date(2026, 5, 14), "Town Hall", "Jo")
    assert call("set", "May", "date=", "place=", "title=Away-day") == (0, "")
    now = kept(tmp_path, imported)
    assert (now.title, now.held_on, now.place) == ("Away-day", None, "")
    assert now.partnership == "Port ŵ = all"


@pytest.mark.parametrize(
    ("field", "said"),
    [("title=", "needs a title"), ("date=32 May", "32 May"), (f"place={'x' * 201}", "longer than")],
)
def test_what_will_not_do_changes_nothing(
    call: Call, imported: str, tmp_path: Path, field: str, said: str
) -> None:
    before = kept(tmp_path, imported)
    status, told = call("set", imported, "partnership=Port", field)
    assert status == 1
    assert said in told
    assert kept(tmp_path, imported) == before


def test_an_import_is_closed(call: Call, imported: str, tmp_path: Path) -> None:
    assert kept(tmp_path, imported).status is WorkshopStatus.RUNNING
    assert call("close", "May") == (0, "")
    assert kept(tmp_path, imported).status is WorkshopStatus.CLOSED
    assert call("list")[1].endswith("\tclosed\n")
    assert call("close", "June")[0] == 1


@pytest.mark.slow
def test_a_folder_gets_the_whole_pack(call: Call, imported: str, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    assert call("export", imported, "--to", folder) == (0, "")
    first = sorted(path.name for path in folder.iterdir())
    assert len(first) == len(kinds_of_a_pack()) - 1, "there is no date for a calendar"
    assert "May - full report.pdf" in first
    assert not any(name.startswith(".") for name in first)
    (folder / "May - full report.pdf").write_bytes(b"an older one")
    (folder / "their own.txt").write_text("kept")
    assert call("export", imported, "--to", folder) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == sorted([*first, "their own.txt"])
    assert (folder / "May - full report.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("kind", [(), ("--kind", "owners")], ids=["dates", "pages"])
def test_a_folder_by_owner_takes_nobodys_place(
    call: Call, imported: str, tmp_path: Path, kind: tuple[str, ...]
) -> None:
    call("set", imported, "date=2027-05-14")
    folder = tmp_path / "by owner"
    folder.mkdir()
    (folder / "their own.pdf").write_text("kept")
    status, told = call("export", imported, "--to", folder, "--by-owner", *kind)
    assert status == 1
    assert [path.name for path in folder.iterdir()] == ["their own.pdf"]
    if kind:
        assert "by owner is in" in told
        assert "move it away" in told
        (folder / "their own.pdf").unlink()
        assert call("export", imported, "--to", folder, "--by-owner", *kind) == (0, "")
        assert [path.name for path in folder.iterdir()] == ["Nobody yet.pdf"]


def test_a_pack_that_cannot_be_written_leaves_no_folder(
    call: Call, imported: str, tmp_path: Path
) -> None:
    folder, logo = tmp_path / "papers", tmp_path / "logo.png"
    logo.write_bytes(b"no picture")
    status, told = call("export", imported, "--to", folder, "--logo", logo)
    assert status == 1
    assert "“logo.png” is not a PNG or JPEG" in told
    assert not folder.exists()
    status, told = call("export", imported, "--to", tmp_path / "gone" / "papers")
    assert status == 1
    assert f"there is no folder {tmp_path / 'gone'}" in told
    (tmp_path / "file").write_text("mine")
    status, told = call("export", imported, "--to", tmp_path / "file")
    assert status == 1
    assert "is a file" in told
