"""Who can see what is true of each channel, is said in one place, and stands wherever it must."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from desktop_app.documents.ballots import in_the_room
from desktop_app.documents.brief import brief_content
from desktop_app.documents.more_tables import about_table
from desktop_app.documents.script import script_content
from desktop_app.documents.tables import facts_of
from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Privacy, Workshop
from desktop_app.scenes.ballot import ballot_at
from desktop_app.scenes.stage import scene_at
from desktop_app.words.names import privacy_name
from desktop_app.words.who_sees import (
    ballot_line,
    channel_line,
    dots_line,
    mode_name,
    privacy_sentence,
    promise,
    promise_of_ways,
    secrecy_name,
)
from tests.helpers import ROOT
from tests.unit.builders import make_record, make_round, make_workshop

SECRET = (Channel.TURNS, Channel.NUMBER_KEYS, Channel.PAPER)
T1, WELCOME = Step(StepKind.STATEMENT, "T1"), Step(StepKind.WELCOME)
SEEN = (None, False, True)
PLACES = list(product(Channel, SEEN))


def workshop(channel: Channel, seen: bool | None) -> Workshop:
    return replace(make_workshop(), channel=channel, ballot_seen=seen)


# What is said


@pytest.mark.parametrize("privacy", Privacy)
def test_hands_are_never_called_anonymous(privacy: Privacy) -> None:
    said = (
        promise(privacy, Channel.HANDS),
        channel_line(Channel.HANDS),
        dots_line(Channel.HANDS),
        privacy_sentence(privacy),
    )
    assert "anonymous" not in " ".join(said).lower()
    name = secrecy_name(privacy, Channel.HANDS)
    assert (name == privacy_name(privacy)) is (privacy is Privacy.OPEN)
    assert "nonymous" not in name


@pytest.mark.parametrize("privacy", Privacy)
@pytest.mark.parametrize("channel", Channel)
def test_no_document_about_hands_says_anonymous(privacy: Privacy, channel: Channel) -> None:
    """Every row of the data that says how votes were kept, by each way and by a second one."""
    round_ = make_round("T1", (0, 1, 2, 2, 1))
    for second in (channel, Channel.HANDS):
        rounds = (replace(round_, channel=one) for one in (channel, second))
        record = make_record(*rounds, workshop=replace(make_workshop(), privacy=privacy))
        told = dict(row[:2] for row in about_table(facts_of(record)).rows)["Privacy"]
        hands = Channel.HANDS in (channel, second)
        secret = privacy is not Privacy.OPEN and not hands
        assert ("nonymous" in told) is secret
        assert told == mode_name(privacy, {channel, second})


@pytest.mark.parametrize("privacy", [Privacy.ANONYMOUS, Privacy.ANONYMOUS_WITH_GROUP])
def test_turns_on_a_screen_that_the_room_sees_are_not_called_anonymous(privacy: Privacy) -> None:
    said = f"{promise(privacy, Channel.TURNS, seen=True)} {channel_line(Channel.TURNS, seen=True)}"
    assert "anonymous" not in said.lower()
    assert "looks" in said
    assert "sees your choice until you confirm it" in said
    assert "nonymous" not in secrecy_name(privacy, Channel.TURNS, seen=True)
    assert ballot_line(seen=True) != ballot_line(seen=False)


@pytest.mark.parametrize("channel", SECRET)
@pytest.mark.parametrize("privacy", [Privacy.ANONYMOUS, Privacy.ANONYMOUS_WITH_GROUP])
def test_a_secret_vote_is_promised_what_is_kept_of_it(privacy: Privacy, channel: Channel) -> None:
    said = promise(privacy, channel)
    assert said.startswith("Votes are anonymous. ")
    assert privacy_sentence(privacy) in said
    assert "the order is written nowhere: only somebody who looked into this laptop" in said


def test_only_turns_depend_on_who_sees_the_screen() -> None:
    for say in (channel_line, dots_line):
        differ = {c for c in Channel if say(c, seen=True) != say(c, seen=False)}
        assert differ == {Channel.TURNS}


def test_every_channel_has_a_line_of_its_own_that_is_short() -> None:
    for say in (channel_line, dots_line):
        lines = [say(channel, seen=seen) for channel, seen in product(Channel, (False, True))]
        assert len(set(lines)) == len(Channel) + 1
        assert max(map(len, lines)) <= 125


# Where it stands


@pytest.mark.parametrize(("channel", "seen"), PLACES)
def test_the_stage_says_it_at_the_welcome_before_a_vote_and_in_it(
    channel: Channel, seen: bool | None
) -> None:
    line = channel_line(channel, seen=bool(seen))
    about = workshop(channel, seen)
    welcome = scene_at(make_record(workshop=about), WELCOME)
    assert welcome.privacy == promise(about.privacy, channel, seen=bool(seen))  # type: ignore[union-attr]
    assert scene_at(make_record(workshop=about), T1).footer == line  # type: ignore[union-attr]
    vote = replace(make_round("T1", (0,) * 5, state=RoundState.OPEN, present=12), channel=channel)
    assert scene_at(make_record(vote, workshop=about), T1).footer == line  # type: ignore[union-attr]
    ballot = ballot_at(make_record(vote, workshop=about), T1)
    assert (ballot is not None) is (channel is Channel.TURNS)
    if ballot is not None:
        assert ballot.who_sees == line
        assert ballot.at_hand == ballot_line(seen=bool(seen))


@pytest.mark.parametrize(("channel", "seen"), PLACES)
def test_script_and_brief_say_the_promise_and_the_line(channel: Channel, seen: bool | None) -> None:
    about = workshop(channel, seen)
    told = promise_of_ways(about.privacy, channel, seen=bool(seen))
    assert told.startswith(promise(about.privacy, channel, seen=bool(seen)))
    said_by_the_promise = channel is Channel.HANDS or (channel is Channel.TURNS and bool(seen))
    line = channel_line(channel, seen=bool(seen))
    assert told.endswith(f" {line}") is not said_by_the_promise
    assert script_content(make_record(workshop=about)).privacy == told
    assert brief_content(about).privacy.startswith(f"{told} ")


@pytest.mark.parametrize("privacy", Privacy)
def test_paper_ballots_say_the_promise_of_paper(privacy: Privacy) -> None:
    about = replace(workshop(Channel.HANDS, None), privacy=privacy)
    last = in_the_room(make_record(workshop=about))[-1]
    assert last == f"{promise(privacy, Channel.PAPER)} {channel_line(Channel.PAPER)}"


SAID_ONCE = ("running total", "nonymous", "sees your choice", "see your choice", "whose hand is up")
MAY_SAY = {"who_sees.py": SAID_ONCE, "names.py": ("nonymous",)}


def sayings(path: Path) -> Iterator[str]:
    """Yield the texts of a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.slow
def test_nobody_else_words_it_anew() -> None:
    found = [
        (str(path.relative_to(ROOT)), text)
        for path in (ROOT / "desktop_app").rglob("*.py")
        for text in sayings(path)
        for part in SAID_ONCE
        if part in text and " " in text and part not in MAY_SAY.get(path.name, ())
    ]
    assert found == []
