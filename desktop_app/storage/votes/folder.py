"""The folder of the boxes: one file for each vote that the room has not seen the result of."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, unquote

from desktop_app.files import sync_folder

from .box import Box, Unreadable
from .counts import Counts
from .disk import Opening, open_in_place
from .whole import Whole

FOLDER_NAME = "votes"
_SUFFIX = ".box"


class Boxes:
    """The boxes beside a library, by the id of their vote."""

    def __init__(self, folder: Path, opening: Opening = open_in_place) -> None:
        self.folder = folder
        self._opening = opening
        self._whole = Whole()
        self._boxes: dict[str, Box] = {}
        self._seen: dict[str, Counts] = {}
        """What was last known to be in, should the folder be moved or removed."""

    def box(self, vote_id: str) -> Box:
        """Return where a vote's box is, or would be."""
        if vote_id not in self._boxes:
            path = self.folder / f"{quote(vote_id, safe='')}{_SUFFIX}"
            self._boxes[vote_id] = Box(path, self._opening, self._whole)
        return self._boxes[vote_id]

    def finish(self) -> None:
        """Put the second copies on the disk; one that cannot be is left to the next ballot."""
        for path in tuple(self._whole.loose):
            with suppress(OSError):
                Box(path, self._opening, self._whole).finish()

    def note(self, vote_id: str, known: Counts | None) -> None:
        """Keep in mind what is in a vote's box now, None where there is none any more."""
        if known is None:
            self._seen.pop(vote_id, None)
        else:
            self._seen[vote_id] = known

    def go_on_in(self, folder: Path, *, instead: bool = True) -> Boxes:
        """Return boxes in another folder with all that is in these, which are erased.

        `instead`: also in the place of boxes that are there. Raise OSError.
        """
        there = Boxes(folder, self._opening)
        for path in self.folder.glob(f"*{_SUFFIX}"):
            with suppress(OSError, Unreadable):
                self._seen[unquote(path.stem)] = Box(path).counts()
        for vote_id, known in self._seen.items():
            if instead and there.has(vote_id):
                there.box(vote_id).erase()
            if not there.has(vote_id):
                there.make(vote_id, known)
            there.note(vote_id, known)
            self.box(vote_id).erase()
        return there

    def has(self, vote_id: str) -> bool:
        """Return whether a vote has a box, readable or not."""
        return self.box(vote_id).path.exists()

    def any(self) -> bool:
        """Return whether some vote has a box."""
        return next(self.folder.glob(f"*{_SUFFIX}"), None) is not None

    def make(self, vote_id: str, first: Counts) -> None:
        """Make a vote's box; raise OSError."""
        if not self.folder.exists():
            self.folder.mkdir(exist_ok=True)
            sync_folder(self.folder.parent)  # or a power cut takes it, and the box with it
        self.box(vote_id).make(first)

    def keep_only(self, kept: Collection[str]) -> None:
        """Erase every file but the boxes of the `kept` votes."""
        mine = {self.box(vote_id).path for vote_id in kept}
        with suppress(FileNotFoundError):
            for path in self.folder.iterdir():
                if path not in mine and not path.is_dir():
                    Box(path, self._opening).erase()

    def heal(self, kept: Collection[str]) -> frozenset[str]:
        """Heal the boxes of `kept` votes; return those whose box is gone or cannot be read."""
        return frozenset(vote_id for vote_id in kept if not self._heals(vote_id))

    def _heals(self, vote_id: str) -> bool:
        try:
            self.note(vote_id, self.box(vote_id).heal())
        except (FileNotFoundError, Unreadable):
            return False
        return True
