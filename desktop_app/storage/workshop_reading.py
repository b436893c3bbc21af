"""From the plain values of a workshop file to a record that keeps every rule; knows no bytes.

Shapes and types are checked by msgspec, what the product promises of a workshop by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import msgspec

from desktop_app.domain.agenda import MAX_ITEM_TEXT, MAX_MINUTES, StepTime
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Framework
from desktop_app.domain.framework_names import is_language, named
from desktop_app.domain.framework_rules import mistakes
from desktop_app.domain.framework_sizes import too_many
from desktop_app.domain.pictures import MAX_ALT, MAX_PICTURES, looks_like_a_picture
from desktop_app.domain.plan import Commitment, Note, moved_id
from desktop_app.domain.priorities import MAX_DOTS, PriorityVote
from desktop_app.domain.result_rules import GROUP_FLOOR
from desktop_app.domain.rounds import MAX_PEOPLE, MERGED, Round, RoundKind, RoundState, Tally
from desktop_app.domain.texts import Phrase, phrase
from desktop_app.domain.workshop import MAX_PRESENT, Thresholds, Workshop, WorkshopRecord

from .earlier_checks import earlier_mistakes
from .shape_words import told

MAX_TEXT, MAX_LINE, MAX_THINGS, MAX_ROUNDS = 10_000, 200, 5_000, 5_000
_IDENTITY = re.compile(r"[\w-]{1,64}")
_NO_WORKSHOP_BEHIND = "elsewhere"
"""What an imported rehearsal rehearses: a workshop on another laptop."""

T = TypeVar("T")
_Count = Annotated[int, msgspec.Meta(ge=0, le=MAX_PEOPLE)]


class Mistake(Exception):
    """What will not do, as a sentence's second half."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.phrase = phrase


class _Part(msgspec.Struct, frozen=True):
    """The votes of one part of the room for 0 ("can't say"), 1, ... K."""

    votes: list[_Count]
    groups: list[Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_LINE)]] = []
    merged: bool = False


class _Dots(msgspec.Struct, frozen=True):
    """What a vote on priorities came to."""

    people: Annotated[int, msgspec.Meta(ge=0, le=MAX_PRESENT)]
    dots: dict[str, _Count]
    concordance: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None


class _Counted(msgspec.Struct, frozen=True):
    counted: list[_Part] = []


class _CountedDots(msgspec.Struct, frozen=True):
    counted: _Dots | None = None


class _File(msgspec.Struct, frozen=True):
    """The document; its parts stay plain until they have their ids."""

    workshop: dict[str, Any]
    framework: Framework
    rounds: Annotated[list[dict[str, Any]], msgspec.Meta(max_length=MAX_THINGS)]
    notes: Annotated[list[dict[str, Any]], msgspec.Meta(max_length=MAX_THINGS)]
    commitments: Annotated[list[dict[str, Any]], msgspec.Meta(max_length=MAX_THINGS)]
    priority_vote: dict[str, Any] | None = None
    times: Annotated[list[StepTime], msgspec.Meta(max_length=MAX_THINGS)] = []


def record_of(data: object, new_id: Callable[[], str]) -> WorkshopRecord:
    """Return the workshop of a file's plain values, all its ids new; raise Mistake."""
    file = _converted(data, _File, phrase("the file"))
    if (more := too_many(file.framework.actions)) is not None:  # before each is looked at
        raise Mistake(phrase("its framework will not do: {mistake}", mistake=more))
    file = msgspec.structs.replace(file, framework=named(file.framework))
    for mistake in mistakes(_unfrozen(file.framework)):
        raise Mistake(phrase("its framework will not do: {mistake}", mistake=mistake.phrase))
    workshop = _workshop(file, new_id)
    ids = {"workshop_id": workshop.id}
    vote = _vote(file, workshop, {"id": new_id()} | ids) if file.priority_vote else None
    found = [_round(r, workshop, {"id": new_id()} | ids) for r in file.rounds]
    record = WorkshopRecord(
        workshop,
        tuple(r for r in found if r.kind is RoundKind.ROOM),
        _notes(file.notes, workshop.id, new_id),
        tuple(_commitments(file.commitments, ids, new_id)),
        vote,
        tuple(file.times),
        tuple(r for r in found if r.kind is RoundKind.BEFORE),
    )
    _check(record)
    return record


def _unfrozen(framework: Framework) -> Framework:
    """Return the framework as its rules know it: a quick vote has its action's id by design."""
    actions = (
        replace(a, statements=(replace(a.quick, id=f"{a.quick.id[:38]}.q"),))
        if a.statements == (a.quick,)
        else a
        for a in framework.actions
    )
    return replace(framework, actions=tuple(actions))


def _converted(data: object, kind: type[T], what: Phrase) -> T:
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        sentence, _, place = str(error).partition(" - at ")
        place = place.strip("`").removeprefix("$").strip(".")
        raise Mistake(
            phrase(
                "{what} is not as it should be ({place}: {told})",
                what=what,
                place=place or phrase("as a whole"),
                told=told(sentence),
            )
        ) from None


