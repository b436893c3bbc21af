"""An action's picture: the weakest statement, the most divided one, the pooled counts."""

from __future__ import annotations

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.results import ActionPicture, Agreement, Level, Result
from desktop_app.domain.rounds import Round, RoundState
from tests.unit.builders import make_framework, make_record, make_round, make_workshop

HIGH_STRONG = (0, 0, 1, 7, 4)
HIGH_STRONGER = (0, 0, 0, 5, 7)
LOW_MIXED = (4, 4, 2, 1, 1)
OPPOSING = (2, 3, 1, 4, 1)


def picture_of(*rounds: Round) -> ActionPicture:
    return workshop_picture(make_record(*rounds)).action("T")


def test_the_weakest_statement_gives_the_level() -> None:
    picture = picture_of(make_round("T1", HIGH_STRONG), make_round("T2", LOW_MIXED))
    assert (picture.level, picture.weakest_id) == (Level.LOW, "T2")
    assert (picture.agreement, picture.most_divided_id) == (Agreement.MIXED, "T2")


def test_weakest_and_most_divided_may_differ() -> None:
    picture = picture_of(make_round("T1", LOW_MIXED), make_round("T2", OPPOSING))
    assert (picture.weakest_id, picture.most_divided_id) == ("T1", "T2")
    assert (picture.level, picture.agreement) == (Level.LOW, Agreement.OPPOSING)


def test_equal_levels_are_settled_by_upper_then_lower_share() -> None:
    by_upper = picture_of(make_round("T1", HIGH_STRONGER), make_round("T2", HIGH_STRONG))
    assert by_upper.weakest_id == "T2"
    by_lower = picture_of(make_round("T1", (0, 1, 4, 5, 0)), make_round("T2", (0, 4, 6, 10, 0)))
    assert by_lower.weakest_id == "T2"
    same = picture_of(make_round("T1", HIGH_STRONG), make_round("T2", HIGH_STRONG))
    assert (same.weakest_id, same.most_divided_id) == ("T1", "T1")


def test_pooled_counts_leave_hidden_results_out_and_keep_few_ones() -> None:
    few_but_shown = make_round("T1", (0, 0, 5, 0, 0), present=12)
    picture = picture_of(few_but_shown, make_round("T2", (0, 0, 0, 0, 4), 1))
    assert (picture.pooled, picture.pooled_cannot_say) == ((0, 0, 5, 0, 0), 0)
    assert (picture.level, picture.weakest_id) == (None, None)
    assert (picture.agreement, picture.most_divided_id) == (None, None)


def test_only_revealed_rounds_enter_and_the_last_one_counts() -> None:
    record = make_record(
        make_round("T1", LOW_MIXED),
        make_round("T1", HIGH_STRONG, ordinal=2),
        make_round("T1", OPPOSING, ordinal=3, state=RoundState.CLOSED),
    )
    statement = workshop_picture(record).statement("T1")
    assert [view.ordinal for view in statement.rounds] == [1, 2]
    assert isinstance(statement.result, Result)
    assert statement.result.counts == HIGH_STRONG


def test_a_hidden_last_round_does_not_bring_the_first_one_back() -> None:
    picture = picture_of(make_round("T1", LOW_MIXED), make_round("T1", (0, 0, 0, 2, 2), ordinal=2))
    assert picture.statements[0].latest is not None
    assert picture.statements[0].result is None
    assert (picture.level, picture.pooled) == (None, (0, 0, 0, 0, 0))


def test_every_action_is_there_in_framework_order() -> None:
    workshop = make_workshop(make_framework(7, actions=("T", "A", "I")))
    picture = workshop_picture(make_record(workshop=workshop))
    assert [action.action_id for action in picture.actions] == ["T", "A", "I"]
    assert picture.actions[0].pooled == (0,) * 7
    assert picture.actions[0].statements[0].latest is None
