"""Frameworks frozen with the workshops that used them: stored once per content."""

from __future__ import annotations

import hashlib

import msgspec
from sqlalchemy import Connection, delete, insert, select, union

from desktop_app.domain.framework import Depth, Framework
from desktop_app.domain.framework_names import named

from .tables import frameworks, own_frameworks, workshops

_KEPT = 32


class FrameworkStore:
    """Frameworks by the hash of their content; keeps the last decoded ones."""

    def __init__(self) -> None:
        self._decoded: dict[str, Framework] = {}

    def is_sound(self, connection: Connection) -> bool:
        """Return whether every stored framework still has the content its hash was made from.

        Most of a library file is frameworks, and SQLite's own checks do not read their bytes.
        """
        rows = connection.execute(select(frameworks.c.hash, frameworks.c.content))
        return all(_hash(content) == key for key, content in rows)

    def put(self, connection: Connection, framework: Framework) -> str:
        """Store a framework unless it is there, and return its hash."""
        content = msgspec.json.encode(framework)
        key = _hash(content)
        known = select(frameworks.c.hash).where(frameworks.c.hash == key)
        if connection.execute(known).first() is None:
            connection.execute(insert(frameworks).values(hash=key, content=content))
        return key

    def get(self, connection: Connection, key: str) -> Framework:
        """Return the framework stored under `key`, with names on stage where it had none."""
        if key not in self._decoded:
            content = select(frameworks.c.content).where(frameworks.c.hash == key)
            framework = msgspec.json.decode(
                connection.execute(content).scalar_one(), type=Framework
            )
            if len(self._decoded) >= _KEPT:
                self._decoded.clear()
            self._decoded[key] = named(framework)
        return self._decoded[key]

    def drop_unused(self, connection: Connection) -> None:
        """Remove frameworks that no workshop uses and that are no version of our own."""
        used = union(select(workshops.c.framework_hash), select(own_frameworks.c.framework_hash))
        connection.execute(delete(frameworks).where(frameworks.c.hash.not_in(used)))


def key_of(framework: Framework) -> str:
    """Return the hash that a framework is stored under."""
    return _hash(msgspec.json.encode(framework))


def contents_of(framework: Framework) -> dict[str, bytes]:
    """Return what is stored of a framework at each depth, by its hash."""
    contents = [msgspec.json.encode(framework.at_depth(depth)) for depth in Depth]
    return {_hash(content): content for content in contents}


def is_kept_as(key: object, content: object) -> bool:
    """Return whether this content is stored under this hash."""
    return isinstance(content, bytes) and _hash(content) == key


def key_of_content(content: bytes) -> str | None:
    """Return the hash that this content would be stored under, None where it is no framework."""
    try:
        named(msgspec.json.decode(content, type=Framework))
    except (msgspec.MsgspecError, ValueError, LookupError):
        return None
    return _hash(content)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
