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
    "who", "with", "every", "enough",
})  # fmt: skip
"""Words that a cut text may not end with."""


def is_language(tag: str) -> bool:
    """Return whether a text has the form of a language tag (BCP 47), such as en or cy-GB."""
    return _TAG.fullmatch(tag) is not None


def named(framework: Framework) -> Framework:
    """Return the framework with a name on stage, a short title and a language where one is missing.

    A statement is named by its word, where that fits and is more than a part of its action's
    title ("mutual" of "Build mutual trust" tells nobody anything), or else by the first words of
    its text; no name is given twice.
    """
    if _is_named(framework):
        return framework
    actions = [replace(action, name=name) for action, name in _action_names(framework.actions)]
    statements = {s.id: s for s in _named_statements(framework.actions)}
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
    taken = _Names()
    for action in actions:
        name = action.name or taken.free(_cut_name(action.short_title or action.title))
        taken.add(name)
        yield action, name


def _named_statements(actions: Iterable[Action]) -> Iterator[Statement]:
    taken = _Names()
    for action in actions:
        title = _words(f"{action.title} {action.short_title}")
        for statement in action.statements:
            name = statement.name or taken.free(_name_of(statement, title))
            taken.add(name)
            yield replace(statement, name=name)


def _name_of(statement: Statement, title: set[str]) -> str:
    word = statement.word
    fits = len(word) <= MAX_NAME and len(word.split()) <= MAX_NAME_WORDS
    return _cut_name(word if fits and _words(word) - title else statement.text)


def _words(text: str) -> set[str]:
    return {word.strip(",.;:").casefold() for word in text.split()}


def _cut_name(text: str) -> str:
    """Return the first words that fit; where only one does, the first that carry a meaning."""
    name = cut(text, MAX_NAME, MAX_NAME_WORDS)
    if " " not in name:
        telling = " ".join(word for word in text.split() if word.casefold() not in _NO_END)
        name = cut(telling or text, MAX_NAME, MAX_NAME_WORDS)
    return name[:1].upper() + name[1:]


def cut(text: str, limit: int, most_words: int = MAX_SHORT) -> str:
    """Return the first words of a text that fit; a part of the first word where none does."""
    if len(text) <= limit and len(text.split()) <= most_words:
        return text
    words = text.split()[:most_words]
    while words and (len(_joined(words)) > limit or words[-1].casefold() in _NO_END):
        words.pop()
    return _joined(words) or text[: limit - 1].rstrip() + "…"


def _joined(words: Iterable[str]) -> str:
    return " ".join(words).rstrip(",;:")


class _Names:
    """The names given so far, and from which number on each is free.

    What was tried once is not tried again: a file may give one name ten thousand times.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[tuple[str, int], int] = {}

    def add(self, name: str) -> None:
        """Take a name as given."""
        self._taken.add(name)

    def free(self, name: str) -> str:
        """Return the name, with a number where another has it already."""
        if name and name not in self._taken:
            return name
        numbered = (self._numbered(name, digits) for digits in count(1))
        return next(filter(None, numbered))

    def _numbered(self, name: str, digits: int) -> str:
        """Return the name with the first free number of so many digits, "" where there is none."""
        stem = name[: MAX_NAME - digits - 1].rstrip()
        first = self._next.get((stem, digits), max(2, 10 ** (digits - 1)))
        for number in range(first, 10**digits):
            self._next[stem, digits] = number
            other = f"{stem} {number}" if name else f"{number - 1}"
            if other not in self._taken:
                return other
        return ""
