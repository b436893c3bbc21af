"""A framework as the text of its TOML file, laid out for people; the format is framework_file's.

Must not know files, workshops or the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import tomli_w

from desktop_app.domain.framework import Action, Framework, NextStep, Prompt, Scale, Statement

Table = tuple[str, Mapping[str, Any]]
"""The line that begins a table, and its fields in order."""

_HEAD = """\
# A framework for Roundtable. Edit its texts here or in Roundtable, and give it a new version
# before you use it, so that results are never compared over different words.
"""


FORMAT = 2
"""The format that frameworks are written in."""


def framework_text(framework: Framework) -> str:
    """Return the text: one field on a line, one empty line between tables."""
    return "\n".join([_HEAD, *(_written(table) for table in _tables(framework))])


def _tables(framework: Framework) -> Iterator[Table]:
    yield "", {"format": FORMAT}
    names = ("id", "version", "language", "title", "status", "stem", "leaders_means")
    yield "", _fields(framework, *names)
    yield from _scale(framework.scale)
    for action in framework.actions:
        yield from _action(action)
    for source in framework.sources:
        yield "[[sources]]", _fields(source, "key", "citation", "title", "says")


def _scale(scale: Scale) -> Iterator[Table]:
    yield "[scale]", _fields(scale, "cannot_say_label", "cannot_say_description")
    for point in scale.points:
        yield "[[scale.points]]", _fields(point, "value", "label", "description")


def _action(action: Action) -> Iterator[Table]:
    named = _fields(action, "id", "title", "short_title", "name")
    yield "[[actions]]", named | {"quick": action.quick.text}
    yield from (("[[actions.statements]]", _statement(s)) for s in action.statements)
    yield from (("[[actions.prompts]]", _prompt(p)) for p in action.prompts)
    yield from (("[[actions.steps]]", _step(s)) for s in action.steps)


def _statement(statement: Statement) -> dict[str, Any]:
    anchors = {f"anchors.{point}": text for point, text in statement.anchors}
    return _fields(statement, "id", "name", "word", "text") | anchors


def _prompt(prompt: Prompt) -> dict[str, Any]:
    said = {"kind": prompt.kind.value, "text": prompt.text}
    return said | ({"leans_on": prompt.leans_on} if prompt.leans_on else {})


def _step(step: NextStep) -> dict[str, Any]:
    named = {"id": step.id, "when": step.when.value}
    served = {"serves": step.serves} if step.serves else {}
    said = _fields(step, "title", "short", "how", "first_move", "sign", "leans_on")
    return named | served | said


def _fields(source: object, *names: str) -> dict[str, Any]:
    return {name: getattr(source, name) for name in names}


def _written(table: Table) -> str:
    head, fields = table
    lines = [head] if head else []
    lines += [f"{name} = {_value(value)}" for name, value in fields.items()]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{_listed(value)}]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")


def _listed(values: Iterable[object]) -> str:
    return ", ".join(_value(value) for value in values)
