"""The baseline: a process that shows an empty QMainWindow and nothing else.

Prints its resident MiB once the window is painted; the line itself tells that it is.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.resident import resident_mebibytes


class Window(QMainWindow):
    """An empty window that ends the application after its first paint."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, QApplication.quit)
        return done


def main() -> None:
    app = QApplication(sys.argv[:1])
    window = Window()
    window.show()
    app.exec()
    sys.stdout.write(f"{resident_mebibytes():.1f}\n")


if __name__ == "__main__":
    main()
