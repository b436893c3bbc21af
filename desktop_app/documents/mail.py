"""The text for an e-mail in both forms in which a clipboard holds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mail:
    """A subject and a text, plain and as HTML; both say the same."""

    subject: str
    plain: str
    html: str
