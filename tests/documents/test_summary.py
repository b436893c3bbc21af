from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.documents.boxes import Place, told
from desktop_app.documents.statements import StatementLine
from desktop_app.documents.summary import summary_content
from desktop_app.domain.results import Agreement, Flag
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Privacy, ResultRules, WorkshopRecord
from desktop_app.words.dates import long_date, short_date
from desktop_app.words.method import IN_PROGRESS, SAMPLE
from tests.report import builders
from tests.unit.builders import make_grouped_round, make_round

SPLIT, HIGH, LOW = (3, 3, 0, 3, 3), (0, 0, 1, 6, 5), (5, 6, 1, 0, 0)
MIDDLE, MIXED = (0, 1, 9, 2, 0), (3, 2, 3, 2, 2)


def day_of(*rounds: Round) -> WorkshopRecord:
    return WorkshopRecord(builders.make_workshop(), rounds)


def boxes_of(*rounds: Round) -> dict[Place, tuple[tuple[str, str], ...]]:
    return {box.place: box.lines for box in summary_content(day_of(*rounds)).boxes}


def lines_of(record: WorkshopRecord) -> dict[str, StatementLine]:
    found = summary_content(record).statements
    return {line.key: line for group in found.groups for line in group.lines}


@pytest.mark.parametrize(
    ("rounds", "place", "counts"),
    [
        ([LOW], Place.MISSING, "11 of 12 rated 1 or 2"),
        ([HIGH], Place.IN_PLACE, "11 of 12 rated 4 or 5"),
        ([SPLIT], Place.DIFFERENTLY, "6 of 12 low, 6 high"),
        ([MIXED], Place.DIFFERENTLY, "5 of 12 low, 4 high"),
        ([MIDDLE], None, ""),
        ([SPLIT, HIGH], Place.IN_PLACE, "11 of 12 rated 4 or 5"),
        ([LOW, HIGH], Place.UNSETTLED, "up: 1 of 12 rated it 3 or more, then 12 of 12"),
        ([HIGH, LOW], Place.UNSETTLED, "down: 0 of 12 rated it 2 or less, then 11 of 12"),
        ([(1, 1, 1, 1, 0)], Place.UNSETTLED, "hidden: too few answers"),
    ],
)
def test_a_statement_stands_in_one_box_by_its_last_vote(
    rounds: list[tuple[int, ...]], place: Place | None, counts: str
) -> None:
    votes = [make_round("T1", one, ordinal=n) for n, one in enumerate(rounds, start=1)]
    found = {where: lines for where, lines in boxes_of(*votes).items() if lines}
    assert found == ({place: (("Trust", counts),)} if place else {})


def test_who_could_not_say_comes_before_all_else() -> None:
    found = boxes_of(make_round("T1", (0, 0, 0, 2, 5), 5), make_round("T2", SPLIT, present=30))
    assert found[Place.UNSETTLED] == (
        ("Trust", "5 of 12 could not say"),
        ("Mutual", "12 of 30 rated it"),
    )
    assert not found[Place.IN_PLACE] + found[Place.DIFFERENTLY]


def test_the_clearest_of_a_box_comes_first_and_names_the_points() -> None:
    found = boxes_of(make_round("T1", (4, 4, 4, 0, 0)), make_round("T2", LOW))
    assert found[Place.MISSING] == (("Mutual", "11 of 12 rated 1 or 2"), ("Trust", "8 of 12"))


def test_more_in_a_box_than_there_is_room_for_are_counted() -> None:
    box = summary_content(day_of(*(make_round(key, HIGH) for key in builders.COUNTS))).boxes[1]
    assert told(box, 2).endswith(" · and 9 more")
    assert told(box, 11).count(" · ") == 10


def test_all_statements_are_listed_with_their_last_vote() -> None:
    lines = lines_of(builders.make_day())
    assert list(lines) == list(builders.COUNTS)
    told_of = {key: f"{line.level} {line.figures}" for key, line in lines.items()}
    assert told_of["T1"] == "High 8 of 12"
    assert told_of["T2"] == "Opposing 4 low, 6 high"
    assert told_of["A2"] == "Mixed 3 low, 7 high"
    assert told_of["I1"] == "Low 8 of 12"
    assert told_of["G2"] == "Could not say 5 of 12"
    assert lines["T1"].text == "rely on one another to do what we said we would"


