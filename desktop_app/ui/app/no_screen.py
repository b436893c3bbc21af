"""Says in one sentence that no window can be opened here; Qt would end the process with a dump."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop_app.words.speech import say


@contextmanager
def one_sentence_without_screen() -> Iterator[None]:
    """Make the application's object within: where Qt finds no screen, say so and exit with 1."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _end(heard)  # Qt aborts as soon as this returns
        heard.append(text)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for text in heard:
        sys.stderr.write(f"{text}\n")


def _end(heard: list[str]) -> NoReturn:
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    sentences = [
        say(
            "No window can be opened, because no screen can be reached from here. Start"
            " Roundtable on a desktop, or use what “roundtable --help” shows without a window."
        )
    ]
    if has_screen:
        sentences.append(say("Qt says: {words}", words=" ".join(" ".join(heard).split())))
    sys.stderr.write(f"roundtable: {' '.join(sentences)}\n")
    sys.stderr.flush()
    os._exit(1)
