"""Texts that are said later: marked for the catalogues here, translated where they are shown.

The domain must not know any language, so it keeps a text as its English template with {named}
places. `words.speech` says it in the language of whoever reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import NamedTuple

LONGEST = 300
"""The most characters of a sentence about a problem."""
_CUTS = (LONGEST, 200, 120, 80, 60, 40, 20)
"""How much stays of each value where a sentence is too long, tried one after another."""
_END = re.compile(r"(?<=[.!?])(\s+)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A whole message that nobody has said yet.

    `template`: English, with {named} places that `fields` fill; a field may be a phrase itself.
    `plural` and `n`: the template for other numbers than one, and the number; "" where the
    message has no number to agree with.
    """

    template: str
    plural: str = ""
    n: int = 1
    fields: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return filled(self)


Template = Callable[[Phrase], str]
"""Gives a phrase's message in some language, its places unfilled."""


def english(one: Phrase) -> str:
    """Return a phrase's own message, its places unfilled."""
    return one.plural if one.plural and one.n != 1 else one.template


def filled(one: Phrase, template: Template = english) -> str:
    """Return a phrase's message with its places filled, phrases among them too."""
    return _with_values(template(one), one.fields, template)


def in_short(one: Phrase, template: Template = english) -> str:
    """Return a phrase's message as `filled` does, no sentence of it over LONGEST characters.

    What it quotes stays on its line. It is cut, and says so by an ellipsis, until the whole is as
    short; its own words stay. A path is cut only where its sentence alone is too long, as a person
    looks it up by it.
    """
    for most in _CUTS:
        text = _with_values(template(one), one.fields, template, _Most(most, None))
        if len(text) <= LONGEST:
            return text
    parts = _END.split(template(one))
    return "".join(_part_in_short(part, one.fields, template) for part in parts)


def shortened(text: str, most: int) -> str:
    """Return a text, or its first `most` characters and an ellipsis."""
    return f"{text[:most]}…" if len(text) > most else text


class _Most(NamedTuple):
    """How many characters stay of a value, and of a path; None for all."""

    characters: int
    of_path: int | None

    def of(self, value: object) -> object:
        """Return what stays of a value, on one line."""
        from .plain_text import quotable  # noqa: PLC0415 - no problem is told before first paint

        is_path, text = isinstance(value, PurePath), quotable(str(value))
        most = self.of_path if is_path else self.characters
        if most is None or len(text) <= most:
            return text
        if is_path:  # it ends in what tells it from others
            return f"{text[: most // 3]}…{text[most // 3 - most :]}"
        return shortened(text, most)


def _part_in_short(part: str, fields: Mapping[str, object], template: Template) -> str:
    text = part
    for most in _CUTS:
        text = _with_values(part, fields, template, _Most(most, most))
        if len(text) <= LONGEST:
            return text
    return shortened(text, LONGEST - 1)


def _with_values(
    message: str, fields: Mapping[str, object], template: Template, most: _Most | None = None
) -> str:
    if not fields:
        return message
    return message.format(**{n: _value(v, template, most) for n, v in fields.items()})


def _value(value: object, template: Template, most: _Most | None) -> object:
    inner = getattr(value, "phrase", value)  # an error brings one along
    if isinstance(inner, Phrase):
        return _with_values(template(inner), inner.fields, template, most)
    return value if most is None else most.of(value)


def to_say(text: str) -> str:
    """Mark a text of a table, so that the catalogues hold it; return it as it is."""
    return text


def phrase(template: str, /, **fields: object) -> Phrase:
    """Return a message to be said later."""
    return Phrase(template, fields=fields)


def count_phrase(one: str, many: str, n: int, /, **fields: object) -> Phrase:
    """Return a message to be said later that agrees with a number, which fills {n}."""
    return Phrase(one, many, n, {"n": n, **fields})
