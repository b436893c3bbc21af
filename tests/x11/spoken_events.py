"""Hears over AT-SPI, as a screen reader does, all that an application tells, and what can be read.

For the system's own Python, which has pyatspi; knows nothing of Roundtable. Each line read asks
for what was told since the last one, each as [event, name, text, number], and for every text in
the tree; both come back as a line of JSON. The argument is the application's process.
"""

from __future__ import annotations

import io
import json
import sys

import pyatspi
from gi.repository import GLib

KINDS = ("object", "focus", "window", "document", "terminal")
QUIET_MS = 300
"""What was told before a question has come by then, as all goes through one bus."""


class Ear:
    """What one process has told since it was asked last."""

    def __init__(self, process):
        self.process, self.told = process, []
        for kind in KINDS:
            pyatspi.Registry.registerEventListener(self.hear, kind)

    def hear(self, event):
        try:
            if event.host_application.get_process_id() != self.process:
                return
            text = event.any_data if isinstance(event.any_data, str) else ""
            self.told.append([str(event.type), event.source.name, text, event.detail1])
        except (GLib.Error, LookupError, AttributeError):
            self.told.append([str(event.type), "", "", 0])  # what told it is gone already

    def asked(self, channel, _condition):
        if not channel.readline():
            pyatspi.Registry.stop()
            return False
        GLib.timeout_add(QUIET_MS, self.answer)
        return True

    def answer(self):
        told, self.told = self.told, []
        print(json.dumps({"told": told, "read": self.readable()}), flush=True)  # noqa: T201
        return False

    def readable(self):
        return [
            text
            for application in pyatspi.Registry.getDesktop(0)
            if application is not None and application.get_process_id() == self.process
            for window in application
            for text in texts(window)
        ]


def texts(node):
    """Give name, description and text of a node and of all below it, whether shown or not."""
    node.clear_cache()
    yield from (text for text in (node.name, node.description) if text)
    try:
        text = node.queryText()
        yield from [text.getText(0, -1)] if text.characterCount else []
    except NotImplementedError:
        pass
    for child in node:
        if child is not None:
            yield from texts(child)


def main(process):
    ear = Ear(process)
    lines = io.TextIOWrapper(sys.stdin.buffer)
    GLib.io_add_watch(lines, GLib.IO_IN | GLib.IO_HUP, lambda _, why: ear.asked(lines, why))
    pyatspi.Registry.start()


if __name__ == "__main__":
    main(int(sys.argv[1]))
