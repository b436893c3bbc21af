"""The doors of the console: what its parts ask of those outside, each by one method."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.paper.wish import Wish


class Doors(QObject):
    """Handed to whatever has a button that leads out of the console.

    Signals:
        home_requested(), prepare_requested(): another page is wanted.
        stage_requested(): show the stage, or hide it. stage_wanted(): show it, never hide it.
        settings_requested(), rehearse_requested(), menu_requested(), keys_requested().
        type_requested(): the type on the stage shall have its next size.
        export_requested(Wish): something is to be done with documents.
    """

    home_requested = Signal()
    prepare_requested = Signal()
    stage_requested = Signal()
    stage_wanted = Signal()
    settings_requested = Signal()
    rehearse_requested = Signal()
    menu_requested = Signal()
    keys_requested = Signal()
    type_requested = Signal()
    export_requested = Signal(object)

    def go_home(self) -> None:
        """Leave the workshop for the home page."""
        self.home_requested.emit()

    def prepare(self) -> None:
        """Change what was prepared."""
        self.prepare_requested.emit()

    def toggle_stage(self) -> None:
        """Show the stage, or hide it."""
        self.stage_requested.emit()

    def show_stage(self) -> None:
        """Show the stage; where it is shown, it stays."""
        self.stage_wanted.emit()

    def change_settings(self) -> None:
        """Change the settings of this laptop."""
        self.settings_requested.emit()

    def open_menu(self) -> None:
        """Show every command with its key."""
        self.menu_requested.emit()

    def list_keys(self) -> None:
        """Show which key does what."""
        self.keys_requested.emit()

    def change_type(self) -> None:
        """Give the type on the stage its next size."""
        self.type_requested.emit()

    def rehearse(self) -> None:
        """Try the day with pretend ballots."""
        self.rehearse_requested.emit()

    def export(self, wish: Wish) -> None:
        """Save, look at or choose documents."""
        self.export_requested.emit(wish)
