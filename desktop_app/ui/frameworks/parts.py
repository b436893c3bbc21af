"""Which parts a framework has and what can be written in each; knows no widget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop_app.domain.framework import Framework
from desktop_app.domain.framework_names import MAX_NAME, MAX_SHORT
from desktop_app.domain.framework_rules import Place
from desktop_app.words.speech import say

GROUPS_OF_ACTION = ("statements", "prompts", "steps")
_GROUPS = {(name,) for name in GROUPS_OF_ACTION}


@dataclass(frozen=True, slots=True)
class TextPart:
    """One text that can be written: the end of its place, its name, a hint, one line or several."""

    tail: Place
    name: str
    hint: str = ""
    lines: int = 1


def places(framework: Framework) -> Iterator[Place]:
    """Give the place of every part in the order of the tree, parents first."""
    yield ()
    yield ("scale",)
    yield ("actions",)
    for a, action in enumerate(framework.actions):
        here: Place = ("actions", a)
        yield here
        for group in GROUPS_OF_ACTION:
            yield (*here, group)
            for index in range(len(getattr(action, group))):
                yield (*here, group, index)
    yield ("sources",)
    for index in range(len(framework.sources)):
        yield ("sources", index)


def parent_of(place: Place) -> Place | None:
    """Return the part that a part stands under in the tree; None at the top."""
    return place[:-1] if len(place) > 1 else None


def part_of(place: Place) -> Place:
    """Return the place of the part in whose form something at `place` is shown."""
    if place[:1] == ("scale",):
        return ("scale",)
    if place[:1] == ("actions",):
        return place[:4] if len(place) > 3 else place[: 2 + (place[2:] in _GROUPS)]
    if place[:1] == ("sources",):
        return place[:2]
    return ()


class TextParts(QObject):
    """The texts of each part, named for the person who writes them."""

    def of(self, place: Place) -> tuple[TextPart, ...]:
        """Return the texts of the part at a place; none where it is a list."""
        if not place:
            return self._about()
        if place == ("scale",):
            return self._cannot_say()
        if isinstance(place[-1], str):
            return ()
        kinds = {
            "actions": self._action,
            "statements": self._statement,
            "prompts": self._prompt,
            "steps": self._step,
            "sources": self._source,
        }
        return kinds[str(place[-2])]()

    def _about(self) -> tuple[TextPart, ...]:
        return (
            TextPart(("title",), say("&Title")),
            TextPart(("language",), say("&Language"), say("Its short code, such as en.")),
            TextPart(
                ("stem",),
                say("&First half of each sentence"),
                say("Every statement completes it."),
                2,
            ),
            TextPart(("leaders_means",), say("&Whom “leaders” means"), "", 2),
            TextPart(
                ("status",),
                say("&Standing of the content"),
                say(
                    "Every document prints it. Say where the words come from and what they are not."
                ),
                3,
            ),
        )

    def _cannot_say(self) -> tuple[TextPart, ...]:
        return (
            TextPart(("cannot_say_label",), say("Words for “can’t say”")),
            TextPart(("cannot_say_description",), say("What “can’t say” means")),
        )

    def _action(self) -> tuple[TextPart, ...]:
        return (
            TextPart(("title",), say("&Title")),
            TextPart(("short_title",), say("S&hort title"), say("For charts and the rail.")),
            self._name(),
            TextPart(
                ("quick",),
                say("The &quick vote"),
                say(
                    "Completes the sentence when the whole action gets one vote. No full stop at "
                    "the end."
                ),
                2,
            ),
        )

    def _statement(self) -> tuple[TextPart, ...]:
        return (
            TextPart(
                ("text",),
                say("&Statement"),
                say("Completes the sentence. No full stop at the end."),
                2,
            ),
            self._name(),
            TextPart(
                ("word",),
                say("Short &word"),
                say("The word of your source, such as “trust”. It goes along in the file."),
            ),
        )

    def _name(self) -> TextPart:
        # For translators: {limit} is at least 12
        hint = say("One to three words, in at most {limit} characters.", limit=MAX_NAME)
        return TextPart(("name",), say("&Name on stage"), hint)

    def _prompt(self) -> tuple[TextPart, ...]:
        return (TextPart(("text",), say("&Question"), "", 3),)

    def _step(self) -> tuple[TextPart, ...]:
        # For translators: {limit} is at least 12
        hint = say("What to do, in at most {limit} characters. For the stage.", limit=MAX_SHORT)
        return (
            TextPart(("title",), say("&Title")),
            TextPart(("short",), say("Sho&rt title"), hint),
            TextPart(("how",), say("&How it is done"), "", 4),
            TextPart(
                ("first_move",),
                say("&First move"),
                say("What a named person can do within two weeks."),
                2,
            ),
            TextPart(("sign",), say("&Sign that it works"), say("How you will notice."), 2),
        )

    def _source(self) -> tuple[TextPart, ...]:
        return (
            TextPart(
                ("citation",),
                say("&Short form"),
                say("Printed beside a step, such as “Vangen & Huxham 2003”."),
            ),
            TextPart(("title",), say("&Title"), "", 2),
            TextPart(("says",), say("What it sa&ys"), "", 3),
        )
