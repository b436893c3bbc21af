"""What menus need of the application on the screen; the desktop has all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.application.services import Services
from desktop_app.ui.app.documents import Documents
from desktop_app.ui.app.main_window import ConsoleWindow
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.session_view import SessionView
from desktop_app.ui.preferences import Preferences


class Commanded(Protocol):
    """The window, what is open in it, and the ways to other pages."""

    window: ConsoleWindow
    events: AppEvents
    preferences: Preferences
    services: Services | None
    data_dir: Path

    @property
    def session(self) -> Session | None:
        """Return the open workshop, or None."""

    @property
    def view(self) -> SessionView | None:
        """Return the console's page, once there was one."""

    @property
    def documents(self) -> Documents | None:
        """Return what makes documents, while a library is open."""

    def open_sample(self) -> None:
        """Add a fresh sample workshop and open it."""

    def prepare_new(self) -> None:
        """Show an empty prepare page."""

    def prepare_again(self) -> None:
        """Show the open workshop's prepare page."""

    def show_home(self) -> None:
        """Show the home page."""
