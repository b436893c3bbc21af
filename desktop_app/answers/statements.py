"""Which statement a text names: by its own words, its id or its name, or nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import cached_property

from desktop_app.domain.framework import Framework

from .folding import folded, without_number

NEAR = 0.82
"""So alike, of 1, are two texts of which one is proposed for the other."""
CLEARER = 0.05
"""By so much the nearest must be nearer than the next."""
CUT = 12
"""A text of so many characters may be one that a tool has cut off."""
MOST_COMPARED = 1_000
"""So many different texts of a file are held against the statements, as each takes its time."""
LONGEST = 400
WORDY = 15
"""A statement of so many characters and more is known within a whole question."""
_BRACKET = re.compile(r"\[([^\[\]]+)\]\s*$")
_DASH = re.compile(r"\s[-–—>|:]\s")
_PLACE = re.compile(
    r"^(?:(?:\w{1,20}[\s_.-]*)?\[\s*|\w{1,20}_)?(?:q|s|sq|item|statement|question|frage|cwestiwn)?"
    r"[\s_.-]*0*(\d{1,3})\]?$"
)
_NOT_ANSWERS = re.compile(r"^(?:points|feedback)\s+-\s", re.IGNORECASE)


class Why(Enum):
    """How a text was known."""

    TEXT = "text"
    ID = "id"
    NAME = "name"
    WITHIN = "within"
    NEARLY = "nearly"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Match:
    """The statement that a text names; only proposed where `why` is NEARLY or ORDER."""

    statement_id: str
    why: Why


@dataclass(frozen=True)
class StatementNames:
    """What the statements of a framework are called in files."""

    framework: Framework

    @cached_property
    def _known(self) -> dict[str, Match]:
        statements = self.framework.statements
        names: dict[str, Match] = {}
        # What is beyond doubt comes last, and takes the place of another statement's name.
        called = [(Why.NAME, one.name, one.id) for one in statements]
        called += [(Why.ID, one.id, one.id) for one in statements]
        called += [(Why.TEXT, one.text, one.id) for one in statements]
        for why, text, statement_id in called:
            if folded(text):
                names[folded(text)] = Match(statement_id, why)
        return names

    def sure(self, text: str) -> Match | None:
        """Return the statement that a text names beyond doubt."""
        if text not in self._sure:
            self._sure[text] = self._read(text)
        return self._sure[text]

    @cached_property
    def _sure(self) -> dict[str, Match | None]:
        return {}

    def _read(self, text: str) -> Match | None:
        read = [*_ways_to_read(text)]
        known = next((self._known[c] for c in read if c in self._known), None)
        return known or (self._within(read[0]) if read else None)

    def _within(self, read: str) -> Match | None:
        """Return the one statement whose words stand whole in a question."""
        if len(read) <= self._shortest:
            return None
        found = [(text, key) for text, key in self._wordy if text in read]
        whole = [
            key
            for text, key in found
            if not any(text in more and text != more for more, _ in found)
        ]
        return Match(whole[0], Why.WITHIN) if len(whole) == 1 else None

    @cached_property
    def _wordy(self) -> list[tuple[str, str]]:
        texts = ((folded(one.text), one.id) for one in self.framework.statements)
        return [(text, key) for text, key in texts if len(text) >= WORDY and " " in text]

    @cached_property
    def _shortest(self) -> int:
        return min((len(text) for text, _ in self._wordy), default=10**6)

    def near(self, text: str) -> Match | None:
        """Return the statement that a text nearly names: cut off, or a little reworded."""
        if text not in self._compared:
            if len(self._compared) >= MOST_COMPARED or len(text) > LONGEST:
                return None
            self._compared[text] = self._near(text)
        return self._compared[text]

    @cached_property
    def _compared(self) -> dict[str, Match | None]:
        return {}

    def _near(self, text: str) -> Match | None:
        for read in _ways_to_read(text):
            if len(read) >= CUT and (found := self._nearest(read)):
                return Match(found, Why.NEARLY)
        return None

    def _nearest(self, read: str) -> str:
        scores: list[tuple[float, str]] = []
        for one in self.framework.statements:
            text = folded(one.text)
            cut_off = text.startswith(read.rstrip(". ")) and len(read) >= CUT
            scores.append((1.0 if cut_off else _alike(read, text), one.id))
        scores.sort(reverse=True)
        next_best = scores[1][0] if len(scores) > 1 else 0.0
        score, found = scores[0]
        return found if score >= NEAR and score - next_best >= CLEARER else ""

    def place(self, text: str) -> int | None:
        """Return the place, from 1, where a text is only a number: "Q3", "Statement 3"."""
        found = _PLACE.match(folded(text))
        return int(found[1]) if found and 1 <= int(found[1]) <= len(self._ids) else None

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.framework.statements)


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return 0.0
    return matcher.ratio()


def _ways_to_read(text: str) -> Iterator[str]:
    """Yield the text, what stands in brackets at its end, after a dash, without its number."""
    if _NOT_ANSWERS.match(text):
        return
    texts = [text]
    if found := _BRACKET.search(text):
        texts.append(found[1])
    parts = _DASH.split(text)
    texts += [" - ".join(parts[n:]) for n in range(1, len(parts))][:3]
    for one in texts:
        yield folded(one)
        if (bare := without_number(one)) != one.strip():
            yield folded(bare)
