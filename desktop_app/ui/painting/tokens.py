"""Sizes of type on the stage, in pixels of a stage of 1600 x 900; they grow with its height.

Seen on a picture two metres wide from ten metres, `MUST` is the least that everybody can read.
Nothing lies between `MAY` and `MUST`, and nothing below `MAY`.
"""

from __future__ import annotations

from typing import Final

MUST: Final = 59.0
"""The least for anything that the room has to read."""
MAY: Final = 36.0
"""Place in the day and how to read a picture: never needed to take part."""

STATEMENT: Final = 72.0
STATEMENT_REVEALED: Final = 64.0
TITLE: Final = 84.0
VERDICT: Final = 88.0
COUNT: Final = 132.0
PROMPT: Final = 124.0
PROMPT_LEAST: Final = 84.0
CLOCK: Final = 430.0
CLOCK_WORDS: Final = 110.0
