"""No button is cut or out of sight on the smallest screens: every page and dialog is walked.

What a task bar takes is left off the height of each screen.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run_python
from tests.screens import Screen, platform_with

SIZES = [
    pytest.param(1024, 728, "1", id="1024 x 768"),
    pytest.param(1920, 1020, "1.5", id="1920 x 1080 at 150 %"),
    pytest.param(1920, 1000, "2", id="1920 x 1080 at 200 %"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_every_button_is_whole_and_in_its_window(
    tmp_path: Path, width: int, height: int, scale: str
) -> None:
    platform = platform_with(tmp_path, Screen("laptop", width=width, height=height))
    walk = run_python(
        "-m", "tests.ui.buttons_at", tmp_path, timeout=600,
        QT_QPA_PLATFORM=platform, QT_SCALE_FACTOR=scale, LC_ALL="C.UTF-8",
    )  # fmt: skip
    assert walk.stdout == "walked\n", walk.stdout + walk.stderr
