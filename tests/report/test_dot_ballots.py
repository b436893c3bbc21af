"""Ballots for dots: a box for every dot beside every action, and how they are used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.documents.script import script_content
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from desktop_app.report.dot_ballots import BoxesBeside, write_dot_ballots
from desktop_app.words.how_to_vote import OnPaper, dots_to_place
from tests.report import builders
from tests.report.pdf import flowing_text_of, needs_poppler, pages_of
from tests.report.rooms import ROOMS

pytestmark = needs_poppler


def written(record: WorkshopRecord, folder: Path, **options: int) -> str:
    write_dot_ballots(record, folder / "d.pdf", PrintOptions(**options))  # type: ignore[arg-type]
    return flowing_text_of(folder / "d.pdf")


def boxes_drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    drawn: list[int] = []
    draw = BoxesBeside.draw

    def counted(self: BoxesBeside) -> None:
        drawn.append(self.boxes)
        draw(self)

    monkeypatch.setattr(BoxesBeside, "draw", counted)
    return drawn


def test_each_action_has_its_number_and_a_box_for_every_dot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = boxes_drawn(monkeypatch)
    day = builders.make_day(dots_each=4)
    text = written(day, tmp_path)
    for number, action in enumerate(day.workshop.framework.actions, start=1):
        assert f"{number} {action.short_title}" in text
    assert "What matters most now?" in text
    assert dots_to_place(4) in text
    assert drawn == [4] * 5 * 4


@pytest.mark.parametrize(("per_sheet", "copies", "ballots"), [(4, 4, 16), (2, 7, 14), (1, 14, 14)])
def test_it_says_how_often_its_page_is_printed(
    per_sheet: int, copies: int, ballots: int, tmp_path: Path
) -> None:
    text = written(builders.make_day(), tmp_path, per_sheet=per_sheet)
    assert f"Print {copies} times: page 2." in text
    assert f"That gives {ballots} ballots for 12 people, spare ones among them." in text
    assert ("Cut the pages along the dashed lines." in text) == (per_sheet > 1)


def test_partners_ballots_look_alike_and_go_into_one_box(tmp_path: Path) -> None:
    text = written(builders.make_day_by_partner(), tmp_path)
    assert "Ballots for dots all go into one box" in text
    assert "Mark A" not in text
    assert "envelope" not in text


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_instructions_and_one_page_of_ballots(room: str, tmp_path: Path) -> None:
    text = written(ROOMS[room](), tmp_path)
    assert pages_of(tmp_path / "d.pdf") == 2
    assert OnPaper().placing_dots in text


def test_the_script_says_the_same_where_the_room_votes_on_paper() -> None:
    day = builders.make_day(channel=Channel.PAPER, privacy=Privacy.ANONYMOUS)
    assert OnPaper().placing_dots in script_content(day).dots
    assert OnPaper().typing_dots == script_content(day).dots[-2:]
    by_hands = replace(day, workshop=replace(day.workshop, channel=Channel.HANDS))
    assert script_content(by_hands).dots == ()


def test_three_on_a_sheet_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="1, 2 or 4"):
        written(builders.make_day(), tmp_path, per_sheet=3)
    assert not (tmp_path / "d.pdf").exists()
