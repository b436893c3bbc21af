"""What makes a framework complete and sound: the one place for these rules.

Reading a file, saving what was edited and the editor's live check all ask here. Knows no file
and no window: a mistake is named by its place in the framework.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from .framework import (
    MAX_POINTS,
    MIN_POINTS,
    Action,
    Framework,
    NextStep,
    Scale,
    Statement,
    StepWhen,
)
from .framework_names import MAX_NAME, MAX_NAME_WORDS, MAX_SHORT, is_language
from .framework_sizes import too_many
from .texts import Phrase, count_phrase, phrase, shortened

MAX_TEXT = 2_000
MAX_SHORT_TEXT = 200
LONG_STATEMENT = 110
"""Characters from which on a statement takes more than two lines on the stage."""

Place = tuple[str | int, ...]
"""The way to a part of a framework: names of fields, and positions in lists from 0.

Two short cuts, as in a framework's file: an action's "quick" is its quick statement's text, and
"anchors" is followed by a point of the scale.
"""

_ID = re.compile(r"[\w.-]{1,40}")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and halves of a pair, which no file can hold (Unicode classes Cc and Cs)."""
_SHORT = frozenset(
    (
        "id",
        "version",
        "language",
        "title",
        "short_title",
        "word",
        "label",
        "cannot_say_label",
        "citation",
        "key",
    )
)


