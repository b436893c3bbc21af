"""From a workshop's row to its line in the library; light, as the home list waits for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from desktop_app.domain.summaries import WorkshopSummary

_COLUMNS = tuple(f.name for f in fields(WorkshopSummary) if f.name != "is_rehearsal")


def summary_of(row: Mapping[str, Any]) -> WorkshopSummary:
    """Return the library line of a row."""
    told = {name: row[name] for name in _COLUMNS}
    return WorkshopSummary(**told, is_rehearsal=bool(row["rehearsal_of"]))
