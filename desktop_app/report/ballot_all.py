"""A ballot with every statement on it: a row each, a box for each point, on one side or on more.

Actions stay together where a side has room for them, and sides are filled alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer, TableStyle

from desktop_app.documents import ballots as words
from desktop_app.documents.ballots import Part, Row
from desktop_app.documents.event import joined
from desktop_app.documents.methods import scale_rows
from desktop_app.documents.standing import begins
from desktop_app.domain.workshop import Workshop

from . import fonts, styles
from .ballot_card import Wording
from .ballot_marks import marked
from .fit import height_of
from .pages import Sheet
from .paper import Paper
from .tagged import Paragraph, Table, unlabelled

ALL_ON_ONE = Sheet("all_on_one", side=40.0, top=34.0, bottom=30.0, footer_height=0.0)
"""A page of such a ballot."""

_LOOKS = ((1, (1.0, 0.96, 0.92, 0.88)), (2, (1.15, 1.1, 1.05, 1.0, 0.94, 0.88)))
"""How many sides to try, and the sizes of type on so many, the largest first."""
_MOST_AIR = 16.0
_BOX = 17.0
_NUMBER = 24.0
_BOX_COLUMNS = {True: 45.0, False: 34.0}
"""How wide a point's column is, with its label above it and without."""
_LABELLED = 6
"""So many columns of boxes have room for labels; above more stands the number alone."""


