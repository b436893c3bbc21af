"""Frameworks frozen with the workshops that used them: stored once per content."""

from __future__ import annotations

import hashlib

import msgspec
from sqlalchemy import Connection, delete, insert, select

from desktop_app.domain.framework import Framework

from .tables import frameworks, workshops

_KEPT = 32


class FrameworkStore:
    """Frameworks by the hash of their content; keeps the last decoded ones."""

    def __init__(self) -> None:
        self._decoded: dict[str, Framework] = {}

    def put(self, connection: Connection, framework: Framework) -> str:
        """Store a framework unless it is there, and return its hash."""
        content = msgspec.json.encode(framework)
        key = hashlib.sha256(content).hexdigest()
        known = select(frameworks.c.hash).where(frameworks.c.hash == key)
        if connection.execute(known).first() is None:
            connection.execute(insert(frameworks).values(hash=key, content=content))
        return key

    def get(self, connection: Connection, key: str) -> Framework:
        """Return the framework stored under `key`."""
        if key not in self._decoded:
            content = select(frameworks.c.content).where(frameworks.c.hash == key)
            framework = msgspec.json.decode(
                connection.execute(content).scalar_one(), type=Framework
            )
            if len(self._decoded) >= _KEPT:
                self._decoded.clear()
            self._decoded[key] = framework
        return self._decoded[key]

    def drop_unused(self, connection: Connection) -> None:
        """Remove frameworks that no workshop uses any more."""
        used = select(workshops.c.framework_hash)
        connection.execute(delete(frameworks).where(frameworks.c.hash.not_in(used)))
