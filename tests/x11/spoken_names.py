"""Asks AT-SPI, as a screen reader does, which controls of an application have no name.

For the system's own Python, which has pyatspi; knows nothing of Roundtable. Each line read asks
once; what is found comes back as a line of JSON. The argument is the application's process.
"""

from __future__ import annotations

import json
import sys

import pyatspi

LONG_MS = 60_000
"""A busy machine lets an application answer late; the usual patience is 800."""
CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_LIST, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE,
    pyatspi.ROLE_SLIDER, pyatspi.ROLE_MENU_ITEM,
}  # fmt: skip


def nameless(node, inside=()):
    """Give the roles down to each control that is shown, takes the keys and has no name."""
    states = node.getState()
    if not states.contains(pyatspi.STATE_VISIBLE):
        return
    role = node.getRole()
    path = (*inside, f"{node.getRoleName()} “{node.name}”")
    if role in CONTROLS and states.contains(pyatspi.STATE_SHOWING):
        yield from [] if _name(node, role) else [" > ".join(path[-4:])]
    if role in (pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SPIN_BUTTON):
        return
    for child in node:
        if child is not None:
            yield from nameless(child, path)


def _name(node, role):
    """Return a control's name; a list that folds is called by its label, not by its value."""
    labels = [
        relation.getTarget(0).name
        for relation in node.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
    ]
    if labels:
        return labels[0]
    return "" if role == pyatspi.ROLE_COMBO_BOX else node.name


def main(process):
    pyatspi.setTimeout(LONG_MS, LONG_MS)
    for _line in sys.stdin:
        found, count = [], 0
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == process:
                for window in application:
                    count += 1
                    found += nameless(window)
        print(json.dumps({"windows": count, "nameless": found}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]))
