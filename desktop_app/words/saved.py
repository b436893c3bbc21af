"""What is said once documents were saved: how many, where, and what they leave out."""

from __future__ import annotations

from pathlib import Path

from .speech import say_count


def saved_words(place: Path, documents: int = 1, *, left_out: str = "") -> str:
    """Return it in one or two sentences; `left_out` is a sentence, or ""."""
    told = say_count("Saved: {path}", "{n} documents saved: {path}", documents, path=place)
    return f"{left_out} {told}".strip()
