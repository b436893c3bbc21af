"""Which rating a cell is: a number, a label of the scale, both, a code, or words of a tool."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from desktop_app.domain.framework import CANNOT_SAY, Framework

from .folding import folded

FEW = 3
"""Of fewer codes it cannot be told from which number they count."""
MOST_POINTS = 11
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
        "ddim yn gwybod",
        "ddim yn gwybod eto",
        "ddim yn siŵr",
        "amherthnasol",
        "weiß nicht",
        "weiss nicht",
        "kann ich nicht sagen",
        "ne sait pas",
    }
)
_BLANK = frozenset(
    {
        "na",
        "nan",
        "none",
        "null",
        "-",
        "--",
        "",
        "no answer",
        "not answered",
        "no response",
        "not asked",
        "skipped",
        "prefer not to say",
        "prefer not to answer",
        "dim ateb",
        "keine antwort",
        "keine angabe",
        "sans réponse",
    }
)
_NUMBER = re.compile(r"^(\d{1,3})(?:[.,]0+)?$")
_OUT_OF = re.compile(r"^(\d{1,2})\s*(?:/|of|out of|von)\s*(\d{1,2})$")
_STARS = re.compile(r"^([★⭐]+)[☆✩\ufe0f]*$")
_CODE_AND_WORDS = re.compile(r"^[\[(]\s*([a-z]{0,4}\s?\d{1,2})\s*[\])]\s*(\D.*)$")
_NUMBER_AND_WORDS = re.compile(r"^(\d{1,2})\s*(?:[-:.)=,]\s*|\s)(\D.*)$")
_WORDS_AND_NUMBER = re.compile(r"^(.+?)\s*\(?(\d{1,2})\)?$")
_CODE = re.compile(r"^[a-z]{1,3}[_-]?0*(\d{1,2})$")
CODED = re.compile(r"^[a-z]{0,4}[\s_-]?0*(\d{1,3})$", re.IGNORECASE)
"""A number, or a code with one."""
_SAYS_NOTHING = re.compile(
    r"^(?:i )?(?:can't say|cannot say|don't know|do not know|n/a|not applicable)\b\s*[^\w\s]"
)
_AGREEMENT = (
    ("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"),
    ("strongly disagree", "disagree", "neutral", "agree", "strongly agree"),
    ("strongly disagree", "tend to disagree", "neither agree nor disagree", "tend to agree",
     "strongly agree"),
    ("strongly disagree", "disagree", "neither", "agree", "strongly agree"),
    ("strongly disagree", "disagree", "undecided", "agree", "strongly agree"),
    ("completely disagree", "disagree", "neither agree nor disagree", "agree",
     "completely agree"),
    ("strongly disagree", "disagree", "agree", "strongly agree"),
    ("strongly disagree", "disagree", "somewhat disagree", "neither agree nor disagree",
     "somewhat agree", "agree", "strongly agree"),
    ("anghytuno'n gryf", "anghytuno", "ddim yn cytuno nac yn anghytuno", "cytuno",
     "cytuno'n gryf"),
    ("stimme gar nicht zu", "stimme eher nicht zu", "teils/teils", "stimme eher zu",
     "stimme voll zu"),
)  # fmt: skip
_SCALES = (
    *_AGREEMENT,
    ("never", "rarely", "sometimes", "often", "always"),
    ("never", "seldom", "sometimes", "often", "always"),
    ("not at all", "a little", "somewhat", "mostly", "completely"),
    ("not at all", "slightly", "moderately", "very", "extremely"),
    ("very poor", "poor", "fair", "good", "very good"),
    ("very poor", "poor", "fair", "good", "excellent"),
)
"""What tools offer ready made; proposed, and never taken without being asked."""


_OF_SCALES = frozenset(folded(word) for words in _SCALES for word in words)


def is_of_a_scale(text: str) -> bool:
    """Return whether a folded answer is a word of a scale that tools offer, or only a code."""
    return text in _OF_SCALES or text in _CANNOT_SAY or text in _BLANK or bool(CODED.match(text))


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
        if text in _CANNOT_SAY or _SAYS_NOTHING.match(text):
            return CANNOT_SAY
        plain = self._by_number(cell.strip())
        return self._by_words(text) if plain is Odd.UNKNOWN else plain

    def _by_number(self, cell: str) -> Meaning:
        """Return the point of a number alone: "3", "3.0", "3/5", three stars."""
        if found := _NUMBER.match(cell):
            return self._point(found[1])
        if found := _OUT_OF.match(cell.casefold()):
            return self._point(found[1]) if int(found[2]) == self._size else Odd.UNKNOWN
        if found := _STARS.match(cell):
            return self._point(str(len(found[1])))
        return Odd.UNKNOWN

    def _by_words(self, text: str) -> Meaning:
        """Return the point of a code, or of a number with words."""
        if found := _CODE.match(text):
            return self._point(found[1])
        if found := _CODE_AND_WORDS.match(text):
            return self._agreed(re.sub(r"\D", "", found[1]), found[2])
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
        return point if 1 <= point <= self._size else Odd.UNKNOWN

    def _agreed(self, digits: str, words: str) -> Meaning:
        """Return the point of a number with words, unless they are the words of another."""
        point, text = self._point(digits), folded(words)
        labelled = self._labels.get(text, self._agreement.get(text, point))
        return point if labelled == point else Odd.UNKNOWN

    @property
    def _size(self) -> int:
        return self.framework.scale.size

    @cached_property
    def _agreement(self) -> dict[str, int]:
        """Return the words of agreement, where the scale has as many points."""
        scales = [words for words in _AGREEMENT if len(words) == self._size]
        return {word: n for words in scales for n, word in enumerate(words, 1)}

    def of_another_scale(self, cells: Collection[str]) -> frozenset[str]:
        """Return the codes among answers that count otherwise than this scale does: to be asked.

        As many points from another number on (0 to 4, 11 to 15), or more points (1 to 7, 1 to 10).
        """
        coded = ((cell, CODED.match(folded(cell[:LONGEST]))) for cell in cells)
        codes = {cell: int(found[1]) for cell, found in coded if found}
        codes = {cell: n for cell, n in codes.items() if folded(cell) not in self.chosen}
        outside = {code for code in codes.values() if not 1 <= code <= self._size}
        if not outside:
            return frozenset()
        least, most = min(codes.values()), max(codes.values())
        shifted = most - least < self._size and not 1 <= least <= self._size
        longer = len(outside) > 1 and most <= MOST_POINTS
        return frozenset(codes) if shifted or longer else frozenset()

    def proposed(self, unknown: Collection[str]) -> dict[str, int]:
        """Return points for answers on a scale of agreement, by their folded text, to be asked."""
        texts = {folded(one) for one in unknown}
        for words in _SCALES:
            if len(words) == self._size and len(texts & set(words)) >= 2:
                return {word: n for n, word in enumerate(words, 1) if word in texts}
        return self._by_codes(texts)

    def _by_codes(self, texts: Collection[str]) -> dict[str, int]:
        """Return points for codes that count from another number: 0 to 4, 11 to 15."""
        codes = {text: int(found[1]) for text in texts if (found := CODED.match(text))}
        least, most = min(codes.values(), default=1), max(codes.values(), default=1)
        if len(codes) < FEW or 1 <= least <= self._size or most - least >= self._size:
            return {}
        return {text: code - least + 1 for text, code in codes.items()}
