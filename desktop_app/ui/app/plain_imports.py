"""Import modules without the detour PySide6 adds to every import.

PySide6 replaces `__import__` so that a module may say `from __feature__ import snake_case`. To
find out, it reads the source of every module imported afterwards, and `linecache` keeps it: 15 MiB
and 40 ms by the time SQLAlchemy is loaded. We never use `__feature__`.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - puts its detour in place


def leave_out_the_detour() -> None:
    """Put back the import PySide6 found; do nothing where it put none of its own in place."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
