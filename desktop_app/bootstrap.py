"""The composition root: the only module that knows every other.

Nothing heavy is imported at module level, so that the first window paints first.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.drafts import NOTES, remove_left_drafts

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.application.backups import BackupCopies
    from desktop_app.application.frameworks import FrameworkShelf
    from desktop_app.application.library import LibraryService
    from desktop_app.application.reports import Reports
    from desktop_app.application.services import Services
    from desktop_app.application.stopping import Stopping
    from desktop_app.application.timing import Timing
    from desktop_app.documents.kinds import Document
    from desktop_app.documents.mail import Mail
    from desktop_app.domain.ports import Awake, Frameworks, Library
    from desktop_app.domain.printing import PrintOptions
    from desktop_app.domain.summaries import WorkshopLines
    from desktop_app.domain.workshop import WorkshopRecord
    from desktop_app.storage.library import SqliteLibrary
    from desktop_app.storage.marks import Marks
    from desktop_app.storage.repair_words import Report


BESIDE = "beside"
"""The folder, in a library's own, of the one that is gone on with while that cannot be opened."""


def default_data_dir() -> Path:
    """Return the local (not roaming, not synchronised) folder of the library."""
    from platformdirs import user_data_path

    return user_data_path("Roundtable", appauthor=False, roaming=False)


def open_services(
    data_dir: Path, *, remembered: bool = True, look_over_later: bool = False, purges: bool = True
) -> Services:
    """Open the library in `data_dir` and wire the use cases to it.

    `purges`: closing removes for good what was deleted; a command leaves that to the window.
    `remembered`: should it be gone the next time, that is told. `look_over_later`: what takes long
    is left to the services' `look_over`. Raise an EnvironmentProblem that says what to do.
    """
    NOTES.keep_in(data_dir)
    library = _open_library(data_dir, remembered=remembered, look_over_later=look_over_later)
    services = _wired(library, data_dir, purges=purges)
    remove_left_drafts(data_dir)
    return services


def _wired(library: SqliteLibrary, data_dir: Path, *, purges: bool = True) -> Services:
    from desktop_app.application.library import LibraryService
    from desktop_app.application.notes import Notes
    from desktop_app.application.planning import Planning
    from desktop_app.application.priorities import Priorities
    from desktop_app.application.rescuing import Rescuing
    from desktop_app.application.rounds import Rounds
    from desktop_app.application.services import Services
    from desktop_app.application.workshops import Workshops
    from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples

    frameworks = BuiltInFrameworks()
    service = LibraryService(library, frameworks, BuiltInSamples(), _now, _new_id)
    return Services(
        workshops=Workshops(library, frameworks, _now, _new_id),
        rounds=Rounds(library, _new_id),
        planning=Planning(library, _new_id),
        priorities=Priorities(library, _new_id),
        notes=Notes(library, _new_id),
        library=service,
        **_before_the_day(library, service, data_dir),
        reports=_reports(library),
        timing=_timing(library),
        stopping=_stopping(data_dir),
        frameworks=_shelf(library, frameworks),
        copies=_copies(library.path),
        rescuing=Rescuing(library.keeping),
        backup=library.backup_now,
        is_untidy=library.is_untidy,
        tidy=library.tidy,
        finish_ballots=library.finish_ballots,
        look_over=library.look_over,
        close=partial(library.close, purges=purges),
        let_go=library.let_go,
        lost_votes=library.lost_votes,
        **_from_elsewhere(library),
        **_of_the_laptop(library, data_dir),
    )


def _before_the_day(library: Library, service: LibraryService, data_dir: Path) -> dict[str, Any]:
    """Return the services for rehearsals, and for answers given elsewhere."""
    from desktop_app.application.answer_imports import AnswerImports
    from desktop_app.application.beforehand import Beforehand
    from desktop_app.application.rehearsals import Rehearsals
    from desktop_app.storage.answer_files import AnswersOfAnyKind
    from desktop_app.storage.learnt_file import FILE_NAME, TomlLearnt

    learnt = TomlLearnt(data_dir / FILE_NAME)
    return {
        "answer_imports": AnswerImports(AnswersOfAnyKind(), service, learnt),
        "beforehand": Beforehand(library, _new_id),
        "rehearsals": Rehearsals(library, _now, _new_id),
    }


