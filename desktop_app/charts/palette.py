"""Colours of every picture on screen and paper, and the colours of a scale's points.

Colours are "#rrggbb". Knows no widget, no page and no theme file.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours; `points` are those of a five-point scale, lowest first."""

    paper: str
    card: str
    line: str
    ink: str
    soft: str
    accent: str
    on_accent: str
    attention: str
    attention_line: str
    points: tuple[str, str, str, str, str]


_DARK_INK, _LIGHT_INK = "#1b2a33", "#ffffff"

_READABLE = 4.5
"""Contrast that text needs (WCAG 2, level AA)."""

LIGHT = Palette(
    paper="#fbfaf6",
    card="#ffffff",
    line="#dcd8ce",
    ink=_DARK_INK,
    soft="#5b6b73",
    accent="#0b6e69",
    on_accent=_LIGHT_INK,
    attention="#fff6e3",
    attention_line="#ecd9a8",
    points=("#a6411a", "#e09a6a", "#cfcabd", "#7fb0cc", "#1f6391"),
)

DARK = Palette(
    paper="#10181c",
    card="#18242a",
    line="#33434b",
    ink="#f4f1ea",
    soft="#a9b6bb",
    accent="#57c1b8",
    on_accent="#10181c",
    attention="#2c2716",
    attention_line="#5f5330",
    points=("#e0714a", "#eaa87c", "#8d9497", "#86bcdc", "#4f9fd6"),
)

PRINT = Palette(
    paper="#ffffff",
    card="#ffffff",
    line=LIGHT.line,
    ink=LIGHT.ink,
    soft=LIGHT.soft,
    accent=LIGHT.accent,
    on_accent=LIGHT.on_accent,
    attention=LIGHT.attention,
    attention_line=LIGHT.attention_line,
    points=LIGHT.points,
)


def point_colours(palette: Palette, points: int) -> tuple[str, ...]:
    """Return one colour a point for a scale of 3 to 7 points, lowest first.

    Each half runs from its end's colour inwards; only an odd scale has the neutral middle.
    """
    low, below, neutral, above, high = palette.points
    half = points // 2
    lower = _run(low, below, half)
    upper = tuple(reversed(_run(high, above, half)))
    return (*lower, neutral, *upper) if points % 2 else (*lower, *upper)


def text_on(colour: str) -> str:
    """Return dark or light ink, whichever is read better on `colour`; at least 4.5:1.

    On a few middle tones neither of the product's inks is enough; black always is where white
    is not.
    """
    best = max((_DARK_INK, _LIGHT_INK), key=lambda ink: contrast(ink, colour))
    return best if contrast(best, colour) >= _READABLE else "#000000"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Return the colour `share` (0 to 1) of the way from `one` to `other`."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _run(start: str, end: str, steps: int) -> tuple[str, ...]:
    return tuple(mix(start, end, step / max(1, steps - 1)) for step in range(steps))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
