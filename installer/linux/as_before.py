"""Run by the frozen application before all else: give programs it opens their own libraries.

PyInstaller's start points LD_LIBRARY_PATH at its folder, which a PDF viewer or a browser that is
opened from here would inherit. The loader has read it by now, so nothing of ours needs it.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = before
