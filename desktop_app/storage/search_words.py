"""Words as they are looked for: small, without accents and signs; knows no index.

What is stored and what is asked go through the same door, so that no version of SQLite matters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60
"""Letters of a word that are kept; nobody types more to find one."""
MOST = 12
"""Words that are asked for at once; whoever pastes a page looks for its first ones."""
_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "þ": "th",
    "æ": "ae", "œ": "oe", "ĸ": "k", "ŋ": "n",
    "'": "", "’": "", "ʼ": "", "‘": "",
})  # fmt: skip
"""Letters that no decomposition takes apart, and apostrophes, which stand within a word."""
_WORD = re.compile(r"[^\W_]+")


def words_of(*texts: str) -> tuple[str, ...]:
    """Return every word of some texts, each once, in the alphabet's order."""
    return tuple(sorted({word for text in texts for word in _words(text)}))


def query_of(typed: str) -> str:
    """Return the query for all words that are typed, each as the beginning of one; "" for none."""
    asked = dict.fromkeys(_words(typed))
    return " ".join(f'"{word}"*' for word in list(asked)[:MOST])


def folded(text: str) -> str:
    """Return a text by which others are sorted, accents or not."""
    return _plain(text)


def _words(text: str) -> Iterable[str]:
    return (word[:LONGEST] for word in _WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return letters.translate(_LETTERS)
