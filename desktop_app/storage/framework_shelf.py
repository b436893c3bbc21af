"""The frameworks made on this laptop, all their versions kept; knows no workshops."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from desktop_app.domain.errors import InputProblem
from desktop_app.domain.framework import Framework

from .frozen_framework import FrameworkStore, key_of
from .row_access import gone
from .tables import own_frameworks


def newest(connection: Connection, store: FrameworkStore) -> tuple[Framework, ...]:
    """Return the newest version of each framework, by title."""
    rows = connection.execute(select(own_frameworks).order_by(own_frameworks.c.place)).mappings()
    last = {row["framework_id"]: row["framework_hash"] for row in rows}
    found = [store.get(connection, key) for key in last.values()]
    return tuple(sorted(found, key=lambda f: (f.title.casefold(), f.title, f.id)))


def versions(
    connection: Connection, store: FrameworkStore, framework_id: str
) -> tuple[Framework, ...]:
    """Return a framework's versions, oldest first."""
    query = (
        select(own_frameworks.c.framework_hash)
        .where(own_frameworks.c.framework_id == framework_id)
        .order_by(own_frameworks.c.place)
    )
    keys = connection.execute(query).scalars().all()
    if not keys:
        raise gone(own_frameworks)
    return tuple(store.get(connection, key) for key in keys)


def keep(connection: Connection, store: FrameworkStore, framework: Framework) -> None:
    """Keep a framework as a new version; one that is kept already may not change its words."""
    named = {"framework_id": framework.id, "version": framework.version}
    same = select(own_frameworks.c.framework_hash).where(
        *(own_frameworks.c[name] == value for name, value in named.items())
    )
    known = connection.execute(same).scalar()
    if known is None:
        key = store.put(connection, framework)
        place = _next_place(connection, framework.id)
        row = insert(own_frameworks).values(place=place, framework_hash=key, **named)
        connection.execute(row)
    elif known != key_of(framework):
        raise InputProblem(
            'Version {version} of "{title}" is kept with other words. Give your changes a new'
            " version.",
            version=framework.version,
            title=framework.title,
        )


def remove(connection: Connection, framework_id: str) -> None:
    """Remove all versions of a framework."""
    here = own_frameworks.c.framework_id == framework_id
    if connection.execute(delete(own_frameworks).where(here)).rowcount == 0:
        raise gone(own_frameworks)


def _next_place(connection: Connection, framework_id: str) -> int:
    last = select(func.coalesce(func.max(own_frameworks.c.place), 0))
    of_framework = last.where(own_frameworks.c.framework_id == framework_id)
    return int(connection.execute(of_framework).scalar_one()) + 1
