"""Each limit: what just fits is taken as it is, and one more is refused by a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from desktop_app.answers.mistakes import quoted
from desktop_app.answers.reading import read_answers
from desktop_app.application.framework_edits import put
from desktop_app.application.notes import MAX_NOTE, Notes
from desktop_app.application.planning import MAX_TEXT as MAX_STEP
from desktop_app.application.planning import Planning, Wording
from desktop_app.application.priorities import MAX_COUNT, Priorities, sheet_dots
from desktop_app.application.rounds import MAX_HANDS, MAX_REASON, Rounds
from desktop_app.application.timing import Stopwatch
from desktop_app.application.workshops import Workshops
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import AppError, InputProblem
from desktop_app.domain.framework import Framework, Source
from desktop_app.domain.framework_names import cut
from desktop_app.domain.framework_rules import Place, mistakes
from desktop_app.domain.people import People, check_groups, check_people
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.priorities import DEFAULT_DOTS
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details, Group, Privacy, ResultRules, Thresholds, Workshop
from tests.answers_read import rows_table

from .builders import NOON, make_framework, make_record, make_round, make_workshop
from .fakes import Clock, FakeFrameworks, FakeLibrary, Ids

T1 = Step(StepKind.STATEMENT, "T1")


@dataclass(frozen=True)
class Limit:
    """A way to do something to a size, the largest that will do, and a word of the refusal."""

    act: Callable[[int], object]
    most: int
    word: str


def library(present: int = 12) -> FakeLibrary:
    workshop = make_workshop(make_framework(actions="TA"), present=present)
    return FakeLibrary(make_record(workshop=workshop))


def details(privacy: Privacy = Privacy.ANONYMOUS, **parts: object) -> object:
    made = Details("x", privacy=privacy, **parts)  # type: ignore[arg-type]
    return Workshops(library(), FakeFrameworks(), Clock(), Ids()).create(made)


def hands(count: int) -> object:
    rounds = Rounds(library(), Ids())
    return rounds.count_hands(rounds.open("w1", "T1", Channel.HANDS).value, (count, 0, 0, 0, 0, 0))


def dots(count: int) -> object:
    priorities = Priorities(library(), Ids())
    priorities.open("w1", Channel.HANDS)
    return priorities.count_hands("w1", {"T": count})


def settling(length: int) -> object:
    kept = FakeLibrary(make_record(make_round("T1", (0, 0, 2, 5, 5))))
    return Rounds(kept, Ids()).settle("T1-1", 4, "x" * length)


def row(**cells: str) -> object:
    given = {"statement": "T1", "round": "", "group": "", "rating": "3", **cells}
    rows = [tuple(given.values())]
    if given["round"].isdigit():  # a round needs those before it
        rows += [("T1", str(n), "", "3") for n in range(1, int(given["round"]))]
    reading = read_answers(rows_table(*rows), make_framework())
    if reading.mistakes:
        raise InputProblem(str(reading.mistakes[0].phrase))
    return reading


LIMITS = {
    "people": Limit(lambda n: check_people(People(n)), 500, "0 to 500"),
    "watching": Limit(lambda n: check_people(People(3, n)), 500, "0 to 500"),
    "people of partners together": Limit(
        lambda n: check_people(People(0, 0, (Group("a", 200), Group("b", n)))), 300, "0 to 500"
    ),
    "people prepared": Limit(lambda n: details(present=n), 500, "1 to 500"),
    "partners": Limit(lambda n: check_groups(Group(f"P{i}", 2) for i in range(n)), 9, "9 partners"),
    "a partner’s name": Limit(
        lambda n: check_groups((Group("x" * n, 2), Group("b", 2))), 60, "than 60"
    ),
    "a partner’s people": Limit(
        lambda n: check_groups((Group("a", n), Group("b", 2))), 500, "0 to 500"
    ),
    "title": Limit(
        lambda n: Workshops(library(), FakeFrameworks(), Clock(), Ids()).create(Details("x" * n)),
        200,
        "than 200",
    ),
    "place": Limit(lambda n: details(place="x" * n), 200, "than 200"),
    "hands": Limit(hands, MAX_HANDS, "999"),
    "dots": Limit(dots, MAX_COUNT, "999"),
    "dots a person": Limit(lambda n: Priorities(library(), Ids()).set_dots_each("w1", n), 10, "10"),
    "a reason": Limit(settling, MAX_REASON, "300"),
    "note": Limit(
        lambda n: Notes(library(), Ids()).add("w1", T1, NoteKind.IDEA, "x" * n), MAX_NOTE, "10"
    ),
    "step": Limit(
        lambda n: Planning(library(), Ids()).add_own("w1", Wording("x" * n)), MAX_STEP, "10"
    ),
    "fist": Limit(
        lambda n: Planning(library(500), Ids()).set_fist("w1", (0, 0, 0, 0, 0, n)), 500, "0 to 500"
    ),
    "rating in a row": Limit(lambda n: row(rating=str(n)), 5, "from 1 to 5"),
    "round in a row": Limit(lambda n: row(round=str(n)), 99, "not a round"),
    "group in a row": Limit(lambda n: row(group="x" * n), 80, "than 80"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_the_last_that_will_do(name: str) -> None:
    limit = LIMITS[name]
    limit.act(limit.most)
    with pytest.raises(AppError, match=limit.word):
        limit.act(limit.most + 1)


LEAST = {
    "people": Limit(lambda n: check_people(People(n)), 0, "0 to 500"),
    "watching": Limit(lambda n: check_people(People(3, n)), 0, "0 to 500"),
    "people of one partner": Limit(
        lambda n: check_people(People(0, 0, (Group("a", n), Group("b", 9)))), 0, "0 to 500"
    ),
    "partners": Limit(
        lambda n: check_groups(Group(f"P{i}", 2) for i in range(n)), 2, "at least two"
    ),
    "people prepared": Limit(lambda n: details(present=n), 1, "1 to 500"),
    "hands": Limit(hands, 0, "999"),
    "dots": Limit(dots, 0, "999"),
    "dots a person": Limit(lambda n: Priorities(library(), Ids()).set_dots_each("w1", n), 1, "1"),
    "fist": Limit(
        lambda n: Planning(library(), Ids()).set_fist("w1", (0, 0, 0, 0, 0, n)), 0, "0 to 500"
    ),
    "rating in a row": Limit(lambda n: row(rating=str(n)), 1, "from 1 to 5"),
    "round in a row": Limit(lambda n: row(round=str(n)), 1, "not a round"),
    "minimum answers": Limit(lambda n: details(rules=ResultRules(n)), 3, "3, 4 or 5"),
}


@pytest.mark.parametrize("name", LEAST)
def test_the_least_will_do_and_less_is_refused(name: str) -> None:
    limit = LEAST[name]
    limit.act(limit.most)
    with pytest.raises(AppError, match=limit.word):
        limit.act(limit.most - 1)


# A framework's texts

ACTION: Place = ("actions", 0)
STATEMENT: Place = (*ACTION, "statements", 0)
FIRST_STEP: Place = (*ACTION, "steps", 0)


def framework() -> Framework:
    source = Source("V&H03", "V & H 2003", "A title", "A finding")
    return replace(make_framework(), sources=(source,))


@pytest.mark.parametrize(
    ("place", "most"),
    [
        (("title",), 200),
        (("version",), 200),
        (("stem",), 2000),
        (("leaders_means",), 2000),
        (("scale", "points", 0, "label"), 200),
        (("scale", "cannot_say_label"), 200),
        ((*ACTION, "title"), 200),
        ((*ACTION, "short_title"), 200),
        ((*ACTION, "quick"), 2000),
        ((*ACTION, "name"), 15),
        ((*STATEMENT, "word"), 200),
        ((*STATEMENT, "text"), 2000),
        ((*STATEMENT, "name"), 15),
        ((*STATEMENT, "anchors", 3), 2000),
        ((*FIRST_STEP, "title"), 200),
        ((*FIRST_STEP, "how"), 2000),
        ((*FIRST_STEP, "short"), 38),
        (("sources", 0, "citation"), 200),
        (("sources", 0, "says"), 2000),
    ],
)
def test_a_text_may_be_as_long_as_its_place_allows(place: Place, most: int) -> None:
    assert list(mistakes(put(framework(), place, "x" * most))) == []
    (mistake,) = mistakes(put(framework(), place, "x" * (most + 1)))
    assert str(most) in str(mistake.phrase)
    assert mistake.place == place


@pytest.mark.parametrize("place", [(*ACTION, "name"), (*STATEMENT, "name")])
def test_a_name_on_stage_has_three_words(place: Place) -> None:
    assert list(mistakes(put(framework(), place, "a b c"))) == []
    (mistake,) = mistakes(put(framework(), place, "a b c d"))
    assert str(mistake.phrase) == "this has 4 words, and 3 fit on stage. Take some out."


@pytest.mark.parametrize(("name", "sound"), [("x" * 40, True), ("x" * 41, False), ("", False)])
def test_an_id_has_one_to_forty_characters(name: str, sound: bool) -> None:
    changed = put(framework(), ("actions", 1, "statements", 0, "id"), name)
    told = [m for m in mistakes(changed) if m.place[-1] == "id"]
    assert (told == []) is sound


@pytest.mark.parametrize(("points", "sound"), [(2, False), (3, True), (7, True), (8, False)])
def test_a_scale_has_three_to_seven_points(points: int, sound: bool) -> None:
    found = [
        m.place for m in mistakes(replace(make_framework(points), sources=framework().sources))
    ]
    assert (("scale", "points") not in found) is sound


@pytest.mark.parametrize("point", [0, 6])
def test_an_anchor_stands_at_a_point_of_the_scale(point: int) -> None:
    inside = put(put(framework(), (*STATEMENT, "anchors", 1), "a"), (*STATEMENT, "anchors", 5), "b")
    assert list(mistakes(inside)) == []
    (mistake,) = mistakes(put(framework(), (*STATEMENT, "anchors", point), "a"))
    assert f'no point "{point}" on this scale of 1 to 5' in str(mistake.phrase)


def test_what_fits_is_not_cut_whatever_it_ends_with() -> None:
    assert cut("Win over the", 12) == "Win over the"
    assert cut("Win over the", 11) == "Win over"
    assert cut("Talk, then", 10) == "Talk, then"
    assert cut("one two three", 40, 3) == "one two three"
    assert cut("one two three", 40, 2) == "one two"
    assert cut("unbreakable", 11) == "unbreakable"
    assert cut("unbreakable", 10) == "unbreakab…"


def test_a_cell_is_quoted_whole_up_to_forty_characters() -> None:
    assert quoted("x" * 40) == '"' + "x" * 40 + '"'
    assert quoted("x" * 41) == '"' + "x" * 40 + '…"'


# What holds where nothing was said


def test_a_sheet_names_no_more_actions_than_there_are_digits() -> None:
    record = make_record(workshop=make_workshop(make_framework(actions="TAIRMNOPQSU")))
    with pytest.raises(InputProblem, match="from 1 to 9 for each dot"):
        sheet_dots(record, "x")
    assert sheet_dots(record, "9") == {"Q": 1}


def test_a_workshop_about_which_nothing_was_said() -> None:
    bare = Workshop(id="w", title="x", framework=make_framework(), created_at=NOON, updated_at=NOON)
    assert (bare.present, bare.observers, bare.dots_each) == (12, 0, DEFAULT_DOTS) == (12, 0, 3)
    assert (bare.channel, bare.privacy) == (Channel.HANDS, Privacy.ANONYMOUS)
    assert (bare.position, bare.headline, bare.language) == ("welcome", "", "en")
    assert (bare.is_sample, bare.is_rehearsal, bare.revision) == (False, False, 1)
    assert bare.rules == ResultRules(5, 5, 10, Thresholds(75, 6, 2, 3, 2, 3))


def test_a_stopwatch_stands_still_at_nought() -> None:
    now = iter((100.0, 109.0, 110.0))
    watch = Stopwatch(lambda: next(now))
    assert (watch.seconds, watch.running) == (0, False)
    watch.tick()
    watch.tick()
    assert watch.seconds == 0
