"""One scene in as many screens as its texts need at the least size that everybody can read.

Letters are counted, no pixel is known: a screen that holds a little less than it could does no
harm. Each screen is a whole scene.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from desktop_app.words.speech import say

from .door import in_its_language
from .parking_lot import ParkingLot
from .scene import Closing, Plan, PlanLine, Scene, Welcome
from .screens import in_order, taken_by

LETTERS = 44
"""Letters on a line of the least size, on screens from 4:3 to 16:9."""
LINES = 9
"""Lines of the least size below a title."""
OF_HEADLINE = 1.3
"""Height of a headline's line in lines of the least size."""

_T = TypeVar("_T")


@in_its_language
def pages_of(scene: Scene) -> tuple[Scene, ...]:
    """Return the screens that show all of a scene, one after another."""
    make = _MAKERS.get(type(scene))
    return tuple(make(scene)) if make else (scene,)


def page_of(scene: Scene, page: int) -> Scene:
    """Return one of a scene's screens, the last one where it has fewer by now."""
    pages = pages_of(scene)
    return pages[min(page, len(pages) - 1)]


def _welcome(scene: Welcome) -> Iterator[Welcome]:
    yield replace(scene, ground_rules=(), privacy="")
    rules = sum(map(_lines, scene.ground_rules)) + len(scene.ground_rules) / 3
    title = say("How we work today")
    together = rules + _lines(scene.privacy) + 1 <= LINES
    privacy = scene.privacy if together else ""
    yield replace(scene, title=title, purpose="", privacy=privacy)
    if not together:
        yield replace(scene, title=say("Who sees what"), purpose="", ground_rules=())


def _plan(scene: Plan) -> Iterator[Plan]:
    bare = replace(scene, fist=(), fist_text="", fist_question="")
    if scene.fist_text:
        yield replace(scene, headline="", lines=())
    if not scene.lines:
        yield bare
        return
    parts = _filled(scene.lines, _line_height, LINES - _headline(scene.headline))
    for place, lines in enumerate(parts):
        kicker, headline = _numbered(scene.kicker, place, parts), "" if place else scene.headline
        yield replace(bare, kicker=kicker, headline=headline, lines=lines)


def _closing(scene: Closing) -> Iterator[Closing]:
    yield replace(scene, lines=(), parked=())
    bare = replace(scene, headline="", review="", parked=())
    for lines in _filled(scene.lines, _line_height):
        yield replace(bare, title=say("What we will do"), lines=lines)
    for parked in _filled(scene.parked, _point_height):
        yield replace(bare, title=say("Parked"), lines=(), parked=parked)


def _parking(scene: ParkingLot) -> Iterator[ParkingLot]:
    parts = _filled(scene.points, _point_height)
    if not parts:
        yield scene
    for place, points in enumerate(parts):
        yield replace(scene, kicker=_numbered(scene.kicker, place, parts), points=points)


_MAKERS: Final[Mapping[type, Callable[[Any], Iterator[Scene]]]] = {
    Welcome: _welcome,
    Plan: _plan,
    Closing: _closing,
    ParkingLot: _parking,
}


def _numbered(kicker: str, place: int, parts: Sequence[object]) -> str:
    if len(parts) < 2:
        return kicker
    which = say("{n} of {total}", n=place + 1, total=len(parts))
    return f"{kicker}  ·  {which}"


def _lines(text: str, most: int = LINES) -> int:
    return min(most, math.ceil(len(text) / LETTERS))


def _headline(text: str) -> float:
    return _lines(text) * OF_HEADLINE + 0.5 if text else 0.0


def _line_height(line: PlanLine) -> float:
    return _lines(line.title, 2) + bool(line.owner or line.due) + 0.4


def _point_height(point: str) -> float:
    return _lines(point) + 0.4


def _filled(
    things: Sequence[_T], height: Callable[[_T], float], first: float = LINES
) -> tuple[tuple[_T, ...], ...]:
    """Return what stands on each screen; `first` is the first one's room."""
    return taken_by(in_order([height(thing) for thing in things], LINES, first), things)
