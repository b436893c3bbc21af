from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.framework_versions import identity
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.report import styles
from desktop_app.report.statement_list import BAR, BAR_GAP
from desktop_app.report.summary import write_summary
from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
from tests.report import builders
from tests.report.pdf import (
    facts_of,
    flowing_text_of,
    fonts_of,
    needs_poppler,
    pages_of,
    tags_of,
    text_of,
    texts_of,
)
from tests.report.situations import SITUATIONS, make_overlong
from tests.unit.builders import NOON, make_round


def closed_sample() -> WorkshopRecord:
    sample = BuiltInSamples().sample(BuiltInFrameworks().built_in(), NOON)
    return replace(sample, workshop=replace(sample.workshop, status=WorkshopStatus.CLOSED))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "summary.pdf"


@needs_poppler
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_prints(situation: str, target: Path) -> None:
    record = SITUATIONS[situation]()
    write_summary(record, target)
    pages = pages_of(target)
    text = flowing_text_of(target)
    assert "What we found and what we will do" in text
    assert text.count("A picture for talking, not a score.") == pages
    assert f"{pages}/{pages}" in text.replace(" / ", "/")
    assert pages <= 2


@needs_poppler
@pytest.mark.parametrize("situation", ["a day", "in progress", "no plan"])
def test_a_normal_day_takes_two_pages(situation: str, target: Path) -> None:
    write_summary(SITUATIONS[situation](), target)
    assert pages_of(target) == 2


@needs_poppler
def test_the_sample_takes_two_pages(target: Path) -> None:
    sample = BuiltInSamples().sample(BuiltInFrameworks().built_in(), NOON)
    write_summary(sample, target)
    assert pages_of(target) == 2


@needs_poppler
def test_a_long_plan_still_fits_two_pages(target: Path) -> None:
    sample = BuiltInSamples().sample(BuiltInFrameworks().built_in(), NOON)
    more = [replace(c, id=f"more {n}") for n, c in enumerate(sample.commitments[:2])]
    write_summary(replace(sample, commitments=(*sample.commitments, *more)), target)
    assert pages_of(target) == 2
    assert "more recommended steps are in the full report." in flowing_text_of(target)


@needs_poppler
def test_where_all_views_oppose_it_takes_two_pages(target: Path) -> None:
    rounds = tuple(make_round(key, (6, 0, 0, 0, 6)) for key in builders.COUNTS)
    write_summary(replace(builders.make_day(), rounds=rounds), target)
    assert pages_of(target) == 2


@needs_poppler
@pytest.mark.parametrize("plan", [True, False])
def test_title_and_framework_are_printed_with_a_plan_and_without(target: Path, plan: bool) -> None:
    day = builders.make_day()
    write_summary(day if plan else replace(day, commitments=()), target)
    text = flowing_text_of(target)
    assert "Partnership · Away-day, 14 May · Town Hall" in text
    assert str(identity(day.workshop.framework)) in text


@needs_poppler
def test_a_workshop_without_results_takes_one_page(target: Path) -> None:
    write_summary(builders.make_empty(), target)
    assert pages_of(target) == 1
    assert "Nothing has been rated and revealed yet." in flowing_text_of(target)


@needs_poppler
def test_the_text_reads_back(target: Path) -> None:
    write_summary(builders.make_day(), target)
    text = flowing_text_of(target)
    for words in (
        "By 30 June each partner puts one named manager",
        "We agree that this is missing Resources (9 of 12 rated 1 or 2) · Time (8 of 12)",
        "Clear (3 of 12 low, 7 high)",
        "Staff (5 of 12 could not say)",
        "All 11 statements",
        "Trust: rely on one another to do what we said we would",
        "Next steps we agreed",
        "children’s services",
        "Recommended, not taken on",
        "We look again on 12 November 2027",
        "How to read this",
    ):
        assert words in text
    assert "Opposing 4 low, 6 high" in text
    assert "An idea that is no parked point" not in text


@needs_poppler
def test_real_names_print_and_missing_shapes_are_told(target: Path) -> None:
    day = builders.make_day(partnership="Ŵyth Łódź", place="Αθήνα", headline="Кирилица 😀")
    write_summary(day, target)
    text = flowing_text_of(target)
    for name in ("Ŵyth Łódź", "Αθήνα", "Кирилица [U+1F600]"):
        assert name in text
    assert "printed as their code point: [U+1F600]." in text


