"""A typed time of day is that time, or it is refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.agenda import clock_time
from desktop_app.domain.errors import InputProblem
from desktop_app.words.typed_times import read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30", "09:30"), ("09:30", "09:30"), ("9.30", "09:30"), ("0930", "09:30"),
        ("930", "09:30"), ("9", "09:00"), ("9h30", "09:30"), ("14h", "14:00"), ("2 pm", "14:00"),
        ("12 am", "00:00"), ("12:15 p.m.", "12:15"), ("  9:30am ", "09:30"), ("", ""),
    ],
)  # fmt: skip
def test_what_people_type_is_understood(typed: str, meant: str) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["24:00", "9:60", "half nine", "13 pm", "9:3", "-1", "99999"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(InputProblem, match="cannot be read as a time of day"):
        read_time(typed)


@given(st.times())
def test_every_time_comes_back_as_itself(moment: object) -> None:
    text = f"{moment:%H:%M}"
    assert read_time(text) == text
    assert clock_time(text) is not None
