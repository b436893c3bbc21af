"""How far apart two presses are."""

from __future__ import annotations

import pytest

from desktop_app.ui.widgets.press import Press


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (Press(1_000, 0.0), Press(1_200, 900.0), 200),  # the first one's work took 900 ms
        (Press(1_000, 0.0), Press(1_600, 900.0), 600),
        (Press(1_000, 0.0), Press(1_600, 1.0), 600),  # both waited for work before
        (Press(0, 0.0), Press(1_600, 900.0), 900),
        (Press(1_000, 0.0), Press(0, 900.0), 900),
        (Press(5_000, 0.0), Press(70, 900.0), 900),  # the keys' clock, then the mouse's
    ],
)
def test_presses_are_as_far_apart_as_pressed(first: Press, second: Press, apart: float) -> None:
    assert second.after(first) == apart
