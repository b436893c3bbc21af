"""One scene in as many screens as its texts need at the least size that everybody can read.

Letters are counted, no pixel is known: a screen that holds a little less than it could does no
harm. Each screen is a whole scene.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from desktop_app.words.speech import say

from .aside_scenes import StatementRead
from .break_scenes import SlideShown
from .door import in_its_language
from .parking_lot import ParkingLot
from .scene import ByGroup, Closing, Picture, Plan, PlanLine, Scene, StatementShown, Welcome
from .screens import (
    USUAL,
    Shape,
    filled,
    in_order,
    letters,
    lines_of,
    scale_leaves,
    taken_by,
    text_screens,
)
from .since_scenes import SinceLastTime

LETTERS = 44
"""Letters on a line of the least size, on screens from 4:3 to 16:9."""
LINES = 9
"""Lines of the least size below a title."""
ROWS, ROW, BELOW = 640.0, 68.0, 43.0
"""Height that rows of bars have, that of one, and of what stands under its name."""
BESIDE_SCALE, READ_LINES, BOLD = 63.0, 8, 0.92
"""Height of a line above the scale, lines of a statement alone, and letters of bold type a line."""
STANDING, PROMISE_PAD = 360.0, 0.5
"""Width beside a commitment for where it stands, and lines around it."""
TITLE_LETTERS, TITLE_LINE = 0.65, 1.5
"""Letters of a title on a line and the height of a further line, in those of the least size."""
OF_HEADLINE = 1.3
"""Height of a headline's line in lines of the least size."""

_T = TypeVar("_T")


@in_its_language
def pages_of(scene: Scene, shape: Shape = USUAL) -> tuple[Scene, ...]:
    """Return the screens that show all of a scene, one after another."""
    make = _MAKERS.get(type(scene))
    return tuple(make(scene, shape)) if make else (scene,)


class Screens:
    """The screens of the scene that was asked about last: they are asked for again and again."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._shape = USUAL
        self._pages: tuple[Scene, ...] = ()

    def of(self, scene: Scene, shape: Shape) -> tuple[Scene, ...]:
        """Return `pages_of` the scene; equal scenes may speak different languages."""
        if scene is not self._scene or shape != self._shape:
            self._pages = pages_of(scene, shape)
            self._scene, self._shape = scene, shape
        return self._pages

    def page_of(self, scene: Scene, page: int, shape: Shape) -> Scene:
        """Return one of a scene's screens, the last one where it has fewer by now."""
        pages = self.of(scene, shape)
        return pages[min(page, len(pages) - 1)]


@dataclass(frozen=True, slots=True)
class _Holds:
    """How much a screen holds below its title: letters on a line, and lines, of the least size."""

    letters: float
    lines: float

    @classmethod
    def of(cls, shape: Shape) -> _Holds:
        """Return what a stage of this shape holds."""
        return cls(min(LETTERS / shape.type, letters(shape)), shape.room(LINES))

    def lines_of(self, text: str) -> int:
        """Return how many lines a text takes, a screen's at most."""
        return min(math.floor(self.lines), math.ceil(len(text) / self.letters))

    def filled(
        self, things: Sequence[_T], height: Callable[[_T], float], headline: str = ""
    ) -> tuple[tuple[_T, ...], ...]:
        """Return what stands on each screen, evenly; the first one has a headline too."""
        if not headline:
            return taken_by(filled([height(thing) for thing in things], self.lines), things)
        above = self.lines_of(headline) * OF_HEADLINE + 0.5 if headline else 0.0
        heights = [height(thing) for thing in things]
        if headline and heights and heights[0] > self.lines - above:
            return ((), *taken_by(in_order(heights, self.lines), things))
        return taken_by(in_order(heights, self.lines, self.lines - above), things)

    def of_line(self, line: PlanLine) -> float:
        """Return how many lines a commitment takes; who does it stands beside by when."""
        beside = max(8, self.letters - len(line.due) - 2)
        below = max(math.ceil(len(line.owner) / beside), bool(line.due))
        return self.lines_of(line.title) + below + 0.4

    def of_point(self, point: str) -> float:
        """Return how many lines a point takes."""
        return self.lines_of(point) + 0.4


def _statement(scene: StatementShown, shape: Shape) -> Iterator[StatementShown | StatementRead]:
    """Yield a statement alone first, where it has no room beside its scale."""
    lead = scene.lead if scene.sentence.startswith(scene.lead) else ""
    text = scene.sentence.removeprefix(lead).strip()
    room = scale_leaves(shape, len(scene.cards)) // (BESIDE_SCALE * shape.type)
    if len(lines_of(text, round(letters(shape) * BOLD))) > room:
        parts = text_screens(text, replace(shape, type=shape.type / BOLD), READ_LINES)
        for place, part in enumerate(parts):
            kicker = _numbered(scene.kicker, place, parts)
            yield StatementRead(kicker, "" if place else lead, part, scene.mark)
    yield scene