class MistakeKind(Enum):
    """What an editor says in its own words; it need not know what a mistake says."""

    EMPTY = "empty"
    NOTHING_OFFERED = "nothing_offered"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What will not do at one place.

    `phrase` says it with its remedy and begins small, to stand after the place's name. For
    NOTHING_OFFERED `situation` is what the bank has no step for.
    """

    place: Place
    phrase: Phrase
    kind: MistakeKind = MistakeKind.OTHER
    situation: StepWhen | None = None


def mistakes(framework: Framework) -> Iterator[Mistake]:
    """Find everything that keeps a framework from being used, from the top down."""
    if (found := too_many(framework.actions)) is not None:
        yield Mistake(("actions",), found)
    yield from _text_mistakes(framework)
    yield from _language_mistakes(framework)
    yield from _id_mistakes(framework)
    yield from _name_mistakes(framework)
    yield from _scale_mistakes(framework.scale)
    yield from _action_mistakes(framework)


# -- texts ----------------------------------------------------------------------------------


def tidy_text(text: str) -> str:
    """Return a text on one line, without blanks at its ends."""
    for blank in "\t\r\n":  # not by a pattern: an editor tidies every text at every key
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def tidied(framework: Framework) -> Framework:
    """Return a framework as a file would give it back: texts on one line, quick votes named."""
    tidy: Framework = _mapped(framework, tidy_text)
    actions = tuple(replace(a, quick=_quick(a)) for a in tidy.actions)
    return replace(tidy, actions=actions)


def text_problem(place: Place, text: str, limit: int = MAX_TEXT) -> Mistake | None:
    """Return what is wrong with a tidy text at a place, or None."""
    if not text:
        empty = phrase("the text is empty. Write it, or take the field out.")
        return Mistake(place, empty, MistakeKind.EMPTY)
    if len(text) > limit:
        return Mistake(
            place, phrase("the text is longer than {limit} characters. Shorten it.", limit=limit)
        )
    if _UNSEEN.search(text):
        return Mistake(
            place, phrase("the text has a character that cannot be shown. Type it again.")
        )
    return None


def no_such_point(place: Place, point: str, points: int) -> Mistake:
    """Return the mistake of an anchor at a point that the scale does not have."""
    return Mistake(
        place,
        phrase(
            'there is no point "{point}" on this scale of 1 to {points}. Move the anchor to a'
            " point that exists.",
            point=shortened(point, 40),
            points=points,
        ),
    )


def _text_mistakes(framework: Framework) -> Iterator[Mistake]:
    for place, text in _texts(framework, ()):
        short = place[-1] in _SHORT
        found = text_problem(place, tidy_text(text), MAX_SHORT_TEXT if short else MAX_TEXT)
        if found is not None:
            yield found


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif place and place[-1] == "quick":
        yield place, value.text
    elif place and place[-1] == "anchors":
        yield from (((*place, point), text) for point, text in value)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*place, index))
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name), (*place, part.name))


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(entry, change) for entry in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: _mapped(getattr(value, f.name), change) for f in fields(value)}
        return replace(value, **parts)
    return value


def _quick(action: Action) -> Statement:
    return Statement(action.id, action.short_title, action.quick.text, name=action.name)


def _language_mistakes(framework: Framework) -> Iterator[Mistake]:
    tag = tidy_text(framework.language)
    if tag and not is_language(tag):
        yield Mistake(
            ("language",),
            phrase(
                '"{tag}" is no language tag. Write one such as en, cy or pt-BR.',
                tag=shortened(tag, 40),
            ),
        )


# -- names on stage -------------------------------------------------------------------------


def _name_mistakes(framework: Framework) -> Iterator[Mistake]:
    """Find names on stage and short titles that do not fit, and names that stand twice."""
    actions = [(("actions", a, "name"), each.name) for a, each in enumerate(framework.actions)]
    statements = [
        (("actions", a, "statements", s, "name"), each.name)
        for a, action in enumerate(framework.actions)
        for s, each in enumerate(action.statements)
    ]
    for found in (actions, statements):
        tidy = [(place, tidy_text(name)) for place, name in found]
        for place, name in tidy:
            yield from _long_name(place, name)
        yield from _twice((place, name) for place, name in tidy if name)


def _long_name(place: Place, name: str) -> Iterator[Mistake]:
    if len(name) > MAX_NAME:
        yield _too_long(place, name, MAX_NAME)
    elif len(name.split()) > MAX_NAME_WORDS:
        words = count_phrase(
            "this has 1 word, and {limit} fit on stage. Take some out.",
            "this has {n} words, and {limit} fit on stage. Take some out.",
            len(name.split()),
            limit=MAX_NAME_WORDS,
        )
        yield Mistake(place, words)


def _too_long(place: Place, text: str, limit: int) -> Mistake:
    characters = count_phrase(
        "this has 1 character, and {limit} fit on stage. Shorten it.",
        "this has {n} characters, and {limit} fit on stage. Shorten it.",
        len(text),
        limit=limit,
    )
    return Mistake(place, characters)


def _step_mistakes(action: Action, place: Place, step: NextStep) -> Iterator[Mistake]:
    short = tidy_text(step.short)
    if len(short) > MAX_SHORT:
        yield _too_long((*place, "short"), short, MAX_SHORT)
    known = {statement.id for statement in action.statements}
    for served in step.serves:
        if served not in known:
            nobody = phrase(
                'this action has no statement "{id}". Name one that it has, or take it out.',
                id=shortened(served, 40),
            )
            yield Mistake((*place, "serves"), nobody)


# -- ids ------------------------------------------------------------------------------------


def _id_mistakes(framework: Framework) -> Iterator[Mistake]:
    """Find ids that cannot be used as one and ids that stand twice."""
    actions: list[tuple[Place, str]] = []
    statements: list[tuple[Place, str]] = []
    steps: list[tuple[Place, str]] = []
    for a, action in enumerate(framework.actions):
        here: Place = ("actions", a)
        actions.append(((*here, "id"), action.id))
        statements += (
            ((*here, "statements", s, "id"), each.id) for s, each in enumerate(action.statements)
        )
        steps += (((*here, "steps", s, "id"), each.id) for s, each in enumerate(action.steps))
    for place, name in ((("id",), framework.id), *actions, *statements, *steps):
        if not _ID.fullmatch(name):
            yield _no_id(place, name)
    # A quick workshop votes on actions under their ids, so statements may not have the same.
    yield from _twice((*actions, *statements))
    yield from _twice(steps)
    sources = enumerate(framework.sources)
    yield from _twice((("sources", s, "key"), source.key) for s, source in sources)


def _no_id(place: Place, name: str) -> Mistake:
    no_id = phrase(
        '"{name}" cannot be an id. Use up to 40 letters, digits, hyphens, full stops and'
        " underscores, and no spaces.",
        name=shortened(name, 60),
    )
    return Mistake(place, no_id)


def _twice(found: Iterable[tuple[Place, str]]) -> Iterator[Mistake]:
    seen: set[str] = set()
    for place, name in found:
        if name in seen:
            again = phrase(
                '"{name}" stands here a second time. Give each its own.', name=shortened(name, 60)
            )
            yield Mistake(place, again)
        seen.add(name)


# -- scale, actions, sources ----------------------------------------------------------------


def _scale_mistakes(scale: Scale) -> Iterator[Mistake]:
    if not MIN_POINTS <= scale.size <= MAX_POINTS:
        yield Mistake(
            ("scale", "points"),
            count_phrase(
                "the scale has 1 point, and a scale has {least} to {most}. Add some or take some"
                " out.",
                "the scale has {n} points, and a scale has {least} to {most}. Add some or take some"
                " out.",
                scale.size,
                least=MIN_POINTS,
                most=MAX_POINTS,
            ),
        )
    for index, point in enumerate(scale.points):
        if point.value != index + 1:
            yield Mistake(
                ("scale", "points", index, "value"),
                phrase(
                    "this is {value} and must be {wanted}. Number the points 1, 2, 3 and so on from"
                    " the lowest.",
                    value=point.value,
                    wanted=index + 1,
                ),
            )


def _action_mistakes(framework: Framework) -> Iterator[Mistake]:
    if not framework.actions:
        yield Mistake(("actions",), phrase("there is no action to rate. Add at least one."))
    keys = {source.key for source in framework.sources}
    for a, action in enumerate(framework.actions):
        here: Place = ("actions", a)
        yield from _stem_mistakes((*here, "quick"), action.quick.text)
        yield from _statement_mistakes(here, action, framework.scale.size)
        yield from _situation_mistakes(here, action)
        for p, prompt in enumerate(action.prompts):
            yield from _leaning_mistakes((*here, "prompts", p), prompt.leans_on, keys)
        for s, step in enumerate(action.steps):
            yield from _leaning_mistakes((*here, "steps", s), step.leans_on, keys)
            yield from _step_mistakes(action, (*here, "steps", s), step)


def _statement_mistakes(action: Place, of: Action, points: int) -> Iterator[Mistake]:
    if not of.statements:
        yield Mistake(action, phrase("the action has no statement to rate. Add at least one."))
    for s, statement in enumerate(of.statements):
        here = (*action, "statements", s)
        yield from _stem_mistakes((*here, "text"), statement.text)
        for point, _ in statement.anchors:
            if not 1 <= point <= points:
                yield no_such_point((*here, "anchors"), str(point), points)


def _stem_mistakes(place: Place, text: str) -> Iterator[Mistake]:
    if tidy_text(text).endswith("."):
        yield Mistake(
            place, phrase("the text ends with a full stop. Take it out; Roundtable sets it itself.")
        )


def _situation_mistakes(action: Place, of: Action) -> Iterator[Mistake]:
    """Find situations of a result for which the bank has nothing to offer."""
    offered = {step.when for step in of.steps}
    for situation in StepWhen:
        if situation not in offered:
            yield Mistake(
                action,
                phrase(
                    'there is no next step with when = "{when}". Add at least one.',
                    when=situation.value,
                ),
                MistakeKind.NOTHING_OFFERED,
                situation,
            )


def _leaning_mistakes(place: Place, leans_on: tuple[str, ...], keys: set[str]) -> Iterator[Mistake]:
    for key in leans_on:
        if key not in keys:
            yield Mistake(
                (*place, "leans_on"),
                phrase(
                    'there is no source with the key "{key}". Add it to the sources, or correct the'
                    " key.",
                    key=shortened(key, 40),
                ),
            )
