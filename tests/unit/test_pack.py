"""Documents written together: every one of them, or everything stays as it was."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.application.pack import (
    Pack,
    PackForm,
    PackOrder,
    already_there,
    pack_files,
    pack_place,
    write_pack,
)
from desktop_app.application.reports import Reports
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.errors import DiskFull, OutputProblem
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.texts import count_phrase
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically

from .builders import make_record, make_round, make_workshop
from .fakes import FakeLibrary

RECORD = make_record(make_round("T1", (0, 1, 2, 3, 4)))
WORKSHOP = RECORD.workshop
BOTH = (DocumentKind.SUMMARY, DocumentKind.JSON)
NAMES = (f"{WORKSHOP.title} - summary.pdf", f"{WORKSHOP.title} - data.json")
Writer = Callable[[WorkshopRecord, Path, PrintOptions], None]


def writes(text: str) -> Writer:
    def write(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        with write_atomically(target) as file:
            file.write(text.encode())

    return write


def reports(second: Writer | None = None) -> Reports:
    return Reports(
        FakeLibrary(RECORD),
        {DocumentKind.SUMMARY: writes("paper"), DocumentKind.JSON: second or writes("data")},
    )


def everything(folder: Path) -> dict[str, str]:
    """Return every file below a folder, hidden ones too, with what is in it."""
    files = (p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): p.read_text() for p in files}


def test_files_go_into_the_folder(tmp_path: Path) -> None:
    order = PackOrder(BOTH, tmp_path)
    files = tuple(tmp_path / name for name in NAMES)
    assert pack_files(WORKSHOP, order) == files
    assert write_pack(reports(), WORKSHOP, order) == Pack(tmp_path, files, tmp_path, documents=2)
    assert everything(tmp_path) == dict(zip(NAMES, ("paper", "data"), strict=True))


def test_a_folder_of_their_own(tmp_path: Path) -> None:
    order = PackOrder(BOTH, tmp_path, PackForm.FOLDER)
    written = write_pack(reports(), WORKSHOP, order)
    assert written.place == tmp_path / f"{WORKSHOP.title} - hand-over pack"
    assert [p.name for p in tmp_path.iterdir()] == [written.place.name]
    assert everything(written.place) == dict(zip(NAMES, ("paper", "data"), strict=True))


def test_one_zip_file_with_the_same_bytes_each_time(tmp_path: Path) -> None:
    order = PackOrder(BOTH, tmp_path, PackForm.ZIP)
    written = write_pack(reports(), WORKSHOP, order)
    target = pack_place(WORKSHOP, order)
    assert written == Pack(target, (target,), tmp_path, documents=2)
    first = target.read_bytes()
    with zipfile.ZipFile(target) as packed:
        assert {n: packed.read(n) for n in packed.namelist()} == {
            NAMES[0]: b"paper",
            NAMES[1]: b"data",
        }
        # Everybody who unpacks it may read what is in it, and its owner may write.
        assert {entry.external_attr >> 16 for entry in packed.infolist()} == {0o644}
        assert {entry.compress_type for entry in packed.infolist()} == {zipfile.ZIP_DEFLATED}
    write_pack(reports(), WORKSHOP, order, may_replace=frozenset(written.files))
    assert target.read_bytes() == first
    assert list(tmp_path.iterdir()) == [target]


def test_names_of_long_and_strange_titles_fit(tmp_path: Path) -> None:
    strange = replace(make_workshop(), title="🤝/\\:" * 60)
    record = replace(RECORD, workshop=strange)
    both = Reports(
        FakeLibrary(record), {DocumentKind.SUMMARY: writes("a"), DocumentKind.JSON: writes("b")}
    )
    for form in PackForm:
        assert write_pack(both, strange, PackOrder(BOTH, tmp_path, form)).place is not None


@pytest.mark.parametrize("form", PackForm)
def test_what_is_there_is_replaced_only_by_agreement(tmp_path: Path, form: PackForm) -> None:
    order = PackOrder(BOTH, tmp_path, form)
    there = pack_files(WORKSHOP, order)[-1]
    there.parent.mkdir(exist_ok=True)
    there.write_text("mine")
    assert already_there(pack_files(WORKSHOP, order)) == (there,)
    with pytest.raises(OutputProblem, match=r"is in .* already\. Nothing was written"):
        write_pack(reports(), WORKSHOP, order)
    assert list(everything(tmp_path).values()) == ["mine"]
    write_pack(reports(), WORKSHOP, order, may_replace=frozenset({there}))
    assert there.read_bytes() != b"mine"


# A folder of pictures


def with_pictures(*names: str) -> Reports:
    def draw(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        target.mkdir()
        for name in names:
            writes(name)(record, target / name, options)

    return Reports(
        FakeLibrary(RECORD), {DocumentKind.SUMMARY: writes("paper"), DocumentKind.PICTURES: draw}
    )


PICTURED = (DocumentKind.SUMMARY, DocumentKind.PICTURES)
DRAWN = f"{WORKSHOP.title} - pictures"


@pytest.mark.parametrize("form", [PackForm.FILES, PackForm.FOLDER])
def test_pictures_come_in_a_folder(tmp_path: Path, form: PackForm) -> None:
    order = PackOrder(PICTURED, tmp_path, form)
    written = write_pack(with_pictures("a.svg", "a.png"), WORKSHOP, order)
    assert written.place is not None
    assert written.files == (written.place / NAMES[0], written.place / DRAWN)
    assert set(everything(written.place)) == {NAMES[0], f"{DRAWN}/a.svg", f"{DRAWN}/a.png"}


@pytest.mark.parametrize(("year", "told"), [(1, 1980), (1999, 1999), (2099, 2099), (2108, 2107)])
def test_a_zip_file_is_written_whatever_the_year(tmp_path: Path, year: int, told: int) -> None:
    touched = replace(WORKSHOP, updated_at=datetime(year, 5, 14, tzinfo=UTC))
    order = PackOrder(BOTH, tmp_path, PackForm.ZIP)
    write_pack(reports(), touched, order)
    with zipfile.ZipFile(pack_place(touched, order)) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {told}


def test_pictures_lie_in_a_folder_of_the_zip_file(tmp_path: Path) -> None:
    order = PackOrder(PICTURED, tmp_path, PackForm.ZIP)
    write_pack(with_pictures("a.svg"), WORKSHOP, order)
    with zipfile.ZipFile(pack_place(WORKSHOP, order)) as packed:
        assert set(packed.namelist()) == {NAMES[0], f"{DRAWN}/a.svg"}


def test_a_folder_of_pictures_is_replaced_whole_by_agreement(tmp_path: Path) -> None:
    order = PackOrder(PICTURED, tmp_path)
    write_pack(with_pictures("old.svg", "a.svg"), WORKSHOP, order)
    (tmp_path / DRAWN / "Thumbs.db").write_text("left by the system")
    with pytest.raises(OutputProblem, match="already"):
        write_pack(with_pictures("a.svg"), WORKSHOP, order)
    there = already_there(pack_files(WORKSHOP, order))
    assert there == (tmp_path / NAMES[0], tmp_path / DRAWN)
    write_pack(with_pictures("a.svg"), WORKSHOP, order, may_replace=frozenset(there))
    assert set(everything(tmp_path)) == {NAMES[0], f"{DRAWN}/a.svg"}


@pytest.mark.parametrize("mine", [f"{DRAWN}/budget.xlsx", f"{DRAWN}/more/a.svg", DRAWN])
def test_what_people_keep_beside_pictures_is_never_taken_away(tmp_path: Path, mine: str) -> None:
    (tmp_path / mine).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / mine).write_text("mine")
    order = PackOrder(PICTURED, tmp_path)
    with pytest.raises(OutputProblem, match="holds more than what Roundtable saves there"):
        write_pack(
            with_pictures("a.svg"), WORKSHOP, order, may_replace=frozenset({tmp_path / DRAWN})
        )
    assert everything(tmp_path) == {mine: "mine"}


def test_what_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / NAMES[0]

    def meanwhile(record: WorkshopRecord, draft: Path, options: PrintOptions) -> None:
        target.write_text("somebody else's")
        writes("data")(record, draft, options)

    with pytest.raises(OutputProblem, match="already"):
        write_pack(reports(meanwhile), WORKSHOP, PackOrder(BOTH, tmp_path))
    assert everything(tmp_path) == {NAMES[0]: "somebody else's"}


@pytest.mark.parametrize("form", PackForm)
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, form: PackForm) -> None:
    def full(record: WorkshopRecord, draft: Path, options: PrintOptions) -> None:
        raise DiskFull("{name} could not be written: the disk is full.", name=draft.name)

    with pytest.raises(DiskFull, match=r"data\.json could not"):
        write_pack(reports(full), WORKSHOP, PackOrder(BOTH, tmp_path, form))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_goes_half_way_is_named_as_the_person_knows_it(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def unplugged(record: WorkshopRecord, draft: Path, options: PrintOptions) -> None:
        folder.rename(tmp_path / "gone")
        writes("data")(record, draft, options)

    with pytest.raises(OutputProblem, match=f"there is no folder {folder}\\.") as caught:
        write_pack(reports(unplugged), WORKSHOP, PackOrder(BOTH, folder))
    assert ".tmp" not in str(caught.value)


def test_a_folder_that_was_never_there_is_said_before_anything_is_made(tmp_path: Path) -> None:
    made: list[str] = []
    with pytest.raises(OutputProblem, match="there is no folder"):
        write_pack(
            reports(),
            WORKSHOP,
            PackOrder(BOTH, tmp_path / "no"),
            progress=lambda *step: made.append(step[2]),
        )
    assert made == []


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / NAMES[1]
    target.write_text("mine")
    # Who runs the tests as root may write everywhere; the answer of the system is what counts.
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != target)
    with pytest.raises(OutputProblem, match="open in another program"):
        write_pack(reports(), WORKSHOP, PackOrder(BOTH, tmp_path), may_replace=frozenset({target}))
    assert everything(tmp_path) == {NAMES[1]: "mine"}


@pytest.mark.parametrize("form", PackForm)
@pytest.mark.parametrize("after", [0, 1, 2])
def test_stopping_writes_nothing(tmp_path: Path, form: PackForm, after: int) -> None:
    steps: list[tuple[int, int, str]] = []
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > after

    written = write_pack(
        reports(),
        WORKSHOP,
        PackOrder(BOTH, tmp_path, form),
        progress=lambda *step: steps.append(step),
        stopped=stopped,
    )
    assert written == Pack(None, (), tmp_path)
    assert steps == [(0, 2, NAMES[0]), (1, 2, NAMES[1])][:after]
    assert list(tmp_path.iterdir()) == []


def test_a_problem_agrees_with_its_number_and_names_the_persons_folder(tmp_path: Path) -> None:
    def fails(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        raise OutputProblem(
            count_phrase(
                "{n} page does not fit into {folder}.",
                "{n} pages do not fit into {folder}.",
                2,
                folder=target.parent,
            )
        )

    with pytest.raises(OutputProblem) as caught:
        write_pack(reports(fails), WORKSHOP, PackOrder(BOTH, tmp_path))
    assert str(caught.value) == f"2 pages do not fit into {tmp_path}."
