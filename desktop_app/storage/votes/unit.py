"""The boxes in one unit of work: read once, written when the unit commits; knows no rows."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from desktop_app.domain.errors import AppError, EnvironmentProblem, InputProblem
from desktop_app.storage.problems import plain_errors

from . import block, counts
from .box import Unreadable
from .counts import Cell, Counts, Impossible
from .folder import Boxes


class UnitBoxes:
    """What one unit knows of the boxes and will do to them; others see nothing of it before.

    A unit that writes holds the library's lock, so that no other one writes a box meanwhile.
    """

    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes
        self._begin()

    def _begin(self) -> None:
        self._known: dict[str, Counts | None] = {}
        self._before: dict[str, Counts | None] = {}
        self._changed: set[str] = set()
        self._made: set[str] = set()
        self._going: set[str] = set()

    def counts(self, vote_id: str) -> Counts:
        """Return what is in a vote's box: nothing where there is none that can be read."""
        return self._read(vote_id) or Counts()

    def require(self, vote_id: str) -> None:
        """Let a vote have a box: an empty one is made where there is none."""
        there = self._boxes.has(vote_id)
        if vote_id in self._going:
            self._going.discard(vote_id)
        elif there or vote_id in self._changed:
            return
        if not there:
            self._made.add(vote_id)
        self._change(vote_id, Counts())

    def add(self, vote_id: str, added: Mapping[Cell, int]) -> None:
        """Add to a vote's counts, or take away; raise AppError where that cannot be."""
        now = self._read(vote_id)
        if now is None or vote_id in self._going:
            raise _gone()
        try:
            after = now.plus(added)
            block.packed(counts.written(after))
        except Impossible as error:
            raise InputProblem(
                "That is not a point of the scale. Pick one that is shown."
            ) from error
        except block.TooMuch as error:
            raise InputProblem(
                "The names of the groups are too many or too long for one vote. Shorten them."
            ) from error
        self._change(vote_id, after)

    def erase(self, vote_id: str) -> None:
        """Let a vote's box go once the unit is committed."""
        self._known[vote_id] = Counts()
        self._changed.discard(vote_id)
        self._made.discard(vote_id)
        self._going.add(vote_id)

    def write(self) -> None:
        """Put what changed on the disk: all of one vote at once."""
        with plain_errors(self._boxes.folder):
            for vote_id in sorted(self._changed):
                after = self._known[vote_id] or Counts()
                if vote_id in self._made:
                    self._boxes.make(vote_id, after)
                else:
                    self._rewrite(vote_id, after)

    def take_back(self) -> None:
        """Undo `write`, since the library did not take the unit; as far as the disk lets us."""
        for vote_id in sorted(self._changed):
            before = self._before.get(vote_id)
            with suppress(AppError, OSError):
                if vote_id in self._made:
                    self._boxes.box(vote_id).erase()
                elif before is not None:
                    self._rewrite(vote_id, before)

    def committed(self) -> None:
        """Erase the boxes that go, now that the library has the unit, and begin afresh."""
        for vote_id in sorted(self._changed):
            self._boxes.note(vote_id, self._known[vote_id])
        for vote_id in sorted(self._going):
            self._boxes.box(vote_id).erase()  # what stands in the way is left to the next start
            self._boxes.note(vote_id, None)
        self._begin()

    def _read(self, vote_id: str) -> Counts | None:
        if vote_id not in self._known:
            with plain_errors(self._boxes.folder):
                self._known[vote_id] = self._found(vote_id)
        return self._known[vote_id]

    def _found(self, vote_id: str) -> Counts | None:
        try:
            return self._boxes.box(vote_id).counts()
        except (FileNotFoundError, NotADirectoryError, Unreadable):
            return None

    def _change(self, vote_id: str, after: Counts) -> None:
        if vote_id not in self._before:
            self._before[vote_id] = self._known.get(vote_id)
        self._known[vote_id] = after
        self._changed.add(vote_id)

    def _rewrite(self, vote_id: str, after: Counts) -> None:
        try:
            self._boxes.box(vote_id).write(after)
        except (FileNotFoundError, NotADirectoryError, Unreadable) as error:
            raise _gone() from error


def _gone() -> EnvironmentProblem:
    return EnvironmentProblem(
        "The ballots of this vote cannot be read any more. Discard the vote and take it again."
    )
