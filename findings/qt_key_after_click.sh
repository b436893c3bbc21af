#!/bin/sh
# While something listens over AT-SPI, as a screen reader does, a key can arrive after a click made later.
#
# A good guess: Qt gives a window its keys and clicks in the order in which they were made, and a key that a test
# presses by QTest has been handled when the call returns, as it is on every other platform.
# What happens: once an event is listened for, Qt's bridge holds each key back, asks the registry over D-Bus whether
# anybody wants it first, and posts it when the answer has come; clicks and timers do not wait for it.
# Seen with: PySide6-Essentials 6.11.3, Python 3.11, Debian's at-spi2-core 2.46, platform "xcb" under Xvfb. Matters
# here: a vote by ear is tested by keys with AT-SPI listening. Asking what a key did right after it was pressed asked
# too early, and only on a busy machine; a test has to wait until the key has come to the window.
# Needs beside Python: xvfb, dbus-daemon, at-spi2-core and python3-pyatspi.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder/lib" PySide6-Essentials==6.11.3
cat >"$folder/order.py" <<'CODE'
import sys
import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

came = []


class Window(QWidget):
    def keyPressEvent(self, event):
        came.append("key")

    def mousePressEvent(self, event):
        came.append("click")


app = QApplication([])
window = Window()
window.show()
end = time.monotonic() + 20
while not window.windowHandle().isExposed() or (sys.argv[1] == "on" and not QAccessible.isActive()):
    assert time.monotonic() < end, "no window, or no AT-SPI"
    app.processEvents()
handle = window.windowHandle()
end = time.monotonic() + 5
while came != ["click", "key"] and time.monotonic() < end:  # AT-SPI takes a moment
    came.clear()
    QTest.keyClick(handle, Qt.Key.Key_A)
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    while len(came) < 2:
        app.processEvents()
print("AT-SPI " + sys.argv[1] + ": " + ", then ".join(came))
CODE
cat >"$folder/listen.py" <<'CODE'
import pyatspi

pyatspi.Registry.registerEventListener(lambda event: None, "object")
pyatspi.Registry.start()
CODE
cat >"$folder/both.sh" <<'CODE'
PYTHONPATH= QT_QPA_PLATFORM= /usr/bin/python3 "$1/listen.py" >/dev/null 2>&1 &
python3 "$1/order.py" on
kill $!
CODE
export PYTHONPATH="$folder/lib" QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$folder"
chmod 700 "$folder"
found=$(
    xvfb-run --auto-servernum dbus-run-session -- python3 "$folder/order.py" off 2>/dev/null
    export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
    xvfb-run --auto-servernum dbus-run-session -- sh "$folder/both.sh" "$folder" 2>/dev/null |
        grep -v SpiRegistry
)
echo "$found"
[ "$found" = "AT-SPI off: key, then click
AT-SPI on: click, then key" ]
