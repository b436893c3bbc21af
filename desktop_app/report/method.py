"""How to read a document, in the words that documents and data share."""

from __future__ import annotations

from desktop_app.analysis.method import CHART_NOTE, method_note

__all__ = ["CHART_NOTE", "method_note"]
