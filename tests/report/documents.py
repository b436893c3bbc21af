"""Every printed document by kind, called alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.printing import BallotForm, PaperSize, PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.report.action_plan import write_action_plan
from desktop_app.report.ballots import write_ballots
from desktop_app.report.board_report import write_board_report
from desktop_app.report.brief import write_brief
from desktop_app.report.commitments_poster import write_commitments_poster
from desktop_app.report.dot_ballots import write_dot_ballots
from desktop_app.report.full_report import write_full_report
from desktop_app.report.large_print import (
    write_large_brief,
    write_large_plan,
    write_large_summary,
)
from desktop_app.report.owner_pages import write_owner_pages
from desktop_app.report.posters import write_posters
from desktop_app.report.progress_sheet import write_progress_sheet
from desktop_app.report.script import write_script
from desktop_app.report.summary import write_summary
from desktop_app.report.tally import write_tally

Writer = Callable[[WorkshopRecord, Path], None]


def _plan_on_a3(record: WorkshopRecord, target: Path) -> None:
    write_action_plan(record, target, PrintOptions(paper=PaperSize.A3))


def _posters_on_a4(record: WorkshopRecord, target: Path) -> None:
    write_posters(record, target, PrintOptions(paper=PaperSize.A4))


def _two_ballots(record: WorkshopRecord, target: Path) -> None:
    write_ballots(record, target, PrintOptions(per_sheet=2))


def _one_ballot(record: WorkshopRecord, target: Path) -> None:
    write_ballots(record, target, PrintOptions(per_sheet=1))


def _all_on_one(record: WorkshopRecord, target: Path) -> None:
    write_ballots(record, target, PrintOptions(ballots=BallotForm.SHEET))


DOCUMENTS: dict[str, Writer] = {
    "summary": write_summary,
    "full report": write_full_report,
    "board": write_board_report,
    "plan": write_action_plan,
    "plan on A3": _plan_on_a3,
    "ballots": write_ballots,
    "two ballots": _two_ballots,
    "one ballot": _one_ballot,
    "all on one": _all_on_one,
    "script": write_script,
    "progress sheet": write_progress_sheet,
    "brief": write_brief,
    "commitments": write_commitments_poster,
    "owners": write_owner_pages,
    "large summary": write_large_summary,
    "large plan": write_large_plan,
    "large brief": write_large_brief,
    "tally": write_tally,
    "dots": write_dot_ballots,
    "posters": write_posters,
    "posters on A4": _posters_on_a4,
}
