"""Half a day with thirty people of four partners, from the rehearsal to the printed plan.

Two of the partners are so small that they are shown as one. The laptop dies in the middle.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QRadioButton,
)

from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.ui.console.count_field import CountField
from desktop_app.ui.console.plan_cards import CommitmentCard
from desktop_app.ui.console.ways.keyed_in import KeyedIn
from desktop_app.ui.console.ways_button import WaysButton
from desktop_app.ui.dialogs.commitment import CommitmentDialog
from desktop_app.ui.dialogs.settled import SettledDialog
from desktop_app.words.names import step_name
from tests.helpers import ROOT
from tests.report.pdf import flowing_text_of, needs_poppler

from .conftest import Start
from .driver import App, Key, settle, visible
from .ways import count

KEYPAD = Qt.KeyboardModifier.KeypadModifier
TITLE = "Half a day by the harbour"
PARTNERS = (("Council", 13), ("Health board", 9), ("Housing trust", 4), ("Youth charity", 4))
PAPER_SETS = (13, 9, 8)
"""People of each set of paper ballots; the two small partners share one."""
PEOPLE = 30


@needs_poppler
@pytest.mark.slow
def test_half_a_day_of_thirty_people(start: Start, tmp_path: Path) -> None:
    library = tmp_path / "library"
    app = start(library)
    prepare(app)
    rehearse(app)
    app.show_the_rest()
    app.key(Key.Key_Space)
    trust_by_several_ways(app)
    app.stop()
    taken = keys_until_killed(library, 6)
    app = start(library)
    the_day_goes_on(app, taken)
    the_other_actions(app)
    dots_and_four_fields(app)
    plan_with_merge_and_fist(app)
    close_and_print(app, tmp_path)


# -- before the day ---------------------------------------------------------------------------


def prepare(app: App) -> None:
    app.click("New workshop")
    app.fill("Title", TITLE)
    app.click("Number keys")
    app.click("Anonymous with group")
    for _ in range(len(PARTNERS) - len(visible_partners(app))):
        app.click("Add a partner")
    for place, (name, people) in enumerate(PARTNERS, start=1):
        app.fill(f"Name of partner {place}", name)
        app.field(f"People of partner {place}", QAbstractSpinBox).setValue(people)  # type: ignore[attr-defined]
    app.begin_workshop()
    app.expect(f"{PEOPLE} vote")


def visible_partners(app: App) -> list[QLineEdit]:
    lines = visible(app.front(), QLineEdit)
    return [line for line in lines if line.accessibleName().startswith("Name of partner")]


def rehearse(app: App) -> None:
    app.click("Rehearse")
    app.show_the_rest()
    app.key(Key.Key_PageDown)
    app.click("Fill this vote")
    app.click("Fill every vote")
    app.rail("Where we stand")
    assert "Rehearsal" in app.stage_says()
    app.click("End the rehearsal")
    app.expect(f"{PEOPLE} vote")
    assert app.desktop.session is not None
    assert app.desktop.session.record.rounds == ()


# -- votes ------------------------------------------------------------------------------------


def press(app: App, *points: int) -> None:
    for point in points:
        app.key(str(point), KEYPAD)


def count_partner(app: App, index: int) -> None:
    """Choose whose ballots come next; a choice gives the keys back to the entry."""
    box = app.field("Now counting", QComboBox)
    for key in (Key.Key_Home, *[Key.Key_Down] * index):
        box.setFocus()
        app.key(key)
    assert box.currentIndex() == index


def all_partners(app: App, *points: Sequence[int]) -> None:
    """Key in every partner's ballots, one partner after another."""
    for index, its in enumerate(points):
        count_partner(app, index)
        visible(app.front(), KeyedIn)[0].setFocus()
        press(app, *its)


