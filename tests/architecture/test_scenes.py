"""Every kind of scene can be painted and read aloud: one that is forgotten is told here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

import pytest

from desktop_app.scenes.in_words import WORDS
from desktop_app.scenes.scene import Scene

KINDS = get_args(Scene)


def astray(table: Collection[type], kinds: Collection[type]) -> set[str]:
    """Return the names of kinds that lack a row and of rows that have no kind."""
    return {kind.__name__ for kind in set(table) ^ set(kinds)}


def test_every_kind_of_scene_has_words() -> None:
    assert len(KINDS) > 16
    assert astray(WORDS, KINDS) == set()


@pytest.mark.gui
def test_every_kind_of_scene_has_a_sheet() -> None:
    from desktop_app.ui.painting.scene_painter import SHEETS

    assert astray(SHEETS, KINDS) == set()


def test_a_kind_without_words_and_words_without_a_kind_are_told() -> None:
    @dataclass
    class Pause:
        kicker: str

    assert astray(WORDS, [*KINDS, Pause]) == {"Pause"}
    assert astray([*WORDS, Pause], KINDS) == {"Pause"}
