"""The composition root: the only module that knows every other.

Nothing heavy is imported at module level, so that the first window paints first.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.application.backups import BackupCopies
    from desktop_app.application.moving import Moving
    from desktop_app.application.reports import Reports
    from desktop_app.application.services import Services
    from desktop_app.application.stopping import Stopping
    from desktop_app.application.timing import Timing
    from desktop_app.domain.channels import Channel
    from desktop_app.domain.ports import DocumentPrinter, DocumentWriter, Library
    from desktop_app.domain.printing import PrintOptions
    from desktop_app.domain.steps import StepKind
    from desktop_app.domain.summaries import WorkshopSummary
    from desktop_app.domain.workshop import WorkshopRecord
    from desktop_app.report.spoken import RoomWords
    from desktop_app.storage.library import SqliteLibrary


def default_data_dir() -> Path:
    """Return the local (not roaming, not synchronised) folder of the library."""
    from platformdirs import user_data_path

    return user_data_path("Roundtable", appauthor=False, roaming=False)


def open_services(data_dir: Path) -> Services:
    """Open the library in `data_dir` and wire the use cases to it.

    Raise an EnvironmentProblem whose sentence says what to do.
    """
    library = _open_library(data_dir)  # first, as others would load what it does without
    from desktop_app.application.ballot_imports import BallotImports
    from desktop_app.application.frameworks import FrameworkShelf
    from desktop_app.application.library import LibraryService
    from desktop_app.application.notes import Notes
    from desktop_app.application.planning import Planning
    from desktop_app.application.priorities import Priorities
    from desktop_app.application.rehearsals import Rehearsals
    from desktop_app.application.rounds import Rounds
    from desktop_app.application.services import Services
    from desktop_app.application.workshops import Workshops
    from desktop_app.storage.ballot_files import BallotsOfAnyKind
    from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples, TomlFrameworks

    frameworks, ballot_files = BuiltInFrameworks(), BallotsOfAnyKind()
    service = LibraryService(library, frameworks, BuiltInSamples(), ballot_files, _now, _new_id)
    return Services(
        workshops=Workshops(library, frameworks, _now, _new_id),
        rounds=Rounds(library, _new_id),
        planning=Planning(library, _new_id),
        priorities=Priorities(library, _new_id),
        notes=Notes(library, _new_id),
        library=service,
        ballot_imports=BallotImports(ballot_files, service),
        moving=_moving(library),
        reports=_reports(library),
        timing=_timing(library),
        stopping=_stopping(data_dir),
        rehearsals=Rehearsals(library, _now, _new_id),
        frameworks=FrameworkShelf(library, frameworks, TomlFrameworks(), _new_id),
        copies=_copies(library.path),
        backup=library.backup_now,
        close=library.close,
    )


def _open_library(data_dir: Path) -> SqliteLibrary:
    from desktop_app.storage.late_imports import load_sqlalchemy

    load_sqlalchemy()
    from desktop_app.storage.library import open_library

    return open_library(data_dir)


@contextmanager
def opened(data_dir: Path) -> Iterator[Services]:
    """Open the library for one command and close it cleanly."""
    services = open_services(data_dir)
    try:
        yield services
    finally:
        services.close()


def check_library(data_dir: Path) -> str:
    """Return in words that the library is sound; raise LibraryDamaged with what to do."""
    from desktop_app.storage.repair import check

    return check(data_dir)


def repair_library(data_dir: Path) -> str:
    """Restore a damaged library from its newest good backup; return in words what was done.

    Raise LibraryInUse while a window has it open, LibraryDamaged where there is no good backup.
    """
    from desktop_app.ui.app.instance import Instance, already_open

    instance = Instance()
    if data_dir.is_dir() and not instance.acquire(data_dir):
        raise already_open()
    try:
        return _restore(data_dir)
    finally:
        instance.release()


def _restore(data_dir: Path) -> str:
    from desktop_app.storage.repair import repair

    return repair(data_dir)


def run_window(
    data_dir: Path, *, sample: bool = False, quit_after_first_paint: float | None = None
) -> int:
    """Open the application and return its exit status when the last window closes.

    `quit_after_first_paint`: perf_counter reading of the process's start; print the milliseconds
    from there to the first painted window and exit.
    """
    # Until home is filled (ui/app/desktop.py) the collector would only walk, again and again,
    # through what is being loaded.
    gc.disable()
    try:
        return _run_window(data_dir, sample, quit_after_first_paint)
    finally:
        gc.enable()


def _run_window(data_dir: Path, sample: bool, began: float | None) -> int:
    from desktop_app.ui.app.plain_imports import leave_out_the_detour

    leave_out_the_detour()
    from desktop_app.storage.settings_file import FILE_NAME, TomlSettings
    from desktop_app.ui.app.run import run

    return run(
        partial(open_services, data_dir),
        data_dir,
        glance=partial(_glance, data_dir),
        repair=partial(_restore, data_dir),
        sample=sample,
        began=began,
        store=TomlSettings(data_dir / FILE_NAME),
    )


def _glance(data_dir: Path) -> tuple[WorkshopSummary, ...] | None:
    from desktop_app.storage.glance import glance

    return glance(data_dir)


def run_demo(data_dir: Path | None, tour: Path | None) -> int:
    """Open the sample workshop in a throw-away library, or drive it without a display."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="roundtable-demo-") as folder:
        library = data_dir or Path(folder)
        open_library = partial(open_services, library)
        if tour is not None:
            from desktop_app.ui.app.tour import run_tour

            return run_tour(open_library, library, tour)
        return run_window(library, sample=True)


