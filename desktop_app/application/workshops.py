"""Use cases on a workshop as a whole: make, find, change, move through its steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial

from desktop_app.domain.agenda_edits import check_agenda
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import ChangedElsewhere, EnvironmentProblem, InputProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.people import (
    People,
    check_groups,
    check_people,
    people_of,
    with_one_more,
    with_people,
)
from desktop_app.domain.ports import Frameworks, Library, Work
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.steps import Step
from desktop_app.domain.summaries import WorkshopLines, WorkshopStatus, WorkshopSummary
from desktop_app.domain.texts import to_say
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import (
    MAX_PRESENT,
    Details,
    Group,
    Privacy,
    Workshop,
    WorkshopRecord,
)

from .frameworks import chosen_framework
from .leaving_out import check_has_statements, check_left_out, place_in
from .outcome import Outcome, done
from .promises import check_only_stricter, has_voted
from .putting_away import put_away
from .reasons_told import withdraw_reasons
from .round_rules import check_enough_left

MAX_TITLE = 200
_TOO_LONG = {
    "title": to_say("The title is longer than {limit} characters. Shorten it."),
    "partnership": to_say("The partnership is longer than {limit} characters. Shorten it."),
    "place": to_say("The place is longer than {limit} characters. Shorten it."),
    "facilitator": to_say("The facilitator is longer than {limit} characters. Shorten it."),
}
"""What is said of a field that is too long, by its name in the details."""


class Workshops:
    """Make, find and change workshops."""

    def __init__(
        self,
        library: Library,
        frameworks: Frameworks,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._library = library
        self._frameworks = frameworks
        self._clock = clock
        self._new_id = new_id

    def all(self) -> tuple[WorkshopSummary, ...]:
        """Return every workshop in the library, the last touched first."""
        with self._library.reading() as work:
            return work.summaries()

    def lines(self) -> WorkshopLines:
        """Return the library's lines for a list that reads them as they are looked at."""
        with self._library.reading() as work:
            return work.lines(self._lines_of)

    def _lines_of(self, ids: Sequence[str]) -> Mapping[str, WorkshopSummary]:
        """Return lines, none where they cannot be read: whatever is done next says why."""
        with suppress(EnvironmentProblem), self._library.reading() as work:
            return work.lines_of(ids)
        return {}

    def record(self, workshop_id: str) -> WorkshopRecord:
        """Return everything kept with one workshop; raise NotFound."""
        with self._library.reading() as work:
            return work.record(workshop_id)

    def has_voted(self, workshop_id: str) -> bool:
        """Return whether the room has voted, so that its promise can only be made stricter."""
        return has_voted(self.record(workshop_id))

    def frameworks(self) -> tuple[Framework, ...]:
        """Return what a workshop can be made with: the built-in framework, then those made here."""
        with self._library.reading() as work:
            return (self._frameworks.built_in(), *work.own_frameworks())

    def create(self, details: Details, framework_id: str = "") -> Outcome[str]:
        """Make a workshop with a frozen copy of a framework, "" the built-in one; give its id.

        Raise NotFound where that framework was deleted meanwhile.
        """
        checked = check(details)
        with self._library.writing() as work:
            framework = chosen_framework(work, self._frameworks.built_in(), framework_id)
            workshop = self._new_workshop(checked, framework)
            check_has_statements(workshop)
            work.add_workshop(workshop)
            work.commit()
        return Outcome(Changes.LIBRARY | Changes.WORKSHOP, workshop.id)

    def create_like(self, details: Details, workshop_id: str) -> Outcome[str]:
        """Prepare a workshop with the framework of another one, whole; give the new one's id.

        Nothing of what the other room did comes along: no vote, note or step.
        """
        checked = check(details)
        with self._library.writing() as work:
            pattern = work.workshop(workshop_id)
            made = self._new_workshop(replace(checked, depth=pattern.depth), pattern.frozen)
            made = replace(made, language=pattern.language, dots_each=pattern.dots_each)
            check_has_statements(made)
            work.add_workshop(made)
            work.commit()
        return Outcome(Changes.LIBRARY | Changes.WORKSHOP, made.id)

    def _new_workshop(self, details: Details, framework: Framework) -> Workshop:
        now = self._clock()
        workshop = Workshop(
            id=self._new_id(),
            title=details.title,
            framework=framework.at_depth(details.depth),
            created_at=now,
            updated_at=now,
            identity=self._new_id(),
            language=framework.language,
        )
        return workshop.prepared(details)

    def change(self, workshop_id: str, details: Details, shown: Details) -> Outcome[None]:
        """Change what was prepared, all but the depth, which the frozen framework has.

        Raise ChangedElsewhere where something else was prepared by now than was `shown`.

        Once somebody has voted, what was promised can only be made stricter.
        """
        checked = check(details, shown)
        with self._library.writing() as work:
            record = work.record(workshop_id)
            if record.workshop.details != shown:
                raise ChangedElsewhere
            if checked.depth is not record.workshop.depth:
                raise InputProblem(
                    "The depth of a workshop is fixed when it is made. "
                    "Make a new workshop to vote at another depth."
                )
            changed = _with_details(record.workshop, checked)
            check_left_out(record, changed)
            check_only_stricter(record, changed)
            check_enough_left(record, people_of(changed))
            self._save(work, changed)
            _carry_present(work, record.rounds, checked.present)
            in_plan = withdraw_reasons(work, record, changed)
            work.commit()
        changes = Changes.LIBRARY | Changes.WORKSHOP | Changes.ROUND
        return done(changes | Changes.PLAN if in_plan else changes)

    def set_people(self, workshop_id: str, people: People) -> Outcome[None]:
        """Say who is in the room now; rounds that are open follow, closed ones keep theirs."""
        checked = check_people(people)
        before = people_of(self.record(workshop_id).workshop)
        changes = self._put_people(workshop_id, checked)
        if checked == before:
            return done(changes)
        return done(changes, Undo(UndoKind.PEOPLE, partial(self._put_people, workshop_id, before)))

    def somebody_came(self, workshop_id: str, group: str = "") -> Outcome[None]:
        """Raise the people in the room by one, those of a partner where there are any."""
        people = people_of(self.record(workshop_id).workshop)
        return self.set_people(workshop_id, with_one_more(people, group))

    def _put_people(self, workshop_id: str, people: People) -> Changes:
        with self._library.writing() as work:
            record = work.record(workshop_id)
            check_enough_left(record, people)
            self._save(work, with_people(record.workshop, people))
            _carry_present(work, record.rounds, people.present)
            work.commit()
        return Changes.WORKSHOP | Changes.ROUND

    def go_to(self, workshop_id: str, step: Step) -> Outcome[Workshop]:
        """Move to a step of the day, where a restart continues; give the workshop as it is then."""
        with self._library.writing() as work:
            workshop = work.workshop(workshop_id)
            key = workshop.step(step.key).key
            status = workshop.status
            if status is WorkshopStatus.PREPARED:
                status = WorkshopStatus.RUNNING
            self._save(work, replace(workshop, position=key, status=status))
            work.commit()
            moved = work.workshop(workshop_id)
        return Outcome(Changes.POSITION | Changes.LIBRARY, moved)

    def say_ballot_seen(self, workshop_id: str, *, seen: bool) -> Outcome[None]:
        """Keep whether the room can see the screen that the ballot of turns is on."""
        with self._library.writing() as work:
            self._save(work, replace(work.workshop(workshop_id), ballot_seen=seen))
            work.commit()
        return done(Changes.WORKSHOP | Changes.STAGE)

    def go_on_with(self, workshop_id: str) -> None:
        """Have a workshop in progress be the one to continue, whatever was changed after it.

        Votes do not touch a workshop: after a crash in one, another would be continued.
        """
        going_on = self.lines().going_on
        if going_on is None or going_on.id == workshop_id:
            return
        with self._library.writing() as work:
            workshop = work.workshop(workshop_id)
            if workshop.status is WorkshopStatus.RUNNING and not workshop.rehearsal_of:
                self._save(work, workshop)
                work.commit()

    def begin(self, workshop_id: str) -> Outcome[None]:
        """Mark a prepared workshop as in progress, before anybody has moved on from its welcome."""
        return self._set_status(workshop_id, WorkshopStatus.RUNNING)

    def finish(self, workshop_id: str) -> Outcome[None]:
        """Mark the workshop as closed; its documents no longer say "in progress"."""
        return self._set_status(workshop_id, WorkshopStatus.CLOSED, Changes.END)

    def resume(self, workshop_id: str) -> Outcome[None]:
        """Mark a closed workshop as in progress again."""
        return self._set_status(workshop_id, WorkshopStatus.RUNNING)

    def delete(self, workshop_id: str) -> Outcome[None]:
        """Put a workshop away, to be removed for good when the library closes.

        Its rehearsals are thrown away at once.
        """
        with self._library.writing() as work:
            title = put_away(work, workshop_id)
            work.commit()
        back = partial(self._bring_back, workshop_id)
        return done(Changes.LIBRARY, Undo(UndoKind.WORKSHOP_DELETED, back, title))

    def put_away(self) -> tuple[WorkshopSummary, ...]:
        """Return the deleted workshops that can still be brought back, the last touched first."""
        with self._library.reading() as work:
            return work.put_away()

    def bring_back(self, workshop_ids: Sequence[str]) -> Outcome[None]:
        """Bring back workshops that were put away, as after a crash."""
        return done(self._bring_back(*workshop_ids))

    def _bring_back(self, *workshop_ids: str) -> Changes:
        with self._library.writing() as work:
            for workshop_id in workshop_ids:
                work.hide_workshop(workshop_id, hidden=False)
            work.commit()
        return Changes.LIBRARY

    def _set_status(
        self, workshop_id: str, status: WorkshopStatus, besides: Changes = Changes.NONE
    ) -> Outcome[None]:
        with self._library.writing() as work:
            self._save(work, replace(work.workshop(workshop_id), status=status))
            work.commit()
        return done(Changes.WORKSHOP | Changes.LIBRARY | besides)

    def _save(self, work: Work, workshop: Workshop) -> None:
        work.save_workshop(replace(workshop, updated_at=self._clock()))


