"""The small picture of its actions beside each workshop of the list."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.listing import Picture
from desktop_app.domain.ports import Library
from desktop_app.domain.workshop import WorkshopRecord


def pictures_of(library: Library, ids: Iterable[str]) -> dict[str, Picture]:
    """Return the picture of each workshop; of one that cannot be read there is none.

    One workshop is a unit of its own, so that nothing waits long for its turn.
    """
    return {key: _read(library, key) for key in ids}


def picture_of(record: WorkshopRecord) -> Picture:
    """Return each action's ratings as far as they may be shown, () before the first reveal.

    Pretend ballots are none.
    """
    if record.workshop.is_rehearsal:
        return ()
    actions = tuple(one.pooled for one in workshop_picture(record).actions)
    return actions if any(map(sum, actions)) else ()


def _read(library: Library, key: str) -> Picture:
    # A damaged line can bring any code to any error. The check of the file and whoever opens the
    # workshop are told of it; a list without one picture is no place to stop anybody.
    with suppress(Exception), library.reading() as work:
        return picture_of(work.record(key))
    return ()
