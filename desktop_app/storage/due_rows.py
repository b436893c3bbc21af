"""The rows from which it is told what is due; knows no date of today."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from desktop_app.domain.dues import Due, LookedBack
from desktop_app.domain.plan import Commitment

from .rows import COMMITMENT
from .tables import commitments, workshops

_SHOWN = (
    workshops.c.hidden.is_(False),
    workshops.c.rehearsal_of == "",
    workshops.c.is_sample.is_(False),
)
_ABOUT = (workshops.c.partnership, workshops.c.title.label("workshop_title"))


def dated(connection: Connection) -> Iterator[Due]:
    """Yield every commitment with a date, of every plan."""
    columns = [commitments.c[name] for name in COMMITMENT]
    query = (
        select(*columns, *_ABOUT)
        .join_from(commitments, workshops)
        .where(commitments.c.due.is_not(None), *_SHOWN)
    )
    for *row, partnership, title in connection.execute(query):
        taken = Commitment(*row)
        about = partnership or title
        yield Due(taken.identity, taken.title, taken.owner, taken.due, taken.workshop_id, about)


def looked_back(connection: Connection) -> Iterator[LookedBack]:
    """Yield what each follow-up knows of what it looks back at, the oldest first."""
    query = (
        select(workshops.c.id, workshops.c.earlier, workshops.c.progress, *_ABOUT)
        .where(workshops.c.earlier != (), *_SHOWN)
        .order_by(workshops.c.created_at)
    )
    for key, earlier, progress, partnership, title in connection.execute(query):
        again = frozenset(_continued(connection, key))
        yield LookedBack(key, partnership or title, earlier[0].commitments, progress, again)


def _continued(connection: Connection, workshop_id: str) -> Iterator[str]:
    columns = [commitments.c[name] for name in COMMITMENT]
    plan = select(*columns).where(commitments.c.workshop_id == workshop_id)
    for row in connection.execute(plan):
        if found := Commitment(*row).continues:
            yield found
