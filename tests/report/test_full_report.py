"""The full report: it prints whatever happened, says it all, and gives nothing hidden away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.documents.plan import plan_lines
from desktop_app.documents.tongues import Tongues
from desktop_app.domain.channels import Channel
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import Privacy, ResultRules, Thresholds, WorkshopRecord
from desktop_app.report.full_report import write_full_report
from desktop_app.report.paper import Paper
from desktop_app.report.plan_sheet import PlanLook, plan_table
from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
from tests.report import builders
from tests.report.pdf import flowing_text_of, needs_poppler, pages_of, tags_of, texts_of
from tests.report.situations import SITUATIONS
from tests.unit.builders import NOON, make_grouped_round

pytestmark = needs_poppler


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "full.pdf"


def printed(record: WorkshopRecord, target: Path) -> str:
    write_full_report(record, target)
    return flowing_text_of(target)


def sample() -> WorkshopRecord:
    return BuiltInSamples().sample(BuiltInFrameworks().built_in(), NOON)


@pytest.fixture(scope="module")
def of_the_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample's report, printed once."""
    target = tmp_path_factory.mktemp("sample") / "full.pdf"
    write_full_report(sample(), target)
    return target


NO_SMALL_ROOM = {
    *("seven points", "three points", "two hundred people"),
    *("all hidden", "nothing revealed", "just made"),
}
"""Situations in which no result of fewer than ten ratings is shown."""


@pytest.mark.slow
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_prints_with_its_status_on_every_page(situation: str, target: Path) -> None:
    text = printed(SITUATIONS[situation](), target)
    pages = texts_of(target)
    assert all("A picture for talking, not a score." in page for page in pages)
    for chapter in ("Contents", "How to read this", "Methods and limits", "Sources"):
        assert chapter in text
    small = situation not in NO_SMALL_ROOM
    assert ("treat them as a way into the conversation" in text) is small


def test_the_sample_has_a_spread_for_each_action(of_the_sample: Path) -> None:
    pages = texts_of(of_the_sample)
    starts = [n for n, page in enumerate(pages) if re.search(r"Action \d of 5", page)]
    assert [later - first for first, later in pairwise(starts)] == [2] * 4


def test_it_says_what_was_rated_said_and_could_come_next(of_the_sample: Path) -> None:
    text = flowing_text_of(of_the_sample)
    for words in (
        "Middle · Opposing views",
        "First vote",
        "Cannot say: with",
        "Evidence: The winter rota was kept by all five partners",
        "Taken on, number 1 of the plan: ",
        "After you have talked: ",
        "You will notice:",
        "Leans on: ",
        "Three different",  # hosts: the next words stand in the next line of a narrow column
        "Data-sharing agreement with schools",
        "0.41",  # C of the statement in its first round
        "10.1080/09540962.2019.1665391",
        "In progress",
        "Sample",
    ):
        assert words in text


def test_hidden_figures_are_hidden_and_not_none(target: Path) -> None:
    text = printed(builders.make_hidden_day(), target)
    assert "hidden: too few answers" in text
    assert "Hidden: so few ratings could point to the people who gave them." in text
    assert "1 of 4" not in text


def test_what_is_not_revealed_is_not_there(target: Path) -> None:
    text = printed(builders.make_unrevealed_day(), target)
    assert "Nothing has been rated and revealed yet." in text
    assert "Median 3" not in text


def test_small_groups_are_merged(target: Path) -> None:
    rounds = make_grouped_round(
        {"Council": (0, 0, 1, 2, 3, 0), "Health": (0, 1, 1, 1, 2, 0), "Charity": (0, 0, 0, 0, 2, 0)}
    )
    day = builders.make_day(privacy=Privacy.ANONYMOUS_WITH_GROUP, present=13)
    text = printed(replace(day, rounds=(rounds,)), target)
    assert "Other partners (Charity, Health)" in text
    assert "Council" in text


def test_dots_are_listed_most_first(target: Path) -> None:
    vote = PriorityVote(
        *("p", "w1", RoundState.REVEALED, Channel.TURNS, 3, 12),
        ballots_in=12,
        dots_in=36,
        dots=(("T", 6), ("I", 14), ("A", 11), ("L", 5)),
    )
    text = printed(replace(builders.make_day(), priority_vote=vote), target)
    assert "12 people placed dots: 36 in all." in text
    assert text.index("14 dots") > text.index("What matters most now")


def test_no_letter_of_a_title_is_dropped_in_a_picture(target: Path) -> None:
    record = builders.make_day()
    actions = record.workshop.framework.actions
    odd = replace(actions[0], short_title="Trust 😀", title="Trust 😀")
    framework = replace(record.workshop.framework, actions=(odd, *actions[1:]))
    vote = PriorityVote(
        *("p", "w1", RoundState.REVEALED, Channel.TURNS, 3, 12),
        ballots_in=12,
        dots_in=36,
        dots=(("T", 36),),
    )
    workshop = replace(record.workshop, framework=framework)
    text = printed(replace(record, workshop=workshop, priority_vote=vote), target)
    chapter = text[text.rindex("What matters most now") :]
    assert "Trust [U+1F600]" in chapter[: chapter.index("36 dots") + 400]
    assert "😀" not in text