def test_the_list_tells_hidden_from_not_rated() -> None:
    lines = lines_of(day_of(make_round("T1", (1, 1, 1, 1, 0))))
    assert lines["T1"].level.startswith("Hidden")
    assert lines["A1"].level == "Not rated"
    assert all(line.counts is None for line in lines.values())


def test_beyond_twenty_the_lowest_and_most_divided_are_listed() -> None:
    day = builders.make_day()
    framework = day.workshop.framework
    first = framework.actions[0]
    many = tuple(replace(first.statements[0], id=f"X{n}") for n in range(24))
    framework = replace(framework, actions=(replace(first, statements=many),))
    counts = {0: LOW, 23: SPLIT}
    rounds = tuple(make_round(f"X{n}", counts.get(n, HIGH)) for n in range(24))
    workshop = replace(day.workshop, framework=framework)
    found = summary_content(WorkshopRecord(workshop, rounds)).statements
    keys = [line.key for group in found.groups for line in group.lines]
    assert (len(keys), found.total, len(found.left)) == (20, 24, 4)
    assert (keys[0], keys[-1]) == ("X0", "X23")


def test_what_partners_differ_on_says_which_vote_and_that_few_can_be_luck() -> None:
    by_partner = {"Council": (0, 3, 3, 0, 0, 0), "Police": (0, 0, 0, 0, 4, 2)}
    record = WorkshopRecord(
        builders.make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP),
        (make_grouped_round(by_partner),),
    )
    found = summary_content(record).statements
    (differing,) = found.partners
    assert differing == (
        "Partners differ on Trust: Council low (6 of 6 rated 1 or 2), Police high (6 of 6 rated 4"
        " or 5), in the first vote."
    )
    assert found.caution.startswith("With fewer than 10 ratings on a side")
    hidden = summary_content(replace(record, workshop=builders.make_workshop())).statements
    assert (hidden.partners, hidden.caution) == ((), "")


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_nothing_unrevealed_gets_in(state: RoundState) -> None:
    rounds = tuple(replace(r, state=state) for r in builders.day_rounds())
    content = summary_content(WorkshopRecord(builders.make_workshop(), rounds))
    assert not content.rated
    assert not any(box.lines for box in content.boxes)
    assert all(line.counts is None for group in content.statements.groups for line in group.lines)
    assert content.offers == ()
    assert content.method == ""


def test_the_opening_names_who_where_when_and_how_many() -> None:
    content = summary_content(builders.make_day())
    assert content.kicker == (
        "Harbour Children’s Partnership · Away-day, 14 May"
        " · Town Hall, Kingsport · 14 May 2027 · 12 people"
    )
    assert content.short_kicker == "Harbour Children’s Partnership · Away-day, 14 May"


def test_without_a_partnership_the_title_stands_once() -> None:
    content = summary_content(builders.make_day(partnership="", place="", held_on=None, present=1))
    assert content.kicker == "Away-day, 14 May · 1 person"
    assert content.short_kicker == "Away-day, 14 May"


def test_a_closed_real_workshop_has_no_marks() -> None:
    content = summary_content(builders.make_day())
    assert content.marks == ()
    assert content.event.footer == builders.STATUS


def test_sample_and_in_progress_are_marked_at_the_top_and_on_every_page() -> None:
    content = summary_content(builders.make_day(is_sample=True, status=WorkshopStatus.RUNNING))
    assert content.marks == (SAMPLE, IN_PROGRESS)
    assert content.event.footer.startswith("Sample. In progress. ")


def test_hidden_results_give_no_figures() -> None:
    content = summary_content(builders.make_hidden_day())
    assert content.rated
    assert not content.shown
    assert [offer.title for offer in content.offers] == ["Gather more ratings"]
    assert "Build mutual trust; Agree ambitions" in content.offers[0].reason


