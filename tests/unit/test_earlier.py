"""What a follow-up keeps of an earlier workshop: what was shown there, and what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.analysis.earlier import earlier_of, first_vote, result_then
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import (
    Earlier,
    EarlierCommitment,
    EarlierPart,
    EarlierVote,
    Progress,
    Standing,
    progress_of,
    with_progress,
)
from desktop_app.domain.plan import Commitment, TakenFor, again_key
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import Privacy, WorkshopRecord

from .builders import make_grouped_round, make_record, make_round, make_workshop

MAY = date(2027, 5, 14)


def by_partner(*rounds: Round) -> WorkshopRecord:
    base = replace(make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP), held_on=MAY)
    return make_record(*rounds, workshop=base)


def vote_of(record: WorkshopRecord, statement: str = "T1") -> EarlierVote | None:
    found = earlier_of(record).statement(statement)
    assert found is not None
    return found.vote


def test_a_statement_is_kept_as_it_was_worded() -> None:
    earlier = earlier_of(make_record(make_round("T1", (0, 1, 5, 2, 0), 1)))
    first = earlier.statements[0]
    assert first.text == "At the moment, leaders help us to text T1."
    assert first.labels == ("Label 1", "Label 2", "Label 3", "Label 4", "Label 5")
    assert first.vote == EarlierVote(Channel.HANDS, 9, (0, 1, 5, 2, 0), 1)
    assert [one.vote for one in earlier.statements[1:]] == [None, None, None]


def test_the_vote_is_the_first_one_however_the_room_voted_later() -> None:
    again = make_round("T1", (0, 0, 0, 0, 9), ordinal=2)
    vote = vote_of(make_record(make_round("T1", (0, 1, 5, 2, 0)), again))
    assert vote is not None
    assert vote.counts == (0, 1, 5, 2, 0)
    assert vote_of(make_record(again)) is None


def test_what_was_not_revealed_is_not_in_it() -> None:
    closed = make_round("T1", (0, 1, 5, 2, 0), state=RoundState.CLOSED)
    record = make_record(closed)
    assert first_vote(record, "T1") is None
    assert vote_of(record) is None


def test_too_few_answers_leave_only_that_there_was_a_vote() -> None:
    twins = [
        make_record(make_round("T1", c, present=9)) for c in ((1, 1, 1, 0, 0), (0, 0, 0, 1, 2))
    ]
    votes = [vote_of(record) for record in twins]
    assert votes[0] == votes[1] == EarlierVote(Channel.HANDS, 9)
    assert votes[0] is not None
    assert result_then(votes[0], twins[0].workshop.rules) is None


def test_parts_are_those_that_were_shown_and_small_ones_come_merged() -> None:
    groups = {"Council": (0, 0, 0, 6), "Health": (0, 1, 0, 2), "Police": (0, 0, 0, 1, 0, 1)}
    vote = vote_of(by_partner(make_grouped_round(groups)))
    assert vote is not None
    assert vote.parts == (
        EarlierPart(("Council",), (0, 0, 6, 0, 0), 0),
        EarlierPart(("Health", "Police"), (1, 0, 3, 0, 1), 0, merged=True),
    )
    dealt = {**groups, "Health": (0, 0, 0, 2, 0, 1), "Police": (0, 1, 0, 1)}
    assert vote_of(by_partner(make_grouped_round(dealt))) == vote


def test_an_anonymous_room_has_no_parts() -> None:
    groups = {"Council": (0, 0, 0, 6), "Health": (0, 1, 0, 5)}
    vote = vote_of(make_record(make_grouped_round(groups)))
    assert vote is not None
    assert vote.parts == ()


def test_a_commitment_comes_without_the_votes_that_its_reason_counts() -> None:
    keys = f"T-L1 {TakenFor('T1', 1, None).key}"
    taken = Commitment("c1", "w1", 0, "Rotate", "T", keys, because="8 of 12 rated 1", due=MAY)
    earlier = earlier_of(replace(by_partner(), commitments=(taken,)))
    assert earlier.commitments == (
        EarlierCommitment(taken.identity, "Rotate", "T", ("T-L1",), due=MAY, promised_on=MAY),
    )
    assert "8 of 12" not in repr(earlier)


def followed(*progress: Progress, again: str = "") -> Earlier:
    """Return the copy of a follow-up in which two commitments were looked at."""
    open_before = (EarlierCommitment("one", "One", due=MAY), EarlierCommitment("two", "Two"))
    before = replace(earlier_of(make_record()), commitments=open_before)
    workshop = replace(make_workshop(), earlier=(before,), progress=progress)
    plan = (Commitment("c2", "w1", 0, "Again", step_id=again_key(again)),) if again else ()
    return earlier_of(replace(make_record(workshop=workshop), commitments=plan))


def test_what_is_neither_done_nor_dropped_goes_on_with_its_new_date() -> None:
    june = date(2028, 6, 1)
    stuck = Progress("one", Standing.STUCK, "no room", june)
    kept = followed(stuck, Progress("two", Standing.DONE))
    assert [(one.identity, one.due) for one in kept.commitments] == [("one", june)]
    assert [one.identity for one in followed().commitments] == ["one", "two"]
    assert followed(Progress("two", Standing.DROPPED)).commitments[0].due == MAY


def test_what_was_taken_on_again_is_there_once() -> None:
    kept = followed(again="one")
    assert [one.title for one in kept.commitments] == ["Again", "Two"]


def test_news_of_a_commitment_take_the_place_of_older_ones() -> None:
    known = with_progress((Progress("one", Standing.DONE), Progress("two")), Progress("one"))
    assert known == (Progress("two"),)
    known = with_progress(known, Progress("two", Standing.STUCK))
    assert progress_of(known, "two").standing is Standing.STUCK
    assert progress_of(known, "three") == Progress("three")
