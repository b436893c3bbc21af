"""One window per library: the first keeps it, the second has the first shown instead.

Knows no window: the first is told by a signal, and the second by an answer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import (
    QCryptographicHash,
    QDeadlineTimer,
    QLockFile,
    QObject,
    QThread,
    Signal,
)

from desktop_app.domain.errors import LibraryInUse

if TYPE_CHECKING:  # loaded when it is needed, which is after the first paint
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

T = TypeVar("T")

LOCK_NAME = "roundtable.lock"
CONNECT_MS = 500
ANSWER_MS = 2000
STARTING_MS = 4000
AGAIN_MS = 50
MOST_BYTES = 1_000_000
"""What the names of files take at most; whoever sends more is nobody of ours."""


class Instance(QObject):
    """This process's hold on a library's data folder.

    Signals:
        raise_requested(): a second instance asks for this one's window.
        files_handed_over(tuple[Path]): a second instance was to open these files.
    """

    raise_requested = Signal()
    files_handed_over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_dir: Path | None = None
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def acquire(self, data_dir: Path) -> bool:
        """Hold the library in `data_dir`; return False only where another instance holds it.

        Where no lock can be kept, as in a folder that cannot be written, nobody is in the way:
        opening the library says what is wrong there.
        """
        if self._lock is not None:
            return True
        with suppress(OSError, ValueError):
            data_dir.mkdir(parents=True, exist_ok=True)
        lock = _lock_in(data_dir)
        if not lock.tryLock(0) and _is_held_elsewhere(lock):
            return False
        if lock.isLocked():
            self._data_dir, self._lock = data_dir, lock
        return True

    def listen(self) -> None:
        """Answer second instances from now on; a platform that cannot is no reason to stop."""
        if self._data_dir is None or self._server is not None:
            return
        try:
            from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415
        except ImportError:  # a system library of the network module may be missing
            return
        name = server_name(self._data_dir)
        QLocalServer.removeServer(name)  # whoever made it is gone: the lock is ours
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(name)

    def ask_first_to_show(
        self, data_dir: Path, files: Sequence[Path] = (), starting_ms: int = STARTING_MS
    ) -> bool:
        """Ask the instance that holds `data_dir` to show its window; return whether it did.

        It is handed `files`, to open them there.

        An impatient second click comes before the first instance listens, so it is asked again
        for `starting_ms`; one that is another person's may not be asked at all.
        """
        try:
            from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415
        except ImportError:
            return False
        name, patience = server_name(data_dir), QDeadlineTimer(starting_ms)
        socket = QLocalSocket()
        while not _answers(socket, name, files):
            refused = socket.error() is socket.LocalSocketError.SocketAccessError
            if refused or patience.hasExpired():
                return False
            QThread.msleep(AGAIN_MS)
        return True

    def opening(self, data_dir: Path, open_library: Callable[[], T]) -> Callable[[], T]:
        """Return `open_library` as it is called by the window, so also when it tries again.

        It raises LibraryInUse while another instance holds the library. Once it is held, second
        instances are heard: they need not ask again and again while it opens, and what is said
        of a library that cannot be opened is brought forward as the window is.
        """

        def open_held() -> T:
            if not self.acquire(data_dir):
                raise already_open()
            self.listen()
            return open_library()

        return open_held

    def release(self) -> None:
        """Let the next instance have the library."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        self._data_dir = None

    def _answer(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = Caller(self._server.nextPendingConnection(), self)
            caller.named.connect(self.files_handed_over)
            self.raise_requested.emit()
            caller.answer()


class Caller(QObject):
    """A second instance at the other end of a socket, until it hangs up.

    Signals:
        named(tuple[Path]): the files that it was to open.
    """

    named = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)

    def answer(self) -> None:
        """Say that the window is shown."""
        self._socket.write(b"shown\n")
        self._socket.flush()
        self._read()

    def _read(self) -> None:
        if self._socket.bytesAvailable() > MOST_BYTES:
            self._socket.abort()
        if self._socket.canReadLine():
            line = bytes(self._socket.readLine().data())
            self.named.emit(tuple(Path(os.fsdecode(name)) for name in _names(line)))


def _answers(socket: QLocalSocket, name: str, files: Sequence[Path]) -> bool:
    socket.connectToServer(name)
    answered = socket.waitForConnected(CONNECT_MS) and socket.waitForReadyRead(ANSWER_MS)
    if answered and files:
        socket.write(_line(files))
        socket.flush()
        socket.disconnectFromServer()  # what is written still goes
        closed = socket.state() is socket.LocalSocketState.UnconnectedState
        return closed or socket.waitForDisconnected(ANSWER_MS)
    socket.abort()
    return answered


def _line(files: Sequence[Path]) -> bytes:
    """Return the names of files as one line; no name holds a NUL, and many hold other things."""
    return os.fsencode("\0".join(map(str, files)).replace("\n", "\0\0")) + b"\n"


def _names(line: bytes) -> list[bytes]:
    whole = line.removesuffix(b"\n").replace(b"\0\0", b"\n")
    return [name for name in whole.split(b"\0") if name]


def already_open() -> LibraryInUse:
    """Say that the library's first window could not be brought forward."""
    return LibraryInUse(
        "Roundtable is already open with this library. Go on in its window, or close that one and"
        " try again here."
    )


def server_name(data_dir: Path) -> str:
    """Return the same name for every way to write the folder; it fits a socket's short path."""
    folder = os.path.normcase(os.path.realpath(data_dir))
    # Qt's own: `hashlib` loads a library of ciphers before the first paint.
    method = QCryptographicHash.Algorithm.Sha256
    digest = QCryptographicHash.hash(os.fsencode(folder), method).data().hex()
    return f"roundtable-{digest[:20]}"


def _lock_in(data_dir: Path) -> QLockFile:
    lock = QLockFile(str(data_dir / LOCK_NAME))
    lock.setStaleLockTime(0)  # a workshop may last all day: age says nothing
    return lock


def _is_held_elsewhere(lock: QLockFile) -> bool:
    """Return whether another instance holds the file; take it over where none does.

    Qt recognises a dead process by host name and number, but a laptop's name changes with its
    network and numbers are given again after a restart. So the system's own lock on the file is
    asked, which ends with its process: a file that is really held cannot be removed this way.
    """
    failed = QLockFile.LockError.LockFailedError
    if lock.error() is not failed:
        return False
    removing = QLockFile(f"{lock.fileName()}.rmlock")  # one at a time; Qt's own name for it
    if not removing.tryLock(0):
        return removing.error() is failed  # otherwise it is the folder that cannot be written
    return not (lock.removeStaleLockFile() and lock.tryLock(0))
