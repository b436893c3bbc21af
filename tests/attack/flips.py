"""A byte of the library overwritten: what the commands and the window say of it, and repair.

Every flip is judged the same way. Whoever looks gets the workshops or one sentence, never a
mistake of ours; what is called damaged is called so by `check` too, and repaired; and whatever
could be read before the repair, or stands in the backup, is there after it.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.cli import main
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.rounds import Tally
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.opening import FILE_NAME, open_library
from tests.storage.records import a_round, a_workshop, save

PAGE = 4096
BACKED_UP = ("First", "Second")
SINCE = "Since then"
GOOD, DAMAGED, NEWER = "good", "damaged", "newer"
_TOLD = {"is damaged or is not a Roundtable library": DAMAGED, "by a newer version": NEWER}


class Flip(NamedTuple):
    """The byte at `offset`, changed in the bits of `mask`."""

    offset: int
    mask: int

    def of(self, content: bytes) -> bytes:
        """Return the content with this byte changed."""
        changed = bytearray(content)
        changed[self.offset] ^= self.mask
        return bytes(changed)


class Answer(NamedTuple):
    """How a command ended, and what it printed."""

    status: int
    text: str

    @property
    def kind(self) -> str:
        """Return GOOD, DAMAGED, NEWER, or all that was said where it is neither."""
        if not self.status:
            return GOOD
        return next((kind for words, kind in _TOLD.items() if words in self.text), self.text)

    @property
    def titles(self) -> set[str]:
        """Return the titles that `list` printed."""
        return {line.split("\t")[1] for line in self.text.splitlines()}


class Verdict(NamedTuple):
    """What `list`, `check` and `check --repair` said, and `list` after it."""

    listed: str
    checked: str
    repaired: str
    after: str


def make_library(folder: Path) -> None:
    """Make a library with a good backup of two workshops, and a third that was added since."""
    for titles in (BACKED_UP, (), (SINCE,)):
        library = open_library(folder)
        for title in titles:
            save(library, _record(title))
        library.close()


def _record(title: str) -> WorkshopRecord:
    key = title.lower()
    workshop = replace(a_workshop(), id=key, title=title, place="The quay")
    round_ = replace(a_round(), id=f"{key} r", workshop_id=key)
    tallies = (Tally(round_.channel, "", 4, 7), Tally(round_.channel, "", 2, 5))
    return WorkshopRecord(
        workshop,
        (replace(round_, tallies=tallies),),
        (Note(f"{key} n", key, NoteKind.IDEA, "Meet less"),),
        (Commitment(f"{key} c", key, 0, "Rotate the chair"),),
    )


def schema_pages(path: Path) -> tuple[int, ...]:
    """Return the offsets of the pages that hold the schema: the first one and what hangs on it."""
    content = path.read_bytes()
    starts = range(0, len(content), PAGE)
    named = (b"CREATE TABLE", b"CREATE INDEX")
    return tuple(s for s in starts if s == 0 or any(n in content[s : s + PAGE] for n in named))


def flips(offsets: Sequence[int], seed: int) -> Iterator[Flip]:
    """Return a flip for each offset, its bits by chance."""
    chance = random.Random(seed)
    return (Flip(offset, chance.randint(1, 255)) for offset in offsets)


@dataclass
class Bench:
    """A good library, and a place where copies of it are harmed and tried."""

    good: Path
    work: Path
    capsys: pytest.CaptureFixture[str]

    def harm(self, flip: Flip) -> None:
        """Put a fresh copy of the library in the work folder, with a byte flipped."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.good, self.work)
        file = self.work / FILE_NAME
        file.write_bytes(flip.of(file.read_bytes()))

    def call(self, *arguments: str) -> Answer:
        """Run a command on the work folder."""
        status = main([*arguments, "--data-dir", str(self.work)])
        out, err = self.capsys.readouterr()
        assert (out, err)[status == 0] == "", (arguments, out, err)
        return Answer(status, out + err)

    def try_out(self, flip: Flip) -> Verdict:
        """Harm the library, run the commands on it, and judge what they say."""
        self.harm(flip)
        listed, checked = self.call("list"), self.call("check")
        repaired, after = self.call("check", "--repair"), self.call("list")
        verdict = Verdict(listed.kind, checked.kind, repaired.kind, after.kind)
        judge(verdict, flip)
        if verdict.after == GOOD:
            assert after.titles >= (listed.titles if verdict.listed == GOOD else set()), flip
            assert len(after.titles) >= len(BACKED_UP), flip
            assert self.call("check").kind == GOOD, flip
        return verdict


def judge(verdict: Verdict, flip: Flip) -> None:
    """Fail where damage is not told, not told by all, or stays."""
    known = {GOOD, DAMAGED, NEWER}
    assert {verdict.listed, verdict.checked} <= known, (flip, verdict)
    if verdict.listed != GOOD:  # what stands in an index only is found by `check` alone
        assert verdict.checked == verdict.listed, (flip, verdict)
    if verdict.checked == NEWER:  # a version is one number: another is that of another Roundtable
        assert (verdict.repaired, verdict.after) == (NEWER, NEWER), (flip, verdict)
    else:
        assert (verdict.repaired, verdict.after) == (GOOD, GOOD), (flip, verdict)


def size_of(folder: Path) -> int:
    """Return how many bytes a library has."""
    return (folder / FILE_NAME).stat().st_size


def version_of(folder: Path) -> bytes:
    """Return the revision that stands in a library."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        (version,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(version).encode()
