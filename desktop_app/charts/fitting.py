"""Texts fitted to a width: shortened, or broken into a few lines; knows only a Measure."""

from __future__ import annotations

from .primitives import Measure

_MORE = "…"
_ROUNDING = 0.01
"""What sums of widths may differ from one another; a text is not shortened for that."""


def shorten(text: str, width: float, size: float, weight: str, measure: Measure) -> str:
    """Return the text, or as much of it as fits with an ellipsis; "" where not even that fits."""
    if measure(text, size, weight) <= width + _ROUNDING:
        return text
    for length in range(len(text) - 1, -1, -1):
        short = text[:length].rstrip() + _MORE
        if measure(short, size, weight) <= width:
            return short
    return ""


def wrap(
    text: str, width: float, size: float, weight: str, measure: Measure, *, most: int = 2
) -> tuple[str, ...]:
    """Return the text in at most `most` lines broken at spaces; what is left over is shortened."""
    lines, words = [""], text.split()
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or measure(longer, size, weight) <= width:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = " ".join([lines[-1], *words[place:]])
            break
    return tuple(shorten(line, width, size, weight, measure) for line in lines)
