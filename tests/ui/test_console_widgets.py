"""The console's widgets, each alone: what they show of a value, what they hide, what they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing, Rect
from desktop_app.domain.agenda import AgendaItem, StepTime, TimeNow
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Source
from desktop_app.domain.plan import Commitment, NoteKind
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.results import Agreement, Recommendation
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.settings import Settings
from desktop_app.domain.steps import AFTER_ACTIONS, Step, StepKind
from desktop_app.domain.workshop import Group, WorkshopRecord
from desktop_app.recommendations.taken import Taken
from desktop_app.ui.console.chart_view import ChartView
from desktop_app.ui.console.closed_panel import ClosedPanel
from desktop_app.ui.console.count_field import CountField
from desktop_app.ui.console.dots_in import DotsIn
from desktop_app.ui.console.dots_start import DotsStart
from desktop_app.ui.console.fist_box import FistBox
from desktop_app.ui.console.group_chooser import GroupChooser
from desktop_app.ui.console.group_results import GroupResults
from desktop_app.ui.console.note_line import KindBox, NoteEdit, NoteLine
from desktop_app.ui.console.people_button import PeopleButton
from desktop_app.ui.console.plan_cards import CommitmentCard
from desktop_app.ui.console.plan_offers import OfferGroup, OfferRow
from desktop_app.ui.console.prompt_list import PromptList
from desktop_app.ui.console.rail import Rail, RailRow
from desktop_app.ui.console.saved_line import SavedLine
from desktop_app.ui.console.script_box import ScriptBox
from desktop_app.ui.console.start_panel import StartPanel
from desktop_app.ui.console.time_table import TimeTable
from desktop_app.ui.console.timer_box import TimerBox
from desktop_app.ui.console.ways_button import WaysButton
from desktop_app.ui.widgets.choices import ChoiceCard
from desktop_app.words.prompts import PromptGroup
from desktop_app.words.saved import saved_words
from tests.unit.builders import make_action, make_framework, make_record, make_round, make_workshop

from . import scenes
from .conftest import Show

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def heard(source: QObject, *signals: str) -> list[tuple[object, ...]]:
    """Return a list that fills with what these signals tell."""
    told: list[tuple[object, ...]] = []

    def ear(name: str) -> Callable[..., None]:
        return lambda *values: told.append((name, *values))

    for name in signals:
        getattr(source, name).connect(ear(name))
    return told


def labels(widget: QWidget) -> list[str]:
    """Return what can be read in a widget that is shown, but for its buttons."""
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def buttons(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible()]


def press(widget: QWidget, text: str) -> None:
    found = [b for b in widget.findChildren(QPushButton) if b.isVisible() and b.text() == text]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


# The rail


def record() -> WorkshopRecord:
    framework = make_framework(actions="TA")
    solo = replace(make_action("S", statements=1), short_title="Alone")
    framework = replace(framework, actions=(*framework.actions, solo))
    return make_record(make_round("T1", (1, 2, 3, 4, 2)), workshop=make_workshop(framework))


def at(kind: StepKind, subject: str = "") -> Step:
    return Step(kind, subject)


def rail_at(show: Show, step: Step, kept: WorkshopRecord | None = None) -> Rail:
    rail = Rail()
    show(rail)
    rail.show_steps(kept or record(), step)
    return rail


def rows_of(rail: Rail) -> list[RailRow]:
    return [rail.item(i).data(Qt.ItemDataRole.UserRole) for i in range(rail.count())]


def test_the_rail_unfolds_the_action_that_we_are_at(show: Show) -> None:
    rows = rows_of(rail_at(show, at(StepKind.STATEMENT, "T2")))
    assert [(row.text, row.indent, row.done, row.heading) for row in rows] == [
        ("Welcome", 0, True, False),
        ("Act T", 0, False, True),
        ("Name T1", 1, True, False),
        ("Name T2", 1, False, False),
        ("Talk it through", 1, False, False),
        ("Act A", 0, False, False),
        ("Alone", 0, False, False),
        ("Where we stand", 0, False, False),
        ("Priorities", 0, False, False),
        ("Next steps", 0, False, False),
        ("Close and print", 0, False, False),
    ]
    assert [row.step for row in rows[1:6]] == [
        at(StepKind.STATEMENT, "T1"),
        at(StepKind.STATEMENT, "T1"),
        at(StepKind.STATEMENT, "T2"),
        at(StepKind.ACTION, "T"),
        at(StepKind.STATEMENT, "A1"),
    ]


@pytest.mark.parametrize(
    ("step", "chosen"),
    [
        (at(StepKind.WELCOME), "Welcome"),
        (at(StepKind.STATEMENT, "T1"), "Name T1"),
        (at(StepKind.ACTION, "T"), "Talk it through"),
        (at(StepKind.STATEMENT, "S1"), "Alone"),
        (at(StepKind.OVERVIEW), "Where we stand"),
        (at(StepKind.CLOSE), "Close and print"),
    ],
)
def test_the_rail_marks_where_we_are(show: Show, step: Step, chosen: str) -> None:
    rail = rail_at(show, step)
    assert rail.currentItem().text() == chosen
    heads = [row.text for row in rows_of(rail) if row.heading]
    assert heads == ([chosen] if chosen not in {"Name T1", "Talk it through"} else ["Act T"])


def test_an_action_with_one_statement_has_no_step_of_its_own_to_talk(show: Show) -> None:
    rows = rows_of(rail_at(show, at(StepKind.STATEMENT, "S1")))
    assert [row.text for row in rows if row.indent] == []
    assert next(row for row in rows if row.text == "Alone").step == at(StepKind.STATEMENT, "S1")


def test_the_rail_ticks_what_is_revealed_and_nothing_else(show: Show) -> None:
    kept = make_record(
        make_round("T1", (1, 2, 3, 4, 2)),
        make_round("T2", (1, 2, 3, 4, 2)),
        make_round("A1", (1, 2, 3, 4, 2), state=RoundState.CLOSED),
        workshop=record().workshop,
    )
    vote = PriorityVote("p", "w1", RoundState.CLOSED, Channel.HANDS, 3, 12, 12, 36, ())

    def done(kept: WorkshopRecord, step: Step) -> list[str]:
        rail = rail_at(show, step, kept)
        role = Qt.ItemDataRole.AccessibleTextRole
        spoken = [rail.item(i).data(role) for i in range(rail.count())]
        ticked = [row.text for row in rows_of(rail) if row.done]
        assert spoken == [f"{row.text}, done" if row.done else row.text for row in rows_of(rail)]
        return ticked

    assert done(kept, at(StepKind.WELCOME)) == ["Act T"]
    assert done(kept, at(StepKind.OVERVIEW)) == ["Welcome", "Act T"]
    assert done(replace(kept, priority_vote=vote), at(StepKind.CLOSE)) == ["Welcome", "Act T"]
    shown = replace(vote, state=RoundState.REVEALED)
    assert done(replace(kept, priority_vote=shown), at(StepKind.CLOSE)) == [
        "Welcome", "Act T", "Priorities",
    ]  # fmt: skip


def test_the_rail_ticks_what_the_room_went_on_from_once_all_is_rated(show: Show) -> None:
    revealed = [make_round(one, (1, 2, 3, 4, 2)) for one in ("T1", "T2", "A1", "S1")]
    kept = make_record(*revealed, workshop=record().workshop)

    def after(kind: StepKind) -> list[str]:
        rows = rows_of(rail_at(show, at(kind), kept))
        return [row.text for row in rows if row.done and row.step.kind in AFTER_ACTIONS]

    assert after(StepKind.OVERVIEW) == []
    assert after(StepKind.PRIORITIES) == ["Where we stand"]
    assert after(StepKind.CLOSE) == ["Where we stand", "Next steps"]


def test_a_click_in_the_rail_tells_the_step_once(show: Show) -> None:
    rail = rail_at(show, at(StepKind.WELCOME))
    told = heard(rail, "chosen")
    place = rail.visualItemRect(rail.item(2)).center()
    QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [("chosen", at(StepKind.STATEMENT, "A1"))]


def test_a_name_too_long_for_a_line_of_the_rail_has_two(show: Show) -> None:
    kept = record()
    framework = kept.workshop.framework
    long = replace(framework.actions[0], short_title="Invest time and resources and energy in it")
    changed = replace(framework, actions=(long, *framework.actions[1:]))
    rail = rail_at(show, at(StepKind.WELCOME), make_record(workshop=make_workshop(changed)))
    rail.resize(200, 500)
    one, two = rail.visualItemRect(rail.item(2)), rail.visualItemRect(rail.item(1))
    assert one.height() < two.height() < 2 * one.height()
    rail.resize(900, 500)
    assert rail.visualItemRect(rail.item(1)).height() == one.height()


def painted(rail: Rail, place: int, *, selected: bool = False, focus: bool = False) -> QImage:
    image = QImage(260, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 260, 40)
    option.font = rail.font()
    option.palette = QPalette(rail.palette())
    state = QStyle.StateFlag.State_Enabled
    state |= QStyle.StateFlag.State_Selected if selected else QStyle.StateFlag.State_None
    state |= QStyle.StateFlag.State_HasFocus if focus else QStyle.StateFlag.State_None
    option.state = state
    painter = QPainter(image)
    rail.itemDelegate().paint(painter, option, rail.model().index(place, 0))
    painter.end()
    return image


def first_ink(image: QImage) -> int:
    white = image.pixel(259, 39)
    return next(
        x for x in range(image.width()) if any(image.pixel(x, y) != white for y in range(8, 32))
    )


def test_steps_of_an_action_are_indented_and_what_is_done_has_a_tick_before_its_name(
    show: Show,
) -> None:
    rail = rail_at(show, at(StepKind.STATEMENT, "T2"))
    texts = [row.text for row in rows_of(rail)]
    done, open_, head = (painted(rail, texts.index(t)) for t in ("Name T1", "Name T2", "Act T"))
    assert 11 <= first_ink(head) <= 14
    assert first_ink(open_) == pytest.approx(first_ink(head) + 20, abs=2)
    assert first_ink(done) == pytest.approx(first_ink(open_), abs=3), "the tick takes its place"

    def coloured(image: QImage) -> bool:
        spots = (image.pixelColor(x, y) for x in range(30, 50) for y in range(8, 32))
        return any(spot.saturation() > 90 for spot in spots)

    assert coloured(done), "in the colour of what is chosen"
    assert not coloured(open_)


def test_only_the_chosen_step_has_a_ground_and_only_with_the_keys_a_frame(show: Show) -> None:
    rail = rail_at(show, at(StepKind.WELCOME))
    plain, chosen = painted(rail, 2), painted(rail, 2, selected=True)
    keyed = painted(rail, 2, selected=True, focus=True)
    assert plain.pixelColor(200, 6).name() == "#ffffff"
    assert chosen.pixelColor(200, 6).name() != "#ffffff"
    assert chosen.pixelColor(200, 0).name() == "#ffffff", "a little inside its row"
    edge = keyed.pixelColor(130, 2)
    assert edge.lightness() < chosen.pixelColor(130, 2).lightness()


# Recommended steps


def offer(**parts: object) -> Recommendation:
    made = Recommendation(
        action_id="T",
        step_id="T-L1",
        title="Meet the front line",
        how="How it goes.",
        first_move="Ring them.",
        sign="They come.",
        statement_id="T1",
        because="7 of 12 rated this low.",
        agreement=Agreement.BROAD,
        leans_on=(),
        ordinal=1,
        after_talking=False,
    )
    return replace(made, **parts)  # type: ignore[arg-type]


def offer_row(show: Show, *, unfolded: bool = False, **parts: object) -> OfferRow:
    made = OfferRow(offer(**parts), make_workshop(), unfolded=unfolded)
    show(made)
    return made


def test_how_a_recommended_step_goes_is_folded_away_until_it_is_asked_for(show: Show) -> None:
    one = offer_row(show)
    told = heard(one, "folded", "taken")
    assert labels(one) == ["Meet the front line", "7 of 12 rated this low."]
    assert buttons(one) == ["Take this on", "More"]
    press(one, "More")
    assert labels(one)[2:] == [
        "How it goes.", "First move: Ring them.", "How we will notice: They come.",
    ]  # fmt: skip
    assert buttons(one) == ["Take this on", "Less"]
    press(one, "Less")
    assert (len(labels(one)), buttons(one)) == (2, ["Take this on", "More"])
    assert told == [("folded", offer())] * 2


def test_a_step_that_was_unfolded_comes_unfolded(show: Show) -> None:
    one = offer_row(show, unfolded=True)
    assert "How it goes." in labels(one)
    assert "Less" in buttons(one)


def test_a_recommended_step_is_taken_by_its_button_which_names_it(show: Show) -> None:
    one = offer_row(show)
    told = heard(one, "folded", "taken")
    assert one.take.accessibleName() == "Take on: Meet the front line"
    press(one, "Take this on")
    assert told == [("taken", offer())]
    more = next(b for b in one.findChildren(QPushButton) if b.text() == "More")
    assert more.accessibleDescription() == "Meet the front line"


def test_advice_for_after_the_talk_says_so(show: Show) -> None:
    assert labels(offer_row(show, after_talking=True))[1] == (
        "After you have talked. 7 of 12 rated this low."
    )


def test_sources_are_named_only_where_there_are_any(show: Show) -> None:
    source = Source("V&H03", "V & H 2003", "A title", "A finding")
    workshop = make_workshop(replace(make_framework(), sources=(source,)))
    for leans_on, said in ((("V&H03",), True), ((), False)):
        one = OfferRow(offer(leans_on=leans_on), workshop, unfolded=True)
        show(one)
        assert ("Leans on: V & H 2003" in labels(one)) is said
        assert any(text.startswith("Leans on") for text in labels(one)) is said


@pytest.mark.parametrize(("rows", "lines"), [(1, 0), (2, 1), (3, 2)])
def test_steps_of_an_action_are_parted_by_lines(show: Show, rows: int, lines: int) -> None:
    made = [OfferRow(offer(), make_workshop(), unfolded=False) for _ in range(rows)]
    group = OfferGroup("Build mutual trust", "6 dots", made)
    show(group)
    assert labels(group)[:2] == ["Build mutual trust", "6 dots"]
    thin = [w for w in group.findChildren(QWidget) if w.height() == 1 and w.isVisible()]
    assert len(thin) == lines
    assert all(w.autoFillBackground() and w.width() > 100 for w in thin)
    assert [row.isVisible() for row in made] == [True] * rows


def test_an_action_without_dots_has_no_words_about_them(show: Show) -> None:
    group = OfferGroup(
        "Build mutual trust", "", [OfferRow(offer(), make_workshop(), unfolded=False)]
    )
    show(group)
    assert labels(group)[:2] == ["Build mutual trust", "Meet the front line"]


# What was taken on


def commitment(key: str = "c1", title: str = "Meet") -> Commitment:
    return Commitment(key, "w1", 0, title)


def card(show: Show, *others: Commitment, sources: str = "", **parts: object) -> CommitmentCard:
    kept = replace(commitment(), **parts)  # type: ignore[arg-type]
    made = CommitmentCard(Taken(kept, 1, kept.because, ""), others, sources)
    show(made)
    return made


@pytest.mark.parametrize(
    ("owner", "due", "words"),
    [
        ("Chair", date(2027, 6, 11), "Chair, by 11 June 2027"),
        ("Chair", None, "Chair, no date yet"),
        ("", date(2027, 6, 11), "No owner yet, by 11 June 2027"),
        ("", None, "No owner yet, no date yet"),
    ],
)
def test_a_card_says_who_and_by_when_or_that_it_is_open(
    show: Show, owner: str, due: date | None, words: str
) -> None:
    assert labels(card(show, owner=owner, due=due)) == ["1. Meet", words]


def test_a_card_says_its_first_move_its_reason_and_its_sources_where_there_are_any(
    show: Show,
) -> None:
    full = card(show, sources="V & H 2003", first_move="Ring.", because="Most rated it low.")
    assert labels(full)[2:] == ["First move: Ring.", "Most rated it low. Leans on: V & H 2003"]
    assert labels(card(show, sources="V & H 2003"))[2:] == ["Leans on: V & H 2003"]
    assert labels(card(show, because="Most rated it low."))[2:] == ["Most rated it low."]


def test_a_card_is_merged_only_where_there_is_another(show: Show) -> None:
    assert "Merge…" not in buttons(card(show))
    assert "Merge…" in buttons(card(show, commitment("c2", "Talk")))


def test_each_button_of_a_card_tells_what_it_asks_for(show: Show) -> None:
    one = card(show, commitment("c2", "Talk"))
    told = heard(one, "edit_requested", "drop_requested", "move_requested", "merge_requested")
    for text in ("Owner, date, wording…", "Move up", "Move down", "Take out"):
        press(one, text)
    assert told == [
        ("edit_requested", one.commitment),
        ("move_requested", one.commitment, -1),
        ("move_requested", one.commitment, 1),
        ("drop_requested", one.commitment),
    ]
    described = {b.accessibleDescription() for b in one.findChildren(QPushButton)}
    assert described == {"Meet"}


def test_the_menu_of_a_card_offers_the_others_by_their_titles(show: Show) -> None:
    long = "x" * 61
    one = card(show, commitment("c2", "Talk & listen"), commitment("c3", long))
    told = heard(one, "merge_requested")
    (menu,) = one.findChildren(QMenu)
    section, talk, longest = menu.actions()
    assert section.isSeparator()
    assert talk.text() == "Talk && listen"
    assert longest.text() == "x" * 59 + "…"
    longest.trigger()
    assert told == [("merge_requested", one.commitment, "c3")]
    exact = card(show, commitment("c2", "y" * 60))
    assert exact.findChildren(QMenu)[0].actions()[1].text() == "y" * 60


def test_a_card_is_moved_and_edited_by_keys(show: Show) -> None:
    one = card(show)
    told = heard(one, "edit_requested", "move_requested")
    for key, modifier in (
        (Key.Key_Up, ALT), (Key.Key_Down, ALT), (Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
    ):  # fmt: skip
        QTest.keyClick(one, key, modifier)
    assert told == [
        ("move_requested", one.commitment, -1),
        ("move_requested", one.commitment, 1),
        ("edit_requested", one.commitment),
        ("edit_requested", one.commitment),
    ]
    assert one.accessibleName() == "Meet"
    assert one.focusPolicy() == Qt.FocusPolicy.StrongFocus


# Time


def now(
    spent: int = 72, planned: int | None = 420, behind: int | None = 0, **more: bool
) -> TimeNow:
    return TimeNow(spent, planned, behind, running=more.get("running", True))


def timer(show: Show, time: TimeNow, **settings: bool) -> TimerBox:
    made = TimerBox()
    show(made)
    made.show_settings(replace(Settings(), **settings))  # type: ignore[arg-type]
    made.show_time(time)
    return made


@pytest.mark.parametrize(
    ("time", "clock", "agenda", "late"),
    [
        (now(), "1:12 of 7:00", "On time", "false"),
        (now(420), "7:00 of 7:00", "On time", "false"),
        (now(421), "7:01 of 7:00, over", "On time", "true"),
        (now(421, running=False), "7:01 of 7:00, over, paused", "On time", "true"),
        (now(72, None), "1:12", "On time", "false"),
        (now(72, 420, 60), "1:12 of 7:00", "1 min behind", "false"),
        (now(72, 420, -120), "1:12 of 7:00", "2 min ahead", "false"),
    ],
)
def test_the_clock_says_how_long_and_where_the_day_stands(
    show: Show, time: TimeNow, clock: str, agenda: str, late: str
) -> None:
    box = timer(show, time)
    assert buttons(box) == [clock, "Pause" if time.running else "Go on", "+1 min"]
    assert labels(box) == [agenda]
    button = box.findChildren(QPushButton)[0]
    assert button.property("late") == late
    assert button.toolTip() == agenda
    assert button.accessibleName() == f"Time of this step: {clock.split(',', maxsplit=1)[0]}"


def test_a_day_without_an_agenda_has_no_line_below_the_clock(show: Show) -> None:
    assert labels(timer(show, now(behind=None))) == []


def test_a_timer_that_is_off_says_so_and_has_nothing_else(show: Show) -> None:
    box = timer(show, now(), timer=False)
    assert buttons(box) == ["Timer off"]
    assert labels(box) == []
    enabled = {a.text(): a.isEnabled() for a in box.findChildren(QMenu)[0].actions() if a.text()}
    assert enabled == {
        "Pause\tT": False, "Add a minute": False,
        "Show the time on the stage": True, "Show the timer here": True,
    }  # fmt: skip
    box.show_settings(Settings())
    box.show_time(now())
    assert buttons(box) == ["1:12 of 7:00", "Pause", "+1 min"]


def test_a_narrow_timer_leaves_its_buttons_to_the_menu(show: Show) -> None:
    box = timer(show, now())
    box.set_narrow(narrow=True)
    assert buttons(box) == ["1:12 of 7:00"]
    box.show_time(now())
    assert buttons(box) == ["1:12 of 7:00"]
    box.set_narrow(narrow=False)
    assert buttons(box) == ["1:12 of 7:00", "Pause", "+1 min"]


def test_the_menu_of_the_timer_shows_what_is_on_and_tells_what_is_chosen(show: Show) -> None:
    box = timer(show, now(running=False), stage_timer=True)
    told = heard(box, "pause_requested", "minute_requested", "stage_chosen", "timer_chosen")
    pause, minute, _, stage, on = box.findChildren(QMenu)[0].actions()
    assert (pause.text(), stage.isChecked(), on.isChecked()) == ("Go on\tT", True, True)
    for action in (pause, minute, stage, on):
        action.trigger()
    assert told == [
        ("pause_requested",),
        ("minute_requested",),
        ("stage_chosen", False),
        ("timer_chosen", False),
    ]
    told.clear()
    press(box, "Go on")
    press(box, "+1 min")
    assert told == [("pause_requested",), ("minute_requested",)]
    other = timer(show, now(), stage_timer=False)
    assert not other.findChildren(QMenu)[0].actions()[3].isChecked()


# Fist to five


def fist(show: Show, counts: tuple[int, ...] = ()) -> FistBox:
    made = FistBox()
    show(made)
    scene = scenes.fisted(scenes.plan(), counts) if counts else replace(scenes.plan(), fist_text="")
    made.show_plan(scene, counts, 12)
    return made


def fingers(box: FistBox) -> list[CountField]:
    return box.findChildren(CountField)


def test_a_fist_that_was_not_taken_has_noughts_and_nothing_to_say(show: Show) -> None:
    box = fist(show)
    assert [f.text() for f in fingers(box)] == ["0"] * 6
    assert not box.findChildren(ChartView)[0].isVisible()
    assert "Clear" not in buttons(box)
    assert not any("three fingers" in text for text in labels(box))
    assert not any(text.startswith("Ask: “What would") for text in labels(box))


def test_a_fist_that_was_taken_has_its_counts_its_picture_and_its_words(show: Show) -> None:
    box = fist(show, (0, 0, 0, 3, 5, 2))
    assert [f.text() for f in fingers(box)] == ["0", "0", "0", "3", "5", "2"]
    assert box.findChildren(ChartView)[0].isVisible()
    assert "Clear" in buttons(box)
    assert any("three fingers" in text for text in labels(box))


@pytest.mark.parametrize(
    ("counts", "asked"),
    [((1, 0, 0, 3, 5, 2), True), ((0, 0, 1, 3, 5, 2), True), ((0, 0, 0, 3, 5, 2), False)],
)
def test_the_question_comes_where_somebody_shows_fewer_than_three(
    show: Show, counts: tuple[int, ...], asked: bool
) -> None:
    box = fist(show, counts)
    assert any(text.startswith("Ask: “What would") for text in labels(box)) is asked


def test_fingers_are_told_by_the_button_or_enter_and_cleared_at_once(show: Show) -> None:
    box = fist(show, (0, 0, 0, 3, 5, 2))
    told = heard(box, "counted")
    fingers(box)[0].setText("1")
    fingers(box)[1].setText("")
    press(box, "Show it")
    QTest.keyClick(fingers(box)[5], Key.Key_Return)
    assert told == [("counted", (1, 0, 0, 3, 5, 2))] * 2
    press(box, "Clear")
    assert told[2:] == [("counted", (0,) * 6)]
    box.show_plan(replace(scenes.plan(), fist_text=""), (), 12)
    assert [f.text() for f in fingers(box)] == ["0"] * 6


def test_more_fingers_than_people_are_told_to_nobody(show: Show) -> None:
    box = fist(show)
    told = heard(box, "counted")
    fingers(box)[5].setText("12")
    assert "12 of 12 people counted. Everybody is counted." in labels(box)
    fingers(box)[4].setText("1")
    assert any(text.startswith("13 of 12 people counted. More hands") for text in labels(box))
    press_disabled = next(b for b in box.findChildren(QPushButton) if b.text() == "Show it")
    assert not press_disabled.isEnabled()
    QTest.keyClick(fingers(box)[4], Key.Key_Return)
    assert told == []
    fingers(box)[4].setText("0")
    press(box, "Show it")
    assert told == [("counted", (0, 0, 0, 0, 0, 12))]


def test_what_is_being_typed_stays_while_the_same_counts_are_shown(show: Show) -> None:
    box = fist(show, (0, 0, 0, 3, 5, 2))
    fingers(box)[0].setText("7")
    box.show_plan(scenes.fisted(scenes.plan(), (0, 0, 0, 3, 5, 2)), (0, 0, 0, 3, 5, 2), 12)
    assert fingers(box)[0].text() == "7"
    box.show_plan(scenes.fisted(scenes.plan(), (2, 0, 0, 3, 5, 2)), (2, 0, 0, 3, 5, 2), 12)
    assert fingers(box)[0].text() == "2"


def test_an_answer_is_told_only_with_words_and_makes_room_when_it_is_taken(show: Show) -> None:
    box = fist(show, (1, 0, 0, 3, 5, 2))
    told = heard(box, "idea_given")
    idea = next(e for e in box.findChildren(QLineEdit) if not isinstance(e, CountField))
    idea.setText("  ")
    QTest.keyClick(idea, Key.Key_Return)
    assert told == []
    idea.setText("More money")
    QTest.keyClick(idea, Key.Key_Return)
    assert told == [("idea_given", "More money")]
    box.clear_idea()
    assert idea.text() == ""


# Notes


def test_a_note_is_told_with_its_kind_only_with_words(show: Show) -> None:
    line = NoteLine()
    show(line)
    told = heard(line, "filed", "left")
    kind, words = line.findChild(KindBox), line.findChild(NoteEdit)
    assert kind is not None
    assert words is not None
    QTest.keyClick(words, Key.Key_Return)
    assert told == []
    words.setText("One budget")
    kind.setCurrentIndex(2)
    QTest.keyClick(words, Key.Key_Return)
    assert told == [("filed", NoteKind.IDEA, "One budget")]
    assert words.text() == "One budget", "until it is taken"
    line.taken()
    assert words.text() == ""
    QTest.keyClick(words, Key.Key_Escape)
    assert told[1:] == [("left",)]


def test_the_kind_is_the_usual_one_again_once_a_note_is_kept(show: Show) -> None:
    line = NoteLine()
    show(line)
    kind, words = line.findChild(KindBox), line.findChild(NoteEdit)
    assert kind is not None
    assert words is not None
    kind.setCurrentIndex(4)
    words.setText("Ask the board")
    line.taken()
    assert (kind.currentIndex(), words.text()) == (0, "")


def test_half_a_note_stays_where_it_was_begun(show: Show) -> None:
    line = NoteLine()
    show(line)
    kind, words = line.findChild(KindBox), line.findChild(NoteEdit)
    assert kind is not None
    assert words is not None
    line.stand_at(("w1", "statement:T1"), "on “Keep promises”")
    QTest.keyClicks(words, "They did what")
    kind.setCurrentIndex(1)
    line.stand_at(("w1", "statement:T1"), "on “Keep promises”")
    assert words.text() == "They did what", "the same place is no other one"
    for other in (("w1", "statement:T2"), ("w2", "statement:T1")):
        line.stand_at(other, "on “Trust”")
        assert (kind.currentIndex(), words.text()) == (0, "")
        assert "on “Trust”" in labels(line)
    line.stand_at(("w1", "statement:T1"), "on “Keep promises”")
    assert (kind.currentIndex(), words.text()) == (1, "They did what")
    assert words.accessibleDescription() == "on “Keep promises”"


def test_alt_and_a_number_choose_one_of_the_five_kinds(show: Show) -> None:
    line = NoteLine()
    show(line)
    kind, words = line.findChild(KindBox), line.findChild(NoteEdit)
    assert kind is not None
    assert words is not None
    found = []
    for key in (Key.Key_5, Key.Key_1, Key.Key_3):
        QTest.keyClick(words, key, ALT)
        found.append(kind.currentIndex())
    assert found == [4, 0, 2]
    QTest.keyClick(words, Key.Key_2)
    assert (words.text(), kind.currentIndex()) == ("2", 2)


@pytest.mark.parametrize(
    ("text", "place", "typed"),
    [("e", 0, ""), ("b", 1, ""), ("i", 2, ""), ("q", 3, ""), ("p", 4, ""),
     ("E", 2, "E"), ("w", 2, "w"), ("n", 2, ""), (" ", 2, "")],
)  # fmt: skip
def test_a_small_letter_chooses_the_kind_and_any_other_begins_the_words(
    show: Show, text: str, place: int, typed: str
) -> None:
    line = NoteLine()
    show(line)
    kind = line.findChild(KindBox)
    assert kind is not None
    kind.setCurrentIndex(2)
    told = heard(kind, "decided")
    QTest.keyClicks(kind, text)
    assert (kind.currentIndex(), told) == (place, [("decided", typed)])


# Smaller ones


def test_people_are_said_with_those_who_only_watch(show: Show) -> None:
    button = PeopleButton()
    show(button)
    button.show_workshop(make_workshop(present=12))
    alone = button.text()
    button.show_workshop(replace(make_workshop(present=12), observers=2))
    assert "12" in alone
    assert "2" in button.text().replace("12", "")
    assert button.accessibleName() == f"People in the room: {button.text()}"


def test_where_a_document_was_saved_is_said_after_what_was_left_out(show: Show) -> None:
    holder = QWidget()
    line = SavedLine(holder)
    show(holder)
    assert not line.isVisible()
    line.tell(saved_words(Path("/a/b.pdf")))
    assert (line.isVisible(), line.text()) == (True, "Saved: /a/b.pdf")
    line.tell(saved_words(Path("/a"), 3, left_out="One vote stayed behind."))
    assert line.text() == "One vote stayed behind. 3 documents saved: /a"


def test_a_room_with_groups_offers_them_and_one_without_has_no_line(show: Show) -> None:
    holder = QWidget()
    chooser = GroupChooser(holder)
    show(holder)
    told = heard(chooser, "picked")
    groups = (Group("Council", 7), Group("Police", 1))
    chooser.show_groups(groups, "Police")
    box = chooser.findChild(QComboBox)
    assert box is not None
    assert chooser.isVisible()
    assert [box.itemText(i) for i in range(box.count())] == [
        "Council: 7 people",
        "Police: 1 person",
    ]
    assert box.currentIndex() == 1
    box.activated.emit(0)
    assert told == [("picked", "Council")]
    chooser.show_groups(groups, "Somebody else")
    assert (box.count(), box.currentIndex()) == (2, 0)
    chooser.show_groups((), "")
    assert not chooser.isVisible()


def test_questions_stand_under_their_headings_in_order_or_nowhere(show: Show) -> None:
    holder = QWidget()
    prompts = PromptList(holder)
    show(holder)
    assert not prompts.isVisible()
    groups = (PromptGroup("What happened", ("One?", "Two?")), PromptGroup("Then", ("Three?",)))
    prompts.show_groups(groups)
    wanted = ["Ask the room, in this order", "What happened", "One?", "Two?", "Then", "Three?"]
    assert labels(prompts) == wanted
    prompts.show_groups(groups)
    assert labels(prompts) == wanted
    prompts.show_groups(groups[1:])
    assert labels(prompts) == ["Ask the room, in this order", "Then", "Three?"]
    prompts.show_groups(())
    assert not prompts.isVisible()


def vote(**parts: object) -> PriorityVote:
    made = PriorityVote("p", "w1", RoundState.OPEN, Channel.TURNS, 3, 12, 9, 27, ())
    return replace(made, **parts)  # type: ignore[arg-type]


def test_dots_are_said_by_people_or_by_dots_and_accepted_only_where_there_are_too_many(
    show: Show,
) -> None:
    card = DotsIn()
    show(card)
    told = heard(card, "accept_requested")
    card.show_vote(vote(), "Open.", "Wait.")
    assert labels(card) == ["9 of 12 in", "Open.", "Wait."]
    assert buttons(card) == []
    card.show_vote(vote(channel=Channel.HANDS), "Open.", "Wait.", over=True)
    assert labels(card)[0] == "27 of 36 dots in"
    press(card, "Accept…")
    assert told == [("accept_requested",)]


def test_the_start_of_the_dots_shows_what_it_is_given_and_tells_what_is_chosen(show: Show) -> None:
    start = DotsStart()
    show(start)
    told = heard(start, "dots_chosen", "way_chosen")
    ways = {b.text(): b for b in start.findChildren(QRadioButton)}

    def chosen() -> list[str]:
        return [text for text, way in ways.items() if way.isChecked()]

    start.show_start(4, Channel.TURNS)
    assert chosen() == ["Turns"]
    start.show_start(5, Channel.PAPER)
    assert chosen() == ["Paper"]
    assert told == [], "what is shown is no choice"
    QTest.mouseClick(ways["Number keys"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert (chosen(), told) == (["Number keys"], [("way_chosen", Channel.NUMBER_KEYS)])
    told.clear()
    each = start.findChild(QSpinBox)
    assert each is not None
    assert (each.value(), each.minimum(), each.maximum()) == (5, 1, 10)
    each.setValue(7)
    assert told == [("dots_chosen", 7)]


def test_the_way_in_which_a_vote_will_be_opened_has_its_card_marked(show: Show) -> None:
    start = StartPanel()
    show(start)
    told = heard(start, "chosen")
    cards = {card.value: card for card in start.findChildren(ChoiceCard)}

    def marked() -> list[Channel]:
        return [way for way, card in cards.items() if card.property("chosen") == "true"]

    start.show_way(Channel.TURNS, seen=False)
    assert marked() == [Channel.TURNS]
    start.show_way(Channel.HANDS, seen=False)
    assert marked() == [Channel.HANDS]
    assert told == [], "what is shown is no choice"
    QTest.mouseClick(cards[Channel.PAPER], Qt.MouseButton.LeftButton)
    assert (marked(), told) == ([Channel.PAPER], [("chosen", Channel.PAPER)])


def test_a_closed_vote_says_how_many_are_in(show: Show) -> None:
    panel = ClosedPanel()
    show(panel)
    panel.show_round(make_round("T1", (0, 0, 4, 3, 2), present=12))
    assert labels(panel)[:2] == ["9 of 12 in", "The vote is closed."]


def test_partners_stand_in_cards_and_those_hidden_without_a_picture(show: Show) -> None:
    results = GroupResults()
    show(results)
    results.show_scene(scenes.by_group(3, hidden=True))
    said = labels(results)
    cards = [w for w in results.findChildren(QWidget) if w.property("role") in {"card", "dashed"}]
    assert [w.property("role") for w in cards if w.isVisible()] == ["card", "card", "dashed"]
    assert len([c for c in results.findChildren(ChartView) if c.isVisible()]) == 2
    assert said[:3] == [
        "Council",
        scenes.by_group(3).parts[0].words,
        scenes.by_group(3).parts[0].detail,
    ]
    assert "Police, Schools’ federation" in said
    results.show_scene(scenes.by_group(2))
    assert "Police, Schools’ federation" in labels(results), "the last part is the others"
    assert len([c for c in results.findChildren(ChartView) if c.isVisible()]) == 2
    assert not any(w.isVisible() and w.property("role") == "dashed" for w in cards)


def test_a_count_is_stepped_by_keys_and_leaves_letters_and_blanks_alone(show: Show) -> None:
    field = CountField()
    show(field)
    told = heard(field, "stepped")
    for key in (Key.Key_Up, Key.Key_Plus, Key.Key_Down, Key.Key_Minus):
        QTest.keyClick(field, key)
    assert told == [("stepped", 1), ("stepped", 1), ("stepped", -1), ("stepped", -1)]
    field.selectAll()
    QTest.keyClicks(field, "1 a2-34")
    assert field.text() == "123"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == "123"


# Times, ways, looks of the widgets that a page puts together


def test_the_times_of_the_day_have_a_line_for_each_part_and_one_for_the_whole(show: Show) -> None:
    holder = QWidget()
    table = TimeTable(holder)
    show(holder)
    bare = record()
    table.show_record(bare)
    assert not table.isVisible(), "nothing was planned or taken"
    workshop = replace(
        bare.workshop, agenda=(AgendaItem("welcome", 10), AgendaItem("statement:T1", 7))
    )
    times = (StepTime("welcome", 12 * 60), StepTime("statement:T1", 5 * 60, 2))
    table.show_record(replace(bare, workshop=workshop, times=times))
    said = labels(table)
    assert said[:4] == ["How the time went", "Part", "Planned", "Taken"]
    cells = [said[4 + n : 7 + n] for n in range(0, len(said) - 4, 3)]
    assert cells[0] == ["Welcome", "10 min", "12 min"]
    assert ["Act T", "9 min, 2 min added", "5 min"] in cells
    assert ["Priorities", "–", "0 min"] in cells
    assert cells[-1][0] == "The whole day"
    assert cells[-1][2] == "17 min"


def test_ways_to_vote_are_offered_but_for_those_that_have_a_button(show: Show) -> None:
    holder = QWidget()
    ways = WaysButton(holder)
    show(holder)
    told = heard(ways, "picked")
    ways.offer(Channel.HANDS, Channel.TURNS)
    actions = ways.menu().actions()
    assert [a.text() for a in actions] == ["Hands", "Turns", "Number keys", "Paper"]
    assert [a.text() for a in actions if a.isVisible()] == ["Number keys", "Paper"]
    assert ways.isVisible()
    actions[2].trigger()
    ways.pick(Channel.PAPER)
    assert told == [("picked", Channel.NUMBER_KEYS), ("picked", Channel.PAPER)]


def test_a_chart_is_drawn_anew_for_its_width_and_named_by_its_words(show: Show) -> None:
    widths: list[float] = []

    def make(palette: Palette, width: float) -> Drawing:
        widths.append(width)
        return Drawing(width, 80.4, (Rect(0, 0, width, 80, "#ff0000"),), "Ratings in words")

    chart = ChartView()
    show(chart)
    assert chart.sizeHint().height() == 0
    chart.resize(500, 100)
    chart.show_chart(make)
    assert (chart.accessibleName(), chart.height(), widths[-1]) == ("Ratings in words", 80, 500)
    assert chart.grab().toImage().pixelColor(250, 40).name() == "#ff0000"
    drawn = len(widths)
    chart.resize(500, 80)
    assert len(widths) == drawn, "it is as wide as before"
    chart.resize(100, 80)
    assert widths[-1] == 240, "a narrower one says nothing"
    chart.least_width = 90
    chart.resize(120, 80)
    assert widths[-1] == 120


def test_a_script_is_as_high_as_its_words_and_scrolls_where_they_have_no_room(show: Show) -> None:
    box = ScriptBox()
    show(box)
    box.say("A few words.")
    box.resize(300, 200)
    assert box.maximumHeight() == box.words.heightForWidth(300)
    assert box.focusPolicy() == Qt.FocusPolicy.NoFocus
    off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
    assert box.verticalScrollBarPolicy() == off
    box.say("Many words. " * 200)
    box.resize(300, 100)
    assert box.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert box.verticalScrollBarPolicy() == needed
    assert box.minimumSizeHint().height() == 6 * box.words.fontMetrics().lineSpacing()
    QApplication.processEvents()
    box.verticalScrollBar().setValue(50)
    box.say("Other words. " * 200)
    assert box.verticalScrollBar().value() == 0


def test_fingers_are_counted_by_the_mouse_alone(show: Show) -> None:
    box = fist(show)
    for text, times in (("+", 3), ("–", 1)):
        fours = [b for b in box.findChildren(QPushButton) if b.text() == text][4]
        for _ in range(times):
            QTest.mouseClick(fours, Qt.MouseButton.LeftButton)
    assert [f.text() for f in fingers(box)] == ["0", "0", "0", "0", "2", "0"]
