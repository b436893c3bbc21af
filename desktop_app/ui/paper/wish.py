"""What somebody wants to do with documents; passed from a page to whoever can do it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop_app.documents.kinds import DocumentKind

FOR_THE_DAY = (
    DocumentKind.BALLOTS,
    DocumentKind.DOT_BALLOTS,
    DocumentKind.SCRIPT,
    DocumentKind.POSTERS,
)
"""What is printed before the day."""


class Act(Enum):
    """What is to be done."""

    SAVE = "save"
    LOOK = "look"
    CHOOSE = "choose"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Wish:
    """Save a kind of document, look at its pages, or choose among all with `kinds` ticked first.

    What is copied is the text for an e-mail.
    """

    act: Act
    kinds: tuple[DocumentKind, ...]
