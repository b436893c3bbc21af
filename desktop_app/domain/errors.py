"""What can go wrong and be said in one sentence; knows no translation and no window.

The tree, drawn once:

    AppError                    has a sentence for the person at the laptop
    |- InputProblem             what was typed, picked or read is wrong; change it and try again
    |  |- FileProblem           a file: names the file, the place in it and the mistake
    |  `- NotFound              there is no such thing (any more)
    |- RuleProblem              not possible at this moment of the workshop
    |  `- ChangedElsewhere      somebody else was first: another window or command
    `- EnvironmentProblem       the laptop, not the person: disk, rights, lock, damage
       |- LibraryReadOnly
       |- DiskFull
       |- LibraryUnusable
       |  |- LibraryDamaged
       |  `- LibraryMissing
       |- LibraryTooNew
       |- LibraryInUse
       `- OutputProblem         a document could not be written

Anything that is not an AppError is a bug.
"""

from __future__ import annotations

from enum import Enum
from typing import Self

from .texts import Phrase, in_short, to_say


class AppError(Exception):
    """An expected failure with a plain sentence that says what happened and what to do.

    `template` is English with {named} fields, or a phrase that agrees with a number. It is said in
    the language of whoever reads it, with `fields`, where it is shown (`words.speech.said`);
    what it quotes is cut there, so that no sentence is longer than anybody reads.
    """

    def __init__(self, template: str | Phrase, **fields: object) -> None:
        super().__init__(template, fields)
        self.phrase = Phrase(template, fields=fields) if isinstance(template, str) else template

    @property
    def template(self) -> str:
        """Return the sentence in English, its places unfilled."""
        return self.phrase.template

    @property
    def fields(self) -> dict[str, object]:
        """Return what fills the sentence's places."""
        return self.phrase.fields

    def __str__(self) -> str:
        return in_short(self.phrase)


class InputProblem(AppError):
    """Something typed, picked or read is wrong; the person can change it."""


class FileProblem(InputProblem):
    """A file cannot be used as it is; the sentence names file, place and mistake."""


class NotFound(InputProblem):
    """There is no such thing in the library."""


class RuleProblem(AppError):
    """The step is not possible at this moment of the workshop."""


class ChangedElsewhere(RuleProblem):
    """Another window or command changed the same thing first; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            to_say(
                "This was changed in another window or by a command meanwhile. Look at it as it is"
                " now, then change it again."
            )
        )


class EnvironmentProblem(AppError):
    """The laptop stands in the way: disk, rights, lock or damage."""


class LibraryReadOnly(EnvironmentProblem):
    """The data folder or library file cannot be written."""


class DiskFull(EnvironmentProblem):
    """No space is left where the library or a document is written."""


class WayOut(Enum):
    """What a repair can do for a library that cannot be opened."""

    NONE = "none"
    BACKUP = "backup"
    SALVAGE = "salvage"
    TAKE_UP = "take-up"
    BEGIN = "begin"


class LibraryUnusable(EnvironmentProblem):
    """There is no library to open as it is; `way_out` is what a repair would do."""

    way_out = WayOut.NONE

    def with_way_out(self, way_out: WayOut) -> Self:
        """Return this with what a repair would do."""
        self.way_out = way_out
        return self


class LibraryDamaged(LibraryUnusable):
    """The library file is not a sound database."""


class LibraryMissing(LibraryUnusable):
    """There was a library here, and it is gone."""


class LibraryTooNew(EnvironmentProblem):
    """The library was written by a newer version of Roundtable."""


class LibraryInUse(EnvironmentProblem):
    """Another running Roundtable holds this library."""


class OutputProblem(EnvironmentProblem):
    """A document could not be written where it was asked for."""