@needs_poppler
def test_markup_in_peoples_words_is_printed_as_typed(target: Path) -> None:
    plan = (builders.make_commitment(title="<b>Bold & <img src='x'/> </para>"),)
    write_summary(replace(builders.make_day(), commitments=plan), target)
    assert "<b>Bold & <img src='x'/> </para>" in flowing_text_of(target)


@needs_poppler
def test_a_plan_of_forty_takes_two_pages_and_says_where_the_rest_is(target: Path) -> None:
    plan = tuple(builders.make_commitment(n, title=f"Commitment no. {n}.") for n in range(40))
    notes = tuple(builders.parked(f"A point parked in hour {n}", n) for n in range(300))
    write_summary(replace(builders.make_day(), commitments=plan, notes=notes), target)
    assert pages_of(target) == 2
    text = flowing_text_of(target)
    told = text.count("Commitment no. ")
    assert told >= 3
    assert f"{40 - told} more next steps are in the action plan and in the full report." in text
    assert "We look again on 12 November 2027" in text


@needs_poppler
@pytest.mark.parametrize("count", [6, 7, 8, 9, 10, 11])
def test_every_commitment_of_a_usual_plan_is_named(target: Path, count: int) -> None:
    plan = tuple(builders.make_commitment(n, title=f"Step no. {n}.") for n in range(count))
    write_summary(replace(builders.make_day(), commitments=plan), target)
    assert pages_of(target) == 2
    text = flowing_text_of(target)
    assert all(f"Step no. {n}." in text for n in range(count))


@needs_poppler
@pytest.mark.parametrize("times", [1, 4, 8])
def test_long_statements_leave_the_first_page_a_page(target: Path, times: int) -> None:
    """They are shortened rather than go on to a third page."""
    day = builders.make_day()
    long = " and so on, as long as it takes, in every partner and every office" * times
    actions = tuple(
        replace(a, statements=tuple(replace(s, text=s.text + long) for s in a.statements))
        for a in day.workshop.framework.actions
    )
    framework = replace(day.workshop.framework, actions=actions)
    write_summary(replace(day, workshop=replace(day.workshop, framework=framework)), target)
    assert pages_of(target) == 2
    first, second = texts_of(target)
    assert "We see this differently" in first
    assert "Learning:" in first + second
    assert "Next steps we agreed" in second


@needs_poppler
@pytest.mark.parametrize("make", [closed_sample, builders.make_import_by_partner])
def test_sixteen_statements_stand_there_whole(
    make: Callable[[], WorkshopRecord], target: Path
) -> None:
    record = make()
    write_summary(record, target)
    told = " ".join(tags_of(target))
    for statement in record.workshop.framework.statements:
        assert f"{statement.name}: {statement.text}" in told
    assert all(taken.title in told for taken in record.commitments)
    assert pages_of(target) == 2


@needs_poppler
def test_statements_beyond_twenty_are_named_with_where_they_are(target: Path) -> None:
    record = builders.make_import_by_partner()
    action = record.workshop.framework.actions[0]
    more = tuple(replace(action.statements[0], id=f"X{n}", name=f"Extra {n}") for n in range(1, 11))
    longer = replace(action, statements=(*action.statements, *more))
    framework = record.workshop.framework
    framework = replace(framework, actions=(longer, *framework.actions[1:]))
    write_summary(replace(record, workshop=replace(record.workshop, framework=framework)), target)
    text = flowing_text_of(target)
    assert "6 more statements are in the full report: Extra 5 · Extra 6 · Extra 7" in text
    assert "Extra 4: rely on" in text
    assert pages_of(target) == 2


@needs_poppler
def test_a_commitment_of_several_pages_is_shortened(target: Path) -> None:
    plan = (builders.make_commitment(0, title="words " * 2000 + "END"),)
    write_summary(replace(builders.make_day(), commitments=plan), target)
    text = flowing_text_of(target)
    assert pages_of(target) == 2
    assert "END" not in text
    assert "words words words" in text
    assert "…" in text


@needs_poppler
def test_a_sample_says_so_on_every_page(target: Path) -> None:
    write_summary(builders.make_day(is_sample=True), target)
    text = flowing_text_of(target)
    assert "Sample: partnership, people and ratings are invented" in text
    assert text.count("Sample. The statements were written") == pages_of(target)


@needs_poppler
def test_hidden_shows_as_hidden(target: Path) -> None:
    write_summary(builders.make_hidden_day(), target)
    text = text_of(target)
    assert text.count("Hidden: too few answers") == len(builders.COUNTS)
    assert "rated 4 or 5" not in text


