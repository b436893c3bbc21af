"""`roundtable list`: the workshops of the library, or those that are looked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from desktop_app.bootstrap import default_data_dir, looked_at
from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary
from desktop_app.words.speech import say
from desktop_app.words.statuses import status_in_list

from .calls import Parser, one_line


def add_list(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add `list` to the parser."""
    listing = commands.add_parser("list", parents=[shared], help=say("list the workshops"))
    listing.add_argument(
        "--search",
        metavar=say("WORDS"),
        help=say(
            "only those with all these words in title, place, partnership, date, notes or"
            " commitments; the beginning of a word is enough"
        ),
    )
    listing.add_argument(
        "--partnership",
        metavar=say("NAME"),
        help=say("only those of this partnership"),
    )
    listing.add_argument(
        "--year", type=int, metavar=say("YEAR"), help=say("only those held in this year")
    )
    listing.set_defaults(command=_list)


def _list(options: argparse.Namespace) -> int:
    searched = options.search is not None
    folder = options.data_dir or default_data_dir()
    statuses = {
        (status, sample): _status(status, is_sample=sample)
        for status in WorkshopStatus
        for sample in (False, True)
    }
    with looked_at(folder, only_lines=not searched) as services:
        found = services.listing.found(options.search) if searched else None
        for one in _wanted(services.workshops.all(), options):
            if found is None or one.id in found:
                print(_line(one, statuses[one.status, one.is_sample]))
    return 0


def _wanted(
    summaries: Iterable[WorkshopSummary], options: argparse.Namespace
) -> Iterator[WorkshopSummary]:
    """Give the workshops of the partnership and year that are asked for."""
    name = None if options.partnership is None else options.partnership.strip().casefold()
    for summary in summaries:
        year = summary.held_on.year if summary.held_on else None
        other = name is not None and summary.partnership.casefold() != name
        if not other and options.year in (None, year):
            yield summary


def _line(summary: WorkshopSummary, status: str) -> str:
    """Return what a line tells, its id first."""
    title, partnership = one_line(summary.title), one_line(summary.partnership)
    day = summary.held_on.isoformat() if summary.held_on else ""
    return f"{summary.id}\t{title}\t{partnership}\t{day}\t{status}"


def _status(status: WorkshopStatus, *, is_sample: bool) -> str:
    name = status_in_list(status)
    return one_line(say("{status} (sample)", status=name) if is_sample else name)
