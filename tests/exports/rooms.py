"""Rooms for the tests of exports: the sample, an ugly one, and any that hypothesis thinks of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Framework, Source
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Group, Privacy, WorkshopRecord
from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
from tests.unit.builders import make_framework, make_grouped_round, make_round, make_workshop

NOON = datetime(2027, 5, 14, 12, tzinfo=UTC)
FORMULA = '=HYPERLINK("http://x.invalid","+1")'
UGLY = (
    FORMULA, "+44 20", "-1; =2", "@SUM(A1)", "\t=1", "\r\n=1", "<b>&amp;</b><script>x</script>",
    "bell\x07 null\x00 half\ud800", "\u202eright to left", "שלום עולם", "Ŵŷ €, 'quote' \"double\"",
    "-- ]]> {0} %s \\n", "x" * 9_000, "",
)  # fmt: skip


def sample() -> WorkshopRecord:
    """Give the sample workshop."""
    return BuiltInSamples().sample(BuiltInFrameworks().built_in(), NOON)


def sound(points: int = 5) -> Framework:
    """Give a small framework that keeps every rule of one."""
    known = Source("V&H03", "Vangen and Huxham 2003", "Nurturing", "Trust grows")
    return replace(make_framework(points), sources=(known,))


def vote(
    dots: tuple[tuple[str, int], ...] = (("T", 20), ("A", 10)),
    people: int = 10,
    state: RoundState = RoundState.REVEALED,
) -> PriorityVote:
    """Give a vote on priorities by turns."""
    placed = sum(count for _, count in dots)
    return PriorityVote("p1", "w1", state, Channel.TURNS, 3, 12, people, placed, dots, 0.25)


def ugly() -> WorkshopRecord:
    """Give two hundred people on seven points, small groups, and texts nobody should type."""
    workshop = replace(
        make_workshop(sound(7), present=200, privacy=Privacy.ANONYMOUS_WITH_GROUP),
        title=FORMULA, partnership=UGLY[7], place=UGLY[6], facilitator=UGLY[8], headline=UGLY[0],
        held_on=date(2027, 5, 14), review_on=date(9999, 12, 31), observers=3,
        groups=(Group("=1", 190), Group(UGLY[6], 10)), fist=(0, 1, 2, 3, 4, 190),
        status=WorkshopStatus.RUNNING, is_sample=True, rehearsal_of="w0",
    )  # fmt: skip
    big = {
        "=1": (1, 20, 20, 20, 30, 40, 30, 27),
        UGLY[6]: (0, 1, 0, 1, 1, 0, 0, 0),
        "": (0,) * 7 + (9,),
    }
    rounds = (
        make_grouped_round(big, present=200),
        replace(make_grouped_round(big, present=200), id="T1-2", ordinal=2, difference_reason="=1"),
        make_round("T2", (0, 0, 1, 0, 1, 0, 0), present=200),
        replace(make_round("A1", (9,) * 7, state=RoundState.CLOSED), settled_point=3),
        make_round("A2", (9,) * 7, state=RoundState.OPEN),
    )
    notes = tuple(
        Note(f"n{i}", "w1", kind, UGLY[i % len(UGLY)], *where)
        for i, kind in enumerate([*NoteKind] * 60)
        for where in [(("T1", None, 1), (None, "A", None), (None, None, None))[i % 3]]
    )
    plan = tuple(
        Commitment(
            f"c{i}", "w1", i, text or "Untitled", ("T", None)[i % 2], None, text, text, ("V&H03",),
            text, date(2027, 6, 1) if i % 2 else None, text, text,
        )
        for i, text in enumerate(UGLY * 3)
    )  # fmt: skip
    return WorkshopRecord(workshop, rounds, notes, plan, vote())


_votes = st.tuples(*[st.integers(0, 4)] * 6)
_few = st.dictionaries(
    st.sampled_from(["", "a", "b", "c"]), st.tuples(*[st.integers(0, 2)] * 6), max_size=4
)
_groups = st.dictionaries(st.sampled_from(["", "a", "b", "c"]), _votes, max_size=4)


def _round(draw: st.DrawFn, statement: str) -> Round:
    """Give a revealed round whose ballots came by hands, in secret, or by both."""
    seen = make_grouped_round(draw(_groups), statement_id=statement)
    ways = draw(st.sampled_from(["hands", "secret", "both"]))
    if ways == "hands":
        return seen
    beside = make_grouped_round(draw(_few), statement_id=statement) if ways == "both" else seen
    secret = tuple(replace(tally, channel=Channel.PAPER) for tally in beside.tallies)
    tallies = (*seen.tallies, *secret) if ways == "both" else secret
    cast = sum(tally.votes for tally in tallies)
    return replace(seen, tallies=tallies, ballots_in=cast, present=cast)


@st.composite
def rooms(draw: st.DrawFn) -> WorkshopRecord:
    """Give small rooms with groups, up to three rounds, and votes in every state."""
    rounds: list[Round] = []
    for statement, ordinal in (("T1", 1), ("T1", 2), ("T1", 3), ("T2", 1), ("A1", 1)):
        base = _round(draw, statement)
        state = draw(st.sampled_from([RoundState.REVEALED] * 3 + [RoundState.CLOSED]))
        channel = draw(st.sampled_from([Channel.HANDS, Channel.TURNS]))
        rounds.append(
            replace(
                base, id=f"{statement}-{ordinal}", ordinal=ordinal, state=state, channel=channel
            )
        )
    privacy = draw(st.sampled_from(Privacy))
    people = draw(st.integers(0, 8))
    workshop = replace(
        make_workshop(sound(), privacy=privacy),
        rules=replace(make_workshop().rules, minimum_answers=draw(st.sampled_from([3, 5]))),
        fist=draw(st.sampled_from([(), (0, 1, 1, 0, 0, 0), (1, 1, 1, 1, 1, 1)])),
    )
    dots = (("T", people), ("A", 2 * people))
    state = draw(st.sampled_from([RoundState.CLOSED, RoundState.REVEALED]))
    return WorkshopRecord(workshop, tuple(rounds), (), (), vote(dots, people, state))