def test_three_hundred_notes_are_all_there(target: Path) -> None:
    notes = tuple(
        Note(f"n{n}", "w1", NoteKind.IDEA, f"Idea no{n}.", statement_id="T1") for n in range(300)
    )
    text = printed(replace(builders.make_day(), notes=notes), target)
    assert all(f"Idea no{n}." in text for n in range(300))
    assert pages_of(target) < 30


@pytest.mark.slow
def test_it_is_read_in_order(target: Path) -> None:
    write_full_report(builders.make_day(), target)
    tags = tags_of(target)
    titles = [t.split(": ", 1)[1].strip() for t in tags if t.startswith(("H1: ", "H2: "))]
    assert titles[:7] == [
        "Away-day, 14 May",
        "Contents",
        "How to read this",
        "Next steps we agreed",
        "Parked points",
        "The picture as a whole",
        "Build mutual trust",
    ]
    assert titles[-2:] == ["Methods and limits", "Sources"]


@pytest.mark.parametrize("record", [sample, builders.make_day, builders.make_day_by_partner])
def test_the_contents_are_on_the_cover_and_the_plan_on_page_3(
    record: Callable[[], WorkshopRecord], target: Path
) -> None:
    write_full_report(record(), target)
    pages = texts_of(target)
    assert "Contents" in pages[0]
    assert re.search(r"\b2 3 [34] [345] \d+ \d+", pages[0]), "its numbers are drawn last"
    assert "Next steps we agreed" in pages[2]


def filled(path: Path) -> list[float]:
    """Return how far down each page goes, as a share of the room between head and footer."""
    shares = []
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            picture = page.render(scale=0.4).to_pil().convert("L")
            room = picture.crop((40, round(picture.height * 0.085), picture.width, 305))
            box = room.point(lambda grey: 255 if grey < 200 else 0).getbbox()
            shares.append(box[3] / room.height if box else 0.0)
    return shares


@pytest.mark.parametrize("situation", sorted({*SITUATIONS} - {"overlong texts", "a follow-up"}))
def test_no_page_but_the_last_is_almost_bare(situation: str, target: Path) -> None:
    write_full_report(SITUATIONS[situation](), target)
    assert min(filled(target)[:-1]) > 0.33


def test_the_same_workshop_gives_the_same_bytes(of_the_sample: Path, target: Path) -> None:
    write_full_report(sample(), target)
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (target, of_the_sample)}
    assert len(digests) == 1


def test_a_vote_before_the_two_that_are_drawn_is_told_in_words(target: Path) -> None:
    votes = ((0, 6, 3, 2, 1, 0), (0, 2, 3, 4, 2, 1), (0, 1, 1, 2, 5, 3))
    rounds = tuple(
        replace(make_grouped_round({"": counts}), id=f"T1-{n}", ordinal=n)
        for n, counts in enumerate(votes, start=1)
    )
    text = printed(replace(builders.make_day(), rounds=rounds), target)
    assert "First vote: 9 of 12 low, 1 high, 2 between." in text
    assert "Cannot say: with" in text


def test_how_to_read_it_takes_a_page_where_the_scale_is_long(target: Path) -> None:
    record = sample()
    scale = builders.make_scaled_day(7, 30).workshop.framework.scale
    wordy = tuple(
        replace(p, label=f"{p.label}, in half of the places", description="It is so there.")
        for p in scale.points
    )
    framework = replace(record.workshop.framework, scale=replace(scale, points=wordy))
    printed(replace(record, workshop=replace(record.workshop, framework=framework)), target)
    (page,) = (p for p in texts_of(target) if "Agreement: how close they lie together" in p)
    assert "“Hidden” is not the same as “not rated”" in page


def test_the_plan_has_its_headings_on_one_line() -> None:
    paper = Paper(Tongues("en-GB"))
    table = plan_table(paper, plan_lines(sample()))
    table.wrap(paper.width, 1000)
    assert table._rowHeights[0] < 2 * PlanLook().size + 12


def test_what_was_quoted_is_quoted_once(target: Path) -> None:
    said = ("Plain words", "“We are polite,” said somebody")
    notes = tuple(
        Note(f"n{n}", "w1", NoteKind.QUOTE, text, statement_id="T1") for n, text in enumerate(said)
    )
    text = printed(replace(builders.make_day(), notes=notes), target)
    assert "Quote: “Plain words” (on" in text
    assert "Quote: “We are polite,” said somebody (on" in text


def test_the_methods_tell_the_thresholds_of_the_workshop(target: Path) -> None:
    day = builders.make_day()
    for thresholds, told in (
        (
            Thresholds(),
            ("C is at least 0.75.", "less than 5/6 of a point", "at least (n + 1) ÷ 3 of"),
        ),
        (
            Thresholds(strong_percent=80, broad_share=7, opposing_share=4, minority_points=3),
            (
                "C is at least 0.80.",
                "less than 5/7 of a point",
                "at least (n + 1) ÷ 4 of",
                "3 or more",
            ),
        ),
    ):
        rules = ResultRules(thresholds=thresholds)
        write_full_report(replace(day, workshop=replace(day.workshop, rules=rules)), target)
        text = flowing_text_of(target)
        assert [words for words in told if words not in text] == []