def _welcome(scene: Welcome, shape: Shape) -> Iterator[Welcome]:
    holds = _Holds.of(shape)
    yield replace(scene, ground_rules=(), privacy="")
    title = say("How we work today")
    bare = replace(scene, title=title, purpose="", privacy="")
    rules = holds.filled(scene.ground_rules, holds.of_point)
    for place, some in enumerate(rules, start=1):
        used = sum(map(holds.of_point, some)) + holds.lines_of(scene.privacy) + 1
        if place == len(rules) and used <= holds.lines:
            yield replace(bare, ground_rules=some, privacy=scene.privacy)
            return
        yield replace(bare, ground_rules=some)
    for part in text_screens(scene.privacy, shape, LINES):
        yield replace(bare, title=say("Who sees what"), ground_rules=(), privacy=part)


def _plan(scene: Plan, shape: Shape) -> Iterator[Plan]:
    bare = replace(scene, fist=(), fist_text="", fist_question="")
    if scene.fist_text:
        yield replace(scene, headline="", lines=())
    if not scene.lines:
        yield bare
        return
    holds = _Holds.of(shape)
    parts = holds.filled(scene.lines, holds.of_line, scene.headline)
    for place, lines in enumerate(parts):
        kicker, headline = _numbered(scene.kicker, place, parts), "" if place else scene.headline
        yield replace(bare, kicker=kicker, headline=headline, lines=lines)


def _closing(scene: Closing, shape: Shape) -> Iterator[Closing]:
    holds = _Holds.of(shape)
    yield replace(scene, lines=(), parked=())
    bare = replace(scene, headline="", review="", parked=())
    for lines in holds.filled(scene.lines, holds.of_line):
        yield replace(bare, title=say("What we will do"), lines=lines)
    for parked in holds.filled(scene.parked, holds.of_point):
        yield replace(bare, title=say("Parked"), lines=(), parked=parked)


def _since(scene: SinceLastTime, shape: Shape) -> Iterator[SinceLastTime]:
    holds = replace(_Holds.of(shape), letters=letters(shape, STANDING))
    heights = [holds.lines_of(line.title) + PROMISE_PAD for line in scene.lines]
    wide = len(scene.title) > letters(shape) * TITLE_LETTERS
    room = holds.lines - (TITLE_LINE if wide else 0.0)
    parts = taken_by(in_order(heights, room), scene.lines)
    for place, lines in enumerate(parts):
        yield replace(scene, kicker=_numbered(scene.kicker, place, parts), lines=lines)
    if not parts:
        yield scene


def _parking(scene: ParkingLot, shape: Shape) -> Iterator[ParkingLot]:
    holds = _Holds.of(shape)
    parts = holds.filled(scene.points, holds.of_point)
    if not parts:
        yield scene
    for place, points in enumerate(parts):
        yield replace(scene, kicker=_numbered(scene.kicker, place, parts), points=points)


def _groups(scene: ByGroup, shape: Shape) -> Iterator[ByGroup]:
    room = shape.room(ROWS - (ROW if scene.settled else 0.0))
    heights = [ROW + (BELOW if part.merged else 0.0) for part in scene.parts]
    parts = taken_by(filled(heights, room), scene.parts)
    for place, some in enumerate(parts):
        yield replace(scene, kicker=_numbered(scene.kicker, place, parts), parts=some)


def _picture(scene: Picture, shape: Shape) -> Iterator[Picture]:
    parts = taken_by(filled([ROW] * len(scene.rows), shape.room(ROWS)), scene.rows)
    for place, some in enumerate(parts):
        yield replace(scene, kicker=_numbered(scene.kicker, place, parts), rows=some)


def _slide(scene: SlideShown, shape: Shape) -> Iterator[SlideShown]:
    """Yield a text over several screens; a line of it is a paragraph."""
    holds = _Holds.of(shape)
    most = max(1, math.floor(holds.lines - holds.lines_of(scene.title) * 1.5) - 1)
    lines = [part for line in scene.text.splitlines() for part in _parts(line, shape, most)]
    heights = [holds.lines_of(line) * 1.04 + 0.3 for line in lines]
    parts = taken_by(in_order(heights, most), lines)
    for place, some in enumerate(parts):
        yield replace(scene, kicker=_numbered(scene.kicker, place, parts), text="\n".join(some))
    if not parts:
        yield scene


def _parts(line: str, shape: Shape, most: int) -> tuple[str, ...]:
    return text_screens(line, shape, math.ceil(most * shape.type)) if line.strip() else ()


_MAKERS: Final[Mapping[type, Callable[[Any, Shape], Iterator[Scene]]]] = {
    StatementShown: _statement,
    Welcome: _welcome,
    Plan: _plan,
    Closing: _closing,
    ParkingLot: _parking,
    ByGroup: _groups,
    Picture: _picture,
    SlideShown: _slide,
    SinceLastTime: _since,
}


def _numbered(kicker: str, place: int, parts: Sequence[object]) -> str:
    if len(parts) < 2:
        return kicker
    which = say("{n} of {total}", n=place + 1, total=len(parts))
    return f"{kicker}  ·  {which}"
