from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.documents.summary import summary_content
from desktop_app.domain.results import Agreement, Flag
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Privacy, ResultRules, WorkshopRecord
from desktop_app.words.dates import long_date, short_date
from desktop_app.words.method import IN_PROGRESS, SAMPLE
from tests.report import builders
from tests.unit.builders import make_round


def details(record: WorkshopRecord) -> dict[str, str]:
    return {item.text: item.detail for item in summary_content(record).differences.items}


def one_statement(counts: tuple[int, ...], cannot_say: int = 0) -> WorkshopRecord:
    return WorkshopRecord(builders.make_workshop(), (make_round("T1", counts, cannot_say),))


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


def test_rows_add_up_the_latest_results_of_an_action() -> None:
    rows = {row.label: row for row in summary_content(builders.make_day()).rows}
    assert rows["Agree ambitions"].counts == (1, 5, 7, 9, 2)
    assert rows["Invest time, resources, energy"].level_text == "Low"
    assert rows["Build mutual trust"].agreement_text == "Opposing views"


def test_rows_tell_hidden_from_not_rated() -> None:
    rounds = (make_round("T1", (1, 1, 1, 1, 0)), make_round("A1", (0, 0, 0, 0, 0), 12))
    content = summary_content(WorkshopRecord(builders.make_workshop(), rounds))
    labels = [row.level_text for row in content.rows]
    assert labels[0].startswith("Hidden")
    assert labels[1].startswith("Hidden")
    assert labels[2] == "Not rated yet"
    assert all(row.counts is None for row in content.rows)


def test_lowered_rules_show_small_results() -> None:
    workshop = builders.make_workshop(rules=ResultRules(minimum_answers=3))
    record = WorkshopRecord(workshop, (make_round("T1", (2, 1, 1, 0, 0)),))
    assert summary_content(record).rows[0].counts == (2, 1, 1, 0, 0)


def test_what_stands_firm_is_high_with_agreement_the_strongest_first() -> None:
    firm = summary_content(builders.make_day()).strengths
    assert [item.detail for item in firm.items] == [
        "10 of 12 rated 4 or 5 · strong agreement",
        "8 of 12 rated 4 or 5 · broad agreement",
        "7 of 11 rated 4 or 5 · broad agreement",
    ]


@pytest.mark.parametrize(
    "counts",
    [(0, 1, 9, 2, 0), (5, 6, 1, 0, 0), (0, 0, 0, 5, 7)],
    ids=["middle", "low", "high"],
)
def test_what_is_agreed_on_is_no_difference(counts: tuple[int, ...]) -> None:
    content = summary_content(one_statement(counts))
    assert content.differences.items == ()
    assert content.differences.also == ""
    assert content.talk_again == ()
    assert len(content.strengths.items) == (counts[4] == 7)


def test_more_than_four_strengths_are_named() -> None:
    rounds = tuple(make_round(key, (0, 0, 1, 6, 5)) for key in builders.COUNTS)
    firm = summary_content(WorkshopRecord(builders.make_workshop(), rounds)).strengths
    assert len(firm.items) == 4
    assert firm.also.startswith("Also firm: “")
    assert firm.also.count("“") == len(builders.COUNTS) - 4


def test_opposing_views_come_first_and_a_second_round_is_told() -> None:
    divided = summary_content(builders.make_day()).differences.items
    assert divided[0].detail == "4 of 12 low, 6 high, 2 between · opposing views"
    assert divided[1].detail == (
        "5 of 11 low, 5 high, 1 between · opposing views\n"
        "After talking: 3 of 12 low, 7 high, 2 between · mixed views"
    )


def test_settled_by_talking_is_told_among_the_differences_only() -> None:
    rounds = (
        make_round("T1", (3, 3, 0, 3, 3)),
        make_round("T1", (0, 0, 1, 6, 5), ordinal=2),
    )
    content = summary_content(WorkshopRecord(builders.make_workshop(), rounds))
    assert content.strengths.items == ()
    assert "After talking" in content.differences.items[0].detail


def test_of_many_opposing_statements_some_are_told_and_all_are_named() -> None:
    rounds = tuple(make_round(key, (3, 3, 0, 3, 3)) for key in builders.COUNTS)
    divided = summary_content(WorkshopRecord(builders.make_workshop(), rounds)).differences
    assert len(divided.items) == 4
    assert divided.also.count("“") == len(builders.COUNTS) - 4
    assert divided.also.count("(opposing views)") == 1


def test_many_who_cannot_say_are_told_and_are_worth_talking_about_again() -> None:
    record = one_statement((0, 2, 3, 2, 0), 5)
    assert "5 of 12 could not say" in next(iter(details(record).values()))
    assert summary_content(record).talk_again == ("“Trust”: 5 of 12 could not say.",)


def test_a_minority_view_on_what_stands_firm_is_named_only() -> None:
    content = summary_content(one_statement((0, 1, 2, 6, 3)))
    assert content.differences.items == ()
    assert content.differences.also == "Also: “Trust” (a minority view)."


def test_opposing_after_talking_is_worth_talking_about_again() -> None:
    rounds = (make_round("T1", (3, 3, 0, 3, 3)), make_round("T1", (3, 3, 0, 3, 3), ordinal=2))
    content = summary_content(WorkshopRecord(builders.make_workshop(), rounds))
    assert content.talk_again == (
        "“Trust”: views still oppose after talking (6 of 12 low, 6 high, 0 between).",
    )


def test_too_few_and_hidden_are_worth_talking_about_again() -> None:
    rounds = (make_round("T1", (0, 0, 2, 3, 0), present=12), make_round("T2", (1, 1, 0, 0, 0)))
    sentences = summary_content(WorkshopRecord(builders.make_workshop(), rounds)).talk_again
    assert sentences[0] == "“Trust”: 5 of 12 rated it, too few to say."
    assert sentences[1].startswith("Hidden: ")
    assert sentences[1].endswith("That goes for “Mutual”.")


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_nothing_unrevealed_gets_in(state: RoundState) -> None:
    rounds = tuple(replace(r, state=state) for r in builders.day_rounds())
    content = summary_content(WorkshopRecord(builders.make_workshop(), rounds))
    assert not content.rated
    assert all(row.counts is None for row in content.rows)
    assert content.strengths.items == content.differences.items == ()
    assert content.offers == ()
    assert content.talk_again == ()
    assert content.method == ""


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
        " Privacy: no ballot carries a name or a group; hands were seen by all."
    )
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
