"""`roundtable join`: the tables of a day made one workshop."""

from __future__ import annotations

import argparse

from desktop_app.bootstrap import default_data_dir, opened
from desktop_app.words.speech import say

from .calls import Parser, complain, path_of


def add_join(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add `join` to the parser."""
    joining = commands.add_parser(
        "join", parents=[shared], help=say("make one workshop of several tables’ files")
    )
    joining.add_argument(
        "files",
        nargs="+",
        type=path_of,
        metavar=say("FILE"),
        help=say("a table’s workshop (.roundtable)"),
    )
    joining.add_argument(
        "--title", default="", metavar=say("TITLE"), help=say("what the workshop is called")
    )
    joining.set_defaults(command=_join)


def _join(options: argparse.Namespace) -> int:
    with opened(options.data_dir or default_data_dir()) as services:
        joined = services.joining.look(options.files)
        for told in joined.left:
            complain(told)
        print(services.joining.take(joined, options.title).value)
    return 0