def _workshop(file: _File, new_id: Callable[[], str]) -> Workshop:
    """Return the workshop; in version 1 it had no identity and spoke its framework's language."""
    rehearsal = file.workshop.get("rehearsal") is True
    own = {name: value for name, value in file.workshop.items() if name != "rehearsal"}
    own = {"language": file.framework.language} | own
    own |= {"id": new_id(), "framework": msgspec.to_builtins(file.framework)}
    workshop = _converted(own, Workshop, phrase("the workshop"))
    # The framework is the file's own value, so that equal frameworks are kept once.
    told = _NO_WORKSHOP_BEHIND if rehearsal else ""
    return replace(
        workshop,
        framework=file.framework,
        created_at=_in_utc(workshop.created_at),
        updated_at=_in_utc(workshop.updated_at),
        rehearsal_of=told,
        identity=workshop.identity or new_id(),
        whole=None,
    ).as_held()


def _in_utc(moment: datetime) -> datetime:
    """Return a moment by the clock it is kept by, which begins and ends with the calendar."""
    _require(moment.tzinfo is not None, phrase("a time has no time zone"))
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise Mistake(phrase("a time is in no year from 1 to 9999")) from None


def _notes(
    data: list[dict[str, Any]], workshop_id: str, new_id: Callable[[], str]
) -> tuple[Note, ...]:
    """Return all notes at once, as there may be thousands: their ids are one, and a number."""
    first = new_id()
    for number, note in enumerate(data):
        note["id"], note["workshop_id"] = f"{first}-{number:04}", workshop_id
    return _converted(data, tuple[Note, ...], phrase("a note"))


def _commitments(
    found: list[dict[str, Any]], ids: dict[str, str], new_id: Callable[[], str]
) -> Iterator[Commitment]:
    """Yield commitments with new ids that keep the identity they came with, each one's own."""
    known: set[str] = set()
    for data in found:
        identity, own = data.get("identity", ""), new_id()
        if isinstance(identity, str) and _IDENTITY.fullmatch(identity) and identity not in known:
            known.add(identity)
            own = moved_id(own, identity)
        yield _converted(data | ids | {"id": own}, Commitment, phrase("a commitment"))


def _round(data: dict[str, Any], workshop: Workshop, ids: dict[str, str]) -> Round:
    counts = _converted(data, _Counted, phrase("a vote"))
    own = {name: part for name, part in data.items() if name != "counted"}
    round_ = _converted(own | ids, Round, phrase("a vote"))
    tallies = tuple(t for part in counts.counted for t in _tallies(round_.channel, part, workshop))
    return replace(round_, tallies=tallies, ballots_in=sum(tally.votes for tally in tallies))


def _tallies(channel: Channel, part: _Part, workshop: Workshop) -> Iterator[Tally]:
    if len(part.votes) != workshop.framework.scale.size + 1:
        raise Mistake(phrase("a vote has not one count for each point of the scale"))
    if not part.merged and len(part.groups) > 1:
        raise Mistake(phrase("a vote has a part of several groups that is not marked as merged"))
    joined = "".join(MERGED + name for name in part.groups)
    label = (joined or MERGED) if part.merged else "".join(part.groups)
    for point, votes in enumerate(part.votes):
        if votes:
            yield Tally(channel, label, point, votes)


def _vote(file: _File, workshop: Workshop, ids: dict[str, str]) -> PriorityVote:
    data = file.priority_vote or {}
    counts = _converted(data, _CountedDots, phrase("the vote on priorities"))
    own = {name: part for name, part in data.items() if name != "counted"}
    vote = _converted(own | ids, PriorityVote, phrase("the vote on priorities"))
    found = counts.counted or _Dots(0, {})
    known = {action.id for action in workshop.framework.actions}
    _require(
        known >= set(found.dots), phrase("the vote on priorities names an action that is not there")
    )
    return replace(
        vote,
        ballots_in=found.people,
        dots_in=sum(found.dots.values()),
        dots=tuple(found.dots.items()),
        concordance=found.concordance,
    )


# -- what the product promises ----------------------------------------------------------------


def _check(record: WorkshopRecord) -> None:
    _check_workshop(record.workshop)
    for mistake in earlier_mistakes(record.workshop):
        raise Mistake(mistake)
    _check_rounds(record)
    _check_places(record)
    _check_texts(record)
    vote = record.priority_vote
    if vote is not None:
        _require(
            vote.state is RoundState.REVEALED, phrase("the vote on priorities is not revealed")
        )
        _require(
            1 <= vote.dots_each <= MAX_DOTS,
            phrase("people have 1 to {most} dots each", most=MAX_DOTS),
        )
        _require(1 <= vote.present <= MAX_PRESENT, _PEOPLE)


_PEOPLE = phrase("people in the room can be 1 to {most}", most=MAX_PRESENT)


def _require(holds: bool, mistake: Phrase) -> None:
    if not holds:
        raise Mistake(mistake)


