"""Which buttons and words each page of the console has in each state, and which it has not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from desktop_app.domain.agenda import TimeNow
from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Group, Privacy
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.ui.console.chart_view import ChartView
from desktop_app.ui.console.count_field import CountField
from desktop_app.ui.console.foot import Footer
from desktop_app.ui.console.group_chooser import GroupChooser
from desktop_app.ui.console.header import Header
from desktop_app.ui.console.page_stack import PageStack
from desktop_app.ui.console.plan_offers import OfferGroup, OfferRow
from desktop_app.ui.console.prompt_list import PromptList
from desktop_app.ui.console.rehearsal_bar import RehearsalBar
from desktop_app.ui.console.side_panel import SidePanel
from desktop_app.words.room import ground_rules
from desktop_app.words.who_sees import promise
from tests.journeys.driver import App, Key, settle, visible
from tests.journeys.test_priorities_and_plan import open_by, sample
from tests.journeys.ways import count, prepare, turns_vote

CTRL = Qt.KeyboardModifier.ControlModifier
TURNS = [
    "Discard this vote", "Ballot on the laptop", "Close the vote", "Count hands instead",
    "Vote another way",
]  # fmt: skip
OVERVIEW_FOOTER = (
    "Each bar: shares below, at and above the middle. The level is that of the weakest statement."
)


def page(app: App) -> QWidget:
    stack = app.console.findChild(PageStack)
    assert stack is not None
    return stack.currentWidget()


def buttons(app: App) -> list[str]:
    """Return what can be pressed on the page, from top to bottom.

    But for plus and minus, and the buttons that show the room a question.
    """
    settle()
    found = [b for b in visible(page(app), QAbstractButton) if b.isEnabled()]
    return [b.text() for b in found if len(b.text()) > 1 and b not in shows_of(app)]


def shows_of(app: App) -> list[QAbstractButton]:
    """Return the buttons that show the room a question."""
    return [b for one in visible(page(app), PromptList) for b in visible(one, QAbstractButton)]


def assert_each_question_can_be_shown(app: App) -> None:
    before = "Show the room this question: "
    asked = [b.accessibleDescription().removeprefix(before) for b in shows_of(app)]
    assert asked
    assert {b.text() for b in shows_of(app)} == {"Show"}
    assert [text for text in read(app) if text in asked] == asked


def read(app: App) -> list[str]:
    settle()
    return [one.text() for one in visible(page(app), QLabel) if one.text()]


def charts(app: App) -> list[ChartView]:
    return visible(page(app), ChartView)


# The welcome, and what stands beside a page


def test_the_welcome_says_what_to_do_before_the_day(app: App) -> None:
    prepare(app, 7)
    assert sorted(buttons(app)) == [  # what begins the day stays in sight, whatever is above
        "Begin with the first statement", "Change what was prepared", "Print for the day…",
        "Rehearse with pretend ballots",
    ]  # fmt: skip
    said = read(app)
    assert said[0].startswith("Συνεργασία Αθήνα  ·  ")
    assert said[1] == "Cyfarfod Ŵyth, Łódź"
    assert said[2] == "Before you begin"
    assert said[4 : 4 + len(ground_rules())] == [f"–  {rule}" for rule in ground_rules()]
    assert said[-3:] == [
        "Say how privacy works today",
        promise(Privacy.ANONYMOUS, Channel.HANDS),
        "Framework: Leading together, version 1.0",
    ]


def test_a_rehearsal_is_not_rehearsed_again_and_has_its_bar(app: App) -> None:
    prepare(app, 7)
    bar = app.console.findChild(RehearsalBar)
    assert bar is not None
    assert not bar.isVisible()
    app.click("Rehearse with pretend ballots")
    assert "Rehearse with pretend ballots" not in buttons(app)
    assert bar.isVisible()
    enabled = [b.isEnabled() for b in visible(bar, QAbstractButton)]
    assert enabled == [False, True, True], "there is no vote here to fill"
    app.show_the_rest()
    app.key(Key.Key_Space)
    assert [b.isEnabled() for b in visible(bar, QAbstractButton)] == [True, True, True]


@pytest.mark.parametrize(
    ("step", "heading"),
    [
        ("Build mutual trust", "Notes on this statement"),
        ("Talk it through", "Notes on this action"),
        ("Where we stand", "Parked points and other notes"),
    ],
)
def test_beside_a_page_stand_its_script_and_its_notes(app: App, step: str, heading: str) -> None:
    prepare(app, 7)
    app.rail("Build mutual trust")
    app.rail(step)
    assert heading in parts(app, SidePanel)
    assert "The stage is hidden; F5 shows this" in parts(app, SidePanel)
    assert any(text.startswith("Say: “") for text in parts(app, SidePanel))
    assert any("Watch for " in text for text in parts(app, SidePanel))


# A statement


def test_before_a_vote_there_is_its_way_to_choose_and_to_open_it(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    assert buttons(app) == ["Hands", "Turns", "Number keys", "Paper", "Open the vote"]
    assert read(app)[0] == "Build mutual trust  ·  statement 1 of 3"
    assert charts(app) == []


def sum_of(app: App) -> set[str]:
    """Return the count of hands and what is advised, which stand beside each other."""
    return set(read(app)[-2:])


def test_hands_are_accepted_only_where_they_differ_from_the_people(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    asides = ["Discard this vote", "Close and reveal", "Take turns instead", "Vote another way"]
    assert buttons(app) == ["Discard this vote", "Count the hands", *asides[2:]]
    assert sum_of(app) == {
        "0 of 7 people counted", "Type the hands for each point, or press + and –.",
    }  # fmt: skip
    app.hands(2, 1, 0, 3)
    assert sorted(buttons(app)) == sorted(["Accept…", *asides])
    assert sum_of(app) == {
        "6 of 7 people counted", "One hand is missing. Count again, or accept with a reason.",
    }  # fmt: skip
    app.type("1")
    settle()
    assert buttons(app) == asides
    assert sum_of(app) == {"7 of 7 people counted", "Everybody is counted."}
    app.key(Key.Key_Up)
    assert sorted(buttons(app)) == sorted(["Accept…", *asides])
    assert sum_of(app) == {
        "8 of 7 people counted",
        "More hands than people in the room. Count again, or accept with a reason.",
    }


def test_a_vote_in_turns_goes_from_open_to_revealed(app: App) -> None:
    turns_vote(app, 7)
    app.leave_ballot()
    assert buttons(app) == TURNS
    assert read(app)[0].endswith("first vote by turns on the laptop")
    assert read(app)[2:4] == ["0 of 7 in", "Waiting for the next person."]
    app.take_turns(1, 2, 3, 4, 5, 5, 0)
    assert read(app)[2:4] == ["7 of 7 in", "Everybody is in. Close the vote."]
    app.key(Key.Key_Space)
    assert buttons(app) == ["Discard this vote", "Reveal", "Open again"]
    assert charts(app) == []
    app.key(Key.Key_Space)
    assert buttons(app) == ["Go on", "Vote again", "Settle…"]
    assert_each_question_can_be_shown(app)
    assert len(charts(app)) == 1
    assert read(app)[2:3] == ["Opposing views"]
    assert "Median 3.5" in read(app)
    assert any(text.startswith("A small group: ") for text in read(app)), "its remarks"
    app.key(Key.Key_Z, CTRL)
    assert buttons(app) == ["Reveal"], "what the room has seen is neither opened nor discarded"


def test_a_second_vote_begins_anew_and_is_looked_at_beside_the_first(app: App) -> None:
    turns_vote(app, 7)
    app.take_turns(1, 2, 3, 4, 5, 5, 0)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    assert not app.buttons("Both votes  V")
    app.click("Vote again")
    app.leave_ballot()
    assert buttons(app) == TURNS
    assert read(app)[0].endswith("second vote by turns on the laptop")
    assert read(app)[2] == "0 of 7 in", "nothing of the first is left"
    app.take_turns(3, 3, 3, 3, 4, 4, 4)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    assert buttons(app) == ["Result  R", "Both votes  V", "Go on", "Vote again", "Settle…"]
    assert "Strong agreement" in read(app)
    app.click("Both votes  V")
    assert "Strong agreement" not in read(app)
    assert len(charts(app)) == 1
    app.click("Result  R")
    assert "Strong agreement" in read(app)
    tab_back_to(app, "Both votes  V")
    tab_back_to(app, "Result  R", within=1)
    app.key(Key.Key_Tab)
    app.key(Key.Key_Return)
    assert "Strong agreement" not in read(app)
    app.key(Key.Key_Space)
    assert app.desktop.session.step.subject == "T2", "and the space bar goes on"


def tab_back_to(app: App, text: str, *, within: int = 20) -> None:
    """Press Shift and Tab until a button has the keys."""
    for _ in range(within):
        app.key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        focus = app.console.focusWidget()
        if isinstance(focus, QAbstractButton) and focus.text() == text:
            return
    raise AssertionError(f"Tab comes to no {text}")


def test_a_discarded_vote_leaves_nothing_for_the_next(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(2, 1, 0, 3)
    app.click("Discard this vote")
    app.click("Discard the vote")
    assert buttons(app)[-1] == "Open the vote"
    app.click("Open the vote")
    assert [f.text() for f in visible(page(app), CountField)] == ["0"] * 6
    assert "0 of 7 people counted" in read(app)


def test_another_way_is_offered_without_the_two_that_have_a_button_or_are_used(app: App) -> None:
    turns_vote(app, 7)
    app.leave_ballot()
    app.click("Count hands instead")
    assert "Take turns instead" in buttons(app)
    assert app.desktop.session.round is not None
    assert app.desktop.session.round.channel is Channel.HANDS
    app.click("Take turns instead")
    assert app.desktop.session.round.channel is Channel.TURNS
    app.leave_ballot()
    assert buttons(app) == TURNS


def keyed_vote(app: App, channel: Channel) -> None:
    prepare(app, 2)
    app.key(Key.Key_Space)
    app.desktop.session.voting.open_vote(channel)
    settle()


@pytest.mark.parametrize(
    ("channel", "way", "took"),
    [
        (
            Channel.NUMBER_KEYS,
            "first vote by number keys",
            ["", "Press 1 is in.", "Press 2 is in.", "Press 2 was taken back."],
        ),
        (
            Channel.PAPER,
            "first vote on paper",
            ["Next: ballot 1.", "Ballot 1 is in.", "Ballot 2 is in.", "Ballot 2 was taken back."],
        ),
    ],
)
def test_what_is_keyed_in_is_counted_said_and_taken_back(
    app: App, channel: Channel, way: str, took: list[str]
) -> None:
    keyed_vote(app, channel)
    back = (
        "Take back the last press"
        if channel is Channel.NUMBER_KEYS
        else "Take back the last ballot"
    )
    assert read(app)[0].endswith(way)
    said = [[text for text in read(app) if text in took]]
    assert back not in buttons(app), "there is nothing to take back"
    for key in ("3", "4", Key.Key_Backspace):
        app.key(key)
        said.append([text for text in read(app) if text in took])
    assert said == [[text] if text else [] for text in took]
    assert "1 of 2 in" in read(app)
    assert back not in buttons(app), "only the last"
    assert "Accept…" not in buttons(app)
    app.key("3")
    assert {"2 of 2 in", "Everybody is in. Close the vote."} <= set(read(app))
    assert "Not counted." not in read(app)
    app.key("4")
    assert {"2 of 2 in", "Not counted."} <= set(read(app))
    app.key("+")
    assert "2 of 3 in" in read(app)
    app.key("+")  # nobody else: there is room for one
    app.key("4")
    assert "3 of 3 in" in read(app)
    assert back in buttons(app)
    assert not any("Hands were counted" in text for text in read(app))


def test_hands_beside_secret_ballots_are_told(app: App) -> None:
    keyed_vote(app, Channel.HANDS)
    app.hands(1)
    app.desktop.session.voting.use_channel(Channel.NUMBER_KEYS)
    settle()
    assert any(text.startswith("Hands were counted in this vote") for text in read(app))
    assert "1 of 2 in" in read(app)


# Pictures


def sorted_by(app: App) -> QComboBox | None:
    found = [
        b for b in visible(page(app), QComboBox) if b.accessibleName() == "Sort the picture by"
    ]
    return found[0] if found else None


def test_the_overview_can_be_sorted_and_shows_every_statement_below(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Where we stand")
    assert buttons(app) == ["Go on"]
    assert read(app) == [
        "Where we stand",
        "Sort by  V",
        "The five leadership actions",
        OVERVIEW_FOOTER,
        "Every statement",
    ]
    actions, statements = charts(app)
    assert actions.height() < statements.height()
    box = sorted_by(app)
    assert box is not None
    assert [box.itemText(place) for place in range(box.count())] == [
        "Framework", "Level, lowest first", "Disagreement, most first",
    ]  # fmt: skip
    before = [chart.accessibleName() for chart in charts(app)]
    for place, order in enumerate(OverviewOrder):
        box.setCurrentIndex(place)
        settle()
        assert app.desktop.session.order is order
        assert sorted_by(app) is box
    after = [chart.accessibleName() for chart in charts(app)]
    assert [one != other for one, other in zip(before, after, strict=True)] == [True, True]
    app.click("Go on")
    assert app.desktop.session.step.kind is StepKind.PRIORITIES


def test_the_picture_of_an_action_is_not_sorted_and_has_its_questions(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Agree ambitions")
    app.rail("Talk it through")
    assert sorted_by(app) is None
    assert "Sort by  V" not in read(app)
    assert "Every statement" not in read(app)
    assert read(app)[:2] == [
        "Talk about the whole action",
        "Agree ambitions",
    ]
    assert_each_question_can_be_shown(app)
    assert "Ask the room, in this order" in read(app)
    assert len(charts(app)) == 1


# Priorities, plan, close


def test_dots_go_from_their_start_to_importance_beside_level(app: App) -> None:
    sample(app)
    ways = ["Hands", "Turns", "Number keys", "Paper"]
    assert buttons(app) == [*ways, "Open the vote", "Go on without dots"]
    open_by(app, "Hands")
    assert buttons(app) == ["Count the hands", "Discard these dots"]
    assert read(app)[-2:] == [
        "0 of 36 dots counted", "Type the dots of each action, or press + and –.",
    ]  # fmt: skip
    first = visible(page(app), CountField)[0]
    app.click_on(first)
    app.retype("36")
    assert read(app)[-2:] == ["36 of 36 dots counted", "All dots are counted."]
    assert count(app) == "0 of 36 dots in", "the room sees a count once it is finished"
    app.key(Key.Key_Return)
    assert read(app)[-2:] == ["36 of 36 dots counted", "All dots are counted."]
    assert count(app) == "36 of 36 dots in"
    app.click("Close and reveal")
    assert buttons(app) == ["Go on", "Show beside level  V", "Discard these dots"]
    assert "Importance beside level" in read(app)
    assert len(charts(app)) == 2
    app.click("Show beside level  V")
    assert buttons(app) == ["Go on", "Show the list  V", "Discard these dots"]
    app.click("Show the list  V")
    assert buttons(app) == ["Go on", "Show beside level  V", "Discard these dots"]
    app.key(Key.Key_Space)
    assert app.desktop.session.step.kind is StepKind.NEXT_STEPS


def test_the_space_bar_opens_closes_and_reveals_dots(app: App) -> None:
    sample(app)
    app.key(Key.Key_Space)
    vote = app.desktop.session.dotting.vote
    assert vote is not None
    assert vote.state is RoundState.OPEN


def test_without_dots_the_day_goes_on(app: App) -> None:
    sample(app)
    app.click("Go on without dots")
    assert app.desktop.session.step.kind is StepKind.NEXT_STEPS
    assert app.desktop.session.dotting.vote is None


def test_how_steps_go_stays_unfolded_while_others_are_taken_on(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Next steps")
    rows = visible(page(app), OfferRow)
    before = len(rows)
    more = [b for b in visible(rows[1], QAbstractButton) if b.text() == "More"]
    app.click_on(more[0])
    app.click_on(rows[0].take)
    after = visible(page(app), OfferRow)
    assert len(after) == before - 1
    unfolded = [[b.text() for b in visible(row, QAbstractButton)][-1] for row in after]
    assert unfolded == ["Less", *["More"] * (len(after) - 1)]
    again = [b for b in visible(after[0], QAbstractButton) if b.text() == "Less"]
    app.click_on(again[0])
    app.key(Key.Key_PageUp)
    app.key(Key.Key_PageDown)
    assert not app.buttons("Less")


def test_offers_stand_under_their_action_with_its_dots(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Next steps")
    groups = visible(page(app), OfferGroup)
    heads = [[one.text() for one in visible(group, QLabel)][:2] for group in groups]
    assert heads[0] == ["Invest time, resources, energy", "14 dots"]
    assert len({head[0] for head in heads}) == len(heads)
    assert "Taken on (5)" in read(app)


def test_the_end_of_the_day_can_be_closed_and_opened_again(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Close")
    saving = [
        "Save the summary as PDF…", "Look and print…", "Copy for an e-mail  E",
        "More documents and data…",
    ]  # fmt: skip
    assert buttons(app) == ["We look again on", *saving, "Show the rest", "Close the workshop"]
    app.show_the_rest()
    assert buttons(app) == ["We look again on", *saving, "Close the workshop"]
    assert "Until it is closed, its documents say “in progress”." in read(app)
    app.click("Close the workshop")
    assert buttons(app) == ["We look again on", *saving, "Open the workshop again"]
    assert "The workshop is closed." in read(app)
    app.click("Open the workshop again")
    assert buttons(app)[-1] == "Close the workshop"


# Around the page


def parts(app: App, kind: type[QWidget]) -> list[str]:
    found = app.console.findChild(kind)
    assert found is not None
    return [one.text() for one in visible(found, QLabel) if one.text()]


def test_the_header_says_which_workshop_and_that_it_is_a_sample(app: App) -> None:
    app.click("Open the sample workshop")
    settle()
    assert parts(app, Header)[:3] == [
        "Harbour Children's Partnership", "Away-day, 14 May  ·  14 May 2027", "Sample",
    ]  # fmt: skip
    assert {"Saved", "Space or remote"} <= set(parts(app, Footer))
    assert "Hands, seen by all" not in parts(app, Footer), "nobody votes here"


def test_a_workshop_of_ones_own_is_no_sample(app: App) -> None:
    prepare(app, 7)
    settle()
    assert "Sample" not in parts(app, Header)
    assert "Next: go on to “Build mutual trust: Keep promises”." in parts(app, Footer)
    assert "After that: open the vote." in parts(app, Footer)


def renamed(app: App, title: str, partnership: str) -> None:
    """Give the open workshop other names, as its form would."""
    session = app.desktop.session
    workshops = app.desktop.services.workshops
    before = session.record.workshop.details
    details = replace(before, title=title, partnership=partnership)
    workshops.change(session.workshop_id, details, before)
    session.reload()
    settle()


def test_a_long_name_has_the_room_that_the_header_has_and_is_whole_in_its_tip(
    app: App, dressed: None
) -> None:
    prepare(app, 7)
    name = "Kingsport Children, Families and Communities Board"
    renamed(app, "Title", name)
    header = app.console.findChild(Header)
    assert header is not None
    title = next(one for one in visible(header, QLabel) if one.text() == name)
    assert name in title.toolTip()
    for width, letters in ((964, 28), (1300, 26), (1800, len(name))):
        app.console.resize(width, 720)
        settle()
        assert title.width() >= title.fontMetrics().horizontalAdvance(name[:letters]), width
    app.console.resize(964, 720)
    settle()
    assert not any(text.startswith("Title") for text in parts(app, Header))


def test_a_narrow_header_cuts_a_name_by_dots_before_it_needs_more_room(app: App) -> None:
    prepare(app, 7)
    renamed(app, "Title", "W" * 19)
    header = app.console.findChild(Header)
    assert header is not None
    header.timer.show_time(TimeNow(70, 420, -90 * 60, running=False, break_in=3 * 3600))
    header.set_narrow(narrow=True)
    settle()
    assert header.minimumSizeHint().width() <= 900
    header.set_narrow(narrow=False)
    settle()
    assert header.minimumSizeHint().width() > 900


def test_what_a_workshop_is_about_stands_whole_where_there_is_room(app: App) -> None:
    prepare(app, 7)
    renamed(app, "t" * 60, "Partners")
    assert any("t" * 60 in text for text in parts(app, Header))
    renamed(app, "Only a title", "")
    assert parts(app, Header)[0] == "Only a title"
    assert not any("Only a title  ·" in text for text in parts(app, Header))


def test_a_narrow_footer_leaves_out_what_is_said_elsewhere(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    footer = app.console.findChild(Footer)
    assert footer is not None
    footer.resize(1284, footer.height())
    whole = parts(app, Footer)
    footer.set_narrow(narrow=True)
    assert parts(app, Footer) == [
        one for one in whole if one not in ("Saved", "Hands, seen by all")
    ]
    footer.set_narrow(narrow=False)
    assert parts(app, Footer) == whole


def test_the_blank_button_is_down_while_the_stage_is_blank(app: App) -> None:
    prepare(app, 7)
    (blank,) = app.buttons("Blank")
    app.click("Blank")
    assert blank.isChecked()
    app.expect("The room sees black. B shows the stage again.")
    app.key("b")
    assert not blank.isChecked()
    assert not app.reads("The stage is blank")


# Groups


def test_a_room_without_partners_is_not_asked_whose_ballots_are_counted(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    assert visible(page(app), GroupChooser) == []


@pytest.mark.parametrize("channel", [Channel.HANDS, Channel.NUMBER_KEYS, Channel.PAPER])
def test_whose_ballots_are_counted_is_chosen_where_partners_are_kept(
    app: App, channel: Channel
) -> None:
    prepare(app, 11)
    session, workshops = app.desktop.session, app.desktop.services.workshops
    groups = (Group("Council", 6), Group("Police", 5))
    before = session.record.workshop.details
    details = replace(before, privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=groups)
    workshops.change(session.workshop_id, details, before)
    session.reload()
    app.show_the_rest()  # the welcome tells of partners now
    app.key(Key.Key_Space)
    session.voting.open_vote(channel)
    settle()
    (chooser,) = visible(page(app), GroupChooser)
    box = chooser.findChild(QComboBox)
    assert box is not None
    council, police = (box.itemText(i) for i in range(box.count()))
    for offered, partner in ((council, "Council"), (police, "Police")):
        assert partner in offered
        assert "people" in offered
    box.setFocus()
    app.key(Key.Key_Down)
    assert session.voting.group == "Police"
    assert box.currentIndex() == 1


def test_the_foot_says_how_secret_the_vote_here_is_and_not_the_days_first_way(app: App) -> None:
    session = prepare(app, 7) or app.desktop.session
    assert session is not None
    statements = session.record.workshop.framework.statements
    for channel, words in ((Channel.PAPER, "Anonymous"), (Channel.HANDS, "Hands, seen by all")):
        session.go_to(Step(StepKind.STATEMENT, statements[len(words) % 3].id))
        session.voting.open_vote(channel)
        settle()
        assert words in parts(app, Footer)
        session.voting.discard()
