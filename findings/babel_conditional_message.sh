#!/bin/sh
# A message chosen inside the call is collected as one that the program never asks for.
#
# A good guess: Babel's extraction takes both branches of say("open" if x else "closed"), or skips the call and
# says so, as it does for an f-string with a field.
# What happens: it takes one message, "openclosed", and says nothing; a literal in extra brackets is lost, and
# "...".format() is taken as it stands. Translators fill in what is never shown; the room reads English.
# Seen with: Babel 2.19.0, Python 3.11. Matters here: every text of the windows, the stage and the papers is
# collected this way, so that a test on the syntax tree allows one plain literal a call.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder/lib" babel==2.19.0
cat >"$folder/source.py" <<'CODE'
say("open" if x else "closed")
say(("in brackets"))
say("plain")
CODE
found=$(PYTHONPATH="$folder/lib" python3 - "$folder/source.py" <<'CODE'
import sys
from babel.messages.extract import extract
with open(sys.argv[1], "rb") as file:
    print([message for _line, message, *_ in extract("python", file, {"say": None}, (), {})])
CODE
)
echo "collected: $found"
[ "$found" = "['openclosed', 'plain']" ]
