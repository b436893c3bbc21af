"""What SQL one library of a test process has compiled serves all others.

Each test has a library of its own, and each library an engine, which begins with nothing compiled:
that took a third of the time of whatever opens libraries. Import it only where SQLAlchemy is loaded
already.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

ROOM = 4_000  # statements; the whole suite has hundreds


class _Compiled(LRUCache[Any, Any]):
    """A cache without the first part of its keys, the engine's dialect: all speak SQLite."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(key[1:])

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key[1:], value)


_compiled = _Compiled(ROOM)


def share() -> None:
    """Let all engines of this process, of now and of later, have one cache."""
    Engine._compiled_cache = property(lambda _: _compiled, lambda _, __: None)  # type: ignore[assignment, misc]
