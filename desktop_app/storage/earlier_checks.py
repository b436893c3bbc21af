"""What a workshop file may say of the workshops before it; types are checked already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.earlier import MAX_EARLIER, MAX_WORD, Earlier, EarlierStatement, EarlierVote
from desktop_app.domain.framework import MAX_POINTS, MIN_POINTS
from desktop_app.domain.result_rules import GROUP_FLOOR
from desktop_app.domain.rounds import MAX_PEOPLE
from desktop_app.domain.texts import Phrase, phrase
from desktop_app.domain.workshop import MAX_PRESENT, Workshop

_MAX_LINE, _MAX_TEXT, _MAX_THINGS, _MAX_VOTES = 200, 10_000, 1_000, MAX_PEOPLE
_TOO_LONG = phrase("a text of an earlier workshop is too long")
_NO_VOTE = phrase("a vote of an earlier workshop is none")


def earlier_mistakes(workshop: Workshop) -> Iterator[Phrase]:
    """Yield what will not do in a workshop's earlier ones and its progress."""
    if len(workshop.earlier) > MAX_EARLIER:
        yield phrase("it follows more than {most} earlier workshops", most=MAX_EARLIER)
    for earlier in workshop.earlier[:MAX_EARLIER]:
        yield from _mistakes(earlier)
    known = [taken.identity for one in workshop.earlier[:1] for taken in one.commitments]
    told = [one.commitment for one in workshop.progress]
    if len(set(told)) < len(told) or not set(told) <= set(known):
        yield phrase("its progress is not that of the earlier workshop’s commitments")
    if any(len(one.word) > MAX_WORD for one in workshop.progress):
        yield _TOO_LONG


def _mistakes(earlier: Earlier) -> Iterator[Phrase]:
    things = (earlier.actions, earlier.statements, earlier.commitments, earlier.partners)
    if any(len(found) > _MAX_THINGS for found in things):
        yield phrase("an earlier workshop holds too much")
        return
    if any(len(line) > _MAX_LINE for line in _lines(earlier)):
        yield _TOO_LONG
    if any(len(text) > _MAX_TEXT for text in _texts(earlier)):
        yield _TOO_LONG
    identities = [one.identity for one in earlier.commitments]
    if len(set(identities)) < len(identities):
        yield phrase("a commitment of an earlier workshop is there twice")
    if not 0 <= earlier.present <= MAX_PRESENT:
        yield _NO_VOTE
    for statement in earlier.statements:
        if not _is_sound(statement):
            yield _NO_VOTE


def _lines(earlier: Earlier) -> Iterator[str]:
    yield from (earlier.identity, earlier.title, earlier.partnership, *earlier.partners)
    yield from (earlier.framework_id, earlier.framework_version, earlier.framework_title)
    for statement in earlier.statements:
        yield from (statement.id, statement.action_id, statement.name, *statement.labels)
    for action in earlier.actions:
        yield from (action.id, action.title, action.short_title)
    for taken in earlier.commitments:
        yield from (taken.identity, *taken.step_ids, *taken.leans_on)


def _texts(earlier: Earlier) -> Iterator[str]:
    yield from (statement.text for statement in earlier.statements)
    for taken in earlier.commitments:
        yield from (taken.title, taken.how, taken.owner, taken.measure, taken.first_move)


def _is_sound(statement: EarlierStatement) -> bool:
    vote, points = statement.vote, len(statement.labels)
    if not MIN_POINTS <= points <= MAX_POINTS:
        return False
    if vote is None:
        return True
    if not 0 <= vote.present <= MAX_PEOPLE or (vote.is_hidden and (vote.parts or vote.cannot_say)):
        return False
    return vote.is_hidden or _is_counted(vote, points)


def _is_counted(vote: EarlierVote, points: int) -> bool:
    """Return whether all counts are counts, and each part one that could have been shown."""
    whole = (vote.cannot_say, *vote.counts)
    parts = [(part.cannot_say, *part.counts) for part in vote.parts]
    if any(len(one) != points + 1 or not _are_counts(one) for one in (whole, *parts)):
        return False
    together = [sum(column) for column in zip(*parts, strict=True)] or [0]
    enough = all(sum(part.counts) >= GROUP_FLOOR for part in vote.parts)
    return enough and all(sum_ <= all_ for sum_, all_ in zip(together, whole, strict=False))


def _are_counts(found: Iterable[int]) -> bool:
    return all(0 <= count <= _MAX_VOTES for count in found)
