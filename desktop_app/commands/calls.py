"""What every command has: a parser that complains in one sentence, and how a problem is told.

Loaded before the first paint: the standard library and the words only.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from desktop_app.domain.texts import Phrase, phrase
from desktop_app.words.speech import said_in_short, say


def complain(problem: Phrase) -> None:
    """Say on standard error what is wrong, in one line."""
    print(f"roundtable: {one_line(said_in_short(problem))}", file=sys.stderr)


def one_line(text: str) -> str:
    """Return a text without line ends and tabs."""
    return " ".join(text.split())


def path_of(text: str) -> Path:
    """Return a path; an empty one, as from a variable that is not set, would be this folder."""
    if not text:
        raise argparse.ArgumentTypeError(say("the name is empty"))
    return Path(text)


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint in one line and exit with status 2."""
        complaint = phrase(
            "{complaint}. “roundtable --help” shows how to call it.",
            complaint=message[:1].upper() + message[1:],
        )
        sentence = said_in_short(complaint)
        self.exit(2, f"roundtable: {one_line(sentence)}\n")

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Say of a command that there is none such, as it has no name among the arguments."""
        commands = action.choices or ()
        whole = isinstance(action, argparse._SubParsersAction)  # noqa: SLF001 - has no other name
        if whole and value not in commands:
            known = ", ".join(map(repr, commands))
            raise argparse.ArgumentError(
                None,
                say("no such command: {name} (choose from {known})", name=repr(value), known=known),
            )
        super()._check_value(action, value)
