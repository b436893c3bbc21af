"""Which language each sort of text in a document is in, so that whoever reads it aloud knows."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.workshop import Workshop
from desktop_app.words.language import current


@dataclass(frozen=True, slots=True)
class Tongues:
    """BCP 47 tags: of our own sentences, of the framework's texts, of what people wrote.

    The last two are "" where their texts need no other tag than the document's.
    """

    spoken: str
    framework: str = ""
    people: str = ""


def language_of(workshop: Workshop) -> str:
    """Return the language of a workshop, which its scenes and documents speak where they can."""
    return workshop.language


def tongues_of(workshop: Workshop) -> Tongues:
    """Return the languages of a document of a workshop that is made now."""
    spoken = current().tag
    return Tongues(
        spoken,
        _other(workshop.framework.language, spoken),
        _other(language_of(workshop), spoken),
    )


def _other(tag: str, spoken: str) -> str:
    """Return a tag where it names another language; "en" takes in "en-GB" and the other way."""
    wide, narrow = sorted((tag.casefold(), spoken.casefold()), key=len)
    return "" if f"{narrow}-".startswith(f"{wide}-") else tag