def _of_the_laptop(library: SqliteLibrary, data_dir: Path) -> dict[str, Any]:
    """Return the services that are for the library as a whole, and for the person."""
    from desktop_app.application.listing import Listing
    from desktop_app.application.whole_library import WholeLibrary
    from desktop_app.storage.searching import LibrarySearch
    from desktop_app.storage.stick import StickFiles
    from desktop_app.words.dates import home_date

    search = LibrarySearch(library, home_date, keeps=library.may_be_written)
    whole = WholeLibrary(StickFiles(library), data_dir)
    return {"write_guide": write_guide, "whole": whole, "listing": Listing(library, search)}


def _shelf(library: Library, built_in: Frameworks) -> FrameworkShelf:
    from desktop_app.application.frameworks import FrameworkShelf
    from desktop_app.storage.content import TomlFrameworks

    return FrameworkShelf(library, built_in, TomlFrameworks(), _new_id)


def _open_library(data_dir: Path, *, remembered: bool, look_over_later: bool) -> SqliteLibrary:
    from desktop_app.storage.late_imports import load_sqlalchemy

    load_sqlalchemy()
    from desktop_app.storage.marks import NO_MARKS
    from desktop_app.storage.opening import open_library

    marks = _marks() if remembered else NO_MARKS
    return open_library(data_dir, marks=marks, look_over_later=look_over_later)


def _marks() -> Marks:
    """Return the marks of this computer's libraries, which lie outside of the usual data folder."""
    from platformdirs import user_state_path

    from desktop_app.storage.marks import Marks

    return Marks(user_state_path("Roundtable-libraries", appauthor=False))


def look_at_services(data_dir: Path, *, only_lines: bool = False) -> Services:
    """Open the library only to look at it, also where nothing can be written; wire the use cases.

    `only_lines`: nothing but the list of its workshops will be asked for.

    Raise an EnvironmentProblem whose sentence says what to do.
    """
    from desktop_app.storage.late_imports import load_sqlalchemy

    load_sqlalchemy()
    from desktop_app.storage.looking import look_at_library

    NOTES.keep_in(data_dir)
    return _wired(look_at_library(data_dir, _marks(), only_lines=only_lines), data_dir)


@contextmanager
def looked_at(data_dir: Path, *, only_lines: bool = False) -> Iterator[Services]:
    """Look at the library for one command."""
    services = look_at_services(data_dir, only_lines=only_lines)
    try:
        yield services
    finally:
        services.close()


@contextmanager
def opened(data_dir: Path) -> Iterator[Services]:
    """Open the library for one command and close it cleanly."""
    services = open_services(data_dir, purges=False)
    try:
        yield services
    finally:
        services.close()


def check_library(data_dir: Path) -> Report:
    """Return that the library is sound; raise LibraryDamaged with what to do."""
    from desktop_app.storage.repair import check

    return check(data_dir, _marks())


def repair_library(data_dir: Path) -> Report:
    """Restore a damaged library from its newest good backup; return what was done.

    Raise LibraryInUse while a window has it open, LibraryDamaged where there is no good backup.
    """
    from desktop_app.ui.app.instance import Instance, already_open

    instance = Instance()
    if data_dir.is_dir() and not instance.acquire(data_dir):
        raise already_open()
    try:
        return restore_held_library(data_dir)
    finally:
        instance.release()


def restore_held_library(data_dir: Path) -> Report:
    """Restore a library that nobody else can open meanwhile, as `repair_library` does."""
    NOTES.keep_in(data_dir)
    from desktop_app.storage.repair import repair

    return repair(data_dir, _marks())


def run_window(
    data_dir: Path,
    *,
    sample: bool = False,
    quit_after_first_paint: float | None = None,
    remembered: bool = True,
    files: Sequence[Path] = (),
) -> int:
    """Open the application and return its exit status when the last window closes.

    `files` are looked at and brought in, here or in the window that has the library open.

    `quit_after_first_paint`: perf_counter reading of the process's start; print the milliseconds
    from there to the first painted window and exit.
    """
    # Until home is filled (ui/app/desktop.py) the collector would only walk, again and again,
    # through what is being loaded.
    gc.disable()
    try:
        opening = partial(open_services, data_dir, remembered=remembered, look_over_later=True)
        return _run_window(opening, data_dir, sample, quit_after_first_paint, files)
    finally:
        gc.enable()


