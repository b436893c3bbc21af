"""Which rating a cell is: a number, a label of the scale, both, a code, or words of a tool."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from desktop_app.domain.framework import CANNOT_SAY, Framework

from .folding import folded

LONGEST = 200
"""No answer on a scale is longer; whatever is stays a text that nobody understands."""


class Odd(Enum):
    """What a cell is besides a point."""

    BLANK = "blank"
    UNKNOWN = "unknown"


Meaning = int | Odd
"""A point from 1 to K, CANNOT_SAY, or what else a cell is."""

_CANNOT_SAY = frozenset(
    {
        "can't say",
        "cannot say",
        "cant say",
        "i can't say",
        "don't know",
        "dont know",
        "do not know",
        "i don't know",
        "not sure",
        "unsure",
        "n/a",
        "n.a",
        "not applicable",
        "no opinion",
    }
)
_BLANK = frozenset(("na", "nan", "null", "-", "--", "", "no answer", "not answered", "skipped"))
_NUMBER = re.compile(r"^(\d{1,3})(?:[.,]0+)?$")
_NUMBER_AND_WORDS = re.compile(r"^(\d{1,2})\s*(?:[-:.)=,]\s*|\s)(\D.*)$")
_WORDS_AND_NUMBER = re.compile(r"^(.+?)\s*\(?(\d{1,2})\)?$")
_CODE = re.compile(r"^[a-z]{1,4}[\s_-]?0*(\d{1,2})$")
_AGREEMENT = (
    ("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"),
    ("strongly disagree", "disagree", "neutral", "agree", "strongly agree"),
)


@dataclass(frozen=True)
class RatingWords:
    """What answers for a framework's scale are written like.

    `chosen`: what somebody decided an answer is, by its folded text; None for not answered.
    """

    framework: Framework
    chosen: Mapping[str, int | None]

    @cached_property
    def _labels(self) -> dict[str, int]:
        scale = self.framework.scale
        labels = {folded(point.label): point.value for point in scale.points}
        return labels | {folded(scale.cannot_say_label): CANNOT_SAY}

    @cached_property
    def _kept(self) -> dict[str, Meaning]:
        return {}

    def meaning(self, cell: str) -> Meaning:
        """Return the rating in a cell."""
        found = self._kept.get(cell)
        if found is None:
            found = self._kept[cell] = self._read(cell)
        return found

    def _read(self, cell: str) -> Meaning:
        text = folded(cell[:LONGEST])
        if text in self.chosen:
            point = self.chosen[text]
            return Odd.BLANK if point is None else point
        if text in self._labels:
            return self._labels[text]
        if not text or text in _BLANK:
            return Odd.BLANK
        if text in _CANNOT_SAY:
            return CANNOT_SAY
        return self._by_number(cell.strip(), text)

    def _by_number(self, cell: str, text: str) -> Meaning:
        if found := _NUMBER.match(cell):
            return self._point(found[1])
        if found := _CODE.match(text):
            return self._point(found[1])
        if found := _NUMBER_AND_WORDS.match(text):
            return self._agreed(found[1], found[2])
        if found := _WORDS_AND_NUMBER.match(text):
            words = found[1].rstrip("( ")
            return self._agreed(found[2], words) if words in self._labels else Odd.UNKNOWN
        return Odd.UNKNOWN

    def _point(self, digits: str) -> Meaning:
        if not digits.isascii():
            return Odd.UNKNOWN
        point = int(digits)
        return point if 1 <= point <= self.framework.scale.size else Odd.UNKNOWN

    def _agreed(self, digits: str, words: str) -> Meaning:
        """Return the point of a number with words, unless they are the label of another."""
        point = self._point(digits)
        labelled = self._labels.get(folded(words), point)
        return point if labelled == point else Odd.UNKNOWN

    def proposed(self, unknown: Collection[str]) -> dict[str, int]:
        """Return points for answers on a scale of agreement, by their folded text, to be asked."""
        texts = {folded(one) for one in unknown}
        size = self.framework.scale.size
        for words in _AGREEMENT:
            if len(words) == size and len(texts & set(words)) >= 2:
                return {word: n for n, word in enumerate(words, 1) if word in texts}
        return {}