def _check_workshop(workshop: Workshop) -> None:
    rules = workshop.rules
    _require(bool(workshop.title.strip()), phrase("the workshop has no title"))
    _require(1 <= workshop.present <= MAX_PRESENT, _PEOPLE)
    _require(0 <= workshop.observers <= MAX_PRESENT, phrase("there are too many observers"))
    _require(all(0 <= g.people <= MAX_PRESENT for g in workshop.groups), _PEOPLE)
    _require(3 <= rules.minimum_answers <= 5, phrase("the fewest answers shown can be 3 to 5"))
    _require(
        GROUP_FLOOR <= rules.group_minimum <= 100, phrase("a group shown needs 5 answers or more")
    )
    _require(
        1 <= rules.small_group_below <= 100, phrase("a small group has fewer than 1 to 100 ratings")
    )
    _check_thresholds(rules.thresholds)
    _require(
        1 <= workshop.dots_each <= MAX_DOTS,
        phrase("people have 1 to {most} dots each", most=MAX_DOTS),
    )
    _require(len(workshop.fist) in (0, 6), phrase("a fist to five has six counts"))
    _require(
        all(0 <= n <= MAX_PRESENT for n in workshop.fist), phrase("a fist to five has six counts")
    )
    _require(_IDENTITY.fullmatch(workshop.identity) is not None, phrase("its identity is none"))
    _require(1 <= workshop.revision < 1_000_000_000, phrase("its revision is no proper number"))
    _require(is_language(workshop.language), phrase("its language is no language tag"))
    minutes = all(0 <= item.minutes <= MAX_MINUTES for item in workshop.agenda)
    _require(minutes, phrase("a step has 0 to {most} minutes", most=MAX_MINUTES))
    _require(bool(workshop.framework.actions), phrase("its agenda leaves every statement out"))
    lines = (len(line) for item in workshop.agenda for line in (item.step, item.title, item.at))
    texts = (len(item.text) for item in workshop.agenda)
    alts = max((len(item.alt) for item in workshop.agenda), default=0)
    fits = max(lines, default=0) <= MAX_LINE and max(texts, default=0) <= MAX_ITEM_TEXT
    _require(fits and alts <= MAX_ALT, phrase("an item of its agenda is too long"))
    pictures = [item.picture for item in workshop.agenda if item.picture]
    _require(len(pictures) <= MAX_PICTURES, phrase("its agenda has too many pictures"))
    sound = all(map(looks_like_a_picture, pictures))
    _require(sound, phrase("a picture of its agenda is none, or too large"))


def _check_thresholds(at: Thresholds) -> None:
    shares = (at.broad_share, at.opposing_share, at.cannot_say_share)
    sound = 1 <= at.strong_percent <= 100 and all(1 <= share <= 100 for share in shares)
    sound = sound and 1 <= at.opposing_least <= 100 and 1 <= at.minority_points <= 6
    _require(sound, phrase("the thresholds of agreement cannot be met"))


def _check_rounds(record: WorkshopRecord) -> None:
    framework = record.workshop.framework
    known, points = {s.id for s in framework.statements}, framework.scale.size
    ordinals: dict[tuple[str, RoundKind], list[int]] = {}
    for round_ in record.all_rounds:
        _require(round_.statement_id in known, phrase("a vote is on a statement that is not there"))
        _require(round_.state is RoundState.REVEALED, phrase("a vote is not revealed"))
        _require(0 <= round_.present <= MAX_PEOPLE, phrase("a vote has too many people"))
        settled = round_.settled_point
        _require(
            settled is None or 1 <= settled <= points, phrase("a settled view is not on the scale")
        )
        ordinals.setdefault((round_.statement_id, round_.kind), []).append(round_.ordinal)
    for found in ordinals.values():
        # There may be gaps: a vote that was not revealed stayed behind.
        _require(len(found) == len({*found}), phrase("a statement has the same round twice"))
        _require(
            all(1 <= place <= MAX_ROUNDS for place in found), phrase("a round has no proper number")
        )


def _check_places(record: WorkshopRecord) -> None:
    ordinals = (note.ordinal for note in record.notes if note.ordinal is not None)
    sound = all(1 <= place <= MAX_ROUNDS for place in ordinals)
    _require(sound, phrase("a note is on a round that has no proper number"))
    times = all(time.seconds >= 0 and time.added_minutes >= 0 for time in record.times)
    _require(times, phrase("a step took less than no time"))


def _check_texts(record: WorkshopRecord) -> None:
    workshop = record.workshop
    lines = (workshop.title, workshop.partnership, workshop.place, workshop.facilitator)
    labels = Counter(group.label for group in workshop.groups)
    _require(all(len(line) <= MAX_LINE for line in (*lines, *labels)), phrase("a line is too long"))
    _require(all(count == 1 for count in labels.values()), phrase("a group is there twice"))
    texts = [workshop.headline, *(note.text for note in record.notes)]
    for taken in record.commitments:
        texts += [taken.title, taken.how, taken.because, taken.owner]
        texts += [taken.measure, taken.first_move]
    _require(max(map(len, texts)) <= MAX_TEXT, phrase("a text is too long"))
