"""A workshop file for each of several workshops, side by side in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path

from desktop_app.documents.kinds import DocumentKind

from .reports import Reports, file_name

_KIND = DocumentKind.WORKSHOP_FILE


def save_files(reports: Reports, ids: Sequence[str], folder: Path) -> tuple[Path, ...]:
    """Write each workshop's file and return them; what is there already stays.

    Raise NotFound, OutputProblem or DiskFull; files that were written until then are whole.
    """
    saved = []
    for workshop_id in ids:
        record = reports.record(workshop_id)
        target = _free(folder / file_name(record.workshop, _KIND))
        saved.append(reports.write(workshop_id, _KIND, target, record=record))
    return tuple(saved)


def _free(target: Path) -> Path:
    """Return this name, or the first one with a number that nothing has yet."""
    numbered = (target.with_name(f"{target.stem} ({n}){target.suffix}") for n in count(2))
    return next(one for one in chain((target,), numbered) if not one.exists())
