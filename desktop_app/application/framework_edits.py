"""Changes to a framework as the editor makes them: values in, values out, nothing is kept here.

Places are those of domain/framework_rules.py. What comes out may be incomplete; its rules say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from desktop_app.domain.framework import (
    MAX_POINTS,
    MIN_POINTS,
    Action,
    Framework,
    NextStep,
    Prompt,
    PromptKind,
    ScalePoint,
    Source,
    Statement,
    StepWhen,
)
from desktop_app.domain.framework_rules import Place


def value_at(framework: Framework, place: Place) -> Any:
    """Return what stands at a place; "" for an anchor that is not there."""
    here: Any = framework
    for depth, key in enumerate(place):
        if key == "quick":
            return here.quick.text
        if key == "anchors" and depth + 1 < len(place):
            return dict(here.anchors).get(place[depth + 1], "")
        here = getattr(here, key) if isinstance(key, str) else here[key]
    return here


def put(framework: Framework, place: Place, value: object) -> Framework:
    """Return the framework with another value at a place; an empty anchor is taken out."""
    changed: Framework = _put(framework, place, value)
    return changed


def _put(here: Any, place: Place, value: object) -> Any:
    if not place:
        return value
    key, rest = place[0], place[1:]
    if isinstance(key, int):
        return (*here[:key], _put(here[key], rest, value), *here[key + 1 :])
    if key == "quick":
        return replace(here, quick=replace(here.quick, text=value))
    if key == "anchors" and rest:
        anchors = {**dict(here.anchors), rest[0]: value}
        kept = tuple(sorted((point, text) for point, text in anchors.items() if text))
        return replace(here, anchors=kept)
    return replace(here, **{key: _put(getattr(here, key), rest, value)})


# -- entries of lists -----------------------------------------------------------------------


def add(framework: Framework, group: Place) -> tuple[Framework, Place]:
    """Add an empty entry at the end of a list; return the framework and the entry's place."""
    entries = value_at(framework, group)
    made = _new_entry(framework, group)
    return put(framework, group, (*entries, made)), (*group, len(entries))


def add_step(framework: Framework, action: Place, when: StepWhen) -> tuple[Framework, Place]:
    """Add an empty next step for a situation, after the last one for it."""
    group = (*action, "steps")
    steps: tuple[NextStep, ...] = value_at(framework, group)
    step = replace(_new_step(framework, value_at(framework, action)), when=when)
    at = max((i + 1 for i, each in enumerate(steps) if each.when is when), default=len(steps))
    return put(framework, group, (*steps[:at], step, *steps[at:])), (*group, at)


def remove(framework: Framework, place: Place) -> Framework:
    """Take an entry out; what leans on a source, or serves a statement, does so no more.

    A step that served this statement only keeps saying so: it does not come to serve the whole
    action unasked, and the rules of a framework tell that its statement is gone.
    """
    group, index = _entry(place)
    entries = value_at(framework, group)
    rest = put(framework, group, (*entries[:index], *entries[index + 1 :]))
    if group == ("sources",):
        return _forget_source(rest, entries[index].key)
    if group[-1] == "statements":
        return _forget_statement(rest, group[:-1], entries[index].id)
    return rest


def move(framework: Framework, place: Place, by: int) -> tuple[Framework, Place]:
    """Move an entry up (-1) or down (1) in its list; at an end it stays."""
    group, index = _entry(place)
    entries = list(value_at(framework, group))
    to = min(max(index + by, 0), len(entries) - 1)
    entries.insert(to, entries.pop(index))
    return put(framework, group, tuple(entries)), (*group, to)


def _entry(place: Place) -> tuple[Place, int]:
    index = place[-1]
    if not isinstance(index, int):
        raise TypeError(f"no entry of a list: {place}")
    return place[:-1], index


def _forget_source(framework: Framework, key: str) -> Framework:
    actions = tuple(
        replace(
            action,
            prompts=tuple(_without(prompt, key) for prompt in action.prompts),
            steps=tuple(_without(step, key) for step in action.steps),
        )
        for action in framework.actions
    )
    return replace(framework, actions=actions)


def _forget_statement(framework: Framework, action: Place, gone: str) -> Framework:
    steps: tuple[NextStep, ...] = value_at(framework, (*action, "steps"))
    kept = tuple(
        replace(step, serves=tuple(name for name in step.serves if name != gone) or step.serves)
        for step in steps
    )
    return put(framework, (*action, "steps"), kept)


def _without(entry: Any, key: str) -> Any:
    if key not in entry.leans_on:
        return entry
    return replace(entry, leans_on=tuple(k for k in entry.leans_on if k != key))


# -- the scale ------------------------------------------------------------------------------


def with_points(framework: Framework, points: int) -> Framework:
    """Return the framework on a scale of 3 to 7 points; the highest go, or empty ones come.

    Anchors at points that go are taken out.
    """
    points = min(max(points, MIN_POINTS), MAX_POINTS)
    kept = framework.scale.points[:points]
    new = tuple(ScalePoint(value, "", "") for value in range(len(kept) + 1, points + 1))
    scale = replace(framework.scale, points=(*kept, *new))
    actions = tuple(
        replace(a, statements=tuple(_anchored(s, points) for s in a.statements))
        for a in framework.actions
    )
    return replace(framework, scale=scale, actions=actions)


def _anchored(statement: Statement, points: int) -> Statement:
    kept = tuple((point, text) for point, text in statement.anchors if point <= points)
    return statement if kept == statement.anchors else replace(statement, anchors=kept)


# -- new entries ----------------------------------------------------------------------------


def _new_entry(framework: Framework, group: Place) -> object:
    if group == ("actions",):
        return _new_action(framework)
    if group == ("sources",):
        return Source(_free("source-{}", {s.key: None for s in framework.sources}), "", "", "")
    action = value_at(framework, group[:-1])
    if group[-1] == "statements":
        return Statement(_free(action.id + "{}", _votes(framework)), "", "")
    if group[-1] == "prompts":
        return Prompt(PromptKind.HAPPENED, "")
    return _new_step(framework, action)


def _new_action(framework: Framework) -> Action:
    """Return an empty action with one statement and one step for each situation."""
    votes = _votes(framework)
    name = _free("X{}", votes)
    first = _free(name + "-{}", {**votes, name: None})
    steps: tuple[NextStep, ...] = ()
    action = Action(name, "", "", (Statement(first, "", ""),), Statement(name, "", ""), (), ())
    for when in StepWhen:
        taken = {**_steps(framework), **{step.id: None for step in steps}}
        steps = (*steps, _empty_step(_free(name + "-N{}", taken), when))
    return replace(action, steps=steps)


def _new_step(framework: Framework, action: Action) -> NextStep:
    return _empty_step(_free(action.id + "-N{}", _steps(framework)), StepWhen.LOW)


def _empty_step(name: str, when: StepWhen) -> NextStep:
    return NextStep(name, when, "", "", "", "", ())


def _votes(framework: Framework) -> dict[str, None]:
    names = (name for a in framework.actions for name in (a.id, *(s.id for s in a.statements)))
    return dict.fromkeys(names)


def _steps(framework: Framework) -> dict[str, None]:
    return dict.fromkeys(step.id for action in framework.actions for step in action.steps)


def _free(pattern: str, taken: Mapping[str, object]) -> str:
    """Return the first id of a pattern that is not taken; a long pattern is cut to fit."""
    for number in count(1):
        tail = pattern.format(number)
        name = tail[-40:]
        if name not in taken:
            return name
    raise AssertionError("numbers do not end")
