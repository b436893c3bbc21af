"""Scenes in words, for screen readers: what a person in the room could read, and no more.

An open vote does not say how many are in: it would be spoken aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from desktop_app.words.speech import say

from .aside_scenes import (
    FistAsked,
    NoteShown,
    PointMeant,
    QuestionAsked,
    StatementRead,
    StatementsListed,
    StatementsSeen,
    StepsOffered,
    ThenAndNowSeen,
)
from .asides_in_words import (
    fist_asked_in_words,
    note_in_words,
    point_in_words,
    question_in_words,
    read_in_words,
    statements_in_words,
    statements_seen_in_words,
    steps_in_words,
    then_and_now_in_words,
)
from .break_scenes import BreakShown, SlideShown
from .door import in_its_language
from .parking_lot import ParkingLot
from .priorities_in_words import (
    beside_in_words,
    dots_in_words,
    fist_in_words,
    list_in_words,
    named,
)
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
from .since_scenes import SinceLastTime

_Said: TypeAlias = tuple[str, tuple[str, ...]]
"""A scene's short name, and the parts of its content in the order they are read."""


@dataclass(frozen=True, slots=True)
class SceneWords:
    """A scene's short name and its whole content."""

    name: str
    description: str


@in_its_language
def in_words(scene: Scene) -> SceneWords:
    """Return a scene in words, in the scene's own language."""
    name, parts = WORDS[type(scene)](scene)
    mark = getattr(scene, "mark", "")
    return SceneWords(name, " ".join(_sentence(p) for p in (*parts, mark) if p))


def _blank(_scene: Blank) -> _Said:
    return say("Blank screen"), ()


def _welcome(scene: Welcome) -> _Said:
    parts = (scene.purpose, *scene.ground_rules, scene.privacy)
    return scene.title, (scene.kicker, *parts)


def _statement(scene: StatementShown) -> _Said:
    return scene.sentence, (scene.kicker, *_cards(scene.cards), scene.footer)


def _vote_open(scene: VoteOpen) -> _Said:
    return scene.sentence, (scene.kicker, *_cards(scene.cards), scene.asked, scene.footer)


def _vote_closed(scene: VoteClosed) -> _Said:
    return scene.sentence, (scene.kicker, scene.count_text, scene.footer)


def _revealed(scene: Revealed) -> _Said:
    points = scene.scale.points
    counts = zip(points, scene.result.counts, strict=True)
    bars = (named(f"{point.value} {point.label}", count) for point, count in counts)
    unsaid = named(scene.scale.cannot_say_label, scene.result.cannot_say)
    words = (scene.counts, scene.agreed or scene.question)
    return scene.verdict, (scene.kicker, scene.statement, *bars, unsaid, *words)


def _hidden(scene: RevealedHidden) -> _Said:
    return scene.verdict, (scene.kicker, scene.statement, scene.reason, scene.footer)


def _compared(scene: Compared) -> _Said:
    both = zip(scene.scale.points, scene.before.counts, scene.after.counts, strict=True)
    bars = (named(f"{p.value} {p.label}", _then(before, after)) for p, before, after in both)
    verdicts = map(named, scene.names, scene.verdicts)
    return scene.statement, (scene.kicker, *verdicts, *bars)


def _then(before: int, after: int) -> str:
    return say("{before}, then {after}", before=before, after=after)


def _by_group(scene: ByGroup) -> _Said:
    parts = (_part(part) for part in scene.parts)
    return scene.statement, (scene.kicker, *parts, scene.settled, scene.footer)


def _part(part: GroupPart) -> str:
    name = part.label
    if part.merged:
        name = say("{label} ({partners})", label=part.label, partners=part.merged)
    said = named(name, part.words)
    return f"{_sentence(said)} {part.detail}" if part.detail else said


def _picture(scene: Picture) -> _Said:
    rows = (_row(row) for row in scene.rows)
    return scene.title, (scene.kicker, *rows, scene.footer)


def _plan(scene: Plan) -> _Said:
    fist = (*fist_in_words(scene.fist), scene.fist_text, scene.fist_question)
    lines = tuple(_lines(scene.lines)) if scene.lines else (scene.empty,)
    return scene.title, (scene.kicker, scene.headline, *lines, *fist)


def _closing(scene: Closing) -> _Said:
    review = (*(say("Parked: {points}", points=text) for text in scene.parked), scene.review)
    lines = (scene.headline, *_lines(scene.lines))
    return scene.title, (scene.kicker, *lines, *review)


def _parking_lot(scene: ParkingLot) -> _Said:
    points = (*scene.points, scene.more) if scene.points else (scene.empty,)
    return scene.title, (scene.kicker, *points)


def _break(scene: BreakShown) -> _Said:
    """Say when to be back; what is left would be spoken every minute."""
    return " ".join(part for part in (scene.title, scene.clock) if part), (scene.then,)


def _slide(scene: SlideShown) -> _Said:
    if not scene.picture:
        return scene.title, (scene.text,)
    if not scene.alt:
        return scene.title, (say("A picture that nobody has described."),)
    return scene.title, (say("A picture: {what}", what=scene.alt),)


def _since(scene: SinceLastTime) -> _Said:
    lines = (named(line.title, line.words) if line.words else line.title for line in scene.lines)
    return scene.title, (scene.kicker, *lines)


def _cards(cards: Iterable[Card]) -> Iterable[str]:
    return (named(f"{card.point} {card.label}", card.text) for card in cards)


def _row(row: PictureRow) -> str:
    if row.counts is None:
        return named(row.label, row.empty)
    return say("{name}: {level}, {words}", name=row.label, level=row.level, words=row.agreement)


def _lines(lines: Iterable[PlanLine]) -> Iterable[str]:
    return (", ".join(p for p in (line.title, line.owner, line.due) if p) for line in lines)


def _sentence(text: str) -> str:
    return text if text[-1] in ".?!" else say("{sentence}.", sentence=text)


WORDS: Final[Mapping[type, Callable[[Any], _Said]]] = {
    Blank: _blank,
    Welcome: _welcome,
    StatementShown: _statement,
    VoteOpen: _vote_open,
    VoteClosed: _vote_closed,
    Revealed: _revealed,
    RevealedHidden: _hidden,
    Compared: _compared,
    ByGroup: _by_group,
    Picture: _picture,
    DotsShown: dots_in_words,
    DotsOpen: dots_in_words,
    Priorities: list_in_words,
    ImportanceBesideLevel: beside_in_words,
    Plan: _plan,
    Closing: _closing,
    ParkingLot: _parking_lot,
    QuestionAsked: question_in_words,
    StatementsListed: statements_in_words,
    StatementsSeen: statements_seen_in_words,
    StepsOffered: steps_in_words,
    PointMeant: point_in_words,
    StatementRead: read_in_words,
    NoteShown: note_in_words,
    FistAsked: fist_asked_in_words,
    ThenAndNowSeen: then_and_now_in_words,
    BreakShown: _break,
    SlideShown: _slide,
    SinceLastTime: _since,
}
"""What every kind of scene says; a test holds it against the kinds that there are."""
