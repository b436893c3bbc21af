"""What the papers of a workshop cannot say of it, as after an import, in words."""

from __future__ import annotations

from desktop_app.domain.workshop import Details

from .speech import say


def lacking(details: Details) -> tuple[str, ...]:
    """Return what nobody has filled in yet of partnership, date and place."""
    known = (
        (say("the partnership"), details.partnership),
        (say("the date"), details.held_on),
        (say("the place"), details.place),
    )
    return tuple(name for name, value in known if not value)
