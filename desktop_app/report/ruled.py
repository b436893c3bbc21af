"""Room to write by hand: ruled lines, which readers pass over."""

from __future__ import annotations

from reportlab.platypus import Flowable

from . import styles


class RuledLines(Flowable):  # type: ignore[misc]
    """So many lines across the width, each with room above it for a hand."""

    def __init__(self, count: int, gap: float) -> None:
        super().__init__()
        self.count, self.gap = count, gap

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width given and the height of all lines."""
        self.width, self.height = available_width, self.count * self.gap
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        with self.canv.artifact():
            self.canv.setStrokeColor(styles.LINE)
            self.canv.setLineWidth(1)
            for line in range(self.count):
                self.canv.line(0, line * self.gap, self.width, line * self.gap)