def test_commitments_carry_reason_sources_owner_and_date() -> None:
    first, _, own = summary_content(builders.make_day()).plan
    assert first.reason == (
        "Because 8 of 12 rated “time” 1 or 2."
        " Leans on: Vangen & Huxham 2003; Hanleybrown, Kania & Kramer 2012."
    )
    assert first.due == "30\N{NO-BREAK SPACE}Jun\N{NO-BREAK SPACE}2027"
    assert own.reason == "The room's own step"


def test_a_step_that_was_taken_on_is_not_offered_again() -> None:
    day = builders.make_day()
    before = summary_content(replace(day, commitments=()))
    taken = summary_content(replace(day, commitments=(builders.make_commitment(step_id="I-L1"),)))
    assert any("Invest time, resources, energy: step 1" in o.title for o in before.offers)
    assert not any("Invest time, resources, energy: step 1" in o.title for o in taken.offers)


@pytest.mark.parametrize(("taken_on", "offered"), [(1, 5), (3, 3), (5, 1), (6, 0), (40, 0)])
def test_the_longer_the_plan_the_fewer_reminders(taken_on: int, offered: int) -> None:
    plan = tuple(builders.make_commitment(i, step_id=None) for i in range(taken_on))
    content = summary_content(replace(builders.make_day(), commitments=plan))
    assert len(content.offers) == offered
    assert content.more_offers > 0


def test_only_parked_notes_are_printed() -> None:
    assert summary_content(builders.make_day()).parked == (
        "Data-sharing agreement with schools",
        "Who speaks to the new cabinet member",
    )


@pytest.mark.parametrize(
    ("length", "notes", "shown"),
    [(20, 0, 0), (20, 8, 8), (20, 300, 8), (150, 300, 3), (5000, 1, 1), (5000, 300, 1)],
)
def test_parked_notes_beyond_the_room_there_is_are_counted(
    length: int, notes: int, shown: int
) -> None:
    parked = tuple(builders.parked("x" * length, number) for number in range(notes))
    content = summary_content(replace(builders.make_day(), notes=parked))
    assert (len(content.parked), content.more_parked) == (shown, notes - shown)


def test_the_method_note_says_who_rated_what_and_by_which_rules() -> None:
    note = summary_content(builders.make_day()).method
    assert note.startswith(
        "12 people were in the room. They rated 11 statements from 1 to 5. "
        "1 statement was rated again after talking."
        " Privacy: no ballot carries a name or a group."
    )
    assert "All 12 votes were shows of hands, seen by the room." in note
    assert "Fewer than 5 answers are not shown." in note
    assert "With fewer than 10 ratings" in note


def test_the_method_note_states_lowered_rules_and_the_privacy_mode() -> None:
    note = summary_content(
        builders.make_day(
            rules=ResultRules(minimum_answers=3), privacy=Privacy.ANONYMOUS_WITH_GROUP
        )
    ).method
    assert "Fewer than 3 answers are not shown (the room lowered this from 5)." in note
    assert "A group is shown only where it has at least 5 ratings." in note


def test_the_method_note_tells_changing_numbers_of_people_and_unrated_statements() -> None:
    rounds = (make_round("T1", (0, 0, 2, 6, 2)), make_round("T2", (0, 0, 2, 6, 4)))
    note = summary_content(WorkshopRecord(builders.make_workshop(), rounds)).method
    assert note.startswith(
        "Between 10 and 12 people were in the room. They rated 2 of 11 statements from 1 to 5."
    )


def test_dates_do_not_depend_on_the_laptop() -> None:
    assert long_date(date(2027, 5, 4)) == "4 May 2027"
    assert short_date(date(2027, 9, 14)).replace("\N{NO-BREAK SPACE}", " ") == "14 Sep 2027"


def test_the_builders_hold_what_these_tests_rely_on() -> None:
    from desktop_app.analysis.picture import workshop_picture

    picture = workshop_picture(builders.make_day())
    t2, l2 = picture.statement("T2").result, picture.statement("L2").result
    assert t2 is not None
    assert l2 is not None
    assert t2.agreement is Agreement.OPPOSING
    assert Flag.MINORITY_VIEW in l2.flags
