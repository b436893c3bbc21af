"""The whole library in a file: written, checked, looked into and brought back; never over more."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.application.services import Services
from desktop_app.bootstrap import open_services
from desktop_app.domain.errors import AppError, FileProblem
from desktop_app.domain.workshop import Details


def opened(folder: Path) -> Services:
    return open_services(folder, remembered=False)


def make(services: Services, title: str) -> str:
    return services.workshops.create(Details(title=title, present=7)).value


def rename(services: Services, workshop_id: str, title: str) -> None:
    shown = Details(title=services.workshops.record(workshop_id).workshop.title, present=7)
    services.workshops.change(workshop_id, replace(shown, title=title), shown)


def titles(services: Services) -> set[str]:
    return {line.title for line in services.workshops.all()}


@pytest.fixture
def two(tmp_path: Path) -> tuple[Services, Services]:
    return opened(tmp_path / "here"), opened(tmp_path / "there")


def close(*services: Services) -> None:
    for one in services:
        one.close()


def test_a_library_is_copied_and_comes_back_whole(
    two: tuple[Services, Services], tmp_path: Path
) -> None:
    here, there = two
    make(here, "May"), make(here, "June")
    own = here.frameworks.duplicate(here.frameworks.all()[0].id).value
    stick = here.whole.copy(tmp_path / "stick.roundtable-library")
    found = there.whole.look(stick)
    assert (found.workshops, found.added, found.further, found.behind) == (2, 2, 0, 0)
    assert set(found.titles) == {"May", "June"}
    came = there.whole.bring_back(stick, newer=False).value
    assert (came.added, came.newer, came.left) == (2, 0, 0)
    assert titles(there) == {"May", "June"}
    assert own in {framework.id for framework in there.frameworks.all()}
    close(here, there)


def test_what_is_newer_here_always_stays(two: tuple[Services, Services], tmp_path: Path) -> None:
    here, there = two
    key = make(here, "May")
    stick = here.whole.copy(tmp_path / "stick.roundtable-library")
    rename(here, key, "May, put right")
    found = here.whole.look(stick)
    assert (found.added, found.further, found.behind) == (0, 0, 1)
    assert here.whole.bring_back(stick, newer=True).value.left == 1
    assert titles(here) == {"May, put right"}
    close(here, there)


def test_what_went_further_there_takes_a_place_only_where_that_is_meant(
    two: tuple[Services, Services], tmp_path: Path
) -> None:
    here, there = two
    key = make(here, "May")
    there.whole.bring_back(here.whole.copy(tmp_path / "a.roundtable-library"), newer=False)
    rename(there, key, "May, told further")
    stick = there.whole.copy(tmp_path / "b.roundtable-library")
    assert here.whole.look(stick).further == 1
    here.whole.bring_back(stick, newer=False)
    assert titles(here) == {"May"}
    here.whole.bring_back(stick, newer=True)
    assert titles(here) == {"May, told further"}
    close(here, there)


@pytest.mark.parametrize("content", [b"", b"nothing of the kind", None, "other", "cut"])
def test_what_is_no_library_gets_a_sentence(
    two: tuple[Services, Services], tmp_path: Path, content: bytes | str | None
) -> None:
    here, there = two
    make(here, "May")
    file = tmp_path / "x.roundtable-library"
    if content == "other":
        with closing(sqlite3.connect(file)) as raw:
            raw.execute("CREATE TABLE a (b)").fetchall()
    elif content == "cut":
        whole = here.whole.copy(file).read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
    elif isinstance(content, bytes):
        file.write_bytes(content)
    with pytest.raises(FileProblem, match=r"x\.roundtable-library"):
        there.whole.look(file)
    with pytest.raises(FileProblem):
        there.whole.bring_back(file, newer=True)
    assert titles(there) == set()
    close(here, there)


def test_no_half_copy_is_left_where_nothing_can_be_written(
    two: tuple[Services, Services], tmp_path: Path
) -> None:
    here, there = two
    with pytest.raises(AppError):
        here.whole.copy(tmp_path / "gone" / "stick.roundtable-library")
    assert not (tmp_path / "gone").exists()
    close(here, there)
