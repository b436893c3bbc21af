"""The settings of this laptop while the application runs: kept at once, told to whoever cares."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import AppError
from desktop_app.domain.settings import Settings

if TYPE_CHECKING:
    from desktop_app.domain.ports import SettingsStore


class Forgetful:
    """A SettingsStore that keeps nothing past the end, for where there is no file."""

    def __init__(self) -> None:
        self._settings = Settings()

    def load(self) -> Settings:
        """Return the settings saved last."""
        return self._settings

    def save(self, settings: Settings) -> None:
        """Keep the settings until the end."""
        self._settings = settings


class Preferences(QObject):
    """What the person has set.

    Signals:
        changed(Settings): a setting is another one now.
    """

    changed = Signal(object)

    def __init__(self, store: SettingsStore | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store or Forgetful()
        self.settings = self._store.load()

    def set(self, **values: Any) -> None:
        """Change some settings by name and keep them."""
        self.keep(replace(self.settings, **values))

    def keep_logo(self, logo: str) -> None:
        """Put this picture on printed documents from now on; none for ""."""
        self.set(logo=logo)

    def keep_projector(self, name: str) -> None:
        """Show the stage on the screen of this name from now on."""
        self.set(projector=name)

    def keep(self, settings: Settings, _subject: object = None) -> None:
        """Keep these settings, as when a dialog answers with them."""
        if self._take(settings):
            self.changed.emit(settings)

    def remember(self, **values: Any) -> None:
        """Keep what only the next start asks for; nothing on the screen follows it."""
        self._take(replace(self.settings, **values))

    def _take(self, settings: Settings) -> bool:
        if settings == self.settings:
            return False
        self.settings = settings
        with suppress(AppError):
            # They hold until the end; a disk that is full is told where work would be lost.
            self._store.save(settings)
        return True
