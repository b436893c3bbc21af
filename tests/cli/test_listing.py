"""`list` with something to look for: words, a partnership, a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.domain.workshop import Details

Listed = Callable[..., list[str]]


@pytest.fixture
def listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Listed:
    """Make three workshops; give listed(*options), the titles that `list` prints."""
    with opened(tmp_path) as services:
        for details in (
            Details("Early help", partnership="Harbour Board", held_on=date(2027, 5, 14)),
            Details("Away-day", partnership="Harbour Board", held_on=date(2028, 6, 22)),
            Details("Flood recovery", partnership="Kingsport", place="Harbour Hall"),
        ):
            services.workshops.create(details)

    def run(*options: str) -> list[str]:
        assert main(["list", *options, "--data-dir", str(tmp_path)]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return sorted(line.split("\t")[1] for line in out.splitlines())

    return run


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        ((), ["Away-day", "Early help", "Flood recovery"]),
        (("--search", "harb"), ["Away-day", "Early help", "Flood recovery"]),
        (("--search", "harbour hall"), ["Flood recovery"]),
        (("--search", "nowhere"), []),
        (("--search", ""), []),
        (("--partnership", "harbour board"), ["Away-day", "Early help"]),
        (("--year", "2028"), ["Away-day"]),
        (("--search", "harbour", "--partnership", "Harbour Board", "--year", "2027"),
         ["Early help"]),
    ],
)  # fmt: skip
def test_list_names_what_is_looked_for(
    listed: Listed, options: tuple[str, ...], titles: list[str]
) -> None:
    assert listed(*options) == titles
