"""What was promised last time as a commitment of this day, once the room takes it on again."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.earlier import EarlierCommitment
from desktop_app.domain.plan import Commitment, again_key
from desktop_app.domain.workshop import Workshop
from desktop_app.scenes.door import in_its_language
from desktop_app.words.standings import taken_again_because


def as_taken(
    promised: EarlierCommitment, new_id: str, workshop: Workshop, due: date | None
) -> Commitment:
    """Return the commitment of a follow-up that goes on with an earlier one; `due`: its new date.

    It keeps that one's identity as a key, so that neither the plan nor the next follow-up has
    both.
    """
    known = {action.id for action in workshop.framework.actions}
    return Commitment(
        id=new_id,
        workshop_id=workshop.id,
        position=0,
        title=promised.title,
        action_id=promised.action_id if promised.action_id in known else None,
        step_id=" ".join((*promised.step_ids, again_key(promised.identity))),
        how=promised.how,
        because=_because(workshop.language, promised.promised_on),
        leans_on=promised.leans_on,
        owner=promised.owner,
        due=due or promised.due,
        measure=promised.measure,
        first_move=promised.first_move,
    )


@in_its_language
def _because(_about: str, promised_on: date | None) -> str:
    return taken_again_because(promised_on)
