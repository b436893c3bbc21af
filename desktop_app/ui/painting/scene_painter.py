"""Paints scenes: lays one out for a size, keeps it, and paints the parts a region asks for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.charts.palette import Palette
from desktop_app.scenes.aside_scenes import (
    FistAsked,
    NoteShown,
    PointMeant,
    QuestionAsked,
    StatementRead,
    StatementsListed,
    StatementsSeen,
    StepsOffered,
    ThenAndNowSeen,
)
from desktop_app.scenes.break_scenes import BreakShown, SlideShown
from desktop_app.scenes.door import in_its_language
from desktop_app.scenes.parking_lot import ParkingLot
from desktop_app.scenes.priority_scenes import (
    DotsOpen,
    DotsShown,
    ImportanceBesideLevel,
    Priorities,
)
from desktop_app.scenes.scene import (
    Blank,
    ByGroup,
    Closing,
    Compared,
    Picture,
    Plan,
    Revealed,
    RevealedHidden,
    Scene,
    StatementShown,
    VoteClosed,
    VoteOpen,
    Welcome,
)
from desktop_app.scenes.screens import LARGE, LARGEST, NORMAL
from desktop_app.scenes.since_scenes import SinceLastTime
from desktop_app.ui.fonts import CAP_HEIGHT, measure, stage_font

from .asides import (
    fist_asked_sheet,
    note_sheet,
    point_sheet,
    question_sheet,
    read_sheet,
    statements_sheet,
)
from .breaks import break_sheet, slide_sheet
from .choosing import steps_sheet
from .every_statement import every_statement_sheet
from .large_text import draw_text
from .pen import paint_drawing
from .pictures import groups_sheet, picture_sheet
from .priorities import (
    beside_sheet,
    dots_open_sheet,
    dots_shown_sheet,
    priorities_sheet,
)
from .result import chart_drawing, hidden_sheet, revealed_sheet
from .rounds import compared_sheet
from .sheet import BoxItem, Frame, Item, PictureItem, SceneLayout, Sheet, TextItem
from .since import since_sheet
from .text import fit
from .then_and_now import then_and_now_sheet
from .vote import closed_sheet, statement_sheet, vote_sheet
from .words import closing_sheet, parking_sheet, plan_sheet, welcome_sheet

KEPT = 6
TYPES = (LARGEST, LARGE, NORMAL)
"""How large type can be, the largest first."""


def _blank_sheet(_scene: Blank, frame: Frame) -> SceneLayout:
    return Sheet(frame).done()


SHEETS: Final[Mapping[type, Callable[[Any, Frame], SceneLayout]]] = {
    Blank: _blank_sheet,
    Welcome: welcome_sheet,
    StatementShown: statement_sheet,
    VoteOpen: vote_sheet,
    VoteClosed: closed_sheet,
    Revealed: revealed_sheet,
    RevealedHidden: hidden_sheet,
    Compared: compared_sheet,
    ByGroup: groups_sheet,
    Picture: picture_sheet,
    DotsShown: dots_shown_sheet,
    DotsOpen: dots_open_sheet,
    Priorities: priorities_sheet,
    ImportanceBesideLevel: beside_sheet,
    Plan: plan_sheet,
    Closing: closing_sheet,
    ParkingLot: parking_sheet,
    QuestionAsked: question_sheet,
    StatementsListed: statements_sheet,
    StatementsSeen: every_statement_sheet,
    StepsOffered: steps_sheet,
    PointMeant: point_sheet,
    StatementRead: read_sheet,
    NoteShown: note_sheet,
    FistAsked: fist_asked_sheet,
    ThenAndNowSeen: then_and_now_sheet,
    BreakShown: break_sheet,
    SlideShown: slide_sheet,
    SinceLastTime: since_sheet,
}
"""How every kind of scene is laid out; a test holds it against the kinds that there are."""


class ScenePainter:
    """Lay out and paint scenes in one palette; layouts are kept until others push them out."""

    def __init__(self, palette: Palette, type_size: float = 1.0) -> None:
        self.palette, self.type_size = palette, type_size
        self._kept: OrderedDict[tuple[Scene, float, float], SceneLayout] = OrderedDict()
        self._last: tuple[Scene, QSizeF, SceneLayout] | None = None

    def layout(self, scene: Scene, size: QSizeF) -> SceneLayout:
        """Return the scene laid out for a stage of `size` pixels.

        An open vote keeps its layout while only the number of ballots changes.
        """
        last = self._last
        if last is None or last[0] is not scene or last[1] != size:  # asked for thrice a painting
            last = self._last = scene, size, self._laid_out(scene, size)
        return last[2]

    def _laid_out(self, scene: Scene, size: QSizeF) -> SceneLayout:
        still = _still(scene)
        key = (still, size.width(), size.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        lay_out = in_its_language(SHEETS[type(scene)])  # a chart has words of its own
        layout = self._largest(lay_out, still, size)
        self._kept[key] = layout
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return layout

    def _largest(
        self, lay_out: Callable[[Any, Frame], SceneLayout], scene: Scene, size: QSizeF
    ) -> SceneLayout:
        """Lay out in the type that is wanted; in the next smaller one where words were cut."""
        wanted = [one for one in TYPES if one <= self.type_size] or [TYPES[-1]]
        for one in wanted:
            layout = replace(lay_out(scene, self._frame(size, one)), type=one)
            if one == TYPES[-1] or layout.is_tidy:
                break
        return layout

    def _frame(self, size: QSizeF, type_size: float) -> Frame:
        width, height = max(1.0, size.width()), max(1.0, size.height())
        return Frame(width, height, self.palette, type_size)

    def paint(
        self,
        painter: QPainter,
        scene: Scene,
        layout: SceneLayout,
        region: QRectF | None = None,
        growth: float = 1.0,
    ) -> None:
        """Paint what lies in `region` (all of it if None), paper first.

        `growth`: how far the bars of a result have grown.
        """
        area = region or QRectF(QPointF(0, 0), layout.size)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        black = isinstance(scene, Blank) and scene.black
        painter.fillRect(area, QColor("black") if black else QColor(self.palette.paper))
        for item in layout.items:
            if item.rect.adjusted(-8, -8, 8, 8).intersects(area):
                _paint_item(painter, item)
        if isinstance(scene, VoteOpen | DotsOpen):
            if layout.counter and layout.counter.rect.intersects(area):
                _paint_counter(painter, scene, layout, self._frame(layout.size, layout.type))
        elif isinstance(scene, Revealed) and layout.chart and layout.chart.intersects(area):
            frame = self._frame(layout.size, layout.type)
            drawing = chart_drawing(scene, frame, layout.chart, growth)
            paint_drawing(painter, drawing, layout.chart.topLeft())


def _still(scene: Scene) -> Scene:
    """Return what a layout depends on: an open vote with its count taken out."""
    if not isinstance(scene, VoteOpen | DotsOpen):
        return scene
    if scene.ballots_in > scene.present:
        widest = "8" * len(str(scene.ballots_in))
        words = scene.count_text.replace(str(scene.ballots_in), widest, 1)
        return replace(scene, ballots_in=scene.present + 1, count_text=words)
    words = scene.count_text.replace(str(scene.ballots_in), str(scene.present), 1)
    return replace(scene, ballots_in=scene.present, count_text=words)


def _paint_item(painter: QPainter, item: Item) -> None:
    if isinstance(item, TextItem):
        _paint_text(painter, item)
    elif isinstance(item, BoxItem):
        _paint_box(painter, item)
    elif isinstance(item, PictureItem):
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(item.rect, item.image)
    else:
        paint_drawing(painter, item.drawing, item.at)


def _paint_text(painter: QPainter, item: TextItem) -> None:
    fitted = item.fitted
    font, colour = stage_font(fitted.size, fitted.weight), QColor(item.colour)
    baseline = item.rect.top() + fitted.line_height / 2 + fitted.size * CAP_HEIGHT / 2
    for line in fitted.lines:
        x = item.rect.left()
        if item.align == "right":
            x = item.rect.right() - measure(line, fitted.size, fitted.weight)
        draw_text(painter, QPointF(x, baseline), line, font, colour)
        baseline += fitted.line_height


def _paint_box(painter: QPainter, item: BoxItem) -> None:
    painter.setBrush(QColor(item.fill) if item.fill else Qt.BrushStyle.NoBrush)
    half = item.width / 2 if item.line else 0.0
    if item.line:
        pen = QPen(QColor(item.line), item.width)
        if item.dashed:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    rect = item.rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(rect, item.radius, item.radius)


def _paint_counter(
    painter: QPainter, scene: VoteOpen | DotsOpen, layout: SceneLayout, frame: Frame
) -> None:
    counter = layout.counter
    if counter is None:
        return
    accent, line = QColor(frame.palette.accent), max(1.5, 3 * frame.k)
    for index, dot in enumerate(counter.dots):
        thin = min(line, dot.width() / 5)
        painter.setPen(QPen(accent, thin))
        painter.setBrush(accent if index < scene.ballots_in else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(thin / 2, thin / 2, -thin / 2, -thin / 2))
    if counter.bar is not None:
        _paint_bar(painter, counter.bar, scene, frame)
    words = fit(scene.count_text, counter.words.width(), counter.words.height(), counter.style)
    at = QRectF(
        counter.words.left(),
        counter.words.center().y() - words.height / 2,
        words.width,
        words.height,
    )
    _paint_text(painter, TextItem(words, at, frame.palette.ink))


def _paint_bar(painter: QPainter, bar: QRectF, scene: VoteOpen | DotsOpen, frame: Frame) -> None:
    share = min(1.0, scene.ballots_in / max(1, scene.present))
    radius = bar.height() / 2
    _paint_box(painter, BoxItem(bar, fill=frame.palette.line, radius=radius))
    if share > 0:
        full = QRectF(bar.left(), bar.top(), max(bar.height(), bar.width() * share), bar.height())
        _paint_box(painter, BoxItem(full, fill=frame.palette.accent, radius=radius))
