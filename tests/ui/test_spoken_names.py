"""Every control of every page and dialog has a name for screen readers, as Qt hands it on.

That AT-SPI has it too is asked under a window server: tests/x11/test_spoken.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.spoken_name import name_list
from tests.helpers import run_python

from .conftest import Show


@pytest.mark.parametrize("first", [True, False], ids=["named before", "named in its place"])
def test_a_list_is_named_by_a_label_that_nobody_sees(show: Show, first: bool) -> None:
    window, box = QWidget(), QComboBox()
    if first:
        name_list(box, "Document")
    column(window).addWidget(box)
    if not first:
        name_list(box, "Document")
    show(window)
    ((label, _kind),) = QAccessible.queryAccessibleInterface(box).relations(
        QAccessible.RelationFlag.Label
    )
    assert label.text(QAccessible.Text.Name) == "Document"
    assert not label.object().isVisible()


@pytest.mark.slow
def test_every_control_has_a_name(tmp_path: Path) -> None:
    walk = run_python("-m", "tests.ui.names_at", tmp_path, timeout=600)
    assert walk.stdout == "walked\n", walk.stdout + walk.stderr
