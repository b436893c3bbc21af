"""What the parts of a framework, and the mistakes in them, are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.application.framework_edits import value_at
from desktop_app.domain.framework import Framework
from desktop_app.domain.framework_rules import Mistake, MistakeKind, Place
from desktop_app.words.names import offered_when_name, prompt_kind_name
from desktop_app.words.speech import said_alone, say


class Words(QObject):
    """Names for places and lists."""

    def mistake(self, mistake: Mistake) -> str:
        """Return a mistake and its remedy."""
        if mistake.kind is MistakeKind.NOTHING_OFFERED and mistake.situation is not None:
            when = offered_when_name(mistake.situation)
            return say("No next step is offered for “{when}”. Add at least one.", when=when)
        if mistake.kind is MistakeKind.EMPTY:
            return say("This is still empty. Write something here.")
        return said_alone(mistake.phrase)

    def group(self, name: str) -> str:
        """Return what the entries of a list are called together."""
        return {
            "actions": say("Actions"),
            "statements": say("Statements"),
            "prompts": say("Discussion prompts"),
            "steps": say("Next steps"),
            "sources": say("Sources"),
        }[name]

    def new_entry(self, name: str) -> str:
        """Return what the button says that adds an entry to a list."""
        return {
            "actions": say("&Add an action"),
            "statements": say("&Add a statement"),
            "prompts": say("&Add a prompt"),
            "steps": say("&Add a next step"),
            "sources": say("&Add a source"),
        }[name]

    def about_group(self, name: str) -> str:
        """Return what a list is for."""
        return {
            "actions": say("What leaders can do. Each action has statements that are rated."),
            "statements": say(
                "What the room rates, one vote each. A statement completes the first half of "
                "the sentence that all of them share."
            ),
            "prompts": say(
                "Questions for the talk about an action. They are asked in this order: what "
                "happened, how it feels, what it means, what to do."
            ),
            "steps": say(
                "What is recommended when a result is low, middle or high, when views are "
                "opposing, and when many can’t say. Each of the five needs at least one step."
            ),
            "sources": say("Works that prompts and next steps lean on."),
        }[name]

    def place(self, framework: Framework, place: Place) -> str:
        """Return the name of a part of a framework."""
        if not place:
            return say("About this framework")
        if place == ("scale",):
            return say("Scale")
        if isinstance(place[-1], str):
            return self.group(place[-1])
        return self._entry(framework, place)

    def _entry(self, framework: Framework, place: Place) -> str:
        entry = value_at(framework, place)
        kind = place[-2]
        if kind == "actions":
            text = entry.short_title
        elif kind == "statements":
            text = entry.name or entry.text
        elif kind == "prompts":
            text = f"{prompt_kind_name(entry.kind)}: {entry.text}"
        elif kind == "steps":
            text = f"{offered_when_name(entry.when)}: {entry.title}"
        else:
            text = entry.citation
        number = int(place[-1]) + 1
        return " ".join(text.split())[:120] or say("New, number {number}", number=number)
