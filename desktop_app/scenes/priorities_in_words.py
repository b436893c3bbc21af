"""Scenes of the dots in words, for screen readers; says nothing that the stage does not show."""

from __future__ import annotations

from desktop_app.words.speech import say, say_count

from .priority_scenes import DotsOpen, DotsShown, ImportanceBesideLevel, Priorities


def dots_in_words(scene: DotsShown | DotsOpen) -> tuple[str, tuple[str, ...]]:
    """Return a scene's name and parts; neither how many are in nor what is placed is said."""
    cards = (f"{card.point} {card.label}" for card in scene.cards)
    return scene.title, (scene.kicker, *cards, scene.footer)


def list_in_words(scene: Priorities) -> tuple[str, tuple[str, ...]]:
    """Return the list's name and its rows with the dots of each."""
    rows = (named(row.label, row.words) for row in scene.rows)
    return scene.title, (scene.kicker, *rows, scene.note, scene.footer)


def beside_in_words(scene: ImportanceBesideLevel) -> tuple[str, tuple[str, ...]]:
    """Return the picture's name and the rows it places."""
    lines = (named(f"{row.number} {row.label}", row.words) for row in scene.rows)
    return scene.title, (scene.kicker, *lines, scene.warning, scene.footer)


def fist_in_words(fist: tuple[int, ...]) -> tuple[str, ...]:
    """Return how many hold up how many fingers."""
    return tuple(
        say_count("{n} finger: {count}", "{n} fingers: {count}", fingers, count=count)
        for fingers, count in enumerate(fist)
        if count
    )


def named(name: str, words: object) -> str:
    """Return a name and what belongs to it: "Build mutual trust: 14 dots"."""
    # For translators: a name and what belongs to it, such as a count, read aloud
    return say("{name}: {words}", name=name, words=words)
