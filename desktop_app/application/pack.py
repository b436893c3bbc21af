"""Several documents of one workshop at once: all of them are written, or none is touched.

They are written into a hidden folder first and take their places when the last one is ready.
Knows kinds and file names; what is in a document is the writers' business.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.once import working_out_once
from desktop_app.domain.errors import AppError, OutputProblem
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import check_free, draft_folder, write_atomically
from desktop_app.words.speech import say

from .reports import Reports, base_name, file_name, with_something_in

_OURS = (".svg", ".png", ".ics", ".pdf", ".ds_store", "thumbs.db", "desktop.ini")
"""How the names end of what lies in a folder of ours: its documents, and what systems leave."""

_ZIP_BEGINS, _ZIP_ENDS = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
"""What a zip file can say of a time; a clock may say anything."""

_UNIX = 3
"""What a zip file calls the system it was made on, the same wherever it is made."""

Progress = Callable[[int, int, str], None]
"""Told before each document: how many are ready, how many there are, the name of the next."""


class PackForm(Enum):
    """How several documents lie on the disk."""

    FILES = "files"
    FOLDER = "folder"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class PackOrder:
    """Which documents are wanted, where and how."""

    kinds: tuple[DocumentKind, ...]
    folder: Path
    form: PackForm = PackForm.FILES
    options: PrintOptions | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """What was written: `place` is what to open first, `files` every file or folder of pictures.

    Both are empty (None, ()) where the person stopped it. `folder` is the one that was asked for.
    `documents`: how many there are, in one zip file as well. `left_out` says in one sentence what
    some document leaves out, or "".
    """

    place: Path | None
    files: tuple[Path, ...]
    folder: Path
    left_out: str = ""
    documents: int = 1


def pack_place(workshop: Workshop, order: PackOrder) -> Path:
    """Return the folder or zip file that will hold the documents."""
    name = say("{workshop} - hand-over pack", workshop=base_name(workshop))
    if order.form is PackForm.ZIP:
        return order.folder / f"{name}.zip"
    return order.folder / name if order.form is PackForm.FOLDER else order.folder


def pack_files(workshop: Workshop, order: PackOrder) -> tuple[Path, ...]:
    """Return every file that will be on the disk, and the folder of the pictures."""
    place = pack_place(workshop, order)
    if order.form is PackForm.ZIP:
        return (place,)
    return tuple(place / file_name(workshop, kind) for kind in order.kinds)


def already_there(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return those that exist, so that a person can be asked before they are replaced."""
    return tuple(file for file in files if file.exists())


def write_pack(
    reports: Reports,
    workshop: Workshop,
    order: PackOrder,
    *,
    may_replace: frozenset[Path] = frozenset(),
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Pack:
    """Write the documents of an order, or none; `may_replace` holds what a person agreed to.

    `stopped` is asked between documents. Raise OutputProblem or DiskFull; then, and where it was
    stopped, everything on the disk is as it was.
    """
    record = reports.record(workshop.id)
    order = replace(order, kinds=with_something_in(record, order.kinds))
    place, files = pack_place(workshop, order), pack_files(workshop, order)
    _check_places(workshop, order, may_replace)
    with draft_folder(order.folder / base_name(workshop)) as draft, working_out_once():
        for done, kind in enumerate(order.kinds):
            if stopped is not None and stopped():
                return Pack(None, (), order.folder)
            name = file_name(workshop, kind)
            if progress is not None:
                progress(done, len(order.kinds), name)
            _write_one(reports, record, kind, draft / name, order)
        if stopped is not None and stopped():
            return Pack(None, (), order.folder)
        _check_places(workshop, order, may_replace)
        if order.form is PackForm.ZIP:
            _zip(draft, place, workshop.updated_at)
        else:
            _move(draft, sorted(files, key=_folders(workshop, order).__contains__, reverse=True))
    left_out = reports.left_out(workshop.id, order.kinds)
    return Pack(place, files, order.folder, left_out, documents=len(order.kinds))


def _folders(workshop: Workshop, order: PackOrder) -> frozenset[Path]:
    """Return those of a pack's files that are folders of ours."""
    place = pack_place(workshop, order)
    kinds = (kind for kind in order.kinds if not kind.about.suffix)
    return frozenset(place / file_name(workshop, kind) for kind in kinds)


def _check_places(workshop: Workshop, order: PackOrder, may_replace: frozenset[Path]) -> None:
    folders = _folders(workshop, order)
    for file in pack_files(workshop, order):
        if file.exists() and file not in may_replace:
            raise OutputProblem(
                "{name} is in {folder} already. Nothing was written: choose another folder, or"
                " agree to replace it.",
                name=file.name,
                folder=file.parent,
            )
        if file in folders:
            _check_folder(file)
        elif order.form is not PackForm.FOLDER or file.parent.exists():
            check_free(file)


def _check_folder(folder: Path) -> None:
    """Raise OutputProblem where replacing the folder would take more away than what is ours."""
    if folder.exists() and not _holds_only_ours(folder):
        raise OutputProblem(
            "{name} in {folder} holds more than what Roundtable saves there, so it is not replaced."
            " Nothing was written: move it away, or choose another folder.",
            name=folder.name,
            folder=folder.parent,
        )


def _holds_only_ours(folder: Path) -> bool:
    try:
        inside = [path.name.casefold() for path in folder.iterdir()]
    except OSError:  # it is a file, or closed to us
        return False
    return all(name.endswith(_OURS) for name in inside)


def _write_one(
    reports: Reports, record: WorkshopRecord, kind: DocumentKind, draft: Path, order: PackOrder
) -> None:
    try:
        reports.write(record.workshop.id, kind, draft, order.options, record)
    except AppError as error:
        raise _as_meant(error, draft, order.folder) from error


def _as_meant(error: AppError, draft: Path, folder: Path) -> AppError:
    """Return a problem with the person's folder in its sentence in place of the hidden one."""
    meant = {draft: folder / draft.name, draft.parent: folder}
    fields = {
        name: meant.get(value, value) if isinstance(value, Path) else value
        for name, value in error.fields.items()
    }
    return type(error)(replace(error.phrase, fields=fields))


def _move(draft: Path, files: Iterable[Path]) -> None:
    """Give each document its place; nothing is left to go wrong but the disk itself.

    Folders come first: where a program holds a picture in one, nothing has moved yet.
    """
    for file in files:
        file.parent.mkdir(exist_ok=True)
        if file.is_dir():
            _swap(draft, file)
        else:
            (draft / file.name).replace(file)


def _swap(draft: Path, folder: Path) -> None:
    """Put a folder in the place of another, which goes with the draft, or leave that there."""
    before = draft / f"{folder.name}.before"
    folder.replace(before)
    try:
        (draft / folder.name).replace(folder)
    except OSError:
        before.replace(folder)
        raise


def _zip(draft: Path, target: Path, moment: datetime) -> None:
    """Write the documents as one zip file, the same bytes for the same documents."""
    when = min(max(moment.timetuple()[:6], _ZIP_BEGINS), _ZIP_ENDS)
    with (
        write_atomically(target) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        files = (path for path in draft.rglob("*") if path.is_file())
        for path in sorted(files, key=Path.as_posix):  # Windows sorts paths without regard to case
            entry = zipfile.ZipInfo(path.relative_to(draft).as_posix(), when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = 0o644 << 16, _UNIX
            packed.writestr(entry, path.read_bytes())
