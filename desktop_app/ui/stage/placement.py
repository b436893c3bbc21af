"""Which screen the stage is on: the projector if there is one, else the only screen when asked.

Knows screens and two windows, no scene: whatever happens here, the session goes on.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

from .screens import ProjectorState, look, preferred, screens_beside

OPENING_MS = 1000
"""How long a stage on the projector counts as opening, whoever gives it the keys meanwhile."""


class StagePlacement(QObject):
    """Keep the stage on the right screen while screens come and go.

    With a projector the stage is full screen on it. When the projector is unplugged the stage
    hides, so that it never covers the console unasked; when it is plugged in again the stage is
    back there, unless it was hidden there. With one screen, or one that is mirrored, `show` covers
    the console and `hide` gives it back.

    Signals:
        projector_changed(object): a ProjectorState, when the screens are others than before.
    """

    projector_changed = Signal(object)

    def __init__(self, stage: QWidget, console: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._console = console
        self._on_projector = False
        self._wanted = False
        self._preferred = ""
        self._leaving: QScreen | None = None
        self._settle, self._opening = QTimer(self), QTimer(self)
        for timer in (self._settle, self._opening):
            timer.setSingleShot(True)
        self._state = self._look()
        self._connect()

    def _connect(self) -> None:
        self._settle.timeout.connect(self._follow_screens)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            for screen in application.screens():
                screen.geometryChanged.connect(self._screens_moved)
            application.screenAdded.connect(self._screen_added)
            application.screenRemoved.connect(self._screen_removed)
            application.focusWindowChanged.connect(self._follow_focus)

    @property
    def state(self) -> ProjectorState:
        """Return what screens there are: with a projector, mirrored, or one."""
        return self._state

    @property
    def covers_console(self) -> bool:
        """Return whether the stage is in front on the console's own screen."""
        return self._stage.isVisible() and not self._on_projector

    def prefer(self, name: str) -> None:
        """Use the screen of this name where there are several beside the console's."""
        self._preferred = name
        self._follow_screens()

    def open_if_projector(self) -> None:
        """Show the stage on a projector, now or when there is one; else wait to be asked."""
        self._state = self._look()
        self._wanted = True
        if self.projector() is not None:
            self.show()

    def show(self) -> None:
        """Show the stage full screen: on the projector, or over the console without one."""
        screen = self.projector()
        if screen is None:
            self.show_over()
        else:
            self._wanted = True
            self._fill(screen, on_projector=True)

    def show_over(self) -> None:
        """Show the stage full screen on the console's screen, and give it the keys."""
        self._wanted = True
        self._opening.stop()
        self._fill(self._own_screen(), on_projector=False)
        self._stage.activateWindow()
        self._stage.setFocus()

    def hide(self) -> None:
        """Hide the stage; the console is in front again.

        Taken off a projector it stays away; one that covered the console still goes to a projector.
        """
        if self._on_projector:
            self._wanted = False
        self._put_away()

    def leave(self) -> None:
        """Hide the stage until it is opened again, whatever screens come."""
        self._wanted = False
        self._put_away()

    def projector(self) -> QScreen | None:
        """Return the screen for the room: the chosen one, else the first; None without any."""
        return preferred(screens_beside(self._own_screen(), self._leaving), self._preferred)

    @property
    def console_screen(self) -> QScreen:
        """Return the screen the console is on."""
        return self._own_screen()

    def _own_screen(self) -> QScreen:
        screen = self._console.screen()
        if screen is None or screen is self._leaving or screen not in QGuiApplication.screens():
            return QGuiApplication.primaryScreen()
        return screen

    def _fill(self, screen: QScreen, *, on_projector: bool) -> None:
        """Set screen and geometry first: some platforms else fill the screen it was on."""
        self._on_projector = on_projector
        stage = self._stage
        if stage.isFullScreen() and stage.screen() is not screen:
            stage.showNormal()
        stage.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on_projector)
        stage.setScreen(screen)
        stage.setGeometry(screen.geometry())
        stage.showFullScreen()
        stage.raise_()
        if on_projector:
            self._opening.start(OPENING_MS)
            self._give_keys_back()

    def _follow_focus(self, window: QWindow | None) -> None:
        # Some window managers give the keys to a full-screen window that did not ask for them.
        if self._opening.isActive() and window is not None and window is self._stage.windowHandle():
            self._give_keys_back()

    def keep_keys(self) -> None:
        """Leave the keys with the console, whomever a window manager gives them in a moment."""
        self._opening.start(OPENING_MS)
        self._give_keys_back()

    def _give_keys_back(self) -> None:
        """Leave the keys with the console: who counts hands types there, not on the projector."""
        if self._console.isVisible():
            self._console.activateWindow()

    def _put_away(self) -> None:
        self._on_projector = False
        self._stage.hide()
        if self._console.isVisible():
            self._console.raise_()
        self._give_keys_back()

    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_moved)
        self._settle.start(0)

    def _screens_moved(self) -> None:
        """Look again where a screen has become a mirror, or is none any more."""
        self._settle.start(0)

    def _screen_removed(self, screen: QScreen) -> None:
        """Leave the screen at once; what is there instead is looked at when Qt has settled."""
        self._leaving = screen
        if self._on_projector and self.projector() is None:
            self._put_away()
        self._settle.start(0)

    def _follow_screens(self) -> None:
        self._leaving = None
        screen = self.projector()
        if screen is not None and self._belongs_on(screen):
            self._fill(screen, on_projector=True)
        elif screen is None and self._on_projector:
            self._put_away()
        self._tell()

    def _belongs_on(self, screen: QScreen) -> bool:
        """Return whether the stage is wanted there and does not fill it yet."""
        filled = self._stage.isVisible() and self._stage.geometry() == screen.geometry()
        return self._wanted and not (self._on_projector and filled)

    def _tell(self) -> None:
        state = self._look()
        if state != self._state:
            self._state = state
            self.projector_changed.emit(state)

    def _look(self) -> ProjectorState:
        return look(self._own_screen(), self._preferred, self._leaving)
