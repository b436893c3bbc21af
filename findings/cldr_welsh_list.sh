#!/bin/sh
# A Welsh list written by Unicode's rules holds a bracket for the reader to choose by.
#
# A good guess: format_list gives text that can be printed, as it does for English ("x and y").
# What happens: Welsh "and" is "a" before a consonant and "ac" before a vowel; the data holds the literal "a(c)".
# Seen with: Babel 2.19.0 (CLDR 47). Matters here: lists of partners and of points stand on the stage and on paper, so the
# Welsh conjunction must be chosen by our own message, not taken from the data.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder/lib" babel==2.19.0
found=$(PYTHONPATH="$folder/lib" python3 - <<'CODE'
from babel.lists import format_list
print(format_list(["y cyngor", "yr heddlu"], locale="cy"), "|", format_list(["council", "police"], locale="en_GB"))
CODE
)
echo "$found"
[ "$found" = "y cyngor a(c) yr heddlu | council and police" ]
