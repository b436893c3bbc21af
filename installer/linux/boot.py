"""Run by the frozen application before all else, in the place of PyInstaller's own bootstrap.

That one puts an importer of its own in place, for modules within an archive, and changes `ctypes`
so that it finds libraries within. Our modules are files in a folder, which Python finds by itself,
and no library is asked for by a bare name; so we do without, and without the time it takes.
"""

import os
import sys

sys.frozen = True  # type: ignore[attr-defined] # what libraries ask for
sys.path[:] = [folder for folder in sys.path if not folder.endswith(".zip")]  # there is none

# PyInstaller's start points LD_LIBRARY_PATH at its folder, which a PDF viewer or a browser that is
# opened from here would inherit. The loader has read it by now, so nothing of ours needs it.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = before
