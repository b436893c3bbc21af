"""What tables joined into one workshop leave behind, in words."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.analysis.joining import Lack, Left
from desktop_app.domain.framework import Framework
from desktop_app.domain.texts import Phrase, phrase

_Told = Callable[[str, str], Phrase]


def left_words(left: Left, framework: Framework) -> Phrase:
    """Return one sentence on what a table, or all of them, left behind."""
    names = {statement.id: statement.name or statement.word for statement in framework.statements}
    told = ", ".join(names.get(key, key) for key in left.statements)
    return _TOLD[left.lack](left.table, told)


def _too_few(table: str, told: str) -> Phrase:
    return phrase(
        "“{table}” had too few ratings to be shown on: {statements}. They are not added.",
        table=table,
        statements=told,
    )


def _not_rated(table: str, told: str) -> Phrase:
    return phrase("“{table}” did not rate: {statements}.", table=table, statements=told)


def _not_all_again(_table: str, told: str) -> Phrase:
    return phrase(
        "Only some tables voted again on: {statements}. The first votes are added.",
        statements=told,
    )


def _partners(_table: str, told: str) -> Phrase:
    return phrase("Not told by partner for all tables together: {statements}.", statements=told)


def _before(_table: str, _told: str) -> Phrase:
    return phrase(
        "The tables brought different answers from before the day along. They are not added."
    )


def _dots(table: str, _told: str) -> Phrase:
    return phrase(
        "“{table}” has no dots that can be added: none, too few to be shown, or another number"
        " for each person.",
        table=table,
    )


def _fist(table: str, _told: str) -> Phrase:
    return phrase("“{table}” had too few hands in the fist to five to be shown.", table=table)


def _progress(_table: str, _told: str) -> Phrase:
    return phrase(
        "The tables follow different workshops, or say different things of what became of their"
        " steps. Where they differ, nothing is kept of it."
    )


_TOLD: dict[Lack, _Told] = {
    Lack.TOO_FEW: _too_few,
    Lack.NOT_RATED: _not_rated,
    Lack.NOT_ALL_AGAIN: _not_all_again,
    Lack.PARTNERS: _partners,
    Lack.BEFORE: _before,
    Lack.DOTS: _dots,
    Lack.FIST: _fist,
    Lack.PROGRESS: _progress,
}
