"""A result that is remembered is that of the very same values, and of no others."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.framework_versions import fingerprint
from desktop_app.domain.remembered import remembered
from tests.unit.builders import make_workshop


def test_the_same_values_are_worked_out_once_and_equal_ones_anew() -> None:
    asked: list[tuple[str, ...]] = []

    @remembered
    def joined(words: tuple[str, ...], end: str) -> str:
        asked.append(words)
        return " ".join(words) + end

    first, equal = ("a", "b"), tuple("ab")
    assert [joined(first, "."), joined(first, "."), joined(first, "!")] == ["a b.", "a b.", "a b!"]
    assert joined(equal, ".") == "a b."
    assert len(asked) == 3
    assert joined(first, end=".") == "a b."
    assert len(asked) == 4


def test_only_the_last_few_are_kept() -> None:
    asked: list[str] = []

    @remembered
    def shouted(word: tuple[str]) -> str:
        asked.append(word[0])
        return word[0].upper()

    words = [(str(number),) for number in range(9)]
    for word in (*words, *words):
        assert shouted(word) == word[0].upper()
    assert len(asked) == 18


def test_a_changed_agenda_or_framework_is_never_answered_from_before() -> None:
    workshop = make_workshop()
    whole = workshop.steps
    assert workshop.steps is whole
    statement = next(step for step in whole if step.subject == "T1")
    shorter = replace(workshop, agenda=(AgendaItem(statement.key, 0, left_out=True),))
    assert statement not in shorter.steps
    assert workshop.steps is whole
    renamed = replace(workshop.framework, title="Another")
    assert fingerprint(renamed) != fingerprint(workshop.framework)
