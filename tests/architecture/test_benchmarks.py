"""Benchmarks are run by hand, so a move in the house could break one without a word."""

from __future__ import annotations

import pytest

from tests.helpers import run_python


@pytest.mark.parametrize("name", ["home_filled", "two_windows"])
def test_what_reaches_into_the_application_still_finds_it(name: str) -> None:
    done = run_python("-c", f"import tests.benchmarks.{name}")
    assert done.returncode == 0, done.stderr
