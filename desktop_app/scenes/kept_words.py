"""Words of our own that stay with a workshop or a framework: in its language, not the console's."""

from __future__ import annotations

from desktop_app.domain.texts import Phrase
from desktop_app.words.speech import said

from .door import About, in_its_language


@in_its_language
def kept_words(_about: About, words: str | Phrase) -> str:
    """Return what is kept; what a person typed is no phrase and stays as it is."""
    return said(words) if isinstance(words, Phrase) else words
