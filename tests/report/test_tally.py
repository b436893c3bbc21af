"""The tally sheet: it asks for what there is on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.workshop import Group, Privacy
from desktop_app.report.tally import write_tally
from tests.report import builders
from tests.report.pdf import flowing_text_of, needs_poppler

pytestmark = needs_poppler

WITH_GROUP = Privacy.ANONYMOUS_WITH_GROUP


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((29,), "Tick a box for each ballot, write how many"),
        ((200,), "Make a stroke for each ballot, write how many"),
        ((40, 12), "Tick a box for each ballot, or make a stroke where there are none"),
    ],
)
def test_strokes_are_asked_for_where_boxes_are_too_many(
    people: tuple[int, ...], words: str, tmp_path: Path
) -> None:
    groups = tuple(Group(f"Partner {n}", count) for n, count in enumerate(people))
    record = builders.make_day(
        present=sum(people),
        channel=Channel.PAPER,
        privacy=WITH_GROUP if len(people) > 1 else Privacy.ANONYMOUS,
        groups=groups if len(people) > 1 else (),
    )
    write_tally(record, tmp_path / "tally.pdf")
    assert words in flowing_text_of(tmp_path / "tally.pdf")
