"""Hears over AT-SPI, as a screen reader does, all that an application tells, and what can be read.

For the system's own Python, which has pyatspi; knows nothing of Roundtable. Each line read asks
for what was told since the last one, each as [event, name, text, number], and for every text in
the tree; both come back as a line of JSON. The line is what the application announces just before
it asks: all it tells goes one way in order, so once that is heard nothing told before is missing.
The argument is the application's process.
"""

from __future__ import annotations

import io
import json
import sys
from itertools import takewhile

import pyatspi
from gi.repository import GLib

LONG_MS = 60_000
"""A busy machine lets an application answer late; the usual patience is 800."""
KINDS = ("object", "focus", "window", "document", "terminal")


class Ear:
    """What one process has told since it was asked last."""

    def __init__(self, process):
        self.process, self.events, self.mark = process, [], ""
        for kind in KINDS:
            pyatspi.Registry.registerEventListener(self.hear, kind)

    def hear(self, event):
        """Keep an event where it came: while one is looked at, the next can be heard already."""
        place = {"event": str(event.type), "mine": True, "told": None}
        self.events.append(place)
        try:
            place["mine"] = event.host_application.get_process_id() == self.process
            text = event.any_data if isinstance(event.any_data, str) else ""
            place["told"] = [place["event"], event.source.name, text, event.detail1]
        except (GLib.Error, LookupError, AttributeError):
            place["told"] = [place["event"], "", "", 0]  # what told it is gone already
        self.answer()

    def asked(self, channel, _condition):
        self.mark = channel.readline().strip()
        if not self.mark:
            pyatspi.Registry.stop()
            return False
        self.answer()
        return True

    def answer(self):
        """Answer the question that waits, once its mark and all before it have been looked at."""
        told = list(takewhile(bool, (place["told"] for place in self.events)))
        mark = next((place for place, one in enumerate(told) if one[2] == self.mark), None)
        if not self.mark or mark is None:
            return
        mine = [place["told"] for place in self.events[:mark] if place["mine"]]
        self.mark, self.events = "", self.events[mark + 1 :]
        print(json.dumps({"told": mine, "read": self.readable()}), flush=True)  # noqa: T201

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
    pyatspi.setTimeout(LONG_MS, LONG_MS)
    ear = Ear(process)
    lines = io.TextIOWrapper(sys.stdin.buffer)
    GLib.io_add_watch(lines, GLib.IO_IN | GLib.IO_HUP, lambda _, why: ear.asked(lines, why))
    pyatspi.Registry.start()


if __name__ == "__main__":
    main(int(sys.argv[1]))
