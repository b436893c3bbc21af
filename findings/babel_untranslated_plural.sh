#!/bin/sh
# A plural that nobody has translated reads "0 vote" and "1 votes" in Welsh.
#
# A good guess: a message without a translation falls back to the code's English, and gettext's English rule then
# picks the singular for 1 alone.
# What happens: Babel's writer of .mo files fills empty plural forms with the English ones by their place. Welsh has six
# forms and its first is that for 0: nought gets the singular, one the plural. (GNU msgfmt leaves such a message out.)
# Seen with: Babel 2.19.0, Python 3.11. Matters here: a half-translated catalogue would misspell counts in front of the
# room, so an untranslated plural must be left out of the catalogue that is compiled.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder/lib" babel==2.19.0
found=$(PYTHONPATH="$folder/lib" python3 - <<'CODE'
import io
from gettext import GNUTranslations
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
catalog = Catalog(locale="cy")
catalog.add(("{n} vote", "{n} votes"), ("",) * 6)
file = io.BytesIO()
write_mo(file, catalog)
file.seek(0)
read = GNUTranslations(file)
print(" ".join(read.ngettext("{n} vote", "{n} votes", n).format(n=n).replace(" ", "-") for n in (0, 1, 2, 3)))
CODE
)
echo "0 to 3 votes, none translated: $found"
[ "$found" = "0-vote 1-votes 2-votes 3-votes" ]
