"""Lines from a spreadsheet become partners with their numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.people import MAX_LABEL, pasted_groups
from desktop_app.domain.workshop import MAX_PRESENT, Group


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Council\t5\nNHS\t4\nPolice\t3\n", [("Council", 5), ("NHS", 4), ("Police", 3)]),
        ("Council\r\nNHS\r\n", [("Council", 5), ("NHS", 5)]),
        ("5\tCouncil\n4\tNHS", [("Council", 5), ("NHS", 4)]),
        ("Partner\tPeople\nCouncil\t6\nNHS\t2", [("Council", 6), ("NHS", 2)]),
        ("Council\t3\n council \t2\nNHS\t4", [("Council", 5), ("NHS", 4)]),
        ("Council\nNHS\nCOUNCIL\nCouncil", [("Council", 3), ("NHS", 5)]),
        ("Youth  charity;2\n\n;\n", [("Youth charity", 2)]),
        ("Council\t99999\n", [("Council", 5)]),
        ("Council\t9999\n", [("Council", MAX_PRESENT)]),
        ("12\n\t\n", []),
        ("", []),
    ],
)
def test_lines_become_partners(text: str, groups: list[tuple[str, int]]) -> None:
    assert pasted_groups(text) == tuple(Group(*group) for group in groups)


@given(st.text(max_size=200))
def test_any_text_gives_partners_of_different_names(text: str) -> None:
    found = pasted_groups(text)
    labels = [group.label.casefold() for group in found]
    assert len(labels) == len(set(labels))
    assert all(0 < len(group.label) <= MAX_LABEL for group in found)
    assert all(0 <= group.people <= MAX_PRESENT for group in found)