def _copies(path: Path) -> BackupCopies:
    from desktop_app.application.backups import BackupCopies
    from desktop_app.storage.backup_contents import BackupContents

    return BackupCopies(BackupContents(path))


def _moving(library: Library) -> Moving:
    from desktop_app.application.moving import Moving
    from desktop_app.storage.workshop_file import WorkshopFileReader

    return Moving(library, WorkshopFileReader(), _now, _new_id)


def _stopping(data_dir: Path) -> Stopping:
    from desktop_app.application.stopping import Stopping
    from desktop_app.storage.stopped_file import FILE_NAME, TomlStopped

    return Stopping(TomlStopped(data_dir / FILE_NAME))


def _timing(library: Library) -> Timing:
    from time import monotonic

    from desktop_app.application.timing import Timing

    return Timing(library, monotonic)


def _reports(library: Library) -> Reports:
    from desktop_app.application import reports

    writers: dict[str, DocumentWriter] = {
        reports.SUMMARY: _write_summary,
        reports.JSON: _write_json,
        reports.XLSX: _write_xlsx,
        reports.CSV: _write_csv,
        reports.CSV_FOR_EXCEL: _write_csv_for_excel,
        reports.CALENDAR: _write_calendar,
        reports.WEB: _write_web,
        reports.WORKSHOP_FILE: _write_workshop_file,
        reports.OVERVIEW_SVG: _write_overview_svg,
        reports.OVERVIEW_PNG: _write_overview_png,
        reports.PICTURES: _write_pictures,
    }
    printers: dict[str, DocumentPrinter] = {
        reports.REPORT: _print_report,
        reports.PLAN: _print_plan,
        reports.PLAN_A3: _print_plan_on_a3,
        reports.POSTERS: _print_posters,
        reports.BALLOTS: _print_ballots,
        reports.SCRIPT: _print_script,
        reports.BRIEF: _print_brief,
    }
    return reports.Reports(library, writers, printers, _read_logo)


def _read_logo(path: Path) -> object:
    from desktop_app.report.logo import read_logo

    return read_logo(path)


def _print_report(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
    from desktop_app.report.full_report import write_full_report

    write_full_report(record, target, options)


def _print_plan(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
    from desktop_app.report.action_plan import write_action_plan

    write_action_plan(record, target, options)


def _print_plan_on_a3(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
    from dataclasses import replace

    from desktop_app.domain.printing import PaperSize

    _print_plan(record, target, replace(options, paper=PaperSize.A3))


def _print_posters(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
    from desktop_app.report.posters import write_posters

    write_posters(record, target, options)


def _print_ballots(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
    from desktop_app.report.ballots import write_ballots

    write_ballots(record, target, options)


def _print_script(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
    from desktop_app.report.script import write_script

    write_script(record, target, _room_words(), options)


def _print_brief(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
    from desktop_app.report.brief import write_brief

    write_brief(record, target, _room_words(), options)


def _room_words() -> RoomWords:
    """Return what the room is told on the screens, for what it is told on paper."""
    from desktop_app.report.spoken import RoomWords
    from desktop_app.words import room as room_words

    def script(kind: StepKind, channel: Channel) -> tuple[str, str]:
        words = room_words.script(kind, channel)
        return words.say, words.watch

    return RoomWords(
        purpose=room_words.PURPOSE,
        ground_rules=room_words.GROUND_RULES,
        privacy=room_words.privacy_sentence,
        channel=room_words.channel_sentence,
        script=script,
    )


def _write_summary(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.report.summary import write_summary

    write_summary(record, target)


def _write_json(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.json_export import write_json

    write_json(record, target)


def _write_xlsx(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.xlsx_export import write_xlsx

    write_xlsx(record, target)


def _write_csv(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.csv_export import write_csv

    write_csv(record, target)


def _write_csv_for_excel(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.csv_export import write_csv_for_excel

    write_csv_for_excel(record, target)


def _write_calendar(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.calendar_export import write_calendar

    write_calendar(record, target)


def _write_web(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.web_report import write_web_report

    write_web_report(record, target)


def _write_workshop_file(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.storage.workshop_file import write_workshop_file

    write_workshop_file(record, target)


def _write_overview_svg(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.pictures import write_overview_svg

    write_overview_svg(record, target)


def _write_overview_png(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.pictures import write_overview_png

    write_overview_png(record, target)


def _write_pictures(record: WorkshopRecord, target: Path) -> None:
    from desktop_app.exports.pictures import write_all_pictures

    write_all_pictures(record, target)


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _new_id() -> str:
    import secrets

    return secrets.token_hex(5)