def _run_window(
    opening: Callable[[], Services],
    data_dir: Path,
    sample: bool,
    began: float | None,
    files: Sequence[Path],
) -> int:
    from desktop_app.ui.app.plain_imports import leave_out_the_detour

    leave_out_the_detour()
    from desktop_app.storage.settings_file import FILE_NAME, TomlSettings
    from desktop_app.ui.app.run import run

    return run(
        opening,
        data_dir,
        glance=partial(_glance, data_dir),
        repair=partial(restore_held_library, data_dir),
        beside=partial(open_services, data_dir / BESIDE, remembered=False, look_over_later=True),
        sample=sample,
        began=began,
        store=TomlSettings(data_dir / FILE_NAME),
        awake=_keeper,
        files=files,
    )


def _keeper() -> Awake:
    from desktop_app.awake.keeper import Keeper
    from desktop_app.awake.platforms import way_here

    return Keeper(way_here())


def _glance(data_dir: Path) -> WorkshopLines | None:
    from desktop_app.storage.glance import glance

    return glance(data_dir)


def run_demo(data_dir: Path | None, tour: Path | None) -> int:
    """Open the sample workshop in a throw-away library, or drive it without a display."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="roundtable-demo-") as folder:
        library = data_dir or Path(folder)
        kept = data_dir is not None
        open_library = partial(open_services, library, remembered=kept)
        if tour is not None:
            from desktop_app.ui.app.tour import run_tour

            return run_tour(open_library, library, tour)
        return run_window(library, sample=True, remembered=kept)


def _copies(path: Path) -> BackupCopies:
    from desktop_app.application.backups import BackupCopies
    from desktop_app.storage.backup_contents import BackupContents

    return BackupCopies(BackupContents(path))


def _from_elsewhere(library: Library) -> dict[str, Any]:
    """Return the services that read workshop files of other laptops."""
    from desktop_app.application.dues import Dues
    from desktop_app.application.following import Following
    from desktop_app.application.joining import Joining
    from desktop_app.application.moving import Moving
    from desktop_app.application.progress_forms import ProgressForms
    from desktop_app.storage.workshop_file import WorkshopFileReader
    from desktop_app.words.printing_day import local_day

    outside = (library, WorkshopFileReader(), _now, _new_id)
    found = {"moving": Moving, "joining": Joining, "following": Following}
    made: dict[str, Any] = {name: service(*outside) for name, service in found.items()}
    dated = {"progress_forms": ProgressForms(library, local_day), "dues": Dues(library, local_day)}
    return made | dated


def _stopping(data_dir: Path) -> Stopping:
    from desktop_app.application.stopping import Stopping
    from desktop_app.storage.stopped_file import FILE_NAME, TomlStopped

    return Stopping(TomlStopped(data_dir / FILE_NAME))


def _timing(library: Library) -> Timing:
    from time import monotonic

    from desktop_app.application.timing import Timing

    return Timing(library, monotonic, _now)


def _reports(library: Library) -> Reports:
    from desktop_app.application.reports import Reports
    from desktop_app.documents.kinds import DOCUMENTS

    writers = {kind: partial(_write_document, about) for kind, about in DOCUMENTS.items()}
    return Reports(library, writers, _read_logo, mail_of=_mail_of)


def _write_document(
    about: Document, record: WorkshopRecord, target: Path, options: PrintOptions
) -> None:
    """Write a document by what its row names, which is loaded now."""
    module, _, name = about.writer.partition(":")
    write = getattr(import_module(module), name)
    if about.has_looks:
        write(record, target, options)
    else:
        write(record, target)


def _mail_of(record: WorkshopRecord) -> Mail:
    from desktop_app.exports.mail import mail_of

    return mail_of(record)


def write_guide(target: Path) -> Path:
    """Write the facilitator's guide as its suffix says; return where it is.

    Raise InputProblem for another suffix, OutputProblem or DiskFull, leaving no half file.
    """
    from desktop_app.report.guide_files import save_guide

    save_guide(target)
    return target


def _read_logo(path: Path) -> object:
    from desktop_app.logos.logo import read_logo

    return read_logo(path)


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _new_id() -> str:
    import secrets

    return secrets.token_hex(5)
