"""A workshop as the details a facilitator may change."""

from __future__ import annotations

from desktop_app.application.workshops import Details
from desktop_app.domain.workshop import Workshop


def details_of(workshop: Workshop) -> Details:
    """Return what was prepared for a workshop."""
    return Details(
        title=workshop.title,
        partnership=workshop.partnership,
        place=workshop.place,
        held_on=workshop.held_on,
        facilitator=workshop.facilitator,
        depth=workshop.depth,
        privacy=workshop.privacy,
        present=workshop.present,
        channel=workshop.channel,
        minimum_answers=workshop.rules.minimum_answers,
        groups=workshop.groups,
        agenda=workshop.agenda,
        framework_id=workshop.framework.id,
    )
