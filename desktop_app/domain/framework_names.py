"""Names on stage and short titles for a framework that was written before it had any.

Knows no file: frameworks of format 1, kept or read, are completed here and in no other place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from .framework import Action, Framework, NextStep, Statement

MAX_NAME, MAX_NAME_WORDS = 15, 3
"""The most characters and words of a name on stage."""
MAX_SHORT = 38
"""The most characters of a step's short title."""

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_UNKNOWN_LANGUAGE = "und"
_NO_END = frozenset({
    "a", "all", "an", "and", "any", "as", "at", "by", "for", "from", "in", "into", "of", "on",
    "or", "our", "so", "that", "the", "their", "them", "those", "to", "we", "when", "where",
    "who", "with",
})  # fmt: skip
"""Words that a cut text may not end with."""


def is_language(tag: str) -> bool:
    """Return whether a text has the form of a language tag (BCP 47), such as en or cy-GB."""
    return _TAG.fullmatch(tag) is not None


def named(framework: Framework) -> Framework:
    """Return the framework with a name on stage, a short title and a language where one is missing.

    A statement is named by its word where that fits, or else by the first words of its text; no
    name is given twice.
    """
    if _is_named(framework):
        return framework
    actions = [replace(action, name=name) for action, name in _action_names(framework.actions)]
    statements = {s.id: s for s in _named_statements(framework.statements)}
    language = framework.language if is_language(framework.language) else _UNKNOWN_LANGUAGE
    return replace(
        framework,
        language=language,
        actions=tuple(_completed(action, statements) for action in actions),
    )


def _is_named(framework: Framework) -> bool:
    actions = framework.actions
    statements = (s for action in actions for s in (action.quick, *action.statements))
    names = (*(action.name for action in actions), *(s.name for s in statements))
    return all(names) and all(step.short for action in actions for step in action.steps)


def _completed(action: Action, statements: dict[str, Statement]) -> Action:
    quick = replace(action.quick, name=action.quick.name or action.name)
    voted_at_once = action.statements == (action.quick,)
    kept = (quick,) if voted_at_once else tuple(statements[s.id] for s in action.statements)
    steps = tuple(_shortened(step) for step in action.steps)
    return replace(action, quick=quick, statements=kept, steps=steps)


def _shortened(step: NextStep) -> NextStep:
    return step if step.short else replace(step, short=cut(step.title, MAX_SHORT))


def _action_names(actions: Iterable[Action]) -> Iterator[tuple[Action, str]]:
    taken: set[str] = set()
    for action in actions:
        name = action.name or _free(_cut_name(action.short_title or action.title), taken)
        taken.add(name)
        yield action, name


def _named_statements(statements: Iterable[Statement]) -> Iterator[Statement]:
    taken: set[str] = set()
    for statement in statements:
        name = statement.name or _free(_name_of(statement), taken)
        taken.add(name)
        yield replace(statement, name=name)


def _name_of(statement: Statement) -> str:
    fits = len(statement.word) <= MAX_NAME and len(statement.word.split()) <= MAX_NAME_WORDS
    return _cut_name(statement.word if fits and statement.word else statement.text)


def _cut_name(text: str) -> str:
    name = cut(text, MAX_NAME, MAX_NAME_WORDS)
    return name[:1].upper() + name[1:]


def cut(text: str, limit: int, most_words: int = MAX_SHORT) -> str:
    """Return the first words of a text that fit; a part of the first word where none does."""
    if len(text) <= limit and len(text.split()) <= most_words:
        return text
    words = text.split()[:most_words]
    while words and (len(" ".join(words)) > limit or words[-1].casefold() in _NO_END):
        words.pop()
    return " ".join(words).rstrip(",;:") or text[: limit - 1].rstrip() + "…"


def _free(name: str, taken: set[str]) -> str:
    """Return the name, with a number where another has it already."""
    if name and name not in taken:
        return name
    for number in count(2):
        tail = f" {number}"
        other = name[: MAX_NAME - len(tail)].rstrip() + tail if name else f"{number - 1}"
        if other not in taken:
            return other
    raise AssertionError("numbers do not end")
