"""What a workbook tells of itself: a title, and when its workshop was last changed.

Without a time XlsxWriter takes the clock's, and no two workbooks would have equal bytes.
"""

from __future__ import annotations

from datetime import UTC
from typing import Any

from desktop_app.domain.plain_text import one_line
from desktop_app.domain.workshop import Workshop

_LONGEST = 250


def about(workshop: Workshop, title: str, **more: str) -> dict[str, Any]:
    """Return the properties of a workbook; `more` is text under XlsxWriter's names."""
    made = workshop.updated_at.astimezone(UTC).replace(tzinfo=None)
    texts = {name: one_line(text)[:_LONGEST] for name, text in {"title": title, **more}.items()}
    return {**texts, "created": made}
