"""`roundtable follow`: begin a workshop from an earlier one; its id is printed."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.application.following import Source
from desktop_app.application.services import Services
from desktop_app.bootstrap import default_data_dir, opened
from desktop_app.words.speech import say

from .calls import Parser

_SUFFIX = ".roundtable"


def add_follow(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add `follow` to the parser."""
    following = commands.add_parser(
        "follow", parents=[shared], help=say("begin a workshop from an earlier one")
    )
    following.add_argument(
        "earlier",
        metavar=say("WORKSHOP"),
        help=say("an id or an exact title, or a .roundtable file"),
    )
    following.set_defaults(command=_follow)


def _follow(options: argparse.Namespace) -> int:
    with opened(options.data_dir or default_data_dir()) as services:
        print(services.following.begin(_source(services, options.earlier)).value)
    return 0


def _source(services: Services, wanted: str) -> Source:
    if Path(wanted).suffix.lower() == _SUFFIX:
        return Path(wanted)
    return services.library.find(wanted).id
