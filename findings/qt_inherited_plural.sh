#!/bin/sh
# A plural said by an inherited method is never translated in PySide6; a plain text of the same method is.
#
# A good guess: tr() finds a base class's context for both, as it walks the classes of the object.
# What happens: without a number the walk finds the base class; with %n it stops at the most derived class and the English
# comes back, number filled in, so nothing looks broken.
# Seen with: PySide6-Essentials 6.11.3, Python 3.11. Matters here: pages inherit from one page; one of the reasons why texts go
# through gettext instead.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder/lib" PySide6-Essentials==6.11.3
cat >"$folder/made.ts" <<'TS'
<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="fr"><context><name>Base</name>
<message><source>Hello</source><translation>Bonjour</translation></message>
<message numerus="yes"><source>%n votes</source><translation><numerusform>%n voix</numerusform><numerusform>%n voix</numerusform></translation></message>
</context></TS>
TS
lrelease=$(find "$folder/lib/PySide6" -name lrelease -o -name lrelease.exe | head -n 1)
"$lrelease" -silent "$folder/made.ts" -qm "$folder/made.qm"
found=$(PYTHONPATH="$folder/lib" python3 - "$folder/made.qm" <<'CODE'
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
app = QCoreApplication([])
translator = QTranslator()
assert translator.load(sys.argv[1])
app.installTranslator(translator)
class Base(QObject):
    def said(self):
        return self.tr("Hello"), self.tr("%n votes", "", 2)
class Derived(Base):
    pass
print(Base().said(), Derived().said())
CODE
)
echo "$found"
[ "$found" = "('Bonjour', '2 voix') ('Bonjour', '2 votes')" ]
