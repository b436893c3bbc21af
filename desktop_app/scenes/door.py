"""The one door through which a scene enters its language: the workshop's, not the console's.

Every function of this package that another room calls for a text is marked here. Within, the texts
are just said, and what is made keeps the language for what is said about it later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar

from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.language import current, language_for, speaking


def _spoken_now() -> str:
    return current().tag


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said in one language: `language`, the one spoken when it was made.

    Two that say the same are equal: where the language matters, the texts differ.
    """

    language: str = field(default_factory=_spoken_now, kw_only=True, compare=False)


About: TypeAlias = WorkshopRecord | Framework | Spoken | str | None
"""What a text is about and takes its language from; a tag is the language itself."""

_A = TypeVar("_A", bound=About)
_P = ParamSpec("_P")
_T = TypeVar("_T")

ENTERED = "enters_the_language"
"""The mark of a function that goes through the door."""


def in_its_language(make: Callable[Concatenate[_A, _P], _T]) -> Callable[Concatenate[_A, _P], _T]:
    """Have a function speak the language of what it is given first."""

    @wraps(make)
    def made(about: _A, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        tag = _language_of(about)
        if language_for(tag) is current():
            return make(about, *args, **kwargs)
        with speaking(tag):
            return make(about, *args, **kwargs)

    setattr(made, ENTERED, True)
    return made


def _language_of(about: About) -> str:
    if about is None:
        return _spoken_now()
    if isinstance(about, str):
        return about
    return about.workshop.language if isinstance(about, WorkshopRecord) else about.language
