"""The one way a text reaches a person: said in the language that is spoken now.

Each call holds one plain literal, a whole message with {named} places, so that the catalogues can
be made from the code (`installer/make_messages.py`). Texts that stand in tables or errors are
marked where they stand (`domain.texts`) and said here.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.errors import AppError
from desktop_app.domain.texts import Phrase, filled, in_short

from .language import current


def say(message: str, /, **fields: object) -> str:
    """Return a message in the language spoken now, its places filled."""
    return _filled(current().catalogue.gettext(message), fields)


def say_count(one: str, many: str, n: int, /, **fields: object) -> str:
    """Return a message in the form that agrees with `n`, which fills {n}."""
    return _filled(current().catalogue.ngettext(one, many, n), {"n": n, **fields})


def say_as(context: str, message: str, /, **fields: object) -> str:
    """Return a message that means several things, in the meaning of `context`."""
    return _filled(current().catalogue.pgettext(context, message), fields)


def said(thing: str | Phrase | AppError) -> str:
    """Return a marked text, a phrase or an error's sentence in the language spoken now."""
    if isinstance(thing, AppError):
        return said_in_short(thing.phrase)
    if isinstance(thing, str):
        return current().catalogue.gettext(thing) if thing else ""
    return filled(thing, _template)


def said_in_short(problem: Phrase) -> str:
    """Return what is wrong in the language spoken now, what it quotes cut where it is long."""
    return in_short(problem, _template)


def said_together(sentences: Iterable[Phrase]) -> str:
    """Return sentences one after another, each a whole message."""
    return " ".join(said(sentence) for sentence in sentences)


def said_alone(thing: str | Phrase) -> str:
    """Return a phrase that begins small, to stand after a place's name, as one that begins."""
    text = said(thing)
    return text[:1].upper() + text[1:]


def _template(one: Phrase) -> str:
    catalogue = current().catalogue
    if one.plural:
        return catalogue.ngettext(one.template, one.plural, one.n)
    return catalogue.gettext(one.template)


def _filled(template: str, fields: dict[str, object]) -> str:
    if not fields:
        return template
    return template.format(**{name: _spoken(value) for name, value in fields.items()})


def _spoken(value: object) -> object:
    return said(value) if isinstance(value, Phrase | AppError) else value
