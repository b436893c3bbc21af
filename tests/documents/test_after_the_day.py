"""Papers of a workshop that is over wait for nothing, and say of it only what was so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.bootstrap import _write_document
from desktop_app.documents.kinds import DOCUMENTS, DocumentKind
from desktop_app.documents.report import full_content
from desktop_app.documents.script import script_content
from desktop_app.documents.summary import summary_content
from desktop_app.domain.channels import Channel
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from desktop_app.words.who_sees import promise_of_ways
from tests.exports.word import text as text_of_word
from tests.report.builders import make_day
from tests.report.pdf import flowing_text_of, needs_poppler, pages_of
from tests.unit.builders import make_round

ONE_STATEMENT = replace(make_day(), rounds=(make_round("T1", (1, 3, 4, 3, 1)),), commitments=())
TELLING = (
    DocumentKind.SUMMARY,
    DocumentKind.REPORT,
    DocumentKind.BOARD,
    DocumentKind.SUMMARY_WORD,
    DocumentKind.REPORT_WORD,
    DocumentKind.WEB,
    DocumentKind.MAIL,
)


def told(
    kind: DocumentKind, status: WorkshopStatus, folder: Path, day: WorkshopRecord = ONE_STATEMENT
) -> str:
    target = folder / f"paper{kind.about.suffix}"
    record = replace(day, workshop=replace(day.workshop, status=status))
    _write_document(DOCUMENTS[kind], record, target, PrintOptions())
    read = {".pdf": flowing_text_of, ".docx": text_of_word}.get(target.suffix, Path.read_text)
    return " ".join(read(target).split())


@pytest.mark.slow
@needs_poppler
@pytest.mark.parametrize("kind", TELLING, ids=lambda kind: kind.value)
def test_no_paper_says_yet_of_a_day_that_is_over(kind: DocumentKind, tmp_path: Path) -> None:
    over = told(kind, WorkshopStatus.CLOSED, tmp_path)
    assert "No next step was taken on." in over
    assert " yet" not in over
    going = told(kind, WorkshopStatus.RUNNING, tmp_path)
    assert "No next step has been taken on yet. Each one needs an owner" in going


@needs_poppler
@pytest.mark.parametrize(
    "kind", [*TELLING, DocumentKind.LARGE_SUMMARY], ids=lambda kind: kind.value
)
def test_a_day_without_a_vote_waits_for_none_once_it_is_over(
    kind: DocumentKind, tmp_path: Path
) -> None:
    empty = replace(ONE_STATEMENT, rounds=(), priority_vote=None)
    over = told(kind, WorkshopStatus.CLOSED, tmp_path, empty)
    assert "Nothing was rated and revealed." in over
    assert " yet" not in over
    assert "revealed yet." in told(kind, WorkshopStatus.RUNNING, tmp_path, empty)


@needs_poppler
def test_a_board_is_given_no_page_about_dots_that_nobody_placed(tmp_path: Path) -> None:
    text = told(DocumentKind.BOARD, WorkshopStatus.CLOSED, tmp_path)
    assert "What matters most now" not in text
    assert pages_of(tmp_path / "paper.pdf") == 2


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        (Channel.HANDS, "The vote was a show of hands, seen by the room."),
        (Channel.FILE, "The vote was cast in a form that came in as a file."),
    ],
)
def test_hands_are_told_of_only_where_there_were_hands(channel: Channel, said: str) -> None:
    only = ONE_STATEMENT.rounds[0]
    tallies = tuple(replace(tally, channel=channel) for tally in only.tallies)
    record = replace(ONE_STATEMENT, rounds=(replace(only, channel=channel, tallies=tallies),))
    for method in (summary_content(record).method, full_content(record).method):
        assert said in method
        assert ("hands" in method) == (channel is Channel.HANDS)


@pytest.mark.parametrize("privacy", list(Privacy))
@pytest.mark.parametrize("seen", [False, True])
@pytest.mark.parametrize("channel", list(Channel))
def test_the_promise_says_each_thing_once(channel: Channel, seen: bool, privacy: Privacy) -> None:
    sentences = promise_of_ways(privacy, channel, seen=seen).split(". ")
    assert len(sentences) == len(set(sentences))
    assert sum("sees your choice" in one or "can see how" in one for one in sentences) <= 1


def test_the_script_tells_once_that_hands_are_seen() -> None:
    privacy = script_content(make_day(channel=Channel.HANDS)).privacy
    assert privacy == (
        "We vote by show of hands: everybody in the room can see how each of us votes. Only the"
        " counts are kept. Nobody’s choice is kept with a name or a seat."
    )
