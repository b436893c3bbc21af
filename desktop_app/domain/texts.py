"""Texts that are said later: marked for the catalogues here, translated where they are shown.

The domain must not know any language, so it keeps a text as its English template with {named}
places. `words.speech` says it in the language of whoever reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field


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
        template = self.plural if self.plural and self.n != 1 else self.template
        return template.format(**self.fields) if self.fields else template


def to_say(text: str) -> str:
    """Mark a text of a table, so that the catalogues hold it; return it as it is."""
    return text


def phrase(template: str, /, **fields: object) -> Phrase:
    """Return a message to be said later."""
    return Phrase(template, fields=fields)


def count_phrase(one: str, many: str, n: int, /, **fields: object) -> Phrase:
    """Return a message to be said later that agrees with a number, which fills {n}."""
    return Phrase(one, many, n, {"n": n, **fields})
