"""The door to a workshop's language: whatever makes a scene enters it here, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.language import speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What every scene has: the tag of the language it was asked to speak."""

    language: str = "en"


P = ParamSpec("P")
S = TypeVar("S", bound=Spoken)
Maker = Callable[Concatenate[WorkshopRecord, P], S]


def in_the_workshops_language(make: Maker[P, S]) -> Maker[P, S]:
    """Return a maker of scenes that speaks its workshop's language, and says so in the scene."""

    @wraps(make)
    def made(record: WorkshopRecord, /, *args: P.args, **kwargs: P.kwargs) -> S:
        language = record.workshop.language
        with speaking(language):
            scene = make(record, *args, **kwargs)
        return scene if scene.language == language else replace(scene, language=language)

    return made
