"""Says in one sentence that no window can be opened here; Qt would end the process with a dump."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def one_sentence_without_screen() -> Iterator[None]:
    """Make the application's object within: where Qt finds no screen, say so and exit with 1."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _end(said)  # Qt aborts as soon as this returns
        said.append(text)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for text in said:
        sys.stderr.write(f"{text}\n")


def _end(said: list[str]) -> NoReturn:
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    why = f" Qt says: {' '.join(' '.join(said).split())}" if has_screen else ""
    sys.stderr.write(
        "roundtable: No window can be opened, because no screen can be reached from here. Start"
        f" Roundtable on a desktop, or use what “roundtable --help” shows without a window.{why}\n"
    )
    sys.stderr.flush()
    os._exit(1)
