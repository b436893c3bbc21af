"""Which Roundtable this is: packages, papers, files and `--version` all take it from here.

It imports nothing and stays this plain: what builds packages reads it without the application.
"""

__version__ = "0.1.0"
RELEASED = "2026-11-28"
