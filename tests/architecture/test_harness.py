"""The suite's own rules: what must fail does fail, and what is right is left in peace."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.helpers import ROOT, run_python

PLAIN = """
import logging, warnings, threading
import pytest

def test_fails_on_a_stray_log_record():
    logging.getLogger("some.where").warning("disk nearly full")

@pytest.mark.expects_log("nearly full")
def test_passes_with_an_announced_log_record():
    logging.getLogger("some.where").warning("disk nearly full")

@pytest.mark.expects_log("nearly full")
def test_fails_when_the_announced_record_never_comes():
    pass

def test_fails_on_a_warning():
    warnings.warn("old")
"""

GUI = """
import gc, threading
import pytest
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QDialog, QWidget

import tests.leftovers

kept = []

def test_fails_on_a_qt_warning():
    qWarning("something is off")

@pytest.fixture
def warns_late():
    yield
    qWarning("something is off")

def test_fails_on_a_qt_warning_in_teardown(warns_late):
    pass

def test_fails_on_a_window_left_open():
    kept.append(QWidget())
    kept[0].show()

def test_passes_with_a_window_that_goes(qtbot):
    window = QWidget()
    window.loop = window
    QDialog(window).show()
    qtbot.addWidget(window)
    window.show()

def test_fails_on_a_running_timer():
    kept.append(QTimer())
    kept[-1].start(1000)

def test_passes_with_a_stopped_timer():
    kept.append(QTimer())
    kept[-1].start(1000)
    kept[-1].stop()

def test_passes_with_a_timer_that_waits():
    tests.leftovers.MANY = 0  # what is here after this test is put aside
    kept.append(QTimer())

def test_passes_though_the_timer_is_put_aside():
    assert not any(thing is kept[-1] for thing in gc.get_objects())

def test_fails_on_a_timer_put_aside_that_runs_now():
    kept[-1].start(1000)

def test_fails_on_a_running_thread():
    kept.append(QThread())
    kept[-1].start()

def test_fails_on_a_python_thread():
    threading.Thread(target=threading.Event().wait, args=(3,), name="late").start()
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Run a small suite under this one's rules; give, for each test, whether it passed."""
    folder = tmp_path_factory.mktemp("suite")
    (folder / "ui").mkdir()
    (folder / "conftest.py").write_text(
        "from tests.conftest import *\n"
        "from tests.conftest import _no_unexpected_logs, _nothing_left_behind\n"
    )
    (folder / "test_plain.py").write_text(PLAIN)
    (folder / "ui" / "test_gui.py").write_text(GUI)
    report = folder / "report.xml"
    done = run_python(
        "-m", "pytest", folder, "-c", ROOT / "pyproject.toml", "--rootdir", folder,
        "--junitxml", report, "-p", "no:cacheprovider", "-p", "no:randomly",
        PYTHONPATH=str(ROOT),
    )  # fmt: skip
    assert report.exists(), done.stdout + done.stderr
    return _passed(report)


def _passed(report: Path) -> dict[str, bool]:
    passed: dict[str, bool] = {}
    for case in ET.parse(report).iter("testcase"):
        good = case.find("failure") is None and case.find("error") is None
        passed[case.attrib["name"]] = passed.get(case.attrib["name"], True) and good
    return passed


@pytest.mark.slow
def test_what_must_fail_fails_and_what_is_right_passes(outcomes: dict[str, bool]) -> None:
    expected = {name: name.startswith("test_passes") for name in outcomes}
    assert len(outcomes) == 15
    assert outcomes == expected