@needs_poppler
def test_the_file_says_what_it_is(target: Path) -> None:
    write_summary(builders.make_day(), target)
    facts = facts_of(target)
    assert facts["Title"] == "What we found and what we will do: Away-day, 14 May"
    assert facts["Author"] == "Facilitator"
    assert facts["Page size"].endswith("(A4)")
    assert b"en-GB" in target.read_bytes()


@needs_poppler
def test_fonts_are_embedded_as_subsets(target: Path) -> None:
    write_summary(builders.make_day(), target)
    fonts = fonts_of(target)
    assert fonts
    for columns in fonts:
        assert "SourceSans3" in columns[0]
        assert columns[-5:-3] == ["yes", "yes"]


def test_the_same_workshop_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    write_summary(builders.make_day(), first)
    write_summary(make_overlong(), tmp_path / "other.pdf")
    write_summary(builders.make_day(), second)
    assert first.read_bytes() == second.read_bytes()


def test_another_process_gives_the_same_bytes(target: Path) -> None:
    write_summary(builders.make_day(), target)
    here = hashlib.sha256(target.read_bytes()).hexdigest()
    script = (
        "import hashlib, sys; from pathlib import Path;"
        "from desktop_app.report.summary import write_summary;"
        "from tests.report.builders import make_day;"
        "target = Path(sys.argv[1]); write_summary(make_day(), target);"
        "print(hashlib.sha256(target.read_bytes()).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", script, str(target)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "7"},
    ).stdout.strip()
    assert here == there


def test_a_folder_that_is_gone_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match="no folder"):
        write_summary(builders.make_day(), tmp_path / "gone" / "summary.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_earlier_document_whole(target: Path) -> None:
    target.write_bytes(b"the earlier one")
    broken = builders.make_day()
    workshop = replace(broken.workshop, headline=None)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        write_summary(replace(broken, workshop=workshop), target)
    assert target.read_bytes() == b"the earlier one"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


ANY_TEXT = st.text(max_size=120)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(headline=ANY_TEXT, name=ANY_TEXT, title=ANY_TEXT, owner=ANY_TEXT, note=ANY_TEXT)
def test_whatever_people_type_prints(
    target: Path, headline: str, name: str, title: str, owner: str, note: str
) -> None:
    day = builders.make_day(headline=headline, partnership=name, facilitator=owner, title=title)
    plan = (builders.make_commitment(title=title, owner=owner, because=note, first_move=headline),)
    write_summary(replace(day, commitments=plan, notes=(builders.parked(note),)), target)
    assert target.read_bytes().startswith(b"%PDF-")


@needs_poppler
def test_hundreds_of_parked_notes_are_left_to_the_full_report(target: Path) -> None:
    notes = tuple(builders.parked(f"A point parked in hour {n}", n) for n in range(300))
    write_summary(replace(builders.make_day(), notes=notes), target)
    assert pages_of(target) == 2
    text = flowing_text_of(target)
    assert "A point parked in hour 7 ... and 292 more in the full report" in text


@needs_poppler
def test_what_matters_most_stands_above_the_plan(target: Path) -> None:
    vote = PriorityVote(
        *("p", "w1", RoundState.REVEALED, Channel.TURNS, 3, 12),
        ballots_in=12,
        dots_in=36,
        dots=(("T", 6), ("I", 14), ("A", 11), ("L", 5)),
    )
    write_summary(replace(builders.make_day(), priority_vote=vote), target)
    second = texts_of(target)[1].split("Next steps we agreed")[0]
    assert "resources, energy (14 dots) · Agree ambitions (11 dots)" in second
    assert pages_of(target) == 2


@needs_poppler
def test_dots_that_are_not_revealed_are_not_printed(target: Path) -> None:
    vote = PriorityVote("p", "w1", RoundState.CLOSED, Channel.TURNS, 3, 12, dots=(("T", 6),))
    write_summary(replace(builders.make_day(), priority_vote=vote), target)
    assert "dots" not in flowing_text_of(target)


def test_a_bar_takes_an_eighth_of_the_width_and_costs_no_commitment(target: Path) -> None:
    record = closed_sample()
    write_summary(record, target)
    first, second = texts_of(target)
    assert BAR * styles.TEXT_WIDTH - BAR_GAP > styles.TEXT_WIDTH / 8
    assert "Front line: enthuse front-line staff" in first
    assert [one.title for one in record.commitments if one.owner.split()[0] not in second] == []
