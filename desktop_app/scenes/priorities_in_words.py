"""Scenes of the dots in words, for screen readers; says nothing that the stage does not show."""

from __future__ import annotations

from .priority_scenes import DotsOpen, DotsShown, ImportanceBesideLevel, Priorities


def priorities_in_words(
    scene: DotsShown | DotsOpen | Priorities | ImportanceBesideLevel,
) -> tuple[str, ...]:
    """Return a scene's parts; an open vote says neither how many are in nor what is placed."""
    match scene:
        case DotsShown() | DotsOpen():
            cards = (f"{card.point} {card.label}" for card in scene.cards)
            return (scene.kicker, *cards, scene.footer)
        case Priorities():
            rows = (f"{row.label}: {row.words}" for row in scene.rows)
            return (scene.kicker, *rows, scene.note, scene.footer)
        case ImportanceBesideLevel():
            lines = (f"{row.number} {row.label}: {row.words}" for row in scene.rows)
            return (scene.kicker, *lines, scene.warning, scene.footer)


def fist_in_words(fist: tuple[int, ...]) -> tuple[str, ...]:
    """Return how many hold up how many fingers."""
    return tuple(f"{fingers} fingers: {count}" for fingers, count in enumerate(fist) if count)
