"""`roundtable close` and `roundtable set`: what an import lacks until its papers are right."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desktop_app.bootstrap import default_data_dir, opened
from desktop_app.domain.workshop import Details
from desktop_app.words.lists import any_of
from desktop_app.words.printing_day import local_day
from desktop_app.words.speech import say
from desktop_app.words.typed_dates import read_date

from .calls import Parser

_DATE = "date"
_FIELDS = ("title", "partnership", "place", "facilitator", _DATE)


def add_close(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add `close` to the parser."""
    closing = commands.add_parser("close", parents=[shared], help=say("end a workshop"))
    closing.add_argument("workshop", metavar=say("WORKSHOP"), help=say("an id or an exact title"))
    closing.set_defaults(command=_close)


def add_set(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add `set` to the parser."""
    setting = commands.add_parser(
        "set", parents=[shared], help=say("say what a workshop’s papers lack")
    )
    setting.add_argument("workshop", metavar=say("WORKSHOP"), help=say("an id or an exact title"))
    setting.add_argument(
        "fields",
        nargs="+",
        type=_field,
        metavar=say("FIELD=TEXT"),
        help=say("one of {fields}; nothing after = empties it", fields=any_of(_FIELDS)),
    )
    setting.set_defaults(command=_set)


def _field(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if name not in _FIELDS or not equals:
        raise argparse.ArgumentTypeError(
            say("“{text}” does not begin with {fields}, then =", text=text, fields=any_of(_FIELDS))
        )
    return name, value


def _close(options: argparse.Namespace) -> int:
    with opened(options.data_dir or default_data_dir()) as services:
        services.workshops.finish(services.library.find(options.workshop).id)
    return 0


def _set(options: argparse.Namespace) -> int:
    with opened(options.data_dir or default_data_dir()) as services:
        found = services.library.find(options.workshop)
        workshop = services.workshops.record(found.id).workshop
        wanted = _changed(workshop.details, options.fields)
        services.workshops.change(workshop.id, wanted, workshop.details)
    return 0


def _changed(details: Details, typed: Sequence[tuple[str, str]]) -> Details:
    """Return details with what was typed; raise InputProblem where a date is none."""
    fields: dict[str, Any] = dict(typed)
    if _DATE in fields:
        fields["held_on"] = _day(fields.pop(_DATE))
    return replace(details, **fields)


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    today = local_day()
    return read_date(text, today, today)
