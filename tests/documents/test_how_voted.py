"""Each report says how people voted, by statement and over the day, and why ballots are missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2

from desktop_app.documents.report import full_content
from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import Tally
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.report.full_report import write_full_report
from tests.report.builders import make_day


def voted(*channels: Channel, seen: bool = False) -> WorkshopRecord:
    """Return a day whose first votes were cast so, and all others on paper."""
    day = make_day()
    ways = (*channels, *[Channel.PAPER] * len(day.rounds))
    rounds = tuple(
        replace(r, channel=way, tallies=tuple(replace(t, channel=way) for t in r.tallies))
        for r, way in zip(day.rounds, ways, strict=False)
    )
    return replace(day, workshop=replace(day.workshop, ballot_seen=seen), rounds=rounds)


def remarks(record: WorkshopRecord, statement: str) -> str:
    parts = (part for action in full_content(record).actions for part in action.statements)
    return " ".join(next(part.remarks for part in parts if part.key == statement))


def test_the_method_counts_the_votes_by_how_they_were_cast() -> None:
    record = voted(Channel.HANDS, Channel.HANDS, Channel.TURNS)
    votes = len(record.rounds)
    method = full_content(record).method
    assert f"2 of {votes} votes were shows of hands, seen by the room." in method
    assert f"1 of {votes} votes were cast in turns, each alone at the laptop." in method
    assert f"{votes - 3} of {votes} votes were cast on paper, unseen." in method


def test_all_votes_of_a_kind_are_told_in_words() -> None:
    votes = len(voted().rounds)
    assert f"All {votes} votes were cast on paper, unseen." in full_content(voted()).method
    hands = voted(*[Channel.HANDS] * votes)
    told = full_content(hands).method
    assert f"All {votes} votes were shows of hands, seen by the room." in told
    one = replace(hands, rounds=hands.rounds[:1])
    assert "The vote was a show of hands, seen by the room." in full_content(one).method


def test_turns_on_the_only_screen_were_not_alone() -> None:
    record = voted(Channel.TURNS, seen=True)
    assert "on a screen that the room could see" in full_content(record).method
    assert "alone" not in full_content(record).method


def test_each_statement_says_how_its_votes_were_cast() -> None:
    record = voted(Channel.HANDS)
    first = record.rounds[0]
    assert "Voted by show of hands, seen by the room." in remarks(record, first.statement_id)
    again = replace(first, id="again", ordinal=2, channel=Channel.PAPER)
    again = replace(again, tallies=tuple(replace(t, channel=Channel.PAPER) for t in again.tallies))
    twice = replace(record, rounds=(*record.rounds, again))
    assert (
        "First vote by show of hands, seen by the room. Second vote on paper, unseen."
        in remarks(twice, first.statement_id)
    )


def test_a_vote_in_several_ways_says_whether_hands_were_seen() -> None:
    record = voted(Channel.PAPER)
    first = record.rounds[0]
    mixed = replace(first, tallies=(*first.tallies, Tally(Channel.HANDS, "", 3, 1)))
    record = replace(record, rounds=(mixed, *record.rounds[1:]))
    assert "one of them a show of hands" in remarks(record, first.statement_id)


def test_why_a_rating_is_missing_is_printed(tmp_path: Path) -> None:
    record = voted()
    first = replace(record.rounds[0], difference_reason="One was called away.")
    record = replace(record, rounds=(first, *record.rounds[1:]))
    write_full_report(record, tmp_path / "report.pdf")
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as pdf:
        text = " ".join(" ".join(p.get_textpage().get_text_range() for p in pdf).split())
    assert "why ballots and people differ: One was called away." in text
