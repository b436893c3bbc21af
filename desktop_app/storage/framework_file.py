"""Reads a framework from its TOML file, strictly; must not know workshops or the database.

The tables below are the file's format. A mistake gives a FileProblem that names the file, the
place and the mistake, and says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from desktop_app.domain.framework import (
    MAX_POINTS,
    MIN_POINTS,
    Action,
    Framework,
    NextStep,
    Prompt,
    PromptKind,
    Scale,
    ScalePoint,
    Source,
    Statement,
    StepWhen,
)

from .toml_file import Keys, TomlFile, choice, read_toml

_NOUNS = {
    "actions": "action",
    "statements": "statement",
    "prompts": "prompt",
    "steps": "next step",
    "points": "scale point",
    "sources": "source",
}
_ID = re.compile(r"[\w.-]{1,40}")


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    """A table of the file: no key that it does not name."""


class _PointTable(_Table):
    value: int
    label: str
    description: str


class _ScaleTable(_Table):
    points: list[_PointTable]
    cannot_say_label: str
    cannot_say_description: str


class _StatementTable(_Table):
    """One statement; `anchors` maps a point, written as a key, to what it looks like here."""

    id: str
    word: str
    text: str
    anchors: dict[str, str] = {}


class _PromptTable(_Table):
    kind: str
    text: str
    leans_on: list[str] = []


class _StepTable(_Table):
    id: str
    when: str
    title: str
    how: str
    first_move: str
    sign: str
    leans_on: list[str]


class _ActionTable(_Table):
    """One action; `quick` completes the stem when the whole action is rated by one vote."""

    id: str
    title: str
    short_title: str
    quick: str
    statements: list[_StatementTable]
    steps: list[_StepTable]
    prompts: list[_PromptTable] = []


class _SourceTable(_Table):
    key: str
    citation: str
    title: str
    says: str


class _FrameworkTable(_Table):
    id: str
    version: str
    language: str
    title: str
    status: str
    stem: str
    leaders_means: str
    scale: _ScaleTable
    actions: list[_ActionTable]
    sources: list[_SourceTable] = []


def read_framework(path: Path) -> Framework:
    """Return the framework that a TOML file holds.

    Raises FileProblem, whose sentence names the file, the place, the mistake and the remedy, for
    a file that cannot be read or does not hold one complete framework.
    """
    file = read_toml(path, _NOUNS)
    table = file.as_table(_FrameworkTable)
    _check_ids(file, table)
    _check_scale(file, table.scale)
    _check_actions(file, table)
    return _framework(file, table)


def _check_ids(file: TomlFile, table: _FrameworkTable) -> None:
    """Check that every id can be used as one and that none stands twice."""
    _check_id(file, ("id",), table.id)
    actions = [(("actions", a, "id"), action.id) for a, action in enumerate(table.actions)]
    statements = [
        (("actions", a, "statements", s, "id"), statement.id)
        for a, action in enumerate(table.actions)
        for s, statement in enumerate(action.statements)
    ]
    steps = [
        (("actions", a, "steps", s, "id"), step.id)
        for a, action in enumerate(table.actions)
        for s, step in enumerate(action.steps)
    ]
    for keys, name in (*actions, *statements, *steps):
        _check_id(file, keys, name)
    # A quick workshop votes on actions under their ids, so statements may not have the same.
    _check_once(file, (*actions, *statements))
    _check_once(file, steps)
    sources = [(("sources", s, "key"), source.key) for s, source in enumerate(table.sources)]
    _check_once(file, sources)


def _check_id(file: TomlFile, keys: Keys, name: str) -> None:
    if not _ID.fullmatch(name):
        raise file.problem(
            keys,
            '"{name}" cannot be an id. Use up to 40 letters, digits, hyphens, full stops and'
            " underscores, and no spaces.",
            name=name[:60],
        )


def _check_once(file: TomlFile, found: Iterable[tuple[Keys, str]]) -> None:
    seen: set[str] = set()
    for keys, name in found:
        if name in seen:
            raise file.problem(
                keys, '"{name}" stands here a second time. Give each its own.', name=name
            )
        seen.add(name)


def _check_scale(file: TomlFile, scale: _ScaleTable) -> None:
    count = len(scale.points)
    if not MIN_POINTS <= count <= MAX_POINTS:
        raise file.problem(
            ("scale", "points"),
            "the scale has {count} points, and a scale has {least} to {most}. Add some or take"
            " some out.",
            count=count,
            least=MIN_POINTS,
            most=MAX_POINTS,
        )
    for place, point in enumerate(scale.points):
        if point.value != place + 1:
            raise file.problem(
                ("scale", "points", place, "value"),
                "this is {value} and must be {wanted}. Number the points 1, 2, 3 and so on from"
                " the lowest.",
                value=point.value,
                wanted=place + 1,
            )


def _check_actions(file: TomlFile, table: _FrameworkTable) -> None:
    if not table.actions:
        raise file.problem(("actions",), "there is no action to rate. Add at least one.")
    sources = {source.key for source in table.sources}
    for a, action in enumerate(table.actions):
        here: Keys = ("actions", a)
        _check_completes_stem(file, (*here, "quick"), action.quick)
        _check_statements(file, here, action.statements, len(table.scale.points))
        _check_situations(file, here, action.steps)
        _check_sources(file, (*here, "prompts"), [p.leans_on for p in action.prompts], sources)
        _check_sources(file, (*here, "steps"), [s.leans_on for s in action.steps], sources)


def _check_statements(
    file: TomlFile, action: Keys, statements: Sequence[_StatementTable], points: int
) -> None:
    if not statements:
        raise file.problem(action, "the action has no statement to rate. Add at least one.")
    for s, statement in enumerate(statements):
        here = (*action, "statements", s)
        _check_completes_stem(file, (*here, "text"), statement.text)
        for point in statement.anchors:
            _check_anchor(file, (*here, "anchors"), point, points)


def _check_completes_stem(file: TomlFile, keys: Keys, text: str) -> None:
    if text.endswith("."):
        raise file.problem(
            keys, "the text ends with a full stop. Take it out; Roundtable sets it itself."
        )


def _check_anchor(file: TomlFile, keys: Keys, point: str, points: int) -> None:
    if point not in {str(value) for value in range(1, points + 1)}:
        raise file.problem(
            keys,
            'there is no point "{point}" on this scale of 1 to {points}. Move the anchor to a'
            " point that exists.",
            point=point[:40],
            points=points,
        )


def _check_situations(file: TomlFile, action: Keys, steps: Sequence[_StepTable]) -> None:
    """Check that the bank has something to offer whatever a result shows."""
    for s, step in enumerate(steps):
        choice(file, (*action, "steps", s, "when"), StepWhen, step.when)
    offered = {step.when for step in steps}
    for situation in StepWhen:
        if situation.value not in offered:
            raise file.problem(
                action,
                'there is no next step with when = "{when}". Add at least one.',
                when=situation.value,
            )


def _check_sources(
    file: TomlFile, keys: Keys, leanings: Sequence[Sequence[str]], sources: set[str]
) -> None:
    for place, leans_on in enumerate(leanings):
        for key in leans_on:
            if key not in sources:
                raise file.problem(
                    (*keys, place, "leans_on"),
                    'there is no source with the key "{key}". Add it to the sources, or correct'
                    " the key.",
                    key=key[:40],
                )


def _framework(file: TomlFile, table: _FrameworkTable) -> Framework:
    return Framework(
        id=table.id,
        version=table.version,
        language=table.language,
        title=table.title,
        status=table.status,
        stem=table.stem,
        leaders_means=table.leaders_means,
        scale=_scale(table.scale),
        actions=tuple(_action(file, a, action) for a, action in enumerate(table.actions)),
        sources=tuple(Source(s.key, s.citation, s.title, s.says) for s in table.sources),
    )


def _scale(table: _ScaleTable) -> Scale:
    return Scale(
        points=tuple(ScalePoint(p.value, p.label, p.description) for p in table.points),
        cannot_say_label=table.cannot_say_label,
        cannot_say_description=table.cannot_say_description,
    )


def _action(file: TomlFile, place: int, table: _ActionTable) -> Action:
    here: Keys = ("actions", place)
    return Action(
        id=table.id,
        title=table.title,
        short_title=table.short_title,
        statements=tuple(_statement(s) for s in table.statements),
        quick=Statement(table.id, table.short_title, table.quick),
        prompts=tuple(
            _prompt(file, (*here, "prompts", p, "kind"), prompt)
            for p, prompt in enumerate(table.prompts)
        ),
        steps=tuple(_step(step) for step in table.steps),
    )


def _statement(table: _StatementTable) -> Statement:
    anchors = sorted((int(point), text) for point, text in table.anchors.items())
    return Statement(table.id, table.word, table.text, tuple(anchors))


def _prompt(file: TomlFile, keys: Keys, table: _PromptTable) -> Prompt:
    return Prompt(choice(file, keys, PromptKind, table.kind), table.text, tuple(table.leans_on))


def _step(table: _StepTable) -> NextStep:
    return NextStep(
        id=table.id,
        when=StepWhen(table.when),
        title=table.title,
        how=table.how,
        first_move=table.first_move,
        sign=table.sign,
        leans_on=tuple(table.leans_on),
    )
