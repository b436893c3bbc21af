"""Scenes in words, for screen readers: what a person in the room could read, and no more.

An open vote says neither how many are in nor what is picked: it would be spoken aloud.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .parking_lot import ParkingLot
from .priorities_in_words import fist_in_words, priorities_in_words
from .priority_scenes import DotsOpen, DotsShown, ImportanceBesideLevel, Priorities
from .scene import (
    Blank,
    ByGroup,
    Card,
    Closing,
    Compared,
    GroupPart,
    Picture,
    PictureRow,
    Plan,
    PlanLine,
    Revealed,
    RevealedHidden,
    Scene,
    StatementShown,
    VoteClosed,
    VoteOpen,
    Welcome,
)


@dataclass(frozen=True, slots=True)
class SceneWords:
    """A scene's short name and its whole content."""

    name: str
    description: str


def in_words(scene: Scene) -> SceneWords:
    """Return a scene in words."""
    name, parts = _name_and_parts(scene)
    mark = getattr(scene, "mark", "")
    return SceneWords(name, " ".join(_sentence(p) for p in (*parts, mark) if p))


def _name_and_parts(scene: Scene) -> tuple[str, tuple[str, ...]]:  # noqa: C901, PLR0911, PLR0912 - one a kind
    match scene:
        case Blank():
            return "Blank screen", ()
        case Welcome():
            parts = (scene.purpose, *scene.ground_rules, scene.privacy)
            return scene.title, (scene.kicker, *parts)
        case StatementShown() | VoteOpen():
            groups = getattr(scene, "groups", ())
            partners = f"Partners: {', '.join(groups)}" if groups else ""
            return scene.sentence, (scene.kicker, *_cards(scene.cards), partners, scene.footer)
        case VoteClosed():
            return scene.sentence, (scene.kicker, scene.count_text, scene.footer)
        case Revealed():
            return scene.verdict, _revealed(scene)
        case RevealedHidden():
            return scene.verdict, (scene.kicker, scene.statement, scene.reason, scene.footer)
        case Compared():
            return scene.moved, _compared(scene)
        case ByGroup():
            parts = tuple(_part(part) for part in scene.parts)
            return scene.statement, (scene.kicker, *parts, scene.footer)
        case Picture():
            rows = tuple(_row(row) for row in scene.rows)
            return scene.title, (scene.kicker, *rows, scene.prompt, scene.footer)
        case DotsShown() | DotsOpen() | Priorities() | ImportanceBesideLevel():
            return scene.title, priorities_in_words(scene)
        case Plan():
            return scene.title, (scene.kicker, *_plan(scene))
        case Closing():
            review = (*(f"Parked: {text}" for text in scene.parked), scene.review)
            lines = (scene.headline, *_lines(scene.lines), scene.more)
            return scene.title, (scene.kicker, *lines, *review)
        case ParkingLot():
            points = (*scene.points, scene.more) if scene.points else (scene.empty,)
            return scene.title, (scene.kicker, *points)


def _revealed(scene: Revealed) -> tuple[str, ...]:
    points = scene.scale.points
    counts = zip(points, scene.result.counts, strict=True)
    bars = (f"{point.value} {point.label}: {count}" for point, count in counts)
    unsaid = f"{scene.scale.cannot_say_label}: {scene.result.cannot_say}"
    said = (scene.meaning, scene.middle, scene.level, *scene.remarks)
    words = (*said, scene.settled, scene.footer)
    return (scene.kicker, scene.statement, *bars, unsaid, *words)


def _compared(scene: Compared) -> tuple[str, ...]:
    both = zip(scene.scale.points, scene.before.counts, scene.after.counts, strict=True)
    bars = (f"{p.value} {p.label}: {before}, then {after}" for p, before, after in both)
    words = (scene.agreements, scene.settled, scene.footer)
    return (scene.kicker, scene.statement, *bars, *words)


def _part(part: GroupPart) -> str:
    name = f"{part.label} ({part.merged})" if part.merged else part.label
    return f"{name}: {part.words}. {part.detail}" if part.detail else f"{name}: {part.words}"


def _plan(scene: Plan) -> tuple[str, ...]:
    fist = (*fist_in_words(scene.fist), scene.fist_text, scene.fist_question)
    if not scene.lines:
        return (scene.headline, scene.empty, *fist)
    return (scene.headline, *_lines(scene.lines), scene.more, *fist)


def _cards(cards: Iterable[Card]) -> Iterable[str]:
    return (f"{card.point} {card.label}: {card.text}" for card in cards)


def _row(row: PictureRow) -> str:
    if row.counts is None:
        return f"{row.label}: {row.empty}"
    return f"{row.label}: {row.level}, {row.agreement}"


def _lines(lines: Iterable[PlanLine]) -> Iterable[str]:
    return (", ".join(p for p in (line.title, line.owner, line.due) if p) for line in lines)


def _sentence(text: str) -> str:
    return text if text[-1] in ".?!" else f"{text}."
