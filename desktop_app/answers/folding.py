"""Texts made alike that people and tools write differently."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"}
)
_UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_ENDS = " .:;,?!*\"'"
_NUMBERING = re.compile(r"^(?:[A-Za-z]{0,3}\d{1,3})(?:\s*[.):_-]\s*|\s+)(?=\S)")


def folded(text: str) -> str:
    """Return a text without regard to case, kinds of quotation marks and spaces, or its end."""
    if "<" in text or "&" in text:  # some tools hand out how a question is laid out
        text = unescape(_TAG.sub(" ", text))
    plain = unicodedata.normalize("NFKC", text).translate(_ALIKE).translate(_UNSEEN)
    return " ".join(plain.split()).casefold().strip(_ENDS)


def letters(text: str) -> str:
    """Return only the letters and digits of a text, small: "N.H.S." is "nhs"."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if c.isalnum())


def without_number(text: str) -> str:
    """Return a text without a number or code before it: "1. Trust", "T1: Trust", "Q3_ Trust"."""
    return _NUMBERING.sub("", text.strip(), count=1)
