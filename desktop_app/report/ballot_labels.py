"""Labels for the envelopes that ballots of each mark are collected in, to cut out and stick on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

from desktop_app.documents import ballots as words
from desktop_app.documents.ballots import Pile

from . import fonts, styles
from .ballot_marks import BesideMark, PatternBand
from .paper import Paper
from .tagged import Stack

_COLUMNS, _ROWS = 2, 5
_PADDING = 12.0
_DASH = ([4, 4], 0)
_SIZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


class Labels(Flowable):  # type: ignore[misc]
    """A page of labels, two beside each other, with lines to cut along."""

    def __init__(self, labels: Sequence[Sequence[Any]], width: float, height: float) -> None:
        super().__init__()
        self.children = [part for label in labels for part in label]
        self.labels = labels
        self.cell = width / _COLUMNS, height / _ROWS

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width given and the height of all rows."""
        self.width = available_width
        self.height = -(-len(self.labels) // _COLUMNS) * self.cell[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw each label in its cell, and the cuts round it."""
        wide, high = self.cell
        with self.canv.artifact():
            self._draw_cuts()
        for number, parts in enumerate(self.labels):
            row, column = divmod(number, _COLUMNS)
            left, top = column * wide, self.height - row * high
            stack = Stack(parts, wide - 2 * _PADDING)
            stack.draw(self.canv, left + _PADDING, top - _PADDING)

    def _draw_cuts(self) -> None:
        """Draw each line to cut along once: dashes over dashes would look like a border."""
        wide, high = self.cell
        cuts: set[tuple[int, int, int, int]] = set()
        for number in range(len(self.labels)):
            row, column = divmod(number, _COLUMNS)
            cuts |= {(column, edge, column + 1, edge) for edge in (row, row + 1)}
            cuts |= {(edge, row, edge, row + 1) for edge in (column, column + 1)}
        canvas = self.canv
        canvas.setStrokeColor(styles.SOFT)
        canvas.setLineWidth(0.5)
        canvas.setDash(*_DASH)
        for left, top, right, bottom in sorted(cuts):
            ends = left * wide, self.height - top * high, right * wide, self.height - bottom * high
            canvas.line(*ends)
        canvas.setDash()


def labels(paper: Paper, piles: Sequence[Pile], width: float, height: float) -> Labels:
    """Return the labels of all piles."""
    room = width / _COLUMNS - 2 * _PADDING, height / _ROWS - 2 * _PADDING
    for size in _SIZES:
        made = [_label(paper, pile, size) for pile in piles]
        if all(Stack(parts, room[0]).height(None) <= room[1] for parts in made):
            break
    return Labels(made, width, height)


def _label(paper: Paper, pile: Pile, size: float) -> list[Any]:
    letter = styles.style_of("label_mark", fonts.SEMIBOLD, 24, 28)
    whose = styles.style_of("label_whose", fonts.SEMIBOLD, 14 * size, 17 * size, spaceAfter=2)
    small = styles.style_of("label_small", fonts.REGULAR, 12, 15, textColor=styles.SOFT)
    return [
        PatternBand(pile.letter, 12),
        Spacer(0, 6),
        BesideMark(paper.heading(words.set_name(pile.letter), 3, letter), pile.letter, 26),
        Spacer(0, 4),
        paper.words(pile.whose, whose, paper.tongues.people),
        paper.words(words.label_line(pile), small),
    ]
