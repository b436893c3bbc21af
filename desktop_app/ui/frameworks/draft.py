"""The framework that is being edited: what it is now, what will not do, and the way back.

Knows no widget and keeps nothing for good.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.application.framework_edits import put, value_at
from desktop_app.domain.framework import Framework
from desktop_app.domain.framework_rules import Mistake, Place, mistakes, tidied
from desktop_app.domain.framework_versions import same_content

STEPS_BACK = 200


class Draft(QObject):
    """An edited framework.

    Signals:
        changed(): a value changed where it stands.
        reshaped(Place): parts came, went or moved, or a step was taken back; look here now.
    """

    changed = Signal()
    reshaped = Signal(object)

    def __init__(self, kept: Framework, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._framework = kept
        self._past: list[tuple[Framework, Place]] = []
        self._typing: Place | None = None
        self._mistakes: tuple[Mistake, ...] = tuple(mistakes(kept))

    @property
    def framework(self) -> Framework:
        """Return the framework as it is now."""
        return self._framework

    @property
    def kept(self) -> Framework:
        """Return the version that the draft began with or that was kept last."""
        return self._kept

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Return all that stands in the way of keeping it."""
        return self._mistakes

    @property
    def is_changed(self) -> bool:
        """Return whether keeping it would make a new version."""
        return not same_content(tidied(self._framework), self._kept)

    @property
    def can_undo(self) -> bool:
        """Return whether there is a step to take back."""
        return bool(self._past)

    def set_value(self, place: Place, value: object) -> None:
        """Change the value at a place; what is typed at one place is one step to take back."""
        if value == value_at(self._framework, place):
            return
        if place != self._typing:
            self._remember(place)
        self._typing = place
        self._take(put(self._framework, place, value))
        self.changed.emit()

    def reshape(self, framework: Framework, look_at: Place, was_at: Place) -> None:
        """Take a framework whose parts came, went or moved."""
        if framework == self._framework:
            return
        self._remember(was_at)
        self._take(framework)
        self.reshaped.emit(look_at)

    def undo(self) -> None:
        """Take the last step back."""
        if not self._past:
            return
        framework, place = self._past.pop()
        self._typing = None
        self._take(framework)
        self.reshaped.emit(place)

    def revert(self) -> None:
        """Go back to the version that was kept last; this can be taken back as well."""
        self.reshape(self._kept, (), ())

    def mark_kept(self, framework: Framework) -> None:
        """Take what was kept as the new beginning; earlier steps can still be taken back."""
        self._kept = framework
        self._typing = None
        self._take(framework)
        self.changed.emit()

    def _remember(self, place: Place) -> None:
        self._past = [*self._past[-(STEPS_BACK - 1) :], (self._framework, place)]
        self._typing = None

    def _take(self, framework: Framework) -> None:
        self._framework = framework
        self._mistakes = tuple(mistakes(framework))
