"""Helpers for tests of where the parts of a chart stand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from desktop_app.charts.four_field import field_words
from desktop_app.charts.primitives import Drawing, Item, Line, Rect, Text

from .test_charts import measure, texts

SIZE = 28.0
NAMES = ("First vote", "Second vote")
WORDS = field_words()


def middle(bar: Rect) -> float:
    return bar.x + bar.width / 2


def halfway(bar: Rect) -> float:
    return bar.y + bar.height / 2


def width_of(text: Text) -> float:
    return measure(text.text, text.size, text.weight)


def left_of(text: Text) -> float:
    return text.x - width_of(text) * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]


def right_of(text: Text) -> float:
    return left_of(text) + width_of(text)


def named(drawing: Drawing, words: str) -> Text:
    (found,) = (text for text in texts(drawing) if text.text == words)
    return found


def same(numbers: Iterable[float]) -> bool:
    first, *others = numbers
    return others == pytest.approx([first] * len(others))


def numbers_of(item: Item) -> list[float]:
    if isinstance(item, Line):
        return [item.x1, item.y1, item.x2, item.y2, item.width]
    if isinstance(item, Rect):
        return [item.x, item.y, item.width, item.height, item.radius]
    return [item.x, item.y, item.size]