class BoxCell(Flowable):  # type: ignore[misc]
    """An empty box, its point in it for whoever types it in."""

    def __init__(self, point: Paragraph | None, side: float) -> None:
        super().__init__()
        self.point, self.side = point, side

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the width given and the box's height."""
        self.width, self.height = available_width, self.side
        if self.point:
            self.point.wrapOn(getattr(self, "canv", None), self.side, available_height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box in the middle, and the point in it."""
        left = (self.width - self.side) / 2
        with self.canv.artifact():
            self.canv.setStrokeColor(styles.INK)
            self.canv.setLineWidth(1)
            self.canv.rect(left, 0, self.side, self.side, stroke=1, fill=0)
        if self.point:
            self.point.drawOn(self.canv, left, (self.side - self.point.height) / 2)


def sides_of(
    paper: Paper, workshop: Workshop, wording: Wording, marks: Sequence[str]
) -> list[list[Any]]:
    """Return the sides of one ballot, each as flowables; `marks` say sample or rehearsal."""
    ballot = _AllOnOne(paper, workshop, wording, marks)
    made: list[list[Any]] = []
    for wanted, sizes in _LOOKS:
        for size in sizes:
            made = ballot.sides(size)
            if len(made) <= wanted:
                return made
    return made


class _AllOnOne:
    """One ballot; its sides at a size of type."""

    def __init__(
        self, paper: Paper, workshop: Workshop, wording: Wording, marks: Sequence[str]
    ) -> None:
        self.paper, self.workshop, self.wording = paper, workshop, wording
        self.marks = joined(*marks)
        self.parts = words.parts_of(workshop.framework)
        self.rows = sum(len(part.rows) for part in self.parts)

    def sides(self, size: float) -> list[list[Any]]:
        """Return the sides at a size of type."""
        bare = (self._height((), size, 1), self._height((), size, 2))
        rooms = tuple(ALL_ON_ONE.text_height - height for height in bare)
        heights = [self._height((part,), size, 2) - bare[1] for part in self.parts]
        shared = _shared_out(self.parts, heights, rooms)
        airy = self._air(shared, size)
        return [
            self._side(parts, size, number, len(shared), airy)
            for number, parts in enumerate(shared, start=1)
        ]

    def _air(self, shared: Sequence[Sequence[Part]], size: float) -> float:
        """Return how much higher every row can be on all sides."""
        spare = []
        for number, parts in enumerate(shared, start=1):
            left = ALL_ON_ONE.text_height - self._height(parts, size, number)
            spare.append(left / sum(len(part.rows) for part in parts))
        return max(0.0, min(_MOST_AIR, *spare))

    def _height(self, parts: Sequence[Part], size: float, number: int) -> float:
        return height_of(self._side(parts, size, number, 2), ALL_ON_ONE.text_width) + 1

    def _side(
        self, parts: Sequence[Part], size: float, number: int, total: int, air: float = 0.0
    ) -> list[Any]:
        small = _style("all_small", fonts.REGULAR, 12, size, textColor=styles.SOFT)
        marking = _style("all_marking", fonts.SEMIBOLD, 12.5, size, spaceBefore=6, spaceAfter=5)
        head = joined(
            self.marks,
            words.rows_of(parts, self.rows),
            words.side_of(number, total),
        )
        return [
            *marked(self.paper, self.wording.letter, head, small, size),
            self.paper.words(self.wording.marking, marking),
            *(self._scale(size) if number == 1 else ()),
            Spacer(0, 5),
            self._table(parts, size, air),
        ]

    def _scale(self, size: float) -> list[Any]:
        """Return what each point means, once on a ballot."""
        style = _style("all_scale", fonts.REGULAR, 12, size)
        made = []
        for name, meaning in scale_rows(self.workshop.framework.scale):
            strong = f"<font name='{fonts.SEMIBOLD}'>{self.paper.text.markup(name)}</font>"
            told = f"  {self.paper.text.markup(meaning)}" if meaning else ""
            made.append([Paragraph(strong + told, style, lang=self.paper.tongues.framework)])
        return unlabelled(made)

    def _table(self, parts: Sequence[Part], size: float, air: float) -> Table:
        data, looks = [self._table_head(size)], list(_RULES)
        looks.append(("TOPPADDING", (0, 1), (-1, -1), 4 + air / 2))
        looks.append(("BOTTOMPADDING", (0, 1), (-1, -1), 5 + air / 2))
        for part in parts:
            looks += [
                ("SPAN", (0, len(data)), (-1, len(data))),
                ("LINEABOVE", (0, len(data)), (-1, len(data)), 1, styles.INK),
                ("TOPPADDING", (0, len(data)), (-1, len(data)), 7),
                ("BOTTOMPADDING", (0, len(data)), (-1, len(data)), 5),
            ]
            data.append(self._action(part, size))
            data += [self._row(row, size) for row in part.rows]
        return Table(data, colWidths=self._widths(), style=TableStyle(looks), font=fonts.REGULAR)

    @property
    def _columns(self) -> int:
        return self.workshop.framework.scale.size + 1

    def _widths(self) -> list[float]:
        boxes = _BOX_COLUMNS[self._columns <= _LABELLED]
        words_width = ALL_ON_ONE.text_width - _NUMBER - self._columns * boxes
        return [_NUMBER, words_width, *([boxes] * self._columns)]

    def _table_head(self, size: float) -> list[Any]:
        stem = _style("all_stem", fonts.REGULAR, 12, size)
        point = styles.style_of("all_point", fonts.REGULAR, styles.SMALL, 11, alignment=1)
        scale = self.workshop.framework.scale
        stands = begins(self.workshop.framework.stem)
        labelled = self._columns <= _LABELLED
        points = [
            self.paper.theirs(f"{p.value} {p.label}" if labelled else str(p.value), point)
            for p in scale.points
        ]
        cannot = self.paper.theirs(scale.cannot_say_label, point)
        return ["", self.paper.theirs(stands, stem), *points, cannot]

    def _action(self, part: Part, size: float) -> list[Any]:
        title = _style("all_action", fonts.SEMIBOLD, 12, size)
        head = self.paper.heading(part.title, 2, title, lang=self.paper.tongues.framework)
        return [head, *([""] * (self._columns + 1))]

    def _row(self, row: Row, size: float) -> list[Any]:
        text = _style("all_text", fonts.REGULAR, 12, size)
        number = _style("all_number", fonts.REGULAR, 12, size, textColor=styles.SOFT)
        return [
            self.paper.words(str(row.number), number),
            self.paper.theirs(f"{row.text}.", text),
            *self._boxes(size),
        ]

    def _boxes(self, size: float) -> Iterator[BoxCell]:
        style = styles.style_of(
            "all_box", fonts.REGULAR, styles.SMALL, 11, textColor=styles.SOFT, alignment=1
        )
        for point in self.workshop.framework.scale.points:
            yield BoxCell(self.paper.words(str(point.value), style), _BOX * size)
        yield BoxCell(None, _BOX * size)


_RULES: tuple[Any, ...] = (
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("VALIGN", (0, 1), (1, -1), "TOP"),
    ("VALIGN", (2, 1), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (0, -1), 4),
    ("RIGHTPADDING", (1, 0), (1, -1), 10),
    ("RIGHTPADDING", (2, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ("LINEBELOW", (0, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
)


def _shared_out(
    parts: Sequence[Part], heights: Sequence[float], rooms: tuple[float, ...]
) -> list[tuple[Part, ...]]:
    """Return the parts by side: as few sides as they take, and those filled alike.

    A part that is higher than a side is cut into its rows.
    """
    cut: list[tuple[Part, float]] = []
    for part, height in zip(parts, heights, strict=True):
        if height <= rooms[-1]:
            cut.append((part, height))
        else:
            cut += [(one, height / len(part.rows)) for one in part.row_by_row()]
    fewest = _filled(cut, rooms, 1.0)
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        alike = _filled(cut, rooms, share)
        if len(alike) == len(fewest):
            return alike
    return fewest


def _filled(
    parts: Sequence[tuple[Part, float]], rooms: tuple[float, ...], share: float
) -> list[tuple[Part, ...]]:
    """Return the parts by side, each filled up to a share of its room."""
    found: list[list[Part]] = [[]]
    left = rooms[0] * share
    for part, height in parts:
        if found[-1] and height > left:
            found.append([])
            left = rooms[min(len(found), len(rooms)) - 1] * share
        found[-1].append(part)
        left -= height
    return [tuple(side) for side in found]


def _style(name: str, font: str, points: float, size: float, **more: Any) -> Any:
    return styles.style_of(name, font, points * size, points * size * 1.24, **more)