def check(details: Details, kept: Details | None = None) -> Details:
    """Return the details trimmed; raise InputProblem for the first field that will not do.

    Where it is one of the event's, `field` among the problem's fields is its name. `kept` is what
    is kept already: who voted by partner elsewhere was never named here, and need not be.
    """
    title = details.title.strip()
    if not title:
        raise InputProblem(
            "The workshop needs a title. Type one, such as “Away-day, 14 May”.", field="title"
        )
    _check_lengths(replace(details, title=title))
    groups: tuple[Group, ...] = ()
    present = details.present
    if details.privacy is Privacy.ANONYMOUS_WITH_GROUP and not _nobody_named(details, kept):
        groups = check_groups(details.groups)
        present = sum(group.people for group in groups)
    _check_present(present)
    if not 3 <= details.rules.minimum_answers <= 5:
        raise InputProblem("The minimum answers can be 3, 4 or 5. Choose one of them.")
    return replace(
        details,
        agenda=check_agenda(details.agenda),
        title=title,
        partnership=details.partnership.strip(),
        place=details.place.strip(),
        facilitator=details.facilitator.strip(),
        present=present,
        groups=groups,
    )


def _nobody_named(details: Details, kept: Details | None) -> bool:
    """Return whether a workshop by partner has no partners, and had none before."""
    before = kept is not None and kept.privacy is details.privacy and not kept.groups
    return before and not details.groups


def _check_lengths(details: Details) -> None:
    for field, sentence in _TOO_LONG.items():
        if len(getattr(details, field)) > MAX_TITLE:
            raise InputProblem(sentence, limit=MAX_TITLE, field=field)


def _check_present(present: int) -> None:
    if not 1 <= present <= MAX_PRESENT:
        raise InputProblem(
            "People in the room can be 1 to {limit}. Type a number in between.", limit=MAX_PRESENT
        )


def _with_details(workshop: Workshop, details: Details) -> Workshop:
    """Return the workshop with other details; its thresholds stay those it was made with."""
    rules = replace(workshop.rules, minimum_answers=details.rules.minimum_answers)
    changed = workshop.prepared(replace(details, rules=rules))
    return replace(changed, position=place_in(changed, workshop))


def _carry_present(work: Work, rounds: tuple[Round, ...], present: int) -> None:
    for round_ in rounds:
        if round_.state is RoundState.OPEN and round_.present != present:
            work.save_round(replace(round_, present=present))
