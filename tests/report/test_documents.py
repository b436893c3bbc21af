"""What holds for every printed document, and what each is for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import PdfDocument, raw

from desktop_app.domain.agenda import half_day
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import FileProblem, InputProblem
from desktop_app.domain.framework import Depth, PromptKind
from desktop_app.domain.printing import BallotForm, PaperSize, PrintOptions
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Group, Privacy, WorkshopRecord
from desktop_app.report.action_plan import write_action_plan
from desktop_app.report.ballots import write_ballots
from desktop_app.report.posters import write_posters
from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
from desktop_app.words.printing_day import printing_on
from tests.report import builders
from tests.report.documents import DOCUMENTS
from tests.report.pdf import (
    facts_of,
    flowing_text_of,
    fonts_of,
    needs_poppler,
    pages_of,
    tags_of,
    texts_of,
)
from tests.report.situations import SITUATIONS
from tests.unit.builders import NOON

pytestmark = needs_poppler

WITHOUT_RESULTS = {
    *(
        "ballots",
        "two ballots",
        "one ballot",
        "all on one",
        "script",
        "brief",
        "large brief",
        "progress sheet",
    ),
    *("commitments", "tally", "dots"),
}
"""No words for results stand in them, so no caution against such words."""

BEFORE_THE_DAY = ("ballots", "two ballots", "one ballot", "all on one", "dots", "script", "brief")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "document.pdf"


def sample(**workshop: object) -> WorkshopRecord:
    record = BuiltInSamples().sample(BuiltInFrameworks().built_in(), NOON)
    return replace(record, workshop=replace(record.workshop, **workshop))  # type: ignore[arg-type]


def printed(document: str, record: WorkshopRecord, target: Path) -> str:
    DOCUMENTS[document](record, target)
    return flowing_text_of(target)


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_states_what_the_content_is_and_what_the_method_cannot(
    document: str, target: Path
) -> None:
    text = printed(document, sample(), target)
    assert "not a validated scale. A picture for talking, not a score." in text
    assert ("such words can be luck" in text) == (document not in WITHOUT_RESULTS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_says_what_it_is_no_real_or_no_finished_workshop_of_and_is_the_same_each_time(
    document: str, tmp_path: Path
) -> None:
    digests = set()
    for name in ("one.pdf", "two.pdf"):
        running = sample(status=WorkshopStatus.RUNNING, rehearsal_of="w0")
        DOCUMENTS[document](running, tmp_path / name)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1
    text = flowing_text_of(tmp_path / "two.pdf")
    for mark in ("Rehearsal", "Sample", "In progress"):
        assert mark in text


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize(
    "situation",
    [pytest.param("overlong texts", marks=pytest.mark.slow), "seven points", "just made"],
)
def test_each_prints_ugly_workshops_with_real_fonts_only(
    document: str, situation: str, target: Path
) -> None:
    DOCUMENTS[document](SITUATIONS[situation](), target)
    assert all("SourceSans3" in font[0] for font in fonts_of(target))
    assert pages_of(target) <= 80


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_has_one_title_and_reads_headings_in_order(document: str, target: Path) -> None:
    DOCUMENTS[document](sample(), target)
    levels = [int(m.group(1)) for t in tags_of(target) if (m := re.search(r"(?:^|/)H(\d)$", t))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


@pytest.mark.slow
@pytest.mark.parametrize("document", BEFORE_THE_DAY)
def test_what_goes_round_before_the_day_holds_no_result(document: str, target: Path) -> None:
    closed, bare = sample(), sample()
    printed_once = printed(document, closed, target)
    bare = replace(bare, rounds=(), notes=(), commitments=())
    assert printed(document, bare, target) == printed_once


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_words_that_make_no_text_do_no_harm(document: str, target: Path) -> None:
    odd = "\ud800 <b> & \x00\x07 =1+1 שלום"
    record = sample(title=odd, partnership=odd, headline=odd, place=odd, facilitator=odd)
    notes = tuple(replace(n, text=odd) for n in record.notes)
    plan = tuple(replace(c, title=odd, owner=odd, how=odd) for c in record.commitments)
    text = printed(document, replace(record, notes=notes, commitments=plan), target)
    assert "U+" in text


class TestPlan:
    def test_a_usual_plan_takes_one_sheet_across(self, target: Path) -> None:
        write_action_plan(builders.make_day(), target)
        assert pages_of(target) == 1
        assert facts_of(target)["Page size"].startswith("841.89 x 595.276")

    def test_steps_told_at_length_leave_no_sheet_half_empty(self, target: Path) -> None:
        DOCUMENTS["plan"](sample(), target)
        assert pages_of(target) == 2
        with pypdfium2.PdfDocument(target) as pdf:
            first = pdf[0].get_textpage().get_text_bounded()
        assert "Put one named" in first
        assert "Write one page" in first

    def test_the_sample_takes_two_sheets_of_a3_in_type_of_16_points(self, target: Path) -> None:
        DOCUMENTS["plan on A3"](sample(), target)
        assert pages_of(target) == 2
        with pypdfium2.PdfDocument(target) as pdf:
            page = pdf[0].get_textpage()
            place, _ = page.search("Director of").get_next()
            _, bottom, _, top = page.get_charbox(place, loose=True)
        assert top - bottom > 16

    @pytest.mark.parametrize("plan", ["plan", "plan on A3"])
    def test_each_row_ends_with_its_status_to_tick(self, plan: str, target: Path) -> None:
        text = printed(plan, sample(), target)
        steps = len(sample().commitments)
        assert all(text.count(word) >= steps for word in ("done", "under way", "stuck", "dropped"))
        tags = [tag for tag in tags_of(target) if "TH" in tag]
        assert not [tag for tag in tags if "Because" in tag], "a row is headed by its title alone"

    def test_every_page_says_whose_plan_it_is(self, target: Path) -> None:
        printed("plan on A3", sample(), target)
        assert all("Action plan · Harbour" in page for page in texts_of(target))

    def test_it_says_who_does_what_by_when(self, target: Path) -> None:
        text = printed("plan", sample(), target)
        for words in (
            "Finance leads,",
            "16 Jul 2027",
            "Book the room",
        ):
            assert words in text

    def test_forty_commitments_are_all_there(self, target: Path) -> None:
        plan = tuple(builders.make_commitment(n, title=f"Step no{n}.") for n in range(40))
        text = printed("plan", replace(builders.make_day(), commitments=plan), target)
        assert all(f"Step no{n}." in text for n in range(40))
        pages = [page for page in texts_of(target) if "Step no" in page]
        assert len(pages) > 2
        assert all("What How and why Who By First move" in page for page in pages)

    def test_a_long_list_of_what_was_parked_has_the_whole_width(self, target: Path) -> None:
        words = "who answers for the data-sharing agreement when the lawyers have gone" * 2
        notes = tuple(builders.parked(f"No. {n}: {words}.", n) for n in range(40))
        text = printed("plan", replace(sample(), notes=notes), target)
        assert all(f"No. {n}: who" in text for n in range(40))
        # On one line each; in half of the width they would take two.
        assert pages_of(target) <= 7

    def test_without_a_plan_there_is_room_to_write_one(self, target: Path) -> None:
        text = printed("plan", builders.make_empty(), target)
        assert "room to write them down" in text
        assert pages_of(target) == 1

    def test_a_wrong_logo_leaves_no_file(self, tmp_path: Path, target: Path) -> None:
        logo = tmp_path / "logo.png"
        logo.write_bytes(b"no picture")
        with pytest.raises(FileProblem):
            write_action_plan(builders.make_day(), target, PrintOptions(logo=logo))
        assert not target.exists()


class TestBallots:
    @pytest.mark.parametrize("per_sheet", [1, 2, 4])
    def test_a_sheet_holds_a_statement_as_often_as_asked(
        self, per_sheet: int, target: Path
    ) -> None:
        write_ballots(sample(), target, PrintOptions(per_sheet=per_sheet))
        pages = texts_of(target)
        assert len(pages) == 1 + 16
        assert pages[1].count("Firmly in place") == per_sheet
        copies = -(-14 // per_sheet)  # twelve people and two spare ones
        assert f"Print {copies} times: pages 2 to 17." in pages[0]

    def test_it_is_read_aloud_once(self, target: Path) -> None:
        write_ballots(sample(), target)
        tags = [t for t in tags_of(target) if "rely on one another" in t]
        assert len(tags) == 1

    def test_another_number_is_refused(self, target: Path) -> None:
        with pytest.raises(InputProblem, match="1, 2 or 4"):
            write_ballots(sample(), target, PrintOptions(per_sheet=3))

    def test_a_statement_of_two_thousand_letters_is_printed_to_its_end(self, target: Path) -> None:
        record = builders.make_day()
        framework = record.workshop.framework
        action = framework.actions[0]
        long = replace(action.statements[0], text="long words " * 180 + "END")
        anchored = replace(long, anchors=tuple((k, "and more " * 220) for k in range(1, 6)))
        action = replace(action, statements=(anchored, replace(long, id="T2")))
        framework = replace(framework, actions=(action,))
        day = replace(record, workshop=replace(record.workshop, framework=framework), rounds=())
        assert printed("ballots", replace(day, commitments=(), notes=()), target).count("END") >= 2


class TestPosters:
    def test_there_is_one_for_each_action_with_its_result(self, target: Path) -> None:
        write_posters(sample(), target)
        pages = texts_of(target)
        assert len(pages) == 5
        assert all("Where we stood on 14 May 2027" in page for page in pages)

    def test_a_note_on_characters_is_no_poster_of_its_own(self, target: Path) -> None:
        write_posters(sample(partnership="Harbour \U0001f600"), target)
        pages = texts_of(target)
        assert len(pages) == 5
        assert "U+1F600" in pages[-1].split("Where we stood")[1]

    def test_before_the_day_they_show_the_scale(self, target: Path) -> None:
        write_posters(replace(sample(), rounds=()), target)
        assert all("How we rate" in page for page in texts_of(target))

    @pytest.mark.parametrize("paper", PaperSize)
    @pytest.mark.parametrize("make", [builders.make_empty, lambda: replace(sample(), rounds=())])
    def test_before_the_day_each_has_lines_to_write_on(
        self, make: Callable[[], WorkshopRecord], paper: PaperSize, target: Path
    ) -> None:
        write_posters(make(), target, PrintOptions(paper=paper))
        pages = texts_of(target)
        assert len(pages) == 5
        assert ["This went well when" in page for page in pages] == [True] * 5


class TestScript:
    def test_it_tells_times_and_questions_in_order(self, target: Path) -> None:
        record = sample()
        agenda = half_day(record.workshop.framework)
        text = printed("script", sample(agenda=agenda), target)
        assert "0:10 Build mutual trust" in text
        assert "This is what we leave with. Who will tell the people who were not here?" in text
        action = record.workshop.framework.actions[0]
        first = {p.kind: p.text for p in reversed(action.prompts)}
        places = [text.index(first[kind][:40]) for kind in PromptKind]
        assert places == sorted(places)

    def test_an_action_takes_a_page(self, target: Path) -> None:
        DOCUMENTS["script"](sample(agenda=half_day(sample().workshop.framework)), target)
        assert pages_of(target) == 8


def with_long_statements(record: WorkshopRecord) -> WorkshopRecord:
    framework = record.workshop.framework
    actions = tuple(
        replace(a, statements=tuple(replace(s, text=s.text * 4) for s in a.statements))
        for a in framework.actions
    )
    longer = replace(framework, actions=actions)
    return replace(record, workshop=replace(record.workshop, framework=longer))


def test_the_brief_takes_one_page_and_with_long_statements_both_sides(target: Path) -> None:
    for record in (sample(), builders.make_empty(), builders.make_scaled_day(7, 30)):
        DOCUMENTS["brief"](record, target)
        assert pages_of(target) == 1
    DOCUMENTS["brief"](with_long_statements(sample()), target)
    assert pages_of(target) <= 2


def by_partner(*people: int, depth: Depth = Depth.QUICK) -> WorkshopRecord:
    names = ("Council", "Health board", "Youth trust", "Police")
    groups = tuple(Group(name, n) for name, n in zip(names, people, strict=False))
    return sample(
        privacy=Privacy.ANONYMOUS_WITH_GROUP,
        groups=groups,
        present=sum(people),
        channel=Channel.PAPER,
        framework=sample().workshop.framework.at_depth(depth),
        depth=depth,
    )


class TestBallotsByPartner:
    def test_each_set_has_its_mark_its_pages_and_its_label(self, target: Path) -> None:
        write_ballots(by_partner(11, 8, 4, 6), target)
        pages = texts_of(target)
        whole = " ".join(pages)
        for line in ("A Council 11 16", "B Health board 8 12", "C Youth trust, Police 10 12"):
            assert line in whole
        assert whole.count("Only ballots with this mark, folded.") == 3
        first = next(n for n, page in enumerate(pages) if "1 of 5" in page)
        assert len(pages) == first + 3 * 5
        for number, letter in enumerate("ABC"):
            page = pages[first + 5 * number]
            assert page.count(f"Mark {letter}") == 4
            assert f"{first + 5 * number + 1} to {first + 5 * number + 5}" in whole

    @pytest.mark.parametrize("form", BallotForm)
    def test_no_ballot_names_a_partner(self, form: BallotForm, target: Path) -> None:
        depth = Depth.FULL if form is BallotForm.SHEET else Depth.QUICK
        record = by_partner(11, 8, 4, 6, depth=depth)
        write_ballots(record, target, PrintOptions(ballots=form))
        ballots = [page for page in texts_of(target) if "Mark one box" in page[:400]]
        named = [page for page in ballots if page.startswith(("Mark A ·", "Mark B ·", "Mark C ·"))]
        assert len(named) == (3 * 2 if form is BallotForm.SHEET else 0)
        for page in texts_of(target)[-len(named) or -3 * 5 :]:
            assert not any(group.label in page for group in record.workshop.groups)

    def test_partners_who_all_share_get_ballots_without_a_mark(self, target: Path) -> None:
        write_ballots(by_partner(3, 2), target)
        whole = " ".join(texts_of(target))
        assert "Mark A" not in whole
        assert "Put it into the box." in whole

    def test_the_script_says_how_they_go_round(self, target: Path) -> None:
        text = printed("script", by_partner(11, 8, 4, 6), target)
        assert "A: Council · B: Health board · C: Youth trust, Police" in text
        assert "Youth trust and Police share mark C" in text
        assert "Put it into the envelope with the same mark." in text

    @pytest.mark.parametrize("document", ["ballots", "script", "brief"])
    def test_the_room_is_told_who_sees_the_marks(self, document: str, target: Path) -> None:
        line = "sees them, with their partner’s mark and without names."
        assert line in printed(document, by_partner(11, 8, 4, 6), target)
        assert line not in printed(document, by_partner(3, 2), target)


class TestAllOnOneSheet:
    def test_it_holds_every_statement_and_a_box_for_each_point(self, target: Path) -> None:
        record = sample()
        write_ballots(record, target, PrintOptions(ballots=BallotForm.SHEET))
        sides = texts_of(target)[-2:]
        both = " ".join(sides)
        for statement in record.workshop.framework.statements:
            assert f"{statement.text}." in both
        assert "Side 1 of 2: please turn over" in sides[0]
        assert "Statements 1 to 7 of 16" in sides[0]
        assert "Statements 8 to 16 of 16" in sides[1]
        assert "Print 14 times: pages 3 to 4." in texts_of(target)[0]

    def test_each_ballot_begins_on_a_sheet_of_its_own(self, target: Path) -> None:
        record = by_partner(11, 8, 6, depth=Depth.FULL)
        write_ballots(record, target, PrintOptions(ballots=BallotForm.SHEET))
        begins = [n for n, page in enumerate(texts_of(target)) if "Side 1 of 2" in page]
        assert len(begins) == 3
        assert all(n % 2 == 0 for n in begins)

    def test_one_statement_takes_one_side(self, target: Path) -> None:
        framework = sample().workshop.framework
        action = framework.actions[0]
        one = replace(framework, actions=(replace(action, statements=action.statements[:1]),))
        write_ballots(sample(framework=one), target, PrintOptions(ballots=BallotForm.SHEET))
        assert "Side" not in texts_of(target)[-1]
        assert "Statement 1 of 1" in texts_of(target)[-1]

    def test_many_statements_take_more_sheets(self, target: Path) -> None:
        record = with_long_statements(sample())
        write_ballots(record, target, PrintOptions(ballots=BallotForm.SHEET))
        sides = [page for page in texts_of(target) if "Statements" in page[:60]]
        assert len(sides) > 2
        assert "Statements 1 to" in sides[0]
        assert "16 of 16" in sides[-1]


@pytest.mark.parametrize(
    ("options", "duplex"),
    [
        (PrintOptions(), raw.Simplex),
        (PrintOptions(ballots=BallotForm.SHEET), raw.DuplexFlipLongEdge),
    ],
)
def test_ballots_ask_for_their_sides_and_for_no_scaling(
    options: PrintOptions, duplex: int, target: Path
) -> None:
    write_ballots(sample(), target, options)
    with PdfDocument(target) as pdf:
        assert raw.FPDF_VIEWERREF_GetDuplex(pdf) == duplex
        assert not raw.FPDF_VIEWERREF_GetPrintScaling(pdf)


@pytest.mark.slow
@pytest.mark.parametrize("document", [*BEFORE_THE_DAY, "posters"])
def test_what_is_printed_before_the_day_says_so(document: str, target: Path) -> None:
    early = sample(status=WorkshopStatus.PREPARED)
    assert "Before the day." in printed(document, early, target)
    assert "Before the day" not in printed(document, sample(), target)


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_says_when_it_was_printed_where_that_is_known(document: str, target: Path) -> None:
    with printing_on(date(2026, 11, 28)):
        assert "Printed 28 Nov 2026" in printed(document, sample(), target)
    assert "Printed" not in printed(document, sample(), target)


@pytest.mark.parametrize("document", ["summary", "full report", "board", "plan", "plan on A3"])
def test_no_date_of_the_plan_is_broken(document: str, target: Path) -> None:
    day = sample()
    over = replace(day.workshop, status=WorkshopStatus.CLOSED)  # without a long line at its head
    DOCUMENTS[document](replace(day, workshop=over), target)
    text = flowing_text_of(target).replace("\N{NO-BREAK SPACE}", " ")
    for taken in sample().commitments:
        assert taken.due is not None
        assert f"{taken.due.day} {taken.due:%b} {taken.due.year}" in text


@pytest.mark.parametrize(("document", "rows"), [("plan", 5), ("plan on A3", 6)])
def test_an_empty_plan_has_as_many_rows_as_its_sheet_holds(
    document: str, rows: int, tmp_path: Path
) -> None:
    DOCUMENTS[document](builders.make_empty(), tmp_path / "plan.pdf")
    assert pages_of(tmp_path / "plan.pdf") == 1
    assert flowing_text_of(tmp_path / "plan.pdf").count("under way") == rows
