"""`roundtable guide`: the facilitator's guide as a file."""

from __future__ import annotations

import argparse

from desktop_app.bootstrap import write_guide
from desktop_app.words.speech import say

from .calls import Parser, path_of


def add_guide(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add the command that saves the guide."""
    guiding = commands.add_parser(
        "guide", parents=[shared], help=say("save the facilitator’s guide as .pdf or .html")
    )
    guiding.add_argument("--to", type=path_of, required=True, metavar=say("FILE"))
    guiding.set_defaults(command=_save)


def _save(options: argparse.Namespace) -> int:
    print(write_guide(options.to))
    return 0
