"""Making what must stay on one sheet fit it: the same content in the largest size that fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from reportlab.platypus import KeepTogether

from .tagged import Stack

Made = Sequence[Any]


def largest_that_fits(
    make: Callable[[float], Made], sizes: Iterable[float], width: float, height: float
) -> tuple[Made, bool]:
    """Return what `make` gives at the first of `sizes` (largest first) that fits a place.

    Where none does, return it at the smallest and False.
    """
    made: Made = ()
    for size in sizes:
        made = make(size)
        if height_of(made, width) <= height:
            return made, True
    return made, False


def height_of(parts: Sequence[Any], width: float) -> float:
    """Return the height of flowables one above the other, with the white space between them."""
    return Stack(list(_laid_out(parts)), width).height(None)


def _laid_out(parts: Iterable[Any]) -> Iterator[Any]:
    """Give what is kept together part by part: a KeepTogether tells no height of its own."""
    for part in parts:
        if isinstance(part, KeepTogether):
            yield from _laid_out(part._content)  # noqa: SLF001 - it has no other door
        else:
            yield part
