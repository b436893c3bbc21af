"""What argparse says about a call, in the language spoken now.

argparse says its texts through gettext, by the name `_`, in the one language of a process. Here
that name is ours while a call is read, so that its texts come from the same catalogues as all
others. They are argparse's own, so that their places are as it fills them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.domain.texts import to_say

from .speech import said

OF_ARGPARSE = (
    to_say("usage: "),
    to_say("positional arguments"),
    to_say("options"),
    to_say("show this help message and exit"),
    to_say("argument %(argument_name)s: %(message)s"),
    to_say("unrecognized arguments: %s"),
    to_say("ambiguous option: %(option)s could match %(matches)s"),
    to_say("invalid choice: %(value)r (choose from %(choices)s)"),
    to_say("invalid %(type)s value: %(value)r"),
    to_say("expected one argument"),
    to_say("ignored explicit argument %r"),
    to_say("the following arguments are required: %s"),
)
"""Every text of argparse that a call of ours can bring up."""


def _said(text: str | None) -> str | None:
    """Return what argparse asks for; what was said already, and no text at all, stay as they are.

    It passes headings of ours through here as well.
    """
    return said(text) if text in OF_ARGPARSE else text


@contextmanager
def call_in_our_words() -> Iterator[None]:
    """Have whatever argparse says meanwhile said in the language spoken now."""
    names = vars(argparse)
    before = names["_"]
    names["_"] = _said
    try:
        yield
    finally:
        names["_"] = before