def trust_by_several_ways(app: App) -> None:
    """Vote on the first statement by keys and on paper, talk, and vote again by hands."""
    app.key(Key.Key_Space)
    all_partners(app, [2] * 13, [5] * 9)
    app.expect("22 of 30 in")
    visible(app.front(), WaysButton)[0].pick(Channel.PAPER)
    settle()
    all_partners(app, [], [], [3, 4, 4])
    app.key(Key.Key_Backspace)
    press(app, 4, 0)
    press(app, 4, 4, 3, 3)  # the two small partners share a set of ballots
    app.expect("30 of 30 in")
    assert not told(app)
    app.key(Key.Key_Space)
    assert not told(app)
    app.key(Key.Key_Space)
    app.expect("Opposing views")
    app.click("By partner  G")
    app.click("Show by partner")
    app.come_back()
    assert "Other partners (Housing trust, Youth charity)" in app.stage_says()
    assert "Youth charity:" not in app.stage_says()
    notes(app)
    vote_again(app)


def told(app: App) -> bool:
    return "rated 4 or 5" in app.stage_says() or app.reads("rated 4 or 5")


def notes(app: App) -> None:
    for kind, text in (
        ("e", "The joint rota has held since May"),
        ("b", "Two budgets, two calendars"),
        ("i", "One list for both teams"),
        ("q", "We said it, we did it"),
        ("p", "Travel costs"),
    ):
        app.key("n")
        app.key(kind)
        app.type(text)
        app.key(Key.Key_Return)
        app.key(Key.Key_Escape)
        app.expect(text)
    app.key("p")
    assert "Travel costs" in app.stage_says()
    app.key("p")
    assert "Travel costs" not in app.stage_says()


def vote_again(app: App) -> None:
    app.click("Vote again")
    all_partners(app, [3] * 10 + [4] * 3, [4] * 9, [4] * 8)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.click("Both votes  V")
    assert "First vote: Opposing views" in app.stage_says()
    app.click("Settle")
    app.dialog(SettledDialog)
    app.choose("Agreed view", 3)
    app.fill("Why", "the rota holds")
    app.click("Keep this view")
    app.expect("We settled on 4")
    app.key(Key.Key_Escape)
    go_to(app, "T2")
    app.expect("statement 2 of 3")
    app.click("Open the vote")
    app.expect("0 of 30 in")


# -- the laptop dies --------------------------------------------------------------------------


