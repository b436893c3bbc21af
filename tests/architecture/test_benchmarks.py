"""Benchmarks are run by hand, so a move in the house could break one without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.documents.kinds import DocumentKind
from desktop_app.report.full_report import write_full_report
from tests.benchmarks import pack
from tests.benchmarks.full_report import pages_of
from tests.benchmarks.untagged import untagged
from tests.helpers import run_python
from tests.report.situations import make_overlong


@pytest.mark.parametrize("name", ["home_filled", "two_windows"])
def test_what_reaches_into_the_application_still_finds_it(name: str) -> None:
    done = run_python("-c", f"import tests.benchmarks.{name}")
    assert done.returncode == 0, done.stderr


def test_the_pack_names_kinds_that_there_are() -> None:
    known = {kind.value for kind in DocumentKind}
    assert {*pack.KINDS, *pack.SINCE} <= known
    assert not {*pack.KINDS} & {*pack.SINCE}


@pytest.mark.slow
def test_both_builds_can_write_the_pack(tmp_path: Path) -> None:
    done = run_python("-c", pack.CODE, str(tmp_path / "library"), "plan csv")
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) > 0


@pytest.mark.slow
def test_the_untagged_report_has_the_same_pages(tmp_path: Path) -> None:
    """It is the baseline of the tagged one: the same story, through ReportLab's own classes."""
    tagged, plain = tmp_path / "tagged.pdf", tmp_path / "plain.pdf"
    write_full_report(make_overlong(), tagged)
    with untagged():
        write_full_report(make_overlong(), plain)
    assert pages_of(plain) == pages_of(tagged)
    assert b"/StructTreeRoot" in tagged.read_bytes()
    assert b"/StructTreeRoot" not in plain.read_bytes()
