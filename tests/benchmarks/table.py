"""What was measured, and the table it is printed as; measures nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

HEAD = ("measure", "ours", "baseline", "", "compared", "limit", "")


@dataclass(frozen=True)
class Row:
    """One line: ours against a baseline, as a ratio or as a difference in `unit`.

    `limit` is the most that `compared` may be, None where there is none.
    """

    measure: str
    ours: float
    baseline: float
    baseline_name: str
    unit: str
    limit: float | None
    is_ratio: bool = True

    @property
    def compared(self) -> float:
        """Return ours divided by the baseline, or less the baseline."""
        return self.ours / self.baseline if self.is_ratio else self.ours - self.baseline

    @property
    def verdict(self) -> str:
        """Return "ok", or "over" where the limit is passed, or nothing where there is none."""
        if self.limit is None:
            return ""
        return "ok" if self.compared <= self.limit else "over"

    def cells(self) -> tuple[str, ...]:
        """Return what the table shows."""
        return (
            self.measure,
            _amount(self.ours, self.unit),
            _amount(self.baseline, self.unit),
            self.baseline_name,
            self._relation(self.compared),
            "" if self.limit is None else self._relation(self.limit),
            self.verdict,
        )

    def _relation(self, value: float) -> str:
        return f"{value:.2f} x" if self.is_ratio else f"{value:+.1f} {self.unit}"


@dataclass(frozen=True)
class NotMeasured:
    """One line that says why something could not be measured."""

    measure: str
    baseline_name: str
    why: str

    def cells(self) -> tuple[str, ...]:
        """Return what the table shows."""
        return (self.measure, "", "", self.baseline_name, "", "", f"not measured: {self.why}")


def ratio(
    measure: str,
    pair: tuple[Sequence[float], Sequence[float]],
    name: str,
    unit: str,
    limit: float | None,
) -> Row:
    """Return the row of two samples' medians, compared by dividing."""
    return Row(measure, median(pair[0]), median(pair[1]), name, unit, limit)


def difference(
    measure: str, pair: tuple[Sequence[float], Sequence[float]], name: str, unit: str, limit: float
) -> Row:
    """Return the row of two samples' medians, compared by subtracting."""
    return Row(measure, median(pair[0]), median(pair[1]), name, unit, limit, is_ratio=False)


def as_table(rows: Sequence[Row | NotMeasured]) -> str:
    """Return the rows under a head, columns in line."""
    cells = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[i]) for line in cells) for i in range(len(HEAD))]
    return "\n".join(_line(line, widths) for line in cells)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    words = {0, 3, 6}
    padded = (
        cell.ljust(width) if i in words else cell.rjust(width)
        for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(padded).rstrip()


def _amount(value: float, unit: str) -> str:
    return f"{value:.1f} {unit}" if value < 100 else f"{value:.0f} {unit}"