def keys_until_killed(data_dir: Path, ballots: int) -> int:
    """Kill the application while ballots come in; give how many it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.half_day_keys", str(data_dir)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        seen = [process.stdout.readline() for _ in range(ballots)]
        process.send_signal(signal.SIGKILL)
        seen += process.stdout.readlines()
    return seen.count("in\n")


def the_day_goes_on(app: App, taken: int) -> None:
    assert taken >= 6
    app.expect("Continue where you stopped")
    app.click("Continue")
    app.expect("statement 2 of 3")
    # One more may have been durable, but not yet said.
    stored = next(n for n in (taken, taken + 1) if app.reads(f"{n} of 30 in"))
    assert count(app) == f"{stored} of 30 in"
    press(app, *[4] * max(0, 13 - stored))
    missing = 30 - max(stored, 13)
    for index, people in enumerate(PAPER_SETS[1:], start=1):
        count_partner(app, index)
        visible(app.front(), KeyedIn)[0].setFocus()
        press(app, *[4] * min(people, missing))
        missing -= min(people, missing)
    app.expect("30 of 30 in")
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.expect("Strong agreement", "30 of 30 rated 4 or 5")


# -- the rest of the morning ------------------------------------------------------------------


def the_other_actions(app: App) -> None:
    session = app.desktop.session
    assert session is not None
    by_turns_at_the_ballot(app, "T3")
    for place, action in enumerate(session.record.workshop.framework.actions[1:]):
        by_hands(app, action.statements[0].id, place)
    app.key(Key.Key_PageDown)
    app.rail("Where we stand")
    assert "Mutual trust" in app.stage_says()


def by_turns_at_the_ballot(app: App, statement: str) -> None:
    go_to(app, statement)
    app.click("Turns")
    app.click("Open the vote")
    for group, (_, people) in enumerate(PARTNERS, start=1):
        app.vote_for(group, *[2] * people)
    assert count(app) == "30 of 30 in"
    app.leave_ballot()
    app.key(Key.Key_F5)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    assert "Strong agreement" in app.stage_says()
    app.key(Key.Key_Escape)


def by_hands(app: App, statement: str, turn: int) -> None:
    go_to(app, statement)
    app.click("Hands")
    app.click("Open the vote")
    for index, (_, people) in enumerate(PARTNERS):
        count_partner(app, index)
        fields = [f for f in visible(app.front(), CountField) if f.isEnabled()]
        app.click_on(fields[turn % len(fields)])
        app.retype(str(people))
    app.expect("30 of 30 people counted")
    app.click("Close and reveal")
    assert "Strong agreement" in app.stage_says()


def go_to(app: App, statement: str) -> None:
    """Come to a statement by the rail, where an action unfolds."""
    session = app.desktop.session
    assert session is not None
    framework = session.record.workshop.framework
    app.come_back()
    app.rail(framework.action_of(statement).short_title)
    app.rail(step_name(framework, Step(StepKind.STATEMENT, statement)).split(": ")[-1])
    assert session.step == Step(StepKind.STATEMENT, statement)


# -- priorities and plan ----------------------------------------------------------------------


def dots_and_four_fields(app: App) -> None:
    app.rail("Priorities")
    way = next(b for b in visible(app.front(), QRadioButton) if b.text().startswith("Turns"))
    app.click_on(way)
    app.click("Open the vote")
    for person in range(PEOPLE):
        first, second = (1, 3) if person % 3 else (2, 5)
        app.key(Key.Key_Return)
        for point in (first, first, second):
            app.key(str(point))
        app.key(Key.Key_Return)
    app.leave_ballot()
    app.expect("30 of 30 in")
    app.click("Close the vote")
    app.key(Key.Key_Space)
    app.expect("People ranked the actions", "Importance beside level")
    assert "Mutual trust: 40 dots" in app.stage_says()
    app.click("Show beside level  V")
    assert "Importance beside level" in app.stage_says()


def plan_with_merge_and_fist(app: App) -> None:
    app.rail("Next steps")
    for _ in range(3):
        app.click("Take this on")
    cards = visible(app.front(), CommitmentCard)
    titles = [card.commitment.title for card in cards]
    assert len(titles) == 3
    menu = cards[0].findChild(QMenu)
    assert menu is not None
    next(a for a in menu.actions() if a.data()).trigger()
    settle()
    app.dialog(CommitmentDialog)
    app.click("Keep")
    cards = visible(app.front(), CommitmentCard)
    assert [card.commitment.title for card in cards] == [f"{titles[0]}; {titles[1]}", titles[2]]
    app.fill("Our one commitment", "One rota for both teams by June")
    app.key(Key.Key_Return)
    fields = [f for f in visible(app.front(), CountField) if "Hands with" in f.accessibleName()]
    for field, hands in zip(fields, (0, 1, 2, 7, 12, 8), strict=True):
        app.click_on(field)
        app.retype(str(hands))
    app.click("Show it")
    app.expect("27 of 30 show three fingers or more", "What would it take to move you up?")


def close_and_print(app: App, folder: Path) -> None:
    app.rail("Close and print")
    app.expect("Parked points: 1.")
    assert "Travel costs" in app.stage_says_in_turn()
    app.click("Close the workshop")
    app.click("Save the summary as PDF…")
    app.save_as(folder / "summary.pdf")
    printed = flowing_text_of(folder / "summary.pdf")
    for text in (TITLE, "One rota for both teams by June"):
        assert text in printed
    assert "In progress" not in printed
    services, session = app.desktop.services, app.desktop.session
    assert services is not None
    assert session is not None
    services.reports.write(session.workshop_id, DocumentKind.JSON, folder / "data.json")
    data = json.loads((folder / "data.json").read_text("utf-8"))
    groups = {round_["group"] for round_ in data["rounds"]}
    assert not {"Youth charity", "Housing trust"} & groups
    assert sum(row["dots"] for row in data["priorities"]) == 3 * PEOPLE
