#!/bin/sh
# A list told by code which row is current selects a second one while a person holds Ctrl.
#
# A good guess: setCurrentIndex() of an item view makes that row the selection, whatever is on the keyboard: no key event is
# given to it.
# What happens: with ExtendedSelection the view asks which modifiers are held at that moment; with Ctrl (as in the Ctrl+Z that
# had the list built anew) the row comes to those that are selected. With Shift it stands alone all the same. The selection
# model's own setCurrentIndex() with ClearAndSelect does what the guess says.
# Seen with: PySide6-Essentials 6.11.3, Python 3.11. Matters here: the buttons of a workshop's row stand only where one row is
# selected, and undo on home chooses a row.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder/lib" PySide6-Essentials==6.11.3
found=$(QT_QPA_PLATFORM=offscreen PYTHONPATH="$folder/lib" python3 - 2>/dev/null <<'CODE'
from PySide6.QtCore import QItemSelectionModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

app = QApplication([])
view = QListView()
view.setModel(QStringListModel(["one", "two", "three"]))
view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
view.show()
rows = lambda: sorted(index.row() for index in view.selectedIndexes())
view.setCurrentIndex(view.model().index(0, 0))
print("no key", rows())
for name, held in (("Ctrl", Qt.KeyboardModifier.ControlModifier), ("Shift", Qt.KeyboardModifier.ShiftModifier)):
    QTest.keyPress(view, Qt.Key.Key_F35, held)
    view.setCurrentIndex(view.model().index(2, 0))
    print(name, "current", view.currentIndex().row(), "selected", rows())
    only = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().setCurrentIndex(view.model().index(0, 0), only)
    print(name, "by the selection model", rows())
    QTest.keyRelease(view, Qt.Key.Key_F35, Qt.KeyboardModifier.NoModifier)
CODE
)
echo "$found"
[ "$found" = "no key [0]
Ctrl current 2 selected [0, 2]
Ctrl by the selection model [0]
Shift current 2 selected [2]
Shift by the selection model [0]" ]
