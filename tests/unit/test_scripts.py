"""What the facilitator may say: for every step, by channel, and after a reveal by what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind, workshop_steps
from desktop_app.words.scripts import script_at

from .builders import make_record, make_round

T1 = Step(StepKind.STATEMENT, "T1")
COUNTS = (6, 0, 0, 0, 6)


def test_every_step_has_something_to_say_and_to_watch_for() -> None:
    record = make_record()
    for step in workshop_steps(record.workshop.framework):
        words = script_at(record, step)
        assert words.say.endswith((".", "?", "”"))
        assert words.watch.endswith(".")


@pytest.mark.parametrize("channel", [c for c in Channel if c is not Channel.FILE])
@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_before_the_reveal_the_ballots_change_no_word(channel: Channel, state: RoundState) -> None:
    seen = {
        script_at(make_record(replace(make_round("T1", c, state=state), channel=channel)), T1)
        for c in (COUNTS, (0, 0, 0, 12, 0), (12, 0, 0, 0, 0), (0, 0, 1, 0, 0))
    }
    assert len(seen) == 1


def test_each_channel_has_its_own_words() -> None:
    votes = [replace(make_round("T1", COUNTS, state=RoundState.OPEN), channel=c) for c in Channel]
    assert len({script_at(make_record(vote), T1).say for vote in votes}) >= 4


@pytest.mark.parametrize(
    ("counts", "cannot_say", "say", "watch"),
    [
        (COUNTS, 0, "in two ways", "hear the smaller one first"),
        ((2, 2, 4, 2, 2), 0, "spread", "middle"),
        ((0, 0, 0, 12, 0), 0, "built on", "politeness"),
        ((12, 0, 0, 0, 0), 0, "not there yet", "blame"),
        ((5, 6, 1, 0, 0), 0, "not there yet", "blame"),
        ((1, 0, 0, 0, 11), 0, "", "the few who see it differently"),
        ((0, 0, 0, 0, 8), 8, "", "it is a finding"),
        ((0, 0, 0, 6, 0), 0, "", "they start a talk"),
        ((0, 0, 1, 1, 0), 0, "stay hidden", "kept silent"),
    ],
)
def test_after_the_reveal_the_result_chooses_the_words(
    counts: tuple[int, ...], cannot_say: int, say: str, watch: str
) -> None:
    words = script_at(make_record(make_round("T1", counts, cannot_say)), T1)
    assert say in words.say
    assert watch in words.watch
